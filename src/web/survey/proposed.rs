//! How a judgement compares with what the survey proposes for it. A person accepts or overrules; the
//! survey never judges.

use crate::audit::Audit;
use crate::audit::answer::{self, PROPOSED};
use crate::framework::{Area, Framework, Indicator};
use crate::progression::Judgement;
use crate::survey::results::{Proposal, Results};
use crate::words::survey::results as say;

/// How a judgement compares with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Nobody has judged yet.
    NotJudged,
    /// It was judged as the survey proposes.
    AsProposed,
    /// It was judged otherwise.
    Otherwise,
}

impl Stand {
    /// Compares a judgement with a proposal.
    pub fn of(judgement: Judgement, proposal: &Proposal) -> Stand {
        match judgement {
            Judgement::NotAnswered => Stand::NotJudged,
            judgement if judgement == proposal.proposed => Stand::AsProposed,
            _ => Stand::Otherwise,
        }
    }
}

/// The staff indicators for which the survey proposes a judgement, with their areas; without the
/// capabilities that are left out.
pub fn proposals(
    audit: Audit<'_>,
    framework: &'static Framework,
    results: &Results,
) -> Vec<(&'static Area, &'static Indicator, Proposal)> {
    let areas = audit.capabilities(framework).flat_map(|capability| &capability.areas);
    let all = areas.flat_map(|area| area.indicators.iter().map(move |indicator| (area, indicator)));
    all.filter_map(|(area, indicator)| Some((area, indicator, results.proposal(indicator)?)))
        .collect()
}

/// How the judgement of an indicator compares with its proposal, in words.
pub fn stands(audit: Audit<'_>, indicator: &Indicator, proposal: &Proposal) -> String {
    let judgement = audit.judgement(&indicator.id);
    match Stand::of(judgement, proposal) {
        Stand::NotJudged => say::NOT_JUDGED.to_owned(),
        Stand::AsProposed => say::as_proposed(judgement),
        Stand::Otherwise => say::differently(judgement, audit.note(&indicator.id)),
    }
}

/// What the survey proposed when the indicator was judged. `None` if it proposes the same now, or the
/// indicator was not judged on a proposal.
pub fn proposed_then(
    audit: Audit<'_>,
    indicator: &Indicator,
    proposal: &Proposal,
) -> Option<String> {
    let then = audit.judged(&indicator.id)?;
    let is_judged = answer::judgement(then) != Judgement::NotAnswered;
    let proposed = then.proposal(&PROPOSED).filter(|_| is_judged)?.proposed;
    (proposed != proposal.proposed).then(|| say::proposed_then(proposed))
}
