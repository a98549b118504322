//! The ways to contribute to a learning organisation, as they go into people's learning plans.

use crate::framework::Text;
use crate::record::Link;
use crate::records::Record;

/// The list name in a link to one of them. They are content of the framework, so no book has such a
/// list.
pub const LIST: &str = "contributions";

/// A link to one of the ways to contribute, for another record to keep; `book` is the organisation's.
pub fn link_to(book: &Record, way: &Text) -> Link {
    Link {
        kind: book.kind(),
        record: book.id.clone(),
        name: book.name().to_owned(),
        list: LIST.to_owned(),
        item: way.id.clone(),
        text: way.text.clone(),
    }
}
