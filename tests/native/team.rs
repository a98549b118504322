//! Teams: the review, the development plan, and what several teams have in common.

use cairn::audit::answer::JUDGEMENTS;
use cairn::audit::plan::{DueFilter, StatusFilter};
use cairn::audit::{ACTIONS, Status, action};
use cairn::exchange::{File, from_text};
use cairn::form::{FOLLOWS, Field, Holds};
use cairn::kinds::form_of;
use cairn::moment::Date;
use cairn::progression::Judgement;
use cairn::record::{Link, RecordKind};
use cairn::records::{Entry, Filled, Item, Record, Slot, Value};
use cairn::team::common::{Shared, common};
use cairn::team::need::{self, Need, Place, needs};
use cairn::team::offer;
use cairn::team::plan::{self, Filter, Order};
use cairn::team::review::{NextReview, Part, QUESTIONS, Review};
use cairn::team::step::{NextStep, next_step};
use cairn::team::{Clarity, LEAD, NEEDS, NEXT_REVIEW, REVIEWED_BY, REVIEWED_ON, key, next_year};
use cairn::words::team::plan::gave_way;
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{at, audit_with, by, field, framework, judged, view};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn put(book: &mut Record, field: &Field, value: impl Into<Value>) {
    let filled = Filled::new(value.into(), by(1, "MK"));
    book.put(&Slot::field(field), Entry::Filled(filled));
}

fn empty(id: &str, name: &str) -> Record {
    Record::new(&cairn::team::FORM, id.to_owned(), name, "Harbour", by(0, "MK"))
}

fn add(book: &mut Record, item: Item) {
    book.put(&Slot::item(&NEEDS, &item.id.clone()), Entry::Item(item));
}

fn with(id: &str, fields: &[(&'static str, &str)]) -> Item {
    let mut item = Item::new(id.to_owned());
    for (name, text) in fields {
        let field = &field(name);
        match *name {
            "due" => item.set(field, Some(day(text))),
            "status" => {
                let status = Status::ALL.map(Status::name);
                item.set(field, Value::Word(status.into_iter().find(|word| word == text).unwrap()));
            }
            _ => item.set(field, *text),
        }
    }
    item
}

fn link(kind: RecordKind, record: &str, item: &str, text: &str) -> Link {
    let list = if kind == RecordKind::Person { "targets" } else { "actions" };
    Link {
        kind,
        record: record.to_owned(),
        list: list.to_owned(),
        item: item.to_owned(),
        text: text.to_owned(),
        ..Link::default()
    }
}

/// A need that was taken from another record, with the words that stand there.
fn from_link(id: String, link: Link) -> Item {
    let mut item = Item::new(id);
    item.set(&field("text"), link.text.as_str());
    item.add_link(&field("from"), link);
    item
}

/// A team that has answered every question clearly, on the fourth of November.
fn reviewed() -> Record {
    let mut book = empty("team-1", "Night team");
    for question in QUESTIONS {
        put(&mut book, Part::Reflection.field(question), "We talked.");
        put(&mut book, Part::Clarity.field(question), Clarity::Clear);
    }
    put(&mut book, &REVIEWED_ON, Some(day("2026-11-04")));
    book
}

fn ids<'a>(needs: impl IntoIterator<Item = Need<'a>>) -> Vec<&'a str> {
    needs.into_iter().map(|need| need.id()).collect()
}

// The names of fields.

#[test]
fn every_field_that_is_read_is_one_of_the_form() {
    let form = form_of(RecordKind::Team);
    let names: Vec<_> = form.fields.iter().map(|field| field.name).collect();
    let of_team =
        ["name", "organisation", "lead", "reviewed_on", "reviewed_by", "next_review", "follows"];
    assert_eq!(names[..7], of_team);
    assert_eq!(names.len(), 7 + 6 * 4);
    for question in QUESTIONS {
        for part in [Part::Reflection, Part::Evidence, Part::Clarity, Part::Clearer] {
            let field = part.field(question);
            assert!(names.contains(&field.name), "{}", field.name);
            let words = Clarity::ALL.map(Clarity::word);
            match field.holds {
                Holds::Word(found) => assert!(part == Part::Clarity && found == words),
                Holds::Text => assert!(part != Part::Clarity),
                other => panic!("{} holds {other:?}", field.name),
            }
        }
    }
    assert!(!names.contains(&Part::Evidence.field("q7").name));
    let names: Vec<_> = NEEDS.fields.iter().map(|field| field.name).collect();
    assert_eq!(
        names,
        [
            "text",
            "also",
            "from_organisation",
            "questions",
            "from_members",
            "own",
            "theme",
            "action",
            "owner",
            "due",
            "cost",
            "status",
            "progress",
            "from",
            "to"
        ]
    );
    let Holds::Word(words) = need::STATUS.holds else { panic!() };
    assert_eq!(words, ["not_started", "under_way", "done", "dropped"]);
    assert_eq!(words, Status::ALL.map(Status::name));
}

// The review.

