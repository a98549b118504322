//! Ways to read a code past signs in it that look like symbols of it and are none: numbers of parts,
//! initials in front of quoted lines, sentences between two halves. The checksum tells which way was
//! right.

use crate::survey::code::GROUP;
use crate::survey::signs::{Kind, Sign};

/// The longest text in brackets that is read past, in signs.
const LONGEST_IN_BRACKETS: usize = 40;

/// One way to read: gives the places of the symbols that it takes.
pub type Way = fn(&[Sign]) -> Vec<usize>;

/// The ways, the plain one first.
pub const WAYS: [Way; 4] = [every_symbol, outside_brackets, after_what_begins_a_line, in_groups];

fn every_symbol(signs: &[Sign]) -> Vec<usize> {
    (0..signs.len()).filter(|place| signs[*place].is_symbol()).collect()
}

/// Reads past texts in brackets, such as `(2/2)` and `[Part 2 of 2]`.
fn outside_brackets(signs: &[Sign]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        if signs[place].kind == Kind::Open {
            let inside = signs[place..].iter().take(LONGEST_IN_BRACKETS);
            let end = inside.clone().position(|sign| sign.kind == Kind::Close);
            place += end.unwrap_or(0);
        } else if signs[place].is_symbol() {
            places.push(place);
        }
        place += 1;
    }
    places
}

/// Reads past `JD> `, `12: ` and `2/2 ` at the beginnings of all lines but the first. A line is read
/// from the group in front of its first dash or, if there is no dash in it, from after its last mark.
fn after_what_begins_a_line(signs: &[Sign]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    while start < signs.len() {
        let line = &signs[start..];
        let length = line.iter().position(|sign| sign.kind == Kind::Line).unwrap_or(line.len());
        let line = &line[..length];
        let begins = if start == 0 { 0 } else { begins(line) };
        let symbols = (begins..length).filter(|place| line[*place].is_symbol());
        places.extend(symbols.map(|place| start + place));
        start += length + 1;
    }
    places
}

fn begins(line: &[Sign]) -> usize {
    match line.iter().position(|sign| sign.kind == Kind::Dash) {
        Some(dash) => {
            line[..dash].iter().rposition(|sign| !sign.is_symbol()).map_or(0, |at| at + 1)
        }
        None => {
            let mark = |sign: &Sign| matches!(sign.kind, Kind::Mark | Kind::Close);
            line.iter().rposition(mark).map_or(0, |at| at + 1)
        }
    }
}

/// Takes the first word, and each word that looks like a part of a code.
fn in_groups(signs: &[Sign]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        let length = signs[place..].iter().take_while(|sign| sign.is_in_word()).count();
        if place == 0 || looks_like_a_part(&signs[place..place + length]) {
            places.extend((place..place + length).filter(|place| signs[*place].is_symbol()));
        }
        place += length.max(1);
    }
    places
}

/// True for a word with a dash in it that can be part of a code: the groups between its dashes have six
/// signs, the first and the last at most six. So that no word of any language is meant, it also has a
/// digit, or three groups between the first and the last, or is one group of six that begins or ends
/// with the dash.
pub fn looks_like_a_part(word: &[Sign]) -> bool {
    let mut groups = word.split(|sign| sign.kind == Kind::Dash).map(<[Sign]>::len);
    let (first, last) = (groups.next().unwrap_or(0), groups.next_back());
    let between = groups.clone().count();
    last.is_some_and(|last| {
        let ends_with_dash = between == 0 && first + last == GROUP && first.min(last) == 0;
        first <= GROUP
            && last <= GROUP
            && first + last + between > 0
            && groups.all(|length| length == GROUP)
            && (between > 2
                || ends_with_dash
                || word.iter().any(|sign| sign.letter.is_ascii_digit()))
    })
}
