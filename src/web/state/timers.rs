//! The timers of card sessions that are being held.

use std::time::Duration;

use leptos::prelude::*;

use crate::by_id::ById;
use crate::organisation::session::{self, Session};
use crate::organisation::timer::Timer;
use crate::web::io::{clock, share};
use crate::web::state::meeting::{Meetings, Running};
use crate::words::state::meeting as say;

/// How often running timers are looked at.
const TICK: Duration = Duration::from_secs(1);

impl Meetings {
    /// The timer of a session, counting down from these minutes.
    pub fn timer(self, session: &str, minutes: u32) -> Timer {
        self.timers.with(|timers| match timers.get(session) {
            Some(running) => running.timer.with_minutes(minutes),
            None => Timer::new(minutes),
        })
    }

    /// Seconds left of a session, below 0 once its time is over; what reads it runs again every second
    /// while the timer runs.
    pub fn time_left(self, session: &str, minutes: u32) -> i64 {
        let timer = self.timer(session, minutes);
        if timer.is_running() { timer.left(self.now.get()) } else { timer.left(clock::now()) }
    }

    /// Starts the timer of a session, or lets it go on. `about` says what the session is about.
    pub fn start_timer(self, session: &str, minutes: u32, about: &str) {
        let timer = self.timer(session, minutes).start(clock::now());
        self.keep_timer(session, timer, about);
        self.tick_on();
    }

    /// Finds the timers that sessions of the open book had before the page was loaded anew. They stand
    /// where they would be by now, running or stopped. `named` gives the name of a session from the
    /// title of its card.
    pub fn find_timers(self, named: fn(&str) -> String) {
        let kept: Vec<_> = self.open.book_untracked(|book| {
            let sessions = book.items(&session::LIST).iter().map(Session::of);
            let kept = sessions.filter_map(|session| {
                let timer = Timer::of_stored(&share::draft(&timer_key(session.id()))?)?;
                Some((session.id().to_owned(), timer, named(session.title())))
            });
            kept.collect()
        });
        for (session, timer, about) in kept {
            let known = |timers: &ById<Running>| timers.contains_key(&session);
            if !self.timers.with_untracked(known) {
                self.keep_timer(&session, timer, &about);
                self.tick_on();
            }
        }
    }

    /// Starts to look at running timers every second, if nothing does so yet.
    fn tick_on(self) {
        if !self.ticks.get_value() {
            self.ticks.set_value(true);
            self.now.set(clock::now());
            set_interval(move || self.tick(), TICK);
        }
    }

    /// Stops the timer of a session where it is.
    pub fn pause_timer(self, session: &str, minutes: u32) {
        let timer = self.timer(session, minutes).pause(clock::now());
        self.keep_timer(session, timer, "");
    }

    /// Lets the timer of a session count down from other minutes.
    pub fn set_timer_minutes(self, session: &str, minutes: u32) {
        let running = self.timers.with_untracked(|timers| timers.get(session).cloned());
        if let Some(Running { timer, about }) = running {
            self.keep_timer(session, timer.with_minutes(minutes), &about);
        }
    }

    /// Puts the timer of a session back to its beginning.
    pub fn reset_timer(self, session: &str) {
        share::drop_draft(&timer_key(session));
        self.timers.update(|timers| {
            let _ = timers.remove(session);
        });
    }

    fn keep_timer(self, session: &str, timer: Timer, about: &str) {
        share::keep_draft(&timer_key(session), &timer.stored());
        self.timers.update(|timers| {
            let about = about.to_owned();
            timers.insert(session.to_owned(), Running { timer, about });
        });
    }

    /// Called every second. Tells, on any page, when a running timer nears its end or reaches it.
    fn tick(self) {
        let (before, now) = (self.now.get_untracked(), clock::now());
        let calls: Vec<_> = self.timers.with_untracked(|timers| {
            let running = timers.values().filter(|running| running.timer.is_running());
            let call = |running: &Running| {
                let Running { timer, about } = running;
                Some((timer.call(timer.left(before), timer.left(now))?, about.clone()))
            };
            running.filter_map(call).collect()
        });
        self.now.set(now);
        for (call, about) in calls {
            self.notices.tell(say::time(call, &about));
        }
    }
}

/// The key under which this tab keeps the timer of a session.
fn timer_key(session: &str) -> String {
    ["cairn:timer:", session].concat()
}
