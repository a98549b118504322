use cairn::by_id::ById;
use cairn::exchange::writing::record_text;
use cairn::exchange::{File, from_text};
use cairn::records::{Entry, Record, Slot};
use cairn::survey::sheets::Sheets;
use cairn::survey::shown::Shown;
use cairn::survey::symbols::encode_checked;
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, Response, Survey, answered, statement_id};
use proptest::prelude::*;
use serde_json::json;

use super::{SURVEY, any_response, id, response};
use crate::samples::{at, by, empty_audit, framework};

fn tally(responses: &[Response]) -> Tally {
    let mut tally = Tally::new(SURVEY);
    for response in responses {
        tally.count(response);
    }
    tally
}

fn people(numbers: std::ops::Range<u32>) -> Vec<Response> {
    let letters = ["ABCDEFABCDEFABCDEFABCDEF", "AAAAAAAAAAAAAAAAAAAAAAAA", "B-B-B-B-B-B-B-B-"];
    let person = |number: u32| response(number, letters[number as usize % 3], "");
    numbers.map(person).collect()
}

/// The tally as it stands in files.
fn text(tally: &Tally) -> String {
    serde_json::to_string(tally).unwrap()
}

fn released(responses: &[Response], threshold: u32) -> Shown {
    let mut tally = tally(responses);
    assert!(tally.release(threshold));
    tally.shown.unwrap()
}

#[test]
fn every_answer_is_counted_in_its_place() {
    let shown = released(
        &[response(1, "ABCDEF", "one"), response(2, "AACDE-", ""), response(3, "A", "  \n")],
        3,
    );
    assert_eq!(shown.responses, 3);
    assert_eq!(shown.counts.get("s01"), Some(&[3, 0, 0, 0, 0, 0]));
    assert_eq!(shown.counts.len(), 1, "of the others two answered, or one");
    assert_eq!(shown.comments, ["one"], "what is only white space is no comment");
}

#[test]
fn a_response_counts_once_however_often_it_arrives() {
    let mut tally = tally(&people(0..4));
    let before = text(&tally);
    for again in people(0..4) {
        assert!(!tally.count(&again));
        // Even when other answers come under the same id.
        assert!(!tally.count(&Response { answers: ById::new(), ..again }));
    }
    assert_eq!(text(&tally), before);
    assert!(tally.count(&response(9, "A", "")));
    assert_eq!(tally.responses(), 5);

    let other_survey = Response { survey: id(77), ..response(10, "A", "") };
    assert!(!tally.count(&other_survey));
    assert_eq!(tally.responses(), 5);
}

#[test]
fn nothing_shows_before_enough_have_answered() {
    let check = |responses: u32, threshold, needed, shows| {
        let mut tally = tally(&people(0..responses));
        assert_eq!(tally.needed(threshold), needed);
        assert_eq!(tally.release(threshold), shows, "{responses} of {threshold}");
        assert_eq!(tally.shown.is_some(), shows);
        assert_eq!(tally.responses(), responses);
        assert_eq!(tally.waiting(), if shows { 0 } else { responses });
    };
    check(0, 5, 5, false);
    check(4, 5, 1, false);
    check(5, 5, 0, true);
    check(2, 3, 1, false);
    check(3, 3, 0, true);
    // A threshold below three counts as three.
    check(2, 1, 1, false);
    check(0, 0, 3, false);
}

#[test]
fn what_comes_later_shows_when_it_is_enough_by_itself() {
    let mut tally = tally(&people(0..6));
    tally.release(5);
    let first = tally.shown.clone();
    for late in people(6..10) {
        tally.count(&late);
        assert!(!tally.release(5));
        assert_eq!(tally.shown, first);
    }
    assert_eq!((tally.responses(), tally.waiting(), tally.needed(5)), (10, 4, 1));
    tally.count(&people(10..11)[0]);
    assert!(tally.release(5));
    assert_eq!(tally.shown, Some(released(&people(0..11), 5)));
    assert!(!tally.release(5), "once");
}

