//! Edits of the open record, whatever its kind: of its fields and of its items.

use leptos::prelude::*;

use crate::form::{Field, List};
use crate::json::limits;
use crate::record::Stamp;
use crate::records::{Entry, Filled, Item, Record, Slot, Value};
use crate::web::io::{clock, new_id};
use crate::web::state::history::{Elsewhere, Step};
use crate::web::state::notices::Reversal;
use crate::web::state::open::OpenRecord;
use crate::words::state::records as say;

/// A slot, and the entry to put into it.
pub type Change = (Slot, Entry);

impl OpenRecord {
    /// Changes a text as it is typed. The rest of the page is told when the text becomes filled or
    /// empty, since it counts what is filled in, and when another person becomes its writer. It is told
    /// every change of a `heading`, which stands elsewhere on the page as well.
    pub(super) fn write_entry(self, slot: Slot, entry: Entry, heading: bool) {
        let is_empty = entry.words().is_empty();
        let by = self.device.stamp().by;
        let (was_empty, was_mine) = self.record.with_untracked(|record| {
            let before = record.entry(&slot).unwrap_or_else(|| slot.empty());
            (before.words().is_empty(), before.stamp().by == by)
        });
        self.type_into(slot, entry);
        if heading || !was_mine || is_empty != was_empty {
            self.record.notify();
        }
        if !was_mine {
            self.rewritten.update(|times| *times += 1);
        }
    }

    /// Called when the person leaves a field: what is typed next is a new step, and lists that show the
    /// words of their items are updated.
    pub fn end_typing(self) {
        let typed = self.history.try_update_value(|history| history.typing.take()).flatten();
        if typed.is_some_and(|slot| slot.is_item()) {
            self.record.notify();
        }
    }

    /// Changes an entry as it is typed, and tells nothing else on the page.
    pub(super) fn type_into(self, slot: Slot, entry: Entry) {
        // A longer text could not be read in again elsewhere, and cutting it silently would lose words.
        if limits::is_too_long(&entry.words()) {
            self.notices.tell_problem(say::TOO_LONG);
            return;
        }
        let stamp = self.device.stamp();
        self.record.update_untracked(|record| {
            let before = record.change(&slot, entry, stamp);
            self.remember_typing(&slot, before);
        });
        self.mark(slot);
    }

    /// Puts a value into a field of the open record, in one step.
    pub fn fill(self, field: &Field, value: impl Into<Value>) {
        let filled = Filled::new(value.into(), Stamp::default());
        self.edit(vec![(Slot::field(field), Entry::Filled(filled))]);
    }

    /// Changes a text in a field of the open record as it is typed. The rest of the page is told when
    /// the field becomes filled or empty, and every change of a name.
    pub fn type_in(self, field: &Field, text: String) {
        let form = self.record.with_untracked(|record| record.form);
        let heading = field == form.name || field == form.organisation;
        let entry = Entry::Filled(Filled::new(text.into(), Stamp::default()));
        self.write_entry(Slot::field(field), entry, heading);
    }

    /// Changes a day or a number in a field of the open record as it is typed or chosen. The page is told
    /// of every change.
    pub fn enter(self, field: &Field, value: impl Into<Value>) {
        let entry = Entry::Filled(Filled::new(value.into(), Stamp::default()));
        self.type_into(Slot::field(field), entry);
        self.record.notify();
    }

    /// Changes a day, a number or a title of an item as it is typed or chosen. The page is told of every
    /// change.
    pub fn enter_item(self, list: &'static List, id: &str, field: &Field, value: impl Into<Value>) {
        self.type_item(list, id, |item| item.set(field, value));
        self.record.notify();
    }

    /// Adds an item to a list, and marks it as `fresh`, so that its card takes the focus. Gives its id.
    pub fn add_item(self, list: &'static List, fill: impl FnOnce(&mut Item)) -> String {
        let mut item = Item::new(new_id(clock::now()));
        fill(&mut item);
        let id = item.id.clone();
        self.edit(vec![(Slot::item(list, &id), Entry::Item(item))]);
        self.fresh.set(Some(id.clone()));
        id
    }

