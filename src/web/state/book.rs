//! The open book: reading it, and edits of its fields and items, each by name.

use leptos::prelude::*;

use crate::book::slot::{Entry, Slot};
use crate::book::{Book, Filled, Item, Value};
use crate::form::{Field, List};
use crate::framework::Framework;
use crate::learner;
use crate::organisation::{card, session};
use crate::record::{BookKind, RecordKind, Stamp};
use crate::records::{self, form_of};
use crate::route::{BookPage, Route};
use crate::web::io::{clock, new_id};
use crate::web::state::records::is_example;
use crate::web::state::{Reversal, State, learning};
use crate::web::words;

/// An entry of a book in the slot that it goes into.
pub type Change = (Slot, Entry);

/// What makes next year's book, with an id and a name, from this year's.
pub type NextYear = fn(&Book, String, &str, Stamp) -> Book;

impl State {
    /// Reads the open book; what reads it runs again when the book changes, but not while a person is
    /// only typing. While none is open, there is an empty one without an id.
    pub fn book<R>(self, read: impl FnOnce(&Book) -> R) -> R {
        self.open.with(|record| read(book_of(record)))
    }

    /// Reads the open book once.
    pub fn book_untracked<R>(self, read: impl FnOnce(&Book) -> R) -> R {
        self.open.with_untracked(|record| read(book_of(record)))
    }

    /// A text of the open book, for a field: it changes when the words are changed from outside the
    /// field, not while a person types into it.
    pub fn book_text(
        self,
        read: impl Fn(&Book) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        self.text_of(move |record| read(book_of(record)))
    }

    /// Begins a book with the names that it is given, and opens it.
    pub fn begin_book(self, kind: BookKind, name: &str, organisation: &str) {
        let (id, stamp) = self.made_now();
        let mut book = Book::new(form_of(kind), id, name, organisation, stamp);
        if kind == BookKind::Learner {
            let own = self.organisation_of(organisation);
            learner::begin(&mut book, own.as_ref(), self.today(), &self.stamp());
        }
        self.start_book(book);
        self.ask_to_persist();
    }

    /// Begins next year's book from the open one, as `begin` makes it, and opens it.
    pub fn start_next_book(self, begin: NextYear, name: &str) {
        let (id, stamp) = self.made_now();
        let next = self.book_untracked(|book| begin(book, id, name, stamp));
        self.start_book(next);
    }

    /// The book on this device of the organisation with this name. Where the name is empty, because a
    /// person has named none: the only one there is, unless that is the example.
    pub fn organisation_of(self, name: &str) -> Option<Book> {
        let labels = self.others.get_untracked();
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

    fn start_book(self, book: Book) {
        let route = Route::book(book.kind().into(), &book.id, BookPage::Overview);
        self.keep(book.into());
        self.go(&route);
    }

    /// An id for something new, and when and by whom it is made.
    pub fn made_now(self) -> (String, Stamp) {
        (new_id(clock::now()), self.stamp())
    }

    /// Puts a value into a field of the open book, in one step.
    pub fn fill(self, field: &Field, value: impl Into<Value>) {
        let filled = Filled::new(value.into(), Stamp::default());
        self.edit_book(vec![(Slot::field(field), Entry::Filled(filled))]);
    }

    /// Changes a text in a field of the open book as it is typed. The rest of the page is told when the
    /// field is no longer empty or empty again, and of names.
    pub fn type_in(self, field: &Field, text: String) {
        let form = self.book_untracked(|book| book.form);
        let heading = field == form.name || field == form.organisation;
        let entry = Entry::Filled(Filled::new(text.into(), Stamp::default()));
        self.write_entry(Slot::field(field).into(), entry.into(), heading);
    }

    /// Changes a day or a number in a field of the open book as it is typed or chosen. The page is told of
    /// every change.
    pub fn enter(self, field: &Field, value: impl Into<Value>) {
        let entry = Entry::Filled(Filled::new(value.into(), Stamp::default()));
        self.type_into(Slot::field(field).into(), entry.into());
        self.open.notify();
    }

    /// Changes a day, a number or a title of an item as it is typed or chosen. The page is told of every
    /// change.
    pub fn enter_item(self, list: &'static List, id: &str, field: &Field, value: impl Into<Value>) {
        self.type_item(list, id, |item| item.set(field, value));
        self.open.notify();
    }

    /// Adds an item to a list, and puts it under the person's hands. Gives its id.
    pub fn add_item(self, list: &'static List, fill: impl FnOnce(&mut Item)) -> String {
        let mut item = Item::new(new_id(clock::now()));
        fill(&mut item);
        let id = item.id.clone();
        self.edit_book(vec![(Slot::item(list, &id), Entry::Item(item))]);
        self.fresh.set(Some(id.clone()));
        id
    }

    /// Changes an item in one step.
    pub fn change_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        if let Some(mut item) = self.book_untracked(|book| book.item(list, id).cloned()) {
            change(&mut item);
            self.edit_book(vec![(Slot::item(list, id), Entry::Item(item))]);
        }
    }

