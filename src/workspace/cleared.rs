//! Which drafts of answers were cleared, for the copies of them in tabs that were duplicated.

use crate::workspace::{DRAFTS, Store, StoreError, Stored, Workspace};

/// How many of them are remembered.
const REMEMBERED: usize = 100;

impl<S: Store> Workspace<S> {
    /// Remembers that the draft of this mark was cleared. The words of a person depend on it, so the room
    /// in reserve may be used.
    pub fn remember_cleared(&mut self, mark: &str) -> Result<(), StoreError> {
        let before = self.cleared();
        let mut marks: Vec<&str> = before.split(' ').filter(|mark| !mark.is_empty()).collect();
        marks.push(mark);
        let first = marks.len().saturating_sub(REMEMBERED);
        let text = marks[first..].join(" ");
        self.use_reserve(&|workspace| workspace.make_room_and_write(DRAFTS, &text))
    }

    /// True when the draft of this mark was cleared, in any tab.
    pub fn was_cleared(&self, mark: &str) -> bool {
        self.cleared().split(' ').any(|cleared| cleared == mark)
    }

    fn cleared(&self) -> String {
        self.store.read(DRAFTS).ok().flatten().and_then(Stored::text).unwrap_or_default()
    }
}
