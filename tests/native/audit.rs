use cairn::answers::Answers;

use cairn::audit::slot::{Entry, Slot};
use cairn::audit::standing::Progress;
use cairn::audit::{Action, Audit, EarlierWords, SetAside, Status, Written};
use cairn::framework::Question;
use cairn::moment::{Date, Timestamp};
use cairn::progression::{Judgement, reached};
use proptest::prelude::*;

use crate::samples::{
    Change as _, at, audit, audit_with, by, empty_audit, evidence, filled_slot, framework, judged,
    written,
};

fn reflection(id: &str) -> Slot {
    Slot::Reflection(id.to_owned())
}

#[test]
fn a_change_gives_back_what_stood_there() {
    let mut audit = empty_audit("audit-1");
    let slot = reflection("1A.q1");
    let check = |audit: &mut Audit, text: &str, expected: &str| {
        let before = audit.change(&slot, written(text, 0), by(10, "AB"));
        assert_eq!(before.words(), expected);
        assert_eq!(audit.reflection("1A.q1"), text);
    };
    check(&mut audit, "first", "");
    check(&mut audit, "second", "first");
    check(&mut audit, "", "second");
    assert_eq!(audit.reflections.get("1A.q1").unwrap().changed.by, "AB");
}

#[test]
fn undoing_is_changing_back() {
    let mut audit = empty_audit("audit-1");
    for id in ["e1", "e2", "e3"] {
        audit.put(&Slot::Evidence(id.to_owned()), evidence(id, id, 1));
    }
    let slot = Slot::Evidence("e2".to_owned());
    let before = audit.change(&slot, Entry::Removed(by(0, "")), by(2, ""));
    assert_eq!(audit.evidence.len(), 2);
    assert!(audit.removed.contains_key("e2"));

    let removal = audit.change(&slot, before, by(3, ""));
    let ids: Vec<_> = audit.evidence.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["e1", "e2", "e3"], "it comes back to its old place");
    assert!(audit.removed.is_empty());

    audit.change(&slot, removal, by(4, ""));
    assert_eq!(audit.evidence.len(), 2, "and can be undone again");
}

#[test]
fn a_clock_set_back_loses_no_edit() {
    let slot = Slot::Judgement("1A.o1".to_owned());
    let mut audit = empty_audit("audit-1");
    audit.put(&slot, judged(Judgement::NotAchieved, 1_000));
    audit.change(&slot, judged(Judgement::Achieved, 0), by(-50_000, ""));
    assert_eq!(audit.judgements.get("1A.o1").unwrap().changed.at, at(1_001));
    audit.change(&slot, judged(Judgement::DontKnow, 0), by(5_000, ""));
    assert_eq!(audit.judgements.get("1A.o1").unwrap().changed.at, at(5_000));
}

#[test]
fn next_years_audit_starts_from_this_one() {
    let mut audit = audit_with(["1A.o1"]);
    audit.put(&reflection("1A.q1"), written("We meet.", 5));
    audit.put(&Slot::Note("1A.o1".to_owned()), written("See the minutes.", 5));
    audit.put(&Slot::Evidence("e1".to_owned()), evidence("e1", "Minutes", 5));
    for (id, status) in [("a1", Status::UnderWay), ("a2", Status::Done), ("a3", Status::NotStarted)]
    {
        let action = Action { id: id.to_owned(), status, ..Action::default() };
        audit.put(&Slot::Action(id.to_owned()), Entry::Action(action));
    }
    let mut next = audit.next_year("audit-2".to_owned(), "Our audit 2027", by(100, "AB"));

    assert_eq!((next.id.as_str(), next.created_at), ("audit-2", at(100)));
    assert_eq!(next.name.text, "Our audit 2027");
    assert_eq!(next.organisation.text, audit.organisation.text);
    assert_eq!(next.reflection("1A.q1"), "");
    assert_eq!(next.note("1A.o1"), "");
    assert_eq!(next.judgement("1A.o1"), Judgement::NotAnswered);
    assert_eq!(next.evidence, audit.evidence);
    let actions: Vec<_> = next.actions.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(actions, ["a1", "a3"]);
    assert_eq!(next.last_years_judgement("1A.o1"), Some(Judgement::Achieved));
    assert_eq!(next.last_years_judgement("1A.o2"), Some(Judgement::NotAnswered));
    assert_eq!(next.last_years_reflection("1A.q1"), "We meet.");
    assert_eq!(audit.last_years_judgement("1A.o1"), None);
    assert_eq!(next.last_year.as_ref().unwrap().changed_at, at(5));
    assert_eq!(next.settle(framework()), [""; 0]);
}

