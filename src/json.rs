//! JSON as a tree, and reading a record out of that tree field by field.
//!
//! serde_json turns the text into the tree. Records are read from the tree by hand and not by derived
//! code, for three reasons. A mistake comes with its path, so that a person can be told where it is. An
//! unknown field is left in its place ([`later`]), so that it can be written back. And the derived
//! readers were a quarter of all that is fetched before the first page.
//!
//! Reading takes each value out of the tree. It accepts what other programs make of a value where the
//! meaning is clear: `null` for an empty text, `5.0` for `5`.

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
