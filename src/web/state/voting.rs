//! The votes of card sessions: casting, keeping and showing them, and remembering how many had voted in
//! results that were shown.

use leptos::ev;
use leptos::prelude::*;

use crate::by_id::{ById, Ids};
use crate::moment::Date;
use crate::organisation::ballot::{Ballot, near_to};
use crate::organisation::session::{self, Session};
use crate::organisation::shown;
use crate::organisation::votes::InPlace;
use crate::records::{Record, Slot};
use crate::survey::symbols::crc32;
use crate::web::io::{clock, random_id};
use crate::web::state::meeting::{Meetings, Sessions};
use crate::web::state::{SaveState, State, learning};
use crate::words::state::meeting as say;
use crate::workspace::VOTES;

/// The most cards and sessions of which one file of everything can tell how many had voted.
const MOST_REMEMBERED: usize = 500;

impl Meetings {
    /// How many have voted in a session so far; `None` while no vote is under way.
    pub fn voted(self, session: &str) -> Option<u32> {
        let vote = self.vote_of(session);
        self.ballots.with(|ballots| ballots.get(&vote)?.cast_so_far())
    }

    /// Reads the ballot of a session as this tab knows it; an empty one if it knows none.
    pub fn ballot<R>(self, session: &str, read: impl FnOnce(&Ballot) -> R) -> R {
        let vote = self.vote_of(session);
        self.ballots.with(|ballots| match ballots.get(&vote) {
            Some(ballot) => read(ballot),
            None => read(&Ballot::default()),
        })
    }

    /// Begins a vote in a session of the open book.
    pub fn begin_vote(self, session: &str) {
        let standing = self.open.book_untracked(|book| {
            session::find(book, session).and_then(|session| session.votes())
        });
        let shown = self.shown_before(session);
        self.change_vote(session, |ballot| ballot.begin(standing, &shown));
    }

    /// How many had voted in each result that was shown of a session or beside it, as far as the record
    /// and this device know now.
    fn shown_before(self, session: &str) -> Vec<u32> {
        let mut shown = self.open.book_untracked(|book| {
            let found = session::find(book, session);
            found.map(|found| shown::shown_beside(learning(), book, found)).unwrap_or_default()
        });
        let days = -shown::SAME_PEOPLE..=shown::SAME_PEOPLE;
        for name in days.flat_map(|days| self.memories_of(session, clock::today().days_later(days)))
        {
            shown.extend(self.read_vote(&name).shown());
        }
        shown
    }

    /// Finds the vote that is under way in a session on this device, in whichever tab it was begun and
    /// whether or not that tab is still open. From then on follows what other tabs do with votes.
    pub fn find_vote(self, session: &str) {
        self.read_vote(&self.vote_of(session));
        if !self.follows_ballots.get_value() {
            self.follows_ballots.set_value(true);
            window_event_listener(ev::storage, move |event| match event.key() {
                None => self.keep_votes_again(),
                Some(key) if key.starts_with(VOTES) => {
                    let known = self
                        .ballots
                        .with_untracked(|ballots| ballots.keys().cloned().collect::<Vec<_>>());
                    known.iter().for_each(|vote| drop(self.read_vote(vote)));
                }
                Some(_) => {}
            });
        }
    }

    /// Counts a vote in a session. False when no vote is under way any more.
    pub fn cast_vote(self, session: &str, step: InPlace) -> bool {
        self.change_vote(session, |ballot| ballot.cast(step))
    }

    /// True when the votes of a session have just been shown; false when asked again.
    pub fn has_just_shown(self, session: &str) -> bool {
        let shown = self.shown.try_update_value(Option::take).flatten();
        shown.is_some_and(|shown| shown == session)
    }

    /// Gives up the vote in a session. The votes cast in it are gone.
    pub fn give_up_vote(self, session: &str) {
        self.change_vote(session, Ballot::give_up);
    }

    /// True while a vote is under way in a session. The caller does not run again when that changes.
    pub(super) fn is_voting(self, session: &str) -> bool {
        untrack(|| self.voted(session)).is_some()
    }

    /// The name under which the ballot of a session of the open book is kept. The book's id is in it,
    /// because a copy of the book has sessions with the same ids and votes of its own.
    fn vote_of(self, session: &str) -> String {
        [&untrack(|| self.open.id()), ".", session].concat()
    }

    /// Removes a session and its timer, with undo offered. What was shown of its votes stays known.
    pub fn remove_session(self, session: &str) {
        self.reset_timer(session);
        self.forget_session(session);
        let stamp = self.open.device.stamp();
        let changes = self.open.book_untracked(|book| shown::removal(book, session, stamp));
        self.open.remove(&session::LIST, changes);
    }

    /// Called before a session is removed: this device goes on knowing how many had voted in its shown
    /// results.
    pub(super) fn forget_session(self, session: &str) {
        let shown: Vec<u32> = self.open.book_untracked(|book| {
            session::find(book, session).map(|found| found.shown().collect()).unwrap_or_default()
        });
        if !shown.is_empty() {
            let _ = self.remember_shown(session, &shown);
        }
    }

