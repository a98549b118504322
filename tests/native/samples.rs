//! Records to test with: made by hand, or arbitrary.

pub mod book;

use cairn::audit::answer::{self, JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS, SAID};
use cairn::audit::{self, ACTIONS, Audit, EVIDENCE, NAME, ORGANISATION, Status, action, evidence};
use cairn::by_id::{ById, Ids};
use cairn::form::{FROM, Field, List, TO};
use cairn::framework::{Framework, built_in};
use cairn::moment::{Date, Timestamp};
use cairn::progression::Judgement;
use cairn::record::{EarlierWords, Link, Stamp};
use cairn::records::{Entry, Filled, Item, LastYear, Record, Slot};
use cairn::survey::results::Proposal;
use cairn::survey::shown::Shown;
use cairn::survey::tally::Tally;
use cairn::survey::{
    Answer, LEAST_THRESHOLD, LastSurvey, MOST_INVITED, Response, Survey, SurveyState, statement_id,
    symbols,
};
use proptest::collection::{SizeRange, btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;

/// The built-in framework, read once.
pub fn framework() -> &'static Framework {
    static FRAMEWORK: std::sync::OnceLock<Framework> = std::sync::OnceLock::new();
    FRAMEWORK.get_or_init(built_in)
}

/// The moment `millis` after a morning in November 2026.
pub fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(1_795_336_200_000 + millis)
}

pub fn by(millis: i64, who: &str) -> Stamp {
    Stamp { at: at(millis), by: who.to_owned() }
}

/// The typed view by which an audit is read.
pub fn view(record: &Record) -> Audit<'_> {
    Audit::of(record).expect("it is an audit")
}

/// Brings two copies of one record together.
pub use cairn::merge::merge;

/// An entry with words about the question, indicator or statement of this id, for the lists that hold
/// such words.
pub fn written(id: &str, text: &str, millis: i64) -> Entry {
    Entry::Item(answer::written(id, text).stamped(by(millis, "")))
}

pub fn judged(id: &str, judgement: Judgement, millis: i64) -> Entry {
    Entry::Item(answer::judged(id, judgement, None).stamped(by(millis, "")))
}

pub fn evidence(id: &str, title: &str, millis: i64) -> Entry {
    Entry::Item(evidence::new(id.to_owned(), title, []).stamped(by(millis, "")))
}

pub fn reflection(id: &str) -> Slot {
    Slot::item(&REFLECTIONS, id)
}

/// An audit with nothing answered.
pub fn empty_audit(id: &str) -> Record {
    audit::new(id.to_owned(), "clf", "Our audit", "Harbour Support", by(0, ""))
}

/// An audit in which exactly the indicators `achieved` are judged achieved.
pub fn audit_with<'a>(achieved: impl IntoIterator<Item = &'a str>) -> Record {
    let mut audit = empty_audit("audit-1");
    for id in achieved {
        audit.put(&Slot::item(&JUDGEMENTS, id), judged(id, Judgement::Achieved, 1));
    }
    audit
}

/// Texts that have troubled other programs.
pub const TROUBLESOME: [&str; 10] = [
    "",
    " \t\n",
    "nul \0 in the middle",
    "مرحبا بكم \u{202e}right to left",
    "e\u{301}\u{323}\u{489}",
    "<script>alert('x')</script>",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
    "👩‍👩‍👧‍👦 \u{2028}\u{feff}\u{fffe}",
    "\"quoted\\ \u{1}\u{1f}\u{7f}\"",
];

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(&TROUBLESOME[..]).prop_map(str::to_owned),
        vec(any::<char>(), 0..12).prop_map(String::from_iter),
        "[a-c]{0,2}",
    ]
}

/// Stamps with few moments and names, so that many are equal.
pub fn stamp() -> impl Strategy<Value = Stamp> {
    (0..4_i64, prop_oneof![Just(""), Just("AB"), Just("ع")])
        .prop_map(|(millis, who)| by(millis, who))
}

pub fn judgement() -> impl Strategy<Value = Judgement> {
    proptest::sample::select(vec![
        Judgement::Achieved,
        Judgement::NotAchieved,
        Judgement::DontKnow,
        Judgement::NotAnswered,
    ])
}

fn date() -> impl Strategy<Value = Option<Date>> {
    (1..=9999_u16, 0..=13_u8, 0..=32_u8).prop_map(|(year, month, day)| Date::new(year, month, day))
}

fn a_written(id: String) -> impl Strategy<Value = Item> {
    (text(), stamp()).prop_map(move |(text, changed)| answer::written(&id, text).stamped(changed))
}

fn a_judged(id: String) -> impl Strategy<Value = Item> {
    (judgement(), stamp(), option::of(proposal())).prop_map(move |(judgement, changed, survey)| {
        answer::judged(&id, judgement, survey).stamped(changed)
    })
}

fn a_name() -> impl Strategy<Value = Entry> {
    (text(), stamp()).prop_map(|(text, changed)| Entry::Filled(Filled::new(text.into(), changed)))
}

