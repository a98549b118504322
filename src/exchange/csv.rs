//! The results of a survey for a spreadsheet: RFC 4180, and nothing that a spreadsheet would run.

use crate::framework::Framework;
use crate::survey::Answer;
use crate::survey::results::{Results, Share};

/// The results as CSV, one statement a row, then the comments. It holds what `results` and `comments`
/// hold and nothing else: both have to be what may be shown.
pub fn results_csv(results: &Results, comments: &[String], framework: &Framework) -> String {
    let mut csv = Csv::default();
    csv.text("Statement");
    csv.text("Words");
    for answer in Answer::ALL {
        csv.text(answer.label());
    }
    for heading in ["Answered", "Agreement %", "Last year %", "Change"] {
        csv.text(heading);
    }
    csv.end_row();
    for (result, statement) in results.statements.iter().zip(&framework.statements) {
        csv.text(&result.id);
        csv.text(&statement.text);
        for count in result.counts {
            csv.number((!result.too_few).then_some(i64::from(count)));
        }
        if result.too_few {
            csv.text("too few");
        } else {
            csv.number(Some(i64::from(result.answered)));
        }
        let percent = |share: Option<Share>| share.map(|share| i64::from(share.percent()));
        csv.number(percent(result.agreement));
        csv.number(percent(result.last_year));
        csv.number(result.change().map(i64::from));
        csv.end_row();
    }
    if !comments.is_empty() {
        csv.end_row();
        csv.text("Comments");
        csv.end_row();
        for comment in comments {
            csv.text(comment);
            csv.end_row();
        }
    }
    csv.text
}

/// Rows of cells.
#[derive(Default)]
struct Csv {
    text: String,
    /// True when a cell stands in the row already.
    begun: bool,
}

impl Csv {
    fn begin_cell(&mut self) {
        if self.begun {
            self.text.push(',');
        }
        self.begun = true;
    }

    /// A number, or nothing where there is none.
    fn number(&mut self, number: Option<i64>) {
        self.begin_cell();
        if let Some(number) = number {
            self.text.push_str(&number.to_string());
        }
    }

    /// A text, with an apostrophe in front of what a spreadsheet would take for a formula.
    fn text(&mut self, text: &str) {
        self.begin_cell();
        let quoted = text.contains([',', '"', '\r', '\n']);
        if quoted {
            self.text.push('"');
        }
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.text.push('\'');
        }
        for c in text.chars() {
            self.text.push(c);
            if c == '"' {
                self.text.push('"');
            }
        }
        if quoted {
            self.text.push('"');
        }
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }
}
