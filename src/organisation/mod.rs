//! What an organisation's book means: cards to discuss, sessions about them and their programme, rounds
//! of the characteristics, achievements, and what comes next.
//!
//! Plain reading of a [`Book`] of the kind; the names of its lists and fields stand here, beside what
//! they mean, and nowhere else. Days are given, never asked for.
//!
//! Sources: the card “Leadership (a)” and what such a card is for; Redbridge’s One Minute Guide 021, for
//! the characteristics, what it feels like, the achievements and the ways to contribute; Southampton
//! Education Services’ policy “A learning organisation”, for the learning interviews and days a year.

pub mod achievement;
pub mod ballot;
pub mod card;
pub mod many;
pub mod next;
pub mod programme;
pub mod round;
pub mod session;
pub mod timer;
pub mod votes;

use crate::book::Book;

/// The field with how many learning interviews a year people are to have.
pub const INTERVIEWS_A_YEAR: &str = "interviews_a_year";
/// The field with how many off-the-job days a year people are to have.
pub const DAYS_A_YEAR: &str = "days_a_year";

/// How many learning interviews, and how many off-the-job days, the policy gives people at least.
pub const USUAL_A_YEAR: u32 = 3;

/// How many learning interviews a year people are to have here.
pub fn interviews_a_year(book: &Book) -> u32 {
    book.whole(INTERVIEWS_A_YEAR).unwrap_or(USUAL_A_YEAR)
}

/// How many off-the-job days a year people are to have here.
pub fn days_a_year(book: &Book) -> u32 {
    book.whole(DAYS_A_YEAR).unwrap_or(USUAL_A_YEAR)
}
