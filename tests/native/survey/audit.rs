use cairn::audit::answer::{self, JUDGEMENTS, PROPOSED, SAID};
use cairn::audit::surveyed::Gap;
use cairn::exchange::writing::record_text;
use cairn::progression::Judgement;
use cairn::records::{Entry, Record, Slot};
use cairn::survey::results::Proposal;
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, Survey, SurveyState};

use super::{SURVEY, closed_survey, id, response};
use crate::samples::{at, by, empty_audit, framework, judged, merge, view};

/// An audit with a survey that so many have answered: all agree with everything but the second
/// statement.
fn surveyed(people: u32) -> Record {
    let mut audit = empty_audit("audit-1");
    let mut tally = Tally::new(SURVEY);
    for person in 0..people {
        let comment = if person == 3 { "We need more time to talk." } else { "" };
        tally.count(&response(person, "BEBBBBBBBBBBBBBBBBBBBBBB", comment));
    }
    audit.put(&Slot::Survey, Entry::Survey(closed_survey()));
    audit.put(&Slot::Tally, Entry::Tally(tally));
    audit
}

fn released(mut audit: Record) -> Record {
    let tally = view(&audit).released().expect("there is something to be let out");
    audit.put(&Slot::Tally, Entry::Tally(tally));
    audit
}

fn with_survey(mut audit: Record, change: impl Fn(&mut Survey)) -> Record {
    if let Some(survey) = &mut audit.survey {
        change(survey);
    }
    audit
}

fn check_hidden(audit: &Record) {
    assert_eq!(view(audit).shown(), None);
    assert_eq!(view(audit).results(framework()), None);
    for (_, area) in framework().areas() {
        for indicator in &area.indicators {
            assert_eq!(view(audit).proposal(framework(), indicator), None);
        }
    }
    let judged = view(audit).judged_with(framework(), "1A.s1", Judgement::Achieved);
    assert_eq!(judged.proposal(&PROPOSED), None);
    let next = view(audit).next_year(id(9), "Next", by(9, ""));
    assert_eq!(next.last_year.unwrap().survey, None);
}

#[test]
fn nothing_shows_below_the_threshold() {
    for audit in [empty_audit("audit-1"), surveyed(0), surveyed(4)] {
        assert_eq!(view(&audit).released(), None);
        check_hidden(&audit);
    }
    // Nothing shows before it is let out either, however many have answered.
    check_hidden(&surveyed(5));
    let audit = released(surveyed(5));
    assert_eq!(view(&audit).shown().map(|shown| shown.responses), Some(5));
    assert_eq!(view(&audit).released(), None, "once");
    // A threshold that is raised holds for what comes from now on: what has shown stays.
    let raised = with_survey(audit.clone(), |survey| survey.threshold = 6);
    assert_eq!(view(&raised).shown(), view(&audit).shown());
    assert_eq!(view(&raised).results(framework()).map(|results| results.responses), Some(5));
}

#[test]
fn nothing_shows_while_the_survey_is_open_unless_it_was_meant_to() {
    let open = |survey: &mut Survey| survey.state = SurveyState::Open;
    let audit = with_survey(surveyed(9), open);
    assert_eq!(view(&audit).released(), None);
    check_hidden(&audit);
    // What has shown stays when it is opened again.
    let shown = released(surveyed(9));
    assert_eq!(view(&with_survey(shown.clone(), open)).shown(), view(&shown).shown());
    let showing = with_survey(audit, |survey| survey.shows_while_open = true);
    assert!(view(&released(showing)).shown().is_some());
}

#[test]
fn counts_of_another_survey_are_not_shown() {
    let audit = with_survey(released(surveyed(9)), |survey| survey.id = id(50));
    check_hidden(&audit);
    assert_eq!(with_survey(surveyed(9), |survey| survey.id = id(50)).released(), None);
}

#[test]
fn a_judgement_remembers_what_the_survey_proposed() {
    let audit = released(surveyed(6));
    let proposed = |id: &str, judgement| {
        let judged = view(&audit).judged_with(framework(), id, judgement);
        assert_eq!((judged.id.as_str(), answer::judgement(&judged)), (id, judgement));
        judged.proposal(&PROPOSED)
    };
    let yes = Proposal { proposed: Judgement::Achieved, agreement: 100, answered: 6 };
    let no = Proposal { proposed: Judgement::NotAchieved, agreement: 0, answered: 6 };
    assert_eq!(proposed("1A.s1", Judgement::Achieved), Some(yes));
    assert_eq!(proposed("1A.s1", Judgement::DontKnow), Some(yes), "overruled");
    assert_eq!(proposed("1A.s2", Judgement::NotAchieved), Some(no));
    assert_eq!(proposed("1A.o1", Judgement::Achieved), None, "one of the organisation");
    assert_eq!(proposed("9Z.s1", Judgement::Achieved), None);
    // Statements that feed several indicators propose the same for each.
    assert_eq!(proposed("2B.s4", Judgement::Achieved), proposed("2C.s2", Judgement::Achieved));
}

