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

/// Above the staff indicators: a link to the results, or why none show yet. Empty without a survey.
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

/// What is shown beside an indicator: the proposal (`None` if too few answered), the cut-off in
/// percent, and how the judgement compares with the proposal.
type Beside = (Option<Proposal>, u32, Stand);

/// What the survey proposes for a staff indicator, with a button that accepts it. `None` for an
/// organisation indicator; empty while no results show.
pub fn beside(state: State, indicator: &'static Indicator) -> Option<AnyView> {
    indicator.statement.as_ref()?;
    let found = memo(move || look(state, indicator));
    Some(live_if(move || found.get().map(|found| untrack(|| said(state, indicator, found)))))
}

/// Whether a staff indicator is judged otherwise than the survey proposes. Always false for an
/// organisation indicator.
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
