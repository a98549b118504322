//! The sentences that say why a file was not opened, and where in it the mistake is.

use std::fmt;

use crate::exchange::ImportError;
use crate::exchange::problem::Oddity;
use crate::json::{Shape, Wrong, excerpt, plain};
use crate::moment::MomentError;

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
            ImportError::NotJson { line, oddity } => write!(
                f,
                "This is not a Cairn file, or it was damaged: in line {line} there is {oddity}."
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
            ImportError::Field { path, wrong } if path.is_empty() => {
                write!(f, "There is a mistake in this file: {wrong}.")
            }
            ImportError::Field { path, wrong } => {
                write!(f, "There is a mistake in this file, in “{path}”: {wrong}.")
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

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Oddity::AfterTheEnd => "something after the end",
            Oddity::ControlCharacter => "a control character, which a text cannot hold",
            Oddity::HalfACharacter => "half of a character",
            Oddity::Escape => "a wrongly written character",
            Oddity::Number => "a wrongly written number",
            Oddity::Misplaced => "something that does not belong there",
        })
    }
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
            Wrong::TooLarge => f.write_str("this number is too large"),
            Wrong::Above(most) => write!(f, "this number is at most {most}"),
            Wrong::Outside(least, most) => {
                write!(f, "this number should be from {least} to {most}")
            }
            Wrong::Numbers(count) => write!(f, "there should be {count} numbers here"),
            Wrong::Counts => f.write_str("there should be six numbers here, one for each answer"),
            Wrong::Moment(error) => f.write_str(&plain(&error.to_string())),
            Wrong::SurveyId => {
                f.write_str("this id should be eight small letters and digits, as Cairn makes them")
            }
            Wrong::IdTwice => f.write_str("one of these ids is here twice"),
            Wrong::LongComment(most) => {
                let (thousands, rest) = (most / 1000, most % 1000);
                write!(f, "a comment can have {thousands},{rest:03} characters at most")
            }
            Wrong::MoreTyped => f.write_str("more answers were typed in than there are"),
            Wrong::MoreAnswers { answers, people } => {
                write!(f, "a statement has {answers} answers, but only {people} people answered")
            }
            Wrong::Steps => f.write_str("the steps of its results do not fit what was counted"),
            Wrong::NotOffered => f.write_str("it counts answers that this survey does not offer"),
            Wrong::Packed => f.write_str("the answers that wait to be shown are damaged"),
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Shape::Null => "empty (null)",
            Shape::Flag => "true or false",
            Shape::Number => "a number",
            Shape::Whole => "a whole number",
            Shape::Text => "text",
            Shape::Word => "one of the words that Cairn knows here",
            Shape::List => "a list",
            Shape::Object => "a group of named fields",
        })
    }
}

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MomentError::DateForm(text) => {
                write!(f, "“{}” is not a date such as 2026-11-22", beginning(text))
            }
            MomentError::NoSuchDay(text) => {
                write!(f, "there is no such day as {}", beginning(text))
            }
            MomentError::TimestampForm(text) => {
                write!(f, "“{}” is not a time such as 2026-11-22T10:42:03Z", beginning(text))
            }
        }
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}
