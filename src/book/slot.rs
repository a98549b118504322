//! The changeable parts of a book, each addressable, so that every edit is "put this entry into that
//! slot".

use std::mem::take;

use crate::answers::Ids;
use crate::book::{Book, Filled, Item, Value};
use crate::form::{Field, List};
use crate::order::with_all;
use crate::record::Stamp;
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// The id under which the removal of a survey is remembered.
const SURVEY: &str = "survey";
/// What is counted of it, in a file.
const TALLY: &str = "tally";

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
    pub fn item(list: &List, id: &str) -> Slot {
        Slot::item_named(list.name, id)
    }

    /// An item of the list that has this name.
    pub fn item_named(list: &str, id: &str) -> Slot {
        Slot::Item { list: list.to_owned(), id: id.to_owned() }
    }

    /// A field of the book itself.
    pub fn field(field: &Field) -> Slot {
        Slot::Field(field.name.to_owned())
    }

    /// The id of what the slot belongs to; for what is there once in a book, what it is.
    pub fn id(&self) -> &str {
        match self {
            Slot::Field(id) | Slot::Item { id, .. } => id,
            Slot::Survey => SURVEY,
            Slot::Tally => TALLY,
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
                let item = self.item_named(list, id).cloned().map(Entry::Item);
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
                self.beyond.bring_back(&["data", list, id]);
                put_in_order(self.lists.get_or_default(list), item);
            }
            (Slot::Item { list, id }, Entry::Removed(stamp)) => {
                self.remove_all(vec![(list.clone(), id.clone(), stamp)]);
            }
            (Slot::Survey, Entry::Survey(survey)) => {
                self.removed.remove(SURVEY);
                let before = self.survey.as_ref().map_or("", |before| &before.id);
                self.beyond.replace(&["data", SURVEY], before, &survey.id);
                self.survey = Some(survey);
            }
            (Slot::Survey, Entry::Removed(stamp)) => {
                let before = self.survey.as_ref().map_or("", |before| &before.id);
                self.beyond.replace(&["data", SURVEY], before, "");
                self.survey = None;
                self.removed.insert(SURVEY.to_owned(), stamp);
            }
            // One of no survey stands for none, as when the first import is undone.
            (Slot::Tally, Entry::Tally(tally)) => {
                let before = self.tally.as_ref().map_or("", |before| &before.survey);
                self.beyond.replace(&["data", TALLY], before, &tally.survey);
                self.tally = Some(tally).filter(|tally| !tally.survey.is_empty());
            }
            (slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Puts many entries into their slots, as [`Book::put`] does one; no slot may stand there twice.
    pub fn put_all(&mut self, puts: Vec<(Slot, Entry)>) {
        let (mut items, mut gone) = (Vec::new(), Vec::new());
        for (slot, entry) in puts {
            match (slot, entry) {
                (Slot::Item { list, .. }, Entry::Item(item)) => items.push((list, item)),
                (Slot::Item { list, id }, Entry::Removed(stamp)) => gone.push((list, id, stamp)),
                (slot, entry) => self.put(&slot, entry),
            }
        }
        let there: Ids = items.iter().map(|(list, item)| removal_key(list, &item.id)).collect();
        self.removed.split_off(|key| !there.contains(key));
        for list in self.form.lists {
            let (of_list, others) =
                items.into_iter().partition::<Vec<_>, _>(|(name, _)| name == list.name);
            items = others;
            if of_list.is_empty() {
                continue;
            }
            let new: Vec<Item> = of_list.into_iter().map(|(_, item)| item).collect();
            for item in &new {
                debug_assert!(self.has_fields_of(list.name, item), "no form has all of {item:?}");
                self.beyond.bring_back(&["data", list.name, &item.id]);
            }
            let items = self.lists.get_or_default(list.name);
            *items = with_all(take(items), new, |item| &item.id);
        }
        self.remove_all(gone);
    }

    fn remove_all(&mut self, gone: Vec<(String, String, Stamp)>) {
        if gone.is_empty() {
            return;
        }
        let keys: Ids = gone.iter().map(|(list, id, _)| removal_key(list, id)).collect();
        for list in self.form.lists {
            let mut items = self.lists.remove(list.name).unwrap_or_default();
            items.retain(|item| !keys.contains(&removal_key(list.name, &item.id)));
            // A list that nothing is left of is no list.
            if !items.is_empty() {
                self.lists.insert(list.name.to_owned(), items);
            }
        }
        for (list, id, _) in &gone {
            self.beyond.remove(&["data", list, id]);
        }
        let gone = gone.into_iter().map(|(list, id, stamp)| (removal_key(&list, &id), stamp));
        self.removed = take(&mut self.removed).joined(gone.collect(), |_, _, new| new);
    }

    /// Every slot that was ever filled, in order, with what stands in it; then those of what was removed.
    pub fn entries(&self) -> Vec<(Slot, Entry)> {
        let fields = self
            .answers
            .iter()
            .map(|(field, it)| (Slot::Field(field.clone()), Entry::Filled(it.clone())));
        let mut entries: Vec<_> = fields.collect();
        for (list, items) in &self.lists {
            let items = items.iter().cloned();
            entries.extend(items.map(|it| (Slot::item_named(list, &it.id), Entry::Item(it))));
        }
        entries.extend(self.survey.clone().map(|it| (Slot::Survey, Entry::Survey(it))));
        entries.extend(self.tally.clone().map(|it| (Slot::Tally, Entry::Tally(it))));
        let there = if self.removed.is_empty() { Ids::default() } else { self.things() };
        for (key, stamp) in self.removed.iter().filter(|(key, _)| !there.contains(key)) {
            let slot = match key.split_once('/') {
                Some((list, id)) => Slot::item_named(list, id),
                None => Slot::Survey,
            };
            entries.push((slot, Entry::Removed(stamp.clone())));
        }
        entries
    }

    /// Every slot that something stands in, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let entries = self.entries().into_iter();
        let filled = entries.filter(|(_, entry)| !matches!(entry, Entry::Removed(_)));
        filled.map(|(slot, _)| slot).collect()
    }

    /// What is there under a key by which a removal would be remembered.
    pub(crate) fn things(&self) -> Ids {
        let items = self
            .lists
            .iter()
            .flat_map(|(list, items)| items.iter().map(move |item| removal_key(list, &item.id)));
        items.chain(self.survey.iter().map(|_| SURVEY.to_owned())).collect()
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
