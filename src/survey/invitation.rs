//! What the link to a survey carries: all that a colleague's browser has to know to ask the questions
//! and to make a response, as one token that can stand in any address.
//!
//! In it stand the version (1 byte), the survey's id (5), the threshold (4), and then framework, title,
//! organisation and closing date, each with its length (2) in front, and the checksum (4). Version and
//! checksum stay where they are in every later version.

use std::fmt;

use crate::moment::Date;
use crate::survey::response::clipped;
use crate::survey::symbols::{checked, decode_text, encode_checked, id, id_bytes};

const VERSION: u8 = 1;

/// The longest title, and the longest name of an organisation, in characters; longer ones are
/// clipped, so that the link stays short enough to be seen as a QR code.
pub const LONGEST_NAME: usize = 80;

/// No token is longer, in bytes; what is would only take time.
const LONGEST_TOKEN: usize = 4_000;

/// What a survey's link carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The survey's id: eight symbols.
    pub survey: String,
    /// The id of the framework of which the statements are asked.
    pub framework: String,
    /// What the survey is called.
    pub title: String,
    /// Who asks.
    pub organisation: String,
    /// The last day for answers.
    pub closes: Option<Date>,
    /// How many must have answered before anyone sees a result.
    pub threshold: u32,
}

/// Why a link could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationProblem {
    /// Something in it is missing or not as it was.
    Damaged,
    /// Whole, but of a version that is not known here.
    Newer,
}

impl fmt::Display for InvitationProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            InvitationProblem::Damaged => {
                "This survey link is not whole. Perhaps it was cut short when it was copied: please ask for it again."
            }
            InvitationProblem::Newer => {
                "This survey link was made by a newer Cairn. Reload this page to get the newest Cairn."
            }
        })
    }
}

impl std::error::Error for InvitationProblem {}

impl Invitation {
    /// The token: small letters and digits. `None` when the survey's id is not eight symbols.
    pub fn written(&self) -> Option<String> {
        let mut bytes = vec![VERSION];
        bytes.extend(id_bytes(&self.survey)?);
        bytes.extend(self.threshold.to_be_bytes());
        let closes = self.closes.map(|day| day.to_string()).unwrap_or_default();
        for text in [&self.framework, &self.title, &self.organisation, &closes] {
            let text = clipped(text, LONGEST_NAME);
            bytes.extend((text.len() as u16).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        Some(encode_checked(bytes).to_ascii_lowercase())
    }

    /// Reads a token. Fails when it is not whole, was changed, or is of a newer version.
    pub fn read(token: &str) -> Result<Invitation, InvitationProblem> {
        let bytes = Some(token.trim())
            .filter(|token| token.len() <= LONGEST_TOKEN)
            .and_then(decode_text)
            .and_then(checked)
            .ok_or(InvitationProblem::Damaged)?;
        match bytes.first() {
            Some(&VERSION) => Invitation::from_version_1(&bytes).ok_or(InvitationProblem::Damaged),
            Some(1..) => Err(InvitationProblem::Newer),
            _ => Err(InvitationProblem::Damaged),
        }
    }

    fn from_version_1(bytes: &[u8]) -> Option<Invitation> {
        let survey = id(bytes.get(1..6)?.try_into().ok()?);
        let threshold = u32::from_be_bytes(bytes.get(6..10)?.try_into().ok()?);
        let mut left = bytes.get(10..)?;
        let [framework, title, organisation, closes] =
            [text(&mut left)?, text(&mut left)?, text(&mut left)?, text(&mut left)?];
        let closes = if closes.is_empty() { None } else { Some(closes.parse().ok()?) };
        left.is_empty().then_some(Invitation {
            survey,
            framework,
            title,
            organisation,
            closes,
            threshold,
        })
    }
}

/// Takes a text with its length in front from `bytes`.
fn text(bytes: &mut &[u8]) -> Option<String> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let (text, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    *bytes = rest;
    String::from_utf8(text.to_vec()).ok()
}
