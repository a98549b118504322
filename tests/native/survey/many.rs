//! Everyone is asked about the characteristics: what an organisation's book shows of that survey, what
//! it keeps as a round, and that nobody's answers can be read from either.

use cairn::by_id::ById;
use cairn::exchange::envelope::Backup;
use cairn::exchange::writing::{backup_text, record_text};
use cairn::exchange::{File, from_text};
use cairn::framework::learning;
use cairn::moment::Date;
use cairn::organisation::many;
use cairn::organisation::round::{self, Round, Said, Truth};
use cairn::records::{Entry, Item, Record, Slot};
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, Asked, Response, Survey, SurveyState};
use cairn::workspace::Workspace;
use cairn::workspace::deleted::shown_by_both;
use proptest::prelude::*;

use super::{SURVEY, closed_survey, id, response};
use crate::samples::{at, by};
use crate::store::MemoryStore;

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

fn counted(responses: &[Response]) -> Tally {
    let mut tally = Tally::new(SURVEY);
    for response in responses {
        Asked::Characteristics.count(&mut tally, 5, response).expect("it was offered");
    }
    tally
}

/// An organisation's book with a closed survey in which these responses are counted.
fn asked(responses: &[Response]) -> Record {
    let mut book = Record::new(
        &cairn::organisation::FORM,
        "org-1".to_owned(),
        "Harbour Support",
        "",
        by(0, "MK"),
    );
    book.put(&Slot::Survey, Entry::Survey(closed_survey()));
    book.put(&Slot::Tally, Entry::Tally(counted(responses)));
    book
}

fn released(mut book: Record) -> Record {
    let tally = book.collected().unwrap().released().expect("there is something to be let out");
    book.put(&Slot::Tally, Entry::Tally(tally));
    book
}

/// The responses of the people with these numbers. Number 3 writes a comment, and number 0 leaves out
/// f07.
fn people(numbers: std::ops::Range<u32>) -> Vec<Response> {
    let person = |number: u32| {
        let answers = if number == 0 { "ABDEFABDEFABDEFABD" } else { "ABDEFABDEFABDEFABDE" };
        let comment = if number == 3 { "We need more time to talk." } else { "" };
        response(number, answers, comment)
    };
    numbers.map(person).collect()
}

fn with_survey(mut book: Record, change: impl Fn(&mut Survey)) -> Record {
    if let Some(survey) = &mut book.survey {
        change(survey);
    }
    book
}

/// The book after another survey has replaced its own, whose results are kept as a round.
fn asked_anew(mut book: Record) -> Record {
    let survey = Survey::new(id(77), "Again", by(8, ""));
    for (slot, entry) in many::ask_again(&learning(), &book, survey, today()) {
        book.change(&slot, entry, by(8, ""));
    }
    book
}

/// The book after the round of its first survey was removed.
fn without_round(mut book: Record) -> Record {
    book.change(&Slot::item(&round::LIST, SURVEY), Entry::Removed(by(8, "")), by(8, ""));
    book
}

fn put(book: &mut Record, item: Item) {
    book.put(&Slot::item(&round::LIST, &item.id.clone()), Entry::Item(item));
}

fn check_hidden(book: &Record) {
    assert_eq!(book.collected().and_then(|collected| collected.shown()), None);
    assert_eq!(many::seen(&learning(), book), None);
    assert_eq!(many::to_keep(&learning(), book, today()), None);
    assert!(!many::is_kept(&learning(), book));
}

#[test]
fn nothing_shows_below_the_threshold_or_while_the_survey_is_open() {
    for few in [0, 1, 4] {
        check_hidden(&asked(&people(0..few)));
        assert_eq!(asked(&people(0..few)).collected().unwrap().released(), None);
    }
    check_hidden(&asked(&people(0..5)));
    let shown = released(asked(&people(0..5)));
    assert!(many::seen(&learning(), &shown).is_some());
    // What has shown stays, also when a higher threshold is promised from now on or the survey is
    // opened again.
    let now = many::seen(&learning(), &shown);
    let raised = with_survey(shown.clone(), |survey| survey.threshold = 6);
    assert_eq!(many::seen(&learning(), &raised), now);
    let opened = with_survey(shown.clone(), |survey| survey.state = SurveyState::Open);
    assert_eq!(many::seen(&learning(), &opened), now);
    check_hidden(&with_survey(shown.clone(), |survey| survey.id = id(50)));
    let open = with_survey(asked(&people(0..9)), |survey| survey.state = SurveyState::Open);
    assert_eq!(open.collected().unwrap().released(), None);
    let showing = with_survey(open, |survey| survey.shows_while_open = true);
    assert!(many::seen(&learning(), &released(showing)).is_some());
    let mut none = shown;
    none.survey = None;
    assert!(none.collected().is_none());
}

