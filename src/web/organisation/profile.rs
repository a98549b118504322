//! The picture of a round: how true each statement is here, beside the round before.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::round::{Counted, Line, Round, Said, Truth, profile};
use crate::web::chart::steps::{stepping_stones, steps_bar, steps_legend};
use crate::web::state::learning;
use crate::web::survey::figures::typed_in;
use crate::web::ui::element::{El, details, el, nothing, p, quiet, section, text_el, together};
use crate::words::organisation as say;

/// Both lists of statements as pictures with their tables.
pub fn profiles(round: Round, beside: Option<Round>) -> AnyView {
    let learning = learning();
    let counted = round.is_counted() || beside.is_some_and(|beside| beside.is_counted());
    let legend = counted.then(|| steps_legend(say::rounds::TRUE));
    together(vec![
        el("div")
            .class("profile-shown")
            .child(quiet(say::rounds::shown(round, beside)))
            .maybe(legend)
            .into(),
        list("characteristics-now", say::CHARACTERISTICS, &learning.characteristics, round, beside)
            .into(),
        list("feels-like-now", say::WHAT_IT_FEELS_LIKE, &learning.feels_like, round, beside).into(),
    ])
}

fn list(
    id: &'static str,
    heading: &'static str,
    statements: &[Text],
    round: Round,
    beside: Option<Round>,
) -> El {
    let lines = profile(statements, round, beside);
    let rows: Vec<El> = lines.iter().map(|line| row(line, round.is_counted())).collect();
    let table = details(say::SHOW_AS_A_TABLE, say::rounds::of_list(heading)).child(table(
        heading,
        &lines,
        round.is_counted(),
        beside.map(|beside| beside.is_counted()),
    ));
    section(id, heading)
        .maybe(say::rounds::changes(&lines).map(|changes| p(changes).class("changes")))
        .child(el("ol").class("profile").children(rows))
        .child(table)
}

fn row(line: &Line, counted: bool) -> El {
    let words = el("div").child(p(say::rounds::said(line.now, counted)));
    let before = line.before.map(|before| quiet(say::rounds::before(line.change(), before)));
    let example = match line.example.trim() {
        "" => None,
        example => Some(quiet(example).class("quiet written")),
    };
    el("li")
        .child(el("div").child(p(&*line.statement.text)).maybe(example))
        .child(picture(line, counted))
        .child(words.maybe(before))
}

/// What was said of a statement, as a drawing. Many people's answers: a bar, and below it what was said
/// before, as a bar or as stones. One person's answer: stones, with a mark below the step before, or
/// below the middle step if many answered before.
fn picture(line: &Line, counted: bool) -> AnyView {
    let bar = |counted: Counted| steps_bar(Truth::ALL.map(|step| counted.count(step)));
    let before = line.before.and_then(Said::middle).map(|step| step as usize);
    match line.now {
        Some(Said::Counted(now)) => {
            let below = match line.before {
                Some(Said::Counted(before)) => bar(before),
                Some(Said::Step(_)) => stepping_stones(before, None),
                None => nothing(),
            };
            el("div").child(bar(now)).child(below).into()
        }
        Some(Said::Step(now)) => stepping_stones(Some(now as usize), before),
        // Stones stand for what one person says, so a round of many draws none.
        None if counted => el("div").into(),
        None => stepping_stones(None, before),
    }
}

fn table(caption: &'static str, lines: &[Line], of_many: bool, beside: Option<bool>) -> El {
    let head = [say::rounds::STATEMENT, say::rounds::THIS_ROUND, say::rounds::ROUND_BEFORE];
    let columns = if beside.is_some() { 3 } else { 2 };
    let head = head.into_iter().take(columns).map(|name| text_el("th", name).attr("scope", "col"));
    let rows = lines.iter().map(|line| {
        let before =
            beside.map(|of_many| text_el("td", say::rounds::in_numbers(line.before, of_many)));
        el("tr")
            .child(text_el("th", &*line.statement.text).attr("scope", "row"))
            .child(text_el("td", say::rounds::in_numbers(line.now, of_many)))
            .maybe(before)
    });
    el("table")
        .class("figures")
        .child(text_el("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}

/// A round in short. For one by a person or a group: how many statements are how true, as a bar with
/// its table. For one by many people: how many answered.
pub fn summary(round: &Round) -> El {
    if round.is_counted() {
        let answered = say::rounds::have_answered(round.people().unwrap_or_default());
        return p([answered, typed_in(round.typed())].concat());
    }
    let learning = learning();
    let statements = learning.characteristics.iter().chain(&learning.feels_like);
    let mut counts = [0; 4];
    for step in statements.filter_map(|statement| round.step(&statement.id)) {
        counts[step as usize] += 1;
    }
    let rows = Truth::ALL.map(|step| {
        el("tr")
            .child(text_el("th", say::rounds::truth(step)).attr("scope", "row"))
            .child(text_el("td", counts[step as usize].to_string()))
    });
    let table = el("table")
        .class("figures")
        .child(text_el("caption", say::rounds::HOW_TRUE_ARE_THEY))
        .child(el("tbody").children(rows));
    el("div")
        .child(steps_bar(counts))
        .child(steps_legend(say::rounds::TRUE))
        .child(details(say::SHOW_AS_A_TABLE, say::rounds::OF_CHARACTERISTICS).child(table))
}
