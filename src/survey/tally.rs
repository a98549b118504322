//! The counts of a survey: responses go in one by one, and come out in steps that are large enough
//! that nobody's answers can be read from them.
//!
//! What is counted first waits. [`Tally::release`] moves it to what is shown, once at least as many
//! responses wait as the threshold says; and of each statement only when as many have answered it. So
//! between any two states of the results stand at least that many answers, or none, and no answer can
//! be found by subtracting one from the other. Counting alone releases nothing: in whatever order, and
//! in however many imports, the same responses give the same tally.
//!
//! That holds for one tally. For all copies of it, two things are needed besides. What waits is in no
//! copy: [`Tally::for_copy`] leaves it out, or two copies would move on from it each in its own way, and
//! what they show would differ by few. And what shows is kept in the steps in which it came to show
//! ([`Step`]), so that copies which have gone their own ways add up again, step by step.

use serde::Serialize;

use crate::by_id::{ById, Ids};
use crate::framework::Text;
use crate::record::Stamp;
use crate::survey::response::Response;
use crate::survey::sheets::{SheetProblem, Sheets};
pub use crate::survey::shown::Shown;
use crate::survey::step::{Step, sorted};
use crate::survey::waiting::{Sealed, Waiting};
use crate::survey::{Counts, LEAST_THRESHOLD, answered};

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
    /// The steps in which it came to show, the first one left out: that is what remains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) steps: Vec<Step>,
    /// Steps that are made, so that a copy may have them, and have not been shown; packed.
    #[serde(default, skip_serializing_if = "Sealed::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub(crate) sealed: Sealed,
    /// What has been counted since; packed, so that nobody reads it who looks into a file.
    #[serde(default, skip_serializing_if = "Waiting::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub(crate) waiting: Waiting,
    /// When and by whom it was begun. Counting leaves it as it is: it is not to tell when somebody
    /// answered.
    pub changed: Stamp,
}

impl Tally {
    /// A tally of `survey` in which nothing is counted yet.
    pub fn new(survey: &str) -> Tally {
        Tally { survey: survey.to_owned(), ..Tally::default() }
    }

    /// Counts a response to this survey. Gives false when it was counted before, or is a response to
    /// another survey. Whether all in it was asked is for [`Asked::count`](crate::survey::Asked::count).
    pub fn count(&mut self, response: &Response) -> bool {
        if response.survey != self.survey || self.counted.contains(&response.id) {
            return false;
        }
        self.take_note_of(&response.id);
        self.waiting.0.add_response(response);
        true
    }

