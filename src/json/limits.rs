//! How much can stand in a file. Far more than anyone will ever write, and little enough that whatever
//! is opened is read in a moment. The published schema states the same.

use crate::json::mistake::{Mistake, Read, Wrong, step};
use crate::json::value::Json;

/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 500_000;

/// The most groups of named fields in a list, such as items of evidence.
pub const MOST_ITEMS: usize = 10_000;

/// The most entries of any other list, and the most fields of one group.
pub const MOST_ENTRIES: usize = 100_000;

/// The lists of groups that no one fills by hand, and that can have as many as any other list.
pub const KEPT_LISTS: [&str; 1] = ["earlier_words"];

/// The most values of any kind in one file.
pub const MOST_VALUES: usize = 2_000_000;

/// The most bytes that a packed text unpacks to: more than the largest file that is opened, so that
/// whatever was stored when there were no limits comes back.
pub const MOST_UNPACKED: usize = 80 * 1024 * 1024;

/// Holds all that stands in a file to the limits. Fails with the first that goes beyond, and where.
pub fn within_limits(json: &Json) -> Read<()> {
    held("", json)
}

/// Holds a value to the limits that stands under `name`.
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

/// True for a text that no file can hold.
pub fn is_too_long(text: &str) -> bool {
    characters(text) > LONGEST_TEXT
}

fn at_most(found: usize, most: usize, what: &'static str) -> Read<()> {
    if found <= most {
        return Ok(());
    }
    Err(Box::new(Mistake { path: String::new(), wrong: Wrong::TooMany { found, most, what } }))
}

/// How many characters, counted only where there may be too many.
fn characters(text: &str) -> usize {
    if text.len() <= LONGEST_TEXT { text.len() } else { text.chars().count() }
}
