//! All records on this device, as plain data over any [`Store`].
//!
//! One key a record under Cairn's own prefix, which says its kind and its id, and a write touches one
//! record. No two records have the same id, whatever their kinds. What cannot be read is set aside,
//! never overwritten. What cannot be written is kept here, in memory, until it can.

mod asides;
mod bin;
pub mod label;
pub mod pack;
mod settings;
mod snapshots;
pub mod store;

use crate::answers::Answers;
use crate::framework::Framework;
use crate::merge::merge;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::RecordKind;
use crate::records::{Record, Slot};
pub use crate::workspace::asides::Aside;
pub use crate::workspace::bin::BIN_DAYS;
use crate::workspace::label::{Label, read_stored};
pub use crate::workspace::snapshots::{SNAPSHOTS, Snapshot};
pub use crate::workspace::store::{Store, StoreError};

/// The prefix of every key that is Cairn's.
pub const PREFIX: &str = "cairn:";
/// The key of the settings.
pub const SETTINGS: &str = "cairn:settings";
/// The key of the wording pack.
pub const WORDING: &str = "cairn:wording";

/// All records on this device.
pub struct Workspace<S> {
    store: S,
    /// Tells this tab's writes from another's.
    tab: String,
    writes: u64,
    labels: Answers<Label>,
    /// The first lines as this tab last saw them: another one means that another tab wrote.
    seen: Answers<String>,
    /// Records that have something the store has not.
    unsaved: Answers<Unsaved>,
    trouble: Option<StoreError>,
    /// True once snapshots were given up to make room, until that is told.
    gave_up: bool,
}

/// A record that has something the store has not.
#[derive(Clone)]
struct Unsaved {
    record: Record,
    /// The slots changed since the last write that succeeded.
    edited: Vec<Slot>,
}

/// Why a record could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// There is none with this id.
    Missing,
    /// It is from a newer Cairn; it stays untouched.
    Newer,
    /// It is in the bin.
    InBin,
    /// It could not be read, and has been set aside.
    SetAside,
    /// The store failed.
    Store(StoreError),
}

impl<S: Store> Workspace<S> {
    /// Opens what `store` holds. Never fails: what cannot be read is set aside, and a store that
    /// cannot be used at all is [`Workspace::trouble`]. `tab` tells this tab from others.
    pub fn open(store: S, tab: String, now: Timestamp) -> Workspace<S> {
        let mut workspace = Workspace {
            store,
            tab,
            writes: 0,
            labels: Answers::new(),
            seen: Answers::new(),
            unsaved: Answers::new(),
            trouble: None,
            gave_up: false,
        };
        workspace.list(now);
        workspace.empty_bin(now);
        workspace
    }

    fn list(&mut self, now: Timestamp) {
        match self.store.keys() {
            Ok(keys) => {
                // Kind after kind, since the store has its keys in any order.
                for kind in RecordKind::ALL {
                    let prefix = record_key(kind, "");
                    for id in keys.iter().filter_map(|key| key.strip_prefix(&prefix)) {
                        self.refresh_label(kind, id, now);
                    }
                }
            }
            Err(error) => self.trouble = Some(error),
        }
    }

    /// The latest failure of the store; `None` while all is well.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// True when every word is in the store.
    pub fn all_saved(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// The audits that are not in the bin, last changed first.
    pub fn audits(&self) -> Vec<Label> {
        self.of_kind(RecordKind::Audit)
    }

    /// The records of one kind that are not in the bin, last changed first.
    pub fn of_kind(&self, kind: RecordKind) -> Vec<Label> {
        self.listed(&|label| label.kind == kind && label.binned_at.is_none())
    }

    /// The records other than audits that are not in the bin, last changed first.
    pub fn others(&self) -> Vec<Label> {
        self.listed(&|label| label.kind != RecordKind::Audit && label.binned_at.is_none())
    }

    /// The records that are not in the bin, last changed first.
    pub fn records(&self) -> Vec<Label> {
        self.listed(&|label| label.binned_at.is_none())
    }

    /// The records in the bin, last changed first.
    pub fn bin(&self) -> Vec<Label> {
        self.listed(&|label| label.binned_at.is_some())
    }

    fn listed(&self, keep: &dyn Fn(&Label) -> bool) -> Vec<Label> {
        let labels = self.labels.values().filter(|label| keep(label)).cloned().collect();
        in_order(labels, |one: &Label, other: &Label| one.changed_at > other.changed_at)
    }

    /// The label of one record, in the bin or not.
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.get(id)
    }

