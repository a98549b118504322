//! Voting one after another, on a tablet that is handed round. The page keeps hold of its address, so
//! those who vote neither see nor change anything else of the session.

use leptos::prelude::*;

use crate::organisation::ballot::Ballot;
use crate::organisation::card;
use crate::organisation::session::{self, Session};
use crate::organisation::votes::InPlace;
use crate::web::answer::handed::{OnPurpose, left_behind, on_purpose};
use crate::web::answer::kiosk::not_open;
use crate::web::shared::focus::focus_soon;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, button, derived, el, live, live_if, memo, p, text_el};
use crate::web::ui::field::choice_under;
use crate::words::answer as say;
use crate::words::organisation::{self as said, IN_PLACE, so_far};

/// The steps of the scale, as a choice: the value of each is its place in [`InPlace::ALL`].
const STEPS: &[(&str, &str)] =
    &[("0", IN_PLACE[0]), ("1", IN_PLACE[1]), ("2", IN_PLACE[2]), ("3", IN_PLACE[3])];

/// The id of the element with the statement on the card, for `aria-describedby`.
const STATEMENT: &str = "what-the-card-says";

/// The page of the vote in a session of the open book; `session` is the session's id.
pub fn ballot(session: String) -> AnyView {
    let state = use_state();
    let id = StoredValue::new(session);
    // The page is rebuilt only when one of these three changes, not when a vote is cast or the session
    // changes.
    let what = memo(move || {
        let error = state.open.not_open.get();
        // The key of the vote contains the id of the open record, so it can be found only once that is
        // open.
        untrack(|| id.with_value(|id| state.meetings.find_vote(id)));
        let there = state.open.book(|book| id.with_value(|id| session::find(book, id).is_some()));
        let under_way = id.with_value(|id| state.meetings.voted(id)).is_some();
        (error, there, under_way)
    });
    let page = live(move || {
        let (error, there, under_way) = what.get();
        untrack(|| match (error, there, under_way) {
            (Some(error), ..) => not_open(state, &error),
            (None, true, true) => voting(state, id),
            (None, ..) => over(state),
        })
        .into()
    });
    el("div").class("answer ballot").child(page).into()
}

/// Shown when there is nothing to vote on. Another window may have ended the vote while this one is
/// still handed round.
fn over(state: State) -> El {
    let leaves = RwSignal::new(false);
    let leave = button(say::GO_TO_SESSION, move || leaves.set(true));
    el("div")
        .child(text_el("h1", say::NO_VOTE))
        .child(p(say::ABOUT_NO_VOTE))
        .child(el("div").class("buttons").child(leave))
        .child(on_purpose(leaves, || leaving(say::ABOUT_LEAVING), move || state.leave_kiosk()))
}

fn leaving(about: &str) -> OnPurpose {
    OnPurpose {
        heading: say::ASK_TO_LEAVE_VOTE,
        text: about.to_owned(),
        label: say::TYPE_LEAVE,
        word: "leave",
        yes: say::LEAVE,
        no: say::STAY,
    }
}

fn voting(state: State, id: StoredValue<String>) -> El {
    let votes = RwSignal::new(false);
    let (leaves, shows) = (RwSignal::new(false), RwSignal::new(false));
    let go = move |to: bool| {
        votes.set(to);
        focus_soon(".ballot [data-begins]".to_owned());
    };
    let next = move || {
        leaves.set(false);
        shows.set(false);
        go(false);
    };
    let step = live(move || {
        if votes.get() {
            untrack(|| one_vote(state, id, go).into())
        } else {
            untrack(|| pass_on(state, id, shows, go).into())
        }
    });
    el("div")
        .child(text_el("h1", say::HOW_MUCH))
        .child(step)
        .child(left_behind(move || votes.get() || leaves.get() || shows.get(), next))
        .child(
            el("div")
                .class("foot")
                .child(button(say::LEAVE_VOTE, move || leaves.set(true)).class("quiet-button"))
                .child(on_purpose(
                    leaves,
                    || leaving(say::ABOUT_LEAVING_VOTE),
                    move || state.leave_kiosk(),
                )),
        )
        .child(show(state, id, shows))
}