#[test]
fn what_leaders_judge_stands_beside_what_staff_say() {
    let mut audit = released(surveyed(6));
    for (id, judgement) in [
        ("1A.o1", Judgement::Achieved),
        ("1A.o2", Judgement::DontKnow),
        ("1A.o3", Judgement::NotAnswered),
        ("1A.s1", Judgement::Achieved),
    ] {
        audit.put(&Slot::item(&JUDGEMENTS, id), judged(id, judgement, 1));
    }
    let results = view(&audit).results(framework()).unwrap();
    let gaps = view(&audit).perception_gaps(framework(), &results);
    let areas: Vec<&str> = gaps.iter().map(|gap| gap.area.as_str()).collect();
    assert_eq!(areas, ["1A", "1B", "1C", "2A", "2B", "2C"]);
    let Gap { achieved, judged, all, agreement, .. } = &gaps[0];
    assert_eq!((*achieved, *judged, *all), (1, 2, 7));
    assert_eq!(agreement.map(|share| (share.agree, share.of)), Some((12, 18)));
    assert_eq!((gaps[1].achieved, gaps[1].judged, gaps[1].all), (0, 0, 3));
}

#[test]
fn next_years_audit_has_this_years_counts_beside_its_own() {
    let mut next =
        view(&released(surveyed(6))).next_year("audit-2".to_owned(), "2027", by(100, ""));
    assert_eq!((&next.survey, &next.tally, next.items(&SAID).len()), (&None, &None, 0));
    let last = next.last_year.clone().unwrap().survey.unwrap();
    assert_eq!((last.title.as_str(), last.responses), ("Staff survey 2026", 6));
    let file = record_text(&next, at(0));
    assert!(!file.contains("time to talk"), "comments stay where they were made");

    let mut tally = Tally::new(&id(60));
    for person in 0..5 {
        let response = response(person, "EB", "");
        tally.count(&cairn::survey::Response { survey: id(60), ..response });
    }
    let survey = Survey { id: id(60), ..closed_survey() };
    next.put(&Slot::Survey, Entry::Survey(survey));
    next.put(&Slot::Tally, Entry::Tally(tally));
    let results = view(&released(next)).results(framework()).unwrap();
    let change = |id| results.statement(id).unwrap().change();
    assert_eq!((change("s01"), change("s02"), change("s03")), (Some(-100), Some(100), None));
}

