//! Books to test with.

use cairn::by_id::ById;
use cairn::form::{Field, Holds, List};
use cairn::kinds::form_of;
use cairn::moment::Date;
use cairn::record::{Link, RecordKind};
use cairn::records::{Entry, Filled, Item, LastYear, Record, Slot, Value};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;

use crate::samples::{at, by, stamp, text};

/// The kinds of records that are books.
pub const BOOKS: [RecordKind; 3] = [RecordKind::Team, RecordKind::Person, RecordKind::Organisation];

fn day() -> impl Strategy<Value = Date> {
    (1u16..=9999, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

/// Any link.
pub fn link() -> impl Strategy<Value = Link> {
    (0usize..4, "[a-z0-9]{1,12}", text(), "[a-z]{1,9}", "[a-z0-9]{1,12}", text()).prop_map(
        |(kind, record, name, list, item, text)| {
            let kind = RecordKind::ALL[kind];
            Link { kind, record, name, list, item, text }
        },
    )
}

/// Any value that can stand in such a field.
pub fn value(holds: Holds) -> BoxedStrategy<Value> {
    match holds {
        Holds::Text => text().prop_map(Value::Text).boxed(),
        Holds::Date => day().prop_map(Value::Date).boxed(),
        Holds::Word(words) => (0..words.len()).prop_map(|at| Value::Word(words[at])).boxed(),
        Holds::Whole(most) => (0..=most).prop_map(Value::Whole).boxed(),
        Holds::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Holds::Texts => btree_map("[a-z0-9.]{1,8}", text(), 0..3)
            .prop_map(|texts| Value::Texts(texts.into_iter().collect()))
            .boxed(),
        Holds::Choices(words) => btree_map("[a-z0-9.]{1,8}", 0..words.len(), 0..3)
            .prop_map(|chosen| {
                let words = chosen.into_iter().map(|(id, at)| (id, words[at]));
                Value::Choices(words.collect())
            })
            .boxed(),
        Holds::Counts(count) => btree_map("[a-z0-9.]{1,8}", vec(0u32..=50, count), 0..3)
            .prop_map(|counts| Value::Counts(counts.into_iter().collect()))
            .boxed(),
        Holds::Ids => btree_set("[a-z0-9.]{1,8}", 0..3)
            .prop_map(|ids| Value::Ids(ids.into_iter().collect()))
            .boxed(),
        Holds::Proposal => Just(Value::Text(String::new())).boxed(),
        Holds::Wholes(count) => vec(0u32..=50, count).prop_map(Value::Wholes).boxed(),
        Holds::Links => vec(link(), 0..3).prop_map(Value::Links).boxed(),
    }
}

fn item(list: &'static List) -> impl Strategy<Value = Item> {
    let fields: Vec<_> =
        list.fields.iter().map(|field| option::of(value(field.holds)).boxed()).collect();
    ("[a-f][0-9]", fields, stamp()).prop_map(|(id, values, changed)| {
        let mut item = Item { changed, ..Item::new(format!("{}-{id}", list.name)) };
        for (field, value) in list.fields.iter().zip(values) {
            if let Some(value) = value {
                item.set(field, value);
            }
        }
        item
    })
}

fn book_answers(fields: &'static [&'static Field]) -> impl Strategy<Value = ById<Filled>> {
    let each = |field: &&'static Field| {
        option::of((value(field.holds), stamp()))
            .prop_map(|filled| {
                filled.map(|(value, changed)| (field.name.to_owned(), Filled::new(value, changed)))
            })
            .boxed()
    };
    let all: Vec<_> = fields.iter().map(each).collect();
    all.prop_map(|answers| answers.into_iter().flatten().collect())
}

/// Any book of a kind, always with the same id.
pub fn book(kind: RecordKind) -> impl Strategy<Value = Record> {
    let form = form_of(kind);
    let lists: Vec<_> = form.lists.iter().map(|list| vec(item(list), 0..4).boxed()).collect();
    let kept: Vec<_> = form.lists.iter().map(|list| vec(item(list), 0..2).boxed()).collect();
    let last_year = option::of((text(), 0i64..99, book_answers(form.fields), kept));
    let last_year = last_year.prop_map(|last_year| {
        last_year.map(|(name, millis, answers, kept)| {
            let lists = form.lists.iter().map(|list| list.name.to_owned()).zip(kept);
            let lists = lists.filter(|(_, items)| !items.is_empty()).collect();
            LastYear { name, changed_at: at(millis), answers, lists, survey: None }
        })
    });
    let removed = vec(("[a-f][0-9]", 0..form.lists.len(), stamp()), 0..3);
    let parts = (book_answers(form.fields), lists, removed, last_year);
    parts.prop_map(move |(answers, lists, removed, last_year)| {
        let mut book = Record::new(form, "book-1".to_owned(), "", "", by(0, ""));
        book.answers = answers;
        for (list, items) in form.lists.iter().zip(lists) {
            for item in items {
                let slot = Slot::item(list, &item.id);
                book.put(&slot, Entry::Item(item));
            }
        }
        for (id, list, stamp) in removed {
            let list = form.lists[list];
            book.put(&Slot::item(list, &format!("{}-{id}", list.name)), Entry::Removed(stamp));
        }
        book.last_year = last_year;
        book
    })
}

/// Any book.
pub fn any_book() -> impl Strategy<Value = Record> {
    prop_oneof![book(BOOKS[0]), book(BOOKS[1]), book(BOOKS[2])]
}
