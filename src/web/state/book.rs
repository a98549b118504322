//! The open book: reading it, and edits of its fields and items, each by name.

use leptos::prelude::*;

use crate::framework::Framework;
use crate::kinds::form_of;
use crate::organisation::{card, round};
use crate::person;
use crate::record::{RecordKind, Stamp};
use crate::records::{Entry, Record, Slot};
use crate::route::{BookPage, Route};
use crate::web::io::{address, clock, new_id};
use crate::web::state::learning;
use crate::web::state::open::OpenRecord;
use crate::web::state::records::is_example;
use crate::words::state::records as say;

/// A slot of a book, and the entry to put into it.
pub type Change = (Slot, Entry);

/// Makes next year's book from this year's, with the id, the name and the stamp of the new one.
pub type NextYear = fn(&Record, String, &str, Stamp) -> Record;

impl OpenRecord {
    /// Removes a round from the open book, with undo offered.
    pub fn remove_round(self, id: &str) {
        let stamp = self.device.stamp();
        let change = self.book_untracked(|book| round::removal(book, id, stamp));
        self.remove(&round::LIST, vec![change]);
    }

    /// Reads the open book; what reads it runs again when the book changes, but not while a person is
    /// only typing. While none is open, there is an empty one without an id.
    pub fn book<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.record.with(|record| read(book_of(record)))
    }

    /// Reads the open book once.
    pub fn book_untracked<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.record.with_untracked(|record| read(book_of(record)))
    }

    /// Begins a book with the name and the organisation that it is given, and opens it.
    pub fn begin_book(self, kind: RecordKind, name: &str, organisation: &str) {
        let (id, stamp) = self.device.made_now();
        let mut book = Record::new(form_of(kind), id, name, organisation, stamp);
        if kind == RecordKind::Person {
            let own = self.organisation_of(organisation);
            person::begin(&mut book, own.as_ref(), clock::today(), &self.device.stamp());
        }
        self.start_book(book);
        self.device.ask_to_persist();
    }

    /// Begins next year's book from the open one, as `begin` makes it, and opens it.
    pub fn start_next_book(self, begin: NextYear, name: &str) {
        let (id, stamp) = self.device.made_now();
        let next = self.book_untracked(|book| begin(book, id, name, stamp));
        self.start_book(next);
    }

    /// The book on this device of the organisation with this name. For an empty name, because a person
    /// has named no organisation: the only such book here, the example left aside; `None` when there
    /// are several.
    pub fn organisation_of(self, name: &str) -> Option<Record> {
        let labels = self.library.others.get_untracked();
        let all = labels.iter().filter(|label| label.kind == RecordKind::Organisation);
        let mut all = all.filter(|label| !label.from_newer());
        let label = match name.trim() {
            "" => {
                let mut own = all.filter(|label| !is_example(&label.id));
                own.next().filter(|_| own.next().is_none())
            }
            name => all.find(|label| label.name.trim() == name),
        };
        self.book_here(&label?.id)
    }

    fn start_book(self, book: Record) {
        let route = Route::book(book.kind(), &book.id, BookPage::Overview);
        self.keep(book);
        address::go(&route);
    }

    /// Adds the cards of a framework to those of an organisation on this device, except the ones that
    /// are there already, with undo offered. Goes to the organisation's cards.
    pub fn add_cards(self, organisation: &str, framework: &Framework) {
        let Some(record) = self.read(organisation) else { return };
        if self.id() != organisation {
            self.save_now();
            self.open_in_place(record);
        }
        let there = self.book_untracked(|book| card::all(learning(), book));
        let items = card::cards_from(framework, &there, || new_id(clock::now()));
        let changes = items.into_iter().map(|item| {
            let slot = Slot::item(&card::LIST, &item.id);
            (slot, Entry::Item(item))
        });
        self.edit_with_undo(changes.collect(), say::CARDS_ADDED);
        self.save_now();
        address::go(&Route::book(RecordKind::Organisation, organisation, BookPage::Cards));
    }

    /// Reads a book on this device, the open one as it is now; `None` when it is not here.
    pub fn book_here(self, id: &str) -> Option<Record> {
        self.library.label_of(id).filter(|label| label.binned_at.is_none())?;
        self.read(id).filter(|record| record.kind() != RecordKind::Audit)
    }

    /// Every book of a kind on this device, except those that have been continued in next year's.
    pub fn books_of_now(self, kind: RecordKind) -> Vec<Record> {
        let mut books = self.books(kind);
        let labels = self.library.others.get();
        books.retain(|book| !labels.iter().any(|label| label.follows == book.id));
        books
    }

    /// Every book of a kind on this device, except those in the bin; the open one as it is now.
    pub fn books(self, kind: RecordKind) -> Vec<Record> {
        let labels = self.library.others.get();
        let labels = labels.iter().filter(|label| label.kind == kind && !label.from_newer());
        labels.filter_map(|label| self.book_here(&label.id)).collect()
    }
}

fn book_of(record: &Record) -> &Record {
    static NO_BOOK: Record = Record::NOTHING;
    if record.kind() == RecordKind::Audit { &NO_BOOK } else { record }
}
