use cairn::audit::EVIDENCE;
use cairn::audit::answer::{JUDGEMENTS, NOTES, REFLECTIONS};
use cairn::merge::has_all_of;
use cairn::progression::Judgement;
use cairn::record::{EarlierWords, RecordKind};
use cairn::records::{Entry, Record, Slot};
use cairn::survey::Survey;
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{at, audit, by, empty_audit, evidence, judged, merge, written};

fn merged(mine: &Record, theirs: &Record) -> Record {
    let mut mine = mine.clone();
    merge(&mut mine, theirs, &[]);
    mine
}

/// Two entries for one slot meet; `expected` stands afterwards, whichever side it came from.
fn check(slot: Slot, one: Entry, other: Entry, expected: &Entry) {
    let with = |entry: Entry| {
        let mut audit = empty_audit("audit-1");
        audit.put(&slot, entry);
        audit
    };
    let (one, other) = (with(one), with(other));
    assert_eq!(merged(&one, &other).entry(&slot).as_ref(), Some(expected));
    assert_eq!(merged(&other, &one).entry(&slot).as_ref(), Some(expected));
}

#[test]
fn one_copy_stands_for_both_only_where_no_word_is_lost() {
    let reflection = Slot::item(&REFLECTIONS, "1A.q1");
    let with = |entries: Vec<(&Slot, Entry)>| {
        let mut audit = empty_audit("audit-1");
        entries.into_iter().for_each(|(slot, entry)| audit.put(slot, entry));
        audit
    };
    let judgement = Slot::item(&JUDGEMENTS, "1A.o1");
    let before = with(vec![(&reflection, written("1A.q1", "Begun", 1))]);
    let gone_on = with(vec![(&reflection, written("1A.q1", "Begun, and gone on with", 2))]);
    let beside = with(vec![(&reflection, written("1A.q1", "Other words", 3))]);
    let judged = with(vec![
        (&reflection, written("1A.q1", "Begun", 1)),
        (&judgement, judged("1A.o1", Judgement::Achieved, 2)),
    ]);
    assert!(has_all_of(&before, &before));
    assert!(has_all_of(&gone_on, &before) && !has_all_of(&before, &gone_on));
    assert!(has_all_of(&judged, &before) && !has_all_of(&before, &judged));
    assert!(!has_all_of(&beside, &before) && !has_all_of(&before, &beside));
    assert!(!has_all_of(&judged, &gone_on) && !has_all_of(&gone_on, &judged));
    // An item that was removed since is missing in one of them.
    let item = Slot::item(&EVIDENCE, "e1");
    let there = with(vec![(&item, evidence("e1", "Minutes", 1))]);
    let removed = with(vec![(&item, Entry::Removed(by(2, "")))]);
    assert!(!has_all_of(&removed, &there) && !has_all_of(&there, &removed));
}

#[test]
fn the_later_entry_stands() {
    let reflection = Slot::item(&REFLECTIONS, "1A.q1");
    let (early, late) = (written("1A.q1", "early", 1), written("1A.q1", "late", 2));
    check(reflection.clone(), early, late.clone(), &late);
    let emptied = written("1A.q1", "", 3);
    check(reflection.clone(), late, emptied.clone(), &emptied);
    // At the same moment, the name decides, and then the words.
    let named = written("1A.q1", "a", 3).stamped(by(3, "AB"));
    check(reflection.clone(), emptied, named.clone(), &named);
    check(
        reflection,
        written("1A.q1", "a", 3),
        written("1A.q1", "b", 3),
        &written("1A.q1", "b", 3),
    );

    let judgement = Slot::item(&JUDGEMENTS, "1A.o1");
    let taken_back = judged("1A.o1", Judgement::NotAnswered, 5);
    check(judgement, judged("1A.o1", Judgement::Achieved, 4), taken_back.clone(), &taken_back);
}

