//! The sentences of the pictures of a cairn, and of the tables beside them.

use crate::audit::standing::Standing;
use crate::progression::Tally;
use crate::words;

// --- What the stones of a large cairn mean

pub const ALL_ACHIEVED: &str = "all achieved";
pub const PARTLY_ACHIEVED: &str = "partly achieved";
pub const WAITING: &str = "all achieved, waiting for a stage below";
pub const NO_INDICATORS: &str = "no indicators";

// --- The table of a standing

pub const STANDING_HEAD: [&str; 5] = ["Stage", "Yes", "No", "Don’t know", "To answer"];
pub const NONE_AT_STAGE: &str = "No indicators at this stage";

/// The description of a cairn for screen readers. `label` names what stands there.
pub fn cairn(label: &str, standing: &Standing) -> String {
    [label, ": ", &words::picture(standing)].concat()
}

/// Beside a stone of a large cairn: how many indicators of its stage are achieved.
pub fn achieved(tally: Tally) -> String {
    match tally.total() {
        0 => NO_INDICATORS.to_owned(),
        total => format!("{} of {total}", tally.achieved),
    }
}
