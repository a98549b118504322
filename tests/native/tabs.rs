//! Several tabs over one store, as browsers really do it. What a tab writes reaches the others later,
//! and until then each tab reads its own copy of the store. Two tabs that write in the same instant
//! overwrite each other unseen: the tests say that they pass each other by.

use cairn::audit::EVIDENCE;
use cairn::audit::answer::REFLECTIONS;
use cairn::record::{RecordKind, Stamp};
use std::collections::{BTreeMap, VecDeque};

use cairn::records::{Entry, Record, Slot};
use cairn::survey::Answer;
use cairn::survey::tally::Tally;
use cairn::workspace::{Workspace, record_of};
use proptest::prelude::*;

use crate::samples::{at, empty_audit, evidence, framework, written};
use crate::store::MemoryStore;
use crate::survey::{SURVEY, closed_survey, response};

/// The answers that everybody gives: "Agree" to each statement.
const ANSWERS: &str = "BBBBBBBBBBBBBBBBBBBBBBBB";

/// The tab that wrote, the key, and its text after the write; `None` for a removal.
type Write = (usize, String, Option<String>);

struct Tab {
    /// What the tab sees of the store.
    sees: MemoryStore,
    workspace: Workspace<MemoryStore>,
    /// The open record, unless the person has left it.
    open: Option<Record>,
    edited: Vec<Slot>,
    /// What can be undone: slots, each with what stood there before.
    steps: Vec<(Slot, Entry)>,
    /// Writes of this tab that have not reached the browser yet.
    out: VecDeque<Write>,
    /// Writes on the way from the browser, in the order in which it got them.
    coming: VecDeque<Write>,
    /// How often each key was written here and has not come back yet.
    on_the_way: BTreeMap<String, usize>,
    /// How many milliseconds its clock is ahead of the others.
    ahead: i64,
    closed: bool,
}

struct Browser {
    tabs: Vec<Tab>,
    /// True when all tabs see one store at once, as tabs of one process do.
    one_process: bool,
    moment: i64,
    typed: Vec<String>,
    /// How many have answered the survey, at whichever tab.
    answered: u32,
    /// Words that a person saw when they wrote others in their place. Only these may be lost.
    replaced: Vec<String>,
}

fn place(number: usize) -> Slot {
    match number {
        2 => Slot::item(&EVIDENCE, "e1"),
        number => Slot::item(&REFLECTIONS, ["1A.q1", "1A.q2"][number]),
    }
}

