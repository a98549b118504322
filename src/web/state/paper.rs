//! Paper sheets that are being typed in. Until they are added to the survey they are in the memory of
//! this page alone: another page of Cairn may be opened meanwhile, and before the tab is closed the
//! browser asks.

use leptos::ev;
use leptos::prelude::*;

use crate::survey::sheets::Sheets;
use crate::survey::{Answer, STATEMENTS};
use crate::web::state::State;

/// The columns that there can be for each statement: the six answers, then no answer.
pub const COLUMNS: usize = 7;

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
    fn is_empty(&self) -> bool {
        *self == Paper { one_by_one: self.one_by_one, ..Paper::default() }
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
            sheets.add_sheet(&self.sheet);
            if !self.comment.trim().is_empty() {
                sheets.comments.push(self.comment.trim().to_owned());
            }
        }
        sheets
    }
}

impl State {
    /// Reads what is being typed from the paper sheets of a survey.
    pub fn paper<R>(self, survey: &str, read: impl FnOnce(&Paper) -> R) -> R {
        self.papers.with(|papers| match papers.get(survey) {
            Some(paper) => read(paper),
            None => read(&Paper::default()),
        })
    }

    /// Changes what is being typed from the paper sheets of a survey.
    pub fn type_paper(self, survey: &str, change: impl FnOnce(&mut Paper)) {
        self.papers.update(|papers| change(papers.get_or_default(survey)));
        // For as long as Cairn is open, since the sheets outlive the page that they are typed on.
        if !self.guards_paper.get_value() {
            self.guards_paper.set_value(true);
            window_event_listener(ev::beforeunload, move |event| {
                if self.has_paper() {
                    event.prevent_default();
                }
            });
        }
    }

    /// True while sheets of this survey were typed and not added.
    pub fn has_paper_of(self, survey: &str) -> bool {
        self.paper(survey, |paper| !paper.is_empty())
    }

    /// True while there are paper sheets that were typed and not added.
    fn has_paper(self) -> bool {
        self.papers.with_untracked(|papers| papers.values().any(|paper| !paper.is_empty()))
    }
}
