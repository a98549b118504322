//! The counts of a survey: responses go in one by one, and come out in steps that are large enough that
//! nobody's answers can be read from them.
//!
//! What is counted waits first. [`Tally::release`] moves it to what is shown, once at least as many
//! responses wait as the threshold says. The answers to a statement move only when as many people have
//! answered it. So any two states of the results differ by at least that many answers, or by none, and
//! nobody's answer is found by subtracting one from the other. Counting alone releases nothing: the
//! same responses give the same tally, in any order and in any number of imports.
//!
//! That holds for one tally. Copies of it need two rules more. What waits is in no copy
//! ([`Tally::for_copy`] leaves it out): otherwise each copy would release it together with other
//! answers, and the results would differ by only a few people. And what shows is kept in the steps in
//! which it came to show ([`Step`]), so that copies which have counted different responses since can be
//! added up again, step by step.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::by_id::{ById, Ids};
use crate::framework::Text;
use crate::record::Stamp;
use crate::survey::response::Response;
use crate::survey::sheets::{SheetProblem, Sheets};
pub use crate::survey::shown::Shown;
use crate::survey::step::{Step, sorted};
use crate::survey::waiting::{Sealed, Waiting};
use crate::survey::{Counts, LEAST_THRESHOLD, MOST_INVITED, answered};

/// What has been counted so far of a survey.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Tally {
    /// The id of the survey.
    pub survey: String,
    /// The ids of the responses and of the batches of paper sheets that were counted.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub counted: Ids,
    /// Of these, the ones that are not shown yet.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub(crate) pending: Ids,
    /// What may be shown: the sum of all steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
    /// The steps of which `shown` is the sum, without the first: that one is what remains of `shown`
    /// without the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) steps: Vec<Step>,
    /// Steps that are made and have not been shown, which copies may have; packed.
    #[serde(default, skip_serializing_if = "Sealed::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub(crate) sealed: Sealed,
    /// What has been counted and is in no step yet; packed, so that nobody who only looks into a file
    /// reads it.
    #[serde(default, skip_serializing_if = "Waiting::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub(crate) waiting: Waiting,
    /// When the tally was begun, and by whom. Counting does not change this, because it must not tell
    /// when somebody answered.
    pub changed: Stamp,
}

impl Tally {
    /// A tally of `survey` in which nothing is counted yet.
    pub fn new(survey: &str) -> Tally {
        Tally { survey: survey.to_owned(), ..Tally::default() }
    }

    /// Counts a response to this survey. Gives false when it was counted before, or is a response to
    /// another survey. [`Asked::count`](crate::survey::Asked::count) checks whether the survey asks
    /// what the response answers.
    pub fn count(&mut self, response: &Response) -> bool {
        if response.survey != self.survey || self.counted.contains(&response.id) {
            return false;
        }
        self.mark_pending(&response.id);
        self.waiting.sum.add_response(response);
        true
    }

    /// Counts a batch of paper sheets. `batch` is its id: eight symbols, drawn at random when the batch
    /// was begun. Gives false when it was counted before, or is empty. Fails, and counts nothing, when
    /// the sheets do not add up.
    pub fn count_sheets(
        &mut self,
        batch: &str,
        sheets: &Sheets,
        statements: &[Text],
    ) -> Result<bool, Vec<SheetProblem>> {
        let problems = sheets.problems(statements);
        if !problems.is_empty() {
            return Err(problems);
        }
        if sheets.number == 0 || self.counted.contains(batch) {
            return Ok(false);
        }
        self.mark_pending(batch);
        let mut sum = Shown { responses: sheets.number, typed: sheets.number, ..Shown::default() };
        for statement in statements {
            match sheets.counts.get(&statement.id) {
                Some(counts) if answered(counts) > 0 => sum.add_counts(&statement.id, counts),
                _ => {}
            }
        }
        sum.add_comments(sheets.comments.clone());
        self.waiting.sum.add(&sum);
        Ok(true)
    }

    /// The sum of all that has been counted, shown or not.
    pub(crate) fn all(&self) -> Shown {
        let mut all = self.shown.clone().unwrap_or_default();
        for step in &self.sealed.0 {
            all.add(&step.sum);
        }
        all.add(&self.waiting.all());
        all
    }

    pub(super) fn mark_pending(&mut self, id: &str) {
        self.counted.insert(id.to_owned());
        self.pending.insert(id.to_owned());
    }

