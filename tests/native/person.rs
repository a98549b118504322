//! A person's learning: the year, what is counted and due, the diary, what is asked after a course,
//! what is shared, and next year's book.

use cairn::audit::Status;
use cairn::exchange::writing::record_text;
use cairn::exchange::{File, from_text};
use cairn::form::{self, FOLLOWS, Field, Holds, List};
use cairn::framework::learning;
use cairn::kinds::form_of;
use cairn::moment::Date;
use cairn::organisation::contribution::link_to;
use cairn::person::diary::{Filter, Serves};
use cairn::person::extract::{self, LISTS, Part};
use cairn::person::prompt::Answer;
use cairn::person::step::{Due, What, dues, next_step};
use cairn::person::{
    self, Counts, DiaryEntry, LearningYear, NextStep, Prompt, Time, Way, aim, diary, interview,
    prompt, standard, target, task, time,
};
use cairn::record::{Link, RecordKind, Stamp};
use cairn::records::{Entry, Filled, Item, Record, Slot, Value};
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{at, by, field, view};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn stamp() -> Stamp {
    by(0, "SR")
}

/// A person's book, begun on 22 November 2026, whose learning year begins on the first of that month.
fn person() -> Record {
    let mut book =
        Record::new(&cairn::person::FORM, "person-1".to_owned(), "Sam", "Harbour Support", stamp());
    person::begin(&mut book, None, day("2026-11-22"), &stamp());
    book
}

fn say(book: &mut Record, field: &Field, value: impl Into<Value>) {
    let filled = Filled::new(value.into(), stamp());
    book.put(&Slot::field(field), Entry::Filled(filled));
}

fn add<const N: usize>(
    book: &mut Record,
    list: &'static List,
    id: &str,
    fields: [(&Field, Value); N],
) {
    let mut item = Item { changed: stamp(), ..Item::new(id.to_owned()) };
    for (field, value) in fields {
        item.set(field, value);
    }
    book.put(&Slot::item(list, id), Entry::Item(item));
}

fn held(book: &mut Record, id: &str, on: &str) {
    let fields = [(&interview::DATE, Value::Date(day(on))), (&interview::HELD, true.into())];
    add(book, &interview::LIST, id, fields);
}

fn off_the_job(book: &mut Record, id: &str, on: &str, quarters: u32, unit: &'static str) {
    let fields = [
        (&diary::DATE, Value::Date(day(on))),
        (&diary::QUARTERS, Value::Whole(quarters)),
        (&diary::UNIT, Value::Word(unit)),
        (&diary::OFF_THE_JOB, true.into()),
    ];
    add(book, &diary::LIST, id, fields);
}

fn opened(text: &str) -> Record {
    match from_text(text) {
        Ok(File::Record(book)) => *book,
        other => panic!("{other:?}"),
    }
}

fn fixture() -> Record {
    opened(include_str!("../fixtures/v1/learner.json"))
}

fn example() -> Record {
    opened(include_str!("../../src/person/example-person.json"))
}

// The form, and files.

#[test]
fn every_name_is_one_of_the_form() {
    let form = form_of(RecordKind::Person);
    let names: Vec<_> = form.fields.iter().map(|field| field.name).collect();
    assert_eq!(names[..4], ["name", "organisation", "post", "team"]);
    let ticks = Part::ALL.map(Part::tick);
    let of_parts = Part::ALL.into_iter().flat_map(Part::fields).copied();
    for field in person::REVIEW.into_iter().chain(ticks).chain(of_parts) {
        assert!(names.contains(&field.name), "{}", field.name);
    }
    assert_eq!(form.lists, LISTS);
    let check = |list: &List, names: &[&str]| {
        let fields: Vec<_> = list.fields.iter().map(|field| field.name).collect();
        assert_eq!(fields, names, "{}", list.name);
    };
    check(&standard::LIST, &["about", "text", "level", "note", "shared"]);
    check(
        &target::LIST,
        &[
            "text",
            "strategies",
            "success",
            "due",
            "status",
            "review",
            "contribution",
            "shared",
            "from",
            "to",
        ],
    );
    check(
        &diary::LIST,
        &[
            "date",
            "way",
            "title",
            "quarters",
            "unit",
            "off_the_job",
            "reflection",
            "changed_practice",
            "account_to",
            "account",
            "passed_on",
            "reflection_put_away",
            "account_put_away",
            "passed_on_put_away",
            "target",
            "standard",
            "accredited",
            "shared",
            "to",
        ],
    );
    check(&interview::LIST, &["date", "partner", "held", "notes", "agreed", "shared"]);
    check(&task::LIST, &["text", "success", "due", "status", "note", "shared"]);
}

#[test]
fn every_word_is_one_of_the_form() {
    let check = |list: &List, field: &Field, names: &[&str]| {
        assert!(list.fields.contains(&field), "{}", list.name);
        let holds = field.holds;
        assert!(matches!(holds, Holds::Word(words) if words == names), "{}: {names:?}", list.name);
    };
    check(&standard::LIST, &standard::ABOUT, &standard::About::ALL.map(standard::About::name));
    check(&standard::LIST, &standard::LEVEL, &standard::Level::ALL.map(standard::Level::name));
    check(&target::LIST, &target::STATUS, &Status::ALL.map(Status::name));
    check(&task::LIST, &task::STATUS, &Status::ALL.map(Status::name));
    check(&diary::LIST, &diary::WAY, &Way::ALL.map(Way::name));
    check(&diary::LIST, &diary::UNIT, &[diary::Unit::Hours.name(), diary::Unit::Days.name()]);
    check(&diary::LIST, &diary::ACCOUNT_TO, &diary::AccountTo::ALL.map(diary::AccountTo::name));
    assert_eq!(Status::ALL.map(|status| Status::of(status.name())), Status::ALL);
}

