//! The ways to contribute to a learning organisation, which people can take up as targets.

use crate::framework::Text;
use crate::web::state::learning;

/// Every way to contribute, in order.
pub fn contributions() -> &'static [Text] {
    &learning().contributions
}

/// The words of the way to contribute with this id; empty if there is no such way.
pub fn contribution(id: &str) -> &'static str {
    contributions().iter().find(|way| way.id == id).map_or("", |way| way.text.as_str())
}
