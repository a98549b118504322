//! Tasks of the work programme: what the person is expected to achieve at work. They stand apart from
//! the learning plan, because day-to-day performance and professional development are entwined and yet
//! distinct.

use crate::audit::Status;
use crate::form::{Field, List, SHARED};
use crate::person::aim;
pub use crate::person::aim::{DUE, STATUS};
use crate::records::{Item, Record};

/// What is to be done.
pub static TEXT: Field = Field::text("text", "what is to be done");
/// The success criteria.
pub static SUCCESS: Field = Field::text("success", "the success criteria");
/// What has happened so far.
pub static NOTE: Field = Field::text("note", "how it is going");

/// The list of tasks.
pub static LIST: List = List {
    name: "tasks",
    one: "a task",
    several: "tasks",
    title: Some(&TEXT),
    fields: &[&TEXT, &SUCCESS, &DUE, &STATUS, &NOTE, &SHARED],
    ..List::USUAL
};

/// A task of the work programme.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a>(pub &'a Item);

impl<'a> Task<'a> {
    /// What is to be done.
    pub fn text(self) -> &'a str {
        self.0.text(&TEXT)
    }

    /// The success criteria.
    pub fn success(self) -> &'a str {
        self.0.text(&SUCCESS)
    }

    /// How far it has got.
    pub fn status(self) -> Status {
        aim::status(self.0)
    }

    /// What has happened so far.
    pub fn note(self) -> &'a str {
        self.0.text(&NOTE)
    }
}

/// The tasks of a book, in the order in which they were made.
pub fn all(book: &Record) -> impl Iterator<Item = Task<'_>> {
    book.items(&LIST).iter().map(Task)
}

/// The tasks in the order to work on them: open ones, then the others; each by due day, those without
/// one last.
pub fn in_turn(book: &Record) -> Vec<Task<'_>> {
    aim::in_turn(book, &LIST).into_iter().map(Task).collect()
}