#[test]
fn progress_counts_questions_and_indicators_that_are_answered() {
    let check = |audit: &Audit, expected: (usize, usize, usize, usize), percent: usize| {
        let Progress { reflected, questions, judged, indicators } = audit.progress(framework());
        assert_eq!((reflected, questions, judged, indicators), expected);
        assert_eq!(audit.progress(framework()).percent(), percent);
    };
    let mut audit = empty_audit("audit-1");
    check(&audit, (0, 40, 0, 60), 0);
    audit.put(&reflection("1A.q1"), written("  \n", 1));
    check(&audit, (0, 40, 0, 60), 0);
    audit.put(&reflection("1A.q1"), written("We meet.", 1));
    // Two parts of one question are one question answered.
    audit.put(&reflection("1B.q5.a"), written("The team.", 1));
    audit.put(&reflection("1B.q5.c"), written("The board.", 1));
    audit.put(&Slot::Judgement("1A.o1".to_owned()), judged(Judgement::DontKnow, 1));
    audit.put(&Slot::Judgement("2A.o1".to_owned()), judged(Judgement::NotAnswered, 1));
    check(&audit, (2, 40, 1, 60), 3);

    let mut all = audit_with(
        framework().areas().flat_map(|(_, area)| &area.indicators).map(|each| &*each.id),
    );
    let first_id = |question: &Question| match question.parts.first() {
        Some(part) => part.id.clone(),
        None => question.id.clone(),
    };
    let questions: Vec<_> =
        framework().areas().flat_map(|(_, area)| &area.questions).map(first_id).collect();
    for id in &questions[1..] {
        all.put(&reflection(id), written("x", 1));
    }
    check(&all, (39, 40, 60, 60), 99);
    all.put(&reflection(&questions[0]), written("x", 1));
    check(&all, (40, 40, 60, 60), 100);
}

#[test]
fn a_capability_that_is_left_out_counts_for_nothing_and_keeps_its_answers() {
    let all = framework().capabilities[1].areas.iter().flat_map(|area| &area.indicators);
    let mut audit = audit_with(all.map(|indicator| indicator.id.as_str()));
    assert_eq!(reached(&audit.assess(framework())), None);

    let leave_out = |left_out, millis| {
        Entry::LeftOut(cairn::audit::LeftOut { left_out, changed: by(millis, "") })
    };
    audit.change(&Slot::LeftOut("1".to_owned()), leave_out(true, 1), by(1, ""));
    assert!(audit.leaves_out("1") && !audit.leaves_out("2"));
    assert_eq!(audit.assess(framework()).len(), 31);
    assert_eq!(audit.progress(framework()).indicators, 31);
    assert_eq!(reached(&audit.assess(framework())).map(|stage| stage.index()), Some(3));

    audit.change(&Slot::LeftOut("1".to_owned()), leave_out(false, 2), by(2, ""));
    assert_eq!(audit.assess(framework()).len(), 60);
    audit.put(&Slot::LeftOut("1".to_owned()), leave_out(true, 3));
    audit.put(&Slot::LeftOut("2".to_owned()), leave_out(true, 3));
    assert_eq!(audit.progress(framework()).percent(), 0, "nothing asked, nothing answered");
}

#[test]
fn answers_to_unknown_ids_are_kept_aside_and_come_back() {
    let mut audit = empty_audit("audit-1");
    audit.put(&reflection("3A.q1"), written("about a third capability", 1));
    audit.put(&reflection("__proto__"), written("clever", 1));
    audit.put(&reflection("1B.q5"), written("asked in parts since", 1));
    audit.put(&Slot::Judgement("3A.o1".to_owned()), judged(Judgement::Achieved, 1));
    audit.put(&Slot::Note("3A.o1".to_owned()), written("a note", 1));
    audit.put(&Slot::LeftOut("3".to_owned()), Entry::LeftOut(cairn::audit::LeftOut::default()));
    audit.put(&reflection("1A.q1"), written("known", 1));
    let came = audit.clone();

    assert_eq!(audit.settle(framework()), ["1B.q5", "3", "3A.o1", "3A.q1", "__proto__"]);
    assert_eq!(audit.reflections.len(), 1);
    assert!(audit.judgements.is_empty() && audit.notes.is_empty() && audit.left_out.is_empty());
    let settled = audit.clone();
    audit.settle(framework());
    assert_eq!(audit, settled, "settling again changes nothing");

    let mut larger = framework().clone();
    let mut area = larger.capabilities[0].areas[0].clone();
    area.id = "3A".to_owned();
    area.questions[0].id = "3A.q1".to_owned();
    area.indicators[0].id = "3A.o1".to_owned();
    let mut capability = larger.capabilities[0].clone();
    capability.id = "3".to_owned();
    capability.areas = vec![area];
    larger.capabilities.push(capability);
    assert_eq!(audit.settle(&larger), ["1B.q5", "__proto__"]);
    assert_eq!(audit.reflection("3A.q1"), "about a third capability");
    assert_eq!(audit.judgements, came.judgements);
    assert_eq!(audit.notes, came.notes);
}

