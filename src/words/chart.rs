//! What pictures say, and the tables beside them.

use crate::audit::standing::Standing;
use crate::progression::Tally;
use crate::words;

// --- What the stones of a large cairn mean

pub const ALL_ACHIEVED: &str = "all achieved";
pub const PARTLY_ACHIEVED: &str = "partly achieved";
pub const WAITING: &str = "all achieved, waiting for a stage below";
pub const NO_INDICATORS: &str = "no indicators";

// --- The table that says the same as a large cairn

pub const STANDING_HEAD: [&str; 5] = ["Stage", "Yes", "No", "Don’t know", "To answer"];
pub const NONE_AT_STAGE: &str = "No indicators at this stage";

/// What a cairn shows, after the name of what it shows.
pub fn cairn(label: &str, standing: &Standing) -> String {
    [label, ": ", &words::picture(standing)].concat()
}

/// How much of a stage is achieved, beside its stone.
pub fn achieved(tally: Tally) -> String {
    match tally.total() {
        0 => NO_INDICATORS.to_owned(),
        total => format!("{} of {total}", tally.achieved),
    }
}