#[test]
fn clarity_has_four_steps() {
    assert_eq!(Clarity::ALL.map(Clarity::step), [1, 2, 3, 4]);
    assert_eq!(Clarity::ALL.map(|step| Clarity::of(step.word())), Clarity::ALL.map(Some));
    assert_eq!(Clarity::ALL.map(Clarity::wants_work), [true, true, false, false]);
    assert_eq!(Clarity::of("very_clear"), None);
}

#[test]
fn a_question_is_answered_by_words_and_a_step() {
    let mut book = empty("team-1", "Night team");
    let check = |book: &Record, answered: usize, begun: bool| {
        let review = Review::of(book);
        assert_eq!(review.answered(), answered);
        assert_eq!(review.answer("q3").unwrap().begun(), begun);
    };
    check(&book, 0, false);
    put(&mut book, &field("q3.reflection"), " \n");
    check(&book, 0, false);
    put(&mut book, &field("q3.evidence"), "The log.");
    check(&book, 0, true);
    put(&mut book, &field("q3.clarity"), Clarity::NotClear);
    check(&book, 0, true);
    put(&mut book, &field("q3.reflection"), "Well enough.");
    check(&book, 1, true);
    let review = Review::of(&book);
    let answer = review.answer("q3").unwrap();
    assert_eq!((answer.reflection, answer.evidence), ("Well enough.", "The log."));
    assert_eq!((answer.clarity, answer.clearer), (Some(Clarity::NotClear), ""));
    assert_eq!(review.answer("q7"), None);
    assert!(!review.complete());
    assert!(Review::of(&reviewed()).complete());
}

#[test]
fn last_years_review_stands_beside_this_years() {
    let mut before = reviewed();
    put(&mut before, &field("q1.clarity"), Clarity::PartlyClear);
    put(&mut before, &field("q2.clarity"), "");
    put(&mut before, &field("q5.clarity"), "");
    put(&mut before, &field("q5.reflection"), "");
    put(&mut before, &REVIEWED_BY, "All of us");
    let mut book = next_year(&before, "team-2".to_owned(), "Night team", by(9, "AB"));
    put(&mut book, &field("q1.clarity"), Clarity::Clear);
    put(&mut book, &field("q2.clarity"), Clarity::Clear);
    put(&mut book, &field("q3.clarity"), Clarity::NotClear);
    let review = Review::of(&book);
    assert_eq!(QUESTIONS.map(|id| review.change(id)), [Some(2), None, Some(-3), None, None, None]);
    let last = review.last_year.unwrap();
    assert_eq!(last.held, Some(day("2026-11-04")));
    assert_eq!(last.present, "All of us");
    assert_eq!(review.last_answer("q1").unwrap().reflection, "We talked.");
    assert_eq!(review.last_answer("q5"), None, "nothing was said");
    assert_eq!((review.held, review.present, review.answered()), (None, "", 0));
    assert_eq!(Review::of(&before).last_answer("q1"), None);
}

#[test]
fn the_next_review_is_a_year_later_unless_a_day_is_set() {
    let mut book = empty("team-1", "Night team");
    let next = |book: &Record, today: &str| Review::of(book).next(day(today));
    assert_eq!(next(&book, "2026-11-22"), NextReview::NotSet);
    put(&mut book, &REVIEWED_ON, Some(day("2026-11-04")));
    assert_eq!(next(&book, "2026-11-22"), NextReview::Later(day("2027-11-04")));
    assert_eq!(next(&book, "2027-10-04"), NextReview::Later(day("2027-11-04")));
    assert_eq!(next(&book, "2027-10-05"), NextReview::Soon(day("2027-11-04")));
    assert_eq!(next(&book, "2027-11-04"), NextReview::Soon(day("2027-11-04")));
    assert_eq!(next(&book, "2027-11-05"), NextReview::Overdue(day("2027-11-04")));
    assert_eq!(Review::of(&book).next_set(), None);
    put(&mut book, &NEXT_REVIEW, Some(day("2027-10-06")));
    assert_eq!(next(&book, "2027-10-07"), NextReview::Overdue(day("2027-10-06")));
    assert_eq!(Review::of(&book).next_set(), Some(day("2027-10-06")));
}

// Needs.

/// Joins two needs, with the page's words for whatever gave way.
fn join(book: &Record, kept: &str, other: &str) -> Option<Vec<(Slot, Entry)>> {
    need::join(book, kept, other, gave_way)
}

