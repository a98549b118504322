use cairn::audit::answer::REFLECTIONS;
use cairn::exchange::envelope::File;
use cairn::exchange::{Backup, MAX_BYTES, Wording, file_name, from_text, parts};
use cairn::organisation::ballot::Ballot;
use cairn::organisation::votes::InPlace;
use cairn::records::{Record, Slot};
use cairn::survey::paper::{COLUMNS, Paper};
use cairn::survey::sheets::Sheets;
use cairn::survey::{Answer, STATEMENTS};
use cairn::workspace::{StoreError, Workspace};
use proptest::prelude::*;

use crate::samples::{at, by, empty_audit, framework, written};
use crate::store::MemoryStore;

fn open(store: &MemoryStore) -> Workspace<MemoryStore> {
    let mut workspace = Workspace::open(store.clone(), "t".to_owned(), at(0));
    workspace.empty_bin(at(0));
    workspace
}

fn record(id: &str, text: &str) -> Record {
    let mut record = empty_audit(id);
    let slot = Slot::item(&REFLECTIONS, "1A.q1");
    record.change(&slot, written("1A.q1", text, 0), by(1, ""));
    record
}

fn save(workspace: &mut Workspace<MemoryStore>, mut record: Record) -> Result<(), StoreError> {
    workspace.save(&mut record, &[], framework(), at(0)).map(drop)
}

/// Every key of Cairn's either goes into the file of everything or is named as left out.
#[test]
fn what_is_in_no_file_is_named() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    for id in ["one", "two", "binned"] {
        save(&mut workspace, record(id, "words")).unwrap();
    }
    workspace.put_in_bin("binned", at(1)).unwrap();
    for times in 0..3 {
        workspace.snapshot(&record("one", "before"), framework(), "a merge", at(times)).unwrap();
    }
    workspace.snapshot(&record("two", "before"), framework(), "a merge", at(9)).unwrap();
    let paper = Paper { number: "4".to_owned(), ..Paper::default() };
    workspace.keep_sheets("survey", &paper).unwrap();
    workspace.save_settings(&cairn::exchange::Settings::default()).unwrap();
    let newer = r#"{"version":9,"kind":"audit","id":"newer"}"#;
    store.put("cairn:audit:newer", newer);
    store.put("cairn:aside:000000000000001:audit:x", "torn");
    store.put("cairn:snapshot:one:000000000000099", "torn");
    store.put("cairn:something-else", "of a later Cairn");
    store.put("another-site", "is nobody's business here");

    let workspace = open(&store);
    let left = workspace.left_out().unwrap();
    assert_eq!(left.bin, ["binned"]);
    assert_eq!(left.copies.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1]);
    assert_eq!(left.copies(), 4);
    assert_eq!(left.sheets, ["cairn:sheets:survey"]);
    assert_eq!(
        left.unread,
        [
            "cairn:aside:000000000000001:audit:x",
            "cairn:audit:newer",
            "cairn:snapshot:one:000000000000099",
            "cairn:something-else",
        ]
    );
    for list in &left.copies {
        let ids = list.iter().map(|key| workspace.read_snapshot(key).unwrap().unwrap().id.clone());
        let mut ids: Vec<_> = ids.collect();
        ids.dedup();
        assert_eq!(ids.len(), list.len(), "no file names one record twice");
    }
    let readable = workspace.records().into_iter().filter(|label| !label.from_newer());
    let in_file = readable.count() + 1; // and the settings
    let named = left.bin.len() + left.copies() + left.sheets.len() + left.unread.len();
    let own = 2; // the days that were seen, and room that is kept free
    assert_eq!(store.keys_with("cairn:").len(), in_file + named + own);
}

#[test]
fn nothing_is_left_out_of_a_plain_device() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", "words")).unwrap();
    assert!(workspace.left_out().unwrap().is_nothing());
}

/// A vote that is under way is named, and so is one that cannot be read. A vote that is over is not:
/// the device keeps nothing of it but how many had voted.
#[test]
fn only_votes_that_are_under_way_are_named() {
    let store = MemoryStore::default();
    let mut ballot = Ballot::default();
    ballot.begin(None, &[]);
    (0..3).for_each(|_| assert!(ballot.cast(InPlace::Mostly)));
    store.put("cairn:vote:one", &ballot.stored("abcd2345", "one").unwrap());
    ballot.reveal().unwrap();
    store.put("cairn:vote:two", &ballot.stored("abcd2345", "two").unwrap());
    store.put("cairn:vote:three", "of a later Cairn");
    let votes = open(&store).left_out().unwrap().votes;
    assert_eq!(votes, ["cairn:vote:one", "cairn:vote:three"]);
}

