//! The picture of a round: how true each statement is here, beside the round before.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::round::{Change, Counted, Line, Round, Said, Truth, profile};
use crate::web::chart::steps::{stepping_stones, steps_bar, steps_legend};
use crate::web::organisation::words as said;
use crate::web::state::learning;
use crate::web::survey::figures::typed_in;
use crate::web::ui::element::{El, details, el, nothing, p, quiet, section, text_el, together};
use crate::web::words;

/// Both lists of statements as pictures with their tables.
pub fn profiles(round: Round, beside: Option<Round>) -> AnyView {
    let learning = learning();
    let counted = round.is_counted() || beside.is_some_and(|beside| beside.is_counted());
    let legend = counted.then(|| steps_legend(said::TRUE));
    together(vec![
        el("div")
            .class("profile-shown")
            .child(quiet(what_is_shown(round, beside)))
            .maybe(legend)
            .into(),
        list("characteristics-now", "Characteristics", &learning.characteristics, round, beside)
            .into(),
        list("feels-like-now", "What it feels like", &learning.feels_like, round, beside).into(),
    ])
}

fn what_is_shown(round: Round, beside: Option<Round>) -> String {
    let now = if round.is_counted() {
        "Each bar shows how many chose each step."
    } else {
        "Each statement has four stones: the more are filled, the truer it is here."
    };
    let Some(beside) = beside else { return now.to_owned() };
    let below = match (round.is_counted(), beside.is_counted()) {
        (true, true) => " The bar below it shows the round before: ",
        (true, false) => " The stones below it show the round before, the more filled the truer: ",
        (false, true) => " The mark below shows the middle answer of the round before: ",
        (false, false) => " The mark below shows the round before: ",
    };
    let by = said::by(&beside);
    let by = if by.is_empty() { by } else { [", ", &by].concat() };
    [now, below, &said::day(beside.date()), &by, "."].concat()
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
    let table = details("The picture as a table", [", ", heading].concat()).child(table(
        heading,
        &lines,
        round.is_counted(),
        beside.map(|beside| beside.is_counted()),
    ));
    section(id, heading)
        .maybe(changes(&lines).map(|changes| p(changes).class("changes")))
        .child(el("ol").class("profile").children(rows))
        .child(table)
}

/// How many statements are truer than before, and how many less true.
fn changes(lines: &[Line]) -> Option<String> {
    let number = |change| lines.iter().filter(|line| line.change() == Some(change)).count();
    let (up, same, down) = (number(Change::Up), number(Change::Same), number(Change::Down));
    (up + same + down > 0)
        .then(|| format!("Beside the round before: {up} truer, {same} as true, {down} less true."))
}

fn row(line: &Line, counted: bool) -> El {
    let words = el("div").child(p(said::said(line.now, counted)));
    let before = line.before.map(|before| {
        let change = match line.change() {
            Some(Change::Up) => "Truer. ",
            Some(Change::Down) => "Less true. ",
            Some(Change::Same) | None => "",
        };
        quiet([change, "Before: ", &lower(&said::said(Some(before), false))].concat())
    });
    let example = match line.example.trim() {
        "" => None,
        example => Some(quiet(example).class("quiet written")),
    };
    el("li")
        .child(el("div").child(p(&*line.statement.text)).maybe(example))
        .child(picture(line, counted))
        .child(words.maybe(before))
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    [&first, letters.as_str()].concat()
}

/// What was said of a statement, for the eye. Below what many said stands what was said before, as a bar
/// or as stones; below the stones of one, a mark shows the middle of it.
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
        // Stones are for what one person says.
        None if counted => el("div").into(),
        None => stepping_stones(None, before),
    }
}

fn table(caption: &'static str, lines: &[Line], of_many: bool, beside: Option<bool>) -> El {
    let head = ["Statement", "This round", "The round before"];
    let columns = if beside.is_some() { 3 } else { 2 };
    let head = head.into_iter().take(columns).map(|name| text_el("th", name).attr("scope", "col"));
    let rows = lines.iter().map(|line| {
        let before = beside.map(|of_many| text_el("td", numbers(line.before, of_many)));
        el("tr")
            .child(text_el("th", &*line.statement.text).attr("scope", "row"))
            .child(text_el("td", numbers(line.now, of_many)))
            .maybe(before)
    });
    el("table")
        .class("figures")
        .child(text_el("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}

/// What a round says of a statement, with every number.
fn numbers(what: Option<Said>, of_many: bool) -> String {
    let Some(Said::Counted(counted)) = what else { return said::said(what, of_many) };
    let mut parts: Vec<String> = Truth::ALL
        .into_iter()
        .map(|step| [said::truth(step), ": ", &counted.count(step).to_string()].concat())
        .collect();
    parts.push(["Don’t know: ", &counted.dont_know().to_string()].concat());
    parts.join("; ")
}

/// How many statements a round finds how true, as one bar with its table.
pub fn summary(round: &Round) -> El {
    if round.is_counted() {
        let people = round.people().unwrap_or_default() as usize;
        let answered = words::count(people, "person has answered.", "people have answered.");
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
            .child(text_el("th", said::truth(step)).attr("scope", "row"))
            .child(text_el("td", counts[step as usize].to_string()))
    });
    let table = el("table")
        .class("figures")
        .child(text_el("caption", "How many of the 19 statements are how true"))
        .child(el("tbody").children(rows));
    el("div")
        .child(steps_bar(counts))
        .child(steps_legend(said::TRUE))
        .child(details("The picture as a table", ", characteristics").child(table))
}
