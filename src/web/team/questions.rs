//! The six quality questions of a review.

use crate::framework::QualityQuestion;
use crate::web::state::learning;

/// The six quality questions, in order.
pub fn questions() -> &'static [QualityQuestion] {
    &learning().quality_questions
}

/// The words of the quality question with this id; the id itself if there is no such question.
pub fn asked(id: &str) -> &str {
    questions().iter().find(|question| question.id == id).map_or(id, |question| &question.text)
}
