//! The sentences of the page of all discussion cards, and of the page of one card.

use crate::moment::Date;
use crate::words::organisation::day;
use crate::words::{beside, count};

// --- All cards

/// The title of a file with an organisation's own cards. The file's name is made from it.
pub fn cards_of(organisation: &str) -> String {
    format!("Discussion cards of {organisation}")
}

pub const LEAD: &str = "Each card gives a meeting something to talk about: a statement, some questions, and what others have done.";
pub const ADD_A_CARD: &str = "Add a card of your own";
pub const OPEN_CARDS: &str = "Open a file with cards";
pub const SAVE_OWN_CARDS: &str = "Save your own cards as a file";
pub const YOUR_OWN: &str = "Your own";
pub const SESSIONS_PLANNED: &str = "Sessions planned";
pub const SESSIONS_HELD: &str = "Sessions held";

/// On a card: how many questions it has, in how many sessions it was talked about (`held`), and on which
/// day last.
pub fn questions_and_sessions(questions: usize, held: usize, last: Option<Date>) -> String {
    let questions = count(questions, "question", "questions");
    if held == 0 {
        return questions;
    }
    let held = count(held, "session held", "sessions held");
    beside(&[&questions, &held, &last_on(last)])
}

fn last_on(last: Option<Date>) -> String {
    last.map_or_else(String::new, |last| ["last on ", &day(Some(last))].concat())
}

// --- One card

/// The title of the browser's tab, in place of the card's own: the browser's history keeps titles.
pub const CARD: &str = "Discussion card";
pub const FURTHER_READING: &str = "Further reading";
pub const BEGIN_A_SESSION: &str = "Begin a session now";
pub const PLAN_A_SESSION: &str = "Plan a session";
pub const PRINT_CARD: &str = "Print this card";
pub const SAVE_CARD: &str = "Save this card as a file";
pub const SESSIONS_ABOUT_CARD: &str = "Sessions about this card";
