//! The changeable parts of a record, each addressable, so that every edit is "put this entry into that
//! slot": undo puts back the entry that stood there, and merging compares slot by slot.

use std::mem::take;

use crate::by_id::{ById, Ids};
use crate::form::{Field, Layout, List};
use crate::order::with_all;
use crate::record::Stamp;
use crate::records::{Filled, Item, Record, Value};
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// The name of the survey in a file, and the key under which its removal is remembered.
const SURVEY: &str = "survey";
/// The name of the tally in a file.
const TALLY: &str = "tally";

/// A part of a record that a person can change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A field of the record itself, by its name.
    Field(String),
    /// An item of a list.
    Item {
        /// The list.
        list: &'static List,
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
    /// What stands in a field of the record itself.
    Filled(Filled),
    /// An item.
    Item(Item),
    /// A survey.
    Survey(Survey),
    /// What has been counted of the survey.
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

    /// The entry with another stamp.
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

    /// Everything that a person typed into the entry, joined by line breaks; empty when nothing was
    /// typed. What people said in a survey is left out: it must not turn up where words that lost are
    /// kept.
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

    /// True when the entry says that something was removed.
    pub fn is_removal(&self) -> bool {
        matches!(self, Entry::Removed(_))
    }
}

impl Slot {
    /// The slot of an item of a list.
    pub fn item(list: &'static List, id: &str) -> Slot {
        Slot::Item { list, id: id.to_owned() }
    }

    /// The slot of a field of the record itself.
    pub fn field(field: &Field) -> Slot {
        Slot::Field(field.name.to_owned())
    }

    /// The id of the item, or the name of the field; for the other slots `survey` or `tally`.
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
            Slot::Item { list, id } if list.by_id => Entry::Item(Item::new(id.clone())),
            Slot::Tally => Entry::Tally(Tally::default()),
            Slot::Item { .. } | Slot::Survey => Entry::Removed(Stamp::default()),
        }
    }

    /// True for a slot of something that is added and removed as a whole: the survey, or an item of a
    /// list that is not by id.
    pub fn is_item(&self) -> bool {
        self.empty().is_removal()
    }
}

impl Record {
    /// What stands in `slot`; `None` when it was never filled.
    pub fn entry(&self, slot: &Slot) -> Option<Entry> {
        let removal = |key: &str| self.removed.get(key).cloned().map(Entry::Removed);
        match slot {
            Slot::Field(field) => self.answers.get(field).cloned().map(Entry::Filled),
            Slot::Item { list, id } => {
                let item = self.item(list, id).cloned().map(Entry::Item);
                item.or_else(|| removal(&self.form.removal_key(list, id)).filter(|_| !list.by_id))
            }
            Slot::Survey => self.survey.clone().map(Entry::Survey).or_else(|| removal(SURVEY)),
            Slot::Tally => self.tally.clone().map(Entry::Tally),
        }
    }

