//! What is asked, and what the answers are called.

use crate::survey::{Answer, Asked};

impl Asked {
    /// What such a survey is called until somebody says otherwise.
    pub fn title(self) -> &'static str {
        match self {
            Asked::Indicators => "Staff survey",
            Asked::Characteristics => "How we learn",
        }
    }

    /// What is asked about each statement.
    pub fn question(self) -> &'static str {
        match self {
            Asked::Indicators => "How far do you agree?",
            Asked::Characteristics => "How true is this here?",
        }
    }

    /// What people call an answer. That something is fully, mostly, a little or not true here is kept as
    /// that they strongly agree, agree, disagree or strongly disagree.
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
    /// What people call it who are asked how far they agree.
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
