//! The form of a team's book: the review by the six quality questions, and the development plan.

use crate::form::{FOLLOWS, Form, Layout, Surveys};
use crate::record::RecordKind;
use crate::team::fields::{
    LEAD, NAME, NEXT_REVIEW, ORGANISATION, QUESTIONS, REVIEWED_BY, REVIEWED_ON,
};
use crate::team::need::NEEDS;

/// The form of a team's book.
pub static FORM: Form = Form {
    kind: RecordKind::Team,
    name: &NAME,
    organisation: &ORGANISATION,
    fields: &[
        &NAME,
        &ORGANISATION,
        &LEAD,
        &REVIEWED_ON,
        &REVIEWED_BY,
        &NEXT_REVIEW,
        &FOLLOWS,
        &QUESTIONS[0].reflection,
        &QUESTIONS[0].evidence,
        &QUESTIONS[0].clarity,
        &QUESTIONS[0].clearer,
        &QUESTIONS[1].reflection,
        &QUESTIONS[1].evidence,
        &QUESTIONS[1].clarity,
        &QUESTIONS[1].clearer,
        &QUESTIONS[2].reflection,
        &QUESTIONS[2].evidence,
        &QUESTIONS[2].clarity,
        &QUESTIONS[2].clearer,
        &QUESTIONS[3].reflection,
        &QUESTIONS[3].evidence,
        &QUESTIONS[3].clarity,
        &QUESTIONS[3].clearer,
        &QUESTIONS[4].reflection,
        &QUESTIONS[4].evidence,
        &QUESTIONS[4].clarity,
        &QUESTIONS[4].clearer,
        &QUESTIONS[5].reflection,
        &QUESTIONS[5].evidence,
        &QUESTIONS[5].clarity,
        &QUESTIONS[5].clearer,
    ],
    lists: &[&NEEDS],
    surveys: Surveys::No,
    layout: Layout::Gathered,
};
