//! A timer that counts down from the minutes of a session. It keeps when it was started and works out
//! the rest from the present moment, so it runs on whichever page is open.

use crate::moment::Timestamp;

/// How long before the end the timer says that the end is near, in seconds.
pub const NEAR_END: i64 = 5 * 60;

/// The longest time that a stored timer is believed to have run before its last start, in milliseconds:
/// a year.
const MOST_RAN: i64 = 366 * 24 * 60 * 60 * 1_000;

/// A timer, running or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timer {
    minutes: u32,
    /// How long it ran before its last start, in milliseconds.
    ran: i64,
    started: Option<Timestamp>,
}

/// What a timer says, each once, while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Five minutes are left.
    NearEnd,
    /// The time is up.
    End,
}

impl Timer {
    /// A timer that has not been started.
    pub fn new(minutes: u32) -> Timer {
        Timer { minutes, ..Timer::default() }
    }

    /// The minutes from which it counts down.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// True when it is running. It runs on after its end, to show how long ago that was.
    pub fn is_running(&self) -> bool {
        self.started.is_some()
    }

    /// True when it has not been started since it was made.
    pub fn is_new(&self) -> bool {
        *self == Timer::new(self.minutes)
    }

    /// The same timer, running; one that runs already is unchanged.
    pub fn start(self, now: Timestamp) -> Timer {
        Timer { started: self.started.or(Some(now)), ..self }
    }

    /// The same timer, stopped.
    pub fn pause(self, now: Timestamp) -> Timer {
        Timer { ran: self.gone(now), started: None, ..self }
    }

    /// The same timer, counting down from other minutes.
    pub fn with_minutes(self, minutes: u32) -> Timer {
        Timer { minutes, ..self }
    }

    /// The timer as a text, from which a page that is reloaded restores it as if it had run on: the
    /// minutes, the milliseconds that it ran and, while it runs, the moment of its last start.
    pub fn stored(&self) -> String {
        let started = self.started.map(|started| [" ", &started.millis().to_string()].concat());
        [&self.minutes.to_string(), " ", &self.ran.to_string(), &started.unwrap_or_default()]
            .concat()
    }

    /// Reads a timer from such a text; `None` for any other text.
    pub fn of_stored(text: &str) -> Option<Timer> {
        let mut parts = text.split(' ');
        let minutes = parts.next()?.parse().ok()?;
        let ran = parts.next()?.parse().ok().filter(|ran| (0..=MOST_RAN).contains(ran))?;
        let started = match parts.next() {
            Some(started) => Some(Timestamp::from_millis(started.parse().ok()?)),
            None => None,
        };
        parts.next().is_none().then_some(Timer { minutes, ran, started })
    }

    /// Seconds left, rounded up; negative when the time is over.
    pub fn left(&self, now: Timestamp) -> i64 {
        let left = i64::from(self.minutes) * 60_000 - self.gone(now);
        left.div_euclid(1_000) + i64::from(left.rem_euclid(1_000) > 0)
    }

    /// Milliseconds that it has run. A clock that is put back never makes it less than it was at the
    /// last start.
    fn gone(&self, now: Timestamp) -> i64 {
        let runs = self.started.map_or(0, |started| now.millis() - started.millis());
        self.ran + runs.max(0)
    }

    /// What to say when so many seconds are left and `before` were left at the last check; `None` for
    /// nothing.
    pub fn call(&self, before: i64, left: i64) -> Option<Call> {
        let passed = |mark: i64| before > mark && left <= mark;
        if passed(0) {
            Some(Call::End)
        } else if passed(NEAR_END) && left > 0 {
            Some(Call::NearEnd)
        } else {
            None
        }
    }
}
