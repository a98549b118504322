//! A record slot by slot: changing what stands in a slot, telling what differs between two copies, and
//! taking over what was removed in one of them.

use std::mem::take;

use crate::json::later::Beyond;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::Stamp;
use crate::records::Record;
use crate::records::slot::{Entry, Slot};

/// The entries of a record, in the order of their slots.
pub struct AllEntries(Vec<(Slot, Entry)>);

impl AllEntries {
    /// What stands in a slot; `None` when it was never filled.
    pub fn get(&self, slot: &Slot) -> Option<&Entry> {
        let place = self.0.binary_search_by(|(other, _)| other.cmp(slot)).ok()?;
        Some(&self.0[place].1)
    }
}

impl Record {
    /// Changes `slot` to `entry`, stamped with `stamp` but always later than what stood there, so that
    /// a clock set back loses no edit. Gives what stood there before.
    pub fn change(&mut self, slot: &Slot, entry: Entry, mut stamp: Stamp) -> Entry {
        let before = self.entry(slot).unwrap_or_else(|| slot.empty());
        if *slot == Slot::Tally {
            // A tally keeps its stamp: it must not tell when somebody answered.
            self.put(slot, entry);
            return before;
        }
        let earliest = Timestamp::from_millis(before.stamp().at.millis().saturating_add(1));
        stamp.at = stamp.at.min(Timestamp::LAST_CHANGE).max(earliest);
        self.put(slot, entry.stamped(stamp));
        before
    }

    /// The entries of the record, in the order of their slots, so that each is soon found.
    pub fn all_entries(&self) -> AllEntries {
        AllEntries(in_order(self.entries(), |(one, _), (other, _)| one < other))
    }

    /// Every slot whose entry is not the same as in `other`.
    pub fn slots_that_differ(&self, other: &Record) -> Vec<Slot> {
        let (here, there) = (self.all_entries(), other.all_entries());
        let only_there = |slot: &Slot| here.get(slot).is_none_or(Entry::is_removal);
        let slots = self.slots().into_iter().chain(other.slots().into_iter().filter(only_there));
        slots.filter(|slot| here.get(slot) != there.get(slot)).collect()
    }

    /// The slot of the record's name, which every record has.
    pub fn name_slot(&self) -> Slot {
        Slot::field(self.form.name)
    }

    /// Remembers what was removed in another copy, except for what stands here: its removal was not the
    /// last change.
    pub(crate) fn remember_removals_of(&mut self, other: &Record) {
        if !other.removed.is_empty() {
            let there = self.things();
            let mut theirs = other.removed.clone();
            theirs.split_off(|id| !there.contains(id));
            let mine = take(&mut self.removed);
            self.removed = mine.joined(theirs, |_, one, other| one.max(other));
        }
    }

    /// Takes over what another copy keeps of a later Cairn's writing, except for what was removed.
    pub(crate) fn join_beyond(&mut self, other: &Beyond) {
        if other.later().is_empty() {
            return;
        }
        self.beyond.join(other);
        for [data, list, id] in self.places_of_removed() {
            self.beyond.remove(&[&data, &list, &id]);
        }
    }
}
