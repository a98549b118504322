//! The changeable parts of a record of any kind, and what stands in them.

use crate::audit;
use crate::book;
use crate::organisation::session;
use crate::record::Stamp;
use crate::survey::Survey;
use crate::survey::tally::Tally;

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

    /// Where in the file of a record that stands which the slot is of, if it can be removed.
    pub(crate) fn path(&self) -> Option<[&str; 3]> {
        let (list, id) = match self {
            Slot::Audit(slot) => (slot.list(), slot.id()),
            Slot::Book(book::slot::Slot::Item { list, id }) => (list.as_str(), id.as_str()),
            Slot::Book(_) => return None,
        };
        (!list.is_empty()).then_some(["data", list, id])
    }

    /// The entry of a slot that nobody has filled.
    pub fn empty(&self) -> Entry {
        match self {
            Slot::Audit(slot) => Entry::Audit(slot.empty()),
            Slot::Book(slot) => Entry::Book(slot.empty()),
        }
    }

    /// True for the slot of a survey.
    pub(super) fn is_survey(&self) -> bool {
        matches!(
            self,
            Slot::Audit(audit::slot::Slot::Survey) | Slot::Book(book::slot::Slot::Survey)
        )
    }

    /// True for the slot of what has been counted of a survey.
    pub fn is_tally(&self) -> bool {
        matches!(self, Slot::Audit(audit::slot::Slot::Tally) | Slot::Book(book::slot::Slot::Tally))
    }

    /// True for a slot of something that is added and removed as a whole.
    pub fn is_item(&self) -> bool {
        self.empty().is_removal()
    }
}

impl Entry {
    /// The survey, if that is what stands in the slot.
    pub(super) fn survey(&self) -> Option<&Survey> {
        match self {
            Entry::Audit(audit::slot::Entry::Survey(survey))
            | Entry::Book(book::slot::Entry::Survey(survey)) => Some(survey),
            _ => None,
        }
    }

    /// What has been counted of a survey, if that is what stands in the slot.
    pub(super) fn tally(&self) -> Option<&Tally> {
        match self {
            Entry::Audit(audit::slot::Entry::Tally(tally))
            | Entry::Book(book::slot::Entry::Tally(tally)) => Some(tally),
            _ => None,
        }
    }

    /// The entry with at least the threshold of another state of the same survey, and with all that was
    /// known of results of votes that were shown; any other as it is.
    pub(crate) fn promising(self, other: &Entry) -> Entry {
        use {audit::slot::Entry as OfAudit, book::slot::Entry as OfBook};
        match (self, other) {
            (Entry::Book(OfBook::Item(mut item)), Entry::Book(OfBook::Item(other))) => {
                session::add_results(&mut item, other);
                OfBook::Item(item).into()
            }
            (Entry::Audit(OfAudit::Survey(survey)), Entry::Audit(OfAudit::Survey(other)))
                if survey.id == other.id =>
            {
                OfAudit::Survey(survey.promising(other)).into()
            }
            (Entry::Book(OfBook::Survey(survey)), Entry::Book(OfBook::Survey(other)))
                if survey.id == other.id =>
            {
                OfBook::Survey(survey.promising(other)).into()
            }
            (entry, _) => entry,
        }
    }

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