#[test]
fn a_statement_that_too_few_have_answered_waits_for_more() {
    let mut tally = tally(&people(0..5));
    for (number, answers) in [(5, "A"), (6, "AB"), (7, "AB"), (8, "AB"), (9, "AB")] {
        tally.count(&response(number, answers, ""));
    }
    tally.release(5);
    let first = tally.shown.clone().unwrap();
    assert_eq!(first.responses, 10);

    for number in 20..25 {
        let answers = if number == 20 { "A-A" } else { "A" };
        tally.count(&response(number, answers, ""));
    }
    tally.release(5);
    let second = tally.shown.clone().unwrap();
    assert_eq!(second.responses, 15);
    assert_eq!(second.counts.get("s01").unwrap()[0], first.counts.get("s01").unwrap()[0] + 5);
    assert_eq!(second.counts.get("s03"), first.counts.get("s03"), "one answer alone stays hidden");

    for number in 30..35 {
        tally.count(&response(number, "A-A", ""));
    }
    tally.release(5);
    let third = tally.shown.clone().unwrap();
    assert_eq!(third.counts.get("s03").unwrap()[0], first.counts.get("s03").unwrap()[0] + 6);
}

#[test]
fn nobody_reads_in_a_file_what_must_not_show() {
    let mut tally = tally(&people(0..4));
    tally.count(&response(4, "A", "You will know my voice."));
    let waiting = text(&tally);
    assert!(!waiting.contains("voice") && !waiting.contains("s01") && !waiting.contains("shown"));
    tally.release(5);
    assert!(text(&tally).contains("voice"));
    for late in people(5..9) {
        tally.count(&late);
    }
    assert_eq!(text(&tally).matches("s01").count(), 1);
}

#[test]
fn a_batch_of_sheets_counts_as_its_people_would() {
    let people = people(0..6);
    let mut sheets = Sheets::default();
    for person in &people {
        let answers: Vec<Option<Answer>> =
            (0..24).map(|place| person.answers.get(&statement_id(place)).copied()).collect();
        sheets.add_sheet(&answers);
    }
    sheets.comments = vec!["b".to_owned(), " ".to_owned(), "a".to_owned()];
    let mut on_paper = Tally::new(SURVEY);
    let count = |tally: &mut Tally, sheets: &Sheets| {
        tally.count_sheets(&id(100), sheets, &framework().statements)
    };
    assert_eq!(count(&mut on_paper, &sheets), Ok(true));
    assert_eq!(count(&mut on_paper, &sheets), Ok(false), "a batch counts once");
    assert_eq!(on_paper.responses(), 6);
    on_paper.release(5);
    let mut shown = on_paper.shown.clone().unwrap();
    assert_eq!(shown.comments.len(), 2);
    shown.comments.clear();
    assert_eq!(std::mem::take(&mut shown.typed), 6, "and it says that they were typed in");
    assert_eq!(shown, released(&people, 5));

    let before = on_paper.clone();
    sheets.number = 7;
    let problems = on_paper.count_sheets(&id(101), &sheets, &framework().statements).unwrap_err();
    assert_eq!(problems.len(), 24);
    let nothing = Sheets::default();
    assert_eq!(on_paper.count_sheets(&id(102), &nothing, &framework().statements), Ok(false));
    assert_eq!(on_paper, before);
}

#[test]
fn five_hundred_responses_are_counted() {
    let mut tally = tally(&people(0..500));
    assert_eq!((tally.responses(), tally.counted.len()), (500, 500));
    assert!(tally.release(5));
    assert_eq!(answered(tally.shown.unwrap().counts.get("s01").unwrap()), 500);
}

// Two copies.

/// Checks that two copies come to `expected`, whichever is named first, and that bringing the second in
/// once more changes nothing.
fn check_combined(one: &Tally, other: &Tally, expected: &Tally) {
    for (mine, theirs) in [(one, other), (other, one)] {
        assert_eq!(Tally::combined(mine, theirs), *expected);
        assert_eq!(Tally::combined(&Tally::combined(mine, theirs), theirs), *expected);
    }
}

