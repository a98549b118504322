//! Putting one record in place of another: bringing in what came in files, going back to an earlier
//! copy, and undoing either. A copy of what stood there always comes first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Backup;
use crate::kinds::Results;
use crate::record::RecordKind;
use crate::records::Record;
use crate::web::io::{clock, new_id, random_id};
use crate::web::state::library::Shelves;
use crate::web::state::open::OpenRecord;
use crate::web::state::{Reversal, State};
use crate::words::state::records as say;
use crate::workspace::label::Label;
use crate::workspace::{Snapshot, StoreError};

/// What to do with a record that came in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Put it on this device.
    Add,
    /// Put it on this device beside the one with the same id.
    AddCopy,
    /// Put it in place of the one with the same id, of which a snapshot is kept.
    Replace,
    /// Leave it out.
    Skip,
}

/// A record that has asked many people, and the results that it shows.
struct Asked {
    id: String,
    survey: Option<String>,
    results: Results,
}

impl Asked {
    fn of(record: &Record) -> Asked {
        let survey = record.survey.as_ref().map(|survey| survey.id.clone());
        Asked { id: record.id.clone(), survey, results: Results::of(record) }
    }

    /// True when it has a survey, or shows results of one.
    fn matters(&self) -> bool {
        self.survey.is_some() || !self.results.shown.is_empty()
    }
}

impl State {
    /// Brings records from files in, each as chosen, with undo offered. Gives how many came in.
    pub fn bring_in(self, records: Vec<(Record, Choice)>) -> usize {
        self.open.save_now();
        let (mut added, mut replaced, mut unsaved) = (Vec::new(), Vec::new(), 0);
        let mut kinds = Vec::new();
        let mut asked = self.asked_before(&records);
        let deleted = self.library.workspace.with_value(|workspace| workspace.deleted_shown());
        for (mut record, choice) in records {
            record.settle(self.device.framework_now());
            // A file of an earlier Cairn can hold answers that wait to be shown. They still wait where
            // the file was made, so they are left out here.
            (record, _) = record.for_copy();
            let kind = record.kind();
            let here = self.library.label_of(&record.id);
            let same = here.as_ref().map(|label| label.kind);
            let before = here.as_ref().and_then(|label| self.open.read(&label.id));
            if choice == Choice::Skip || !self.tell_of_results(&record, &asked) {
                continue;
            }
            for other in &asked {
                if other.id != record.id {
                    record = record.knowing_results(&other.results).unwrap_or(record);
                }
            }
            record = record.knowing_shown(&deleted).unwrap_or(record);
            if !self.meetings.remember_results_of(&record, before.as_ref()) {
                self.notices.tell_problem(say::no_room_for_results(&record));
                continue;
            }
            match choice {
                Choice::Replace if same.is_none_or(|same| same == kind) => {
                    let Some(before) = before else { continue };
                    record.keep_earlier_words_of(&before);
                    if self.open.put_in_place(&record, say::OPENING_FILE) {
                        let _ = self.library.change_bin(&record.id, false);
                        let saved =
                            self.library.workspace.with_value(|workspace| workspace.all_saved());
                        unsaved += usize::from(!saved);
                        replaced.push(before);
                        kinds.push(kind);
                        asked.push(Asked::of(&record));
                    }
                    continue;
                }
                Choice::Add if same.is_none() => {}
                // This includes `Add`: two files opened together can hold the same record.
                _ => {
                    // The record here must know of the survey results that the copy beside it shows.
                    let known = before.as_ref().and_then(|before| before.knowing(&record));
                    if known.is_some_and(|known| !self.open.put_in_place(&known, say::OPENING_FILE))
                    {
                        continue;
                    }
                    record.id = new_id(clock::now());
                    record.part_survey(&random_id(), before.as_ref());
                    if here.is_some_and(|here| here.name == record.name()) {
                        record.rename(say::copy_of(record.name()));
                    }
                }
            }
            added.push(record.id.clone());
            asked.push(Asked::of(&record));
            kinds.push(kind);
            unsaved += usize::from(!self.add(&record));
        }
        if !kinds.is_empty() {
            self.notices.tell_with_undo(
                say::opened(&kinds, unsaved == 0),
                Reversal::By(Arc::new(move || self.undo_import(&added, &replaced))),
            );
        }
        kinds.len()
    }

    /// Called when a record comes in that shows results of another record's survey: it is next year's
    /// audit, or a copy that stood beside the other. The other must know that they were shown, or it
    /// could show the same answers again with one more person's. Gives false when that could not be
    /// saved.
    fn tell_of_results(self, new: &Record, asked: &[Asked]) -> bool {
        let results = Results::of(new);
        let is_shown = |it: &&Asked| it.survey.as_ref().is_some_and(|id| results.names(id));
        let others = asked.iter().filter(|it| it.id != new.id);
        others.filter(is_shown).all(|other| {
            let known = self.open.read(&other.id).and_then(|it| it.knowing_results(&results));
            known.is_none_or(|known| self.open.put_in_place(&known, say::OPENING_FILE))
        })
    }

    /// The records on this device in which answers to a survey wait.
    pub fn records_that_wait(self) -> Vec<Record> {
        let all = self.may_have_asked().into_iter();
        let read = all.filter_map(|label| self.open.read(&label.id));
        read.filter(|record| record.waiting() > 0).collect()
    }

