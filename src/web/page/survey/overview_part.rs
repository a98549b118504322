//! The survey on the overview: where it stands and what comes next. A survey is offered, never asked
//! for: an audit is complete without one.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::framework::{Area, Framework, Subject};
use crate::progression::Judgement;
use crate::route::{AuditPage, Route};
use crate::survey::SurveyState;
use crate::web::page::survey::{figures, hidden, proposed};
use crate::web::state::State;
use crate::web::ui::element::{El, el, memo, section};
use crate::web::words;

/// The card.
pub fn survey_card(state: State) -> El {
    let framework = state.framework();
    let stands = memo(move || {
        let (page, name, text) = state.with(|audit| stands(audit, framework));
        (Route::audit(&state.id(), page).to_string(), name, text)
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
    match proposed::not_judged(audit, framework).len() {
        0 => (AuditPage::SurveySummary, "Tell staff what comes of it: “You said, we did”", text),
        number => {
            let number = words::count(number, "proposal", "proposals");
            text.push_str(&[" ", &number, " for indicators that are not judged yet."].concat());
            (AuditPage::SurveyResults, "See the results", text)
        }
    }
}

/// What the next step in an area comes to where the survey has a say: its proposals, when all that is
/// left to judge is what staff have answered, or a remark that a survey can help. `text` is the step
/// without it.
pub fn with_survey(
    audit: Audit<'_>,
    framework: &'static Framework,
    area: &Area,
    text: String,
) -> (AuditPage, String) {
    let here = AuditPage::Area(area.id.clone());
    let progress = audit.area_progress(area);
    let mut open = area
        .indicators
        .iter()
        .filter(|indicator| audit.judgement(&indicator.id) == Judgement::NotAnswered);
    let only_staff = progress.reflected == progress.questions
        && open.clone().all(|indicator| indicator.subject == Subject::Staff);
    if !only_staff {
        return (here, text);
    }
    if audit.survey().is_none() {
        let remark =
            " They are about staff: if you like, a staff survey proposes judgements for them.";
        return (here, [&text, remark].concat());
    }
    let proposed = proposed::not_judged(audit, framework);
    if !open.any(|indicator| proposed.contains(&indicator.id)) {
        return (here, text);
    }
    let (number, proposes) = match proposed.len() {
        1 => (
            "1 staff indicator".to_owned(),
            " that is not judged yet: accept it, or judge otherwise.",
        ),
        number => (
            format!("{number} staff indicators"),
            " that are not judged yet: accept what it proposes, or judge otherwise.",
        ),
    };
    (
        AuditPage::SurveyResults,
        ["The staff survey proposes judgements for ", &number, proposes].concat(),
    )
}
