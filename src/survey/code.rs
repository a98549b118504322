//! A response as a code that can be sent in any message. Finding it again in what comes back is left to
//! [`crate::survey::find`].
//!
//! A code is `CAIRN-` and groups of six symbols. It has the version (1 byte), the survey's id and the
//! response's (5 each), the answers (9), the length of what follows in bytes (2), the threshold that
//! the person was told (4), the comment, and the checksum (4). The first version has no threshold.
//! Version, length and checksum stay where they are in every later version, so that this one can tell a
//! newer code from a damaged one.

use crate::by_id::ById;
pub use crate::survey::find::find_codes;
use crate::survey::response::{LONGEST_COMMENT, Response, clipped};
use crate::survey::symbols::{checked, decode, encode_checked, id, id_bytes, length, whole_bytes};
use crate::survey::{Answer, STATEMENTS, possible_threshold, statement_id};

const VERSION: u8 = 2;

/// The version in which a code does not say what threshold the person was told.
const WITHOUT_THRESHOLD: u8 = 1;

/// What every code begins with.
pub(crate) const MARKER: &str = "CAIRN";

/// The number of symbols between two hyphens.
pub(crate) const GROUP: usize = 6;

/// The bytes of the answers. They are one number in base 7, of which 24 digits fit into this many.
const ANSWER_BYTES: usize = 9;

/// The bytes of the head: all up to and including the length of what follows.
const HEAD_BYTES: usize = 1 + 5 + 5 + ANSWER_BYTES + 2;

const THRESHOLD_BYTES: usize = 4;

/// How many symbols the head takes up.
pub(crate) const HEAD: usize = length(HEAD_BYTES);

/// The most symbols that a code has: each character of a comment has four bytes at most.
pub(crate) const LONGEST: usize = length(HEAD_BYTES + THRESHOLD_BYTES + LONGEST_COMMENT * 4 + 4);

/// Why a code could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// It begins well and then stops.
    CutShort,
    /// Something in it is not as it was written.
    Damaged,
    /// Whole, but of a version that is not known here.
    NewerVersion,
}

/// How many symbols a code that begins with these has in all; `None` when there are too few to tell, or
/// when no code is so long.
pub(crate) fn whole(values: &[u8]) -> Option<usize> {
    let bytes = whole_bytes(values.get(..HEAD)?);
    let rest = usize::from(bytes[HEAD_BYTES - 2]) << 8 | usize::from(bytes[HEAD_BYTES - 1]);
    Some(length(HEAD_BYTES + rest + 4)).filter(|whole| *whole <= LONGEST)
}

/// Reads the symbols of a whole code; `None` when the checksum is not right.
pub(crate) fn read(values: &[u8]) -> Option<Result<Response, CodeProblem>> {
    decode(values).and_then(checked).map(|bytes| Response::from_bytes(&bytes))
}

impl Response {
    /// The response as a code; `None` when one of its ids is not eight symbols.
    pub fn code(&self) -> Option<String> {
        let threshold = self.threshold.map(u32::to_be_bytes);
        let threshold = threshold.as_ref().map_or(&[][..], |bytes| bytes);
        let mut bytes = vec![if threshold.is_empty() { WITHOUT_THRESHOLD } else { VERSION }];
        bytes.extend(id_bytes(&self.survey)?);
        bytes.extend(id_bytes(&self.id)?);
        bytes.extend(packed(&self.answers));
        let comment = clipped(&self.comment, LONGEST_COMMENT);
        bytes.extend(u16::try_from(threshold.len() + comment.len()).ok()?.to_be_bytes());
        bytes.extend(threshold);
        bytes.extend(comment.as_bytes());
        let symbols = encode_checked(bytes);
        let mut code = MARKER.to_owned();
        for (place, symbol) in symbols.chars().enumerate() {
            if place.is_multiple_of(GROUP) {
                code.push('-');
            }
            code.push(symbol);
        }
        Some(code)
    }

    /// Reads the bytes of a code, without their checksum.
    fn from_bytes(bytes: &[u8]) -> Result<Response, CodeProblem> {
        match bytes.first() {
            Some(&(WITHOUT_THRESHOLD | VERSION)) => {
                Response::from_known_version(bytes).ok_or(CodeProblem::Damaged)
            }
            Some(1..) => Err(CodeProblem::NewerVersion),
            _ => Err(CodeProblem::Damaged),
        }
    }

    fn from_known_version(bytes: &[u8]) -> Option<Response> {
        let survey = id(bytes.get(1..6)?.try_into().ok()?);
        let own = id(bytes.get(6..11)?.try_into().ok()?);
        let answers = unpacked(bytes.get(11..11 + ANSWER_BYTES)?.try_into().ok()?)?;
        let mut rest = bytes.get(HEAD_BYTES..)?;
        let mut threshold = None;
        if bytes[0] != WITHOUT_THRESHOLD {
            let (told, comment) = rest.split_first_chunk::<THRESHOLD_BYTES>()?;
            threshold = Some(possible_threshold(u32::from_be_bytes(*told))?);
            rest = comment;
        }
        let comment = std::str::from_utf8(rest).ok()?.to_owned();
        (clipped(&comment, LONGEST_COMMENT) == comment).then_some(Response {
            survey,
            id: own,
            threshold,
            answers,
            comment,
        })
    }
}

/// The answers as digits of one number, the first statement's in front: 0 for no answer, else 1 to 6
/// for its place in [`Answer::ALL`].
fn packed(answers: &ById<Answer>) -> [u8; ANSWER_BYTES] {
    let mut number = [0; ANSWER_BYTES];
    for place in 0..STATEMENTS {
        let answer = answers.get(&statement_id(place));
        let mut carried = answer.map_or(0, |answer| answer.index() + 1);
        for byte in number.iter_mut().rev() {
            carried += usize::from(*byte) * 7;
            *byte = (carried & 255) as u8;
            carried >>= 8;
        }
    }
    number
}

fn unpacked(mut number: [u8; ANSWER_BYTES]) -> Option<ById<Answer>> {
    let mut answers = ById::new();
    for place in (0..STATEMENTS).rev() {
        let mut digit = 0;
        for byte in &mut number {
            let value = digit << 8 | usize::from(*byte);
            *byte = (value / 7) as u8;
            digit = value % 7;
        }
        if let Some(answer) = digit.checked_sub(1) {
            answers.insert(statement_id(place), Answer::ALL[answer]);
        }
    }
    (number == [0; ANSWER_BYTES]).then_some(answers)
}
