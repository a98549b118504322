//! Why a file was not opened: facts in the cases, words in `Display`.

use std::fmt;

/// Why a file was refused. Its `Display` is a sentence for a person: what is wrong, and where.
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
        /// What the reader found there.
        reason: String,
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
        reason: String,
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

impl ImportError {
    /// The same problem in a part of a file, which stands at `place`.
    pub fn within(self, place: &str) -> ImportError {
        match self {
            ImportError::Field { path, reason } => {
                let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
                ImportError::Field { path: [place, dot, &path].concat(), reason }
            }
            other => other,
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::TooLarge { found } => write!(
                f,
                "This file is {} MB. The largest that Cairn opens is 20 MB.",
                found.div_ceil(1024 * 1024)
            ),
            ImportError::Empty => f.write_str("This file is empty."),
            ImportError::NotText { .. } => f.write_str(
                "This file is not text, so it is not a Cairn file. A Cairn file ends in .json."
            ),
            ImportError::NotJson { line, reason } => write!(
                f,
                "This is not a Cairn file, or it was damaged: in line {line} there is {reason}."
            ),
            ImportError::Truncated { line } => write!(
                f,
                "This file is not complete: it stops in the middle, in line {line}. Ask for it to be sent again."
            ),
            ImportError::TooDeep { line } => {
                write!(f, "This is not a Cairn file: it has too many layers (in line {line}).")
            }
            ImportError::TooMuch { line } => write!(
                f,
                "There is more in this file than Cairn can open (it was read up to line {line})."
            ),
            ImportError::NotCairn => f.write_str(
                "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
            ),
            ImportError::NewerVersion { found, supported } => write!(
                f,
                "This file was made by a newer Cairn (file version {found}; this one opens files up to version {supported}). Reload this page to get the newest Cairn, then open the file again."
            ),
            ImportError::BadVersion => f.write_str(
                "This file does not say which Cairn can open it: its “version” is missing or wrong. Perhaps it was changed by hand or by another program. Ask for it to be saved from Cairn again.",
            ),
            ImportError::OtherKind { found } => write!(
                f,
                "This is a Cairn file of the kind “{found}”, which this Cairn cannot open. It opens audits, teams, people, organisations, backups, discussion cards, wording packs and answers to surveys."
            ),
            ImportError::Field { path, reason } if path.is_empty() => {
                write!(f, "There is a mistake in this file: {reason}.")
            }
            ImportError::Field { path, reason } => {
                write!(f, "There is a mistake in this file, in “{path}”: {reason}.")
            }
            ImportError::Duplicate { what, id } => {
                write!(f, "Two of the {what} in this file have the same id, “{id}”.")
            }
            ImportError::BadId { what, id } => write!(
                f,
                "Among the {what} in this file, one has the id “{id}”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens."
            ),
            ImportError::OtherFramework { found } => write!(
                f,
                "This file is for the framework “{found}”. This Cairn has only the Continuous Learning Framework (“clf”)."
            ),
        }
    }
}

impl std::error::Error for ImportError {}
