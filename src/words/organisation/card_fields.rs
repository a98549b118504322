//! The sentences of the fields in which an organisation writes a discussion card of its own.

pub const CHANGE_CARD: &str = "Change this card";
pub const REMOVE_CARD: &str = "Remove this card";
pub const TITLE: &str = "Title";
pub const SERIES: &str = "Series (optional)";
pub const LEAD_IN: &str = "What the questions are about (optional)";
pub const PURPOSE: &str = "What the card is for (optional)";
pub const ADD_A_QUESTION: &str = "Add a question";
pub const ADD_AN_EXAMPLE: &str = "Add an example";
pub const ADD_A_REFERENCE: &str = "Add a reference";
pub const WEB_ADDRESS: &str = "Its web address (optional)";
pub const NO_WEB_ADDRESS: &str = "This is not a web address, so it shows as words and not as a link. A web address looks like www.example.org/read.";
/// On a button, before the label of the field that it removes: “Remove Question 1”.
pub const REMOVE: &str = "Remove";

/// The label of the field for a question.
pub fn question(number: u32) -> String {
    ["Question ", &number.to_string()].concat()
}

/// The label of the field for an example of what others have done.
pub fn example(number: u32) -> String {
    ["Example ", &number.to_string()].concat()
}

/// The label of the field for something to read.
pub fn reference(number: u32) -> String {
    ["Reference ", &number.to_string()].concat()
}
