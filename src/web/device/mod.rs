//! The pages about this device: opening files, the settings, the bin.

mod bin;
mod open;
pub mod part;
mod settings;