    /// Keeps how many had voted in the shown results of a session. Gives false when that could not be
    /// saved.
    fn remember_shown(self, session: &str, shown: &[u32]) -> bool {
        let mut names = self.memories_of(session, clock::today()).into_iter();
        names.all(|name| self.remember_under(&name, shown))
    }

    fn remember_under(self, name: &str, shown: &[u32]) -> bool {
        let mut known = self.read_vote(name);
        known.remember(shown);
        self.keep_vote(name, known)
    }

    /// The names under which this device keeps how many had voted in shown results: by day and card, by
    /// day and title of the card, by day and statement on it, and by session. One day and card stand for the same people, even
    /// where a session or a card was removed and made anew. The names for a day contain when the book
    /// was begun, which all copies of the book have in common.
    fn memories_of(self, session: &str, day: Date) -> [String; 4] {
        self.open.book_untracked(|book| memories(book, session::find(book, session), session, day))
    }

    /// Called when a book comes to this device in a file, perhaps to stand beside the copy that is
    /// `here`. Keeps how many had voted in the results shown of its sessions: that copy then knows of
    /// them too, and so do sessions about the same cards on these days. Gives false when that could not
    /// be saved.
    pub(super) fn remember_results_of(self, book: &Record, here: Option<&Record>) -> bool {
        let today = clock::today();
        shown::all(book).all(|(id, result)| {
            let known: Vec<u32> = result.shown().collect();
            let met = here.is_some_and(|here| session::find(here, id).is_some());
            let near = |day: &Date| day.days_since(today).abs() <= 2 * shown::SAME_PEOPLE;
            let mut days: Vec<Date> = result.days().filter(|day| met || near(day)).collect();
            days.dedup();
            let mut names = days.into_iter().flat_map(|day| memories(book, Some(result), id, day));
            known.is_empty() || names.all(|name| self.remember_under(&name, &known))
        })
    }

    /// How many had voted in results that were shown on this device, for another device that opens a
    /// file of everything: those of every session, and those of cards within a few days of today, by
    /// the names under which they are kept.
    pub(super) fn shown_of_late(self) -> ById<Vec<u32>> {
        let day = |days| clock::today().days_later(days);
        let days = day(-2 * shown::SAME_PEOPLE)..=day(2 * shown::SAME_PEOPLE);
        let shown = self.library.workspace.with_value(|workspace| workspace.votes_shown(days));
        shown.unwrap_or_default()
    }

    /// Keeps what a file of everything says of how many had voted in shown results. Gives false when
    /// that could not be saved.
    pub(super) fn hear_of_votes(self, shown: &ById<Vec<u32>>) -> bool {
        let memories = shown.iter().filter(|(name, _)| name.contains('@') && name.len() <= 200);
        memories.take(MOST_REMEMBERED).all(|(name, numbers)| self.remember_under(name, numbers))
    }

    /// A show of `hands` hands can come too near to a result of votes one by one: the difference would
    /// tell what one or two people said. Gives how many had voted in such a result of the session or
    /// beside it; `None` when there is none.
    pub fn hands_too_near_to(self, session: &str, hands: u32) -> Option<u32> {
        near_to(&self.shown_before(session), hands)
    }

    /// Reads a ballot from the storage, since another tab may have changed it. A ballot that could not
    /// be saved is read from this tab's memory.
    fn read_vote(self, vote: &str) -> Ballot {
        let Sessions { ballots, unkept, .. } = *self;
        let known = ballots.with_untracked(|ballots| ballots.get(vote).cloned());
        let ballot = if unkept.with_untracked(|unkept| unkept.contains(vote)) {
            known.clone().unwrap_or_default()
        } else {
            match self.library.workspace.with_value(|workspace| workspace.vote(vote)) {
                Ok(kept) => {
                    kept.and_then(|text| Ballot::of_stored(&text, vote)).unwrap_or_default()
                }
                Err(_) => known.clone().unwrap_or_default(),
            }
        };
        if known.as_ref() != Some(&ballot) {
            ballots.update(|ballots| ballots.insert(vote.to_owned(), ballot.clone()));
        }
        ballot
    }

    fn change_vote<R>(self, session: &str, change: impl FnOnce(&mut Ballot) -> R) -> R {
        let vote = self.vote_of(session);
        let mut ballot = self.read_vote(&vote);
        let changed = change(&mut ballot);
        self.keep_vote(&vote, ballot);
        changed
    }

    /// Saves a ballot. Gives false when it is in this tab's memory alone. The storage then still holds
    /// an earlier state of it; no result can show from that, since showing one has to be saved as well.
    fn keep_vote(self, vote: &str, ballot: Ballot) -> bool {
        let text = ballot.stored(&random_id(), vote);
        let mut kept = Ok(());
        self.library.workspace.update_value(|workspace| {
            kept = workspace.keep_vote(vote, text.as_deref());
        });
        self.unkept.update(|unkept| match kept {
            Ok(()) => unkept.remove(vote),
            Err(_) => unkept.insert(vote.to_owned()),
        });
        if kept.is_err() {
            self.guard_votes();
        }
        self.ballots.update(|ballots| ballots.insert(vote.to_owned(), ballot));
        kept.is_ok()
    }