/// A file of everything says how many had voted in the results that were shown: of each session, and of
/// each card on the given days. Of a vote that is under way it says nothing else.
#[test]
fn how_many_had_voted_is_for_other_devices() {
    let store = MemoryStore::default();
    let mut ballot = Ballot::default();
    ballot.remember(&[3, 7]);
    let mut under_way = ballot.clone();
    under_way.begin(None, &[]);
    assert!(under_way.cast(InPlace::Mostly));
    for (name, ballot) in [
        ("1764547200000.leadership@2026-12-01", &ballot),
        ("1764547200000.leadership@2026-11-20", &ballot),
        ("@session-1", &under_way),
        ("org-1.session-1", &under_way),
        ("@session-2", &Ballot::default()),
        ("@session-3", &ballot),
    ] {
        let text = ballot.stored("abcd2345", name).unwrap_or_default();
        store.put(&format!("cairn:vote:{name}"), &text);
    }
    store.put("cairn:vote:@session-3", "damaged");
    let day = |day: &str| day.parse().unwrap();
    let shown = open(&store).votes_shown(day("2026-11-29")..=day("2026-12-03")).unwrap();
    let names: Vec<&String> = shown.keys().collect();
    assert_eq!(names, ["1764547200000.leadership@2026-12-01", "@session-1"]);
    assert!(shown.values().all(|numbers| *numbers == [3, 7]));
}

/// Votes may use the room in reserve. When even that is not enough, the next vote is not kept, and the
/// votes that were kept before stay.
#[test]
fn no_vote_that_was_kept_goes_when_the_next_cannot_be() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", "words")).unwrap();
    let mut ballot = Ballot::default();
    ballot.begin(None, &[]);
    let mut cast = |workspace: &mut Workspace<MemoryStore>, salt: &str| {
        assert!(ballot.cast(InPlace::Mostly));
        let text = ballot.stored(salt, "s").unwrap();
        (workspace.keep_vote("s", Some(&text)), text)
    };
    assert!(store.get("cairn:reserve").is_some());
    store.set_quota(Some(store.used()));
    let (kept, first) = cast(&mut workspace, "abcd2345");
    assert_eq!(kept, Ok(()), "there is room in reserve");
    store.set_quota(Some(0));
    let (kept, _) = cast(&mut workspace, "abcd2346");
    assert!(kept.is_err());
    assert_eq!(workspace.vote("s").unwrap(), Some(first.clone()));
    assert_eq!(Ballot::of_stored(&first, "s").and_then(|ballot| ballot.cast_so_far()), Some(1));
    assert_eq!(Ballot::of_stored(&first, "t"), None, "it is of one session alone");
    assert_eq!(workspace.keep_vote("s", None), Ok(()));
    assert_eq!(workspace.vote("s").unwrap(), None);
}

/// In a full store, the room in reserve is used to remember which drafts were cleared. When even that
/// is not enough, the call fails.
#[test]
fn drafts_that_were_cleared_are_remembered_in_a_full_store() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", "words")).unwrap();
    store.set_quota(Some(store.used()));
    assert_eq!(workspace.remember_cleared("first"), Ok(()), "there is room in reserve");
    assert!(open(&store).was_cleared("first"));
    assert!(!open(&store).was_cleared("firs"));
    store.set_quota(Some(0));
    assert!(workspace.remember_cleared("second").is_err());
    assert!(workspace.was_cleared("first") && !workspace.was_cleared("second"));
    store.set_quota(None);
    for mark in 0..100 {
        workspace.remember_cleared(&mark.to_string()).unwrap();
    }
    assert!(workspace.was_cleared("0") && !workspace.was_cleared("first"), "the last hundred");
}

/// The mark tells whether anything has changed on the device since a file of everything was made. The
/// settings and other sites' keys do not count.
#[test]
fn the_mark_changes_with_anything() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", "words")).unwrap();
    let mark = workspace.mark().unwrap();
    assert_eq!(mark, workspace.mark().unwrap());
    store.put("another-site", "changes");
    workspace.save_settings(&cairn::exchange::Settings::default()).unwrap();
    assert_eq!(mark, workspace.mark().unwrap());
    store.put("cairn:audit:one", "other words");
    assert_ne!(mark, workspace.mark().unwrap());
    let mark = workspace.mark().unwrap();
    workspace.keep_sheets("s", &Paper { comment: "x".to_owned(), ..Paper::default() }).unwrap();
    assert_ne!(mark, workspace.mark().unwrap());
}

