//! Reads what can be in a file out of its JSON: one function a type, field by field. What each field
//! means stands with the types; the schema is made from those, and a test holds this to it.

mod backup;
mod common;
mod device;
mod record;
mod survey;

pub use crate::exchange::content::backup::backup;
pub use crate::exchange::content::common::timestamp;
pub use crate::exchange::content::device::{settings, wording};
pub use crate::exchange::content::record::record;
pub use crate::exchange::content::survey::response;
