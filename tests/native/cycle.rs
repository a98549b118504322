//! The loop from an audit through teams and people back to its evidence.

use cairn::audit::slot::{Entry, Slot};
use cairn::audit::{Action, Audit, Evidence, Status};
use cairn::book::{Book, Item, Value};
use cairn::cycle::{Cycle, Reach, Station};
use cairn::form::{Field, List};
use cairn::record::{BookKind, Link};
use cairn::records::form_of;
use proptest::prelude::*;

use crate::samples::book::any_book;
use crate::samples::{by, empty_audit, field};

fn book(kind: BookKind, id: &str) -> Book {
    Book::new(form_of(kind), id.to_owned(), id, "", by(0, ""))
}

fn item(id: &str, fields: &[(&Field, Value)]) -> Item {
    let mut item = Item { changed: by(1, ""), ..Item::new(id.to_owned()) };
    for (field, value) in fields {
        item.set(field, value.clone());
    }
    item
}

fn put(book: &mut Book, list: &List, item: Item) -> Link {
    let link = book.link_to(list, &item);
    let slot = cairn::book::slot::Slot::item(list, &item.id);
    book.put(&slot, cairn::book::slot::Entry::Item(item));
    link
}

fn action(audit: &mut Audit, id: &str) -> Link {
    let action = Action { id: id.to_owned(), text: format!("Do {id}"), ..Action::default() };
    audit.put(&Slot::Action(id.to_owned()), Entry::Action(action));
    Link {
        record: audit.id.clone(),
        list: "actions".to_owned(),
        item: id.to_owned(),
        ..Link::default()
    }
}

/// Four records through which one action goes, as each would stand on a device of its own: every end
/// is noted only in the record that took something up.
fn all_the_way() -> (Audit, Vec<Book>) {
    let mut audit = empty_audit("audit-1");
    let mut team = book(BookKind::Team, "team-1");
    let mut person = book(BookKind::Learner, "person-1-shared");
    person
        .answers
        .insert("shared_from".to_owned(), cairn::book::Filled::new("person-1".into(), by(0, "")));
    let found = action(&mut audit, "a1");
    action(&mut audit, "a2");
    let need =
        put(&mut team, &cairn::team::NEEDS, item("n1", &[(&field("from"), vec![found].into())]));
    let target =
        item("t1", &[(&field("text"), "Learn it".into()), (&field("from"), vec![need].into())]);
    put(&mut person, &cairn::learner::target::LIST, target);
    let entry = put(
        &mut person,
        &cairn::learner::diary::LIST,
        item("d1", &[(&field("target"), "t1".into())]),
    );
    let evidence = Evidence {
        id: "e1".to_owned(),
        title: "What Sam learned".to_owned(),
        from: vec![entry],
        ..Evidence::default()
    };
    audit.put(&Slot::Evidence("e1".to_owned()), Entry::Evidence(evidence));
    (audit, vec![team, person])
}

#[test]
fn what_was_found_is_followed_all_the_way() {
    let (audit, books) = all_the_way();
    let cycle = Cycle::of(&audit, &books);
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
        let mut team = book(BookKind::Team, "team-1");
        let mut person = book(BookKind::Learner, "person-1");
        let mut need = item("n1", &[]);
        if found {
            need.set(&field("from"), vec![action(&mut audit, "a1")]);
            let mut done = audit.action("a1").expect("it was put there").clone();
            done.status = Status::Done;
            audit.put(&Slot::Action("a1".to_owned()), Entry::Action(done));
        }
        if let Some(status) = status {
            need.set(&field("status"), Value::Word(status));
        }
        let need = put(&mut team, &cairn::team::NEEDS, need);
        let target = [(&field("from"), vec![need].into()), (&field("shared"), true.into())];
        let target = put(&mut person, &cairn::learner::target::LIST, item("t1", &target));
        if back {
            let evidence =
                Evidence { id: "e1".to_owned(), from: vec![target], ..Evidence::default() };
            audit.put(&Slot::Evidence("e1".to_owned()), Entry::Evidence(evidence));
        }
        let cycle = Cycle::of(&audit, &[team, person]);
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
    let mut team = book(BookKind::Team, "team-1");
    let found = action(&mut audit, "a1");
    let need =
        item("n1", &[(&field("text"), "Learn".into()), (&field("from"), vec![found].into())]);
    let need = put(&mut team, &cairn::team::NEEDS, need);
    let mut noted = audit.action("a1").expect("it was put there").clone();
    noted.to.push(need);
    audit.put(&Slot::Action("a1".to_owned()), Entry::Action(noted));
    let mut next = cairn::team::next_year(&team, "team-2".to_owned(), "Next", by(5, ""));
    let done =
        item("n1", &[(&field("text"), "Learn".into()), (&field("status"), Value::Word("done"))]);
    put(&mut next, &cairn::team::NEEDS, done);
    let cycle = Cycle::of(&audit, &[team, next]);
    assert_eq!((cycle.threads.len(), cycle.count(Station::Team)), (1, 1));
    let need = &cycle.threads[0].stops[1];
    assert_eq!((need.link.record.as_str(), need.status), ("team-2", Some(Status::Done)));
}

