//! What pages of several features say.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub mod book;
pub mod carry;
pub mod fetching;
pub mod fields;
pub mod frame;
pub mod record;
