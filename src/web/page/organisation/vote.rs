//! How much of what a card is about is in place: votes by a show of hands, or one by one on a tablet that
//! is handed round, revealed together.

use leptos::prelude::*;

use super::session::of;
use super::words::{self as said, IN_PLACE};
use crate::organisation::ballot::FEWEST;
use crate::organisation::session::{self, InPlace, Session, Votes};
use crate::web::chart::steps::{steps_bar, steps_legend};
use crate::web::page::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::{confirm, dialog};
use crate::web::ui::element::{
    El, button, derived, details, el, live, memo, p, quiet, section, text_el, together,
};
use crate::web::ui::field::{choice_under, text_field};
use crate::web::words;

/// The steps as a choice.
const STEPS: &[(&str, &str)] =
    &[("0", IN_PLACE[0]), ("1", IN_PLACE[1]), ("2", IN_PLACE[2]), ("3", IN_PLACE[3])];

/// The most hands of one kind.
const MOST_HANDS: u32 = 9_999;

/// The vote of a session: how to go about it, or what came of it.
pub fn vote(state: State, id: StoredValue<String>) -> El {
    let votes = memo(move || of(id, |session| session.votes()).flatten());
    let voted = memo(move || id.with_value(|id| state.voted(id)));
    let (hands, tablet) = (RwSignal::new(false), RwSignal::new(false));
    let shown = live(move || match (voted.get(), votes.get()) {
        (Some(voted), _) => under_way(state, id, voted, tablet),
        (None, Some(votes)) => untrack(|| result(state, id, votes, hands, tablet)),
        (None, None) => ways(hands, tablet, state, id).into(),
    });
    section("vote", "How much of this is in place here?")
        .child(p("Everyone votes for themselves. Only how many chose what is kept, never who."))
        .child(shown)
        .child(show_of_hands(state, id, hands))
        .child(handed_round(state, id, tablet))
}

fn ways(
    hands: RwSignal<bool>,
    tablet: RwSignal<bool>,
    state: State,
    id: StoredValue<String>,
) -> El {
    let begin = move || {
        id.with_value(|id| state.begin_vote(id));
        tablet.set(true);
    };
    el("div")
        .class("buttons")
        .child(button("Vote by a show of hands", move || hands.set(true)))
        .child(button("Hand this tablet round", begin).class("secondary"))
}

/// A vote that was begun on the tablet and is not revealed.
fn under_way(state: State, id: StoredValue<String>, voted: u32, tablet: RwSignal<bool>) -> AnyView {
    let asks = RwSignal::new(false);
    let give_up = confirm(
        asks,
        "Give this vote up?".to_owned(),
        "What was voted is gone, and nobody will have seen it.",
        "Give it up",
        move || id.with_value(|id| state.give_up_vote(id)),
    );
    el("div")
        .class("note")
        .child(p([&so_far(voted), " Nothing is shown before all votes are."].concat()))
        .child(
            el("div")
                .class("buttons")
                .child(button("Go on with the vote", move || tablet.set(true)))
                .child(button("Give it up", move || asks.set(true)).class("secondary")),
        )
        .child(give_up)
        .into()
}

fn so_far(voted: u32) -> String {
    match voted {
        0 => "Nobody has voted yet.".to_owned(),
        voted => [&words::count(voted as usize, "person has", "people have"), " voted."].concat(),
    }
}

fn keep(state: State, id: StoredValue<String>, votes: Votes) {
    state.change_item(session::LIST, &id.get_value(), |item| item.set(session::VOTES, votes));
    focus_soon("#result".to_owned());
}

/// What was voted, beside the sessions about the card before.
fn result(
    state: State,
    id: StoredValue<String>,
    votes: Votes,
    hands: RwSignal<bool>,
    tablet: RwSignal<bool>,
) -> AnyView {
    let earlier: Vec<El> = state.book(|book| {
        let id = id.get_value();
        let Some(this) = session::find(book, &id) else { return Vec::new() };
        let before = |other: &Session| match (other.date(), this.date()) {
            (Some(other), Some(this)) => other <= this,
            _ => true,
        };
        let earlier = session::held(book, this.card()).into_iter();
        let earlier = earlier.filter(|other| other.id() != id && before(other));
        earlier
            .filter_map(|other| {
                let votes = other.votes()?;
                Some(el("li").child(quiet(said::about(&other))).child(votes_bar(votes, &other)))
            })
            .collect()
    });
    let before = (!earlier.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", "Sessions about this card before"))
            .child(el("ul").class("plain").children(earlier))
    });
    let (again, by_hands) = (RwSignal::new(false), RwSignal::new(false));
    let anew = move |by_hands: bool| {
        if by_hands {
            hands.set(true);
        } else {
            id.with_value(|id| state.begin_vote(id));
            tablet.set(true);
        }
    };
    let asked = confirm(
        again,
        "Vote again?".to_owned(),
        "What comes of the new vote stands in place of this one. You can undo it.",
        "Vote again",
        move || anew(by_hands.get_untracked()),
    );
    let ask = move |hands: bool| {
        by_hands.set(hands);
        again.set(true);
    };
    together(vec![
        text_el("h3", "What you said").attr("id", "result").attr("tabindex", "-1").into(),
        steps_bar(InPlace::ALL.map(|step| votes.count(step))),
        steps_legend(IN_PLACE).into(),
        table(votes).into(),
        before.map_or_else(|| ().into_any(), AnyView::from),
        el("div")
            .class("buttons")
            .child(
                button("Vote again by a show of hands", move || ask(true)).class("secondary small"),
            )
            .child(
                button("Hand the tablet round again", move || ask(false)).class("secondary small"),
            )
            .into(),
        asked.into(),
    ])
}

