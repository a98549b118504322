//! Remembers how many answers were shown of surveys whose records are not on this device any more: they
//! were deleted for good, or a file of everything that was opened here told of them. An old file of
//! such a record does not know these results, and could show the same answers again with somebody more.

use crate::by_id::ById;
use crate::records::Record;
use crate::survey::symbols::id_bytes;
use crate::workspace::{Store, StoreError, Stored, Workspace, read_own, record_key};

/// The key of what is remembered: for each survey a line with its id and how many answers were shown, 0
/// when that is not known. It tells nothing else of the record.
pub(super) const SHOWN: &str = "cairn:shown";

/// How many surveys are taken from one file.
const MOST_HEARD: usize = 500;

/// How many answers were shown of a survey, when it was said before and is said again: 0 when that is not
/// known. A record that came back knew of what was shown, and can only have shown more since. One that
/// shows less has asked again meanwhile.
pub fn shown_by_both(before: u32, now: u32) -> u32 {
    if before == 0 || now < before { 0 } else { now }
}

impl<S: Store> Workspace<S> {
    /// Remembers how many answers a record shows of its surveys, because it is about to be deleted for
    /// good. Its numbers replace those that are remembered: a record that came back after it was
    /// deleted knew of those.
    pub(super) fn remember_shown(&mut self, record: &Record) -> Result<(), StoreError> {
        let shown = record.all_shown();
        self.keep_shown(shown, shown_by_both)
    }

    /// Remembers what was shown elsewhere, as a file of everything tells it. When it gives another
    /// number than is remembered, the number counts as not known.
    pub fn hear_of_shown(&mut self, shown: &ById<u32>) -> Result<(), StoreError> {
        let of_surveys = shown.iter().filter(|(id, _)| id_bytes(id).is_some()).take(MOST_HEARD);
        let shown = of_surveys.map(|(id, responses)| (id.clone(), *responses)).collect();
        self.keep_shown(shown, |before, now| if before == now { now } else { 0 })
    }

    fn keep_shown(
        &mut self,
        shown: ById<u32>,
        both: impl Fn(u32, u32) -> u32,
    ) -> Result<(), StoreError> {
        let before = self.deleted_shown();
        let all = before.clone().joined(shown, |_, before, now| both(before, now));
        if all == before {
            return Ok(());
        }
        let line = |(id, responses): (&String, &u32)| [id, " ", &responses.to_string()].concat();
        let text = all.iter().map(line).collect::<Vec<_>>().join("\n");
        self.use_reserve(&|workspace| workspace.make_room_and_write(SHOWN, &text))
    }

    /// How many answers were shown of each survey whose record is not here any more, by the survey's
    /// id; 0 when that is not known.
    pub fn deleted_shown(&self) -> ById<u32> {
        let text = self.store.read(SHOWN).ok().flatten().and_then(Stored::text).unwrap_or_default();
        let of_line = |line: &str| {
            let (survey, responses) = line.split_once(' ')?;
            Some((survey.to_owned(), responses.parse().unwrap_or(0)))
        };
        text.lines().filter_map(of_line).collect()
    }

    /// As [`Workspace::deleted_shown`], together with what records in the bin show, because those go
    /// into no file of everything.
    pub fn shown_in_no_file(&self) -> ById<u32> {
        let binned =
            self.bin().into_iter().filter_map(|label| self.as_it_stands(&label.id).ok()?);
        binned.fold(self.deleted_shown(), |all, record| {
            all.joined(record.all_shown(), |_, before, now| shown_by_both(before, now))
        })
    }

    /// The record with this id, from memory if it could not be saved; `None` when there is none or it
    /// cannot be read. Unlike [`Workspace::record`], it changes nothing.
    pub fn as_it_stands(&self, id: &str) -> Result<Option<Record>, StoreError> {
        if let Some(unsaved) = self.unsaved.get(id) {
            return Ok(Some(unsaved.record.clone()));
        }
        let Some(kind) = self.kind_of(id)? else { return Ok(None) };
        let stored = self.stored(&record_key(kind, id))?.and_then(Stored::text);
        Ok(stored.and_then(|stored| read_own(&stored, kind, id)).map(|(_, record)| record))
    }
}
