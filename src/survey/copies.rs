//! What becomes of a tally that meets another of the same survey: one from an earlier copy, a file or
//! another tab, or one from before a step back.

use crate::record::Stamp;
use crate::survey::answered;
use crate::survey::shown::Shown;
use crate::survey::step::{Step, sorted};
use crate::survey::tally::Tally;
use crate::survey::waiting::Waiting;

impl Tally {
    /// The tally that stands after this one, from an earlier copy or a file, was put in place of `now`.
    /// What has been counted for the same survey stays counted. What is shown stays shown, or the same
    /// answers could show again together with others.
    ///
    /// Answers that wait in `now` can be in a step of this tally, together with answers that `now` has
    /// not counted. The sums cannot be told apart again, so the step stands. What else waits in `now`
    /// is dropped, and counts when it is brought in anew. When the two show some of the same answers in
    /// different steps, `now` stands and takes nothing: with some of the other's steps it would come
    /// near to what the other shows.
    ///
    /// `apart` is the fewest people by which a sum of the two may differ from what either shows, in all
    /// and in the answers to any statement: the threshold that those who answered were promised. `None`
    /// when either copy has heard of other results that it cannot show. A sum could come near to those,
    /// so nothing is added up then: the copy stands that shows all that the other shows, else `now`.
    pub fn put_back(&self, now: &Tally, apart: Option<u32>) -> Tally {
        if self.survey != now.survey || now.shows_all_of(self) && apart.is_none() {
            return now.clone();
        }
        let is_apart = |sum: &Tally| {
            let near = |other: &Tally| apart.is_none_or(|apart| sum.is_near(other, apart));
            sum.shows_all_of(self) && sum.shows_all_of(now) && !near(self) && !near(now)
        };
        let kept = now.with_steps_of(self, true);
        if kept.shown == now.shown && kept.shows_all_of(self) || is_apart(&kept) {
            return kept;
        }
        let copy = self.for_copy();
        let mut theirs = copy.with_steps_of(now, true);
        if !is_apart(&theirs) && theirs.shown != self.shown {
            theirs = copy;
        }
        if !theirs.shows_all_of(now) {
            return now.clone();
        }
        // Answers to single statements can wait in `now` and show in a step that covers one of its own.
        let own = now.all_steps();
        let stands = own.iter().all(|step| theirs.all_steps().contains(step));
        if stands || now.waiting.0.counts.keys().all(|statement| are_whole(&own, statement)) {
            theirs.take_waiting_of(now);
        }
        theirs
    }

    /// True when this tally shows more than `other` does, but of fewer than `apart` people, be it in all
    /// or of the answers to a statement. It must show all that the other shows.
    fn is_near(&self, other: &Tally, apart: u32) -> bool {
        let (Some(sum), Some(other)) = (&self.shown, &other.shown) else { return false };
        let near = |more: u32, fewer: u32| more != fewer && more < fewer.saturating_add(apart);
        let answered_in = |shown: &Shown, id: &str| shown.counts.get(id).map_or(0, answered);
        let said = |id: &String| near(answered_in(sum, id), answered_in(other, id));
        near(sum.responses, other.responses) || sum.counts.keys().any(said)
    }

    /// Every step that was made, whether it is shown or sealed.
    fn all_steps(&self) -> Vec<Step> {
        let mut steps = self.shown_steps();
        steps.extend(self.sealed.0.iter().cloned());
        steps
    }

    /// The tally after a step back or forward from `now` to this one. It is this one, unless results
    /// were shown or sealed in between, or `now` has counted answers to another survey. Then it is
    /// `now`: what was shown, and all that was counted with it, stays.
    pub fn stepped(&self, now: &Tally) -> Tally {
        let same = self.shown == now.shown && self.sealed == now.sealed;
        let none = self.survey.is_empty() || now.counted.is_empty();
        if same && (none || self.survey == now.survey) { self.clone() } else { now.clone() }
    }

    /// The tally that two copies of the tally of one survey come to, the same whichever is `mine`:
    ///
    /// - Copies that have nothing in common, or nothing but steps, are added up.
    /// - When one has counted all that the other has, that one stands, and shows all that either shows.
    /// - When the same responses wait in one and show in the other together with more, or wait in both
    ///   with others, the counts cannot be told apart again. The copy that can keep the steps of both
    ///   stands, else the one with more responses. What only the other had counts when it is brought in
    ///   anew.
    pub fn combined(mine: &Tally, theirs: &Tally) -> Tally {
        if mine == theirs {
            return mine.clone();
        }
        let (first, second) =
            if mine.rank() >= theirs.rank() { (mine, theirs) } else { (theirs, mine) };
        // What shows is not taken back for the sake of answers that wait, however many these are.
        let mut tally = first.with_steps_of(second, false);
        let (mut first, mut second) = (first, second);
        if !tally.has_steps_of(second) {
            let other = second.with_steps_of(first, false);
            if other.has_steps_of(first) {
                (tally, first, second) = (other, second, first);
            }
        }
        if mine.survey == theirs.survey {
            // The answers to single statements can wait while their responses are in a step. When both
            // copies have counted such a response, both may hold these answers, and adding them would
            // count them twice.
            let in_step = |id: &&String| second.is_in_step(id);
            let common = second.counted.iter().filter(in_step).any(|id| first.counted.contains(id));
            if first.waiting.is_empty() || !common {
                tally.take_waiting_of(second);
            }
            tally.changed = mine.changed.clone().max(theirs.changed.clone());
        }
        tally
    }