#[test]
fn two_copies_of_a_tally_come_together() {
    let all = |numbers| tally(&people(numbers));
    let shown = |numbers: std::ops::Range<u32>, later: std::ops::Range<u32>| {
        let mut tally = all(numbers);
        tally.release(5);
        for late in people(later) {
            tally.count(&late);
        }
        tally
    };
    let never = Tally::new(SURVEY);
    check_combined(&never, &never, &never);
    check_combined(&never, &all(0..4), &all(0..4));
    check_combined(&all(0..4), &all(0..4), &all(0..4));
    // One knows more than the other.
    check_combined(&all(0..4), &all(0..9), &all(0..9));
    check_combined(&shown(0..6, 6..6), &shown(0..6, 6..9), &shown(0..6, 6..9));
    // One has counted more and the other shows more: nothing is hidden again, and nothing is lost.
    check_combined(&all(0..9), &shown(0..6, 6..6), &shown(0..6, 6..9));
    check_combined(&all(0..6), &shown(0..6, 6..6), &shown(0..6, 6..6));
    // They have no response in common.
    check_combined(&all(0..4), &all(4..9), &all(0..9));
    check_combined(&shown(0..6, 0..0), &all(6..9), &shown(0..6, 6..9));
    // A step without ids, which only a file edited by hand has, is not added to itself.
    let mut made_up = Tally::new(SURVEY);
    made_up.shown = shown(0..6, 0..0).shown;
    assert!(made_up.counted.is_empty());
    check_combined(&made_up, &made_up, &made_up);
    // They have some responses in common, and sums cannot be taken apart: the one with more responses
    // stands.
    check_combined(&all(0..5), &all(4..11), &all(4..11));
    let mut again = Tally::combined(&all(0..5), &all(4..11));
    for lost in people(0..4) {
        assert!(again.count(&lost), "it counts when it comes anew");
    }
    assert_eq!(again, all(0..11));
}

#[test]
fn the_later_stamp_stands_and_surveys_are_not_mixed() {
    let stamped = |mut tally: Tally, millis| {
        tally.changed = by(millis, "");
        tally
    };
    let (one, other) = (stamped(tally(&people(0..3)), 5), stamped(tally(&people(3..5)), 9));
    assert_eq!(Tally::combined(&one, &other).changed, by(9, ""));
    let mut another = Tally::new(&id(50));
    another.changed = by(100, "");
    check_combined(&one, &another, &one);
}

/// A tally in which any people's answers were counted, with results let out at any points in between.
fn any_tally() -> impl Strategy<Value = Tally> {
    let counted = proptest::collection::vec((0..12_u32, proptest::bool::weighted(0.2)), 0..16);
    (counted, 0..3_i64).prop_map(|(counted, millis)| {
        let mut tally = Tally::new(SURVEY);
        for (person, release) in counted {
            tally.count(&people(person..person + 1)[0]);
            if release {
                tally.release(3);
            }
        }
        tally.changed = by(millis, "");
        tally
    })
}

/// An audit whose file has this tally, besides the id of its survey.
fn with_tally(tally: serde_json::Value) -> Option<File> {
    let mut audit = empty_audit("a");
    audit.put(&Slot::Survey, Entry::Survey(Survey::new(SURVEY.to_owned(), "Survey", by(0, ""))));
    let mut file: serde_json::Value = serde_json::from_str(&record_text(&audit, at(0))).unwrap();
    file["data"]["tally"] = tally;
    file["data"]["tally"]["survey"] = SURVEY.into();
    file["data"]["tally"]["changed"] = file["data"]["survey"]["changed"].clone();
    from_text(&file.to_string()).ok()
}

#[test]
fn no_more_are_typed_in_than_have_answered_wherever_it_stands() {
    let sum = |typed: u32| json!({ "responses": 3, "typed": typed, "counts": {} });
    let packed = |typed| {
        let text = sum(typed).to_string();
        let bytes = lz4_flex::block::compress_prepend_size(text.as_bytes());
        encode_checked(bytes).to_ascii_lowercase()
    };
    assert!(with_tally(json!({ "shown": sum(3) })).is_some());
    assert!(with_tally(json!({ "shown": sum(4) })).is_none());
    assert!(with_tally(json!({ "waiting": packed(3) })).is_some());
    assert!(with_tally(json!({ "waiting": packed(4) })).is_none());
}

/// Results without ids cannot be told from those that show here.
#[test]
fn results_that_name_nobody_are_not_added_up() {
    let results = json!({ "responses": 5, "counts": { "s01": [5, 0, 0, 0, 0, 0] } });
    let Some(File::Record(file)) = with_tally(json!({ "shown": results })) else { panic!() };
    let mut here = Record::new(file.form, file.id.clone(), "Here", "", by(0, ""));
    here.put(&Slot::Survey, file.entry(&Slot::Survey).unwrap());
    let mut tally = tally(&people(0..5));
    assert!(tally.release(5));
    here.put(&Slot::Tally, Entry::Tally(tally.clone()));
    for (slot, entry) in here.changes_to(&file, &by(9, "")) {
        here.put(&slot, entry);
    }
    let collected = here.collected().unwrap();
    assert_eq!(collected.tally, Some(&tally));
    assert!(collected.is_shown_elsewhere());
}

