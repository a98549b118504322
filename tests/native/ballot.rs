//! Votes on a tablet that is handed round: whatever is done, in however many tabs, nobody's vote can be
//! read from the results that show.

use cairn::kinds::form_of;
use std::collections::{BTreeMap, BTreeSet};

use cairn::exchange::writing::record_text;
use cairn::exchange::{File, from_text};
use cairn::form::Field;
use cairn::framework::learning;
use cairn::merge::merge;
use cairn::organisation::ballot::{Ballot, FEWEST};
use cairn::organisation::session::{self, Session};
use cairn::organisation::shown;
use cairn::organisation::votes::{InPlace, Votes};
use cairn::record::RecordKind;
use cairn::records::{self, Entry, Item, Record, Slot, Value};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::{at, by};

const SALT: &str = "abcd2345";
const SESSION: &str = "session";

fn with(steps: &[InPlace]) -> Ballot {
    let mut ballot = Ballot::default();
    ballot.begin(None, &[]);
    steps.iter().for_each(|step| assert!(ballot.cast(*step)));
    ballot
}

#[test]
fn a_ballot_is_revealed_whole_and_not_by_two() {
    let mut ballot = with(&[InPlace::Fully, InPlace::Not]);
    assert_eq!((ballot.missing(), ballot.reveal()), (1, None));
    assert!(ballot.cast(InPlace::Not), "the vote goes on");
    assert_eq!(ballot.cast_so_far(), Some(3));
    assert_eq!(ballot.reveal(), Some(Votes::of(&[2, 0, 0, 1])));
    assert_eq!((ballot.cast_so_far(), ballot.reveal()), (None, None), "it is over");
    assert!(!ballot.cast(InPlace::Not));
}

#[test]
fn one_or_two_people_more_or_fewer_show_nothing() {
    let after = |shown: &[u32], now: usize| {
        let mut ballot = Ballot::default();
        for number in shown {
            ballot.begin(Some(Votes::of(&[*number, 0, 0, 0])), &[]);
        }
        ballot.begin(None, &[]);
        (0..now).for_each(|_| assert!(ballot.cast(InPlace::Not)));
        (ballot.missing(), ballot.too_near_to())
    };
    assert_eq!(after(&[], 0), (3, None));
    assert_eq!(after(&[3], 3), (0, None), "the same people once more");
    assert_eq!(after(&[3], 4), (2, Some(3)));
    assert_eq!(after(&[3], 6), (0, None));
    assert_eq!(after(&[5], 3), (2, Some(5)));
    assert_eq!(after(&[6], 3), (0, None));
    assert_eq!(after(&[5, 8], 6), (2, Some(5)));
    assert_eq!(after(&[5, 7], 5), (5, Some(7)));
}

#[test]
fn a_ballot_is_found_again_as_it_was() {
    let mut ballot = with(&[InPlace::Fully, InPlace::Not, InPlace::Fully]);
    let text = ballot.stored(SALT, SESSION).unwrap();
    assert_eq!(Ballot::of_stored(&text, SESSION), Some(ballot.clone()));
    ballot.reveal();
    let over = ballot.stored(SALT, SESSION).unwrap();
    assert_eq!(Ballot::of_stored(&over, SESSION), Some(ballot), "how many had voted is remembered");
    let mut given_up = with(&[InPlace::Fully]);
    given_up.give_up();
    assert_eq!(given_up.stored(SALT, SESSION), None, "nothing is left of it");
    let begun = with(&[]);
    assert_eq!(Ballot::of_stored(&begun.stored(SALT, SESSION).unwrap(), SESSION), Some(begun));
    for end in 0..text.len() {
        assert_eq!(Ballot::of_stored(&text[..end], SESSION), None, "{end}");
    }
    for other in ["", "1 2 3 4", "-", "abcd2345-", "1 0 0 2"] {
        assert_eq!(Ballot::of_stored(other, SESSION), None, "{other}");
    }
}

#[test]
fn what_is_kept_tells_nothing_to_who_looks_at_it() {
    let (before, after) = (with(&[InPlace::Fully]), with(&[InPlace::Fully, InPlace::Not]));
    let texts = [
        before.stored("00000001", SESSION),
        before.stored("00000002", SESSION),
        after.stored("00000003", SESSION),
    ];
    let texts = texts.map(Option::unwrap);
    // The packed parts of any two texts differ nearly everywhere, also when both are of the same
    // ballot.
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let pairs = texts[one][9..].chars().zip(texts[other][9..].chars());
        let same = pairs.filter(|(one, other)| one == other).count();
        assert!(same * 4 < texts[one].len(), "{same} of {}", texts[one].len());
    }
}

