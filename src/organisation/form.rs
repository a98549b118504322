//! What an organisation keeps beside its audits: discussion cards and sessions about them, rounds of the
//! characteristics, and achievements.

use crate::form::{Form, Layout, Surveys};
use crate::organisation::fields::{DAYS_A_YEAR, INTERVIEWS_A_YEAR, NAME, ORGANISATION};
use crate::organisation::{achievement, card, round, session, shown};
use crate::record::RecordKind;

/// The form of an organisation's book.
pub static FORM: Form = Form {
    kind: RecordKind::Organisation,
    name: &NAME,
    organisation: &ORGANISATION,
    fields: &[&NAME, &ORGANISATION, &INTERVIEWS_A_YEAR, &DAYS_A_YEAR],
    lists: &[&card::LIST, &session::LIST, &shown::REMOVED, &round::LIST, &achievement::LIST],
    surveys: Surveys::InList { list: &round::LIST, people: &round::PEOPLE, counts: &round::COUNTS },
    layout: Layout::Gathered,
};
