//! Typing in the counts of each statement, in a table that is checked as it is typed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::framework::Text;
use crate::survey::paper::{COLUMNS, Paper};
use crate::survey::response::LONGEST_COMMENT;
use crate::survey::sheets::{SheetProblem, Sheets, typed_number};
use crate::survey::{Answer, MOST_INVITED, statement_id};
use crate::web::shared::focus::{focus, focus_soon};
use crate::web::survey::tally::draft::Draft;
use crate::web::ui::element::{
    El, ElementRef, button, derived, el, live_if, memo, p, quiet, text_el, together, unseen,
};
use crate::web::ui::field::{show_value, text_area, text_field};
use crate::words::survey::collect::tally as say;

/// The fields and buttons for typing counts.
pub fn counts(draft: Draft) -> AnyView {
    // Until the person tries to add the counts, an incomplete row is no mistake.
    let tried = RwSignal::new(false);
    let number = memo(move || draft.read(number));
    let number_problem = derived(move || {
        let typed = draft.read(|paper| paper.number.clone());
        match typed_number(&typed, MOST_INVITED) {
            Err(problem) => Some(problem.to_string()),
            Ok(0) if tried.get() => Some(say::HOW_MANY_FIRST.to_owned()),
            Ok(_) => None,
        }
    });
    let number_field =
        text_field(say::HOW_MANY, draft.text(|paper| paper.number.clone()), move |text| {
            draft.change(|paper| paper.number = text)
        })
        .numeric()
        .problem(number_problem);
    let there = memo(move || number.get().is_some());
    let table = move || there.get().then(|| untrack(|| table(draft, number, tried)));
    together(vec![
        el("div")
            .class("sheets-number")
            .child(number_field)
            .child(quiet(say::LEAVE_OUT_BLANK))
            .into(),
        el("div").child(live_if(table)).into(),
        adding(draft, number, tried),
    ])
}

/// The number of sheets; `None` until a number above 0 is typed.
fn number(paper: &Paper) -> Option<u32> {
    typed_number(&paper.number, MOST_INVITED).ok().filter(|number| *number > 0)
}

fn table(draft: Draft, number: Memo<Option<u32>>, tried: RwSignal<bool>) -> El {
    let head =
        columns(draft).map(|column| text_el("th", label(draft, column)).attr("scope", "col"));
    let head = el("tr")
        .child(text_el("th", say::STATEMENT).attr("scope", "col"))
        .children(head)
        .child(text_el("th", say::SUM).attr("scope", "col"));
    let rows = draft.statements.iter().enumerate();
    let rows = rows.map(|(place, statement)| row(draft, place, statement, number, tried));
    let table = el("table")
        .class("tally")
        .child(
            text_el("caption", say::CAPTION)
                .child(el("span").class("quiet").text(say::CAPTION_HINT)),
        )
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
        .on("keydown", move |event| go_up_or_down(draft, event));
    el("div").class("tally-frame").child(table)
}

fn row(
    draft: Draft,
    place: usize,
    statement: &'static Text,
    number: Memo<Option<u32>>,
    tried: RwSignal<bool>,
) -> El {
    let typed = memo(move || {
        let most = number.get().unwrap_or(0);
        draft.read(|paper| Row::of(draft, &paper.cells[place], most))
    });
    let problem = memo(move || {
        let row = typed.get();
        row.problem(place, number.get().unwrap_or(0), tried.get())
    });
    let about = format!("row-{place}");
    let cells: Vec<El> =
        columns(draft).map(|column| cell(draft, place, column, typed, &about)).collect();
    let sum = move || {
        let sum = typed.with(|row| row.sum);
        say::sum(sum, number.get().unwrap_or(0))
    };
    let fits = move || typed.with(|row| row.wrong.is_empty() && Some(row.sum) == number.get());
    let number_of = text_el("span", format!("{}.", place + 1)).class("number");
    el("tr")
        .child(
            el("th").attr("scope", "row").child(number_of).child(
                el("div").child(text_el("span", statement.text.as_str())).child(
                    el("div")
                        .attr("id", about)
                        .child(live_if(move || problem.get().map(|it| p(it).class("problem")))),
                ),
            ),
        )
        .children(cells)
        .child(el("td").class("sum").live_text(sum).child(live_if(move || {
            fits().then(|| {
                el("span")
                    .child(text_el("span", " ✓").attr("aria-hidden", "true"))
                    .child(unseen(say::ROW_COMPLETE))
            })
        })))
}

fn cell(draft: Draft, row: usize, column: usize, typed: Memo<Row>, about: &str) -> El {
    let field = ElementRef::new();
    // Another tab may be typing the same sheets.
    show_value(field, draft.text(move |paper| paper.cells[row][column].clone()));
    let input = el("input")
        .reference(field)
        .attr("id", cell_id(row, column))
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("aria-label", say::cell(row + 1, label(draft, column)))
        .attr("aria-describedby", about)
        .attr("value", draft.read(|paper| paper.cells[row][column].clone()))
        .live_attr("aria-invalid", move || {
            let wrong = typed.with(|row| row.wrong.iter().any(|it| it.0 == column));
            wrong.then(|| "true".to_owned())
        })
        .on("input", move |event| {
            let text = event_target::<HtmlInputElement>(&event).value();
            draft.change(|paper| paper.cells[row][column] = text);
        });
    el("td").child(el("label").child(text_el("span", label(draft, column))).child(input))
}

fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// The columns of the table: the answers that were offered, then no answer.
fn columns(draft: Draft) -> impl Iterator<Item = usize> {
    let offered = draft.asked.answers().iter().map(|answer| answer.index());
    offered.chain([COLUMNS - 1])
}

