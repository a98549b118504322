//! Learning standards: the competencies and the knowledge that a post asks for. Evidence of learning is
//! gathered and looked at against them.

use crate::form::{Field, List, SHARED};
use crate::records::{Item, Record};

/// Whether the standard is about a competency or about knowledge.
pub static ABOUT: Field = Field::word("about", "what the standard is about", &About::NAMES);
/// What the post asks for.
pub static TEXT: Field = Field::text("text", "what the post asks for");
/// How far along the person is with the standard.
pub static LEVEL: Field = Field::word("level", "how far along the person is", &Level::NAMES);
/// What shows how far along the person is.
pub static NOTE: Field = Field::text("note", "what shows it");

/// The list of learning standards.
pub static LIST: List = List {
    name: "standards",
    one: "a learning standard",
    several: "learning standards",
    title: Some(&TEXT),
    fields: &[&ABOUT, &TEXT, &LEVEL, &NOTE, &SHARED],
    ..List::USUAL
};

/// What a standard is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// Something to be able to do.
    Competency,
    /// Something to know.
    Knowledge,
}

impl About {
    /// Both, in order.
    pub const ALL: [About; 2] = [About::Competency, About::Knowledge];

    /// The names in files, in the order of [`About::ALL`].
    pub const NAMES: [&'static str; 2] = ["competency", "knowledge"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        About::NAMES[self as usize]
    }
}

/// How far along a person is with a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// At the beginning.
    Beginning,
    /// On the way.
    Growing,
    /// Able to rely on it.
    Secure,
    /// Able to show others.
    Leading,
}

impl Level {
    /// Every level, in order.
    pub const ALL: [Level; 4] = [Level::Beginning, Level::Growing, Level::Secure, Level::Leading];

    /// The names in files, in the order of [`Level::ALL`].
    pub const NAMES: [&'static str; 4] = ["beginning", "growing", "secure", "leading"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Level::NAMES[self as usize]
    }
}

/// A learning standard.
#[derive(Debug, Clone, Copy)]
pub struct Standard<'a>(pub &'a Item);

impl<'a> Standard<'a> {
    /// What it is about; a competency unless it says otherwise.
    pub fn about(self) -> About {
        About::ALL
            .into_iter()
            .find(|about| about.name() == self.0.text(&ABOUT))
            .unwrap_or(About::Competency)
    }

    /// What the post asks for.
    pub fn text(self) -> &'a str {
        self.0.text(&TEXT)
    }

    /// How far along the person is; `None` when nobody has said.
    pub fn level(self) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.name() == self.0.text(&LEVEL))
    }

    /// What shows how far along the person is.
    pub fn note(self) -> &'a str {
        self.0.text(&NOTE)
    }
}

/// The standards of a book, in the order in which they were made.
pub fn all(book: &Record) -> impl Iterator<Item = Standard<'_>> {
    book.items(&LIST).iter().map(Standard)
}

/// The standards about competencies, or those about knowledge.
pub fn about(book: &Record, about: About) -> impl Iterator<Item = Standard<'_>> {
    all(book).filter(move |standard| standard.about() == about)
}

/// How many standards are at a level; with `None`, how many have no level yet.
pub fn at_level(book: &Record, level: Option<Level>) -> usize {
    all(book).filter(|standard| standard.level() == level).count()
}
