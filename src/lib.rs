//! Cairn: a learning-organisation audit that runs entirely in the browser.
//!
//! This list is the map of the rooms, which are the top-level modules. Each room may use those above
//! it in the list, never those below; a test reads the imports and fails otherwise.
//!
//! - [`progression`]: the rules, std only.
//! - [`order`]: lists put in order, std only.
//! - [`link`]: which texts become links, std only.
//! - [`direction`]: which texts run from right to left, std only.
//! - [`moment`], [`by_id`]: dates and lists with ids, as they stand in files.
//! - [`record`]: the kinds of records; who changed what and when; links between records.
//! - [`form`]: what can stand in a record, as data.
//! - [`json`]: JSON as a tree, and reading records out of it.
//! - [`framework`]: the questions, indicators and statements that are asked.
//! - [`survey`]: surveys: reading answers, counting them, and what of the counts may show.
//! - [`records`]: records of every kind, by their forms: changing, undoing, how they stand in files.
//! - [`audit`]: what the entries of an audit mean.
//! - [`organisation`]: what the entries of an organisation's book mean.
//! - [`person`]: what the entries of a person's book mean.
//! - [`team`]: what the entries of a team's book mean: its review and its development plan.
//! - [`cycle`]: follows what an audit found through the books and back to its evidence.
//! - [`kinds`]: the form of each kind of record, and what becomes of a survey's counts when a record is
//!   copied, replaced or undone.
//! - [`merge`]: two copies of one record brought together.
//! - [`exchange`]: files, in and out.
//! - [`workspace`]: all records on this device, over any store.
//! - [`chart`]: the geometry of the pictures. [`route`]: addresses.
//! - [`words`]: every sentence that people read, a module for each room of the browser.
//! - `web`: the browser. Compiled for wasm32 only.

pub mod audit;
pub mod by_id;
pub mod chart;
pub mod cycle;
pub mod direction;
pub mod exchange;
pub mod form;
pub mod framework;
pub mod json;
pub mod kinds;
pub mod link;
pub mod merge;
pub mod moment;
pub mod order;
pub mod organisation;
pub mod person;
pub mod progression;
pub mod record;
pub mod records;
pub mod route;
pub mod survey;
pub mod team;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;
pub mod workspace;
