//! What is about to be opened: files picked, dropped or pasted, read and checked but not yet on
//! this device.

use std::rc::Rc;

use web_sys::FileList;

use crate::exchange::arrived::{Arrived, arrived};
use crate::exchange::{File, ImportError, MAX_BYTES};
use crate::survey::Response;
use crate::web::io::files::Picked;
use crate::web::words::state::files as say;

/// One file or pasted text that is about to be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The file's name, or what stands for one.
    pub name: String,
    /// What is in it, or why it cannot be opened.
    pub found: Arrived,
}

/// What a page does with files that are dropped on it.
pub(super) type Taker = Rc<dyn Fn(FileList)>;

pub(super) fn check(picked: Picked) -> Vec<Incoming> {
    named(looked_at(picked))
}

pub(super) fn named(arrived: Vec<(String, Arrived)>) -> Vec<Incoming> {
    arrived.into_iter().map(|(name, found)| Incoming { name, found }).collect()
}

/// What is in a file that was picked or dropped.
pub(super) fn looked_at(picked: Picked) -> Vec<(String, Arrived)> {
    let Picked { name, size, bytes } = picked;
    let refused = match bytes {
        _ if size > MAX_BYTES => ImportError::TooLarge { found: size }.to_string(),
        Ok(bytes) => return arrived(&name, &bytes),
        Err(reason) => say::not_read(&reason),
    };
    vec![(name, Arrived::Refused(refused))]
}

impl Incoming {
    /// The answer to a survey that it is.
    pub fn response(&self) -> Option<&Response> {
        match &self.found {
            Arrived::File(File::Response(response)) => Some(response),
            _ => None,
        }
    }
}
