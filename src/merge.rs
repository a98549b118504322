//! Merges two copies of one record, slot by slot. What only one copy has is taken. Where both have an
//! entry, the later change stands. Words that lose are kept in the record, and the counts of a survey
//! add up.
//!
//! Two open tabs merge this way. Asking a person to choose between two versions is left to others.

use crate::moment::Timestamp;
use crate::order::in_order;
use crate::record::{EarlierWords, Stamp};
use crate::records::{Entry, Record, Slot};
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// Merges `theirs` into `mine`. Does nothing when the two records are of different kinds. `unsaved` are
/// the slots of `mine` that the other side cannot have seen yet: only there have two people really
/// written at once, so only there are the losing words kept in [`Record::earlier_words`]. Gives the
/// slots of `mine` that changed.
pub fn merge(mine: &mut Record, theirs: &Record, unsaved: &[Slot]) -> Vec<Slot> {
    let mut changed = Vec::new();
    if mine.kind() != theirs.kind() {
        return changed;
    }
    let before = mine.all_entries();
    let unsaved = in_order(unsaved.iter().collect(), |one: &&Slot, other| one < other);
    let (mut puts, mut lost, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for (slot, their_entry) in theirs.entries() {
        // Counts of both copies add up: see `add_up` below.
        if slot == Slot::Tally {
            continue;
        }
        let Some(my_entry) = before.get(&slot) else {
            // Here is nothing to remove. An audit remembers a removal by its id alone, and then has
            // this entry for every list that could have had the item. `remember_removals_of` below
            // keeps the removal.
            if !their_entry.is_removal() {
                changed.push(slot.clone());
                puts.push((slot, their_entry));
            }
            continue;
        };
        if *my_entry == their_entry {
            continue;
        }
        // Whichever entry stands keeps what both promise: a survey the higher threshold, a session all
        // results of votes that were shown.
        let their_entry = their_entry.promising(my_entry);
        let mine_now = my_entry.clone().promising(&their_entry);
        let theirs_wins = rank(&their_entry) > rank(&mine_now);
        if unsaved.binary_search(&&slot).is_ok() {
            let words = match theirs_wins {
                true => lost_words(&slot, &mine_now, &their_entry),
                false => lost_words(&slot, &their_entry, &mine_now),
            };
            // The slot keeps its words, but the earlier words shown beside it change.
            if !theirs_wins && words.as_ref().is_some_and(|it| !mine.earlier_words.contains(it)) {
                changed.push(slot.clone());
            }
            lost.extend(words);
        }
        let stands = if theirs_wins { their_entry } else { mine_now };
        if stands.is_removal() {
            let records = [&*mine, theirs].into_iter();
            left.extend(records.filter_map(|record| record.left_of(&slot, stands.stamp())));
        }
        if stands != *my_entry {
            if changed.last() != Some(&slot) {
                changed.push(slot.clone());
            }
            puts.push((slot, stands));
        }
    }
    mine.put_all(puts);
    for (slot, left) in left {
        let stands = match mine.entry(&slot) {
            Some(before) => before.promising(&left),
            None => left,
        };
        if mine.entry(&slot).as_ref() != Some(&stands) {
            mine.put(&slot, stands);
            changed.push(slot);
        }
    }
    mine.put_aside(theirs.set_aside.clone());
    if mine.last_year < theirs.last_year {
        mine.last_year.clone_from(&theirs.last_year);
    }
    if add_up(mine.survey.as_ref(), &mut mine.tally, theirs.tally.as_ref()) {
        changed.push(Slot::Tally);
    }
    lost.extend_from_slice(&theirs.earlier_words);
    mine.remember(lost);
    mine.remember_removals_of(theirs);
    mine.join_beyond(&theirs.beyond);
    changed
}

/// True when `whole` can stand for both copies and no word is lost: for each entry of `part` it has the
/// same or a later one, which contains every line of its words, and it keeps all that a later Cairn
/// wrote in `part`. The two copies cannot tell whether later words were written in place of the other's
/// or beside them.
pub fn has_all_of(whole: &Record, part: &Record) -> bool {
    let there = whole.all_entries();
    let has_words = |(slot, entry): &(Slot, Entry)| {
        let own = there.get(slot).map(Entry::words).unwrap_or_default();
        entry.words().lines().all(|line| own.contains(line))
    };
    whole.kind() == part.kind()
        && whole.beyond.later().has_all_of(part.beyond.later())
        && merge(&mut whole.clone(), part, &[]).is_empty()
        && part.entries().iter().all(has_words)
}

/// Puts the counts of both copies together into `mine`. When only one of the two tallies belongs to
/// `survey`, that one stands. True when `mine` changed.
fn add_up(survey: Option<&Survey>, mine: &mut Option<Tally>, theirs: Option<&Tally>) -> bool {
    let stands = |tally: &Tally| survey.is_some_and(|survey| survey.id == tally.survey);
    let together = match (&*mine, theirs) {
        (Some(one), Some(other)) => Some(match (stands(one), stands(other)) {
            (true, false) => one.clone(),
            (false, true) => other.clone(),
            _ => Tally::combined(one, other),
        }),
        (one, other) => one.as_ref().or(other).cloned(),
    };
    let changed = together != *mine;
    *mine = together;
    changed
}

/// The later entry stands; at the same moment the author and then the content decide, so that both
/// sides come to the same choice.
fn rank(entry: &Entry) -> (Timestamp, &str, &Entry) {
    let stamp = entry.stamp();
    (stamp.at, &stamp.by, entry)
}

/// The words of an entry that lost, unless they stand in the one that won.
fn lost_words(slot: &Slot, lost: &Entry, won: &Entry) -> Option<EarlierWords> {
    let words = lost.words();
    if words.is_empty() || won.words().contains(&words) {
        return None;
    }
    let Stamp { at, by } = lost.stamp().clone();
    Some(EarlierWords { id: slot.id().to_owned(), text: words, at, by })
}
