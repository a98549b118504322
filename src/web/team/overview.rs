//! The overview of a team: how clear it is, one next step, the next review, and the plan.

use leptos::prelude::*;

use crate::audit::Status;
use crate::moment::Date;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{BookList, BookPage};
use crate::team::common::common;
use crate::team::need::needs;
use crate::team::plan::{Order, counts, sorted};
use crate::team::review::{NextReview, Review};
use crate::team::step::{self, NextStep};
use crate::team::{Need, QUESTIONS};
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, use_state};
use crate::web::team::stepping::{clarity_table, steps_of_clarity};
use crate::web::team::words::{asked, clarity, need_title, to};
use crate::web::ui::element::{
    El, derived, details, el, link, live, p, quiet, section, text_el, together,
};
use crate::web::ui::meter::{bar, meter};
use crate::web::words;

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
        [&done.to_string(), " of ", &words::count(all, "learning need", "learning needs"), " met"]
            .concat()
    };
    let meters = el("section")
        .class("meters")
        .attr("aria-label", "How far you are")
        .child(meter(derived(answered), "questions answered"))
        .child(bar(derived(done), derived(said)));
    together(vec![
        text_el("h1", "Overview").into(),
        next_step(move || {
            let (page, text, link) =
                state.open.book(|book| told(&step::next_step(book, state.today())));
            (text, to(state, page), link.to_owned())
        })
        .into(),
        meters.into(),
        clear(state).into(),
        review(state).into(),
        plan(state).into(),
    ])
}

fn told(step: &NextStep) -> (BookPage, String, &'static str) {
    const TO_REVIEW: &str = "Go to the review";
    const TO_PLAN: &str = "Go to the plan";
    const TO_NEED: &str = "Go to the need";
    let need_page = |need: &Need| BookPage::Item(BookList::Plan, need.id().to_owned());
    let more = |count: usize, one: &str, many: &str| match count {
        1 => String::new(),
        count => [" ", &words::count(count - 1, one, many)].concat(),
    };
    match step {
        NextStep::BeginReview => (
            BookPage::Review,
            "Hold the team’s review: six questions, to talk through together. An hour or two is enough, and it can be done in parts.".to_owned(),
            "Begin the review",
        ),
        NextStep::Answer(question, left) => (
            BookPage::Review,
            [
                &words::count(*left, "question of the review is", "questions of the review are"),
                " still to answer. Next: “",
                asked(question),
                "”",
            ]
            .concat(),
            TO_REVIEW,
        ),
        NextStep::SayWhenHeld => (
            BookPage::Review,
            "Every question is answered. Say when the review was held, so that the next one can be planned.".to_owned(),
            TO_REVIEW,
        ),
        NextStep::BeginNextYear(day) => (
            BookPage::About,
            ["The next review was planned for ", &words::day(*day), ". Start next year’s from this one: what is not done comes along."].concat(),
            "Go to “About this team”",
        ),
        NextStep::SeeToOverdue(need, count) => (
            need_page(need),
            [
                "The day has passed for “",
                need_title(need.text),
                "”. Say how it is going, or set another day.",
                &more(*count, "more is overdue.", "more are overdue."),
            ]
            .concat(),
            TO_NEED,
        ),
        NextStep::AddNeed(question, found) => (
            BookPage::Review,
            [
                "On “",
                asked(question),
                "” you said “",
                clarity(Some(*found)),
                "”. What would the team need to learn? Add it to the plan.",
            ]
            .concat(),
            TO_REVIEW,
        ),
        NextStep::PlanNeed(need, count) => (
            need_page(need),
            [
                "Say what will be done about “",
                need_title(need.text),
                "”, who sees to it, and by when.",
                &more(*count, "more waits for a plan.", "more wait for a plan."),
            ]
            .concat(),
            TO_NEED,
        ),
        NextStep::AddFirstNeed => (
            BookPage::Plan,
            "The review is done. Now collect what the team needs to learn: from the organisation’s plan, from the review, and from its members.".to_owned(),
            TO_PLAN,
        ),
        NextStep::SetNextReview(day) => (
            BookPage::Review,
            ["Set the day of the next review. A year after this one is ", &words::day(*day), "."].concat(),
            TO_REVIEW,
        ),
        NextStep::Wait(day) => (
            BookPage::Plan,
            ["Everything is planned. The next review is on ", &words::day(*day), ". Until then, keep the plan up to date."].concat(),
            TO_PLAN,
        ),
    }
}

fn clear(state: State) -> El {
    let picture = live(move || state.open.book(|book| steps_of_clarity(book).into()));
    let table = live(move || state.open.book(|book| clarity_table(book).into()));
    section("clear", "How clear we are")
        .child(picture)
        .child(details("The picture as a table", ", how clear we are").child(table))
}

fn review(state: State) -> El {
    let held = live(move || {
        state.open.book(|book| {
            let review = Review::of(book);
            let held = match review.held {
                Some(day) => ["Held on ", &words::day(day), "."].concat(),
                None => "Not held yet this year.".to_owned(),
            };
            let present = review.present.trim();
            let present = (!present.is_empty())
                .then(|| quiet(["Took part: ", present].concat()).class("quiet written"));
            let next = next_review(&review, state.today());
            el("div").child(p(held)).maybe(present).maybe(next).into()
        })
    });
    section("review", "The review")
        .child(held)
        .child(el("p").child(link(to(state, BookPage::Review), "Go to the review")))
}

/// When the next review is, with a badge when it is soon or late.
pub fn next_review(review: &Review, today: Date) -> Option<El> {
    let (day, badge) = match review.next(today) {
        NextReview::NotSet => return None,
        NextReview::Overdue(day) => (day, "Overdue"),
        NextReview::Soon(day) => (day, "Soon"),
        NextReview::Later(day) => (day, ""),
    };
    let set = if review.next_set().is_some() { "." } else { ", a year after this one." };
    let badge = (!badge.is_empty()).then(|| p(badge).class("badge due"));
    let text = ["Next review: ", &words::day(day), set].concat();
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
                .child(text_el("caption", "Learning needs by status"))
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
        let count = found.count();
        if count == 0 {
            return "See what the team has in common with others".to_owned();
        }
        [&words::count(count, "need is", "needs are"), " in common with other teams"].concat()
    };
    let shared = el("a").attr("href", to(state, BookPage::Common).to_string()).live_text(shared);
    section("plan", "The development plan")
        .child(content)
        .child(el("p").child(link(to(state, BookPage::Plan), "Go to the plan")))
        .child(el("p").child(shared))
}

fn overdue(state: State, book: &Record, today: Date) -> Option<El> {
    let late = needs(book).into_iter().filter(|need| need.overdue(today)).collect();
    let rows: Vec<El> = sorted(late, Order::Due)
        .into_iter()
        .map(|need| {
            let page = BookPage::Item(BookList::Plan, need.id().to_owned());
            let due = need.due.map(words::day).unwrap_or_default();
            let about = words::beside(&[&["was due ", &due].concat(), need.owner]);
            el("li").child(link(to(state, page), need_title(need.text))).child(quiet(about))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", "Overdue"))
            .child(el("ul").class("plain findings").children(rows))
    })
}
