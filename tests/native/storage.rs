//! Saving, setting aside, putting back and making room, over stores that are small, faulty or emptied
//! by others.

use cairn::audit::EVIDENCE;
use cairn::audit::answer::{REFLECTIONS, SAID};
use cairn::exchange::writing::backup_text;
use cairn::exchange::{Backup, File, Settings, Wording, from_text};
use cairn::moment::Timestamp;
use cairn::record::RecordKind;
use cairn::records::{Entry, Record, Slot};
use cairn::workspace::{
    GONE, OpenError, SETTINGS, SNAPSHOTS, Snapshot, StoreError, Stored, WORDING, Workspace,
};
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{at, audit, by, empty_audit, evidence, framework, view, written};
use crate::store::{Fault, MemoryStore, units};

const ONE: &str = "cairn:audit:one";

fn open(store: &MemoryStore, tab: &str) -> Workspace<MemoryStore> {
    let mut workspace = Workspace::open(store.clone(), tab.to_owned(), at(0));
    workspace.empty_bin(at(0));
    workspace
}

fn slot(id: &str) -> Slot {
    Slot::item(&REFLECTIONS, id)
}

fn with_words(id: &str, words: &str) -> Record {
    let mut record = empty_audit(id);
    record.change(&slot("1A.q1"), written("1A.q1", words, 0), by(1, ""));
    record
}

fn save(workspace: &mut Workspace<MemoryStore>, record: &Record) {
    workspace.save(&mut record.clone(), &[slot("1A.q1")], framework(), at(0)).unwrap();
}

fn read(store: &MemoryStore, id: &str) -> Record {
    open(store, "reader").record(id, at(0)).unwrap()
}

// Snapshots.

fn taken(workspace: &Workspace<MemoryStore>) -> Vec<String> {
    workspace.snapshots("one").unwrap().into_iter().map(|snapshot| snapshot.before).collect()
}

#[test]
fn the_copy_made_last_is_the_newest_whatever_the_clock_said() {
    let years = |years: i64| at(0).plus_days(365 * years);
    for clocks in [[15_i64; 5], [7_000; 5], [-56; 5], [0, 15, -56, 7_000, -1_900]] {
        let store = MemoryStore::default();
        let mut workspace = open(&store, "a");
        let one = with_words("one", "words");
        save(&mut workspace, &one);
        for (count, clock) in clocks.into_iter().enumerate() {
            let before = format!("then {count}");
            workspace.snapshot(&one, framework(), &before, years(clock)).unwrap();
        }
        workspace.snapshot(&one, framework(), "now", at(5)).unwrap();
        let found = taken(&workspace);
        assert_eq!(found, ["now", "then 4", "then 3", "then 2", "then 1"], "{clocks:?}");
        assert_eq!(found.len(), SNAPSHOTS);
        let Snapshot { key, taken_at, .. } = workspace.snapshots("one").unwrap().remove(0);
        assert_eq!(taken_at, at(5), "it is said when it was taken, not which it is");
        assert_eq!(workspace.read_snapshot(&key), Ok(Some(one)));
    }
}

#[test]
fn copies_that_an_earlier_cairn_named_by_the_moment_alone_are_older() {
    let store = MemoryStore::default();
    let mut workspace = open(&store, "a");
    let one = with_words("one", "words");
    save(&mut workspace, &one);
    let label = store.get(ONE).unwrap();
    for (number, year) in [2041, 2042, 2043, 2044, 2045].into_iter().enumerate() {
        let moment = at(0).plus_days(365 * (year - 2026)).millis();
        let old = label.replacen("\"before\":null", &format!("\"before\":\"{number}\""), 1);
        store.put(&format!("cairn:snapshot:one:{moment:015}"), &old);
    }
    workspace.snapshot(&one, framework(), "now", at(5)).unwrap();
    assert_eq!(taken(&workspace), ["now", "4", "3", "2", "1"]);
}

// Stored data that is no valid UTF-16.

/// Half a surrogate pair between two texts, as a program leaves it that cuts texts anywhere.
fn broken(before: &str, after: &str) -> Vec<u16> {
    [units(before), vec![0xd83d], units(after)].concat()
}

