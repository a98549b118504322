//! Responses that came to a tally together. Two sums that both go on from the same one cannot be told
//! apart, but what came to each can.

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
    /// What was counted here and is not in `base`, nor in what came to that `besides`, as long as it can be
    /// told apart.
    pub(crate) fn since(&self, base: &Tally, besides: &[&Lot]) -> Option<Lot> {
        let new = |id: &&String| !base.counted.contains(id);
        let ids: Ids = self.counted.iter().filter(new).cloned().collect();
        let before = besides.iter().try_fold(base.all(), |sum, lot| sum.without(&lot.sum))?;
        let sum = self.all().without(&before)?;
        let survey = self.survey.clone();
        (!ids.is_empty() && survey == base.survey).then_some(Lot { survey, ids, sum })
    }

    /// Counts a lot again that was counted elsewhere, unless some of it is counted here. Gives whether it
    /// did.
    pub(crate) fn count_again(&mut self, lot: &Lot) -> bool {
        let none = self.survey == lot.survey && lot.ids.iter().all(|id| !self.counted.contains(id));
        if none {
            lot.ids.iter().for_each(|id| self.take_note_of(id));
            self.waiting.0.add(&lot.sum);
        }
        none
    }

    /// True when a lot is counted here, all of it.
    pub(crate) fn has(&self, lot: &Lot) -> bool {
        self.survey == lot.survey && lot.ids.iter().all(|id| self.counted.contains(id))
    }
}
