//! The one door between pages and everything else: signals out, named edits in.
//!
//! The data is plain; signals are made once, at the root, and reach every page behind a handle that
//! is cheap to copy. An edit puts an entry into a slot, remembers what stood there for undo, and
//! marks the record to be saved: at once when the page is left, else within half a second.
//!
//! What the first page needs of all this is little: labels, settings, where we are, what is told. The
//! rest is fetched later, and asked for as a [`Job`].

pub mod answering;
pub mod audit;
pub mod book;
pub mod bring_in;
pub mod brought_in;
pub mod carry;
pub mod device;
mod doing;
pub mod edit;
pub mod export;
pub mod history;
mod holding;
pub mod incoming;
pub mod jobs;
mod known;
mod leaving;
mod lookup;
pub mod meeting;
pub mod notice;
mod paper;
mod receiving;
pub mod records;
pub mod saving;
pub mod standing;
mod stepping;
pub mod survey;
mod telling;
mod vanished;

use std::sync::{Arc, LazyLock};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement};

use crate::answers::Answers;
use crate::exchange::{Settings, Wording};
use crate::framework::{self, Framework};
use crate::moment::{Date, Timestamp};
use crate::record::{EarlierWords, RecordKind, Stamp};
use crate::records::{Record, Slot};
use crate::route::Route;
use crate::survey::paper::Paper;
use crate::web::io::address::{self, Visit};
use crate::web::io::share::{self, HANDED_ROUND};
use crate::web::io::store::BrowserStore;
use crate::web::io::{self, clock, new_id};
use crate::web::state::brought_in::BroughtIn;
use crate::web::state::history::History;
use crate::web::state::incoming::{Incoming, Taker};
use crate::web::state::jobs::Job;
use crate::web::state::known::Known;
use crate::web::state::meeting::Meetings;
pub use crate::web::state::notice::{Notice, Reversal};
use crate::workspace::label::Label;
use crate::workspace::{Aside, OpenError, StoreError, Workspace};

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

/// What does things with records.
type Perform = fn(State, Job);

/// The handle that every page gets from the context.
#[derive(Clone, Copy)]
pub struct State {
    workspace: StoredValue<Workspace<BrowserStore>>,
    /// What does things with records, once it is here.
    jobs: StoredValue<Option<Perform>>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// How far down the page shown was when it was left, until the window is back there.
    left_at: StoredValue<Option<f64>>,
    /// The open record; an empty audit without an id while none is open.
    open: RwSignal<Record>,
    /// Why the record that the address names is not open.
    pub not_open: RwSignal<Option<OpenError>>,
    /// Bumped when texts change by other means than typing: undo, another tab.
    rewritten: RwSignal<u32>,
    /// Whether what was written is kept.
    pub save_state: RwSignal<SaveState>,
    edited: StoredValue<Vec<Slot>>,
    save_due: StoredValue<bool>,
    /// True while it is to be looked for what may be missing in the storage.
    looking: StoredValue<bool>,
    history: StoredValue<History>,
    /// Records that were open before, as they were left, with their steps.
    left: StoredValue<Vec<(Record, History)>>,
    /// Whether there is something to undo, and to redo.
    pub undoable: RwSignal<(bool, bool)>,
    /// The audits on this device.
    pub labels: RwSignal<Vec<Label>>,
    /// The records of other kinds on this device.
    pub others: RwSignal<Vec<Label>>,
    /// The records in the bin.
    pub bin: RwSignal<Vec<Label>>,
    /// What could not be read.
    pub asides: RwSignal<Vec<Aside>>,
    /// What the person chose for this device.
    pub settings: RwSignal<Settings>,
    /// The wording pack on this device.
    pub wording: RwSignal<Option<Wording>>,
    /// The framework in its present words, once it has been asked for; a new one of these is made
    /// only when a wording pack is switched, so it is kept for as long as the page lives.
    framework: RwSignal<Option<&'static Framework>>,
    /// What files and pasted texts hold that are about to be opened.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// True while files are being read.
    pub reading: RwSignal<bool>,
    /// What became of the answers to the survey that were brought in last.
    pub brought_in: RwSignal<Option<BroughtIn>>,
    /// How many files with answers have been read, and of how many, while they are.
    pub counting: RwSignal<Option<(usize, usize)>>,
    /// What the present page does with files that are dropped on it; none opens them.
    drops: StoredValue<Option<Taker>, LocalStorage>,
    /// Files that were dropped on another page than the one that reads them, until it does.
    dropped: StoredValue<Option<FileList>, LocalStorage>,
    /// Answers on their way from another door to the page of their survey.
    carried: StoredValue<Vec<Incoming>>,
    /// Paper sheets that are being typed in, by the survey's id.
    papers: RwSignal<Answers<Paper>>,
    /// Whether the browser has been told to ask before it leaves them.
    guards_paper: StoredValue<bool>,
    /// What is known of records that are not open, by their ids.
    known: StoredValue<Answers<Arc<Known>>>,
    /// Timers and votes of card sessions that are being held.
    meetings: Meetings,
    /// The latest thing to tell the person.
    pub notice: RwSignal<Option<Notice>>,
    /// The notice that was already there when the page was opened.
    seen_notice: StoredValue<Option<Notice>>,
    /// The id of the item that was just added to the open record, to be put under the person's hands.
    pub fresh: RwSignal<Option<String>>,
    /// What a screen reader should say without anything to see.
    pub announcement: RwSignal<String>,
}

