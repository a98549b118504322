//! What a target of the learning plan and a task of the work programme have in common: a due day and a
//! status.

use crate::audit::Status;
use crate::form::{Field, List};
use crate::moment::Date;
use crate::order::in_order;
use crate::records::{Item, Record};

/// The day by which a target or a task should be done.
pub static DUE: Field = Field::date("due", "by when");
/// How far a target or a task has got.
pub static STATUS: Field = Field::word("status", "how far it is", &Status::NAMES);

/// The day by which a target or a task should be done; `None` when none is set.
pub fn due(item: &Item) -> Option<Date> {
    item.date(&DUE)
}

/// How far a target or a task has got.
pub fn status(item: &Item) -> Status {
    Status::of(item.text(&STATUS))
}

/// True when a target or a task is open and its day has passed.
pub fn is_overdue(item: &Item, today: Date) -> bool {
    status(item).open() && due(item).is_some_and(|due| due < today)
}

/// The items of a list in the order to work on them: open ones, then the others; each by due day, those
/// without one last.
pub fn in_turn<'a>(book: &'a Record, list: &List) -> Vec<&'a Item> {
    let turn = |item: &Item| (!status(item).open(), due(item).is_none(), due(item));
    in_order(book.items(list).iter().collect(), |one, other| turn(one) < turn(other))
}
