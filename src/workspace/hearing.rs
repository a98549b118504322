//! Brings what another tab has written into this tab's version of a record, so that neither loses a
//! word. Mostly the other tab's text is found in the store. But two tabs that write in the same instant
//! can pass each other by: one overwrites the other's text unseen, and then only the browser's message
//! has that text.
//!
//! Words that lose are kept in the record's history only where two tabs really wrote at once, so that
//! one had not seen what it wrote over. This holds for what is not saved here yet. It also holds for
//! what was saved, here or in another tab, and then passed by: overwritten by a write that does not
//! contain it (see [`Writes`]). The tab that saved it may be closed by then, so every tab remembers
//! what it has read and heard.

use crate::merge::merge;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::RecordKind;
use crate::records::{Entry, Record, Slot};
use crate::survey::lot::Lot;
use crate::workspace::label::Label;
use crate::workspace::saved::{Saved, Unsaved, What, placed};
use crate::workspace::writes::{Bearers, Writes};
use crate::workspace::{Store, StoreError, Stored, Workspace, from_newer, read_own, record_key};

impl<S: Store> Workspace<S> {
    /// Brings what another tab has written into `record`, without saving. `edited` are the slots
    /// changed here since the last save. Gives the slots that changed. When the other tab wrote over
    /// something that was saved here, [`Workspace::all_saved`] is false, and [`Workspace::retry`] saves
    /// it again.
    pub fn take_in(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let (kind, id) = (record.kind(), record.id.clone());
        let key = record_key(kind, &id);
        let head = self.head(&key)?;
        if head.is_none() {
            // Taken away elsewhere. If this tab saves the record, it comes back, and not to the bin.
            let label = self.labels.remove(&id);
            if self.seen.remove(&id).is_some() {
                self.vanished.extend(label);
            }
        }
        let Some(head) = head.filter(|head| self.seen.get(&id) != Some(head)) else {
            return Ok(Vec::new());
        };
        if from_newer::<S>(&head) {
            return Err(StoreError::Newer);
        }
        let stored = self.stored(&key)?.and_then(Stored::text);
        let Some((label, theirs)) = stored.and_then(|stored| read_own(&stored, kind, &id)) else {
            self.set_aside(&key, now)?;
            return Ok(Vec::new());
        };
        let seen = self.seen.get(&id).and_then(|seen| Label::kept_in::<S>(seen));
        if seen.is_some_and(|seen| placed(&seen) != placed(&label)) {
            let before = record.earlier_words.clone();
            record.swap_along(theirs.along());
            // The other tab has put another record in the place of this one, and had not seen the words
            // that were kept here just now: they stay.
            record.remember(
                before.into_iter().filter(|words| self.is_unseen(&label, &words.id)).collect(),
            );
        }
        self.seen.insert(id.clone(), head);
        let edited = self.all_edited(&id, edited);
        let changed = self.merge_in(record, &edited, &label, &theirs);
        self.labels.insert(id.clone(), label);
        // With nothing edited here, a difference can only be what the other tab did not know of when it
        // wrote.
        let passed_by = edited.is_empty() && *record != theirs;
        if passed_by || self.unsaved.contains_key(&id) {
            self.unsaved.insert(id, Unsaved { record: record.clone(), edited });
        }
        Ok(changed)
    }

    /// Brings into `record` what another tab wrote and the store no longer has, because this tab wrote
    /// over it without having seen it; `stored` is the text that the browser told of. Gives the slots
    /// that changed. When anything has to be saved again, [`Workspace::all_saved`] is false.
    pub fn hear(&mut self, record: &mut Record, edited: &[Slot], stored: &str) -> Vec<Slot> {
        let (kind, id) = (record.kind(), record.id.clone());
        let new = self.is_new(stored).then(|| read_own(stored, kind, &id));
        let Some((label, theirs)) = new.flatten() else { return Vec::new() };
        let edited = self.all_edited(&id, edited);
        let before = record.clone();
        let changed = self.merge_in(record, &edited, &label, &theirs);
        // Only something new is saved again, or two tabs would answer each other for ever.
        if *record != before {
            self.unsaved.insert(id, Unsaved { record: record.clone(), edited });
        }
        changed
    }

