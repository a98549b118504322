//! The one next step that an organisation's book proposes.

use crate::framework::Framework;
use crate::moment::Date;
use crate::organisation::achievement;
use crate::organisation::round::{self, Round};
use crate::organisation::session::{self, Session, Timing};
use crate::records::Record;

/// After how many days another round is due. A year is soon enough: the characteristics change slowly,
/// and everything else is looked at once a year too.
const ROUND_DUE_AFTER: i64 = 365;

/// The next step.
#[derive(Debug, Clone, Copy)]
pub enum Next<'a> {
    /// Hold the session of today.
    HoldToday(Session<'a>),
    /// Say whether a session was held: its day is over.
    WasItHeld(Session<'a>),
    /// Say what will be done after the session that was held last.
    SayWhatToDo(Session<'a>),
    /// Go on with a round that was begun.
    FinishRound(Round<'a>),
    /// Plan the first session.
    PlanFirstSession,
    /// Make the first round.
    FirstRound,
    /// Write down the first achievement.
    FirstAchievement,
    /// Make another round; the last was more than a year ago.
    AnotherRound(Round<'a>),
    /// Plan another session; none is ahead.
    PlanAnotherSession,
    /// Nothing until the next session.
    WaitFor(Session<'a>),
}

/// The next step, as seen from `today`.
pub fn next<'a>(learning: &Framework, book: &'a Record, today: Date) -> Next<'a> {
    let sessions = session::all(book);
    let at = |standing| sessions.iter().find(|session| session.timing(today) == standing);
    if let Some(session) = at(Timing::Today) {
        return Next::HoldToday(*session);
    }
    if let Some(session) = at(Timing::Past) {
        return Next::WasItHeld(*session);
    }
    let last_held = sessions.iter().rfind(|session| session.is_held());
    if let Some(session) = last_held.filter(|session| session.will_do().trim().is_empty()) {
        return Next::SayWhatToDo(*session);
    }
    let rounds = round::all(book);
    let begun = |round: &&Round| {
        let (answered, of) = round.answered(learning);
        answered < of && !round.is_counted()
    };
    // Only the latest round is gone on with; an earlier one that was left unfinished is over.
    if let Some(round) = rounds.first().filter(begun) {
        return Next::FinishRound(*round);
    }
    if sessions.is_empty() {
        return Next::PlanFirstSession;
    }
    let Some(last) = rounds.first() else { return Next::FirstRound };
    if achievement::all(book).is_empty() {
        return Next::FirstAchievement;
    }
    let long_ago = |date: Date| today.days_since_1970() - date.days_since_1970() > ROUND_DUE_AFTER;
    if last.date().is_some_and(long_ago) {
        return Next::AnotherRound(*last);
    }
    match at(Timing::Ahead) {
        Some(session) => Next::WaitFor(*session),
        None => Next::PlanAnotherSession,
    }
}
