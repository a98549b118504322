//! What can stand in a book, as data: fields, and lists of items with fields of their own.
//!
//! Each field and each list is a value of its own, declared where its meaning is; whoever reads it names
//! the value, and its name in files stands there alone.

use crate::record::BookKind;

/// What can stand in a book of one kind.
#[derive(Debug)]
pub struct Form {
    /// The kind.
    pub kind: BookKind,
    /// The field with the name of what the book is about.
    pub name: &'static Field,
    /// The field with the organisation that it belongs to.
    pub organisation: &'static Field,
    /// All fields of the book itself.
    pub fields: &'static [&'static Field],
    /// Its lists.
    pub lists: &'static [&'static List],
    /// True when a book of the kind can have a survey.
    pub surveys: bool,
}

/// A list of items.
#[derive(Debug)]
pub struct List {
    /// The name in files.
    pub name: &'static str,
    /// What one of its items is, with its article: "a learning need".
    pub one: &'static str,
    /// What several of its items are: "learning needs".
    pub several: &'static str,
    /// The field by which an item is known to people, if there is one.
    pub title: Option<&'static Field>,
    /// The fields of an item; beside these it has an id, and when and by whom it was changed.
    pub fields: &'static [&'static Field],
}

/// A field of a book or of an item.
#[derive(Debug)]
pub struct Field {
    /// The name in files.
    pub name: &'static str,
    /// What it says, as a phrase with its article: "the day of the next review".
    pub about: &'static str,
    /// What can stand in it.
    pub holds: Holds,
}

/// What can stand in a field.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// Any text.
    Text,
    /// A day.
    Date,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number up to this one.
    Whole(u32),
    /// Ticked or not.
    Flag,
    /// A text for each of some ids.
    Texts,
    /// One of these words for each of some ids.
    Choices(&'static [&'static str]),
    /// So many whole numbers.
    Wholes(usize),
    /// So many whole numbers for each of some ids.
    Counts(usize),
    /// Links to other records.
    Links,
}

impl Form {
    /// A form in which nothing can stand.
    pub const NOTHING: &Form = &Form {
        kind: BookKind::Team,
        name: &NOTHING,
        organisation: &NOTHING,
        fields: &[],
        lists: &[],
        surveys: false,
    };

    /// The field of the book itself with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name).copied()
    }

    /// The list with this name.
    pub fn list(&self, name: &str) -> Option<&'static List> {
        self.lists.iter().find(|list| list.name == name).copied()
    }
}

/// Of one kind there is one form.
impl PartialEq for Form {
    fn eq(&self, other: &Form) -> bool {
        self.kind == other.kind
    }
}

/// Of one name there is one field in a list, or in what is said of a book itself.
impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.name == other.name
    }
}

impl PartialEq for List {
    fn eq(&self, other: &List) -> bool {
        self.name == other.name
    }
}

impl List {
    /// What one of its items is, without the article.
    pub fn singular(&self) -> &'static str {
        self.one.split_once(' ').map_or(self.one, |(_, one)| one)
    }
}

impl Field {
    const fn holding(name: &'static str, about: &'static str, holds: Holds) -> Field {
        Field { name, about, holds }
    }

    /// A field that holds any text.
    pub const fn text(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Text)
    }

    /// A field that holds a day.
    pub const fn date(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Date)
    }

    /// A field that holds one of some words.
    pub const fn word(
        name: &'static str,
        about: &'static str,
        words: &'static [&'static str],
    ) -> Field {
        Field::holding(name, about, Holds::Word(words))
    }

    /// A field that holds a whole number up to this one.
    pub const fn whole(name: &'static str, about: &'static str, most: u32) -> Field {
        Field::holding(name, about, Holds::Whole(most))
    }

    /// A field that is ticked or not.
    pub const fn flag(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Flag)
    }

    /// A field that holds a text for each of some ids.
    pub const fn texts(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Texts)
    }

    /// A field that holds one of some words for each of some ids.
    pub const fn choices(
        name: &'static str,
        about: &'static str,
        words: &'static [&'static str],
    ) -> Field {
        Field::holding(name, about, Holds::Choices(words))
    }

    /// A field that holds so many whole numbers.
    pub const fn wholes(name: &'static str, about: &'static str, count: usize) -> Field {
        Field::holding(name, about, Holds::Wholes(count))
    }

    /// A field that holds so many whole numbers for each of some ids.
    pub const fn counts(name: &'static str, about: &'static str, count: usize) -> Field {
        Field::holding(name, about, Holds::Counts(count))
    }

    /// A field that holds links to other records.
    pub const fn links(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Links)
    }
}

/// A field that is in no book.
pub static NOTHING: Field = Field::text("", "");

/// The id of the record that a book was begun from, in a form that lets one follow another.
pub static FOLLOWS: Field =
    Field::text("follows", "the id of the record that this one was begun from");

/// Where an item came from in other records.
pub static FROM: Field = Field::links("from", "where it came from in other records");

/// What other records have made of an item.
pub static TO: Field = Field::links("to", "what other records have made of it");

/// Whether a person shares an item with others.
pub static SHARED: Field = Field::flag("shared", "whether it is shared");

/// The record that a book was shared from.
pub static SHARED_FROM: Field = Field::text("shared_from", "the record that this was shared from");
