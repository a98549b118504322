//! The characteristics asked of many people: where their survey stands, what may be seen of it beside
//! another round, and keeping that as a round.

use leptos::prelude::*;

use crate::organisation::many;
use crate::organisation::round::{self, Round};
use crate::records::{Entry, Slot};
use crate::records::{Item, Record};
use crate::route::{BookPage, SurveyPage};
use crate::web::organisation::places::route;
use crate::web::organisation::profile::profiles;
use crate::web::state::{State, learning};
use crate::web::survey::pages::written;
use crate::web::survey::{figures, hidden};
use crate::web::ui::element::{El, adding, el, link, p, quiet, section, text_el};
use crate::words::organisation as say;

/// The section about the survey: where it stands, and the link to it.
pub fn asking(state: State, book: &Record) -> El {
    let section = section("many", say::rounds::ASK_EVERYONE).class("on-screen");
    let to = |text: &'static str| {
        let there =
            link(state.survey.survey_page(SurveyPage::Manage), text).class("button secondary");
        el("p").child(there)
    };
    let Some(collected) = book.collected() else {
        return section.child(p(say::rounds::HOW_TO_ASK)).child(to(say::rounds::ASK_EVERYONE));
    };
    let title = el("p").child(text_el("strong", collected.survey.title.trim()));
    let kept = many::kept(learning(), book);
    let section = match (hidden::why_hidden(collected), kept) {
        (Some(why), _) => section.child(title).child(p(why)),
        (None, Some(kept)) => {
            let there = route(state, BookPage::Round(kept.id().to_owned()));
            let round = link(there, say::rounds::see_round_of(kept.date()));
            section.child(title).child(p(say::rounds::KEPT_ALREADY)).child(el("p").child(round))
        }
        (None, None) => section.child(title).child(p(figures::who_answered(collected))),
    };
    section.maybe(hidden::still_waiting(collected).map(quiet)).child(to(say::rounds::GO_TO_SURVEY))
}

/// What may be seen of the survey and is not kept yet, beside another round, with the button that keeps
/// it as a round. `None` if there is nothing to keep.
pub fn not_kept(state: State, book: &Record) -> Option<Vec<AnyView>> {
    let seen = many::seen(learning(), book).filter(|_| !many::is_kept(learning(), book))?;
    let round = Round::of(&seen);
    let keep = move || {
        let today = state.today();
        let item = state.open.book_untracked(|book| many::to_keep(learning(), book, today));
        if let Some(item) = item {
            keep(state, item);
        }
    };
    let head = section("last", say::rounds::WHAT_PEOPLE_SAID)
        .child(p(say::rounds::WHY_KEEP).class("on-screen"))
        .child(el("div").class("buttons").child(adding(say::rounds::KEEP_AS_A_ROUND, keep)));
    Some(vec![
        head.into(),
        profiles(round, many::beside(book)),
        written(round.comments().cloned().collect()),
    ])
}

fn keep(state: State, item: Item) {
    let id = item.id.clone();
    let slot = Slot::item(&round::LIST, &id);
    state.open.edit_with_undo(vec![(slot, Entry::Item(item))], say::rounds::KEPT);
    state.go(&route(state, BookPage::Round(id)));
}
