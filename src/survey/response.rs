//! One person's answers, on their way to the counts.

use serde::Serialize;

use crate::by_id::ById;
use crate::survey::Answer;
#[cfg(not(target_arch = "wasm32"))]
use crate::survey::{LEAST_THRESHOLD, MOST_INVITED};

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
    /// The threshold that the person was told: how many must have answered before anyone sees a result.
    /// A response that an earlier Cairn made has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = LEAST_THRESHOLD, max = MOST_INVITED)))]
    pub threshold: Option<u32>,
    /// The answers, by statement id; a statement without an answer is not there.
    #[serde(default)]
    pub answers: ById<Answer>,
    /// What the person adds in their own words; mostly empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = LONGEST_COMMENT)))]
    pub comment: String,
}

impl Response {
    /// A response to `survey` in which nothing is answered yet. Both ids are eight symbols.
    pub fn new(survey: &str, id: String) -> Response {
        Response {
            survey: survey.to_owned(),
            id,
            threshold: None,
            answers: ById::new(),
            comment: String::new(),
        }
    }

    /// This response, with the threshold that the person was told.
    pub fn promised(self, threshold: u32) -> Response {
        Response { threshold: Some(threshold), ..self }
    }

    /// True when nothing is said in it: no answer, and no comment that anybody could read. Such a
    /// response is not sent, and counts for nothing.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && is_blank(&self.comment)
    }
}

/// True for a text in which nothing can be seen: an empty one, or one of blanks and invisible
/// characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
    })
}

/// The first `most` characters of a text.
pub fn clipped(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}
