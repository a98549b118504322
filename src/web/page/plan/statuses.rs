//! What the filters and the cards of a plan let people choose from.

use crate::audit::Status;
use crate::web::words;

/// A choice: what stands for it, and what people read.
pub fn option(value: &str, text: &str) -> (String, String) {
    (value.to_owned(), text.to_owned())
}

/// How far an action can be.
pub fn statuses() -> Vec<(String, String)> {
    let options = Status::ALL.into_iter();
    options.map(|status| option(status.name(), words::status(status))).collect()
}
