//! What the organiser’s pages of a survey say.

mod asked;
pub mod collect;
pub mod results;
