//! The form of an audit: its fields and lists, and how they are laid out in files.

use crate::audit::action::ACTIONS;
use crate::audit::answer::{JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS, SAID};
use crate::audit::evidence::EVIDENCE;
use crate::form::{Field, Form, Layout, Surveys};
use crate::record::RecordKind;

/// The audit’s name.
pub static NAME: Field = Field::text("name", "the audit’s name");

/// The organisation’s name.
pub static ORGANISATION: Field = Field::text("organisation", "the organisation’s name");

/// The form of an audit.
pub static FORM: Form = Form {
    kind: RecordKind::Audit,
    name: &NAME,
    organisation: &ORGANISATION,
    fields: &[&NAME, &ORGANISATION],
    lists: &[&LEFT_OUT, &REFLECTIONS, &JUDGEMENTS, &NOTES, &EVIDENCE, &ACTIONS, &SAID],
    surveys: Surveys::InTally,
    layout: Layout::SideBySide {
        asked: &[
            ("reflection", &REFLECTIONS),
            ("judgement", &JUDGEMENTS),
            ("note", &NOTES),
            ("left_out", &LEFT_OUT),
        ],
        kept: &[&JUDGEMENTS, &REFLECTIONS],
    },
};
