//! The sentences of the page of the achievements, and of the page that celebrates them.

// --- The list

pub const LEAD: &str = "What you have achieved so far as a learning organisation. Write it down, and you can celebrate it and use it as evidence.";
pub const ADD_AN_ACHIEVEMENT: &str = "Add an achievement";
pub const TO_CELEBRATION: &str = "Celebration page to print";
pub const NONE_YET: &str =
    "Nothing here yet. Start small: what went well this month, and who made it happen?";
pub const WHAT_YOU_ACHIEVED: &str = "What you have achieved";
pub const MORE_ABOUT_IT: &str = "More about it (optional)";
pub const REMOVE_ACHIEVEMENT: &str = "Remove this achievement";
/// On the card of an achievement, before a name.
pub const LAST_CHANGED_BY: &str = "last changed by ";

/// The heading of an achievement's card: its text, or “New achievement” when that is blank.
pub fn title(text: &str) -> String {
    match text.trim() {
        "" => "New achievement".to_owned(),
        text => text.to_owned(),
    }
}

// --- The celebration page

pub const CELEBRATION_LEAD: &str = "Your achievements so far, on paper: for the wall, a team meeting or the board. The page prints as you see it here.";
pub const PRINT: &str = "Print or save as PDF";
pub const NOTHING_TO_CELEBRATE_YET: &str = "Nothing is written down yet.";
pub const WHAT_WE_ACHIEVED: &str = "What we have achieved so far";

/// The heading above the achievements of a `year`; `None` for those without a date.
pub fn year(year: Option<u16>) -> String {
    year.map_or_else(|| "Without a date".to_owned(), |year| year.to_string())
}
