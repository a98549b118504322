//! Paper sheets that are being typed in, kept until they are added to their survey. What stands in the
//! store is packed, so that nobody reads one person's answers there in passing.

use crate::survey::paper::Paper;
use crate::workspace::{SHEETS, Store, StoreError, Stored, Workspace, pack};

impl<S: Store> Workspace<S> {
    /// The sheets of a survey that are being typed in; `None` when there are none, or none that can be
    /// read.
    pub fn sheets(&self, survey: &str) -> Result<Option<Paper>, StoreError> {
        let kept = self.store.read(&key(survey))?;
        Ok(kept.and_then(Stored::text).as_deref().and_then(read))
    }

    /// Keeps the sheets of a survey that are being typed in; while nothing is typed, nothing is kept.
    /// Fails when what is kept cannot be read, such as that of a newer Cairn: it stays as it is.
    pub fn keep_sheets(&mut self, survey: &str, paper: &Paper) -> Result<(), StoreError> {
        let key = key(survey);
        let is_ours = |kept: Stored| kept.text().as_deref().and_then(read).is_some();
        if self.store.read(&key)?.is_some_and(|kept| !is_ours(kept)) {
            return Err(StoreError::NotKept);
        }
        if paper.is_empty() {
            return self.remove(&key);
        }
        let (packed, length) = pack::pack(&paper.stored());
        self.make_room_and_write(&key, &[&length.to_string(), "\n", &packed].concat())
    }
}

fn key(survey: &str) -> String {
    [SHEETS, survey].concat()
}

fn read(kept: &str) -> Option<Paper> {
    let (length, packed) = kept.split_once('\n')?;
    Paper::of_stored(&pack::unpack(packed, length.parse().ok()?)?)
}
