//! The name of next year's record.

use crate::moment::Date;

/// How far a year in a name may be from the present one, to be taken for the year of the record.
const YEARS: u16 = 5;

/// “Audit 2026” becomes “Audit 2027”. A name without a year gets the year after `today` at its end; an
/// empty name becomes `unnamed` with that year.
pub fn next_name(name: &str, today: Date, unnamed: &str) -> String {
    let year = today.year();
    let mut years = (year.saturating_sub(YEARS)..=year.saturating_add(YEARS)).rev();
    let next = |year: u16| year.saturating_add(1).to_string();
    match years.find(|year| name.contains(&year.to_string())) {
        Some(found) => name.replace(&found.to_string(), &next(found)),
        None if name.trim().is_empty() => [unnamed, " ", &next(year)].concat(),
        None => [name, " ", &next(year)].concat(),
    }
}
