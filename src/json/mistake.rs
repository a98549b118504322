//! What can be wrong with a value, and where.

use std::fmt;

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
    /// There is more than there can be.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there can be.
        most: usize,
        /// What they are.
        what: &'static str,
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
    pub(crate) fn within(mut self: Box<Mistake>, step: &str) -> Box<Mistake> {
        self.path.insert_str(0, step);
        self
    }

    /// The path without the dot in front.
    pub fn place(&self) -> &str {
        self.path.trim_start_matches('.')
    }
}

pub(super) fn step(name: &str) -> String {
    format!(".{name}")
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Missing(field) => write!(f, "“{field}” is missing"),
            Wrong::Unknown(field) => {
                write!(f, "Cairn does not know “{}” in this place", excerpt(field))
            }
            Wrong::Twice(field) => write!(f, "“{}” is here twice", excerpt(field)),
            Wrong::Type { expected, found } => {
                write!(f, "this should be {expected}, but it is {found}")
            }
            Wrong::Word { found, known } => {
                write!(f, "“{}” is not one of the words allowed here (", excerpt(found))?;
                for (index, word) in known.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}“{word}”")?;
                }
                f.write_str(")")
            }
            Wrong::TooMany { found, most, what } => {
                write!(f, "there are {found} {what} here, and Cairn opens {most} at most")
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
