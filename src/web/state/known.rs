//! What the records on this device hold and took from one another, looked up without reading a record
//! again that has not changed.

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
        for (list, item) in looked_at(record) {
            known.items.push((list.name.to_owned(), item.id.clone()));
            let from = item.links(&FROM).iter();
            known.taken.extend(from.map(|from| (from.clone(), record.link_to(list, item))));
            // What became part of it stands there.
            let parts = item.parts(&need::ALSO).map(|(part, _)| part);
            known.items.extend(parts.map(|part| (list.name.to_owned(), part.clone())));
        }
        known
    }
}
