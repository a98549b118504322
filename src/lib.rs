//! Cairn: a learning-organisation audit that runs entirely in the browser.
//!
//! The map of the house, from the ground up. Each room may know those above it in this list, never
//! those below; a test reads the imports and holds them to it.
//!
//! - [`progression`]: the rules, std only.
//! - [`order`]: lists put in order, std only.
//! - [`link`]: which texts become links, std only.
//! - [`direction`]: which texts run from right to left, std only.
//! - [`moment`], [`by_id`]: dates and lists with ids, as they stand in files.
//! - [`record`]: the kinds of records; who changed what and when.
//! - [`form`]: what can stand in a record, as data.
//! - [`json`]: JSON as a tree, and reading records out of it.
//! - [`framework`]: what is asked.
//! - [`survey`]: what the staff say: answers in, counts out.
//! - [`records`]: records of every kind, by their forms: keeping them, undoing, how they stand in files.
//! - [`audit`]: what is answered.
//! - [`organisation`]: what an organisation's record means.
//! - [`person`]: what a person's record means.
//! - [`team`]: how a team's review and its development plan are read, and their rules.
//! - [`cycle`]: the loop that joins records of all kinds.
//! - [`kinds`]: which form a record of each kind has, and what becomes of what was counted in it.
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
