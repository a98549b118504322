//! The overview of a team: how clear it is, one next step, the next review, and the plan.

use leptos::prelude::*;

use crate::audit::Status;
use crate::moment::Date;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{BookList, BookPage};
use crate::team::QUESTIONS;
use crate::team::common::common;
use crate::team::need::needs;
use crate::team::plan::{Order, counts, sorted};
use crate::team::review::{NextReview, Review};
use crate::team::step::{self, NextStep};
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, use_state};
use crate::web::team::questions::asked;
use crate::web::team::stepping::{clarity_table, steps_of_clarity};
use crate::web::team::way::to;
use crate::web::ui::element::{
    El, derived, details, el, link, live, p, quiet, section, text_el, together,
};
use crate::web::ui::meter::{bar, meter};
use crate::words;
use crate::words::team as say;
use crate::words::team::{need_title, review as of_review};

/// The page that a team opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let answered = move || (state.open.book(|book| Review::of(book).answered()), QUESTIONS.len());
    let done = move || {
        let by_status = state.open.book(|book| counts(book, state.today())).by_status;
        (by_status[Status::Done as usize], by_status.iter().sum::<usize>() - by_status[3])
    };
    let said = move || {
        let (done, all) = done();
        say::needs_met(done, all)
    };
    let meters = el("section")
        .class("meters")
        .attr("aria-label", say::HOW_FAR)
        .child(meter(derived(answered), say::QUESTIONS_ANSWERED))
        .child(bar(derived(done), derived(said)));
    together(vec![
        text_el("h1", say::OVERVIEW).into(),
        next_step(move || {
            state.open.book(|book| {
                let step = step::next_step(book, state.today());
                let link = say::next_step_link(&step).to_owned();
                (say::next_step(&step, asked), to(state, page_of(&step)), link)
            })
        })
        .into(),
        meters.into(),
        clear(state).into(),
        review(state).into(),
        plan(state).into(),
    ])
}

/// The page on which a step is done.
fn page_of(step: &NextStep) -> BookPage {
    match step {
        NextStep::BeginReview
        | NextStep::Answer(..)
        | NextStep::SayWhenHeld
        | NextStep::AddNeed(..)
        | NextStep::SetNextReview(_) => BookPage::Review,
        NextStep::BeginNextYear(_) => BookPage::About,
        NextStep::SeeToOverdue(need, _) | NextStep::PlanNeed(need, _) => {
            BookPage::Item(BookList::Plan, need.id().to_owned())
        }
        NextStep::AddFirstNeed | NextStep::Wait(_) => BookPage::Plan,
    }
}

fn clear(state: State) -> El {
    let picture = live(move || state.open.book(|book| steps_of_clarity(book).into()));
    let table = live(move || state.open.book(|book| clarity_table(book).into()));
    section("clear", of_review::HOW_CLEAR_WE_ARE)
        .child(picture)
        .child(details(say::SHOW_AS_TABLE, say::OF_CLARITY).child(table))
}

fn review(state: State) -> El {
    let held = live(move || {
        state.open.book(|book| {
            let review = Review::of(book);
            let present = review.present.trim();
            let present = (!present.is_empty())
                .then(|| quiet(say::took_part(present)).class("quiet written"));
            let next = next_review(&review, state.today());
            el("div").child(p(say::held(review.held))).maybe(present).maybe(next).into()
        })
    });
    section("review", say::THE_REVIEW)
        .child(held)
        .child(el("p").child(link(to(state, BookPage::Review), say::GO_TO_REVIEW)))
}

/// When the next review is, with a badge when it is soon or late; `None` if no day is known.
pub fn next_review(review: &Review, today: Date) -> Option<El> {
    let (day, badge) = match review.next(today) {
        NextReview::NotSet => return None,
        NextReview::Overdue(day) => (day, say::OVERDUE),
        NextReview::Soon(day) => (day, say::SOON),
        NextReview::Later(day) => (day, ""),
    };
    let badge = (!badge.is_empty()).then(|| p(badge).class("badge due"));
    let text = say::next_review(day, review.next_set().is_some());
    Some(el("div").child(p(text)).maybe(badge))
}

fn plan(state: State) -> El {
    let today = state.today();
    let content = live(move || {
        state.open.book(|book| {
            let counts = counts(book, today);
            let statuses = Status::ALL.into_iter().zip(counts.by_status);
            let rows = statuses.map(|(status, count)| {
                el("tr")
                    .child(text_el("th", words::status(status)).attr("scope", "row"))
                    .child(text_el("td", count.to_string()))
            });
            let table = el("table")
                .class("standing-table needs-by-status")
                .child(text_el("caption", say::NEEDS_BY_STATUS))
                .child(el("tbody").children(rows));
            el("div").child(table).maybe(overdue(state, book, today)).into()
        })
    });
    let shared = move || {
        let mine = state.open.id();
        let teams = state.open.books(RecordKind::Team);
        let found = common(&teams);
        let found =
            found.iter().filter(|common| common.teams.iter().any(|(team, _)| team.id == mine));
        say::needs_in_common(found.count())
    };
    let shared = el("a").attr("href", to(state, BookPage::Common).to_string()).live_text(shared);
    section("plan", say::THE_PLAN)
        .child(content)
        .child(el("p").child(link(to(state, BookPage::Plan), say::GO_TO_PLAN)))
        .child(el("p").child(shared))
}

fn overdue(state: State, book: &Record, today: Date) -> Option<El> {
    let late = needs(book).into_iter().filter(|need| need.overdue(today)).collect();
    let rows: Vec<El> = sorted(late, Order::Due)
        .into_iter()
        .map(|need| {
            let page = BookPage::Item(BookList::Plan, need.id().to_owned());
            let about = words::beside(&[&say::was_due(need.due), need.owner]);
            el("li").child(link(to(state, page), need_title(need.text))).child(quiet(about))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", say::OVERDUE))
            .child(el("ul").class("plain findings").children(rows))
    })
}
