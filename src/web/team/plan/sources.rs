//! The places that learning needs come from, each with what it offers.

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
use crate::web::team::words::{asked, clarity, to};
use crate::web::ui::element::{
    El, adding, button, el, link, live, memo, nothing, p, quiet, section, text_el, unseen,
};
use crate::web::ui::field::select_field;
use crate::web::words::{self, lead_in};

/// The three places that the plan takes needs from.
pub fn sources(state: State, filters: Filters) -> El {
    section("sources", "Where learning needs come from")
        .child(folded("From the organisation’s plan", move || organisation(state, filters)))
        .child(folded("From the team’s review", move || review(state)))
        .child(folded("From members’ learning plans", move || members(state, filters)))
}

/// A part that is made when it is first unfolded.
fn folded(summary: &'static str, content: impl Fn() -> AnyView + Send + 'static) -> El {
    let open = RwSignal::new(false);
    el("details")
        .class("more")
        .on("toggle", move |_| open.set(true))
        .child(text_el("summary", summary))
        .child(live(move || if open.get() { untrack(&content) } else { nothing() }))
}

/// A button that adds a need of a place whose record is not on this device.
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
    let add = by_hand(state, filters, "Add one by hand", Place::Organisation);
    let Some((first, _)) = audits.first().cloned() else {
        return el("div")
            .child(p("There is no audit on this device. Open the file of one to choose from its actions and its areas for development, or add a need by hand."))
            .child(el("p").child(link(Route::Open, "Open a file")))
            .child(add)
            .into();
    };
    let chosen = RwSignal::new(first);
    let choice = (audits.len() > 1)
        .then(|| select_field("Which audit", audits, chosen, move |audit| chosen.set(audit)));
    let offers = live(move || {
        let framework = state.device.framework();
        match state.open.audit_here(&chosen.get()).as_ref().and_then(Audit::of) {
            Some(audit) => offered(state, filters, audit_offers(audit, framework)),
            None => p("This audit could not be read.").into(),
        }
    });
    el("div")
        .child(p("Open actions of the audit, then its areas for development. Take up what this team has to learn something for."))
        .maybe(choice)
        .child(offers)
        .child(add)
        .into()
}

/// What an audit offers, each with a line about it. An indicator reads on from whom it is about.
fn audit_offers(audit: Audit<'_>, framework: &Framework) -> Vec<(Offer, String)> {
    let offers = of_audit(audit, framework).into_iter();
    let said = offers.map(|mut offer| match framework.indicator(&offer.link.item) {
        Some((area, indicator)) => {
            let lead_in = lead_in(indicator.subject);
            offer.link.text = [lead_in, " ", &indicator.text].concat();
            let stage = words::stage(indicator.stage);
            let about = ["Area for development · ", &area.id, " · ", stage].concat();
            (offer, about)
        }
        None => {
            let due = offer.due.map(|due| ["by ", &words::day(due)].concat());
            let about =
                words::beside(&["Action", &offer.owner, due.as_deref().unwrap_or_default()]);
            (offer, about)
        }
    });
    said.collect()
}

fn members(state: State, filters: Filters) -> AnyView {
    let add = by_hand(state, filters, "Add one by hand", Place::Members);
    let offers = live(move || {
        let people = state.open.books(RecordKind::Learner);
        let offers: Vec<(Offer, String)> = people
            .iter()
            .flat_map(of_person)
            .map(|offer| {
                let due = offer.due.map(|due| ["by ", &words::day(due)].concat());
                let about = words::beside(&[&offer.owner, due.as_deref().unwrap_or_default()]);
                (offer, about)
            })
            .collect();
        if offers.is_empty() {
            return p("Nobody’s shared targets are on this device yet. A learning plan is private: its owner chooses what to share and saves that as a file. Open the file here, and the targets in it can be taken up.").into();
        }
        offered(state, filters, offers)
    });
    el("div")
        .child(p("The open targets that members have shared with you. Many are best met by the whole team."))
        .child(offers)
        .child(el("p").child(link(Route::Open, "Open a file")))
        .child(add)
        .into()
}

/// Offers, each with a button to take it up or the way to the need that came of it.
fn offered(state: State, filters: Filters, offers: Vec<(Offer, String)>) -> AnyView {
    if offers.is_empty() {
        return p("It has nothing open that could be taken up.").class("empty").into();
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
            item.set(&need::OWNER, if link.kind == RecordKind::Learner { "" } else { &owner });
            item.set(&need::DUE, due);
        };
        filters.clear();
        state.open.take_up(link, &NEEDS, fill);
    };
    let named = text.clone();
    let way = live(move || match taken.get() {
        Some(id) => {
            let page = BookPage::Item(BookList::Plan, id);
            let way = link(to(state, page), "In the plan").child(unseen([": ", &named].concat()));
            el("p").child(way).into()
        }
        None => button("Take it up", take)
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
                let about = words::beside(&[
                    clarity(answer.clarity),
                    &words::count(count, "learning need", "learning needs"),
                ]);
                el("li").child(p(asked(answer.question))).child(quiet(about))
            });
            el("ul").class("findings").children(rows).into()
        })
    };
    el("div")
        .child(p(
            "In the review, learning needs are added beside the question that they come from.",
        ))
        .child(live(rows))
        .child(el("p").child(link(to(use_state(), BookPage::Review), "Go to the review")))
        .into()
}
