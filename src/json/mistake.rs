//! What can be wrong with a value, and where.

use crate::moment::MomentError;

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
    /// An unknown field.
    Unknown(String),
    /// A field stands twice.
    Twice(String),
    /// A value has the wrong type.
    Type {
        /// What should be there.
        expected: Shape,
        /// What is there.
        found: Shape,
    },
    /// A word that is not one of those that can stand there.
    Word {
        /// The word.
        found: String,
        /// The words that can stand there.
        known: Vec<&'static str>,
    },
    /// There are more than the limit allows.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there can be.
        most: usize,
        /// What is counted, such as `entries`.
        what: &'static str,
    },
    /// A number too large to count with.
    TooLarge,
    /// A number above this limit.
    Above(usize),
    /// A number below the first of these or above the second.
    Outside(u32, u32),
    /// A list that does not have exactly this many numbers.
    Numbers(usize),
    /// Not a number for each of the six answers to a statement.
    Counts,
    /// Not a day or a moment.
    Moment(MomentError),
    /// Not an id of a survey, a response or a batch of sheets.
    SurveyId,
    /// An id stands twice in a list of ids.
    IdTwice,
    /// A comment longer than this many characters.
    LongComment(usize),
    /// More answers are said to be typed in than there are.
    MoreTyped,
    /// A statement has more answers than people answered.
    MoreAnswers {
        /// How many answers it has.
        answers: u32,
        /// How many people answered.
        people: u32,
    },
    /// The steps of a survey's results do not add up to what was counted.
    Steps,
    /// Answers are counted that the survey does not offer.
    NotOffered,
    /// The counts that wait to be shown cannot be unpacked.
    Packed,
}

/// The type that a value has, or should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Null,
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// Text.
    Text,
    /// One of the words that can stand there.
    Word,
    /// A list.
    List,
    /// Named fields.
    Object,
}

impl From<MomentError> for Wrong {
    fn from(error: MomentError) -> Wrong {
        Wrong::Moment(error)
    }
}

/// The result of reading a value. The mistake is boxed to keep it small, because it is passed on from
/// field to field.
pub type Read<T> = Result<T, Box<Mistake>>;

impl From<Wrong> for Box<Mistake> {
    fn from(wrong: Wrong) -> Box<Mistake> {
        Box::new(Mistake { path: String::new(), wrong })
    }
}

impl Mistake {
    /// The same mistake with one more step in front of its path, as seen from the object or list around
    /// it: `step` is `.name` or `[2]`.
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

/// Text from a file as it can be quoted to a person: cut to 40 characters, and without control
/// characters.
pub fn excerpt(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    plain(&short) + cut
}

/// Text in which `U+FFFD` stands for every control character, and for every character that changes the
/// direction of the text after it.
pub fn plain(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}