fn filled(number: usize, text: &str) -> Entry {
    match number {
        2 => evidence("e1", text, 0),
        number => written(["1A.q1", "1A.q2"][number], text, 0),
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl Browser {
    fn new(tabs: usize, one_process: bool, clocks: &[i64]) -> Browser {
        let store = MemoryStore::default();
        let mut before = Workspace::open(store.clone(), "before".to_owned(), at(0));
        let mut audit = empty_audit("one");
        audit.survey = Some(closed_survey());
        before.save(&mut audit, &[], framework(), at(0)).unwrap();
        store.take_written();
        let tab = |number: usize| {
            let sees = if one_process { store.clone() } else { MemoryStore::default() };
            for (key, text) in store.texts() {
                sees.put(&key, &text);
            }
            let mut workspace = Workspace::open(sees.clone(), format!("tab{number}"), at(0));
            let open = Some(workspace.record("one", at(0)).unwrap());
            Tab {
                sees,
                workspace,
                open,
                edited: Vec::new(),
                steps: Vec::new(),
                out: VecDeque::new(),
                coming: VecDeque::new(),
                on_the_way: BTreeMap::new(),
                ahead: clocks[number],
                closed: false,
            }
        };
        let tabs = (0..tabs).map(tab).collect();
        Browser {
            tabs,
            one_process,
            moment: 0,
            typed: Vec::new(),
            answered: 0,
            replaced: Vec::new(),
        }
    }

    /// Lets a tab do something, and puts what it wrote on the way to the browser.
    fn with(&mut self, number: usize, what: impl FnOnce(&mut Tab)) {
        let tab = &mut self.tabs[number];
        if tab.closed {
            return;
        }
        what(tab);
        for (key, text) in tab.sees.take_written() {
            *tab.on_the_way.entry(key.clone()).or_default() += 1;
            tab.out.push_back((number, key, text));
        }
    }

    fn type_into(&mut self, number: usize, in_place: usize, anew: bool) {
        let word = format!("‹{}›", self.typed.len());
        self.moment += 1;
        let moment = self.moment;
        let (mut typed, mut replaced) = (false, Vec::new());
        self.with(number, |tab| {
            let slot = place(in_place);
            let Some(record) = &tab.open else { return };
            let before = record.entry(&slot).map(|entry| entry.words()).unwrap_or_default();
            let text = if anew { word.clone() } else { [&before, " ", &word].concat() };
            replaced = if anew { words(&before) } else { Vec::new() };
            tab.change(&slot, filled(in_place, &text), moment);
            typed = true;
        });
        if typed {
            self.typed.push(word);
            self.replaced.append(&mut replaced);
        }
    }

    /// Somebody answers the survey at a tab, if the record is open there. From then on they must be
    /// counted.
    fn answer(&mut self, number: usize) {
        let person = self.answered;
        let mut answered = false;
        self.with(number, |tab| {
            let Some(record) = &mut tab.open else { return };
            let counted = record.collected().unwrap().tally.cloned();
            let mut tally = counted.unwrap_or_else(|| Tally::new(SURVEY));
            assert!(tally.count(&response(person, ANSWERS, "")));
            record.put(&Slot::Tally, Entry::Tally(tally));
            tab.edited.push(Slot::Tally);
            tab.save();
            answered = true;
        });
        self.answered += u32::from(answered);
    }

    fn undo(&mut self, number: usize) {
        self.moment += 1;
        let moment = self.moment;
        let mut replaced = Vec::new();
        self.with(number, |tab| {
            tab.take_in(None);
            let Some((slot, entry)) = tab.steps.pop() else { return };
            let Some(record) = &tab.open else { return };
            let before = record.entry(&slot).map(|entry| entry.words()).unwrap_or_default();
            replaced = words(&before);
            replaced.retain(|word| !entry.words().contains(word));
            tab.change(&slot, entry, moment);
            tab.steps.pop();
        });
        self.replaced.append(&mut replaced);
    }

    /// The next write of a tab reaches the browser, and is on its way to all tabs.
    fn send(&mut self, number: usize) {
        if let Some(write) = self.tabs[number].out.pop_front() {
            for tab in &mut self.tabs {
                tab.coming.push_back(write.clone());
            }
        }
    }

    /// A tab hears of the next write from the browser.
    fn hear(&mut self, number: usize) {
        let one_process = self.one_process;
        let Some((writer, key, text)) = self.tabs[number].coming.pop_front() else { return };
        self.with(number, |tab| {
            if writer == number {
                *tab.on_the_way.get_mut(&key).unwrap() -= 1;
                return;
            }
            // A write of this tab that is still on its way comes after this one, and will stand.
            if !one_process && tab.on_the_way.get(&key).is_none_or(|count| *count == 0) {
                match &text {
                    Some(text) => tab.sees.put(&key, text),
                    None => tab.sees.take(&key),
                }
            }
            if let (Some((kind, id)), Some(text)) = (record_of(&key), text) {
                tab.told(kind, id, &text);
            }
        });
    }

    /// Lets all tabs save, send and hear until nothing is on its way and nothing more is written.
    fn settle(&mut self) {
        let mut writes = 0;
        for _ in 0..40 {
            for number in 0..self.tabs.len() {
                self.with(number, Tab::save);
                writes += self.tabs[number].out.len();
                while !self.tabs[number].out.is_empty() {
                    self.send(number);
                }
            }
            assert!(writes < 300, "the tabs answer each other more and more: {writes}");
            for number in 0..self.tabs.len() {
                while !self.tabs[number].coming.is_empty() {
                    self.hear(number);
                }
            }
            if self.tabs.iter().all(|tab| tab.out.is_empty() && tab.edited.is_empty()) {
                return;
            }
        }
        panic!("the tabs go on writing for ever");
    }

    fn kept(&self) -> Record {
        let any = self.tabs[0].sees.clone();
        for tab in self.tabs.iter().filter(|tab| !tab.closed) {
            assert_eq!(tab.sees.get("cairn:audit:one"), any.get("cairn:audit:one"));
        }
        Workspace::open(any, "reader".to_owned(), at(0)).record("one", at(0)).unwrap()
    }
}

impl Tab {
    fn change(&mut self, slot: &Slot, entry: Entry, moment: i64) {
        let stamp = Stamp { at: at(moment + self.ahead), by: String::new() };
        let before = self.open.as_mut().unwrap().change(slot, entry, stamp);
        self.steps.push((slot.clone(), before));
        self.edited.push(slot.clone());
    }

    fn save(&mut self) {
        if let (Some(record), false) = (&mut self.open, self.edited.is_empty()) {
            let saved = self.workspace.save(record, &self.edited, framework(), at(0));
            self.edited.clear();
            self.show(&saved.unwrap());
        }
    }

    /// Forgets the steps of slots that another tab has changed.
    fn show(&mut self, changed: &[Slot]) {
        self.steps.retain(|(slot, _)| !changed.contains(slot));
    }

    fn take_in(&mut self, heard: Option<&str>) {
        let Some(record) = &mut self.open else { return };
        let mut changed = self.workspace.take_in(record, &self.edited, at(0)).unwrap();
        if let Some(heard) = heard {
            changed.extend(self.workspace.hear(record, &self.edited, heard));
        }
        self.show(&changed);
        self.save_what_is_not();
    }

    fn told(&mut self, kind: RecordKind, id: &str, text: &str) {
        if self.open.is_some() {
            self.take_in(Some(text));
        } else {
            self.workspace.refresh_label(kind, id, at(0));
            self.workspace.look_again(id, at(0));
            self.workspace.hear_of(kind, id, text, at(0));
            self.save_what_is_not();
        }
    }

    fn save_what_is_not(&mut self) {
        if !self.workspace.all_saved() {
            self.save();
            self.workspace.retry(framework(), at(0)).unwrap();
        }
    }

    fn leave(&mut self) {
        self.save();
        self.open = None;
        self.steps.clear();
    }

    fn come_back(&mut self) {
        if self.open.is_none() {
            self.open = Some(self.workspace.record("one", at(0)).unwrap());
            self.save_what_is_not();
        }
    }

    fn close(&mut self) {
        self.save();
        self.open = None;
    }
}

#[derive(Debug, Clone)]
enum Step {
    Type(usize, usize),
    TypeAnew(usize, usize),
    Answer(usize),
    Undo(usize),
    Save(usize),
    Send(usize),
    Hear(usize),
    Leave(usize),
    ComeBack(usize),
    Close(usize),
    Settle,
}

fn step() -> impl Strategy<Value = Step> {
    let (tab, place) = (0..3_usize, prop_oneof![4 => Just(0_usize), 1 => 1..3_usize]);
    let typed = (tab.clone(), place);
    prop_oneof![
        10 => typed.clone().prop_map(|(tab, place)| Step::Type(tab, place)),
        2 => typed.prop_map(|(tab, place)| Step::TypeAnew(tab, place)),
        4 => tab.clone().prop_map(Step::Answer),
        2 => tab.clone().prop_map(Step::Undo),
        8 => tab.clone().prop_map(Step::Save),
        8 => tab.clone().prop_map(Step::Send),
        12 => tab.clone().prop_map(Step::Hear),
        1 => tab.clone().prop_map(Step::Leave),
        2 => tab.clone().prop_map(Step::ComeBack),
        1 => tab.prop_map(Step::Close),
        1 => Just(Step::Settle),
    ]
}

fn check(steps: Vec<Step>, one_process: bool, clocks: &[i64]) {
    let mut browser = Browser::new(clocks.len(), one_process, clocks);
    let all = clocks.len();
    for step in steps {
        match step {
            Step::Type(tab, place) => browser.type_into(tab % all, place, false),
            Step::TypeAnew(tab, place) => browser.type_into(tab % all, place, true),
            Step::Answer(tab) => browser.answer(tab % all),
            Step::Undo(tab) => browser.undo(tab % all),
            Step::Save(tab) => browser.with(tab % all, Tab::save),
            Step::Send(tab) => browser.send(tab % all),
            Step::Hear(tab) => browser.hear(tab % all),
            Step::Leave(tab) => browser.with(tab % all, Tab::leave),
            Step::ComeBack(tab) => browser.with(tab % all, Tab::come_back),
            // The first tab stays open.
            Step::Close(tab) if tab % all > 0 => {
                browser.with(tab % all, Tab::close);
                browser.tabs[tab % all].closed = true;
            }
            Step::Close(_) => {}
            Step::Settle => browser.settle(),
        }
    }
    browser.settle();
    let record = browser.kept();
    let entries = (0..3).filter_map(|number| record.entry(&place(number)));
    let mut kept: Vec<String> = entries.flat_map(|entry| words(&entry.words())).collect();
    kept.extend(record.earlier_words.iter().flat_map(|earlier| words(&earlier.text)));
    for word in browser.typed.iter().filter(|word| !browser.replaced.contains(word)) {
        assert!(kept.contains(word), "{word} is lost: {kept:?}");
    }
    let collected = record.collected().unwrap();
    assert_eq!(collected.responses(), browser.answered, "everybody who answered is counted");
    let released = collected.released();
    if let Some(sum) = released.as_ref().and_then(|tally| tally.shown.as_ref()) {
        assert_eq!(sum.responses, browser.answered);
        assert_eq!(sum.counts.get("s01").unwrap()[Answer::Agree.index()], browser.answered);
    }
    for tab in browser.tabs.iter().filter(|tab| !tab.closed) {
        if let Some(open) = &tab.open {
            assert_eq!(*open, record, "every tab shows what is kept");
        }
    }
    // Whatever the clocks say, the words that are typed last stand in the end.
    for tab in 0..all {
        browser.with(tab, Tab::come_back);
        browser.type_into(tab, 0, true);
        browser.settle();
        if !browser.tabs[tab].closed {
            let now = browser.kept().entry(&place(0)).unwrap().words();
            assert_eq!(&now, browser.typed.last().unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_typed_in_any_tab_is_lost(
        steps in proptest::collection::vec(step(), 0..60),
        one_process in any::<bool>(),
        tabs in 2..4_usize,
        clocks in proptest::collection::vec(
            prop_oneof![3 => Just(0_i64), 1 => -5..5_i64, 1 => Just(450_000_000_000), 1 => Just(-1_790_000_000_000)],
            3,
        ),
    ) {
        check(steps, one_process, &clocks[..tabs]);
    }
}

/// Three tabs count an answer each before any of them hears of the others' writes.
#[test]
fn everybody_who_answers_at_the_same_moment_is_counted() {
    let all = [0, 1, 2];
    let answers = all.map(Step::Answer).to_vec();
    let sent = [all.map(Step::Send).to_vec(), all.map(Step::Send).to_vec()].concat();
    check([answers.clone(), sent].concat(), false, &[0, 0, 0]);
    check([answers.clone(), answers, vec![Step::Close(1)]].concat(), false, &[0, 0, 0]);
}

/// Two tabs that wrote in the same instant are closed before they hear of each other. The tab that is
/// left has heard of both writes.
#[test]
fn a_tab_that_is_left_keeps_the_words_of_two_that_are_closed() {
    for away in [false, true] {
        let mut steps = vec![
            Step::Type(1, 0),
            Step::Type(2, 0),
            Step::Type(1, 0),
            Step::Close(2),
            Step::Close(1),
        ];
        if away {
            steps.push(Step::Leave(0));
        }
        check(steps.clone(), false, &[0, 0, 0]);
        // The same when tab 1 has saved something before, and tab 0 has left the record and come back
        // meanwhile.
        steps.splice(0..0, [Step::Type(1, 0), Step::Save(1), Step::Leave(0), Step::ComeBack(0)]);
        check(steps, false, &[0, 0, 0]);
    }
}

/// Earlier words that are kept beside a field can be passed by as well: by a tab that has seen only the
/// words in the field.
#[test]
fn words_in_the_history_that_were_passed_by_stay() {
    let steps = vec![
        Step::Type(0, 0),
        Step::Leave(0),
        Step::Type(1, 0),
        Step::Save(1),
        Step::Send(1),
        Step::TypeAnew(1, 0),
        Step::Close(1),
        Step::Hear(0),
    ];
    check(steps, false, &[0, 0]);
}

/// The case as it was first seen: one tab saves, and the other writes over that before it has heard of
/// it.
#[test]
fn a_tab_that_is_passed_by_keeps_the_words_of_both() {
    for closes in [false, true] {
        let mut steps = vec![
            Step::Type(1, 0),
            Step::Save(1),
            Step::Type(0, 0),
            Step::Save(0),
            Step::Send(1),
            Step::Send(0),
        ];
        if closes {
            steps.push(Step::Close(1));
        }
        check(steps, false, &[0, 0]);
    }
}
