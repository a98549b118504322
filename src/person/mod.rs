//! A person's learning: what a person's book means. Files call this kind of record `learner`.
//!
//! Source: “A learning organisation”, the policy of Southampton Education Services for continuing
//! professional development; the parts on the individual learner and on the management of performance
//! and professional development. Under it every person has learning standards for the post, a learning
//! plan that is reviewed once a year, a record of what was learned, at least three learning interviews
//! with a partner a year, at least three days off the job a year (here: learning days), and a work
//! programme, which is kept apart from the learning plan.
//!
//! A book belongs to the person; others see only what the person chose to share ([`extract`]). The rules
//! ask no clock: callers pass the day.

pub mod aim;
pub mod counts;
pub mod diary;
pub mod extract;
mod fields;
mod form;
pub mod interview;
pub mod next_year;
pub mod prompt;
pub mod standard;
pub mod step;
pub mod target;
pub mod task;
pub mod time;
pub mod year;

use crate::moment::Date;
use crate::organisation::fields as of_organisation;
use crate::record::Stamp;
use crate::records::{Entry, Slot};
use crate::records::{Filled, Record, Value};
pub use counts::Counts;
pub use diary::{DiaryEntry, Way};
pub use fields::{
    DAYS_A_YEAR, HOW_I_LEARN, INTERVIEWS_A_YEAR, INTERVIEWS_HELD, MANAGER, MEETINGS, MINUTES_A_DAY,
    OFF_THE_JOB, PARTNER, PLAN_AGREED_ON, PLAN_AGREED_WITH, POST, REVIEW, REVIEW_ACHIEVED,
    REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH, SHARED_ON, TEAM,
    WORK_AGREED_ON, WORK_AGREED_WITH, YEAR_STARTS,
};
pub use form::FORM;
pub use interview::Interview;
pub use next_year::next_year;
pub use prompt::Prompt;
pub use standard::Standard;
pub use step::NextStep;
pub use target::Target;
pub use task::Task;
pub use time::Time;
pub use year::LearningYear;

/// How many learning interviews a year a person should have, unless an organisation says otherwise: the
/// policy's “at least 3”.
pub const USUAL_INTERVIEWS: u32 = 3;
/// How many learning days a year a person should have, unless an organisation says otherwise: the
/// policy's “at least 3”.
pub const USUAL_DAYS: u32 = 3;
/// How long a working day is in minutes, unless the person says otherwise: seven and a half hours.
pub const USUAL_MINUTES: u32 = 450;

/// Makes a new book ready: the learning year begins with this month. The numbers of interviews and
/// learning days a year come from the organisation's book, if one is on the device; otherwise they are
/// the usual ones.
pub fn begin(book: &mut Record, organisation: Option<&Record>, today: Date, stamp: &Stamp) {
    let number = |field, usual| organisation.and_then(|book| book.whole(field)).unwrap_or(usual);
    let interviews = number(&of_organisation::INTERVIEWS_A_YEAR, USUAL_INTERVIEWS);
    let days = number(&of_organisation::DAYS_A_YEAR, USUAL_DAYS);
    let values = [
        (&YEAR_STARTS, Value::Date(today.first_of_month())),
        (&INTERVIEWS_A_YEAR, Value::Whole(interviews)),
        (&DAYS_A_YEAR, Value::Whole(days)),
        (&MINUTES_A_DAY, Value::Whole(USUAL_MINUTES)),
    ];
    for (field, value) in values {
        let filled = Filled::new(value, stamp.clone());
        book.put(&Slot::field(field), Entry::Filled(filled));
    }
}

/// How long a working day is, in minutes; never 0.
pub fn minutes_a_day(book: &Record) -> u32 {
    book.whole(&MINUTES_A_DAY).filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
}

/// True when the book is a copy that a person shared of their own book. Nothing in it may be changed.
pub fn is_shared(book: &Record) -> bool {
    !book.shared_from().is_empty()
}

/// The day on which a copy was shared; `None` for a person's own book.
pub fn shared_on(book: &Record) -> Option<Date> {
    book.date(&SHARED_ON)
}

/// True when the annual review has a day or any text.
pub fn is_reviewed(book: &Record) -> bool {
    book.date(&REVIEW_ON).is_some() || REVIEW.iter().any(|field| !book.text(field).is_empty())
}
