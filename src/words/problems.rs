//! The sentences about what went wrong. The core's error types hold facts only; their `Display` is here.

mod file;
mod store;
mod survey;
mod thing;
