//! The results that sessions have shown of votes one by one. A result is never taken back, and stays
//! known when its session is removed: beside it, another result with one or two people more or fewer
//! would tell what those people chose ([`crate::organisation::ballot`]).

use crate::by_id::ById;
use crate::form::List;
use crate::framework::Framework;
use crate::moment::{Date, Timestamp};
use crate::organisation::ballot::MOST_SHOWN;
use crate::organisation::card;
use crate::organisation::session::{self, CARD, CARD_TITLE, DATE, RESULTS, Session, VOTES};
use crate::organisation::votes::{InPlace, Votes};
use crate::record::Stamp;
use crate::records::{Entry, Item, Record, Slot, Value};

/// The list of what is left of removed sessions: the results that they had shown. Without it, a file
/// would not have these, and another device could show a result that is too near to one of them.
pub static REMOVED: List = List {
    name: "shown",
    one: "a result of votes, of a session that was removed",
    several: "results of votes, of sessions that were removed",
    title: Some(&CARD_TITLE),
    fields: &[&CARD, &CARD_TITLE, &DATE, &RESULTS],
    ..List::USUAL
};

/// Adds to a session a result of votes one by one that is shown now, and makes it the session's votes.
pub fn show(item: &mut Item, now: Timestamp, votes: Votes) {
    let one = Item {
        fields: [(RESULTS.name.to_owned(), result_of(now, votes))].into_iter().collect(),
        ..Item::default()
    };
    add_results(item, &one);
    item.set(&VOTES, votes);
}

fn result_of(now: Timestamp, votes: Votes) -> Value {
    let numbers = InPlace::ALL.map(|step| votes.count(step)).to_vec();
    Value::Counts([(now.to_string(), numbers)].into_iter().collect())
}

/// Adds the results that another state of a session has shown. Of more than [`MOST_SHOWN`], the latest
/// are kept.
pub fn add_results(item: &mut Item, other: &Item) {
    if other.all_counts(&RESULTS).next().is_none() {
        return;
    }
    let all = item.all_counts(&RESULTS).chain(other.all_counts(&RESULTS));
    let all: ById<Vec<u32>> = all.map(|(at, votes)| (at.clone(), votes.clone())).collect();
    let over = all.len().saturating_sub(MOST_SHOWN);
    let latest = all.into_iter().skip(over).collect();
    item.set(&RESULTS, Value::Counts(latest));
}

/// What stands in place of the session `now` once `then` is put back there, by undo, from an earlier
/// copy or from a file. `then` is `None` when no session is to stand there. The answer is `then` with
/// the results that `now` has shown, and with its votes too if `then` lacks one of these results; it is
/// `now` itself when there is no `then`. `None` when `now` has shown no results, so `then` can stand as
/// it is. If a shown result were taken back, others could be asked, and the two results could differ by
/// only a few people.
pub fn keeping_shown(then: Option<&Item>, now: &Item) -> Option<Item> {
    now.all_counts(&RESULTS).next()?;
    let Some(then) = then else { return Some(now.clone()) };
    let mut session = then.clone();
    if now.all_counts(&RESULTS).any(|(at, _)| session.counts(&RESULTS, at).is_empty()) {
        add_results(&mut session, now);
        session.set(&VOTES, now.wholes(&VOTES).to_vec());
    }
    Some(session)
}

/// The start of the id of what is left of a session.
const LEFT: &str = "shown-";

/// The changes that remove a session from `book`. The results that it has shown stay, in [`REMOVED`].
pub fn removal(book: &Record, id: &str, stamp: Stamp) -> Vec<(Slot, Entry)> {
    let removed = book.item(&session::LIST, id);
    let left = removed.filter(|item| item.all_counts(&RESULTS).next().is_some()).map(|item| {
        // Each item of a record has an id of its own, and no id is longer than 64 characters.
        let own = [LEFT, id.get(..58).unwrap_or(id)].concat();
        let mut left = Item { id: own.clone(), ..Item::default() };
        for field in REMOVED.fields {
            if let Some(value) = item.value(field) {
                left.set(field, value.clone());
            }
        }
        // The session may have been removed before, and come back in an earlier copy.
        if let Some(before) = book.item(&REMOVED, &own) {
            add_results(&mut left, before);
        }
        (Slot::item(&REMOVED, &own), Entry::Item(left))
    });
    [(Slot::item(&session::LIST, id), Entry::Removed(stamp))].into_iter().chain(left).collect()
}

/// Every session of a book, then what is left of those that were removed, each with the session's id.
pub fn all(book: &Record) -> impl Iterator<Item = (&str, Session<'_>)> {
    let sessions = session::all(book).into_iter().map(|session| (session.id(), session));
    let removed = book
        .items(&REMOVED)
        .iter()
        .map(|item| (item.id.strip_prefix(LEFT).unwrap_or(&item.id), Session::of(item)));
    sessions.chain(removed)
}

/// A key made of a card's title, whatever its case and spaces. By it, a card that was removed and came
/// back under another id is recognised.
pub fn title_key(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A key made of what voters read on a session's card, as `book` has the card now; empty when the card
/// has neither a title nor a statement. By it, a card is recognised that says the same under another
/// title. `None` when the card is gone and had a title, or has a title and no statement.
pub fn words_key(learning: &Framework, book: &Record, session: Session) -> Option<String> {
    let statement = card::find(learning, book, session.card()).map(|card| card.statement);
    let statement = title_key(&statement.unwrap_or_default());
    let says_nothing = statement.is_empty() && title_key(session.title()).is_empty();
    (says_nothing || !statement.is_empty()).then_some(statement)
}

/// Two sessions about one card that are at most so many days apart count as held by the same people:
/// midnight or another time zone can put a day between them.
pub const SAME_PEOPLE: i64 = 1;

/// How many had voted in each result that a new one of this session must not be too near to: results of
/// this session and of others, removed or not, that are about the same card, or one of the same title or
/// statement, and at most [`SAME_PEOPLE`] days apart. A session's days are the one that somebody has typed and those on
/// which its results were shown.
pub fn shown_beside(learning: &Framework, book: &Record, session: Session) -> Vec<u32> {
    let title = title_key(session.title());
    let words = words_key(learning, book, session);
    let about = |other: &Session| {
        other.card() == session.card()
            || (!title.is_empty() && title_key(other.title()) == title)
            || (words.is_some() && words_key(learning, book, *other) == words)
    };
    let near = |other: &Session| {
        let near = |day: Date| session.days().any(|own| own.days_since(day).abs() <= SAME_PEOPLE);
        about(other) && other.days().any(near)
    };
    let removed = book.items(&REMOVED).iter().map(Session::of);
    let others = session::all(book).into_iter().chain(removed).filter(near);
    session.shown().chain(others.flat_map(|other| other.shown())).collect()
}
