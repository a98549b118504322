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
    /// A field that nobody knows.
    Unknown(String),
    /// A field stands twice.
    Twice(String),
    /// A value is of another type.
    Type {
        /// What should be there.
        expected: Shape,
        /// What is.
        found: Shape,
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
    /// A number beyond any that can be counted with.
    TooLarge,
    /// A number above the most that can stand there.
    Above(usize),
    /// A number that is not from the first to the last of these.
    Outside(u32, u32),
    /// Not as many numbers in a list as there should be: this many.
    Numbers(usize),
    /// Not a number for each of the six answers to a statement.
    Counts,
    /// Not a day or a moment.
    Moment(MomentError),
    /// Not an id of a survey, a response or a batch of sheets.
    SurveyId,
    /// One of some ids stands twice.
    IdTwice,
    /// A comment beyond its longest: this many characters.
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
    /// What waits to be shown cannot be unpacked.
    Packed,
}

/// What a value is, or should be.
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