#[test]
fn what_many_say_is_a_round() {
    let book = released(asked(&people(0..5)));
    let item = many::to_keep(&learning(), &book, today()).unwrap();
    let round = Round::of(&item);
    assert_eq!(
        (round.id(), round.date(), round.by()),
        (SURVEY, Some(today()), "Staff survey 2026")
    );
    assert_eq!((round.people(), round.invited()), (Some(5), Some(34)));
    assert!(round.is_counted());
    assert_eq!(round.comments().collect::<Vec<_>>(), ["We need more time to talk."]);
    let step = |id: &str| match round.said(id) {
        Some(Said::Counted(counted)) => {
            let steps = Truth::ALL.map(|step| counted.count(step));
            Some((steps, counted.dont_know()))
        }
        _ => None,
    };
    assert_eq!(step("c01"), Some(([0, 0, 0, 5], 0)));
    assert_eq!(step("c02"), Some(([0, 0, 5, 0], 0)));
    assert_eq!(step("c03"), Some(([0, 5, 0, 0], 0)));
    assert_eq!(step("c04"), Some(([5, 0, 0, 0], 0)));
    assert_eq!(step("c05"), Some(([0, 0, 0, 0], 5)));
    assert_eq!(step("f01"), Some(([0, 5, 0, 0], 0)));
    assert_eq!(step("f07"), None, "too few have said something to it");
    assert_eq!(round.answered(&learning()), (18, 19));
}

#[test]
fn a_round_is_one_even_where_nobody_answered_a_statement() {
    let silent: Vec<_> = (0..5).map(|person| response(person, "", "a word")).collect();
    let item = many::seen(&learning(), &released(asked(&silent))).unwrap();
    assert!(Round::of(&item).is_counted());
}

#[test]
fn what_is_kept_stays_beside_its_note_and_follows_what_shows_later() {
    let mut book = released(asked(&people(0..5)));
    assert!(!many::is_kept(&learning(), &book));
    let mut first = many::to_keep(&learning(), &book, today()).unwrap();
    first.set(&round::NOTE, "A busy month.");
    put(&mut book, first);
    assert!(many::is_kept(&learning(), &book));

    let mut tally = book.tally.clone().unwrap();
    for late in people(5..9) {
        tally.count(&late);
    }
    book.put(&Slot::Tally, Entry::Tally(tally.clone()));
    assert!(book.collected().unwrap().released().is_none());
    assert!(many::is_kept(&learning(), &book), "four more wait and do not show");
    tally.count(&people(9..10)[0]);
    book.put(&Slot::Tally, Entry::Tally(tally));
    let mut book = released(book);
    assert!(!many::is_kept(&learning(), &book));
    let second = many::to_keep(&learning(), &book, today()).unwrap();
    put(&mut book, second);
    assert!(many::is_kept(&learning(), &book));
    let rounds = round::all(&book);
    assert_eq!(rounds.len(), 1, "the same survey is the same round");
    assert_eq!((rounds[0].people(), rounds[0].note()), (Some(10), "A busy month."));

    // The next survey has no round yet, and the round of this one stands beside it.
    let next = with_survey(book, |survey| survey.id = id(60));
    assert!(!many::is_kept(&learning(), &next));
    assert_eq!(many::beside(&next).map(|round| round.id()), Some(SURVEY));
}

