//! How clear a team is on what a quality question asks for.

use crate::records::Value;

/// How clear a team is, in four steps. Each quality question asks for clarity of its own: on the
/// purpose, on functions and roles, on criteria, on evidence, on priorities, on information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clarity {
    /// Not clear.
    NotClear,
    /// Partly clear.
    PartlyClear,
    /// Mostly clear.
    MostlyClear,
    /// Clear.
    Clear,
}

impl Clarity {
    /// Every step, from the lowest.
    pub const ALL: [Clarity; 4] =
        [Clarity::NotClear, Clarity::PartlyClear, Clarity::MostlyClear, Clarity::Clear];

    /// The names in files, in the order of [`Clarity::ALL`].
    pub const NAMES: [&'static str; 4] = ["not_clear", "partly_clear", "mostly_clear", "clear"];

    /// The name in files.
    pub const fn word(self) -> &'static str {
        Clarity::NAMES[self as usize]
    }

    /// The step with this name in files.
    pub fn of(word: &str) -> Option<Clarity> {
        Clarity::ALL.into_iter().find(|clarity| clarity.word() == word)
    }

    /// Which step it is, from 1 to 4.
    pub fn step(self) -> usize {
        self as usize + 1
    }

    /// True for the lower two steps, where the team has something to make clearer.
    pub fn wants_work(self) -> bool {
        self < Clarity::MostlyClear
    }
}

impl From<Clarity> for Value {
    fn from(clarity: Clarity) -> Value {
        Value::Word(clarity.word())
    }
}
