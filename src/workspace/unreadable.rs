//! What cannot be read is kept under another key, exactly as it stood, so that nothing is written over
//! it.

use crate::moment::Timestamp;
use crate::order::in_order;
use crate::workspace::label::{Label, stored_text};
use crate::workspace::{PREFIX, Store, StoreError, Stored, Workspace, record_of};

const ASIDE: &str = "cairn:aside:";

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key under which it is kept.
    pub key: String,
    /// The name of the record, where it could be made out.
    pub name: Option<String>,
}

impl<S: Store> Workspace<S> {
    /// Moves what cannot be read to another key. When even that fails, it stays where it is, and
    /// nothing is written over it.
    pub(super) fn set_aside(&mut self, key: &str, now: Timestamp) -> Result<(), StoreError> {
        let moved = self.try_set_aside(key, now);
        if let Err(error) = &moved {
            self.trouble = Some(error.clone());
        }
        moved
    }

    fn try_set_aside(&mut self, key: &str, now: Timestamp) -> Result<(), StoreError> {
        if self.store.head(key)?.is_some() {
            let rest = key.strip_prefix(PREFIX).unwrap_or(key);
            let aside = self.free_key(now, |millis| format!("{ASIDE}{millis:015}:{rest}"))?;
            self.make_room(&|workspace| workspace.copy_and_check(key, &aside))?;
            if let Err(error) = self.remove(key) {
                // When the original is still there, the copy is not needed.
                if self.store.same(key, &aside) == Ok(true) {
                    let _ = self.store.remove(&aside);
                }
                return Err(error);
            }
        }
        if let Some((kind, id)) = record_of(key) {
            self.unlist(kind, id);
        }
        Ok(())
    }

    fn copy_and_check(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let copied = self.store.copy(from, to).and_then(|()| self.store.same(from, to));
        if copied == Ok(true) {
            return Ok(());
        }
        // An incomplete copy may be there, and is worth nothing.
        let _ = self.store.remove(to);
        copied.and(Err(StoreError::NotKept))
    }

    /// Sets aside what stands under a key, unless it is `readable`. Call it before the key is written
    /// over.
    pub(super) fn set_aside_unless(
        &mut self,
        readable: impl Fn(&str) -> bool,
        key: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match self.stored(key)? {
            None => Ok(()),
            Some(Stored::Text(text)) if readable(&text) => Ok(()),
            Some(_) => self.set_aside(key, now),
        }
    }

    /// What has been set aside because it could not be read, oldest first.
    pub fn unreadable(&self) -> Result<Vec<Unreadable>, StoreError> {
        let mut keys = self.store.keys()?;
        keys.retain(|key| key.starts_with(ASIDE));
        let named = |key: String| {
            let label = self.store.head(&key)?.and_then(|head| Label::kept_in::<S>(&head));
            Ok(Unreadable { key, name: label.map(|label| label.name) })
        };
        in_order(keys, |one, other| one < other).into_iter().map(named).collect()
    }

    /// What was set aside, to be downloaded: its text, unpacked where that is possible; or its units
    /// as they are, where it is no text.
    pub fn unreadable_text(&self, key: &str) -> Result<Stored, StoreError> {
        Ok(match self.store.read(key)? {
            Some(Stored::Text(stored)) => {
                Stored::Text(stored_text(&stored).map_or(stored, |(_, text)| text))
            }
            Some(units) => units,
            None => Stored::Text(String::new()),
        })
    }

    /// Deletes what was set aside, because a person has asked for it.
    pub fn drop_unreadable(&mut self, key: &str) -> Result<(), StoreError> {
        if key.starts_with(ASIDE) { self.remove(key) } else { Ok(()) }
    }
}
