//! What the records on this device hold and took from one another, looked up without reading a record
//! again that has not changed.

use crate::audit::{ACTIONS, EVIDENCE};
use crate::cycle::looked_at;
use crate::form::FROM;
use crate::record::Link;
use crate::records::Record;
use crate::team::need;

/// What is known of a record.
pub(super) struct Known {
    /// The write that it is known from.
    pub(super) write: String,
    /// Its items that others may see, each by its list and its id.
    pub(super) items: Vec<(String, String)>,
    /// What these say that they came from, each with the way to it.
    pub(super) taken: Vec<(Link, Link)>,
}

impl Known {
    pub(super) fn of(record: &Record, write: String) -> Known {
        let mut known = Known { write, items: Vec::new(), taken: Vec::new() };
        let mut add = |list: &str, item: &str, from: &[Link], here: &dyn Fn() -> Link| {
            known.items.push((list.to_owned(), item.to_owned()));
            known.taken.extend(from.iter().map(|from| (from.clone(), here())));
        };
        match record {
            Record::Audit(audit) => {
                for action in &audit.actions {
                    add(ACTIONS, &action.id, &[], &Link::default);
                }
                for evidence in &audit.evidence {
                    let here = || audit.link_to(EVIDENCE, &evidence.id, &evidence.title);
                    add(EVIDENCE, &evidence.id, &evidence.from, &here);
                }
            }
            Record::Book(book) => {
                for (list, item) in looked_at(book) {
                    let here = || book.link_to(list, item);
                    add(list.name, &item.id, item.links(&FROM), &here);
                    // What became part of it stands there.
                    for (part, _) in item.parts(&need::ALSO) {
                        add(list.name, part, &[], &Link::default);
                    }
                }
            }
        }
        known
    }
}
