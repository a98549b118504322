//! What is next in an audit, and what next year’s record is called.

use cairn::audit::answer::{JUDGEMENTS, LEFT_OUT, left_out};
use cairn::audit::next_step::NextStep;
use cairn::audit::{ACTIONS, action};
use cairn::exchange::Settings;
use cairn::framework::{Area, Question, Subject};
use cairn::progression::Judgement;
use cairn::records::{Entry, Item, Record, Slot, next_name};
use cairn::survey::Survey;
use cairn::words::shared::record::AUDIT_CALLED;
use proptest::prelude::*;

use crate::samples::{at, audit, by, empty_audit, framework, judged, reflection, view, written};

fn area(id: &str) -> &'static Area {
    framework().area(id).map(|(_, area)| area).unwrap()
}

fn next(audit: &Record) -> NextStep<'static> {
    view(audit).next_step(framework())
}

fn reflect(audit: &mut Record, question: &Question) {
    let id = question.parts.first().map_or(&question.id, |part| &part.id);
    audit.put(&reflection(id), written(id, "We meet.", 1));
}

fn judge(audit: &mut Record, id: &str, judgement: Judgement) {
    audit.put(&Slot::item(&JUDGEMENTS, id), judged(id, judgement, 1));
}

/// An audit of capability 2 alone, in which everything of these areas is answered.
fn answered(areas: &[&str]) -> Record {
    let mut audit = empty_audit("audit-1");
    audit.put(&Slot::item(&LEFT_OUT, "1"), Entry::Item(left_out("1", true)));
    for area in areas.iter().map(|id| area(id)) {
        area.questions.iter().for_each(|question| reflect(&mut audit, question));
        for indicator in &area.indicators {
            judge(&mut audit, &indicator.id, Judgement::Achieved);
        }
    }
    audit
}

#[test]
fn an_audit_begins_with_its_first_area_and_ends_with_its_report() {
    assert_eq!(next(&empty_audit("audit-1")), NextStep::Begin(area("1A")));
    let mut audit = answered(&["2A"]);
    assert_eq!(next(&audit), NextStep::Begin(area("2B")));
    audit.put(&Slot::item(&LEFT_OUT, "2"), Entry::Item(left_out("2", true)));
    assert_eq!(next(&audit), NextStep::TakeIn);
    assert_eq!(next(&answered(&["2A", "2B", "2C"])), NextStep::Read);
}

#[test]
fn questions_come_before_indicators_and_both_are_counted() {
    let mut audit = answered(&[]);
    let first = area("2A");
    reflect(&mut audit, &first.questions[0]);
    assert_eq!(next(&audit), NextStep::Reflect(first, first.questions.len() - 1));
    first.questions.iter().for_each(|question| reflect(&mut audit, question));
    let all = first.indicators.len();
    let judge_all = NextStep::Judge { area: first, left: all, survey_helps: false };
    assert_eq!(next(&audit), judge_all);
    // An answer that was taken back does not count, but “don’t know” does.
    judge(&mut audit, &first.indicators[0].id, Judgement::NotAnswered);
    assert_eq!(next(&audit), judge_all);
    judge(&mut audit, &first.indicators[0].id, Judgement::DontKnow);
    let left = all - 1;
    assert_eq!(next(&audit), NextStep::Judge { area: first, left, survey_helps: false });
}

#[test]
fn a_survey_helps_where_only_staff_are_left_and_none_was_opened() {
    let mut audit = answered(&["2A"]);
    let staff = area("2A").indicators.iter().filter(|each| each.subject == Subject::Staff);
    let staff: Vec<&str> = staff.map(|each| each.id.as_str()).collect();
    staff.iter().for_each(|id| judge(&mut audit, id, Judgement::NotAnswered));
    let left = staff.len();
    let step = |survey_helps| NextStep::Judge { area: area("2A"), left, survey_helps };
    assert_eq!(next(&audit), step(true));
    let survey = Survey::new("5y1vaq7k".to_owned(), "Survey", by(1, ""));
    audit.put(&Slot::Survey, Entry::Survey(survey));
    assert_eq!(next(&audit), step(false), "it proposes nothing yet");
}

#[test]
fn what_the_survey_proposes_is_next_once_only_that_is_left() {
    let text = include_str!("../../src/audit/example.json");
    let mut audit = cairn::exchange::from_text(text).unwrap().record().unwrap();
    assert_eq!(view(&audit).proposed_and_not_judged(framework()), [""; 0]);
    let staff = area("1A").indicators.iter().find(|each| each.subject == Subject::Staff).unwrap();
    for question in &area("1A").questions {
        reflect(&mut audit, question);
    }
    for indicator in &area("1A").indicators {
        judge(&mut audit, &indicator.id, Judgement::Achieved);
    }
    judge(&mut audit, &staff.id, Judgement::NotAnswered);
    assert_eq!(view(&audit).proposed_and_not_judged(framework()), [staff.id.as_str()]);
    assert_eq!(next(&audit), NextStep::Accept(1));
}

#[test]
fn each_area_for_development_asks_for_an_action() {
    let mut audit = answered(&["2A", "2B", "2C"]);
    let capability = framework().capability("2").unwrap();
    let id = &area("2A").indicators[0].id;
    judge(&mut audit, id, Judgement::NotAchieved);
    assert_eq!(next(&audit), NextStep::Plan(capability, 1));
    let about = Item::new("a1".to_owned()).with(&action::INDICATOR, id.as_str());
    audit.put(&Slot::item(&ACTIONS, "a1"), Entry::Item(about));
    assert_eq!(next(&audit), NextStep::Read);
}

proptest! {
    #[test]
    fn there_is_always_a_next_step(mut audit in audit()) {
        audit.settle(framework());
        let progress = view(&audit).progress(framework());
        let done = progress.reflected == progress.questions && progress.judged == progress.indicators;
        let asks = matches!(next(&audit), NextStep::TakeIn | NextStep::Plan(..) | NextStep::Read);
        prop_assert_eq!(asks, done);
    }
}

#[test]
fn next_years_record_is_called_after_next_year() {
    let check = |name: &str, expected: &str| {
        assert_eq!(next_name(name, "2026-11-30".parse().unwrap(), AUDIT_CALLED), expected);
    };
    check("Audit 2026", "Audit 2027");
    check("2025–2026", "2025–2027");
    check("Night team", "Night team 2027");
    check("  ", "Learning audit 2027");
    check("Since 1998", "Since 1998 2027");
}

#[test]
fn cairn_reminds_of_a_backup_after_two_weeks() {
    let check = |days: Option<i64>, expected: Option<Option<i64>>| {
        let last_backup = days.map(|days| at(0).plus_days(-days));
        let settings = Settings { last_backup, ..Settings::default() };
        assert_eq!(settings.backup_is_due(at(0)), expected, "{days:?}");
    };
    check(None, Some(None));
    check(Some(0), None);
    check(Some(13), None);
    check(Some(14), Some(Some(14)));
    // When the last backup lies in the future, nobody can say how long ago it was.
    check(Some(-40), Some(None));
}
