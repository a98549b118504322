//! Whatever is opened is read, settled and merged in a time that grows as its size does. If the work
//! grew with the square of the size, these tests would not end.

use cairn::audit::answer::{self, NOTES, REFLECTIONS};
use cairn::audit::{EVIDENCE, evidence};
use cairn::by_id::{ById, Ids};
use cairn::exchange::writing::record_text;
use cairn::exchange::{File, from_bytes, from_stored_text, from_text};
use cairn::json::limits::{LONGEST_TEXT, MOST_ENTRIES, MOST_ITEMS};
use cairn::merge::{has_all_of, merge};
use cairn::order::in_order;
use cairn::record::EarlierWords;
use cairn::records::{Entry, Item, Record, Slot};
use cairn::workspace::label::{Label, read_stored};
use cairn::workspace::pack::{pack, unpack};

use crate::samples::{at, by, empty_audit, framework};

/// Ids in a scattered order, so that nothing is fast only because they are sorted.
fn ids(number: usize, prefix: &str) -> Vec<String> {
    (0..number).rev().map(|place| format!("{prefix}{:06}", place * 7919 % number)).collect()
}

fn evidence(id: String) -> Item {
    let title = format!("Item {id}");
    evidence::new(id, &title, []).stamped(by(1, "AB"))
}

fn with_evidence(number: usize, prefix: &str) -> Record {
    let mut audit = empty_audit("audit-1");
    let items = ids(number, prefix).into_iter().map(evidence).collect();
    audit.lists.insert(EVIDENCE.name.to_owned(), items);
    audit
}

#[test]
fn putting_in_order_compares_no_more_than_it_has_to() {
    for number in [1_000, 2_000, 4_000, 8_000, 16_000] {
        let compared = std::cell::Cell::new(0);
        in_order(ids(number, ""), |one, other| {
            compared.set(compared.get() + 1);
            one < other
        });
        let most = number * (usize::BITS - number.leading_zeros()) as usize;
        assert!(compared.get() <= most, "{} for {number}", compared.get());
    }
}

#[test]
fn many_answers_are_gathered_and_joined_at_once() {
    let many: ById<[u64; 16]> = ids(150_000, "a").into_iter().map(|id| (id, [0; 16])).collect();
    let others: ById<[u64; 16]> = ids(150_000, "b").into_iter().map(|id| (id, [1; 16])).collect();
    assert_eq!(many.joined(others, |_, one, _| one).len(), 300_000);
    assert_eq!(ids(150_000, "a").into_iter().collect::<Ids>().len(), 150_000);
}

#[test]
fn many_items_of_evidence_merge() {
    let (mine, theirs) = (with_evidence(20_000, "a"), with_evidence(20_000, "b"));
    let mut mine = mine;
    let changed = merge(&mut mine, &theirs, &theirs.slots());
    assert_eq!(changed.len(), 20_000);
    assert_eq!(mine.items(&EVIDENCE).len(), 40_000);
    assert!(has_all_of(&mine, &theirs));
    assert_eq!(mine.slots_that_differ(&theirs).len(), 20_000);
}

#[test]
fn many_removals_merge() {
    let mut mine = with_evidence(20_000, "a");
    let mut theirs = mine.clone();
    let removed = theirs.slots().into_iter().filter(|slot| slot.is_item());
    theirs.put_all(removed.map(|slot| (slot, slot_removed())).collect());
    merge(&mut mine, &theirs, &[]);
    assert_eq!(mine, theirs);
    assert!(mine.items(&EVIDENCE).is_empty());
}

fn slot_removed() -> Entry {
    Entry::Removed(by(9, ""))
}

#[test]
fn many_items_of_a_book_merge() {
    let book = |prefix: &str| {
        let mut book = Record::new(&cairn::team::FORM, "team-1".to_owned(), "Night", "", by(0, ""));
        let items =
            ids(20_000, prefix).into_iter().map(|id| Item { changed: by(1, ""), ..Item::new(id) });
        book.lists.insert("needs".to_owned(), items.collect());
        book
    };
    let mut mine = book("a");
    merge(&mut mine, &book("b"), &[]);
    assert_eq!(mine.items(&cairn::team::NEEDS).len(), 40_000);
}

