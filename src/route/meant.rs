//! Restores a fragment that a program has changed on its way.

use crate::survey::link::{LONGEST, MOST_PACKED, unpacked};

/// The fragment as it was before a program changed it; `None` when no change is found.
pub(super) fn meant(fragment: &str) -> Option<String> {
    let mut text = fragment.get(..LONGEST).unwrap_or(fragment).to_owned();
    let mut changed = false;
    for _ in 0..MOST_PACKED {
        let Some(unpacked) = unpacked(&text) else { break };
        (text, changed) = (unpacked, true);
    }
    // Signs before the first letter, or inside the first word, are not part of the address.
    let start = text.find(|c: char| c.is_ascii_alphanumeric())?;
    let (name, rest) =
        text[start..].split_at(text[start..].find(['/']).unwrap_or(text.len() - start));
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.eq_ignore_ascii_case("survey") {
        return Some(["#/survey", rest].concat());
    }
    changed.then(|| ["#/", text[start..].trim_end()].concat())
}
