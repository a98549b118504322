//! The form of a person's book: what a person keeps of their learning.

use crate::form::{FOLLOWS, Form, Layout, SHARED_FROM, Surveys};
use crate::person::fields::{
    DAYS_A_YEAR, HOW_I_LEARN, INTERVIEWS_A_YEAR, INTERVIEWS_HELD, MANAGER, MEETINGS, MINUTES_A_DAY,
    NAME, OFF_THE_JOB, ORGANISATION, PARTNER, PLAN_AGREED_ON, PLAN_AGREED_WITH, POST,
    REVIEW_ACHIEVED, REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH,
    SHARE_AGREED, SHARE_COUNTS, SHARE_HOW_I_LEARN, SHARE_LAST_YEAR, SHARE_POST, SHARE_REVIEW,
    SHARED_ON, TEAM, WORK_AGREED_ON, WORK_AGREED_WITH, YEAR_STARTS,
};
use crate::person::{diary, interview, standard, target, task};
use crate::record::RecordKind;

/// The form of a person's book.
pub static FORM: Form = Form {
    kind: RecordKind::Person,
    name: &NAME,
    organisation: &ORGANISATION,
    fields: &[
        &NAME,
        &ORGANISATION,
        &POST,
        &TEAM,
        &PARTNER,
        &MANAGER,
        &YEAR_STARTS,
        &INTERVIEWS_A_YEAR,
        &DAYS_A_YEAR,
        &MINUTES_A_DAY,
        &HOW_I_LEARN,
        &MEETINGS,
        &PLAN_AGREED_ON,
        &PLAN_AGREED_WITH,
        &WORK_AGREED_ON,
        &WORK_AGREED_WITH,
        &REVIEW_ON,
        &REVIEW_WITH,
        &REVIEW_ACHIEVED,
        &REVIEW_LEARNED,
        &REVIEW_CHANGED,
        &REVIEW_NEXT,
        &INTERVIEWS_HELD,
        &OFF_THE_JOB,
        &SHARE_POST,
        &SHARE_HOW_I_LEARN,
        &SHARE_AGREED,
        &SHARE_COUNTS,
        &SHARE_REVIEW,
        &SHARE_LAST_YEAR,
        &FOLLOWS,
        &SHARED_FROM,
        &SHARED_ON,
    ],
    lists: &[&standard::LIST, &target::LIST, &diary::LIST, &interview::LIST, &task::LIST],
    surveys: Surveys::No,
    layout: Layout::Gathered,
};
