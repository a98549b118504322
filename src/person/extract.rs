//! What a person shares of their book: a copy that holds only what the person has ticked.
//!
//! Private by default: nothing is ticked until the person ticks it, and new items are not ticked either.
//! Ticking a whole list ticks each item that is in it. The fields of the book itself are ticked in
//! [`Part`]s. Ticks are kept in the person's own book and never leave it.

use crate::by_id::ById;
use crate::form::{FROM, Field, List, SHARED, SHARED_FROM, TO};
use crate::moment::Date;
use crate::person::fields::{
    SHARE_AGREED, SHARE_COUNTS, SHARE_HOW_I_LEARN, SHARE_LAST_YEAR, SHARE_POST, SHARE_REVIEW,
};
use crate::person::{
    Counts, DAYS_A_YEAR, FORM, HOW_I_LEARN, INTERVIEWS_A_YEAR, INTERVIEWS_HELD, MANAGER, MEETINGS,
    OFF_THE_JOB, PARTNER, PLAN_AGREED_ON, PLAN_AGREED_WITH, POST, Prompt, REVIEW_ACHIEVED,
    REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH, SHARED_ON, TEAM,
    WORK_AGREED_ON, WORK_AGREED_WITH, YEAR_STARTS, diary, interview, standard, target, task,
};
use crate::record::{RecordKind, Stamp};
use crate::records::{Entry, Slot};
use crate::records::{Filled, Item, LastYear, Record, Value};

/// The lists whose items can be shared, in order.
pub static LISTS: [&List; 5] =
    [&standard::LIST, &target::LIST, &diary::LIST, &interview::LIST, &task::LIST];

/// Fields of the book itself that are shared together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Post and team, learning partner and manager.
    Post,
    /// How the person learns.
    HowILearn,
    /// When and with whom the learning plan and the work programme were agreed, and how people meet
    /// about them.
    Agreed,
    /// How many interviews and learning days there were, and how many there should be.
    Counts,
    /// The annual review.
    Review,
    /// Last year's review and counts, when and with whom its plan was agreed, and its targets with what
    /// the review said of them.
    LastYear,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Part; 6] =
        [Part::Post, Part::HowILearn, Part::Agreed, Part::Counts, Part::Review, Part::LastYear];

    /// The field that says whether the part is ticked.
    pub fn tick(self) -> &'static Field {
        match self {
            Part::Post => &SHARE_POST,
            Part::HowILearn => &SHARE_HOW_I_LEARN,
            Part::Agreed => &SHARE_AGREED,
            Part::Counts => &SHARE_COUNTS,
            Part::Review => &SHARE_REVIEW,
            Part::LastYear => &SHARE_LAST_YEAR,
        }
    }

    /// The fields that the part consists of; for [`Part::LastYear`], those of last year's book.
    pub fn fields(self) -> &'static [&'static Field] {
        static POST_AND_TEAM: [&Field; 4] = [&POST, &TEAM, &PARTNER, &MANAGER];
        static WAY_OF_LEARNING: [&Field; 1] = [&HOW_I_LEARN];
        static AGREED: [&Field; 5] =
            [&PLAN_AGREED_ON, &PLAN_AGREED_WITH, &WORK_AGREED_ON, &WORK_AGREED_WITH, &MEETINGS];
        static COUNTED: [&Field; 3] = [&YEAR_STARTS, &INTERVIEWS_A_YEAR, &DAYS_A_YEAR];
        static REVIEWED: [&Field; 6] = [
            &REVIEW_ON,
            &REVIEW_WITH,
            &REVIEW_ACHIEVED,
            &REVIEW_LEARNED,
            &REVIEW_CHANGED,
            &REVIEW_NEXT,
        ];
        static OF_LAST_YEAR: [&Field; 13] = [
            &YEAR_STARTS,
            &INTERVIEWS_A_YEAR,
            &DAYS_A_YEAR,
            &INTERVIEWS_HELD,
            &OFF_THE_JOB,
            &PLAN_AGREED_ON,
            &PLAN_AGREED_WITH,
            &REVIEW_ON,
            &REVIEW_WITH,
            &REVIEW_ACHIEVED,
            &REVIEW_LEARNED,
            &REVIEW_CHANGED,
            &REVIEW_NEXT,
        ];
        match self {
            Part::Post => &POST_AND_TEAM,
            Part::HowILearn => &WAY_OF_LEARNING,
            Part::Agreed => &AGREED,
            Part::Counts => &COUNTED,
            Part::Review => &REVIEWED,
            Part::LastYear => &OF_LAST_YEAR,
        }
    }

    /// True when a field of the part has this name.
    pub(super) fn has(self, field: &str) -> bool {
        self.fields().iter().any(|it| it.name == field)
    }

    /// True when the part has something in it that could be shared.
    pub fn is_there(self, book: &Record) -> bool {
        match self {
            Part::Counts => true,
            Part::LastYear => book.last_year.is_some(),
            _ => self.fields().iter().any(|field| book.value(field).is_some_and(|v| !v.is_empty())),
        }
    }
}

