//! Steps back and forward of the open record: an edit is made, taken back and made again.

use leptos::prelude::*;

use crate::record::Stamp;
use crate::records::{Entry, Record, Slot};
use crate::web::io::clock;
use crate::web::state::history::{History, Step};
use crate::web::state::notices::Reversal;
use crate::web::state::open::OpenRecord;
use crate::words;
use crate::words::state::records as say;

/// The most records of which the steps are remembered while others are open.
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

    /// Makes an edit: puts what it holds in place and remembers what stood there. False where it
    /// cannot be made, because of what it holds for another record; nothing is changed then.
    pub(super) fn make(self, step: Step) -> bool {
        let Some(step) = self.swap(step) else { return false };
        self.history.update_value(|history| {
            history.typing = None;
            history.remember(step);
        });
        self.show_undoable();
        true
    }

    /// Puts what a step holds in place, changed now by whom it says. Gives what stood there before;
    /// `None`, and nothing is changed, where another record does not take what is for it.
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
            // It is no slot; a slot that is marked has all of the record saved.
            self.mark(self.record.with_untracked(Record::name_slot));
            let id = self.id();
            self.library.workspace.update_value(|workspace| workspace.put_in_place(&id));
        }
        Some(before)
    }

    /// Takes the last edit back.
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

    /// Makes the last edit that was taken back again.
    pub fn redo(self) {
        self.take_in();
        let step = self.history.try_update_value(|history| history.forward.pop());
        if let Some(reverse) = self.step(step.flatten(), false) {
            self.history.update_value(|history| history.back.push(reverse));
            self.show_undoable();
        }
    }

    /// Puts what stood in the slots of a step back there, and says that it is undone, or done again.
    /// Gives the step that reverses this one.
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

    /// Opens a record in place of the one that is open. The steps of that one are kept, and those of
    /// this one go on where it was left, but for what has been changed in it since.
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
        // What could not be saved of the other one is kept in memory.
        self.edited.update_value(Vec::clear);
        self.record.set(record);
        self.history.set_value(history);
        self.show_undoable();
    }

    /// Keeps nothing in memory of a record that was deleted for good.
    pub(super) fn forget(self, id: &str) {
        if self.is_open(id) {
            self.close();
        } else {
            self.left.update_value(|left| left.retain(|(kept, _)| kept.id != id));
        }
    }

    /// Opens nothing in place of the record that is open, and forgets every step.
    pub(super) fn close(self) {
        self.left.update_value(Vec::clear);
        self.history.set_value(History::default());
        self.notices.forget_if(|undo| *undo == Some(Reversal::Edit));
        self.record.set(Record::NOTHING);
        self.show_undoable();
    }

    /// Another tab has changed these slots: no step back or forward may take its words away.
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