    /// Puts `entry` into `slot` exactly as it is, with its stamp. An entry of another kind than the
    /// slot's is ignored, and stops a debug build: only this crate pairs them.
    pub fn put(&mut self, slot: &Slot, entry: Entry) {
        match (slot, entry) {
            (Slot::Field(field), Entry::Filled(filled)) => {
                self.answers.insert(field.clone(), filled);
            }
            (Slot::Item { list, id }, Entry::Item(item)) => {
                debug_assert!(self.has_fields_of(list, &item), "no form has all of {item:?}");
                self.brought_back(list, id);
                put_in_order(self.lists.get_or_default(list.name), item);
            }
            (Slot::Item { list, id }, Entry::Removed(stamp)) if !list.by_id => {
                self.remove_all(vec![(*list, id.clone(), stamp)]);
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
            // A tally of no survey stands for no tally, as when the first import is undone.
            (Slot::Tally, Entry::Tally(tally)) => {
                let before = self.tally.as_ref().map_or("", |before| &before.survey);
                self.beyond.replace(&["data", TALLY], before, &tally.survey);
                self.tally = Some(tally).filter(|tally| !tally.survey.is_empty());
            }
            (slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Puts many entries into their slots, as [`Record::put`] does with one. No slot may come twice.
    pub fn put_all(&mut self, puts: Vec<(Slot, Entry)>) {
        let (mut items, mut gone) = (Vec::new(), Vec::new());
        for (slot, entry) in puts {
            match (slot, entry) {
                (Slot::Item { list, .. }, Entry::Item(item)) => items.push((list, item)),
                (Slot::Item { list, id }, Entry::Removed(stamp)) => gone.push((list, id, stamp)),
                (slot, entry) => self.put(&slot, entry),
            }
        }
        let form = self.form;
        let can_go = items.iter().filter(|(list, _)| !list.by_id);
        let there: Ids = can_go.map(|(list, item)| form.removal_key(list, &item.id)).collect();
        self.removed.split_off(|key| !there.contains(key));
        for list in form.lists {
            let (of_list, others) =
                items.into_iter().partition::<Vec<_>, _>(|(other, _)| other == list);
            items = others;
            if of_list.is_empty() {
                continue;
            }
            let new: Vec<Item> = of_list.into_iter().map(|(_, item)| item).collect();
            for item in &new {
                debug_assert!(self.has_fields_of(list, item), "no form has all of {item:?}");
                self.beyond.bring_back(&["data", list.name, &item.id]);
            }
            let items = self.lists.get_or_default(list.name);
            *items = with_all(take(items), new, |item| &item.id);
        }
        self.remove_all(gone);
    }

    /// Forgets that an item was removed, and brings back what a later Cairn had written of it.
    fn brought_back(&mut self, list: &List, id: &str) {
        if !list.by_id {
            self.removed.remove(&self.form.removal_key(list, id));
            self.beyond.bring_back(&["data", list.name, id]);
        }
    }

    fn remove_all(&mut self, gone: Vec<(&'static List, String, Stamp)>) {
        for list in self.form.lists {
            let ids: Ids = gone
                .iter()
                .filter(|(other, ..)| other == list)
                .map(|(_, id, _)| id.clone())
                .collect();
            if ids.is_empty() {
                continue;
            }
            let mut items = self.lists.remove(list.name).unwrap_or_default();
            items.retain(|item| !ids.contains(&item.id));
            // An empty list is not kept.
            if !items.is_empty() {
                self.lists.insert(list.name.to_owned(), items);
            }
        }
        for (list, id, _) in &gone {
            self.beyond.remove(&["data", list.name, id]);
        }
        let form = self.form;
        let gone = gone.into_iter().map(|(list, id, stamp)| (form.removal_key(list, &id), stamp));
        let gone: ById<Stamp> = gone.collect();
        if !gone.is_empty() {
            self.removed = take(&mut self.removed).joined(gone, |_, _, new| new);
        }
    }

    /// Every slot that was ever filled, in order, with what stands in it; after these the slots of what
    /// was removed. An audit remembers the removal of an item by its id alone, so there every list that
    /// can have had the item gives a slot.
    pub fn entries(&self) -> Vec<(Slot, Entry)> {
        let fields = self
            .answers
            .iter()
            .map(|(field, it)| (Slot::Field(field.clone()), Entry::Filled(it.clone())));
        let mut entries: Vec<_> = fields.collect();
        for (list, item) in self.all_items() {
            entries.push((Slot::item(list, &item.id), Entry::Item(item.clone())));
        }
        entries.extend(self.survey.clone().map(|it| (Slot::Survey, Entry::Survey(it))));
        entries.extend(self.tally.clone().map(|it| (Slot::Tally, Entry::Tally(it))));
        let removals = self.removals();
        entries.extend(removals.into_iter().map(|(slot, stamp)| (slot, Entry::Removed(stamp))));
        entries
    }

    /// Every slot that something stands in, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let filled = self.entries().into_iter().filter(|(_, entry)| !entry.is_removal());
        filled.map(|(slot, _)| slot).collect()
    }

    /// The slots of what was removed and has not come back, each with the stamp of the removal.
    fn removals(&self) -> Vec<(Slot, Stamp)> {
        let mut removals = Vec::new();
        if self.removed.is_empty() {
            return removals;
        }
        let lists = || self.form.lists.iter().filter(|list| !list.by_id);
        let there: Vec<Ids> = lists()
            .map(|list| self.items(list).iter().map(|item| item.id.clone()).collect())
            .collect();
        for (key, stamp) in &self.removed {
            if key == SURVEY {
                if self.survey.is_none() {
                    removals.push((Slot::Survey, stamp.clone()));
                }
                continue;
            }
            for (list, there) in lists().zip(&there) {
                let id = match self.form.layout {
                    Layout::SideBySide { .. } => Some(key.as_str()),
                    Layout::Gathered => {
                        key.strip_prefix(list.name).and_then(|rest| rest.strip_prefix('/'))
                    }
                };
                if let Some(id) = id.filter(|id| !there.contains(id)) {
                    removals.push((Slot::item(list, id), stamp.clone()));
                }
            }
        }
        removals
    }

    /// The keys under which the removal of what stands in the record would be remembered.
    pub(crate) fn things(&self) -> Ids {
        let items = self.all_items().filter(|(list, _)| !list.by_id);
        let items = items.map(|(list, item)| self.form.removal_key(list, &item.id));
        items.chain(self.survey.iter().map(|_| SURVEY.to_owned())).collect()
    }

    /// The places in the file of things that were removed and have not come back. An item that is
    /// remembered by its id alone has a place in each list.
    pub(super) fn places_of_removed(&self) -> Vec<[String; 3]> {
        let there = self.things();
        let gone = self.removed.keys().filter(|key| !there.contains(key) && *key != SURVEY);
        let place = |list: &str, id: &str| ["data".to_owned(), list.to_owned(), id.to_owned()];
        let places = gone.flat_map(|key| match key.split_once('/') {
            // The list can be one that only a later Cairn knows.
            Some((list, id)) => vec![place(list, id)],
            None => {
                let lists = self.form.lists.iter().filter(|list| !list.by_id);
                lists.map(|list| place(list.name, key)).collect()
            }
        });
        places.collect()
    }
}

/// Puts an item in its place, or in place of the one with its id. Items stand in the order of their
/// ids, which is the order in which they were made, so an item comes back to its old place when its
/// removal is undone. The items are looked at one by one, so the list may be in another order.
fn put_in_order(items: &mut Vec<Item>, item: Item) {
    if let Some(place) = items.iter().position(|other| other.id == item.id) {
        items[place] = item;
    } else {
        let place = items.iter().position(|other| other.id > item.id);
        items.insert(place.unwrap_or(items.len()), item);
    }
}