    /// As [`Workspace::hear`], for a record that is not open in this tab.
    pub fn hear_of(&mut self, kind: RecordKind, id: &str, stored: &str, now: Timestamp) {
        let before = self.heard.remove(id);
        self.heard.insert(id.to_owned(), stored.to_owned());
        let mine = |write: &str| Writes::of(write).last().is_some_and(|last| last.0 == self.tab);
        let is_mine = self.labels.get(id).is_some_and(|it| it.kind == kind && mine(&it.write));
        let passed = match before {
            _ if is_mine => Some(stored.to_owned()),
            Some(before) if written_at_once(&before, stored) => Some(before),
            _ => None,
        };
        if let Some(passed) = passed
            && (self.is_new(&passed) || !is_mine)
            && let Ok(mut record) = self.record(id, now)
        {
            self.hear(&mut record, &[], &passed);
        }
    }

    /// True for a text of another tab that this tab's version of the record does not contain.
    fn is_new(&self, stored: &str) -> bool {
        let head = stored.split('\n').next().unwrap_or_default();
        let Some(label) = Label::kept_in::<S>(head) else { return false };
        let writes = Writes::of(&label.write);
        let Some((tab, number)) = writes.last() else { return false };
        *tab != self.tab && !self.brought(&label.id).have(tab, *number)
    }

    fn merge_in(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        label: &Label,
        theirs: &Record,
    ) -> Vec<Slot> {
        let id = record.id.clone();
        self.note_counted(record);
        let writes = Writes::of(&label.write);
        let last = writes.last().cloned();
        let not_seen = match &last {
            // This tab wrote or had seen that text, and has replaced words of it on purpose.
            Some((tab, number)) if *tab == self.tab || self.brought(&id).have(tab, *number) => {
                Vec::new()
            }
            _ => self.not_seen(record, edited, &writes),
        };
        let passed_by = self.passed_by(theirs, &writes);
        let new = theirs.counted_since(record.counts(), &passed_by);
        let mut changed = merge(record, theirs, &not_seen);
        // Two sums cannot be taken apart, but the lots that came to each are known: those are counted
        // again, because the people who answered on this device could not be asked again.
        for lot in passed_by.into_iter().chain(&new) {
            if record.count_again(lot) && !changed.contains(&Slot::Tally) {
                changed.push(Slot::Tally);
            }
        }
        self.have.get_or_default(&id).add(writes);
        self.note_brought_in(record, last.as_ref());
        self.remember_changed(record, &changed, theirs, last);
        changed
    }

    /// The lots that were counted and are not in `theirs`, a text with these writes that has not seen
    /// them.
    fn passed_by(&self, theirs: &Record, writes: &Writes) -> Vec<&Lot> {
        let saved = self.saved.get(&theirs.id).into_iter().flatten();
        let lots = saved.filter_map(|saved| match &saved.what {
            What::Counted(lot) if !saved.bearers.are_in(writes) => Some(lot),
            _ => None,
        });
        lots.filter(|lot| !theirs.has_counted(lot)).collect()
    }

    /// Remembers the responses that came in with the write `last`: its tab may be closed by the time
    /// that a third tab passes it by.
    fn note_brought_in(&mut self, record: &Record, last: Option<&(String, u64)>) {
        if let Some(lot) = record.counted_since(self.counts.get(&record.id), &[]) {
            let mut bearers = Bearers::default();
            if let Some((tab, number)) = last {
                bearers.add(tab, *number);
            }
            let saved = Saved { what: What::Counted(lot), bearers };
            self.saved.get_or_default(&record.id).push(saved);
        }
        self.remember_counts(record);
    }

    /// Remembers what stands in the slots `changed`, which the write `last` has brought in, and the
    /// words in the record's history.
    fn remember_changed(
        &mut self,
        record: &Record,
        changed: &[Slot],
        theirs: &Record,
        last: Option<(String, u64)>,
    ) {
        // What was made of both versions is in no write yet.
        let bearers = |is_theirs: bool| {
            let mut bearers = Bearers::default();
            if let Some((tab, number)) = last.as_ref().filter(|_| is_theirs) {
                bearers.add(tab, *number);
            }
            bearers
        };
        let known = self.saved.get_or_default(&record.id);
        let mut slots = in_order(changed.to_vec(), |one, other| one < other);
        known.retain(|saved| {
            let What::InSlot(slot, entry) = &saved.what else { return true };
            let Ok(place) = slots.binary_search(slot) else { return true };
            let stays = record.entry(slot).as_ref() == Some(entry.as_ref());
            if stays {
                slots.remove(place);
            }
            stays
        });
        for slot in slots {
            if let Some(entry) = record.entry(&slot) {
                let bearers = bearers(theirs.entry(&slot).as_ref() == Some(&entry));
                known.push(Saved { what: What::InSlot(slot, Box::new(entry)), bearers });
            }
        }
        for words in &record.earlier_words {
            let same = |saved: &Saved| matches!(&saved.what, What::Words(known) if known == words);
            if !known.iter().any(same) {
                let bearers = bearers(theirs.earlier_words.contains(words));
                known.push(Saved { what: What::Words(words.clone()), bearers });
            }
        }
    }

