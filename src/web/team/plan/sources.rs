//! The places that learning needs come from, and what each of them offers.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::framework::Framework;
use crate::record::{Link, RecordKind};
use crate::records::Item;
use crate::route::{BookList, BookPage, Route};
use crate::team::need::{self, Place, set_place};
use crate::team::offer::{Offer, of_audit, of_person};
use crate::team::review::Review;
use crate::team::{NEEDS, Need};
use crate::web::state::{State, use_state};
use crate::web::team::plan::filters::Filters;
use crate::web::team::questions::asked;
use crate::web::team::way::to;
use crate::web::ui::element::{
    El, adding, button, el, link, live, memo, nothing, p, quiet, section, text_el, unseen,
};
use crate::web::ui::field::select_field;
use crate::words::team::{ADD_TO_PLAN, GO_TO_REVIEW, OPEN_FILE, by, plan as say};
use crate::words::{self, lead_in};

/// The section with the three places that needs come from.
pub fn sources(state: State, filters: Filters) -> El {
    section("sources", say::WHERE_LEARNING_NEEDS_COME_FROM)
        .child(folded(say::FROM_ORGANISATION, move || organisation(state, filters)))
        .child(folded(say::FROM_REVIEW, move || review(state)))
        .child(folded(say::FROM_MEMBERS, move || members(state, filters)))
}

/// A part that folds out. Its content is made when it is first unfolded.
fn folded(summary: &'static str, content: impl Fn() -> AnyView + Send + 'static) -> El {
    let open = RwSignal::new(false);
    el("details")
        .class("more")
        .on("toggle", move |_| open.set(true))
        .child(text_el("summary", summary))
        .child(live(move || if open.get() { untrack(&content) } else { nothing() }))
}

/// A button that adds a need from a place whose record is not on this device.
fn by_hand(state: State, filters: Filters, text: &'static str, place: Place) -> El {
    let add = move || {
        filters.clear();
        state.open.add_item(&NEEDS, |item| set_place(item, place, true));
    };
    el("div").class("buttons").child(adding(text, add).class("secondary small"))
}

fn organisation(state: State, filters: Filters) -> AnyView {
    let audits: Vec<(String, String)> = state
        .library
        .labels
        .get_untracked()
        .into_iter()
        .filter(|label| !label.from_newer())
        .map(|label| {
            let name = words::beside(&[words::audit_name(&label.name), &label.organisation]);
            (label.id, name)
        })
        .collect();
    let add = by_hand(state, filters, say::ADD_BY_HAND, Place::Organisation);
    let Some((first, _)) = audits.first().cloned() else {
        return el("div")
            .child(p(say::NO_AUDIT_HERE))
            .child(el("p").child(link(Route::Open, OPEN_FILE)))
            .child(add)
            .into();
    };
    let chosen = RwSignal::new(first);
    let choice = (audits.len() > 1)
        .then(|| select_field(say::WHICH_AUDIT, audits, chosen, move |audit| chosen.set(audit)));
    let offers = live(move || {
        let framework = state.device.framework();
        match state.open.audit_here(&chosen.get()).as_ref().and_then(Audit::of) {
            Some(audit) => offered(state, filters, audit_offers(audit, framework)),
            None => p(say::AUDIT_UNREADABLE).into(),
        }
    });
    el("div").child(p(say::ABOUT_AUDIT)).maybe(choice).child(offers).child(add).into()
}

/// What an audit offers, each with a line about it. The text of an indicator begins with the lead-in
/// that says whom it is about.
fn audit_offers(audit: Audit<'_>, framework: &Framework) -> Vec<(Offer, String)> {
    let offers = of_audit(audit, framework).into_iter();
    let said = offers.map(|mut offer| match framework.indicator(&offer.link.item) {
        Some((area, indicator)) => {
            let lead_in = lead_in(indicator.subject);
            offer.link.text = [lead_in, " ", &indicator.text].concat();
            let about = say::area_for_development(&area.id, indicator.stage);
            (offer, about)
        }
        None => {
            let about = say::action(&offer.owner, offer.due);
            (offer, about)
        }
    });
    said.collect()
}

fn members(state: State, filters: Filters) -> AnyView {
    let add = by_hand(state, filters, say::ADD_BY_HAND, Place::Members);
    let offers = live(move || {
        let people = state.open.books(RecordKind::Person);
        let offers: Vec<(Offer, String)> = people
            .iter()
            .flat_map(of_person)
            .map(|offer| {
                let about = words::beside(&[&offer.owner, &by(offer.due)]);
                (offer, about)
            })
            .collect();
        if offers.is_empty() {
            return p(say::NOBODY_SHARES).into();
        }
        offered(state, filters, offers)
    });
    el("div")
        .child(p(say::ABOUT_MEMBERS))
        .child(offers)
        .child(el("p").child(link(Route::Open, OPEN_FILE)))
        .child(add)
        .into()
}

/// Offers, each with a button that takes it up, or a link to the need that came of it.
fn offered(state: State, filters: Filters, offers: Vec<(Offer, String)>) -> AnyView {
    if offers.is_empty() {
        return p(say::NOTHING_TO_ADD).class("empty").into();
    }
    let rows = offers.into_iter().map(|(offer, about)| row(state, filters, offer, about));
    el("ul").class("findings").children(rows).into()
}

fn row(state: State, filters: Filters, offer: Offer, about: String) -> El {
    let text = offer.link.text.clone();
    let offer = StoredValue::new(offer);
    let taken = memo(move || {
        let found = |need: Need| need.id().to_owned();
        state.open.book(|book| offer.with_value(|offer| offer.taken(book).map(found)))
    });
    let take = move || {
        let Offer { link, owner, due } = offer.get_value();
        let fill = move |item: &mut Item, link: &Link| {
            item.set(&need::TEXT, link.text.as_str());
            item.set(&need::OWNER, if link.kind == RecordKind::Person { "" } else { &owner });
            item.set(&need::DUE, due);
        };
        filters.clear();
        state.open.take_up(link, &NEEDS, fill);
    };
    let named = text.clone();
    let way = live(move || match taken.get() {
        Some(id) => {
            let page = BookPage::Item(BookList::Plan, id);
            let way = link(to(state, page), say::IN_PLAN).child(unseen([": ", &named].concat()));
            el("p").child(way).into()
        }
        None => button(ADD_TO_PLAN, take)
            .class("secondary small")
            .child(unseen([": ", &named].concat()))
            .into(),
    });
    el("li").child(p(text).class("written")).child(quiet(about)).child(way)
}

/// The questions of the review, each with how clear the team is and how many needs came of it.
fn review(state: State) -> AnyView {
    let rows = move || {
        state.open.book(|book| {
            let review = Review::of(book);
            let needs = need::needs(book);
            let rows = review.answers.iter().map(|answer| {
                let count = needs.iter().filter(|need| need.came_up_at(answer.question)).count();
                let about = say::question(answer.clarity, count);
                el("li").child(p(asked(answer.question))).child(quiet(about))
            });
            el("ul").class("findings").children(rows).into()
        })
    };
    el("div")
        .child(p(say::ABOUT_QUESTIONS))
        .child(live(rows))
        .child(el("p").child(link(to(use_state(), BookPage::Review), GO_TO_REVIEW)))
        .into()
}
