//! The part with the lead's pages of a survey.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::route::SurveyPage;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;
use crate::web::survey;

#[wasm_split(survey, preload(fetch_survey), fallible)]
fn survey_part(page: SurveyPage) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match page {
        SurveyPage::Results => survey::results::results(),
        SurveyPage::Sheet => survey::sheet::sheet(),
        SurveyPage::Tally => survey::tally::tally(),
        SurveyPage::Summary => survey::summary::summary(),
        SurveyPage::Manage | SurveyPage::Kiosk => survey::manage::manage(),
    })
}

/// One of the lead's pages of the open record's survey.
pub fn survey_page(page: SurveyPage) -> AnyView {
    fetched(&["survey"], || Box::pin(fetch_survey()), move || Box::pin(survey_part(page)))
}
