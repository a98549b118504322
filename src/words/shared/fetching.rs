//! The sentences for a part of Cairn that is being fetched, or did not load. They come with the first
//! load.

pub const OPENING: &str = "Opening…";

pub const NOT_HERE: &str = "This page did not load";

pub const NOTHING_LOST: &str = "Cairn loads some pages when you first open them, and this one did not load. Nothing that you have saved is lost.";

pub const TRY_AGAIN: &str = "Try again";

pub const RELOAD: &str = "Reload";

/// In a notice: something could not be done, because its code did not load. `why` says why, and what to
/// do.
pub fn not_done(why: &str) -> String {
    let not_done = "That could not be done yet: a part of Cairn did not load.";
    [not_done, " ", why, " Nothing was changed, and nothing is lost."].concat()
}
