//! The bin under clocks that are wrong.

use std::collections::BTreeSet;

use cairn::moment::Timestamp;
use cairn::workspace::{BIN_DAYS, Workspace};
use proptest::prelude::*;

use crate::samples::{at, empty_audit, framework};
use crate::store::MemoryStore;

fn open(store: &MemoryStore, now: Timestamp) -> Workspace<MemoryStore> {
    let mut workspace = Workspace::open(store.clone(), "a".to_owned(), now);
    workspace.empty_bin(now);
    workspace
}

/// A device with a record that was put into the bin at `binned_at`, and a snapshot of it.
fn with_one_in_the_bin(binned_at: Timestamp) -> MemoryStore {
    let store = MemoryStore::default();
    let mut workspace = open(&store, binned_at);
    let mut one = empty_audit("one");
    workspace.save(&mut one, &[], framework(), binned_at).unwrap();
    workspace.snapshot(&one, framework(), "merging", binned_at).unwrap();
    workspace.put_in_bin("one", binned_at).unwrap();
    assert!(workspace.audits().is_empty());
    store
}

/// Opens Cairn on that day. Returns how many records are then in the bin.
fn opened(store: &MemoryStore, day: i64) -> usize {
    open(store, at(0).plus_days(day)).bin().len()
}

#[test]
fn what_is_in_the_bin_stays_there_for_thirty_days() {
    let store = with_one_in_the_bin(at(0));
    assert_eq!(open(&store, at(0)).days_left_in_bin("one"), BIN_DAYS);
    for day in 0..=BIN_DAYS {
        // A day counts once, however often Cairn is opened on it.
        assert_eq!((opened(&store, day), opened(&store, day)), (1, 1), "{day}");
    }
    assert_eq!(open(&store, at(0).plus_days(BIN_DAYS)).days_left_in_bin("one"), 1);
    assert_eq!(opened(&store, BIN_DAYS + 1), 0);
    assert_eq!(store.keys_with("cairn:audit:").len(), 0);
    assert_eq!(store.keys_with("cairn:snapshot:").len(), 0, "its snapshots go with it");
    opened(&store, BIN_DAYS + 1);
    assert_eq!(store.keys_with("cairn:days").len(), 0, "nothing is counted for nothing");
}

#[test]
fn a_start_with_a_wrong_clock_empties_nothing() {
    for wrong in [BIN_DAYS + 1, 365 * 15, -365 * 56, 365 * 7_000, -365 * 1_900] {
        let store = with_one_in_the_bin(at(0));
        assert_eq!(opened(&store, wrong), 1, "{wrong}");
        // It stays even when Cairn is opened on all the other days but one.
        for day in 1..BIN_DAYS {
            assert_eq!((opened(&store, day), opened(&store, wrong)), (1, 1), "{wrong} {day}");
        }
        // A clock that goes to and fro between two days counts each of them once.
        let store = with_one_in_the_bin(at(0));
        for _ in 0..100 {
            assert_eq!((opened(&store, 0), opened(&store, wrong)), (1, 1), "{wrong}");
        }
    }
}

#[test]
fn what_was_deleted_in_the_future_or_long_ago_stays_for_thirty_days_and_no_longer() {
    for wrong in [365 * 15, -365 * 56] {
        let store = with_one_in_the_bin(at(0).plus_days(wrong));
        for day in 0..=BIN_DAYS {
            assert_eq!(opened(&store, day), 1, "{wrong} {day}");
        }
        assert_eq!(opened(&store, BIN_DAYS + 1), 0, "{wrong}");
    }
}

#[test]
fn what_is_put_into_the_bin_again_has_its_days_again() {
    let store = with_one_in_the_bin(at(0));
    for day in 0..BIN_DAYS {
        opened(&store, day);
    }
    let again = at(0).plus_days(BIN_DAYS);
    let mut workspace = open(&store, again);
    workspace.restore("one", again).unwrap();
    workspace.put_in_bin("one", again).unwrap();
    for day in 0..=BIN_DAYS {
        assert_eq!(opened(&store, BIN_DAYS + day), 1, "{day}");
    }
    assert_eq!(opened(&store, 2 * BIN_DAYS + 1), 0);
}

#[test]
fn a_count_that_cannot_be_read_or_kept_empties_nothing() {
    let full = "9223372036854775807 1 2 3\n-9223372036854775808 0 one";
    for damaged in ["", "\n", "many", "-5 a b", full, "31\n0 0 one", "99 1\n0 0", "gone"] {
        let store = with_one_in_the_bin(at(0));
        store.put("cairn:days", damaged);
        for day in 0..10 {
            assert_eq!(opened(&store, day), 1, "{damaged:?}");
        }
    }
    let store = with_one_in_the_bin(at(0));
    store.set_quota(Some(store.used()));
    for day in 0..100 {
        assert_eq!(opened(&store, day), 1);
    }
    store.set_quota(None);
    store.put_units("cairn:days", vec![0x33, 0xd800, 0x20]);
    assert_eq!(opened(&store, 100), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the clock says at each start, a record in the bin goes only after Cairn was opened on
    /// thirty other days; and it does go in the end.
    #[test]
    fn no_clock_empties_the_bin_before_its_days_were_seen(
        days in proptest::collection::vec(prop_oneof![0..60_i64, -40_000..3_000_000_i64], 0..60),
        binned_at in -20_000..20_000_i64,
    ) {
        let store = with_one_in_the_bin(at(0).plus_days(binned_at));
        let mut seen = BTreeSet::new();
        for day in days {
            let there = opened(&store, day) == 1;
            seen.insert(day);
            // Two of these days do not count: the first one and today.
            prop_assert!(there || seen.len() as i64 >= BIN_DAYS + 2, "{seen:?}");
            if !there {
                return Ok(());
            }
        }
        let emptied = (0..200).any(|day| opened(&store, 4_000_000 - 365 * 3_000 + day) == 0);
        prop_assert!(emptied);
    }
}
