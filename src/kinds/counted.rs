//! What was counted of a record's survey, whatever else becomes of the record: it is put in the place of
//! another, goes back to how it was, is copied, or leaves the device. Two things must hold. What shows is
//! never taken back, and neither is the threshold that people were promised; or the same survey could
//! show twice, with few between. And what waits stands in one record only; or two could show it, each
//! with somebody more.

use crate::by_id::ById;
use crate::form::Surveys;
use crate::organisation::{round, session, shown};
use crate::record::Stamp;
use crate::records::{Entry, Record, Slot};
use crate::survey::Collected;
use crate::survey::lot::Lot;
use crate::survey::shown::LastSurvey;
use crate::survey::symbols::id_bytes;
use crate::survey::tally::Tally;

impl Record {
    /// How many answers to its survey may not show yet.
    pub fn waiting(&self) -> u32 {
        self.tally.as_ref().map_or(0, Tally::waiting)
    }

    /// How many answers to its survey a copy of it lacks now.
    pub fn lacking(&self) -> usize {
        self.tally.as_ref().map_or(0, Tally::in_no_copy) as usize
    }

    /// How many answers to its survey no copy of it has, even once what can be sealed is.
    pub fn in_no_copy(&self) -> usize {
        self.sealed().map_or_else(|| self.lacking(), |sealed| sealed.lacking())
    }

    /// Of how many statements of its survey too few answers wait for a copy of it to have them, though
    /// the other answers of these people are in it.
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
    /// it, unless it is sealed ([`Record::sealed`]). Gives how many answers it lacks.
    pub fn for_copy(mut self) -> (Record, u32) {
        let lacks = self.tally.as_ref().map_or(0, Tally::in_no_copy);
        self.tally = self.tally.as_ref().map(Tally::for_copy);
        self.leave_unknown_counts();
        (self, lacks)
    }

    /// What a later Cairn keeps beside the counts stays in this one record: nobody here knows whether it
    /// may be shown.
    fn leave_unknown_counts(&mut self) {
        self.beyond.remove(&["data", "tally"]);
    }

    /// The record with all that waits of its survey made a step, where enough waits, so that a copy may
    /// have it; `None` where too little waits. Meant for a device that is about to be cleared: the last
    /// few who answer after it will not be enough for a step of their own.
    pub fn sealed(&self) -> Option<Record> {
        let threshold = self.survey.as_ref()?.threshold;
        let mut record = self.clone();
        record.tally.as_mut()?.seal(threshold).then_some(record)
    }

    /// Makes the record another's copy with a survey of its own, of which the id is `survey`: what shows
    /// and the steps that are made stay, but answers to the other's survey are not counted here as well.
    pub fn part_survey(&mut self, survey: &str) {
        let copy = self.tally.as_ref().map(Tally::for_copy);
        if let Some(own) = &mut self.survey {
            let was = std::mem::replace(&mut own.id, survey.to_owned());
            own.shown_elsewhere = false;
            let ours = copy.filter(|tally| tally.survey == was);
            self.tally = ours.map(|tally| Tally { survey: survey.to_owned(), ..tally });
            self.leave_unknown_counts();
        }
    }

    /// The record with what another copy of it shows of its survey, which comes to stand beside it;
    /// `None` where it shows all of that. Otherwise this one could show the same answers with some more
    /// or fewer.
    pub fn knowing(&self, other: &Record) -> Option<Record> {
        let own = &self.survey.as_ref()?.id;
        let known = self.knowing_steps(other).or_else(|| self.knowing_kept(other));
        // Of results that the other one knows of and cannot show either, this one has to know as well.
        let record = known.as_ref().unwrap_or(self);
        let is_marked = record.survey.as_ref().is_some_and(|survey| survey.shown_elsewhere);
        if !is_marked && other.all_shown().get(own) == Some(&0) {
            return Some(record.shown_elsewhere());
        }
        known
    }

