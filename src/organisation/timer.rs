//! A timer that counts down from the minutes of a session. It knows when it was started and not how often
//! it was looked at, so it runs on wherever its user goes.

use crate::moment::Timestamp;

/// How long before the end it is said that the end is near, in seconds.
pub const NEAR_END: i64 = 5 * 60;

/// The longest that a timer is believed to have run before it was started last, in milliseconds: a year.
const MOST_RAN: i64 = 366 * 24 * 60 * 60 * 1_000;

/// A timer, running or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timer {
    minutes: u32,
    /// How long it ran before it was started last, in milliseconds.
    ran: i64,
    started: Option<Timestamp>,
}

/// Something that is said, once, while a timer runs.
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

    /// True when it is running; it goes on running after its end, so that all see how long ago that was.
    pub fn is_running(&self) -> bool {
        self.started.is_some()
    }

    /// True when it has not been started since it was made.
    pub fn is_new(&self) -> bool {
        *self == Timer::new(self.minutes)
    }

    /// The same timer, started or going on.
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

    /// The timer as a text, by which a page that is loaded anew finds it again where it would be by then.
    pub fn stored(&self) -> String {
        let started = self.started.map(|started| [" ", &started.millis().to_string()].concat());
        [&self.minutes.to_string(), " ", &self.ran.to_string(), &started.unwrap_or_default()]
            .concat()
    }

    /// The timer that was kept as a text; none of anything else.
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

    /// Seconds left, a part of one counted as whole; below nothing when the time is over.
    pub fn left(&self, now: Timestamp) -> i64 {
        let left = i64::from(self.minutes) * 60_000 - self.gone(now);
        left.div_euclid(1_000) + i64::from(left.rem_euclid(1_000) > 0)
    }

    /// Milliseconds that it has run. A clock that is put back takes nothing away.
    fn gone(&self, now: Timestamp) -> i64 {
        let runs = self.started.map_or(0, |started| now.millis() - started.millis());
        self.ran + runs.max(0)
    }

    /// What is to be said when so many seconds are left and the last time there were `before`.
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
