//! What becomes of the counts of a record's survey when the record is replaced, goes back to an earlier
//! state, is copied, or leaves the device. Two rules must hold:
//!
//! - What shows is never taken back, and a promised threshold is never lowered. Otherwise the same
//!   survey could show twice, and the two results could differ by a few people only.
//! - What waits stands in one record only. Otherwise two records could show it, each with somebody
//!   more.

use crate::form::Surveys;
use crate::kinds::elsewhere::Results;
use crate::organisation::{round, session, shown};
use crate::record::Stamp;
use crate::records::{Entry, Record, Slot};
use crate::survey::Collected;
use crate::survey::collected::results_of;
use crate::survey::lot::Lot;
use crate::survey::tally::Tally;

impl Record {
    /// How many answers to its survey may not show yet.
    pub fn waiting(&self) -> u32 {
        self.tally.as_ref().map_or(0, Tally::waiting)
    }

    /// How many answers to its survey a copy of it would lack now.
    pub fn lacking(&self) -> usize {
        self.tally.as_ref().map_or(0, Tally::in_no_copy) as usize
    }

    /// How many answers to its survey a copy of it would lack even once all is sealed that can be
    /// ([`Record::sealed`]).
    pub fn in_no_copy(&self) -> usize {
        self.sealed().map_or_else(|| self.lacking(), |sealed| sealed.lacking())
    }

    /// How many statements of its survey have answers that a copy of it would lack, although it would
    /// have the other answers of the same people: too few of them answered the statement. Counted as if
    /// all were sealed that can be.
    pub fn statements_in_no_copy(&self) -> usize {
        let sealed = self.sealed();
        let tally = sealed.as_ref().unwrap_or(self).tally.as_ref();
        tally.map_or(0, Tally::statements_in_no_copy)
    }

    /// The record as it may be given to other people: without the answers to its survey that may not
    /// show yet. Gives how many those are.
    pub fn for_others(mut self) -> (Record, u32) {
        let waiting = self.waiting();
        self.tally = self.tally.as_ref().map(Tally::without_waiting);
        self.leave_unknown_counts();
        (self, waiting)
    }

    /// The record as a copy of it may be kept: in a backup, or as an earlier copy. What waits is not in
    /// it, unless it is sealed ([`Record::sealed`]). Gives how many answers the copy lacks.
    pub fn for_copy(mut self) -> (Record, u32) {
        let lacks = self.tally.as_ref().map_or(0, Tally::in_no_copy);
        self.tally = self.tally.as_ref().map(Tally::for_copy);
        self.leave_unknown_counts();
        (self, lacks)
    }

    /// Leaves out what a later Cairn keeps beside the counts. This Cairn cannot tell whether it may be
    /// shown, so it stays in the one record.
    fn leave_unknown_counts(&mut self) {
        self.beyond.remove(&["data", "tally"]);
    }

    /// The record with all that waits of its survey sealed into a step, so that a copy may have it;
    /// `None` when too few answers wait. Meant for a device that is about to be cleared: those who
    /// answer after it may be too few for a step of their own.
    pub fn sealed(&self) -> Option<Record> {
        let threshold = self.survey.as_ref()?.threshold;
        let mut record = self.clone();
        record.tally.as_mut()?.seal(threshold).then_some(record)
    }

