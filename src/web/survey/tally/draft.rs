//! The paper sheets that are being typed in, shared by both ways of typing.

use leptos::prelude::*;

use crate::framework::Text;
use crate::route::SurveyPage;
use crate::survey::paper::Paper;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::{Answer, Asked};
use crate::web::state::State;
use crate::web::ui::element::derived;
use crate::words::survey::collect::tally as say;

/// What is being typed, and the survey that it is for.
#[derive(Clone, Copy)]
pub struct Draft {
    pub state: State,
    pub survey: StoredValue<String>,
    pub asked: Asked,
    pub statements: &'static [Text],
}

impl Draft {
    pub fn read<R>(self, read: impl FnOnce(&Paper) -> R) -> R {
        self.survey.with_value(|survey| self.state.survey.paper(survey, read))
    }

    pub fn change(self, change: impl FnOnce(&mut Paper)) {
        self.survey.with_value(|survey| self.state.survey.type_paper(survey, change));
    }

    /// The label of an answer; `None` is no answer.
    pub fn label(self, answer: Option<Answer>) -> &'static str {
        answer.map_or(say::NO_ANSWER, |answer| self.asked.label(answer))
    }

    /// A text that is being typed, as the value of its field.
    pub fn text(self, read: impl Fn(&Paper) -> String + Send + Sync + 'static) -> Signal<String> {
        derived(move || self.read(&read))
    }

    /// Adds sheets to the survey, clears what was typed by `let_go`, and goes to the survey's page.
    /// Fails, and adds nothing, if the sheets do not add up.
    pub fn add(self, sheets: &Sheets, let_go: fn(&mut Paper)) -> Result<(), Vec<SheetProblem>> {
        self.state.survey.count_sheets(sheets)?;
        self.change(let_go);
        self.state.go(&self.state.survey.survey_page(SurveyPage::Manage));
        Ok(())
    }
}
