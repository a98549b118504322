//! Finds Cairn files inside the text of a message, also when a mail program has quoted the text, broken
//! its lines or changed its quotation marks. A file has no checksum, so one counts only when it can be
//! read as a whole.

use crate::exchange::{File, ImportError, from_text};
use crate::survey::escape::escape;

/// What was found in a text.
#[derive(Debug, Default)]
pub struct Embedded {
    /// The files in their order, and the reason for each that cannot be read.
    pub files: Vec<Result<File, ImportError>>,
    /// The text without them.
    pub rest: String,
}

/// Finds the files in a text.
pub fn embedded(text: &str) -> Embedded {
    let found = look_through(text);
    if !found.files.is_empty() && found.files.iter().all(Result::is_ok) {
        return found;
    }
    // The source of a web page or a mail writes some characters as escapes, such as `&quot;`.
    let meant = look_through(&meant(text));
    let read = |found: &Embedded| found.files.iter().filter(|file| file.is_ok()).count();
    if read(&meant) > read(&found) { meant } else { found }
}

fn look_through(text: &str) -> Embedded {
    let mut found = Embedded::default();
    let mut place = 0;
    while let Some(at) = text[place..].find('{') {
        let at = place + at;
        if !opens(&text[at..]) {
            found.rest.push_str(&text[place..=at]);
            place = at + 1;
            continue;
        }
        found.rest.push_str(&text[place..at]);
        found.rest.push('\n');
        let (object, length) = object(&text[at..]);
        found.files.push(from_text(&object));
        place = at + length;
    }
    found.rest.push_str(&text[place..]);
    found
}

fn meant(text: &str) -> String {
    let mut meant = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // A backslash or a percent sign is the file's own.
        let escaped = Some(rest).filter(|_| !matches!(c, '\\' | '%')).and_then(escape);
        let (bytes, c) = escaped.unwrap_or((c.len_utf8(), c));
        if c != '\u{ad}' {
            meant.push(c);
        }
        rest = &rest[bytes..];
    }
    meant
}

/// True where a Cairn file begins: its first field is `format`, or `app` when another program has
/// sorted the fields.
fn opens(text: &str) -> bool {
    let first =
        text[1..].trim_start_matches(|c: char| is_blank(c) || matches!(c, '>' | '|' | '\n'));
    let Some(name) = first.strip_prefix(is_quote) else { return false };
    ["format", "app"]
        .iter()
        .any(|field| name.strip_prefix(field).is_some_and(|rest| rest.starts_with(is_quote)))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂')
}

/// The JSON object at the beginning of `text`, as it was before programs changed it on the way; and the
/// bytes that it takes in `text`. An object that breaks off is given as far as it goes.
fn object(text: &str) -> (String, usize) {
    let mut object = String::new();
    let mut depth = 0_usize;
    // The quotation mark that began the text we are in; `None` between texts.
    let mut within = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let rest = &text[next..];
        if at > 0 && c == '{' && opens(&text[at..]) {
            // Another file begins before this one has ended.
            break;
        }
        at = next;
        match (within, c) {
            (_, '\n') => {
                let mark = |c: char| is_blank(c) || matches!(c, '>' | '|');
                at += rest.len() - rest.trim_start_matches(mark).len();
                // Inside a text, the mail program has broken the line at a blank.
                match within {
                    None => object.push('\n'),
                    Some(_) if object.ends_with(' ') => {}
                    Some(_) => object.push(' '),
                }
            }
            (_, '\r') => {}
            (Some(_), '\\') => {
                let escaped = rest.chars().next().unwrap_or('\\');
                at += rest.chars().next().map_or(0, char::len_utf8);
                object.push('\\');
                object.push(if is_quote(escaped) { '"' } else { escaped });
            }
            (Some(mark), c) if is_quote(c) => {
                let after = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                let ends = after.is_empty() || after.starts_with([',', ':', '}', ']']);
                if (mark == '"' && c == '"') || (mark != '"' && ends) {
                    within = None;
                    object.push('"');
                } else {
                    if c == '"' {
                        object.push('\\');
                    }
                    object.push(c);
                }
            }
            (Some(_), c) => object.push(c),
            (None, c) if is_quote(c) => {
                within = Some(c);
                object.push('"');
            }
            (None, c) if is_blank(c) => object.push(' '),
            (None, c) => {
                object.push(c);
                match c {
                    '{' | '[' => depth += 1,
                    '}' | ']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
        }
    }
    (object, at)
}
