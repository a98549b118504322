//! Lots: responses that came to a tally together. When two copies of a tally go on counting, their sums
//! cannot be told apart, but what came to each can.

use crate::by_id::Ids;
use crate::survey::shown::Shown;
use crate::survey::tally::Tally;

/// Responses that were counted together: their sum cannot be taken apart any more.
pub(crate) struct Lot {
    survey: String,
    ids: Ids,
    sum: Shown,
}

impl Tally {
    /// What was counted here since `base`. `besides` are lots that are in `base` and not in this tally.
    /// `None` when nothing new was counted, when `base` is of another survey, or when the sums cannot
    /// be told apart.
    pub(crate) fn since(&self, base: &Tally, besides: &[&Lot]) -> Option<Lot> {
        let new = |id: &&String| !base.counted.contains(id);
        let ids: Ids = self.counted.iter().filter(new).cloned().collect();
        let before = besides.iter().try_fold(base.all(), |sum, lot| sum.without(&lot.sum))?;
        let sum = self.all().without(&before)?;
        let survey = self.survey.clone();
        (!ids.is_empty() && survey == base.survey).then_some(Lot { survey, ids, sum })
    }

    /// Counts a lot that was counted in another copy, unless any of its responses is counted here.
    /// Gives whether it was counted.
    pub(crate) fn count_again(&mut self, lot: &Lot) -> bool {
        let none = self.survey == lot.survey && lot.ids.iter().all(|id| !self.counted.contains(id));
        if none {
            lot.ids.iter().for_each(|id| self.mark_pending(id));
            self.waiting.sum.add(&lot.sum);
        }
        none
    }

    /// True when all responses of a lot are counted here.
    pub(crate) fn has(&self, lot: &Lot) -> bool {
        self.survey == lot.survey && lot.ids.iter().all(|id| self.counted.contains(id))
    }
}