#[test]
fn what_is_set_aside_is_the_same_to_the_last_unit() {
    let whole = {
        let store = MemoryStore::default();
        save(&mut open(&store, "a"), &with_words("one", "words “and” more"));
        store.get(ONE).unwrap()
    };
    let (head, body) = whole.split_once('\n').unwrap();
    let cases = [
        vec![0xd800],
        broken("", ""),
        broken("{\"version\":1", "}\n{}"),
        broken(&format!("{head}\n"), body),
        broken(&format!("{head}\n{}", &body[..body.len() - 20]), &body[body.len() - 20..]),
        broken(&body.replace("words", ""), "words"),
    ];
    for units in cases {
        for key in [ONE, SETTINGS, WORDING] {
            let store = MemoryStore::default();
            store.put_units(key, units.clone());
            let mut workspace = open(&store, "a");
            let opened = workspace.record("one", at(1));
            assert!(matches!(opened, Err(OpenError::SetAside | OpenError::Missing)), "{opened:?}");
            assert_eq!(workspace.settings(at(1)), Settings::default());
            assert_eq!(workspace.wording(at(1)), None);
            let asides = workspace.unreadable().unwrap();
            assert_eq!(asides.len(), 1, "{key}");
            assert_eq!(store.units(&asides[0].key), Some(units.clone()), "{key}");
            assert_eq!(store.units(key), None);
            assert_eq!(workspace.unreadable_text(&asides[0].key), Ok(Stored::Units(units.clone())));
        }
    }
}

#[test]
fn what_is_no_text_is_never_written_over() {
    let store = MemoryStore::default();
    save(&mut open(&store, "a"), &with_words("one", "words"));
    let mut workspace = open(&store, "b");
    let one = workspace.record("one", at(0)).unwrap();
    let another = store.get(ONE).unwrap().replacen("\"write\":\"a-", "\"write\":\"z-", 1);
    let units = broken(&another, "");
    store.put_units(ONE, units.clone());
    save(&mut workspace, &one);
    let asides = workspace.unreadable().unwrap();
    assert_eq!(store.units(&asides[0].key), Some(units.clone()));
    assert_eq!(read(&store, "one"), one);
    // A snapshot that is no valid text is not read as one.
    workspace.snapshot(&one, framework(), "merging", at(1)).unwrap();
    let key = workspace.snapshots("one").unwrap()[0].key.clone();
    store.put_units(&key, units.clone());
    assert_eq!(workspace.read_snapshot(&key), Ok(None));
    // Nor is it removed to make room: if that did not help, it could not be put back.
    store.set_quota(Some(store.used()));
    let long = with_words("one", &"qzjxkvbp wyfmgucl 7391 ".repeat(40));
    let saved = workspace.save(&mut long.clone(), &[slot("1A.q1")], framework(), at(2));
    assert_eq!(saved, Err(StoreError::Full));
    assert_eq!(store.units(&key), Some(units));
}

#[test]
fn clearing_takes_keys_that_are_no_texts_as_well() {
    let store = MemoryStore::default();
    store.put_under_units(broken("cairn:audit:", ""), "private words");
    store.put_under_units(broken("other:", ""), "not ours");
    let mut workspace = open(&store, "a");
    assert_eq!(workspace.clear(), Ok(()));
    assert_eq!(store.count(), 1);
}

// Stores that do not do as they say.

