//! What is done to whole records: new ones, next year's, the example, and the bin.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::audit::{self, Audit};
use crate::exchange::from_text;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{AuditPage, Route};
use crate::web::io::{clock, files, new_id};
use crate::web::state::{Reversal, State};
use crate::web::words;
use crate::workspace::OpenError;
use crate::workspace::label::Label;

/// The id of the built-in example.
pub const EXAMPLE: &str = "example";

/// The id of the example of a kind of record, which is also the name of its file.
pub fn example(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => EXAMPLE,
        RecordKind::Team => "example-team",
        RecordKind::Learner => "example-person",
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
        let framework = &self.framework_now().id;
        let audit = audit::new(id.clone(), framework, name, organisation, self.stamp());
        self.keep(audit);
        self.ask_to_persist();
        self.go(&Route::audit(&id, AuditPage::Overview));
    }

    /// Starts next year's audit from the one with this id and opens it.
    pub fn start_next_year(self, id: &str, name: &str) {
        // What may be seen of the survey comes along, though nobody may have looked yet.
        self.let_results_of_move_on(id);
        let record = self.read(id);
        if let Some(audit) = record.as_ref().and_then(Audit::of) {
            let next = audit.next_year(new_id(clock::now()), name, self.stamp());
            let id = next.id.clone();
            self.keep(next);
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
            self.tell("The examples of an audit, a team, a person and an organisation are on this device now.");
        });
    }

    /// Puts the example of a kind on this device, or takes it out of the bin. Where it cannot be had,
    /// says so and gives false.
    async fn fetch_example(self, kind: RecordKind) -> bool {
        let id = example(kind);
        if !self.is_listed(id) {
            let text = files::fetch(&[id, ".json"].concat()).await;
            match text.map(|text| from_text(&text)) {
                Ok(Ok(file)) => match file.record() {
                    // Asked for twice, it may be here by now, and written in.
                    Some(_) if self.is_listed(id) => {}
                    Some(record) => {
                        self.keep(record);
                    }
                    None => self.tell_problem("The example is not a record."),
                },
                Ok(Err(error)) => self.tell_problem(error.to_string()),
                Err(reason) => {
                    self.tell_problem(format!(
                        "The example could not be fetched ({reason}). Are you online?"
                    ));
                }
            }
        }
        let is_here = self.is_listed(id);
        if is_here {
            // Where the storage fails, it is in memory, and in no bin.
            let _ = self.change_bin(id, false);
        }
        is_here
    }

    /// Saves a record that is not open; it is kept in memory when that fails. True when it is in
    /// the store.
    pub(super) fn keep(self, mut record: Record) -> bool {
        let framework = self.framework_now();
        let mut saved = Ok(Vec::new());
        self.workspace.update_value(|workspace| {
            saved = workspace.save(&mut record, &[], framework, clock::now());
        });
        self.refresh_lists();
        match saved {
            Ok(_) => true,
            Err(error) => {
                self.not_saved(error);
                false
            }
        }
    }

    /// How many answers to its survey are in no file of a record on this device, even once what can be
    /// shown or sealed is.
    pub fn lacking(self, id: &str) -> usize {
        self.read(id).map_or(0, |record| record.lacking())
    }

    /// Reads any record on this device, the open one as it is now.
    pub fn read(self, id: &str) -> Option<Record> {
        if self.is_open(id) {
            return Some(self.open.get_untracked());
        }
        let kind = self.kind_here(id);
        match self.read_from_store(id) {
            Ok(record) => Some(record),
            Err(error) => {
                self.refresh_lists();
                self.tell_problem(could_not_open(&error, kind));
                None
            }
        }
    }

    /// What is on this device under the id of a record that came in.
    pub fn same_here(self, id: &str) -> Option<Label> {
        self.workspace.with_value(|workspace| workspace.label(id).cloned())
    }

    /// What the record with this id is about; an audit where there is none.
    fn kind_here(self, id: &str) -> RecordKind {
        let kind = |label: &Label| label.kind;
        self.workspace.with_value(|workspace| workspace.label(id).map(kind).unwrap_or_default())
    }

    /// Puts a record into the bin, with undo offered.
    pub fn put_in_bin(self, id: &str) {
        let kind = self.kind_here(id);
        self.save_now();
        match self.change_bin(id, true) {
            Ok(()) => {
                self.go(&Route::Home);
                let stays = " is in the bin, and stays there for at least 30 days.";
                self.tell_with_undo(
                    words::around("The ", kind, stays),
                    Reversal::Unbin(id.to_owned()),
                );
            }
            Err(error) => self.tell_problem(could_not_open(&error, kind)),
        }
    }

    /// Counts today for what is in the bin, and takes away what has been there long enough.
    pub(super) fn empty_bin(self) {
        let before = self.bin.with_untracked(Vec::len);
        self.workspace.update_value(|workspace| workspace.empty_bin(clock::now()));
        if self.workspace.with_value(|workspace| workspace.bin().len()) < before {
            self.refresh_lists();
        }
    }

    /// Takes a record out of the bin.
    pub fn take_from_bin(self, id: &str) {
        let kind = self.kind_here(id);
        match self.change_bin(id, false) {
            Ok(()) => {
                let back = words::around("The ", kind, " is back among your ");
                self.tell([&back, words::records(kind), "."].concat());
                self.arrive(self.route.get_untracked());
            }
            Err(error) => self.tell_problem(could_not_open(&error, kind)),
        }
    }

    pub(super) fn change_bin(self, id: &str, binned: bool) -> Result<(), OpenError> {
        let now = clock::now();
        let mut changed = Ok(());
        self.workspace.update_value(|workspace| {
            changed =
                if binned { workspace.put_in_bin(id, now) } else { workspace.restore(id, now) };
        });
        self.refresh_lists();
        changed
    }

    /// Takes a record away for good.
    pub fn delete_for_good(self, id: &str) {
        let kind = self.kind_here(id);
        let mut deleted = Ok(());
        self.workspace.update_value(|workspace| deleted = workspace.delete(id));
        self.refresh_lists();
        match deleted {
            Ok(()) => self.tell(words::around("The ", kind, " was deleted for good.")),
            Err(error) => self.tell_problem(format!("It could not be deleted: {error}.")),
        }
    }

    pub(super) fn ask_to_persist(self) {
        spawn_local(async {
            files::persist().await;
        });
    }
}

/// A sentence for a record that could not be opened.
pub fn could_not_open(error: &OpenError, kind: RecordKind) -> String {
    let why = match error {
        OpenError::Missing => " is not on this device.",
        OpenError::Newer => {
            " was saved by a newer Cairn. It is untouched. Reload this page to get the newest Cairn."
        }
        OpenError::InBin => " is in the bin. Have it back to read it or to work on it.",
        OpenError::SetAside => {
            " could not be read. It was set aside untouched; you can save it as a file from the home page."
        }
        OpenError::Store(error) => {
            return format!("That did not work: {error}. Nothing was lost.");
        }
    };
    words::around("That ", kind, why)
}
