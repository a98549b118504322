//! All records on this device, as plain data over any [`Store`].
//!
//! Each record has one key, made of Cairn's prefix, its kind and its id, and a write touches one
//! record. No two records have the same id, whatever their kinds. What cannot be read is set aside,
//! never overwritten. What cannot be written is kept in memory until it can.

mod bin;
mod cleared;
mod days;
pub mod deleted;
mod gone;
mod hearing;
pub mod label;
mod leaving;
pub mod pack;
mod room;
mod saved;
mod saving;
mod settings;
mod sheets;
mod snapshots;
pub mod store;
mod unreadable;
mod votes;
mod writes;

use crate::by_id::ById;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::RecordKind;
use crate::records::{Record, Slot};
use crate::survey::tally::Tally;
pub use crate::workspace::bin::BIN_DAYS;
use crate::workspace::days::Days;
pub use crate::workspace::gone::GONE;
use crate::workspace::label::{Label, read_stored};
pub use crate::workspace::leaving::LeftOut;
use crate::workspace::saved::{Saved, Unsaved};
pub use crate::workspace::snapshots::{SNAPSHOTS, Snapshot};
pub use crate::workspace::store::{Store, StoreError, Stored};
pub use crate::workspace::unreadable::Unreadable;
use crate::workspace::writes::{Bearers, Writes};

/// The prefix of every key of Cairn's but [`DRAFTS`].
pub const PREFIX: &str = "cairn:";
/// The key of the settings.
pub const SETTINGS: &str = "cairn:settings";
/// The prefix of the keys of ballots: votes that are under way on this device, and how many had voted
/// in results that it has shown.
pub const VOTES: &str = "cairn:vote:";
/// The key of the wording pack.
pub const WORDING: &str = "cairn:wording";
/// The prefix of the keys of paper sheets that are being typed in. The id of their survey follows.
pub const SHEETS: &str = "cairn:sheets:";
/// The key of the marks of drafts of answers that were cleared. A mark tells nothing of its draft. The
/// key stays when the device is cleared, because another tab may still have a copy of a draft.
pub const DRAFTS: &str = "cairn-drafts";

/// All records on this device.
pub struct Workspace<S> {
    store: S,
    /// The name of this tab, by which its writes are told from those of others.
    tab: String,
    writes: u64,
    labels: ById<Label>,
    /// The first line of each record as this tab last saw it. Another one in the store means that
    /// another tab wrote.
    seen: ById<String>,
    /// The writes that this tab's version of each record contains.
    have: ById<Writes>,
    /// The writes known to contain what this tab read of each record when it opened it.
    read: ById<Bearers>,
    /// What was saved of each record since then, here or in another tab.
    saved: ById<Vec<Saved>>,
    /// The tally of each record as this tab last noted it, to tell what is counted later.
    counts: ById<Tally>,
    /// The last text that another tab wrote of each record that is not open here.
    heard: ById<String>,
    /// Records with changes that the store does not have.
    unsaved: ById<Unsaved>,
    /// Slots that another tab changed, until the page is told.
    brought_in: Vec<Slot>,
    /// Records that were found missing from the store, until the person is told.
    vanished: Vec<Label>,
    /// The days that are counted for the bin.
    days: Days,
    trouble: Option<StoreError>,
    /// True once some room is kept in reserve.
    reserved: bool,
    /// True once snapshots were given up to make room, until the person is told.
    gave_up: bool,
}

