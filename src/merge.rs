//! Brings two copies of one record together, slot by slot: what only one side has is taken, and
//! where both differ the later change stands. Words that lose are kept in the record. What was counted
//! of a survey adds up.
//!
//! This is what two open tabs need. Choosing between a colleague's words and one's own builds on it.

use crate::audit::{self, Audit, EarlierWords};
use crate::book::{self, Book};
use crate::moment::Timestamp;
use crate::records::{Entry, Record, Slot};
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// Brings `theirs` into `mine`, in place; nothing happens to records of two kinds. `unsaved` are the
/// slots of `mine` that the other side cannot have seen yet: only there have two people really written
/// at once, so only there are the losing words kept in [`Record::earlier_words`]. Gives the slots of
/// `mine` that changed.
pub fn merge(mine: &mut Record, theirs: &Record, unsaved: &[Slot]) -> Vec<Slot> {
    let mut changed = Vec::new();
    if mine.kind() != theirs.kind() {
        return changed;
    }
    let tally = match mine {
        Record::Audit(_) => Slot::from(audit::slot::Slot::Tally),
        Record::Book(_) => Slot::from(book::slot::Slot::Tally),
    };
    for slot in theirs.slots().into_iter().chain(theirs.removal_slots()) {
        // Counts are not one or the other: they come together below.
        if slot == tally {
            continue;
        }
        let Some(their_entry) = theirs.entry(&slot) else { continue };
        let Some(my_entry) = mine.entry(&slot) else {
            // A removal says nothing of what it removed: it stands for the one list that had the id.
            if !their_entry.is_removal() {
                mine.put(&slot, their_entry);
                changed.push(slot);
            }
            continue;
        };
        if my_entry == their_entry {
            continue;
        }
        let theirs_wins = rank(&their_entry) > rank(&my_entry);
        if unsaved.contains(&slot) {
            let lost = if theirs_wins { &my_entry } else { &their_entry };
            let won = if theirs_wins { &their_entry } else { &my_entry };
            // What is shown beside the slot changes, whichever words stand in it.
            if keep_words(mine, &slot, lost, won) && !theirs_wins {
                changed.push(slot.clone());
            }
        }
        if theirs_wins {
            mine.put(&slot, their_entry);
            changed.push(slot);
        }
    }
    let counted = match (&mut *mine, theirs) {
        (Record::Audit(mine), Record::Audit(theirs)) => merge_audits(mine, theirs),
        (Record::Book(mine), Record::Book(theirs)) => merge_books(mine, theirs),
        _ => false,
    };
    if counted {
        changed.push(tally);
    }
    mine.keep_earlier_words_of(theirs);
    for (id, stamp) in theirs.removed() {
        let later = mine.removed().get(id).is_none_or(|mine| mine < stamp);
        if later && !mine.is_there(id) {
            mine.remember_removal(id, stamp.clone());
        }
    }
    changed
}

/// True when one copy can stand for both and no word is lost: of all that another has, it has the same or
/// something later, and in that every word of the other. Whether later words were written in place of the
/// other's or beside them, nobody can tell from the two copies.
pub fn has_all_of(whole: &Record, part: &Record) -> bool {
    let has_words = |slot: &Slot| {
        let words = |record: &Record| record.entry(slot).map(|it| it.words()).unwrap_or_default();
        let (words, own) = (words(part), words(whole));
        words.lines().all(|line| own.contains(line))
    };
    whole.kind() == part.kind()
        && merge(&mut whole.clone(), part, &[]).is_empty()
        && part.slots().iter().all(has_words)
}

/// Brings together what only audits have, and what is no slot. True when the counts changed.
fn merge_audits(mine: &mut Audit, theirs: &Audit) -> bool {
    for (id, aside) in &theirs.set_aside {
        mine.put_aside(id, aside.clone());
    }
    if mine.last_year < theirs.last_year {
        mine.last_year.clone_from(&theirs.last_year);
    }
    add_up(mine.survey.as_ref(), &mut mine.tally, theirs.tally.as_ref())
}

/// Brings together what is no slot of a book. True when the counts changed.
fn merge_books(mine: &mut Book, theirs: &Book) -> bool {
    if mine.last_year < theirs.last_year {
        mine.last_year.clone_from(&theirs.last_year);
    }
    add_up(mine.survey.as_ref(), &mut mine.tally, theirs.tally.as_ref())
}

/// Puts what both have counted of the survey that stands in place of what one has. Of two surveys, only
/// one can stand. True when that changed it.
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

/// True when there were words to keep.
fn keep_words(record: &mut Record, slot: &Slot, lost: &Entry, won: &Entry) -> bool {
    let words = lost.words();
    if words.is_empty() || won.words().contains(&words) {
        return false;
    }
    let stamp = lost.stamp();
    record.remember(EarlierWords {
        id: slot.id().to_owned(),
        text: words,
        at: stamp.at,
        by: stamp.by.clone(),
    });
    true
}