proptest! {
    #[test]
    fn in_whatever_order_and_in_however_many_imports_the_bytes_are_the_same(
        (responses, shuffled) in proptest::collection::vec(any_response(), 0..12)
            .prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
        half: prop::sample::Index,
        threshold in 3..8_u32,
    ) {
        let ids: std::collections::BTreeSet<&String> =
            responses.iter().map(|response| &response.id).collect();
        prop_assume!(ids.len() == responses.len());
        let (mut one, mut other) = (tally(&responses), tally(&shuffled));
        prop_assert_eq!(text(&one), text(&other));
        // Two people bring the responses into copies of their own.
        let (half, rest) = shuffled.split_at(half.index(shuffled.len() + 1));
        prop_assert_eq!(text(&Tally::combined(&tally(half), &tally(rest))), text(&one));
        prop_assert_eq!(one.release(threshold), other.release(threshold));
        prop_assert_eq!(text(&one), text(&other));
    }

    #[test]
    fn between_any_two_steps_stand_as_many_as_the_threshold_or_none(
        responses in proptest::collection::vec((any_response(), any::<bool>()), 0..60),
        threshold in 3..8_u32,
    ) {
        let mut tally = Tally::new(SURVEY);
        for (response, look) in responses {
            tally.count(&response);
            let before = tally.shown.clone().unwrap_or_default();
            let all = tally.responses();
            if look && tally.release(threshold) {
                let after = tally.shown.as_ref().unwrap();
                prop_assert!(after.responses >= before.responses + threshold);
                for (id, counts) in &after.counts {
                    let more = answered(counts) - before.counts.get(id).map_or(0, answered);
                    prop_assert!(more == 0 || more >= threshold, "{} of {}", more, id);
                }
                for comment in &before.comments {
                    prop_assert!(after.comments.contains(comment));
                }
            }
            prop_assert_eq!(tally.responses(), all);
        }
    }

    #[test]
    fn copies_come_together_whichever_is_first(one in any_tally(), other in any_tally()) {
        let together = Tally::combined(&one, &other);
        prop_assert_eq!(&together, &Tally::combined(&other, &one));
        prop_assert_eq!(&Tally::combined(&one, &one), &one);
        prop_assert_eq!(&Tally::combined(&together, &one), &together);
        prop_assert_eq!(&Tally::combined(&together, &other), &together);
        // No step is given up for answers that wait, however many wait.
        let in_steps = |tally: &Tally| tally.responses() - tally.in_no_copy();
        prop_assert!(
            together.responses() >= one.responses().max(other.responses())
                || in_steps(&together) >= in_steps(&one).max(in_steps(&other))
        );
        prop_assert_eq!(together.responses() as usize, together.counted.len());
    }
}

#[test]
fn what_leaves_the_device_holds_nothing_that_may_not_show() {
    let survey = "0123abcd";
    let responses: Vec<Response> = (0..8_u8)
        .map(|number| {
            let mut response =
                Response::new(survey, cairn::survey::symbols::id([number, 1, 2, 3, 4]));
            response.answers.insert("s01".to_owned(), Answer::ALL[usize::from(number % 6)]);
            response.comment = format!("Comment {number}");
            response
        })
        .collect();
    let mut tally = Tally::new(survey);
    for response in &responses[..5] {
        assert!(tally.count(response));
    }
    assert_eq!(tally.without_waiting(), Tally::new(survey), "below the threshold there is nothing");
    assert!(tally.release(5));
    let shown = tally.clone();
    for response in &responses[5..] {
        assert!(tally.count(response));
    }
    let outside = tally.without_waiting();
    assert_eq!(outside, shown, "and after a step only that step");
    assert_eq!(outside.waiting(), 0);

    // A device that has only this copy counts the other responses again, each once.
    let mut again = outside.clone();
    let counted = responses.iter().filter(|response| again.count(response)).count();
    assert_eq!(counted, 3);
    assert_eq!(again, tally);
    assert_eq!(Tally::combined(&tally, &outside), tally, "and it takes nothing from who has all");
    assert_eq!(Tally::combined(&outside, &tally), tally);
}
