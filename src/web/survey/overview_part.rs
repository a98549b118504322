//! The survey on the overview: where it stands and what comes next. A survey is offered, never
//! demanded: an audit is complete without one.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::framework::Framework;
use crate::route::{AuditPage, Route};
use crate::web::state::State;
use crate::web::survey::{figures, hidden};
use crate::web::ui::element::{El, el, memo, section};
use crate::words::survey::results::{self, audit as say};

/// The card about the survey on the overview.
pub fn survey_card(state: State) -> El {
    let framework = state.device.framework();
    let stands = memo(move || {
        let (page, name, text) = state.open.with(|audit| stands(audit, framework));
        (Route::audit(&state.open.id(), page).to_string(), name, text)
    });
    let to = el("a")
        .live_attr("href", move || Some(stands.get().0))
        .live_text(move || stands.get().1.to_owned());
    section("staff-survey", say::STAFF_SURVEY)
        .class("capability")
        .child(el("p").live_text(move || stands.get().2))
        .child(el("p").child(to))
}

/// The page to go to next, the words of the link to it, and where the survey stands.
fn stands(audit: Audit<'_>, framework: &'static Framework) -> (AuditPage, &'static str, String) {
    let Some(survey) = audit.survey() else {
        return (AuditPage::Survey, say::LOOK_AT_SURVEY, say::NO_SURVEY.to_owned());
    };
    let stands = |further: &str| say::stands(survey.state, further);
    let why = audit.collected().and_then(hidden::why_hidden);
    if let Some(why) = why.filter(|_| audit.released().is_none()) {
        return (AuditPage::Survey, results::GO_TO_SURVEY, stands(&why));
    }
    let Some(collected) = audit.collected().filter(|it| it.shown().is_some()) else {
        return (AuditPage::SurveyResults, say::SEE_RESULTS, stands(say::READY));
    };
    let answered = figures::who_answered(collected);
    match audit.proposed_and_not_judged(framework).len() {
        0 => (AuditPage::SurveySummary, say::TELL_STAFF, stands(&answered)),
        number => {
            let further = [&answered, " ", &results::to_judge(number)].concat();
            (AuditPage::SurveyResults, say::SEE_RESULTS, stands(&further))
        }
    }
}