    /// The tally as a copy of the record may have it: what is shown and what is sealed, as if the rest
    /// had not been counted. The rest counts in the copy when it is brought in there.
    pub fn for_copy(&self) -> Tally {
        let mut tally = self.clone();
        tally.waiting = Waiting::default();
        tally.pending = Ids::default();
        for step in &self.sealed.0 {
            step.ids.iter().for_each(|id| tally.pending.insert(id.clone()));
        }
        let waits = |id: &String| self.pending.contains(id) && !tally.pending.contains(id);
        tally.counted = self.counted.iter().filter(|id| !waits(id)).cloned().collect();
        tally
    }

    /// The tally as other people may have it: what is shown, as if nothing else had been counted.
    pub fn without_waiting(&self) -> Tally {
        let mut tally = self.for_copy();
        let seen = |id: &&String| !self.pending.contains(id);
        tally.counted = self.counted.iter().filter(seen).cloned().collect();
        tally.pending = Ids::default();
        tally.sealed = Sealed::default();
        tally
    }

    /// How many responses have been counted, shown or not.
    pub fn responses(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.responses).saturating_add(self.waiting())
    }

    /// How many responses have been counted and are not shown yet.
    pub fn waiting(&self) -> u32 {
        let sealed = self.sealed.0.iter().map(|step| step.sum.responses);
        sealed.fold(self.waiting.sum.responses, u32::saturating_add)
    }

    /// How many responses have been counted that no copy of the record may have yet.
    pub fn in_no_copy(&self) -> u32 {
        self.waiting.sum.responses
    }

    /// For how many statements answers wait that are from people whose other answers are in a step: too
    /// few of them answered this one.
    pub fn statements_in_no_copy(&self) -> usize {
        let late = self.waiting.late.iter().flat_map(|late| late.sum.counts.keys());
        late.collect::<BTreeSet<_>>().len()
    }

    /// How many of the responses that are shown the organiser typed in from paper.
    pub fn typed(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.typed)
    }

    /// How many more responses there must be before the next step can show; 0 when a step is sealed.
    pub fn needed(&self, threshold: u32) -> u32 {
        if !self.sealed.is_empty() {
            return 0;
        }
        threshold.max(LEAST_THRESHOLD).saturating_sub(self.waiting.sum.responses)
    }

    /// Shows all sealed steps, and what waits as another step, if enough waits. Gives whether anything
    /// came to show.
    pub fn release(&mut self, threshold: u32) -> bool {
        let last = self.step_from_waiting(threshold);
        let mut moved = std::mem::take(&mut self.sealed.0);
        moved.extend(last);
        let moves = !moved.is_empty();
        for step in moved {
            self.show(step);
        }
        moves
    }

    /// Makes a step of what waits, if enough waits, without showing it: from then on a copy of the
    /// record may have it, because no copy can take it apart again. Gives whether there was enough.
    pub fn seal(&mut self, threshold: u32) -> bool {
        let step = self.step_from_waiting(threshold);
        let made = step.is_some();
        if let Some(step) = step {
            self.sealed.0.push(step);
            self.sealed.0 = sorted(std::mem::take(&mut self.sealed.0));
        }
        made
    }

    /// Makes a step of what waits; `None` when too little waits. The answers to a statement that too
    /// few of these people have answered wait on for others'. The responses are pending until the step
    /// is shown.
    fn step_from_waiting(&mut self, threshold: u32) -> Option<Step> {
        let threshold = threshold.max(LEAST_THRESHOLD);
        if self.waiting.sum.responses < threshold {
            return None;
        }
        let all = self.waiting.all();
        let enough = |id: &str| all.counts.get(id).is_some_and(|sum| answered(sum) >= threshold);
        let Waiting { mut sum, late } = std::mem::take(&mut self.waiting);
        let waits = |id: &&String| self.pending.contains(id) && !self.is_in_step(id);
        let ids: Ids = self.counted.iter().filter(waits).cloned().collect();
        let left = Shown { counts: sum.counts.split_off(enough), ..Shown::default() };
        let mut step = Step { ids: ids.clone(), late: Ids::default(), sum };
        let late = late.into_iter().chain([Step { ids, sum: left, ..Step::default() }]);
        for mut late in late {
            let left = late.sum.counts.split_off(enough);
            if !late.sum.counts.is_empty() {
                step.sum.add(&late.sum);
                late.ids.iter().for_each(|id| step.late.insert(id.clone()));
            }
            late.sum.counts = left;
            if !late.sum.counts.is_empty() {
                self.waiting.late.push(late);
            }
        }
        self.waiting.late = sorted(std::mem::take(&mut self.waiting.late));
        Some(step)
    }

    /// Every step that is shown, in order.
    pub(crate) fn shown_steps(&self) -> Vec<Step> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let mut sum = shown.clone();
        let mut ids = self.counted.clone();
        self.pending.iter().for_each(|id| ids.remove(id));
        for step in &self.steps {
            sum = sum.without(&step.sum).unwrap_or(sum);
            step.ids.iter().for_each(|id| ids.remove(id));
        }
        let first = Step { ids, late: Ids::default(), sum };
        let mut steps = self.steps.clone();
        if first != Step::default() {
            steps.push(first);
        }
        sorted(steps)
    }

    /// The ids of the responses that are shown.
    pub(crate) fn shown_ids(&self) -> impl Iterator<Item = &String> {
        self.counted.iter().filter(|id| !self.pending.contains(id))
    }

    /// True when the steps that are shown, or some of them, add up to this many responses and, where
    /// they are known, to these counts.
    pub(crate) fn has_shown(&self, responses: u32, counts: Option<&ById<Counts>>) -> bool {
        let steps = self.shown_steps();
        let numbers = || steps.iter().map(|step| step.sum.responses);
        if !add_up(numbers(), responses) {
            return false;
        }
        let Some(counts) = counts else { return true };
        let wanted = Shown { responses, counts: counts.clone(), ..Shown::default() };
        let mut all = Shown::default();
        let sum = |step: &Step| {
            let Shown { responses, counts, .. } = step.sum.clone();
            let sum = Shown { responses, counts, ..Shown::default() };
            all.add(&sum);
            (sum, all.clone())
        };
        let mut sums: Vec<(Shown, Shown)> = steps.iter().rev().map(sum).collect();
        sums.reverse();
        leave_nothing(&wanted, &sums, &mut 0)
    }

    /// True when the steps have no responses in common and each is part of what was counted: shown, or
    /// pending if it is sealed. In a file that was made up by hand this may not hold.
    pub(crate) fn has_whole_steps(&self) -> bool {
        let mut left = self.counted.clone();
        let mut sum = self.shown.clone().unwrap_or_default();
        let mut take = |ids: &Ids, of_shown: bool| {
            ids.iter().all(|id| {
                let there = left.contains(id) && self.pending.contains(id) != of_shown;
                left.remove(id);
                there
            })
        };
        let shown = self.steps.iter().all(|step| {
            let rest = sum.without(&step.sum);
            rest.map(|rest| sum = rest).is_some() && take(&step.ids, true)
        });
        shown && self.sealed.0.iter().all(|step| take(&step.ids, false))
    }

    /// Adds a step to those that are shown.
    pub(super) fn show(&mut self, step: Step) {
        let mut steps = self.shown_steps();
        for id in &step.ids {
            self.counted.insert(id.clone());
            self.pending.remove(id);
        }
        steps.push(step);
        self.set_steps(steps);
    }

    pub(super) fn set_steps(&mut self, steps: Vec<Step>) {
        let mut steps = sorted(steps).into_iter().peekable();
        // The first step stands as what is left, which says nothing of late answers.
        let has_late = steps.peek().is_some_and(|first| !first.late.is_empty());
        let first = if has_late { Some(Step::default()) } else { steps.next() };
        self.steps = steps.collect();
        self.shown = first.map(|Step { mut sum, .. }| {
            self.steps.iter().for_each(|step| sum.add(&step.sum));
            sum
        });
    }

    /// True when a response is in a step, be it shown or sealed.
    pub(super) fn is_in_step(&self, id: &str) -> bool {
        let sealed = || self.sealed.0.iter().any(|step| step.ids.contains(id));
        self.counted.contains(id) && (!self.pending.contains(id) || sealed())
    }
}

/// True when some of these sums add up to `wanted`. Each comes with the sum of itself and all that follow,
/// so that most ways end early. `tried` counts the ways; after very many it gives false.
fn leave_nothing(wanted: &Shown, sums: &[(Shown, Shown)], tried: &mut u32) -> bool {
    const MOST_TRIED: u32 = 20_000;
    *tried += 1;
    if *wanted == Shown::default() {
        return true;
    }
    let Some(((first, all), others)) = sums.split_first() else { return false };
    if *tried > MOST_TRIED || all.without(wanted).is_none() {
        return false;
    }
    let with = wanted.without(first);
    with.is_some_and(|rest| leave_nothing(&rest, others, tried))
        || leave_nothing(wanted, others, tried)
}

/// True when some of these numbers, or none of them, add up to `sum`. No survey has more answers than
/// [`MOST_INVITED`].
fn add_up(numbers: impl Iterator<Item = u32>, sum: u32) -> bool {
    if sum > MOST_INVITED {
        return false;
    }
    let sum = sum as usize;
    let mut reached = vec![false; sum + 1];
    reached[0] = true;
    for number in numbers {
        let number = number as usize;
        for at in (number..=sum).rev() {
            reached[at] |= reached[at - number];
        }
    }
    reached[sum]
}
