//! The results of a survey as a table for a spreadsheet: as a file, and to be pasted. No spreadsheet
//! takes a cell for a formula and runs it, whichever characters it takes for the end of a cell.

use std::fmt::Write;

use crate::exchange::text::is_unseen;
use crate::framework::Framework;
use crate::survey::results::{Results, Share};
use crate::survey::shown::Shown;

/// Rows of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    /// A number; an empty cell for `None`.
    Number(Option<i64>),
    /// A text, of which no part can be taken for a formula.
    Text(String),
}

/// The words of a table: the headings of its columns, and what stands in cells without a number.
#[derive(Debug)]
pub struct Headings {
    /// Over the statements' ids, then over their texts.
    pub statement: [&'static str; 2],
    /// Over the answers, in the order of [`Answer::ALL`](crate::survey::Answer::ALL).
    pub answers: [&'static str; 6],
    /// Over the number who answered, the agreement in percent, last year's agreement in percent, and
    /// the change.
    pub after: [&'static str; 4],
    /// In place of the number who answered, when they are too few to be shown.
    pub too_few: &'static str,
    /// Beside the number of answers that were typed in from paper.
    pub typed: &'static str,
    /// Over the comments.
    pub comments: &'static str,
}

impl Table {
    /// The results in one row for each statement; then how many answers were typed in from paper, if
    /// any were; then the comments. The table holds all of `results` and `shown`, so pass only what may
    /// be shown.
    pub fn of_results(
        results: &Results,
        shown: &Shown,
        framework: &Framework,
        headings: &Headings,
    ) -> Table {
        let mut rows = vec![headings.row()];
        for (result, statement) in results.statements.iter().zip(&framework.statements) {
            let mut row = vec![Cell::text(&result.id), Cell::text(&statement.text)];
            let counts = result.counts.iter().map(|count| i64::from(*count));
            row.extend(counts.map(|count| Cell::Number((!result.too_few).then_some(count))));
            row.push(match result.too_few {
                true => Cell::text(headings.too_few),
                false => Cell::Number(Some(i64::from(result.answered))),
            });
            let percent = |share: Option<Share>| share.map(|share| i64::from(share.percent()));
            row.push(Cell::Number(percent(result.agreement)));
            row.push(Cell::Number(percent(result.last_year)));
            row.push(Cell::Number(result.change().map(i64::from)));
            rows.push(row);
        }
        if shown.typed > 0 {
            rows.push(Vec::new());
            let typed = Cell::Number(Some(i64::from(shown.typed)));
            rows.push(vec![Cell::text(headings.typed), typed]);
        }
        if !shown.comments.is_empty() {
            rows.push(Vec::new());
            rows.push(vec![Cell::text(headings.comments)]);
            rows.extend(shown.comments.iter().map(|comment| vec![Cell::text(comment)]));
        }
        Table { rows }
    }

    /// The text of a file with comma-separated values (RFC 4180). Every text is quoted.
    pub fn csv(&self) -> String {
        self.written(",", "\r\n", &|csv, text| {
            let _ = write!(csv, "\"{}\"", text.replace('"', "\"\""));
        })
    }

    /// The text that a spreadsheet takes for cells when it is pasted: tabs between them, and each row on
    /// a line of its own.
    pub fn tabbed(&self) -> String {
        self.written("\t", "\n", &|tabbed, text| {
            let words =
                text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
            let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
            // A spreadsheet reads a cell that begins with a quote up to the next quote, across tabs and
            // lines.
            let words = words.join(" ");
            tabbed.push_str(if words.starts_with('"') { "'" } else { "" });
            tabbed.push_str(&words);
        })
    }

    /// The table as HTML to be pasted. Unlike in [`Table::tabbed`], a cell can have several lines.
    pub fn html(&self) -> String {
        let mut html = "<meta charset=\"utf-8\"><table>".to_owned();
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                html.push_str("<td>");
                match cell {
                    Cell::Number(number) => push_number(&mut html, *number),
                    Cell::Text(text) => push_escaped(&mut html, text),
                }
                html.push_str("</td>");
            }
            html.push_str("</tr>");
        }
        html + "</table>"
    }

    fn written(&self, between: &str, end: &str, text: &dyn Fn(&mut String, &str)) -> String {
        let mut written = String::new();
        for row in &self.rows {
            for (place, cell) in row.iter().enumerate() {
                written.push_str(if place > 0 { between } else { "" });
                match cell {
                    Cell::Number(number) => push_number(&mut written, *number),
                    Cell::Text(words) => text(&mut written, words),
                }
            }
            written.push_str(end);
        }
        written
    }
}

impl Headings {
    fn row(&self) -> Vec<Cell> {
        let all = self.statement.iter().chain(&self.answers).chain(&self.after);
        all.map(|heading| Cell::text(heading)).collect()
    }
}

fn push_number(written: &mut String, number: Option<i64>) {
    if let Some(number) = number {
        written.push_str(&number.to_string());
    }
}

fn push_escaped(html: &mut String, text: &str) {
    // A carriage return and a line feed together are one line end.
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                html.push_str("<br style=\"mso-data-placement:same-cell\">");
            }
            c if c.is_control() => html.push(' '),
            c => html.push(c),
        }
    }
}

impl Cell {
    /// A text with an apostrophe before every sign that a spreadsheet could take for the beginning of a
    /// formula. That is a sign at the beginning of the text, or after a character that some program
    /// takes for the end of a cell. Blanks, quotes and invisible characters may stand in between.
    fn text(text: &str) -> Cell {
        let mut guarded = String::with_capacity(text.len() + 1);
        let mut begins = true;
        for c in text.chars() {
            if begins && is_sign(c) {
                guarded.push('\'');
            }
            begins = match c {
                ',' | ';' | '\t' | '\n' | '\r' => true,
                c => begins && (c == '"' || is_unseen(c)),
            };
            guarded.push(c);
        }
        Cell::Text(guarded)
    }
}

/// True for the signs that begin a formula, and for their full-width, small and typographic forms,
/// which some programs treat alike.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '\u{2212}'
    )
}