#[test]
fn a_person_of_version_1_opens() {
    let book = fixture();
    assert_eq!((book.name(), book.organisation()), ("Sam Reid", "Harbour Support"));
    assert_eq!(book.text(&person::HOW_I_LEARN), "By doing it. شكرا");
    assert_eq!(person::minutes_a_day(&book), 444);
    let form = form_of(RecordKind::Person);
    let filled = |field: &&Field| book.value(field).is_some_and(|value| !value.is_empty());
    let empty = form.fields.iter().filter(|field| !filled(field));
    let empty: Vec<_> = empty.map(|field| field.name).collect();
    assert_eq!(empty, ["shared_from", "shared_on"], "it has something of everything else");
    for list in form.lists {
        let item = &book.items(list)[0];
        assert_eq!(item.fields.len(), list.fields.len(), "{}", list.name);
    }
    let entry = diary::all(&book).next().unwrap();
    assert_eq!((entry.way(), entry.account_to()), (Way::Formal, Some(diary::AccountTo::Manager)));
    assert_eq!(target::last_year(&book, "t1").unwrap().review(), "Done.");
    assert_eq!(book.earlier_words[0].text, "From slides.");
    assert!(book.removed.contains_key("diary/d3") && !person::is_shared(&book));
    assert_eq!(opened(&record_text(&book, at(0))), book);
}

#[test]
fn what_was_shared_in_version_1_opens() {
    let book = opened(include_str!("../fixtures/v1/learner-shared.json"));
    assert_eq!(book.id, extract::extract_id("person-1"));
    assert_eq!(book.shared_from(), "person-1");
    assert_eq!(person::shared_on(&book), Some(day("2026-11-22")));
    assert_eq!((book.items(&target::LIST).len(), book.items(&diary::LIST).len()), (1, 1));
    assert_eq!(Counts::shown(&book), None);
    assert_eq!(opened(&record_text(&book, at(0))), book);
}

#[test]
fn the_example_opens_and_shows_something_of_everything() {
    let book = example();
    let today = day("2026-11-22");
    assert_eq!(opened(&record_text(&book, at(0))), book);
    for list in LISTS {
        let items = book.items(list);
        assert!(items.is_sorted_by(|one, other| one.id < other.id), "{}", list.name);
        assert!(items.iter().all(|item| item.changed.at <= book.changed_at()));
    }
    let counts = Counts::of(&book);
    assert_eq!((counts.interviews.held, counts.interviews.a_year), (2, 3));
    assert_eq!((counts.days.hundredths, counts.days.a_year), (270, 3));
    assert_eq!(target::by_status(&book), [1, 3, 1, 1]);
    let waiting: Vec<_> = prompt::waiting(&book, today)
        .into_iter()
        .map(|(entry, prompts)| (entry.0.id.as_str(), prompts))
        .collect();
    assert_eq!(waiting, [("d10", vec![Prompt::Account, Prompt::Share])]);
    assert_eq!(target::all(&book).filter(|target| aim::is_overdue(target.0, today)).count(), 1);
    let served = |id: &str| id.is_empty() || book.item(&target::LIST, id).is_some();
    let shown = |id: &str| id.is_empty() || book.item(&standard::LIST, id).is_some();
    assert!(diary::all(&book).all(|entry| served(entry.target()) && shown(entry.standard())));
    assert!(extract::is_anything_ticked(&book));
    assert!(Counts::of_last_year(book.last_year.as_ref().unwrap()).is_some());
    assert_eq!(target::of_last_year(&book).count(), 3);

    // The example's links lead to what is in the example of an audit.
    let Ok(File::Record(audit)) = from_text(include_str!("../../src/audit/example.json")) else {
        panic!("the example of an audit is none");
    };
    let links = target::all(&book).flat_map(|target| [target.from(), target.to()]);
    let links = links.chain(diary::all(&book).map(DiaryEntry::to)).flatten();
    for link in links.filter(|link| link.kind == RecordKind::Audit) {
        assert_eq!((link.record.as_str(), link.name.as_str()), (&*audit.id, audit.name()));
        assert_eq!(link.list, "evidence");
        assert_eq!(view(&audit).evidence_item(&link.item).unwrap().title, link.text);
    }
}

// The learning year.

#[test]
fn a_learning_year_is_twelve_months() {
    let check = |first: &str, last: &str| {
        let year = LearningYear::from(day(first));
        assert_eq!(year.last, day(last), "{first}");
        assert!(year.contains(year.first) && year.contains(year.last));
        assert!(
            !year.contains(year.first.days_later(-1)) && !year.contains(year.last.days_later(1))
        );
        assert_eq!(year.next().first, year.last.days_later(1), "{first}");
    };
    check("2026-11-01", "2027-10-31");
    check("2026-04-01", "2027-03-31");
    check("2027-03-01", "2028-02-29");
    check("2026-09-15", "2027-09-14");
    let year = LearningYear::from(day("2026-11-30"));
    let months = year.months().map(|month| month.to_string());
    assert_eq!(&months[2..5], ["2027-01-30", "2027-02-28", "2027-03-30"]);
}

