//! Records to test with: made by hand, or arbitrary.

pub mod book;

use cairn::answers::{Answers, Ids};
use cairn::audit::aside::SetAside;
use cairn::audit::slot::{Entry, Slot};
use cairn::audit::{
    Action, Audit, EarlierWords, Evidence, Judged, LastSurvey, LastYear, LeftOut, Stamp, Status,
    Written,
};
use cairn::form::Field;
use cairn::framework::{Framework, built_in};
use cairn::moment::{Date, Timestamp};
use cairn::progression::Judgement;
use cairn::record::Link;
use cairn::records::{self, Record};
use cairn::survey::results::Proposal;
use cairn::survey::shown::Shown;
use cairn::survey::tally::Tally;
use cairn::survey::{
    Answer, LEAST_THRESHOLD, MOST_INVITED, Response, Survey, SurveyState, statement_id, symbols,
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

/// An audit as a record, while something is done to it.
fn as_record<R>(audit: &mut Audit, what: impl FnOnce(&mut Record) -> R) -> R {
    let mut record = Record::from(audit.clone());
    let done = what(&mut record);
    *audit = record.into_audit().unwrap();
    done
}

/// Changes an audit as a page does.
pub trait Change {
    fn change(&mut self, slot: &Slot, entry: Entry, stamp: Stamp) -> Entry;
}

impl Change for Audit {
    fn change(&mut self, slot: &Slot, entry: Entry, stamp: Stamp) -> Entry {
        let slot = slot.clone().into();
        match as_record(self, |record| record.change(&slot, entry.into(), stamp)) {
            records::Entry::Audit(before) => before,
            records::Entry::Book(before) => panic!("{before:?}"),
        }
    }
}

/// Brings two copies of one audit together.
pub fn merge(mine: &mut Audit, theirs: &Audit, unsaved: &[Slot]) -> Vec<Slot> {
    let unsaved: Vec<records::Slot> = unsaved.iter().cloned().map(records::Slot::from).collect();
    let theirs = Record::from(theirs.clone());
    let changed = as_record(mine, |mine| cairn::merge::merge(mine, &theirs, &unsaved));
    let of_audit = |slot| match slot {
        records::Slot::Audit(slot) => slot,
        records::Slot::Book(slot) => panic!("{slot:?}"),
    };
    changed.into_iter().map(of_audit).collect()
}

pub fn written(text: &str, millis: i64) -> Entry {
    Entry::Written(Written { text: text.to_owned(), changed: by(millis, "") })
}

pub fn judged(judgement: Judgement, millis: i64) -> Entry {
    Entry::Judged(Judged { judgement, changed: by(millis, ""), ..Judged::default() })
}

pub fn evidence(id: &str, title: &str, millis: i64) -> Entry {
    Entry::Evidence(Evidence {
        id: id.to_owned(),
        title: title.to_owned(),
        changed: by(millis, ""),
        ..Evidence::default()
    })
}

/// An audit with nothing answered.
pub fn empty_audit(id: &str) -> Audit {
    Audit::new(id.to_owned(), "clf", "Our audit", "Harbour Support", by(0, ""))
}

/// An audit in which exactly `achieved` are achieved.
pub fn audit_with<'a>(achieved: impl IntoIterator<Item = &'a str>) -> Audit {
    let mut audit = empty_audit("audit-1");
    for id in achieved {
        audit.put(&Slot::Judgement(id.to_owned()), judged(Judgement::Achieved, 1));
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

/// Moments close together, so that many are equal.
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

fn a_written() -> impl Strategy<Value = Written> {
    (text(), stamp()).prop_map(|(text, changed)| Written { text, changed })
}

fn a_judged() -> impl Strategy<Value = Judged> {
    (judgement(), stamp(), option::of(proposal())).prop_map(|(judgement, changed, survey)| Judged {
        judgement,
        changed,
        survey,
    })
}

fn proposal() -> impl Strategy<Value = Proposal> {
    let proposed = proptest::sample::select(&[Judgement::Achieved, Judgement::NotAchieved][..]);
    (proposed, 0..=100_u32, 0..40_u32).prop_map(|(proposed, agreement, answered)| Proposal {
        proposed,
        agreement,
        answered,
    })
}

/// The id of the survey that any audit's is.
const SURVEY: &str = "5y1vaq7k";

fn survey() -> impl Strategy<Value = Survey> {
    let state = proptest::sample::select(&[SurveyState::Open, SurveyState::Closed][..]);
    let numbers = (option::of(0..=MOST_INVITED), 1..=100_u32);
    (text(), date(), numbers, any::<bool>(), state, stamp()).prop_map(
        |(title, closes, (invited, cut_off), shows_while_open, state, changed)| Survey {
            id: SURVEY.to_owned(),
            title,
            closes,
            invited,
            // A threshold does not follow the later change, but only rises: `merge` has a test of that.
            threshold: LEAST_THRESHOLD,
            shows_while_open,
            cut_off,
            state,
            changed,
        },
    )
}

/// What has been counted of a survey to which always the same people answer one after another: of two
/// copies one is always further.
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

fn left_out() -> impl Strategy<Value = LeftOut> {
    (any::<bool>(), stamp()).prop_map(|(left_out, changed)| LeftOut { left_out, changed })
}

fn an_evidence(id: String) -> impl Strategy<Value = Entry> {
    let supports = btree_set(one_of(&["1A", "1A.o1", "2B.s5", "gone.o1"]), 0..3);
    (text(), text(), text(), date(), date(), supports, links(), stamp()).prop_map(
        move |(title, place, owner, date, review_by, supports, from, changed)| {
            let id = id.clone();
            Entry::Evidence(Evidence {
                id,
                title,
                place,
                owner,
                date,
                review_by,
                supports: Ids::from_iter(supports),
                from,
                changed,
            })
        },
    )
}

fn an_action(id: String) -> impl Strategy<Value = Entry> {
    let indicator = option::of(one_of(&["1A.o1", "1C.o1", "gone.o1"]));
    let status = proptest::sample::select(&Status::ALL[..]);
    (indicator, text(), text(), date(), status, text(), links(), stamp()).prop_map(
        move |(indicator, text, owner, due, status, progress, to, changed)| {
            let id = id.clone();
            Entry::Action(Action { id, indicator, text, owner, due, status, progress, to, changed })
        },
    )
}

pub fn one_of(ids: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(ids).prop_map(str::to_owned)
}

/// Anything by id.
pub fn answers<T: std::fmt::Debug>(
    id: impl Strategy<Value = String>,
    answer: impl Strategy<Value = T>,
    size: impl Into<SizeRange>,
) -> impl Strategy<Value = Answers<T>> {
    btree_map(id, answer, size).prop_map(Answers::from_iter)
}

fn question() -> impl Strategy<Value = String> {
    one_of(&["1A.q1", "1A.q2", "1B.q5.a", "2C.q3"])
}

fn indicator() -> impl Strategy<Value = String> {
    one_of(&["1A.o1", "1A.s1", "1C.o1", "2B.s5"])
}

/// Any slot with an entry that belongs into it.
pub fn filled_slot() -> impl Strategy<Value = (Slot, Entry)> {
    let removed = || stamp().prop_map(Entry::Removed);
    let some_evidence = one_of(&["e1", "e2", "e3"]).prop_flat_map(move |id| {
        let entry = prop_oneof![3 => an_evidence(id.clone()), 1 => removed()];
        (Just(Slot::Evidence(id)), entry)
    });
    let some_action = one_of(&["a1", "a2", "a3"]).prop_flat_map(move |id| {
        let entry = prop_oneof![3 => an_action(id.clone()), 1 => removed()];
        (Just(Slot::Action(id)), entry)
    });
    let some_survey = prop_oneof![3 => survey().prop_map(Entry::Survey), 1 => removed()];
    prop_oneof![
        (Just(Slot::Survey), some_survey),
        (Just(Slot::Tally), tally().prop_map(Entry::Tally)),
        (one_of(&["intro", "s07"]).prop_map(Slot::Said), a_written().prop_map(Entry::Written)),
        (Just(Slot::Name), a_written().prop_map(Entry::Written)),
        (Just(Slot::Organisation), a_written().prop_map(Entry::Written)),
        (question().prop_map(Slot::Reflection), a_written().prop_map(Entry::Written)),
        (indicator().prop_map(Slot::Note), a_written().prop_map(Entry::Written)),
        (indicator().prop_map(Slot::Judgement), a_judged().prop_map(Entry::Judged)),
        (one_of(&["1", "2"]).prop_map(Slot::LeftOut), left_out().prop_map(Entry::LeftOut)),
        some_evidence,
        some_action,
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

fn aside() -> impl Strategy<Value = SetAside> {
    let parts = (
        option::of(a_written()),
        option::of(a_judged()),
        option::of(a_written()),
        option::of(left_out()),
    );
    parts.prop_map(|(reflection, judgement, note, left_out)| SetAside {
        reflection,
        judgement,
        note,
        left_out,
    })
}

fn last_year() -> impl Strategy<Value = LastYear> {
    let judgements = answers(indicator(), a_judged(), 0..3);
    let reflections = answers(question(), a_written(), 0..3);
    let survey = option::of((text(), tally()));
    (text(), 0..3_i64, judgements, reflections, survey).prop_map(
        |(name, millis, judgements, reflections, survey)| LastYear {
            name,
            changed_at: at(millis),
            judgements,
            reflections,
            survey: survey.map(|(title, tally)| {
                let Shown { responses, counts, .. } = tally.shown.unwrap_or_default();
                LastSurvey { title, responses, counts }
            }),
        },
    )
}

/// Any audit with the id `audit-1`, so that any two are copies of one.
pub fn audit() -> impl Strategy<Value = Audit> {
    let slots = vec(filled_slot(), 0..18);
    let asides = answers(one_of(&["gone.q1", "gone.o1", "__proto__"]), aside(), 0..3);
    (slots, asides, vec(earlier_words(), 0..3), option::of(last_year())).prop_map(
        |(slots, asides, earlier_words, last_year)| {
            let mut audit = empty_audit("audit-1");
            for (slot, entry) in slots {
                audit.put(&slot, entry);
            }
            audit.set_aside = asides;
            audit.earlier_words = earlier_words;
            audit.earlier_words.sort();
            audit.earlier_words.dedup();
            audit.last_year = last_year;
            audit
        },
    )
}

/// A field by the name that files give it: what a test says of a file, it says in the file's words.
pub const fn field(name: &'static str) -> Field {
    Field::text(name, "")
}
