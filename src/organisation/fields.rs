//! The fields of an organisation's book itself.

use crate::form::Field;

/// The organisation’s name.
pub static NAME: Field = Field::text("name", "the organisation’s name");

/// The organisation's name once more, because a record of any kind has this field.
pub static ORGANISATION: Field = Field::text("organisation", "the organisation’s name once more");

/// How many learning interviews a year people should have.
pub static INTERVIEWS_A_YEAR: Field =
    Field::whole("interviews_a_year", "the number of learning interviews a year", 100);

/// How many learning days a year, away from the job, people should have.
pub static DAYS_A_YEAR: Field =
    Field::whole("days_a_year", "the number of learning days a year", 366);
