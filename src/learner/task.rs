//! Tasks of the work programme: what the person is expected to achieve at work. They stand apart from
//! the learning plan, because day-to-day performance and professional development are entwined and yet
//! distinct.

use crate::audit::Status;
use crate::book::{Book, Item};
use crate::learner::aim;
pub use crate::learner::aim::{DUE, STATUS};

/// The list of tasks.
pub const LIST: &str = "tasks";
/// What is to be done.
pub const TEXT: &str = "text";
/// The success criteria.
pub const SUCCESS: &str = "success";
/// What has happened so far.
pub const NOTE: &str = "note";

/// A task of the work programme.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a>(pub &'a Item);

impl<'a> Task<'a> {
    /// What is to be done.
    pub fn text(self) -> &'a str {
        self.0.text(TEXT)
    }

    /// The success criteria.
    pub fn success(self) -> &'a str {
        self.0.text(SUCCESS)
    }

    /// How far it is.
    pub fn status(self) -> Status {
        aim::status(self.0)
    }

    /// What has happened so far.
    pub fn note(self) -> &'a str {
        self.0.text(NOTE)
    }
}

/// The tasks of a book, in the order of their making.
pub fn all(book: &Book) -> impl Iterator<Item = Task<'_>> {
    book.items(LIST).iter().map(Task)
}

/// The tasks by what is to be done: those that are open by their days, without one last; then the
/// others.
pub fn in_turn(book: &Book) -> Vec<Task<'_>> {
    aim::in_turn(book, LIST).into_iter().map(Task).collect()
}