#[test]
fn a_need_says_where_it_comes_from() {
    let places = |item: &Item| Need::of(item).places();
    assert_eq!(places(&Item::new("n1".to_owned())), [Place::Own]);
    for place in [Place::Organisation, Place::Members] {
        let mut item = Item::new("n1".to_owned());
        need::set_place(&mut item, place, true);
        assert_eq!(places(&item), [place]);
        need::set_place(&mut item, place, false);
        assert_eq!(places(&item), [Place::Own]);
    }
    let mut item = need::at_question("n1".to_owned(), "q4", "How can we tell?", "Asking");
    assert_eq!((places(&item), item.text(&field("text"))), (vec![Place::Review], "Asking"));
    assert!(Need::of(&item).came_up_at("q4") && !Need::of(&item).came_up_at("q3"));
    let questions: Vec<_> = Need::of(&item).questions().collect();
    assert_eq!(questions, [("q4", "How can we tell?")]);
    item.add_link(&field("from"), link(RecordKind::Person, "sam-shared", "t1", ""));
    item.add_link(&field("from"), link(RecordKind::Audit, "audit-1", "a1", ""));
    assert_eq!(places(&item), [Place::Organisation, Place::Review, Place::Members]);
    need::set_question(&mut item, "q4", None);
    need::set_place(&mut item, Place::Own, true);
    assert_eq!(places(&item), [Place::Organisation, Place::Members, Place::Own]);
}

#[test]
fn a_need_is_overdue_while_it_is_open() {
    let check = |status: &str, due: &str, expected: bool| {
        let item = with("n1", &[("status", status), ("due", due)]);
        assert_eq!(Need::of(&item).overdue(day("2026-11-22")), expected, "{status} {due}");
    };
    check("not_started", "2026-11-21", true);
    check("under_way", "2026-11-21", true);
    check("under_way", "2026-11-22", false);
    check("done", "2026-11-21", false);
    check("dropped", "2026-11-21", false);
    assert!(!Need::of(&Item::new("n1".to_owned())).overdue(day("2026-11-22")));
    assert_eq!(Need::of(&Item::new("n1".to_owned())).status, Status::NotStarted);
}

#[test]
fn a_need_is_planned_by_what_who_and_when() {
    let all = [("action", "Meet"), ("owner", "MK"), ("due", "2027-01-31")];
    assert!(Need::of(&with("n1", &all)).planned());
    for left_out in 0..3 {
        let fields: Vec<_> = (0..3).filter(|at| *at != left_out).map(|at| all[at]).collect();
        assert!(!Need::of(&with("n1", &fields)).planned(), "{fields:?}");
    }
}

#[test]
fn two_needs_become_one_with_both_origins() {
    let mut book = empty("team-1", "Night team");
    let action = link(RecordKind::Audit, "audit-1", "a1", "Write it down");
    let mut first = from_link("n1".to_owned(), action.clone());
    for (name, text) in [("owner", "MK"), ("action", "Meet."), ("theme", "Handover")] {
        first.set(&field(name), text);
    }
    first.set(&field("due"), Some(day("2027-03-01")));
    let mut second =
        need::at_question("n2".to_owned(), "q2", "What is it that we do?", "Handing over");
    let target = link(RecordKind::Person, "sam-shared", "t1", "To hand over");
    second.add_link(&field("from"), target.clone());
    second.add_link(&field("from"), Link { name: "Record".to_owned(), ..action.clone() });
    for (name, text) in [("owner", "AB"), ("action", "Meet. "), ("theme", "Nights"), ("cost", "£5")]
    {
        second.set(&field(name), text);
    }
    second.set(&field("due"), Some(day("2027-01-31")));
    second.set(&field("status"), Value::Word("done"));
    add(&mut book, first);
    add(&mut book, second);
    add(&mut book, with("n3", &[("text", "write it  DOWN!")]));
    let before = book.clone();

    let changes = join(&book, "n1", "n2").unwrap();
    let undo: Vec<_> =
        changes.iter().map(|(slot, _)| (slot.clone(), book.entry(slot).unwrap())).collect();
    for (slot, entry) in changes {
        book.put(&slot, entry);
    }
    assert_eq!(ids(needs(&book)), ["n1", "n3"]);
    let one = need::find(&book, "n1").unwrap();
    assert_eq!((one.text, one.also()), ("Write it down", vec!["Handing over"]));
    assert_eq!((one.theme, one.owner, one.action), ("Handover", "MK, AB", "Meet."));
    assert_eq!((one.cost, one.due), ("£5", Some(day("2027-01-31"))));
    assert_eq!(one.status, Status::UnderWay);
    assert_eq!(one.places(), [Place::Organisation, Place::Review, Place::Members]);
    assert_eq!(one.from(), [action, target]);
    assert_eq!(
        one.progress,
        "“Handing over” had the theme “Nights” and was done. \
         Before the two were joined, this need was due by 2027-03-01."
    );
    assert_eq!(need::find(&book, "n2"), Some(one), "who looks for the other finds it");
    assert_eq!(one.ids().collect::<Vec<_>>(), ["n1", "n2"]);

    for (slot, entry) in join(&book, "n1", "n3").unwrap() {
        book.put(&slot, entry);
    }
    let one = need::find(&book, "n3").unwrap();
    assert_eq!(one.also(), ["Handing over"], "the same words are not said twice");
    assert_eq!(one.places(), Place::ALL);

    let mut back = before.clone();
    for (slot, entry) in join(&back, "n1", "n2").unwrap() {
        back.put(&slot, entry);
    }
    for (slot, entry) in undo {
        back.put(&slot, entry);
    }
    assert_eq!(back, before);
    assert_eq!(join(&book, "n1", "n1"), None);
    assert_eq!(join(&book, "n1", "n9"), None);
}

