//! What can stand in a record, as data: fields, and lists of items with fields of their own.
//!
//! Each field and each list is a value of its own, declared where its meaning is; whoever reads it names
//! the value, and its name in files stands there alone.

use std::cmp::Ordering;

use crate::record::RecordKind;

/// What can stand in a record of one kind.
#[derive(Debug)]
pub struct Form {
    /// The kind.
    pub kind: RecordKind,
    /// The field with the name of what the record is about.
    pub name: &'static Field,
    /// The field with the organisation that it belongs to.
    pub organisation: &'static Field,
    /// All fields of the record itself.
    pub fields: &'static [&'static Field],
    /// Its lists.
    pub lists: &'static [&'static List],
    /// Whether a record of the kind can have a survey.
    pub surveys: Surveys,
    /// Where all of that stands in a file.
    pub layout: Layout,
}

/// Whether records of a kind can have a survey, and where its results are kept.
#[derive(Debug, Clone, Copy)]
pub enum Surveys {
    /// They have none.
    No,
    /// They can have one, of which the results stand in its tally alone.
    InTally,
    /// They can have one, of which the results can also be kept in a list, as the item with the survey's
    /// id. The field says how many people have answered.
    InList(&'static List, &'static Field),
}

/// Where the parts of a record stand in its file.
#[derive(Debug)]
pub enum Layout {
    /// As in a book: its fields together in `answers`, and a removed item as `list/id`.
    Gathered,
    /// As in an audit: each of its fields under its own name, and a removed item by its id alone, which
    /// therefore stands in no two lists.
    SideBySide {
        /// The lists of what the framework asks for. An item that it does not ask for is set aside,
        /// under this name.
        asked: &'static [(&'static str, &'static List)],
        /// The lists that next year's record keeps of this one.
        kept: &'static [&'static List],
    },
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
    /// True where an item has the id of what it is said about. In files such a list stands by id, and
    /// an item of it is emptied but never removed.
    pub by_id: bool,
    /// True where files have the list even when nothing stands in it.
    pub always: bool,
}

/// A field of a record or of an item.
#[derive(Debug)]
pub struct Field {
    /// The name in files.
    pub name: &'static str,
    /// What it says, as a phrase with its article: "the day of the next review".
    pub about: &'static str,
    /// What can stand in it.
    pub holds: Holds,
    /// What files say where nothing stands in it: an empty text, one of its words, or, with an empty text
    /// here, that it is not ticked. `None` where they then leave it out.
    pub usual: Option<&'static str>,
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
    /// Some ids, each once.
    Ids,
    /// What a survey proposed at the moment of the change.
    Proposal,
}

impl Form {
    /// A form in which nothing can stand.
    pub const NOTHING: &Form = &Form {
        kind: RecordKind::Audit,
        name: &NOTHING,
        organisation: &NOTHING,
        fields: &[],
        lists: &[],
        surveys: Surveys::No,
        layout: Layout::Gathered,
    };

    /// The field of the record itself with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name).copied()
    }

    /// The list with this name.
    pub fn list(&self, name: &str) -> Option<&'static List> {
        self.lists.iter().find(|list| list.name == name).copied()
    }

    /// The lists of what the framework asks for, each with the name of what is set aside of it.
    pub fn asked(&self) -> &'static [(&'static str, &'static List)] {
        match self.layout {
            Layout::SideBySide { asked, .. } => asked,
            Layout::Gathered => &[],
        }
    }

    /// The name under which the removal of an item is remembered.
    pub(crate) fn removal_key(&self, list: &List, id: &str) -> String {
        match self.layout {
            Layout::SideBySide { .. } => id.to_owned(),
            Layout::Gathered => [list.name, "/", id].concat(),
        }
    }

    /// The id of the item of a list whose removal is remembered under this name; `None` where that is
    /// another list's.
    pub(crate) fn removed_from<'a>(&self, list: &List, key: &'a str) -> Option<&'a str> {
        match self.layout {
            Layout::SideBySide { .. } => Some(key),
            Layout::Gathered => key.strip_prefix(list.name)?.strip_prefix('/'),
        }
    }
}

/// Of one kind there is one form.
impl PartialEq for Form {
    fn eq(&self, other: &Form) -> bool {
        self.kind == other.kind
    }
}

/// Of one name there is one field in a list, or in what is said of a record itself.
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

impl Eq for List {}

impl PartialOrd for List {
    fn partial_cmp(&self, other: &List) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for List {
    fn cmp(&self, other: &List) -> Ordering {
        self.name.cmp(other.name)
    }
}

impl List {
    /// What a list is like unless it says otherwise.
    pub const USUAL: List = List {
        name: "",
        one: "",
        several: "",
        title: None,
        fields: &[],
        by_id: false,
        always: false,
    };

    /// What one of its items is, without the article.
    pub fn singular(&self) -> &'static str {
        self.one.split_once(' ').map_or(self.one, |(_, one)| one)
    }
}

impl Field {
    const fn holding(name: &'static str, about: &'static str, holds: Holds) -> Field {
        Field { name, about, holds, usual: None }
    }

    /// The field, where files have it even when nothing stands in it, and say this then.
    pub const fn always(self, usual: &'static str) -> Field {
        Field { usual: Some(usual), ..self }
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

    /// A field that holds some ids, each once.
    pub const fn ids(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Ids)
    }

    /// A field that holds what a survey proposed.
    pub const fn proposal(name: &'static str, about: &'static str) -> Field {
        Field::holding(name, about, Holds::Proposal)
    }
}

/// A field that is in no record.
pub static NOTHING: Field = Field::text("", "");

/// The id of the record that another was begun from, in a form that lets one follow another.
pub static FOLLOWS: Field =
    Field::text("follows", "the id of the record that this one was begun from");

/// Where an item came from in other records.
pub static FROM: Field = Field::links("from", "where it came from in other records");

/// What other records have made of an item.
pub static TO: Field = Field::links("to", "what other records have made of it");

/// Whether a person shares an item with others.
pub static SHARED: Field = Field::flag("shared", "whether it is shared");

/// The record that another was shared from.
pub static SHARED_FROM: Field = Field::text("shared_from", "the record that this was shared from");
