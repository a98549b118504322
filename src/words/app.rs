//! The sentences around every page: the header, the state of saving, and the page for a wrong address.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub const CAIRN: &str = "Cairn";
/// The name of the header's link to the home page, for screen readers.
pub const CAIRN_HOME: &str = "Cairn, home";
pub const SKIP: &str = "Skip to the page";
pub const HOME: &str = "Home";
pub const SETTINGS: &str = "Settings";
/// The button that closes a notice.
pub const CLOSE: &str = "Close";

// --- saving

/// The name of the banner that says what is not saved, for screen readers.
pub const SAVING: &str = "Saving";
pub const SAVING_NOW: &str = "Saving…";
pub const SAVED: &str = "Saved";
pub const NOT_SAVED: &str = "Not saved";
/// In bold at the start of that banner.
pub const NOT_SAVED_BECAUSE: &str = "Not saved: ";
pub const SAVE_EVERYTHING: &str = "Save everything as a file";
pub const TRY_AGAIN: &str = "Try again";
pub const NOTHING_TO_SAVE: &str = "There is nothing here to save as a file yet.";

/// The rest of that banner: the `problem`, a clause without a full stop, and what to do.
pub fn save_before_closing(problem: &str) -> String {
    [
        problem,
        ". What you write is kept in this page for now. Save it as a file before you close the page.",
    ]
    .concat()
}

/// For screen readers: the time of day at which everything was last saved.
pub fn saved_at(time: &str) -> String {
    ["Saved ", time].concat()
}

// --- an address without a page

pub const NO_SUCH_PAGE: &str = "There is no such page";
pub const NO_SUCH_PAGE_TEXT: &str = "This address does not lead to any page of Cairn. Perhaps it was cut short when it was copied. Nothing is lost.";
pub const GO_HOME: &str = "Go to the home page";