/// Why a record could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// There is no record with this id.
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
    /// Opens what `store` holds. Never fails: what cannot be read is set aside, and
    /// [`Workspace::trouble`] tells of a store that cannot be used at all. `tab` is a name that no
    /// other tab has.
    pub fn open(store: S, tab: String, now: Timestamp) -> Workspace<S> {
        let mut workspace = Workspace {
            store,
            tab,
            writes: 0,
            labels: ById::new(),
            seen: ById::new(),
            have: ById::new(),
            read: ById::new(),
            saved: ById::new(),
            counts: ById::new(),
            heard: ById::new(),
            unsaved: ById::new(),
            brought_in: Vec::new(),
            vanished: Vec::new(),
            days: Days::default(),
            trouble: None,
            reserved: false,
            gave_up: false,
        };
        workspace.list(now);
        workspace
    }

    fn list(&mut self, now: Timestamp) {
        match self.store.keys() {
            Ok(keys) => {
                // Kind by kind, because the store gives its keys in any order.
                for kind in RecordKind::ALL {
                    let prefix = record_key(kind, "");
                    for id in keys.iter().filter_map(|key| key.strip_prefix(&prefix)) {
                        self.refresh_label(kind, id, now);
                        self.finish_removing(kind, id);
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

    /// Reads the label of one record again, because another tab wrote the record or took it away. A
    /// record is set aside when one of another kind has its id: an id alone has to be enough to find a
    /// record.
    pub fn refresh_label(&mut self, kind: RecordKind, id: &str, now: Timestamp) {
        let key = record_key(kind, id);
        match self.head(&key) {
            Ok(Some(head)) => {
                let own = |label: &Label| label.kind == kind && label.id == id;
                let label = Label::kept_in::<S>(&head);
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

    /// Puts back what was saved of a record when its label shows that another tab has overwritten it
    /// unseen. Not part of [`Workspace::refresh_label`], because it needs all the code that reads
    /// records.
    pub fn look_again(&mut self, id: &str, now: Timestamp) {
        if self.labels.get(id).is_some_and(|label| self.was_passed_by(label)) {
            // Reading it puts back what was written over.
            let _ = self.record(id, now);
            self.forget_seen(id);
        }
    }

    /// Takes a record off the list, because the store no longer has it.
    fn unlist(&mut self, kind: RecordKind, id: &str) {
        if self.labels.get(id).is_none_or(|listed| listed.kind == kind) {
            self.labels.remove(id);
            self.seen.remove(id);
        }
    }

    /// The kind of the record with this id; `None` when there is no such record. The store is asked as
    /// well: it may have a record that could not be listed before.
    fn kind_of(&self, id: &str) -> Result<Option<RecordKind>, StoreError> {
        if let Some(label) = self.labels.get(id) {
            return Ok(Some(label.kind));
        }
        for kind in RecordKind::ALL {
            if self.head(&record_key(kind, id))?.is_some() {
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
        let stored = match self.stored(&key) {
            Ok(Some(stored)) => stored.text().unwrap_or_default(),
            Ok(None) => return Err(OpenError::Missing),
            Err(error) => return Err(OpenError::Store(error)),
        };
        let head = stored.split('\n').next().unwrap_or_default();
        if from_newer::<S>(head) {
            return Err(OpenError::Newer);
        }
        match read_own(&stored, kind, id) {
            Some((label, mut record)) => {
                self.put_saved_back(&label, &mut record);
                self.remember_counts(&record);
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

    /// Once the store works again, lists what could not be read before.
    fn recover(&mut self, now: Timestamp) {
        if self.unsaved.is_empty() && self.trouble.take().is_some() {
            self.list(now);
            let ids: Vec<String> = self.labels.keys().cloned().collect();
            ids.iter().for_each(|id| self.look_again(id, now));
        }
    }

    fn binned_at(&self, id: &str) -> Option<Timestamp> {
        self.labels.get(id).and_then(|label| label.binned_at)
    }

    /// The first unused key that `key` makes of the milliseconds of `now` or later ones.
    fn free_key(&self, now: Timestamp, key: impl Fn(i64) -> String) -> Result<String, StoreError> {
        let mut millis = now.millis();
        while self.store.head(&key(millis))?.is_some() {
            millis += 1;
        }
        Ok(key(millis))
    }
}

fn from_newer<S: Store>(head: &str) -> bool {
    Label::kept_in::<S>(head).is_some_and(|label| label.from_newer())
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
