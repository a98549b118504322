//! The evidence register: things that support judgements.

use crate::by_id::Ids;
use crate::form::{FROM, Field, List};
use crate::link;
use crate::moment::Date;
use crate::record::{Link, Stamp};
use crate::records::Item;

/// The field that says what the evidence is.
pub static TITLE: Field = Field::text("title", "what it is").always("");
/// The field that says where the evidence is kept: a place in words, or a link.
pub static PLACE: Field = Field::text("place", "where it is kept: a place in words, or a link");
/// The field that says who looks after the evidence.
pub static OWNER: Field = Field::text("owner", "who looks after it");
/// The field with the day of the evidence itself.
pub static DATE: Field = Field::date("date", "the day of the evidence itself");
/// The field with the day by which the evidence should be looked at again.
pub static REVIEW_BY: Field =
    Field::date("review_by", "the day by which it should be looked at again");
/// The field with the ids of the areas and indicators that the evidence supports.
pub static SUPPORTS: Field =
    Field::ids("supports", "the ids of the areas and indicators that it supports");

/// The evidence register, in the order in which items were added.
pub static EVIDENCE: List = List {
    name: "evidence",
    one: "an item of evidence",
    several: "items of evidence",
    title: Some(&TITLE),
    fields: &[&TITLE, &PLACE, &OWNER, &DATE, &REVIEW_BY, &SUPPORTS, &FROM],
    always: true,
    ..List::USUAL
};

/// A thing that supports judgements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence<'a> {
    /// The item that holds the evidence.
    pub item: &'a Item,
    /// Unique within the audit.
    pub id: &'a str,
    /// What it is.
    pub title: &'a str,
    /// Where it is kept: a place in words, or a link.
    pub place: &'a str,
    /// Who looks after it.
    pub owner: &'a str,
    /// The day of the evidence itself.
    pub date: Option<Date>,
    /// The day by which it should be looked at again.
    pub review_by: Option<Date>,
    /// The ids of the areas and indicators that it supports.
    pub supports: &'a Ids,
    /// Links to what it came from in other records, such as an entry in a person's diary.
    pub from: &'a [Link],
    /// When and by whom it was last changed.
    pub changed: &'a Stamp,
}

impl<'a> Evidence<'a> {
    /// Reads evidence from its item.
    pub fn of(item: &'a Item) -> Evidence<'a> {
        Evidence {
            item,
            id: &item.id,
            title: item.text(&TITLE),
            place: item.text(&PLACE),
            owner: item.text(&OWNER),
            date: item.date(&DATE),
            review_by: item.date(&REVIEW_BY),
            supports: item.ids(&SUPPORTS),
            from: item.links(&FROM),
            changed: &item.changed,
        }
    }

    /// The place, if it is an address that is safe to follow.
    pub fn link(&self) -> Option<&'a str> {
        link::safe(self.place)
    }

    /// True when the day by which it should be looked at again has passed.
    pub fn review_due(&self, today: Date) -> bool {
        self.review_by.is_some_and(|day| day < today)
    }
}

/// Makes an item of evidence; `supports` are the ids of the areas and indicators that it supports.
pub fn new<'a>(id: String, title: &str, supports: impl IntoIterator<Item = &'a str>) -> Item {
    let supports: Ids = supports.into_iter().map(str::to_owned).collect();
    Item::new(id).with(&TITLE, title).with(&SUPPORTS, supports)
}

/// Links an item of evidence to an area or an indicator, or unlinks it.
pub fn set_supports(item: &mut Item, supported: &str, supports: bool) {
    let mut ids = item.ids(&SUPPORTS).clone();
    if supports {
        ids.insert(supported.to_owned());
    } else {
        ids.remove(supported);
    }
    item.set(&SUPPORTS, ids);
}