#[test]
fn a_learning_year_begins_with_the_month_of_the_book_unless_it_says_otherwise() {
    let mut book = person();
    assert_eq!(LearningYear::of(&book).first, day("2026-11-01"));
    say(&mut book, &person::YEAR_STARTS, Some(day("2026-04-01")));
    assert_eq!(LearningYear::of(&book).first, day("2026-04-01"));
    book.answers.clear();
    assert_eq!(LearningYear::of(&book).first, day("2026-11-01"));
}

#[test]
fn what_is_left_is_spread_over_the_rest_of_the_year() {
    let year = LearningYear::from(day("2026-04-01"));
    let check = |from: &str, left: u32, expected: &[&str]| {
        let due: Vec<_> = year.spread(day(from), left).iter().map(Date::to_string).collect();
        assert_eq!(due, expected, "{left} from {from}");
    };
    check("2026-10-01", 2, &["2026-12-30", "2027-03-31"]);
    check("2026-04-01", 3, &["2026-07-31", "2026-11-29", "2027-03-31"]);
    check("2026-04-01", 0, &[]);
    check("2027-03-31", 2, &["2027-03-31", "2027-03-31"]);
    check("2029-01-01", 1, &["2027-03-31"]);
    check("2020-01-01", 1, &["2027-03-31"]);
}

#[test]
fn an_organisation_says_how_many_there_are_to_be() {
    let mut organisation =
        Record::new(&cairn::organisation::FORM, "o".to_owned(), "Harbour Support", "", stamp());
    let begun = |organisation: Option<&Record>| {
        let mut book = Record::new(&cairn::person::FORM, "p".to_owned(), "Sam", "", stamp());
        person::begin(&mut book, organisation, day("2026-11-22"), &stamp());
        let Counts { interviews, days, year } = Counts::of(&book);
        assert_eq!(year.first, day("2026-11-01"));
        (interviews.a_year, days.a_year, person::minutes_a_day(&book))
    };
    assert_eq!(begun(None), (3, 3, 450));
    assert_eq!(begun(Some(&organisation)), (3, 3, 450));
    say(&mut organisation, &person::INTERVIEWS_A_YEAR, Some(4));
    say(&mut organisation, &person::DAYS_A_YEAR, Some(0));
    assert_eq!(begun(Some(&organisation)), (4, 0, 450));
}

// What is counted.

#[test]
fn interviews_count_when_they_were_held_within_the_year() {
    let mut book = person();
    assert_eq!(Counts::of(&book).interviews.left(), 3);
    held(&mut book, "i1", "2026-11-30");
    held(&mut book, "i2", "2026-10-31");
    held(&mut book, "i3", "2027-11-01");
    let planned = [(&interview::DATE, Value::Date(day("2027-01-10")))];
    add(&mut book, &interview::LIST, "i4", planned);
    add(&mut book, &interview::LIST, "i5", [(&interview::HELD, true.into())]);
    let interviews = Counts::of(&book).interviews;
    assert_eq!((interviews.held, interviews.left()), (1, 2));
    assert_eq!(interviews.due, [day("2027-05-16"), day("2027-10-31")]);
    assert_eq!(interviews.to_plan(), [day("2027-10-31")], "one of the two is planned");
    for id in ["i6", "i7", "i8"] {
        held(&mut book, id, "2026-12-01");
    }
    let interviews = Counts::of(&book).interviews;
    assert_eq!((interviews.held, interviews.left(), interviews.due.len()), (4, 0, 0));
}

#[test]
fn nothing_is_late_on_the_day_on_which_a_book_is_begun() {
    let mut book = person();
    say(&mut book, &person::YEAR_STARTS, Some(day("2026-01-01")));
    let Counts { interviews, days, .. } = Counts::of(&book);
    assert_eq!(interviews.due[0], day("2026-12-05"));
    assert_eq!(days.due[0], day("2026-12-05"));
}

#[test]
fn days_off_the_job_count_by_quarters_and_hours_by_the_hours_of_a_day() {
    let check = |time: Time, minutes: u32, expected: u32| {
        assert_eq!(time.hundredths_of_days(minutes), expected, "{time:?} of {minutes}");
    };
    let days = |quarter_days| Time { quarter_days, ..Time::default() };
    let hours = |quarter_hours| Time { quarter_hours, ..Time::default() };
    check(Time::default(), 450, 0);
    check(days(2), 450, 50);
    check(days(1), 444, 25);
    check(hours(30), 450, 100);
    check(hours(29), 450, 96);
    check(hours(16), 444, 54);
    check(days(2).plus(hours(15)), 450, 100);
    check(Time { quarter_days: u32::MAX, quarter_hours: u32::MAX }, 1, u32::MAX);
}

#[test]
fn a_length_of_time_is_typed_as_people_write_it() {
    let check = |text: &str, expected: Option<u32>| {
        assert_eq!(time::quarters(text), expected, "{text}");
    };
    for (text, expected) in [
        ("1", 4),
        (" 1.5 ", 6),
        ("1,5", 6),
        ("½", 2),
        ("2¾", 11),
        (".5", 2),
        ("1.", 4),
        ("0", 0),
        ("0.1", 1),
        ("0.001", 1),
        ("1.3", 5),
        ("1.99", 8),
        ("2500", 10_000),
    ] {
        check(text, Some(expected));
    }
    for text in ["", ".", "-1", "1.5.2", "one", "1h", "2500.25", "99999999999", "1.½", "١"] {
        check(text, None);
    }
    for quarters in 0..=40 {
        check(&time::number(quarters), Some(quarters));
    }
    for (text, expected) in [
        ("7.5", Some(450)),
        ("7,4", Some(444)),
        ("24", Some(1440)),
        ("24.1", None),
        ("0", None),
        ("900000", None),
    ] {
        assert_eq!(time::minutes(text), expected, "{text}");
    }
    for minutes in 1..=1440 {
        assert_eq!(time::minutes(&time::hours(minutes)), Some(minutes));
    }
    assert_eq!([450, 444, 60].map(time::hours), ["7.5", "7.4", "1"]);
    let written = [0, 5, 50, 100, 270, 333].map(time::hundredths);
    assert_eq!(written, ["0", "0.05", "0.5", "1", "2.7", "3.33"]);
}

