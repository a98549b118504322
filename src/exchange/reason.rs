//! Takes the facts out of what serde_json says about a text that is not JSON. Its own words are made
//! for programmers.

use crate::exchange::problem::Oddity;
use crate::json::plain;

/// What stands where the text stops being JSON, taken from the words of the reader.
pub fn oddity(said: &str) -> Oddity {
    if said.starts_with("trailing characters") {
        Oddity::AfterTheEnd
    } else if said.starts_with("control character") {
        Oddity::ControlCharacter
    } else if said.contains("surrogate") || said.contains("end of hex escape") {
        Oddity::HalfACharacter
    } else if said.contains("escape") || said.contains("unicode code point") {
        Oddity::Escape
    } else if said.contains("number") {
        Oddity::Number
    } else {
        Oddity::Misplaced
    }
}

/// The path to a field as it can be shown to a person. Ids from the file stand in it, and they can be
/// anything: control characters are replaced, and a path of more than 120 characters loses its middle.
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
