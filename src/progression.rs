//! The rules of progression: from judgements to stages, areas for development and strengths.
//!
//! Standard library only: no I/O, no clock, no web and no display text, so that another program
//! can use this file as it is. Everything is a function of a slice of [`Assessed`] indicators: one
//! area, one capability or a whole audit, in the framework's own order. Organisation indicators
//! and staff indicators count alike.
//!
//! Source: the framework's "Review and action planning" pages. The stages are progressive: to meet
//! one, every indicator of the stages below it has to be achieved as well.
//!
//! ```
//! use cairn::progression::{Assessed, Judgement, Stage, reached, working_at};
//!
//! let area = [
//!     Assessed { id: "1A.o1", stage: Stage::Engaged, judgement: Judgement::Achieved },
//!     Assessed { id: "1A.o3", stage: Stage::Established, judgement: Judgement::NotAnswered },
//! ];
//! assert_eq!(reached(&area), Some(Stage::Engaged));
//! assert_eq!(working_at(&area), Some(Stage::Established));
//! ```

/// A stage of progression, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The first stage.
    Engaged,
    /// The second stage.
    Established,
    /// The third stage.
    Accomplished,
    /// The last stage.
    Exemplary,
}

impl Stage {
    /// Every stage, first to last.
    pub const ALL: [Stage; 4] =
        [Stage::Engaged, Stage::Established, Stage::Accomplished, Stage::Exemplary];

    /// The place of the stage in [`Stage::ALL`], 0 to 3.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The answer to an indicator. The four are never folded into one another; only the rules of
/// progression treat the last three alike, as "not achieved".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Judgement {
    /// Yes: the organisation can evidence it.
    Achieved,
    /// No: it cannot, yet.
    NotAchieved,
    /// Those who answered do not know.
    DontKnow,
    /// Nobody has answered so far.
    #[default]
    NotAnswered,
}

/// One indicator with its stage and its judgement; `id` is whatever the caller knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessed<I> {
    /// The caller's name for the indicator.
    pub id: I,
    /// The stage that it belongs to.
    pub stage: Stage,
    /// The answer to it.
    pub judgement: Judgement,
}

impl<I> Assessed<I> {
    fn achieved(&self) -> bool {
        self.judgement == Judgement::Achieved
    }
}

/// How many indicators have each judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Judged achieved.
    pub achieved: usize,
    /// Judged not achieved.
    pub not_achieved: usize,
    /// Answered with "don't know".
    pub dont_know: usize,
    /// Still to answer.
    pub not_answered: usize,
}

impl Tally {
    /// All indicators counted.
    pub fn total(self) -> usize {
        self.achieved + self.not_achieved + self.dont_know + self.not_answered
    }

    /// The indicators with any answer; "don't know" is one.
    pub fn answered(self) -> usize {
        self.total() - self.not_answered
    }

    /// True when there is at least one indicator and all are achieved.
    pub fn complete(self) -> bool {
        self.total() > 0 && self.achieved == self.total()
    }

    fn count(&mut self, judgement: Judgement) {
        match judgement {
            Judgement::Achieved => self.achieved += 1,
            Judgement::NotAchieved => self.not_achieved += 1,
            Judgement::DontKnow => self.dont_know += 1,
            Judgement::NotAnswered => self.not_answered += 1,
        }
    }
}

/// The judgements of `set`, counted for each stage in the order of [`Stage::ALL`]. A stage without
/// indicators has a tally of nothing.
pub fn tallies<I>(set: &[Assessed<I>]) -> [Tally; 4] {
    let mut tallies = [Tally::default(); 4];
    for indicator in set {
        tallies[indicator.stage.index()].count(indicator.judgement);
    }
    tallies
}

/// The stages at which `set` has indicators, in order. A stage without any is neither passed nor
/// failed: it is left out.
pub fn stages<I>(set: &[Assessed<I>]) -> Vec<Stage> {
    let tallies = tallies(set);
    Stage::ALL.into_iter().filter(|stage| tallies[stage.index()].total() > 0).collect()
}

/// The last stage of `set` up to which every indicator is achieved; `None` while its first stage is not
/// complete, or when `set` is empty.
pub fn reached<I>(set: &[Assessed<I>]) -> Option<Stage> {
    let tallies = tallies(set);
    stages(set).into_iter().take_while(|stage| tallies[stage.index()].complete()).last()
}

/// The first stage of `set` that is not complete; `None` when all are complete.
pub fn working_at<I>(set: &[Assessed<I>]) -> Option<Stage> {
    let tallies = tallies(set);
    stages(set).into_iter().find(|stage| !tallies[stage.index()].complete())
}

/// The indicators of the working stage that are not achieved, in the framework's order. Those with
/// [`Judgement::NotAnswered`] are still to answer.
pub fn areas_for_development<I: Clone>(set: &[Assessed<I>]) -> Vec<Assessed<I>> {
    let working_at = working_at(set);
    pick(set, |indicator| Some(indicator.stage) == working_at && !indicator.achieved())
}

/// The indicators beyond the working stage that are not achieved: visible, but not offered for the
/// action plan until their stage is being worked at.
pub fn held_back<I: Clone>(set: &[Assessed<I>]) -> Vec<Assessed<I>> {
    let working_at = working_at(set);
    pick(set, |indicator| {
        working_at.is_some_and(|stage| indicator.stage > stage) && !indicator.achieved()
    })
}

/// The indicators that are achieved beyond the working stage: strengths that are already in place.
pub fn already_in_place<I: Clone>(set: &[Assessed<I>]) -> Vec<Assessed<I>> {
    let working_at = working_at(set);
    pick(set, |indicator| {
        working_at.is_some_and(|stage| indicator.stage > stage) && indicator.achieved()
    })
}

/// The indicators that are achieved up to and including the working stage; all of them when every
/// stage is complete.
pub fn strengths<I: Clone>(set: &[Assessed<I>]) -> Vec<Assessed<I>> {
    let working_at = working_at(set);
    pick(set, |indicator| {
        working_at.is_none_or(|stage| indicator.stage <= stage) && indicator.achieved()
    })
}

/// What has to be achieved to reach `stage`: every indicator up to and including it that is not
/// achieved, first stage first and in the framework's order within a stage.
pub fn blockers<I: Clone>(set: &[Assessed<I>], stage: Stage) -> Vec<Assessed<I>> {
    let up_to = Stage::ALL.into_iter().filter(|each| *each <= stage);
    up_to
        .flat_map(|each| pick(set, |indicator| indicator.stage == each && !indicator.achieved()))
        .collect()
}

fn pick<I: Clone>(set: &[Assessed<I>], keep: impl Fn(&Assessed<I>) -> bool) -> Vec<Assessed<I>> {
    set.iter().filter(|indicator| keep(indicator)).cloned().collect()
}
