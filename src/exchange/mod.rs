//! Reads and writes files. Written files are plain, readable JSON in one envelope. Reading goes step by
//! step, and each step can refuse the file and say why. Nothing here changes the device: what to do
//! with what was read is left to others.

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