#[test]
fn two_needs_are_together_as_far_as_either_has_begun() {
    use Status::{Done, Dropped, NotStarted, UnderWay};
    let check = |one: Status, two: Status, expected: Status| {
        let mut book = empty("team-1", "Night team");
        add(&mut book, with("n1", &[("status", one.name())]));
        add(&mut book, with("n2", &[("status", two.name())]));
        for (kept, other) in [("n1", "n2"), ("n2", "n1")] {
            let changes = join(&book, kept, other).unwrap();
            let Entry::Item(item) = &changes[0].1 else { panic!() };
            assert_eq!(Need::of(item).status, expected, "{one:?} {two:?}");
        }
    };
    for status in Status::ALL {
        check(status, status, status);
        check(status, Dropped, status);
    }
    check(NotStarted, UnderWay, UnderWay);
    check(NotStarted, Done, UnderWay);
    check(UnderWay, Done, UnderWay);
}

#[test]
fn what_gives_way_when_two_needs_are_joined_is_written_down() {
    let check =
        |one: &[(&'static str, &str)], two: &[(&'static str, &str)], due: &str, progress: &str| {
            let mut book = empty("team-1", "Night team");
            add(&mut book, with("n1", one));
            add(&mut book, with("n2", two));
            let changes = join(&book, "n1", "n2").unwrap();
            let Entry::Item(item) = &changes[0].1 else { panic!() };
            let joined = Need::of(item);
            assert_eq!(joined.due.map(|due| due.to_string()).unwrap_or_default(), due);
            assert_eq!(joined.progress, progress);
        };
    let (text, other) = (("text", "Signing"), ("text", "Talking with hands"));
    let (may, june) = (("due", "2027-05-01"), ("due", "2027-06-01"));
    let (done, dropped) = (("status", "done"), ("status", "dropped"));

    check(&[text, may], &[other, may], "2027-05-01", "");
    check(&[text], &[other, may], "2027-05-01", "");
    check(&[text, may], &[other], "2027-05-01", "");
    check(
        &[text, may],
        &[other, june],
        "2027-05-01",
        "“Talking with hands” was due by 2027-06-01.",
    );
    let before = "Before the two were joined, this need was due by 2027-06-01.";
    check(&[text, june], &[other, may], "2027-05-01", before);

    // The note does not call the other need by its words when they are the same, or when it has none.
    let later = "The other need was due by 2027-06-01.";
    check(&[text, may], &[("text", "signing!"), june], "2027-05-01", later);
    check(&[text, may], &[june], "2027-05-01", later);

    // A theme that gives way is noted, but not one that is only spelled differently.
    let nights = "“Talking with hands” had the theme “Nights”.";
    check(&[text, ("theme", "Days")], &[other, ("theme", "Nights ")], "", nights);
    check(&[text, ("theme", "Days")], &[other, ("theme", "days.")], "", "");
    check(&[text], &[other, ("theme", "Nights")], "", "");

    // One of the two was done or dropped, and the joined need is not.
    check(&[text], &[other, done], "", "“Talking with hands” was done.");
    check(&[text, done], &[other], "", "Before the two were joined, this need was done.");
    check(&[text, done], &[other, done], "", "");
    check(&[text], &[other, dropped], "", "“Talking with hands” was no longer needed.");
    check(&[text, ("status", "under_way")], &[other], "", "");

    // The note stands after the progress of both needs.
    check(
        &[text, may, ("theme", "Days"), ("progress", "We have begun.")],
        &[other, june, ("theme", "Nights"), done, ("progress", "We are there.")],
        "2027-05-01",
        "We have begun.\n\nWe are there.\n\n“Talking with hands” was due by 2027-06-01, \
         had the theme “Nights” and was done.",
    );
}

// The plan.

fn some_needs() -> Record {
    let mut book = empty("team-1", "Night team");
    add(&mut book, with("n1", &[("theme", "Roles"), ("owner", "MK"), ("due", "2026-12-31")]));
    let done = [("theme", "hand-over"), ("owner", "ab"), ("due", "2026-10-01"), ("status", "done")];
    add(&mut book, with("n2", &done));
    let late = [("theme", "Handover"), ("due", "2026-11-01"), ("status", "under_way")];
    add(&mut book, with("n3", &late));
    let mut item = with("n4", &[("owner", "AB "), ("action", "Meet"), ("due", "2027-02-01")]);
    need::set_place(&mut item, Place::Members, true);
    add(&mut book, item);
    add(&mut book, with("n5", &[("theme", " roles!")]));
    book
}

