//! Which actions of an audit’s plan are shown, and in which order.

use cairn::audit::plan::{DueFilter, Filter, Order, StatusFilter, owners, sorted};
use cairn::audit::{ACTIONS, Status, action};
use cairn::moment::Date;
use cairn::records::{Entry, Item, Record, Slot};
use proptest::prelude::*;

use crate::samples::{audit, empty_audit, framework, view};

fn today() -> Date {
    "2026-11-30".parse().unwrap()
}

fn plan() -> Record {
    let mut audit = empty_audit("audit-1");
    for (id, indicator, owner, due, status) in [
        ("a1", "1B.o1", " Rosa ", "2026-12-24", Status::UnderWay),
        ("a2", "", "", "", Status::NotStarted),
        ("a3", "1A.o1", "ben", "2026-11-29", Status::NotStarted),
        ("a4", "gone.o1", "Ada", "2026-11-01", Status::Done),
        ("a5", "1A.s1", "Rosa", "2027-02-28", Status::Dropped),
    ] {
        let item = Item::new(id.to_owned())
            .with(&action::INDICATOR, indicator)
            .with(&action::OWNER, owner)
            .with(&action::DUE, due.parse::<Date>().ok())
            .with(&action::STATUS, status);
        audit.put(&Slot::item(&ACTIONS, id), Entry::Item(item));
    }
    audit
}

fn shown(filter: &Filter, order: Order) -> Vec<String> {
    let plan = plan();
    let taken = view(&plan).actions().filter(|each| filter.takes(each, framework(), today()));
    sorted(taken, order, framework()).into_iter().map(|each| each.id.to_owned()).collect()
}

#[test]
fn actions_stand_in_an_order_and_those_without_it_last() {
    let check = |order, expected: &[&str]| {
        assert_eq!(shown(&Filter::default(), order), expected, "{order:?}");
    };
    check(Order::Due, &["a3", "a1", "a2", "a4", "a5"]);
    check(Order::Owner, &["a4", "a3", "a1", "a5", "a2"]);
    check(Order::Status, &["a3", "a2", "a1", "a4", "a5"]);
    check(Order::Area, &["a3", "a5", "a1", "a4", "a2"]);
}

#[test]
fn a_filter_shows_what_is_as_far_due_then_of_that_owner_and_area() {
    let check = |filter: Filter, expected: &[&str]| {
        assert_eq!(shown(&filter, Order::Due), expected, "{filter:?}");
    };
    let all = Filter::default;
    check(Filter { how_far: StatusFilter::Open, ..all() }, &["a3", "a1", "a2"]);
    check(Filter { how_far: StatusFilter::Is(Status::Done), ..all() }, &["a4"]);
    check(Filter { overdue: true, ..all() }, &["a3"]);
    check(Filter { when: DueFilter::Overdue, ..all() }, &["a3"]);
    check(Filter { when: DueFilter::Within(30), ..all() }, &["a1"]);
    check(Filter { when: DueFilter::Within(90), ..all() }, &["a1", "a5"]);
    check(Filter { when: DueFilter::NoDay, ..all() }, &["a2"]);
    check(Filter { owner: Some("Rosa".to_owned()), ..all() }, &["a1", "a5"]);
    check(Filter { owner: Some(String::new()), ..all() }, &["a2"]);
    check(Filter { area: Some("1A".to_owned()), ..all() }, &["a3", "a5"]);
    // Actions that answer no indicator, and one whose indicator the framework no longer has.
    check(Filter { area: Some(String::new()), ..all() }, &["a2", "a4"]);
    let both = Filter { overdue: true, when: DueFilter::Within(30), ..all() };
    check(both, &[]);
}

#[test]
fn everyone_who_sees_to_an_action_is_named_once() {
    assert_eq!(owners(view(&plan()).actions()), ["Ada", "Rosa", "ben"]);
}

proptest! {
    #[test]
    fn an_order_loses_no_action(audit in audit(), order in 0..4_usize) {
        let order = [Order::Due, Order::Owner, Order::Status, Order::Area][order];
        let mut ids: Vec<&str> =
            sorted(view(&audit).actions(), order, framework()).iter().map(|each| each.id).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, view(&audit).actions().map(|each| each.id).collect::<Vec<_>>());
    }
}
