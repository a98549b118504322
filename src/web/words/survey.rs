//! What the organiser’s pages of a survey say.

pub mod collect;
pub mod results;