#[test]
fn a_plan_shows_what_is_asked_for() {
    let book = some_needs();
    let check = |filter: Filter, expected: &[&str]| {
        let shown = plan::plan(&book, &filter, Order::Due, day("2026-11-22"));
        let shown = cairn::order::in_order(ids(shown), |one, other| one < other);
        assert_eq!(shown, expected, "{filter:?}");
    };
    let any = Filter::default;
    check(any(), &["n1", "n2", "n3", "n4", "n5"]);
    check(Filter { how_far: StatusFilter::Open, ..any() }, &["n1", "n3", "n4", "n5"]);
    check(Filter { how_far: StatusFilter::Is(Status::Done), ..any() }, &["n2"]);
    check(Filter { when: DueFilter::Overdue, ..any() }, &["n3"]);
    check(Filter { when: DueFilter::Within(39), ..any() }, &["n1"]);
    check(Filter { when: DueFilter::Within(38), ..any() }, &[]);
    check(Filter { when: DueFilter::NoDay, ..any() }, &["n5"]);
    check(Filter { theme: Some("HANDOVER".to_owned()), ..any() }, &["n2", "n3"]);
    check(Filter { theme: Some(String::new()), ..any() }, &["n4"]);
    check(Filter { owner: Some("AB".to_owned()), ..any() }, &["n2", "n4"]);
    check(Filter { owner: Some(String::new()), ..any() }, &["n3", "n5"]);
    check(Filter { place: Some(Place::Members), ..any() }, &["n4"]);
    let both = Filter { place: Some(Place::Own), how_far: StatusFilter::Open, ..any() };
    check(both, &["n1", "n3", "n5"]);
}

#[test]
fn a_plan_stands_in_the_order_that_is_asked_for() {
    let book = some_needs();
    let check = |order: Order, expected: [&str; 5]| {
        let shown = plan::plan(&book, &Filter::default(), order, day("2026-11-22"));
        assert_eq!(ids(shown), expected, "{order:?}");
    };
    check(Order::Theme, ["n2", "n3", "n1", "n5", "n4"]);
    check(Order::Due, ["n3", "n1", "n4", "n5", "n2"]);
    check(Order::Status, ["n1", "n4", "n5", "n3", "n2"]);
    check(Order::Owner, ["n2", "n4", "n1", "n3", "n5"]);
    check(Order::Place, ["n4", "n2", "n3", "n1", "n5"]);
}

#[test]
fn needs_are_grouped_by_theme() {
    let book = some_needs();
    let shown = plan::plan(&book, &Filter::default(), Order::Due, day("2026-11-22"));
    let groups = plan::groups(shown);
    let groups: Vec<_> = groups.into_iter().map(|group| (group.theme, ids(group.needs))).collect();
    let expected = [("Handover", vec!["n3", "n2"]), ("Roles", vec!["n1", "n5"]), ("", vec!["n4"])];
    assert_eq!(groups, expected);
    assert_eq!(plan::themes(&book), ["hand-over", "Roles"]);
    assert_eq!(plan::owners(&book), ["ab", "MK"]);
    let counts = plan::counts(&book, day("2026-11-22"));
    assert_eq!((counts.by_status, counts.overdue, counts.to_plan), ([3, 1, 1, 0], 1, 3));
}

#[test]
fn texts_are_alike_when_case_spaces_and_punctuation_are_put_aside() {
    for text in ["hand-over", " Hand over! ", "HANDOVER", "hand\tover…"] {
        assert_eq!(key(text), "handover", "{text:?}");
    }
    assert_eq!(
        (key(" \n"), key(" 👍 "), key("É")),
        (String::new(), "👍".to_owned(), "é".to_owned())
    );
}

// What several teams have in common.

#[test]
fn a_theme_or_an_origin_in_two_teams_is_common() {
    let mut one = empty("team-1", "Night team");
    let mut two = empty("team-2", "Day team");
    let mut three = empty("team-3", "Carers’ service");
    let action = || link(RecordKind::Audit, "audit-1", "a1", "Write it down");
    add(&mut one, with("n1", &[("theme", "Handover")]));
    add(&mut one, from_link("n2".to_owned(), action()));
    add(&mut one, with("n3", &[("theme", "Only here")]));
    add(&mut one, with("n4", &[("theme", "Grief")]));
    add(&mut two, with("n1", &[("theme", "hand-over")]));
    add(&mut two, with("n2", &[("theme", "hand over")]));
    let mut item = from_link("n3".to_owned(), action());
    item.set(&field("theme"), "Writing");
    add(&mut two, item);
    add(&mut two, with("n4", &[("theme", "grief"), ("status", "done")]));
    add(&mut three, with("n1", &[("theme", "HANDOVER")]));

    let books = [one, two, three];
    let found = common(&books);
    let found: Vec<_> = found
        .iter()
        .map(|common| {
            let teams = common.teams.iter();
            let teams: Vec<_> =
                teams.map(|(team, needs)| (team.id.as_str(), ids(needs.clone()))).collect();
            (common.shared, teams)
        })
        .collect();
    let action = action();
    let expected = [
        (
            Shared::Theme("Handover"),
            vec![("team-1", vec!["n1"]), ("team-2", vec!["n1", "n2"]), ("team-3", vec!["n1"])],
        ),
        (Shared::Origin(&action), vec![("team-1", vec!["n2"]), ("team-2", vec!["n3"])]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_said_by_its_theme_is_not_said_by_its_origin_again() {
    let action = link(RecordKind::Audit, "audit-1", "a1", "Write it down");
    let team = |id: &str, theme: &str| {
        let mut book = empty(id, id);
        let mut item = from_link("n1".to_owned(), action.clone());
        item.set(&field("theme"), theme);
        add(&mut book, item);
        book
    };
    let books = [team("one", "Handover"), team("two", "handover")];
    assert_eq!(common(&books).len(), 1);
    let books = [team("one", "Handover"), team("two", "handover"), team("three", "Nights")];
    let found = common(&books);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].shared, found[0].teams.len()), (Shared::Origin(&action), 3));
    assert_eq!((found[1].shared, found[1].teams.len()), (Shared::Theme("Handover"), 2));
}