#[test]
fn half_days_and_hours_add_up_to_days() {
    let mut book = person();
    off_the_job(&mut book, "d1", "2026-11-03", 2, diary::Unit::Days.name());
    off_the_job(&mut book, "d2", "2026-12-01", 15, diary::Unit::Hours.name());
    off_the_job(&mut book, "d3", "2026-10-31", 4, diary::Unit::Days.name());
    let on_the_job = [
        (&diary::DATE, Value::Date(day("2026-12-02"))),
        (&diary::QUARTERS, Value::Whole(40)),
        (&diary::UNIT, Value::Word(diary::Unit::Days.name())),
    ];
    add(&mut book, &diary::LIST, "d4", on_the_job);
    let days = Counts::of(&book).days;
    assert_eq!((days.hundredths, days.left(), days.hundredths_left()), (100, 2, 200));
    assert_eq!(days.due, [day("2027-05-17"), day("2027-10-31")]);
    off_the_job(&mut book, "d5", "2027-01-01", 1, diary::Unit::Hours.name());
    assert_eq!(Counts::of(&book).days.left(), 2, "a day that is begun is left");
    off_the_job(&mut book, "d6", "2027-01-02", 12, diary::Unit::Days.name());
    let days = Counts::of(&book).days;
    assert_eq!((days.left(), days.due.len()), (0, 0));
}

// After a course.

#[test]
fn three_things_are_asked_after_a_course_until_they_are_done_or_put_away() {
    let mut book = person();
    let today = day("2026-11-22");
    let course = |book: &mut Record, id: &str, on: &str| {
        let fields =
            [(&diary::WAY, Value::Word(Way::Formal.name())), (&diary::DATE, Value::Date(day(on)))];
        add(book, &diary::LIST, id, fields);
    };
    course(&mut book, "d1", "2026-11-22");
    course(&mut book, "d2", "2026-11-02");
    course(&mut book, "d3", "2026-11-23");
    add(&mut book, &diary::LIST, "d4", [(&diary::DATE, Value::Date(day("2026-11-01")))]);
    let waiting = |book: &Record| -> Vec<(String, Vec<Prompt>)> {
        let waiting = prompt::waiting(book, today);
        waiting.into_iter().map(|(entry, prompts)| (entry.0.id.clone(), prompts)).collect()
    };
    let all = Prompt::ALL.to_vec();
    assert_eq!(waiting(&book), [("d2".to_owned(), all.clone()), ("d1".to_owned(), all)]);

    let mut change = |id: &str, field: &Field, value: Value| {
        let mut item = book.item(&diary::LIST, id).unwrap().clone();
        item.set(field, value);
        book.put(&Slot::item(&diary::LIST, id), Entry::Item(item));
        waiting(&book)
    };
    change("d1", &diary::REFLECTION, "Ask first.".into());
    change("d1", &diary::ACCOUNT_TO, Value::Word("manager"));
    let left = change("d1", &diary::PASSED_ON, " \n".into());
    assert_eq!(left[1], ("d1".to_owned(), vec![Prompt::Share]), "spaces are nothing");
    let left = change("d1", Prompt::Share.skipped_field(), true.into());
    assert_eq!(left.len(), 1);
    let left = change("d1", &diary::ACCOUNT_TO, "".into());
    assert_eq!(left[1].1, [Prompt::Account]);

    let entry = DiaryEntry(book.item(&diary::LIST, "d1").unwrap());
    let answers = Prompt::ALL.map(|prompt| entry.answer(prompt));
    assert_eq!(answers, [Answer::Done, Answer::Open, Answer::Skipped]);
}

// The diary.

#[test]
fn the_latest_entry_comes_first() {
    let mut book = person();
    let dated = |text: &str| [(&diary::DATE, Value::Date(day(text)))];
    add(&mut book, &diary::LIST, "d1", dated("2026-11-02"));
    add(&mut book, &diary::LIST, "d2", dated("2026-11-05"));
    add(&mut book, &diary::LIST, "d3", dated("2026-11-02"));
    add(&mut book, &diary::LIST, "d4", []);
    let ids: Vec<_> = diary::latest_first(&book).iter().map(|entry| &*entry.0.id).collect();
    assert_eq!(ids, ["d4", "d2", "d3", "d1"]);
}

#[test]
fn the_diary_is_searched_by_way_target_and_words() {
    let book = example();
    let found = |way, serves, words: &str| -> Vec<String> {
        let filter = Filter { way, serves, words: words.to_owned() };
        let entries = diary::all(&book).filter(|entry| filter.wants(*entry));
        entries.map(|entry| entry.0.id.clone()).collect()
    };
    assert_eq!(found(None, Serves::Anything, " ").len(), 11);
    assert_eq!(found(Some(Way::Shadowing), Serves::Anything, ""), ["d03", "d07"]);
    assert_eq!(found(None, Serves::NoTarget, ""), ["d01", "d11"]);
    let falls = || Serves::Target("t02".to_owned());
    assert_eq!(found(None, falls(), ""), ["d02", "d03", "d05", "d09"]);
    assert_eq!(found(Some(Way::Formal), falls(), "MINUTE fall"), ["d05"]);
    assert_eq!(found(None, falls(), "librarian"), [""; 0]);
}

