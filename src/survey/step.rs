//! One step of a survey's results: what came to be shown at once, of enough people that nobody's
//! answers can be read from it.

use serde::Serialize;

use crate::by_id::Ids;
use crate::order::in_order;
use crate::survey::shown::Shown;

/// The responses that came to be shown at once, and their sum. For a single statement the sum can lack
/// their answers, when too few of them gave one. Those answers are late: they come along in a later
/// step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Step {
    /// The ids of the responses and of the batches of paper sheets.
    pub ids: Ids,
    /// The responses of earlier steps of which late answers are in this sum, or can be.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub late: Ids,
    /// The sum of these responses, with the late answers.
    pub sum: Shown,
}

impl Step {
    /// True when another step has all responses of this one.
    pub(crate) fn is_inside(&self, other: &Step) -> bool {
        self.ids.iter().all(|id| other.ids.contains(id))
    }
}

/// True when two lists of ids have one in common.
pub(crate) fn meet(ids: &Ids, others: &Ids) -> bool {
    ids.iter().any(|id| others.contains(id))
}

/// Steps in an order that does not tell which came first. Those without late answers come before all
/// others.
pub(crate) fn sorted(steps: Vec<Step>) -> Vec<Step> {
    let key = |step: &Step| !step.late.is_empty();
    in_order(steps, |one, other| (key(one), one) < (key(other), other))
}
