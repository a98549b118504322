//! Votes that are under way on this device, as the texts in which [`Ballot`] keeps them.
//!
//! [`Ballot`]: crate::organisation::ballot::Ballot

use crate::workspace::{Store, StoreError, Stored, VOTES, Workspace};

impl<S: Store> Workspace<S> {
    /// What is kept of a vote, by its name; `None` where nothing is.
    pub fn vote(&self, vote: &str) -> Result<Option<String>, StoreError> {
        Ok(self.store.read(&key(vote))?.and_then(Stored::text))
    }

    /// Keeps a vote, or takes it away. What people have voted cannot be asked of them
    /// again, so the room in reserve may be used. Where it fails, what was kept before stays.
    pub fn keep_vote(&mut self, vote: &str, text: Option<&str>) -> Result<(), StoreError> {
        let key = key(vote);
        match text {
            Some(text) => self.use_reserve(&|workspace| workspace.make_room_and_write(&key, text)),
            None => self.remove(&key),
        }
    }
}

fn key(vote: &str) -> String {
    [VOTES, vote].concat()
}