/// How many items of a list are ticked.
pub fn ticked(book: &Record, list: &List) -> usize {
    book.items(list).iter().filter(|item| item.flag(&SHARED)).count()
}

/// True when a part with something in it, or an item, is ticked.
pub fn is_anything_ticked(book: &Record) -> bool {
    Part::ALL.into_iter().any(|part| book.flag(part.tick()) && part.is_there(book))
        || LISTS.into_iter().any(|list| ticked(book, list) > 0)
}

/// The changes that tick every item of a list, or take every tick away.
pub fn ticking(book: &Record, list: &'static List, tick: bool) -> Vec<(Slot, Entry)> {
    let others = book.items(list).iter().filter(|item| item.flag(&SHARED) != tick);
    others
        .map(|item| {
            let mut item = item.clone();
            item.set(&SHARED, tick);
            (Slot::item(list, &item.id), Entry::Item(item))
        })
        .collect()
}

/// The id of the copy that is shared of the record `id`. It is always the same, so that a newer copy
/// takes the place of the one before.
pub fn extract_id(id: &str) -> String {
    const ENDING: &str = "-shared";
    const LONGEST: usize = 64;
    let id: String = id.chars().take(LONGEST - ENDING.len()).collect();
    [&id, ENDING].concat()
}

/// Makes the copy that a person shares: the name, the organisation, and what is ticked. It says from
/// which record and on which day it was shared.
///
/// Items are shared without links to people's records (the person's own and others'), without which
/// prompts the person skipped, without the target or standard of an entry unless that is shared too, and
/// without what the annual review says of a target unless the review is shared too. Of last year, the
/// copy lacks the name of that year's book, the time of its last change, and the links of its targets.
pub fn extract(book: &Record, on: Date, stamp: Stamp) -> Record {
    let mut shared =
        Record::new(&FORM, extract_id(&book.id), book.name(), book.organisation(), stamp.clone());
    let mut put = |field: &Field, filled: Filled| {
        shared.put(&Slot::field(field), Entry::Filled(filled));
    };
    put(&SHARED_FROM, Filled::new(book.id.as_str().into(), stamp.clone()));
    put(&SHARED_ON, Filled::new(Value::Date(on), stamp.clone()));
    let parts = Part::ALL.into_iter().filter(|part| book.flag(part.tick()));
    for part in parts.filter(|part| *part != Part::LastYear) {
        for field in part.fields() {
            if let Some(filled) = book.answers.get(field.name) {
                put(field, filled.clone());
            }
        }
        if part == Part::Counts {
            for (field, value) in Counts::of(book).told() {
                put(field, Filled::new(value, stamp.clone()));
            }
        }
    }
    for list in LISTS {
        for item in book.items(list).iter().filter(|item| item.flag(&SHARED)) {
            let item = shareable(item, book);
            shared.put(&Slot::item(list, &item.id), Entry::Item(item));
        }
    }
    if book.flag(Part::LastYear.tick()) {
        shared.last_year = book.last_year.as_ref().and_then(last_years);
    }
    shared
}

/// An item without its tick.
pub(super) fn unticked(item: &Item) -> Item {
    let mut item = item.clone();
    item.clear(&SHARED);
    item
}

/// An item of this year without its tick, and without what is private or not shared along with it.
fn shareable(item: &Item, book: &Record) -> Item {
    let mut item = unticked(item);
    for prompt in Prompt::ALL {
        item.clear(prompt.skipped_field());
    }
    // What the annual review says of a target is shared only with that review.
    if !book.flag(Part::Review.tick()) {
        item.clear(&target::REVIEW);
    }
    let mentions = [(&diary::TARGET, &target::LIST), (&diary::STANDARD, &standard::LIST)];
    for (field, list) in mentions {
        let mentioned = book.item(list, item.text(field));
        if !mentioned.is_some_and(|mentioned| mentioned.flag(&SHARED)) {
            item.clear(field);
        }
    }
    for field in [&FROM, &TO] {
        let mut links = item.links(field).to_vec();
        links.retain(|link| link.kind != RecordKind::Person && link.record != book.id);
        item.set(field, links);
    }
    item
}

/// What is shared of last year; `None` when there is nothing to share.
fn last_years(last_year: &LastYear) -> Option<LastYear> {
    let mut answers = last_year.answers.clone();
    answers.split_off(|field| Part::LastYear.has(field));
    let targets = last_year.lists.get(target::LIST.name).map_or(&[][..], Vec::as_slice);
    let alone = |item: &Item| {
        let mut item = unticked(item);
        for links in [&FROM, &TO] {
            item.clear(links);
        }
        item
    };
    let targets: Vec<Item> = targets.iter().map(alone).collect();
    let stamps = answers.values().map(|filled| &filled.changed);
    let stamps = stamps.chain(targets.iter().map(|item| &item.changed));
    let changed_at = stamps.map(|stamp| stamp.at).max()?;
    let mut lists = ById::new();
    if !targets.is_empty() {
        lists.insert(target::LIST.name.to_owned(), targets);
    }
    Some(LastYear { name: String::new(), changed_at, answers, lists, survey: None })
}
