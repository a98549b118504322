use cairn::audit::EVIDENCE;
use cairn::audit::answer::{self, REFLECTIONS};
use cairn::audit::standing::Standing;
use cairn::exchange::envelope::VERSION;
use cairn::exchange::writing::record_text;
use cairn::exchange::{Settings, TextSize, Wording};
use cairn::moment::Timestamp;
use cairn::record::{EarlierWords, RecordKind, Stamp};
use cairn::records::{Entry, Record, Slot};
use cairn::workspace::label::{Label, read_stored};
use cairn::workspace::pack::{pack, unpack};
use cairn::workspace::{
    OpenError, SETTINGS, SNAPSHOTS, StoreError, Stored, WORDING, Workspace, record_of,
};
use proptest::prelude::*;

use crate::samples::{at, audit, by, empty_audit, evidence, framework, text, view, written};
use crate::store::{Fault, MemoryStore};

const ONE: &str = "cairn:audit:one";

fn open(store: &MemoryStore, tab: &str) -> Workspace<MemoryStore> {
    let mut workspace = Workspace::open(store.clone(), tab.to_owned(), at(0));
    workspace.empty_bin(at(0));
    workspace
}

fn slot(id: &str) -> Slot {
    Slot::item(&REFLECTIONS, id)
}

fn empty(id: &str) -> Record {
    empty_audit(id)
}

/// Reads from a record what these tests look at.
trait Reflected {
    fn reflection(&self, id: &str) -> &str;
}

impl Reflected for Record {
    fn reflection(&self, id: &str) -> &str {
        view(self).reflection(id)
    }
}

/// Changes a reflection as a page does.
fn edit(record: &mut Record, id: &str, text: &str, millis: i64) -> Vec<Slot> {
    record.change(&slot(id), written(id, text, 0), by(millis, ""));
    vec![slot(id)]
}

fn save(workspace: &mut Workspace<MemoryStore>, record: &mut Record, edited: &[Slot]) {
    workspace.save(record, edited, framework(), at(0)).unwrap();
}

/// A store with one audit, `one`, in which something is written.
fn store_with_one() -> MemoryStore {
    let store = MemoryStore::default();
    let mut record = empty("one");
    let edited = edit(&mut record, "1A.q1", "first words", 1);
    save(&mut open(&store, "before"), &mut record, &edited);
    store
}

fn read(store: &MemoryStore, id: &str) -> Record {
    open(store, "reader").record(id, at(0)).unwrap()
}

/// The text that was set aside under a key. Fails when it is no valid text.
fn aside_text(workspace: &Workspace<MemoryStore>, key: &str) -> String {
    match workspace.unreadable_text(key).unwrap() {
        Stored::Text(text) => text,
        Stored::Units(units) => panic!("{units:?} is no text"),
    }
}

// Faults.

/// Something that a person does, and the words that must survive it whatever the store does. It is
/// played on a store that fails at one call and is then repaired.
struct Scenario {
    name: &'static str,
    play: fn(&MemoryStore) -> Vec<Workspace<MemoryStore>>,
    /// Must be in the audit `one` at the end.
    words: &'static [&'static str],
    /// Checks the store after it was repaired and everything that was unsaved has been saved again.
    expected: fn(&MemoryStore),
}

/// A device with three audits: `one`, with two snapshots; `two`, in the bin; and one that is damaged.
/// It also has settings, and a key of another site.
fn device() -> MemoryStore {
    let store = store_with_one();
    let mut workspace = open(&store, "device");
    let one = workspace.record("one", at(0)).unwrap();
    for before in ["importing", "merging"] {
        workspace.snapshot(&one, framework(), before, at(5)).unwrap();
    }
    let mut two = empty("two");
    let edited = edit(&mut two, "1A.q1", "binned words", 1);
    save(&mut workspace, &mut two, &edited);
    workspace.put_in_bin("two", at(0)).unwrap();
    let settings = Settings { name: "AB".to_owned(), ..Settings::default() };
    workspace.save_settings(&settings).unwrap();
    store.put("other-site", "not ours");
    store.put("cairn:audit:damaged", "{\"damaged\": words");
    store
}

/// Does something, and does it once more when it fails.
fn again<T, E>(mut what: impl FnMut() -> Result<T, E>) -> T
where
    E: std::fmt::Debug,
{
    what().or_else(|_| what()).unwrap()
}

