//! Answers on paper: the lead counts a batch of sheets, statement by statement or sheet by sheet, and
//! nothing goes into the tally before everything adds up.

use crate::by_id::ById;
use crate::framework::Text;
use crate::survey::response::is_blank;
use crate::survey::{Answer, Counts, answered, statement_id};

/// A batch of paper sheets while it is being counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheets {
    /// How many sheets there are.
    pub number: u32,
    /// How many gave each answer, by statement id.
    pub counts: ById<Counts>,
    /// On how many sheets a statement has no answer, by statement id.
    pub blank: ById<u32>,
    /// The comments on the sheets.
    pub comments: Vec<String>,
}

/// A statement whose answers and blanks are not as many as the sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetProblem {
    /// The statement's id.
    pub statement: String,
    /// How many sheets there are.
    pub expected: u32,
    /// How many answers and blanks were counted.
    pub found: u32,
}

impl Sheets {
    /// Adds one sheet without a comment: its answers in the order of the statements, with `None` for no
    /// answer. A sheet without any answer counts for nothing, and is not added.
    pub fn add_sheet(&mut self, answers: &[Option<Answer>]) {
        self.add_commented_sheet(answers, "");
    }

    /// Adds one sheet with a comment, as [`Sheets::add_sheet`] adds one without. A sheet with nothing
    /// but the comment is added too.
    pub fn add_commented_sheet(&mut self, answers: &[Option<Answer>], comment: &str) {
        let commented = !is_blank(comment);
        if !commented && answers.iter().all(Option::is_none) {
            return;
        }
        if commented {
            self.comments.push(comment.trim().to_owned());
        }
        self.number = self.number.saturating_add(1);
        for (place, answer) in answers.iter().enumerate() {
            let id = statement_id(place);
            let count = match answer {
                Some(answer) => &mut self.counts.get_or_default(&id)[answer.index()],
                None => self.blank.get_or_default(&id),
            };
            *count = count.saturating_add(1);
        }
    }

    /// The batch without its blank sheets. When there are more sheets than answers and comments in all,
    /// the rest must be blank; they count for nothing and are taken off. A statement that added up to
    /// the number of sheets still does.
    pub fn without_blank(mut self) -> Sheets {
        self.comments.retain(|comment| !is_blank(comment));
        let comments = u32::try_from(self.comments.len()).unwrap_or(u32::MAX);
        let said = self.counts.values().map(answered).fold(comments, u32::saturating_add);
        let blank = self.number.saturating_sub(said);
        self.number -= blank;
        let left = |(id, number): (String, u32)| (id, number.saturating_sub(blank));
        self.blank = self.blank.into_iter().map(left).collect();
        self
    }

    /// The statements that do not add up to the number of sheets, in order.
    pub fn problems(&self, statements: &[Text]) -> Vec<SheetProblem> {
        let found = |id: &str| {
            let blank = self.blank.get(id).copied().unwrap_or(0);
            self.counts.get(id).map_or(0, answered).saturating_add(blank)
        };
        let wrong = statements.iter().filter(|statement| found(&statement.id) != self.number);
        wrong
            .map(|statement| SheetProblem {
                statement: statement.id.clone(),
                expected: self.number,
                found: found(&statement.id),
            })
            .collect()
    }
}

/// Why a typed text is not a number of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberProblem {
    /// Below zero.
    Negative,
    /// Not whole.
    Fraction,
    /// No number at all.
    NotANumber,
    /// More than there can be.
    TooLarge {
        /// The highest number that there can be.
        most: u32,
    },
}

/// Reads a typed count of at most `most`; an empty text is 0. Fails with what is wrong.
pub fn typed_number(text: &str, most: u32) -> Result<u32, NumberProblem> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(digits) => (true, digits.trim_start()),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let only_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.is_empty() {
        return Ok(0);
    }
    if !only_digits(whole) || !only_digits(fraction) {
        return Err(NumberProblem::NotANumber);
    }
    if sign {
        return Err(NumberProblem::Negative);
    }
    if whole.len() < digits.len() {
        return Err(NumberProblem::Fraction);
    }
    // A text of digits cannot be read only when the number is too large.
    digits.parse().ok().filter(|number| *number <= most).ok_or(NumberProblem::TooLarge { most })
}
