//! What can stand in a field of a record.

use serde::Serialize;

use crate::by_id::{ById, Ids};
use crate::moment::Date;
use crate::record::Link;
use crate::survey::results::Proposal;

/// What stands in a field; the form says which of these it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Words that a person wrote.
    Text(String),
    /// A day.
    Date(Date),
    /// One of the words that the form names.
    Word(&'static str),
    /// A whole number.
    Whole(u32),
    /// Ticked or not.
    Flag(bool),
    /// A text for each of some ids.
    Texts(ById<String>),
    /// One of the words that the form names, for each of some ids.
    Choices(ById<&'static str>),
    /// A few whole numbers, such as how many chose each answer.
    Wholes(Vec<u32>),
    /// A few whole numbers for each of some ids.
    Counts(ById<Vec<u32>>),
    /// Links to the items of other records that this one came from, or that were made of it.
    Links(Vec<Link>),
    /// Some ids.
    Ids(Ids),
    /// What a survey proposed.
    Proposal(Proposal),
}

impl Value {
    /// True for an empty value, which is the same as no value at all.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::Word(word) => word.is_empty(),
            Value::Flag(flag) => !flag,
            Value::Texts(texts) => texts.is_empty(),
            Value::Choices(words) => words.is_empty(),
            Value::Counts(counts) => counts.is_empty(),
            Value::Wholes(numbers) => numbers.iter().all(|number| *number == 0),
            Value::Links(links) => links.is_empty(),
            Value::Ids(ids) => ids.is_empty(),
            Value::Date(_) | Value::Whole(_) | Value::Proposal(_) => false,
        }
    }

    /// The text, or the word chosen; empty for anything else.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            Value::Word(word) => word,
            _ => "",
        }
    }

    /// The day; `None` for anything else.
    pub fn date(&self) -> Option<Date> {
        match self {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The number; `None` for anything else.
    pub fn whole(&self) -> Option<u32> {
        match self {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// True when it was ticked.
    pub fn flag(&self) -> bool {
        *self == Value::Flag(true)
    }

    /// The texts that a person typed; empty for anything else.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Value::Text(text) => vec![text],
            Value::Texts(texts) => texts.values().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

/// `None` empties the field.
impl From<Option<Date>> for Value {
    fn from(date: Option<Date>) -> Value {
        date.map_or(Value::Text(String::new()), Value::Date)
    }
}

/// `None` empties the field.
impl From<Option<u32>> for Value {
    fn from(number: Option<u32>) -> Value {
        number.map_or(Value::Text(String::new()), Value::Whole)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}

impl From<Vec<u32>> for Value {
    fn from(numbers: Vec<u32>) -> Value {
        Value::Wholes(numbers)
    }
}

impl From<Vec<Link>> for Value {
    fn from(links: Vec<Link>) -> Value {
        Value::Links(links)
    }
}

impl From<Ids> for Value {
    fn from(ids: Ids) -> Value {
        Value::Ids(ids)
    }
}

/// `None` empties the field.
impl From<Option<Proposal>> for Value {
    fn from(proposal: Option<Proposal>) -> Value {
        proposal.map_or(Value::Text(String::new()), Value::Proposal)
    }
}
