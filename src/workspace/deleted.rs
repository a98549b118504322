//! Of which surveys results were shown in records that were deleted for good since. An old file of such a
//! record knows nothing of them, and could show the same answers again with somebody more.

use crate::records::Record;
use crate::survey::shown::ShownOf;
use crate::workspace::{Store, StoreError, Stored, Workspace, read_own, record_key};

/// The key: for each survey a line with its id and how many answers were shown. It tells nothing else of
/// the record.
pub(super) const SHOWN: &str = "cairn:shown";

/// How many surveys are remembered, the last ones.
const REMEMBERED: usize = 500;

impl<S: Store> Workspace<S> {
    /// Remembers what a record shows of its surveys, since it is about to be taken away for good.
    pub(super) fn remember_shown(&mut self, record: &Record) -> Result<(), StoreError> {
        let shown = record.all_shown();
        if shown.is_empty() {
            return Ok(());
        }
        let mut all = self.deleted_shown();
        // What came back and was deleted again knew of what was remembered.
        all.retain(|before| shown.iter().all(|now| now.survey != before.survey));
        all.extend(shown);
        let first = all.len().saturating_sub(REMEMBERED);
        let line =
            |of: &ShownOf| [&of.survey, " ", &of.responses.unwrap_or(0).to_string()].concat();
        let text = all[first..].iter().map(line).collect::<Vec<_>>().join("\n");
        self.use_reserve(&|workspace| workspace.make_room_and_write(SHOWN, &text))
    }

    /// The record with this id as it stands, in memory where it could not be saved; `None` where there is
    /// none, or it cannot be read.
    pub fn as_it_stands(&self, id: &str) -> Result<Option<Record>, StoreError> {
        if let Some(unsaved) = self.unsaved.get(id) {
            return Ok(Some(unsaved.record.clone()));
        }
        let Some(kind) = self.kind_of(id)? else { return Ok(None) };
        let stored = self.stored(&record_key(kind, id))?.and_then(Stored::text);
        Ok(stored.and_then(|stored| read_own(&stored, kind, id)).map(|(_, record)| record))
    }

    /// What was shown of surveys in records that were deleted for good on this device.
    pub fn deleted_shown(&self) -> Vec<ShownOf> {
        let text = self.store.read(SHOWN).ok().flatten().and_then(Stored::text).unwrap_or_default();
        let of_line = |line: &str| {
            let (survey, responses) = line.split_once(' ')?;
            let responses = responses.parse().ok().filter(|responses| *responses > 0);
            Some(ShownOf { survey: survey.to_owned(), responses })
        };
        text.lines().filter_map(of_line).collect()
    }
}
