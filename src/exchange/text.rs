//! Gets the text of a Cairn file from the bytes of a file, also when another program has changed the
//! encoding or put other text around it. Where the result would be in doubt, it gives none.

use std::borrow::Cow;

use crate::exchange::problem::ImportError;

/// The text of a file in UTF-8 or UTF-16. Fails when the bytes are neither.
pub fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        // UTF-16 without a byte order mark: a Cairn file begins with ASCII, so every second byte is 0.
        [1..=255, 0, 1..=255, 0, ..] => utf_16(bytes, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => utf_16(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(ImportError::NotText { at: error.valid_up_to() + 1 }),
        },
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, ImportError> {
    let (units, odd) = bytes.as_chunks::<2>();
    let whole = odd.is_empty() || odd == [0] || odd == [b'\n'];
    let text: Result<String, _> =
        char::decode_utf16(units.iter().map(|pair| unit(*pair))).collect();
    match text {
        Ok(text) if whole => Ok(text.into()),
        _ => Err(ImportError::NotText { at: 1 }),
    }
}

/// The text without the invisible characters at its ends (see [`is_unseen`]).
pub fn bare(text: &str) -> &str {
    text.trim_matches(is_unseen)
}

/// True for characters that do not show: blanks, control characters, byte order and direction marks,
/// fillers, and characters without width.
pub fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The one JSON object inside other text, as in a mail; `None` when there is none or there may be
/// another, and when the text is nothing but the object.
pub fn object_among_words(text: &str) -> Option<&str> {
    let begin = text.find('{')?;
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (place, byte) in text.bytes().enumerate().skip(begin) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' if !in_text => depth += 1,
            b'}' if !in_text => {
                depth -= 1;
                if depth == 0 {
                    let (object, after) = (&text[begin..=place], &text[place + 1..]);
                    let alone = object.len() < text.len() && !after.contains(['{', '}']);
                    return alone.then_some(object);
                }
            }
            _ => {}
        }
    }
    None
}
