//! A team: its annual review by the six quality questions, and its development plan.
//!
//! From a policy for continuing professional development in education services, under "The team":
//! each team holds an annual review by the six quality questions and draws up a development plan.
//! The plan takes in learning needs from three places: the organisation's plan, what the review
//! brought up, and the learning plans of the members. Needs that several teams have in common are
//! for seminars and internal courses.
//!
//! What stands in a team's book is in its [`Form`](crate::book::Form). Here is how it is read, each
//! name of a field once, and what follows from it. No clock: today is always given.

pub mod clarity;
pub mod common;
pub mod need;
pub mod offer;
pub mod plan;
pub mod review;
pub mod step;

pub use crate::team::clarity::Clarity;
pub use crate::team::need::{Need, Place};
pub use crate::team::review::Review;
pub use crate::team::step::NextStep;

use crate::book::{Book, FOLLOWS, Filled};
use crate::record::{RecordKind, Stamp};

/// The field that says who leads the team.
pub const LEAD: &str = "lead";
/// The field with the day of the review.
pub const REVIEWED_ON: &str = "reviewed_on";
/// The field that says who took part in the review.
pub const REVIEWED_BY: &str = "reviewed_by";
/// The field with the day of the next review.
pub const NEXT_REVIEW: &str = "next_review";
/// The list of learning needs.
pub const NEEDS: &str = "needs";

/// What two texts have in common when case, spaces and punctuation are put aside. A text of signs
/// alone stays as it is.
pub fn key(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.trim().to_owned() } else { letters }
}

/// Next year's book from this one: who leads it and the needs that are not done stay; the review
/// starts empty, and this year's is kept to be shown beside the new one.
pub fn next_year(book: &Book, id: String, name: &str, stamp: Stamp) -> Book {
    let mut next = Book::new(RecordKind::Team, id, name, book.organisation(), stamp.clone());
    if let Some(lead) = book.answers.get(LEAD) {
        next.answers.insert(LEAD.to_owned(), lead.clone());
    }
    next.answers.insert(FOLLOWS.to_owned(), Filled::new(book.id.as_str().into(), stamp));
    let open = book.items(NEEDS).iter().filter(|item| Need::of(item).status.open());
    let open: Vec<_> = open.cloned().collect();
    if !open.is_empty() {
        next.lists.insert(NEEDS.to_owned(), open);
    }
    next.last_year = Some(book.as_last_year());
    next
}
