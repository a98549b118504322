//! Copies of records from before something changed them.

use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::records::Record;
use crate::workspace::label::{Label, read_stored};
use crate::workspace::{Store, StoreError, Workspace};

const SNAPSHOT: &str = "cairn:snapshot:";

/// How many snapshots of one record are kept.
pub const SNAPSHOTS: usize = 5;

/// A copy of a record from before something changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The key under which it is kept.
    pub key: String,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// What it was taken before.
    pub before: String,
}

impl<S: Store> Workspace<S> {
    /// Keeps a copy of `record` from before something changes it, and only the newest few.
    pub fn snapshot(
        &mut self,
        record: &Record,
        framework: &Framework,
        before: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let write = self.next_write(record.id());
        let label =
            Label { before: Some(before.to_owned()), ..Label::of(record, framework, write) };
        let (stored, _) = label.stored(record, now);
        let key = self.free_key(now, |millis| format!("{SNAPSHOT}{}:{millis:015}", record.id()))?;
        self.make_room_and_write(&key, &stored)?;
        for snapshot in self.snapshots(record.id())?.into_iter().skip(SNAPSHOTS) {
            self.store.remove(&snapshot.key)?;
        }
        Ok(())
    }

    /// The snapshots of one record, newest first.
    pub fn snapshots(&self, id: &str) -> Result<Vec<Snapshot>, StoreError> {
        let prefix = format!("{SNAPSHOT}{id}:");
        let mut snapshots = Vec::new();
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(&prefix)) {
            let Some(millis) = key[prefix.len()..].parse().ok() else { continue };
            let label = self.store.head(&key)?.and_then(|head| Label::parse(&head));
            let before = label.and_then(|label| label.before).unwrap_or_default();
            snapshots.push(Snapshot { key, taken_at: Timestamp::from_millis(millis), before });
        }
        Ok(in_order(snapshots, |one: &Snapshot, other| one.taken_at > other.taken_at))
    }

    /// The record as it stood in a snapshot; `None` when it cannot be read.
    pub fn read_snapshot(&self, key: &str) -> Result<Option<Record>, StoreError> {
        let stored = self.store.read(key)?.unwrap_or_default();
        Ok(read_stored(&stored).ok().map(|(_, record)| record))
    }

    /// The keys of all snapshots, oldest first.
    pub(super) fn snapshot_keys_oldest_first(&self) -> Vec<String> {
        let mut keys = self.store.keys().unwrap_or_default();
        keys.retain(|key| key.starts_with(SNAPSHOT));
        fn moment(key: &str) -> &str {
            key.rsplit(':').next().unwrap_or_default()
        }
        in_order(keys, |one, other| moment(one) < moment(other))
    }
}