/// What someone can do, on one of three tabs.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Begin,
    Cast,
    Reveal,
    GiveUp,
    /// The page is loaded anew.
    Reload,
    /// Another tab becomes a copy of this one.
    Duplicate(usize),
    /// The result of a show of hands replaces the result of the vote.
    Hands(u32),
    Undo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => Just(Deed::Begin),
        8 => Just(Deed::Cast),
        3 => Just(Deed::Reveal),
        1 => Just(Deed::GiveUp),
        1 => Just(Deed::Reload),
        1 => (0usize..3).prop_map(Deed::Duplicate),
        1 => (0u32..9).prop_map(Deed::Hands),
        1 => Just(Deed::Undo),
    ]
}

/// A device with what is kept on it, and what people could see.
#[derive(Default)]
struct Device {
    kept: Option<String>,
    /// The votes in the record: the last stands now, the others stood there before.
    standing: Vec<Option<Votes>>,
    /// The votes cast since the vote was begun, in order.
    cast: Vec<InPlace>,
    seen: Vec<(Votes, Vec<InPlace>)>,
    salt: u32,
}

impl Device {
    fn ballot(&self) -> Ballot {
        self.kept.as_deref().and_then(|text| Ballot::of_stored(text, SESSION)).unwrap_or_default()
    }

    fn keep(&mut self, ballot: &Ballot) {
        self.salt += 1;
        self.kept = ballot.stored(&self.salt.to_string(), SESSION);
    }
}

proptest! {
    /// The worst case: people vote in the same order each time, and each chooses the same again.
    /// `choices` are the choices of the first person, the second and so on.
    #[test]
    fn no_two_results_differ_by_fewer_people_than_are_shown_at_all(
        deeds in vec((0usize..3, deed()), 0..120),
        choices in vec(0usize..4, 120),
    ) {
        let mut device = Device { standing: vec![None], ..Device::default() };
        // A tab reads what is kept before each deed, so its memory is never older than that.
        let mut tabs = [Ballot::default(), Ballot::default(), Ballot::default()];
        for (tab, deed) in deeds {
            let mut ballot = device.ballot();
            match deed {
                Deed::Begin => {
                    let was = ballot.cast_so_far();
                    ballot.begin(*device.standing.last().unwrap(), &[]);
                    if was.is_none() {
                        device.cast.clear();
                    }
                }
                Deed::Cast => {
                    let step = InPlace::ALL[choices[device.cast.len()]];
                    if ballot.cast(step) {
                        device.cast.push(step);
                    }
                }
                Deed::Reveal => {
                    if let Some(votes) = ballot.reveal() {
                        device.seen.push((votes, std::mem::take(&mut device.cast)));
                        device.standing.push(Some(votes));
                    }
                }
                Deed::GiveUp => ballot.give_up(),
                Deed::Reload => tabs[tab] = Ballot::default(),
                Deed::Duplicate(other) => tabs[other] = tabs[tab].clone(),
                Deed::Hands(number) => {
                    device.standing.push(Some(Votes::of(&[number, 0, 0, 0])));
                }
                Deed::Undo => {
                    device.standing.pop();
                    if device.standing.is_empty() {
                        device.standing.push(None);
                    }
                }
            }
            device.keep(&ballot);
            tabs[tab] = ballot;
        }
        for (votes, people) in &device.seen {
            prop_assert!(people.len() >= FEWEST as usize);
            let counted = people.iter().fold(Votes::default(), |votes, step| {
                votes.with(*step, votes.count(*step) + 1)
            });
            prop_assert_eq!(*votes, counted, "each is of one vote, whole");
        }
        for (one, _) in &device.seen {
            for (other, _) in &device.seen {
                let differ = one.total().abs_diff(other.total());
                prop_assert!(differ == 0 || differ >= FEWEST, "{:?} and {:?}", one, other);
                prop_assert!(differ > 0 || one == other);
            }
        }
    }

    #[test]
    fn as_many_as_are_missing_are_enough(shown in vec(1u32..30, 0..6), now in 0u32..30) {
        let mut ballot = Ballot::default();
        for number in shown {
            ballot.begin(Some(Votes::of(&[number, 0, 0, 0])), &[]);
        }
        ballot.begin(None, &[]);
        (0..now).for_each(|_| assert!(ballot.cast(InPlace::Little)));
        let missing = ballot.missing();
        for more in 0..missing {
            prop_assert!(!ballot.can_be_revealed(), "{more} more");
            ballot.cast(InPlace::Not);
        }
        prop_assert!(ballot.can_be_revealed());
    }

    #[test]
    fn the_order_of_votes_never_matters(mut steps in vec(0usize..4, 3..20)) {
        let count = |steps: &[usize]| {
            with(&steps.iter().map(|step| InPlace::ALL[*step]).collect::<Vec<_>>())
        };
        let ballot = count(&steps);
        prop_assert_eq!(ballot.cast_so_far(), Some(steps.len() as u32));
        steps.reverse();
        prop_assert_eq!(count(&steps).stored(SALT, SESSION), ballot.stored(SALT, SESSION));
    }

    #[test]
    fn any_text_is_a_ballot_or_none(text in "\\PC{0,60}") {
        let _ = Ballot::of_stored(&text, SESSION);
    }
}

