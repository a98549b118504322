//! All records on this device, as plain data over any [`Store`].
//!
//! One key a record under Cairn's own prefix, and a write touches one record. What cannot be read
//! is set aside, never overwritten. What cannot be written is kept here, in memory, until it can.

pub mod label;
pub mod pack;
pub mod store;

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::Audit;
use crate::audit::slot::Slot;
use crate::exchange::envelope::{Settings, Wording, wording_text};
use crate::exchange::{File, from_text};
use crate::framework::{Framework, built_in};
use crate::merge::merge;
use crate::moment::Timestamp;
use crate::workspace::label::{Label, read_stored, stored_text};
pub use crate::workspace::store::{Store, StoreError};

/// The prefix of every key that is Cairn's.
pub const PREFIX: &str = "cairn:";
/// The key of the settings.
pub const SETTINGS: &str = "cairn:settings";
/// The key of the wording pack.
pub const WORDING: &str = "cairn:wording";
const AUDIT: &str = "cairn:audit:";
const SNAPSHOT: &str = "cairn:snapshot:";
const ASIDE: &str = "cairn:aside:";

/// How many days a record stays in the bin.
pub const BIN_DAYS: i64 = 30;
/// How many snapshots of one record are kept.
pub const SNAPSHOTS: usize = 5;

/// All records on this device.
pub struct Workspace<S> {
    store: S,
    /// Tells this tab's writes from another's.
    tab: String,
    writes: u64,
    labels: BTreeMap<String, Label>,
    /// The first lines as this tab last saw them: another one means that another tab wrote.
    seen: BTreeMap<String, String>,
    /// Audits that have something the store has not.
    unsaved: BTreeMap<String, Unsaved>,
    trouble: Option<StoreError>,
}

/// An audit that has something the store has not.
#[derive(Clone)]
struct Unsaved {
    audit: Audit,
    /// The slots changed since the last write that succeeded.
    edited: BTreeSet<Slot>,
}

/// Why an audit could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// There is none with this id.
    Missing,
    /// It is from a newer Cairn; it stays untouched.
    Newer,
    /// It could not be read, and has been set aside.
    SetAside,
    /// The store failed.
    Store(StoreError),
}

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The key under which it is kept.
    pub key: String,
    /// The name of the audit, where it could be made out.
    pub name: Option<String>,
}

