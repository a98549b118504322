//! One person's answers, on their way to the counts.

use serde::Serialize;

use crate::answers::Answers;
use crate::survey::Answer;

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 2_000;

/// One person's answers. It is never kept: it is sent, counted, and gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Response {
    /// The id of the survey that is answered.
    pub survey: String,
    /// Drawn at random, so that a response counts once however often it arrives: eight symbols.
    pub id: String,
    /// The answers, by statement id; a statement without an answer is not there.
    #[serde(default)]
    pub answers: Answers<Answer>,
    /// What the person adds in their own words; mostly empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

impl Response {
    /// A response to `survey` in which nothing is answered yet. Both ids are eight symbols.
    pub fn new(survey: &str, id: String) -> Response {
        Response { survey: survey.to_owned(), id, answers: Answers::new(), comment: String::new() }
    }
}

/// The first `most` characters of a text.
pub fn clipped(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}
