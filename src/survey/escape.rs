//! Escapes: one character that is written as several, in mails (`=C2=A0`, and `=` at the end of a
//! line), in addresses (`%20`), in web pages (`&shy;`, `&#8203;`, `<br>`), and in programs' texts
//! (`\u200b`).

use crate::survey::code::MARKER;

/// The longest mark-up that is passed over, in bytes.
const LONGEST_TAG: usize = 400;

/// The escape that `text` begins with: its length in bytes, and the character that is meant. An escape
/// for something invisible gives a soft hyphen, which callers leave out. `None` when the first
/// character stands for itself.
pub fn escape(text: &str) -> Option<(usize, char)> {
    match text.as_bytes().first()? {
        b'=' => end_of_line(text).or_else(|| bytes(text, b'=')),
        b'%' => bytes(text, b'%'),
        b'&' => entity(text),
        b'<' => tag(text),
        b'\\' => backslash(text),
        _ => None,
    }
}

/// `=` at the end of a line: the text goes on in the next line without a break.
fn end_of_line(text: &str) -> Option<(usize, char)> {
    let rest = text[1..].trim_start_matches([' ', '\t']);
    let after = rest.strip_prefix('\r').unwrap_or(rest);
    let after = after.strip_prefix('\n').or((after.len() < rest.len()).then_some(after))?;
    Some((text.len() - after.len(), '\u{ad}'))
}

/// One character as its bytes, each written as two hexadecimal digits after `sign`. The percent sign
/// can itself have been written as `%25`, once or more.
fn bytes(text: &str, sign: u8) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let (mut at, mut found) = (0, Vec::new());
    while found.len() < 4 && bytes.get(at) == Some(&sign) {
        at += 1;
        while sign == b'%' && bytes.get(at..at + 2) == Some(b"25") && is_byte(bytes, at + 2) {
            at += 2;
        }
        let Some(byte) = byte(bytes, at) else { break };
        at += 2;
        found.push(byte);
        if let Ok(meant) = std::str::from_utf8(&found) {
            let c = meant.chars().next()?;
            // Mails escape only characters that could not stand there by themselves, so `=41` is no
            // escape of the letter A.
            let needed = sign == b'%' || !c.is_ascii_alphanumeric() && c >= ' ' || c == '\t';
            return (needed || c == '\r' || c == '\n').then_some((at, c));
        }
    }
    // Single bytes of the time before UTF-8 (Windows-1252): quotation marks, dashes, an ellipsis, a
    // blank and a soft hyphen.
    let old = [
        (0x91..=0x94, '\''),
        (0x96..=0x97, '-'),
        (0x85..=0x85, '.'),
        (0xa0..=0xa0, ' '),
        (0xad..=0xad, '\u{ad}'),
    ];
    let first = found.first()?;
    let (_, c) = old.iter().find(|(bytes, _)| bytes.contains(first))?;
    Some((3, *c))
}

fn is_byte(bytes: &[u8], at: usize) -> bool {
    byte(bytes, at).is_some()
}

fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    let digits = bytes.get(at..at + 2)?;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(digits[0])? << 4 | digit(digits[1])?).ok()
}

/// `&nbsp;` and the like. A name that is not known here gives a full stop: no named entity stands for a
/// symbol.
fn entity(text: &str) -> Option<(usize, char)> {
    // The ampersand can itself have been written as `&amp;`, once or more.
    let mut start = 1;
    while text[start..].starts_with("amp;") {
        start += 4;
    }
    let name_length = text.as_bytes()[start..].iter().take(10).position(|byte| *byte == b';')?;
    let name = &text[start..start + name_length];
    let number = name.strip_prefix('#');
    let c = match number.map(|number| (number, number.strip_prefix(['x', 'X']))) {
        Some((_, Some(digits))) => char::from_u32(u32::from_str_radix(digits, 16).ok()?)?,
        Some((digits, None)) => char::from_u32(digits.parse().ok()?)?,
        None if name.len() < 2 || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            return None;
        }
        None => named(name),
    };
    Some((start + name_length + 1, c))
}

fn named(name: &str) -> char {
    match name {
        "quot" => '"',
        "apos" => '\'',
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "shy" | "zwj" | "zwnj" | "lrm" | "rlm" | "ZeroWidthSpace" => '\u{ad}',
        "ndash" | "mdash" | "minus" | "hyphen" | "dash" | "horbar" => '-',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        _ => '.',
    }
}

/// A tag or a comment of a web page. Some break a line, the others do not show.
fn tag(text: &str) -> Option<(usize, char)> {
    const BREAKS: [&str; 8] = ["br", "p", "div", "tr", "li", "td", "blockquote", "pre"];
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST_TAG).skip(1).position(|it| matches!(it, b'<' | b'>'))? + 1;
    if bytes[end] != b'>' {
        return None;
    }
    let inside = text[1..end].strip_prefix('/').unwrap_or(&text[1..end]);
    if inside.starts_with('!') {
        return Some((end + 1, '\u{ad}'));
    }
    let letters = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = inside.split_at(letters);
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.len() <= 10
        && !name.eq_ignore_ascii_case(MARKER)
        && (rest.is_empty() || rest.starts_with(['/', ' ', '\t', '\r', '\n']));
    let breaks = BREAKS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    is_tag.then_some((end + 1, if breaks { '\n' } else { '\u{ad}' }))
}

/// A backslash with the character after it: `\n`, `\r`, `\t`, or `\u` and four hexadecimal digits.
fn backslash(text: &str) -> Option<(usize, char)> {
    match text.as_bytes().get(1)? {
        b'n' | b'r' => Some((2, '\n')),
        b't' => Some((2, ' ')),
        b'u' => {
            let digits = text.get(2..6)?;
            Some((6, char::from_u32(u32::from_str_radix(digits, 16).ok()?)?))
        }
        _ => None,
    }
}
