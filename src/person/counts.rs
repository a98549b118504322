//! Learning interviews and learning days (the policy's days off the job), counted against how many there
//! should be in a year.
//!
//! The policy gives every person at least three of each a year. What is still due is spread evenly up to
//! the last day of the year ([`LearningYear::spread`]). The spread starts on the day of the last one
//! that was held. If there is none, it starts with the year, or on the day on which the book was begun
//! if that is later. So with two interviews left and six months to go, the next is due within three
//! months. The day moves only when another one has been held, so it can be missed.

use crate::form::Field;
use crate::moment::Date;
use crate::person::{
    DAYS_A_YEAR, DiaryEntry, INTERVIEWS_A_YEAR, INTERVIEWS_HELD, Interview, LearningYear,
    OFF_THE_JOB, Time, USUAL_DAYS, USUAL_INTERVIEWS, YEAR_STARTS, diary, interview, is_shared,
    minutes_a_day,
};
use crate::records::{LastYear, Record, Value};

/// The most interviews and the most hundredths of a day that are counted: more than a year has room for,
/// and the most that [`INTERVIEWS_HELD`] and [`OFF_THE_JOB`] can hold.
const MOST: (u32, u32) = (1_000, 100_000);

/// What was done in a learning year, and what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The year.
    pub year: LearningYear,
    /// The learning interviews.
    pub interviews: Interviews,
    /// The learning days.
    pub days: Days,
}

/// Learning interviews of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interviews {
    /// How many there should be.
    pub a_year: u32,
    /// How many were held.
    pub held: u32,
    /// How many more have a day within the year; 0 where only the counts are known, as in a shared copy.
    pub planned: usize,
    /// The day by which each one that is left is due, in order. Empty where only the counts are known.
    pub due: Vec<Date>,
}

/// Learning days of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    /// How many there should be.
    pub a_year: u32,
    /// How many were taken, in hundredths of a day.
    pub hundredths: u32,
    /// The day by which each one that is left is due, in order; a day taken in part is still left. Empty
    /// where only the counts are known.
    pub due: Vec<Date>,
}

impl Counts {
    /// Counts what stands in a person's own book.
    pub fn of(book: &Record) -> Counts {
        let year = LearningYear::of(book);
        let begun = year.first.max(book.created_at.day());
        let within = |day: &Date| year.contains(*day);
        let held = interview::all(book).filter(|interview| interview.held());
        let held: Vec<Date> = held.filter_map(Interview::date).filter(within).collect();
        let planned = interview::planned(book).into_iter().filter_map(Interview::date);
        let off_the_job: Vec<DiaryEntry> = diary::all(book)
            .filter(|entry| entry.off_the_job() && !entry.time().is_none())
            .filter(|entry| entry.date().is_some_and(|day| year.contains(day)))
            .collect();
        let time = off_the_job.iter().map(|entry| entry.time()).fold(Time::default(), Time::plus);

        let mut interviews = Interviews {
            a_year: book.whole(&INTERVIEWS_A_YEAR).unwrap_or(USUAL_INTERVIEWS),
            held: (held.len() as u32).min(MOST.0),
            planned: planned.filter(within).count(),
            due: Vec::new(),
        };
        let from = held.into_iter().max().map_or(begun, |last| last.max(year.first));
        interviews.due = year.spread(from, interviews.left());
        let mut days = Days {
            a_year: book.whole(&DAYS_A_YEAR).unwrap_or(USUAL_DAYS),
            hundredths: time.hundredths_of_days(minutes_a_day(book)).min(MOST.1),
            due: Vec::new(),
        };
        let from = off_the_job.into_iter().filter_map(DiaryEntry::date).max().unwrap_or(begun);
        days.due = year.spread(from, days.left());
        Counts { year, interviews, days }
    }

    /// The counts of a person's own book, or those that stand in a shared copy; `None` when the person
    /// did not share them.
    pub fn shown(book: &Record) -> Option<Counts> {
        if !is_shared(book) {
            return Some(Counts::of(book));
        }
        Counts::as_told(LearningYear::of(book), &|field| book.whole(field))
    }

    /// The counts that were kept of last year; `None` when there are none.
    pub fn of_last_year(last_year: &LastYear) -> Option<Counts> {
        let value = |field: &Field| last_year.answers.get(field.name).map(|filled| &filled.value);
        let first = value(&YEAR_STARTS).and_then(|value| value.date())?;
        Counts::as_told(LearningYear::from(first), &|field| value(field)?.whole())
    }

    /// The counts by field, for a shared copy and for next year's book, where they cannot be counted any
    /// more.
    pub(super) fn told(&self) -> [(&'static Field, Value); 5] {
        [
            (&YEAR_STARTS, Value::Date(self.year.first)),
            (&INTERVIEWS_A_YEAR, Value::Whole(self.interviews.a_year)),
            (&DAYS_A_YEAR, Value::Whole(self.days.a_year)),
            (&INTERVIEWS_HELD, Value::Whole(self.interviews.held)),
            (&OFF_THE_JOB, Value::Whole(self.days.hundredths)),
        ]
    }

    fn as_told(year: LearningYear, whole: &dyn Fn(&Field) -> Option<u32>) -> Option<Counts> {
        let interviews = Interviews {
            a_year: whole(&INTERVIEWS_A_YEAR).unwrap_or(USUAL_INTERVIEWS),
            held: whole(&INTERVIEWS_HELD)?,
            planned: 0,
            due: Vec::new(),
        };
        let days = Days {
            a_year: whole(&DAYS_A_YEAR).unwrap_or(USUAL_DAYS),
            hundredths: whole(&OFF_THE_JOB)?,
            due: Vec::new(),
        };
        Some(Counts { year, interviews, days })
    }
}

impl Interviews {
    /// How many are left to be held.
    pub fn left(&self) -> u32 {
        self.a_year.saturating_sub(self.held)
    }

    /// The days, in order, by which the interviews that are left and not planned yet are due. Those that
    /// are planned within the year take the first due days.
    pub fn to_plan(&self) -> &[Date] {
        self.due.get(self.planned..).unwrap_or_default()
    }
}

impl Days {
    /// How many days are left; a day taken in part is still left.
    pub fn left(&self) -> u32 {
        self.hundredths_left().div_ceil(100)
    }

    /// How much is left, in hundredths of a day.
    pub fn hundredths_left(&self) -> u32 {
        (self.a_year * 100).saturating_sub(self.hundredths)
    }
}
