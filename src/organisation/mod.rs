//! What an organisation's book means: cards to discuss, sessions about them and their programme, rounds
//! of the characteristics, achievements, and what comes next.
//!
//! The files here read a [`Record`](crate::records::Record) of this kind. The names of its lists and
//! fields in files stand here alone, beside what they mean. No function asks a clock: callers pass the
//! day.
//!
//! Sources: the card “Leadership (a)” with what it says of its purpose; Redbridge’s One Minute Guide
//! 021, for the characteristics, what it feels like, the achievements and the ways to contribute.

pub mod achievement;
pub mod ballot;
pub mod card;
pub mod contribution;
pub mod fields;
mod form;
pub mod many;
pub mod next;
pub mod programme;
pub mod round;
pub mod session;
pub mod shown;
pub mod timer;
pub mod votes;

pub use crate::organisation::form::FORM;