#[test]
fn a_store_that_does_not_do_as_it_says_is_never_believed() {
    let faults = [
        Fault::KeepsHalf,
        Fault::KeepsOlder,
        Fault::KeepsOther("something else"),
        Fault::Drops,
        Fault::DoesAndFails,
        Fault::Fails(StoreError::Full),
    ];
    for fault in faults {
        let store = MemoryStore::default();
        save(&mut open(&store, "a"), &with_words("one", "words"));
        let mut workspace = open(&store, "b");
        let one = workspace.record("one", at(0)).unwrap();
        workspace.snapshot(&one, framework(), "merging", at(1)).unwrap();
        store.set_lasting_fault(fault.clone());
        let words = with_words("one", "more words");
        assert!(workspace.save(&mut words.clone(), &[slot("1A.q1")], framework(), at(2)).is_err());
        let settings = Settings { name: "AB".to_owned(), ..Settings::default() };
        assert!(workspace.save_settings(&settings).is_err(), "{fault:?}");
        let wording = Wording { framework: "clf".to_owned(), ..Wording::default() };
        assert!(workspace.save_wording(Some(&wording), at(2)).is_err(), "{fault:?}");
        assert!(workspace.snapshot(&one, framework(), "again", at(3)).is_err(), "{fault:?}");
        assert!(workspace.put_in_bin("one", at(3)).is_err(), "{fault:?}");
        for _ in 0..3 {
            assert!(workspace.retry(framework(), at(4)).is_err(), "{fault:?}");
            assert!(!workspace.all_saved());
            assert!(workspace.trouble().is_some());
        }
        if !matches!(fault, Fault::KeepsHalf | Fault::KeepsOther(_) | Fault::Drops) {
            assert!(workspace.delete("one").is_err(), "{fault:?}");
            assert!(workspace.clear().is_err(), "{fault:?}");
            assert!(store.count() > 0);
            continue;
        }
        let kept = workspace.record("one", at(5)).unwrap();
        assert_eq!(view(&kept).reflection("1A.q1"), "more words", "{fault:?}");
        store.set_fault(None);
        assert_eq!(workspace.retry(framework(), at(5)), Ok(()), "{fault:?}");
        assert_eq!(view(&read(&store, "one")).reflection("1A.q1"), "more words");
    }
}

#[test]
fn what_cannot_be_copied_exactly_stays_where_it_is() {
    for fault in [
        Fault::KeepsHalf,
        Fault::KeepsOlder,
        Fault::KeepsOther("something else"),
        Fault::Drops,
        Fault::DoesAndFails,
    ] {
        for calls in 1..12 {
            let store = MemoryStore::default();
            let units = broken("garbage", "more");
            store.put_units(ONE, units.clone());
            store.set_fault(Some((calls, fault.clone())));
            let mut workspace = open(&store, "a");
            let _ = workspace.record("one", at(0));
            store.set_fault(None);
            let keys = store.keys_with("cairn:");
            let whole = keys.iter().filter(|key| store.units(key) == Some(units.clone()));
            assert!(whole.count() >= 1, "{fault:?} {calls}");
        }
    }
}

// Stores that others have emptied.

