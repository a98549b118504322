//! The lists of records on this device: in use, in the bin, and unreadable. Also what is done to a
//! record that is not open.

use std::time::Duration;

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::records::Record;
use crate::web::io::clock;
use crate::web::io::store::BrowserStore;
use crate::web::state::handle::Handle;
use crate::web::state::notices::{Notice, Notices};
use crate::words::state as say;
use crate::workspace::label::Label;
use crate::workspace::{LeftOut, OpenError, Unreadable, Workspace};

/// The records on this device, and the store that keeps them.
pub type Library = Handle<Shelves>;

/// The data that [`Library`] points to.
pub struct Shelves {
    notices: Notices,
    pub(super) workspace: StoredValue<Workspace<BrowserStore>>,
    /// The audits on this device.
    pub labels: RwSignal<Vec<Label>>,
    /// The records of other kinds on this device.
    pub others: RwSignal<Vec<Label>>,
    /// The records in the bin.
    pub bin: RwSignal<Vec<Label>>,
    /// What could not be read.
    pub unreadable: RwSignal<Vec<Unreadable>>,
}

impl Library {
    /// Lists what the store of `workspace` holds.
    pub(super) fn of(workspace: Workspace<BrowserStore>, notices: Notices) -> Library {
        Handle::on(Shelves {
            notices,
            labels: RwSignal::new(workspace.audits()),
            others: RwSignal::new(workspace.others()),
            bin: RwSignal::new(workspace.bin()),
            unreadable: RwSignal::new(workspace.unreadable().unwrap_or_default()),
            workspace: StoredValue::new(workspace),
        })
    }

    pub(super) fn read_from_store(self, id: &str) -> Result<Record, OpenError> {
        let read = self.workspace.try_update_value(|workspace| workspace.record(id, clock::now()));
        read.unwrap_or(Err(OpenError::Missing))
    }

    pub(super) fn is_listed(self, id: &str) -> bool {
        self.workspace.with_value(|workspace| workspace.label(id).is_some())
    }

    /// Reads the lists of records anew.
    pub(super) fn refresh(self) {
        self.workspace.with_value(|workspace| {
            self.labels.set(workspace.audits());
            self.others.set(workspace.others());
            self.bin.set(workspace.bin());
            self.unreadable.set(workspace.unreadable().unwrap_or_default());
        });
        self.tell_of_room();
    }

    /// How many more days a record in the bin is kept at least.
    pub fn days_left_in_bin(self, id: &str) -> usize {
        let left = self.workspace.with_value(|workspace| workspace.days_left_in_bin(id));
        usize::try_from(left).unwrap_or(0)
    }

    /// The id under which a record is on this device: its own, or that of what its person shares of it.
    /// `Err` when it is not here: true if it is in the bin.
    pub fn where_is(self, id: &str) -> Result<String, bool> {
        if self.is_on_this_device(id) {
            return Ok(id.to_owned());
        }
        let shared = self.others.with_untracked(|others| {
            others.iter().find(|label| label.shared_from == id).map(|label| label.id.clone())
        });
        shared.ok_or_else(|| self.label_of(id).is_some_and(|label| label.binned_at.is_some()))
    }

    /// True when a record is here, not in the bin, and not from a newer Cairn.
    pub fn is_on_this_device(self, id: &str) -> bool {
        self.label_of(id).is_some_and(|label| label.binned_at.is_none() && !label.from_newer())
    }

    /// The number of characters that Cairn keeps on this device; `None` when the storage cannot be
    /// read.
    pub fn characters_used(self) -> Option<usize> {
        self.workspace.with_value(|workspace| workspace.characters_used()).ok()
    }

    /// Deletes something that could not be read.
    pub fn drop_unreadable(self, key: &str) {
        let mut dropped = Ok(());
        self.workspace.update_value(|workspace| dropped = workspace.drop_unreadable(key));
        if let Err(error) = dropped {
            self.notices.tell_problem(say::not_removed(&error));
        }
        self.refresh();
    }

