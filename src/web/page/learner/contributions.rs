//! The ways to contribute to a learning organisation, for the plans that take one up.

use std::sync::OnceLock;

use crate::framework::{Text, learning};

/// Every way to contribute, in order.
pub fn contributions() -> &'static [Text] {
    static READ: OnceLock<Vec<Text>> = OnceLock::new();
    READ.get_or_init(|| learning().contributions)
}

/// The words of a way to contribute; empty for one that is not known here.
pub fn contribution(id: &str) -> &'static str {
    contributions().iter().find(|way| way.id == id).map_or("", |way| way.text.as_str())
}