#[test]
fn what_others_took_away_is_put_back_and_what_is_lost_is_known() {
    let store = MemoryStore::default();
    let mut workspace = open(&store, "a");
    for id in ["one", "two", "three"] {
        save(&mut workspace, &with_words(id, id));
    }
    workspace.put_in_bin("three", at(1)).unwrap();
    let one = workspace.record("one", at(2)).unwrap();
    let three = workspace.record("three", at(2)).unwrap();
    assert_eq!(workspace.vanished(), Ok(vec![]));

    store.empty();
    let vanished = workspace.vanished().unwrap();
    assert_eq!(vanished.len(), 3);
    for label in &vanished {
        let record = match label.id.as_str() {
            "one" => &one,
            "three" => &three,
            _ => continue,
        };
        workspace.put_back(label, record, framework(), at(3)).unwrap();
    }
    let (lost, back) = workspace.take_vanished().unwrap();
    let ids = |labels: Vec<cairn::workspace::label::Label>| {
        labels.into_iter().map(|label| label.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(lost), ["two"]);
    let mut back = ids(back);
    back.sort();
    assert_eq!(back, ["one", "three"]);
    assert_eq!(workspace.vanished(), Ok(vec![]), "it is told once");
    assert_eq!(read(&store, "one"), one);
    let reader = open(&store, "reader");
    assert!(reader.label("three").unwrap().binned_at.is_some(), "it is in the bin again");
    assert!(workspace.label("two").is_none());
}

#[test]
fn a_save_after_the_store_was_emptied_is_known_to_be_one() {
    let store = MemoryStore::default();
    let mut workspace = open(&store, "a");
    save(&mut workspace, &with_words("one", "words"));
    store.empty();
    save(&mut workspace, &with_words("one", "more words"));
    let (lost, back) = workspace.take_vanished().unwrap();
    assert_eq!((lost.len(), back.len()), (0, 1));
}

#[test]
fn what_another_tab_takes_away_for_good_has_not_vanished() {
    let store = MemoryStore::default();
    let mut a = open(&store, "a");
    for id in ["one", "two"] {
        save(&mut a, &with_words(id, id));
    }
    let mut b = open(&store, "b");
    b.record("one", at(0)).unwrap();
    store.take_written();
    a.delete("one").unwrap();
    assert_eq!(store.take_written()[0], (ONE.to_owned(), Some(GONE.to_owned())));
    b.hear_gone(RecordKind::Audit, "one");
    assert_eq!(b.vanished(), Ok(vec![]));
    assert_eq!(b.record("one", at(1)), Err(OpenError::Missing));

    a.clear().unwrap();
    for (key, text) in store.take_written() {
        if key == "cairn:audit:two" && text.as_deref() == Some(GONE) {
            b.hear_gone(RecordKind::Audit, "two");
        }
    }
    assert_eq!(b.vanished(), Ok(vec![]));
    assert_eq!(store.count(), 0);
}

#[test]
fn a_tab_closed_while_it_took_something_away_leaves_nothing_of_it() {
    let store = MemoryStore::default();
    save(&mut open(&store, "a"), &with_words("one", "words"));
    store.put(ONE, GONE);
    store.put(SETTINGS, GONE);
    let mut workspace = open(&store, "b");
    assert!(workspace.records().is_empty());
    assert_eq!(workspace.settings(at(0)), Settings::default());
    assert_eq!(workspace.unreadable(), Ok(vec![]));
    assert_eq!(store.get(ONE), None);
    workspace.save_settings(&Settings::default()).unwrap();
    save(&mut workspace, &with_words("one", "again"));
    assert_eq!(workspace.unreadable(), Ok(vec![]));
}

// Stamps from the future.

#[test]
fn what_is_written_now_stands_over_what_a_clock_ahead_wrote() {
    let mut tried = Vec::new();
    let mut whole = empty_audit("one");
    for future in [
        at(0).plus_days(365 * 15),
        Timestamp::from_millis(i64::MAX),
        Timestamp::from_millis(i64::MAX - 1),
    ] {
        let stamp = cairn::record::Stamp { at: future, by: "Z".to_owned() };
        let evidence_slot: Slot = Slot::item(&EVIDENCE, "e1");
        for (slot, then, now) in [
            (slot("1A.q1"), written("1A.q1", "then", 0), written("1A.q1", "now", 0)),
            (evidence_slot.clone(), evidence("e1", "then", 0), evidence("e1", "now", 0)),
            (evidence_slot, evidence("e1", "then", 0), Entry::Removed(by(0, ""))),
        ] {
            whole.put(&slot, then.stamped(stamp.clone()));
            // Both copies come from a file.
            let text = cairn::exchange::writing::record_text(&whole, at(0));
            let read = || from_text(&text).unwrap().record().unwrap();
            let (mut mine, theirs) = (read(), read());
            mine.change(&slot, now, by(0, ""));
            let mine_now = mine.entry(&slot);
            assert_ne!(mine_now, theirs.entry(&slot));
            for (one, other) in [(&mine, &theirs), (&theirs, &mine)] {
                let mut merged = one.clone();
                cairn::merge::merge(&mut merged, other, &[]);
                assert_eq!(merged.entry(&slot), mine_now, "{future:?}");
            }
            tried.push(slot);
        }
    }
    assert_eq!(tried.len(), 9);
}

#[test]
fn a_backup_from_the_future_silences_no_reminder() {
    let settings = |at| Settings { last_backup: at, ..Settings::default() };
    let soon = Timestamp::from_millis(at(0).millis() + 3_600_000);
    for (last, known) in [
        (None, None),
        (Some(at(-5)), Some(at(-5))),
        (Some(soon), Some(soon)),
        (Some(at(0).plus_days(2)), None),
        (Some(at(0).plus_days(365 * 15)), None),
        (Some(Timestamp::from_millis(i64::MAX)), None),
    ] {
        assert_eq!(settings(last).backed_up_at(at(0)), known);
    }
    // A backup from the future opens as any other, with its settings as they were.
    let backup =
        Backup { settings: settings(Some(at(0).plus_days(365 * 15))), ..Backup::default() };
    let Ok(File::Backup(opened)) = from_text(&backup_text(&backup, at(0))) else {
        panic!("it opens")
    };
    assert_eq!(opened.settings, backup.settings);
}

// Room.

/// A backup of everything on a device.
fn backup(store: &MemoryStore) -> Backup {
    let mut workspace = open(store, "backing");
    let mut backup = Backup { wording: workspace.wording(at(9)), ..Backup::default() };
    for label in workspace.records() {
        backup.add(workspace.record(&label.id, at(9)).unwrap());
    }
    backup.settings = Settings { last_backup: Some(at(9)), ..workspace.settings(at(9)) };
    backup
}

/// Opens a backup on a device without anything, as a person does who ticks all of it.
fn restore(text: &str, quota: usize, now: Timestamp) -> MemoryStore {
    let store = MemoryStore::default();
    store.set_quota(Some(quota));
    let mut workspace = Workspace::open(store.clone(), "elsewhere".to_owned(), now);
    let Ok(File::Backup(mut backup)) = from_text(text) else { panic!("it opens") };
    for mut record in std::mem::take(&mut backup.records) {
        record.settle(framework());
        assert_eq!(workspace.add(&record, framework(), now), Ok(()), "{}", record.name());
    }
    workspace.save_settings(&backup.settings).unwrap();
    if backup.wording.is_some() {
        workspace.save_wording(backup.wording.as_ref(), now).unwrap();
    }
    assert!(workspace.all_saved());
    store
}

/// Saves `records` and then fills the rest of the room, record after record, with letters that packing
/// cannot make shorter.
fn fill(store: &MemoryStore, records: &[Record], tabs: &[&str]) {
    let mut workspace = open(store, tabs[0]);
    for (count, record) in records.iter().enumerate() {
        let mut record = record.clone();
        record.id = format!("record-{count}");
        record.settle(framework());
        let _ = workspace.save(&mut record, &[], framework(), at(count as i64));
    }
    let mut noise = 7_u32;
    let mut count = 0;
    let mut workspaces: Vec<_> = tabs.iter().map(|tab| open(store, tab)).collect();
    loop {
        let workspace = &mut workspaces[count % tabs.len()];
        let mut record = empty_audit(&format!("filling-{}", count / 40));
        if let Ok(there) = workspace.record(&record.id, at(0)) {
            record = there;
        }
        let words: String = (0..200)
            .map(|_| {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'a' + (noise >> 24) as u8 % 26)
            })
            .collect();
        let id = format!("s{:02}", count % 40);
        let note = Slot::item(&SAID, &id);
        record.change(&note, written(&id, &words, 0), by(count as i64, ""));
        let saved = workspace.save(&mut record, &[note], framework(), at(count as i64));
        if saved.is_err() {
            return;
        }
        count += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_backup_of_a_full_device_opens_whole_on_an_empty_one_of_the_same_size(
        audits in proptest::collection::vec(audit(), 0..2),
        books in proptest::collection::vec(book(RecordKind::Organisation), 0..2),
        quota in 20_000..30_000_usize,
        with_settings in any::<bool>(),
        days in 0..4_000_i64,
    ) {
        let store = MemoryStore::default();
        store.set_quota(Some(quota));
        let mut workspace = open(&store, "a");
        if with_settings {
            let settings = Settings { name: "Mona Kerr".to_owned(), ..Settings::default() };
            workspace.save_settings(&settings).unwrap();
            let texts = [("1A.q1".to_owned(), "In other words".to_owned())].into_iter().collect();
            let wording = Wording { framework: "clf".to_owned(), texts, ..Wording::default() };
            workspace.save_wording(Some(&wording), at(1)).unwrap();
        }
        let records: Vec<Record> = audits.into_iter().chain(books).collect();
        fill(&store, &records, &["a", "b"]);
        let text = backup_text(&backup(&store), at(9));
        // The backup is restored, and a backup of that is restored again, much later.
        let now = at(0).plus_days(days);
        let elsewhere = restore(&text, quota, now);
        let expected = backup(&store);
        let found = backup(&elsewhere);
        prop_assert_eq!(&found.records, &expected.records);
        prop_assert_eq!(&found.settings.name, &expected.settings.name);
        let again = restore(&backup_text(&found, now), quota, now.plus_days(days));
        prop_assert_eq!(backup(&again).records.len(), expected.records.len());
    }
}
