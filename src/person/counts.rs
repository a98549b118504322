//! Learning interviews and days off the job, counted against what there is to be in a year.
//!
//! The policy gives every person at least three learning interviews and at least three days off the
//! job a year. What is still due is spread over the rest of the year: from the day of the last one
//! that was held, or else from the beginning of the year, or from the day on which the book was begun
//! if that is later, to the last day of the year ([`LearningYear::spread`]). So with two interviews
//! left and six months to go, the next is due within three months. The day moves only when another
//! one has been held, so that it can be missed.

use crate::form::Field;
use crate::moment::Date;
use crate::person::{
    DAYS_A_YEAR, DiaryEntry, INTERVIEWS_A_YEAR, INTERVIEWS_HELD, Interview, LearningYear,
    OFF_THE_JOB, Time, USUAL_DAYS, USUAL_INTERVIEWS, YEAR_STARTS, diary, interview, is_shared,
    minutes_a_day,
};
use crate::records::{LastYear, Record, Value};

/// More interviews, and more hundredths of a day, than a year has room for; none above it are counted.
const MOST: (u32, u32) = (1_000, 100_000);

/// What was done in a learning year, and what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The year.
    pub year: LearningYear,
    /// The learning interviews.
    pub interviews: Interviews,
    /// The days off the job.
    pub days: Days,
}

/// Learning interviews of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interviews {
    /// How many there are to be.
    pub a_year: u32,
    /// How many were held.
    pub held: u32,
    /// How many more have a day within the year. None where only the counts are known.
    pub planned: usize,
    /// By when each that is left is due, in order. Empty where only the counts are known.
    pub due: Vec<Date>,
}

/// Days off the job of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    /// How many there are to be.
    pub a_year: u32,
    /// How much there was, in hundredths of a day.
    pub hundredths: u32,
    /// By when each that is left is due, in order; one that is begun is left. Empty where only the
    /// counts are known.
    pub due: Vec<Date>,
}

impl Counts {
    /// What a person's own book comes to.
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

    /// What may be shown of a book: what it comes to, or what was shared of that, if it was.
    pub fn shown(book: &Record) -> Option<Counts> {
        if !is_shared(book) {
            return Some(Counts::of(book));
        }
        Counts::as_told(LearningYear::of(book), &|field| book.whole(field))
    }

    /// What was kept of last year's.
    pub fn of_last_year(last_year: &LastYear) -> Option<Counts> {
        let value = |field: &Field| last_year.answers.get(field.name).map(|filled| &filled.value);
        let first = value(&YEAR_STARTS).and_then(|value| value.date())?;
        Counts::as_told(LearningYear::from(first), &|field| value(field)?.whole())
    }

    /// The counts as they are told to those who cannot count themselves, by field.
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

    /// By when each that is left and not planned yet is due, in order: those that are planned within the
    /// year are the first of those that are left.
    pub fn to_plan(&self) -> &[Date] {
        self.due.get(self.planned..).unwrap_or_default()
    }
}

impl Days {
    /// How many days are left, a day that is begun included.
    pub fn left(&self) -> u32 {
        self.hundredths_left().div_ceil(100)
    }

    /// How much is left, in hundredths of a day.
    pub fn hundredths_left(&self) -> u32 {
        (self.a_year * 100).saturating_sub(self.hundredths)
    }
}