    /// The slots in which a tab may not have seen what stands in `record` when it wrote a text with
    /// these writes: those in `edited`, and those that were saved and are not in the text.
    fn not_seen(&mut self, record: &Record, edited: &[Slot], writes: &Writes) -> Vec<Slot> {
        let id = &record.id;
        if self.read.get(id).is_some_and(|read| !read.are_in(writes)) {
            // The other tab had not even seen what this tab began with.
            return record.entries().into_iter().map(|(slot, _)| slot).collect();
        }
        let mut not_seen = edited.to_vec();
        for saved in self.saved.get_or_default(id) {
            if !saved.bearers.are_in(writes) {
                not_seen.extend(saved.slot().cloned());
            } else if let Some((tab, number)) = writes.last() {
                saved.bearers.add(tab, *number);
            }
        }
        if let Some((tab, number)) = writes.last() {
            self.read.get_or_default(id).add(tab, *number);
        }
        not_seen
    }

    fn is_unseen(&self, label: &Label, slot: &str) -> bool {
        let writes = Writes::of(&label.write);
        let saved = self.saved.get(&label.id).into_iter().flatten();
        saved.into_iter().any(|saved| {
            let id = match &saved.what {
                What::InSlot(slot, _) => slot.id(),
                What::Words(words) => &words.id,
                What::Counted(_) => return false,
            };
            id == slot && !saved.bearers.are_in(&writes)
        })
    }

    /// Puts back, into a record that was just read, what was saved and then overwritten by a tab that
    /// had not seen it. Both stay: one in its slot, and the other in the record's history.
    pub(super) fn put_saved_back(&mut self, label: &Label, record: &mut Record) {
        let id = record.id.clone();
        let writes = Writes::of(&label.write);
        let mut with_them = record.clone();
        let mut slots = Vec::new();
        for saved in self.saved.get(&id).into_iter().flatten() {
            if saved.bearers.are_in(&writes) {
                continue;
            }
            match &saved.what {
                What::InSlot(slot, entry) => {
                    with_them.put(slot, Entry::clone(entry));
                    slots.push(slot.clone());
                }
                What::Words(words) => with_them.remember(vec![words.clone()]),
                What::Counted(_) => {}
            }
        }
        let mut read = Bearers::default();
        if let Some((tab, number)) = writes.last() {
            read.add(tab, *number);
        }
        self.read.insert(id.clone(), read);
        merge(&mut with_them, record, &slots);
        for lot in self.passed_by(record, &writes) {
            with_them.count_again(lot);
        }
        self.have.insert(id.clone(), writes);
        if with_them != *record {
            record.clone_from(&with_them);
            self.unsaved.insert(id, Unsaved { record: with_them, edited: slots });
        }
    }

    /// True when something that was saved was overwritten by a tab that had not seen it.
    pub(super) fn was_passed_by(&self, label: &Label) -> bool {
        let writes = Writes::of(&label.write);
        let saved = self.saved.get(&label.id).into_iter().flatten();
        saved.into_iter().any(|saved| !saved.bearers.are_in(&writes))
    }
}

/// True when two tabs have written these texts without having seen the other's.
fn written_at_once(one: &str, other: &str) -> bool {
    let writes = |stored: &str| {
        let label = Label::parse(stored.split('\n').next().unwrap_or_default());
        Writes::of(&label.map(|label| label.write).unwrap_or_default())
    };
    let (one, other) = (writes(one), writes(other));
    let unknown_to = |writes: &Writes, them: &Writes| {
        writes.last().is_some_and(|(tab, number)| !them.have(tab, *number))
    };
    unknown_to(&one, &other) && unknown_to(&other, &one)
}
