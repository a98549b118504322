//! One record of any kind. Who keeps records, brings two copies together or undoes an edit works on
//! these; who asks or answers works on the record itself.
//!
//! Every part that a person can change is a slot ([`Slot`]), whatever the kind. A record has only the
//! slots of its own kind.

mod slot;

use crate::answers::Answers;
use crate::audit::{self, Audit, EarlierWords};
use crate::book::{self, Book};
use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::record::{RecordKind, Stamp};
pub use crate::records::slot::{Entry, Slot};
use crate::survey::tally::Tally;
use crate::survey::{Asked, Collected, Survey};

/// A record: what is stored, exported and imported as a unit.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An audit.
    Audit(Box<Audit>),
    /// A book: a team's, a person's or an organisation's.
    Book(Box<Book>),
}

/// What goes along with a record as a whole and is no slot.
#[derive(Debug, Clone, PartialEq)]
pub enum Along {
    /// With an audit.
    Audit(audit::Along),
    /// With a book.
    Book(book::Along),
}

impl From<Audit> for Record {
    fn from(audit: Audit) -> Record {
        Record::Audit(Box::new(audit))
    }
}

impl From<Book> for Record {
    fn from(book: Book) -> Record {
        Record::Book(Box::new(book))
    }
}

impl From<audit::Along> for Along {
    fn from(along: audit::Along) -> Along {
        Along::Audit(along)
    }
}

impl From<book::Along> for Along {
    fn from(along: book::Along) -> Along {
        Along::Book(along)
    }
}

impl Record {
    /// The id, unique among all records of any kind.
    pub fn id(&self) -> &str {
        match self {
            Record::Audit(audit) => &audit.id,
            Record::Book(book) => &book.id,
        }
    }

    /// Gives the record another id.
    pub fn set_id(&mut self, id: String) {
        match self {
            Record::Audit(audit) => audit.id = id,
            Record::Book(book) => book.id = id,
        }
    }

    /// What the record is about.
    pub fn kind(&self) -> RecordKind {
        match self {
            Record::Audit(_) => RecordKind::Audit,
            Record::Book(book) => book.kind,
        }
    }

    /// What the record is called.
    pub fn name(&self) -> &str {
        match self {
            Record::Audit(audit) => &audit.name.text,
            Record::Book(book) => book.name(),
        }
    }

    /// Calls the record something else. Who named it last, and when, stays as it was.
    pub fn rename(&mut self, name: String) {
        match self {
            Record::Audit(audit) => audit.name.text = name,
            Record::Book(book) => {
                if let Some(filled) = book.answers.remove("name") {
                    let renamed = book::Filled { value: name.into(), ..filled };
                    book.answers.insert("name".to_owned(), renamed);
                }
            }
        }
    }

    /// The organisation that it belongs to.
    pub fn organisation(&self) -> &str {
        match self {
            Record::Audit(audit) => &audit.organisation.text,
            Record::Book(book) => book.organisation(),
        }
    }

    /// The audit, if it is one.
    pub fn audit(&self) -> Option<&Audit> {
        match self {
            Record::Audit(audit) => Some(audit),
            Record::Book(_) => None,
        }
    }

    /// The book, if it is one.
    pub fn book(&self) -> Option<&Book> {
        match self {
            Record::Book(book) => Some(book),
            Record::Audit(_) => None,
        }
    }

    /// The audit, if it is one.
    pub fn into_audit(self) -> Option<Audit> {
        match self {
            Record::Audit(audit) => Some(*audit),
            Record::Book(_) => None,
        }
    }

    /// The book, if it is one.
    pub fn into_book(self) -> Option<Book> {
        match self {
            Record::Book(book) => Some(*book),
            Record::Audit(_) => None,
        }
    }

    /// The latest change to any part.
    pub fn changed_at(&self) -> Timestamp {
        match self {
            Record::Audit(audit) => audit.changed_at(),
            Record::Book(book) => book.changed_at(),
        }
    }

