//! How clear the team is on each quality question: the picture, and the table that says the same.

use crate::records::Record;
use crate::team::Clarity;
use crate::team::review::Review;
use crate::web::chart::stepping::stepping;
use crate::web::team::questions::questions;
use crate::web::ui::element::{El, el, p, text_el};
use crate::words::team::review::{self as say, change, clarity};

/// The picture: for each question four stepping stones, up to where the team stands.
pub fn steps_of_clarity(book: &Record) -> El {
    let review = Review::of(book);
    let rows = questions().iter().zip(&review.answers).enumerate();
    let rows = rows.map(|(index, (question, answer))| {
        let last = review.last_answer(answer.question).and_then(|last| last.clarity);
        let stands = text_el("strong", clarity(answer.clarity));
        let change = change(review.change(answer.question));
        let changed = (!change.is_empty()).then(|| text_el("span", change).class("quiet"));
        let label = say::steps(answer.clarity, last);
        let number = [&(index + 1).to_string(), ". "].concat();
        let step = |clarity: Option<Clarity>| clarity.map(Clarity::step);
        el("li")
            .child(p(number).class("asked").text(question.text.as_str()))
            .child(stepping(step(answer.clarity), step(last), label))
            .child(el("p").class("stands").child(stands).maybe(changed))
    });
    let mut figure = el("figure")
        .class("steps-of-clarity")
        .child(text_el("figcaption", say::STEPS))
        .child(el("ol").class("plain").children(rows));
    if review.last_year.is_some() {
        figure = figure.child(p(say::LAST_YEAR_MARK).class("quiet").attr("aria-hidden", "true"));
    }
    figure
}

/// The table that says the same as the picture.
pub fn clarity_table(book: &Record) -> El {
    let review = Review::of(book);
    let last_year = review.last_year.is_some();
    let rows = questions().iter().zip(&review.answers).map(|(question, answer)| {
        let last = review.last_answer(answer.question).and_then(|last| last.clarity);
        el("tr")
            .child(text_el("th", question.text.as_str()).attr("scope", "row"))
            .child(text_el("td", question.clarity.as_str()))
            .child(text_el("td", clarity(answer.clarity)))
            .maybe(last_year.then(|| text_el("td", clarity(last))))
    });
    let mut head = say::COLUMNS.to_vec();
    head.extend(last_year.then_some(say::LAST_YEAR));
    let head = head.into_iter().map(|name| text_el("th", name).attr("scope", "col"));
    el("table")
        .class("standing-table")
        .child(text_el("caption", say::CLEAR_BY_QUESTION))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}
