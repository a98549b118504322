//! Each statement with how people answered it: in a bar, in words and in a table; and what has changed
//! since last year.

use leptos::prelude::*;

use crate::order::in_order;
use crate::survey::results::{Results, StatementResult};
use crate::survey::{Answer, Counts};
use crate::web::chart::diverging::{diverging, legend};
use crate::web::state::State;
use crate::web::survey::pages::{row, table};
use crate::web::survey::results::seen::{Seen, shown};
use crate::web::ui::element::{El, details, el, live, nothing, p, quiet, section, text_el};
use crate::web::ui::field::select_field;
use crate::words::survey::results::{self as say, figures};

/// The orders to choose from.
const ORDERS: [(&str, &str); 3] =
    [("asked", say::AS_ASKED), ("most", say::MOST_FIRST), ("least", say::LEAST_FIRST)];

/// Every statement with its bar, and all of them as a table.
pub fn by_statement(state: State, seen: Seen) -> El {
    let order = RwSignal::new("asked".to_owned());
    let orders = ORDERS.map(|(value, name)| (value.to_owned(), name.to_owned())).to_vec();
    let choice =
        select_field(say::ORDER, Signal::stored(orders), order, move |value| order.set(value));
    let rows = live(move || {
        let order = order.get();
        seen.with(|results| match results {
            Some(results) => {
                let rows = ordered(results, &order).into_iter().map(|it| statement(state, it));
                el("ol").class("plain statements").children(rows).into()
            }
            None => nothing(),
        })
    });
    let as_table = shown(seen, move |results| as_table(state, results).into());
    section("statements", say::BY_STATEMENT)
        .child(p(say::ABOUT_BARS))
        .child(legend())
        .child(el("div").class("tools").child(choice))
        .child(rows)
        .child(details(say::SHOW_AS_TABLE, say::TABLE_OF_ANSWERS).child(as_table))
}

fn ordered<'a>(results: &'a Results, order: &str) -> Vec<&'a StatementResult> {
    let all = results.statements.iter().collect();
    // In either order a statement without a figure comes last: no percentage is above 100.
    let percent = |it: &StatementResult| it.agreement.map(|share| share.percent());
    match order {
        "most" => in_order(all, |one, other| percent(one) > percent(other)),
        "least" => in_order(all, |one, other| {
            percent(one).unwrap_or(u32::MAX) < percent(other).unwrap_or(u32::MAX)
        }),
        _ => all,
    }
}

/// A statement's number, counted from 1, and its words.
fn asked(state: State, id: &str) -> (usize, &'static str) {
    let statements = &state.device.framework().statements;
    let place = statements.iter().position(|statement| statement.id == id).unwrap_or_default();
    (place + 1, statements.get(place).map_or("", |statement| &statement.text))
}

fn statement(state: State, result: &StatementResult) -> El {
    let (number, words) = asked(state, &result.id);
    let words = el("p")
        .class("statement")
        .child(text_el("span", number.to_string()).class("number"))
        .child(text_el("span", words));
    let row = el("li").child(words);
    if result.too_few {
        return row.child(quiet(say::TOO_FEW_TO_SHOW));
    }
    row.child(diverging(&result.counts))
        .child(said(result))
        .child(quiet(figures::counts(&result.counts)))
}

/// The agreement, how many answered, how it compares with the cut-off, and the change since last year.
fn said(result: &StatementResult) -> El {
    let mut parts = vec![say::answered(result.answered)];
    if let Some(share) = result.agreement {
        parts.push(figures::against_cut_off(share));
    }
    if let Some(change) = result.change() {
        parts.push(say::since_last_year(change));
    }
    el("p")
        .class("said")
        .child(text_el("strong", figures::agreement(result)))
        .text([" · ", &parts.join(" · ")].concat())
}

fn as_table(state: State, results: &Results) -> El {
    let cells = |counts: &Counts| counts.iter().map(u32::to_string).collect::<Vec<_>>();
    let rows = results.statements.iter().map(|result| {
        let (number, words) = asked(state, &result.id);
        let head = format!("{number}. {words}");
        if result.too_few {
            let none = text_el("td", figures::TOO_FEW).attr("colspan", "8");
            return row(head, Vec::new()).child(none);
        }
        let mut cells = cells(&result.counts);
        cells.push(result.answered.to_string());
        cells.push(figures::share(result.agreement));
        row(head, cells)
    });
    let [strongly, agree, neither, disagree, strongly_disagree, dont_know] =
        Answer::ALL.map(Answer::label);
    let head = [
        say::STATEMENT,
        strongly,
        agree,
        neither,
        disagree,
        strongly_disagree,
        dont_know,
        say::ANSWERED,
        say::AGREE,
    ];
    table(say::ANSWERS, &head, rows.collect())
}

/// A table of what has changed since last year's survey; empty if no statement can be compared.
pub fn since_last_year(state: State, seen: Seen) -> AnyView {
    shown(seen, move |results| {
        let changed = results.statements.iter().filter_map(|result| {
            let (number, words) = asked(state, &result.id);
            let cells = vec![
                figures::share(result.last_year),
                figures::share(result.agreement),
                figures::change(result.change()?),
            ];
            Some(row(format!("{number}. {words}"), cells))
        });
        let rows: Vec<El> = changed.collect();
        if rows.is_empty() {
            return nothing();
        }
        let head = [say::STATEMENT, say::LAST_YEAR, say::THIS_YEAR, say::CHANGE];
        section("last-year", say::SINCE_LAST_YEAR)
            .child(p(say::ABOUT_CHANGES))
            .child(table(say::BOTH_YEARS, &head, rows))
            .into()
    })
}