#[test]
fn two_books_of_one_team_are_not_two_teams() {
    let mut book = reviewed();
    add(&mut book, with("n1", &[("theme", "Handover")]));
    let next = next_year(&book, "team-2".to_owned(), "Night team 2027", by(9, ""));
    assert_eq!(common(&[book.clone(), next]).len(), 0, "one follows the other");
    let again = Record { id: "team-3".to_owned(), ..book.clone() };
    assert_eq!(common(&[again, book.clone()]).len(), 0, "they are called the same");
    let mut other = Record { id: "team-4".to_owned(), ..book.clone() };
    put(&mut other, &field("name"), "Day team");
    assert_eq!(common(&[book, other]).len(), 1);
}

// What other records offer.

#[test]
fn an_audit_offers_its_actions_and_what_is_to_be_developed() {
    let mut audit = audit_with([]);
    for (id, status) in [("a1", Status::UnderWay), ("a2", Status::Done)] {
        let action = Item::new(id.to_owned())
            .with(&action::TEXT, format!("Do {id}"))
            .with(&action::OWNER, "MK")
            .with(&action::DUE, Some(day("2027-01-31")))
            .with(&action::STATUS, status);
        audit.put(&Slot::item(&ACTIONS, id), Entry::Item(action));
    }
    let first = framework().areas().next().unwrap().1;
    audit.put(
        &Slot::item(&JUDGEMENTS, &first.indicators[0].id),
        judged(&first.indicators[0].id, Judgement::NotAchieved, 1),
    );
    let offers = offer::of_audit(view(&audit), framework());
    assert_eq!((offers[0].link.item.as_str(), offers[0].link.text.as_str()), ("a1", "Do a1"));
    assert_eq!((offers[0].owner.as_str(), offers[0].due), ("MK", Some(day("2027-01-31"))));
    assert_eq!(offers[0].link.list, "actions");
    assert!(offers[1..].iter().all(|offer| offer.link.list == "indicators"));
    let developed = cairn::progression::areas_for_development(
        &view(&audit).assess_capability(&framework().capabilities[0]),
    )
    .len();
    let second = cairn::progression::areas_for_development(
        &view(&audit).assess_capability(&framework().capabilities[1]),
    )
    .len();
    assert_eq!(offers.len(), 1 + developed + second);

    let mut book = empty("team-1", "Night team");
    assert_eq!(offers[0].taken(&book), None);
    add(&mut book, from_link("n1".to_owned(), offers[0].link.clone()));
    assert_eq!(offers[0].taken(&book).map(|need| need.id()), Some("n1"));
    assert_eq!(offers[1].taken(&book), None);
}

#[test]
fn a_person_offers_only_what_they_have_shared() {
    let mut sam =
        Record::new(&cairn::person::FORM, "sam-shared".to_owned(), "Sam", "Harbour", by(0, ""));
    for (id, status) in [("t1", "under_way"), ("t2", "done")] {
        let mut item = Item::new(id.to_owned());
        item.set(&field("text"), "To hand over");
        item.set(&field("status"), Value::Word(status));
        sam.put(&Slot::item(&cairn::person::target::LIST, id), Entry::Item(item));
    }
    assert_eq!(offer::of_person(&sam), [], "their own book is private");
    put(&mut sam, &field("shared_from"), "sam");
    let offers = offer::of_person(&sam);
    assert_eq!(offers.len(), 1);
    assert_eq!((offers[0].link.record.as_str(), offers[0].link.item.as_str()), ("sam", "t1"));
    assert_eq!((offers[0].link.name.as_str(), offers[0].owner.as_str()), ("Sam", "Sam"));
    let item = from_link("n1".to_owned(), offers[0].link.clone());
    assert_eq!(Need::of(&item).places(), [Place::Members]);
}

// The next step, and the next year.

