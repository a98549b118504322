//! From the bytes of a file to the text of a Cairn file: whatever another program has put around the
//! text, or made of its letters, as long as nothing is in doubt.

use std::borrow::Cow;

use crate::exchange::problem::ImportError;

/// The text of a file. Fails when the bytes are no text.
pub fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        // What begins a file is one of the first letters that there are.
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

/// A text without what nobody sees at its ends.
pub fn bare(text: &str) -> &str {
    text.trim_matches(is_unseen)
}

/// True for blanks, marks of byte order and of direction, letters without width, and what fills up a
/// file or controls a printer.
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

/// The one object in a text that stands among words, as in a mail; `None` when there is none, or when
/// there may be another.
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
