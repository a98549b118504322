//! The sentences of the pages about this device: opening files, the settings, and the bin.

pub mod bin;
pub mod clearing;
pub mod found;
pub mod opening;
pub mod settings;
