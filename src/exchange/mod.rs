//! Files, in and out. Writing gives plain, readable JSON in one envelope; reading is a pipeline in
//! which every step can refuse with a sentence, and nothing on the device changes before a person
//! has seen what the file would do.

pub mod content;
pub mod csv;
pub mod envelope;
pub mod problem;
pub mod reading;
mod reason;

pub use envelope::{Backup, File, Settings, TextSize, Theme, Wording};
pub use problem::ImportError;
pub use reading::{MAX_BYTES, from_bytes, from_text};