    /// Reads the label of one record anew, because another tab wrote it or took it away. One whose id
    /// a record of another kind has already is set aside: an id has to be enough to find a record.
    pub fn refresh_label(&mut self, kind: RecordKind, id: &str, now: Timestamp) {
        let key = record_key(kind, id);
        match self.store.head(&key) {
            Ok(Some(head)) => {
                let own = |label: &Label| label.kind == kind && label.id == id;
                let label = Label::parse(&head);
                let label = label.filter(|label| own(label) || label.from_newer());
                let taken = self.labels.get(id).is_some_and(|listed| listed.kind != kind);
                match label {
                    Some(label) if !taken => {
                        let label = Label { kind, id: id.to_owned(), ..label };
                        self.labels.insert(id.to_owned(), label);
                    }
                    Some(label) if label.from_newer() => {}
                    _ => {
                        let _ = self.set_aside(&key, now);
                    }
                }
            }
            Ok(None) if !self.unsaved.contains_key(id) => self.unlist(kind, id),
            Ok(None) => {}
            Err(error) => self.trouble = Some(error),
        }
    }

    /// Forgets what was known of a record that stands in the store no more.
    fn unlist(&mut self, kind: RecordKind, id: &str) {
        if self.labels.get(id).is_none_or(|listed| listed.kind == kind) {
            self.labels.remove(id);
            self.seen.remove(id);
        }
    }

    /// The kind of the record with this id. One that is not listed may still be in the store, if that
    /// could not be read before.
    fn kind_of(&self, id: &str) -> Result<Option<RecordKind>, StoreError> {
        if let Some(label) = self.labels.get(id) {
            return Ok(Some(label.kind));
        }
        for kind in RecordKind::ALL {
            if self.store.head(&record_key(kind, id))?.is_some() {
                return Ok(Some(kind));
            }
        }
        Ok(None)
    }

    /// The record with this id, as it was last saved, or from memory when that failed.
    pub fn record(&mut self, id: &str, now: Timestamp) -> Result<Record, OpenError> {
        if let Some(unsaved) = self.unsaved.get(id) {
            return Ok(unsaved.record.clone());
        }
        let kind = self.kind_of(id).map_err(OpenError::Store)?.ok_or(OpenError::Missing)?;
        let key = record_key(kind, id);
        let stored = match self.store.read(&key) {
            Ok(Some(stored)) => stored,
            Ok(None) => return Err(OpenError::Missing),
            Err(error) => return Err(OpenError::Store(error)),
        };
        let head = stored.split('\n').next().unwrap_or_default();
        if from_newer(head) {
            return Err(OpenError::Newer);
        }
        match read_own(&stored, kind, id) {
            Some((label, record)) => {
                self.seen.insert(id.to_owned(), head.to_owned());
                self.labels.insert(id.to_owned(), label);
                Ok(record)
            }
            None => {
                self.set_aside(&key, now).map_err(OpenError::Store)?;
                Err(OpenError::SetAside)
            }
        }
    }

    /// Saves `record` and reads it back. When another tab has written meanwhile, its changes are
    /// brought into `record` first; `edited` are the slots changed here since the last save. Gives
    /// the slots that the other tab changed. When it fails, the record is kept in memory.
    pub fn save(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        framework: &Framework,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let edited = self.all_edited(record.id(), edited);
        let saved = self.try_save(record, &edited, framework, now);
        match &saved {
            Ok(_) => {
                self.unsaved.remove(record.id());
                self.recover(now);
            }
            Err(error) => {
                let mut label = Label::of(record, framework, String::new());
                label.binned_at = self.binned_at(record.id());
                self.labels.insert(record.id().to_owned(), label);
                self.keep_in_memory(record.clone(), edited, error);
            }
        }
        saved
    }