#[test]
fn a_need_that_became_part_of_another_stands_there() {
    let mut audit = empty_audit("audit-1");
    let mut team = book(BookKind::Team, "team-1");
    action(&mut audit, "a1");
    let gone = Link {
        record: "team-1".to_owned(),
        list: "needs".to_owned(),
        item: "n1".to_owned(),
        ..Link::default()
    };
    let mut noted = audit.action("a1").expect("it was put there").clone();
    noted.to.push(gone);
    audit.put(&Slot::Action("a1".to_owned()), Entry::Action(noted));
    let mut kept = item("n2", &[(&field("text"), "Kept".into())]);
    kept.set_part(&field("also"), "n1", "Put otherwise".to_owned());
    put(&mut team, &cairn::team::NEEDS, kept);
    let cycle = Cycle::of(&audit, &[team]);
    assert_eq!(cycle.count(Station::Team), 1);
    assert_eq!(cycle.threads[0].stops[1].link.item, "n2");
}

#[test]
fn a_record_that_is_elsewhere_leaves_what_is_known_of_it() {
    let (audit, books) = all_the_way();
    // Without the team, the person's target still says which need it came from.
    let cycle = Cycle::of(&audit, &books[1..]);
    assert_eq!(cycle.count(Station::Team), 1);
    assert_eq!(cycle.waiting.len(), 2);
    assert_eq!(cycle.threads.len(), 1);
    // With the audit alone, its evidence says where it came from.
    let cycle = Cycle::of(&audit, &[]);
    assert_eq!((cycle.count(Station::Person), cycle.count(Station::Back)), (1, 1));
}

#[test]
fn what_a_person_keeps_to_themselves_is_not_in_it() {
    let mut audit = empty_audit("audit-1");
    let found = action(&mut audit, "a1");
    let mut person = book(BookKind::Learner, "person-1");
    let kept = item("t1", &[(&field("from"), vec![found.clone()].into())]);
    put(&mut person, &cairn::learner::target::LIST, kept);
    assert_eq!(Cycle::of(&audit, &[person.clone()]).count(Station::Person), 0);
    let shared =
        item("t1", &[(&field("from"), vec![found].into()), (&field("shared"), true.into())]);
    put(&mut person, &cairn::learner::target::LIST, shared);
    assert_eq!(Cycle::of(&audit, &[person]).count(Station::Person), 1);
}

#[test]
fn what_belongs_to_another_audit_alone_is_not_in_it() {
    let (other, books) = all_the_way();
    let audit = empty_audit("audit-2");
    assert_eq!(Cycle::of(&audit, &books).threads, vec![]);
    assert_eq!(Cycle::of(&other, &books).threads.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_the_records_does_not_matter(one in any_book(), other in any_book()) {
        let (audit, mut books) = all_the_way();
        books.extend([one, other]);
        let forth = Cycle::of(&audit, &books);
        books.reverse();
        let back = Cycle::of(&audit, &books);
        for station in Station::ALL {
            prop_assert_eq!(forth.count(station), back.count(station));
        }
        prop_assert_eq!(forth.threads.len(), back.threads.len());
    }
}
