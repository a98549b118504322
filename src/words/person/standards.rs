//! The sentences of the page of the learning standards.

use crate::person::standard::{About, Level, Standard};
use crate::words::{self, person};

// --- The page

pub const LEAD: &str =
    "What your post asks you to be able to do, and to know. Use it to see what you learn.";
pub const YOUR_POST: &str = "Your post";
pub const NONE_YET: &str = "Nothing here yet.";
pub const COMPETENCIES: &str = "Competencies";
pub const ADD_COMPETENCY: &str = "Add a competency";
pub const KNOWLEDGE: &str = "Knowledge";
pub const ADD_KNOWLEDGE: &str = "Add something to know";
/// In place of a level, until the person has chosen how far along they are with a standard.
pub const NO_LEVEL: &str = "Not chosen yet";

/// Below the heading, how many standards have this level, or none yet: “2 growing”.
pub fn at_level(number: usize, level: Option<Level>) -> String {
    let level = level.map_or(NO_LEVEL, person::level);
    [&number.to_string(), " ", &level.to_lowercase()].concat()
}

// --- A standard

pub const TEXT: &str = "What the post asks for";
pub const HOW_FAR: &str = "How far along";
pub const WHAT_SHOWS_IT: &str = "What shows it";
pub const NOTE: &str = "What shows it (optional)";
pub const IS_ABOUT: &str = "It is about";
pub const REMOVE: &str = "Remove this standard";

/// The choices of what a learning standard is about: the name of each in files, and on the screen.
pub const ABOUT: &[(&str, &str)] = &[named(About::Competency), named(About::Knowledge)];

const fn named(each: About) -> (&'static str, &'static str) {
    (each.name(), about(each))
}

/// The words for what a learning standard is about.
pub const fn about(about: About) -> &'static str {
    match about {
        About::Competency => "Something to be able to do",
        About::Knowledge => "Something to know",
    }
}

/// The title of a standard: its text, or “New standard” when that is blank.
pub fn title(standard: Standard) -> String {
    person::or_new(standard.text(), "New standard")
}

/// After “Change”, for screen readers: the standard's title.
pub fn the_standard(title: &str) -> String {
    ["the standard: ", title].concat()
}

/// On the card of a standard: how many diary entries show it; empty when none does.
pub fn entries(number: usize) -> String {
    match number {
        0 => String::new(),
        number => words::count(number, "diary entry shows it", "diary entries show it"),
    }
}
