//! The ways to contribute to a learning organisation, for the plans that take one up.

use crate::framework::Text;
use crate::web::state::learning;

/// Every way to contribute, in order.
pub fn contributions() -> &'static [Text] {
    &learning().contributions
}

/// The words of a way to contribute; empty for one that is not known here.
pub fn contribution(id: &str) -> &'static str {
    contributions().iter().find(|way| way.id == id).map_or("", |way| way.text.as_str())
}
