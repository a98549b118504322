//! A team: its annual review by the six quality questions, and its development plan.
//!
//! From a policy for continuing professional development in education services, under "The team": each
//! team holds an annual review by the six quality questions and draws up a development plan. The plan
//! takes in learning needs from three places: the organisation's plan, what the review brought up, and
//! the learning plans of the members. Needs that several teams have in common are for seminars and
//! internal courses.
//!
//! [`FORM`] says what can stand in a team's book. The files here read it and apply the rules. No function
//! asks a clock: callers pass today's date.

pub mod clarity;
pub mod common;
mod fields;
mod form;
pub mod need;
mod next_year;
pub mod offer;
pub mod plan;
pub mod review;
pub mod step;

pub use crate::team::clarity::Clarity;
pub use crate::team::fields::{LEAD, NEXT_REVIEW, QUESTIONS, REVIEWED_BY, REVIEWED_ON};
pub use crate::team::form::FORM;
pub use crate::team::need::{NEEDS, Need, Place};
pub use crate::team::next_year::next_year;
pub use crate::team::review::Review;
pub use crate::team::step::NextStep;

/// A key to compare texts by: the letters and digits of a text, in lower case. So texts that differ only
/// in case, spaces and punctuation have the same key. A text without letters and digits is its own key,
/// without spaces around it.
pub fn key(text: &str) -> String {
    let letters: String =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.trim().to_owned() } else { letters }
}
