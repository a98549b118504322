//! Files, in and out. Writing gives plain, readable JSON in one envelope; reading is a pipeline in
//! which every step can refuse with a sentence, and nothing on the device changes before a person
//! has seen what the file would do.

pub mod arrived;
mod checks;
pub mod content;
pub mod csv;
mod embedded;
pub mod envelope;
pub mod file_name;
mod mail;
pub mod parts;
pub mod problem;
pub mod reading;
mod reason;
pub mod recognise;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod text;
pub mod writing;

pub use envelope::{Backup, File, MAX_BYTES, Part, Settings, Spoilt, TextSize, Theme, Wording};
pub use file_name::file_name;
pub use problem::ImportError;
pub use reading::{from_bytes, from_stored_text, from_text};
