//! JSON as a tree, and reading a record out of it field by field.
//!
//! serde_json finds the tree in the text. What a record is made of is read here and not by derived
//! code, for three reasons: a mistake comes with the path to it, in words for a person; a field
//! that stands twice, or that nobody knows, is one; and the derived readers were a quarter of
//! everything that has to be fetched before the first page.

mod fields;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::answers::Answers;
pub use crate::json::fields::Fields;
use crate::order::in_order;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// A whole number from 0.
    Whole(u64),
    /// Any other number.
    Number,
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named fields, in the order in which they stand.
    Object(Vec<(String, Json)>),
}

/// What is wrong with a value, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The path to the value, such as `data.evidence[2].date`.
    pub path: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A field is missing.
    Missing(&'static str),
    /// A field that nobody knows.
    Unknown(String),
    /// A field stands twice.
    Twice(String),
    /// A value is of another type.
    Type {
        /// What should be there.
        expected: &'static str,
        /// What is.
        found: &'static str,
    },
    /// A word that is not one of those that can stand there.
    Word {
        /// The word.
        found: String,
        /// Those that can.
        known: Vec<&'static str>,
    },
    /// Anything else, as a clause.
    Other(String),
}

/// What reading gives. Every field hands its mistake on, and a box is the smallest thing to hand on.
pub type Read<T> = Result<T, Box<Mistake>>;

impl From<Wrong> for Box<Mistake> {
    fn from(wrong: Wrong) -> Box<Mistake> {
        Box::new(Mistake { path: String::new(), wrong })
    }
}

impl Mistake {
    /// The same mistake, seen from the object or list around it: `step` is `.name` or `[2]`.
    fn within(mut self: Box<Mistake>, step: &str) -> Box<Mistake> {
        self.path.insert_str(0, step);
        self
    }

    /// The path without the dot in front.
    pub fn place(&self) -> &str {
        self.path.trim_start_matches('.')
    }
}

impl Json {
    /// What it is, in words.
    pub fn found(&self) -> &'static str {
        match self {
            Json::Null => "empty (null)",
            Json::Flag(_) => "true or false",
            Json::Whole(_) | Json::Number => "a number",
            Json::Text(_) => "text",
            Json::List(_) => "a list",
            Json::Object(_) => "a group of named fields",
        }
    }

    fn other<T>(&self, expected: &'static str) -> Read<T> {
        Err(Wrong::Type { expected, found: self.found() }.into())
    }

    /// The text.
    pub fn text(self) -> Read<String> {
        match self {
            Json::Text(text) => Ok(text),
            other => other.other("text"),
        }
    }

    /// True or false.
    pub fn flag(self) -> Read<bool> {
        match self {
            Json::Flag(flag) => Ok(flag),
            other => other.other("true or false"),
        }
    }

    /// The whole number.
    pub fn whole(self) -> Read<usize> {
        match self {
            Json::Whole(number) => usize::try_from(number)
                .map_err(|_| Wrong::Other("this number is too large".to_owned()).into()),
            other => other.other("a whole number"),
        }
    }

    /// The named fields.
    pub fn fields(self) -> Read<Fields> {
        match self {
            Json::Object(left) => Ok(Fields { left, mistake: None }),
            other => other.other("a group of named fields"),
        }
    }

    /// One of the words that `known` names with their meanings.
    pub fn word<T: Copy>(self, known: &[(&'static str, T)]) -> Read<T> {
        let Json::Text(found) = self else {
            return self.other("one of the words that Cairn knows here");
        };
        match known.iter().find(|(word, _)| *word == found) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let known = known.iter().map(|(word, _)| *word).collect();
                Err(Wrong::Word { found, known }.into())
            }
        }
    }

    /// A text that is read further by `read`.
    pub fn parsed<T, E: fmt::Display>(self, read: fn(&str) -> Result<T, E>) -> Read<T> {
        let text = self.text()?;
        read(&text).map_err(|error| Wrong::Other(error.to_string()).into())
    }

    /// A list, of which each entry is read by `read`.
    pub fn list<T>(self, read: fn(Json) -> Read<T>) -> Read<Vec<T>> {
        let mut list = Vec::new();
        self.each_entry(&mut |entry| {
            list.push(read(entry)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// Answers by id, of which each is read by `read`. No id may stand twice.
    pub fn answers<T>(self, read: fn(Json) -> Read<T>) -> Read<Answers<T>> {
        let mut answers = Vec::new();
        self.each_answer(&mut |id, value| {
            answers.push((id, read(value)?));
            Ok(())
        })?;
        Ok(Answers::from_ordered(answers))
    }

    /// What all lists share, so that it is compiled once.
    pub(crate) fn each_entry(self, take: &mut dyn FnMut(Json) -> Read<()>) -> Read<()> {
        let Json::List(entries) = self else { return self.other("a list") };
        for (index, entry) in entries.into_iter().enumerate() {
            take(entry).map_err(|mistake| mistake.within(&format!("[{index}]")))?;
        }
        Ok(())
    }

    /// What all answers share, in the order of their ids.
    pub(crate) fn each_answer(self, take: &mut dyn FnMut(String, Json) -> Read<()>) -> Read<()> {
        for (id, value) in by_id(self.fields()?)? {
            let step = step(&id);
            take(id, value).map_err(|mistake| mistake.within(&step))?;
        }
        Ok(())
    }
}

/// Sorted once: putting each in its place would take for ever in a large file.
fn by_id(Fields { left: fields, .. }: Fields) -> Read<Vec<(String, Json)>> {
    let fields = in_order(fields, |(one, _), (other, _)| one < other);
    match fields.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(twice) => Err(Wrong::Twice(twice[0].0.clone()).into()),
        None => Ok(fields),
    }
}

fn step(name: &str) -> String {
    format!(".{name}")
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Missing(field) => write!(f, "“{field}” is missing"),
            Wrong::Unknown(field) => write!(f, "Cairn knows no “{}” in this place", excerpt(field)),
            Wrong::Twice(field) => write!(f, "“{}” stands here twice", excerpt(field)),
            Wrong::Type { expected, found } => {
                write!(f, "this should be {expected}, but it is {found}")
            }
            Wrong::Word { found, known } => {
                write!(f, "“{}” is not one of the words that can stand here (", excerpt(found))?;
                for (index, word) in known.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}“{word}”")?;
                }
                f.write_str(")")
            }
            Wrong::Other(clause) => f.write_str(&plain(clause)),
        }
    }
}

/// Text from a file as it can be quoted to a person: short, and without control characters.
pub fn excerpt(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    plain(&short) + cut
}

/// Text without control characters, and without those that turn the direction of all text after
/// them.
pub fn plain(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}
