//! What a target of the learning plan and a task of the work programme have in common: it is to be done
//! by a day.

use crate::audit::Status;
use crate::form::{Field, List};
use crate::moment::Date;
use crate::order::in_order;
use crate::records::{Item, Record};

/// By when.
pub static DUE: Field = Field::date("due", "by when");
/// How far it is.
pub static STATUS: Field = Field::word("status", "how far it is", &Status::NAMES);

/// By when a target or a task is to be done.
pub fn due(item: &Item) -> Option<Date> {
    item.date(&DUE)
}

/// How far a target or a task is.
pub fn status(item: &Item) -> Status {
    Status::of(item.text(&STATUS))
}

/// True when a target or a task is open and its day has passed.
pub fn is_overdue(item: &Item, today: Date) -> bool {
    status(item).open() && due(item).is_some_and(|due| due < today)
}

/// The items of a list by what is to be done: those that are open by their days, without one last; then
/// the others.
pub fn in_turn<'a>(book: &'a Record, list: &List) -> Vec<&'a Item> {
    let turn = |item: &Item| (!status(item).open(), due(item).is_none(), due(item));
    in_order(book.items(list).iter().collect(), |one, other| turn(one) < turn(other))
}