const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "open",
        play: |store| vec![open(store, "a")],
        words: &["first words"],
        expected: |_| {},
    },
    Scenario {
        name: "create and save",
        play: |store| {
            let mut workspace = open(store, "a");
            let mut new = empty("new");
            let edited = edit(&mut new, "1A.q1", "new words", 10);
            let _ = workspace.save(&mut new, &edited, framework(), at(10));
            let kept = again(|| workspace.record("new", at(10)));
            assert_eq!(kept.reflection("1A.q1"), "new words");
            vec![workspace]
        },
        words: &["first words"],
        expected: |store| assert_eq!(read(store, "new").reflection("1A.q1"), "new words"),
    },
    Scenario {
        name: "edit and save",
        play: |store| {
            let mut workspace = open(store, "a");
            let mut one = again(|| workspace.record("one", at(10)));
            let edited = edit(&mut one, "1A.q2", "second words", 10);
            let _ = workspace.save(&mut one, &edited, framework(), at(10));
            let kept = again(|| workspace.record("one", at(10)));
            assert_eq!(kept.reflection("1A.q2"), "second words");
            vec![workspace]
        },
        words: &["first words", "second words"],
        expected: |_| {},
    },
    Scenario {
        name: "save while another tab does",
        play: |store| {
            let (mut a, mut b) = (open(store, "a"), open(store, "b"));
            let mut mine = again(|| a.record("one", at(10)));
            let mut theirs = again(|| b.record("one", at(10)));
            let mut edited = edit(&mut theirs, "1A.q2", "their words", 20);
            edited.extend(edit(&mut theirs, "1A.q3", "more of their words", 20));
            let _ = b.save(&mut theirs, &edited, framework(), at(20));
            let edited = edit(&mut mine, "1A.q2", "my words", 10);
            let _ = a.save(&mut mine, &edited, framework(), at(20));
            vec![a, b]
        },
        words: &["first words", "my words", "their words", "more of their words"],
        expected: |_| {},
    },
    Scenario {
        name: "snapshot",
        play: |store| {
            let mut workspace = open(store, "a");
            let one = again(|| workspace.record("one", at(10)));
            again(|| workspace.snapshot(&one, framework(), "restoring", at(20)));
            let snapshots = again(|| workspace.snapshots("one"));
            let newest = again(|| workspace.read_snapshot(&snapshots[0].key)).unwrap();
            assert_eq!(newest.reflection("1A.q1"), "first words");
            vec![workspace]
        },
        words: &["first words"],
        expected: |_| {},
    },
    Scenario {
        name: "put into the bin",
        play: |store| {
            let mut workspace = open(store, "a");
            again(|| workspace.put_in_bin("one", at(10)));
            vec![workspace]
        },
        words: &["first words"],
        expected: |store| assert!(open(store, "x").label("one").unwrap().binned_at.is_some()),
    },
    Scenario {
        name: "restore",
        play: |store| {
            let mut workspace = open(store, "a");
            again(|| workspace.restore("two", at(10)));
            vec![workspace]
        },
        words: &["first words"],
        expected: |store| {
            assert_eq!(open(store, "x").label("two").unwrap().binned_at, None);
            assert_eq!(read(store, "two").reflection("1A.q1"), "binned words");
        },
    },
    Scenario {
        name: "delete",
        play: |store| {
            let mut workspace = open(store, "a");
            again(|| workspace.delete("two"));
            vec![workspace]
        },
        words: &["first words"],
        expected: |store| assert!(!store.texts().keys().any(|key| key.contains("two"))),
    },
    Scenario {
        name: "settings and wording",
        play: |store| {
            let mut workspace = open(store, "a");
            let settings = Settings { name: "CD".to_owned(), ..Settings::default() };
            again(|| workspace.save_settings(&settings));
            let wording = Wording { framework: "clf".to_owned(), ..Wording::default() };
            again(|| workspace.save_wording(Some(&wording), at(10)));
            vec![workspace]
        },
        words: &["first words"],
        expected: |store| {
            let mut workspace = open(store, "x");
            assert_eq!(workspace.settings(at(10)).name, "CD");
            assert!(workspace.wording(at(10)).is_some());
        },
    },
    Scenario {
        name: "set aside while saving",
        play: |store| {
            let mut workspace = open(store, "a");
            let mut one = again(|| workspace.record("one", at(10)));
            store.put(ONE, "overwritten by {\"damaged\": words");
            let edited = edit(&mut one, "1A.q2", "second words", 10);
            let _ = workspace.save(&mut one, &edited, framework(), at(10));
            vec![workspace]
        },
        words: &["first words", "second words"],
        expected: |_| {},
    },
];

fn play(scenario: &Scenario, fault: Option<(usize, Fault)>) -> usize {
    let told = format!("{}, {fault:?}", scenario.name);
    let store = device();
    let before = store.texts();
    store.set_fault(fault);
    let mut workspaces = (scenario.play)(&store);
    let calls = store.calls();

    // Before anything is repaired, what was saved can still be read, from memory or from the store.
    store.set_fault(None);
    let readable = workspaces
        .iter_mut()
        .filter_map(|workspace| workspace.record("one", at(30)).ok())
        .any(|one| one.reflection("1A.q1") == "first words");
    assert!(readable, "{told}");

    for workspace in &mut workspaces {
        let tried = workspace.retry(framework(), at(30));
        assert_eq!(tried, Ok(()), "{told}");
        assert!(workspace.all_saved() && workspace.trouble().is_none(), "{told}");
        assert!(workspace.label("one").is_some(), "{told}: listed again");
    }
    drop(workspaces);

    let one = read(&store, "one");
    let kept = record_text(&one, at(0));
    for words in scenario.words {
        assert!(kept.contains(words), "{told}: “{words}” is lost");
    }
    (scenario.expected)(&store);
    assert_eq!(store.get("other-site"), before.get("other-site").cloned(), "{told}");
    let mut workspace = open(&store, "x");
    let asides = workspace.unreadable().unwrap();
    let damaged = asides
        .iter()
        .any(|aside| aside_text(&workspace, &aside.key) == before["cairn:audit:damaged"]);
    assert!(damaged, "{told}: what was damaged is offered as it was");
    if scenario.name != "settings and wording" {
        assert_eq!(workspace.settings(at(30)).name, "AB", "{told}");
    }
    calls
}

#[test]
fn no_single_failure_of_the_store_loses_a_word() {
    let faults = [
        Fault::Fails(StoreError::Blocked),
        Fault::Fails(StoreError::Full),
        Fault::Fails(StoreError::Failed("quite unheard of".to_owned())),
        Fault::KeepsOther(""),
        Fault::KeepsOther("{\"cut\": \"sho"),
        Fault::KeepsHalf,
        Fault::KeepsOlder,
        Fault::Drops,
        Fault::DoesAndFails,
    ];
    for scenario in SCENARIOS {
        let calls = play(scenario, None);
        assert!(calls > 0);
        for fault in &faults {
            for n in 1..=calls {
                play(scenario, Some((n, fault.clone())));
            }
        }
    }
}