#[test]
fn an_answer_that_comes_back_to_a_taken_place_loses_no_words() {
    let check = |aside: i64, answered: i64, stands: &str, remembered: &str| {
        let mut audit = empty_audit("audit-1");
        audit.put(&reflection("1A.q1"), written("answered", answered));
        let reflection = Some(Written { text: "aside".to_owned(), changed: by(aside, "") });
        let aside = SetAside { reflection, ..SetAside::default() };
        audit.set_aside = Answers::from_iter([("1A.q1".to_owned(), aside)]);
        audit.settle(framework());
        assert_eq!(audit.reflection("1A.q1"), stands);
        let texts: Vec<_> = audit.earlier_words.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(texts, [remembered]);
    };
    check(1, 2, "answered", "aside");
    check(2, 1, "aside", "answered");
}

#[test]
fn settling_puts_lists_in_their_order() {
    let mut audit = empty_audit("audit-1");
    for id in ["e1", "e2", "e3"] {
        audit.put(&Slot::Evidence(id.to_owned()), evidence(id, id, 1));
    }
    let words = |text: &str| EarlierWords {
        id: "name".to_owned(),
        text: text.to_owned(),
        at: at(0),
        by: String::new(),
    };
    audit.earlier_words = vec![words("a"), words("b")];
    let ordered = audit.clone();
    audit.evidence.reverse();
    audit.earlier_words = vec![words("b"), words("a"), words("b")];
    audit.settle(framework());
    assert_eq!(audit, ordered);
}

#[test]
fn an_action_is_overdue_while_it_is_open_and_its_day_has_passed() {
    let day = |day| Date::new(2026, 11, day);
    let check = |status, due: Option<Date>, expected: bool| {
        let action = Action { status, due, ..Action::default() };
        assert_eq!(action.overdue(day(22).unwrap()), expected, "{status:?} {due:?}");
    };
    check(Status::NotStarted, day(21), true);
    check(Status::UnderWay, day(21), true);
    check(Status::UnderWay, day(22), false);
    check(Status::UnderWay, None, false);
    check(Status::Done, day(21), false);
    check(Status::Dropped, day(21), false);
}

#[test]
fn the_latest_change_is_the_latest_of_all_parts() {
    let mut audit = empty_audit("audit-1");
    assert_eq!(audit.changed_at(), at(0));
    audit.put(&reflection("1A.q1"), written("x", 7));
    audit.put(&Slot::Evidence("e1".to_owned()), Entry::Removed(by(9, "")));
    assert_eq!(audit.changed_at(), at(9));
}

proptest! {
    #[test]
    fn what_is_put_is_what_stands((slot, entry) in filled_slot(), mut audit in audit()) {
        audit.put(&slot, entry.clone());
        prop_assert_eq!(audit.entry(&slot), Some(entry));
        prop_assert!(audit.evidence.is_sorted_by_key(|item| item.id.clone()));
        prop_assert!(audit.actions.is_sorted_by_key(|action| action.id.clone()));
    }

    #[test]
    fn undo_brings_back_all_but_the_moment((slot, entry) in filled_slot(), audit in audit()) {
        let mut changed = audit.clone();
        let before = changed.change(&slot, entry, by(50, ""));
        changed.change(&slot, before.clone(), by(60, ""));
        let stamp = Timestamp::from_millis(0);
        let plain = |entry: Entry| entry.stamped(cairn::audit::Stamp { at: stamp, by: String::new() });
        let stands = |audit: &Audit| plain(audit.entry(&slot).unwrap_or_else(|| slot.empty()));
        prop_assert_eq!(stands(&changed), stands(&audit));
    }

    #[test]
    fn a_change_is_always_the_later_one((slot, entry) in filled_slot(), mut audit in audit(), millis in -9..9_i64) {
        let before = audit.change(&slot, entry, by(millis, ""));
        let after = audit.entry(&slot).unwrap();
        // Counting tells no time: it would be when somebody answered.
        prop_assert!(slot == Slot::Tally || after.stamp().at > before.stamp().at);
    }
}
