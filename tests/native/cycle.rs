//! The loop from an audit through teams and people back to its evidence.

use cairn::audit::{ACTIONS, EVIDENCE, Status, action, evidence};
use cairn::cycle::{Cycle, Reach, Station};
use cairn::form::{FROM, Field, List, TO};
use cairn::kinds::form_of;
use cairn::record::{Link, RecordKind};
use cairn::records::{Entry, Item, Record, Slot, Value};
use proptest::prelude::*;

use crate::samples::book::any_book;
use crate::samples::{by, empty_audit, field, view};

fn book(kind: RecordKind, id: &str) -> Record {
    Record::new(form_of(kind), id.to_owned(), id, "", by(0, ""))
}

fn item(id: &str, fields: &[(&Field, Value)]) -> Item {
    let mut item = Item { changed: by(1, ""), ..Item::new(id.to_owned()) };
    for (field, value) in fields {
        item.set(field, value.clone());
    }
    item
}

fn put(book: &mut Record, list: &'static List, item: Item) -> Link {
    let link = book.link_to(list, &item);
    let slot = Slot::item(list, &item.id);
    book.put(&slot, Entry::Item(item));
    link
}

fn put_action(audit: &mut Record, id: &str) -> Link {
    let action = Item::new(id.to_owned()).with(&action::TEXT, format!("Do {id}"));
    audit.put(&Slot::item(&ACTIONS, id), Entry::Item(action));
    Link {
        record: audit.id.clone(),
        list: "actions".to_owned(),
        item: id.to_owned(),
        ..Link::default()
    }
}

/// An audit and two books through which one of its actions goes, as if each were on a device of its
/// own: a link stands only in the record that took something up.
fn all_the_way() -> (Record, Vec<Record>) {
    let mut audit = empty_audit("audit-1");
    let mut team = book(RecordKind::Team, "team-1");
    let mut person = book(RecordKind::Person, "person-1-shared");
    person.answers.insert(
        "shared_from".to_owned(),
        cairn::records::Filled::new("person-1".into(), by(0, "")),
    );
    let found = put_action(&mut audit, "a1");
    put_action(&mut audit, "a2");
    let need =
        put(&mut team, &cairn::team::NEEDS, item("n1", &[(&field("from"), vec![found].into())]));
    let target =
        item("t1", &[(&field("text"), "Learn it".into()), (&field("from"), vec![need].into())]);
    put(&mut person, &cairn::person::target::LIST, target);
    let entry = put(
        &mut person,
        &cairn::person::diary::LIST,
        item("d1", &[(&field("target"), "t1".into())]),
    );
    let evidence = evidence::new("e1".to_owned(), "What Sam learned", []);
    let evidence = evidence.with(&FROM, vec![entry]);
    audit.put(&Slot::item(&EVIDENCE, "e1"), Entry::Item(evidence));
    (audit, vec![team, person])
}

#[test]
fn what_was_found_is_followed_all_the_way() {
    let (audit, books) = all_the_way();
    let cycle = Cycle::of(view(&audit), &books);
    let [thread] = &cycle.threads[..] else { panic!("{cycle:?}") };
    let stops: Vec<_> =
        thread.stops.iter().map(|stop| (stop.station, stop.link.item.as_str())).collect();
    let expected = [
        (Station::Found, "a1"),
        (Station::Team, "n1"),
        (Station::Person, "t1"),
        (Station::Person, "d1"),
        (Station::Back, "e1"),
    ];
    assert_eq!(stops, expected);
    assert_eq!(thread.stops[0].status, Some(Status::NotStarted));
    assert_eq!(cycle.waiting.len(), 1);
    assert_eq!(cycle.actions(), (2, 1, 1));
    assert_eq!(thread.reach(), Reach::Whole);
}

#[test]
fn how_far_round_a_thread_has_gone() {
    let reach = |found: bool, status: Option<&'static str>, back: bool| {
        let mut audit = empty_audit("audit-1");
        let mut team = book(RecordKind::Team, "team-1");
        let mut person = book(RecordKind::Person, "person-1");
        let mut need = item("n1", &[]);
        if found {
            need.set(&field("from"), vec![put_action(&mut audit, "a1")]);
            let found = audit.item(&ACTIONS, "a1").expect("it was put there").clone();
            let done = found.with(&action::STATUS, Status::Done);
            audit.put(&Slot::item(&ACTIONS, "a1"), Entry::Item(done));
        }
        if let Some(status) = status {
            need.set(&field("status"), Value::Word(status));
        }
        let need = put(&mut team, &cairn::team::NEEDS, need);
        let target = [(&field("from"), vec![need].into()), (&field("shared"), true.into())];
        let target = put(&mut person, &cairn::person::target::LIST, item("t1", &target));
        if back {
            let evidence = Item::new("e1".to_owned()).with(&FROM, vec![target]);
            audit.put(&Slot::item(&EVIDENCE, "e1"), Entry::Item(evidence));
        }
        let cycle = Cycle::of(view(&audit), &[team, person]);
        assert_eq!(cycle.threads.len(), 1);
        cycle.threads[0].reach()
    };
    assert_eq!(reach(true, Some("done"), true), Reach::Whole);
    assert_eq!(reach(false, Some("under_way"), true), Reach::BegunElsewhere);
    assert_eq!(reach(true, Some("done"), false), Reach::Done);
    assert_eq!(reach(true, Some("under_way"), false), Reach::UnderWay);
    assert_eq!(reach(false, Some("done"), false), Reach::Done);
    assert_eq!(reach(false, Some("dropped"), false), Reach::UnderWay);
    assert_eq!(reach(false, None, false), Reach::UnderWay);
}

