//! Finds codes in any text that comes back: mails with quoted lines and with lines broken anywhere,
//! chats, notes, several codes in one.
//!
//! Symbols whose checksum is right are a code, whatever stands around it or between its letters.
//! Anything else that looks like a code is one problem, however it was torn. The work grows with the
//! length of the text and no faster, whatever stands in it.

use crate::survey::code::{CodeProblem, LONGEST, MARKER, read, whole};
use crate::survey::join::{Found, join};
use crate::survey::part::{Part, begins_well, groups};
use crate::survey::passing::WAYS;
use crate::survey::response::Response;
use crate::survey::signs::{Kind, Sign, meant, written};

/// How many signs a code can be spread over, those between its symbols included.
const WIDEST: usize = 4 * LONGEST;

/// Every code in a text, in the order in which they stand there. Something that looks like a code and
/// cannot be read gives a problem; it is not passed over.
pub fn find_codes(text: &str) -> Vec<Result<Response, CodeProblem>> {
    let (signs, differs) = meant(text);
    let mut found = look_through(&signs);
    // What looked like an escape can be part of the code itself, so look through the text as it is
    // written too.
    if differs && found.iter().any(|found| found.code.is_err()) {
        for other in look_through(&written(text)) {
            let instead = |it: &Found| it.code.is_err() && it.from < other.to && other.from < it.to;
            if other.code.is_ok()
                && let Some(place) = found.iter().position(instead)
            {
                found[place] = other;
            }
        }
    }
    found.into_iter().map(|found| found.code).collect()
}

fn look_through(signs: &[Sign]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut markers = markers(signs).into_iter().peekable();
    // Without a marker a code can begin almost anywhere. No more than this many signs are read in such
    // tries.
    let mut tries = 8 * signs.len() + WIDEST;
    let mut place = 0;
    while place < signs.len() {
        while markers.next_if(|(from, _)| *from < place).is_some() {}
        let marker = markers.next_if(|(from, _)| *from == place);
        let until = markers.peek().map_or(signs.len(), |(from, _)| *from);
        let end = match marker {
            Some((from, after)) => after_marker(&signs[..until], from, after, &mut found),
            None if groups(&signs[..until], place) => {
                Some(without_marker(&signs[..until], place, &mut tries, &mut found))
            }
            None => None,
        };
        place = end.or(marker.map(|(_, after)| after)).unwrap_or(place + 1).max(place + 1);
    }
    join(&mut found, signs);
    found
}

/// The places where each marker begins and ends. A marker has an I, and codes are written without one,
/// so no marker is found inside a code.
fn markers(signs: &[Sign]) -> Vec<(usize, usize)> {
    let letters = MARKER.as_bytes();
    let mut markers = Vec::new();
    let (mut from, mut seen) = (0, 0);
    for (place, sign) in signs.iter().enumerate() {
        match sign.kind {
            Kind::Symbol if sign.letter == letters[seen] => seen += 1,
            Kind::Symbol | Kind::Letter => seen = usize::from(sign.letter == letters[0]),
            _ => continue,
        }
        if seen == 1 {
            from = place;
        }
        if seen == letters.len() {
            markers.push((from, place + 1));
            seen = 0;
        }
    }
    markers
}

/// Reads what stands after a marker, up to the end of `signs`, and adds it to `found`. Gives the place
/// after it; `None` when the marker is only a word in a sentence.
fn after_marker(
    signs: &[Sign],
    from: usize,
    after: usize,
    found: &mut Vec<Found>,
) -> Option<usize> {
    if let Some((code, end)) = proved(&signs[after..]) {
        return Some(put(found, signs, from, after + end, code));
    }
    let part = Part::after_marker(signs, after)?;
    let problem = if part.is_cut_short() { CodeProblem::CutShort } else { CodeProblem::Damaged };
    let end = put(found, signs, from, part.end, Err(problem));
    note(found, part, true);
    Some(end)
}

/// Reads groups of symbols that begin at `place`, and adds what it reads to `found`. Gives the place
/// after them.
fn without_marker(
    signs: &[Sign],
    place: usize,
    tries: &mut usize,
    found: &mut Vec<Found>,
) -> usize {
    let reach = WIDEST.min(signs.len() - place);
    if begins_well(&signs[place..]) && *tries >= reach {
        *tries -= reach;
        if let Some((code, end)) = proved(&signs[place..]) {
            return put(found, signs, place, place + end, code);
        }
    }
    let part = Part::at(signs, place);
    let end = put(found, signs, place, part.end, Err(CodeProblem::Damaged));
    note(found, part, false);
    end
}

fn put(
    found: &mut Vec<Found>,
    signs: &[Sign],
    from: usize,
    end: usize,
    code: Result<Response, CodeProblem>,
) -> usize {
    let to = signs[from..end].last().map_or(0, |sign| sign.at + 1);
    found.push(Found { code, from: signs[from].at, to, values: Vec::new(), cuts: Vec::new() });
    end
}

fn note(found: &mut [Found], part: Part, begins: bool) {
    if let Some(last) = found.last_mut() {
        (last.values, last.cuts) = (part.values, if begins { part.cuts } else { Vec::new() });
    }
}

/// The code that `signs` begin with, and the place after it; `None` when no checksum proves one.
fn proved(signs: &[Sign]) -> Option<(Result<Response, CodeProblem>, usize)> {
    let signs = &signs[..signs.len().min(WIDEST)];
    WAYS.iter().find_map(|way| {
        let places = way(signs);
        let values: Vec<u8> = places.iter().map(|place| signs[*place].value).collect();
        let whole = whole(&values)?;
        Some((read(values.get(..whole)?)?, places[whole - 1] + 1))
    })
}