/// The table that says the same as the bar.
fn table(votes: Votes) -> El {
    let rows = InPlace::ALL.map(|step| {
        let share = votes.share(step).map(|share| [&share.to_string(), " %"].concat());
        el("tr")
            .child(text_el("th", said::in_place(step)).attr("scope", "row"))
            .child(text_el("td", votes.count(step).to_string()))
            .child(text_el("td", share.unwrap_or_default()))
    });
    let head = ["", "Votes", "Share"].map(|name| match name {
        "" => el("td"),
        name => text_el("th", name).attr("scope", "col"),
    });
    let caption = words::count(votes.total() as usize, "vote", "votes");
    el("table")
        .class("figures")
        .child(text_el("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}

/// The votes of a session among others: the bar, and its numbers in words.
pub fn votes_bar(votes: Votes, session: &Session) -> El {
    let words: Vec<String> = InPlace::ALL
        .into_iter()
        .map(|step| {
            [&votes.count(step).to_string(), " ", &said::in_place(step).to_lowercase()].concat()
        })
        .collect();
    let about = [", ", &said::day(session.date())].concat();
    el("div")
        .child(steps_bar(InPlace::ALL.map(|step| votes.count(step))))
        .child(quiet(words.join(", ")))
        .child(details("Votes as a table", about).child(table(votes)))
}

/// Counting hands, step by step.
fn show_of_hands(state: State, id: StoredValue<String>, open: RwSignal<bool>) -> El {
    let content = move || {
        let counts = InPlace::ALL.map(|_| RwSignal::new("0".to_owned()));
        let votes = move || {
            let mut votes = Votes::default();
            for (step, count) in InPlace::ALL.into_iter().zip(counts) {
                let count = count.get().trim().parse::<u32>().unwrap_or(0);
                votes = votes.with(step, count.min(MOST_HANDS));
            }
            votes
        };
        let done = move |event: web_sys::Event| {
            event.prevent_default();
            let votes = untrack(votes);
            if votes.total() > 0 {
                open.set(false);
                keep(state, id, votes);
            }
        };
        let rows = InPlace::ALL.into_iter().zip(counts).map(|(step, count)| hands(step, count));
        let all =
            move || [&words::count(votes().total() as usize, "hand", "hands"), " in all"].concat();
        el("form")
            .attr("autocomplete", "off")
            .on("submit", done)
            .child(p("Read out each answer, and count the hands."))
            .children(rows)
            .child(el("p").attr("role", "status").live_text(all))
            .child(
                el("div")
                    .class("buttons")
                    .child(button("Not now", move || open.set(false)).class("secondary"))
                    .child(
                        text_el("button", "Show the result")
                            .attr("type", "submit")
                            .live_flag("disabled", move || votes().total() == 0),
                    ),
            )
            .into()
    };
    dialog(open, || "A show of hands".to_owned(), content)
}

fn hands(step: InPlace, count: RwSignal<String>) -> El {
    let name = said::in_place(step);
    let change = move |by: i64| {
        let now = count.get_untracked().trim().parse::<i64>().unwrap_or(0);
        count.set((now + by).clamp(0, i64::from(MOST_HANDS)).to_string());
    };
    let press = |sign: &'static str, what: &str, by: i64| {
        button(sign, move || change(by))
            .class("secondary")
            .attr("aria-label", [what, ": ", name].concat())
    };
    el("div")
        .class("hands")
        .child(text_field(name, count, move |text| count.set(text)).numeric())
        .child(press("−", "One fewer", -1))
        .child(press("+", "One more", 1))
}

/// Voting one by one. The dialog covers everything else, so that nothing of the page is seen or changed
/// by those to whom the tablet is handed.
fn handed_round(state: State, id: StoredValue<String>, open: RwSignal<bool>) -> El {
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

fn one_vote(state: State, id: StoredValue<String>, go: impl Fn(bool) + Copy + 'static) -> El {
    let chosen = RwSignal::new("");
    let title = untrack(|| of(id, |session| said::title(session.title()))).unwrap_or_default();
    let legend = text_el(
        "legend",
        ["How much of what the card “", &title, "” is about is in place here?"].concat(),
    )
    .attr("tabindex", "-1")
    .attr("data-begins", "");
    let cast = move |event: web_sys::Event| {
        event.prevent_default();
        let place = chosen.get_untracked().parse::<usize>().ok();
        if let Some(step) = place.and_then(|place| InPlace::ALL.get(place)) {
            id.with_value(|id| state.cast_vote(id, *step));
            go(false);
        }
    };
    el("form")
        .attr("autocomplete", "off")
        .on("submit", cast)
        .child(
            choice_under(legend, STEPS, derived(move || chosen.get()), move |step| {
                chosen.set(step)
            })
            .class("scale"),
        )
        .child(
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
