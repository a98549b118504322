//! The changeable parts of a record of any kind, and what stands in them.

use crate::audit;
use crate::book;
use crate::record::Stamp;

/// A part of a record that a person can change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Of an audit.
    Audit(audit::slot::Slot),
    /// Of a book.
    Book(book::slot::Slot),
}

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// In an audit.
    Audit(audit::slot::Entry),
    /// In a book.
    Book(book::slot::Entry),
}

impl From<audit::slot::Slot> for Slot {
    fn from(slot: audit::slot::Slot) -> Slot {
        Slot::Audit(slot)
    }
}

impl From<audit::slot::Entry> for Entry {
    fn from(entry: audit::slot::Entry) -> Entry {
        Entry::Audit(entry)
    }
}

impl From<book::slot::Slot> for Slot {
    fn from(slot: book::slot::Slot) -> Slot {
        Slot::Book(slot)
    }
}

impl From<book::slot::Entry> for Entry {
    fn from(entry: book::slot::Entry) -> Entry {
        Entry::Book(entry)
    }
}

impl Slot {
    /// The id of what the slot belongs to; for what is there once in a record, what it is.
    pub fn id(&self) -> &str {
        match self {
            Slot::Audit(slot) => slot.id(),
            Slot::Book(slot) => slot.id(),
        }
    }

    /// The entry of a slot that nobody has filled.
    pub fn empty(&self) -> Entry {
        match self {
            Slot::Audit(slot) => Entry::Audit(slot.empty()),
            Slot::Book(slot) => Entry::Book(slot.empty()),
        }
    }

    /// True for a slot of something that is added and removed as a whole.
    pub fn is_item(&self) -> bool {
        self.empty().is_removal()
    }
}

impl Entry {
    /// When the entry was last changed and by whom.
    pub fn stamp(&self) -> &Stamp {
        match self {
            Entry::Audit(entry) => entry.stamp(),
            Entry::Book(entry) => entry.stamp(),
        }
    }

    /// The same entry, changed at another moment.
    pub fn stamped(self, stamp: Stamp) -> Entry {
        match self {
            Entry::Audit(entry) => Entry::Audit(entry.stamped(stamp)),
            Entry::Book(entry) => Entry::Book(entry.stamped(stamp)),
        }
    }

    /// Everything that a person typed into the entry, joined; empty when nothing was typed.
    pub fn words(&self) -> String {
        match self {
            Entry::Audit(entry) => entry.words(),
            Entry::Book(entry) => entry.words(),
        }
    }

    /// True when the entry says that something was removed.
    pub fn is_removal(&self) -> bool {
        match self {
            Entry::Audit(entry) => matches!(entry, audit::slot::Entry::Removed(_)),
            Entry::Book(entry) => matches!(entry, book::slot::Entry::Removed(_)),
        }
    }
}
