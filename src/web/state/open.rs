//! The open record, and what pages read of it. `edit`, `audit` and `book` change it, `stepping` undoes
//! and redoes, `saving` saves it, `vanished` puts it back when something has removed it from the
//! storage, and `carry` and `lookup` join it to other records.

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

/// Whether the person's changes are saved.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Everything is saved; nothing was changed since the page was opened.
    Untouched,
    /// A change is about to be saved.
    Saving,
    /// Everything is saved; the last save was at this time of day.
    Saved(String),
    /// The last change is in memory only.
    NotSaved(StoreError),
}

/// The open record, with its history and its saving.
pub type OpenRecord = Handle<Opened>;

/// The data that [`OpenRecord`] points to.
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
    /// Whether the person's changes are saved.
    pub save_state: RwSignal<SaveState>,
    pub(super) edited: StoredValue<Vec<Slot>>,
    pub(super) save_due: StoredValue<bool>,
    /// True while a look for records missing from the storage is due.
    pub(super) looking: StoredValue<bool>,
    pub(super) history: StoredValue<History>,
    /// Records that were open before, each as it was left, with its steps back and forward.
    pub(super) left: StoredValue<Vec<(Record, History)>>,
    /// Whether there is something to undo, and to redo.
    pub undoable: RwSignal<(bool, bool)>,
    /// The id of the item that was just added to the open record: its card unfolds and takes the focus.
    pub fresh: RwSignal<Option<String>>,
    /// What is known of records that are not open, by their ids.
    pub(super) known: StoredValue<ById<Arc<Known>>>,
    /// The function that puts back what has vanished from the storage, once its code is here.
    pub(super) put_back: StoredValue<Option<fn(OpenRecord)>>,
}

impl OpenRecord {
    /// Made with no record open.
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
        let read = match self.library.label_of(id) {
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

    /// True when the open record has this id.
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

    /// The kind of the open record.
    pub fn kind(self) -> RecordKind {
        self.record.with_untracked(Record::kind)
    }
}
