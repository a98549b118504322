//! The ways to contribute to a learning organisation, as they go into people's learning plans.

use crate::framework::Text;
use crate::record::Link;
use crate::records::Record;

/// The list of a link to one of them; they are content, so there is no such list in a book.
pub const LIST: &str = "contributions";

/// The end of a link at one of the ways to contribute, by the organisation whose book is given.
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
