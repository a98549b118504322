//! How much of what a card is about is in place: votes by a show of hands, or one by one on a tablet that
//! is handed round, revealed together.

use leptos::prelude::*;

use crate::organisation::session::{self, Session};
use crate::organisation::votes::{InPlace, Votes};
use crate::route::BookPage;
use crate::web::chart::steps::{steps_bar, steps_legend};
use crate::web::organisation::hands::show_of_hands;
use crate::web::organisation::held::of;
use crate::web::organisation::places::route;
use crate::web::organisation::words::{self as said, IN_PLACE, so_far};
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{
    El, button, details, el, live, memo, nothing, p, quiet, section, text_el, together,
};
use crate::web::words;

/// The vote of a session: how to go about it, or what came of it.
pub fn vote(state: State, id: StoredValue<String>) -> El {
    id.with_value(|id| state.meetings.find_vote(id));
    let votes = memo(move || of(id, |session| session.votes()).flatten());
    let voted = memo(move || id.with_value(|id| state.meetings.voted(id)));
    let hands = RwSignal::new(false);
    if id.with_value(|id| state.meetings.has_just_shown(id)) {
        focus_soon("#result".to_owned());
    }
    let shown = live(move || match (voted.get(), votes.get()) {
        (Some(voted), _) => under_way(state, id, voted),
        (None, Some(votes)) => untrack(|| result(state, id, votes, hands)),
        (None, None) => ways(hands, state, id).into(),
    });
    section("vote", "How much of this is in place here?")
        .child(p("Everyone votes for themselves. Only how many chose what is kept, never who."))
        .child(shown)
        .child(show_of_hands(state, id, hands))
}

fn ways(hands: RwSignal<bool>, state: State, id: StoredValue<String>) -> El {
    el("div")
        .class("buttons")
        .child(button("Vote by a show of hands", move || hands.set(true)))
        .child(button("Hand this tablet round", move || hand_round(state, id)).class("secondary"))
}

/// Begins a vote, or goes on with it, on a page of its own.
fn hand_round(state: State, id: StoredValue<String>) {
    id.with_value(|id| {
        state.meetings.begin_vote(id);
        state.go(&route(state, BookPage::Vote(id.clone())));
    });
}

/// A vote that was begun on the tablet and is not revealed.
fn under_way(state: State, id: StoredValue<String>, voted: u32) -> AnyView {
    let asks = RwSignal::new(false);
    let give_up = confirm(
        asks,
        "Give this vote up?".to_owned(),
        "What was voted is gone, and nobody will have seen it.",
        "Give it up",
        move || id.with_value(|id| state.meetings.give_up_vote(id)),
    );
    el("div")
        .class("note")
        .child(p([&so_far(voted), " Nothing is shown before all votes are."].concat()))
        .maybe(id.with_value(|id| state.meetings.ballot(id, said::why_not_shown)).map(p))
        .child(
            el("div")
                .class("buttons")
                .child(button("Go on with the vote", move || hand_round(state, id)))
                .child(button("Give it up", move || asks.set(true)).class("secondary")),
        )
        .child(give_up)
        .into()
}

/// What was voted, beside the sessions about the card before.
fn result(state: State, id: StoredValue<String>, votes: Votes, hands: RwSignal<bool>) -> AnyView {
    let earlier: Vec<El> = state.open.book(|book| {
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
            hand_round(state, id);
        }
    };
    let asked = confirm(
        again,
        "Vote again?".to_owned(),
        "What comes of the new vote stands in place of this one. Everyone votes anew, also those who did before. A result of one or two people more, or fewer, would give away what they said: it does not show.",
        "Vote again",
        move || anew(by_hands.get_untracked()),
    );
    let ask = move |hands: bool| {
        by_hands.set(hands);
        again.set(true);
    };
    together(vec![
        text_el("h3", "What you said").attr("id", "result").attr("tabindex", "-1").into(),
        voted(votes).into(),
        before.map_or_else(nothing, AnyView::from),
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

/// What was voted: the bar, what it is made of, and the table that says the same.
pub fn voted(votes: Votes) -> El {
    el("div")
        .child(steps_bar(InPlace::ALL.map(|step| votes.count(step))))
        .child(steps_legend(IN_PLACE))
        .child(table(votes))
}

/// How many chose each step, and which share of all they are.
fn table(votes: Votes) -> El {
    let rows = InPlace::ALL.map(|step| {
        let share = votes.share(step).map(|share| [&share.to_string(), "%"].concat());
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
