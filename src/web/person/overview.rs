//! The overview of a person's learning: one next step, the learning year, the plan, and what is due.

use leptos::prelude::*;

use crate::audit::Status;
use crate::person::aim::is_overdue;
use crate::person::step::{self, What, dues};
use crate::person::{NextStep, diary, interview, target};
use crate::records::Record;
use crate::route::{BookList, BookPage, Route};
use crate::web::person::counts::meters;
use crate::web::person::prompts::all_waiting;
use crate::web::person::terms::page_of;
use crate::web::person::year::year;
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live, live_if, p, quiet, section, text_el, together};
use crate::words::person as say;

/// How many of the due items are shown.
const SHOWN: usize = 6;

/// The page that a person's book opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let today = state.today();
    let picture = section("year", say::YOUR_LEARNING_YEAR)
        .child(live(move || state.open.book(|book| year(book, today).into())))
        .child(meters(state));
    together(vec![
        text_el("h1", say::OVERVIEW).into(),
        next_step(move || {
            state.open.book(|book| {
                let (text, page, link) = said(book, &step::next_step(book, state.today()));
                (text, Route::book(book.kind(), &book.id, page), link.to_owned())
            })
        })
        .into(),
        all_waiting(state),
        picture.into(),
        plan(state).into(),
        due(state),
    ])
}

/// A step in a sentence, the page for it, and the words of the link.
fn said(book: &Record, step: &NextStep) -> (String, BookPage, &'static str) {
    let plain = |text: &str| text.to_owned();
    match step {
        NextStep::AfterCourse { entry, prompt } => {
            let name = diary::all(book).find(|each| each.0.id == *entry).map(say::diary::title);
            let text = say::overview::after_course(&name.unwrap_or_default(), *prompt);
            let page = BookPage::Item(BookList::Diary, entry.clone());
            (text, page, say::overview::GO_TO_ENTRY)
        }
        NextStep::FirstTarget => {
            (plain(say::overview::FIRST_TARGET), BookPage::Plan, say::GO_TO_PLAN)
        }
        NextStep::Confirm(id) => {
            let name = interview::all(book).find(|each| each.0.id == *id);
            let name = name.map(say::interviews::title).unwrap_or_default();
            let page = BookPage::Item(BookList::Interviews, id.clone());
            (say::overview::was_it_held(&name), page, say::overview::GO_TO_INTERVIEW)
        }
        NextStep::ReviewYear => {
            (plain(say::overview::REVIEW_YEAR), BookPage::Review, say::overview::GO_TO_REVIEW)
        }
        NextStep::BeginNextYear => {
            (plain(say::overview::BEGIN_NEXT_YEAR), BookPage::About, say::START_NEXT_YEAR)
        }
        NextStep::Late(due) => {
            let text = say::overview::was_due(&due.what, name(book, &due.what), due.by);
            (text, page_of(&due.what), say::overview::go_to(&due.what))
        }
        NextStep::FirstStandard => (
            plain(say::overview::FIRST_STANDARD),
            BookPage::Standards,
            say::overview::GO_TO_STANDARDS,
        ),
        NextStep::FirstEntry => {
            (plain(say::overview::FIRST_ENTRY), BookPage::Diary, say::GO_TO_DIARY)
        }
        NextStep::Coming(due) => {
            let text = say::overview::is_due(&due.what, name(book, &due.what), due.by);
            (text, page_of(&due.what), say::overview::go_to(&due.what))
        }
        NextStep::Nothing => (plain(say::overview::NOTHING_DUE), BookPage::Diary, say::GO_TO_DIARY),
    }
}

/// The text of the target, or the partner of the interview, that is due. Empty if nobody has said, and
/// for anything else.
fn name<'a>(book: &'a Record, what: &What) -> &'a str {
    let name = match what {
        What::Target(id) => {
            target::all(book).find(|target| target.0.id == *id).map(|target| target.text())
        }
        What::Interview(id) => {
            interview::all(book).find(|each| each.0.id == *id).map(|each| each.partner())
        }
        What::InterviewToPlan | What::Day | What::Review => None,
    };
    name.unwrap_or_default().trim()
}

/// How many targets have each status, and how many are late.
fn plan(state: State) -> El {
    let today = state.today();
    let list = live(move || {
        state.open.book(|book| {
            let late = target::all(book).filter(|target| is_overdue(target.0, today)).count();
            let late = (late > 0).then(|| p(say::overview::overdue(late)).class("badge due"));
            let numbers = target::by_status(book);
            if numbers.iter().all(|number| *number == 0) {
                return quiet(say::overview::NO_TARGETS).into();
            }
            let parts = Status::ALL.into_iter().zip(numbers).filter(|(_, number)| *number > 0);
            let parts = parts.map(|(status, number)| {
                el("li")
                    .child(text_el("strong", number.to_string()))
                    .text(say::overview::with_status(status))
            });
            let list = el("ul").class("plain numbers").children(parts);
            together(vec![list.into(), live_or_nothing(late)])
        })
    });
    let to = state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Plan));
    section("plan", say::TARGETS).child(list).child(el("p").child(link(to, say::GO_TO_PLAN)))
}

fn live_or_nothing(view: Option<El>) -> AnyView {
    view.map_or_else(crate::web::ui::element::nothing, AnyView::from)
}

/// What is due, the earliest first; empty if nothing is.
fn due(state: State) -> AnyView {
    let today = state.today();
    live_if(move || {
        state.open.book(|book| {
            let dues = dues(book);
            let rows = dues.iter().take(SHOWN).map(|due| {
                let to = Route::book(book.kind(), &book.id, page_of(&due.what));
                let late =
                    (due.by < today).then(|| text_el("span", say::OVERDUE).class("badge due"));
                let what = say::overview::due(&due.what, name(book, &due.what));
                el("li")
                    .child(el("p").child(link(to, what)))
                    .child(quiet(say::overview::by(due.by)))
                    .maybe(late)
            });
            (!dues.is_empty()).then(|| {
                section("due", say::overview::DUE_NEXT)
                    .child(el("ul").class("findings").children(rows))
            })
        })
    })
}
