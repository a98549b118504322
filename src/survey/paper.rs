//! Paper sheets of one survey while a person types them in, either as counts made beforehand or sheet
//! by sheet. Nothing of them counts before it is added to the survey.

use crate::json::{Json, Read};
use crate::survey::response::is_blank;
use crate::survey::sheets::Sheets;
use crate::survey::{Answer, STATEMENTS, statement_id};

/// The columns that there can be for each statement: the six answers, then no answer.
pub const COLUMNS: usize = Answer::ALL.len() + 1;

/// Paper sheets of one survey that are being typed in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// True when the sheets are typed in one by one, false when they were counted first.
    pub one_by_one: bool,
    /// How many sheets were counted, as typed.
    pub number: String,
    /// How often each answer was counted, as typed: by statement, then by column.
    pub cells: [[String; COLUMNS]; STATEMENTS],
    /// The comments on the sheets that were counted, a paragraph each.
    pub comments: String,
    /// The sheets that were typed in one by one and are complete.
    pub done: Sheets,
    /// The current sheet: the answers typed so far, in the order of the statements. `None` is no
    /// answer.
    pub sheet: Vec<Option<Answer>>,
    /// The comment on the current sheet.
    pub comment: String,
}

impl Paper {
    /// True when nothing was typed that would be lost.
    pub fn is_empty(&self) -> bool {
        *self == Paper { one_by_one: self.one_by_one, ..Paper::default() }
    }

    /// True while the current sheet has no answer and no comment.
    pub fn is_blank(&self) -> bool {
        self.sheet.iter().all(Option::is_none) && is_blank(&self.comment)
    }

    /// Clears what was counted first: the number of sheets, the counts and the comments.
    pub fn clear_counts(&mut self) {
        self.number.clear();
        self.cells = Default::default();
        self.comments.clear();
    }

    /// Clears the current sheet.
    pub fn clear_sheet(&mut self) {
        self.sheet.clear();
        self.comment.clear();
    }

    /// Takes back the last answer on the current sheet.
    pub fn go_back(&mut self) {
        self.sheet.pop();
    }

    /// The sheets that were typed in one by one, with the current sheet when all its `statements` are
    /// typed.
    pub fn complete(&self, statements: usize) -> Sheets {
        let mut sheets = self.done.clone();
        if self.sheet.len() == statements {
            sheets.add_commented_sheet(&self.sheet, &self.comment);
        }
        sheets
    }

    /// All of it as a text, which is kept so that nothing is lost when the page is loaded anew.
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

    /// The sheets in a text that [`Paper::stored`] wrote; `None` for any other text.
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
