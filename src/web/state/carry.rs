//! What is carried from one record to another: a new item there, and a link at each end.

use std::slice;

use leptos::prelude::*;

use crate::audit::{EVIDENCE, evidence};
use crate::form::{FROM, List, TO};
use crate::person::diary;
use crate::record::{Link, RecordKind};
use crate::records::{Entry, Item, Record, Slot};
use crate::web::io::{clock, new_id};
use crate::web::state::history::Elsewhere;
use crate::web::state::notices::Reversal;
use crate::web::state::open::OpenRecord;
use crate::words;
use crate::words::state::records as say;

impl OpenRecord {
    /// The link that leads to an item of the open record.
    pub fn link_to(self, list: &str, item: &str) -> Link {
        self.record.with_untracked(|record| link_to(record, list, item))
    }

    /// Carries an item of the open record into a list of a book on this device, with undo offered.
    /// `fill` says what the new item holds beside the link back.
    pub fn carry_to_book(
        self,
        (list, item): (&str, &str),
        to: &str,
        to_list: &'static List,
        fill: impl FnOnce(&mut Item, &Link),
    ) {
        self.carry_link_to_book(self.link_to(list, item), to, to_list, fill);
    }

    /// Carries into a list of a book something that the open record speaks of and that is no item of
    /// it, such as one of the ways to contribute; `from` leads to it. Undo is offered.
    pub fn carry_link_to_book(
        self,
        from: Link,
        to: &str,
        to_list: &'static List,
        fill: impl FnOnce(&mut Item, &Link),
    ) {
        let mut carried = Item::new(new_id(clock::now()));
        fill(&mut carried, &from);
        let here = (from.list.clone(), from.item.clone());
        carried.add_link(&FROM, from);
        let slot = Slot::item(to_list, &carried.id);
        let entry = Entry::Item(carried);
        self.carry((&here.0, &here.1), to, slot, entry);
    }

    /// Carries an item of the open record into the evidence of an audit on this device, where it
    /// supports an area, with undo offered.
    pub fn carry_to_evidence(self, (list, item_id): (&str, &str), to: &str, area: &str) {
        let from = self.link_to(list, item_id);
        let day = self.book_untracked(|book| book.item_named(list, item_id)?.date(&diary::DATE));
        let mut item = evidence::new(new_id(clock::now()), &from.text, [area])
            .with(&evidence::PLACE, from.name.as_str())
            .with(&evidence::DATE, day);
        item.add_link(&FROM, from);
        let slot = Slot::item(&EVIDENCE, &item.id);
        self.carry((list, item_id), to, slot, Entry::Item(item));
    }

    /// In one step, puts a new item into another record, and a link to it on the item here that it was
    /// made from. Does nothing when the other record cannot be read.
    fn carry(self, (list, item): (&str, &str), to: &str, slot: Slot, entry: Entry) {
        let Some(mut there) = self.read(to) else { return };
        there.put(&slot, entry.clone());
        let Some(end) = end(&there, &slot) else { return };
        let name = words::record_name(&end.name, end.kind).to_owned();
        let note = self.record.with_untracked(|record| noted(record, list, item, end));
        let far = Elsewhere { record: to.to_owned(), slot, entry, expected: None };
        if self.edit_here_and_elsewhere(note.into_iter().collect(), Some(far)) {
            self.save_now();
            self.notices.tell_with_undo(say::added_to(&name), Reversal::Edit);
        }
    }

    /// Adds an item to a list of the open book, made from the item of another record that `from` leads
    /// to, with undo offered. Gives the new item's id.
    pub fn take_up(
        self,
        from: Link,
        list: &'static List,
        fill: impl FnOnce(&mut Item, &Link),
    ) -> String {
        let mut taken = Item::new(new_id(clock::now()));
        fill(&mut taken, &from);
        taken.add_link(&FROM, from.clone());
        let id = taken.id.clone();
        let (slot, entry) = (Slot::item(list, &id), Entry::Item(taken));
        let end = self.record.with_untracked(|record| {
            let mut record = record.clone();
            record.put(&slot, entry.clone());
            link_to(&record, list.name, &id)
        });
        let far = self.noted_elsewhere(&from, end);
        self.edit_here_and_elsewhere(vec![(slot, entry)], far);
        self.notices.tell_with_undo(say::IN_THE_PLAN, Reversal::Edit);
        id
    }

    /// The change that puts a link to what was made here on the item at `from`. `None` when its record
    /// is not on this device, or its item keeps no such links.
    fn noted_elsewhere(self, from: &Link, end: Link) -> Option<Elsewhere> {
        if !self.library.is_on_this_device(&from.record) || self.is_open(&from.record) {
            return None;
        }
        let there = self.read(&from.record)?;
        let (slot, entry) = noted(&there, &from.list, &from.item, end)?;
        let expected = there.entry(&slot);
        Some(Elsewhere { record: from.record.clone(), slot, entry, expected })
    }

    /// An audit on this device, the open one as it is now; `None` when it is not here or cannot be
    /// read.
    pub fn audit_here(self, id: &str) -> Option<Record> {
        if !self.library.is_on_this_device(id) {
            return None;
        }
        self.read(id).filter(|record| record.kind() == RecordKind::Audit)
    }

    /// Makes a step's change in another record, and saves that. Gives the change that reverses it;
    /// `None`, and nothing is changed, when the record cannot be read or its slot has changed since. If
    /// saving fails, the record is kept in memory, and the person is told.
    pub(super) fn swap_elsewhere(self, elsewhere: Elsewhere) -> Option<Elsewhere> {
        let Elsewhere { record: id, slot, entry, expected } = elsewhere;
        let mut record = self.read(&id)?;
        if record.entry(&slot) != expected {
            return None;
        }
        let before = record.change(&slot, entry, self.device.stamp());
        let now_there = record.entry(&slot);
        let framework = self.device.framework_now();
        let mut saved = Ok(Vec::new());
        self.library.workspace.update_value(|workspace| {
            saved = workspace.save(&mut record, slice::from_ref(&slot), framework, clock::now());
        });
        self.library.refresh();
        if let Err(error) = saved {
            self.not_saved(error);
        }
        Some(Elsewhere { record: id, slot, entry: before, expected: now_there })
    }
}

/// The link that leads to an item of a record; an empty one when there is no such item. For what a
/// person shares, it leads to the person's own record.
fn link_to(record: &Record, list: &str, item: &str) -> Link {
    let found = record.form.list(list).and_then(|list| Some((list, record.item(list, item)?)));
    found.map(|(list, item)| record.link_to(list, item)).unwrap_or_default()
}

/// The link that leads to the item in a slot; `None` for a slot that holds no item.
fn end(record: &Record, slot: &Slot) -> Option<Link> {
    let Slot::Item { list, id } = slot else { return None };
    Some(link_to(record, list.name, id))
}

/// The change that puts the link `to` on an item. `None` when the item keeps no such links, or the
/// record is what another person shares.
fn noted(record: &Record, list: &str, item: &str, to: Link) -> Option<(Slot, Entry)> {
    let list = record.form.list(list)?;
    let keeps = list.fields.contains(&&TO);
    let own = record.shared_from().is_empty();
    let mut changed = record.item(list, item).filter(|_| keeps && own)?.clone();
    changed.add_link(&TO, to);
    Some((Slot::item(list, item), Entry::Item(changed)))
}
