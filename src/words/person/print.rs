//! The sentences of the page on which a person's book is printed.

use crate::person::LearningYear;
use crate::words::person;

pub const LEAD: &str = "For your appraisal, or for yourself. This is what will be printed. In the print window you can also save it as a PDF.";
pub const WHAT_TO_PRINT: &str = "What to print";

/// Below the title, after the organisation: the learning year.
pub fn learning_year(year: LearningYear) -> String {
    ["Learning year ", &person::year(year)].concat()
}
