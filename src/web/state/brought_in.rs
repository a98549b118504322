//! What becomes of answers to a survey that are brought in.

use crate::web::state::incoming::Incoming;

/// What became of answers that were brought in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BroughtIn {
    /// How many were counted.
    pub new: usize,
    /// How many had been counted before.
    pub known: usize,
    /// Answers to another survey.
    pub others: Vec<Incoming>,
    /// Answers of people who were promised a higher threshold than the survey has here, each with that
    /// threshold.
    pub promised_more: Vec<(u32, Incoming)>,
    /// What could not be read, each with the reason.
    pub unread: Vec<(String, String)>,
    /// What is no answer, and is opened on another page.
    pub elsewhere: Vec<Incoming>,
}
