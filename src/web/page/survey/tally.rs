//! Typing in what came on paper: the counts of each statement, or sheet by sheet.

mod by_sheet;
mod counts;

use leptos::prelude::*;

use crate::framework::Text;
use crate::route::SurveyPage;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::{Answer, Asked};
use crate::web::page::survey::pages::survey_pages;
use crate::web::page::survey::sheet::no_survey;
use crate::web::page::survey::tally::by_sheet::by_sheet;
use crate::web::page::survey::tally::counts::counts;
use crate::web::state::paper::Paper;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{derived, el, live, memo, p, quiet, text_el, together};
use crate::web::ui::field::choice;

/// The page.
pub fn tally() -> AnyView {
    let state = use_state();
    let survey = memo(move || state.survey().map(|survey| survey.id).unwrap_or_default());
    let content = live(move || {
        let survey = survey.get();
        untrack(|| match survey.as_str() {
            "" => no_survey(state).into(),
            _ => {
                let asked = state.asked();
                let statements = state.statements(asked);
                typing(Draft { state, survey: StoredValue::new(survey), asked, statements })
            }
        })
    });
    el("div")
        .child(text_el("h1", "Type in paper sheets"))
        .child(survey_pages(state, SurveyPage::Tally))
        .child(content)
        .into()
}

fn typing(draft: Draft) -> AnyView {
    const WAYS: &[(&str, &str)] = &[
        ("counts", "Count each statement first, then type the counts"),
        ("sheets", "Go through the sheets one by one, with a key for each answer"),
    ];
    let way =
        derived(move || draft.read(|paper| if paper.one_by_one { "sheets" } else { "counts" }));
    let one_by_one = memo(move || draft.read(|paper| paper.one_by_one));
    let choose = move |way| draft.change(|paper| paper.one_by_one = way == "sheets");
    let shown = live(move || {
        let one_by_one = one_by_one.get();
        untrack(|| if one_by_one { by_sheet(draft) } else { counts(draft) })
    });
    together(vec![
        p("Nothing counts before you add it to the survey.").class("lead").into(),
        quiet("What you type stays while Cairn is open in this tab, also when you look at another page. Before the tab is closed, the browser asks.").into(),
        choice("How would you like to type them in?", WAYS, way, choose).class("choice").into(),
        shown,
    ])
}

/// What is being typed, and the survey that it is for.
#[derive(Clone, Copy)]
struct Draft {
    state: State,
    survey: StoredValue<String>,
    asked: Asked,
    statements: &'static [Text],
}

impl Draft {
    fn read<R>(self, read: impl FnOnce(&Paper) -> R) -> R {
        self.survey.with_value(|survey| self.state.paper(survey, read))
    }

    fn change(self, change: impl FnOnce(&mut Paper)) {
        self.survey.with_value(|survey| self.state.type_paper(survey, change));
    }

    /// What an answer is called; `None` is no answer.
    fn label(self, answer: Option<Answer>) -> &'static str {
        answer.map_or("No answer", |answer| self.asked.label(answer))
    }

    /// A text that is being typed, for its field.
    fn text(self, read: impl Fn(&Paper) -> String + Send + Sync + 'static) -> Signal<String> {
        derived(move || self.read(&read))
    }

    /// Adds sheets to the survey, lets go of what they were typed as, and shows where the survey
    /// stands now. Fails, and adds nothing, when they do not add up.
    fn add(self, sheets: &Sheets, let_go: fn(&mut Paper)) -> Result<(), Vec<SheetProblem>> {
        self.state.count_sheets(sheets)?;
        self.change(let_go);
        self.state.go(&self.state.survey_page(SurveyPage::Manage));
        Ok(())
    }
}