#[test]
fn totals_add_up_by_way() {
    let book = example();
    let entries = diary::latest_first(&book);
    let totals = diary::totals(&entries);
    let shadowing = totals.iter().find(|total| total.way == Way::Shadowing).unwrap();
    assert_eq!(shadowing.entries, 2);
    assert_eq!(shadowing.time, Time { quarter_days: 2, quarter_hours: 6 });
    assert_eq!(totals.iter().map(|total| total.entries).sum::<usize>(), entries.len());
    let time = totals.iter().fold(Time::default(), |time, total| time.plus(total.time));
    assert_eq!(time, diary::time_of_all(&entries));
    assert!(totals.is_sorted_by_key(|total| total.way));
}

// What is due, and the next step.

#[test]
fn one_thing_comes_next() {
    let mut book = person();
    let check = |book: &Record, today: &str, expected: NextStep| {
        assert_eq!(next_step(book, day(today)), expected, "{today}");
    };
    check(&book, "2026-11-22", NextStep::FirstTarget);
    add(&mut book, &target::LIST, "t1", [(&target::DUE, Value::Date(day("2027-02-01")))]);
    check(&book, "2026-11-22", NextStep::FirstStandard);
    add(&mut book, &standard::LIST, "s1", []);
    check(&book, "2026-11-22", NextStep::FirstEntry);
    add(&mut book, &diary::LIST, "d1", []);
    let target = Due { what: What::Target("t1".to_owned()), by: day("2027-02-01") };
    check(&book, "2026-11-22", NextStep::Coming(target.clone()));
    check(&book, "2027-02-01", NextStep::Coming(target.clone()));
    check(&book, "2027-02-02", NextStep::Late(target.clone()));

    add(&mut book, &interview::LIST, "i1", [(&interview::DATE, Value::Date(day("2026-12-01")))]);
    let interview = Due { what: What::Interview("i1".to_owned()), by: day("2026-12-01") };
    check(&book, "2026-12-01", NextStep::Coming(interview));
    check(&book, "2026-12-02", NextStep::Confirm("i1".to_owned()));
    held(&mut book, "i1", "2026-12-01");
    check(&book, "2026-12-02", NextStep::Coming(target));

    check(&book, "2027-11-01", NextStep::ReviewYear);
    say(&mut book, &person::REVIEW_LEARNED, "To ask.");
    check(&book, "2027-11-01", NextStep::BeginNextYear);
    add(&mut book, &diary::LIST, "d2", [(&diary::WAY, Value::Word("formal"))]);
    let prompt = NextStep::AfterCourse { entry: "d2".to_owned(), prompt: Prompt::Reflect };
    check(&book, "2027-11-01", prompt);
}

#[test]
fn what_is_planned_is_not_asked_for_again() {
    let mut book = person();
    let what = |book: &Record| dues(book).into_iter().map(|due| due.what).collect::<Vec<_>>();
    assert_eq!(what(&book), [What::InterviewToPlan, What::Day, What::Review]);
    for (id, on) in [("i1", "2027-01-10"), ("i2", "2027-05-10"), ("i3", "2027-09-10")] {
        add(&mut book, &interview::LIST, id, [(&interview::DATE, Value::Date(day(on)))]);
    }
    let planned = ["i1", "i2", "i3"].map(|id| What::Interview(id.to_owned()));
    let mut expected = planned.to_vec();
    expected.splice(1..1, [What::Day]);
    expected.push(What::Review);
    assert_eq!(what(&book), expected);
    assert_eq!(Counts::of(&book).interviews.to_plan(), []);
    add(&mut book, &interview::LIST, "i4", [(&interview::DATE, Value::Date(day("2027-10-10")))]);
    assert_eq!(Counts::of(&book).interviews.to_plan(), [], "more than there are to be");
    book.put(&Slot::item(&interview::LIST, "i4"), Entry::Removed(stamp()));
    // An interview that is planned for next year does not count for this year.
    add(&mut book, &interview::LIST, "i3", [(&interview::DATE, Value::Date(day("2027-11-10")))]);
    assert_eq!(Counts::of(&book).interviews.to_plan(), [day("2027-10-31")]);
    assert!(what(&book).contains(&What::InterviewToPlan));
    add(&mut book, &interview::LIST, "i3", [(&interview::DATE, Value::Date(day("2027-09-10")))]);
    let done =
        [(&target::STATUS, Value::Word("done")), (&target::DUE, Value::Date(day("2026-01-01")))];
    add(&mut book, &target::LIST, "t1", done);
    assert_eq!(what(&book), expected);
}

#[test]
fn a_way_to_contribute_is_known_as_taken_wherever_it_was_taken_up() {
    let (mut book, learning) = (person(), learning());
    let [way, other, ..] = learning.contributions.as_slice() else { panic!("there are twelve") };
    let organisation =
        Record::new(&cairn::organisation::FORM, "o".to_owned(), "Harbour Support", "", stamp());
    let mut item = Item::new("t1".to_owned());
    target::contribute(&mut item, way);
    item.add_link(&form::FROM, link_to(&organisation, way));
    book.put(&Slot::item(&target::LIST, "t1"), Entry::Item(item));
    assert!(target::contributes(&book, way) && !target::contributes(&book, other));
    let target = target::all(&book).next().unwrap();
    assert_eq!(target.text(), way.text);
    let from = &target.from()[0];
    assert_eq!((from.kind, from.record.as_str()), (RecordKind::Organisation, "o"));
    assert_eq!(
        (from.name.as_str(), &from.item, &from.text),
        ("Harbour Support", &way.id, &way.text)
    );
}

