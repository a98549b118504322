//! Targets of the learning plan: what is to be learned, how, and how success will show.

use crate::audit::Status;
use crate::form::{FROM, Field, List, SHARED, TO};
use crate::framework::Text;
use crate::moment::Date;
use crate::person::aim;
pub use crate::person::aim::{DUE, STATUS};
use crate::record::Link;
use crate::records::{Item, Record};

/// What is to be learned.
pub static TEXT: Field = Field::text("text", "what is to be learned");
/// How it will be learned.
pub static STRATEGIES: Field = Field::text("strategies", "how it will be learned");
/// How success will show.
pub static SUCCESS: Field = Field::text("success", "signs of success");
/// What the annual review says of the target.
pub static REVIEW: Field = Field::text("review", "what the review says of it");
/// The id of the way to contribute that the target puts into practice.
pub static CONTRIBUTION: Field =
    Field::text("contribution", "the way to contribute that it puts into practice");

/// The list of targets.
pub static LIST: List = List {
    name: "targets",
    one: "a target",
    several: "targets",
    title: Some(&TEXT),
    fields: &[
        &TEXT,
        &STRATEGIES,
        &SUCCESS,
        &DUE,
        &STATUS,
        &REVIEW,
        &CONTRIBUTION,
        &SHARED,
        &FROM,
        &TO,
    ],
    ..List::USUAL
};

/// A target of the learning plan.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a>(pub &'a Item);

impl<'a> Target<'a> {
    /// What is to be learned.
    pub fn text(self) -> &'a str {
        self.0.text(&TEXT)
    }

    /// How it will be learned.
    pub fn strategies(self) -> &'a str {
        self.0.text(&STRATEGIES)
    }

    /// How success will show.
    pub fn success(self) -> &'a str {
        self.0.text(&SUCCESS)
    }

    /// The day by which it should be reached.
    pub fn due(self) -> Option<Date> {
        aim::due(self.0)
    }

    /// How far it has got.
    pub fn status(self) -> Status {
        aim::status(self.0)
    }

    /// What the annual review says of it.
    pub fn review(self) -> &'a str {
        self.0.text(&REVIEW)
    }

    /// The id of the way to contribute that it puts into practice; empty for most.
    pub fn contribution(self) -> &'a str {
        self.0.text(&CONTRIBUTION)
    }

    /// Links to what it came from in other records.
    pub fn from(self) -> &'a [Link] {
        self.0.links(&FROM)
    }

    /// Links to what other records have made of it.
    pub fn to(self) -> &'a [Link] {
        self.0.links(&TO)
    }
}

/// Fills a new target so that it puts this way to contribute into practice.
pub fn contribute(item: &mut Item, way: &Text) {
    item.set(&TEXT, way.text.as_str());
    item.set(&CONTRIBUTION, way.id.as_str());
}

/// True when one of the targets of a book puts this way to contribute into practice.
pub fn contributes(book: &Record, way: &Text) -> bool {
    all(book).any(|target| target.contribution() == way.id)
}

/// The targets of a book, in the order in which they were made.
pub fn all(book: &Record) -> impl Iterator<Item = Target<'_>> {
    book.items(&LIST).iter().map(Target)
}

/// The targets in the order to work on them: open ones, then the others; each by due day, those without
/// one last.
pub fn in_turn(book: &Record) -> Vec<Target<'_>> {
    aim::in_turn(book, &LIST).into_iter().map(Target).collect()
}

/// The targets of last year's plan, as they stood in the end.
pub fn of_last_year(book: &Record) -> impl Iterator<Item = Target<'_>> {
    book.last_years_items(&LIST).iter().map(Target)
}

/// The target with this id as last year's plan had it; `None` when it was not there.
pub fn last_year<'a>(book: &'a Record, id: &str) -> Option<Target<'a>> {
    of_last_year(book).find(|target| target.0.id == id)
}

/// How many targets have each status, in the order of [`Status::ALL`].
pub fn by_status(book: &Record) -> [usize; 4] {
    Status::ALL.map(|status| all(book).filter(|target| target.status() == status).count())
}