fn session(id: &str, fields: &[(&Field, Value)]) -> Item {
    let mut item = Item::new(id.to_owned());
    item.set(&session::CARD, "leadership-a");
    for (field, value) in fields {
        item.set(field, value.clone());
    }
    item
}

fn with_session(item: Option<Item>) -> Record {
    let form = form_of(RecordKind::Organisation);
    let mut book = Record::new(form, "org-1".to_owned(), "Harbour Support", "", by(0, ""));
    if let Some(item) = item {
        book.put(&Slot::item(&session::LIST, SESSION), Entry::Item(item));
    }
    book
}

/// What the record holds of the session: its votes, how many had voted in each result that was shown,
/// and its words. `None` when the session is not there.
fn stands(record: &Record) -> Option<(Vec<u32>, Vec<u32>, String)> {
    let item = record.item(&session::LIST, SESSION)?;
    let session = Session::of(item);
    let votes = session.votes().map(|votes| InPlace::ALL.map(|step| votes.count(step)).to_vec());
    Some((votes.unwrap_or_default(), session.shown().collect(), session.will_do().to_owned()))
}

/// A session in which this result was shown.
fn showing(moment: i64, votes: [u32; 4]) -> Item {
    let mut item = session(SESSION, &[]);
    shown::show(&mut item, at(moment), Votes::of(&votes));
    item
}

/// Undo, an earlier copy and a file can take words back, but neither a result that was shown nor the
/// memory that it was shown.
#[test]
fn a_result_that_was_shown_stays_and_is_remembered() {
    let now = with_session(Some(showing(1, [1, 1, 0, 1])));
    let shown = Some((vec![1, 1, 0, 1], vec![3], String::new()));
    let slot = Slot::item(&session::LIST, SESSION);
    let before = session(SESSION, &[]);
    let worded = session(SESSION, &[(&session::WILL_DO, "Meet".into())]);
    let step = |entry: Entry| {
        let mut record = now.clone();
        let entry = record.stepped(&slot.clone(), entry);
        record.put(&slot.clone(), entry);
        stands(&record)
    };
    assert_eq!(step(Entry::Item(before.clone())), shown, "a step back");
    assert_eq!(step(Entry::Removed(by(1, ""))), shown, "a step back to before the session");
    let with_words = Some((vec![1, 1, 0, 1], vec![3], "Meet".to_owned()));
    assert_eq!(step(Entry::Item(worded.clone())), with_words, "words go back and forward");
    for earlier in
        [with_session(None), with_session(Some(before)), with_session(Some(worded.clone()))]
    {
        let mut record = now.clone();
        for (slot, entry) in now.changes_to(&earlier, &by(2, "")) {
            record.put(&slot, entry);
        }
        let (votes, numbers, _) = stands(&record).expect("it stays");
        assert_eq!((votes, numbers), (vec![1, 1, 0, 1], vec![3]));
    }
    // A file carries the result on.
    let Ok(File::Record(opened)) = from_text(&record_text(&now, at(0))) else { panic!() };
    assert_eq!(stands(&(opened)), shown);
    // Two copies have different results: merging decides which one stands, and both copies remember
    // both.
    let other = with_session(Some(showing(2, [0, 0, 0, 7])));
    let (mut one, mut two) = (now.clone(), other.clone());
    merge(&mut one, &other, &[]);
    merge(&mut two, &now, &[]);
    assert_eq!(stands(&one), stands(&two));
    assert_eq!(stands(&one).unwrap().1, [3, 7]);
    let mut ballot = Ballot::default();
    ballot.begin(None, &stands(&one).unwrap().1);
    (0..4).for_each(|_| assert!(ballot.cast(InPlace::Not)));
    assert_eq!((ballot.reveal(), ballot.too_near_to()), (None, Some(3)));
    // A copy without votes that was edited later keeps its words and takes over the result.
    let mut written = worded;
    written.changed = by(9, "AB");
    let mut met = with_session(Some(written));
    merge(&mut met, &now, &[]);
    assert_eq!(stands(&met), with_words);
}