#[test]
fn what_goes_on_in_next_years_book_is_one_and_the_same() {
    let mut audit = empty_audit("audit-1");
    let mut team = book(RecordKind::Team, "team-1");
    let found = put_action(&mut audit, "a1");
    let need =
        item("n1", &[(&field("text"), "Learn".into()), (&field("from"), vec![found].into())]);
    let need = put(&mut team, &cairn::team::NEEDS, need);
    let noted = audit.item(&ACTIONS, "a1").expect("it was put there").clone();
    audit.put(&Slot::item(&ACTIONS, "a1"), Entry::Item(noted.with(&TO, vec![need])));
    let mut next = cairn::team::next_year(&team, "team-2".to_owned(), "Next", by(5, ""));
    let done =
        item("n1", &[(&field("text"), "Learn".into()), (&field("status"), Value::Word("done"))]);
    put(&mut next, &cairn::team::NEEDS, done);
    let cycle = Cycle::of(view(&audit), &[team, next]);
    assert_eq!((cycle.threads.len(), cycle.count(Station::Team)), (1, 1));
    let need = &cycle.threads[0].stops[1];
    assert_eq!((need.link.record.as_str(), need.status), ("team-2", Some(Status::Done)));
}

#[test]
fn a_need_that_became_part_of_another_stands_there() {
    let mut audit = empty_audit("audit-1");
    let mut team = book(RecordKind::Team, "team-1");
    put_action(&mut audit, "a1");
    let gone = Link {
        record: "team-1".to_owned(),
        list: "needs".to_owned(),
        item: "n1".to_owned(),
        ..Link::default()
    };
    let noted = audit.item(&ACTIONS, "a1").expect("it was put there").clone();
    audit.put(&Slot::item(&ACTIONS, "a1"), Entry::Item(noted.with(&TO, vec![gone])));
    let mut kept = item("n2", &[(&field("text"), "Kept".into())]);
    kept.set_part(&field("also"), "n1", "Put otherwise".to_owned());
    put(&mut team, &cairn::team::NEEDS, kept);
    let cycle = Cycle::of(view(&audit), &[team]);
    assert_eq!(cycle.count(Station::Team), 1);
    assert_eq!(cycle.threads[0].stops[1].link.item, "n2");
}

#[test]
fn a_record_that_is_elsewhere_leaves_what_is_known_of_it() {
    let (audit, books) = all_the_way();
    // Without the team's book, the person's target still says which need it came from.
    let cycle = Cycle::of(view(&audit), &books[1..]);
    assert_eq!(cycle.count(Station::Team), 1);
    assert_eq!(cycle.waiting.len(), 2);
    assert_eq!(cycle.threads.len(), 1);
    // With the audit alone, its evidence says where it came from.
    let cycle = Cycle::of(view(&audit), &[]);
    assert_eq!((cycle.count(Station::Person), cycle.count(Station::Back)), (1, 1));
}

#[test]
fn what_a_person_keeps_to_themselves_is_not_in_it() {
    let mut audit = empty_audit("audit-1");
    let found = put_action(&mut audit, "a1");
    let mut person = book(RecordKind::Person, "person-1");
    let kept = item("t1", &[(&field("from"), vec![found.clone()].into())]);
    put(&mut person, &cairn::person::target::LIST, kept);
    assert_eq!(Cycle::of(view(&audit), &[person.clone()]).count(Station::Person), 0);
    let shared =
        item("t1", &[(&field("from"), vec![found].into()), (&field("shared"), true.into())]);
    put(&mut person, &cairn::person::target::LIST, shared);
    assert_eq!(Cycle::of(view(&audit), &[person]).count(Station::Person), 1);
}

#[test]
fn what_belongs_to_another_audit_alone_is_not_in_it() {
    let (other, books) = all_the_way();
    let audit = empty_audit("audit-2");
    assert_eq!(Cycle::of(view(&audit), &books).threads, vec![]);
    assert_eq!(Cycle::of(view(&other), &books).threads.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_the_records_does_not_matter(one in any_book(), other in any_book()) {
        let (audit, mut books) = all_the_way();
        books.extend([one, other]);
        let forth = Cycle::of(view(&audit), &books);
        books.reverse();
        let back = Cycle::of(view(&audit), &books);
        for station in Station::ALL {
            prop_assert_eq!(forth.count(station), back.count(station));
        }
        prop_assert_eq!(forth.threads.len(), back.threads.len());
    }
}
