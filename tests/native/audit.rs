use cairn::audit::answer::{self, JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS};
use cairn::audit::standing::Progress;
use cairn::audit::{ACTIONS, Action, EVIDENCE, Status, action};
use cairn::by_id::ById;
use cairn::framework::Question;
use cairn::moment::{Date, Timestamp};
use cairn::progression::{Judgement, reached};
use cairn::record::EarlierWords;
use cairn::records::{Entry, Item, Record, Slot};
use proptest::prelude::*;

use crate::samples::{
    at, audit, audit_with, by, empty_audit, evidence, filled_slot, framework, judged, reflection,
    view, written,
};

#[test]
fn a_change_gives_back_what_stood_there() {
    let mut audit = empty_audit("audit-1");
    let slot = reflection("1A.q1");
    let check = |audit: &mut Record, text: &str, expected: &str| {
        let before = audit.change(&slot, written("1A.q1", text, 0), by(10, "AB"));
        assert_eq!(before.words(), expected);
        assert_eq!(view(audit).reflection("1A.q1"), text);
    };
    check(&mut audit, "first", "");
    check(&mut audit, "second", "first");
    check(&mut audit, "", "second");
    assert_eq!(audit.item(&REFLECTIONS, "1A.q1").unwrap().changed.by, "AB");
}

#[test]
fn undoing_is_changing_back() {
    let mut audit = empty_audit("audit-1");
    for id in ["e1", "e2", "e3"] {
        audit.put(&Slot::item(&EVIDENCE, id), evidence(id, id, 1));
    }
    let slot = Slot::item(&EVIDENCE, "e2");
    let before = audit.change(&slot, Entry::Removed(by(0, "")), by(2, ""));
    assert_eq!(audit.items(&EVIDENCE).len(), 2);
    assert!(audit.removed.contains_key("e2"));

    let removal = audit.change(&slot, before, by(3, ""));
    let ids: Vec<_> = audit.items(&EVIDENCE).iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["e1", "e2", "e3"], "it comes back to its old place");
    assert!(audit.removed.is_empty());

    audit.change(&slot, removal, by(4, ""));
    assert_eq!(audit.items(&EVIDENCE).len(), 2, "and can be undone again");
}

#[test]
fn a_clock_set_back_loses_no_edit() {
    let slot = Slot::item(&JUDGEMENTS, "1A.o1");
    let mut audit = empty_audit("audit-1");
    audit.put(&slot, judged("1A.o1", Judgement::NotAchieved, 1_000));
    audit.change(&slot, judged("1A.o1", Judgement::Achieved, 0), by(-50_000, ""));
    assert_eq!(view(&audit).judged("1A.o1").unwrap().changed.at, at(1_001));
    audit.change(&slot, judged("1A.o1", Judgement::DontKnow, 0), by(5_000, ""));
    assert_eq!(view(&audit).judged("1A.o1").unwrap().changed.at, at(5_000));
}

#[test]
fn next_years_audit_starts_from_this_one() {
    let mut audit = audit_with(["1A.o1"]);
    audit.put(&reflection("1A.q1"), written("1A.q1", "We meet.", 5));
    audit.put(&Slot::item(&NOTES, "1A.o1"), written("1A.o1", "See the minutes.", 5));
    audit.put(&Slot::item(&EVIDENCE, "e1"), evidence("e1", "Minutes", 5));
    for (id, status) in [("a1", Status::UnderWay), ("a2", Status::Done), ("a3", Status::NotStarted)]
    {
        let action = Item::new(id.to_owned()).with(&action::STATUS, status);
        audit.put(&Slot::item(&ACTIONS, id), Entry::Item(action));
    }
    let mut next = view(&audit).next_year("audit-2".to_owned(), "Our audit 2027", by(100, "AB"));

    assert_eq!((next.id.as_str(), next.created_at), ("audit-2", at(100)));
    assert_eq!(next.name(), "Our audit 2027");
    assert_eq!(next.organisation(), audit.organisation());
    assert_eq!(view(&next).reflection("1A.q1"), "");
    assert_eq!(view(&next).note("1A.o1"), "");
    assert_eq!(view(&next).judgement("1A.o1"), Judgement::NotAnswered);
    assert_eq!(next.items(&EVIDENCE), audit.items(&EVIDENCE));
    let actions: Vec<_> = view(&next).actions().map(|action| action.id).collect();
    assert_eq!(actions, ["a1", "a3"]);
    assert_eq!(view(&next).last_years_judgement("1A.o1"), Some(Judgement::Achieved));
    assert_eq!(view(&next).last_years_judgement("1A.o2"), Some(Judgement::NotAnswered));
    assert_eq!(view(&next).last_years_reflection("1A.q1"), "We meet.");
    assert_eq!(view(&audit).last_years_judgement("1A.o1"), None);
    assert_eq!(next.last_year.as_ref().unwrap().changed_at, at(5));
    assert_eq!(next.settle(framework()), [""; 0]);
}

