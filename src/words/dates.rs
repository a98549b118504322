//! Days and times in sentences. They are written as the reader's locale writes them, once the browser's
//! way is set with [`write_by`].

use std::cell::Cell;

use crate::moment::{Date, Timestamp};

/// A way of writing days and times.
#[derive(Clone, Copy)]
pub struct Calendar {
    /// A day: “22 November 2026”.
    pub day: fn(Date) -> String,
    /// The month of a day: “November 2026”.
    pub month: fn(Date) -> String,
    /// The day of a moment.
    pub day_of: fn(Timestamp) -> String,
    /// The time of a moment: “10:42”.
    pub time_of: fn(Timestamp) -> String,
}

/// Used until another way is set, as in the tests: days and times as they stand in files, in UTC.
const PLAIN: Calendar = Calendar {
    day: |date| date.to_string(),
    month: |date| date.to_string()[..7].to_owned(),
    day_of: |moment| moment.day().to_string(),
    time_of: |moment| moment.to_string()[11..16].to_owned(),
};

thread_local!(static CALENDAR: Cell<Calendar> = const { Cell::new(PLAIN) });

/// Sets the way in which all days and times are written from now on.
pub fn write_by(calendar: Calendar) {
    CALENDAR.set(calendar);
}

pub fn day(date: Date) -> String {
    (CALENDAR.get().day)(date)
}

pub fn month(date: Date) -> String {
    (CALENDAR.get().month)(date)
}

pub fn day_of(moment: Timestamp) -> String {
    (CALENDAR.get().day_of)(moment)
}

pub fn time_of(moment: Timestamp) -> String {
    (CALENDAR.get().time_of)(moment)
}
