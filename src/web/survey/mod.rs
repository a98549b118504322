//! A survey's pages, for the lead: opening it, the ways to answer, bringing answers in,
//! results, and what is told to the staff.

pub mod anew;
pub mod beside;
pub mod bring_in;
pub mod figures;
pub mod gap;
pub mod hidden;
pub mod manage;
pub mod open_form;
pub mod overview_part;
pub mod pages;
pub mod part;
pub mod proposed;
pub mod report_part;
pub mod results;
pub mod sheet;
pub mod summary;
pub mod tally;
pub mod ways;
