//! Ballots on this device, as the texts in which [`Ballot`] keeps them: votes that are under way, and
//! how many had voted in results that were shown.
//!
//! [`Ballot`]: crate::organisation::ballot::Ballot

use std::ops::RangeInclusive;

use crate::by_id::ById;
use crate::moment::Date;
use crate::organisation::ballot::Ballot;
use crate::workspace::{Store, StoreError, Stored, VOTES, Workspace};

impl<S: Store> Workspace<S> {
    /// The text of a ballot, by the ballot's name; `None` when nothing is kept.
    pub fn vote(&self, vote: &str) -> Result<Option<String>, StoreError> {
        Ok(self.store.read(&key(vote))?.and_then(Stored::text))
    }

    /// Keeps the text of a ballot, or removes it for `None`. People cannot be asked for their votes
    /// again, so the room in reserve may be used. When it fails, what was kept before stays.
    pub fn keep_vote(&mut self, vote: &str, text: Option<&str>) -> Result<(), StoreError> {
        let key = key(vote);
        match text {
            Some(text) => self.use_reserve(&|workspace| workspace.make_room_and_write(&key, text)),
            None => self.remove(&key),
        }
    }

    /// How many had voted in each result that this device has shown, by the name of the ballot that
    /// remembers it: of a card on one of these days, or of a session.
    pub fn votes_shown(&self, days: RangeInclusive<Date>) -> Result<ById<Vec<u32>>, StoreError> {
        let mut all = ById::new();
        for key in self.store.keys()? {
            let Some(name) = key.strip_prefix(VOTES).filter(|name| may_be_shown(name, &days))
            else {
                continue;
            };
            let text = self.store.read(&key)?.and_then(Stored::text);
            let ballot = text.and_then(|text| Ballot::of_stored(&text, name)).unwrap_or_default();
            if !ballot.shown().is_empty() {
                all.insert(name.to_owned(), ballot.shown().to_vec());
            }
        }
        Ok(all)
    }
}

/// True for the name of a ballot that remembers the results of a session (`@session`), or of a card on
/// one of these days (`card@day`).
fn may_be_shown(name: &str, days: &RangeInclusive<Date>) -> bool {
    let of_day = |day: &str| day.parse::<Date>().is_ok_and(|day| days.contains(&day));
    name.rsplit_once('@').is_some_and(|(card, day)| card.is_empty() || of_day(day))
}

fn key(vote: &str) -> String {
    [VOTES, vote].concat()
}
