//! Steps back and forward: what each edit of the open record changed, so that it can be undone and
//! done again.

use crate::records::{Along, Entry, Slot};

/// One step back: what an edit touched, with what stood there before.
#[derive(Default)]
pub(super) struct Step {
    pub(super) slots: Vec<(Slot, Entry)>,
    /// The parts of the record that are no slots, as they were; only where the edit put another state
    /// of the whole record in its place.
    pub(super) along: Option<Along>,
    /// What the edit changed in another record, at the far end of a link.
    pub(super) elsewhere: Option<Elsewhere>,
}

/// What a step puts into a record that is not the open one.
pub(super) struct Elsewhere {
    pub(super) record: String,
    pub(super) slot: Slot,
    pub(super) entry: Entry,
    /// What has to stand in the slot, `None` for nothing. Where something else stands, somebody has
    /// changed it since, and the step is not made.
    pub(super) expected: Option<Entry>,
}

/// The steps back and forward of a record. They last while it is open, and a while longer for the few
/// records that were open last.
#[derive(Default)]
pub(super) struct History {
    pub(super) back: Vec<Step>,
    pub(super) forward: Vec<Step>,
    /// The slot that is being typed into: its keystrokes are one step.
    pub(super) typing: Option<Slot>,
}

/// The most steps that are remembered.
const STEPS: usize = 200;

impl History {
    pub(super) fn is_empty(&self) -> bool {
        self.back.is_empty() && self.forward.is_empty()
    }

    pub(super) fn remember(&mut self, step: Step) {
        self.forward.clear();
        self.back.push(step);
        if self.back.len() > STEPS {
            self.back.remove(0);
        }
    }

    pub(super) fn forget(&mut self, changed: &[Slot]) {
        self.typing.take_if(|slot| changed.contains(slot));
        for steps in [&mut self.back, &mut self.forward] {
            for step in steps.iter_mut() {
                let slots = step.slots.len();
                step.slots.retain(|(slot, _)| !changed.contains(slot));
                step.along = None;
                // An edit is undone at both ends of a link, or at none.
                if step.slots.len() < slots && step.elsewhere.take().is_some() {
                    step.slots.clear();
                }
            }
            steps.retain(|step| !step.slots.is_empty() || step.elsewhere.is_some());
        }
    }
}