    /// The same for what both copies have counted of one survey.
    fn knowing_steps(&self, other: &Record) -> Option<Record> {
        let survey = self.survey.as_ref()?;
        let theirs = other.tally.as_ref().filter(|tally| tally.survey == survey.id)?;
        let own = self.tally.as_ref().filter(|tally| tally.survey == survey.id);
        let known = theirs.put_back(&own.cloned().unwrap_or_else(|| Tally::new(&survey.id)));
        let marked = !survey.shown_elsewhere && !known.shows_all_of(theirs);
        if !marked && (own == Some(&known) || own.is_none() && known.counted.is_empty()) {
            return None;
        }
        let mut record = if marked { self.shown_elsewhere() } else { self.clone() };
        record.tally = Some(known);
        Some(record)
    }

    /// The same, where another survey has taken the place of this one's there, and what was shown of this
    /// one is kept.
    fn knowing_kept(&self, other: &Record) -> Option<Record> {
        let Surveys::InList(list, people) = self.form.surveys else { return None };
        let id = &self.survey.as_ref()?.id;
        let number = |record: &Record| record.item(list, id).and_then(|kept| kept.whole(people));
        if number(other) <= number(self) {
            return None;
        }
        let mut record = self.clone();
        record.put(&Slot::item(list, id), Entry::Item(other.item(list, id)?.clone()));
        Some(record)
    }

    /// The record with what next year's, which is on this device, says of the results of its survey;
    /// `None` where it says nothing of them, or nothing that this one does not show.
    pub fn knowing_last_survey(&self, last: &LastSurvey) -> Option<Record> {
        let Collected { survey, tally, .. } = self.collected()?;
        let has_shown = |tally: &Tally| tally.has_shown(last.responses, Some(&last.counts));
        let is_known = survey.shown_elsewhere || tally.is_some_and(has_shown);
        if survey.id != last.survey || is_known {
            return None;
        }
        Some(self.shown_elsewhere())
    }

    /// How many answers it shows of each of its surveys, by the survey's id: of the one that stands, and of
    /// those that others have taken the place of, be what is kept of them removed or not. 0 where that is
    /// not known.
    pub fn all_shown(&self) -> ById<u32> {
        let mut all = ById::new();
        if let Surveys::InList(list, people) = self.form.surveys {
            // What is kept of a survey has its id.
            let removed = self.removed.keys().filter_map(|key| self.form.removed_from(list, key));
            let removed = removed.filter(|id| id_bytes(id).is_some()).map(|id| (id.to_owned(), 0));
            let kept = self.items(list).iter().filter(|item| id_bytes(&item.id).is_some());
            let kept = kept.filter_map(|item| Some((item.id.clone(), item.whole(people)?)));
            all = removed.chain(kept).collect();
        }
        if let Some(own) = self.collected() {
            let shown = own.shown().map(|shown| shown.responses);
            match shown.filter(|_| !own.is_shown_elsewhere()) {
                Some(responses) => all.insert(own.survey.id.clone(), responses),
                None if own.is_shown_elsewhere() => all.insert(own.survey.id.clone(), 0),
                None => drop(all.remove(&own.survey.id)),
            }
        }
        all
    }

    /// The record, where so many answers of each of these surveys were shown elsewhere; `None` where none of
    /// them is its own, or it shows the same itself.
    pub fn knowing_shown(&self, shown: &ById<u32>) -> Option<Record> {
        let Collected { survey, tally, .. } = self.collected()?;
        let responses = *shown.get(&survey.id)?;
        let shows_it = tally.is_some_and(|tally| tally.has_shown(responses, None));
        let is_known = survey.shown_elsewhere || responses > 0 && shows_it;
        (!is_known).then(|| self.shown_elsewhere())
    }

    /// The record with a survey of which it is known that its results have shown elsewhere.
    fn shown_elsewhere(&self) -> Record {
        let mut record = self.clone();
        if let Some(survey) = &mut record.survey {
            survey.shown_elsewhere = true;
        }
        record
    }

    /// True where answers that wait here would go for what another copy shows: some of the same people's
    /// are in it, and sums cannot be taken apart again.
    pub fn gives_up_answers_for(&self, other: &Record) -> bool {
        let after = self.knowing(other).and_then(|record| record.tally);
        let before = self.tally.iter().flat_map(|tally| &tally.counted);
        after.is_some_and(|after| before.into_iter().any(|id| !after.counted.contains(id)))
    }

