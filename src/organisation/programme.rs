//! The programme of sessions: for whom, by when it comes.

use crate::book::Book;
use crate::organisation::session::{self, Audience, Horizon, Session};

/// Every session in its place.
#[derive(Debug)]
pub struct Programme<'a> {
    sessions: Vec<Session<'a>>,
}

impl<'a> Programme<'a> {
    /// The programme of a book.
    pub fn of(book: &'a Book) -> Programme<'a> {
        Programme { sessions: session::all(book) }
    }

    /// The sessions for an audience at a horizon, by their days.
    pub fn at(&self, audience: Audience, horizon: Horizon) -> Vec<Session<'a>> {
        self.those(|session| {
            session.audience() == Some(audience) && session.horizon() == Some(horizon)
        })
    }

    /// The sessions that have no place in the programme, by their days.
    pub fn elsewhere(&self) -> Vec<Session<'a>> {
        self.those(|session| session.audience().is_none() || session.horizon().is_none())
    }

    fn those(&self, chosen: impl Fn(&Session) -> bool) -> Vec<Session<'a>> {
        self.sessions.iter().filter(|session| chosen(session)).copied().collect()
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
