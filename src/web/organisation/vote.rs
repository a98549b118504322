//! How much of what a card says is in place: a vote by a show of hands, or one by one on a tablet that
//! is handed round. All votes are revealed together.

use leptos::prelude::*;

use crate::organisation::session::{self, Session};
use crate::organisation::votes::{InPlace, Votes};
use crate::route::BookPage;
use crate::web::chart::steps::{steps_bar, steps_legend};
use crate::web::organisation::hands::show_of_hands;
use crate::web::organisation::held::of;
use crate::web::organisation::places::route;
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{
    El, button, details, el, live, memo, nothing, p, quiet, section, text_el, together,
};
use crate::words::organisation as say;

/// The vote of a session: the ways to vote, the vote that is under way, or the result.
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
    section("vote", say::votes::HOW_MUCH)
        .child(p(say::votes::TOTALS_ONLY))
        .child(shown)
        .child(show_of_hands(state, id, hands))
}

fn ways(hands: RwSignal<bool>, state: State, id: StoredValue<String>) -> El {
    el("div")
        .class("buttons")
        .child(button(say::votes::BY_HANDS, move || hands.set(true)))
        .child(button(say::votes::BY_TABLET, move || hand_round(state, id)).class("secondary"))
}

/// Begins a vote on the tablet, or goes on with it, on a page of its own.
fn hand_round(state: State, id: StoredValue<String>) {
    id.with_value(|id| {
        state.meetings.begin_vote(id);
        state.go(&route(state, BookPage::Vote(id.clone())));
    });
}

/// A note about a vote that was begun on the tablet and not revealed yet.
fn under_way(state: State, id: StoredValue<String>, voted: u32) -> AnyView {
    let asks = RwSignal::new(false);
    let give_up = confirm(
        asks,
        say::votes::GIVE_UP_ASKED.to_owned(),
        say::votes::WHAT_GIVING_UP_MEANS,
        say::votes::GIVE_UP,
        move || id.with_value(|id| state.meetings.give_up_vote(id)),
    );
    el("div")
        .class("note")
        .child(p(say::votes::under_way(voted)))
        .maybe(id.with_value(|id| state.meetings.ballot(id, say::why_not_shown)).map(p))
        .child(
            el("div")
                .class("buttons")
                .child(button(say::votes::GO_ON_WITH_VOTE, move || hand_round(state, id)))
                .child(button(say::votes::GIVE_UP, move || asks.set(true)).class("secondary")),
        )
        .child(give_up)
        .into()
}

/// The result, beside those of earlier sessions about the same card.
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
                Some(el("li").child(quiet(say::about(&other))).child(votes_bar(votes, &other)))
            })
            .collect()
    });
    let before = (!earlier.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", say::votes::EARLIER_SESSIONS))
            .child(el("ul").class("plain").children(earlier))
    });
    let others = state.open.book(|book| {
        let this = id.with_value(|id| session::find(book, id));
        this.map(|this| this.other_results()).unwrap_or_default()
    });
    let others = (!others.is_empty()).then(|| {
        let one = |(moment, votes)| {
            el("li").child(quiet(say::votes::shown_at(moment))).child(table(votes))
        };
        let list = el("ul").class("plain").children(others.into_iter().map(one));
        details(say::votes::OTHER_RESULTS, String::new()).child(list)
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
        say::votes::VOTE_AGAIN_ASKED.to_owned(),
        say::votes::WHAT_VOTING_AGAIN_MEANS,
        say::votes::VOTE_AGAIN,
        move || anew(by_hands.get_untracked()),
    );
    let ask = move |hands: bool| {
        by_hands.set(hands);
        again.set(true);
    };
    together(vec![
        text_el("h3", say::votes::WHAT_YOU_SAID).attr("id", "result").attr("tabindex", "-1").into(),
        voted(votes).into(),
        others.map_or_else(nothing, AnyView::from),
        before.map_or_else(nothing, AnyView::from),
        el("div")
            .class("buttons")
            .child(button(say::votes::AGAIN_BY_HANDS, move || ask(true)).class("secondary small"))
            .child(button(say::votes::AGAIN_BY_TABLET, move || ask(false)).class("secondary small"))
            .into(),
        asked.into(),
    ])
}

/// The result of a vote: the bar, its legend, and a table that says the same.
pub fn voted(votes: Votes) -> El {
    el("div")
        .child(steps_bar(InPlace::ALL.map(|step| votes.count(step))))
        .child(steps_legend(say::IN_PLACE))
        .child(table(votes))
}

/// How many chose each step, and their share of all votes.
fn table(votes: Votes) -> El {
    let rows = InPlace::ALL.map(|step| {
        el("tr")
            .child(text_el("th", say::votes::in_place(step)).attr("scope", "row"))
            .child(text_el("td", votes.count(step).to_string()))
            .child(text_el("td", say::votes::share(votes, step)))
    });
    let head = ["", say::votes::VOTES, say::votes::SHARE].map(|name| match name {
        "" => el("td"),
        name => text_el("th", name).attr("scope", "col"),
    });
    el("table")
        .class("figures")
        .child(text_el("caption", say::votes::votes(votes)))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}

/// The votes of one session in a list: the bar, its numbers in words, and a table to unfold.
pub fn votes_bar(votes: Votes, session: &Session) -> El {
    let about = say::votes::of_session(session);
    el("div")
        .child(steps_bar(InPlace::ALL.map(|step| votes.count(step))))
        .child(quiet(say::votes::numbers(votes)))
        .child(details(say::votes::SHOW_VOTES_AS_A_TABLE, about).child(table(votes)))
}
