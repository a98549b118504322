//! How many answered a survey. The figures themselves are in words with the other words of the results.

use crate::survey::Collected;
use crate::words::survey::results::figures as say;
pub use crate::words::survey::results::figures::{response_rate, typed_in};

/// How many of those asked have answered, whose answers the results show where some wait, and how many
/// of those that show were typed in from paper, as everyone who answered was told that it would say.
pub fn who_answered(collected: Collected) -> String {
    let counted = collected.responses();
    let shown = collected.shown();
    let first = shown.map(|shown| shown.responses).filter(|first| counted > *first);
    let typed = shown.map_or(0, |shown| shown.typed);
    say::who_answered(counted, collected.survey.invited, first, typed)
}
