//! A vote one by one, on a tablet that is handed round.

use leptos::prelude::*;

use super::learning;
use super::session::of;
use super::vote::{keep, so_far};
use super::words::{self as said, IN_PLACE};
use crate::organisation::ballot::FEWEST;
use crate::organisation::card;
use crate::organisation::votes::InPlace;
use crate::web::page::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, derived, el, live, p, quiet, text_el};
use crate::web::ui::field::choice_under;

/// The steps as a choice.
const STEPS: &[(&str, &str)] =
    &[("0", IN_PLACE[0]), ("1", IN_PLACE[1]), ("2", IN_PLACE[2]), ("3", IN_PLACE[3])];

/// The id of what the card says.
const STATEMENT: &str = "what-the-card-says";

/// Voting one by one. The dialog covers everything else, so that nothing of the page is seen or changed
/// by those to whom the tablet is handed.
pub fn handed_round(state: State, id: StoredValue<String>, open: RwSignal<bool>) -> El {
    let voting = RwSignal::new(false);
    let go = move |to: bool| {
        voting.set(to);
        focus_soon(".ballot [data-begins]".to_owned());
    };
    let heading = move || {
        if voting.get() { "How much of this is in place here?" } else { "Pass the tablet on" }
            .to_owned()
    };
    let content = move || {
        voting.set(false);
        live(move || {
            if voting.get() {
                untrack(|| one_vote(state, id, go).into())
            } else {
                pass_on(state, id, open, go).into()
            }
        })
    };
    dialog(open, heading, content).class("ballot")
}

/// Between two people: nothing of a vote is on the screen.
fn pass_on(
    state: State,
    id: StoredValue<String>,
    open: RwSignal<bool>,
    go: impl Fn(bool) + Copy + 'static,
) -> El {
    let voted = id.with_value(|id| state.voted(id)).unwrap_or(0);
    let enough = id.with_value(|id| state.can_reveal(id));
    let reveal = move || {
        open.set(false);
        if let Some(votes) = id.with_value(|id| state.reveal_votes(id)) {
            keep(state, id, votes);
        }
    };
    let why_not = (!enough).then(|| {
        quiet(format!("The result can be shown when at least {FEWEST} people have voted: of two, each would know the other’s vote."))
    });
    el("div")
        .child(p(so_far(voted)).attr("tabindex", "-1").attr("data-begins", ""))
        .child(p("Hand the tablet to somebody who has not voted yet. A vote cannot be seen or changed afterwards."))
        .child(
            el("div").class("buttons").child(button("I have the tablet: vote", move || go(true))),
        )
        .child(
            el("div")
                .class("buttons")
                .child(
                    button("All have voted: show the result", reveal)
                        .class("secondary")
                        .live_flag("disabled", move || !enough),
                )
                .child(button("Back to the session", move || open.set(false)).class("secondary")),
        )
        .maybe(why_not)
}

/// What the card says, as long as it is there: whoever votes may not have it before them.
fn statement(state: State, id: StoredValue<String>) -> Option<String> {
    let card = untrack(|| of(id, |session| session.card().to_owned()))?;
    let card = state.book_untracked(|book| card::find(learning(), book, &card))?;
    Some(card.statement).filter(|statement| !statement.trim().is_empty())
}

fn one_vote(state: State, id: StoredValue<String>, go: impl Fn(bool) + Copy + 'static) -> El {
    let chosen = RwSignal::new("");
    let title = untrack(|| of(id, |session| said::title(session.title()))).unwrap_or_default();
    let legend = text_el(
        "legend",
        ["How much of what the card “", &title, "” is about is in place here?"].concat(),
    )
    .attr("tabindex", "-1")
    .attr("data-begins", "");
    let scale = choice_under(legend, STEPS, derived(move || chosen.get()), move |step| {
        chosen.set(step);
    });
    let scale = scale.class("scale");
    let (statement, scale) = match statement(state, id) {
        None => (None, scale),
        Some(statement) => {
            let statement = p(statement).class("statement-of-card written").attr("id", STATEMENT);
            (Some(statement), scale.attr("aria-describedby", STATEMENT))
        }
    };
    let cast = move |event: web_sys::Event| {
        event.prevent_default();
        let place = chosen.get_untracked().parse::<usize>().ok();
        if let Some(step) = place.and_then(|place| InPlace::ALL.get(place)) {
            id.with_value(|id| state.cast_vote(id, *step));
            go(false);
        }
    };
    el("form").attr("autocomplete", "off").on("submit", cast).maybe(statement).child(scale).child(
        el("div")
            .class("buttons")
            .child(button("Back without voting", move || go(false)).class("secondary"))
            .child(
                text_el("button", "Cast my vote")
                    .attr("type", "submit")
                    .live_flag("disabled", move || chosen.get().is_empty()),
            ),
    )
}
