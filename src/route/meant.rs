//! Which address in the app a fragment was meant to be that a program in between has changed.

use crate::survey::link::{LONGEST, MOST_PACKED, unpacked};

/// The fragment as it was meant; `None` when it says what it means.
pub(super) fn meant(fragment: &str) -> Option<String> {
    let mut text = fragment.get(..LONGEST).unwrap_or(fragment).to_owned();
    let mut changed = false;
    for _ in 0..MOST_PACKED {
        let Some(unpacked) = unpacked(&text) else { break };
        (text, changed) = (unpacked, true);
    }
    // What is in front of the first letter or in a word of the address is none of it.
    let start = text.find(|c: char| c.is_ascii_alphanumeric())?;
    let (name, rest) =
        text[start..].split_at(text[start..].find(['/']).unwrap_or(text.len() - start));
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.eq_ignore_ascii_case("survey") {
        return Some(["#/survey", rest].concat());
    }
    changed.then(|| ["#/", text[start..].trim_end()].concat())
}