// What is shared.

fn shared(book: &Record) -> Record {
    extract::extract(book, day("2026-11-22"), by(5, "SR"))
}

#[test]
fn nothing_is_shared_until_it_is_ticked() {
    let mut book = fixture();
    for part in Part::ALL {
        say(&mut book, part.tick(), false);
    }
    for list in LISTS {
        for (slot, entry) in extract::ticking(&book, list, false) {
            book.put(&slot, entry);
        }
    }
    assert!(!extract::is_anything_ticked(&book));
    let shared = shared(&book);
    let fields: Vec<_> = shared.answers.keys().cloned().collect();
    assert_eq!(fields, ["name", "organisation", "shared_from", "shared_on"]);
    assert!(shared.lists.values().all(Vec::is_empty) && shared.last_year.is_none());
    assert!(shared.removed.is_empty() && shared.earlier_words.is_empty());
    assert_eq!(shared.created_at, at(5));
}

#[test]
fn what_is_ticked_is_shared_without_the_ticks() {
    let book = fixture();
    let shared = shared(&book);
    assert_eq!(shared.id, "person-1-shared");
    assert_eq!(shared.shared_from(), "person-1");
    assert!(person::is_shared(&shared));
    let ids = |list: &List| -> Vec<_> { shared.items(list).iter().map(|i| i.id.clone()).collect() };
    assert_eq!(LISTS.map(ids), [["s1"], ["t1"], ["d1"], ["i1"], ["w1"]]);
    let entry = &shared.items(&diary::LIST)[0];
    for field in [&form::SHARED, Prompt::Share.skipped_field()] {
        assert!(!entry.flag(field), "{}", field.name);
    }
    assert_eq!((entry.text(&diary::TARGET), entry.text(&diary::STANDARD)), ("t1", "s1"));
    let (last_year, own) = (shared.last_year.as_ref().unwrap(), book.last_year.as_ref().unwrap());
    assert_eq!((&last_year.answers, &last_year.lists), (&own.answers, &own.lists));
    assert_eq!(last_year.name, "", "nothing shows it");
    assert_eq!(shared.text(&person::REVIEW_NEXT), "Falls.");

    // Its counts are those of the person's book, although it has not everything that was counted.
    let (own, told) = (Counts::of(&book), Counts::shown(&shared).unwrap());
    assert_eq!((told.interviews.held, told.interviews.a_year), (1, 4));
    assert_eq!((told.days.hundredths, told.days.a_year), (100, 5));
    assert_eq!((told.year, told.interviews.due.len()), (own.year, 0));
}

#[test]
fn a_mention_of_what_is_not_shared_stays_behind() {
    let mut book = fixture();
    let untick = |book: &mut Record, list: &'static List| {
        for (slot, entry) in extract::ticking(book, list, false) {
            book.put(&slot, entry);
        }
        assert_eq!(extract::ticked(book, list), 0);
    };
    untick(&mut book, &target::LIST);
    untick(&mut book, &standard::LIST);
    let mut entry = book.item(&diary::LIST, "d1").unwrap().clone();
    for (kind, record) in [
        (RecordKind::Person, "person-2"),
        (RecordKind::Person, "person-1"),
        (RecordKind::Team, "team-1"),
    ] {
        let link = Link { kind, record: record.to_owned(), ..Link::default() };
        entry.add_link(&form::TO, link);
    }
    book.put(&Slot::item(&diary::LIST, "d1"), Entry::Item(entry));
    let shared = shared(&book);
    let entry = DiaryEntry(shared.item(&diary::LIST, "d1").unwrap());
    assert_eq!((entry.target(), entry.standard()), ("", ""));
    let records: Vec<_> = entry.to().iter().map(|link| link.record.as_str()).collect();
    assert_eq!(records, ["audit-1", "team-1"]);
}

#[test]
fn what_the_review_says_of_a_target_is_shared_with_the_review() {
    let mut book = person();
    add(
        &mut book,
        &cairn::person::target::LIST,
        "t1",
        [
            (&field("text"), "Falls".into()),
            (&field("review"), "Half way".into()),
            (&field("shared"), true.into()),
        ],
    );
    let review = |book: &Record| {
        shared(book)
            .item(&cairn::person::target::LIST, "t1")
            .unwrap()
            .text(&field("review"))
            .to_owned()
    };
    assert_eq!(review(&book), "");
    say(&mut book, extract::Part::Review.tick(), true);
    assert_eq!(review(&book), "Half way");
}

#[test]
fn what_last_years_review_says_of_a_target_is_shared_with_last_year() {
    let mut book = fixture();
    say(&mut book, Part::Review.tick(), false);
    let review = |book: &Record| {
        let shared = shared(book);
        let target = target::last_year(&shared, "t1").map(|target| target.review().to_owned());
        target.unwrap_or_default()
    };
    assert_eq!(review(&book), "Done.");
    say(&mut book, Part::LastYear.tick(), false);
    assert_eq!(review(&book), "");
    // When the book has nothing of last year, nothing of last year is shared.
    say(&mut book, Part::LastYear.tick(), true);
    let last_year = book.last_year.as_mut().unwrap();
    last_year.answers.clear();
    last_year.lists.clear();
    assert_eq!(shared(&book).last_year, None);
}