#[test]
fn another_survey_takes_the_place_of_one_only_when_no_answer_is_lost() {
    let all_kept = |book: &Record| many::is_all_kept(&learning(), book);
    let keep = |book: &mut Record| put(book, many::to_keep(&learning(), book, today()).unwrap());
    let more = |book: &Record, late: std::ops::Range<u32>| {
        let mut book = book.clone();
        let mut tally = book.tally.clone().unwrap();
        people(late).iter().for_each(|late| assert!(tally.count(late)));
        book.put(&Slot::Tally, Entry::Tally(tally));
        book
    };
    assert!(all_kept(&asked(&[])), "nobody has answered");
    assert!(!all_kept(&asked(&people(0..4))), "too few for a round");
    let mut book = released(asked(&people(0..5)));
    assert!(!all_kept(&book), "not kept yet");
    keep(&mut book);
    assert!(all_kept(&book), "though too few have said something to the last statement");
    let few = more(&book, 5..7);
    assert!(many::is_kept(&learning(), &few) && !all_kept(&few), "two wait that cannot show");
    let enough = more(&book, 5..10);
    assert!(many::is_kept(&learning(), &enough) && !all_kept(&enough), "five wait that could");
    let mut shown = released(enough);
    assert!(!all_kept(&shown));
    keep(&mut shown);
    assert!(all_kept(&shown));
}

#[test]
fn many_stand_beside_one() {
    let mut book = released(asked(&people(0..5)));
    let kept = many::to_keep(&learning(), &book, today()).unwrap();
    assert!(many::beside(&book).is_none());
    put(&mut book, kept.clone());
    assert!(many::beside(&book).is_none(), "not beside itself");
    let mut other = Item { id: "earlier".to_owned(), ..kept };
    other.set(&round::DATE, Some(Date::new(2026, 11, 1).unwrap()));
    put(&mut book, other);
    assert_eq!(many::beside(&book).map(|round| round.id()), Some("earlier"));
    for (id, day) in [("one", 2), ("two", 3)] {
        let mut one = Item::new(id.to_owned());
        one.set(&round::DATE, Some(Date::new(2025, 11, day).unwrap()));
        one.choose(&round::STEPS, "c01", Some(Truth::Mostly.name()));
        put(&mut book, one);
    }
    assert_eq!(many::beside(&book).map(|round| round.id()), Some("two"));
}

#[test]
fn neither_a_file_for_others_nor_a_backup_has_what_waits() {
    let mut book = released(asked(&people(0..5)));
    let mut tally = book.tally.clone().unwrap();
    for late in people(5..7) {
        tally.count(&late);
    }
    book.put(&Slot::Tally, Entry::Tally(tally));
    let own = book.clone();
    assert_eq!(own.waiting(), 2);
    let (given, waiting) = own.for_others();
    assert_eq!((waiting, given.waiting()), (2, 0));
    assert_eq!(given.collected().unwrap().responses(), 5);
    assert_eq!(many::seen(&learning(), &given), many::seen(&learning(), &book));
    let mut backup = Backup::default();
    assert_eq!(backup.add(book.clone()), 2, "and it says how many it lacks");
    let whole = book.clone();
    assert_eq!((whole.lacking(), whole.statements_in_no_copy()), (2, 1), "the first left one out");
    let Ok(File::Backup(read)) = from_text(&backup_text(&backup, at(0))) else {
        panic!("it is no backup")
    };
    assert_eq!(read.records, [given]);
}

#[test]
fn an_earlier_copy_never_takes_back_what_was_counted() {
    let earlier = asked(&people(0..5));
    let mut later = earlier.tally.clone().unwrap();
    for late in people(5..8) {
        later.count(&late);
    }
    let mut book = earlier.clone();
    book.put(&Slot::Tally, Entry::Tally(later));
    let book = released(book);
    assert_eq!(book.changes_to(&earlier, &by(9, "")), []);
}

