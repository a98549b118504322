//! A JSON value, and what is left of one once all has been read that is known here.

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
    /// What is left of a value from which all has been read that is known here.
    Left(Box<Later>),
}

/// What is not known of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Later {
    /// Its fields that nobody here knows, as they came.
    pub(super) own: ById<Json>,
    /// What is not known of its fields or entries that are.
    pub(super) within: ById<Later>,
    /// True of a map by id of which some ids are not known: where all that is known has gone, it is not
    /// written any more, and has to be for these.
    pub(super) of_map: bool,
}

impl Json {
    /// What it is.
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

    /// What stands under a name, taking nothing out.
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

    /// The whole number, if it is one that can be counted with.
    pub fn as_size(&self) -> Option<usize> {
        match self {
            Json::Whole(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// Leaves behind, in the place of what was read, what is not known here.
    pub(crate) fn leave(&mut self, later: Later) {
        if !later.is_empty() {
            *self = Json::Left(Box::new(later));
        }
    }

    /// What was left behind when the value was read.
    pub fn left(&mut self) -> Later {
        match take(self) {
            Json::Left(later) => *later,
            _ => Later::default(),
        }
    }
}
