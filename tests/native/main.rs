//! Everything that can be tested without a browser, in one binary: a room of the library, a file.

// An `expect` or `unwrap` that fails in a test is the test failing.
#![allow(clippy::unwrap_used, missing_docs)]

mod answers;
mod architecture;
mod audit;
mod book;
mod chart;
mod content;
mod cycle;
mod files;
mod learner;
mod merge;
mod moment;
mod order;
mod organisation;
mod progression;
mod route;
mod samples;
mod schema;
mod store;
mod survey;
mod team;
mod workspace;
