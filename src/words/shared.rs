//! What pages of several features say.

pub mod book;
pub mod carry;
pub mod fetching;
pub mod fields;
pub mod frame;
pub mod record;
