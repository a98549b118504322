//! The sentences that pages of several rooms have in common.

pub mod book;
pub mod carry;
pub mod fetching;
pub mod fields;
pub mod frame;
pub mod record;
