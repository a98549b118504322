//! Saving a record together with what other tabs have written of it.

use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::records::{Record, Slot};
use crate::workspace::label::Label;
use crate::workspace::saved::{Saved, Unsaved, What, placed};
use crate::workspace::writes::{Bearers, Writes};
use crate::workspace::{Store, StoreError, Workspace};

impl<S: Store> Workspace<S> {
    /// Saves `record` and reads it back. When another tab has written meanwhile, its changes are
    /// brought into `record` first; `edited` are the slots changed here since the last save. Gives
    /// the slots that the other tab changed. When it fails, the record is kept in memory, and what was
    /// brought into it is given by [`Workspace::take_brought_in`].
    pub fn save(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        framework: &Framework,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let edited = self.all_edited(&record.id, edited);
        let saved = self.try_save(record, &edited, framework, now);
        match &saved {
            Ok(()) => {
                self.unsaved.remove(&record.id);
                self.recover(now);
            }
            Err(error) => {
                let mut label = Label::of(record, framework, String::new());
                label.binned_at = self.binned_at(&record.id);
                self.labels.insert(record.id.clone(), label);
                self.keep_in_memory(record.clone(), edited, error);
            }
        }
        saved.map(|()| self.take_brought_in())
    }

    /// Saves a record that came in a file and that the store does not have. The room in reserve is
    /// there for that.
    pub fn add(
        &mut self,
        record: &Record,
        framework: &Framework,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.use_reserve(&|workspace| {
            workspace.save(&mut record.clone(), &[], framework, now).map(drop)
        })
    }

    /// Takes the slots that another tab changed and that were brought in by a save that failed.
    pub fn take_brought_in(&mut self) -> Vec<Slot> {
        std::mem::take(&mut self.brought_in)
    }

    /// `edited`, and the slots of earlier saves that failed: other tabs have not seen those either.
    pub(super) fn all_edited(&self, id: &str, edited: &[Slot]) -> Vec<Slot> {
        let earlier = self.unsaved.get(id).map(|unsaved| &unsaved.edited);
        let mut all = edited.to_vec();
        for slot in earlier.into_iter().flatten() {
            if !all.contains(slot) {
                all.push(slot.clone());
            }
        }
        all
    }

    pub(super) fn keep_in_memory(&mut self, record: Record, edited: Vec<Slot>, error: &StoreError) {
        self.unsaved.insert(record.id.clone(), Unsaved { record, edited });
        self.trouble = Some(error.clone());
    }

    fn try_save(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        framework: &Framework,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.note_counted(record);
        self.brought_in = self.take_in(record, edited, now)?;
        let mut label = Label::of(record, framework, self.next_write(&record.id));
        label.binned_at = self.binned_at(&record.id);
        self.put(label, record)?;
        self.remember_saved(record, edited);
        Ok(())
    }

    /// Remembers the responses that were counted here since the record was last read, merged or noted.
    /// Forgets those whose counting was undone.
    pub(super) fn note_counted(&mut self, record: &Record) {
        if self.counts.get(&record.id) == record.counts() {
            return;
        }
        let lot = record.counted_since(self.counts.get(&record.id), &[]);
        let saved = self.saved.get_or_default(&record.id);
        saved.retain(|saved| match &saved.what {
            What::Counted(lot) => record.has_counted(lot),
            _ => true,
        });
        saved
            .extend(lot.map(|lot| Saved { what: What::Counted(lot), bearers: Bearers::default() }));
        self.remember_counts(record);
    }

    /// Remembers the record's tally, to tell later which responses are new.
    pub(super) fn remember_counts(&mut self, record: &Record) {
        let (id, counts) = (&record.id, record.counts());
        // Most saves change words only, and a tally can be long.
        if self.counts.get(id) != counts {
            match counts {
                Some(counts) => self.counts.insert(id.to_owned(), counts.clone()),
                None => drop(self.counts.remove(id)),
            }
        }
    }

    /// Remembers what was saved, to put it back if another tab overwrites it unseen.
    fn remember_saved(&mut self, record: &Record, edited: &[Slot]) {
        let saved = self.saved.get_or_default(&record.id);
        saved.retain(|saved| saved.slot().is_none_or(|slot| !edited.contains(slot)));
        saved.extend(edited.iter().filter_map(|slot| {
            let what = What::InSlot(slot.clone(), Box::new(record.entry(slot)?));
            Some(Saved { what, bearers: Bearers::default() })
        }));
        // This write contains all that is remembered of the record.
        saved.iter_mut().for_each(|saved| saved.bearers.add(&self.tab, self.writes));
        self.read.get_or_default(&record.id).add(&self.tab, self.writes);
    }

    /// Tries again to save what could not be saved, and to list what could not be read. Gives the
    /// first failure, if any.
    pub fn retry(&mut self, framework: &Framework, now: Timestamp) -> Result<(), StoreError> {
        let mut first = Ok(());
        for (id, Unsaved { mut record, edited }) in self.unsaved.clone() {
            let saved = self.save(&mut record, &edited, framework, now);
            self.forget_seen(&id);
            first = first.and(saved.map(drop));
        }
        self.recover(now);
        first.and(self.trouble.clone().map_or(Ok(()), Err))
    }

    pub(super) fn brought(&self, id: &str) -> &Writes {
        static NONE: Writes = Writes::NONE;
        self.have.get(id).unwrap_or(&NONE)
    }

    /// A name for the next write of a record. After a slash it also names the write that last put
    /// another record in the place of this one.
    pub(super) fn next_write(&mut self, id: &str) -> String {
        self.writes += 1;
        let placed = self.labels.get(id).map_or("", placed);
        let slash = if placed.is_empty() { "" } else { "/" };
        [&self.brought(id).name(&self.tab, self.writes), slash, placed].concat()
    }

    /// Marks the parts of the record `id` that are no slots as replaced. Once the record is saved,
    /// other tabs take these parts over as they are, instead of bringing back what they still have.
    pub fn put_in_place(&mut self, id: &str) {
        if let Some(label) = self.labels.get(id).cloned() {
            self.writes += 1;
            let write = format!("/{}-{}", self.tab, self.writes);
            self.labels.insert(id.to_owned(), Label { write, ..label });
            // What was saved before must not come back.
            self.saved.remove(id);
        }
    }

    /// Makes the next save look into the store: what was just written may be more than the page with
    /// the open record knows.
    pub(super) fn forget_seen(&mut self, id: &str) {
        self.seen.remove(id);
    }
}