    /// Gives a copy that comes to stand beside `here` a survey of its own, with the id `survey`. What
    /// shows stays, but answers to the original's survey are no longer counted in the copy as well.
    ///
    /// Sealed steps stay only when nobody else can show some of their answers: not when `here` counts
    /// for the same survey (it takes the steps over, by [`Record::knowing`], as far as it has not
    /// counted their answers) and not when results of the survey were shown elsewhere.
    pub fn part_survey(&mut self, survey: &str, here: Option<&Record>) {
        let Some(was) = self.survey.as_ref().map(|survey| survey.id.clone()) else { return };
        let counts_too = |here: &Record| here.survey.as_ref().is_some_and(|it| it.id == was);
        let has_shown = |here: &Record| self.knowing_shown(&here.all_shown()).is_some();
        let is_elsewhere = self.collected().is_some_and(Collected::is_shown_elsewhere);
        let stays = !is_elsewhere && !here.is_some_and(|it| counts_too(it) || has_shown(it));
        let copy = if stays { Tally::for_copy } else { Tally::without_waiting };
        let ours = self.tally.as_ref().map(copy).filter(|tally| tally.survey == was);
        let all = ours.as_ref().map(Tally::all).filter(|sum| sum.responses > 0);
        if let (Some(own), Some(all)) = (&mut self.survey, all) {
            own.copy_of.push(results_of(own, &all));
        }
        self.tally = ours.map(|tally| Tally { survey: survey.to_owned(), ..tally });
        self.leave_unknown_counts();
        if let Some(own) = &mut self.survey {
            own.id = survey.to_owned();
            own.shown_elsewhere = false;
        }
    }

    /// The record with what `other`, a copy of it that comes to stand beside it, shows of its survey;
    /// `None` when there is nothing to add. Without this, the record could show the same answers with
    /// some more or fewer.
    pub fn knowing(&self, other: &Record) -> Option<Record> {
        let known = self.knowing_steps(other).or_else(|| self.knowing_kept(other));
        let shown = other.all_shown();
        let record = known.as_ref().unwrap_or(self);
        let remembering = record.remembering(&shown);
        let known = if remembering.is_empty() {
            known
        } else {
            let mut record = record.clone();
            remembering.into_iter().for_each(|(slot, entry)| record.put(&slot, entry));
            Some(record)
        };
        // The other copy may know of results that it cannot show either: then this record must know of
        // them as well.
        let record = known.as_ref().unwrap_or(self);
        let own = &self.survey.as_ref()?.id;
        let asks_the_same = other.survey.as_ref().is_some_and(|survey| survey.id == *own);
        if asks_the_same && shown.get(own) != Some(&0) {
            return known; // The steps that the other copy shows have come along.
        }
        record.knowing_results(&Results::of(other)).or(known)
    }

    /// [`Record::knowing`] from the tally of `other`, when both copies have the same survey.
    fn knowing_steps(&self, other: &Record) -> Option<Record> {
        let survey = self.survey.as_ref()?;
        let theirs = other.tally.as_ref().filter(|tally| tally.survey == survey.id)?;
        let own = self.tally.as_ref().filter(|tally| tally.survey == survey.id);
        let none = || Tally::new(&survey.id);
        let apart = self.apart_from(other);
        let known = theirs.put_back(&own.cloned().unwrap_or_else(none), apart);
        let marked = !survey.shown_elsewhere && !known.shows_all_of(theirs);
        if !marked && (own == Some(&known) || own.is_none() && known.counted.is_empty()) {
            return None;
        }
        let mut record = if marked { self.shown_elsewhere() } else { self.clone() };
        record.tally = Some(known);
        Some(record)
    }

    /// By how many people a sum of the results in this record and in `other`, a copy of it, must differ
    /// from the results in either: the higher threshold that was promised. `None` when they must not be
    /// added up, because one of the records has heard of results of its survey that it cannot show.
    pub fn apart_from(&self, other: &Record) -> Option<u32> {
        let both = || [self, other].into_iter().filter_map(Record::collected);
        let threshold = both().map(|it| it.survey.threshold).max();
        threshold.filter(|_| !both().any(Collected::is_shown_elsewhere))
    }

    /// [`Record::knowing`] from a list of `other`, which keeps the results of this record's survey
    /// there because another survey has taken its place.
    fn knowing_kept(&self, other: &Record) -> Option<Record> {
        let Surveys::InList { list, people, .. } = self.form.surveys else { return None };
        let id = &self.survey.as_ref()?.id;
        let number = |record: &Record| record.item(list, id).and_then(|kept| kept.whole(people));
        if number(other) <= number(self) {
            return None;
        }
        let mut record = self.clone();
        record.put(&Slot::item(list, id), Entry::Item(other.item(list, id)?.clone()));
        Some(record)
    }

