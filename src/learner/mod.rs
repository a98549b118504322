//! A person's learning: what a book of the kind `learner` means.
//!
//! Source: “A learning organisation”, the policy of Southampton Education Services for continuing
//! professional development; the parts on the individual learner and on the management of performance
//! and professional development. By it every person has learning standards for the post, a learning
//! plan that is reviewed once a year, a record of what was learned, at least three learning interviews
//! with a partner and at least three days off the job a year; and a work programme, which is kept apart
//! from the learning plan.
//!
//! A book is the person's own. Others see only what the person chose ([`extract`]). Rules here know no
//! clock: the day is given to them.

pub mod aim;
pub mod counts;
pub mod diary;
pub mod extract;
pub mod interview;
pub mod next_year;
pub mod prompt;
pub mod standard;
pub mod step;
pub mod target;
pub mod task;
pub mod time;
pub mod year;

use crate::book::slot::{Entry, Slot};
use crate::book::{Book, Filled, Value};
use crate::moment::Date;
use crate::record::Stamp;

pub use counts::Counts;
pub use diary::{DiaryEntry, Way};
pub use interview::Interview;
pub use next_year::next_year;
pub use prompt::Prompt;
pub use standard::Standard;
pub use step::NextStep;
pub use target::Target;
pub use task::Task;
pub use time::Time;
pub use year::LearningYear;

/// The post that the learning standards are for.
pub const POST: &str = "post";
/// The team.
pub const TEAM: &str = "team";
/// The learning partner.
pub const PARTNER: &str = "partner";
/// The manager.
pub const MANAGER: &str = "manager";
/// The first day of the learning year.
pub const YEAR_STARTS: &str = "year_starts";
/// How many learning interviews a year there are to be.
pub const INTERVIEWS_A_YEAR: &str = "interviews_a_year";
/// How many off-the-job days a year there are to be.
pub const DAYS_A_YEAR: &str = "days_a_year";
/// How long a working day is.
pub const MINUTES_A_DAY: &str = "minutes_a_day";
/// How the person learns.
pub const HOW_I_LEARN: &str = "how_i_learn";
/// The pattern of meetings about work and learning.
pub const MEETINGS: &str = "meetings";
/// The day on which the learning plan was agreed.
pub const PLAN_AGREED_ON: &str = "plan_agreed_on";
/// With whom the learning plan was agreed.
pub const PLAN_AGREED_WITH: &str = "plan_agreed_with";
/// The day on which the work programme was agreed.
pub const WORK_AGREED_ON: &str = "work_agreed_on";
/// With whom the work programme was agreed.
pub const WORK_AGREED_WITH: &str = "work_agreed_with";
/// The day of the annual review.
pub const REVIEW_ON: &str = "review_on";
/// With whom the annual review was held.
pub const REVIEW_WITH: &str = "review_with";
/// What was achieved this year.
pub const REVIEW_ACHIEVED: &str = "review_achieved";
/// What was learned this year.
pub const REVIEW_LEARNED: &str = "review_learned";
/// What changed in practice this year.
pub const REVIEW_CHANGED: &str = "review_changed";
/// What next year's plan should hold.
pub const REVIEW_NEXT: &str = "review_next";

/// The texts of the annual review, in order.
pub const REVIEW: [&str; 4] = [REVIEW_ACHIEVED, REVIEW_LEARNED, REVIEW_CHANGED, REVIEW_NEXT];

/// The record that a book was shared from.
const SHARED_FROM: &str = "shared_from";
/// The day on which it was shared.
const SHARED_ON: &str = "shared_on";

/// How many learning interviews a year there are to be, unless an organisation says otherwise: the
/// policy's “at least 3”.
pub const USUAL_INTERVIEWS: u32 = 3;
/// How many days off the job a year there are to be, unless an organisation says otherwise: the
/// policy's “at least 3”.
pub const USUAL_DAYS: u32 = 3;
/// How long a working day is, unless the person says otherwise: seven and a half hours.
pub const USUAL_MINUTES: u32 = 450;

/// Makes a new book ready: the learning year begins with this month, and what there is to be in a year
/// comes from the organisation's book, where there is one on the device.
pub fn begin(book: &mut Book, organisation: Option<&Book>, today: Date, stamp: &Stamp) {
    let number = |field, usual| organisation.and_then(|book| book.whole(field)).unwrap_or(usual);
    let values = [
        (YEAR_STARTS, Value::Date(today.first_of_month())),
        (INTERVIEWS_A_YEAR, Value::Whole(number(INTERVIEWS_A_YEAR, USUAL_INTERVIEWS))),
        (DAYS_A_YEAR, Value::Whole(number(DAYS_A_YEAR, USUAL_DAYS))),
        (MINUTES_A_DAY, Value::Whole(USUAL_MINUTES)),
    ];
    for (field, value) in values {
        let filled = Filled::new(value, stamp.clone());
        book.put(&Slot::Field(field.to_owned()), Entry::Filled(filled));
    }
}

/// How long a working day is, in minutes; never 0.
pub fn minutes_a_day(book: &Book) -> u32 {
    book.whole(MINUTES_A_DAY).filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
}

/// True when the book is what a person shared of another one. Nothing in it is to be changed.
pub fn is_shared(book: &Book) -> bool {
    !book.text(SHARED_FROM).is_empty()
}

/// The id of the record that the book was shared from; empty for a person's own.
pub fn shared_from(book: &Book) -> &str {
    book.text(SHARED_FROM)
}

/// The day on which the book was shared.
pub fn shared_on(book: &Book) -> Option<Date> {
    book.date(SHARED_ON)
}

/// True when there is anything in the book about its annual review.
pub fn is_reviewed(book: &Book) -> bool {
    book.date(REVIEW_ON).is_some() || REVIEW.iter().any(|field| !book.text(field).is_empty())
}