#[test]
fn a_removal_does_not_come_back() {
    let slot = Slot::item(&EVIDENCE, "e1");
    let removed = Entry::Removed(by(2, ""));
    check(slot.clone(), evidence("e1", "Minutes", 1), removed.clone(), &removed);
    // Unless someone has worked on it since.
    let worked_on = evidence("e1", "Minutes of May", 3);
    check(slot.clone(), worked_on.clone(), removed.clone(), &worked_on);

    // A third copy that never saw the removal brings nothing back, in whatever order the copies meet.
    let mut old = empty_audit("audit-1");
    old.put(&slot, evidence("e1", "Minutes", 1));
    let mut gone = old.clone();
    gone.put(&slot, removed);
    let without = empty_audit("audit-1");
    for audit in [merged(&merged(&without, &gone), &old), merged(&merged(&gone, &old), &without)] {
        assert!(audit.items(&EVIDENCE).is_empty());
        assert!(audit.removed.contains_key("e1"));
    }
}

#[test]
fn what_only_one_side_has_is_taken_even_from_before_1970() {
    let slot = Slot::item(&NOTES, "1A.o1");
    let ancient = written("1A.o1", "with a clock that was never set", -1_900_000_000_000);
    let mut theirs = empty_audit("audit-1");
    theirs.put(&slot, ancient.clone());
    assert_eq!(merged(&empty_audit("audit-1"), &theirs).entry(&slot), Some(ancient));
}

#[test]
fn words_that_lose_are_kept_where_two_people_wrote_at_once() {
    let slot = Slot::item(&REFLECTIONS, "1A.q1");
    let check = |mine: (&str, i64), theirs: (&str, i64), unsaved: bool, kept: &[&str]| {
        let with = |(text, millis): (&str, i64)| {
            let mut audit = empty_audit("audit-1");
            audit.put(&slot, written("1A.q1", text, millis));
            audit
        };
        let mut audit = with(mine);
        let unsaved = if unsaved { vec![slot.clone()] } else { vec![] };
        merge(&mut audit, &with(theirs), &unsaved);
        let found: Vec<&str> = audit.earlier_words.iter().map(|words| &*words.text).collect();
        assert_eq!(found, kept, "{mine:?} {theirs:?}");
    };
    check(("mine", 1), ("theirs", 2), true, &["mine"]);
    check(("mine", 2), ("theirs", 1), true, &["theirs"]);
    check(("mine", 1), ("theirs", 2), false, &[]);
    // The other side went on from these very words.
    check(("We meet", 1), ("We meet on Mondays", 2), true, &[]);
    check((" ", 1), ("theirs", 2), true, &[]);
}

#[test]
fn a_file_with_its_parts_in_another_order_gets_none_of_them_twice() {
    let mut mine = empty_audit("audit-1");
    for id in ["e1", "e2", "e3"] {
        mine.put(&Slot::item(&EVIDENCE, id), evidence(id, id, 1));
    }
    mine.lists.get_or_default("evidence").reverse();
    let mut theirs = mine.clone();
    theirs.lists.get_or_default("evidence").reverse();
    for item in theirs.lists.get_or_default("evidence") {
        item.changed = by(5, "");
    }
    let words = |text: &str| EarlierWords {
        id: "name".to_owned(),
        text: text.to_owned(),
        at: at(0),
        by: String::new(),
    };
    mine.earlier_words = vec![words("b"), words("a"), words("c")];
    theirs.earlier_words = vec![words("c"), words("b"), words("a")];
    merge(&mut mine, &theirs, &[]);
    assert_eq!(mine.items(&EVIDENCE).len(), 3);
    assert_eq!(mine.earlier_words.len(), 3);
}