    /// True when all responses in steps of another copy are in steps here as well, or when the other is
    /// of another survey.
    fn has_steps_of(&self, other: &Tally) -> bool {
        let in_step = |id: &&String| other.is_in_step(id);
        self.survey != other.survey
            || other.counted.iter().filter(in_step).all(|id| self.is_in_step(id))
    }

    /// True when all that another copy shows is shown here as well: its responses, and of each the same
    /// answers. Where the copies made different steps, answers to single statements can wait in one.
    pub(crate) fn shows_all_of(&self, other: &Tally) -> bool {
        let Some(shown) = &other.shown else { return true };
        let shows = |id: &String| self.counted.contains(id) && !self.pending.contains(id);
        let own = self.shown_steps();
        let same_steps = || other.shown_steps().iter().all(|step| own.contains(step));
        let same_sum = || self.has_shown(shown.responses, Some(&shown.counts));
        other.shown_ids().all(shows) && (same_steps() || same_sum())
    }

    /// The rank of a copy: where only one of two can stand, the one stands that has counted more, then
    /// the one that shows more, then the later.
    fn rank(&self) -> (u32, usize, &Option<Shown>, &Stamp, &Tally) {
        (self.responses(), self.counted.len(), &self.shown, &self.changed, self)
    }

    /// True when answers to a statement can be here and in another copy's steps as well: the copies made
    /// different steps of the same people, and not each step there has answers to the statement. Those
    /// that a step lacks are in a later step, with other people's, or wait there.
    fn may_have_answers_of(&self, other: &Tally) -> bool {
        let (own, theirs) = (self.all_steps(), other.all_steps());
        let mut ids = theirs.iter().filter(|step| !own.contains(step)).flat_map(|step| &step.ids);
        if !ids.any(|id| self.counted.contains(id)) {
            return false;
        }
        let in_steps = own.iter().flat_map(|step| step.sum.counts.keys());
        self.waiting.0.counts.keys().chain(in_steps).any(|statement| !are_whole(&theirs, statement))
    }

    /// This tally with those steps of another copy that it can have besides its own. `in_file` when the
    /// other copy came in a file, which has nothing of what waits.
    fn with_steps_of(&self, other: &Tally, in_file: bool) -> Tally {
        let mut tally = self.clone();
        if self.survey != other.survey {
            return tally;
        }
        if in_file && self.may_have_answers_of(other) {
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
        // A step can hold answers to single statements of people in an earlier one. Without that one,
        // these people could be counted here anew.
        let steps = other.all_steps();
        let mut said = steps.iter().flat_map(|step| step.sum.counts.keys());
        if in_file && !tally.has_steps_of(other) && said.any(|id| !are_whole(&steps, id)) {
            return self.clone();
        }
        tally.sealed.0 = sorted(tally.sealed.0);
        tally
    }

    /// Makes room for a step of another copy: its responses that wait here wait no longer, and smaller
    /// steps of its responses are merged into it. Gives the step, or `None` when it is here already,
    /// names no responses, or shares some with a sum that cannot be taken apart.
    fn room_for(&mut self, step: Step) -> Option<Step> {
        if !step.ids.iter().any(|id| self.counted.contains(id)) {
            // A step that names no responses was made by hand, and cannot be told from what is here.
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

    /// Adds what waits in another copy, unless any of its responses is counted here.
    fn take_waiting_of(&mut self, other: &Tally) {
        let waits: Vec<&String> = other.pending.iter().filter(|id| !other.is_in_step(id)).collect();
        if !waits.is_empty() && !waits.iter().any(|id| self.counted.contains(id)) {
            self.waiting.0.add(&other.waiting.0);
            waits.into_iter().for_each(|id| self.mark_pending(id));
        }
    }
}

/// True when each of these steps has answers to a statement. If one lacks them, they wait in the copy that
/// made it, or show there in a later step; a file does not say which.
fn are_whole(steps: &[Step], statement: &str) -> bool {
    steps.iter().all(|step| step.sum.counts.contains_key(statement))
}