#[test]
fn ticking_a_list_ticks_what_was_not() {
    let mut book = fixture();
    let ids = |entries: &[(Slot, Entry)]| -> Vec<String> {
        entries.iter().map(|(slot, _)| slot.id().to_owned()).collect()
    };
    let entries = extract::ticking(&book, &target::LIST, true);
    assert_eq!(ids(&entries), ["t2"]);
    for (slot, entry) in entries {
        book.put(&slot, entry);
    }
    assert_eq!(extract::ticked(&book, &target::LIST), 2);
    assert_eq!(ids(&extract::ticking(&book, &target::LIST, false)), ["t1", "t2"]);
}

#[test]
fn the_id_of_what_is_shared_can_stand_in_a_file() {
    assert_eq!(extract::extract_id("a"), "a-shared");
    let longest = "x".repeat(64);
    assert_eq!(extract::extract_id(&longest).len(), 64);
    assert!(extract::extract_id(&longest).ends_with("-shared"));
}

/// Any person's book in which every text says where it stands.
fn marked() -> impl Strategy<Value = Record> {
    book(RecordKind::Person).prop_map(|mut book| {
        let form = form_of(RecordKind::Person);
        let mark = |place: &str, value: Value| match value {
            Value::Text(_) => Value::from(format!("⟦{place}⟧")),
            Value::Links(links) => Value::Links(
                links.into_iter().map(|link| Link { text: format!("⟦{place}⟧"), ..link }).collect(),
            ),
            other => other,
        };
        let mark_item = |year: &str, item: &mut Item| {
            for (field, value) in item.fields.clone() {
                if !["target", "standard"].contains(&field.as_str()) {
                    let value = mark(&format!("{year}{}.{field}", item.id), value);
                    item.fields.insert(field, value);
                }
            }
        };
        for field in form.fields {
            if let Some(filled) = book.answers.get(field.name).cloned() {
                let value = mark(field.name, filled.value);
                say(&mut book, field, value);
            }
        }
        say(&mut book, &field("name"), "⟦name⟧");
        say(&mut book, &field("organisation"), "⟦organisation⟧");
        for list in LISTS {
            for mut item in book.items(list).to_vec() {
                mark_item("", &mut item);
                book.put(&Slot::item(list, &item.id), Entry::Item(item));
            }
        }
        if let Some(last_year) = &mut book.last_year {
            last_year.name = "⟦last.name⟧".to_owned();
            let answers = last_year.answers.iter().map(|(field, filled)| {
                let value = mark(&format!("last.{field}"), filled.value.clone());
                (field.clone(), Filled::new(value, filled.changed.clone()))
            });
            last_year.answers = answers.collect();
            let lists = last_year.lists.iter().map(|(list, items)| {
                let mut items = items.clone();
                items.iter_mut().for_each(|item| mark_item("last.", item));
                (list.clone(), items)
            });
            last_year.lists = lists.collect();
        }
        book
    })
}

/// The texts of an item, without the ids of its target and standard and without the field `but`.
fn words(item: &Item, but: &str) -> Vec<String> {
    let texts = item.fields.iter().filter(|(field, value)| {
        let left_out = ["target", "standard", but].contains(&field.as_str());
        matches!(value, Value::Text(_)) && !left_out
    });
    texts.map(|(_, value)| value.text().to_owned()).collect()
}

