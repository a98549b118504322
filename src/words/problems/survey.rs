//! The sentences that say what is wrong with an answer to a survey, with its link, or with numbers and
//! sheets typed in from paper.

use std::fmt;

use crate::survey::asked::NotCounted;
use crate::survey::code::CodeProblem;
use crate::survey::invitation::InvitationProblem;
use crate::survey::sheets::{NumberProblem, SheetProblem};
use crate::survey::statement_place;

impl fmt::Display for CodeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CodeProblem::CutShort => {
                "A code is not complete. Perhaps it was cut short when it was copied. Please ask for it again."
            }
            CodeProblem::Damaged => {
                "A code is damaged: some of its letters or digits are wrong. Please ask for it again."
            }
            CodeProblem::NewerVersion => {
                "A code was made by a newer Cairn. Reload this page to get the newest Cairn, then paste the code again."
            }
        })
    }
}

impl fmt::Display for InvitationProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            InvitationProblem::Damaged => {
                "This survey link is not complete. Perhaps it was cut short when it was copied. Please ask for it again."
            }
            InvitationProblem::Impossible => {
                "This survey link was not made by Cairn. Please ask the person who sent it to you."
            }
            InvitationProblem::Newer => {
                "This survey link was made by a newer Cairn. Reload this page to get the newest Cairn."
            }
        })
    }
}

impl fmt::Display for NotCounted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotCounted::NotOffered => {
                "It has an answer that this survey does not offer. Please ask for it again."
            }
            NotCounted::Empty => "Nothing is answered in it, so it does not count.",
            NotCounted::PromisedMore(_) => {
                "Whoever sent it was promised that more people have to answer before anyone sees a result."
            }
        })
    }
}

impl fmt::Display for NumberProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberProblem::Negative => f.write_str("A count cannot be below 0."),
            NumberProblem::Fraction => f.write_str("A count is a whole number, such as 4."),
            NumberProblem::NotANumber => {
                f.write_str("This is not a number. Please type digits, such as 4.")
            }
            NumberProblem::TooLarge { most } => {
                write!(f, "This is too large: the most there can be is {most}.")
            }
        }
    }
}

impl fmt::Display for SheetProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SheetProblem { statement, expected, found } = self;
        match statement_place(statement) {
            Some(place) => write!(f, "Statement {}", place + 1)?,
            None => write!(f, "Statement {statement}")?,
        }
        match expected {
            1 => write!(f, " adds up to {found}, but there is 1 sheet."),
            _ => write!(f, " adds up to {found}, but there are {expected} sheets."),
        }
    }
}
