//! Finds what would be lost if the device were cleared: all that goes into no file of everything.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::order::in_order;
use crate::organisation::ballot::Ballot;
use crate::workspace::days::DAYS;
use crate::workspace::deleted::SHOWN;
use crate::workspace::label::{Label, stored_text};
use crate::workspace::room::RESERVE;
use crate::workspace::snapshots::SNAPSHOT;
use crate::workspace::{
    PREFIX, SETTINGS, SHEETS, Store, StoreError, Stored, VOTES, WORDING, Workspace, record_of,
};

/// What is kept on this device and goes into no file of everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// The records in the bin, by their ids.
    pub bin: Vec<String>,
    /// Snapshots of records, by their keys: in the first list the newest of each record, in the second
    /// the second newest of each, and so on. So no list has two copies of one record.
    pub copies: Vec<Vec<String>>,
    /// The keys of what this Cairn cannot read: what was damaged and set aside, what a newer Cairn has
    /// written, and whatever else stands under Cairn's prefix.
    pub unread: Vec<String>,
    /// Paper sheets that are being typed in, by their keys.
    pub sheets: Vec<String>,
    /// Votes that are under way on this device, by their keys.
    pub votes: Vec<String>,
}

impl LeftOut {
    /// The number of copies in all.
    pub fn copies(&self) -> usize {
        self.copies.iter().map(Vec::len).sum()
    }

    /// True when a file of everything has everything.
    pub fn is_nothing(&self) -> bool {
        *self == LeftOut::default()
    }
}

impl<S: Store> Workspace<S> {
    /// True for a ballot without a vote under way: it has nothing but how many had voted in the results
    /// that were shown.
    fn is_vote_over(&self, key: &str) -> Result<bool, StoreError> {
        let text = self.store.read(key)?.and_then(Stored::text);
        let session = key.strip_prefix(VOTES).unwrap_or_default();
        let ballot = text.and_then(|text| Ballot::of_stored(&text, session));
        Ok(ballot.is_some_and(|ballot| ballot.cast_so_far().is_none()))
    }

    /// What a file of everything would leave out. Every key of Cairn's is in that file or named here,
    /// except those that hold nothing of a person: the days counted for the bin, the room in reserve,
    /// and how many had voted or answered when a result was shown.
    pub fn left_out(&self) -> Result<LeftOut, StoreError> {
        let mut left = LeftOut::default();
        let mut copied = Vec::new();
        for key in self.own_keys()? {
            let label = record_of(&key).and_then(|(kind, id)| {
                let label = self.labels.get(id).filter(|label| label.kind == kind)?;
                (!label.from_newer()).then_some(label)
            });
            match label {
                Some(Label { id, binned_at: Some(_), .. }) => left.bin.push(id.clone()),
                Some(_) => {}
                None if [SETTINGS, WORDING, DAYS, RESERVE, SHOWN].contains(&key.as_str()) => {}
                None if key.starts_with(VOTES) => {
                    if !self.is_vote_over(&key)? {
                        left.votes.push(key);
                    }
                }
                None if key.starts_with(SHEETS) => left.sheets.push(key),
                None => match key.strip_prefix(SNAPSHOT).and_then(|rest| rest.rsplit_once(':')) {
                    Some((id, _)) if self.is_readable_copy(&key)? => copied.push(id.to_owned()),
                    _ => left.unread.push(key),
                },
            }
        }
        copied.dedup();
        for id in copied {
            let mut generation = 0;
            for snapshot in self.snapshots(&id)? {
                if self.is_readable_copy(&snapshot.key)? {
                    if left.copies.len() == generation {
                        left.copies.push(Vec::new());
                    }
                    left.copies[generation].push(snapshot.key);
                    generation += 1;
                }
            }
        }
        Ok(left)
    }

    /// True for a snapshot that this Cairn can read. Only its first line is looked at: there can be
    /// many snapshots, and they can be long.
    fn is_readable_copy(&self, key: &str) -> Result<bool, StoreError> {
        let label = self.store.head(key)?.and_then(|head| Label::kept_in::<S>(&head));
        Ok(label.is_some_and(|label| !label.from_newer()))
    }

    /// The first line and the unpacked text under a key that this Cairn cannot read; `None` when it
    /// cannot be unpacked, and is best taken as it stands.
    pub fn unpacked(&self, key: &str) -> Result<Option<String>, StoreError> {
        let Some(Stored::Text(stored)) = self.store.read(key)? else { return Ok(None) };
        let text = stored_text(&stored).ok().map(|(_, text)| text);
        let head = stored.split('\n').next().unwrap_or_default();
        Ok(text.map(|text| [head, "\n", &text].concat()))
    }

    /// A number that changes when anything of Cairn's on this device changes. The settings are left
    /// out, because they hold the day of the last backup.
    pub fn mark(&self) -> Result<u64, StoreError> {
        let mut hasher = DefaultHasher::new();
        for key in self.own_keys()?.into_iter().filter(|key| key != SETTINGS) {
            self.store.read(&key)?.hash(&mut hasher);
            key.hash(&mut hasher);
        }
        self.unsaved.len().hash(&mut hasher);
        Ok(hasher.finish())
    }

    /// Every key of Cairn's, in order.
    fn own_keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.store.keys()?;
        keys.retain(|key| key.starts_with(PREFIX));
        Ok(in_order(keys, |one, other| one < other))
    }
}
