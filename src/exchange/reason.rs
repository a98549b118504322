//! Turns what the JSON reader says into words for a person. The reader's own words are made for
//! programmers; facts are taken from them, and the rest is said here.

use std::fmt::Display;

/// What is wrong with the content of a field, as a clause.
pub fn mistake(error: &serde_json::Error) -> String {
    let said = without_place(error);
    let quoted = |before: &str, after: &str| {
        let rest = said.strip_prefix(before)?;
        Some(excerpt(rest.split(after).next().unwrap_or(rest)))
    };
    if let Some(field) = quoted("missing field `", "`") {
        format!("“{field}” is missing")
    } else if let Some(field) = quoted("unknown field `", "`, ") {
        format!("Cairn knows no “{field}” in this place")
    } else if let Some(field) = quoted("duplicate field `", "`") {
        format!("“{field}” stands here twice")
    } else if let Some(word) = quoted("unknown variant `", "`, ") {
        let known = said.split("expected one of ").last().unwrap_or_default();
        let known = known.split(", ").map(|word| format!("“{}”", word.trim_matches('`')));
        let known: Vec<String> = known.collect();
        format!("“{word}” is not one of the words that can stand here ({})", known.join(", "))
    } else if let Some((found, expected)) =
        said.strip_prefix("invalid type: ").and_then(|types| types.rsplit_once(", expected "))
    {
        format!(
            "this should be {}, but it is {}",
            expected_in_words(expected),
            found_in_words(found)
        )
    } else if said.starts_with("invalid length") {
        "this list has too few or too many entries".to_owned()
    } else if said.starts_with("invalid value") {
        "this is not a number that can stand here".to_owned()
    } else if said.starts_with("expected value") {
        "this should be one of the words that Cairn knows here, but it is not text".to_owned()
    } else {
        let said: String = said.chars().take(160).collect();
        plain(&said)
    }
}

/// What stands where the text stops being JSON, as a thing that is found.
pub fn oddity(error: &serde_json::Error) -> &'static str {
    let said = without_place(error);
    if said.starts_with("trailing characters") {
        "something after the end"
    } else if said.starts_with("control character") {
        "a control character, which cannot stand inside a text"
    } else if said.contains("surrogate") || said.contains("end of hex escape") {
        "half of a character"
    } else if said.contains("escape") || said.contains("unicode code point") {
        "a character that is written in a wrong way"
    } else if said.contains("number") {
        "a number that is written in a wrong way"
    } else {
        "something that does not belong there"
    }
}

/// Text from a file as it can be quoted to a person: short, and without control characters.
pub fn excerpt(text: impl Display) -> String {
    let text = text.to_string();
    let short: String = text.chars().take(40).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    plain(&short) + cut
}

fn plain(text: &str) -> String {
    text.chars().map(|c| if steers_text(c) { '\u{fffd}' } else { c }).collect()
}

/// Control characters, and those that turn the direction of all text after them.
fn steers_text(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).map(str::to_owned).unwrap_or(said)
}

fn expected_in_words(expected: &str) -> &'static str {
    match expected {
        "a string" | "string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i64" => "a whole number",
        _ if expected.starts_with("struct") || expected.contains("map") => {
            "a group of named fields"
        }
        _ => "something else",
    }
}

fn found_in_words(found: &str) -> &'static str {
    match found.split(' ').next().unwrap_or_default() {
        "string" => "text",
        "integer" | "floating" | "number" => "a number",
        "boolean" => "true or false",
        "sequence" => "a list",
        "map" => "a group of named fields",
        "null" | "unit" => "empty (null)",
        _ => "something else",
    }
}
