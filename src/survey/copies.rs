//! What becomes of a tally that meets another of the same survey: one from an earlier copy, a file or
//! another tab, or one from before a step back.

use crate::by_id::Ids;
use crate::record::Stamp;
use crate::survey::answered;
use crate::survey::shown::Shown;
use crate::survey::step::{Step, meet, sorted};
use crate::survey::tally::Tally;

impl Tally {
    /// The tally that stands after this one, from an earlier copy or a file, was put in place of `now`.
    /// What has been counted for the same survey stays counted. What is shown stays shown, or the same
    /// answers could show again together with others.
    ///
    /// Where the two can be told apart, they are added up: the steps of both stand, and what waits in
    /// `now`. Where they cannot, the one stands that shows all that the other shows, else `now`. If that
    /// is this tally, what waits in `now` stays only as far as its people are in no step here; the rest
    /// counts when it is brought in anew.
    ///
    /// `apart` is the fewest people by which a sum of the two may differ from what either shows, in all
    /// and in the answers to any statement: the threshold that those who answered were promised. `None`
    /// when either copy has heard of other results that it cannot show. A sum could come near to those,
    /// so nothing is added up then.
    pub fn put_back(&self, now: &Tally, apart: Option<u32>) -> Tally {
        if self.survey != now.survey || now.shows_all_of(self) && apart.is_none() {
            return now.clone();
        }
        let is_apart = |sum: &Tally| {
            let near = |other: &Tally| apart.is_none_or(|apart| sum.is_near(other, apart));
            sum.shows_all_of(self) && sum.shows_all_of(now) && !near(self) && !near(now)
        };
        let stands =
            |sum: &Tally| is_apart(sum) || sum.shown == now.shown && sum.shows_all_of(self);
        if let Some(sum) = now.with_steps_of(self, None).filter(stands) {
            return sum;
        }
        let copy = self.for_copy();
        let sum = copy
            .with_steps_of(now, late_of(now))
            .filter(|sum| is_apart(sum) || sum.shown == copy.shown);
        let mut theirs = sum.unwrap_or(copy);
        if !theirs.shows_all_of(now) {
            return now.clone();
        }
        theirs.take_waiting_of(now);
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
        let with = |one: &Tally, other: &Tally| one.with_steps_of(other, late_of(other));
        let (mut tally, other) = match (with(first, second), with(second, first)) {
            (None, Some(tally)) => (tally, first),
            (tally, _) => (tally.unwrap_or_else(|| first.clone()), second),
        };
        if mine.survey == theirs.survey {
            tally.take_waiting_of(other);
            tally.changed = mine.changed.clone().max(theirs.changed.clone());
        }
        tally
    }