    /// What a file of everything would leave out.
    pub fn left_out(self) -> LeftOut {
        let left = self.workspace.with_value(|workspace| workspace.left_out());
        left.unwrap_or_default()
    }

    /// The ids of all records on this device that can be read, those in the bin as well.
    pub(super) fn all_ids(self) -> Vec<String> {
        let (records, bin) =
            self.workspace.with_value(|workspace| (workspace.records(), workspace.bin()));
        let all = records.into_iter().chain(bin);
        all.filter(|label| !label.from_newer()).map(|label| label.id).collect()
    }

    /// A number that is another one as soon as anything on this device has changed, except the
    /// settings; `None` when the storage cannot be read.
    pub fn mark_of_all(self) -> Option<u64> {
        self.workspace.with_value(|workspace| workspace.mark()).ok()
    }

    /// The label of the record with this id on this device, in the bin or not; `None` when there is
    /// none.
    pub fn label_of(self, id: &str) -> Option<Label> {
        self.workspace.with_value(|workspace| workspace.label(id).cloned())
    }

    /// The kind of the record with this id; an audit when there is none.
    pub(super) fn kind_here(self, id: &str) -> RecordKind {
        let kind = |label: &Label| label.kind;
        self.workspace.with_value(|workspace| workspace.label(id).map(kind).unwrap_or_default())
    }

    /// Counts today as a day in the bin, and deletes for good what has been there long enough.
    pub(super) fn empty_bin(self) {
        let before = self.bin.with_untracked(Vec::len);
        self.workspace.update_value(|workspace| workspace.empty_bin(clock::now()));
        if self.workspace.with_value(|workspace| workspace.bin().len()) < before {
            self.refresh();
        }
    }

    pub(super) fn change_bin(self, id: &str, binned: bool) -> Result<(), OpenError> {
        let now = clock::now();
        let mut changed = Ok(());
        self.workspace.update_value(|workspace| {
            changed =
                if binned { workspace.put_in_bin(id, now) } else { workspace.restore(id, now) };
        });
        self.refresh();
        changed
    }

    /// Tells when earlier copies were deleted to make room. It does so after the current task, to add
    /// it to the notice about what needed the room.
    pub(super) fn tell_of_room(self) {
        const TOLD: &str = say::COPIES_DELETED;
        if self.workspace.try_update_value(|workspace| workspace.take_gave_up()) != Some(true) {
            return;
        }
        let tell = move || match self.notices.notice.get_untracked() {
            None => self.notices.tell(TOLD),
            Some(notice) if notice.text.ends_with(TOLD) => {}
            Some(Notice { text, problem, undo }) => {
                let text = [&text, " ", TOLD].concat();
                self.notices.notice.set(Some(Notice { text, problem, undo }));
            }
        };
        set_timeout(tell, Duration::ZERO);
    }

    pub(super) fn read_label(self, kind: RecordKind, id: &str) {
        let now = clock::now();
        self.workspace.update_value(|workspace| workspace.refresh_label(kind, id, now));
    }

    /// The record on this device to which a survey belongs: its kind, its id and its name. `None` when
    /// the record is not here, or is in the bin.
    pub fn record_with_survey(self, survey: &str) -> Option<(RecordKind, String, String)> {
        let labels = self.labels.get_untracked().into_iter().chain(self.others.get_untracked());
        let mut with_surveys =
            labels.filter(|label| !matches!(label.kind, RecordKind::Team | RecordKind::Person));
        let label = with_surveys.find(|label| {
            let read = |workspace: &mut Workspace<BrowserStore>| {
                let record = workspace.record(&label.id, clock::now()).ok();
                record.is_some_and(|record| {
                    record.collected().is_some_and(|own| own.survey.id == survey)
                })
            };
            self.workspace.try_update_value(read).unwrap_or(false)
        })?;
        Some((label.kind, label.id, label.name))
    }
}
