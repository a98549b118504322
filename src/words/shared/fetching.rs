//! What is said while a part of Cairn is fetched, and when it does not come. This is in the first load.

pub const OPENING: &str = "Opening…";

pub const NOT_HERE: &str = "This page did not load";

pub const NOTHING_LOST: &str = "Cairn loads some pages when you first open them, and this one did not load. Nothing that you have saved is lost.";

pub const TRY_AGAIN: &str = "Try again";

pub const RELOAD: &str = "Reload";

/// Something could not be done, because the code for it did not come; `why` says why not, and what to do.
pub fn not_done(why: &str) -> String {
    let not_done = "That could not be done yet: a part of Cairn did not load.";
    [not_done, " ", why, " Nothing was changed, and nothing is lost."].concat()
}