    /// Changes words of an item in one step; fields that hold them show the new ones.
    pub fn rewrite_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        self.change_item(list, id, change);
        self.rewritten.update(|times| *times += 1);
    }

    /// Changes an item as it is typed.
    pub fn type_item(self, list: &'static List, id: &str, change: impl FnOnce(&mut Item)) {
        if let Some(mut item) = self.book_untracked(|book| book.item(list, id).cloned()) {
            change(&mut item);
            self.type_into(Slot::item(list, id).into(), Entry::Item(item).into());
        }
    }

    /// Writes an item as it is typed into the line that adds it; while it has no words, there is none.
    pub fn begin_item(self, list: &'static List, item: Item, has_words: bool) {
        let there = self.book_untracked(|book| book.item(list, &item.id).cloned());
        let slot = Slot::item(list, &item.id);
        let is_there = there.is_some();
        if has_words {
            // Another window may have written more of it meanwhile.
            let mut begun = there.unwrap_or_else(|| Item::new(item.id.clone()));
            for (field, value) in item.fields {
                begun.fields.insert(field, value);
            }
            self.type_into(slot.into(), Entry::Item(begun).into());
        } else if is_there {
            self.type_into(slot.into(), Entry::Removed(self.stamp()).into());
        }
    }

    /// An item that was begun is added. Says so, with undo offered.
    pub fn add_begun(self, said: &'static str) {
        self.end_typing();
        self.tell_with_undo(said, Reversal::Edit);
    }

    /// Removes an item, with undo offered.
    pub fn remove_item(self, list: &'static List, id: &str) {
        if *list == session::LIST {
            self.reset_timer(id);
            self.forget_session(id);
        }
        let removed = Entry::Removed(self.stamp());
        self.edit_book(vec![(Slot::item(list, id), removed)]);
        let text = [&words::capital(list.one), " was removed."].concat();
        self.tell_with_undo(text, Reversal::Edit);
    }

    /// Adds the cards of a framework to the own ones of an organisation on this device, but for those
    /// that are there already, with undo offered. Goes to its cards.
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
        self.edit_book_with_undo(changes.collect(), "Added to the discussion cards.");
        self.save_now();
        self.go(&Route::book(RecordKind::Organisation, organisation, BookPage::Cards));
    }

    /// Makes one edit of the open book out of several changes.
    pub fn edit_book(self, changes: Vec<Change>) {
        let changes = changes.into_iter().map(|(slot, entry)| (slot.into(), entry.into()));
        self.edit_entries(changes.collect());
    }

    /// Makes one edit of the open book out of several changes, says so, and offers to undo it. Fields
    /// that hold words of it show the new ones.
    pub fn edit_book_with_undo(self, changes: Vec<Change>, said: &'static str) {
        self.edit_book(changes);
        self.rewritten.update(|times| *times += 1);
        self.tell_with_undo(said, Reversal::Edit);
    }

    /// Reads a book on this device, the open one as it is now; `None` when it is not here.
    pub fn book_here(self, id: &str) -> Option<Book> {
        self.same_here(id).filter(|label| label.binned_at.is_none())?;
        self.read(id)?.into_book()
    }

    /// Every book of a kind on this device but those that go on in next year's.
    pub fn books_of_now(self, kind: RecordKind) -> Vec<Book> {
        let mut books = self.books(kind);
        let labels = self.others.get();
        books.retain(|book| !labels.iter().any(|label| label.follows == book.id));
        books
    }

    /// Every book of a kind on this device but those in the bin, the open one as it is now.
    pub fn books(self, kind: RecordKind) -> Vec<Book> {
        let labels = self.others.get();
        let labels = labels.iter().filter(|label| label.kind == kind && !label.from_newer());
        labels.filter_map(|label| self.book_here(&label.id)).collect()
    }
}

fn book_of(record: &records::Record) -> &Book {
    static NO_BOOK: Book = Book::NOTHING;
    record.book().unwrap_or(&NO_BOOK)
}