    /// Takes in what a file of everything says besides its records: how many had voted in shown
    /// results, and how many answers were shown of surveys whose records are not in the file. Records
    /// with these surveys must know of it, those that are here and those that come later. Gives false
    /// when that could not be saved.
    pub fn hear_of_shown(self, backup: &Backup) -> bool {
        if !self.meetings.hear_of_votes(&backup.voted) {
            self.notices.tell_problem(say::no_room_for_copy(&StoreError::Full));
            return false;
        }
        let shown = &backup.shown;
        if shown.is_empty() {
            return true;
        }
        let mut kept = Ok(());
        self.library.workspace.update_value(|workspace| kept = workspace.hear_of_shown(shown));
        if let Err(error) = kept {
            self.notices.tell_problem(say::no_room_for_copy(&error));
            return false;
        }
        self.may_have_asked().iter().all(|label| {
            let known = self.open.read(&label.id).and_then(|record| record.knowing_shown(shown));
            known.is_none_or(|known| self.open.put_in_place(&known, say::OPENING_FILE))
        })
    }

    /// The records on this device that have asked many people; none when no record that comes in has a
    /// survey or results of one. Each record is read once.
    fn asked_before(self, records: &[(Record, Choice)]) -> Vec<Asked> {
        let matters = |(record, choice): &(Record, Choice)| {
            *choice != Choice::Skip && Asked::of(record).matters()
        };
        if !records.iter().any(matters) {
            return Vec::new();
        }
        let all = self.may_have_asked().into_iter();
        let asked = all.filter_map(|label| Some(Asked::of(&self.open.read(&label.id)?)));
        asked.filter(Asked::matters).collect()
    }

    /// The records on this device, the bin included, of the kinds that can ask many people.
    fn may_have_asked(self) -> Vec<Label> {
        let Shelves { labels, others, bin, .. } = *self.library;
        let all = [labels, others, bin].map(|list| list.get_untracked()).concat();
        let asks =
            |label: &Label| matches!(label.kind, RecordKind::Audit | RecordKind::Organisation);
        all.into_iter().filter(asks).collect()
    }

    /// Saves a record that came in a file; it is kept in memory when that fails. True when it is in the
    /// store.
    fn add(self, record: &Record) -> bool {
        let framework = self.device.framework_now();
        let mut added = Ok(());
        self.library.workspace.update_value(|workspace| {
            added = workspace.add(record, framework, clock::now());
        });
        self.library.refresh();
        let is_added = added.is_ok();
        if let Err(error) = added {
            self.open.not_saved(error);
        }
        is_added
    }

    /// Does what the button beside a notice offers.
    pub fn reverse(self, reversal: Reversal) {
        match reversal {
            Reversal::Unbin(id) => self.take_from_bin(&id),
            Reversal::Edit => self.open.undo(),
            Reversal::By(done) | Reversal::Next(_, done) => done(),
        }
    }

    /// Puts the records that came in into the bin, and puts back those that they replaced.
    fn undo_import(self, added: &[String], replaced: &[Record]) {
        let mut undone = true;
        for id in added {
            undone &= self.library.change_bin(id, true).is_ok();
        }
        for record in replaced {
            undone &= self.open.put_in_place(record, say::UNDOING_IMPORT);
        }
        if !undone {
            self.notices.tell_problem(say::IMPORT_NOT_UNDONE);
            return self.arrive(self.route.get_untracked());
        }
        self.notices.tell(match (added, replaced) {
            ([], [record, ..]) => say::replacement_undone(record.kind()),
            _ => say::IMPORT_UNDONE.to_owned(),
        });
        self.arrive(self.route.get_untracked());
    }
}

impl OpenRecord {
    /// Puts `record` in place of the one with its id, slot by slot, so that other tabs follow. Before
    /// that, takes in what other tabs have written, so that saving brings nothing back, and keeps a
    /// snapshot. Gives false, and changes nothing, when the record cannot be read or the snapshot
    /// cannot be kept.
    fn put_in_place(self, record: &Record, before: &str) -> bool {
        if !self.is_open(&record.id) {
            let Some(current) = self.read(&record.id) else { return false };
            self.open_in_place(current);
        }
        self.take_in();
        if let Err(error) = self.snapshot_open(before) {
            self.notices.tell_problem(say::no_room_for_copy(&error));
            return false;
        }
        self.put_back(record);
        self.save_now();
        true
    }

    fn snapshot_open(self, before: &str) -> Result<(), StoreError> {
        self.save_now();
        let framework = self.device.framework_now();
        let mut kept = Ok(());
        let (copy, _) = self.record.get_untracked().for_copy();
        self.library.workspace.update_value(|workspace| {
            kept = workspace.snapshot(&copy, framework, before, clock::now());
        });
        kept
    }

    /// The safety copies of the open record, newest first.
    pub fn snapshots(self) -> Vec<Snapshot> {
        let id = self.id();
        self.library.workspace.with_value(|workspace| workspace.snapshots(&id)).unwrap_or_default()
    }

    /// Puts the open record back to how it stood in a safety copy; a copy of now comes first.
    pub fn go_back_to(self, snapshot: &Snapshot) {
        let read =
            self.library.workspace.with_value(|workspace| workspace.read_snapshot(&snapshot.key));
        match read {
            Ok(Some(mut record)) if record.kind() == self.kind() => {
                self.record.with_untracked(|now| record.keep_earlier_words_of(now));
                if self.put_in_place(&record, say::GOING_BACK) {
                    self.notices.tell_with_undo(say::gone_back(self.kind()), Reversal::Edit);
                }
            }
            Ok(_) => self.notices.tell_problem(say::COPY_NOT_READ),
            Err(error) => self.notices.tell_problem(say::copy_not_read(&error)),
        }
    }
}
