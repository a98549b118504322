//! What was shown of votes one by one in sessions: it is never taken back, and stays when a session is
//! removed, since beside it another result of one or two people more or fewer would say what those have
//! chosen ([`crate::organisation::ballot`]).

use crate::by_id::ById;
use crate::form::List;
use crate::moment::{Date, Timestamp};
use crate::organisation::ballot::MOST_SHOWN;
use crate::organisation::session::{self, CARD, CARD_TITLE, DATE, RESULTS, Session, VOTES};
use crate::organisation::votes::{InPlace, Votes};
use crate::record::Stamp;
use crate::records::{Entry, Item, Record, Slot, Value};

/// The list of what is left of sessions that were removed: the results that were shown. Without them the
/// file would not know of them, and on another device one could be shown that is too near.
pub static REMOVED: List = List {
    name: "shown",
    one: "a result of votes, of a session that was removed",
    several: "results of votes, of sessions that were removed",
    title: Some(&CARD_TITLE),
    fields: &[&CARD, &CARD_TITLE, &DATE, &RESULTS],
    ..List::USUAL
};

/// Adds a result of votes one by one that is shown now.
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

/// Adds the results that were shown in another state of a session; as many as are kept, the latest.
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

/// An earlier state of a session, or its absence, with the results that were shown in the present one;
/// `None` where none was. Where that one has a result that the earlier one has not, what stands there
/// stands: what has been shown is not taken back, or others could be asked, and the two results would
/// differ by few.
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

/// How the id of what is left of a session begins.
const LEFT: &str = "shown-";

/// What has to be changed to remove a session from `book`: what was shown of it stays.
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
        (Slot::item(&REMOVED, &own), Entry::Item(left))
    });
    [(Slot::item(&session::LIST, id), Entry::Removed(stamp))].into_iter().chain(left).collect()
}

/// Every session of a book, and what is left of those that were removed, with the session's id.
pub fn all(book: &Record) -> impl Iterator<Item = (&str, Session<'_>)> {
    let sessions = session::all(book).into_iter().map(|session| (session.id(), session));
    let removed = book
        .items(&REMOVED)
        .iter()
        .map(|item| (item.id.strip_prefix(LEFT).unwrap_or(&item.id), Session::of(item)));
    sessions.chain(removed)
}

/// A card's title, by which one that was removed and comes again under another id is known.
pub fn title_key(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How many days apart two sessions about one card may be and are held by the same people: midnight and
/// another time zone are no reason to think of others.
pub const SAME_PEOPLE: i64 = 1;

/// How many had voted in each result that was shown beside this session: of itself, and of others about
/// the same card, or one of the same title, at most [`SAME_PEOPLE`] days apart, be they removed or not. The
/// days on which results were shown count as well as those that somebody has typed.
pub fn shown_beside(book: &Record, session: Session) -> Vec<u32> {
    let title = title_key(session.title());
    let about = |other: &Session| {
        other.card() == session.card() || (!title.is_empty() && title_key(other.title()) == title)
    };
    let near = |other: &Session| {
        let near = |day: Date| session.days().any(|own| own.days_since(day).abs() <= SAME_PEOPLE);
        about(other) && other.days().any(near)
    };
    let removed = book.items(&REMOVED).iter().map(Session::of);
    let others = session::all(book).into_iter().chain(removed).filter(near);
    session.shown().chain(others.flat_map(|other| other.shown())).collect()
}