#[test]
fn no_file_holds_what_one_person_said() {
    let mut audit = empty_audit("audit-1");
    let letters = b"ABCDEF";
    let mut tally = Tally::new(SURVEY);
    let people: Vec<_> = (0..12_usize)
        .map(|person| {
            let answers: Vec<u8> =
                (0..24).map(|place| letters[(person * 7 + place * (person + 1)) % 6]).collect();
            let comment = if person % 2 == 0 { format!("comment {person}") } else { String::new() };
            response(1_000 - person as u32, &String::from_utf8(answers).unwrap(), &comment)
        })
        .collect();
    for person in &people {
        tally.count(person);
    }
    audit.put(&Slot::Survey, Entry::Survey(closed_survey()));
    audit.put(&Slot::Tally, Entry::Tally(tally));

    let hidden = record_text(&audit, at(0));
    let shown = record_text(&released(audit), at(0));
    for (file, fields) in [
        (&hidden, &["changed", "counted", "pending", "survey", "waiting"][..]),
        (&shown, &["changed", "counted", "shown", "survey"]),
    ] {
        let json: serde_json::Value = serde_json::from_str(file).unwrap();
        let tally = json["data"]["tally"].as_object().unwrap();
        let mut names: Vec<&String> = tally.keys().collect();
        names.sort();
        assert_eq!(names, fields);
        let counted: Vec<&str> =
            tally["counted"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        assert!(counted.is_sorted() && counted.len() == 12, "in no order of arrival");
        // No answer stands in the file, by any of its names.
        for answer in Answer::ALL {
            let name = serde_json::to_string(&answer).unwrap();
            assert!(!file.contains(&name) && !file.contains(answer.label()), "{name}");
        }
        // And none of the codes.
        assert!(!file.contains("CAIRN-"));
    }
    assert!(!hidden.contains("comment ") && !hidden.contains("s01"));

    let json: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let shown = &json["data"]["tally"]["shown"];
    let fields: Vec<&String> = shown.as_object().unwrap().keys().collect();
    assert_eq!(fields.len(), 3);
    assert_eq!(shown["responses"], 12);
    for (_, counts) in shown["counts"].as_object().unwrap() {
        let counts = counts.as_array().unwrap();
        assert_eq!(counts.len(), 6);
        assert_eq!(counts.iter().map(|count| count.as_u64().unwrap()).sum::<u64>(), 12);
    }
    let comments: Vec<&str> =
        shown["comments"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
    let arrived: Vec<&str> = people
        .iter()
        .map(|person| person.comment.as_str())
        .filter(|comment| !comment.is_empty())
        .collect();
    assert_eq!(comments.len(), arrived.len());
    assert_ne!(comments, arrived, "not in the order of arrival");
    assert!(comments.iter().all(|comment| arrived.contains(comment)));
}

#[test]
fn an_import_can_be_undone() {
    let mut audit = empty_audit("audit-1");
    audit.put(&Slot::Survey, Entry::Survey(closed_survey()));
    let mut tally = Tally::new(SURVEY);
    tally.count(&response(1, "A", ""));
    let before = audit.change(&Slot::Tally, Entry::Tally(tally.clone()), by(1, ""));
    tally.count(&response(2, "A", ""));
    let first = audit.change(&Slot::Tally, Entry::Tally(tally), by(2, ""));
    audit.change(&Slot::Tally, first, by(3, ""));
    assert_eq!(audit.tally.as_ref().unwrap().responses(), 1);
    audit.change(&Slot::Tally, before, by(4, ""));
    assert_eq!(audit.tally, None);
}

#[test]
fn a_survey_that_was_taken_back_does_not_come_back() {
    let mut mine = surveyed(0);
    let theirs = mine.clone();
    let opened = mine.change(&Slot::Survey, Entry::Removed(by(0, "")), by(5, ""));
    assert_eq!(mine.survey, None);
    assert_eq!(merge(&mut mine, &theirs, &[]), []);
    assert_eq!(mine.survey, None);
    // It comes back only when it is opened again.
    mine.change(&Slot::Survey, opened, by(6, ""));
    let mut other = theirs.clone();
    other.change(&Slot::Survey, Entry::Removed(by(0, "")), by(5, ""));
    merge(&mut other, &mine, &[]);
    assert_eq!(other.survey, mine.survey);
    assert!(other.removed.is_empty());
}

#[test]
fn two_tabs_count_the_same_answers_once() {
    let (mut mine, mut theirs) = (surveyed(4), surveyed(7));
    let changed = merge(&mut mine, &theirs, &[]);
    assert_eq!(changed, [Slot::Tally]);
    assert_eq!(mine.tally, theirs.tally);
    assert_eq!(merge(&mut theirs, &surveyed(4), &[]), []);
    assert_eq!(theirs.tally.as_ref().unwrap().responses(), 7);
}

#[test]
fn of_two_surveys_the_counts_of_the_one_that_stands_stay() {
    let mut newer = empty_audit("audit-1");
    let survey = Survey { id: id(70), changed: by(50, ""), ..closed_survey() };
    newer.put(&Slot::Survey, Entry::Survey(survey));
    newer.put(&Slot::Tally, Entry::Tally(Tally::new(&id(70))));
    for (mut mine, theirs) in [(surveyed(9), newer.clone()), (newer.clone(), surveyed(9))] {
        merge(&mut mine, &theirs, &[]);
        assert_eq!(mine.survey.as_ref().unwrap().id, id(70));
        assert_eq!(mine.tally, newer.tally);
    }
}

#[test]
fn what_changes_of_a_survey_is_a_change_of_the_audit() {
    let mut audit = empty_audit("audit-1");
    let survey = Survey { changed: by(7, ""), ..closed_survey() };
    audit.put(&Slot::Survey, Entry::Survey(survey));
    assert_eq!(audit.changed_at(), at(7));
    let mut tally = Tally::new(SURVEY);
    tally.changed = by(8, "");
    audit.put(&Slot::Tally, Entry::Tally(tally));
    assert_eq!(audit.changed_at(), at(8));
    audit.put(&Slot::item(&SAID, "intro"), crate::samples::written("intro", "Thank you", 9));
    assert_eq!(audit.changed_at(), at(9));
}

#[test]
fn what_staff_said_is_not_among_the_words_that_are_kept_when_copies_meet() {
    assert_eq!(Entry::Survey(closed_survey()).words(), "Staff survey 2026");
    assert_eq!(Entry::Tally(released(surveyed(5)).tally.unwrap()).words(), "");
}
