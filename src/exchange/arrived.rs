//! What arrives at a door of Cairn's, as a file or pasted: files, answers to a survey in whatever text
//! they came back, links; and why everything else cannot be used. Every door looks at it in the same way,
//! so that each can say where a thing belongs.

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
    /// A file of Cairn's.
    File(File),
    /// The link by which a survey is answered: what it carries.
    Link(String),
    /// What cannot be opened, and why.
    Refused(Refusal),
}

/// Why something that arrived cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It looks like a file of ours and is none.
    File(ImportError),
    /// It is something else.
    Thing(Thing),
    /// It is a code that cannot be read.
    Code(CodeProblem),
    /// It is the link of a survey that cannot be read.
    Link(InvitationProblem),
    /// The browser could not read it, for this reason.
    NotRead(String),
    /// Nothing but blanks was pasted.
    Blank,
    /// No code is in what was pasted where codes are counted.
    NoCode,
}

/// The number of a thing among those that were found in one place; `None` where nothing else was.
pub type Nth = Option<usize>;

/// What is in a file called `name`, or in a pasted text. There is always something: what Cairn cannot use
/// is refused.
pub fn arrived(name: &str, bytes: &[u8]) -> Vec<(Nth, Arrived)> {
    let read = from_bytes(bytes);
    if let Err(problem @ ImportError::TooLarge { .. }) = &read {
        return vec![(None, Arrived::Refused(Refusal::File(problem.clone())))];
    }
    let text = words(bytes);
    let is_alone = bare(&text).starts_with('{');
    // Among words, a file may not be all that there is.
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
    // What looks like one of ours has a reason of its own.
    let is_ours = |thing: &Thing| is_alone && !matches!(thing, Thing::Document | Thing::InCloud);
    let thing = recognise(name, bytes).filter(|thing| !is_ours(thing));
    let reason = thing.map_or_else(|| Refusal::File(problem), Refusal::Thing);
    vec![(None, Arrived::Refused(reason))]
}

/// Each with its number, so that it can be told which one a problem is in.
fn numbered(mut found: Vec<Arrived>) -> Vec<(Nth, Arrived)> {
    match found.pop_if(|last| !matches!(last, Arrived::Refused(_))) {
        Some(one) if found.is_empty() => vec![(None, one)],
        last => {
            let all = found.into_iter().chain(last).enumerate();
            all.map(|(place, found)| (Some(place + 1), found)).collect()
        }
    }
}

/// Files, codes and a link in a text.
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

/// What is in the parts of a mail. They often say the same twice, as plain text and as a page; so the page
/// is looked at only where nothing is in the others.
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

/// The text in some bytes. Letters of a way of writing that is not known do no harm to a code; but what
/// has zeros in it is no text.
fn words(bytes: &[u8]) -> String {
    match text_of(bytes) {
        Ok(text) => text.into_owned(),
        Err(_) if bytes.contains(&0) => String::new(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