    /// True when answers that wait here would be lost for what `other` shows: some of the same people's
    /// answers are in both, and sums cannot be taken apart again.
    pub fn gives_up_answers_for(&self, other: &Record) -> bool {
        let after = self.knowing(other).and_then(|record| record.tally);
        let before = self.tally.iter().flat_map(|tally| &tally.counted);
        after.is_some_and(|after| before.into_iter().any(|id| !after.counted.contains(id)))
    }

    /// The record with all of its survey shown that may show by now; `None` when there is nothing to
    /// show. Save the result in place of this record: in a copy beside it, what waits here would wait
    /// on.
    pub fn released(&self) -> Option<Record> {
        let tally = self.collected()?.released()?;
        let mut record = self.clone();
        record.tally = Some(tally);
        Some(record)
    }

    /// The changes by which this record comes to stand as `earlier` does, which is an earlier copy of
    /// it or one from a file. `stamp` is for what is removed. What was counted or shown stays.
    pub fn changes_to(&self, earlier: &Record, stamp: &Stamp) -> Vec<(Slot, Entry)> {
        // When results that show in `earlier` cannot show here, the survey is at least marked as shown
        // elsewhere.
        let marked = self.knowing(earlier).and_then(|known| known.survey);
        let marked = marked.filter(|known| self.survey.as_ref() != Some(known));
        let marked = marked.map(|known| (Slot::Survey, Entry::Survey(known)));
        let apart = self.apart_from(earlier);
        let differing = self.slots_that_differ(earlier).into_iter().filter_map(|slot| {
            let then = match earlier.entry(&slot) {
                Some(entry) => entry,
                None if slot.is_item() => slot.empty().stamped(stamp.clone()),
                None => slot.empty(),
            };
            let then = self.with_answers_of(&slot, then, apart);
            (self.entry(&slot) != Some(then.clone())).then_some((slot, then))
        });
        let mut changes: Vec<(Slot, Entry)> = differing.collect();
        if let Some((slot, known)) = marked {
            match changes.iter_mut().find(|(other, _)| *other == slot) {
                Some((_, then)) => *then = then.clone().promising(&known),
                None => changes.push((slot, known)),
            }
        }
        let mut after = self.clone();
        changes.iter().for_each(|(slot, entry)| after.put(slot, entry.clone()));
        changes.extend(after.remembering(&earlier.all_shown()));
        changes
    }

    /// The entry for a slot when `earlier` is put back there, from an earlier copy or from a file. What
    /// was counted or shown stays. `apart` is for [`Tally::put_back`].
    fn with_answers_of(&self, slot: &Slot, earlier: Entry, apart: Option<u32>) -> Entry {
        let put_back = |earlier: &Tally, now: &Tally| earlier.put_back(now, apart);
        self.keeping_shown(slot, self.keeping_answers(slot, earlier, put_back))
    }

    /// The entry for a slot when `entry` is put there. Results that were shown stay: those of votes in
    /// a session, and those of a survey that a newer one has replaced.
    fn keeping_shown(&self, slot: &Slot, entry: Entry) -> Entry {
        let Slot::Item { list, id } = slot else { return entry };
        let Some(now) = self.item(list, id) else { return entry };
        let then = match &entry {
            Entry::Item(then) => Some(then),
            _ => None,
        };
        // The tally has the results of the present survey, so they can be kept in the list again.
        let is_own = |it: Collected| it.survey.id == *id && !it.is_kept_elsewhere();
        let then = if **list == round::LIST && !self.collected().is_some_and(is_own) {
            round::keeping_counted(then, now)
        } else if **list == session::LIST || **list == shown::REMOVED {
            shown::keeping_shown(then, now)
        } else {
            None
        };
        match then {
            None => entry,
            // No field goes back, so the stamp stays as well.
            Some(then) if then.fields == now.fields => Entry::Item(now.clone()),
            Some(then) => Entry::Item(then),
        }
    }

