//! Achievements: what the organisation has achieved so far, to be told and celebrated.

use crate::form::{FROM, Field, List, TO};
use crate::moment::Date;
use crate::order::in_order;
use crate::record::Link;
use crate::records::{Item, Record};

/// The day of the achievement.
pub static DATE: Field = Field::date("date", "the day");
/// What was achieved.
pub static TEXT: Field = Field::text("text", "what was achieved");
/// More about it.
pub static NOTE: Field = Field::text("note", "more about it");

/// The list of achievements.
pub static LIST: List = List {
    name: "achievements",
    one: "an achievement",
    several: "achievements",
    title: Some(&TEXT),
    fields: &[&DATE, &TEXT, &NOTE, &FROM, &TO],
    ..List::USUAL
};

/// A read-only view of an achievement.
#[derive(Debug, Clone, Copy)]
pub struct Achievement<'a> {
    item: &'a Item,
}

/// The achievements of a year.
#[derive(Debug, Clone)]
pub struct Year<'a> {
    /// The year; `None` for achievements without a day.
    pub year: Option<u16>,
    /// Its achievements, the latest first.
    pub achievements: Vec<Achievement<'a>>,
}

/// Every achievement, the latest first; those without a day come last.
pub fn all(book: &Record) -> Vec<Achievement<'_>> {
    let achievements = book.items(&LIST).iter().rev().map(Achievement::of).collect();
    in_order(achievements, |one, other| match (one.date(), other.date()) {
        (Some(one), Some(other)) => one > other,
        (one, other) => one.is_some() && other.is_none(),
    })
}

/// The achievements by year, the latest first; the last group has those without a day. Achievements
/// without any words are left out.
pub fn by_year(book: &Record) -> Vec<Year<'_>> {
    let mut years: Vec<Year> = Vec::new();
    for achievement in all(book).into_iter().filter(Achievement::has_words) {
        let year = achievement.date().map(Date::year);
        match years.last_mut() {
            Some(last) if last.year == year => last.achievements.push(achievement),
            _ => years.push(Year { year, achievements: vec![achievement] }),
        }
    }
    years
}

impl<'a> Achievement<'a> {
    /// Reads an achievement from its item.
    pub fn of(item: &'a Item) -> Achievement<'a> {
        Achievement { item }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        &self.item.id
    }

    /// Its day.
    pub fn date(&self) -> Option<Date> {
        self.item.date(&DATE)
    }

    /// What was achieved.
    pub fn text(&self) -> &'a str {
        self.item.text(&TEXT)
    }

    /// More about it.
    pub fn note(&self) -> &'a str {
        self.item.text(&NOTE)
    }

    /// True when it has any words.
    pub fn has_words(&self) -> bool {
        [self.text(), self.note()].iter().any(|text| !text.trim().is_empty())
    }

    /// Links to what it came from in other records.
    pub fn from(&self) -> &'a [Link] {
        self.item.links(&FROM)
    }

    /// Links to what other records have made of it.
    pub fn to(&self) -> &'a [Link] {
        self.item.links(&TO)
    }
}
