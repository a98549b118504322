//! What the link to a survey carries: all that a colleague's browser has to know to ask the questions
//! and to make a response, as one token that can stand in any address.
//!
//! Whoever has the link can read what it carries: nothing in it is secret, and no answer is ever in it.
//!
//! The token has the version (1 byte), the survey's id (5), the threshold (4), then framework, title,
//! organisation and closing date, each with its length (2) in front, and the checksum (4). Version and
//! checksum stay where they are in every later version.

use crate::moment::Date;
use crate::survey::possible_threshold;
use crate::survey::response::clipped;
use crate::survey::signs::{Sign, meant, written};
use crate::survey::symbols::{
    checked, decode, decode_text, encode_checked, id, id_bytes, length, whole_bytes,
};

const VERSION: u8 = 1;

/// The longest title, and the longest name of an organisation, in characters; longer ones are
/// clipped, so that the link stays short enough to be seen as a QR code.
pub const LONGEST_NAME: usize = 80;

/// The longest name in bytes, of which some characters have four, so that the QR code stays one that
/// phones read.
pub const LONGEST_NAME_BYTES: usize = 2 * LONGEST_NAME;

/// No token has more symbols. Reading a longer text would only take time.
const LONGEST_TOKEN: usize = 4_000;

/// No more than this of a link is looked at, in characters; more would only take time.
const LONGEST_TEXT: usize = 20_000;

/// What a survey's link carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The survey's id: eight symbols.
    pub survey: String,
    /// The id of the framework whose statements are asked.
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
    /// Something in it is missing or was changed.
    Damaged,
    /// Whole, but it says something that no survey of Cairn can have, so Cairn did not make it.
    Impossible,
    /// Whole, but of a version that is not known here.
    Newer,
}

impl Invitation {
    /// The token, in small letters and digits, as [`Invitation::read`] reads it. Names that are too
    /// long are clipped between two characters. `None` when the survey's id is not eight symbols, or
    /// when no survey has the threshold.
    pub fn written(&self) -> Option<String> {
        let mut bytes = vec![VERSION];
        bytes.extend(id_bytes(&self.survey)?);
        bytes.extend(possible_threshold(self.threshold)?.to_be_bytes());
        let closes = self.closes.map(|day| day.to_string()).unwrap_or_default();
        for text in [&self.framework, &self.title, &self.organisation, &closes] {
            let text = fitting(text);
            bytes.extend((text.len() as u16).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        Some(encode_checked(bytes).to_ascii_lowercase())
    }

    /// Reads the token of a link, also when mail programs have changed it: a token with the right
    /// checksum is read, whatever stands behind it or between its letters. Fails when it is not whole,
    /// was changed, says something that no survey can have, or is of a newer version.
    pub fn read(token: &str) -> Result<Invitation, InvitationProblem> {
        let token = clipped(token.trim(), LONGEST_TEXT);
        // A later version may have other fields, so its token is known only by where the letters and
        // digits end.
        let plain = token.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let plain = Some(plain).filter(|plain| plain.len() <= LONGEST_TOKEN);
        let whole = plain.and_then(decode_text).and_then(checked);
        let bytes = whole
            .or_else(|| proved(&meant(token).0))
            .or_else(|| proved(&written(token)))
            .ok_or(InvitationProblem::Damaged)?;
        match bytes.first() {
            Some(&VERSION) => Invitation::from_version_1(&bytes),
            Some(1..) => Err(InvitationProblem::Newer),
            _ => Err(InvitationProblem::Damaged),
        }
    }

    fn from_version_1(bytes: &[u8]) -> Result<Invitation, InvitationProblem> {
        let invitation = Invitation::as_it_says(bytes).ok_or(InvitationProblem::Damaged)?;
        let Invitation { framework, title, organisation, .. } = &invitation;
        let fits = |text: &String| clipped(text, LONGEST_NAME) == text;
        let is_possible = possible_threshold(invitation.threshold).is_some()
            && [framework, title, organisation].into_iter().all(fits);
        if is_possible { Ok(invitation) } else { Err(InvitationProblem::Impossible) }
    }

    fn as_it_says(bytes: &[u8]) -> Option<Invitation> {
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

/// As much of a name as a link has room for.
fn fitting(name: &str) -> &str {
    let name = clipped(name, LONGEST_NAME);
    &name[..name.floor_char_boundary(LONGEST_NAME_BYTES)]
}

/// The bytes of the token that the symbols among `signs` begin with; `None` when no checksum proves
/// one.
fn proved(signs: &[Sign]) -> Option<Vec<u8>> {
    let symbols = signs.iter().filter(|sign| sign.is_symbol()).take(LONGEST_TOKEN);
    let values: Vec<u8> = symbols.map(|sign| sign.value).collect();
    let bytes = whole_bytes(&values);
    let mut left = bytes.get(10..)?;
    for _ in 0..4 {
        text_bytes(&mut left)?;
    }
    let end = bytes.len() - left.len() + 4;
    decode(values.get(..length(end))?).and_then(checked)
}

/// Takes a text with its length in front from `bytes`.
fn text(bytes: &mut &[u8]) -> Option<String> {
    String::from_utf8(text_bytes(bytes)?.to_vec()).ok()
}

fn text_bytes<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let (text, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    *bytes = rest;
    Some(text)
}
