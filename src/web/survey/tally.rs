//! Typing in answers from paper: the counts of each statement, or sheet by sheet.

mod by_sheet;
mod counts;
mod draft;

use leptos::prelude::*;

use crate::route::SurveyPage;
use crate::web::state::use_state;
use crate::web::survey::pages::survey_pages;
use crate::web::survey::sheet::no_survey;
use crate::web::survey::tally::by_sheet::by_sheet;
use crate::web::survey::tally::counts::counts;
use crate::web::survey::tally::draft::Draft;
use crate::web::ui::element::{derived, el, live, memo, p, quiet, text_el, together};
use crate::web::ui::field::choice;
use crate::words::survey::collect::{tally as say, ways};

/// The page on which paper sheets are typed in.
pub fn tally() -> AnyView {
    let state = use_state();
    let survey = memo(move || state.survey.survey().map(|survey| survey.id).unwrap_or_default());
    let content = live(move || {
        let survey = survey.get();
        untrack(|| match survey.as_str() {
            "" => no_survey(state).into(),
            _ => {
                let asked = state.survey.asked();
                let statements = state.survey.statements(asked);
                state.survey.find_paper(&survey);
                typing(Draft { state, survey: StoredValue::new(survey), asked, statements })
            }
        })
    });
    el("div")
        .child(text_el("h1", ways::TYPE_IN))
        .child(survey_pages(state, SurveyPage::Tally))
        .child(content)
        .into()
}

fn typing(draft: Draft) -> AnyView {
    const WAYS: &[(&str, &str)] = &[("counts", say::BY_COUNTS), ("sheets", say::BY_SHEET)];
    let way =
        derived(move || draft.read(|paper| if paper.one_by_one { "sheets" } else { "counts" }));
    let one_by_one = memo(move || draft.read(|paper| paper.one_by_one));
    let choose = move |way| draft.change(|paper| paper.one_by_one = way == "sheets");
    let shown = live(move || {
        let one_by_one = one_by_one.get();
        untrack(|| if one_by_one { by_sheet(draft) } else { counts(draft) })
    });
    together(vec![
        p(say::LEAD).class("lead").into(),
        quiet(say::KEPT).into(),
        choice(say::WHICH_WAY, WAYS, way, choose).class("choice").into(),
        shown,
    ])
}
