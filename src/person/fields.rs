//! The fields of a person's book itself.

use crate::form::Field;

/// The person’s name.
pub static NAME: Field = Field::text("name", "the person’s name");

/// The organisation’s name.
pub static ORGANISATION: Field = Field::text("organisation", "the organisation’s name");

/// The post that the learning standards are for.
pub static POST: Field = Field::text("post", "the post");

/// The team.
pub static TEAM: Field = Field::text("team", "the team");

/// The learning partner.
pub static PARTNER: Field = Field::text("partner", "the learning partner");

/// The manager.
pub static MANAGER: Field = Field::text("manager", "the manager");

/// The first day of the learning year.
pub static YEAR_STARTS: Field = Field::date("year_starts", "the first day of the learning year");

/// How many learning interviews a year there should be.
pub static INTERVIEWS_A_YEAR: Field =
    Field::whole("interviews_a_year", "the number of learning interviews a year", 100);

/// How many learning days a year, away from the job, there should be.
pub static DAYS_A_YEAR: Field =
    Field::whole("days_a_year", "the number of learning days a year", 366);

/// How long a working day is, in minutes.
pub static MINUTES_A_DAY: Field =
    Field::whole("minutes_a_day", "how long a working day is, in minutes", 1_440);

/// How the person learns.
pub static HOW_I_LEARN: Field = Field::text("how_i_learn", "how the person learns");

/// The pattern of meetings about work and learning.
pub static MEETINGS: Field =
    Field::text("meetings", "how you meet about the work and the learning");

/// The day on which the learning plan was agreed.
pub static PLAN_AGREED_ON: Field =
    Field::date("plan_agreed_on", "the day when the learning plan was agreed");

/// Who the learning plan was agreed with.
pub static PLAN_AGREED_WITH: Field =
    Field::text("plan_agreed_with", "who the learning plan was agreed with");

/// The day on which the work programme was agreed.
pub static WORK_AGREED_ON: Field =
    Field::date("work_agreed_on", "the day when the work programme was agreed");

/// Who the work programme was agreed with.
pub static WORK_AGREED_WITH: Field =
    Field::text("work_agreed_with", "who the work programme was agreed with");

/// The day of the annual review.
pub static REVIEW_ON: Field = Field::date("review_on", "the day of the annual review");

/// Who the annual review was held with.
pub static REVIEW_WITH: Field = Field::text("review_with", "who the annual review was held with");

/// What was achieved this year.
pub static REVIEW_ACHIEVED: Field = Field::text("review_achieved", "what was achieved this year");

/// What was learned this year.
pub static REVIEW_LEARNED: Field = Field::text("review_learned", "what was learned this year");

/// What changed in practice this year.
pub static REVIEW_CHANGED: Field =
    Field::text("review_changed", "what changed in practice this year");

/// What next year's plan should include.
pub static REVIEW_NEXT: Field = Field::text("review_next", "what next year’s plan should include");

/// The day on which a copy was shared; only copies have it.
pub static SHARED_ON: Field = Field::date("shared_on", "the day when this was shared");

/// How many learning interviews had been held, where they cannot be counted any more: in a shared copy,
/// and in what is kept of last year.
pub static INTERVIEWS_HELD: Field = Field::whole(
    "interviews_held",
    "how many learning interviews had been held when it was counted",
    1_000,
);

/// The learning days in hundredths of a day, where they cannot be counted any more: in a shared copy,
/// and in what is kept of last year.
pub static OFF_THE_JOB: Field = Field::whole(
    "off_the_job",
    "the learning days when they were counted, in hundredths of a day",
    100_000,
);

/// Whether the post is shared.
pub static SHARE_POST: Field = Field::flag("share_post", "whether the post is shared");

/// Whether how the person learns is shared.
pub static SHARE_HOW_I_LEARN: Field =
    Field::flag("share_how_i_learn", "whether how the person learns is shared");

/// Whether what was agreed, and with whom, is shared.
pub static SHARE_AGREED: Field = Field::flag("share_agreed", "whether what was agreed is shared");

/// Whether the counts are shared.
pub static SHARE_COUNTS: Field = Field::flag("share_counts", "whether the counts are shared");

/// Whether the annual review is shared.
pub static SHARE_REVIEW: Field = Field::flag("share_review", "whether the annual review is shared");

/// Whether last year is shared.
pub static SHARE_LAST_YEAR: Field = Field::flag("share_last_year", "whether last year is shared");

/// The texts of the annual review, in order.
pub static REVIEW: [&Field; 4] = [&REVIEW_ACHIEVED, &REVIEW_LEARNED, &REVIEW_CHANGED, &REVIEW_NEXT];
