//! JSON as a tree, and reading a record out of it field by field.
//!
//! serde_json finds the tree in the text. What a record is made of is read here and not by derived
//! code, for three reasons: a mistake comes with the path to it, so that a person can be told; a field
//! that nobody here knows is left where it was found ([`later`]), so that it can be written back;
//! and the derived readers were a quarter of everything that has to be fetched before the first page.
//!
//! Reading takes a value out of the tree, and where nothing is in doubt it is lenient about what other
//! programs make of a value: `null` for an empty text, `5.0` for `5`.

mod fields;
pub mod later;
pub mod limits;
mod mistake;
mod reading;
pub mod tree;
mod value;

pub use crate::json::fields::Fields;
pub use crate::json::mistake::{Mistake, Read, Shape, Wrong, excerpt, plain};
pub use crate::json::value::Json;