#[test]
fn what_cannot_be_read_is_unpacked_where_that_is_possible() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", &"long ".repeat(2000))).unwrap();
    let stored = store.get("cairn:audit:one").unwrap();
    store.put("cairn:aside:1:a", &stored);
    store.put("cairn:aside:2:a", &stored[..stored.len() - 3]);
    let text = workspace.unpacked("cairn:aside:1:a").unwrap().unwrap();
    assert!(text.starts_with(stored.split('\n').next().unwrap()) && text.contains("long long"));
    assert_eq!(workspace.unpacked("cairn:aside:2:a").unwrap(), None);
}

// --- files of everything ---------------------------------------------------------------------------

fn files_of(most: usize, first: Backup, records: Vec<Record>) -> Vec<String> {
    let later = Backup { settings: first.settings.clone(), ..Backup::default() };
    let sizes: Vec<usize> = records.iter().map(parts::size_of).collect();
    let around = [&first, &later].map(parts::size);
    let mut records = records.into_iter();
    let mut first = Some(first);
    let numbers = parts::divided(most, around, sizes);
    numbers
        .into_iter()
        .map(|number| {
            let around = first.take().unwrap_or_else(|| later.clone());
            parts::file_text(around, records.by_ref().take(number).collect(), at(0))
        })
        .collect()
}

fn opened(text: &str) -> Backup {
    match from_text(text).unwrap() {
        File::Backup(backup) => *backup,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_of_everything_is_too_large_and_none_loses_a_record(
        lengths in proptest::collection::vec(0_usize..3000, 0..12),
        wording in 0_usize..4000,
    ) {
        const MOST: usize = 6_000;
        let records: Vec<Record> = lengths.iter().enumerate()
            .map(|(place, length)| record(&format!("r{place}"), &"\"é".repeat(*length / 3)))
            .collect();
        let mut first = Backup::default();
        if wording > 0 {
            let mut pack = Wording { framework: "clf".to_owned(), ..Wording::default() };
            pack.texts.insert("1A.q1".to_owned(), "w".repeat(wording));
            first.wording = Some(pack);
        }
        let files = files_of(MOST, first.clone(), records.clone());
        let mut back = Vec::new();
        for (place, text) in files.iter().enumerate() {
            let short = serde_json::to_string(
                &serde_json::from_str::<serde_json::Value>(text).unwrap()
            ).unwrap();
            prop_assert!(short.len() <= MOST, "{} of {}", place + 1, files.len());
            let backup = opened(text);
            prop_assert_eq!(backup.wording.is_some(), place == 0 && wording > 0);
            back.extend(backup.records);
        }
        prop_assert_eq!(back, records);
    }
}

/// The text packs so well that far more of it fits on the device than into one file.
#[test]
fn a_full_device_is_saved_in_files_that_open() {
    let store = MemoryStore::default();
    store.set_quota(Some(5_000_000));
    let mut workspace = open(&store);
    let large = "a".repeat(400_000);
    let ids = ["one", "two"];
    for id in ids {
        let mut record = record(id, &large);
        for question in framework().areas().flat_map(|(_, area)| &area.questions).take(27) {
            let slot = Slot::item(&REFLECTIONS, &question.id);
            record.change(&slot, written(&question.id, &large, 0), by(1, ""));
        }
        save(&mut workspace, record).unwrap();
    }
    let records = ids.map(|id| workspace.record(id, at(0)).unwrap()).to_vec();
    let files = files_of(MAX_BYTES, Backup::default(), records.clone());
    assert_eq!(files.len(), 2);
    let mut back = Vec::new();
    for text in &files {
        assert!(text.len() <= MAX_BYTES);
        back.extend(opened(text).records);
    }
    assert!(back == records);
}

/// A record is kept on the device only if Cairn can open it again and it fits into a file.
#[test]
fn a_record_that_could_not_be_opened_again_is_not_kept() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    save(&mut workspace, record("one", &"a".repeat(MAX_BYTES - 10_000))).unwrap();
    let kept = open(&store).record("one", at(0)).unwrap();
    let files = files_of(MAX_BYTES, Backup::default(), vec![kept]);
    assert!(files.len() == 1 && files[0].len() <= MAX_BYTES);
    let saved = save(&mut workspace, record("one", &"a".repeat(MAX_BYTES)));
    assert_eq!(saved, Err(StoreError::TooLong));
    assert!(!workspace.all_saved(), "the words are in memory");
    assert!(open(&store).record("one", at(0)).is_ok(), "what was kept before still is");
}