/// The page that a tab begins with. One that is handed round is still handed round when it is loaded
/// anew, whatever address somebody has typed.
fn still_handed_round(visit: Visit) -> Visit {
    let kept = share::draft(HANDED_ROUND).map(|kept| Route::parse(&kept)).filter(Route::is_kiosk);
    match kept {
        Some(route) if route != visit.route => {
            address::go(&route);
            Visit { route, left_at: None }
        }
        _ => visit,
    }
}

/// The state, from the context.
pub fn use_state() -> State {
    expect_context()
}

impl State {
    /// Opens what this device holds. Called once, at the root.
    pub fn open() -> State {
        let now = clock::now();
        let workspace = Workspace::open(BrowserStore, new_id(now), now);
        let save_state = match workspace.trouble() {
            Some(trouble) => SaveState::NotSaved(trouble.clone()),
            None => SaveState::Untouched,
        };
        let state = State {
            labels: RwSignal::new(workspace.audits()),
            others: RwSignal::new(workspace.others()),
            bin: RwSignal::new(workspace.bin()),
            asides: RwSignal::new(workspace.asides().unwrap_or_default()),
            workspace: StoredValue::new(workspace),
            jobs: StoredValue::new(None),
            route: RwSignal::new(Route::Home),
            left_at: StoredValue::new(None),
            open: RwSignal::new(Record::NOTHING),
            not_open: RwSignal::new(None),
            rewritten: RwSignal::new(0),
            save_state: RwSignal::new(save_state),
            edited: StoredValue::new(Vec::new()),
            save_due: StoredValue::new(false),
            looking: StoredValue::new(false),
            history: StoredValue::new(History::default()),
            left: StoredValue::new(Vec::new()),
            undoable: RwSignal::new((false, false)),
            settings: RwSignal::new(Settings::default()),
            wording: RwSignal::new(None),
            framework: RwSignal::new(None),
            incoming: RwSignal::new(Vec::new()),
            reading: RwSignal::new(false),
            brought_in: RwSignal::new(None),
            counting: RwSignal::new(None),
            drops: StoredValue::new_local(None),
            dropped: StoredValue::new_local(None),
            carried: StoredValue::new(Vec::new()),
            papers: RwSignal::new(Answers::new()),
            guards_paper: StoredValue::new(false),
            known: StoredValue::new(Answers::new()),
            meetings: Meetings::default(),
            notice: RwSignal::new(None),
            seen_notice: StoredValue::new(None),
            fresh: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
        };
        state.glance_at_settings();
        state.visit(still_handed_round(address::first()));
        address::listen(move |visit| state.visit(visit));
        state.listen_for_leaving();
        state.listen_to_other_tabs();
        state.listen_for_drops();
        state
    }

    /// Takes of the settings what the first page shows; the rest is read with the code for records.
    fn glance_at_settings(self) {
        let last_backup = io::last_backup();
        self.settings.update(|settings| settings.last_backup = last_backup);
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        address::go(route);
    }

    fn visit(self, visit: Visit) {
        self.left_at.set_value(visit.left_at);
        self.arrive(visit.route);
    }

    /// How far down the page shown was when it was left, where the person has come back to it.
    /// Said once.
    pub fn take_left_at(self) -> Option<f64> {
        self.left_at.try_update_value(Option::take).flatten()
    }

    /// The address bar names `route`: opens what it needs, then shows it. Where the code for records
    /// is not here yet, the page comes with it, and opens the record that it is of.
    fn arrive(self, route: Route) {
        if self.holds_kiosk(&route) {
            return;
        }
        leave_field();
        let _ = self.do_now(Job::Arrive(route.clone()));
        if matches!(route, Route::Home | Route::Bin | Route::Open | Route::Settings) {
            self.refresh_lists();
        }
        self.let_files_go(&route);
        self.let_notice_go();
        if route.is_kiosk() {
            share::keep_draft(HANDED_ROUND, &route.to_string());
        } else {
            share::drop_draft(HANDED_ROUND);
        }
        self.route.set(route);
    }