#[test]
fn many_unknown_answers_are_set_aside_and_merge() {
    let with = |prefix: &str| {
        let mut audit = empty_audit("audit-1");
        let written = |id: String, text: &str| answer::written(&id, text).stamped(by(1, ""));
        let reflections = ids(30_000, prefix).into_iter().map(|id| written(id, "r"));
        audit.lists.insert(REFLECTIONS.name.to_owned(), reflections.collect());
        let notes = ids(30_000, prefix).into_iter().map(|id| written(id + "n", "n"));
        audit.lists.insert(NOTES.name.to_owned(), notes.collect());
        audit.settle(framework());
        audit
    };
    let mut mine = with("a");
    merge(&mut mine, &with("b"), &[]);
    assert_eq!(mine.set_aside.len(), 120_000);
}

#[test]
fn many_words_that_lost_are_kept_at_once() {
    let words = |number: usize| -> Vec<EarlierWords> {
        let one = |id| EarlierWords { id, text: "words".to_owned(), at: at(0), by: String::new() };
        ids(number, "w").into_iter().map(one).collect()
    };
    let mut kept = words(60_000);
    EarlierWords::remember(&mut kept, words(120_000));
    assert_eq!(kept.len(), 120_000);
}

fn refused(text: &str) -> String {
    from_text(text).unwrap_err().to_string()
}

#[test]
fn what_goes_beyond_the_limits_is_refused_with_its_place() {
    assert!(from_text(&record_text(&with_evidence(MOST_ITEMS, "e"), at(0))).is_ok());
    assert_eq!(
        refused(&record_text(&with_evidence(MOST_ITEMS + 1, "e"), at(0))),
        "There is a mistake in this file, in “data.evidence”: there are 10001 entries here, and Cairn opens 10000 at most."
    );
    let mut audit = empty_audit("audit-1");
    audit.rename("é".repeat(LONGEST_TEXT));
    assert!(from_text(&record_text(&audit, at(0))).is_ok());
    audit.rename("é".repeat(LONGEST_TEXT + 1));
    assert_eq!(
        refused(&record_text(&audit, at(0))),
        "There is a mistake in this file, in “data.name.text”: there are 500001 characters here, and Cairn opens 500000 at most."
    );
    let mut audit = empty_audit("audit-1");
    audit.removed = ids(MOST_ENTRIES + 1, "r").into_iter().map(|id| (id, by(1, ""))).collect();
    assert_eq!(
        refused(&record_text(&audit, at(0))),
        "There is a mistake in this file, in “data.removed”: there are 100001 fields here, and Cairn opens 100000 at most."
    );
    let lists = format!("{{\"format\": \"cairn\",\n\"more\": [{}[]]}}", "[],".repeat(2_100_000));
    assert_eq!(
        refused(&lists),
        "There is more in this file than Cairn can open (it was read up to line 2)."
    );
}

#[test]
fn what_was_stored_before_there_were_limits_still_opens() {
    let mut audit = with_evidence(MOST_ITEMS + 1, "e");
    audit.rename("n".repeat(LONGEST_TEXT + 1));
    audit.settle(framework());
    let record = audit;
    let (stored, _) = Label::of(&record, framework(), String::new()).stored(&record).unwrap();
    assert_eq!(read_stored(&stored).map(|(_, record)| record), Ok(record.clone()));
    let text = record_text(&record, at(0));
    assert!(from_text(&text).is_err() && from_stored_text(&text).is_ok());
}

#[test]
fn a_large_file_of_one_word_opens_or_is_refused_at_once() {
    let name = "n".repeat(19 * 1024 * 1024);
    let book = Record::new(&cairn::person::FORM, "l".to_owned(), &name, "", by(0, ""));
    assert!(from_bytes(record_text(&book, at(0)).as_bytes()).is_err());
    for bytes in [b'[', b'{', b'"', b' ', 0, 0xff] {
        assert!(from_bytes(&vec![bytes; 19 * 1024 * 1024]).is_err());
    }
    let braces = "{}".repeat(5_000_000);
    assert!(from_text(&braces).is_err());
}

#[test]
fn a_packed_text_does_not_unpack_to_more_than_there_can_be() {
    let text = "a".repeat(90 * 1024 * 1024);
    let (packed, length) = pack(&text);
    assert_eq!(unpack(&packed, length), None);
    let (packed, length) = pack(&text[..1024 * 1024]);
    assert!(unpack(&packed, length).is_some());
}

#[test]
fn a_slot_is_found_among_many() {
    let audit = with_evidence(1_000, "e");
    let text = record_text(&audit, at(0));
    let Ok(File::Record(opened)) = from_text(&text) else { panic!() };
    assert!(opened.items(&EVIDENCE).is_sorted_by_key(|item| item.id.clone()), "read in order");
    assert!(opened.entry(&Slot::item(&EVIDENCE, "e000500")).is_some());
}
