//! The bin: out of the list, and after some days out of the store.

use crate::framework::built_in;
use crate::moment::Timestamp;
use crate::workspace::label::Label;
use crate::workspace::{OpenError, Store, StoreError, Unsaved, Workspace, record_key};

/// How many days a record stays in the bin.
pub const BIN_DAYS: i64 = 30;

impl<S: Store> Workspace<S> {
    /// Puts a record into the bin.
    pub fn put_in_bin(&mut self, id: &str, now: Timestamp) -> Result<(), OpenError> {
        self.relabel(id, Some(now), now)
    }

    /// Takes a record out of the bin.
    pub fn restore(&mut self, id: &str, now: Timestamp) -> Result<(), OpenError> {
        self.relabel(id, None, now)
    }

    fn relabel(
        &mut self,
        id: &str,
        binned_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), OpenError> {
        if let Some(Unsaved { mut record, edited }) = self.unsaved.get(id).cloned() {
            self.save(&mut record, &edited, &built_in(), now).map_err(OpenError::Store)?;
        }
        let record = self.record(id, now)?;
        let write = self.next_write(id);
        let Some(label) = self.labels.get(id).cloned() else { return Err(OpenError::Missing) };
        let put = self.put(Label { write, binned_at, ..label }, &record, now);
        self.forget_seen(id);
        if let Err(error) = &put {
            // The store may have kept neither the old text nor the new.
            self.keep_in_memory(record, Vec::new(), error);
        }
        put.map_err(OpenError::Store)
    }

    /// Takes one record and its snapshots away for good.
    pub fn delete(&mut self, id: &str) -> Result<(), StoreError> {
        // The snapshots first: while the record is still listed, a failure can be tried again.
        for snapshot in self.snapshots(id)? {
            self.store.remove(&snapshot.key)?;
        }
        if let Some(kind) = self.kind_of(id)? {
            self.store.remove(&record_key(kind, id))?;
        }
        self.labels.remove(id);
        self.seen.remove(id);
        self.unsaved.remove(id);
        Ok(())
    }

    /// Takes away for good what has been in the bin for more than [`BIN_DAYS`].
    pub(super) fn empty_bin(&mut self, now: Timestamp) {
        let over = |label: &Label| {
            label.binned_at.is_some_and(|binned_at| now.days_since(binned_at) > BIN_DAYS)
        };
        let ids: Vec<String> = self
            .labels
            .values()
            .filter(|label| over(label) && !label.from_newer())
            .map(|label| label.id.clone())
            .collect();
        for id in ids {
            if let Err(error) = self.delete(&id) {
                self.trouble = Some(error);
            }
        }
    }
}