#[test]
fn no_file_holds_what_one_person_said() {
    let letters = b"ABDEF";
    let said: Vec<_> = (0..12_usize)
        .map(|person| {
            let answers: Vec<u8> =
                (0..19).map(|place| letters[(person * 7 + place * (person + 1)) % 5]).collect();
            let comment = if person % 2 == 0 { format!("comment {person}") } else { String::new() };
            response(1_000 - person as u32, &String::from_utf8(answers).unwrap(), &comment)
        })
        .collect();
    let hidden = asked(&said);
    let mut shown = released(hidden.clone());
    let kept = many::to_keep(&learning(), &shown, today()).unwrap();
    put(&mut shown, kept);
    let (hidden, shown) = (record_text(&hidden, at(0)), record_text(&shown, at(0)));
    for file in [&hidden, &shown] {
        for answer in Answer::ALL {
            let name = serde_json::to_string(&answer).unwrap();
            let labels = [answer.label(), Asked::Characteristics.label(answer)];
            assert!(!file.contains(&name), "{name}");
            assert!(labels.iter().all(|label| !file.contains(label)), "{name}");
        }
        assert!(!file.contains("CAIRN-"));
        let json: serde_json::Value = serde_json::from_str(file).unwrap();
        let counted = json["data"]["tally"]["counted"].as_array().unwrap();
        let counted: Vec<_> = counted.iter().map(|id| id.as_str().unwrap()).collect();
        assert!(counted.is_sorted() && counted.len() == 12, "in no order of arrival");
    }
    assert!(!hidden.contains("comment ") && !hidden.contains("s01"));

    let json: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let round = &json["data"]["rounds"][0];
    let mut fields: Vec<&str> = round.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["by", "changed", "comments", "counts", "date", "id", "invited", "people"]);
    for counts in round["counts"].as_object().unwrap().values() {
        let counts = counts.as_array().unwrap().iter().map(|count| count.as_u64().unwrap());
        assert_eq!(counts.sum::<u64>(), 12);
    }
    let comments = round["comments"].as_object().unwrap().values();
    let comments: Vec<&str> = comments.map(|comment| comment.as_str().unwrap()).collect();
    let arrived: Vec<&str> = said.iter().map(|one| one.comment.as_str()).collect();
    let arrived: Vec<&str> = arrived.into_iter().filter(|comment| !comment.is_empty()).collect();
    assert_eq!(comments.len(), arrived.len());
    assert_ne!(comments, arrived, "not in the order of arrival");
}

#[test]
fn a_file_that_counts_what_was_not_offered_is_refused() {
    let book = released(asked(&people(0..5)));
    let text = record_text(&book, at(0));
    assert_eq!(from_text(&text), Ok(File::Record(Box::new(book.clone()))));
    let check = |change: &dyn Fn(&mut ById<[u32; 6]>)| {
        let mut made_up = book.clone();
        change(&mut made_up.tally.as_mut().unwrap().shown.as_mut().unwrap().counts);
        let problem = from_text(&record_text(&made_up, at(0))).unwrap_err().to_string();
        let clause = "it counts answers that this survey does not offer";
        assert!(problem.contains(clause), "{problem}");
    };
    check(&|counts| counts.insert("s01".to_owned(), [4, 0, 1, 0, 0, 0]));
    check(&|counts| counts.insert("s20".to_owned(), [5, 0, 0, 0, 0, 0]));
}

/// After another survey has replaced the first, a round is all that is left of the results that were
/// shown.
#[test]
fn a_round_outlasts_steps_and_earlier_copies_once_another_survey_stands() {
    let before = released(asked(&people(0..5)));
    let mut book = before.clone();
    let round = many::to_keep(&learning(), &book, today()).unwrap();
    put(&mut book, round);
    let survey = closed_survey().id;
    let slot = Slot::item(&round::LIST, &survey);
    let kept = book.entry(&slot);
    let gone = || Entry::Removed(by(9, ""));
    assert_eq!(book.stepped(&slot, gone()), gone(), "its answers still show in the survey");

    book.put(&Slot::Survey, Entry::Survey(Survey { id: id(50), ..closed_survey() }));
    book.put(&Slot::Tally, Entry::Tally(Tally::default()));
    assert_eq!(Some(book.stepped(&slot, gone())), kept);
    let changes = book.changes_to(&before, &by(9, ""));
    assert!(changes.iter().all(|(changed, _)| *changed != slot), "{changes:?}");

    // The note on a round can be undone, but none of its results.
    let Some(Entry::Item(round)) = kept else { panic!("it is kept") };
    let noted = round.clone().with(&round::NOTE, "We talked about it.");
    book.put(&slot, Entry::Item(noted));
    assert_eq!(book.stepped(&slot, Entry::Item(round.clone())), Entry::Item(round.clone()));
    let fewer = round.clone().with(&round::PEOPLE, Some(3));
    assert_eq!(book.stepped(&slot, Entry::Item(fewer)), Entry::Item(round));

    // A round that a person typed in can be undone.
    let typed = Item::new("r1".to_owned()).with(&round::PEOPLE, Some(4));
    put(&mut book, typed);
    assert_eq!(book.stepped(&Slot::item(&round::LIST, "r1"), gone()), gone());
}

