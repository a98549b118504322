//! Next year's book from this year's.

use crate::form::{FOLLOWS, Field, List};
use crate::person::extract::{Part, unticked};
use crate::person::{
    Counts, DAYS_A_YEAR, HOW_I_LEARN, INTERVIEWS_A_YEAR, LearningYear, MANAGER, MEETINGS,
    MINUTES_A_DAY, PARTNER, POST, TEAM, Target, Task, YEAR_STARTS, diary, interview, standard,
    target, task,
};
use crate::record::Stamp;
use crate::records::{Entry, Slot};
use crate::records::{Filled, Item, LastYear, Record};

/// The fields that next year's book takes over.
static GOES_ON: [&Field; 9] = [
    &POST,
    &TEAM,
    &PARTNER,
    &MANAGER,
    &HOW_I_LEARN,
    &MEETINGS,
    &INTERVIEWS_A_YEAR,
    &DAYS_A_YEAR,
    &MINUTES_A_DAY,
];

/// Begins next year's book. The learning year moves on by one. Standards, open targets and open tasks
/// are taken over; of the diary and the interviews, only those with a day in the new year or later. This
/// year's review, counts and targets are kept for comparison, and the new book says which one it
/// follows. Nothing is ticked to be shared.
pub fn next_year(book: &Record, id: String, name: &str, stamp: Stamp) -> Record {
    let mut next = Record::new(book.form, id, name, book.organisation(), stamp.clone());
    for field in GOES_ON {
        if let Some(filled) = book.answers.get(field.name) {
            next.put(&Slot::field(field), Entry::Filled(filled.clone()));
        }
    }
    let year = LearningYear::of(book).next();
    next.put(
        &Slot::field(&FOLLOWS),
        Entry::Filled(Filled::new(book.id.as_str().into(), stamp.clone())),
    );
    let starts = Filled::new(Some(year.first).into(), stamp);
    next.put(&Slot::field(&YEAR_STARTS), Entry::Filled(starts));

    let mut keep = |list: &'static List, stays: &dyn Fn(&Item) -> bool| {
        for item in book.items(list).iter().filter(|item| stays(item)) {
            let mut item = unticked(item);
            if *list == target::LIST {
                item.clear(&target::REVIEW);
            }
            next.put(&Slot::item(list, &item.id), Entry::Item(item));
        }
    };
    keep(&standard::LIST, &|_| true);
    keep(&target::LIST, &|item| Target(item).status().open());
    keep(&task::LIST, &|item| Task(item).status().open());
    keep(&diary::LIST, &|item| item.date(&diary::DATE).is_some_and(|day| day >= year.first));
    keep(&interview::LIST, &|item| {
        item.date(&interview::DATE).is_some_and(|day| day >= year.first)
    });

    next.last_year = Some(as_last_year(book));
    next
}

/// What next year's book keeps of this one.
fn as_last_year(book: &Record) -> LastYear {
    let mut last_year = book.as_last_year();
    last_year.answers.split_off(|field| Part::LastYear.has(field));
    let stamp = Stamp { at: last_year.changed_at, ..Stamp::default() };
    for (field, value) in Counts::of(book).told() {
        last_year.answers.insert(field.name.to_owned(), Filled::new(value, stamp.clone()));
    }
    let targets: Vec<Item> = book.items(&target::LIST).iter().map(unticked).collect();
    if !targets.is_empty() {
        last_year.lists.insert(target::LIST.name.to_owned(), targets);
    }
    last_year
}