/// The heading of a column.
fn label(draft: Draft, column: usize) -> &'static str {
    draft.label(Answer::ALL.get(column).copied())
}

/// Enter and the arrow keys move within a column; after its foot comes the head of the next.
fn go_up_or_down(draft: Draft, event: web_sys::Event) {
    let event: KeyboardEvent = event.unchecked_into();
    let down = match event.key().as_str() {
        "Enter" => !event.shift_key(),
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let id = event_target::<web_sys::Element>(&event).id();
    let mut parts = id.split('-').skip(1).filter_map(|part| part.parse::<usize>().ok());
    let (Some(row), Some(column)) = (parts.next(), parts.next()) else { return };
    event.prevent_default();
    let (rows, mut before) = (draft.statements.len(), columns(draft));
    let place = before.position(|other| other == column).unwrap_or_default() * rows + row;
    let next = if down { Some(place + 1) } else { place.checked_sub(1) };
    let cell = next.and_then(|next| Some((next % rows, columns(draft).nth(next / rows)?)));
    if let Some((row, column)) = cell {
        focus(&["#", &cell_id(row, column)].concat());
    }
}

/// What is typed for one statement.
#[derive(Clone, PartialEq, Default)]
struct Row {
    counts: [u32; COLUMNS],
    sum: u32,
    /// The columns with something that is no count, each with what is wrong.
    wrong: Vec<(usize, String)>,
}

impl Row {
    fn of(draft: Draft, cells: &[String; COLUMNS], most: u32) -> Row {
        let mut row = Row::default();
        for (column, text) in cells.iter().enumerate() {
            match typed_number(text, most) {
                Ok(count) => row.counts[column] = count,
                Err(problem) => {
                    let why = say::wrong_count(label(draft, column), &problem.to_string());
                    row.wrong.push((column, why));
                }
            }
        }
        row.sum = row.counts.iter().fold(0, |sum, count| sum.saturating_add(*count));
        row
    }

    /// What is wrong with the row; `None` if nothing is. Too low a sum is wrong only once `tried`.
    fn problem(&self, place: usize, number: u32, tried: bool) -> Option<String> {
        if !self.wrong.is_empty() {
            let problems: Vec<&str> = self.wrong.iter().map(|it| it.1.as_str()).collect();
            return Some(problems.join(" "));
        }
        let wrong = self.sum > number || (tried && self.sum != number);
        wrong.then(|| {
            let problem =
                SheetProblem { statement: statement_id(place), expected: number, found: self.sum };
            problem.to_string()
        })
    }
}

/// The sheets as typed. Fails with the places of the rows that are wrong.
fn sheets(draft: Draft, paper: &Paper, number: u32) -> Result<Sheets, Vec<usize>> {
    let mut sheets = Sheets { number, comments: comments(&paper.comments), ..Sheets::default() };
    let mut wrong = Vec::new();
    for (place, cells) in paper.cells.iter().enumerate().take(draft.statements.len()) {
        let row = Row::of(draft, cells, number);
        if row.problem(place, number, true).is_some() {
            wrong.push(place);
            continue;
        }
        let id = statement_id(place);
        let [answers @ .., blank] = row.counts;
        sheets.counts.insert(id.clone(), answers);
        sheets.blank.insert(id, blank);
    }
    if wrong.is_empty() { Ok(sheets) } else { Err(wrong) }
}

/// The comments, and the button that adds everything to the survey.
fn adding(draft: Draft, number: Memo<Option<u32>>, tried: RwSignal<bool>) -> AnyView {
    let wrong = memo(move || {
        let number = number.get().unwrap_or(0);
        draft
            .read(|paper| (sheets(draft, paper, number).err().unwrap_or_default(), too_long(paper)))
    });
    let problem = move || {
        let (rows, too_long) = wrong.get();
        let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
        let has_number = number.get().is_some();
        let fails = !has_number || !rows.is_empty() || too_long;
        (fails && tried.get()).then(|| p(say::counts_not_added(has_number, &rows)).class("problem"))
    };
    let add = move || {
        tried.set(true);
        let sheets = draft.read(|paper| {
            let number = number.get_untracked().filter(|_| !too_long(paper));
            number.and_then(|number| sheets(draft, paper, number).ok())
        });
        if sheets.is_none_or(|sheets| draft.add(&sheets, Paper::clear_counts).is_err()) {
            let (rows, _) = wrong.get_untracked();
            let first = rows.first().map(|row| {
                let column = draft.read(|paper| {
                    let most = number.get_untracked().unwrap_or(0);
                    let row = Row::of(draft, &paper.cells[*row], most);
                    row.wrong.first().map_or(0, |it| it.0)
                });
                cell_id(*row, column)
            });
            match (number.get_untracked(), first) {
                (None, _) => focus_soon(".sheets-number input".to_owned()),
                (_, Some(cell)) => focus_soon(["#", &cell].concat()),
                (_, None) => focus_soon(".sheet-comments textarea".to_owned()),
            }
        }
    };
    let label = move || match number.get() {
        None => say::ADD_THESE.to_owned(),
        Some(number) => say::add(number),
    };
    together(vec![
        el("div")
            .class("sheet-comments")
            .child(text_area(
                say::COMMENTS,
                draft.text(|paper| paper.comments.clone()),
                move |text| draft.change(|paper| paper.comments = text),
                || (),
            ))
            .into(),
        el("div").attr("role", "alert").child(live_if(problem)).into(),
        el("div").class("buttons").child(button("", add).live_text(label)).into(),
    ])
}

fn too_long(paper: &Paper) -> bool {
    comments(&paper.comments).iter().any(|comment| comment.chars().count() > LONGEST_COMMENT)
}

/// The comments, one for each line that is not empty.
fn comments(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