fn proposal() -> impl Strategy<Value = Proposal> {
    let proposed = proptest::sample::select(&[Judgement::Achieved, Judgement::NotAchieved][..]);
    (proposed, 0..=100_u32, 0..40_u32).prop_map(|(proposed, agreement, answered)| Proposal {
        proposed,
        agreement,
        answered,
    })
}

/// The id of the survey in every arbitrary audit.
const SURVEY: &str = "5y1vaq7k";

fn survey() -> impl Strategy<Value = Survey> {
    let state = proptest::sample::select(&[SurveyState::Open, SurveyState::Closed][..]);
    let numbers = (option::of(0..=MOST_INVITED), 1..=100_u32);
    let copy_of = proptest::collection::vec(last_survey(), 0..2);
    (text(), date(), numbers, any::<bool>(), state, copy_of, stamp()).prop_map(
        |(title, closes, (invited, cut_off), shows_while_open, state, copy_of, changed)| Survey {
            id: SURVEY.to_owned(),
            title,
            closes,
            invited,
            // The same in all, because merging keeps the higher threshold and not the later one.
            // `merge` tests that.
            threshold: LEAST_THRESHOLD,
            shows_while_open,
            cut_off,
            state,
            shown_elsewhere: false,
            copy_of,
            changed,
        },
    )
}

/// The tally of a survey that the same people always answer in the same order, so that of two copies
/// one has always counted all that the other has.
fn tally() -> impl Strategy<Value = Tally> {
    (0..12_u32, 0..12_u32, stamp()).prop_map(|(released, counted, changed)| {
        let mut tally = Tally::new(SURVEY);
        for person in 0..released.max(counted) {
            if person == released {
                tally.release(LEAST_THRESHOLD);
            }
            let [a, b, c, d] = person.to_be_bytes();
            let mut response = Response::new(SURVEY, symbols::id([1, a, b, c, d]));
            for place in (0..24).step_by(person as usize % 3 + 1) {
                let answer = Answer::ALL[(place + person as usize) % 6];
                response.answers.insert(statement_id(place), answer);
            }
            response.comment = TROUBLESOME[person as usize % TROUBLESOME.len()].to_owned();
            tally.count(&response);
        }
        tally.changed = changed;
        tally
    })
}

fn links() -> impl Strategy<Value = Vec<Link>> {
    vec(book::link(), 0..2)
}

fn a_left_out(id: String) -> impl Strategy<Value = Item> {
    (any::<bool>(), stamp())
        .prop_map(move |(left_out, changed)| answer::left_out(&id, left_out).stamped(changed))
}

fn an_evidence(id: String) -> impl Strategy<Value = Item> {
    let supports = btree_set(one_of(&["1A", "1A.o1", "2B.s5", "gone.o1"]), 0..3);
    (text(), text(), text(), date(), date(), supports, links(), stamp()).prop_map(
        move |(title, place, owner, date, review_by, supports, from, changed)| {
            Item::new(id.clone())
                .with(&evidence::TITLE, title)
                .with(&evidence::PLACE, place)
                .with(&evidence::OWNER, owner)
                .with(&evidence::DATE, date)
                .with(&evidence::REVIEW_BY, review_by)
                .with(&evidence::SUPPORTS, Ids::from_iter(supports))
                .with(&FROM, from)
                .stamped(changed)
        },
    )
}

fn an_action(id: String) -> impl Strategy<Value = Item> {
    let indicator = option::of(one_of(&["1A.o1", "1C.o1", "gone.o1"]));
    let status = proptest::sample::select(&Status::ALL[..]);
    (indicator, text(), text(), date(), status, text(), links(), stamp()).prop_map(
        move |(indicator, text, owner, due, status, progress, to, changed)| {
            Item::new(id.clone())
                .with(&action::INDICATOR, indicator.unwrap_or_default())
                .with(&action::TEXT, text)
                .with(&action::OWNER, owner)
                .with(&action::DUE, due)
                .with(&action::STATUS, status)
                .with(&action::PROGRESS, progress)
                .with(&TO, to)
                .stamped(changed)
        },
    )
}

pub fn one_of(ids: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(ids).prop_map(str::to_owned)
}

/// A map of `answer` by `id`.
pub fn answers<T: std::fmt::Debug>(
    id: impl Strategy<Value = String>,
    answer: impl Strategy<Value = T>,
    size: impl Into<SizeRange>,
) -> impl Strategy<Value = ById<T>> {
    btree_map(id, answer, size).prop_map(ById::from_iter)
}

fn question() -> impl Strategy<Value = String> {
    one_of(&["1A.q1", "1A.q2", "1B.q5.a", "2C.q3"])
}

fn indicator() -> impl Strategy<Value = String> {
    one_of(&["1A.o1", "1A.s1", "1C.o1", "2B.s5"])
}

