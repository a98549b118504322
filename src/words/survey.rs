//! The sentences of the organiser's pages of a survey.

mod asked;
pub mod collect;
pub mod results;
