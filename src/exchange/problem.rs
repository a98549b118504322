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
        /// The first byte that is not.
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
    /// JSON inside JSON inside JSON, beyond any file of ours.
    TooDeep {
        /// The line, from 1.
        line: usize,
    },
    /// Far more in it than in any file of ours.
    TooMuch {
        /// The line, from 1, up to which it was read.
        line: usize,
    },
    /// JSON, but nothing that says it is from Cairn.
    NotCairn,
    /// From a Cairn that knows more than this one.
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
    /// An id stands twice where each must be its own.
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
    /// More text behind the end.
    AfterTheEnd,
    /// A control character in a text.
    ControlCharacter,
    /// Half of a pair of surrogates, or of an escape.
    HalfACharacter,
    /// An escape that there is not.
    Escape,
    /// A number that is not one.
    Number,
    /// Anything else.
    Misplaced,
}

impl ImportError {
    /// The same problem in a part of a file, which stands at `place`.
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
