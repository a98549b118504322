//! The limits of what can stand in a file: far more than anyone will ever write, and little enough to
//! be read in a moment. The published schema states the same limits.

use crate::json::mistake::{Mistake, Read, Wrong, step};
use crate::json::value::Json;

/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 500_000;

/// The most objects in a list, such as items of evidence.
pub const MOST_ITEMS: usize = 10_000;

/// The most entries of any other list, and the most fields of one object.
pub const MOST_ENTRIES: usize = 100_000;

/// Lists of objects that nobody fills by hand: they can have as many entries as any other list.
pub const KEPT_LISTS: [&str; 1] = ["earlier_words"];

/// The most values of any kind in one file.
pub const MOST_VALUES: usize = 2_000_000;

/// The most bytes that a packed text unpacks to: more than the largest file that is opened, so that
/// texts that were stored before there were limits can still be unpacked.
pub const MOST_UNPACKED: usize = 80 * 1024 * 1024;

/// Checks everything in a file against the limits. Fails with the first value that exceeds one, and its
/// path.
pub fn within_limits(json: &Json) -> Read<()> {
    held("", json)
}

/// Checks the value under `name` against the limits.
fn held(name: &str, json: &Json) -> Read<()> {
    match json {
        Json::Text(text) => at_most(characters(text), LONGEST_TEXT, "characters"),
        Json::List(entries) => {
            let groups = matches!(entries.first(), Some(Json::Object(_)));
            let most =
                if groups && !KEPT_LISTS.contains(&name) { MOST_ITEMS } else { MOST_ENTRIES };
            at_most(entries.len(), most, "entries")?;
            entries.iter().enumerate().try_for_each(|(index, entry)| {
                held(name, entry).map_err(|mistake| mistake.within(&format!("[{index}]")))
            })
        }
        Json::Object(fields) => {
            at_most(fields.len(), MOST_ENTRIES, "fields")?;
            fields.iter().try_for_each(|(name, value)| {
                at_most(characters(name), LONGEST_TEXT, "characters")?;
                held(name, value).map_err(|mistake| mistake.within(&step(name)))
            })
        }
        _ => Ok(()),
    }
}

/// True for a text longer than [`LONGEST_TEXT`], which no file can hold.
pub fn is_too_long(text: &str) -> bool {
    characters(text) > LONGEST_TEXT
}

fn at_most(found: usize, most: usize, what: &'static str) -> Read<()> {
    if found <= most {
        return Ok(());
    }
    Err(Box::new(Mistake { path: String::new(), wrong: Wrong::TooMany { found, most, what } }))
}

/// The number of characters. A text with no more bytes than the limit cannot have too many, so its
/// characters are not counted: it gives its number of bytes.
fn characters(text: &str) -> usize {
    if text.len() <= LONGEST_TEXT { text.len() } else { text.chars().count() }
}
