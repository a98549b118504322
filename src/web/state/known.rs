//! What is known of a record: its items, and what they took from other records. It is kept, so that a
//! record is read again only once it has changed.

use crate::cycle::visible_items;
use crate::form::FROM;
use crate::record::Link;
use crate::records::Record;
use crate::team::need;

/// What is known of a record.
pub(super) struct Known {
    /// The write of the record that this is known from; empty for the open record.
    pub(super) write: String,
    /// Its items that others may see, each by its list and its id.
    pub(super) items: Vec<(String, String)>,
    /// For each link from one of these items to where it came from: that link, then the link to the
    /// item here.
    pub(super) taken: Vec<(Link, Link)>,
}

impl Known {
    pub(super) fn of(record: &Record, write: String) -> Known {
        let mut known = Known { write, items: Vec::new(), taken: Vec::new() };
        for (list, item) in visible_items(record) {
            known.items.push((list.name.to_owned(), item.id.clone()));
            let from = item.links(&FROM).iter();
            known.taken.extend(from.map(|from| (from.clone(), record.link_to(list, item))));
            // Needs that became part of this item are found under their own ids as well.
            let parts = item.parts(&need::ALSO).map(|(part, _)| part);
            known.items.extend(parts.map(|part| (list.name.to_owned(), part.clone())));
        }
        known
    }
}