#[test]
fn while_the_store_is_blocked_all_is_kept_in_memory() {
    let store = MemoryStore::default();
    store.set_blocked(true);
    let mut workspace = open(&store, "a");
    assert_eq!(workspace.trouble(), Some(&StoreError::Blocked));
    for id in ["one", "two"] {
        let mut record = empty(id);
        let edited = edit(&mut record, "1A.q1", id, 1);
        let saved = workspace.save(&mut record, &edited, framework(), at(1));
        assert_eq!(saved, Err(StoreError::Blocked));
    }
    assert!(!workspace.all_saved());
    assert_eq!(workspace.audits().len(), 2, "they are listed");
    assert_eq!(workspace.record("one", at(1)).unwrap().reflection("1A.q1"), "one");
    assert_eq!(workspace.retry(framework(), at(2)), Err(StoreError::Blocked));

    store.set_blocked(false);
    assert_eq!(workspace.retry(framework(), at(2)), Ok(()));
    assert!(workspace.all_saved() && workspace.trouble().is_none());
    assert_eq!(read(&store, "two").reflection("1A.q1"), "two");
}

#[test]
fn after_the_trouble_the_list_is_complete_again() {
    let store = store_with_one();
    store.set_blocked(true);
    let mut workspace = open(&store, "a");
    assert_eq!(workspace.audits().len(), 0);
    store.set_blocked(false);
    let mut two = empty("two");
    save(&mut workspace, &mut two, &[]);
    assert_eq!(workspace.audits().len(), 2);
}

#[test]
fn edits_from_before_a_failed_write_are_still_edits_after_it() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mut mine = a.record("one", at(0)).unwrap();
    let mut theirs = b.record("one", at(0)).unwrap();

    store.set_blocked(true);
    let edited = edit(&mut mine, "1A.q1", "mine, not saved", 10);
    a.save(&mut mine, &edited, framework(), at(10)).unwrap_err();
    store.set_blocked(false);
    let edited = edit(&mut theirs, "1A.q1", "theirs, later", 20);
    save(&mut b, &mut theirs, &edited);

    a.retry(framework(), at(30)).unwrap();
    let one = read(&store, "one");
    assert_eq!(one.reflection("1A.q1"), "theirs, later");
    assert_eq!(&one.earlier_words[0].text, "mine, not saved");
}

/// No other tab has written, so words that this tab saved and then replaced are not kept as earlier
/// words.
#[test]
fn words_replaced_while_saving_failed_are_not_kept_as_another_tabs() {
    let store = store_with_one();
    let mut a = open(&store, "a");
    let mut mine = a.record("one", at(0)).unwrap();
    let edited = edit(&mut mine, "1A.q1", "first", 10);
    save(&mut a, &mut mine, &edited);
    store.set_blocked(true);
    for (words, now) in [("second", 20), ("third", 30)] {
        let edited = edit(&mut mine, "1A.q1", words, now);
        a.save(&mut mine, &edited, framework(), at(now)).unwrap_err();
        a.retry(framework(), at(now)).unwrap_err();
    }
    store.set_blocked(false);
    a.retry(framework(), at(40)).unwrap();
    let one = read(&store, "one");
    assert_eq!((one.reflection("1A.q1"), &one.earlier_words[..]), ("third", &[][..]));
}

#[test]
fn leaving_and_coming_back_forgets_no_edit_that_was_not_saved() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mut mine = a.record("one", at(0)).unwrap();
    let mut theirs = b.record("one", at(0)).unwrap();
    store.set_blocked(true);
    let edited = edit(&mut mine, "1A.q1", "mine, not saved", 10);
    a.save(&mut mine, &edited, framework(), at(10)).unwrap_err();
    store.set_blocked(false);
    let edited = edit(&mut theirs, "1A.q1", "theirs, later", 20);
    save(&mut b, &mut theirs, &edited);

    let mut mine = a.record("one", at(0)).unwrap();
    let edited = edit(&mut mine, "1A.q2", "more of mine", 30);
    save(&mut a, &mut mine, &edited);
    assert_eq!(mine.reflection("1A.q1"), "theirs, later");
    assert_eq!(&mine.earlier_words[0].text, "mine, not saved");
}

#[test]
fn what_was_taken_in_while_saving_failed_is_saved_with_the_rest() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mut mine = a.record("one", at(0)).unwrap();
    let mut theirs = b.record("one", at(0)).unwrap();

    store.set_blocked(true);
    let edited = edit(&mut mine, "1A.q1", "mine, not saved", 10);
    a.save(&mut mine, &edited, framework(), at(10)).unwrap_err();
    store.set_blocked(false);
    let edited = edit(&mut theirs, "1A.q2", "theirs", 20);
    save(&mut b, &mut theirs, &edited);
    // The page shows what the other tab wrote, and the person goes on to another audit.
    assert_eq!(a.take_in(&mut mine, &[], at(30)), Ok(vec![slot("1A.q1"), slot("1A.q2")]));
    drop(mine);

    a.retry(framework(), at(40)).unwrap();
    let one = read(&store, "one");
    assert_eq!(one.reflection("1A.q1"), "mine, not saved");
    assert_eq!(one.reflection("1A.q2"), "theirs");
}

// Two tabs.

