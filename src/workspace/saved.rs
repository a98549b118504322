//! What a tab remembers of what was saved, and of what could not be saved.

use crate::record::EarlierWords;
use crate::records::{Entry, Record, Slot};
use crate::survey::lot::Lot;
use crate::workspace::label::Label;
use crate::workspace::writes::Bearers;

/// A record with changes that the store does not have.
#[derive(Clone)]
pub(super) struct Unsaved {
    pub(super) record: Record,
    /// The slots changed since the last write that succeeded.
    pub(super) edited: Vec<Slot>,
}

/// What was saved, here or in another tab while the record was open here.
pub(super) struct Saved {
    pub(super) what: What,
    pub(super) bearers: Bearers,
}

pub(super) enum What {
    /// What stood in a slot.
    InSlot(Slot, Box<Entry>),
    /// Words in the record's history.
    Words(EarlierWords),
    /// A lot of responses that were counted, here or in another tab. Lots are remembered one by one,
    /// because two sums cannot be taken apart.
    Counted(Lot),
}

impl Saved {
    pub(super) fn slot(&self) -> Option<&Slot> {
        match &self.what {
            What::InSlot(slot, _) => Some(slot),
            What::Words(_) | What::Counted(_) => None,
        }
    }
}

/// The name of the write that last put another record in the place of this one; empty without one.
pub(super) fn placed(label: &Label) -> &str {
    label.write.split_once('/').map_or("", |(_, placed)| placed)
}
