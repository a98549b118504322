//! What an organisation's book means: cards to discuss, sessions about them and their programme, rounds
//! of the characteristics, achievements, and what comes next.
//!
//! Plain reading of a [`Record`](crate::records::Record) of the kind; the names of its lists stand here with those
//! of their fields, beside what they mean, and nowhere else. Days are given, never asked for.
//!
//! Sources: the card “Leadership (a)” and what such a card is for; Redbridge’s One Minute Guide 021, for
//! the characteristics, what it feels like, the achievements and the ways to contribute.

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
