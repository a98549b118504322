//! Ways to read a code past what stands in it that looks like symbols and is none: numbers of parts,
//! initials in front of quoted lines, sentences between two halves. Which of them was right, the
//! checksum tells.

use crate::survey::code::GROUP;
use crate::survey::signs::{Kind, Sign};

/// The most signs that stand in brackets beside a part of a code.
const LONGEST_IN_BRACKETS: usize = 40;

/// Where the symbols stand that are read in one of the ways.
pub type Way = fn(&[Sign]) -> Vec<usize>;

/// The ways, the plain one first.
pub const WAYS: [Way; 4] = [every_symbol, outside_brackets, after_what_begins_a_line, in_groups];

fn every_symbol(signs: &[Sign]) -> Vec<usize> {
    (0..signs.len()).filter(|place| signs[*place].is_symbol()).collect()
}

/// Past `(2/2)` and `[Part 2 of 2]`.
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

/// Past `JD> `, `12: ` and `2/2 ` at the beginnings of lines: a line begins with the group in front of
/// its first dash, or after its last mark if there is no dash in it.
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

/// Of words that look like a part of a code, and of no others.
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

/// True for a word with a dash in it whose groups, but for the first and the last, are of six symbols;
/// and which is no word of any language, since it has a digit in it, or three such groups, or begins or
/// ends with the dash.
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