#[test]
fn two_tabs_that_write_in_the_same_instant_do_not_pass_each_other_by() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mut mine = a.record("one", at(0)).unwrap();
    let mut theirs = b.record("one", at(0)).unwrap();
    let before = store.get(ONE).unwrap();
    let edited = edit(&mut mine, "1A.q2", "mine", 10);
    save(&mut a, &mut mine, &edited);
    // The other tab read the store before that write and writes after it.
    store.put(ONE, &before);
    let edited = edit(&mut theirs, "1A.q3", "theirs", 11);
    save(&mut b, &mut theirs, &edited);

    a.take_in(&mut mine, &[], at(12)).unwrap();
    assert!(!a.all_saved());
    a.retry(framework(), at(12)).unwrap();
    let one = read(&store, "one");
    assert_eq!((one.reflection("1A.q2"), one.reflection("1A.q3")), ("mine", "theirs"));
}

#[test]
fn what_is_put_in_place_as_a_whole_is_not_brought_back_by_another_tab() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mine = a.record("one", at(0)).unwrap();
    let before = mine.along();

    // Earlier words, and an answer that is set aside, came in a file and are in both tabs.
    let mut audit = mine;
    let note = answer::written("9Z.o1", "of an unknown indicator");
    audit.set_aside.insert("9Z.o1".to_owned(), [("note".to_owned(), note)].into_iter().collect());
    let (id, text) = ("1A.q1".to_owned(), "lost elsewhere".to_owned());
    audit.earlier_words.push(EarlierWords { id, text, at: at(1), by: String::new() });
    let mut mine = audit;
    a.put_in_place("one");
    save(&mut a, &mut mine, &[slot("1A.q1")]);
    let mut theirs = b.record("one", at(2)).unwrap();
    assert_eq!(theirs.along(), mine.along());

    // The import is undone here, and the other tab writes on before and after it hears of that.
    mine.swap_along(before.clone());
    a.put_in_place("one");
    save(&mut a, &mut mine, &[slot("1A.q1")]);
    for (millis, words) in [(10, "on"), (11, "on and on")] {
        let edited = edit(&mut theirs, "1A.q2", words, millis);
        save(&mut b, &mut theirs, &edited);
        assert!(b.all_saved());
    }
    a.take_in(&mut mine, &[], at(12)).unwrap();
    assert!(a.all_saved());
    assert_eq!(mine.reflection("1A.q2"), "on and on");
    for record in [mine, theirs, read(&store, "one")] {
        assert_eq!(record.along(), before);
    }
}

#[test]
fn binning_in_one_tab_keeps_what_the_other_has_open() {
    let store = store_with_one();
    let (mut a, mut b) = (open(&store, "a"), open(&store, "b"));
    let mut mine = a.record("one", at(0)).unwrap();
    let mut theirs = b.record("one", at(0)).unwrap();
    let edited = edit(&mut theirs, "1A.q2", "theirs", 10);
    save(&mut b, &mut theirs, &edited);
    // This tab has not heard of that when it bins and restores the audit, and then writes.
    a.put_in_bin("one", at(11)).unwrap();
    let edited = edit(&mut theirs, "1A.q3", "into the bin", 12);
    save(&mut b, &mut theirs, &edited);
    assert!(b.label("one").unwrap().binned_at.is_some(), "saving takes nothing out of the bin");
    a.restore("one", at(13)).unwrap();
    let edited = edit(&mut mine, "1A.q1", "mine", 14);
    save(&mut a, &mut mine, &edited);

    let one = read(&store, "one");
    let found = ["1A.q1", "1A.q2", "1A.q3"].map(|id| one.reflection(id).to_owned());
    assert_eq!(found, ["mine", "theirs", "into the bin"]);
}

#[derive(Debug, Clone)]
enum Step {
    Write { tab: usize, place: usize, millis: i64 },
    Remove { tab: usize, millis: i64 },
    Save { tab: usize },
    TakeIn { tab: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..2_usize;
    prop_oneof![
        4 => (tab.clone(), 0..4_usize, 0..30_i64)
            .prop_map(|(tab, place, millis)| Step::Write { tab, place, millis }),
        1 => (tab.clone(), 0..30_i64).prop_map(|(tab, millis)| Step::Remove { tab, millis }),
        2 => tab.clone().prop_map(|tab| Step::Save { tab }),
        2 => tab.prop_map(|tab| Step::TakeIn { tab }),
    ]
}

struct Tab {
    workspace: Workspace<MemoryStore>,
    record: Record,
    edited: Vec<Slot>,
}

impl Tab {
    fn change(&mut self, slot: &Slot, entry: Entry, millis: i64) -> String {
        let stamp = Stamp { at: at(millis), by: String::new() };
        let before = self.record.change(slot, entry, stamp);
        self.edited.push(slot.clone());
        before.words()
    }