    /// What was changed before a write that failed is still unknown to the other tab.
    fn all_edited(&self, id: &str, edited: &[Slot]) -> Vec<Slot> {
        let earlier = self.unsaved.get(id).map(|unsaved| &unsaved.edited);
        let mut all = edited.to_vec();
        for slot in earlier.into_iter().flatten() {
            if !all.contains(slot) {
                all.push(slot.clone());
            }
        }
        all
    }

    fn keep_in_memory(&mut self, record: Record, edited: Vec<Slot>, error: &StoreError) {
        self.unsaved.insert(record.id().to_owned(), Unsaved { record, edited });
        self.trouble = Some(error.clone());
    }

    /// After trouble, lists again what could not be read while it lasted.
    fn recover(&mut self, now: Timestamp) {
        if self.unsaved.is_empty() && self.trouble.take().is_some() {
            self.list(now);
        }
    }

    fn binned_at(&self, id: &str) -> Option<Timestamp> {
        self.labels.get(id).and_then(|label| label.binned_at)
    }

    fn try_save(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        framework: &Framework,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let changed = self.take_in(record, edited, now)?;
        let mut label = Label::of(record, framework, self.next_write(record.id()));
        label.binned_at = self.binned_at(record.id());
        self.put(label, record, now)?;
        Ok(changed)
    }

    /// Brings what another tab has written into `record`, without saving. Gives the slots that
    /// changed. When the other tab wrote over something that was saved here, [`Workspace::retry`]
    /// saves it again; [`Workspace::all_saved`] tells.
    pub fn take_in(
        &mut self,
        record: &mut Record,
        edited: &[Slot],
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let (kind, id) = (record.kind(), record.id().to_owned());
        let key = record_key(kind, &id);
        let head = self.store.head(&key)?;
        if head.is_none() {
            // Deleted for good elsewhere. What is still written here comes back, and not to the bin.
            self.labels.remove(&id);
        }
        let Some(head) = head.filter(|head| self.seen.get(&id) != Some(head)) else {
            return Ok(Vec::new());
        };
        if from_newer(&head) {
            let (this, reload) = ("a newer Cairn has saved this ", "; reload this page");
            return Err(StoreError::Failed([this, kind.name(), reload].concat()));
        }
        let stored = self.store.read(&key)?.unwrap_or_default();
        let Some((label, theirs)) = read_own(&stored, kind, &id) else {
            self.set_aside(&key, now)?;
            return Ok(Vec::new());
        };
        let seen = self.seen.get(&id).and_then(|seen| Label::parse(seen));
        if seen.is_some_and(|seen| placed(&seen) != placed(&label)) {
            record.swap_along(theirs.along());
        }
        self.seen.insert(id.clone(), head);
        self.labels.insert(id.clone(), label);
        let edited = self.all_edited(&id, edited);
        let changed = merge(record, &theirs, &edited);
        // Two tabs that write in the same instant can pass each other by. With nothing edited here,
        // a difference can only be what the other tab did not know of when it wrote.
        let passed_by = edited.is_empty() && *record != theirs;
        if passed_by || self.unsaved.contains_key(&id) {
            self.unsaved.insert(id, Unsaved { record: record.clone(), edited });
        }
        Ok(changed)
    }

    /// Writes one record and reads it back.
    fn put(&mut self, label: Label, record: &Record, now: Timestamp) -> Result<(), StoreError> {
        let key = record_key(record.kind(), record.id());
        let (stored, head) = label.stored(record, now);
        self.make_room_and_write(&key, &stored)?;
        let Some(label) = Label::parse(&head) else { unreachable!("a label reads its own line") };
        self.labels.insert(record.id().to_owned(), label);
        self.seen.insert(record.id().to_owned(), head);
        Ok(())
    }

