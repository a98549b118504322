//! The title and the question of each kind of survey, and the names of its answers.

use crate::survey::{Answer, Asked};

impl Asked {
    /// The title of a survey until somebody gives it another.
    pub fn title(self) -> &'static str {
        match self {
            Asked::Indicators => "Staff survey",
            Asked::Characteristics => "How we learn",
        }
    }

    /// The question that is asked about each statement.
    pub fn question(self) -> &'static str {
        match self {
            Asked::Indicators => "How far do you agree?",
            Asked::Characteristics => "How true is this here?",
        }
    }

    /// The name of an answer on the screen. In a survey of the characteristics, “Fully true” to “Not
    /// true” are kept as “Strongly agree”, “Agree”, “Disagree” and “Strongly disagree”.
    pub const fn label(self, answer: Answer) -> &'static str {
        match (self, answer) {
            (Asked::Characteristics, Answer::StronglyAgree) => "Fully true",
            (Asked::Characteristics, Answer::Agree) => "Mostly true",
            (Asked::Characteristics, Answer::Disagree) => "A little true",
            (Asked::Characteristics, Answer::StronglyDisagree) => "Not true",
            (_, answer) => answer.label(),
        }
    }
}

impl Answer {
    /// The name of the answer in a survey that asks how far people agree.
    pub const fn label(self) -> &'static str {
        match self {
            Answer::StronglyAgree => "Strongly agree",
            Answer::Agree => "Agree",
            Answer::Neither => "Neither agree nor disagree",
            Answer::Disagree => "Disagree",
            Answer::StronglyDisagree => "Strongly disagree",
            Answer::DontKnow => "Don’t know",
        }
    }
}
