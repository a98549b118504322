//! One record of any kind. Who keeps records, brings two copies together or undoes an edit works on
//! these; who asks or answers works on the record itself.
//!
//! Every part that a person can change is a slot ([`Slot`]), whatever the kind. A record has only the
//! slots of its own kind.

mod counted;
mod forms;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod slot;

use std::mem::take;

use crate::answers::{Answers, Ids};
use crate::audit::{self, Audit, EarlierWords};
use crate::book::{self, Book};
use crate::framework::Framework;
use crate::json::later::Beyond;
use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::{RecordKind, Stamp};
pub use crate::records::forms::form_of;
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

/// All that stands in the slots of a record, in the order of the slots.
pub struct Standing(Vec<(Slot, Entry)>);

impl Standing {
    /// What stands in a slot; `None` when it was never filled.
    pub fn get(&self, slot: &Slot) -> Option<&Entry> {
        let place = self.0.binary_search_by(|(other, _)| other.cmp(slot)).ok()?;
        Some(&self.0[place].1)
    }
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
            Record::Book(book) => book.kind().into(),
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
                let field = book.form.name.name;
                if let Some(filled) = book.answers.remove(field) {
                    let renamed = book::Filled { value: name.into(), ..filled };
                    book.answers.insert(field.to_owned(), renamed);
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
        if slot.is_tally() {
            // When somebody answered is nobody's business.
            self.put(slot, entry);
            return before;
        }
        let earliest = Timestamp::from_millis(before.stamp().at.millis().saturating_add(1));
        stamp.at = stamp.at.min(Timestamp::LAST_CHANGE).max(earliest);
        self.put(slot, entry.stamped(stamp));
        before
    }

    /// Puts many entries into their slots; no slot may stand there twice.
    pub fn put_all(&mut self, puts: Vec<(Slot, Entry)>) {
        match self {
            Record::Audit(audit) => {
                let own = |(slot, entry)| match (slot, entry) {
                    (Slot::Audit(slot), Entry::Audit(entry)) => Some((slot, entry)),
                    _ => None,
                };
                audit.put_all(puts.into_iter().filter_map(own).collect());
            }
            Record::Book(book) => {
                let own = |(slot, entry)| match (slot, entry) {
                    (Slot::Book(slot), Entry::Book(entry)) => Some((slot, entry)),
                    _ => None,
                };
                book.put_all(puts.into_iter().filter_map(own).collect());
            }
        }
    }

    /// Every slot that was ever filled, in order, with what stands in it; then those of what was removed,
    /// which is remembered by its id alone, so all that can have had it.
    pub fn entries(&self) -> Vec<(Slot, Entry)> {
        match self {
            Record::Audit(audit) => {
                let entries = audit.entries().into_iter();
                entries.map(|(slot, entry)| (slot.into(), entry.into())).collect()
            }
            Record::Book(book) => {
                let entries = book.entries().into_iter();
                entries.map(|(slot, entry)| (slot.into(), entry.into())).collect()
            }
        }
    }

    /// Every slot that something stands in, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let filled = self.entries().into_iter().filter(|(_, entry)| !entry.is_removal());
        filled.map(|(slot, _)| slot).collect()
    }

    /// All that stands in the slots, where each is soon found.
    pub fn standing(&self) -> Standing {
        Standing(in_order(self.entries(), |(one, _), (other, _)| one < other))
    }

    /// Every slot in which something else stands than in `other`.
    pub fn slots_that_differ(&self, other: &Record) -> Vec<Slot> {
        let (here, there) = (self.standing(), other.standing());
        let only_there = |slot: &Slot| here.get(slot).is_none_or(Entry::is_removal);
        let slots = self.slots().into_iter().chain(other.slots().into_iter().filter(only_there));
        slots.filter(|slot| here.get(slot) != there.get(slot)).collect()
    }

    /// The slot of its name, which every record has.
    pub fn name_slot(&self) -> Slot {
        match self {
            Record::Audit(_) => Slot::Audit(audit::slot::Slot::Name),
            Record::Book(book) => Slot::Book(book::slot::Slot::field(book.form.name)),
        }
    }

    /// The slot of what was counted of its survey.
    pub fn tally_slot(&self) -> Slot {
        match self {
            Record::Audit(_) => Slot::Audit(audit::slot::Slot::Tally),
            Record::Book(_) => Slot::Book(book::slot::Slot::Tally),
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

    /// What is there under an id by which a removal would be remembered.
    fn things(&self) -> Ids {
        match self {
            Record::Audit(audit) => audit.things(),
            Record::Book(book) => book.things(),
        }
    }

    fn removed(&mut self) -> &mut Answers<Stamp> {
        match self {
            Record::Audit(audit) => &mut audit.removed,
            Record::Book(book) => &mut book.removed,
        }
    }

    /// Remembers what was removed in another copy, unless it is there: then nobody has removed it last.
    pub(crate) fn remember_removals_of(&mut self, other: &Record) {
        let theirs = match other {
            Record::Audit(audit) => &audit.removed,
            Record::Book(book) => &book.removed,
        };
        if !theirs.is_empty() {
            let there = self.things();
            let mut theirs = theirs.clone();
            theirs.split_off(|id| !there.contains(id));
            let mine = take(self.removed());
            *self.removed() = mine.joined(theirs, |_, one, other| one.max(other));
        }
    }

    /// What a later Cairn has written in the file of the record.
    pub fn beyond(&self) -> &Beyond {
        match self {
            Record::Audit(audit) => &audit.beyond,
            Record::Book(book) => &book.beyond,
        }
    }

    /// Keeps what another copy keeps of a later Cairn's as well, but for what was removed.
    pub(crate) fn join_beyond(&mut self, other: &Beyond) {
        if other.kept().is_empty() {
            return;
        }
        self.beyond_mut().join(other);
        for (slot, entry) in self.entries() {
            if let Some(path) = slot.path().filter(|_| entry.is_removal()) {
                self.beyond_mut().remove(&path);
            }
        }
    }

    /// The same, to be changed.
    pub fn beyond_mut(&mut self) -> &mut Beyond {
        match self {
            Record::Audit(audit) => &mut audit.beyond,
            Record::Book(book) => &mut book.beyond,
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
    pub(crate) fn remember(&mut self, words: Vec<EarlierWords>) {
        match self {
            Record::Audit(audit) => audit.remember(words),
            Record::Book(book) => book.remember(words),
        }
    }

    /// Keeps the earlier words of another copy beside its own.
    pub fn keep_earlier_words_of(&mut self, other: &Record) {
        self.remember(other.earlier_words().to_vec());
    }

    /// Sets aside what `framework` does not have, and puts the rest in order. Gives the ids that are
    /// set aside afterwards.
    pub fn settle(&mut self, framework: &Framework) -> Vec<String> {
        match self {
            Record::Audit(audit) => audit.settle(framework),
            Record::Book(_) => Vec::new(),
        }
    }
}
