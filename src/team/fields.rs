//! The fields of a team's book itself: about the team and its review.

use crate::form::Field;
use crate::team::clarity::Clarity;

/// The team’s name.
pub static NAME: Field = Field::text("name", "the team’s name");

/// The organisation’s name.
pub static ORGANISATION: Field = Field::text("organisation", "the organisation’s name");

/// The field that says who leads the team.
pub static LEAD: Field = Field::text("lead", "who leads the team");

/// The field with the day of the review.
pub static REVIEWED_ON: Field = Field::date("reviewed_on", "the day of the review");

/// The field that says who took part in the review.
pub static REVIEWED_BY: Field = Field::text("reviewed_by", "who took part in the review");

/// The field with the day of the next review.
pub static NEXT_REVIEW: Field = Field::date("next_review", "the day of the next review");

/// The fields for the answer to one of the quality questions.
#[derive(Debug)]
pub struct Question {
    /// The question's id.
    pub id: &'static str,
    /// What the team thinks about it.
    pub reflection: Field,
    /// The evidence for it.
    pub evidence: Field,
    /// How clear the team is on it.
    pub clarity: Field,
    /// What would make it clearer.
    pub clearer: Field,
}

/// The six quality questions, in order.
pub static QUESTIONS: [Question; 6] = [
    Question {
        id: "q1",
        reflection: Field::text("q1.reflection", "the reflection on what we are here for"),
        evidence: Field::text("q1.evidence", "the evidence on what we are here for"),
        clarity: Field::word("q1.clarity", "how clear our purpose is", &Clarity::NAMES),
        clearer: Field::text("q1.clearer", "what would make our purpose clearer"),
    },
    Question {
        id: "q2",
        reflection: Field::text("q2.reflection", "the reflection on what it is that we do"),
        evidence: Field::text("q2.evidence", "the evidence on what it is that we do"),
        clarity: Field::word(
            "q2.clarity",
            "how clear our functions and roles are",
            &Clarity::NAMES,
        ),
        clearer: Field::text("q2.clearer", "what would make our functions and roles clearer"),
    },
    Question {
        id: "q3",
        reflection: Field::text("q3.reflection", "the reflection on how well we are doing it"),
        evidence: Field::text("q3.evidence", "the evidence on how well we are doing it"),
        clarity: Field::word(
            "q3.clarity",
            "how clear our criteria for what is effective are",
            &Clarity::NAMES,
        ),
        clearer: Field::text(
            "q3.clearer",
            "what would make our criteria for what is effective clearer",
        ),
    },
    Question {
        id: "q4",
        reflection: Field::text("q4.reflection", "the reflection on how we can tell"),
        evidence: Field::text("q4.evidence", "the evidence on how we can tell"),
        clarity: Field::word(
            "q4.clarity",
            "how clear and secure our evidence of how we perform is",
            &Clarity::NAMES,
        ),
        clearer: Field::text(
            "q4.clearer",
            "what would make our evidence of how we perform more secure",
        ),
    },
    Question {
        id: "q5",
        reflection: Field::text("q5.reflection", "the reflection on how we are trying to improve"),
        evidence: Field::text("q5.evidence", "the evidence on how we are trying to improve"),
        clarity: Field::word(
            "q5.clarity",
            "how clear our priorities for what to learn are",
            &Clarity::NAMES,
        ),
        clearer: Field::text(
            "q5.clearer",
            "what would make our priorities for what to learn clearer",
        ),
    },
    Question {
        id: "q6",
        reflection: Field::text("q6.reflection", "the reflection on how people get to know"),
        evidence: Field::text("q6.evidence", "the evidence on how people get to know"),
        clarity: Field::word(
            "q6.clarity",
            "how clear and good our information is",
            &Clarity::NAMES,
        ),
        clearer: Field::text("q6.clearer", "what would make our information clearer"),
    },
];
