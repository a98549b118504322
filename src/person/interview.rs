//! Learning interviews: talks with a learning partner in which learning is recognised, reflected upon
//! and, where possible, accredited.

use crate::form::{Field, List, SHARED};
use crate::moment::Date;
use crate::order::in_order;
use crate::records::{Item, Record};

/// The day of the interview.
pub static DATE: Field = Field::date("date", "the day");
/// Who the interview is with.
pub static PARTNER: Field = Field::text("partner", "who with");
/// Whether it has been held.
pub static HELD: Field = Field::flag("held", "whether it has been held");
/// What was talked about.
pub static NOTES: Field = Field::text("notes", "what was talked about");
/// What was agreed.
pub static AGREED: Field = Field::text("agreed", "what was agreed");

/// The list of learning interviews.
pub static LIST: List = List {
    name: "interviews",
    one: "a learning interview",
    several: "learning interviews",
    title: None,
    fields: &[&DATE, &PARTNER, &HELD, &NOTES, &AGREED, &SHARED],
    ..List::USUAL
};

/// A learning interview, held or planned.
#[derive(Debug, Clone, Copy)]
pub struct Interview<'a>(pub &'a Item);

impl<'a> Interview<'a> {
    /// The day of the interview.
    pub fn date(self) -> Option<Date> {
        self.0.date(&DATE)
    }

    /// Who the interview is with.
    pub fn partner(self) -> &'a str {
        self.0.text(&PARTNER)
    }

    /// True when it has been held.
    pub fn held(self) -> bool {
        self.0.flag(&HELD)
    }

    /// What was talked about.
    pub fn notes(self) -> &'a str {
        self.0.text(&NOTES)
    }

    /// What was agreed.
    pub fn agreed(self) -> &'a str {
        self.0.text(&AGREED)
    }

    /// True when its day has passed and nobody has said that it was held.
    pub fn to_confirm(self, today: Date) -> bool {
        !self.held() && self.date().is_some_and(|day| day < today)
    }
}

/// The interviews of a book, in the order in which they were made.
pub fn all(book: &Record) -> impl Iterator<Item = Interview<'_>> {
    book.items(&LIST).iter().map(Interview)
}

/// The interviews in order of their days; those without a day come last.
pub fn in_time(book: &Record) -> Vec<Interview<'_>> {
    let before = |one: &Interview, other: &Interview| match (one.date(), other.date()) {
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    };
    in_order(all(book).collect(), before)
}

/// The interviews that have a day and have not been held, in order of their days.
pub fn planned(book: &Record) -> Vec<Interview<'_>> {
    let mut planned = in_time(book);
    planned.retain(|interview| !interview.held() && interview.date().is_some());
    planned
}
