//! What the kinds of records have of their own: which form each has, and what becomes of what was
//! counted and shown.

mod counted;

use crate::form::Form;
use crate::record::RecordKind;
use crate::{audit, organisation, person, team};

/// What can stand in a record of a kind.
pub fn form_of(kind: RecordKind) -> &'static Form {
    match kind {
        RecordKind::Audit => &audit::FORM,
        RecordKind::Team => &team::FORM,
        RecordKind::Person => &person::FORM,
        RecordKind::Organisation => &organisation::FORM,
    }
}
