//! What is no more in the store: taken away by Cairn because a person said so, or by something else.
//!
//! Other pages of the same host can empty the store, and then what is still in memory is put back. So
//! that another tab can tell the two apart, Cairn writes [`GONE`] over what it takes away for good before
//! it does: whoever hears that knows that it is meant.

use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::workspace::label::Label;
use crate::workspace::{PREFIX, Store, StoreError, Stored, Workspace, record_key};

/// What stands for a moment under the key of something that is taken away for good.
pub const GONE: &str = "gone";

impl<S: Store> Workspace<S> {
    /// What stands under a key, if it was not taken away for good.
    pub(super) fn stored(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        let gone = |stored: &Stored| matches!(stored, Stored::Text(text) if text == GONE);
        Ok(self.store.read(key)?.filter(|stored| !gone(stored)))
    }

    /// The first line of what stands under a key, if it was not taken away for good.
    pub(super) fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.store.head(key)?.filter(|head| head != GONE))
    }

    /// Takes a key away, and tells other tabs that it is meant.
    pub(super) fn remove_for_good(&self, key: &str) -> Result<(), StoreError> {
        if self.store.head(key)?.is_some() {
            // It is shorter than what stood there, so there is room for it.
            let _ = self.store.write(key, GONE);
        }
        self.remove(key)
    }

    /// A person has taken this record away for good, here or in another tab.
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

    /// Takes away everything that is Cairn's, and nothing else. Other tabs are told that it is meant.
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

    /// Another tab says that it has taken a record away for good. What is not saved here stays here.
    pub fn hear_gone(&mut self, kind: RecordKind, id: &str) {
        self.vanished.retain(|label| label.id != id);
        if !self.unsaved.contains_key(id) {
            self.unlist(kind, id);
        }
    }

    /// The records that have vanished from the store though nobody here or in another tab of Cairn took
    /// them away; some may have been put back by now.
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
        // With everything else, the room in reserve may have gone.
        self.reserved = false;
        let saved = self.save(&mut record.clone(), &[], framework, now);
        self.forget_seen(&label.id);
        saved?;
        match label.binned_at {
            Some(at) => self.put_in_bin(&label.id, at).map_err(|_| StoreError::NotKept),
            None => Ok(()),
        }
    }

    /// Finishes what a tab that was closed in between had begun to take away for good.
    pub(super) fn finish_removing(&mut self, kind: RecordKind, id: &str) {
        let key = record_key(kind, id);
        if self.labels.get(id).is_none() && self.store.head(&key) == Ok(Some(GONE.to_owned())) {
            let _ = self.store.remove(&key);
        }
    }

    /// What has vanished is told: forgets what is not in the store again. Gives the labels of that, and
    /// of what is.
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
