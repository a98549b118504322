//! How many people answered a survey, as a sentence. The words for its figures are in `words`, with
//! those of the results.

use crate::survey::Collected;
use crate::words::survey::results::figures as say;
pub use crate::words::survey::results::figures::{response_rate, typed_in};

/// How many of those invited have answered; how many of these the results show, if some wait; and how
/// many of those shown were typed in from paper. Everyone who answers is told that the results give
/// that last number.
pub fn who_answered(collected: Collected) -> String {
    let counted = collected.responses();
    let shown = collected.shown();
    let first = shown.map(|shown| shown.responses).filter(|first| counted > *first);
    let typed = shown.map_or(0, |shown| shown.typed);
    say::who_answered(counted, collected.survey.invited, first, typed)
}
