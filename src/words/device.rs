//! What the pages say on which files are opened, the settings, and the bin.

pub mod bin;
pub mod clearing;
pub mod found;
pub mod opening;
pub mod settings;
