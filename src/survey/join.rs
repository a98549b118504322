//! Puts together codes whose halves stand apart, as when the second message was pasted first, or
//! someone else's came between.

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
    /// Where in the text it ends, in bytes.
    pub to: u32,
    /// The values of its symbols; empty when its checksum was right.
    pub values: Vec<u8>,
    /// After how many of these symbols the code could have been cut; empty unless a marker begins it.
    pub cuts: Vec<usize>,
}

/// How many symbols are read in trying, before joining is given up.
const MOST_WORK: usize = 2_000_000;

/// How many possible ends of one length are tried.
const MOST_WORDS: usize = 50;

/// What could be the end of a code.
struct End {
    values: Vec<u8>,
    from: u32,
    to: u32,
}

/// The possible ends of codes by how many symbols they have, and all of them under `None`.
type Ends = BTreeMap<Option<usize>, Vec<End>>;

/// Joins each beginning in `found` with its end, if a checksum proves that they belong together. The
/// parts that were used as ends are removed from `found`.
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
    // A part that was used as an end is no problem of its own.
    used.sort_unstable();
    let is_used = |found: &Found| {
        let before = used.partition_point(|(from, _)| *from < found.to);
        before > 0 && found.from < used[before - 1].1
    };
    found.retain(|found| found.code.is_ok() || !found.cuts.is_empty() || !is_used(found));
}

/// The code that begins with `found` and ends with one of `ends`, and where in the text that end
/// stands. `None` when no end fits, or when `work` is used up.
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

/// After how many symbols the code could have been cut, and how many would be missing then: `None` when
/// there are too few symbols to tell.
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
