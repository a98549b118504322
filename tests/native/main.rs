//! The tests of everything that needs no browser, in one binary: a file for each room of the library.

// An `expect` or `unwrap` that fails makes its test fail.
#![allow(clippy::unwrap_used, missing_docs)]

mod architecture;
mod arrived;
mod audit;
mod ballot;
mod bin;
mod book;
mod bounds;
mod by_id;
mod chart;
mod content;
mod cycle;
mod direction;
mod files;
mod later;
mod leaving;
mod link;
mod merge;
mod moment;
mod next_step;
mod order;
mod organisation;
mod person;
mod plan;
mod progression;
mod route;
mod samples;
mod schema;
mod storage;
mod store;
mod survey;
mod tabs;
mod team;
mod tokens;
mod words;
mod workspace;