/// After votes on two devices, or a second vote, the page shows the result that stands and each of the
/// others.
#[test]
fn every_result_of_a_session_stays_in_sight() {
    let mut item = showing(1, [8, 0, 0, 0]);
    shown::add_results(&mut item, &showing(2, [0, 0, 0, 3]));
    let this = session::Session::of(&item);
    assert_eq!(this.votes(), Some(Votes::of(&[8, 0, 0, 0])));
    assert_eq!(this.other_results(), [(at(2), Votes::of(&[0, 0, 0, 3]))]);
    assert!(session::Session::of(&showing(1, [8, 0, 0, 0])).other_results().is_empty());
}

/// Two sessions about the same card, at most a day apart, count as held by the same people.
#[test]
fn what_was_shown_within_a_day_about_the_same_card_is_kept_apart_as_well() {
    let on =
        |item: &mut Item, day: &str| item.set(&session::DATE, Value::Date(day.parse().unwrap()));
    let mut here = session(SESSION, &[]);
    on(&mut here, "2026-11-03");
    here.set(&session::CARD_TITLE, "Handing over");
    let mut book = with_session(Some(here));
    for (id, day, shown) in [
        ("s2", "2026-11-03", 5),
        ("s3", "2026-11-05", 9),
        ("s4", "2026-11-03", 8),
        ("s5", "2026-11-02", 7),
        ("s6", "2026-11-04", 6),
    ] {
        let mut item = Item { id: id.to_owned(), ..showing(1, [shown, 0, 0, 0]) };
        on(&mut item, day);
        if id == "s4" || id == "s5" {
            item.set(&session::CARD, "another");
        }
        if id == "s5" {
            item.set(&session::CARD_TITLE, "  handing   Over");
        }
        book.put(&Slot::item(&session::LIST, id), Entry::Item(item));
    }
    let here = session::find(&book, SESSION).unwrap();
    assert_eq!(shown::shown_beside(&learning(), &book, here), [7, 5, 6]);
    // A date that is typed later changes nothing: the day on which the result was shown counts as well.
    let shown_then = at(0).plus_days(-19);
    assert_eq!(shown_then.day().to_string(), "2026-11-03");
    let mut moved = Item { id: "s7".to_owned(), ..session(SESSION, &[]) };
    shown::show(&mut moved, shown_then, Votes::of(&[4, 0, 0, 0]));
    on(&mut moved, "2026-10-01");
    book.put(&Slot::item(&session::LIST, "s7"), Entry::Item(moved));
    let here = session::find(&book, SESSION).unwrap();
    assert!(shown::shown_beside(&learning(), &book, here).contains(&4));
}

/// What is done with a session on one of the devices.
#[derive(Debug, Clone)]
enum OnDevice {
    /// So many people vote one by one, and then the result is shown if it may be.
    Vote(u32),
    Write,
    Undo,
    Redo,
    KeepCopy,
    GoBack(usize),
    Save,
    /// Opens a saved file: in place of the record here (0), beside it (1), or on another device (2).
    Open(usize, u8),
    BringTogether(usize),
    Remove,
    BeginAnother,
}

