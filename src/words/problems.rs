//! What the core says that went wrong, in words: it knows the facts, and here is how each is told.

mod file;
mod store;
mod survey;
mod thing;
