//! A JSON value, and what is left of it when all that this Cairn knows has been read.

use std::mem::take;

use crate::by_id::ById;
use crate::json::mistake::Shape;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Json {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// A whole number from 0.
    Whole(u64),
    /// Any other number, as it is written.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named fields, in the order in which they stand.
    Object(Vec<(String, Json)>),
    /// What is left of a value when all that this Cairn knows has been read.
    Left(Box<Later>),
}

/// The parts of a value that this Cairn does not know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Later {
    /// Its unknown fields, as they came.
    pub(super) own: ById<Json>,
    /// The unknown parts of its known fields or entries.
    pub(super) within: ById<Later>,
    /// True for a map by id with unknown ids. A map without known ids is usually left out of a file;
    /// this one must be written for its unknown ids.
    pub(super) of_map: bool,
}

impl Json {
    /// Its type.
    pub fn shape(&self) -> Shape {
        match self {
            Json::Null | Json::Left(_) => Shape::Null,
            Json::Flag(_) => Shape::Flag,
            Json::Whole(_) | Json::Number(_) => Shape::Number,
            Json::Text(_) => Shape::Text,
            Json::List(_) => Shape::List,
            Json::Object(_) => Shape::Object,
        }
    }

    /// The value of the field `name`, which stays where it is; `None` where there is no such field.
    pub fn named(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, if it is one that fits into a `usize`.
    pub fn as_size(&self) -> Option<usize> {
        match self {
            Json::Whole(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// Leaves the unknown parts in the place of the value that was read.
    pub(crate) fn leave(&mut self, later: Later) {
        if !later.is_empty() {
            *self = Json::Left(Box::new(later));
        }
    }

    /// Takes out the unknown parts that were left when the value was read.
    pub fn left(&mut self) -> Later {
        match take(self) {
            Json::Left(later) => *later,
            _ => Later::default(),
        }
    }
}
