//! What is asked of the code that reads, writes, merges and saves records. It is fetched with the
//! first page that needs it: the first page of all lists labels, and does without.
//!
//! Until that code is here, no record is open, so there is nothing to save and nothing to undo. Once
//! it is, it is called at once and not by way of a future: a page that is left has no later.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::state::{Reversal, State};

/// Something to be done with records.
pub enum Job {
    /// Start a new audit, and open it.
    StartAudit {
        /// What it is called.
        name: String,
        /// The organisation.
        organisation: String,
    },
    /// Start next year's audit, and open it.
    StartNextYear {
        /// The id of this year's.
        id: String,
        /// What next year's is called.
        name: String,
    },
    /// Put the filled-in example of a kind on this device, and open it.
    OpenExample(RecordKind),
    /// Save the record with this id as a file.
    Export(String),
    /// Save everything as a file.
    ExportEverything,
    /// Save what could not be read, under this key, as a file.
    ExportAside(String),
    /// Put the record with this id into the bin.
    PutInBin(String),
    /// Save what could not be saved.
    TryAgain,
    /// Take the last edit back.
    Undo,
    /// Make the last edit that was taken back again.
    Redo,
    /// Do what a notice offers to undo.
    Reverse(Reversal),
    /// Save the open record, as the page may be gone in a moment.
    Save,
    /// The address names another page: save the open record, and open the one that the page is of.
    Arrive(Route),
    /// Take in that another tab has written a record, or taken it away.
    TakeIn(RecordKind, String),
    /// Take in that another tab has put other words on this device, or taken them away.
    ReadWording,
}

/// What does things with records.
pub(super) type Perform = fn(State, Job);

impl State {
    /// Does something with records if the code for that is here; otherwise gives it back.
    pub fn do_now(self, job: Job) -> Result<(), Job> {
        match self.jobs.get_value() {
            Some(perform) => {
                perform(self, job);
                Ok(())
            }
            None => Err(job),
        }
    }

    /// Said by every page that is fetched, before it stands: the code for records has come with it.
    /// The first time, that opens the record that the address names; from then on, arriving at an
    /// address does.
    pub fn records_are_here(self) {
        if self.jobs.get_value().is_none() {
            self.read_first_wording();
            self.jobs.set_value(Some(perform));
            self.open_named(&self.route.get_untracked());
        }
    }
}

fn perform(state: State, job: Job) {
    match job {
        Job::StartAudit { name, organisation } => state.start_audit(&name, &organisation),
        Job::StartNextYear { id, name } => state.start_next_year(&id, &name),
        Job::OpenExample(kind) => state.open_example(kind),
        Job::Export(id) => state.export(&id),
        Job::ExportEverything => drop(state.export_everything()),
        Job::ExportAside(key) => state.export_aside(&key),
        Job::PutInBin(id) => state.put_in_bin(&id),
        Job::TryAgain => state.try_again(),
        Job::Undo => state.undo(),
        Job::Redo => state.redo(),
        Job::Reverse(reversal) => state.reverse(reversal),
        Job::Save => state.save_now(),
        Job::Arrive(route) => {
            state.save_now();
            state.open_named(&route);
            state.end_typing();
        }
        Job::TakeIn(kind, id) => state.take_in_record(kind, &id),
        Job::ReadWording => state.read_wording(),
    }
}