    /// The entry for a slot when a step back or forward puts `entry` there. What was shown stays.
    pub fn stepped(&self, slot: &Slot, entry: Entry) -> Entry {
        let stepped = |to: &Tally, now: &Tally| to.stepped(now);
        self.keeping_shown(slot, self.keeping_answers(slot, entry, stepped))
    }

    fn keeping_answers(
        &self,
        slot: &Slot,
        entry: Entry,
        tally: impl Fn(&Tally, &Tally) -> Tally,
    ) -> Entry {
        let Some(Collected { survey, tally: counted, .. }) = self.collected() else {
            // Without a survey here there are no counts to keep, whatever the other copy has.
            return entry;
        };
        let has_counted = counted.is_some_and(|tally| !tally.counted.is_empty());
        match (slot, entry, counted) {
            (Slot::Survey, Entry::Survey(other), _) if other.id == survey.id => {
                Entry::Survey(other.promising(survey))
            }
            (Slot::Survey, ..) if has_counted => Entry::Survey(survey.clone()),
            (Slot::Tally, Entry::Tally(other), Some(now)) if has_counted => {
                Entry::Tally(tally(&other, now))
            }
            (_, entry, _) => entry,
        }
    }

    /// What stays of this slot's item when it is removed: the results of votes that a session has shown.
    /// `None` when nothing does. `stamp` is the removal's.
    pub(crate) fn left_of(&self, slot: &Slot, stamp: &Stamp) -> Option<(Slot, Entry)> {
        let Slot::Item { list, id } = slot else { return None };
        let is_session = **list == session::LIST;
        let mut changes =
            is_session.then(|| shown::removal(self, id, stamp.clone())).into_iter().flatten();
        let (slot, left) = changes.find(|(_, left)| !left.is_removal())?;
        Some((slot, left.stamped(stamp.clone())))
    }

    /// What has been counted of its survey, to tell later what was counted since.
    pub(crate) fn counts(&self) -> Option<&Tally> {
        self.tally.as_ref()
    }

    /// The responses that were counted of its survey since it had the counts `base`, without the lots
    /// `besides`; `None` when there are none, or they cannot be told apart.
    pub(crate) fn counted_since(&self, base: Option<&Tally>, besides: &[&Lot]) -> Option<Lot> {
        let tally = self.tally.as_ref()?;
        match base.filter(|base| base.survey == tally.survey) {
            Some(base) => tally.since(base, besides),
            None => tally.since(&Tally::new(&tally.survey), &[]),
        }
    }

    /// Counts a lot again that was lost when another tab's counts came in. True when it had been lost.
    pub(crate) fn count_again(&mut self, lot: &Lot) -> bool {
        self.tally.as_mut().is_some_and(|tally| tally.count_again(lot))
    }

    /// True when all of a lot is counted.
    pub(crate) fn has_counted(&self, lot: &Lot) -> bool {
        self.tally.as_ref().is_some_and(|tally| tally.has(lot))
    }
}

impl Entry {
    /// The entry with all that `other`, another state of the same thing, promises: a survey has at
    /// least the other's threshold and knows of the same results elsewhere, and an item has the results
    /// of votes that either has shown. Any other entry stays as it is.
    pub(crate) fn promising(self, other: &Entry) -> Entry {
        match (self, other) {
            (Entry::Item(mut item), Entry::Item(other)) => {
                shown::add_results(&mut item, other);
                Entry::Item(item)
            }
            (Entry::Survey(survey), Entry::Survey(other)) if survey.id == other.id => {
                Entry::Survey(survey.promising(other))
            }
            (entry, _) => entry,
        }
    }
}