#[test]
fn there_is_always_one_next_step() {
    let today = day("2026-11-22");
    let mut book = empty("team-1", "Night team");
    assert_eq!(next_step(&book, today), NextStep::BeginReview);
    put(&mut book, &field("q2.clearer"), "A list");
    assert_eq!(next_step(&book, today), NextStep::Answer("q1", 6));

    let mut book = reviewed();
    put(&mut book, &REVIEWED_ON, "");
    assert_eq!(next_step(&book, today), NextStep::SayWhenHeld);

    let mut book = reviewed();
    assert_eq!(next_step(&book, day("2027-11-05")), NextStep::BeginNextYear(day("2027-11-04")));
    assert_eq!(next_step(&book, today), NextStep::AddFirstNeed);
    put(&mut book, &field("q4.clarity"), Clarity::PartlyClear);
    assert_eq!(next_step(&book, today), NextStep::AddNeed("q4", Clarity::PartlyClear));
    add(&mut book, need::at_question("n1".to_owned(), "q4", "How can we tell?", "Asking"));
    add(&mut book, with("n2", &[("due", "2026-11-01")]));
    let check = |book: &Record, late: Option<&str>, unplanned: Option<(&str, usize)>| match (
        next_step(book, today),
        late,
        unplanned,
    ) {
        (NextStep::SeeToOverdue(need, 1), Some(id), _) => assert_eq!(need.id(), id),
        (NextStep::PlanNeed(need, count), None, Some(found)) => {
            assert_eq!((need.id(), count), found);
        }
        other => panic!("{other:?}"),
    };
    check(&book, Some("n2"), None);
    add(&mut book, with("n2", &[("due", "2026-11-01"), ("status", "done")]));
    check(&book, None, Some(("n1", 1)));
    add(&mut book, with("n3", &[]));
    check(&book, None, Some(("n1", 2)));
    for id in ["n1", "n3"] {
        let mut item = book.item(&NEEDS, id).unwrap().clone();
        item.set(&field("action"), "Meet");
        item.set(&field("owner"), "MK");
        item.set(&field("due"), Some(day("2027-01-31")));
        add(&mut book, item);
    }
    assert_eq!(next_step(&book, today), NextStep::SetNextReview(day("2027-11-04")));
    put(&mut book, &NEXT_REVIEW, Some(day("2027-10-06")));
    assert_eq!(next_step(&book, today), NextStep::Wait(day("2027-10-06")));
}

#[test]
fn next_years_book_keeps_what_is_not_done() {
    let mut book = reviewed();
    put(&mut book, &LEAD, "MK");
    put(&mut book, &NEXT_REVIEW, Some(day("2027-11-03")));
    for status in Status::ALL.map(Status::name) {
        add(&mut book, with(status, &[("status", status)]));
    }
    let next = next_year(&book, "team-2".to_owned(), "Night team 2027", by(100, "AB"));
    assert_eq!((next.kind(), next.created_at), (RecordKind::Team, at(100)));
    assert_eq!((next.name(), next.organisation()), ("Night team 2027", "Harbour"));
    assert_eq!((next.text(&LEAD), next.text(&FOLLOWS)), ("MK", "team-1"));
    assert_eq!(ids(needs(&next)), ["not_started", "under_way"]);
    assert_eq!(next.answers.get("lead"), book.answers.get("lead"), "who wrote it stays");
    let review = Review::of(&next);
    assert_eq!((review.answered(), review.held, review.next_set()), (0, None, None));
    assert_eq!(review.last_year.unwrap().answers, Review::of(&book).answers);
    assert!(next.removed.is_empty() && next.earlier_words.is_empty());
}

// The example.

#[test]
fn the_example_opens_and_its_links_lead_somewhere() {
    let Ok(File::Record(book)) = from_text(include_str!("../../src/team/example-team.json")) else {
        panic!("the example is not a book");
    };
    let Ok(File::Record(audit)) = from_text(include_str!("../../src/audit/example.json")) else {
        panic!("the audit's example is not an audit");
    };
    assert_eq!((book.kind(), book.id.as_str()), (RecordKind::Team, "example-team"));
    assert_eq!(book.organisation(), audit.organisation());
    let review = Review::of(&book);
    assert!(review.complete());
    let changes = QUESTIONS.map(|id| review.change(id));
    assert_eq!(changes, [Some(1), Some(0), Some(1), Some(1), Some(1), Some(-1)]);
    let today = day("2026-11-22");
    let counts = plan::counts(&book, today);
    assert_eq!((counts.by_status, counts.overdue, counts.to_plan), ([3, 4, 1, 1], 1, 1));
    assert!(matches!(next_step(&book, today), NextStep::SeeToOverdue(_, 1)));
    for place in Place::ALL {
        assert!(needs(&book).iter().any(|need| need.places().contains(&place)), "{place:?}");
    }
    assert!(needs(&book).iter().flat_map(Need::questions).all(|(id, _)| QUESTIONS.contains(&id)));

    let mut linked = 0;
    for need in needs(&book) {
        for link in need.from().iter().filter(|link| link.record == audit.id) {
            let action = view(&audit).action(&link.item).unwrap();
            assert_eq!(
                (&link.text, &link.name),
                (&action.text.to_owned(), &audit.name().to_owned())
            );
            let back = action.to.iter().find(|back| back.record == book.id).unwrap();
            assert_eq!((back.item.as_str(), back.text.as_str()), (need.id(), need.text));
            assert_eq!(back.name, book.name());
            linked += 1;
        }
    }
    assert_eq!(linked, 3);
}

