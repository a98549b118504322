//! What the pages say on which files are opened, the settings, and the bin.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub mod bin;
pub mod clearing;
pub mod found;
pub mod opening;
pub mod settings;