// --- names of files --------------------------------------------------------------------------------

#[test]
fn a_file_is_called_after_what_is_in_it() {
    let check = |words: &str, expected: &str| {
        assert_eq!(
            file_name(words, "2026-11-29", "json"),
            format!("cairn{expected}-2026-11-29.json")
        );
    };
    check("Harbour House Learning audit", "-Harbour-House-Learning-audit");
    check("", "");
    check("  ../..\\x:y*?\"<>|\0\n ", "-x-y");
    check("CON", "-CON");
    check("a.b. .", "-a-b");
    check("\u{202e}gnp.exe", "-gnp-exe");
    check("e\u{301}te\u{301}", "-e\u{301}te\u{301}");
    check("हिन्दी", "-हिन्दी");
    check("\u{301}x", "-x");
    check("😀 Smile 😀", "-Smile");
    check(&"𝒜".repeat(60), &format!("-{}", "𝒜".repeat(24)));
    check(&"x".repeat(70), &format!("-{}", "x".repeat(60)));
}

proptest! {
    #[test]
    fn every_system_saves_the_name(words in any::<String>(), mark in "[\u{300}-\u{36f}]{0,200}") {
        for words in [words.clone(), format!("a{mark}{words}"), words.repeat(20)] {
            let name = file_name(&words, "2026-11-29", "json");
            prop_assert!(name.len() <= 130, "{} bytes", name.len());
            prop_assert!(name.starts_with("cairn-") && name.ends_with("-2026-11-29.json"));
            let bad = |c: char| c.is_control() || c.is_whitespace() || "/\\:*?\"<>|".contains(c)
                || ('\u{200b}'..='\u{206f}').contains(&c);
            prop_assert!(!name.contains(bad), "{name:?}");
            prop_assert!(!name.contains("--"));
        }
    }
}

// --- sheets ----------------------------------------------------------------------------------------

fn papers() -> impl Strategy<Value = Paper> {
    let answer = || proptest::option::of(proptest::sample::select(Answer::ALL.to_vec()));
    let sheet = || proptest::collection::vec(answer(), 0..=STATEMENTS);
    let words = || any::<String>();
    let cells = proptest::collection::vec((0..STATEMENTS, 0..COLUMNS, words()), 0..6);
    (
        any::<bool>(),
        words(),
        cells,
        words(),
        proptest::collection::vec(sheet(), 0..5),
        proptest::collection::vec(words(), 0..3),
        sheet(),
        words(),
    )
        .prop_map(|(one_by_one, number, cells, comments, done, said, sheet, comment)| {
            let mut paper =
                Paper { one_by_one, number, comments, sheet, comment, ..Paper::default() };
            for (row, column, text) in cells {
                paper.cells[row][column] = text;
            }
            let mut sheets = Sheets::default();
            done.iter().for_each(|sheet| sheets.add_sheet(sheet));
            sheets.comments = said;
            paper.done = sheets;
            paper
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn half_typed_sheets_are_found_again(paper in papers()) {
        let store = MemoryStore::default();
        open(&store).keep_sheets("survey", &paper).unwrap();
        let found = open(&store).sheets("survey").unwrap();
        prop_assert_eq!(found, (!paper.is_empty()).then_some(paper));
    }

    #[test]
    fn damaged_sheets_are_none(text in any::<String>()) {
        let _ = Paper::of_stored(&text);
    }
}

#[test]
fn half_typed_sheets_do_not_stand_readable_in_the_store() {
    let store = MemoryStore::default();
    let mut workspace = open(&store);
    let paper = Paper { comment: "My manager reads this".to_owned(), ..Paper::default() };
    workspace.keep_sheets("survey", &paper).unwrap();
    assert!(!store.get("cairn:sheets:survey").unwrap().contains("manager"));
    workspace.keep_sheets("survey", &Paper::default()).unwrap();
    assert_eq!(store.keys_with("cairn:"), Vec::<String>::new());
}

#[test]
fn sheets_that_cannot_be_read_are_not_written_over() {
    let store = MemoryStore::default();
    store.put("cairn:sheets:survey", "of a later Cairn");
    let mut workspace = open(&store);
    let paper = Paper { comment: "x".to_owned(), ..Paper::default() };
    assert_eq!(workspace.sheets("survey"), Ok(None));
    assert!(workspace.keep_sheets("survey", &paper).is_err());
    assert_eq!(store.get("cairn:sheets:survey").unwrap(), "of a later Cairn");
    assert_eq!(open(&store).left_out().unwrap().sheets, ["cairn:sheets:survey"]);
}
