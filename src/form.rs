//! What can stand in a record, as data: fields, and lists of items with fields of their own.
//!
//! Each field and each list is a static, declared in the room that knows its meaning. Other code refers
//! to that static, so the name in files is written only once.

use std::cmp::Ordering;

use crate::record::RecordKind;

/// What can stand in a record of one kind.
#[derive(Debug)]
pub struct Form {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The field that holds the record's name.
    pub name: &'static Field,
    /// The field that names the organisation that the record belongs to.
    pub organisation: &'static Field,
    /// All fields of the record itself.
    pub fields: &'static [&'static Field],
    /// All lists of items.
    pub lists: &'static [&'static List],
    /// Whether a record of the kind can have a survey.
    pub surveys: Surveys,
    /// Where all of that stands in a file.
    pub layout: Layout,
}

/// Whether records of a kind can have a survey, and where its results are kept.
#[derive(Debug, Clone, Copy)]
pub enum Surveys {
    /// They cannot have one.
    No,
    /// They can have one. Its results are in its tally only.
    InTally,
    /// They can have one. Its results can also be kept in a list, as the item with the survey's id.
    InList {
        /// The list.
        list: &'static List,
        /// The field that says how many people have answered.
        people: &'static Field,
        /// The field with the counts of each statement.
        counts: &'static Field,
    },
}

/// Where the parts of a record stand in its file.
#[derive(Debug)]
pub enum Layout {
    /// As in a book: the fields stand together in `answers`, and the removal of an item is remembered
    /// as `list/id`.
    Gathered,
    /// As in an audit: each field stands under its own name, and the removal of an item is remembered
    /// by its id alone. So no two items that can be removed have the same id, even in different lists.
    SideBySide {
        /// The lists of answers to what the framework asks. When the framework does not ask for an
        /// item, the item is set aside under the name given here.
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
    /// The words for one item, with the article: "a learning need".
    pub one: &'static str,
    /// The words for several items: "learning needs".
    pub several: &'static str,
    /// The field that people know an item by; `None` where there is none.
    pub title: Option<&'static Field>,
    /// The fields of an item. Beside these, every item has an id and a stamp.
    pub fields: &'static [&'static Field],
    /// True when an item has the id of the thing that it is about, such as a question. In files such a
    /// list is an object by id. Its items are emptied but never removed.
    pub by_id: bool,
    /// True when files have the list even while it is empty.
    pub always: bool,
}

/// A field of a record or of an item.
#[derive(Debug)]
pub struct Field {
    /// The name in files.
    pub name: &'static str,
    /// What the field says, as a phrase with its article: "the day of the next review".
    pub about: &'static str,
    /// What can stand in it.
    pub holds: Holds,
    /// What files say while the field is empty: an empty text, or one of its words. A flag has an empty
    /// text here, and files say `false`. `None` when files leave an empty field out.
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
    /// A whole number from 0 to this one.
    Whole(u32),
    /// Ticked or not.
    Flag,
    /// A text for each of some ids.
    Texts,
    /// One of these words for each of some ids.
    Choices(&'static [&'static str]),
    /// This many whole numbers.
    Wholes(usize),
    /// This many whole numbers for each of some ids.
    Counts(usize),
    /// Links to other records.
    Links,
    /// Some ids, each once.
    Ids,
    /// What a survey proposed when the item was changed.
    Proposal,
}

impl Form {
    /// A form without fields or lists, for the record that stands for none.
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

    /// The lists of answers to what the framework asks, each with the name under which its items are
    /// set aside. Empty for a book.
    pub fn asked(&self) -> &'static [(&'static str, &'static List)] {
        match self.layout {
            Layout::SideBySide { asked, .. } => asked,
            Layout::Gathered => &[],
        }
    }

    /// The key under which the removal of an item is remembered.
    pub(crate) fn removal_key(&self, list: &List, id: &str) -> String {
        match self.layout {
            Layout::SideBySide { .. } => id.to_owned(),
            Layout::Gathered => [list.name, "/", id].concat(),
        }
    }

    /// The id of the item of `list` whose removal is remembered under `key`. `None` when the key names
    /// another list. An audit's key names no list, so it fits every list.
    pub(crate) fn removed_from<'a>(&self, list: &List, key: &'a str) -> Option<&'a str> {
        match self.layout {
            Layout::SideBySide { .. } => Some(key),
            Layout::Gathered => key.strip_prefix(list.name)?.strip_prefix('/'),
        }
    }
}

/// Each kind has one form, so forms of one kind are equal.
impl PartialEq for Form {
    fn eq(&self, other: &Form) -> bool {
        self.kind == other.kind
    }
}

/// A list, and the record itself, has each field name once, so fields are equal by name.
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
    /// The defaults of a list.
    pub const USUAL: List = List {
        name: "",
        one: "",
        several: "",
        title: None,
        fields: &[],
        by_id: false,
        always: false,
    };

    /// The words for one item, without the article.
    pub fn singular(&self) -> &'static str {
        self.one.split_once(' ').map_or(self.one, |(_, one)| one)
    }
}

impl Field {
    const fn holding(name: &'static str, about: &'static str, holds: Holds) -> Field {
        Field { name, about, holds, usual: None }
    }

    /// The same field, but in files even while it is empty; files then say `usual` (see
    /// [`Field::usual`]).
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

    /// A field that holds one of `words`.
    pub const fn word(
        name: &'static str,
        about: &'static str,
        words: &'static [&'static str],
    ) -> Field {
        Field::holding(name, about, Holds::Word(words))
    }

    /// A field that holds a whole number from 0 to `most`.
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

    /// A field that holds one of `words` for each of some ids.
    pub const fn choices(
        name: &'static str,
        about: &'static str,
        words: &'static [&'static str],
    ) -> Field {
        Field::holding(name, about, Holds::Choices(words))
    }

    /// A field that holds `count` whole numbers.
    pub const fn wholes(name: &'static str, about: &'static str, count: usize) -> Field {
        Field::holding(name, about, Holds::Wholes(count))
    }

    /// A field that holds `count` whole numbers for each of some ids.
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

/// The id of the record that this one was begun from. Only some forms have it: those whose records
/// follow one another year by year.
pub static FOLLOWS: Field =
    Field::text("follows", "the id of the record that this one was begun from");

/// Links to the items of other records that an item came from.
pub static FROM: Field = Field::links("from", "where it came from in other records");

/// Links to the items that other records have made of an item.
pub static TO: Field = Field::links("to", "what other records have made of it");

/// Whether a person shares an item with others.
pub static SHARED: Field = Field::flag("shared", "whether it is shared");

/// The id of the record that this one was shared from.
pub static SHARED_FROM: Field = Field::text("shared_from", "the record that this was shared from");