    fn save(&mut self) {
        self.workspace.save(&mut self.record, &self.edited, framework(), at(0)).unwrap();
        self.edited.clear();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn two_tabs_come_to_the_same_and_lose_no_word(
        steps in proptest::collection::vec(step(), 0..24)
    ) {
        let store = store_with_one();
        let mut tabs = ["a", "b"].map(|name| {
            let mut workspace = open(&store, name);
            let record = workspace.record("one", at(0)).unwrap();
            Tab { workspace, record, edited: Vec::new() }
        });
        let mut typed = vec!["first words".to_owned()];
        // Words that a person saw when they wrote others in their place.
        let mut replaced = Vec::new();
        for (count, step) in steps.into_iter().enumerate() {
            match step {
                Step::Write { tab, place, millis } => {
                    let text = format!("‹{count}›");
                    typed.push(text.clone());
                    let (slot, entry) = match place {
                        3 => (Slot::item(&EVIDENCE, "e1"), evidence("e1", &text, 0)),
                        place => {
                            let id = ["1A.q1", "1A.q2", "1A.q3"][place];
                            (slot(id), written(id, &text, 0))
                        }
                    };
                    replaced.push(tabs[tab].change(&slot, entry, millis));
                }
                Step::Remove { tab, millis } => {
                    let slot = Slot::item(&EVIDENCE, "e1");
                    let entry = Entry::Removed(Stamp::default());
                    replaced.push(tabs[tab].change(&slot, entry, millis));
                }
                Step::Save { tab } => tabs[tab].save(),
                Step::TakeIn { tab } => {
                    let Tab { workspace, record, edited } = &mut tabs[tab];
                    workspace.take_in(record, edited, at(0)).unwrap();
                }
            }
        }
        for tab in &mut tabs {
            tab.save();
        }
        let [a, b] = &mut tabs;
        a.workspace.take_in(&mut a.record, &[], at(0)).unwrap();
        prop_assert!(a.workspace.all_saved() && b.workspace.all_saved());
        prop_assert_eq!(&a.record, &b.record);
        prop_assert_eq!(&read(&store, "one"), &b.record);

        let kept = record_text(&a.record, at(0));
        for text in typed.iter().filter(|text| !replaced.contains(text)) {
            prop_assert!(kept.contains(text.as_str()), "{} is lost", text);
        }
    }
}

// What cannot be read.

/// `stored` stands where the audit `one` should: it is set aside, offered as `offered`, and another
/// audit still opens.
fn check_set_aside(stored: &str, offered: &str) {
    let store = MemoryStore::default();
    let mut two = empty("two");
    save(&mut open(&store, "a"), &mut two, &[]);
    store.put(ONE, stored);

    let mut workspace = open(&store, "b");
    let opened = workspace.record("one", at(1));
    assert!(matches!(opened, Err(OpenError::SetAside | OpenError::Missing)), "{opened:?}");
    let asides = workspace.unreadable().unwrap();
    assert_eq!(asides.len(), 1, "{stored:?}");
    assert_eq!(aside_text(&workspace, &asides[0].key), offered);
    assert_eq!(store.get(&asides[0].key).as_deref(), Some(stored), "it is kept as it was");
    assert_eq!(store.get(ONE), None);
    assert!(workspace.record("two", at(1)).is_ok());

    // A new audit of that id does not touch what was set aside, which is dropped only when a person
    // asks.
    let mut one = empty("one");
    save(&mut workspace, &mut one, &[]);
    assert_eq!(store.get(&asides[0].key).as_deref(), Some(stored));
    workspace.drop_unreadable(ONE).unwrap();
    assert!(store.get(ONE).is_some(), "only what was set aside can be dropped");
    workspace.drop_unreadable(&asides[0].key).unwrap();
    assert_eq!(workspace.unreadable().unwrap(), []);
}

fn stored(id: &str, words: &str) -> String {
    let mut record = empty(id);
    edit(&mut record, "1A.q1", words, 1);
    Label::of(&record, framework(), "t-1".to_owned()).stored(&record).unwrap().0
}

#[test]
fn what_cannot_be_read_is_set_aside_and_offered() {
    for garbage in
        ["", "\n", "garbage", "{}\n{}", "\0", "{\"id\":\"one\"}\nwords", "[1]\n[2]", "👩‍👩‍👧\n\u{202e}"]
    {
        check_set_aside(garbage, garbage);
    }
    let plain = stored("one", "words");
    let (head, body) = plain.split_once('\n').unwrap();
    check_set_aside(&format!("{head}\n{{\"not\": \"an audit\"}}"), "{\"not\": \"an audit\"}");
    check_set_aside(&format!("{head}\nnot JSON"), "not JSON");
    check_set_aside(head, head);
    // The body of another audit, or all of another audit.
    let other = stored("two", "words");
    let (other_head, other_body) = other.split_once('\n').unwrap();
    check_set_aside(&format!("{head}\n{other_body}"), other_body);
    check_set_aside(&other, other_body);
    check_set_aside(&format!("{other_head}\n{body}"), body);
    // A packed text that was damaged or cut short.
    let packed = stored("one", &"a long text. ".repeat(500));
    assert!(packed.contains("\"packed\":"), "long texts are packed");
    let damaged = packed.replacen('\n', "\nx", 1);
    check_set_aside(&damaged, &damaged);
    let cut: String = packed.chars().take(packed.chars().count() / 2).collect();
    check_set_aside(&cut, &cut);
}

#[test]
fn another_audit_in_the_place_of_an_open_one_is_never_mixed_with_it() {
    let store = store_with_one();
    let mut workspace = open(&store, "a");
    let mut one = workspace.record("one", at(0)).unwrap();
    let other = stored("two", "words of another audit");
    store.put(ONE, &other);
    let edited = edit(&mut one, "1A.q2", "more", 10);
    save(&mut workspace, &mut one, &edited);
    let kept = read(&store, "one");
    assert_eq!((kept.reflection("1A.q1"), kept.reflection("1A.q2")), ("first words", "more"));

    store.put(ONE, &other);
    assert_eq!(workspace.record("one", at(10)), Err(OpenError::SetAside));
    assert_eq!(workspace.unreadable().unwrap().len(), 2);
}

#[test]
fn two_things_set_aside_in_the_same_moment_are_two() {
    let store = MemoryStore::default();
    for garbage in ["first garbage", "second garbage"] {
        store.put(ONE, garbage);
        open(&store, "a");
    }
    assert_eq!(open(&store, "b").unreadable().unwrap().len(), 2);
}

#[test]
fn settings_and_wording_that_cannot_be_read_are_set_aside() {
    let store = MemoryStore::default();
    store.put(SETTINGS, "{\"theme\":\"sepia\"}");
    store.put(WORDING, "not a wording pack");
    let mut workspace = open(&store, "a");
    assert_eq!(workspace.settings(at(0)), Settings::default());
    assert_eq!(workspace.wording(at(0)), None);
    let asides = workspace.unreadable().unwrap();
    let texts: Vec<_> = asides.iter().map(|aside| aside_text(&workspace, &aside.key)).collect();
    assert_eq!(texts, ["{\"theme\":\"sepia\"}", "not a wording pack"]);

    // The settings that can be read still hold, although others cannot be read.
    store.put(
        SETTINGS,
        "{\"name\":\"Anna\",\"theme\":\"purple\",\"text_size\":\"large\",\"wording_off\":7}",
    );
    let made_out =
        Settings { name: "Anna".to_owned(), text_size: TextSize::Large, ..Settings::default() };
    assert_eq!(workspace.settings(at(0)), made_out);
    assert_eq!(workspace.settings(at(0)), made_out, "and is kept");
    assert_eq!(workspace.unreadable().unwrap().len(), 3);

    // Damaged settings and wording are set aside even when they are written over without being read
    // first.
    store.put(SETTINGS, "damaged settings");
    store.put(WORDING, "damaged wording");
    workspace.save_settings(&Settings::default()).unwrap();
    workspace.save_wording(None, at(1)).unwrap();
    assert_eq!(workspace.unreadable().unwrap().len(), 5);
}

#[test]
fn a_record_of_a_newer_cairn_stays_untouched() {
    let now = at(0).plus_days(400);
    let plain = stored("one", "words");
    let newer_label = plain.replacen("\"version\":1", &format!("\"version\":{}", VERSION + 1), 1);
    let binned =
        newer_label.replacen("\"binned_at\":null", "\"binned_at\":\"2026-01-01T00:00:00Z\"", 1);
    let new_shape =
        "{\"version\":7,\"id\":\"one\",\"name\":\"Ours\",\"stones\":\"four\"}\nnew body";
    let huge = "{\"version\":99999999999,\"stones\":\"four\"}\nnew body";
    for newer in [newer_label.as_str(), &binned, new_shape, huge] {
        let store = MemoryStore::default();
        store.put(ONE, newer);
        let mut workspace = Workspace::open(store.clone(), "a".to_owned(), now);
        workspace.empty_bin(now);
        assert!(workspace.label("one").is_some_and(|label| label.from_newer()));
        assert_eq!(workspace.record("one", now), Err(OpenError::Newer));
        assert_eq!(workspace.put_in_bin("one", now), Err(OpenError::Newer));
        assert_eq!(workspace.restore("one", now), Err(OpenError::Newer));
        let mut one = empty("one");
        assert!(workspace.save(&mut one, &[], framework(), now).is_err());
        assert_eq!(workspace.record("one", now), Ok(one), "what could not be saved is in memory");
        assert_eq!(store.get(ONE).as_deref(), Some(newer));
        assert_eq!(workspace.unreadable().unwrap(), []);
    }
}

#[test]
fn what_is_not_ours_is_never_touched() {
    let store = device();
    let others = ["other-site", "cairnlike", "Cairn:audit:one", "", "audit:one"];
    for key in others {
        store.put(key, "not ours");
    }
    let mut workspace = open(&store, "a");
    workspace.put_in_bin("one", at(0)).unwrap();
    workspace.delete("two").unwrap();
    workspace.clear().unwrap();
    assert_eq!(store.texts().len(), others.len(), "{:?}", store.texts().keys());
    assert!(workspace.audits().is_empty() && workspace.bin().is_empty());
    assert_eq!(workspace.characters_used(), Ok(0));
}

// Room, bin, snapshots, labels.

#[test]
fn characters_are_counted_as_browsers_count_them() {
    let store = MemoryStore::default();
    let mut record = empty("one");
    let edited = edit(&mut record, "1A.q1", "👩‍👩‍👧 e\u{301} مرحبا 𝔄", 1);
    let mut workspace = open(&store, "a");
    save(&mut workspace, &mut record, &edited);
    assert_eq!(workspace.characters_used(), Ok(store.used()));
}

#[test]
fn when_there_is_no_room_the_oldest_snapshots_give_way() {
    let store = store_with_one();
    let mut workspace = open(&store, "a");
    let mut one = workspace.record("one", at(0)).unwrap();
    for millis in [3, 1, 2] {
        workspace.snapshot(&one, framework(), "importing", at(millis)).unwrap();
    }
    let taken = |workspace: &Workspace<MemoryStore>| -> Vec<Timestamp> {
        workspace.snapshots("one").unwrap().iter().map(|snapshot| snapshot.taken_at).collect()
    };
    // In the order in which they were made, whatever the clock said.
    assert_eq!(taken(&workspace), [at(2), at(1), at(3)]);
    assert!(!workspace.take_gave_up());

    store.set_quota(Some(store.used()));
    let edited = edit(&mut one, "1A.q2", "a few more words", 10);
    save(&mut workspace, &mut one, &edited);
    assert_eq!(taken(&workspace), [at(2), at(1)]);
    assert!(workspace.take_gave_up());
    assert!(!workspace.take_gave_up(), "it is said once");
    assert_eq!(read(&store, "one").reflection("1A.q2"), "a few more words");

    // When even removing snapshots would not help, they stay, the old text still stands and the new one
    // is in memory.
    store.set_quota(Some(store.get(ONE).unwrap().len()));
    let before = store.get(ONE);
    let edited = edit(&mut one, "1A.q2", "more words than there is room for", 20);
    let saved = workspace.save(&mut one, &edited, framework(), at(20));
    assert_eq!(saved, Err(StoreError::Full));
    assert_eq!(workspace.trouble(), Some(&StoreError::Full));
    assert_eq!(store.get(ONE), before);
    assert!(!workspace.take_gave_up());
    assert_eq!(workspace.record("one", at(20)), Ok(one));

    store.set_quota(None);
    workspace.retry(framework(), at(30)).unwrap();
    assert_eq!(read(&store, "one").reflection("1A.q2"), "more words than there is room for");
}

#[test]
fn only_the_newest_snapshots_are_kept() {
    let store = device();
    let mut workspace = open(&store, "a");
    let two = workspace.record("two", at(0)).unwrap();
    workspace.snapshot(&two, framework(), "merging", at(1)).unwrap();
    let mut one = workspace.record("one", at(0)).unwrap();
    for count in 0..8_i64 {
        edit(&mut one, "1A.q1", &count.to_string(), 100 + count);
        workspace.snapshot(&one, framework(), &format!("import {count}"), at(100 + count)).unwrap();
    }
    let snapshots = workspace.snapshots("one").unwrap();
    let before: Vec<_> = snapshots.iter().map(|snapshot| snapshot.before.as_str()).collect();
    assert_eq!(before, ["import 7", "import 6", "import 5", "import 4", "import 3"]);
    assert_eq!(before.len(), SNAPSHOTS);
    let read = workspace.read_snapshot(&snapshots[4].key).unwrap().unwrap();
    assert_eq!(read.reflection("1A.q1"), "3");
    assert_eq!(workspace.snapshots("two").unwrap().len(), 1);
}

#[test]
fn snapshots_of_the_same_moment_are_all_kept() {
    let store = store_with_one();
    let mut workspace = open(&store, "a");
    let one = workspace.record("one", at(0)).unwrap();
    for before in ["importing", "importing another"] {
        workspace.snapshot(&one, framework(), before, at(5)).unwrap();
    }
    assert_eq!(workspace.snapshots("one").unwrap().len(), 2);
}

#[test]
fn an_audit_that_is_not_there_is_missing() {
    let mut workspace = open(&MemoryStore::default(), "a");
    for id in ["one", "", "../one", "settings"] {
        assert_eq!(workspace.record(id, at(0)), Err(OpenError::Missing), "{id:?}");
    }
    assert_eq!(workspace.put_in_bin("one", at(0)), Err(OpenError::Missing));
    assert_eq!(workspace.delete("one"), Ok(()));
}

#[test]
fn audits_are_listed_last_changed_first() {
    let store = MemoryStore::default();
    let mut workspace = open(&store, "a");
    for (id, millis) in [("one", 5), ("two", 50), ("three", 20)] {
        let mut record = empty(id);
        let edited = edit(&mut record, "1A.q1", "x", millis);
        save(&mut workspace, &mut record, &edited);
    }
    let ids: Vec<String> = open(&store, "b").audits().into_iter().map(|label| label.id).collect();
    assert_eq!(ids, ["two", "three", "one"]);
}

#[test]
fn texts_of_every_length_can_be_packed() {
    let mut text = String::new();
    for length in 0..100 {
        assert_eq!(text.chars().count(), length);
        let (packed, bytes) = pack(&text);
        assert_eq!(unpack(&packed, bytes).as_deref(), Some(text.as_str()), "{length}");
        text.push(['a', 'é', '\0', '👩', '\u{3400}'][length * 7 % 5]);
    }
    let prose =
        "We reflect together every month, and write down what we have learned. ".repeat(200);
    let (packed, _) = pack(&prose);
    assert!(packed.encode_utf16().count() * 3 < prose.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_packed_unpacks(chars in proptest::collection::vec(any::<char>(), 0..300)) {
        let text = String::from_iter(chars);
        let (packed, length) = pack(&text);
        prop_assert_eq!(unpack(&packed, length), Some(text));
        let kept = |c: char| (0x3400..0xb400).contains(&u32::from(c));
        prop_assert!(packed.chars().all(kept), "every browser keeps these");
    }

    #[test]
    fn garbage_unpacks_to_something_or_nothing(
        garbage in proptest::collection::vec(
            prop_oneof![any::<char>(), (0x3400..0xb400_u32).prop_map(|c| char::from_u32(c).unwrap())],
            0..60,
        ),
        length in prop_oneof![any::<usize>(), 0..120_usize],
    ) {
        let _ = unpack(&String::from_iter(garbage), length);
    }

    #[test]
    fn damaged_packing_never_opens_as_another_audit(
        at_char in any::<prop::sample::Index>(), with in 0x3400..0xb400_u32, length in 0..2_000_usize,
    ) {
        let whole = stored("one", &"We meet every month to reflect. ".repeat(100));
        let (head, body) = whole.split_once('\n').unwrap();
        let mut body: Vec<char> = body.chars().collect();
        let place = at_char.index(body.len());
        body[place] = char::from_u32(with).unwrap();
        let damaged = format!("{head}\n{}", String::from_iter(body));
        if let Ok((label, record)) = read_stored(&damaged) {
            prop_assert_eq!(label.id, record.id);
        }
        let number = head.find("\"packed\":").unwrap();
        let (before, after) = head.split_at(number + 9);
        let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let _ = read_stored(&format!("{before}{length}{after}\n{}", &damaged[head.len() + 1..]));
    }

    #[test]
    fn an_audit_is_stored_and_read_back(audit in audit(), long in text()) {
        for text in [long.clone(), long.repeat(300)] {
            let mut record = audit.clone();
            edit(&mut record, "1A.q1", &text, 9);
            let label = Label::of(&record, framework(), "t-1".to_owned());
            let (stored, head) = label.stored(&record).unwrap();
            let (read_label, read_record) = read_stored(&stored).unwrap();
            prop_assert_eq!(read_label.line(), head);
            prop_assert_eq!(read_record, record);
        }
    }

    #[test]
    fn a_label_stands_where_its_audit_does(audit in audit()) {
        let label = Label::of(&audit.clone(), framework(), String::new());
        let label = Label::parse(&label.line()).unwrap();
        let standing = Standing::of(&view(&audit).assess(framework()));
        prop_assert_eq!(label.standing().reached, standing.reached);
        prop_assert_eq!(label.standing().working_at, standing.working_at);
        for (found, expected) in label.standing().tallies.iter().zip(standing.tallies) {
            prop_assert_eq!((found.achieved, found.total()), (expected.achieved, expected.total()));
        }
        prop_assert_eq!(label.progress(), view(&audit).progress(framework()));
        prop_assert_eq!(label.changed_at, audit.changed_at());
    }

    #[test]
    fn any_text_in_place_of_an_audit_is_set_aside_or_left_alone(garbage in text()) {
        let store = MemoryStore::default();
        store.put(ONE, &garbage);
        let mut workspace = open(&store, "a");
        let _ = workspace.record("one", at(0));
        prop_assert!(store.texts().values().any(|text| *text == garbage));
    }
}

#[test]
fn the_text_of_a_stored_audit_is_the_text_of_its_file() {
    let record = empty("one");
    let label = Label::of(&record, framework(), String::new());
    let (stored, head) = label.stored(&record).unwrap();
    assert_eq!(stored, format!("{head}\n{}", record_text(&record, record.changed_at())));
}

// Kinds of records.

#[test]
fn every_kind_has_its_keys() {
    for kind in RecordKind::ALL {
        assert_eq!(RecordKind::of(kind.name()), Some(kind));
        assert_eq!(record_of(&format!("cairn:{}:one", kind.name())), Some((kind, "one")));
    }
    assert_eq!(record_of(ONE), Some((RecordKind::Audit, "one")));
    for other in ["cairn:settings", "cairn:snapshot:one:1", "cairn:person:one", "other:audit:one"] {
        assert_eq!(record_of(other), None, "{other}");
    }
}

/// The first line of a stored record of another kind, which is all that lists of records need.
fn label_of(kind: RecordKind, id: &str, millis: i64) -> String {
    let label = Label::of(&empty(id), framework(), "t-1".to_owned());
    Label { kind, changed_at: at(millis), ..label }.line()
}

#[test]
fn records_are_listed_by_their_kinds() {
    let store = store_with_one();
    store.put("cairn:team:ours", &(label_of(RecordKind::Team, "ours", 3) + "\n"));
    store.put("cairn:learner:me", &(label_of(RecordKind::Person, "me", 2) + "\n"));
    let workspace = open(&store, "a");
    let ids = |labels: Vec<Label>| labels.into_iter().map(|label| label.id).collect::<Vec<_>>();
    assert_eq!(ids(workspace.audits()), ["one"]);
    assert_eq!(ids(workspace.of_kind(RecordKind::Team)), ["ours"]);
    assert_eq!(ids(workspace.of_kind(RecordKind::Organisation)), [""; 0]);
    assert_eq!(ids(workspace.others()), ["ours", "me"]);
    assert_eq!(ids(workspace.records()), ["ours", "me", "one"]);
    assert_eq!(workspace.unreadable().unwrap(), []);
}

#[test]
fn a_label_from_before_there_were_kinds_is_an_audits() {
    let now = stored("one", "words");
    let before = now.replacen("\"kind\":\"audit\",", "", 1);
    assert_ne!(before, now, "the kind is written");
    let store = MemoryStore::default();
    store.put(ONE, &before);
    assert_eq!(open(&store, "a").audits()[0].kind, RecordKind::Audit);
    assert_eq!(read(&store, "one").reflection("1A.q1"), "words");

    // A record under the key of another kind is set aside.
    let store = MemoryStore::default();
    store.put("cairn:team:one", &before);
    let workspace = open(&store, "a");
    assert!(workspace.records().is_empty());
    assert_eq!(workspace.unreadable().unwrap().len(), 1);
}

#[test]
fn of_two_records_with_one_id_the_second_is_set_aside() {
    let store = store_with_one();
    let audit = store.get(ONE);
    let team = label_of(RecordKind::Team, "one", 1) + "\nwords of the team";
    store.put("cairn:team:one", &team);
    let mut workspace = open(&store, "a");
    assert_eq!(workspace.records().len(), 1);
    assert_eq!(read(&store, "one").reflection("1A.q1"), "first words");
    let asides = workspace.unreadable().unwrap();
    assert_eq!(store.get(&asides[0].key).as_ref(), Some(&team), "it is kept as it was");
    assert_eq!(aside_text(&workspace, &asides[0].key), "words of the team");

    // The same when another tab writes it while this one is open.
    store.put("cairn:team:one", &team);
    workspace.refresh_label(RecordKind::Team, "one", at(1));
    assert_eq!(workspace.label("one").unwrap().kind, RecordKind::Audit);
    assert_eq!(workspace.unreadable().unwrap().len(), 2);

    // A record of a newer Cairn stays untouched, although its id is taken.
    let newer = team.replacen("\"version\":1", &format!("\"version\":{}", VERSION + 1), 1);
    store.put("cairn:team:one", &newer);
    let workspace = open(&store, "b");
    assert_eq!(workspace.label("one").unwrap().kind, RecordKind::Audit);
    assert_eq!(store.get("cairn:team:one"), Some(newer));
    assert_eq!(store.get(ONE), audit);
}
