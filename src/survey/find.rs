//! Finds codes in whatever text comes back: mails with quoted lines and lines broken anywhere, chats,
//! notes, several codes in one.

use crate::survey::code::{CodeProblem, GROUP, HEAD_BYTES, MARKER};
use crate::survey::response::Response;
use crate::survey::symbols::{checked, decode, length, value, whole_bytes};

/// Every code in a text, whole or not, in the order in which they stand there. What looks like a code
/// and cannot be read is a problem and not passed over.
pub fn find_codes(text: &str) -> Vec<Result<Response, CodeProblem>> {
    // What nobody sees, such as a place where a line may be broken, can stand between any two letters.
    let unseen =
        |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let signs: Vec<Sign> = text.chars().filter(|c| !unseen(c)).map(Sign::of).collect();
    let mut found = Vec::new();
    let mut place = 0;
    while place < signs.len() {
        if begins(&signs, place) {
            let code = Code::read(&signs, place + MARKER.len());
            if let Some(code) = code {
                place = code.end;
                found.push(code.found);
            } else {
                place += MARKER.len();
            }
        } else if let Some(end) = groups(&signs, place) {
            found.push(Err(CodeProblem::Damaged));
            place = rest(&signs, end).0;
        } else {
            place += 1;
        }
    }
    found
}

/// What a character can be in a code.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    /// A symbol: the character in capitals, and what it stands for.
    Symbol(char, u8),
    /// Any of the dashes that programs put in place of a hyphen.
    Dash,
    /// What mail programs put between: white space, and the mark of a quoted line.
    Space,
    Other,
}

impl Sign {
    fn of(c: char) -> Sign {
        match c {
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                Sign::Dash
            }
            _ if c == '>' || c.is_whitespace() => Sign::Space,
            _ => value(c).map_or(Sign::Other, |value| Sign::Symbol(c.to_ascii_uppercase(), value)),
        }
    }

    fn is_symbol(self) -> bool {
        matches!(self, Sign::Symbol(..))
    }
}

/// True when the marker of a code stands at `place`. It has an I, which no code has after it, so it
/// also ends the code before.
fn begins(signs: &[Sign], place: usize) -> bool {
    let mut signs = signs[place..].iter();
    MARKER.chars().all(|letter| matches!(signs.next(), Some(Sign::Symbol(c, _)) if *c == letter))
}

/// Where a run of at least three groups of six symbols with dashes between them ends that begins at
/// `place`, at the beginning of a word: what is left of a code when its marker is gone.
fn groups(signs: &[Sign], mut place: usize) -> Option<usize> {
    if place.checked_sub(1).is_some_and(|before| signs[before].is_symbol()) {
        return None;
    }
    for group in 0.. {
        let symbols = signs[place..].iter().take_while(|sign| sign.is_symbol()).count();
        if symbols != GROUP {
            return (group >= 3).then_some(place + symbols);
        }
        place += symbols;
        let between: usize = signs[place..]
            .iter()
            .take_while(|sign| matches!(sign, Sign::Dash | Sign::Space))
            .count();
        if !signs[place..place + between].contains(&Sign::Dash) {
            return (group >= 2).then_some(place);
        }
        place += between;
    }
    None
}

/// Where what belongs to a damaged code ends: the word at `place`, and groups after it. And whether
/// there was any symbol in it.
fn rest(signs: &[Sign], mut place: usize) -> (usize, bool) {
    let mut symbols = false;
    loop {
        while place < signs.len() && signs[place] != Sign::Space && !begins(signs, place) {
            symbols |= signs[place].is_symbol();
            place += 1;
        }
        let spaces = signs[place..].iter().take_while(|sign| **sign == Sign::Space).count();
        match groups(signs, place + spaces) {
            Some(end) if spaces > 0 => (place, symbols) = (end, true),
            _ => return (place, symbols),
        }
    }
}

/// A code that was found.
struct Code {
    found: Result<Response, CodeProblem>,
    /// The place after it.
    end: usize,
}

impl Code {
    /// Reads what stands after a marker; `None` when it is only a word in a sentence.
    fn read(signs: &[Sign], from: usize) -> Option<Code> {
        let mut values = Vec::new();
        let mut wanted = length(HEAD_BYTES);
        let mut since_dash = 0;
        let mut regular = true;
        let mut place = from;
        while place < signs.len() && !begins(signs, place) {
            if values.len() == wanted {
                let whole = length(HEAD_BYTES + comment_bytes(&values) + 4);
                if values.len() == whole {
                    break;
                }
                wanted = whole;
            }
            match signs[place] {
                Sign::Symbol(_, value) => {
                    values.push(value);
                    since_dash += 1;
                }
                // A symbol lost or added shifts all that follow. The checksum finds that almost
                // surely, and this quite surely.
                Sign::Dash => {
                    regular &= since_dash % GROUP == 0;
                    since_dash = 0;
                }
                Sign::Space => {}
                Sign::Other => break,
            }
            place += 1;
        }
        let complete = values.len() >= length(HEAD_BYTES)
            && values.len() == length(HEAD_BYTES + comment_bytes(&values) + 4);
        let longer = signs.get(place).is_some_and(|sign| sign.is_symbol()) && !begins(signs, place);
        if complete
            && regular
            && !longer
            && let Some(bytes) = decode(&values).and_then(checked)
        {
            return Some(Code { found: Response::from_bytes(&bytes), end: place });
        }
        let another_begins = values.is_empty() && begins(signs, place);
        if another_begins || !like_a_code(signs, from) {
            return None;
        }
        let (end, more) = rest(signs, place);
        let damaged = complete || !regular || more;
        let found = Err(if damaged { CodeProblem::Damaged } else { CodeProblem::CutShort });
        Some(Code { found, end })
    }
}

/// The length of the comment as the head of a code says it.
fn comment_bytes(values: &[u8]) -> usize {
    let bytes = whole_bytes(values);
    usize::from(bytes[HEAD_BYTES - 2]) << 8 | usize::from(bytes[HEAD_BYTES - 1])
}

/// True when what stands after a marker and a dash is no prose: when it begins as every code of this
/// version does, with a 0 and one of 4 to 7, in a group that is not shorter than six unless the text
/// ends there; or when its first word goes on over two more dashes. "Cairn - on Monday" does neither.
fn like_a_code(signs: &[Sign], from: usize) -> bool {
    let between =
        signs[from..].iter().take_while(|sign| matches!(sign, Sign::Dash | Sign::Space)).count();
    let left = &signs[from + between..];
    let group = left.iter().take_while(|sign| sign.is_symbol()).count();
    let word = left.iter().take_while(|sign| **sign != Sign::Space);
    let begins_well = matches!(left, [Sign::Symbol('0', _), Sign::Symbol('4'..='7', _), ..])
        && (group >= GROUP || group == left.len());
    signs[from..from + between].contains(&Sign::Dash)
        && (begins_well || word.filter(|sign| **sign == Sign::Dash).count() >= 2)
}
