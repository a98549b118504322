//! The changeable parts of a book, each addressable, so that every edit is "put this entry into that
//! slot".

use crate::book::{Book, Filled, Item, Value};
use crate::record::Stamp;
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// The id under which the removal of a survey is remembered.
const SURVEY: &str = "survey";

/// A part of a book that a person can change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A field of the book itself.
    Field(String),
    /// An item of a list.
    Item {
        /// The list.
        list: String,
        /// The item's id.
        id: String,
    },
    /// The survey.
    Survey,
    /// What has been counted of the survey.
    Tally,
}

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// What stands in a field of the book itself.
    Filled(Filled),
    /// An item.
    Item(Item),
    /// A survey.
    Survey(Survey),
    /// What has been counted of it.
    Tally(Tally),
    /// An item or a survey that was removed, when and by whom.
    Removed(Stamp),
}

impl Entry {
    /// When the entry was last changed and by whom.
    pub fn stamp(&self) -> &Stamp {
        match self {
            Entry::Filled(filled) => &filled.changed,
            Entry::Item(item) => &item.changed,
            Entry::Survey(survey) => &survey.changed,
            Entry::Tally(tally) => &tally.changed,
            Entry::Removed(stamp) => stamp,
        }
    }

    /// The same entry, changed at another moment.
    pub fn stamped(mut self, stamp: Stamp) -> Entry {
        match &mut self {
            Entry::Filled(filled) => filled.changed = stamp,
            Entry::Item(item) => item.changed = stamp,
            Entry::Survey(survey) => survey.changed = stamp,
            Entry::Tally(tally) => tally.changed = stamp,
            Entry::Removed(at) => *at = stamp,
        }
        self
    }

    /// Everything that a person typed into the entry, joined; empty when nothing was typed.
    pub fn words(&self) -> String {
        let parts: Vec<&str> = match self {
            Entry::Filled(filled) => filled.value.words(),
            Entry::Item(item) => item.fields.values().flat_map(Value::words).collect(),
            Entry::Survey(survey) => vec![&survey.title],
            Entry::Tally(_) | Entry::Removed(_) => Vec::new(),
        };
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        parts.join("\n")
    }
}

impl Slot {
    /// An item of a list.
    pub fn item(list: &str, id: &str) -> Slot {
        Slot::Item { list: list.to_owned(), id: id.to_owned() }
    }

    /// The id of what the slot belongs to; for what is there once in a book, what it is.
    pub fn id(&self) -> &str {
        match self {
            Slot::Field(id) | Slot::Item { id, .. } => id,
            Slot::Survey => SURVEY,
            Slot::Tally => "tally",
        }
    }

    /// The entry of a slot that nobody has filled.
    pub fn empty(&self) -> Entry {
        match self {
            Slot::Field(_) => Entry::Filled(Filled::new("".into(), Stamp::default())),
            Slot::Tally => Entry::Tally(Tally::default()),
            Slot::Item { .. } | Slot::Survey => Entry::Removed(Stamp::default()),
        }
    }
}

impl Book {
    /// What stands in `slot`; `None` when it was never filled.
    pub fn entry(&self, slot: &Slot) -> Option<Entry> {
        let removal = |key: &str| self.removed.get(key).cloned().map(Entry::Removed);
        match slot {
            Slot::Field(field) => self.answers.get(field).cloned().map(Entry::Filled),
            Slot::Item { list, id } => {
                let item = self.item(list, id).cloned().map(Entry::Item);
                item.or_else(|| removal(&removal_key(list, id)))
            }
            Slot::Survey => self.survey.clone().map(Entry::Survey).or_else(|| removal(SURVEY)),
            Slot::Tally => self.tally.clone().map(Entry::Tally),
        }
    }

    /// Puts `entry` into `slot` exactly as it is, stamp and all. An entry of another kind than the
    /// slot's is ignored: only this crate pairs them.
    pub fn put(&mut self, slot: &Slot, entry: Entry) {
        match (slot, entry) {
            (Slot::Field(field), Entry::Filled(filled)) => {
                self.answers.insert(field.clone(), filled);
            }
            (Slot::Item { list, id }, Entry::Item(item)) => {
                debug_assert!(self.has_fields_of(list, &item), "no form has all of {item:?}");
                self.removed.remove(&removal_key(list, id));
                put_in_order(self.lists.get_or_default(list), item);
            }
            (Slot::Item { list, id }, Entry::Removed(stamp)) => {
                let mut items = self.lists.remove(list).unwrap_or_default();
                items.retain(|item| item.id != *id);
                // A list that nothing is left of is no list.
                if !items.is_empty() {
                    self.lists.insert(list.clone(), items);
                }
                self.removed.insert(removal_key(list, id), stamp);
            }
            (Slot::Survey, Entry::Survey(survey)) => {
                self.removed.remove(SURVEY);
                self.survey = Some(survey);
            }
            (Slot::Survey, Entry::Removed(stamp)) => {
                self.survey = None;
                self.removed.insert(SURVEY.to_owned(), stamp);
            }
            // One of no survey stands for none, as when the first import is undone.
            (Slot::Tally, Entry::Tally(tally)) => {
                self.tally = Some(tally).filter(|tally| !tally.survey.is_empty());
            }
            (slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Every slot that was ever filled, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let fields = self.answers.keys().cloned().map(Slot::Field);
        let items = self
            .lists
            .iter()
            .flat_map(|(list, items)| items.iter().map(move |item| Slot::item(list, &item.id)));
        let survey = self.survey.iter().map(|_| Slot::Survey);
        let tally = self.tally.iter().map(|_| Slot::Tally);
        fields.chain(items).chain(survey).chain(tally).collect()
    }

    /// The slots of what was removed.
    pub fn removal_slots(&self) -> Vec<Slot> {
        let slot = |key: &String| match key.split_once('/') {
            Some((list, id)) => Slot::item(list, id),
            None => Slot::Survey,
        };
        self.removed.keys().map(slot).collect()
    }

    /// True when what was removed under `key` elsewhere is there, so that nobody has removed it last.
    pub fn is_there(&self, key: &str) -> bool {
        match key.split_once('/') {
            Some((list, id)) => self.item(list, id).is_some(),
            None => self.survey.is_some(),
        }
    }
}

fn removal_key(list: &str, id: &str) -> String {
    [list, "/", id].concat()
}

/// Items stand in the order of their ids, which is the order of their making; so an undone removal
/// comes back to its old place.
fn put_in_order(items: &mut Vec<Item>, item: Item) {
    if let Some(place) = items.iter().position(|other| other.id == item.id) {
        items[place] = item;
    } else {
        let place = items.iter().position(|other| other.id > item.id);
        items.insert(place.unwrap_or(items.len()), item);
    }
}
