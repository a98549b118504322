//! Card sessions that are being held: their timers, and votes that are being cast. Both belong to this
//! tab alone and outlive the page that they were begun on, and a reload. What is voted is in no record,
//! and shown nowhere, before it is revealed.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::answers::Answers;
use crate::moment::Timestamp;
use crate::organisation::ballot::Ballot;
use crate::organisation::session::{self, Session};
use crate::organisation::timer::{Call, Timer};
use crate::organisation::votes::{InPlace, Votes};
use crate::web::io::{clock, share};
use crate::web::state::State;

/// How often running timers are looked at.
const TICK: Duration = Duration::from_secs(1);

/// What belongs to the sessions that are being held, by their ids.
#[derive(Clone, Copy)]
pub struct Meetings {
    timers: RwSignal<Answers<Running>>,
    ballots: RwSignal<Answers<Ballot>>,
    now: RwSignal<Timestamp>,
    ticks: StoredValue<bool>,
    guards_ballots: StoredValue<bool>,
}

/// A timer, and what its session is called.
#[derive(Clone, Default)]
struct Running {
    timer: Timer,
    about: String,
}

/// No session is being held.
impl Default for Meetings {
    fn default() -> Meetings {
        Meetings {
            timers: RwSignal::new(Answers::new()),
            ballots: RwSignal::new(Answers::new()),
            now: RwSignal::new(Timestamp::default()),
            ticks: StoredValue::new(false),
            guards_ballots: StoredValue::new(false),
        }
    }
}

impl State {
    /// The timer of a session, counting down from these minutes.
    pub fn timer(self, session: &str, minutes: u32) -> Timer {
        self.meetings.timers.with(|timers| match timers.get(session) {
            Some(running) => running.timer.with_minutes(minutes),
            None => Timer::new(minutes),
        })
    }

    /// Seconds left of a session; what reads it runs again every second while the timer runs.
    pub fn time_left(self, session: &str, minutes: u32) -> i64 {
        let timer = self.timer(session, minutes);
        if timer.is_running() {
            timer.left(self.meetings.now.get())
        } else {
            timer.left(clock::now())
        }
    }

    /// Starts the timer of a session, or lets it go on. `about` says what the session is about.
    pub fn start_timer(self, session: &str, minutes: u32, about: &str) {
        let timer = self.timer(session, minutes).start(clock::now());
        self.keep_timer(session, timer, about);
        self.tick_on();
    }

    /// Finds the timers again that sessions of the open book had when the page was loaded anew: they
    /// stand where they would be by now, running or stopped. `named` gives what a session is called by
    /// the title of its card.
    pub fn find_timers(self, named: fn(&str) -> String) {
        let kept: Vec<_> = self.book_untracked(|book| {
            let sessions = book.items(session::LIST).iter().map(Session::of);
            let kept = sessions.filter_map(|session| {
                let timer = Timer::of_kept(&share::draft(&timer_key(session.id()))?)?;
                Some((session.id().to_owned(), timer, named(session.title())))
            });
            kept.collect()
        });
        for (session, timer, about) in kept {
            let known = |timers: &Answers<Running>| timers.contains_key(&session);
            if !self.meetings.timers.with_untracked(known) {
                self.keep_timer(&session, timer, &about);
                self.tick_on();
            }
        }
    }

