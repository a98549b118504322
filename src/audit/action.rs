//! The action plan: what will be done, about an area for development or on the organisation's own
//! initiative.

use crate::form::{Field, List, TO};
use crate::moment::Date;
use crate::record::{Link, Stamp};
use crate::records::{Item, Value};

/// The field with the id of the indicator that the action is about; empty if it is about none.
pub static INDICATOR: Field = Field::text("indicator", "the indicator that it answers");
/// The field that says what will be done.
pub static TEXT: Field = Field::text("text", "what will be done").always("");
/// The field that says who is responsible for the action.
pub static OWNER: Field = Field::text("owner", "who will see to it");
/// The field with the day by which the action should be done.
pub static DUE: Field = Field::date("due", "by when");
/// The field with the [`Status`] of the action.
pub static STATUS: Field =
    Field::word("status", "how far it is", &Status::NAMES).always(Status::NotStarted.name());
/// The field that says how the action is going.
pub static PROGRESS: Field = Field::text("progress", "how it is going");

/// The action plan, in the order in which actions were added.
pub static ACTIONS: List = List {
    name: "actions",
    one: "an action",
    several: "actions",
    title: Some(&TEXT),
    fields: &[&INDICATOR, &TEXT, &OWNER, &DUE, &STATUS, &PROGRESS, &TO],
    always: true,
    ..List::USUAL
};

/// How far an action has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// Agreed, and not begun.
    #[default]
    NotStarted,
    /// Begun.
    UnderWay,
    /// Finished.
    Done,
    /// No longer needed.
    Dropped,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Status; 4] =
        [Status::NotStarted, Status::UnderWay, Status::Done, Status::Dropped];

    /// The names in files, in the order of [`Status::ALL`].
    pub const NAMES: [&'static str; 4] = ["not_started", "under_way", "done", "dropped"];

    /// The status with this name in files. Anything else, such as no name at all, is
    /// [`Status::NotStarted`].
    pub fn of(name: &str) -> Status {
        Status::ALL.into_iter().find(|status| status.name() == name).unwrap_or_default()
    }

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Status::NAMES[self as usize]
    }

    /// True while there is something left to do.
    pub fn open(self) -> bool {
        matches!(self, Status::NotStarted | Status::UnderWay)
    }
}

impl From<Status> for Value {
    fn from(status: Status) -> Value {
        Value::Word(status.name())
    }
}

/// An action of the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Action<'a> {
    /// The item that holds the action.
    pub item: &'a Item,
    /// Unique within the audit.
    pub id: &'a str,
    /// The id of the indicator that the action is about; `None` if it is about none.
    pub indicator: Option<&'a str>,
    /// What will be done.
    pub text: &'a str,
    /// Who is responsible for it.
    pub owner: &'a str,
    /// The day by which it should be done.
    pub due: Option<Date>,
    /// How far it has got.
    pub status: Status,
    /// What has happened so far.
    pub progress: &'a str,
    /// Links to what other records have made of it, such as a team's learning need.
    pub to: &'a [Link],
    /// When and by whom it was last changed.
    pub changed: &'a Stamp,
}

impl<'a> Action<'a> {
    /// Reads an action from its item.
    pub fn of(item: &'a Item) -> Action<'a> {
        Action {
            item,
            id: &item.id,
            indicator: Some(item.text(&INDICATOR)).filter(|indicator| !indicator.is_empty()),
            text: item.text(&TEXT),
            owner: item.text(&OWNER),
            due: item.date(&DUE),
            status: Status::of(item.text(&STATUS)),
            progress: item.text(&PROGRESS),
            to: item.links(&TO),
            changed: &item.changed,
        }
    }

    /// True when the action is open and its day has passed.
    pub fn overdue(&self, today: Date) -> bool {
        self.status.open() && self.due.is_some_and(|due| due < today)
    }
}