    /// Counts a batch of paper sheets, of which `batch` is the id: eight symbols, drawn at random when
    /// the batch was begun. Gives false when it was counted before, or is empty. Fails, and counts
    /// nothing, when the sheets do not add up.
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
        self.take_note_of(batch);
        let mut sum = Shown { responses: sheets.number, typed: sheets.number, ..Shown::default() };
        for statement in statements {
            match sheets.counts.get(&statement.id) {
                Some(counts) if answered(counts) > 0 => sum.add_counts(&statement.id, counts),
                _ => {}
            }
        }
        sum.add_comments(sheets.comments.clone());
        self.waiting.0.add(&sum);
        Ok(true)
    }

    /// The sum of all that has been counted, shown or not.
    pub(crate) fn all(&self) -> Shown {
        let mut all = self.shown.clone().unwrap_or_default();
        for step in &self.sealed.0 {
            all.add(&step.sum);
        }
        all.add(&self.waiting.0);
        all
    }

    pub(super) fn take_note_of(&mut self, id: &str) {
        self.counted.insert(id.to_owned());
        self.pending.insert(id.to_owned());
    }

    /// The tally as a copy of the record may have it: with what is shown and the steps that are made,
    /// and as if the rest had not been counted yet. Brought in again, the rest counts again.
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

    /// The tally as it may leave the device for other people's eyes: with what is shown, and as if
    /// nothing else had been counted yet.
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

    /// How many of them are not shown yet.
    pub fn waiting(&self) -> u32 {
        let sealed = self.sealed.0.iter().map(|step| step.sum.responses);
        sealed.fold(self.waiting.0.responses, u32::saturating_add)
    }

    /// How many of them no copy may have yet: what a copy of the record lacks.
    pub fn in_no_copy(&self) -> u32 {
        self.waiting.0.responses
    }

    /// Of how many statements answers wait that belong to people whose other answers are in a step: too
    /// few of these people have given one.
    pub fn statements_in_no_copy(&self) -> usize {
        let more = |counts: &&Counts| answered(counts) > self.waiting.0.responses;
        self.waiting.0.counts.values().filter(more).count()
    }

    /// How many of those that are shown the organiser typed in from paper.
    pub fn typed(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.typed)
    }

    /// How many more responses there must be before the next step shows.
    pub fn needed(&self, threshold: u32) -> u32 {
        if !self.sealed.is_empty() {
            return 0;
        }
        threshold.max(LEAST_THRESHOLD).saturating_sub(self.waiting.0.responses)
    }

    /// Moves what waits to what is shown, if enough waits. Gives whether anything moved.
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

    /// Takes what waits, if enough waits, for a step of its own. A statement that too few of these
    /// people have answered waits on for others. Its responses are pending until it is shown.
    fn step_from_waiting(&mut self, threshold: u32) -> Option<Step> {
        let threshold = threshold.max(LEAST_THRESHOLD);
        if self.waiting.0.responses < threshold {
            return None;
        }
        let mut sum = std::mem::take(&mut self.waiting.0);
        let enough = |id: &String| sum.counts.get(id).is_some_and(|sum| answered(sum) >= threshold);
        let too_few: Vec<String> = sum.counts.keys().filter(|id| !enough(id)).cloned().collect();
        for id in too_few {
            if let Some(counts) = sum.counts.remove(&id) {
                self.waiting.0.counts.insert(id, counts);
            }
        }
        let ids: Ids = self.pending.iter().filter(|id| !self.is_in_step(id)).cloned().collect();
        Some(Step { ids, sum })
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
        let mut steps = vec![Step { ids, sum }];
        steps.extend(self.steps.iter().cloned());
        sorted(steps)
    }

    /// True when some of the steps that are shown have so many responses together, and these counts where
    /// they are known.
    pub(crate) fn has_shown(&self, responses: u32, counts: Option<&ById<Counts>>) -> bool {
        /// With more steps than these, there are too many ways of adding them up.
        const MOST_STEPS: usize = 10;
        let steps = self.shown_steps();
        let mut sums = vec![Shown::default()];
        for step in steps.iter().take(MOST_STEPS) {
            let with = |sum: &Shown| {
                let mut sum = sum.clone();
                sum.add(&step.sum);
                sum
            };
            let more: Vec<Shown> = sums.iter().map(with).collect();
            sums.extend(more);
        }
        let all = steps.len() > MOST_STEPS;
        sums.extend(self.shown.clone().filter(|_| all));
        let is_it = |sum: &Shown| {
            sum.responses == responses && counts.is_none_or(|counts| sum.counts == *counts)
        };
        sums.iter().any(is_it)
    }

    /// True when the steps are parts of what was counted and shown that have nothing in common: what was
    /// made up by hand need not be so.
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

    /// Shows a step besides those that are shown.
    fn show(&mut self, step: Step) {
        let mut steps = self.shown_steps();
        for id in &step.ids {
            self.counted.insert(id.clone());
            self.pending.remove(id);
        }
        steps.push(step);
        self.set_steps(steps);
    }

    fn set_steps(&mut self, steps: Vec<Step>) {
        let mut steps = sorted(steps).into_iter();
        let first = steps.next();
        self.steps = steps.collect();
        self.shown = first.map(|Step { mut sum, .. }| {
            self.steps.iter().for_each(|step| sum.add(&step.sum));
            sum
        });
    }

    /// The tally that stands in place of `now` once this earlier one, or one from a file, is put there:
    /// answers that have been counted for the same survey stay counted, and what is shown stays shown,
    /// or it could be shown anew with others. Where answers wait that are shown there together with
    /// others than here, they cannot be told apart again: what is shown there stands, and those of the
    /// others that wait here count when they are brought in anew.
    pub fn put_back(&self, now: &Tally) -> Tally {
        if self.survey != now.survey {
            return now.clone();
        }
        let kept = now.with_steps_of(self);
        if kept.shows_all_of(self) {
            return kept;
        }
        let mut theirs = self.for_copy().with_steps_of(now);
        if !theirs.shows_all_of(now) {
            return kept;
        }
        theirs.take_waiting_of(now);
        theirs
    }

    /// The tally that a step back or forward comes to, from `now` to this one: there, as long as no
    /// result has shown in between. What was shown stays, and so does all that was counted with it.
    pub fn stepped(&self, now: &Tally) -> Tally {
        let same = self.shown == now.shown && self.sealed == now.sealed;
        let none = self.survey.is_empty() || now.counted.is_empty();
        if same && (none || self.survey == now.survey) { self.clone() } else { now.clone() }
    }

    /// What two copies of the tally of one survey come to, whichever is named first. Of copies with
    /// nothing in common it is the sum, and of copies that went their own ways from a common step as
    /// well. Where one has counted all that the other has, it is that one, showing what either shows.
    /// Where the same responses wait in one and show in the other together with more, or wait in both
    /// with others, the counts cannot be told apart again: the one stands that keeps the steps of both,
    /// else the one with more responses, and what only the other had counts when it is brought in anew.
    pub fn combined(mine: &Tally, theirs: &Tally) -> Tally {
        if mine == theirs {
            return mine.clone();
        }
        let (first, second) =
            if mine.rank() >= theirs.rank() { (mine, theirs) } else { (theirs, mine) };
        // What shows is not taken back for answers that wait, however many these are.
        let mut tally = first.with_steps_of(second);
        let (mut first, mut second) = (first, second);
        if !tally.has_steps_of(second) {
            let other = second.with_steps_of(first);
            if other.has_steps_of(first) {
                (tally, first, second) = (other, second, first);
            }
        }
        if mine.survey == theirs.survey {
            // What waits of single statements belongs to responses that are in a step.
            let in_step = |id: &&String| second.is_in_step(id);
            let common = second.counted.iter().filter(in_step).any(|id| first.counted.contains(id));
            if first.waiting.is_empty() || !common {
                tally.take_waiting_of(second);
            }
            tally.changed = mine.changed.clone().max(theirs.changed.clone());
        }
        tally
    }

    /// True when all that another copy shows or has sealed is in steps here as well.
    fn has_steps_of(&self, other: &Tally) -> bool {
        let in_step = |id: &&String| other.is_in_step(id);
        self.survey != other.survey
            || other.counted.iter().filter(in_step).all(|id| self.is_in_step(id))
    }

    /// True when all that another copy shows is shown here as well.
    pub(crate) fn shows_all_of(&self, other: &Tally) -> bool {
        let shows =
            |tally: &Tally, id: &String| tally.counted.contains(id) && !tally.pending.contains(id);
        other.counted.iter().filter(|id| shows(other, id)).all(|id| shows(self, id))
    }

    /// Which of two copies stands where only one can: the one that has counted more, then the one that
    /// shows more, then the later.
    fn rank(&self) -> (u32, usize, &Option<Shown>, &Stamp, &Tally) {
        (self.responses(), self.counted.len(), &self.shown, &self.changed, self)
    }

    /// This tally with the steps of another that it can have besides its own.
    fn with_steps_of(&self, other: &Tally) -> Tally {
        let mut tally = self.clone();
        if self.survey != other.survey {
            return tally;
        }
        for step in other.shown_steps() {
            if let Some(place) = tally.sealed.0.iter().position(|own| *own == step) {
                let step = tally.sealed.0.remove(place);
                tally.show(step);
            } else if let Some(step) = tally.room_for(step) {
                tally.show(step);
            }
        }
        for step in &other.sealed.0 {
            if let Some(step) = tally.room_for(step.clone()) {
                for id in &step.ids {
                    tally.counted.insert(id.clone());
                    tally.pending.insert(id.clone());
                }
                tally.sealed.0.push(step);
            }
        }
        tally.sealed.0 = sorted(tally.sealed.0);
        tally
    }

    /// Makes room for a step of another copy: where its responses wait here, they wait no longer, and
    /// smaller steps of the same responses go into it. `None` where it is here already, or shares
    /// responses with what cannot be taken apart.
    fn room_for(&mut self, step: Step) -> Option<Step> {
        if !step.ids.iter().any(|id| self.counted.contains(id)) {
            // What names no responses was made by hand, and cannot be told from what is here.
            return Some(step).filter(|step| !step.ids.is_empty());
        }
        let (inside, steps): (Vec<Step>, Vec<Step>) =
            self.shown_steps().into_iter().partition(|own| own.is_inside(&step));
        let waits = |id: &String| {
            let was_shown = inside.iter().any(|own| own.ids.contains(id));
            was_shown || self.pending.contains(id) && !self.is_in_step(id)
        };
        if inside.contains(&step) || !step.ids.iter().all(waits) {
            return None;
        }
        let mut rest = step.sum.clone();
        for own in &inside {
            rest = rest.without(&own.sum)?;
        }
        self.waiting = Waiting(self.waiting.0.without(&rest)?);
        inside.iter().flat_map(|own| &own.ids).for_each(|id| self.pending.insert(id.clone()));
        self.set_steps(steps);
        Some(step)
    }

    /// Takes what waits in another copy, unless something of it is counted here.
    fn take_waiting_of(&mut self, other: &Tally) {
        let waits: Vec<&String> = other.pending.iter().filter(|id| !other.is_in_step(id)).collect();
        if !waits.is_empty() && !waits.iter().any(|id| self.counted.contains(id)) {
            self.waiting.0.add(&other.waiting.0);
            waits.into_iter().for_each(|id| self.take_note_of(id));
        }
    }

    /// True when a response is in a step, be it shown or sealed.
    fn is_in_step(&self, id: &str) -> bool {
        let sealed = || self.sealed.0.iter().any(|step| step.ids.contains(id));
        self.counted.contains(id) && (!self.pending.contains(id) || sealed())
    }
}