    /// Changes an item in one step.
    pub fn change_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        if let Some(mut item) = self.record.with_untracked(|record| record.item(list, id).cloned())
        {
            change(&mut item);
            self.edit(vec![(Slot::item(list, id), Entry::Item(item))]);
        }
    }

    /// Changes words of an item in one step; fields that hold them show the new ones.
    pub fn rewrite_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        self.change_item(list, id, change);
        self.rewritten.update(|times| *times += 1);
    }

    /// Changes an item as it is typed.
    pub fn type_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        if let Some(mut item) = self.record.with_untracked(|record| record.item(list, id).cloned())
        {
            change(&mut item);
            self.type_into(Slot::item(list, id), Entry::Item(item));
        }
    }

    /// Writes an item while it is typed into the line that adds items. As long as it has no words,
    /// there is no item.
    pub fn begin_item(self, list: &'static List, item: Item, has_words: bool) {
        let there = self.record.with_untracked(|record| record.item(list, &item.id).cloned());
        let slot = Slot::item(list, &item.id);
        let is_there = there.is_some();
        if has_words {
            // Another window may have written more of it meanwhile.
            let mut begun = there.unwrap_or_else(|| Item::new(item.id.clone()));
            for (field, value) in item.fields {
                begun.fields.insert(field, value);
            }
            self.type_into(slot, Entry::Item(begun));
        } else if is_there {
            self.type_into(slot, Entry::Removed(self.device.stamp()));
        }
    }

    /// Called when an item that was begun is added: tells so with `said`, and offers undo.
    pub fn add_begun(self, said: &'static str) {
        self.end_typing();
        self.notices.tell_with_undo(said, Reversal::Edit);
    }

    /// Removes an item, with undo offered.
    pub fn remove_item(self, list: &'static List, id: &str) {
        self.remove(list, vec![(Slot::item(list, id), Entry::Removed(self.device.stamp()))]);
    }

    /// Removes an item of `list` by making these changes, with undo offered.
    pub(super) fn remove(self, list: &'static List, changes: Vec<Change>) {
        self.edit(changes);
        self.notices.tell_with_undo(say::removed(list), Reversal::Edit);
    }

    /// Makes one edit of the open record out of several changes, says so, and offers to undo it. Fields
    /// that hold words of it show the new ones.
    pub fn edit_with_undo(self, changes: Vec<Change>, said: &'static str) {
        self.edit(changes);
        self.rewritten.update(|times| *times += 1);
        self.notices.tell_with_undo(said, Reversal::Edit);
    }

    /// Puts the open record back to how it stood in `earlier`, as one step that can be undone. What
    /// was added since is removed; who wrote what stays as it was.
    pub(super) fn put_back(self, earlier: &Record) {
        let stamp = self.device.stamp();
        let changes = self.record.with_untracked(|record| record.changes_to(earlier, &stamp));
        self.make(Step { slots: changes, along: Some(earlier.along()), elsewhere: None });
        self.rewritten.update(|times| *times += 1);
    }

    /// Makes one edit: puts each entry into its slot, stamped with now and with the person's name.
    pub fn edit(self, changes: Vec<Change>) {
        self.edit_here_and_elsewhere(changes, None);
    }

    /// Makes one edit that may change another record as well. Gives false, and changes nothing, when
    /// the other record cannot be changed.
    pub(super) fn edit_here_and_elsewhere(
        self,
        changes: Vec<(Slot, Entry)>,
        elsewhere: Option<Elsewhere>,
    ) -> bool {
        let by = self.device.stamp().by;
        let slots = changes.into_iter().map(|(slot, entry)| {
            let stamp = Stamp { by: by.clone(), ..entry.stamp().clone() };
            (slot, entry.stamped(stamp))
        });
        self.make(Step { slots: slots.collect(), along: None, elsewhere })
    }
}