    /// The record with all let out of its survey that may show by now; `None` when nothing is to be let
    /// out. It has to be this one that is kept: let out of a copy, what waits would wait on here.
    pub fn released(&self) -> Option<Record> {
        let tally = self.collected()?.released()?;
        let mut record = self.clone();
        record.tally = Some(tally);
        Some(record)
    }

    /// What has to be put where, so that this record stands as it did in `earlier`: an earlier copy of
    /// it, or one from a file. `stamp` is for what is removed. What was counted stays.
    pub fn changes_to(&self, earlier: &Record, stamp: &Stamp) -> Vec<(Slot, Entry)> {
        // Of what shows there and cannot show here, at least it is known that it does.
        let marked = self.knowing(earlier).and_then(|known| known.survey);
        let marked = marked.filter(|known| self.survey.as_ref() != Some(known));
        let marked = marked.map(|known| (Slot::Survey, Entry::Survey(known)));
        let differing = self.slots_that_differ(earlier).into_iter().filter_map(|slot| {
            let then = match earlier.entry(&slot) {
                Some(entry) => entry,
                None if slot.is_item() => slot.empty().stamped(stamp.clone()),
                None => slot.empty(),
            };
            let then = self.with_answers_of(&slot, then);
            (self.entry(&slot) != Some(then.clone())).then_some((slot, then))
        });
        let mut changes: Vec<(Slot, Entry)> = differing.collect();
        if let Some((slot, known)) = marked {
            match changes.iter_mut().find(|(other, _)| *other == slot) {
                Some((_, then)) => *then = then.clone().promising(&known),
                None => changes.push((slot, known)),
            }
        }
        changes
    }

    /// What stands in a slot once `earlier` is put back there, from an earlier copy or from a file.
    fn with_answers_of(&self, slot: &Slot, earlier: Entry) -> Entry {
        let put_back = |earlier: &Tally, now: &Tally| earlier.put_back(now);
        self.keeping_shown(slot, self.keeping_answers(slot, earlier, put_back))
    }

    /// What stands in a slot once something else is put there: a result that was shown, of votes in a
    /// session or of a survey that another has taken the place of since, stays.
    fn keeping_shown(&self, slot: &Slot, entry: Entry) -> Entry {
        let Slot::Item { list, id } = slot else { return entry };
        let Some(now) = self.item(list, id) else { return entry };
        let then = match &entry {
            Entry::Item(then) => Some(then),
            _ => None,
        };
        // What the survey of the record has come to show is in its tally, and can be kept again.
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
            // Nothing of it goes back, so nor does the time of its change.
            Some(then) if then.fields == now.fields => Entry::Item(now.clone()),
            Some(then) => Entry::Item(then),
        }
    }

    /// What stands in a slot once a step back or forward puts `entry` there.
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
            // Of no survey there is nothing to be counted, be it that of the other copy.
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

    /// What has been counted of its survey, to tell later what was counted since.
    pub(crate) fn counts(&self) -> Option<&Tally> {
        self.tally.as_ref()
    }

    /// What was counted of its survey since it had these counts, without what came to them `besides`.
    pub(crate) fn counted_since(&self, base: Option<&Tally>, besides: &[&Lot]) -> Option<Lot> {
        let tally = self.tally.as_ref()?;
        match base.filter(|base| base.survey == tally.survey) {
            Some(base) => tally.since(base, besides),
            None => tally.since(&Tally::new(&tally.survey), &[]),
        }
    }

    /// Counts again what was counted here and went when another tab's counts came in. True when something
    /// had gone.
    pub(crate) fn count_again(&mut self, lot: &Lot) -> bool {
        self.tally.as_mut().is_some_and(|tally| tally.count_again(lot))
    }

    /// True when all of a lot is counted.
    pub(crate) fn has_counted(&self, lot: &Lot) -> bool {
        self.tally.as_ref().is_some_and(|tally| tally.has(lot))
    }
}

impl Entry {
    /// The entry with at least the threshold of another state of the same survey, and with all that was
    /// known of results of votes that were shown; any other as it is.
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
