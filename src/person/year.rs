//! The learning year: twelve months from a day that the person chose.

use crate::moment::Date;
use crate::person::YEAR_STARTS;
use crate::records::Record;

/// The twelve months that a book is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LearningYear {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl LearningYear {
    /// The year that begins with a day.
    pub fn from(first: Date) -> LearningYear {
        LearningYear { first, last: first.months_later(12).days_later(-1).max(first) }
    }

    /// The year of a book. It begins on the day that the person chose, or else on the first of the month
    /// in which the book was begun.
    pub fn of(book: &Record) -> LearningYear {
        let begun = || book.created_at.day().first_of_month();
        LearningYear::from(book.date(&YEAR_STARTS).unwrap_or_else(begun))
    }

    /// True for a day within the year, its first and last day included.
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The year that follows.
    pub fn next(self) -> LearningYear {
        LearningYear::from(self.first.months_later(12))
    }

    /// The first day of each of its twelve months, which need not be calendar months.
    pub fn months(self) -> [Date; 12] {
        std::array::from_fn(|months| self.first.months_later(months as u32))
    }

    /// The days on which `left` things are due when they are spread evenly from `from` to the end of the
    /// year. With two left and six months to go, the first is due after three months and the second on
    /// the last day. A `from` outside the year counts as the year's first or last day.
    pub fn spread(self, from: Date, left: u32) -> Vec<Date> {
        let from = from.clamp(self.first, self.last);
        let days = self.last.days_since(from);
        let due = |number: u32| from.days_later(days * i64::from(number) / i64::from(left));
        (1..=left).map(due).collect()
    }
}