#[test]
fn progress_counts_questions_and_indicators_that_are_answered() {
    let check = |audit: &Record, expected: (usize, usize, usize, usize), percent: usize| {
        let Progress { reflected, questions, judged, indicators } =
            view(audit).progress(framework());
        assert_eq!((reflected, questions, judged, indicators), expected);
        assert_eq!(view(audit).progress(framework()).percent(), percent);
    };
    let mut audit = empty_audit("audit-1");
    check(&audit, (0, 40, 0, 60), 0);
    audit.put(&reflection("1A.q1"), written("1A.q1", "  \n", 1));
    check(&audit, (0, 40, 0, 60), 0);
    audit.put(&reflection("1A.q1"), written("1A.q1", "We meet.", 1));
    // Two parts of one question are one question answered.
    audit.put(&reflection("1B.q5.a"), written("1B.q5.a", "The team.", 1));
    audit.put(&reflection("1B.q5.c"), written("1B.q5.c", "The board.", 1));
    audit.put(&Slot::item(&JUDGEMENTS, "1A.o1"), judged("1A.o1", Judgement::DontKnow, 1));
    audit.put(&Slot::item(&JUDGEMENTS, "2A.o1"), judged("2A.o1", Judgement::NotAnswered, 1));
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
        all.put(&reflection(id), written(id, "x", 1));
    }
    check(&all, (39, 40, 60, 60), 99);
    all.put(&reflection(&questions[0]), written(&questions[0], "x", 1));
    check(&all, (40, 40, 60, 60), 100);
}

#[test]
fn a_capability_that_is_left_out_counts_for_nothing_and_keeps_its_answers() {
    let all = framework().capabilities[1].areas.iter().flat_map(|area| &area.indicators);
    let mut audit = audit_with(all.map(|indicator| indicator.id.as_str()));
    assert_eq!(reached(&view(&audit).assess(framework())), None);

    let leave_out =
        |id, left_out, millis| Entry::Item(answer::left_out(id, left_out).stamped(by(millis, "")));
    audit.change(&Slot::item(&LEFT_OUT, "1"), leave_out("1", true, 1), by(1, ""));
    assert!(view(&audit).leaves_out("1") && !view(&audit).leaves_out("2"));
    assert_eq!(view(&audit).assess(framework()).len(), 31);
    assert_eq!(view(&audit).progress(framework()).indicators, 31);
    assert_eq!(reached(&view(&audit).assess(framework())).map(|stage| stage.index()), Some(3));

    audit.change(&Slot::item(&LEFT_OUT, "1"), leave_out("1", false, 2), by(2, ""));
    assert_eq!(view(&audit).assess(framework()).len(), 60);
    audit.put(&Slot::item(&LEFT_OUT, "1"), leave_out("1", true, 3));
    audit.put(&Slot::item(&LEFT_OUT, "2"), leave_out("2", true, 3));
    assert_eq!(view(&audit).progress(framework()).percent(), 0, "nothing asked, nothing answered");
}

