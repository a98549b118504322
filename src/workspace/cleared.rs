//! Remembers which drafts of survey answers were cleared, so that no copy of one in a duplicated tab is
//! used.

use crate::workspace::{DRAFTS, Store, StoreError, Stored, Workspace};

/// How many marks are remembered: the latest.
const REMEMBERED: usize = 100;

impl<S: Store> Workspace<S> {
    /// Remembers that the draft with this mark was cleared. Otherwise a copy of a person's answers
    /// could show again, so the room in reserve may be used.
    pub fn remember_cleared(&mut self, mark: &str) -> Result<(), StoreError> {
        let before = self.cleared();
        let mut marks: Vec<&str> = before.split(' ').filter(|mark| !mark.is_empty()).collect();
        marks.push(mark);
        let first = marks.len().saturating_sub(REMEMBERED);
        let text = marks[first..].join(" ");
        self.use_reserve(&|workspace| workspace.make_room_and_write(DRAFTS, &text))
    }

    /// True when the draft with this mark was cleared, in any tab.
    pub fn was_cleared(&self, mark: &str) -> bool {
        self.cleared().split(' ').any(|cleared| cleared == mark)
    }

    fn cleared(&self) -> String {
        self.store.read(DRAFTS).ok().flatten().and_then(Stored::text).unwrap_or_default()
    }
}