proptest! {
    #[test]
    fn counting_in_another_order_gives_the_same_bytes(
        order in Just((0..9u32).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let all = people(0..9);
        let shuffled: Vec<_> = order.iter().map(|at| all[*at as usize].clone()).collect();
        let (one, other) = (asked(&all), asked(&shuffled));
        prop_assert_eq!(record_text(&one, at(0)), record_text(&other, at(0)));
        let (one, other) = (released(one), released(other));
        prop_assert_eq!(record_text(&one, at(0)), record_text(&other, at(0)));
        prop_assert_eq!(many::seen(&learning(), &one), many::seen(&learning(), &other));
    }

    #[test]
    fn between_two_states_of_what_shows_stand_enough_answers(people_in in proptest::collection::vec(0u32..40, 3..30)) {
        let mut book = asked(&[]);
        let mut before = 0;
        for person in people_in {
            let mut tally = book.tally.clone().unwrap();
            tally.count(&people(person..person + 1)[0]);
            book.put(&Slot::Tally, Entry::Tally(tally));
            if let Some(tally) = book.collected().unwrap().released() {
                book.put(&Slot::Tally, Entry::Tally(tally));
            }
            let now = many::seen(&learning(), &book);
            let now = now.map_or(0, |item| Round::of(&item).people().unwrap_or_default());
            prop_assert!(now == before || now >= before + 5);
            before = now;
        }
    }
}

/// Another device has shown five people's answers, kept them as a round, and opened a new survey. Here
/// the same people's answers wait together with somebody else's.
#[test]
fn nothing_shows_beside_a_round_that_another_device_has_kept() {
    let here = asked(&people(0..6));
    let mut there = released(asked(&people(0..5)));
    let round = many::to_keep(&learning(), &there, today()).unwrap();
    let slot = Slot::item(&round::LIST, &round.id);
    there.put(&slot, Entry::Item(round));
    there.put(&Slot::Survey, Entry::Survey(Survey::new(id(77), "Again", by(9, ""))));
    there.put(&Slot::Tally, Entry::Tally(Tally::default()));

    let put = |book: &mut Record, changes: Vec<(Slot, Entry)>| {
        for (slot, entry) in changes {
            book.change(&slot, entry, by(9, ""));
        }
    };
    let mut replaced = here.clone();
    let changes = here.changes_to(&there, &by(9, ""));
    put(&mut replaced, changes);
    let beside = here.knowing(&there).expect("there is something to be known");
    for mut book in [replaced, beside] {
        let collected = book.collected().unwrap();
        assert_eq!(collected.survey.id, SURVEY);
        assert!(collected.is_shown_elsewhere() && collected.released().is_none());
        assert!(many::must_stay(&book, SURVEY));
        assert_eq!(many::to_keep(&learning(), &book, today()), None);
        // Undo does not take the round away.
        let removed = book.stepped(&slot, Entry::Removed(by(9, "")));
        assert!(matches!(removed, Entry::Item(_)), "{removed:?}");
        let changes = book.changes_to(&here, &by(9, ""));
        put(&mut book, changes);
        assert!(book.collected().unwrap().released().is_none());
    }
}

/// A copy can know that results were shown without having them: its survey was replaced and the round
/// removed, or it has heard of them from a third copy. A record knows it too once such a copy replaces
/// it or stands beside it.
#[test]
fn nothing_shows_beside_results_that_another_copy_only_knows_of() {
    let here = asked(&people(0..6));
    let removed = without_round(asked_anew(released(asked(&people(0..5)))));
    let heard = with_survey(asked(&people(0..3)), |survey| survey.shown_elsewhere = true);
    for there in [removed, heard] {
        let text = record_text(&there.for_others().0, at(0));
        let Ok(File::Record(there)) = from_text(&text) else { panic!("{text}") };
        let mut replaced = here.clone();
        for (slot, entry) in here.changes_to(&there, &by(9, "")) {
            replaced.change(&slot, entry, by(9, ""));
        }
        let beside = here.knowing(&there).expect("there is something to be known");
        assert_eq!(beside.knowing(&there), None, "once is enough");
        for book in [replaced, beside] {
            let collected = book.collected().unwrap();
            assert_eq!(collected.survey.id, SURVEY);
            assert!(collected.is_shown_elsewhere() && collected.released().is_none());
        }
    }
}

/// What shows here stays and can be kept as a round, although results from elsewhere are known that it
/// cannot be compared with. If those are kept as a round as well, both rounds stand side by side.
#[test]
fn what_shows_stays_and_can_be_kept_beside_results_from_elsewhere() {
    let book = with_survey(released(asked(&people(0..5))), |it| it.shown_elsewhere = true);
    let own = many::to_keep(&learning(), &book, today()).expect("it shows");
    assert_eq!(own.id, SURVEY);
    let mut kept = book.clone();
    put(&mut kept, own.clone());
    assert!(many::is_kept(&learning(), &kept) && !many::must_stay(&kept, SURVEY));

    let mut beside = book.clone();
    let mut theirs = own.clone();
    theirs.set(&round::PEOPLE, Some(7));
    put(&mut beside, theirs.clone());
    assert!(many::must_stay(&beside, SURVEY) && !many::is_kept(&learning(), &beside));
    let seen = many::seen(&learning(), &beside).expect("it shows");
    assert_ne!(seen.id, SURVEY);
    assert_eq!(seen.fields.get("counts"), own.fields.get("counts"));
    let kept = many::to_keep(&learning(), &beside, today()).unwrap();
    put(&mut beside, kept);
    assert!(many::is_kept(&learning(), &beside));
    assert_eq!(beside.item(&round::LIST, SURVEY), Some(&theirs));
    assert_eq!(round::all(&beside).len(), 2);
    // One more answer waits, and nothing more shows.
    let mut tally = beside.tally.clone().unwrap();
    Asked::Characteristics.count(&mut tally, 5, &people(5..6)[0]).expect("it was offered");
    beside.put(&Slot::Tally, Entry::Tally(tally));
    assert!(many::is_kept(&learning(), &beside));

    // The round from elsewhere counts as many people, but not the same ones.
    let mut others = asked(&[]);
    let tally = counted(&people(3..8));
    others.put(&Slot::Tally, Entry::Tally(tally));
    let others = many::to_keep(&learning(), &released(others), today()).unwrap();
    let mut beside = book;
    put(&mut beside, others.clone());
    let kept = many::to_keep(&learning(), &beside, today()).unwrap();
    put(&mut beside, kept);
    assert_eq!(beside.item(&round::LIST, SURVEY), Some(&others));
    assert!(many::is_kept(&learning(), &beside) && round::all(&beside).len() == 2);
}

#[test]
fn what_a_device_has_kept_itself_does_not_keep_more_from_showing() {
    let mut book = released(asked(&people(0..5)));
    let first = many::to_keep(&learning(), &book, today()).unwrap();
    book.put(&Slot::item(&round::LIST, SURVEY), Entry::Item(first));
    assert!(!book.collected().unwrap().is_shown_elsewhere());
    let mut tally = book.tally.clone().unwrap();
    for response in people(5..10) {
        assert_eq!(Asked::Characteristics.count(&mut tally, 5, &response), Ok(true));
    }
    book.put(&Slot::Tally, Entry::Tally(tally));
    let book = released(book);
    assert_eq!(book.collected().unwrap().shown().unwrap().responses, 10);
    assert!(!book.collected().unwrap().is_shown_elsewhere());
    assert!(!many::must_stay(&book, SURVEY));
    assert!(book.knowing(&book).is_none());
}

/// Results have shown and a new survey was opened; then an old file brings the first survey back. It
/// must not show the same people's answers again together with somebody else's, not even when the round
/// was removed since.
#[test]
fn a_survey_that_was_asked_anew_and_comes_back_shows_nothing_beside_what_it_has_shown() {
    let old = asked(&[]);
    let anew = asked_anew(released(asked(&people(0..5))));
    for removed in [false, true] {
        let mut book = if removed { without_round(anew.clone()) } else { anew.clone() };
        for (slot, entry) in book.changes_to(&old, &by(9, "")) {
            book.change(&slot, entry, by(9, ""));
        }
        assert_eq!(book.collected().unwrap().survey.id, SURVEY);
        book.put(&Slot::Tally, Entry::Tally(counted(&people(0..6))));
        let collected = book.collected().unwrap();
        assert!(collected.is_shown_elsewhere() && collected.released().is_none(), "{removed}");
        let text = record_text(&book, at(0));
        let Ok(File::Record(read)) = from_text(&text) else { panic!("{text}") };
        assert!(read.collected().unwrap().is_shown_elsewhere());
    }
}

/// A record was deleted for good, and an old file of it is opened on the same device. Whatever the
/// record had kept of its results, the file must not show the same people's answers together with
/// somebody else's. A file that has all results that were shown may go on, if the device knows how many
/// answers those had.
#[test]
fn a_survey_of_a_record_that_was_deleted_shows_nothing_beside_what_it_has_shown() {
    let old = asked(&[]);
    let shows = released(asked(&people(0..5)));
    let anew = asked_anew(shows.clone());
    let removed = without_round(anew.clone());
    let marked = with_survey(old.clone(), |survey| survey.shown_elsewhere = true);
    let open = |store: &MemoryStore| Workspace::open(store.clone(), "a".to_owned(), at(9));
    for (book, can_go_on) in
        [(&shows, true), (&anew, true), (&removed, false), (&marked, false), (&old, true)]
    {
        let store = MemoryStore::default();
        let mut workspace = open(&store);
        workspace.save(&mut book.clone(), &[], &learning(), at(9)).unwrap();
        assert!(workspace.deleted_shown().is_empty());
        workspace.delete(&book.id).unwrap();
        let known = open(&store).deleted_shown();
        assert!(open(&store).left_out().unwrap().is_nothing());
        check_known_elsewhere(book, &known);
        let again = shows.knowing_shown(&known);
        assert_eq!(again.is_none(), can_go_on);
        let Some(mut back) = old.knowing_shown(&known) else {
            assert!(std::ptr::eq(book, &old), "nothing was shown of it");
            continue;
        };
        back.put(&Slot::Tally, Entry::Tally(counted(&people(0..6))));
        let collected = back.collected().unwrap();
        assert!(collected.is_shown_elsewhere() && collected.released().is_none());
        // When the record is deleted again, the device still knows.
        let mut workspace = open(&store);
        workspace.save(&mut back, &[], &learning(), at(9)).unwrap();
        workspace.delete(&back.id).unwrap();
        assert!(old.knowing_shown(&workspace.deleted_shown()).is_some());
        workspace.clear().unwrap();
        assert!(workspace.deleted_shown().is_empty());
    }
}

/// Checks that a file of everything says what was shown of a record, both when it is in the bin and
/// when it is deleted, and that the device that opens the file knows it from then on.
fn check_known_elsewhere(book: &Record, known: &ById<u32>) {
    let store = MemoryStore::default();
    let mut workspace = Workspace::open(store, "a".to_owned(), at(9));
    workspace.save(&mut book.clone(), &[], &learning(), at(9)).unwrap();
    assert!(workspace.shown_in_no_file().is_empty());
    workspace.put_in_bin(&book.id, at(9)).unwrap();
    let shown = workspace.shown_in_no_file();
    assert_eq!(shown, *known);
    workspace.delete(&book.id).unwrap();
    assert_eq!(workspace.shown_in_no_file(), shown);

    let text = backup_text(&Backup { shown, ..Backup::default() }, at(9));
    let Ok(File::Backup(opened)) = from_text(&text) else { panic!("{text}") };
    let store = MemoryStore::default();
    let mut workspace = Workspace::open(store.clone(), "b".to_owned(), at(9));
    workspace.hear_of_shown(&opened.shown).unwrap();
    assert_eq!(workspace.deleted_shown(), *known);
    // When two devices have shown different numbers, nobody can tell which of them a record has. The
    // number is then 0, for not known.
    let other = known.keys().map(|id| (id.clone(), 7)).collect();
    workspace.hear_of_shown(&other).unwrap();
    assert!(workspace.deleted_shown().values().all(|responses| *responses == 0));
    assert_eq!(workspace.deleted_shown().len(), known.len());
}

#[test]
fn a_file_in_which_it_cannot_be_read_what_was_shown_opens() {
    for shown in ["3", "[3]", r#"{"ABCDEFGH":-3}"#, r#"{"ABCDEFGH":"many"}"#, "null"] {
        let text = format!(
            r#"{{"format":"cairn","version":1,"kind":"backup","app":"","saved_at":"2026-11-22T00:00:00Z","data":{{"audits":[],"shown":{shown}}}}}"#
        );
        let Ok(File::Backup(opened)) = from_text(&text) else { panic!("{text}") };
        assert!(opened.shown.is_empty() && opened.spoilt.is_empty());
    }
}

/// A record is not deleted when there is no room to remember what it has shown.
#[test]
fn no_record_is_deleted_whose_results_cannot_be_remembered() {
    let store = MemoryStore::default();
    let mut workspace = Workspace::open(store.clone(), "a".to_owned(), at(9));
    let mut book = released(asked(&people(0..5)));
    workspace.save(&mut book, &[], &learning(), at(9)).unwrap();
    store.set_quota(Some(0));
    assert!(workspace.delete(&book.id).is_err());
    assert_eq!(workspace.record(&book.id, at(9)), Ok(book));
}

/// A round can be removed, and then an old file brings the survey back with fewer results. That many had
/// answered stays known in the book and in its files.
#[test]
fn nothing_more_shows_beside_a_round_that_was_removed() {
    let file = released(asked(&people(0..5)));
    let mut all = file.clone();
    for response in people(5..10) {
        let tally = all.tally.as_mut().unwrap();
        assert_eq!(Asked::Characteristics.count(tally, 5, &response), Ok(true));
    }
    let anew = asked_anew(released(all));
    let (slot, left) = round::removal(&anew, SURVEY, by(9, ""));
    let mut removed = anew.clone();
    let before = removed.change(&slot, left, by(9, ""));
    assert!(round::all(&removed).is_empty() && round::find(&removed, SURVEY).is_none());
    assert_eq!(removed.all_shown().get(SURVEY), Some(&10));
    let text = record_text(&removed, at(0));
    let Ok(File::Record(removed)) = from_text(&text) else { panic!("{text}") };

    let removed = *removed;
    let mut back = removed.clone();
    for (slot, entry) in removed.changes_to(&file, &by(9, "")) {
        back.change(&slot, entry, by(9, ""));
    }
    let tally = back.tally.as_mut().unwrap();
    for response in people(5..11) {
        assert_eq!(Asked::Characteristics.count(tally, 5, &response), Ok(true));
    }
    let collected = back.collected().unwrap();
    assert_eq!(collected.shown().unwrap().responses, 5);
    assert!(collected.is_shown_elsewhere() && collected.released().is_none());
    // Asked again, it still knows that there are results that it does not have.
    let again = asked_anew(back);
    assert_eq!(again.all_shown().get(SURVEY), Some(&0));

    // Undo brings the round back, with all that it held.
    let undone = removed.stepped(&slot, before.clone());
    assert_eq!(undone, before);
    // An earlier copy without the round does not take away what is left of it.
    let earlier = Record { lists: ById::new(), ..removed.clone() };
    assert!(removed.changes_to(&earlier, &by(9, "")).iter().all(|(changed, _)| *changed != slot));
    // A round that one person filled in goes without a trace.
    let mut typed = removed;
    put(&mut typed, Item::new("1m8rkjyrtbd5p561c1".to_owned()));
    let gone = round::removal(&typed, "1m8rkjyrtbd5p561c1", by(9, "")).1;
    assert_eq!(gone, Entry::Removed(by(9, "")));
}

/// Results of any of many steps are known to be the survey's own, so more may show beside them.
#[test]
fn a_round_kept_after_many_steps_keeps_nothing_from_showing() {
    let mut book = asked(&[]);
    for step in 0..14u32 {
        let tally = book.tally.as_mut().unwrap();
        for response in people(step * 5..step * 5 + 5) {
            assert_eq!(Asked::Characteristics.count(tally, 5, &response), Ok(true));
        }
        book = released(book);
        if step == 12 {
            let kept = many::to_keep(&learning(), &book, today()).unwrap();
            put(&mut book, kept);
        }
    }
    let collected = book.collected().unwrap();
    let has_shown = |people| collected.has_shown(people, None);
    assert!(has_shown(65) && has_shown(70) && !has_shown(66));
    assert!(!collected.is_shown_elsewhere());
    assert!(!has_shown(u32::MAX) && !has_shown(0));
}

/// A record that came back and is deleted again never makes the device forget the larger number.
#[test]
fn what_is_remembered_as_shown_only_grows_or_is_not_known() {
    for (before, now, both) in [(7, 4, 0), (0, 4, 0), (7, 0, 0), (7, 7, 7), (4, 7, 7)] {
        assert_eq!(shown_by_both(before, now), both, "{before}, then {now}");
    }
}