#[test]
fn answers_to_unknown_ids_are_kept_aside_and_come_back() {
    let mut audit = empty_audit("audit-1");
    audit.put(&reflection("3A.q1"), written("3A.q1", "about a third capability", 1));
    audit.put(&reflection("__proto__"), written("__proto__", "clever", 1));
    audit.put(&reflection("1B.q5"), written("1B.q5", "asked in parts since", 1));
    audit.put(&Slot::item(&JUDGEMENTS, "3A.o1"), judged("3A.o1", Judgement::Achieved, 1));
    audit.put(&Slot::item(&NOTES, "3A.o1"), written("3A.o1", "a note", 1));
    audit.put(&Slot::item(&LEFT_OUT, "3"), Entry::Item(answer::left_out("3", false)));
    audit.put(&reflection("1A.q1"), written("1A.q1", "known", 1));
    let came = audit.clone();

    assert_eq!(audit.settle(framework()), ["1B.q5", "3", "3A.o1", "3A.q1", "__proto__"]);
    assert_eq!(audit.items(&REFLECTIONS).len(), 1);
    let none = [&JUDGEMENTS, &NOTES, &LEFT_OUT].map(|list| audit.items(list).is_empty());
    assert_eq!(none, [true; 3]);
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
    assert_eq!(view(&audit).reflection("3A.q1"), "about a third capability");
    assert_eq!(audit.items(&JUDGEMENTS), came.items(&JUDGEMENTS));
    assert_eq!(audit.items(&NOTES), came.items(&NOTES));
}

#[test]
fn an_answer_that_comes_back_to_a_taken_place_loses_no_words() {
    let check = |aside: i64, answered: i64, stands: &str, remembered: &str| {
        let mut audit = empty_audit("audit-1");
        audit.put(&reflection("1A.q1"), written("1A.q1", "answered", answered));
        let aside = answer::written("1A.q1", "aside").stamped(by(aside, ""));
        let aside = ById::from_iter([("reflection".to_owned(), aside)]);
        audit.set_aside = ById::from_iter([("1A.q1".to_owned(), aside)]);
        audit.settle(framework());
        assert_eq!(view(&audit).reflection("1A.q1"), stands);
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
        audit.put(&Slot::item(&EVIDENCE, id), evidence(id, id, 1));
    }
    let words = |text: &str| EarlierWords {
        id: "name".to_owned(),
        text: text.to_owned(),
        at: at(0),
        by: String::new(),
    };
    audit.earlier_words = vec![words("a"), words("b")];
    let ordered = audit.clone();
    audit.lists.get_or_default("evidence").reverse();
    audit.earlier_words = vec![words("b"), words("a"), words("b")];
    audit.settle(framework());
    assert_eq!(audit, ordered);
}

#[test]
fn an_action_is_overdue_while_it_is_open_and_its_day_has_passed() {
    let day = |day| Date::new(2026, 11, day);
    let check = |status, due: Option<Date>, expected: bool| {
        let item = Item::default().with(&action::STATUS, status).with(&action::DUE, due);
        assert_eq!(Action::of(&item).overdue(day(22).unwrap()), expected, "{status:?} {due:?}");
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
    audit.put(&reflection("1A.q1"), written("1A.q1", "x", 7));
    audit.put(&Slot::item(&EVIDENCE, "e1"), Entry::Removed(by(9, "")));
    assert_eq!(audit.changed_at(), at(9));
}

proptest! {
    #[test]
    fn what_is_put_is_what_stands((slot, entry) in filled_slot(), mut audit in audit()) {
        audit.put(&slot, entry.clone());
        prop_assert_eq!(audit.entry(&slot), Some(entry));
        prop_assert!(audit.items(&EVIDENCE).is_sorted_by_key(|item| item.id.clone()));
        prop_assert!(audit.items(&ACTIONS).is_sorted_by_key(|action| action.id.clone()));
    }

    #[test]
    fn undo_brings_back_all_but_the_moment((slot, entry) in filled_slot(), audit in audit()) {
        let mut changed = audit.clone();
        let before = changed.change(&slot, entry, by(50, ""));
        changed.change(&slot, before.clone(), by(60, ""));
        let stamp = Timestamp::from_millis(0);
        let plain = |entry: Entry| entry.stamped(cairn::record::Stamp { at: stamp, by: String::new() });
        let stands = |audit: &Record| plain(audit.entry(&slot).unwrap_or_else(|| slot.empty()));
        prop_assert_eq!(stands(&changed), stands(&audit));
    }

    #[test]
    fn a_change_is_always_the_later_one((slot, entry) in filled_slot(), mut audit in audit(), millis in -9..9_i64) {
        let before = audit.change(&slot, entry, by(millis, ""));
        let after = audit.entry(&slot).unwrap();
        // A change of the tally is not stamped: the time would tell when somebody answered.
        prop_assert!(slot == Slot::Tally || after.stamp().at > before.stamp().at);
    }
}
