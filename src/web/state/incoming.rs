//! What is about to be opened: files picked, dropped or pasted, read and checked but not yet on
//! this device.

use std::rc::Rc;

use web_sys::FileList;

use crate::exchange::arrived::{Arrived, Nth, Refusal, arrived};
use crate::exchange::{File, ImportError, MAX_BYTES};
use crate::survey::Response;
use crate::web::io::files::Picked;
use crate::words::state::files as say;

/// One file or pasted text that is about to be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The file's name, or “The pasted text”; with a number when several things were found there.
    pub name: String,
    /// What is in it, or why it cannot be opened.
    pub found: Arrived,
}

/// What a page does with files that are dropped on it.
pub(super) type Taker = Rc<dyn Fn(FileList)>;

pub(super) fn check(picked: Picked) -> Vec<Incoming> {
    let Picked { name: file, size, bytes } = picked;
    let refused = match bytes {
        _ if size > MAX_BYTES => Refusal::File(ImportError::TooLarge { found: size }),
        Ok(bytes) => return named(&file, arrived(&file, &bytes)),
        Err(reason) => Refusal::NotRead(reason),
    };
    vec![Incoming { name: file, found: Arrived::Refused(refused) }]
}

/// Names what was found under `name`; where that is several things, each with its number.
pub(super) fn named(name: &str, found: Vec<(Nth, Arrived)>) -> Vec<Incoming> {
    let named = |nth: Nth| nth.map_or_else(|| name.to_owned(), |nth| say::code(name, nth));
    found.into_iter().map(|(nth, found)| Incoming { name: named(nth), found }).collect()
}

impl Incoming {
    /// The answer to a survey, if it is one.
    pub fn response(&self) -> Option<&Response> {
        match &self.found {
            Arrived::File(File::Response(response)) => Some(response),
            _ => None,
        }
    }
}
