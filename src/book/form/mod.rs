//! What can stand in a book of each kind, as data.

mod learner;
mod organisation;
mod team;

use crate::record::RecordKind;

/// What can stand in a book of one kind.
#[derive(Debug)]
pub struct Form {
    /// The kind.
    pub kind: RecordKind,
    /// The fields of the book itself.
    pub fields: &'static [Field],
    /// Its lists.
    pub lists: &'static [List],
    /// True when a book of the kind can have a survey.
    pub surveys: bool,
}

/// A list of items.
#[derive(Debug)]
pub struct List {
    /// The name in code and file.
    pub name: &'static str,
    /// What one of its items is, with its article: "a learning need".
    pub one: &'static str,
    /// What several of its items are: "learning needs".
    pub several: &'static str,
    /// The fields of an item; beside these it has an id, and when and by whom it was changed.
    pub fields: &'static [Field],
}

/// A field of a book or of an item.
#[derive(Debug)]
pub struct Field {
    /// The name in code and file.
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
    /// The form of a kind of book. An audit has none of its own: it is given an organisation's.
    pub fn of(kind: RecordKind) -> &'static Form {
        match kind {
            RecordKind::Team => &team::FORM,
            RecordKind::Learner => &learner::FORM,
            RecordKind::Organisation | RecordKind::Audit => &organisation::FORM,
        }
    }

    /// The field of the book itself with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The list with this name.
    pub fn list(&self, name: &str) -> Option<&'static List> {
        self.lists.iter().find(|list| list.name == name)
    }
}

impl List {
    /// What one of its items is, without the article.
    pub fn singular(&self) -> &'static str {
        self.one.split_once(' ').map_or(self.one, |(_, one)| one)
    }
}

const fn field(name: &'static str, about: &'static str, holds: Holds) -> Field {
    Field { name, about, holds }
}

const fn text(name: &'static str, about: &'static str) -> Field {
    field(name, about, Holds::Text)
}

const fn date(name: &'static str, about: &'static str) -> Field {
    field(name, about, Holds::Date)
}

const fn word(name: &'static str, about: &'static str, words: &'static [&'static str]) -> Field {
    field(name, about, Holds::Word(words))
}

const fn whole(name: &'static str, about: &'static str, most: u32) -> Field {
    field(name, about, Holds::Whole(most))
}

const fn flag(name: &'static str, about: &'static str) -> Field {
    field(name, about, Holds::Flag)
}

const fn texts(name: &'static str, about: &'static str) -> Field {
    field(name, about, Holds::Texts)
}

const fn choices(name: &'static str, about: &'static str, words: &'static [&'static str]) -> Field {
    field(name, about, Holds::Choices(words))
}

const fn wholes(name: &'static str, about: &'static str, count: usize) -> Field {
    field(name, about, Holds::Wholes(count))
}

const fn counts(name: &'static str, about: &'static str, count: usize) -> Field {
    field(name, about, Holds::Counts(count))
}

const fn links(name: &'static str, about: &'static str) -> Field {
    field(name, about, Holds::Links)
}

/// Where an item came from in other records.
const FROM: Field = links("from", "where it came from in other records");
/// What other records have made of an item.
const TO: Field = links("to", "what other records have made of it");

/// How far something is: the words of an action's status.
const STATUS: &[&str] = &["not_started", "under_way", "done", "dropped"];
