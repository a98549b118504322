//! Paper sheets of one survey while they are being typed in: counted first, or gone through one by
//! one. Nothing of them counts before it is added to the survey.

use crate::json::{Json, Read};
use crate::survey::response::is_blank;
use crate::survey::sheets::Sheets;
use crate::survey::{Answer, STATEMENTS, statement_id};

/// The columns that there can be for each statement: the six answers, then no answer.
pub const COLUMNS: usize = Answer::ALL.len() + 1;

/// Paper sheets of one survey that are being typed in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// True when they are gone through one by one, rather than counted first.
    pub one_by_one: bool,
    /// How many sheets were counted, as typed.
    pub number: String,
    /// How often each answer was counted, as typed: by statement, then by column.
    pub cells: [[String; COLUMNS]; STATEMENTS],
    /// The comments on the sheets that were counted, a paragraph each.
    pub comments: String,
    /// The sheets that were gone through.
    pub done: Sheets,
    /// The sheet under the person's hands, as far as it is typed; `None` is no answer.
    pub sheet: Vec<Option<Answer>>,
    /// The comment on it.
    pub comment: String,
}

impl Paper {
    /// True when nothing was typed that would be lost.
    pub fn is_empty(&self) -> bool {
        *self == Paper { one_by_one: self.one_by_one, ..Paper::default() }
    }

    /// True while nothing stands on the sheet under the person's hands.
    pub fn is_blank(&self) -> bool {
        self.sheet.iter().all(Option::is_none) && is_blank(&self.comment)
    }

    /// Lets go of what was counted before it was typed.
    pub fn clear_counts(&mut self) {
        self.number.clear();
        self.cells = Default::default();
        self.comments.clear();
    }

    /// Lets go of the sheet under the person's hands.
    pub fn clear_sheet(&mut self) {
        self.sheet.clear();
        self.comment.clear();
    }

    /// Takes back the last answer of the sheet under the person's hands.
    pub fn go_back(&mut self) {
        self.sheet.pop();
    }

    /// The sheets that were gone through, and the one under the person's hands when it is complete: when
    /// all of so many statements are typed.
    pub fn complete(&self, statements: usize) -> Sheets {
        let mut sheets = self.done.clone();
        if self.sheet.len() == statements {
            sheets.add_commented_sheet(&self.sheet, &self.comment);
        }
        sheets
    }

    /// All of it as a text, by which it is found again when the page is loaded anew.
    pub fn stored(&self) -> String {
        let column = |answer: &Option<Answer>| answer.map_or(COLUMNS - 1, Answer::index);
        let counted = (0..STATEMENTS).flat_map(|place| {
            let id = statement_id(place);
            let counts = self.done.counts.get(&id).copied().unwrap_or_default();
            let blank = self.done.blank.get(&id).copied().unwrap_or_default();
            counts.into_iter().chain([blank])
        });
        let lists: [Vec<String>; 5] = [
            vec![
                self.one_by_one.to_string(),
                self.number.clone(),
                self.comments.clone(),
                self.comment.clone(),
                self.done.number.to_string(),
            ],
            self.cells.iter().flatten().cloned().collect(),
            counted.map(|count| count.to_string()).collect(),
            self.done.comments.clone(),
            self.sheet.iter().map(|answer| column(answer).to_string()).collect(),
        ];
        serde_json::to_string(&lists).unwrap_or_else(|_| unreachable!("lists of texts"))
    }

    /// What was kept as a text; none of anything else.
    pub fn of_stored(text: &str) -> Option<Paper> {
        fn texts(json: &mut Json) -> Read<Vec<String>> {
            json.list(Json::text)
        }
        let lists = serde_json::from_str::<Json>(text).ok()?.list(texts).ok()?;
        let [words, cells, counted, comments, sheet] = <[Vec<String>; 5]>::try_from(lists).ok()?;
        let [one_by_one, number, written, comment, done] = <[String; 5]>::try_from(words).ok()?;
        let mut paper = Paper {
            one_by_one: one_by_one.parse().ok()?,
            number,
            comments: written,
            comment,
            ..Paper::default()
        };
        let fits = |list: &[String]| list.len() == STATEMENTS * COLUMNS;
        if !fits(&cells) || !fits(&counted) || sheet.len() > STATEMENTS {
            return None;
        }
        for (place, cell) in cells.into_iter().enumerate() {
            paper.cells[place / COLUMNS][place % COLUMNS] = cell;
        }
        paper.done.number = done.parse().ok()?;
        paper.done.comments = comments;
        for (place, count) in counted.iter().enumerate() {
            let count: u32 = count.parse().ok()?;
            let (id, column) = (statement_id(place / COLUMNS), place % COLUMNS);
            match column {
                _ if count == 0 => {}
                column if column < Answer::ALL.len() => {
                    paper.done.counts.get_or_default(&id)[column] = count;
                }
                _ => *paper.done.blank.get_or_default(&id) = count,
            }
        }
        for typed in &sheet {
            let column: usize = typed.parse().ok().filter(|column| *column < COLUMNS)?;
            paper.sheet.push(Answer::ALL.get(column).copied());
        }
        Some(paper)
    }
}
