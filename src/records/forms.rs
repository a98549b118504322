//! Which form a book of each kind has.

use crate::form::Form;
use crate::record::BookKind;
use crate::{learner, organisation, team};

/// What can stand in a book of a kind.
pub fn form_of(kind: BookKind) -> &'static Form {
    match kind {
        BookKind::Team => &team::FORM,
        BookKind::Learner => &learner::FORM,
        BookKind::Organisation => &organisation::FORM,
    }
}