fn on_device() -> impl Strategy<Value = OnDevice> {
    prop_oneof![
        6 => (1u32..9).prop_map(OnDevice::Vote),
        2 => Just(OnDevice::Write),
        4 => Just(OnDevice::Undo),
        2 => Just(OnDevice::Redo),
        1 => Just(OnDevice::KeepCopy),
        2 => any::<usize>().prop_map(OnDevice::GoBack),
        3 => Just(OnDevice::Save),
        4 => (any::<usize>(), 0u8..3).prop_map(|(file, way)| OnDevice::Open(file, way)),
        2 => any::<usize>().prop_map(OnDevice::BringTogether),
        1 => Just(OnDevice::Remove),
        1 => Just(OnDevice::BeginAnother),
    ]
}

/// A result that was shown: the id of its session, and how many had voted.
type Result = (String, u32);
type Edits = Vec<(records::Slot, records::Entry)>;

/// A record on a device, with the ballots that the device keeps, and the results that were shown here
/// or where the record comes from.
#[derive(Clone)]
struct Here {
    record: Record,
    ballots: BTreeMap<String, Ballot>,
    back: Vec<Edits>,
    forward: Vec<Edits>,
    kept: Vec<Record>,
    known: BTreeSet<Result>,
    /// How many had voted in each result shown on this device, also in sessions that were removed.
    seen: BTreeSet<u32>,
}

impl Here {
    fn new(record: Record, known: BTreeSet<Result>) -> Here {
        let (back, forward, kept) = (Vec::new(), Vec::new(), Vec::new());
        Here { record, ballots: BTreeMap::new(), back, forward, kept, known, seen: BTreeSet::new() }
    }

    fn book(&self) -> &Record {
        &self.record
    }

    fn sessions(&self) -> Vec<String> {
        self.book().items(&session::LIST).iter().map(|item| item.id.clone()).collect()
    }

    /// Makes an edit that can be undone, as the page does.
    fn edit(&mut self, edits: Edits) {
        let before = self.swap(edits);
        self.back.push(before);
        self.forward.clear();
    }

