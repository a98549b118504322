//! What the staff survey means for an audit: the results that may be shown, the judgements that they
//! propose, and how the organisation's view of an area compares with its staff's.

use crate::audit::{Audit, answer};
use crate::by_id::ById;
use crate::framework::{Framework, Indicator, Subject};
use crate::progression::Judgement;
use crate::records::Item;
use crate::survey::collected::results_of;
use crate::survey::results::{Proposal, Results, Share};
use crate::survey::shown::Shown;
use crate::survey::tally::Tally;
use crate::survey::{Collected, LastSurvey};

/// How the organisation judges itself in one area, and how far its staff agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The area's id.
    pub area: String,
    /// How many organisation indicators are judged achieved.
    pub achieved: usize,
    /// How many organisation indicators are judged; "don't know" is a judgement.
    pub judged: usize,
    /// How many organisation indicators the area has.
    pub all: usize,
    /// The staff's agreement over the area's statements; `None` when nobody had a view, or too few
    /// answered.
    pub agreement: Option<Share>,
}

impl<'a> Audit<'a> {
    /// The survey with its counts; `None` if no survey was opened.
    pub fn collected(self) -> Option<Collected<'a>> {
        self.record.collected()
    }

    /// The counts that may be shown now; `None` while none may.
    pub fn shown(self) -> Option<&'a Shown> {
        self.collected()?.shown()
    }

    /// The tally after everything that may show by now is let out; `None` when there is nothing to let
    /// out.
    pub fn released(self) -> Option<Tally> {
        self.collected()?.released()
    }

    /// The survey's results, with last year's for comparison; `None` while none may be shown.
    pub fn results(self, framework: &Framework) -> Option<Results> {
        let last_year = self.last_year().and_then(|last_year| last_year.survey.as_ref());
        let none = ById::new();
        let last_year = last_year.map_or(&none, |survey| &survey.counts);
        Results::of(self.shown()?, self.survey()?, framework, last_year)
    }

    /// The ids of the staff indicators that have no judgement yet and for which the survey proposes one.
    /// Capabilities that are left out are skipped.
    pub fn proposed_and_not_judged(self, framework: &Framework) -> Vec<&str> {
        let Some(results) = self.results(framework) else { return Vec::new() };
        let areas = self.capabilities(framework).flat_map(|capability| &capability.areas);
        let open = areas.flat_map(|area| &area.indicators).filter(|indicator| {
            self.judgement(&indicator.id) == Judgement::NotAnswered
                && results.proposal(indicator).is_some()
        });
        open.map(|indicator| indicator.id.as_str()).collect()
    }

    /// The judgement that the survey proposes for an indicator. `None` while no results may be shown,
    /// for an indicator of the organisation, and where nobody had a view or too few answered.
    pub fn proposal(self, framework: &Framework, indicator: &Indicator) -> Option<Proposal> {
        self.results(framework)?.proposal(indicator)
    }

    /// Makes the item for a judgement of an indicator, with what the survey proposes now. It is not put
    /// into the audit yet.
    pub fn judged_with(self, framework: &Framework, indicator: &str, judgement: Judgement) -> Item {
        let found = framework.indicator(indicator);
        let survey = found.and_then(|(_, indicator)| self.proposal(framework, indicator));
        answer::judged(indicator, judgement, survey)
    }

    /// For each area, how the organisation judges itself and how far its staff agree in `results`.
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

    /// What next year's audit keeps of the survey: the counts that may be shown, without comments.
    /// `None` while none may.
    pub(crate) fn last_survey(self) -> Option<LastSurvey> {
        let shown = self.shown()?;
        let survey = self.survey()?;
        // Where a copy of an audit shows just what the other had shown, they are the other's results.
        let same = |of: &&LastSurvey| of.responses == shown.responses && of.counts == shown.counts;
        let copied = survey.copy_of.iter().find(same).map(|of| &of.survey);
        let results = results_of(survey, shown);
        Some(LastSurvey { survey: copied.cloned().unwrap_or(results.survey), ..results })
    }
}
