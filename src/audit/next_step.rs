//! What is next in an audit: the first thing that is not done.

use crate::audit::Audit;
use crate::framework::{Area, Capability, Framework, Subject};
use crate::progression::{self, Judgement};

/// The first thing that is not done: questions and indicators area by area, then an action for each area
/// for development, then the report.
#[derive(Debug, Clone, PartialEq)]
pub enum NextStep<'f> {
    /// To take a capability in: all of them are left out.
    TakeIn,
    /// To begin with an area.
    Begin(&'f Area),
    /// To reflect on so many questions of an area.
    Reflect(&'f Area, usize),
    /// To judge so many indicators of an area. They are all about staff, and no survey was opened that
    /// could propose judgements, where `survey_helps`.
    Judge {
        /// The area.
        area: &'f Area,
        /// How many of its indicators are still to judge.
        left: usize,
        /// True where a staff survey would propose judgements for all of them.
        survey_helps: bool,
    },
    /// To look at so many judgements that the staff survey proposes.
    Accept(usize),
    /// To plan something for so many areas for development of a capability.
    Plan(&'f Capability, usize),
    /// Nothing is left but to read what came of it.
    Read,
}

impl Audit<'_> {
    /// What is next.
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