    /// What stands in `slot`; `None` when it was never filled.
    pub fn entry(&self, slot: &Slot) -> Option<Entry> {
        match (self, slot) {
            (Record::Audit(audit), Slot::Audit(slot)) => audit.entry(slot).map(Entry::Audit),
            (Record::Book(book), Slot::Book(slot)) => book.entry(slot).map(Entry::Book),
            _ => None,
        }
    }

    /// Puts `entry` into `slot` exactly as it is, stamp and all.
    pub fn put(&mut self, slot: &Slot, entry: Entry) {
        match (self, slot, entry) {
            (Record::Audit(audit), Slot::Audit(slot), Entry::Audit(entry)) => {
                audit.put(slot, entry);
            }
            (Record::Book(book), Slot::Book(slot), Entry::Book(entry)) => book.put(slot, entry),
            (_, slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Changes `slot` to `entry`, stamped with `stamp` but never earlier than what stood there, so
    /// that a clock set back loses no edit. Gives what stood there before.
    pub fn change(&mut self, slot: &Slot, entry: Entry, mut stamp: Stamp) -> Entry {
        let before = self.entry(slot).unwrap_or_else(|| slot.empty());
        let earliest = Timestamp::from_millis(before.stamp().at.millis().saturating_add(1));
        stamp.at = stamp.at.max(earliest);
        self.put(slot, entry.stamped(stamp));
        before
    }

    /// Every slot that was ever filled, in order.
    pub fn slots(&self) -> Vec<Slot> {
        match self {
            Record::Audit(audit) => audit.slots().into_iter().map(Slot::Audit).collect(),
            Record::Book(book) => book.slots().into_iter().map(Slot::Book).collect(),
        }
    }

    /// Every slot in which something else stands than in `other`.
    pub fn slots_that_differ(&self, other: &Record) -> Vec<Slot> {
        let mut slots = self.slots();
        for slot in other.slots() {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        slots.retain(|slot| self.entry(slot) != other.entry(slot));
        slots
    }

    /// The slot of its name, which every record has.
    pub fn name_slot(&self) -> Slot {
        match self {
            Record::Audit(_) => Slot::Audit(audit::slot::Slot::Name),
            Record::Book(_) => Slot::Book(book::slot::Slot::Field("name".to_owned())),
        }
    }

    /// The survey with what has come in.
    pub fn collected(&self) -> Option<Collected<'_>> {
        match self {
            Record::Audit(audit) => audit.collected(),
            Record::Book(book) => book.collected(),
        }
    }

    /// What a survey that belongs to the record asks.
    pub fn asked(&self) -> Asked {
        match self {
            Record::Audit(_) => Asked::Indicators,
            Record::Book(_) => Asked::Characteristics,
        }
    }

    /// The slot of its survey, and `survey` as what is to stand there.
    pub fn survey_entry(&self, survey: Survey) -> (Slot, Entry) {
        match self {
            Record::Audit(_) => {
                (audit::slot::Slot::Survey.into(), audit::slot::Entry::Survey(survey).into())
            }
            Record::Book(_) => {
                (book::slot::Slot::Survey.into(), book::slot::Entry::Survey(survey).into())
            }
        }
    }

    /// The slot of what has been counted, and `tally` as what is to stand there.
    pub fn tally_entry(&self, tally: Tally) -> (Slot, Entry) {
        match self {
            Record::Audit(_) => {
                (audit::slot::Slot::Tally.into(), audit::slot::Entry::Tally(tally).into())
            }
            Record::Book(_) => {
                (book::slot::Slot::Tally.into(), book::slot::Entry::Tally(tally).into())
            }
        }
    }

    /// The slots of what was removed: a removal is remembered by its id alone, so all that can have
    /// had it.
    pub(crate) fn removal_slots(&self) -> Vec<Slot> {
        match self {
            Record::Audit(audit) => audit.removal_slots().into_iter().map(Slot::Audit).collect(),
            Record::Book(book) => book.removal_slots().into_iter().map(Slot::Book).collect(),
        }
    }

    /// True when what `id` names is there, so that nobody has removed it last.
    pub(crate) fn is_there(&self, id: &str) -> bool {
        match self {
            Record::Audit(audit) => audit.is_there(id),
            Record::Book(book) => book.is_there(id),
        }
    }

    /// The ids of what was removed.
    pub(crate) fn removed(&self) -> &Answers<Stamp> {
        match self {
            Record::Audit(audit) => &audit.removed,
            Record::Book(book) => &book.removed,
        }
    }

    /// Remembers that what `id` names was removed.
    pub(crate) fn remember_removal(&mut self, id: &str, stamp: Stamp) {
        match self {
            Record::Audit(audit) => audit.removed.insert(id.to_owned(), stamp),
            Record::Book(book) => book.removed.insert(id.to_owned(), stamp),
        }
    }

    /// What goes along with the record and is no slot.
    pub fn along(&self) -> Along {
        match self {
            Record::Audit(audit) => Along::Audit(audit.along()),
            Record::Book(book) => Along::Book(book.along()),
        }
    }

    /// Puts what goes along in place of what does now. Gives the latter.
    pub fn swap_along(&mut self, along: Along) -> Along {
        match (self, along) {
            (Record::Audit(audit), Along::Audit(along)) => Along::Audit(audit.swap_along(along)),
            (Record::Book(book), Along::Book(along)) => Along::Book(book.swap_along(along)),
            (_, along) => along,
        }
    }

    /// Words that lost when two copies met.
    pub fn earlier_words(&self) -> &[EarlierWords] {
        match self {
            Record::Audit(audit) => &audit.earlier_words,
            Record::Book(book) => &book.earlier_words,
        }
    }

    /// Keeps words that lost against others, once, and all of them in order.
    pub(crate) fn remember(&mut self, words: EarlierWords) {
        match self {
            Record::Audit(audit) => audit.remember(words),
            Record::Book(book) => book.remember(words),
        }
    }

    /// Keeps the earlier words of another copy beside its own.
    pub fn keep_earlier_words_of(&mut self, other: &Record) {
        for words in other.earlier_words() {
            self.remember(words.clone());
        }
    }

    /// Sets aside what `framework` does not have, and puts the rest in order. Gives the ids that are
    /// set aside afterwards.
    pub fn settle(&mut self, framework: &Framework) -> Vec<String> {
        match self {
            Record::Audit(audit) => audit.settle(framework),
            Record::Book(_) => Vec::new(),
        }
    }

    /// How many answers to its survey may not show yet.
    pub fn waiting(&self) -> u32 {
        let tally = match self {
            Record::Audit(audit) => &audit.tally,
            Record::Book(book) => &book.tally,
        };
        tally.as_ref().map_or(0, Tally::waiting)
    }

    /// The record as it may be given to other people: without the answers to its survey that may not
    /// show yet. Gives how many those are.
    pub fn for_others(mut self) -> (Record, u32) {
        let waiting = self.waiting();
        let tally = self.tally_mut();
        *tally = tally.as_ref().map(Tally::without_waiting);
        (self, waiting)
    }

    /// What stands in its slot once `earlier` is put back there: answers that have been counted stay
    /// counted.
    pub fn with_answers_of(&self, earlier: Entry) -> Entry {
        match (self, earlier) {
            (Record::Audit(audit), Entry::Audit(audit::slot::Entry::Tally(tally))) => {
                audit::slot::Entry::Tally(tally.put_back(audit.tally.as_ref())).into()
            }
            (Record::Book(book), Entry::Book(book::slot::Entry::Tally(tally))) => {
                book::slot::Entry::Tally(tally.put_back(book.tally.as_ref())).into()
            }
            (_, earlier) => earlier,
        }
    }

    fn tally_mut(&mut self) -> &mut Option<Tally> {
        match self {
            Record::Audit(audit) => &mut audit.tally,
            Record::Book(book) => &mut book.tally,
        }
    }
}
