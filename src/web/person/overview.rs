//! The overview of a person's learning: one next step, the learning year, the plan, and what is due.

use leptos::prelude::*;

use crate::audit::Status;
use crate::learner::aim::is_overdue;
use crate::learner::step::{self, Due, What, dues};
use crate::learner::{NextStep, Prompt, diary, interview, target};
use crate::records::Record;
use crate::route::{BookList, BookPage, Route};
use crate::web::person::counts::meters;
use crate::web::person::interviews::called;
use crate::web::person::prompts::all_waiting;
use crate::web::person::terms::{page_of, title};
use crate::web::person::year::year;
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live, live_if, p, section, text_el, together};
use crate::web::words;

/// How many of the things that are due are shown.
const SHOWN: usize = 6;

/// The page that a person's book opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let today = state.today();
    let picture = section("year", "Your learning year")
        .child(live(move || state.open.book(|book| year(book, today).into())))
        .child(meters(state));
    together(vec![
        text_el("h1", "Overview").into(),
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
            let name = diary::all(book).find(|each| each.0.id == *entry).map(title);
            let name = name.unwrap_or_default();
            let what = match prompt {
                Prompt::Reflect => ": write down what you learned, before it fades.",
                Prompt::Account => ": tell your learning partner or your manager what came of it.",
                Prompt::Share => ": share it with others, in a meeting, on paper or on screen.",
            };
            let page = BookPage::Item(BookList::Diary, entry.clone());
            (["“", &name, "”", what].concat(), page, "Go to the entry")
        }
        NextStep::FirstTarget => (
            plain("Write your first target: what would you like to learn this year?"),
            BookPage::Plan,
            "Go to the learning plan",
        ),
        NextStep::Confirm(id) => {
            let name = interview::all(book).find(|each| each.0.id == *id).map(called);
            let text = ["The interview of ", &name.unwrap_or_default(), ": was it held?"].concat();
            (text, BookPage::Item(BookList::Interviews, id.clone()), "Say whether it was held")
        }
        NextStep::ReviewYear => (
            plain("Your learning year is over. Look back on it in your annual review."),
            BookPage::Review,
            "Go to the annual review",
        ),
        NextStep::BeginNextYear => (
            plain("Your learning year is over, and reviewed. Start next year’s from this one."),
            BookPage::About,
            "Start next year’s",
        ),
        NextStep::Late(due) => {
            let text = [&what(book, due), " was due by ", &words::day(due.by), "."].concat();
            (text, page_of(&due.what), link_text(&due.what))
        }
        NextStep::FirstStandard => (
            plain(
                "Put down what your post asks for: the learning standards against which you can see what you learn.",
            ),
            BookPage::Standards,
            "Go to the learning standards",
        ),
        NextStep::FirstEntry => (
            plain("Write your first diary entry: something small that you learned this week."),
            BookPage::Diary,
            "Go to the diary",
        ),
        NextStep::Coming(due) => {
            let text = ["Next: ", &what(book, due), ", by ", &words::day(due.by), "."].concat();
            (text, page_of(&due.what), link_text(&due.what))
        }
        NextStep::Nothing => (
            plain("Nothing is due. Write down what you learn as it comes."),
            BookPage::Diary,
            "Go to the diary",
        ),
    }
}

/// What is due, as the beginning of a sentence.
fn what(book: &Record, due: &Due) -> String {
    match &due.what {
        What::Target(id) => {
            let target = target::all(book).find(|target| target.0.id == *id);
            let text = target.map(|target| target.text().trim()).unwrap_or_default();
            if text.is_empty() {
                "A target".to_owned()
            } else {
                ["The target “", text, "”"].concat()
            }
        }
        What::Interview(id) => {
            let interview = interview::all(book).find(|each| each.0.id == *id);
            let with = interview.map(|each| each.partner().trim()).unwrap_or_default();
            match with {
                "" => "A learning interview".to_owned(),
                with => ["The learning interview with ", with].concat(),
            }
        }
        What::InterviewToPlan => "Another learning interview".to_owned(),
        What::Day => "Another day off the job".to_owned(),
        What::Review => "The annual review".to_owned(),
    }
}

fn link_text(what: &What) -> &'static str {
    match what {
        What::Target(_) => "Go to the target",
        What::Interview(_) => "Go to the interview",
        What::InterviewToPlan | What::Day => "Go to interviews and days",
        What::Review => "Go to the annual review",
    }
}

/// The targets by their status.
fn plan(state: State) -> El {
    let today = state.today();
    let list = live(move || {
        state.open.book(|book| {
            let late = target::all(book).filter(|target| is_overdue(target.0, today)).count();
            let late = (late > 0).then(|| {
                p(words::count(late, "target is overdue", "targets are overdue")).class("badge due")
            });
            let numbers = target::by_status(book);
            if numbers.iter().all(|number| *number == 0) {
                return p("No target yet.").class("quiet").into();
            }
            let parts = Status::ALL.into_iter().zip(numbers).filter(|(_, number)| *number > 0);
            let parts = parts.map(|(status, number)| {
                el("li")
                    .child(text_el("strong", number.to_string()))
                    .text([" ", &words::status(status).to_lowercase()].concat())
            });
            let list = el("ul").class("plain numbers").children(parts);
            together(vec![list.into(), live_or_nothing(late)])
        })
    });
    let to = state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Plan));
    section("plan", "Targets").child(list).child(el("p").child(link(to, "Go to the learning plan")))
}

fn live_or_nothing(view: Option<El>) -> AnyView {
    view.map_or_else(crate::web::ui::element::nothing, AnyView::from)
}

/// What is due, the earliest first.
fn due(state: State) -> AnyView {
    let today = state.today();
    live_if(move || {
        state.open.book(|book| {
            let dues = dues(book);
            let rows = dues.iter().take(SHOWN).map(|due| {
                let to = Route::book(book.kind(), &book.id, page_of(&due.what));
                let late = (due.by < today).then(|| text_el("span", "Overdue").class("badge due"));
                let by = ["By ", &words::day(due.by)].concat();
                el("li")
                    .child(el("p").child(link(to, what(book, due))))
                    .child(p(by).class("quiet"))
                    .maybe(late)
            });
            (!dues.is_empty()).then(|| {
                section("due", "Due next").child(el("ul").class("findings").children(rows))
            })
        })
    })
}
