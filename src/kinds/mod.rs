//! What differs between the kinds of records: which form each has, and what becomes of what was counted
//! and shown.

mod counted;
mod elsewhere;

use crate::form::Form;
use crate::record::RecordKind;
use crate::{audit, organisation, person, team};

pub use elsewhere::Results;

/// The form of a kind, which says what can stand in its records.
pub fn form_of(kind: RecordKind) -> &'static Form {
    match kind {
        RecordKind::Audit => &audit::FORM,
        RecordKind::Team => &team::FORM,
        RecordKind::Person => &person::FORM,
        RecordKind::Organisation => &organisation::FORM,
    }
}