// What holds of any team.

fn team() -> impl Strategy<Value = Record> {
    book(RecordKind::Team)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_plan_shows_each_need_once_in_any_order(book in team()) {
        let today = day("2026-11-22");
        let sorted = |needs: Vec<Need>| {
            let mut ids: Vec<_> = needs.iter().map(|need| need.id().to_owned()).collect();
            ids.sort();
            ids
        };
        let all = sorted(needs(&book));
        for order in [Order::Theme, Order::Due, Order::Status, Order::Owner, Order::Place] {
            let shown = plan::plan(&book, &Filter::default(), order, today);
            prop_assert_eq!(sorted(shown.clone()), all.clone());
            let grouped = plan::groups(shown).into_iter().flat_map(|group| group.needs);
            prop_assert_eq!(sorted(grouped.collect()), all.clone());
        }
        let split = Status::ALL.map(|status| {
            let filter = Filter { how_far: StatusFilter::Is(status), ..Filter::default() };
            plan::plan(&book, &filter, Order::Due, today).len()
        });
        prop_assert_eq!(split, plan::counts(&book, today).by_status);
    }

    #[test]
    fn joining_two_needs_loses_no_origin_and_no_words(book in team()) {
        let all: Vec<String> = needs(&book).iter().map(|need| need.id().to_owned()).collect();
        prop_assume!(all.len() > 1);
        let mut after = book.clone();
        for (slot, entry) in join(&book, &all[0], &all[1]).unwrap() {
            after.put(&slot, entry);
        }
        prop_assert_eq!(ids(needs(&after)).len(), all.len() - 1);
        let one = need::find(&after, &all[0]).unwrap();
        let said = Entry::Item(one.item.clone()).words();
        for id in &all[..2] {
            let before = need::find(&book, id).unwrap();
            for place in before.places() {
                prop_assert!(one.places().contains(&place));
            }
            for (question, _) in before.questions() {
                prop_assert!(one.came_up_at(question));
            }
            for link in before.from() {
                prop_assert!(one.from().iter().any(|other| other.leads_to_same(link)));
            }
            for link in before.to() {
                prop_assert!(one.to().iter().any(|other| other.leads_to_same(link)));
            }
            let words = [before.text, before.action, before.owner, before.cost, before.progress];
            for words in words.into_iter().filter(|words| !words.trim().is_empty()) {
                prop_assert!(said.contains(words.trim()), "{:?} in {:?}", words, said);
            }
            let theme = before.theme.trim();
            prop_assert!(key(theme) == key(one.theme) || said.contains(theme), "{:?}", theme);
            let due = before.due.filter(|due| one.due != Some(*due));
            prop_assert!(due.is_none_or(|due| said.contains(&due.to_string())), "{:?}", due);
            prop_assert!(one.ids().any(|part| part == id) || before.text.is_empty());
        }
        for need in needs(&book).iter().filter(|need| !all[..2].contains(&need.id().to_owned())) {
            prop_assert_eq!(need::find(&after, need.id()), Some(*need));
        }
    }

    #[test]
    fn common_needs_are_open_and_of_different_teams(one in team(), two in team(), three in team()) {
        let mut books = [one, two, three];
        for (at, book) in books.iter_mut().enumerate() {
            book.id = format!("team-{at}");
        }
        for common in common(&books) {
            prop_assert!(common.teams.len() > 1);
            for (place, (team, needs)) in common.teams.iter().enumerate() {
                prop_assert!(!needs.is_empty());
                prop_assert!(common.teams[..place].iter().all(|(other, _)| other.id != team.id));
                for need in needs {
                    prop_assert!(need.status.open() && team.item(&NEEDS, need.id()).is_some());
                    let shared = match common.shared {
                        Shared::Theme(theme) => key(theme) == key(need.theme),
                        Shared::Origin(link) => {
                            need.from().iter().any(|other| other.leads_to_same(link))
                        }
                    };
                    prop_assert!(shared);
                }
            }
        }
    }

    #[test]
    fn next_year_begins_with_the_review(book in team()) {
        let next = next_year(&book, "team-2".to_owned(), "Next", by(9, ""));
        let review = Review::of(&next);
        prop_assert_eq!(review.answered(), 0);
        prop_assert_eq!(next_step(&next, day("2026-11-22")), NextStep::BeginReview);
        prop_assert!(needs(&next).iter().all(|need| need.status.open()));
        let open = needs(&book).iter().filter(|need| need.status.open()).count();
        prop_assert_eq!(needs(&next).len(), open);
    }
}
