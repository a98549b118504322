//! Turns what the JSON reader says into words for a person. The reader's own words are made for
//! programmers; facts are taken from them, and the rest is said here.

use crate::json::plain;

/// What stands where the text stops being JSON, as a thing that is found.
pub fn oddity(said: &str) -> &'static str {
    if said.starts_with("trailing characters") {
        "something after the end"
    } else if said.starts_with("control character") {
        "a control character, which a text cannot hold"
    } else if said.contains("surrogate") || said.contains("end of hex escape") {
        "half of a character"
    } else if said.contains("escape") || said.contains("unicode code point") {
        "a wrongly written character"
    } else if said.contains("number") {
        "a wrongly written number"
    } else {
        "something that does not belong there"
    }
}

/// The path to a field as it can be shown to a person. Ids from the file stand in it, and they can
/// be anything: of a long one the middle is left out.
pub fn shown(path: &str) -> String {
    let chars: Vec<char> = plain(path).chars().collect();
    match chars.len() {
        0..=120 => chars.into_iter().collect(),
        length => chars[..60].iter().chain(&['…']).chain(&chars[length - 59..]).collect(),
    }
}

/// What the reader says, without the line and column that it adds.
pub fn said(error: &serde_json::Error) -> String {
    let mut said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    if said.ends_with(&place) {
        said.truncate(said.len() - place.len());
    }
    said
}