    /// Opens the record that a route names, if it names one.
    fn open_named(self, route: &Route) {
        match route {
            Route::Audit { id, .. } => self.open_record(id, RecordKind::Audit),
            Route::Book { kind, id, .. } => self.open_record(id, *kind),
            _ => {}
        }
    }

    fn open_record(self, id: &str, kind: RecordKind) {
        let read = match self.same_here(id) {
            Some(label) if label.kind != kind => Err(OpenError::Missing),
            Some(label) if label.binned_at.is_some() => Err(OpenError::InBin),
            Some(_) if self.is_open(id) => {
                self.not_open.set(None);
                return;
            }
            _ => self.read_from_store(id),
        };
        match read {
            Ok(mut record) if record.kind() == kind => {
                record.settle(self.framework_now());
                self.open_in_place(record);
                self.not_open.set(None);
                if !self.workspace.with_value(|workspace| workspace.all_saved()) {
                    self.try_again();
                }
            }
            other => {
                self.refresh_lists();
                self.not_open.set(Some(other.err().unwrap_or(OpenError::Missing)));
            }
        }
    }

    fn read_from_store(self, id: &str) -> Result<Record, OpenError> {
        let read = self.workspace.try_update_value(|workspace| workspace.record(id, clock::now()));
        read.unwrap_or(Err(OpenError::Missing))
    }

    /// True for the record that is open.
    fn is_open(self, id: &str) -> bool {
        self.open.with_untracked(|record| record.id == id)
    }

    fn is_listed(self, id: &str) -> bool {
        self.workspace.with_value(|workspace| workspace.label(id).is_some())
    }

    /// Reads the lists of records anew.
    fn refresh_lists(self) {
        self.workspace.with_value(|workspace| {
            self.labels.set(workspace.audits());
            self.others.set(workspace.others());
            self.bin.set(workspace.bin());
            self.asides.set(workspace.asides().unwrap_or_default());
        });
        self.tell_of_room();
    }

    /// The framework in its present words.
    pub fn framework(self) -> &'static Framework {
        self.follow_wording();
        self.framework_now()
    }

    /// What calls this runs again when the framework gets other words.
    pub fn follow_wording(self) {
        self.framework.track();
    }

    /// Reads the open record, of whatever kind; what reads it runs again when the record changes, but
    /// not while a person is only typing.
    pub fn record<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.open.with(read)
    }

    /// Reads the open record once.
    pub fn record_untracked<R>(self, read: impl FnOnce(&Record) -> R) -> R {
        self.open.with_untracked(read)
    }

    /// A text of the open record, for a field: it changes when the words are changed from outside the
    /// field, not while a person types into it.
    pub fn record_text(
        self,
        read: impl Fn(&Record) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || {
            self.rewritten.track();
            self.open.with_untracked(&read)
        })
    }

    /// Reads the words of the open record that lost when two copies met.
    pub fn earlier_words<R>(self, read: impl FnOnce(&[EarlierWords]) -> R) -> R {
        self.open.with(|record| read(&record.earlier_words))
    }

    /// Today, where the reader is.
    pub fn today(self) -> Date {
        clock::today()
    }

    /// The moment that the clock on the wall says.
    pub fn now(self) -> Timestamp {
        clock::now()
    }

    /// How many more days a record in the bin is kept at least.
    pub fn days_left_in_bin(self, id: &str) -> usize {
        let left = self.workspace.with_value(|workspace| workspace.days_left_in_bin(id));
        usize::try_from(left).unwrap_or(0)
    }

    /// The id of the open record.
    pub fn id(self) -> String {
        self.open.with_untracked(|record| record.id.clone())
    }

    /// What the open record is about.
    pub fn kind(self) -> RecordKind {
        self.open.with_untracked(Record::kind)
    }

    /// When and by whom a change of now is.
    fn stamp(self) -> Stamp {
        let by = self.settings.with_untracked(|settings| settings.name.trim().to_owned());
        Stamp { at: clock::now(), by }
    }
}

/// The built-in cards, characteristics and ways to contribute, read once.
pub fn learning() -> &'static Framework {
    static LEARNING: LazyLock<Framework> = LazyLock::new(framework::learning);
    &LEARNING
}

/// Lets the field that is being typed into say its last word while all that it knows is still there.
fn leave_field() {
    let active = document().active_element();
    if let Some(field) = active.as_ref().and_then(|active| active.dyn_ref::<HtmlElement>()) {
        let _ = field.blur();
    }
}
