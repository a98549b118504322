//! The annual review by the six quality questions.
//!
//! The questions and the clarity that each asks for are content and stand in the framework. The
//! policy names them under "The team": purpose; functions and roles; criteria for effectiveness;
//! secure evidence of performance; priorities for learning; information for accountability.

use crate::by_id::ById;
use crate::form::{self, Field};
use crate::moment::Date;
use crate::records::{Filled, Record, Value};
use crate::team::{Clarity, NEXT_REVIEW, REVIEWED_BY, REVIEWED_ON, fields};

/// The ids of the six quality questions, in order.
pub static QUESTIONS: [&str; 6] = {
    let of = &fields::QUESTIONS;
    [of[0].id, of[1].id, of[2].id, of[3].id, of[4].id, of[5].id]
};

/// From how many days ahead the next review counts as soon.
pub const SOON: i64 = 30;

/// A part of the answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the team thinks about it.
    Reflection,
    /// The evidence for it.
    Evidence,
    /// How clear the team is on it.
    Clarity,
    /// What would make it clearer.
    Clearer,
}

impl Part {
    /// The field of a team's book that holds this part of the answer to a question. For an unknown id it
    /// is a field that no book has ([`form::NOTHING`]).
    pub fn field(self, question: &str) -> &'static Field {
        let question = fields::QUESTIONS.iter().find(|it| it.id == question);
        question.map_or(&form::NOTHING, |question| match self {
            Part::Reflection => &question.reflection,
            Part::Evidence => &question.evidence,
            Part::Clarity => &question.clarity,
            Part::Clearer => &question.clearer,
        })
    }
}

/// A team's answer to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The question's id.
    pub question: &'static str,
    /// What the team thinks about it.
    pub reflection: &'a str,
    /// The evidence for it.
    pub evidence: &'a str,
    /// How clear the team is on it; `None` while it has not said.
    pub clarity: Option<Clarity>,
    /// What would make it clearer.
    pub clearer: &'a str,
}

/// A team's review, with last year's beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review<'a> {
    /// The day on which it was held.
    pub held: Option<Date>,
    /// Who took part.
    pub present: &'a str,
    /// The answers, in the order of the questions.
    pub answers: [Answer<'a>; 6],
    /// Last year's review; `None` when the book was not begun from another.
    pub last_year: Option<LastReview<'a>>,
    next: Option<Date>,
}

/// The review of the book that this one was begun from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastReview<'a> {
    /// The day on which it was held.
    pub held: Option<Date>,
    /// Who took part.
    pub present: &'a str,
    /// The answers, in the order of the questions.
    pub answers: [Answer<'a>; 6],
}

/// When the next review is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextReview {
    /// No review was held, and no day is set for one.
    NotSet,
    /// The day has passed.
    Overdue(Date),
    /// The day is today or within the next [`SOON`] days.
    Soon(Date),
    /// The day is further ahead.
    Later(Date),
}

impl<'a> Answer<'a> {
    fn of(answers: &'a ById<Filled>, question: &'static str) -> Answer<'a> {
        let text = |part: Part| text(answers, part.field(question));
        Answer {
            question,
            reflection: text(Part::Reflection),
            evidence: text(Part::Evidence),
            clarity: Clarity::of(text(Part::Clarity)),
            clearer: text(Part::Clearer),
        }
    }

    /// True when there is a reflection and the team has said how clear it is.
    pub fn answered(&self) -> bool {
        !self.reflection.trim().is_empty() && self.clarity.is_some()
    }

    /// True when anything at all has been said.
    pub fn begun(&self) -> bool {
        let texts = [self.reflection, self.evidence, self.clearer];
        self.clarity.is_some() || texts.iter().any(|text| !text.trim().is_empty())
    }
}

fn text<'a>(answers: &'a ById<Filled>, field: &Field) -> &'a str {
    answers.get(field.name).map_or("", |filled| filled.value.text())
}

fn date(answers: &ById<Filled>, field: &Field) -> Option<Date> {
    answers.get(field.name).map(|filled| &filled.value).and_then(Value::date)
}

impl<'a> Review<'a> {
    /// The review in a team's book.
    pub fn of(book: &'a Record) -> Review<'a> {
        let last_year = book.last_year.as_ref().map(|last_year| LastReview {
            held: date(&last_year.answers, &REVIEWED_ON),
            present: text(&last_year.answers, &REVIEWED_BY),
            answers: QUESTIONS.map(|question| Answer::of(&last_year.answers, question)),
        });
        Review {
            held: book.date(&REVIEWED_ON),
            present: book.text(&REVIEWED_BY),
            answers: QUESTIONS.map(|question| Answer::of(&book.answers, question)),
            last_year,
            next: book.date(&NEXT_REVIEW),
        }
    }

    /// The team's answer to a question; `None` for an unknown id.
    pub fn answer(&self, question: &str) -> Option<&Answer<'a>> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// Last year's answer to a question; `None` when nothing was said.
    pub fn last_answer(&self, question: &str) -> Option<&Answer<'a>> {
        let answers = self.last_year.as_ref()?.answers.iter();
        answers.into_iter().find(|answer| answer.question == question && answer.begun())
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|answer| answer.answered()).count()
    }

    /// True when every question is answered and the day of the review is set.
    pub fn complete(&self) -> bool {
        self.answered() == QUESTIONS.len() && self.held.is_some()
    }

    /// By how many steps the clarity on a question has risen since last year; negative when it has
    /// fallen. `None` unless it was said in both years.
    pub fn change(&self, question: &str) -> Option<i8> {
        let step = |answer: &Answer| answer.clarity.map(|clarity| clarity as i8);
        Some(step(self.answer(question)?)? - step(self.last_answer(question)?)?)
    }

    /// The day that is set for the next review; `None` when none is set.
    pub fn next_set(&self) -> Option<Date> {
        self.next
    }

    /// The day of the next review: the one that is set, or else a year after this one, since the policy
    /// asks for a review every year. `None` when neither day is known.
    pub fn next_day(&self) -> Option<Date> {
        self.next.or_else(|| self.held.map(|held| held.months_later(12)))
    }

    /// When the next review is due, as seen from `today`.
    pub fn next(&self, today: Date) -> NextReview {
        let Some(day) = self.next_day() else { return NextReview::NotSet };
        match day.days_since_1970() - today.days_since_1970() {
            ..0 => NextReview::Overdue(day),
            0..=SOON => NextReview::Soon(day),
            _ => NextReview::Later(day),
        }
    }
}
