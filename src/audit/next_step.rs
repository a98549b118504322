//! The next step of an audit: the first thing that is not done.

use crate::audit::Audit;
use crate::framework::{Area, Capability, Framework, Subject};
use crate::progression::{self, Judgement};

/// The first thing that is not done: questions and indicators area by area, then an action for each area
/// for development, then the report.
#[derive(Debug, Clone, PartialEq)]
pub enum NextStep<'f> {
    /// Include a capability: all of them are left out.
    TakeIn,
    /// Begin with an area.
    Begin(&'f Area),
    /// Reflect on the questions of an area; the number says how many are left.
    Reflect(&'f Area, usize),
    /// Judge the indicators of an area.
    Judge {
        /// The area.
        area: &'f Area,
        /// How many of its indicators are still to judge.
        left: usize,
        /// True when all of these are about staff and no survey was opened: a survey could propose the
        /// judgements.
        survey_helps: bool,
    },
    /// Look at the judgements that the staff survey proposes; the number says how many the audit has.
    Accept(usize),
    /// Plan actions for a capability's areas for development; the number says how many have none yet.
    Plan(&'f Capability, usize),
    /// Read the report: nothing else is left to do.
    Read,
}

impl Audit<'_> {
    /// The next step. Capabilities that are left out are skipped.
    pub fn next_step<'f>(self, framework: &'f Framework) -> NextStep<'f> {
        if self.capabilities(framework).next().is_none() {
            return NextStep::TakeIn;
        }
        let mut areas = self.capabilities(framework).flat_map(|capability| &capability.areas);
        if let Some(step) = areas.find_map(|area| self.step_in_area(framework, area)) {
            return step;
        }
        let plan = self.capabilities(framework).find_map(|capability| {
            let left = self.without_action(capability);
            (left > 0).then_some(NextStep::Plan(capability, left))
        });
        plan.unwrap_or(NextStep::Read)
    }

    fn step_in_area<'f>(self, framework: &'f Framework, area: &'f Area) -> Option<NextStep<'f>> {
        let progress = self.area_progress(area);
        if progress.reflected == 0 && progress.judged == 0 {
            return Some(NextStep::Begin(area));
        }
        if progress.reflected < progress.questions {
            return Some(NextStep::Reflect(area, progress.questions - progress.reflected));
        }
        let is_open = |id: &str| self.judgement(id) == Judgement::NotAnswered;
        let mut open = area.indicators.iter().filter(|indicator| is_open(&indicator.id));
        let left = open.clone().count();
        if left == 0 {
            return None;
        }
        let only_staff = open.clone().all(|indicator| indicator.subject == Subject::Staff);
        if only_staff && self.survey().is_some() {
            let proposed = self.proposed_and_not_judged(framework);
            if open.any(|indicator| proposed.contains(&indicator.id.as_str())) {
                return Some(NextStep::Accept(proposed.len()));
            }
        }
        let survey_helps = only_staff && self.survey().is_none();
        Some(NextStep::Judge { area, left, survey_helps })
    }

    /// How many areas for development of a capability have no action yet.
    pub fn without_action(self, capability: &Capability) -> usize {
        let found = progression::areas_for_development(&self.assess_capability(capability));
        let without = |id: &str| self.actions_for(id).next().is_none();
        found.iter().filter(|indicator| without(indicator.id)).count()
    }
}