proptest! {
    #[test]
    fn whoever_begins_the_result_is_the_same(one in audit(), other in audit()) {
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
    }

    #[test]
    fn whichever_two_meet_first_the_result_is_the_same(a in audit(), b in audit(), c in audit()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_again_changes_nothing(one in audit(), other in audit()) {
        let mut itself = one.clone();
        prop_assert_eq!(merge(&mut itself, &one, &[]), vec![]);
        prop_assert_eq!(&itself, &one);

        let mut together = merged(&one, &other);
        let before = together.clone();
        prop_assert_eq!(merge(&mut together, &other, &[]), vec![]);
        prop_assert_eq!(together, before);
    }

    #[test]
    fn the_slots_that_changed_are_told(one in audit(), other in audit()) {
        let mut audit = one.clone();
        let changed = merge(&mut audit, &other, &[]);
        let slots: Vec<Slot> = audit.slots().into_iter().chain(one.slots()).collect();
        for slot in slots {
            let differs = audit.entry(&slot) != one.entry(&slot);
            prop_assert_eq!(differs, changed.contains(&slot), "{:?}", slot);
        }
    }

    #[test]
    fn nothing_that_anyone_wrote_disappears(one in audit(), other in audit()) {
        let unsaved = one.slots();
        let mut together = one.clone();
        merge(&mut together, &other, &unsaved);
        let mut kept: Vec<String> =
            together.earlier_words.iter().map(|words| words.text.clone()).collect();
        for slot in together.slots() {
            kept.push(together.entry(&slot).map_or_else(String::new, |entry| entry.words()));
        }
        for audit in [&one, &other] {
            for slot in audit.slots() {
                let words = audit.entry(&slot).map_or_else(String::new, |entry| entry.words());
                let removed_by_mine = one.removed.contains_key(slot.id()) && !unsaved.contains(&slot);
                prop_assert!(
                    removed_by_mine || kept.iter().any(|kept| kept.contains(&words)),
                    "{:?} of {:?}", words, slot
                );
            }
        }
    }
}

/// An audit whose survey has this threshold and was changed at this moment.
fn promising((threshold, millis): (u32, i64)) -> Record {
    let survey =
        Survey { threshold, ..Survey::new("5y1vaq7k".to_owned(), "Survey", by(millis, "")) };
    let mut audit = empty_audit("audit-1");
    audit.put(&Slot::Survey, Entry::Survey(survey));
    audit
}

proptest! {
    #[test]
    fn what_people_were_promised_holds_wherever_copies_meet(
        of in proptest::array::uniform3((3..9_u32, 0..3_i64)),
    ) {
        let [a, b, c] = of.map(promising);
        let together = merged(&merged(&a, &b), &c);
        prop_assert_eq!(&together, &merged(&a, &merged(&b, &c)));
        prop_assert_eq!(&together, &merged(&c, &merged(&b, &a)));
        prop_assert_eq!(&together, &merged(&together, &b));
        let survey = together.survey.unwrap();
        prop_assert_eq!(Some(survey.threshold), of.iter().map(|(threshold, _)| *threshold).max());
        prop_assert_eq!(Some(survey.changed), of.iter().map(|(_, millis)| by(*millis, "")).max());
    }
}

fn merged_books(one: &Record, other: &Record) -> Record {
    let mut mine = one.clone();
    cairn::merge::merge(&mut mine, &other.clone(), &[]);
    mine
}

#[test]
fn records_of_two_kinds_do_not_meet() {
    let audit = empty_audit("audit-1");
    let team = Record::new(&cairn::team::FORM, "audit-1".to_owned(), "Night team", "", by(0, ""));
    let mut mine = audit.clone();
    assert_eq!(cairn::merge::merge(&mut mine, &team, &[]), vec![]);
    assert_eq!(mine, audit);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn copies_of_a_book_meet_as_those_of_an_audit_do(
        a in book(RecordKind::Team), b in book(RecordKind::Team), c in book(RecordKind::Team),
    ) {
        let together = merged_books(&a, &b);
        prop_assert_eq!(&together, &merged_books(&b, &a));
        prop_assert_eq!(&together, &merged_books(&together, &b));
        prop_assert_eq!(merged_books(&together, &c), merged_books(&a, &merged_books(&b, &c)));
    }

    #[test]
    fn words_that_lose_in_a_book_are_kept(one in book(RecordKind::Person), other in book(RecordKind::Person)) {
        let mut mine = one.clone();
        let unsaved = mine.slots();
        cairn::merge::merge(&mut mine, &other.clone(), &unsaved);
        let entries = mine.slots().into_iter().filter_map(|slot| mine.entry(&slot));
        let mut kept: Vec<String> = entries.map(|entry| entry.words()).collect();
        kept.extend(mine.earlier_words.iter().map(|words| words.text.clone()));
        for record in [one, other] {
            for slot in record.slots().into_iter().filter(|slot| unsaved.contains(slot)) {
                let words = record.entry(&slot).map_or_else(String::new, |entry| entry.words());
                prop_assert!(kept.iter().any(|kept| kept.contains(&words)), "{words:?} of {slot:?}");
            }
        }
    }
}
