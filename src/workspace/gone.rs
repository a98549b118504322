//! Handles what is missing from the store: deleted by Cairn because a person said so, or taken away by
//! something else.
//!
//! Other pages of the same host can empty the store, and then what is still in memory is put back. So
//! that other tabs can tell the two apart, Cairn writes [`GONE`] over what it deletes for good before
//! it removes the key.

use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::workspace::label::Label;
use crate::workspace::{PREFIX, Store, StoreError, Stored, Workspace, record_key};

/// The text that stands for a moment under a key that is being deleted for good.
pub const GONE: &str = "gone";

impl<S: Store> Workspace<S> {
    /// What stands under a key; `None` also for something that is being deleted for good.
    pub(super) fn stored(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        let gone = |stored: &Stored| matches!(stored, Stored::Text(text) if text == GONE);
        Ok(self.store.read(key)?.filter(|stored| !gone(stored)))
    }

    /// The first line of what stands under a key; `None` also for something that is being deleted for
    /// good.
    pub(super) fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.store.head(key)?.filter(|head| head != GONE))
    }

    /// Removes a key for good, so that other tabs know that it is intended.
    pub(super) fn remove_for_good(&self, key: &str) -> Result<(), StoreError> {
        if self.store.head(key)?.is_some() {
            // This text is shorter than what stood there, so there is room for it.
            let _ = self.store.write(key, GONE);
        }
        self.remove(key)
    }

    /// Forgets a record that a person has deleted for good, here or in another tab.
    pub fn forget(&mut self, id: &str) {
        self.labels.remove(id);
        self.seen.remove(id);
        self.unsaved.remove(id);
        self.read.remove(id);
        self.saved.remove(id);
        self.counts.remove(id);
        self.heard.remove(id);
        self.vanished.retain(|label| label.id != id);
    }

    /// Removes every key with Cairn's prefix and nothing else, so that other tabs know that it is
    /// intended.
    pub fn clear(&mut self) -> Result<(), StoreError> {
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(PREFIX)) {
            self.remove_for_good(&key)?;
        }
        self.store.remove_all(PREFIX)?;
        self.labels.clear();
        self.seen.clear();
        self.unsaved.clear();
        self.read.clear();
        self.saved.clear();
        self.counts.clear();
        self.heard.clear();
        self.vanished.clear();
        self.trouble = None;
        self.reserved = false;
        Ok(())
    }

    /// Takes a record off the list, because another tab says that it has deleted it for good. What is
    /// not saved here stays in memory.
    pub fn hear_gone(&mut self, kind: RecordKind, id: &str) {
        self.vanished.retain(|label| label.id != id);
        if !self.unsaved.contains_key(id) {
            self.unlist(kind, id);
        }
    }

    /// The records that have vanished from the store though no tab of Cairn has deleted them. Some may
    /// have been put back by now.
    pub fn vanished(&self) -> Result<Vec<Label>, StoreError> {
        let mut vanished = self.vanished.clone();
        let keys = self.store.keys()?;
        for label in self.labels.values() {
            let there = || keys.contains(&record_key(label.kind, &label.id));
            let known = vanished.iter().any(|known| known.id == label.id);
            if !known && !self.unsaved.contains_key(&label.id) && !there() {
                vanished.push(label.clone());
            }
        }
        Ok(vanished)
    }

    /// Puts a record back that has vanished. When it fails, the record is kept in memory.
    pub fn put_back(
        &mut self,
        label: &Label,
        record: &Record,
        framework: &Framework,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        // Whatever took the record away may have taken the room in reserve as well.
        self.reserved = false;
        let saved = self.save(&mut record.clone(), &[], framework, now);
        self.forget_seen(&label.id);
        saved?;
        match label.binned_at {
            Some(at) => self.put_in_bin(&label.id, at).map_err(|_| StoreError::NotKept),
            None => Ok(()),
        }
    }

    /// Finishes a deletion for good that another tab had begun when it was closed.
    pub(super) fn finish_removing(&mut self, kind: RecordKind, id: &str) {
        let key = record_key(kind, id);
        if self.labels.get(id).is_none() && self.store.head(&key) == Ok(Some(GONE.to_owned())) {
            let _ = self.store.remove(&key);
        }
    }

    /// Ends the search for vanished records, because the person is about to be told. Takes those that
    /// are still missing off the list. Gives the labels of these, then those of the records that are
    /// back.
    pub fn take_vanished(&mut self) -> Result<(Vec<Label>, Vec<Label>), StoreError> {
        let (mut lost, mut back) = (Vec::new(), Vec::new());
        for label in self.vanished()? {
            let key = record_key(label.kind, &label.id);
            let here = self.unsaved.contains_key(&label.id) || self.head(&key)?.is_some();
            if !here {
                self.unlist(label.kind, &label.id);
            }
            if here { &mut back } else { &mut lost }.push(label);
        }
        self.vanished.clear();
        Ok((lost, back))
    }
}
