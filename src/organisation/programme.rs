//! The programme of sessions: who each is for, and when it comes.

use crate::moment::Date;
use crate::organisation::session::{self, Audience, Horizon, Session};
use crate::records::Record;

/// The sessions of a book by their place in the programme: an audience and a horizon.
#[derive(Debug)]
pub struct Programme<'a> {
    sessions: Vec<Session<'a>>,
}

impl<'a> Programme<'a> {
    /// The programme of a book.
    pub fn of(book: &'a Record) -> Programme<'a> {
        Programme { sessions: session::all(book) }
    }

    /// The sessions for an audience at a horizon, in order of their days.
    pub fn at(&self, audience: Audience, horizon: Horizon) -> Vec<Session<'a>> {
        self.those(|session| {
            session.audience() == Some(audience) && session.horizon() == Some(horizon)
        })
    }

    /// The sessions without an audience or a horizon, in order of their days.
    pub fn elsewhere(&self) -> Vec<Session<'a>> {
        self.those(|session| session.audience().is_none() || session.horizon().is_none())
    }

    fn those(&self, chosen: impl Fn(&Session) -> bool) -> Vec<Session<'a>> {
        self.sessions.iter().filter(|session| chosen(session)).copied().collect()
    }

    /// Proposes a day for one more session for an audience at a horizon: as far ahead as the horizon
    /// says, on the Monday after if that is at a weekend, and as many weeks later as it takes to find a
    /// day on which this audience has no session yet.
    pub fn proposed_day(&self, audience: Audience, horizon: Horizon, today: Date) -> Date {
        let weeks = match horizon {
            Horizon::FirstStep => 2,
            Horizon::Medium => 13,
            Horizon::Longer => 26,
        };
        // The first of January 1970 was a Thursday.
        let to_monday = match (today.days_since_1970() + 3).rem_euclid(7) {
            day @ 5.. => 7 - day,
            _ => 0,
        };
        let first = today.days_later(7 * weeks + to_monday);
        let is_free = |day: &Date| {
            let taken =
                |other: &Session| other.audience() == Some(audience) && other.date() == Some(*day);
            !self.sessions.iter().any(taken)
        };
        let mut days = (0..=self.len() as i64).map(|week| first.days_later(7 * week));
        days.find(is_free).unwrap_or(first)
    }

    /// How many sessions there are.
    pub fn len(&self) -> usize {
        self.sessions.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty()
    }

    /// How many of them have been held.
    pub fn held(&self) -> usize {
        self.sessions.iter().filter(|session| session.is_held()).count()
    }
}