/// A copy of an audit from before something changed it.
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
    /// Opens what `store` holds. Never fails: what cannot be read is set aside, and a store that
    /// cannot be used at all is [`Workspace::trouble`]. `tab` tells this tab from others.
    pub fn open(store: S, tab: String, now: Timestamp) -> Workspace<S> {
        let mut workspace = Workspace {
            store,
            tab,
            writes: 0,
            labels: BTreeMap::new(),
            seen: BTreeMap::new(),
            unsaved: BTreeMap::new(),
            trouble: None,
        };
        workspace.list(now);
        workspace.empty_bin(now);
        workspace
    }

    fn list(&mut self, now: Timestamp) {
        match self.store.keys() {
            Ok(keys) => {
                for id in keys.iter().filter_map(|key| key.strip_prefix(AUDIT)) {
                    self.refresh_label(id, now);
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
        self.listed(|label| label.binned_at.is_none())
    }

    /// The audits in the bin, last changed first.
    pub fn bin(&self) -> Vec<Label> {
        self.listed(|label| label.binned_at.is_some())
    }

    fn listed(&self, keep: impl Fn(&Label) -> bool) -> Vec<Label> {
        let mut labels: Vec<Label> =
            self.labels.values().filter(|label| keep(label)).cloned().collect();
        labels.sort_by_key(|label| std::cmp::Reverse(label.changed_at));
        labels
    }

    /// The label of one audit, in the bin or not.
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.get(id)
    }

    /// Reads the label of one audit anew, because another tab wrote it or took it away.
    pub fn refresh_label(&mut self, id: &str, now: Timestamp) {
        match self.store.head(&audit_key(id)) {
            Ok(Some(head)) => match Label::parse(&head) {
                Some(label) if label.id == id || label.from_newer() => {
                    self.labels.insert(id.to_owned(), Label { id: id.to_owned(), ..label });
                }
                _ => {
                    let _ = self.set_aside(&audit_key(id), now);
                }
            },
            Ok(None) if !self.unsaved.contains_key(id) => {
                self.labels.remove(id);
                self.seen.remove(id);
            }
            Ok(None) => {}
            Err(error) => self.trouble = Some(error),
        }
    }

    /// The audit with this id, as it was last saved, or from memory when that failed.
    pub fn audit(&mut self, id: &str, now: Timestamp) -> Result<Audit, OpenError> {
        if let Some(unsaved) = self.unsaved.get(id) {
            return Ok(unsaved.audit.clone());
        }
        let stored = match self.store.read(&audit_key(id)) {
            Ok(Some(stored)) => stored,
            Ok(None) => return Err(OpenError::Missing),
            Err(error) => return Err(OpenError::Store(error)),
        };
        let head = stored.split('\n').next().unwrap_or_default();
        if from_newer(head) {
            return Err(OpenError::Newer);
        }
        match read_own(&stored, id) {
            Some((label, audit)) => {
                self.seen.insert(id.to_owned(), head.to_owned());
                self.labels.insert(id.to_owned(), label);
                Ok(audit)
            }
            None => {
                self.set_aside(&audit_key(id), now).map_err(OpenError::Store)?;
                Err(OpenError::SetAside)
            }
        }
    }

    /// Saves `audit` and reads it back. When another tab has written meanwhile, its changes are
    /// brought into `audit` first; `edited` are the slots changed here since the last save. Gives
    /// the slots that the other tab changed. When it fails, the audit is kept in memory.
    pub fn save(
        &mut self,
        audit: &mut Audit,
        edited: &BTreeSet<Slot>,
        framework: &Framework,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let edited = self.all_edited(&audit.id, edited);
        let saved = self.try_save(audit, &edited, framework, now);
        match &saved {
            Ok(_) => {
                self.unsaved.remove(&audit.id);
                self.recover(now);
            }
            Err(error) => {
                let mut label = Label::of(audit, framework, String::new());
                label.binned_at = self.binned_at(&audit.id);
                self.labels.insert(audit.id.clone(), label);
                self.keep_in_memory(audit.clone(), edited, error);
            }
        }
        saved
    }

    /// What was changed before a write that failed is still unknown to the other tab.
    fn all_edited(&self, id: &str, edited: &BTreeSet<Slot>) -> BTreeSet<Slot> {
        let earlier = self.unsaved.get(id).map(|unsaved| &unsaved.edited);
        edited.iter().chain(earlier.into_iter().flatten()).cloned().collect()
    }

    fn keep_in_memory(&mut self, audit: Audit, edited: BTreeSet<Slot>, error: &StoreError) {
        self.unsaved.insert(audit.id.clone(), Unsaved { audit, edited });
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
        audit: &mut Audit,
        edited: &BTreeSet<Slot>,
        framework: &Framework,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let changed = self.take_in(audit, edited, now)?;
        let mut label = Label::of(audit, framework, self.next_write());
        label.binned_at = self.binned_at(&audit.id);
        self.put(label, audit, now)?;
        Ok(changed)
    }

    /// Brings what another tab has written into `audit`, without saving. Gives the slots that
    /// changed. When the other tab wrote over something that was saved here, [`Workspace::retry`]
    /// saves it again; [`Workspace::all_saved`] tells.
    pub fn take_in(
        &mut self,
        audit: &mut Audit,
        edited: &BTreeSet<Slot>,
        now: Timestamp,
    ) -> Result<Vec<Slot>, StoreError> {
        let key = audit_key(&audit.id);
        let head = self.store.head(&key)?;
        let Some(head) = head.filter(|head| self.seen.get(&audit.id) != Some(head)) else {
            return Ok(Vec::new());
        };
        if from_newer(&head) {
            let reason = "a newer Cairn has saved this audit; reload this page";
            return Err(StoreError::Failed(reason.to_owned()));
        }
        let stored = self.store.read(&key)?.unwrap_or_default();
        let Some((label, theirs)) = read_own(&stored, &audit.id) else {
            self.set_aside(&key, now)?;
            return Ok(Vec::new());
        };
        self.seen.insert(audit.id.clone(), head);
        self.labels.insert(audit.id.clone(), label);
        let edited = self.all_edited(&audit.id, edited);
        let changed = merge(audit, &theirs, &edited);
        // Two tabs that write in the same instant can pass each other by. With nothing edited here,
        // a difference can only be what the other tab did not know of when it wrote.
        let passed_by = edited.is_empty() && *audit != theirs;
        if passed_by || self.unsaved.contains_key(&audit.id) {
            self.unsaved.insert(audit.id.clone(), Unsaved { audit: audit.clone(), edited });
        }
        Ok(changed)
    }

    /// Writes one audit and reads it back.
    fn put(&mut self, label: Label, audit: &Audit, now: Timestamp) -> Result<(), StoreError> {
        let key = audit_key(&audit.id);
        let (stored, head) = label.stored(audit, now);
        self.make_room_and_write(&key, &stored)?;
        self.labels
            .insert(audit.id.clone(), Label::parse(&head).expect("a label reads its own line"));
        self.seen.insert(audit.id.clone(), head);
        Ok(())
    }

    /// Writes a text, giving up the oldest snapshots where there is no room, and reads it back.
    fn make_room_and_write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut written = self.write_and_check(key, text);
        if written == Err(StoreError::Full) {
            for snapshot in self.snapshot_keys_oldest_first() {
                self.store.remove(&snapshot)?;
                written = self.write_and_check(key, text);
                if written != Err(StoreError::Full) {
                    break;
                }
            }
        }
        written
    }

    fn snapshot_keys_oldest_first(&self) -> Vec<String> {
        let mut keys = self.store.keys().unwrap_or_default();
        keys.retain(|key| key.starts_with(SNAPSHOT));
        keys.sort_by_key(|key| key.rsplit(':').next().map(str::to_owned));
        keys
    }

    fn write_and_check(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.write(key, text)?;
        if self.store.holds(key, text)? { Ok(()) } else { Err(StoreError::NotKept) }
    }

    fn next_write(&mut self) -> String {
        self.writes += 1;
        format!("{}-{}", self.tab, self.writes)
    }

    /// Puts an audit into the bin.
    pub fn put_in_bin(&mut self, id: &str, now: Timestamp) -> Result<(), OpenError> {
        self.relabel(id, Some(now), now)
    }

    /// Takes an audit out of the bin.
    pub fn restore(&mut self, id: &str, now: Timestamp) -> Result<(), OpenError> {
        self.relabel(id, None, now)
    }

    fn relabel(
        &mut self,
        id: &str,
        binned_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), OpenError> {
        if let Some(Unsaved { mut audit, edited }) = self.unsaved.get(id).cloned() {
            self.save(&mut audit, &edited, &built_in(), now).map_err(OpenError::Store)?;
        }
        let audit = self.audit(id, now)?;
        let write = self.next_write();
        let Some(label) = self.labels.get(id).cloned() else { return Err(OpenError::Missing) };
        let put = self.put(Label { write, binned_at, ..label }, &audit, now);
        self.forget_seen(id);
        if let Err(error) = &put {
            // The store may have kept neither the old text nor the new.
            self.keep_in_memory(audit, BTreeSet::new(), error);
        }
        put.map_err(OpenError::Store)
    }

    /// What was just written may be more than the page knows that has the audit open: its next
    /// save has to look.
    fn forget_seen(&mut self, id: &str) {
        self.seen.remove(id);
    }

    /// Takes one audit and its snapshots away for good.
    pub fn delete(&mut self, id: &str) -> Result<(), StoreError> {
        // The snapshots first: while the audit is still listed, a failure can be tried again.
        for snapshot in self.snapshots(id)? {
            self.store.remove(&snapshot.key)?;
        }
        self.store.remove(&audit_key(id))?;
        self.labels.remove(id);
        self.seen.remove(id);
        self.unsaved.remove(id);
        Ok(())
    }

    /// Takes away for good what has been in the bin for more than [`BIN_DAYS`].
    fn empty_bin(&mut self, now: Timestamp) {
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

    /// Keeps a copy of `audit` from before something changes it, and only the newest few.
    pub fn snapshot(
        &mut self,
        audit: &Audit,
        framework: &Framework,
        before: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let write = self.next_write();
        let label = Label { before: Some(before.to_owned()), ..Label::of(audit, framework, write) };
        let (stored, _) = label.stored(audit, now);
        let key = self.free_key(now, |millis| format!("{SNAPSHOT}{}:{millis:015}", audit.id))?;
        self.make_room_and_write(&key, &stored)?;
        for snapshot in self.snapshots(&audit.id)?.into_iter().skip(SNAPSHOTS) {
            self.store.remove(&snapshot.key)?;
        }
        Ok(())
    }

    /// The snapshots of one audit, newest first.
    pub fn snapshots(&self, id: &str) -> Result<Vec<Snapshot>, StoreError> {
        let prefix = format!("{SNAPSHOT}{id}:");
        let mut snapshots = Vec::new();
        for key in self.store.keys()?.into_iter().filter(|key| key.starts_with(&prefix)) {
            let Some(millis) = key[prefix.len()..].parse().ok() else { continue };
            let label = self.store.head(&key)?.and_then(|head| Label::parse(&head));
            let before = label.and_then(|label| label.before).unwrap_or_default();
            snapshots.push(Snapshot { key, taken_at: Timestamp::from_millis(millis), before });
        }
        snapshots.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.taken_at));
        Ok(snapshots)
    }

    /// The audit as it stood in a snapshot; `None` when it cannot be read.
    pub fn read_snapshot(&self, key: &str) -> Result<Option<Audit>, StoreError> {
        let stored = self.store.read(key)?.unwrap_or_default();
        Ok(read_stored(&stored).ok().map(|(_, audit)| audit))
    }

    /// A key with the first millisecond from `now` on under which nothing stands yet.
    fn free_key(&self, now: Timestamp, key: impl Fn(i64) -> String) -> Result<String, StoreError> {
        let mut millis = now.millis();
        while self.store.head(&key(millis))?.is_some() {
            millis += 1;
        }
        Ok(key(millis))
    }

    /// Moves what cannot be read under another key. When even that fails it stays where it is,
    /// and nothing is written over it.
    fn set_aside(&mut self, key: &str, now: Timestamp) -> Result<(), StoreError> {
        let moved = self.try_set_aside(key, now);
        if let Err(error) = &moved {
            self.trouble = Some(error.clone());
        }
        moved
    }

    fn try_set_aside(&mut self, key: &str, now: Timestamp) -> Result<(), StoreError> {
        if let Some(stored) = self.store.read(key)? {
            let rest = key.strip_prefix(PREFIX).unwrap_or(key);
            let aside = self.free_key(now, |millis| format!("{ASIDE}{millis:015}:{rest}"))?;
            self.make_room_and_write(&aside, &stored)?;
            self.store.remove(key)?;
        }
        if let Some(id) = key.strip_prefix(AUDIT) {
            self.labels.remove(id);
            self.seen.remove(id);
        }
        Ok(())
    }

    /// Before a key is written over: what cannot be read there goes aside first.
    fn set_aside_unless(
        &mut self,
        readable: impl Fn(&str) -> bool,
        key: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match self.store.read(key)? {
            Some(text) if !readable(&text) => self.set_aside(key, now),
            _ => Ok(()),
        }
    }

    /// What has been set aside because it could not be read, oldest first.
    pub fn asides(&self) -> Result<Vec<Aside>, StoreError> {
        let mut keys: Vec<String> =
            self.store.keys()?.into_iter().filter(|key| key.starts_with(ASIDE)).collect();
        keys.sort();
        let named = |key: String| {
            let label = self.store.head(&key)?.and_then(|head| Label::parse(&head));
            Ok(Aside { key, name: label.map(|label| label.name) })
        };
        keys.into_iter().map(named).collect()
    }

    /// The text of what was set aside, unpacked where that is possible, to be downloaded.
    pub fn aside_text(&self, key: &str) -> Result<String, StoreError> {
        let stored = self.store.read(key)?.unwrap_or_default();
        Ok(stored_text(&stored).map_or(stored, |(_, text)| text))
    }

    /// Takes away what was set aside; a person has asked for it.
    pub fn drop_aside(&mut self, key: &str) -> Result<(), StoreError> {
        if key.starts_with(ASIDE) { self.store.remove(key) } else { Ok(()) }
    }

    /// The settings of this device; the usual ones when there are none. Unreadable ones are set
    /// aside.
    pub fn settings(&mut self, now: Timestamp) -> Settings {
        match self.store.read(SETTINGS) {
            Ok(None) | Err(_) => Settings::default(),
            Ok(Some(text)) => serde_json::from_str(&text).unwrap_or_else(|_| {
                let _ = self.set_aside(SETTINGS, now);
                Settings::default()
            }),
        }
    }

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let readable = |text: &str| serde_json::from_str::<Settings>(text).is_ok();
        self.set_aside_unless(readable, SETTINGS, Timestamp::default())?;
        let text = serde_json::to_string(settings).expect("settings have only plain fields");
        self.make_room_and_write(SETTINGS, &text)
    }

    /// The wording pack of this device. An unreadable one is set aside.
    pub fn wording(&mut self, now: Timestamp) -> Option<Wording> {
        let text = self.store.read(WORDING).ok()??;
        if let Ok(File::Wording(wording)) = from_text(&text) {
            return Some(wording);
        }
        let _ = self.set_aside(WORDING, now);
        None
    }

    /// Keeps a wording pack, or takes it away.
    pub fn save_wording(
        &mut self,
        wording: Option<&Wording>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let readable = |text: &str| matches!(from_text(text), Ok(File::Wording(_)));
        self.set_aside_unless(readable, WORDING, now)?;
        match wording {
            Some(wording) => self.make_room_and_write(WORDING, &wording_text(wording, now)),
            None => self.store.remove(WORDING),
        }
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
        for (id, Unsaved { mut audit, edited }) in self.unsaved.clone() {
            let saved = self.save(&mut audit, &edited, framework, now);
            self.forget_seen(&id);
            first = first.and(saved.map(drop));
        }
        self.recover(now);
        first.and(self.trouble.clone().map_or(Ok(()), Err))
    }
}

fn from_newer(head: &str) -> bool {
    Label::parse(head).is_some_and(|label| label.from_newer())
}

/// The label and the audit of a stored text, if it holds the audit `id`.
fn read_own(stored: &str, id: &str) -> Option<(Label, Audit)> {
    read_stored(stored).ok().filter(|(label, _)| label.id == id)
}

fn audit_key(id: &str) -> String {
    format!("{AUDIT}{id}")
}
