//! Finds what is in a file or a pasted text that a person gives to Cairn: files of Cairn, survey
//! answers inside any text, links to surveys. For everything else it says why it cannot be used. Every
//! page that takes files or pasted text uses this, so that each can say where a thing belongs.

use crate::exchange::embedded::embedded;
use crate::exchange::mail::{is_mail, parts};
use crate::exchange::recognise::{Thing, recognise};
use crate::exchange::text::{bare, text_of};
use crate::exchange::{File, ImportError, from_bytes};
use crate::survey::code::CodeProblem;
use crate::survey::find::find_codes;
use crate::survey::invitation::{Invitation, InvitationProblem};
use crate::survey::link::token_in;

/// One thing that arrived.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrived {
    /// A Cairn file.
    File(File),
    /// A link to answer a survey: its token.
    Link(String),
    /// Something that cannot be opened, and why.
    Refused(Refusal),
}

/// Why something that arrived cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It looks like a Cairn file, but cannot be read as one.
    File(ImportError),
    /// It is a file of another kind.
    Thing(Thing),
    /// It is a code with survey answers that cannot be read.
    Code(CodeProblem),
    /// It is the link of a survey that cannot be read.
    Link(InvitationProblem),
    /// The browser could not read it, for this reason.
    NotRead(String),
    /// Nothing but blanks was pasted.
    Blank,
    /// There is no code in text that was pasted where codes are counted.
    NoCode,
}

/// The number of a thing, from 1, among those found inside one text. `None` for a file as a whole, and
/// for the only thing in a text if it can be read.
pub type Nth = Option<usize>;

/// Everything that is in a file called `name`, or in a pasted text. Never empty: what Cairn cannot use
/// is there as [`Arrived::Refused`].
pub fn arrived(name: &str, bytes: &[u8]) -> Vec<(Nth, Arrived)> {
    let read = from_bytes(bytes);
    if let Err(problem @ ImportError::TooLarge { .. }) = &read {
        return vec![(None, Arrived::Refused(Refusal::File(problem.clone())))];
    }
    let text = words(bytes);
    let is_alone = bare(&text).starts_with('{');
    // A file inside other text may not be the only thing there.
    if !is_alone || read.is_err() {
        let found = if is_mail(&text) { in_mail(&text) } else { in_text(&text) };
        if !found.is_empty() {
            return numbered(found);
        }
    }
    let problem = match read {
        Ok(file) => return vec![(None, Arrived::File(file))],
        Err(problem) => problem,
    };
    // For text that begins like a Cairn file, the reason why it cannot be read says more than what kind
    // it may be. Only a document (RTF) or a cloud placeholder begins like that as well.
    let is_ours = |thing: &Thing| is_alone && !matches!(thing, Thing::Document | Thing::InCloud);
    let thing = recognise(name, bytes).filter(|thing| !is_ours(thing));
    let reason = thing.map_or_else(|| Refusal::File(problem), Refusal::Thing);
    vec![(None, Arrived::Refused(reason))]
}

/// Numbers what was found, so that a person can be told which one has a problem. The only thing found
/// gets no number if it can be read.
fn numbered(mut found: Vec<Arrived>) -> Vec<(Nth, Arrived)> {
    match found.pop_if(|last| !matches!(last, Arrived::Refused(_))) {
        Some(one) if found.is_empty() => vec![(None, one)],
        last => {
            let all = found.into_iter().chain(last).enumerate();
            all.map(|(place, found)| (Some(place + 1), found)).collect()
        }
    }
}

/// The files and codes in a text; when there are none, the link to a survey in it.
fn in_text(text: &str) -> Vec<Arrived> {
    let mut found = Vec::new();
    let embedded = embedded(text);
    for file in embedded.files {
        found.push(file.map_or_else(|it| Arrived::Refused(Refusal::File(it)), Arrived::File));
    }
    for code in find_codes(&embedded.rest) {
        found.push(match code {
            Ok(response) => Arrived::File(File::Response(Box::new(response))),
            Err(problem) => Arrived::Refused(Refusal::Code(problem)),
        });
    }
    if found.is_empty()
        && let Some(token) = token_in(&embedded.rest)
    {
        found.push(match Invitation::read(&token) {
            Ok(_) => Arrived::Link(token),
            Err(problem) => Arrived::Refused(Refusal::Link(problem)),
        });
    }
    found
}

/// What is in the parts of a mail. A mail often has its text twice, as plain text and as a web page; so
/// web pages are looked at only when the other parts have nothing.
fn in_mail(text: &str) -> Vec<Arrived> {
    let (pages, others): (Vec<_>, Vec<_>) =
        parts(text).into_iter().partition(|part| recognise("", part).is_some_and(Thing::is_page));
    let found = in_parts(&others);
    if found.is_empty() { in_parts(&pages) } else { found }
}

fn in_parts(parts: &[Vec<u8>]) -> Vec<Arrived> {
    let in_part = |part: &Vec<u8>| {
        let text = words(part);
        match from_bytes(part) {
            Ok(file) if bare(&text).starts_with('{') => vec![Arrived::File(file)],
            _ => in_text(&text),
        }
    };
    parts.iter().flat_map(in_part).collect()
}

/// The text of some bytes. Where the encoding is unknown, odd bytes are replaced: codes are plain
/// letters and digits, and survive that. Bytes with zeros among them are no text, and give an empty
/// one.
fn words(bytes: &[u8]) -> String {
    match text_of(bytes) {
        Ok(text) => text.into_owned(),
        Err(_) if bytes.contains(&0) => String::new(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