    /// True when all that another copy shows is shown here as well: its responses, and of each the same
    /// answers. Where the copies made different steps, answers to single statements can wait in one.
    pub fn shows_all_of(&self, other: &Tally) -> bool {
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

    /// This tally with all steps of another copy besides its own, as far as no larger step here has the
    /// same people; `None` when the two cannot be told apart. Unchanged when the other is of another
    /// survey. `late` are the late answers that wait in the other copy; `None` when it came in a file,
    /// which has nothing of them.
    fn with_steps_of(&self, other: &Tally, late: Option<&[Step]>) -> Option<Tally> {
        let mut tally = self.clone();
        if self.survey != other.survey {
            return Some(tally);
        }
        let (own, theirs) = (self.all_steps(), other.all_steps());
        let only_in = |steps: &[Step], others: &[Step]| -> Vec<Step> {
            steps.iter().filter(|step| !others.contains(step)).cloned().collect()
        };
        let (mut new, own) = (only_in(&theirs, &own), only_in(&own, &theirs));
        // A step whose people are all in a larger one here shows as part of that.
        new.retain(|step| {
            !step.late.is_empty() || !own.iter().any(|larger| step.is_inside(larger))
        });
        // A step that names no responses was made by hand, and cannot be told from any other.
        if !new.is_empty() && new.iter().chain(&own).any(|step| step.ids.is_empty()) {
            return None;
        }
        let doubled = |late: &Ids, steps: &[Step]| {
            steps.iter().any(|step| meet(late, &step.ids) || meet(late, &step.late))
        };
        // The same late answers could be in steps of both.
        if new.iter().any(|step| doubled(&step.late, &own))
            || own.iter().any(|step| doubled(&step.late, &new))
        {
            return None;
        }
        let shown = other.shown_steps();
        for step in &new {
            // Of a step whose late answers all wait there, and are in no later step.
            let of_step = |late: &&Step| late.ids == step.ids;
            let is_later = |other: &Step| meet(&step.ids, &other.late);
            let left = late.filter(|_| !theirs.iter().any(is_later));
            let left = left.map(|late| {
                late.iter().find(of_step).map_or(Shown::default(), |it| it.sum.clone())
            });
            tally.make_room_for(step, left)?;
            if shown.contains(step) {
                tally.show(step.clone());
            } else {
                for id in &step.ids {
                    tally.counted.insert(id.clone());
                    tally.pending.insert(id.clone());
                }
                tally.sealed.0.push(step.clone());
            }
        }
        // Late answers that wait here have come along in a step.
        tally.waiting.late.retain(|late| !new.iter().any(|step| meet(&late.ids, &step.late)));
        let waits = |id: &String| tally.pending.contains(id) && !tally.is_in_step(id);
        if new.iter().any(|step| step.late.iter().any(waits)) {
            return None;
        }
        let sealed = std::mem::take(&mut tally.sealed.0).into_iter();
        let (out, sealed): (Vec<Step>, Vec<Step>) = sealed.partition(|step| shown.contains(step));
        tally.sealed.0 = sorted(sealed);
        out.into_iter().for_each(|step| tally.show(step));
        Some(tally)
    }

    /// Makes room for a step of another copy: its responses that wait here wait no longer, and smaller
    /// steps of its responses are merged into it. `None` when some of its responses are here and not
    /// all, or the sums cannot be taken apart. `late` are the answers that the step lacks; `None` when
    /// they are not known.
    fn make_room_for(&mut self, step: &Step, late: Option<Shown>) -> Option<()> {
        if !meet(&step.ids, &self.counted) {
            return Some(());
        }
        let (inside, steps): (Vec<Step>, Vec<Step>) =
            self.shown_steps().into_iter().partition(|own| own.is_inside(step));
        let was_shown = |id: &String| inside.iter().any(|own| own.ids.contains(id));
        let waits = |id: &String| self.pending.contains(id) && !self.is_in_step(id);
        let has_late = |step: &Step| !step.late.is_empty();
        if has_late(step)
            || inside.iter().any(has_late)
            || !step.ids.iter().all(|id| was_shown(id) || waits(id))
        {
            return None;
        }
        // What these people have said is in the smaller steps, or waits.
        let is_theirs = |late: &Step| late.is_inside(step);
        let (own, others): (Vec<Step>, Vec<Step>) =
            std::mem::take(&mut self.waiting.late).into_iter().partition(is_theirs);
        let all = std::mem::take(&mut self.waiting.sum);
        let all = inside.iter().chain(&own).fold(all, |mut all, own| {
            all.add(&own.sum);
            all
        });
        let mut rest = all.without(&step.sum)?;
        self.waiting.late = others;
        let late = match late {
            Some(late) => {
                rest = rest.without(&late)?;
                late
            }
            None if rest.responses == 0 => std::mem::take(&mut rest),
            // Nobody knows which of these answers are from the people in the step.
            None if rest.counts.keys().any(|id| !step.sum.counts.contains_key(id)) => return None,
            None => Shown::default(),
        };
        if !late.counts.is_empty() {
            let sum = Shown { counts: late.counts, ..Shown::default() };
            self.waiting.late.push(Step { ids: step.ids.clone(), sum, ..Step::default() });
        }
        self.waiting.late = sorted(std::mem::take(&mut self.waiting.late));
        self.waiting.sum = rest;
        inside.iter().flat_map(|own| &own.ids).for_each(|id| self.pending.insert(id.clone()));
        self.set_steps(steps);
        Some(())
    }

    /// Adds what waits in another copy, as far as it is not counted here. Late answers come along when
    /// they are of a step that is here as well, and in no step here.
    fn take_waiting_of(&mut self, other: &Tally) {
        let waits: Vec<&String> = other.pending.iter().filter(|id| !other.is_in_step(id)).collect();
        if !waits.is_empty() && !waits.iter().any(|id| self.counted.contains(id)) {
            self.waiting.sum.add(&other.waiting.sum);
            waits.into_iter().for_each(|id| self.mark_pending(id));
        }
        let steps = self.all_steps();
        let theirs = other.all_steps();
        for late in &other.waiting.late {
            let of_common = |id: &String| {
                let mut common = steps.iter().filter(|step| theirs.contains(step));
                common.any(|step| step.ids.contains(id))
            };
            let is_here =
                steps.iter().any(|step| !theirs.contains(step) && meet(&late.ids, &step.late))
                    || self.waiting.late.iter().any(|own| meet(&late.ids, &own.ids));
            if !is_here && late.ids.iter().all(of_common) {
                self.waiting.late.push(late.clone());
            }
        }
        self.waiting.late = sorted(std::mem::take(&mut self.waiting.late));
    }
}

/// The late answers that wait in a tally as it stands, not as a file has it.
fn late_of(tally: &Tally) -> Option<&[Step]> {
    Some(&tally.waiting.late)
}