    /// Writes a text, giving up the oldest snapshots where there is no room, and reads it back.
    fn make_room_and_write(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut written = self.write_and_check(key, text);
        if written == Err(StoreError::Full) {
            for snapshot in self.snapshot_keys_oldest_first() {
                self.store.remove(&snapshot)?;
                self.gave_up = true;
                written = self.write_and_check(key, text);
                if written != Err(StoreError::Full) {
                    break;
                }
            }
        }
        written
    }

    /// Whether snapshots were given up to make room. Said once.
    pub fn take_gave_up(&mut self) -> bool {
        std::mem::take(&mut self.gave_up)
    }

    fn write_and_check(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.write(key, text)?;
        if self.store.holds(key, text)? { Ok(()) } else { Err(StoreError::NotKept) }
    }

    /// A name for the next write of a record. After a slash it goes on naming the write that last
    /// put another record in the place of that one.
    fn next_write(&mut self, id: &str) -> String {
        self.writes += 1;
        let placed = self.labels.get(id).map_or("", placed);
        let slash = if placed.is_empty() { "" } else { "/" };
        format!("{}-{}{slash}{placed}", self.tab, self.writes)
    }

    /// What goes along with the record `id` and is no slot was put in place as a whole. Once that is
    /// saved, other tabs take it over as it is, instead of bringing back what they still have.
    pub fn put_in_place(&mut self, id: &str) {
        if let Some(label) = self.labels.get(id).cloned() {
            self.writes += 1;
            let write = format!("/{}-{}", self.tab, self.writes);
            self.labels.insert(id.to_owned(), Label { write, ..label });
        }
    }

    /// What was just written may be more than the page knows that has the record open: its next
    /// save has to look.
    fn forget_seen(&mut self, id: &str) {
        self.seen.remove(id);
    }

    /// A key with the first millisecond from `now` on under which nothing stands yet.
    fn free_key(&self, now: Timestamp, key: impl Fn(i64) -> String) -> Result<String, StoreError> {
        let mut millis = now.millis();
        while self.store.head(&key(millis))?.is_some() {
            millis += 1;
        }
        Ok(key(millis))
    }

    /// The number of characters that Cairn keeps in the store, keys included, as browsers count
    /// them: in UTF-16 units.
    pub fn characters_used(&self) -> Result<usize, StoreError> {
        let mut used = 0;
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(PREFIX)) {
            let text = self.store.read(&key)?.unwrap_or_default();
            used += key.encode_utf16().count() + text.encode_utf16().count();
        }
        Ok(used)
    }

    /// Takes away everything that is Cairn's, and nothing else.
    pub fn clear(&mut self) -> Result<(), StoreError> {
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(PREFIX)) {
            self.store.remove(&key)?;
        }
        self.labels.clear();
        self.seen.clear();
        self.unsaved.clear();
        self.trouble = None;
        Ok(())
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
}

/// The write that last put another record in the place of a record; empty when there was none.
fn placed(label: &Label) -> &str {
    label.write.split_once('/').map_or("", |(_, placed)| placed)
}

fn from_newer(head: &str) -> bool {
    Label::parse(head).is_some_and(|label| label.from_newer())
}

/// The label and the record of a stored text, if it holds the record `id` of this kind.
fn read_own(stored: &str, kind: RecordKind, id: &str) -> Option<(Label, Record)> {
    read_stored(stored).ok().filter(|(label, _)| label.kind == kind && label.id == id)
}

fn record_key(kind: RecordKind, id: &str) -> String {
    [PREFIX, kind.name(), ":", id].concat()
}

/// The kind and the id of the record that stands under a key, if one does.
pub fn record_of(key: &str) -> Option<(RecordKind, &str)> {
    let (kind, id) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((RecordKind::of(kind)?, id))
}