/// A slot of a list, with any item that belongs there.
fn filled<S: Strategy<Value = Item>>(
    list: &'static List,
    id: impl Strategy<Value = String>,
    item: fn(String) -> S,
) -> impl Strategy<Value = (Slot, Entry)> {
    id.prop_flat_map(move |id| {
        let slot = Slot::item(list, &id);
        (Just(slot), item(id).prop_map(Entry::Item))
    })
}

/// Any slot with an entry that belongs into it.
pub fn filled_slot() -> impl Strategy<Value = (Slot, Entry)> {
    let removed = || stamp().prop_map(Entry::Removed);
    let gone = move |(slot, entry): (Slot, Entry)| {
        (Just(slot), prop_oneof![3 => Just(entry), 1 => removed()])
    };
    let some_survey = prop_oneof![3 => survey().prop_map(Entry::Survey), 1 => removed()];
    let (evidence, action) = (one_of(&["e1", "e2", "e3"]), one_of(&["a1", "a2", "a3"]));
    prop_oneof![
        (Just(Slot::Survey), some_survey),
        (Just(Slot::Tally), tally().prop_map(Entry::Tally)),
        (Just(Slot::field(&NAME)), a_name()),
        (Just(Slot::field(&ORGANISATION)), a_name()),
        filled(&SAID, one_of(&["intro", "s07"]), a_written),
        filled(&REFLECTIONS, question(), a_written),
        filled(&NOTES, indicator(), a_written),
        filled(&JUDGEMENTS, indicator(), a_judged),
        filled(&LEFT_OUT, one_of(&["1", "2"]), a_left_out),
        filled(&EVIDENCE, evidence, an_evidence).prop_flat_map(gone),
        filled(&ACTIONS, action, an_action).prop_flat_map(gone),
    ]
}

fn earlier_words() -> impl Strategy<Value = EarlierWords> {
    (question(), text(), stamp()).prop_map(|(id, text, Stamp { at, by })| EarlierWords {
        id,
        text,
        at,
        by,
    })
}

/// An id with whatever may be set aside under it.
fn aside(id: String) -> impl Strategy<Value = (String, ById<Item>)> {
    let parts = (
        option::of(a_written(id.clone())),
        option::of(a_judged(id.clone())),
        option::of(a_written(id.clone())),
        option::of(a_left_out(id.clone())),
    );
    parts.prop_map(move |(reflection, judgement, note, left_out)| {
        let parts = [
            ("reflection", reflection),
            ("judgement", judgement),
            ("note", note),
            ("left_out", left_out),
        ];
        let parts = parts.into_iter().filter_map(|(name, item)| Some((name.to_owned(), item?)));
        (id.clone(), parts.collect())
    })
}

/// Some items of a list, each with an id of its own, in order.
fn items<S: Strategy<Value = Item>>(
    id: impl Strategy<Value = String>,
    item: fn(String) -> S,
) -> impl Strategy<Value = Vec<Item>> {
    vec(id.prop_flat_map(item), 0..3).prop_map(|mut items| {
        items.sort_by(|one, other| one.id.cmp(&other.id));
        items.dedup_by(|one, other| one.id == other.id);
        items
    })
}

fn last_survey() -> impl Strategy<Value = LastSurvey> {
    (text(), tally()).prop_map(|(title, tally)| {
        let Shown { responses, counts, .. } = tally.shown.unwrap_or_default();
        LastSurvey { survey: tally.survey, title, responses, counts }
    })
}

fn last_year() -> impl Strategy<Value = LastYear> {
    let judgements = items(indicator(), a_judged);
    let reflections = items(question(), a_written);
    let survey = option::of(last_survey());
    (text(), 0..3_i64, judgements, reflections, survey).prop_map(
        |(name, millis, judgements, reflections, survey)| LastYear {
            name,
            changed_at: at(millis),
            answers: ById::new(),
            lists: [(JUDGEMENTS.name, judgements), (REFLECTIONS.name, reflections)]
                .map(|(list, items)| (list.to_owned(), items))
                .into_iter()
                .collect(),
            survey,
        },
    )
}

/// Any audit with the id `audit-1`, so that any two are copies of one.
pub fn audit() -> impl Strategy<Value = Record> {
    let slots = vec(filled_slot(), 0..18);
    let asides = vec(one_of(&["gone.q1", "gone.o1", "__proto__"]).prop_flat_map(aside), 0..3);
    (slots, asides, vec(earlier_words(), 0..3), option::of(last_year())).prop_map(
        |(slots, asides, earlier_words, last_year)| {
            let mut audit = empty_audit("audit-1");
            for (slot, entry) in slots {
                audit.put(&slot, entry);
            }
            audit.set_aside = asides.into_iter().collect();
            audit.earlier_words = earlier_words;
            audit.earlier_words.sort();
            audit.earlier_words.dedup();
            audit.last_year = last_year;
            audit
        },
    )
}

/// A field by its name in files, for tests that speak of a file in the file's own words.
pub const fn field(name: &'static str) -> Field {
    Field::text(name, "")
}
