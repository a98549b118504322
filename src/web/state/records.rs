//! What is done to whole records: new ones, next year's, the example, and the bin.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::audit::{self, Audit};
use crate::exchange::from_text;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{AuditPage, Route};
use crate::survey::tally::Tally;
use crate::web::io::store::BrowserStore;
use crate::web::io::{clock, files, new_id};
use crate::web::state::open::OpenRecord;
use crate::web::state::{Reversal, State};
pub use crate::words::state::records::could_not_open;
use crate::words::state::{device, records as say};
use crate::workspace::{StoreError, Workspace};

/// The id of the built-in example.
pub const EXAMPLE: &str = "example";

/// The id of the example of a kind of record, which is also the name of its file.
pub fn example(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => EXAMPLE,
        RecordKind::Team => "example-team",
        RecordKind::Person => "example-person",
        RecordKind::Organisation => "example-organisation",
    }
}

/// True for the id of an example.
pub fn is_example(id: &str) -> bool {
    RecordKind::ALL.into_iter().any(|kind| example(kind) == id)
}

impl State {
    /// Starts a new audit and opens it.
    pub fn start_audit(self, name: &str, organisation: &str) {
        let id = new_id(clock::now());
        let framework = &self.device.framework_now().id;
        let audit = audit::new(id.clone(), framework, name, organisation, self.device.stamp());
        self.open.keep(audit);
        self.device.ask_to_persist();
        self.go(&Route::audit(&id, AuditPage::Overview));
    }

    /// Starts next year's audit from the one with this id and opens it.
    pub fn start_next_year(self, id: &str, name: &str) {
        // Survey results that may show go into next year's audit, even if nobody has looked at them
        // yet.
        self.survey.release_results_of(id);
        let record = self.open.read(id);
        if let Some(audit) = record.as_ref().and_then(Audit::of) {
            let next = audit.next_year(new_id(clock::now()), name, self.device.stamp());
            let id = next.id.clone();
            self.open.keep(next);
            self.go(&Route::audit(&id, AuditPage::Overview));
        }
    }

    /// Puts the filled-in example of a kind on this device and opens it.
    pub fn open_example(self, kind: RecordKind) {
        spawn_local(async move {
            if self.fetch_example(kind).await {
                self.go(&Route::record(kind, example(kind)));
            }
        });
    }

    /// Puts the examples of every kind on this device: they belong together.
    pub fn add_examples(self) {
        spawn_local(async move {
            for kind in RecordKind::ALL {
                if !self.fetch_example(kind).await {
                    return;
                }
            }
            self.notices.tell(say::EXAMPLES_HERE);
        });
    }

    /// Puts the example of a kind on this device, or takes it out of the bin. Gives false, and tells
    /// why, when it cannot be fetched or opened.
    async fn fetch_example(self, kind: RecordKind) -> bool {
        let id = example(kind);
        if !self.library.is_listed(id) {
            let text = files::fetch(&[id, ".json"].concat()).await;
            match text.map(|text| from_text(&text)) {
                Ok(Ok(file)) => match file.record() {
                    // If it was asked for twice, it may be here by now, with words of the person in it.
                    Some(_) if self.library.is_listed(id) => {}
                    Some(record) => {
                        self.open.keep(record);
                    }
                    None => self.notices.tell_problem(say::EXAMPLE_IS_NO_RECORD),
                },
                Ok(Err(error)) => self.notices.tell_problem(error.to_string()),
                Err(reason) => self.notices.tell_problem(say::example_not_fetched(&reason)),
            }
        }
        let is_here = self.library.is_listed(id);
        if is_here {
            // If the storage fails, the example is in memory and in no bin, so an error does not
            // matter.
            let _ = self.library.change_bin(id, false);
        }
        is_here
    }

    /// Puts a record into the bin, with undo offered.
    pub fn put_in_bin(self, id: &str) {
        let kind = self.library.kind_here(id);
        self.open.save_now();
        match self.library.change_bin(id, true) {
            Ok(()) => {
                self.go(&Route::Home);
                self.notices.tell_with_undo(say::in_bin(kind), Reversal::Unbin(id.to_owned()));
            }
            Err(error) => self.notices.tell_problem(could_not_open(&error, kind)),
        }
    }

    /// Takes a record out of the bin.
    pub fn take_from_bin(self, id: &str) {
        let kind = self.library.kind_here(id);
        match self.library.change_bin(id, false) {
            Ok(()) => {
                self.notices.tell(say::is_back(kind));
                self.arrive(self.route.get_untracked());
            }
            Err(error) => self.notices.tell_problem(could_not_open(&error, kind)),
        }
    }

    /// Deletes a record for good. This device goes on knowing how many had voted in its shown results,
    /// as it does of its survey results ([`Workspace::delete`]).
    pub fn delete_for_good(self, id: &str) {
        let kind = self.library.kind_here(id);
        let stands = self.library.workspace.with_value(|workspace| workspace.as_it_stands(id));
        let deleted = stands.and_then(|record| {
            if record.is_some_and(|record| !self.meetings.remember_results_of(&record, None)) {
                return Err(StoreError::Full);
            }
            let delete = |workspace: &mut Workspace<BrowserStore>| workspace.delete(id);
            self.library.workspace.try_update_value(delete).unwrap_or(Ok(()))
        });
        self.library.refresh();
        match deleted {
            Ok(()) => {
                self.open.forget(id);
                self.notices.tell(device::deleted(kind));
            }
            Err(error) => self.notices.tell_problem(device::not_deleted(&error)),
        }
    }
}

impl OpenRecord {
    /// Saves a record that is not open; it is kept in memory when that fails. True when it is in
    /// the store.
    pub(super) fn keep(self, mut record: Record) -> bool {
        let framework = self.device.framework_now();
        let mut saved = Ok(Vec::new());
        self.library.workspace.update_value(|workspace| {
            saved = workspace.save(&mut record, &[], framework, clock::now());
        });
        self.library.refresh();
        match saved {
            Ok(_) => true,
            Err(error) => {
                self.not_saved(error);
                false
            }
        }
    }

    /// How many answers to its survey no file of the record has, as it stands now, and for how many
    /// statements besides answers of people whose other answers are in a file. 0 when it cannot be read.
    pub fn lacking(self, id: &str) -> (usize, usize) {
        let Some(record) = self.read(id) else { return (0, 0) };
        let tally = record.collected().and_then(|collected| collected.tally);
        (record.lacking(), tally.map_or(0, Tally::statements_in_no_copy))
    }

    /// Reads any record on this device, the open one as it is now. Tells why when it cannot be read,
    /// and gives `None`.
    pub fn read(self, id: &str) -> Option<Record> {
        if self.is_open(id) {
            return Some(self.record.get_untracked());
        }
        let kind = self.library.kind_here(id);
        match self.library.read_from_store(id) {
            Ok(record) => Some(record),
            Err(error) => {
                self.library.refresh();
                self.notices.tell_problem(could_not_open(&error, kind));
                None
            }
        }
    }
}
