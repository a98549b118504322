//! A response as a code that can be sent in any message. Finding it again in what comes
//! back is left to [`crate::survey::find`].
//!
//! A code is `CAIRN-` and groups of six symbols. In it stand the version (1 byte), the survey's id and
//! the response's (5 each), the answers (9), the length of the comment in bytes (2), the comment, and
//! the checksum (4). Whatever a later version does, version, length and checksum stay where they are,
//! so that this one can tell a newer code from a damaged one.

use std::fmt;

use crate::answers::Answers;
pub use crate::survey::find::find_codes;
use crate::survey::response::{LONGEST_COMMENT, Response, clipped};
use crate::survey::symbols::{encode_checked, id, id_bytes};
use crate::survey::{Answer, STATEMENTS, statement_id};

const VERSION: u8 = 1;

/// What every code begins with.
pub(crate) const MARKER: &str = "CAIRN";

/// The number of symbols between two hyphens.
pub(crate) const GROUP: usize = 6;

/// The answers as one number in base 7, of which 24 digits fit into this many bytes.
const ANSWER_BYTES: usize = 9;

/// The bytes before the comment.
pub(crate) const HEAD_BYTES: usize = 1 + 5 + 5 + ANSWER_BYTES + 2;

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

impl fmt::Display for CodeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CodeProblem::CutShort => {
                "A code is not whole: perhaps it was cut short when it was copied. Please ask for it again."
            }
            CodeProblem::Damaged => {
                "A code is damaged: some of its letters or digits are not as they were. Please ask for it again."
            }
            CodeProblem::NewerVersion => {
                "A code was made by a newer Cairn. Reload this page to get the newest Cairn, then paste the code again."
            }
        })
    }
}

impl std::error::Error for CodeProblem {}

impl Response {
    /// The response as a code; `None` when one of its ids is not eight symbols.
    pub fn code(&self) -> Option<String> {
        let mut bytes = vec![VERSION];
        bytes.extend(id_bytes(&self.survey)?);
        bytes.extend(id_bytes(&self.id)?);
        bytes.extend(packed(&self.answers));
        let comment = clipped(&self.comment, LONGEST_COMMENT);
        bytes.extend(u16::try_from(comment.len()).ok()?.to_be_bytes());
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
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Response, CodeProblem> {
        match bytes.first() {
            Some(&VERSION) => Response::from_version_1(bytes).ok_or(CodeProblem::Damaged),
            Some(1..) => Err(CodeProblem::NewerVersion),
            _ => Err(CodeProblem::Damaged),
        }
    }

    fn from_version_1(bytes: &[u8]) -> Option<Response> {
        let survey = id(bytes.get(1..6)?.try_into().ok()?);
        let own = id(bytes.get(6..11)?.try_into().ok()?);
        let answers = unpacked(bytes.get(11..11 + ANSWER_BYTES)?.try_into().ok()?)?;
        let comment = std::str::from_utf8(bytes.get(HEAD_BYTES..)?).ok()?.to_owned();
        (clipped(&comment, LONGEST_COMMENT) == comment).then_some(Response {
            survey,
            id: own,
            answers,
            comment,
        })
    }
}

/// The answers as digits of one number, that to the first statement in front: 0 for none, 1 to 6 for
/// the answer at that place.
fn packed(answers: &Answers<Answer>) -> [u8; ANSWER_BYTES] {
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

fn unpacked(mut number: [u8; ANSWER_BYTES]) -> Option<Answers<Answer>> {
    let mut answers = Answers::new();
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
