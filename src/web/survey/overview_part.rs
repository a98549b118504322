//! The survey on the overview: where it stands and what comes next. A survey is offered, never asked
//! for: an audit is complete without one.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::framework::Framework;
use crate::route::{AuditPage, Route};
use crate::survey::SurveyState;
use crate::web::state::State;
use crate::web::survey::{figures, hidden};
use crate::web::ui::element::{El, el, memo, section};
use crate::web::words;

/// The card.
pub fn survey_card(state: State) -> El {
    let framework = state.device.framework();
    let stands = memo(move || {
        let (page, name, text) = state.open.with(|audit| stands(audit, framework));
        (Route::audit(&state.open.id(), page).to_string(), name, text)
    });
    let to = el("a")
        .live_attr("href", move || Some(stands.get().0))
        .live_text(move || stands.get().1.to_owned());
    section("staff-survey", "Staff survey")
        .class("capability")
        .child(el("p").live_text(move || stands.get().2))
        .child(el("p").child(to))
}

/// Where to go next, what the link to it says, and where the survey stands.
fn stands(audit: Audit<'_>, framework: &'static Framework) -> (AuditPage, &'static str, String) {
    let Some(survey) = audit.survey() else {
        let text = "No survey yet. A short, anonymous survey asks staff themselves, and proposes a judgement for each staff indicator.";
        return (AuditPage::Survey, "Look at the staff survey", text.to_owned());
    };
    let mut text = match survey.state {
        SurveyState::Open => "The survey is open. ".to_owned(),
        SurveyState::Closed => "The survey is closed. ".to_owned(),
    };
    let why = audit.collected().and_then(hidden::why_hidden);
    if let Some(why) = why.filter(|_| audit.released().is_none()) {
        text.push_str(&why);
        return (AuditPage::Survey, "Go to the staff survey", text);
    }
    let Some(collected) = audit.collected().filter(|it| it.shown().is_some()) else {
        text.push_str("Its results can be seen now.");
        return (AuditPage::SurveyResults, "See the results", text);
    };
    text.push_str(&figures::who_answered(collected));
    match audit.proposed_and_not_judged(framework).len() {
        0 => (AuditPage::SurveySummary, "Tell staff what comes of it: “You said, we did”", text),
        number => {
            let number = words::count(number, "proposal", "proposals");
            text.push_str(&[" ", &number, " for indicators that are not judged yet."].concat());
            (AuditPage::SurveyResults, "See the results", text)
        }
    }
}
