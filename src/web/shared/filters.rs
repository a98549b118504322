//! The filters that plans have in common: by status, and by when something is due.

use crate::audit::Status;
use crate::audit::plan::{DueFilter, StatusFilter};
use crate::words;
use crate::words::shared::fields as say;

/// The value that stands for all, in each list of choices.
pub const ALL: &str = "all";

/// The choices of the filter by status.
pub fn how_far_choices() -> Vec<(String, String)> {
    let mut choices = vec![choice(ALL, say::ANY_STATUS), choice("open", say::STILL_TO_DO)];
    choices.extend(statuses());
    choices
}

/// Every status, to choose from.
pub fn statuses() -> Vec<(String, String)> {
    let each = Status::ALL.into_iter();
    each.map(|status| choice(status.name(), words::status(status))).collect()
}

/// The filter by status that a chosen value stands for.
pub fn how_far(chosen: &str) -> StatusFilter {
    let status = || Status::ALL.into_iter().find(|status| status.name() == chosen);
    match chosen {
        "open" => StatusFilter::Open,
        _ => status().map_or(StatusFilter::Any, StatusFilter::Is),
    }
}

/// The choices of the filter by when something is due.
pub fn when_choices() -> Vec<(String, String)> {
    vec![
        choice(ALL, say::ANY_DATE),
        choice("overdue", say::OVERDUE),
        choice("30", say::NEXT_30_DAYS),
        choice("90", say::NEXT_90_DAYS),
        choice("none", say::NO_DATE),
    ]
}

/// The filter by when something is due that a chosen value stands for.
pub fn when(chosen: &str) -> DueFilter {
    match chosen {
        "overdue" => DueFilter::Overdue,
        "none" => DueFilter::NoDay,
        days => days.parse().map_or(DueFilter::Any, DueFilter::Within),
    }
}

/// The chosen value of any other filter; `None` for all.
pub fn wanted(chosen: String) -> Option<String> {
    Some(chosen).filter(|chosen| chosen != ALL)
}

/// A choice in a list: its value and its text.
pub fn choice(value: &str, text: &str) -> (String, String) {
    (value.to_owned(), text.to_owned())
}