    fn swap(&mut self, edits: Edits) -> Edits {
        let swap = |(slot, entry): (records::Slot, records::Entry)| {
            let entry = self.record.stepped(&slot, entry);
            let before = self.record.change(&slot, entry, by(9, ""));
            (slot, before)
        };
        edits.into_iter().map(swap).collect()
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Item)) {
        let mut item = self.book().item(&session::LIST, id).unwrap().clone();
        change(&mut item);
        let slot = Slot::item(&session::LIST, id);
        self.edit(vec![(slot, Entry::Item(item))]);
    }

    /// Holds a vote as the page does, with the results that the record has and those that this device
    /// remembers of the day. Returns how many voted, or `None` when the result may not be shown.
    fn vote(&mut self, id: &str, people: u32, now: i64) -> Option<u32> {
        let found = session::find(self.book(), id).unwrap();
        let (standing, beside) =
            (found.votes(), shown::shown_beside(&learning(), self.book(), found));
        let today = self.ballots.get("today").cloned().unwrap_or_default();
        let mut ballot = self.ballots.get(id).cloned().unwrap_or_default();
        ballot.remember(today.shown());
        ballot.begin(standing, &beside);
        for _ in 0..people {
            ballot.cast(InPlace::Fully);
        }
        let votes = ballot.reveal();
        if votes.is_none() {
            ballot.give_up();
        }
        let shown = ballot.shown().to_vec();
        self.ballots.insert(id.to_owned(), ballot);
        let votes = votes?;
        self.change(id, |item| {
            shown::show(item, at(now), votes);
        });
        self.ballots.entry("today".to_owned()).or_default().remember(&shown);
        Some(votes.total())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// A device that knows of a result that was shown shows none that is too near to it. A result goes
    /// only when its session is removed.
    #[test]
    fn no_result_is_shown_beside_one_that_is_known_and_too_near(
        deeds in vec((any::<usize>(), on_device()), 1..60),
    ) {
        let dated = session(SESSION, &[(&session::DATE, Value::Date("2026-11-03".parse().unwrap()))]);
        let mut devices = vec![Here::new(with_session(Some(dated.clone())), BTreeSet::new())];
        let mut files: Vec<(String, BTreeSet<Result>)> = Vec::new();
        let mut begun = 0;
        for (moment, (place, deed)) in (1i64..).zip(deeds) {
            let place = place % devices.len();
            let shows = |here: &Here| -> BTreeSet<String> {
                let items = here.book().items(&session::LIST).iter();
                let with = items.filter(|item| item.all_counts(&session::RESULTS).next().is_some());
                with.map(|item| {
                    assert!(session::Session::of(item).votes().is_some(), "{item:?}");
                    item.id.clone()
                }).collect()
            };
            let before = shows(&devices[place]);
            let with_removals = matches!(deed, OnDevice::Remove | OnDevice::BringTogether(_));
            let here = &mut devices[place];
            match deed {
                OnDevice::Vote(people) => {
                    let Some(id) = here.sessions().pop() else { continue };
                    if let Some(total) = here.vote(&id, people, moment) {
                        let known = here.known.iter().map(|(_, number)| number);
                        for other in known.chain(&here.seen) {
                            let near = (1..FEWEST).contains(&total.abs_diff(*other));
                            prop_assert!(!near, "{total} beside {other}");
                        }
                        here.known.insert((id, total));
                        here.seen.insert(total);
                    }
                }
                OnDevice::Write => {
                    if let Some(id) = here.sessions().pop() {
                        let words = format!("{}.", here.back.len());
                        here.change(&id, |item| item.set(&session::WILL_DO, words));
                    }
                }
                OnDevice::Undo => {
                    if let Some(step) = here.back.pop() {
                        let reverse = here.swap(step);
                        here.forward.push(reverse);
                    }
                }
                OnDevice::Redo => {
                    if let Some(step) = here.forward.pop() {
                        let reverse = here.swap(step);
                        here.back.push(reverse);
                    }
                }
                OnDevice::KeepCopy => here.kept.push(here.record.clone()),
                OnDevice::GoBack(which) => {
                    if !here.kept.is_empty() {
                        let earlier = here.kept[which % here.kept.len()].clone();
                        let changes = here.record.changes_to(&earlier, &by(9, ""));
                        here.edit(changes);
                    }
                }
                OnDevice::Save => files.push((record_text(&here.record, at(0)), here.known.clone())),
                OnDevice::Open(file, way) if !files.is_empty() => {
                    let (text, known) = files[file % files.len()].clone();
                    let Ok(File::Record(book)) = from_text(&text) else { panic!() };
                    let mut opened = *book;
                    match way {
                        0 if opened.id == here.record.id => {
                            let changes = here.record.changes_to(&opened, &by(9, ""));
                            here.edit(changes);
                            here.known.extend(known);
                        }
                        _ if devices.len() >= 4 => {}
                        1 => {
                            opened.id = format!("org-{}", devices.len() + 1);
                            devices.push(Here::new(opened, known));
                        }
                        _ => devices.push(Here::new(opened, known)),
                    }
                }
                OnDevice::Open(..) => {}
                OnDevice::BringTogether(other) => {
                    let other = devices[other % devices.len()].clone();
                    let here = &mut devices[place];
                    if other.record.id == here.record.id {
                        merge(&mut here.record, &other.record, &[]);
                        here.known.extend(other.known);
                        here.back.clear();
                        here.forward.clear();
                    }
                }
                OnDevice::Remove => {
                    if let Some(id) = here.sessions().pop() {
                        let shown = session::find(here.book(), &id).unwrap().shown();
                        let shown: Vec<u32> = shown.collect();
                        here.ballots.entry("today".to_owned()).or_default().remember(&shown);
                        let removal = shown::removal(here.book(), &id, by(9, ""));
                        let made = removal.into_iter().map(|(slot, entry)| {
                            let before = here.record.change(&slot, entry, by(9, ""));
                            (slot, before)
                        });
                        let before = made.collect();
                        here.back.push(before);
                        here.forward.clear();
                    }
                }
                OnDevice::BeginAnother => {
                    begun += 1;
                    let id = format!("session-{begun}");
                    let slot = Slot::item(&session::LIST, &id);
                    let item = Item { id, ..dated.clone() };
                    here.edit(vec![(slot, Entry::Item(item))]);
                }
            }
            if let Some(here) = devices.get(place) {
                let after = shows(here);
                for gone in before.difference(&after) {
                    let here_no_more = !here.sessions().contains(gone);
                    prop_assert!(here_no_more && with_removals, "the result of {gone} is gone");
                }
            }
        }
    }
}
