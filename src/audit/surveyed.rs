//! What the staff survey means for an audit: results that may be seen, the judgements that they
//! propose, and how staff and organisation see the same area.

use crate::audit::{Audit, answer};
use crate::by_id::ById;
use crate::framework::{Framework, Indicator, Subject};
use crate::progression::Judgement;
use crate::records::Item;
use crate::survey::Collected;
use crate::survey::results::{Proposal, Results, Share};
use crate::survey::shown::{LastSurvey, Shown};
use crate::survey::tally::Tally;

/// An area as the organisation judges itself, beside what its staff say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The area's id.
    pub area: String,
    /// Organisation indicators that were judged achieved.
    pub achieved: usize,
    /// Organisation indicators that were judged; "don't know" is a judgement.
    pub judged: usize,
    /// Organisation indicators in all.
    pub all: usize,
    /// The staff's agreement over the area's statements.
    pub agreement: Option<Share>,
}

impl<'a> Audit<'a> {
    /// The survey with what has come in.
    pub fn collected(self) -> Option<Collected<'a>> {
        self.record.collected()
    }

    /// What may be seen of the survey now.
    pub fn shown(self) -> Option<&'a Shown> {
        self.collected()?.shown()
    }

    /// The tally after all that may show by now was let out; `None` when nothing is to be let out.
    pub fn released(self) -> Option<Tally> {
        self.collected()?.released()
    }

    /// The results of the survey, beside last year's; `None` while none may be seen.
    pub fn results(self, framework: &Framework) -> Option<Results> {
        let last_year = self.last_year().and_then(|last_year| last_year.survey.as_ref());
        let none = ById::new();
        let last_year = last_year.map_or(&none, |survey| &survey.counts);
        Results::of(self.shown()?, self.survey()?, framework, last_year)
    }

    /// The ids of the staff indicators, of the capabilities that are not left out, for which the survey
    /// proposes a judgement and that have none.
    pub fn proposed_and_not_judged(self, framework: &Framework) -> Vec<&str> {
        let Some(results) = self.results(framework) else { return Vec::new() };
        let areas = self.capabilities(framework).flat_map(|capability| &capability.areas);
        let open = areas.flat_map(|area| &area.indicators).filter(|indicator| {
            self.judgement(&indicator.id) == Judgement::NotAnswered
                && results.proposal(indicator).is_some()
        });
        open.map(|indicator| indicator.id.as_str()).collect()
    }

    /// What the survey proposes for a staff indicator; `None` while no results may be seen, and where
    /// they say nothing.
    pub fn proposal(self, framework: &Framework, indicator: &Indicator) -> Option<Proposal> {
        self.results(framework)?.proposal(indicator)
    }

    /// A judgement of an indicator, with what the survey proposes for it now; it stands in no slot
    /// yet.
    pub fn judged_with(self, framework: &Framework, indicator: &str, judgement: Judgement) -> Item {
        let found = framework.indicator(indicator);
        let survey = found.and_then(|(_, indicator)| self.proposal(framework, indicator));
        answer::judged(indicator, judgement, survey)
    }

    /// Each area as the organisation judges itself, beside what its staff say in `results`.
    pub fn perception_gaps(self, framework: &Framework, results: &Results) -> Vec<Gap> {
        let areas = framework.areas().map(|(_, area)| {
            let organisation =
                || area.indicators.iter().filter(|each| each.subject == Subject::Organisation);
            let count = |wanted: fn(Judgement) -> bool| {
                organisation().filter(|each| wanted(self.judgement(&each.id))).count()
            };
            Gap {
                area: area.id.clone(),
                achieved: count(|judgement| judgement == Judgement::Achieved),
                judged: count(|judgement| judgement != Judgement::NotAnswered),
                all: organisation().count(),
                agreement: results.area(&area.id).and_then(|area| area.agreement),
            }
        });
        areas.collect()
    }

    /// What next year's audit keeps of the survey: what may be seen, without comments.
    pub(crate) fn last_survey(self) -> Option<LastSurvey> {
        let shown = self.shown()?;
        let survey = self.survey()?;
        Some(LastSurvey {
            survey: survey.id.clone(),
            title: survey.title.clone(),
            responses: shown.responses,
            counts: shown.counts.clone(),
        })
    }
}
