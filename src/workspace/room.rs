//! Writes and removes keys, checks each time that the store has done it, and makes room when there is
//! none.
//!
//! Nothing is believed until it is read back: a store may keep less than it was given, or something
//! else, or what it should have removed.

use crate::records::Record;
use crate::workspace::label::Label;
use crate::workspace::{PREFIX, Store, StoreError, Stored, Workspace, record_key};

/// The key of the reserve: a little room that no edit may use. With it, a device can take in all that
/// another of the same size held, even when that takes a few characters more.
pub(super) const RESERVE: &str = "cairn:reserve";

/// The sizes of the reserve in characters. The first one that fits is taken.
const RESERVES: [usize; 4] = [4_096, 2_048, 1_024, 512];

impl<S: Store> Workspace<S> {
    /// Writes one record and reads it back.
    pub(super) fn put(&mut self, label: Label, record: &Record) -> Result<(), StoreError> {
        let key = record_key(record.kind(), &record.id);
        let (stored, head) = label.stored(record)?;
        self.make_room_and_write(&key, &stored)?;
        let Some(label) = Label::parse(&head) else { unreachable!("a label reads its own line") };
        self.labels.insert(record.id.clone(), label);
        self.seen.insert(record.id.clone(), head);
        self.keep_reserve();
        Ok(())
    }

    /// Writes a text, giving up the oldest snapshots where there is no room, and reads it back.
    pub(super) fn make_room_and_write(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.make_room(&|workspace| workspace.write_and_check(key, text))
    }

    /// Calls `write`, giving up the oldest snapshots one by one where there is no room. Where even that
    /// does not help, they are put back.
    pub(super) fn make_room(
        &mut self,
        write: &dyn Fn(&Self) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut written = write(self);
        if written != Err(StoreError::Full) {
            return written;
        }
        let mut given_up = Vec::new();
        for snapshot in self.snapshot_keys_oldest_first() {
            let Ok(Some(Stored::Text(text))) = self.store.read(&snapshot) else { continue };
            if let Err(error) = self.remove(&snapshot) {
                written = Err(error);
                break;
            }
            given_up.push((snapshot, text));
            written = write(self);
            if written != Err(StoreError::Full) {
                break;
            }
        }
        if written.is_ok() {
            self.gave_up |= !given_up.is_empty();
        } else {
            for (key, text) in given_up {
                let _ = self.write_and_check(&key, &text);
            }
        }
        written
    }

    /// Calls `write`, and once more without the reserve where there is no room.
    pub(super) fn use_reserve<T>(
        &mut self,
        write: &dyn Fn(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut written = write(self);
        if matches!(written, Err(StoreError::Full)) && self.store.head(RESERVE)?.is_some() {
            self.remove(RESERVE)?;
            written = write(self);
            self.reserved = false;
            self.keep_reserve();
        }
        written
    }

    /// Keeps some room in reserve, as far as there is any.
    fn keep_reserve(&mut self) {
        if self.reserved {
            return;
        }
        self.reserved = matches!(self.store.head(RESERVE), Ok(Some(_)))
            || RESERVES
                .into_iter()
                .any(|units| self.store.write(RESERVE, &".".repeat(units)).is_ok());
    }

    /// True when snapshots were given up to make room since this was last asked.
    pub fn take_gave_up(&mut self) -> bool {
        std::mem::take(&mut self.gave_up)
    }

    pub(super) fn write_and_check(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.write(key, text)?;
        if self.store.holds(key, text)? { Ok(()) } else { Err(StoreError::NotKept) }
    }

    /// Takes a key away, and looks whether it is gone.
    pub(super) fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        if self.store.head(key)?.is_none() { Ok(()) } else { Err(StoreError::NotRemoved) }
    }

    /// The number of characters that Cairn keeps in the store, keys included, as browsers count
    /// them: in UTF-16 units.
    pub fn characters_used(&self) -> Result<usize, StoreError> {
        let mut used = 0;
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(PREFIX)) {
            let stored = self.store.read(&key)?;
            used += key.encode_utf16().count() + stored.map_or(0, |stored| stored.units());
        }
        Ok(used)
    }
}
