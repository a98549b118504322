//! The open record: what pages read of it. It is changed in `edit` and taken back in `stepping`, kept in
//! `saving`, looked for in `vanished`, and meets other records in `carry` and `lookup`.

use std::sync::Arc;

use leptos::prelude::*;

use crate::by_id::ById;
use crate::record::{EarlierWords, RecordKind};
use crate::records::{Record, Slot};
use crate::route::Route;
use crate::web::state::device::Device;
use crate::web::state::handle::Handle;
use crate::web::state::history::History;
use crate::web::state::known::Known;
use crate::web::state::library::Library;
use crate::web::state::notices::Notices;
use crate::workspace::{OpenError, StoreError};

/// Whether what was written is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Everything is saved; nothing was changed since the page was opened.
    Untouched,
    /// A change is about to be saved.
    Saving,
    /// Everything is saved, and the last time at this time of day.
    Saved(String),
    /// The last change is in memory only.
    NotSaved(StoreError),
}

/// The open record, with its history and its saving.
pub type OpenRecord = Handle<Opened>;

/// What is behind [`OpenRecord`].
pub struct Opened {
    pub(super) notices: Notices,
    pub(super) library: Library,
    pub(super) device: Device,
    /// The open record; an empty audit without an id while none is open.
    pub(super) record: RwSignal<Record>,
    /// Why the record that the address names is not open.
    pub not_open: RwSignal<Option<OpenError>>,
    /// Bumped when texts change by other means than typing: undo, another tab.
    pub(super) rewritten: RwSignal<u32>,
    /// Whether what was written is kept.
    pub save_state: RwSignal<SaveState>,
    pub(super) edited: StoredValue<Vec<Slot>>,
    pub(super) save_due: StoredValue<bool>,
    /// True while it is to be looked for what may be missing in the storage.
    pub(super) looking: StoredValue<bool>,
    pub(super) history: StoredValue<History>,
    /// Records that were open before, as they were left, with their steps.
    pub(super) left: StoredValue<Vec<(Record, History)>>,
    /// Whether there is something to undo, and to redo.
    pub undoable: RwSignal<(bool, bool)>,
    /// The id of the item that was just added to the open record, to be put under the person's hands.
    pub fresh: RwSignal<Option<String>>,
    /// What is known of records that are not open, by their ids.
    pub(super) known: StoredValue<ById<Arc<Known>>>,
    /// Puts back what has vanished from the storage, once the code for that is here.
    pub(super) put_back: StoredValue<Option<fn(OpenRecord)>>,
}

impl OpenRecord {
    /// No record is open.
    pub(super) fn nothing(
        library: Library,
        device: Device,
        notices: Notices,
        save_state: SaveState,
    ) -> OpenRecord {
        Handle::on(Opened {
            notices,
            library,
            device,
            record: RwSignal::new(Record::NOTHING),
            not_open: RwSignal::new(None),
            rewritten: RwSignal::new(0),
            save_state: RwSignal::new(save_state),
            edited: StoredValue::new(Vec::new()),
            save_due: StoredValue::new(false),
            looking: StoredValue::new(false),
            history: StoredValue::new(History::default()),
            left: StoredValue::new(Vec::new()),
            undoable: RwSignal::new((false, false)),
            fresh: RwSignal::new(None),
            known: StoredValue::new(ById::new()),
            put_back: StoredValue::new(None),
        })
    }

    /// Opens the record that a route names, if it names one.
    pub(super) fn open_named(self, route: &Route) {
        match route {
            Route::Audit { id, .. } => self.open_record(id, RecordKind::Audit),
            Route::Book { kind, id, .. } => self.open_record(id, *kind),
            _ => {}
        }
    }

    pub(super) fn open_record(self, id: &str, kind: RecordKind) {
        let read = match self.library.same_here(id) {
            Some(label) if label.kind != kind => Err(OpenError::Missing),
            Some(label) if label.binned_at.is_some() => Err(OpenError::InBin),
            Some(_) if self.is_open(id) => {
                self.not_open.set(None);
                return;
            }
            _ => self.library.read_from_store(id),
        };
        match read {
            Ok(mut record) if record.kind() == kind => {
                record.settle(self.device.framework_now());
                self.open_in_place(record);
                self.not_open.set(None);
                if !self.library.workspace.with_value(|workspace| workspace.all_saved()) {
                    self.try_again();
                }
            }
            other => {
                self.library.refresh();
                self.not_open.set(Some(other.err().unwrap_or(OpenError::Missing)));
            }
        }
    }

    /// True for the record that is open.
    pub(super) fn is_open(self, id: &str) -> bool {
        self.record.with_untracked(|record| record.id == id)
    }

    /// Reads the open record, of whatever kind; what reads it runs again when the record changes, but
    /// not while a person is only typing.
    pub fn record<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.record.with(read)
    }

    /// Reads the open record once.
    pub fn record_untracked<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.record.with_untracked(read)
    }

    /// A text of the open record, for a field: it changes when the words are changed from outside the
    /// field, not while a person types into it.
    pub fn record_text(
        self,
        read: impl Fn(&Record) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || {
            self.rewritten.track();
            self.record.with_untracked(&read)
        })
    }

    /// Reads the words of the open record that lost when two copies met.
    pub fn earlier_words<R>(self, read: impl FnOnce(&[EarlierWords]) -> R) -> R {
        self.record.with(|record| read(&record.earlier_words))
    }

    /// The id of the open record.
    pub fn id(self) -> String {
        self.record.with_untracked(|record| record.id.clone())
    }

    /// What the open record is about.
    pub fn kind(self) -> RecordKind {
        self.record.with_untracked(Record::kind)
    }
}