    /// Looks at running timers from now on.
    fn tick_on(self) {
        if !self.meetings.ticks.get_value() {
            self.meetings.ticks.set_value(true);
            self.meetings.now.set(clock::now());
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
        let running = self.meetings.timers.with_untracked(|timers| timers.get(session).cloned());
        if let Some(Running { timer, about }) = running {
            self.keep_timer(session, timer.with_minutes(minutes), &about);
        }
    }

    /// Puts the timer of a session back to its beginning.
    pub fn reset_timer(self, session: &str) {
        share::drop_draft(&timer_key(session));
        self.meetings.timers.update(|timers| {
            let _ = timers.remove(session);
        });
    }

    fn keep_timer(self, session: &str, timer: Timer, about: &str) {
        share::keep_draft(&timer_key(session), &timer.kept());
        self.meetings.timers.update(|timers| {
            let about = about.to_owned();
            timers.insert(session.to_owned(), Running { timer, about });
        });
    }

    /// A second has passed: says, on whatever page, what is to be said of a timer that runs.
    fn tick(self) {
        let (before, now) = (self.meetings.now.get_untracked(), clock::now());
        let calls: Vec<_> = self.meetings.timers.with_untracked(|timers| {
            let running = timers.values().filter(|running| running.timer.is_running());
            let call = |running: &Running| {
                let Running { timer, about } = running;
                Some((timer.call(timer.left(before), timer.left(now))?, about.clone()))
            };
            running.filter_map(call).collect()
        });
        self.meetings.now.set(now);
        for (call, about) in calls {
            let text = match call {
                Call::NearEnd => "Five minutes are left of the session: ",
                Call::End => "The time for the session is up: ",
            };
            self.tell([text, &about, "."].concat());
        }
    }

    /// How many have voted in a session so far; none while no vote is under way.
    pub fn voted(self, session: &str) -> Option<u32> {
        self.meetings.ballots.with(|ballots| ballots.get(session).map(Ballot::cast_so_far))
    }

    /// True when enough have voted in a session.
    pub fn can_reveal(self, session: &str) -> bool {
        let can =
            |ballots: &Answers<Ballot>| ballots.get(session).is_some_and(Ballot::can_be_revealed);
        self.meetings.ballots.with(can)
    }

    /// Begins a vote in a session.
    pub fn begin_vote(self, session: &str) {
        self.change_vote(session, |_| {});
        self.guard_votes();
    }

    /// Finds the vote again that was under way in a session when the page was loaded anew.
    pub fn find_vote(self, session: &str) {
        let kept = share::draft(&vote_key(session)).and_then(|text| Ballot::of_kept(&text));
        if let Some(ballot) = kept
            && self.meetings.ballots.with_untracked(|ballots| !ballots.contains_key(session))
        {
            self.change_vote(session, |under_way| *under_way = ballot);
            self.guard_votes();
        }
    }

    fn guard_votes(self) {
        if !self.meetings.guards_ballots.get_value() {
            self.meetings.guards_ballots.set_value(true);
            window_event_listener(ev::beforeunload, move |event| {
                if self.has_votes() {
                    event.prevent_default();
                }
            });
        }
    }

    /// Counts a vote in a session.
    pub fn cast_vote(self, session: &str, step: InPlace) {
        self.change_vote(session, |ballot| ballot.cast(step));
    }

    fn change_vote(self, session: &str, change: impl FnOnce(&mut Ballot)) {
        self.meetings.ballots.update(|ballots| {
            let ballot = ballots.get_or_default(session);
            change(ballot);
            share::keep_draft(&vote_key(session), &ballot.kept());
        });
    }

    /// Ends the vote in a session and gives what was voted, unless too few have.
    pub fn reveal_votes(self, session: &str) -> Option<Votes> {
        let ballot = self.meetings.ballots.try_update(|ballots| ballots.remove(session))??;
        match ballot.reveal() {
            Ok(votes) => {
                share::drop_draft(&vote_key(session));
                Some(votes)
            }
            Err(ballot) => {
                self.meetings.ballots.update(|ballots| ballots.insert(session.to_owned(), ballot));
                None
            }
        }
    }

    /// Gives the vote in a session up. What was voted is gone.
    pub fn give_up_vote(self, session: &str) {
        share::drop_draft(&vote_key(session));
        self.meetings.ballots.update(|ballots| {
            let _ = ballots.remove(session);
        });
    }

    /// Lets go of every timer and every vote.
    pub(super) fn end_meetings(self) {
        self.meetings.timers.set(Answers::new());
        self.meetings.ballots.set(Answers::new());
    }

    /// True while votes were cast that have not been revealed.
    fn has_votes(self) -> bool {
        let cast = |ballot: &Ballot| ballot.cast_so_far() > 0;
        self.meetings.ballots.with_untracked(|ballots| ballots.values().any(cast))
    }
}

/// Under which name this tab keeps the timer of a session.
fn timer_key(session: &str) -> String {
    ["cairn:timer:", session].concat()
}

/// Under which name this tab keeps the vote in a session.
fn vote_key(session: &str) -> String {
    ["cairn:vote:", session].concat()
}
