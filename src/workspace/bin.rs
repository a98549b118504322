//! The bin: what is in it is off the list, and after [`BIN_DAYS`] days it is deleted for good.
//!
//! A clock can be wrong, so no date is believed. Instead, the days on which Cairn was opened are
//! counted, each once, and nothing is deleted before enough of them have been seen. What is in the bin
//! stays longer when Cairn is not opened every day, and never shorter.

use crate::framework::built_in;
use crate::moment::Timestamp;
use crate::workspace::days::{DAYS, Days};
use crate::workspace::label::Label;
use crate::workspace::{OpenError, Store, StoreError, Unsaved, Workspace, record_key};

/// How many days a record stays in the bin at least.
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
        let put = self.put(Label { write, binned_at, ..label }, &record);
        self.forget_seen(id);
        if let Err(error) = &put {
            // The store may have kept neither the old text nor the new.
            self.keep_in_memory(record, Vec::new(), error);
        }
        put.map_err(OpenError::Store)
    }

    /// Deletes one record and its snapshots for good, so that other tabs know that it is intended. How
    /// many answers the record showed of its surveys is remembered ([`Workspace::deleted_shown`]).
    pub fn delete(&mut self, id: &str) -> Result<(), StoreError> {
        if let Some(record) = self.as_it_stands(id)? {
            self.remember_shown(&record)?;
        }
        // The snapshots first: while the record is still listed, a failure can be tried again.
        for snapshot in self.snapshots(id)? {
            self.remove(&snapshot.key)?;
        }
        if let Some(kind) = self.kind_of(id)? {
            self.remove_for_good(&record_key(kind, id))?;
        }
        self.forget(id);
        Ok(())
    }

    /// How many more days a record stays in the bin at least.
    pub fn days_left_in_bin(&self, id: &str) -> i64 {
        (BIN_DAYS - self.days.days_of(id)).clamp(0, BIN_DAYS)
    }

    /// Counts today, and deletes for good what has been in the bin for [`BIN_DAYS`] whole days. Call it
    /// once after the workspace was opened, at the latest before the bin is shown.
    pub fn empty_bin(&mut self, now: Timestamp) {
        let bin = self.bin();
        let kept = self.store.read(DAYS).ok().flatten().and_then(|kept| kept.text());
        if bin.is_empty() {
            if kept.is_some() {
                let _ = self.store.remove(DAYS);
            }
            return;
        }
        let mut days = Days::parse(&kept.clone().unwrap_or_default());
        days.see(now.days_since(Timestamp::default()));
        days.follow(&bin);
        let text = days.text();
        if kept.as_ref() != Some(&text) {
            let _ = self.write_and_check(DAYS, &text);
        }
        self.days = days;
        for label in bin.iter().filter(|label| !label.from_newer()) {
            if self.days.days_of(&label.id) < BIN_DAYS {
                continue;
            }
            if let Err(error) = self.delete(&label.id) {
                self.trouble = Some(error);
            }
        }
    }
}