    /// True while the vote in a session is in the memory of this tab alone.
    pub fn is_vote_unkept(self, session: &str) -> bool {
        let vote = self.vote_of(session);
        self.unkept.with(|unkept| unkept.contains(&vote))
    }

    /// Called when something else has emptied the storage: saves all known ballots again.
    fn keep_votes_again(self) {
        let all = self.ballots.get_untracked();
        for (vote, ballot) in &all {
            self.keep_vote(vote, ballot.clone());
        }
    }

    /// Makes the browser ask before it leaves votes that are in memory only.
    fn guard_votes(self) {
        if !self.guards_ballots.get_value() {
            self.guards_ballots.set_value(true);
            window_event_listener(ev::beforeunload, move |event| {
                if self.has_unkept_votes() {
                    event.prevent_default();
                }
            });
        }
    }

    /// Forgets every timer and every vote.
    pub(super) fn end_meetings(self) {
        self.timers.set(ById::new());
        self.ballots.set(ById::new());
        self.unkept.set(Ids::default());
    }

    /// True while votes were cast that are not revealed, and that a reload would not find again.
    fn has_unkept_votes(self) -> bool {
        let ballots = self.ballots.get_untracked();
        let cast = |vote: &String| {
            ballots.get(vote).and_then(Ballot::cast_so_far).is_some_and(|voted| voted > 0)
        };
        self.unkept.with_untracked(|unkept| unkept.iter().any(cast))
    }
}

impl State {
    /// Ends the vote in a session, puts the result into the session, and goes there. If the result
    /// cannot show yet, or cannot be saved, the vote goes on. The end of the vote and its result are
    /// saved before the result shows: otherwise a page that is loaded anew could go on with the vote,
    /// or begin it again, and show it with one more person's vote.
    pub fn show_votes(self, session: &str) {
        // Another tab may have shown something since this vote was begun.
        self.open.take_in();
        let vote = self.meetings.vote_of(session);
        let before = self.meetings.read_vote(&vote);
        let mut after = before.clone();
        after.remember(&self.meetings.shown_before(session));
        let Some(votes) = after.reveal() else {
            self.meetings.keep_vote(&vote, after);
            return;
        };
        let shown = after.shown().to_vec();
        let remembered = self
            .meetings
            .memories_of(session, clock::today())
            .map(|name| (self.meetings.read_vote(&name), name));
        let mut shows =
            self.meetings.remember_shown(session, &shown) && self.meetings.keep_vote(&vote, after);
        if shows {
            let earlier =
                self.open.book_untracked(|book| book.item(&session::LIST, session).cloned());
            self.open.change_item(&session::LIST, session, |item| {
                shown::show(item, clock::now(), votes)
            });
            self.open.save_now();
            if matches!(*self.open.save_state.read_untracked(), SaveState::NotSaved(_)) {
                self.open.change_item(&session::LIST, session, |item| {
                    if let Some(earlier) = earlier {
                        *item = earlier;
                    }
                });
                // Otherwise redo would show the result all the same.
                self.open.forget_steps(&[Slot::item(&session::LIST, session)]);
                shows = false;
            }
        }
        if shows {
            self.meetings.shown.set_value(Some(session.to_owned()));
        } else {
            self.meetings.keep_vote(&vote, before);
            for (known, name) in remembered {
                self.meetings.keep_vote(&name, known);
            }
            self.notices.tell_problem(say::VOTE_NOT_SAVED);
        }
        self.leave_kiosk();
    }
}

/// The names that [`Meetings::memories_of`] explains, for a session of any book. `found` is `None` when
/// the book no longer has the session.
fn memories(book: &Record, found: Option<Session>, session: &str, day: Date) -> [String; 4] {
    let card = found.map(|found| found.card().to_owned()).unwrap_or_default();
    let title = found.map(|found| shown::title_key(found.title())).unwrap_or_default();
    let (begun, day) = (book.created_at.millis().to_string(), day.to_string());
    let of_day = |what: &str| [&begun, ".", what, "@", &day].concat();
    let titled = if title.is_empty() { card.clone() } else { title_name(&title) };
    let words = found.and_then(|found| shown::words_key(learning(), book, found));
    let worded = words.map_or(card.clone(), |words| ["!", &title_name(&words)].concat());
    [of_day(&card), of_day(&titled), of_day(&worded), ["@", session].concat()]
}

/// The checksum that stands for a card's title or statement in a key of the storage: keys hold no words of a person.
fn title_name(title: &str) -> String {
    ["=", &crc32(title.as_bytes()).to_string()].concat()
}
