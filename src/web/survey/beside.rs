//! What the survey says beside the judgement of a staff indicator, on the page of its area.

use leptos::prelude::*;

use crate::framework::Indicator;
use crate::route::{AuditPage, Route};
use crate::survey::results::Proposal;
use crate::web::shared::focus::stay_with;
use crate::web::state::State;
use crate::web::survey::hidden;
use crate::web::survey::proposed::Stand;
use crate::web::ui::element::{El, el, link, live_if, memo, p, quiet, text_el, unseen};
use crate::words::survey::results::audit as say;

/// Above the staff indicators: that there are results, or why there are none yet. Nothing where there
/// is no survey.
pub fn about_survey(state: State) -> AnyView {
    let results = Route::audit(&state.open.id(), AuditPage::SurveyResults).to_string();
    let about = memo(move || {
        state.open.with(|audit| Some(hidden::why_hidden(audit.collected()?).unwrap_or_default()))
    });
    live_if(move || {
        let why = about.get()?;
        if why.is_empty() {
            let seen = link(&results, say::RESULTS);
            return Some(el("p").child(seen));
        }
        Some(quiet(say::nothing_shows(&why)))
    })
}

/// What stands beside an indicator: its proposal, the cut-off, and how it is judged.
type Beside = (Option<Proposal>, u32, Stand);

/// What the survey proposes for an indicator, and a way to accept it. Nothing for an indicator of the
/// organisation, and while no results show.
pub fn beside(state: State, indicator: &'static Indicator) -> Option<AnyView> {
    indicator.statement.as_ref()?;
    let found = memo(move || look(state, indicator));
    Some(live_if(move || found.get().map(|found| untrack(|| said(state, indicator, found)))))
}

/// Whether an indicator is judged otherwise than the survey proposes; one of the organisation never is.
pub fn judged_otherwise(state: State, indicator: &'static Indicator) -> Signal<bool> {
    if indicator.statement.is_none() {
        return Signal::stored(false);
    }
    memo(move || look(state, indicator).is_some_and(|(_, _, stand)| stand == Stand::Otherwise))
        .into()
}

fn look(state: State, indicator: &Indicator) -> Option<Beside> {
    state.open.with(|audit| {
        // Without a survey, nothing else has to be looked at.
        audit.survey()?;
        let results = audit.results(state.device.framework())?;
        let proposal = results.proposal(indicator);
        let judgement = audit.judgement(&indicator.id);
        let stand = proposal.map_or(Stand::NotJudged, |proposal| Stand::of(judgement, &proposal));
        Some((proposal, results.cut_off, stand))
    })
}

fn said(state: State, indicator: &'static Indicator, (proposal, cut_off, stand): Beside) -> El {
    let part = el("div").class("survey-beside");
    let Some(proposal) = proposal else {
        return part.child(quiet(say::TOO_FEW));
    };
    let part = part.child(p(say::proposes(&proposal, cut_off)));
    if stand == Stand::AsProposed {
        return part;
    }
    let otherwise = (stand == Stand::Otherwise).then(|| p(say::DIFFERENT));
    let accept = text_el("button", say::accept(proposal.proposed))
        .attr("type", "button")
        .class("secondary small")
        .on("click", move |event| {
            state.survey.accept(std::slice::from_ref(&indicator.id));
            stay_with(&event, ".indicator", "input");
        })
        .child(unseen(say::accept_about(&indicator.text)));
    part.maybe(otherwise).child(accept)
}
