//! Why a file was not opened.

use crate::json::Wrong;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The file is larger than the limit; sizes in bytes.
    TooLarge {
        /// The size of the file.
        found: usize,
    },
    /// The file is empty.
    Empty,
    /// The bytes are not text in UTF-8.
    NotText {
        /// The first byte that is not UTF-8, counted from 1.
        at: usize,
    },
    /// The text is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        oddity: Oddity,
    },
    /// The text stops before the JSON is complete.
    Truncated {
        /// The line, from 1, on which it stops.
        line: usize,
    },
    /// The JSON is nested deeper than in any file of Cairn's.
    TooDeep {
        /// The line, from 1.
        line: usize,
    },
    /// The JSON has far more values than any file of Cairn's.
    TooMuch {
        /// The line, from 1, up to which it was read.
        line: usize,
    },
    /// JSON, but nothing that says it is from Cairn.
    NotCairn,
    /// The file is in a newer version of the format.
    NewerVersion {
        /// The version of the file.
        found: u64,
        /// The newest version that can be opened.
        supported: u32,
    },
    /// The version is not a number from 1 up.
    BadVersion,
    /// From Cairn, but of a kind that cannot be opened here.
    OtherKind {
        /// The kind of the file.
        found: String,
    },
    /// A field is missing, unknown, or of the wrong type.
    Field {
        /// The path to it, such as `data.evidence[2].date`.
        path: String,
        /// What is wrong.
        wrong: Wrong,
    },
    /// An id stands twice where ids must be unique.
    Duplicate {
        /// What has the id: evidence, action, audit, …
        what: &'static str,
        /// The id.
        id: String,
    },
    /// An id with characters or a length that no id has.
    BadId {
        /// What has the id.
        what: &'static str,
        /// The id, cut short.
        id: String,
    },
    /// For a framework that is not built in.
    OtherFramework {
        /// The framework's id.
        found: String,
    },
}

/// What stands where a text stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// More text after the end.
    AfterTheEnd,
    /// A control character in a text.
    ControlCharacter,
    /// Half of a pair of surrogates, or of an escape.
    HalfACharacter,
    /// An escape that JSON does not have.
    Escape,
    /// A number that is not written as JSON writes it.
    Number,
    /// Anything else.
    Misplaced,
}

impl ImportError {
    /// The same problem, seen from the whole file: `place` is the path to the part that the problem is
    /// in.
    pub fn within(self, place: &str) -> ImportError {
        match self {
            ImportError::Field { path, wrong } => {
                let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
                ImportError::Field { path: [place, dot, &path].concat(), wrong }
            }
            other => other,
        }
    }
}
