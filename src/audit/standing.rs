//! Where an audit stands: the rules of progression applied to its judgements, and how much has been
//! answered so far.

use crate::audit::Audit;
use crate::framework::{Area, Capability, Framework};
use crate::progression::{self, Assessed, Stage, Tally};

/// How much of an area, a capability or an audit has been answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Questions with at least one reflection.
    pub reflected: usize,
    /// Questions in all.
    pub questions: usize,
    /// Indicators with an answer; "don't know" is one.
    pub judged: usize,
    /// Indicators in all.
    pub indicators: usize,
}

impl Progress {
    /// The share of questions and indicators that are answered, in whole per cent. It is rounded down,
    /// so only a complete audit has 100; 0 when nothing is asked.
    pub fn percent(self) -> usize {
        let asked = self.questions + self.indicators;
        ((self.reflected + self.judged) * 100).checked_div(asked).unwrap_or(0)
    }

    fn plus(self, other: Progress) -> Progress {
        Progress {
            reflected: self.reflected + other.reflected,
            questions: self.questions + other.questions,
            judged: self.judged + other.judged,
            indicators: self.indicators + other.indicators,
        }
    }
}

/// What the picture of a cairn shows, and the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The counts of judgements at each stage, in the order of [`Stage::ALL`].
    pub tallies: [Tally; 4],
    /// The stage reached; `None` while the first one is not complete.
    pub reached: Option<Stage>,
    /// The stage being worked at; `None` when all are complete.
    pub working_at: Option<Stage>,
}

impl Standing {
    /// Where a set of assessed indicators stands.
    pub fn of<I>(set: &[Assessed<I>]) -> Standing {
        Standing {
            tallies: progression::tallies(set),
            reached: progression::reached(set),
            working_at: progression::working_at(set),
        }
    }
}

impl Audit<'_> {
    /// The indicators of an area with this audit's judgements, in the framework's order.
    pub fn assess_area(self, area: &Area) -> Vec<Assessed<&str>> {
        area.indicators
            .iter()
            .map(|indicator| Assessed {
                id: indicator.id.as_str(),
                stage: indicator.stage,
                judgement: self.judgement(&indicator.id),
            })
            .collect()
    }

    /// The indicators of a capability's areas together, with this audit's judgements.
    pub fn assess_capability(self, capability: &Capability) -> Vec<Assessed<&str>> {
        capability.areas.iter().flat_map(|area| self.assess_area(area)).collect()
    }

    /// The indicators of every capability that is not left out, with this audit's judgements.
    pub fn assess(self, framework: &Framework) -> Vec<Assessed<&str>> {
        self.capabilities(framework)
            .flat_map(move |capability| self.assess_capability(capability))
            .collect()
    }

    /// The capabilities that are not left out, in order.
    pub fn capabilities(self, framework: &Framework) -> impl Iterator<Item = &Capability> {
        framework.capabilities.iter().filter(move |capability| !self.leaves_out(&capability.id))
    }

    /// How much of an area has been answered. A question with parts counts once, when any part has
    /// a reflection.
    pub fn area_progress(self, area: &Area) -> Progress {
        let written = |id: &str| !self.reflection(id).trim().is_empty();
        let reflected = area.questions.iter().filter(|question| {
            written(&question.id) || question.parts.iter().any(|part| written(&part.id))
        });
        let tally = self.assess_area(area);
        let tallies = progression::tallies(&tally);
        Progress {
            reflected: reflected.count(),
            questions: area.questions.len(),
            judged: tallies.iter().map(|tally| tally.answered()).sum(),
            indicators: area.indicators.len(),
        }
    }

    /// How much of every capability that is not left out has been answered.
    pub fn progress(self, framework: &Framework) -> Progress {
        self.capabilities(framework)
            .flat_map(|capability| &capability.areas)
            .map(|area| self.area_progress(area))
            .fold(Progress::default(), Progress::plus)
    }
}
