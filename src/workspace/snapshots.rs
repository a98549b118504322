//! Copies of records from before something changed them.
//!
//! Each snapshot has a number higher than those of all before, and the highest number is the newest.
//! The clock does not decide: one that was ahead for a day would let the copies of that day push out
//! all later ones.

use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::records::Record;
use crate::workspace::label::{Label, read_stored};
use crate::workspace::{Store, StoreError, Stored, Workspace};

pub(super) const SNAPSHOT: &str = "cairn:snapshot:";

/// How many snapshots of one record are kept.
pub const SNAPSHOTS: usize = 5;

/// A copy of a record from before something changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The key under which it is kept.
    pub key: String,
    /// When it was taken, by the clock of that time.
    pub taken_at: Timestamp,
    /// The words for what was about to change the record.
    pub before: String,
}

impl<S: Store> Workspace<S> {
    /// Keeps a copy of `record` before something changes it. `before` says in words what that is. Only
    /// the newest [`SNAPSHOTS`] of a record are kept.
    pub fn snapshot(
        &mut self,
        record: &Record,
        framework: &Framework,
        before: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let write = self.next_write(&record.id);
        let label =
            Label { before: Some(before.to_owned()), ..Label::of(record, framework, write) };
        let (stored, _) = label.stored(record)?;
        let last = self.store.keys()?.iter().filter_map(|key| made(key)).map(|made| made.0).max();
        let number = last.map_or(0, |last| last.saturating_add(1)).max(0);
        let key = format!("{SNAPSHOT}{}:{number:015}-{:015}", &record.id, now.millis());
        self.make_room_and_write(&key, &stored)?;
        for snapshot in self.snapshots(&record.id)?.into_iter().skip(SNAPSHOTS) {
            self.remove(&snapshot.key)?;
        }
        Ok(())
    }

    /// The snapshots of one record, the newest first.
    pub fn snapshots(&self, id: &str) -> Result<Vec<Snapshot>, StoreError> {
        let prefix = format!("{SNAPSHOT}{id}:");
        let mut snapshots = Vec::new();
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(&prefix)) {
            let Some((number, taken_at)) = numbers(&key[prefix.len()..]) else { continue };
            let label = self.store.head(&key)?.and_then(|head| Label::kept_in::<S>(&head));
            let before = label.and_then(|label| label.before).unwrap_or_default();
            let taken_at = Timestamp::from_millis(taken_at);
            snapshots.push((number, Snapshot { key, taken_at, before }));
        }
        let newest_first = in_order(snapshots, |one, other| one.0 > other.0);
        Ok(newest_first.into_iter().map(|(_, snapshot)| snapshot).collect())
    }

    /// The record as it stood in a snapshot; `None` when it cannot be read.
    pub fn read_snapshot(&self, key: &str) -> Result<Option<Record>, StoreError> {
        let stored = self.store.read(key)?.and_then(Stored::text);
        Ok(stored.and_then(|stored| read_stored(&stored).ok()).map(|(_, record)| record))
    }

    /// The keys of all snapshots, the oldest first.
    pub(super) fn snapshot_keys_oldest_first(&self) -> Vec<String> {
        let keys = self.store.keys().unwrap_or_default().into_iter();
        let snapshots: Vec<_> =
            keys.filter_map(|key| made(&key).map(|made| (made.0, key))).collect();
        in_order(snapshots, |one, other| one.0 < other.0).into_iter().map(|(_, key)| key).collect()
    }
}

/// The number and the moment in the key of a snapshot of any record.
fn made(key: &str) -> Option<(i64, i64)> {
    numbers(key.strip_prefix(SNAPSHOT)?.rsplit(':').next()?)
}

/// Reads the number and the moment, in milliseconds, at the end of a snapshot's key. Cairn used to
/// write the moment alone, which then stands for both.
fn numbers(text: &str) -> Option<(i64, i64)> {
    if let Ok(moment) = text.parse() {
        return Some((moment, moment));
    }
    let (number, moment) = text.split_once('-')?;
    Some((number.parse().ok()?, moment.parse().ok()?))
}
