//! Books: their forms, their slots, and their files.

use cairn::exchange::writing::record_text;
use cairn::exchange::{File, from_text};
use cairn::form::Holds;
use cairn::kinds::form_of;
use cairn::moment::Date;
use cairn::record::{Link, Stamp};
use cairn::records::{Entry, Filled, Item, Record, Slot, Value};
use proptest::prelude::*;

use crate::samples::book::{BOOKS, any_book};
use crate::samples::{at, by, field};

fn opened(text: &str) -> Record {
    match from_text(text) {
        Ok(File::Record(book)) => *book,
        other => panic!("{other:?}"),
    }
}

fn refused(text: &str) -> String {
    from_text(text).unwrap_err().to_string()
}

fn team() -> Record {
    let mut book =
        Record::new(&cairn::team::FORM, "team-1".to_owned(), "Night team", "Harbour", by(0, "MK"));
    let mut need = Item { changed: by(1, "MK"), ..Item::new("need-1".to_owned()) };
    need.set(&field("text"), "Handing over well");
    need.set(&field("status"), Value::Word("under_way"));
    need.set(&field("due"), Date::new(2027, 3, 1));
    book.put(&Slot::item(&cairn::team::NEEDS, "need-1"), Entry::Item(need));
    book
}

#[test]
fn a_form_names_every_field_and_list_once() {
    for kind in BOOKS {
        let form = form_of(kind);
        assert_eq!(form.kind, kind);
        assert!(form.field("name").is_some() && form.field("organisation").is_some());
        let mut names: Vec<_> = form.lists.iter().map(|list| list.name).collect();
        names.extend([
            "id",
            "created_at",
            "answers",
            "survey",
            "tally",
            "removed",
            "last_year",
            "earlier_words",
        ]);
        let fields = form.lists.iter().map(|list| list.fields).chain([form.fields]);
        for fields in fields {
            let mut names: Vec<_> = fields.iter().map(|field| field.name).collect();
            names.extend(["id", "changed"]);
            each_once(names);
            for field in fields {
                assert!(!field.about.is_empty(), "{}", field.name);
                if let Holds::Word(words) | Holds::Choices(words) = field.holds {
                    each_once(words.to_vec());
                }
            }
        }
        each_once(names);
    }
}

fn each_once(mut names: Vec<&str>) {
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
}

#[test]
fn an_emptied_field_holds_nothing_whatever_it_held() {
    let mut item = Item::new("a".to_owned());
    item.set(&field("due"), Date::new(2027, 1, 2));
    item.set(&field("text"), "words");
    item.set(&field("due"), None::<Date>);
    item.set(&field("text"), "");
    assert_eq!(item, Item::new("a".to_owned()));
    let emptied = Filled::new(Value::Flag(false), Stamp::default());
    assert_eq!(emptied, Filled::new(Value::from(None::<u32>), Stamp::default()));
}

#[test]
fn texts_of_an_item_come_and_go_one_by_one() {
    let mut item = Item::new("a".to_owned());
    item.set_part(&field("notes"), "q1", "one".to_owned());
    item.set_part(&field("notes"), "q2", "two".to_owned());
    item.set_part(&field("notes"), "q1", "other".to_owned());
    assert_eq!(
        (item.part(&field("notes"), "q1"), item.part(&field("notes"), "q2")),
        ("other", "two")
    );
    item.set_part(&field("notes"), "q1", String::new());
    item.set_part(&field("notes"), "q2", String::new());
    assert_eq!(item, Item::new("a".to_owned()));
}

#[test]
fn a_link_stands_once() {
    let link = |text: &str| Link {
        record: "r".to_owned(),
        item: "i".to_owned(),
        text: text.to_owned(),
        ..Link::default()
    };
    let mut item = Item::new("a".to_owned());
    item.add_link(&field("from"), link("before"));
    item.add_link(&field("from"), link("now"));
    assert_eq!(item.links(&field("from")), [link("now")]);
}

#[test]
fn what_was_removed_comes_back_to_its_place() {
    let mut book = team();
    for id in ["need-2", "need-3"] {
        book.put(&Slot::item(&cairn::team::NEEDS, id), Entry::Item(Item::new(id.to_owned())));
    }
    let before = book.clone();
    let slot = Slot::item(&cairn::team::NEEDS, "need-2");
    let entry = book.entry(&slot).unwrap();
    book.put(&slot, Entry::Removed(by(5, "")));
    assert_eq!(book.entry(&slot), Some(Entry::Removed(by(5, ""))));
    assert!(book.item(&cairn::team::NEEDS, "need-2").is_none() && !book.slots().contains(&slot));
    assert_eq!(book.entries().last().map(|(slot, _)| slot), Some(&slot));
    book.put(&slot, entry);
    assert_eq!(book, before);
}

#[test]
fn a_book_is_plain_to_read_in_its_file() {
    let text = record_text(&team(), at(0));
    for line in [
        "\"kind\": \"team\"",
        "\"needs\": [",
        "\"text\": \"Handing over well\"",
        "\"due\": \"2027-03-01\"",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(opened(&text), team());
}

#[test]
fn what_a_book_cannot_hold_is_refused_with_its_place() {
    let good = record_text(&team(), at(0));
    let with = |from: &str, to: &str| {
        assert!(good.contains(from), "{from} in {good}");
        refused(&good.replace(from, to))
    };
    assert_eq!(
        with("\"due\": \"2027-03-01\"", "\"due\": \"2027-02-31\""),
        "There is a mistake in this file, in “data.needs[0].due”: there is no such day as 2027-02-31."
    );
    assert_eq!(
        with("under_way", "soon"),
        "There is a mistake in this file, in “data.needs[0].status”: “soon” is not one of the words allowed here (“not_started”, “under_way”, “done”, “dropped”)."
    );
    assert_eq!(
        with("\"kind\": \"team\"", "\"kind\": \"learner\""),
        "There is a mistake in this file, in “data.needs”: Cairn does not know “needs” in this place."
    );
    assert_eq!(
        with("\"id\": \"need-1\"", "\"id\": \"need/1\""),
        "Among the items in this file, one has the id “need/1”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens."
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_book_comes_back_from_its_file(book in any_book()) {
        prop_assert_eq!(opened(&record_text(&book, at(0))), book);
    }

    #[test]
    fn putting_every_entry_elsewhere_makes_the_same_book(book in any_book()) {
        let mut copy = Record { answers: Default::default(), lists: Default::default(), ..book.clone() };
        for slot in book.slots() {
            copy.put(&slot, book.entry(&slot).unwrap());
        }
        prop_assert_eq!(copy.slots(), book.slots());
        prop_assert_eq!(record_text(&copy, at(0)), record_text(&book, at(0)));
    }
}
