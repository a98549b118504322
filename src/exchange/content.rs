//! Reads the content of a file from its JSON: one function for each type, field by field. What each
//! field means is said at the types. The schema is made from the types, and a test holds these readers
//! to the schema.

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