/// The places of the texts in a file that says where each stands.
fn places(text: &str) -> Vec<&str> {
    text.split('⟦').skip(1).map(|rest| rest.split('⟧').next().unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_that_was_not_ticked_is_in_the_text_of_what_is_shared(book in marked()) {
        let shared = shared(&book);
        let text = record_text(&shared, at(0));
        let of_parts = |last: bool| {
            let parts = Part::ALL.into_iter().filter(|part| book.flag(part.tick()));
            let parts = parts.filter(move |part| (*part == Part::LastYear) == last);
            parts.flat_map(Part::fields).copied()
        };
        for place in places(&text) {
            if ["name", "organisation"].contains(&place) {
                continue;
            }
            if let Some(place) = place.strip_prefix("last.") {
                prop_assert!(book.flag(Part::LastYear.tick()), "{place}");
                // Of last year's targets, the texts are shared but not the links.
                let target = place.split_once('.').filter(|(id, _)| id.starts_with("targets"));
                let said = target.is_some_and(|(_, field)| !["from", "to"].contains(&field));
                prop_assert!(said || of_parts(true).any(|field| field.name == place), "{place}");
            } else if let Some((id, _)) = place.split_once('.') {
                prop_assert!(book.find(id).unwrap().1.flag(&form::SHARED), "{place}");
            } else {
                prop_assert!(of_parts(false).any(|field| field.name == place), "{place}");
            }
        }
        for mention in ["removed", "earlier_words", "\"follows\"", "\"shared\"", "\"share_", "put_away"] {
            prop_assert!(!text.contains(mention), "{mention}");
        }
        if let Some(last_year) = &shared.last_year {
            let answers = last_year.answers.values().map(|filled| &filled.changed);
            let targets = last_year.lists.values().flatten().map(|item| &item.changed);
            let changed_at = answers.chain(targets).map(|stamp| stamp.at).max();
            prop_assert_eq!(Some(last_year.changed_at), changed_at);
            prop_assert_eq!(&last_year.name, "");
        }
        prop_assert_eq!(opened(&text), shared);
    }

    #[test]
    fn everything_that_was_ticked_is_in_it(book in marked()) {
        let shared = shared(&book);
        let fields = Part::ALL.into_iter().filter(|part| *part != Part::LastYear);
        for field in fields.filter(|part| book.flag(part.tick())).flat_map(Part::fields) {
            if book.value(field).is_some() {
                prop_assert!(shared.value(field).is_some(), "{}", field.name);
            }
        }
        for list in LISTS {
            let ticked: Vec<_> = book.items(list).iter().filter(|i| i.flag(&form::SHARED)).collect();
            prop_assert_eq!(ticked.len(), shared.items(list).len());
            for item in ticked {
                let there = shared.item(list, &item.id).unwrap();
                // A target's own review is shared only together with the review of the year.
                let left_out = if book.flag(Part::Review.tick()) { "" } else { "review" };
                prop_assert_eq!(words(there, ""), words(item, left_out));
            }
        }
        let Some(own) = book.last_year.as_ref().filter(|_| book.flag(Part::LastYear.tick())) else {
            prop_assert_eq!(shared.last_year, None);
            return Ok(());
        };
        for field in Part::LastYear.fields() {
            prop_assert_eq!(shared.last_year(field), own.answers.get(field.name).map(|filled| &filled.value));
        }
        let targets = own.lists.get("targets").map_or(&[][..], Vec::as_slice);
        let shown = shared.last_years_items(&target::LIST);
        prop_assert_eq!(shown.len(), targets.len());
        for (there, item) in shown.iter().zip(targets) {
            prop_assert_eq!(words(there, ""), words(item, ""));
            let others = [&target::DUE, &target::STATUS];
            prop_assert!(others.iter().all(|field| there.value(field) == item.value(field)));
        }
    }

    #[test]
    fn sharing_again_gives_the_same(book in marked()) {
        prop_assert_eq!(shared(&book), shared(&book));
        let mut more = book.clone();
        say(&mut more, &field("shared_on"), Some(day("2020-01-01")));
        prop_assert_eq!(shared(&more), shared(&book));
    }

    #[test]
    fn what_is_counted_can_be_told(book in book(RecordKind::Person)) {
        let counts = Counts::of(&book);
        prop_assert_eq!(counts.interviews.due.len() as u32, counts.interviews.left());
        prop_assert_eq!(counts.days.due.len() as u32, counts.days.left());
        let due = counts.interviews.due.iter().chain(&counts.days.due);
        prop_assert!(due.clone().all(|day| counts.year.contains(*day)));
        prop_assert!(counts.interviews.due.is_sorted() && counts.days.due.is_sorted());
        let next = person::next_year(&book, "next".to_owned(), "Sam", stamp());
        prop_assert_eq!(opened(&record_text(&next, at(0))), next);
        for today in ["2026-11-22", "1900-01-01", "9999-12-31"] {
            next_step(&book, day(today));
        }
    }
}

// Next year.

#[test]
fn next_years_book_starts_from_this_one() {
    let mut book = fixture();
    for (id, on) in [("d4", "2027-03-31"), ("d5", "2027-04-01")] {
        add(&mut book, &diary::LIST, id, [(&diary::DATE, Value::Date(day(on)))]);
    }
    add(&mut book, &interview::LIST, "i2", [(&interview::DATE, Value::Date(day("2027-05-02")))]);
    add(&mut book, &task::LIST, "w2", [(&task::STATUS, Value::Word("dropped"))]);
    let next = person::next_year(&book, "person-2".to_owned(), "Sam", by(9, "SR"));

    assert_eq!(
        (next.id.as_str(), next.name(), next.organisation()),
        ("person-2", "Sam", "Harbour Support")
    );
    assert_eq!((next.text(&FOLLOWS), book.text(&FOLLOWS)), ("person-1", "person-0"));
    assert_eq!(LearningYear::of(&next).first, day("2027-04-01"));
    let ids = |list: &List| -> Vec<_> { next.items(list).iter().map(|i| i.id.clone()).collect() };
    assert_eq!(ids(&standard::LIST), ["s1", "s2"]);
    assert_eq!(ids(&target::LIST), ["t1"]);
    assert_eq!(ids(&task::LIST), ["w1"]);
    assert_eq!(ids(&diary::LIST), ["d5"], "what lies in the new year");
    assert_eq!(ids(&interview::LIST), ["i2"]);
    assert!(!extract::is_anything_ticked(&next), "private by default");
    for field in [&person::POST, &person::HOW_I_LEARN, &person::MEETINGS] {
        assert_eq!(next.text(field), book.text(field));
    }
    assert_eq!((next.whole(&person::DAYS_A_YEAR), person::minutes_a_day(&next)), (Some(5), 444));
    assert!(!person::is_reviewed(&next) && next.date(&person::PLAN_AGREED_ON).is_none());
    assert!(next.removed.is_empty() && next.earlier_words.is_empty());

    let stays = target::all(&next).next().unwrap();
    assert_eq!((stays.review(), stays.from().len()), ("", 1));
    assert_eq!(target::last_year(&next, "t1").unwrap().review(), "Half way");
    assert_eq!(target::of_last_year(&next).count(), 2);
    let last_year = next.last_year.as_ref().unwrap();
    assert_eq!(next.last_year(&person::REVIEW_NEXT).unwrap().text(), "Falls.");
    assert!(!last_year.answers.keys().any(|field| field.starts_with("share")));
    let kept = Counts::of_last_year(last_year).unwrap();
    assert_eq!((kept.year.first, kept.interviews.held), (day("2026-04-01"), 1));
    assert_eq!((kept.days.hundredths, kept.days.a_year), (100, 5));
}
