//! What the pages of several features share.

pub mod arrivals;
pub mod away;
pub mod beside;
pub mod book;
pub mod carry;
pub mod change;
pub mod fetching;
pub mod fields;
pub mod filters;
pub mod finding;
pub mod focus;
pub mod frame;
pub mod jump;
pub mod list;
pub mod next_step;
pub mod paper;
pub mod records;
pub mod whole;
