//! Begins a team's book for the next year.

use crate::form::FOLLOWS;
use crate::record::Stamp;
use crate::records::{Filled, Record};
use crate::team::{FORM, LEAD, NEEDS, Need};

/// Begins next year's book from this one. It takes over who leads the team and the open needs, and says
/// which book it follows. The review starts empty, and this year's is kept for comparison.
pub fn next_year(book: &Record, id: String, name: &str, stamp: Stamp) -> Record {
    let mut next = Record::new(&FORM, id, name, book.organisation(), stamp.clone());
    if let Some(lead) = book.answers.get(LEAD.name) {
        next.answers.insert(LEAD.name.to_owned(), lead.clone());
    }
    next.answers.insert(FOLLOWS.name.to_owned(), Filled::new(book.id.as_str().into(), stamp));
    let open = book.items(&NEEDS).iter().filter(|item| Need::of(item).status.open());
    let open: Vec<_> = open.cloned().collect();
    if !open.is_empty() {
        next.lists.insert(NEEDS.name.to_owned(), open);
    }
    next.last_year = Some(book.as_last_year());
    next
}
