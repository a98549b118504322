//! What is said on the page of all discussion cards, and on the page of one.

use crate::moment::Date;
use crate::words::organisation::day;
use crate::words::{beside, count};

// --- All cards

/// The title of an organisation's own cards in a file.
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

/// How many questions a card has, and how often it was talked about, the last time on a day.
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

/// What the page of any card is called in the browser’s history.
pub const CARD: &str = "Discussion card";
pub const FURTHER_READING: &str = "Further reading";
pub const BEGIN_A_SESSION: &str = "Begin a session now";
pub const PLAN_A_SESSION: &str = "Plan a session";
pub const PRINT_CARD: &str = "Print this card";
pub const SAVE_CARD: &str = "Save this card as a file";
pub const SESSIONS_ABOUT_CARD: &str = "Sessions about this card";
