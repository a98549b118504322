//! Puts codes together whose halves stand apart: when the second message was pasted first, or someone
//! else's came between.

use std::collections::BTreeMap;

use crate::survey::code::{CodeProblem, HEAD, read, whole};
use crate::survey::passing::looks_like_a_part;
use crate::survey::response::Response;
use crate::survey::signs::Sign;

/// What a code says, or what is wrong with it.
type Code = Result<Response, CodeProblem>;

/// A code, or what is left of one.
#[derive(Debug)]
pub struct Found {
    /// What it says, or what is wrong with it.
    pub code: Code,
    /// Where in the text it begins, in bytes.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// The symbols of what is not proved.
    pub values: Vec<u8>,
    /// After how many of them the code could have been cut; none for what does not begin one.
    pub cuts: Vec<usize>,
}

/// How many symbols are read in vain before it is given up.
const MOST_WORK: usize = 2_000_000;

/// How many words of one length are tried.
const MOST_WORDS: usize = 50;

/// What could be the end of a code.
struct End {
    values: Vec<u8>,
    from: u32,
    to: u32,
}

/// What could be the end of a code, by how many symbols it has; and under `None` all that looks like one.
type Ends = BTreeMap<Option<usize>, Vec<End>>;

/// Puts the beginnings among what was found together with their ends, if the checksum proves them.
pub fn join(found: &mut Vec<Found>, signs: &[Sign]) {
    let mut ends: Ends = found.iter().flat_map(missing).map(|(_, key)| (key, Vec::new())).collect();
    if ends.is_empty() {
        return;
    }
    for found in found.iter().filter(|found| found.code.is_err() && found.cuts.is_empty()) {
        add(&mut ends, &found.values, found.from, found.to);
    }
    for word in signs.split(|sign| !sign.is_in_word()) {
        let (Some(first), Some(last)) = (word.first(), word.last()) else { continue };
        if ends.contains_key(&Some(word.len())) || looks_like_a_part(word) {
            let symbols = word.iter().filter(|sign| sign.is_symbol());
            let values: Vec<u8> = symbols.map(|sign| sign.value).collect();
            add(&mut ends, &values, first.at, last.at + 1);
        }
    }
    let mut work = MOST_WORK;
    let mut used = Vec::new();
    for found in found.iter_mut() {
        if let Some((code, end)) = joined(found, &ends, &mut work) {
            used.push(end);
            (found.code, found.cuts) = (code, Vec::new());
        }
    }
    // What was an end is no problem of its own.
    used.sort_unstable();
    let is_used = |found: &Found| {
        let before = used.partition_point(|(from, _)| *from < found.to);
        before > 0 && found.from < used[before - 1].1
    };
    found.retain(|found| found.code.is_ok() || !found.cuts.is_empty() || !is_used(found));
}

/// The code of which this is the beginning and one of `ends` the end, and where that stands.
fn joined(found: &Found, ends: &Ends, work: &mut usize) -> Option<(Code, (u32, u32))> {
    for (cut, key) in missing(found) {
        for end in ends.get(&key).into_iter().flatten() {
            let values = [&found.values[..cut], &end.values].concat();
            *work = work.checked_sub(values.len())?;
            if whole(&values) == Some(values.len())
                && let Some(code) = read(&values)
            {
                return Some((code, (end.from, end.to)));
            }
        }
    }
    None
}

/// Where this could have been cut, and how many symbols are missing then: `None` when there are too few
/// to tell.
fn missing(found: &Found) -> impl Iterator<Item = (usize, Option<usize>)> {
    found.cuts.iter().filter_map(|cut| {
        let values = &found.values[..*cut];
        match whole(values) {
            None if *cut < HEAD => Some((*cut, None)),
            whole => {
                let missing = whole?.checked_sub(*cut)?;
                (missing > 0).then_some((*cut, Some(missing)))
            }
        }
    })
}

fn add(ends: &mut Ends, values: &[u8], from: u32, to: u32) {
    for key in [Some(values.len()), None] {
        if let Some(ends) = ends.get_mut(&key).filter(|ends| ends.len() < MOST_WORDS) {
            ends.push(End { values: values.to_vec(), from, to });
        }
    }
}
