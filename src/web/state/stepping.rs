//! Makes edits of the open record, undoes them and makes them again.

use leptos::prelude::*;

use crate::record::Stamp;
use crate::records::{Entry, Record, Slot};
use crate::web::io::clock;
use crate::web::state::history::{History, Step};
use crate::web::state::notices::Reversal;
use crate::web::state::open::OpenRecord;
use crate::words;
use crate::words::state::records as say;

/// How many records keep their steps while another one is open, at most.
const RECORDS: usize = 3;

impl OpenRecord {
    pub(super) fn remember_typing(self, slot: &Slot, before: Entry) {
        self.history.update_value(|history| {
            if history.typing.as_ref() != Some(slot) {
                history.typing = Some(slot.clone());
                history.remember(Step { slots: vec![(slot.clone(), before)], ..Step::default() });
            }
        });
        self.show_undoable();
    }

    /// Makes an edit: puts its entries in place and remembers what stood there. Gives false, and
    /// changes nothing, when another record that the edit concerns cannot be changed.
    pub(super) fn make(self, step: Step) -> bool {
        let Some(step) = self.swap(step) else { return false };
        self.history.update_value(|history| {
            history.typing = None;
            history.remember(step);
        });
        self.show_undoable();
        true
    }

    /// Puts the entries of a step in place, each stamped with now and with the name that it carries.
    /// Gives what stood there before; `None`, and nothing is changed, when another record that the step
    /// concerns cannot be changed.
    fn swap(self, step: Step) -> Option<Step> {
        let at = clock::now();
        let mut before = Step::default();
        if let Some(elsewhere) = step.elsewhere {
            before.elsewhere = Some(self.swap_elsewhere(elsewhere)?);
        }
        self.record.update(|record| {
            for (slot, entry) in step.slots {
                let by = entry.stamp().by.clone();
                let stood = record.change(&slot, entry, Stamp { at, by });
                before.slots.push((slot, stood));
            }
            before.along = step.along.map(|along| record.swap_along(along));
        });
        for (slot, _) in &before.slots {
            self.mark(slot.clone());
        }
        if before.along.is_some() {
            // What goes along is no slot. The slot of the name is marked in its stead: for any marked
            // slot the whole record is saved.
            self.mark(self.record.with_untracked(Record::name_slot));
            let id = self.id();
            self.library.workspace.update_value(|workspace| workspace.put_in_place(&id));
        }
        Some(before)
    }

    /// Undoes the last edit.
    pub fn undo(self) {
        self.take_in();
        let step = self.history.try_update_value(|history| {
            history.typing = None;
            history.back.pop()
        });
        if let Some(reverse) = self.step(step.flatten(), true) {
            self.history.update_value(|history| history.forward.push(reverse));
            self.show_undoable();
        }
    }

    /// Makes the last undone edit again.
    pub fn redo(self) {
        self.take_in();
        let step = self.history.try_update_value(|history| history.forward.pop());
        if let Some(reverse) = self.step(step.flatten(), false) {
            self.history.update_value(|history| history.back.push(reverse));
            self.show_undoable();
        }
    }

    /// Puts the entries of a step back into their slots, and tells that the edit is undone or done
    /// again. Gives the step that reverses this one; `None`, and tells why, when nothing can be
    /// changed.
    fn step(self, step: Option<Step>, is_undo: bool) -> Option<Step> {
        let mut step = step?;
        let still = self.record.with_untracked(|record| {
            for (slot, entry) in &mut step.slots {
                *entry = record.stepped(slot, entry.clone());
            }
            let stands = |(slot, entry): &(Slot, Entry)| record.entry(slot).as_ref() == Some(entry);
            !step.slots.is_empty() && step.slots.iter().all(stands)
        });
        if still && step.along.is_none() && step.elsewhere.is_none() {
            self.show_undoable();
            self.notices.tell(say::STAYS);
            return None;
        }
        let Some(reverse) = self.swap(step) else {
            self.show_undoable();
            self.notices.tell(say::CHANGED_ELSEWHERE);
            return None;
        };
        self.rewritten.update(|times| *times += 1);
        self.notices.notice.set(None);
        self.notices.tell(match (&reverse.along, &reverse.elsewhere, reverse.slots.first()) {
            (None, None, Some((slot, _))) => {
                let what = words::slot(slot, self.kind(), self.device.framework_now());
                if is_undo { say::undone(&what) } else { say::done_again(&what) }
            }
            (None, Some(_), _) if is_undo => say::UNDONE_IN_BOTH.to_owned(),
            (None, Some(_), _) => say::DONE_AGAIN_IN_BOTH.to_owned(),
            _ if is_undo => say::VERSION_BACK.to_owned(),
            _ => say::VERSION_AGAIN.to_owned(),
        });
        Some(reverse)
    }

    /// Opens a record instead of the one that is open, and keeps the steps of that one. If the new
    /// record was open before, its steps come back, except those for slots that have changed since.
    pub(super) fn open_in_place(self, record: Record) {
        self.notices.forget_if(|undo| *undo == Some(Reversal::Edit));
        let mut history = History::default();
        self.left.update_value(|left| {
            let before = self.history.try_update_value(std::mem::take).unwrap_or_default();
            self.record.with_untracked(|open| {
                left.retain(|(kept, _)| kept.id != open.id);
                if !before.is_empty() {
                    left.push((open.clone(), before));
                }
            });
            if let Some(place) = left.iter().position(|(kept, _)| kept.id == record.id) {
                let (kept, steps) = left.remove(place);
                history = steps;
                history.typing = None;
                let changed = kept.slots_that_differ(&record);
                if !changed.is_empty() {
                    history.forget(&changed);
                }
            }
            if left.len() > RECORDS {
                left.remove(0);
            }
        });
        // Unsaved changes of the other record are kept in memory by the workspace.
        self.edited.update_value(Vec::clear);
        self.record.set(record);
        self.history.set_value(history);
        self.show_undoable();
    }

    /// Forgets a record that was deleted for good.
    pub(super) fn forget(self, id: &str) {
        if self.is_open(id) {
            self.close();
        } else {
            self.left.update_value(|left| left.retain(|(kept, _)| kept.id != id));
        }
    }

    /// Closes the open record, and forgets the steps of all records.
    pub(super) fn close(self) {
        self.left.update_value(Vec::clear);
        self.history.set_value(History::default());
        self.notices.forget_if(|undo| *undo == Some(Reversal::Edit));
        self.record.set(Record::NOTHING);
        self.show_undoable();
    }

    /// Forgets the steps back and forward for these slots: another tab has changed them, or they must
    /// not be undone.
    pub(super) fn forget_steps(self, changed: &[Slot]) {
        self.notices.forget_if(|undo| !matches!(undo, None | Some(Reversal::Unbin(_))));
        self.history.update_value(|history| history.forget(changed));
        self.show_undoable();
    }

    fn show_undoable(self) {
        let undoable = self
            .history
            .with_value(|history| (!history.back.is_empty(), !history.forward.is_empty()));
        if self.undoable.get_untracked() != undoable {
            self.undoable.set(undoable);
        }
    }
}