/// Shown between two people: nothing of a vote is on the screen.
fn pass_on(
    state: State,
    id: StoredValue<String>,
    shows: RwSignal<bool>,
    go: impl Fn(bool) + Copy + 'static,
) -> El {
    let ballot = move || id.with_value(|id| state.meetings.ballot(id, Ballot::clone));
    let voted = move || so_far(ballot().cast_so_far().unwrap_or(0));
    let unkept = move || {
        id.with_value(|id| state.meetings.is_vote_unkept(id))
            .then(|| p(say::VOTE_UNKEPT).class("problem"))
    };
    let why_not = move || said::why_not_shown(&ballot()).map(|why| p(why).class("note"));
    el("div")
        .child(text_el("h2", say::PASS_ON))
        .child(el("p").attr("tabindex", "-1").attr("data-begins", "").live_text(voted))
        .child(el("div").attr("role", "alert").child(live_if(unkept)))
        .child(p(say::ABOUT_PASSING_ON))
        .child(
            el("div").class("buttons").child(button(say::VOTE, move || go(true))).child(
                button(say::SHOW, move || shows.set(true))
                    .class("secondary")
                    .live_flag("disabled", move || !ballot().can_be_revealed()),
            ),
        )
        .child(live_if(why_not))
}

/// The dialog that ends the vote and shows its result. It asks for a typed word, as those who have not
/// voted yet could not vote any more.
fn show(state: State, id: StoredValue<String>, shows: RwSignal<bool>) -> El {
    let what = move || {
        let voted = id.with_value(|id| state.meetings.voted(id)).unwrap_or(0);
        OnPurpose {
            heading: say::ASK_TO_SHOW,
            text: say::about_showing(&so_far(voted)),
            label: say::TYPE_SHOW,
            word: "show",
            yes: say::SHOW_RESULT,
            no: say::NOT_YET,
        }
    };
    let reveal = move || {
        // If the result cannot be shown after all, the page underneath says why.
        shows.set(false);
        id.with_value(|id| state.show_votes(id));
    };
    on_purpose(shows, what, reveal)
}

/// The statement on the card, shown because whoever votes may not have the card before them. `None` if
/// the card is gone or has no statement.
fn statement(state: State, card: &str) -> Option<String> {
    let card = state.open.book_untracked(|book| card::find(learning(), book, card))?;
    Some(card.statement).filter(|statement| !statement.trim().is_empty())
}

fn one_vote(state: State, id: StoredValue<String>, go: impl Fn(bool) + Copy + 'static) -> El {
    let chosen = RwSignal::new("");
    let of = |session: Session| (said::title(session.title()), session.card().to_owned());
    let session =
        state.open.book_untracked(|book| id.with_value(|id| session::find(book, id).map(of)));
    let (title, card) = session.unwrap_or_default();
    let legend =
        text_el("legend", say::how_much_of(&title)).attr("tabindex", "-1").attr("data-begins", "");
    let scale = choice_under(legend, STEPS, derived(move || chosen.get()), move |step| {
        chosen.set(step);
    });
    let scale = scale.class("scale");
    let (statement, scale) = match statement(state, &card) {
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
            id.with_value(|id| state.meetings.cast_vote(id, *step));
            go(false);
        }
    };
    el("form").attr("autocomplete", "off").on("submit", cast).maybe(statement).child(scale).child(
        el("div")
            .class("buttons")
            .child(
                text_el("button", say::CAST)
                    .attr("type", "submit")
                    .live_flag("disabled", move || chosen.get().is_empty()),
            )
            .child(button(say::BACK_WITHOUT_VOTING, move || go(false)).class("secondary")),
    )
}
