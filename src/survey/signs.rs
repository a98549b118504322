//! A text as the signs that matter to a code or a link: symbols, dashes, and what stands between.
//!
//! Invisible characters are left out. Mail programs and web pages also write one character as several,
//! such as `=3D`, `%20` or `&shy;`; so a text can be taken as it is written, or as it is meant.

use crate::survey::escape::escape;
use crate::survey::symbols::value;

/// What a character is to a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One of the letters and digits that codes are made of.
    Symbol,
    /// A hyphen, or any dash that programs put in its place.
    Dash,
    /// A letter or digit that no code has.
    Letter,
    /// A bracket that opens.
    Open,
    /// A bracket that closes.
    Close,
    /// A blank.
    Blank,
    /// Anything else, such as a full stop, or the mark of a quoted line.
    Mark,
    /// The end of a line.
    Line,
}

/// One character of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// What it is.
    pub kind: Kind,
    /// The five bits that it stands for, if it is a symbol; else 0.
    pub value: u8,
    /// The character in capitals, if it is a symbol; else 0.
    pub letter: u8,
    /// Where in the text it stands, in bytes.
    pub at: u32,
}

impl Sign {
    /// The sign for a character; `None` for an invisible one.
    fn of(c: char, at: usize) -> Option<Sign> {
        let plain = plain(c);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if let Some(value) = value(plain) {
            return Some(Sign { kind: Kind::Symbol, value, letter: plain as u8, at });
        }
        let kind = match c {
            _ if is_dash(c) => Kind::Dash,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Line,
            '(' | '[' | '{' => Kind::Open,
            ')' | ']' | '}' => Kind::Close,
            _ if is_unseen(c) => return None,
            _ if c.is_whitespace() => Kind::Blank,
            _ if c.is_alphanumeric() => Kind::Letter,
            _ => Kind::Mark,
        };
        Some(Sign { kind, value: 0, letter: 0, at })
    }

    /// True for a symbol.
    pub fn is_symbol(self) -> bool {
        self.kind == Kind::Symbol
    }

    /// True for what words are made of: symbols, dashes and other letters.
    pub fn is_in_word(self) -> bool {
        matches!(self.kind, Kind::Symbol | Kind::Dash | Kind::Letter)
    }
}

/// The character in capitals. Full-width letters, and digits of other scripts, become plain ones:
/// phones and translating programs put them there.
fn plain(c: char) -> char {
    const ZEROS: [u32; 7] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce];
    let code = u32::from(c);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    let full_width = |letter: char| char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter);
    match (c, digit) {
        _ if c.is_ascii() => c.to_ascii_uppercase(),
        (_, Some(digit)) => char::from_digit(digit, 10).unwrap_or(c),
        ('\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}', _) => {
            full_width(c).to_ascii_uppercase()
        }
        _ => c,
    }
}

/// True for the dashes of all scripts, and for U+001E, which is how Word writes a hyphen at which no
/// line is broken.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '\u{1e}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10ead}'
    )
}

/// True for invisible characters: controls, places where a line may be broken, marks of direction, and
/// variation selectors, which choose between forms of a letter.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}'
            | '\u{e}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The signs of a text as it is written.
pub fn written(text: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (at, c) in text.char_indices() {
        put(&mut signs, c, at);
    }
    signs
}

/// The signs of a text as it is meant, with each escape read as its character, and whether there was
/// any.
pub fn meant(text: &str) -> (Vec<Sign>, bool) {
    let mut signs = Vec::new();
    let mut differs = false;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if let Some((bytes, meant)) = escape(&text[at..]) {
            differs = true;
            put(&mut signs, meant, at);
            at += bytes;
        } else {
            put(&mut signs, c, at);
            at += c.len_utf8();
        }
    }
    (signs, differs)
}

/// Adds the sign for a character. Blanks in a row become one sign, and so do marks. A row of blanks
/// with the end of a line in it becomes one end of a line.
fn put(signs: &mut Vec<Sign>, c: char, at: usize) {
    let Some(sign) = Sign::of(c, at) else { return };
    match (signs.last_mut(), sign.kind) {
        (Some(Sign { kind: Kind::Line, .. }), Kind::Line | Kind::Blank) => {}
        (Some(Sign { kind: Kind::Blank, .. }), Kind::Blank) => {}
        (Some(Sign { kind: Kind::Mark, .. }), Kind::Mark) => {}
        (Some(last @ Sign { kind: Kind::Blank, .. }), Kind::Line) => last.kind = Kind::Line,
        _ => signs.push(sign),
    }
}
