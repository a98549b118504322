//! The one door between pages and everything else: signals out, named edits in.
//!
//! The data is plain; signals are made once, at the root, and reach every page behind a handle that
//! is cheap to copy. An edit puts an entry into a slot, remembers what stood there for undo, and
//! marks the record to be saved: at once when the page is left, else within half a second.
//!
//! The first page needs only a little of this: labels, settings, the address and notices. The code for
//! the rest is fetched later, and asked for as a [`Job`].

pub mod answering;
pub mod audit;
pub mod book;
pub mod bring_in;
pub mod brought_in;
pub mod carry;
mod counting;
pub mod device;
mod doing;
pub mod edit;
pub mod export;
mod handle;
pub mod history;
pub mod incoming;
pub mod jobs;
mod known;
mod leaving;
pub mod library;
mod lookup;
pub mod meeting;
pub mod notices;
pub mod open;
mod paper;
mod receiving;
pub mod records;
pub mod saving;
pub mod standing;
mod stepping;
pub mod survey;
mod timers;
mod vanished;
mod voting;

use std::sync::LazyLock;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement};

use crate::framework::{self, Framework};
use crate::moment::{Date, Timestamp};
use crate::route::Route;
use crate::web::io::address::{self, Visit};
use crate::web::io::share::{self, HANDED_ROUND};
use crate::web::io::store::BrowserStore;
use crate::web::io::{clock, new_id};
use crate::web::state::device::Device;
use crate::web::state::handle::Handle;
use crate::web::state::incoming::{Incoming, Taker};
use crate::web::state::jobs::Job;
use crate::web::state::library::Library;
use crate::web::state::meeting::Meetings;
use crate::web::state::notices::Notices;
pub use crate::web::state::notices::{Notice, Reversal};
use crate::web::state::open::OpenRecord;
pub use crate::web::state::open::SaveState;
use crate::web::state::survey::SurveyDesk;
use crate::workspace::Workspace;

/// The function that does jobs with records.
type Perform = fn(State, Job);

/// The handle that every page gets from the context.
pub type State = Handle<Everything>;

/// The data that [`State`] points to.
pub struct Everything {
    /// The notices to the person.
    pub notices: Notices,
    /// The records on this device.
    pub library: Library,
    /// The settings and the wording of this device.
    pub device: Device,
    /// The open record.
    pub open: OpenRecord,
    /// The survey of the open record.
    pub survey: SurveyDesk,
    /// The card sessions that are being held.
    pub meetings: Meetings,
    /// The function that does jobs with records, once its code is here.
    jobs: StoredValue<Option<Perform>>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// How far down the present page was scrolled when it was last left, in pixels; `None` once the
    /// window is there again, and for a new page.
    left_at: StoredValue<Option<f64>>,
    /// The contents of files and pasted texts that are about to be opened.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// True while files are being read.
    pub reading: RwSignal<bool>,
    /// What the present page does with files that are dropped on it; `None` where they go to the page
    /// that opens files.
    drops: StoredValue<Option<Taker>, LocalStorage>,
    /// Files that were dropped on another page, until the page that opens files reads them.
    dropped: StoredValue<Option<FileList>, LocalStorage>,
}

/// The page that a tab begins with. A tab that is handed round stays so after a reload, even at another
/// address that somebody has typed.
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
        clock::write_dates();
        let now = clock::now();
        let workspace = Workspace::open(BrowserStore, new_id(now), now);
        let save_state = match workspace.trouble() {
            Some(trouble) => SaveState::NotSaved(trouble.clone()),
            None => SaveState::Untouched,
        };
        let notices = Notices::none();
        let library = Library::of(workspace, notices);
        let device = Device::unread(library, notices);
        let open = OpenRecord::nothing(library, device, notices, save_state);
        let state = Handle::on(Everything {
            notices,
            library,
            device,
            open,
            survey: SurveyDesk::of(open),
            meetings: Meetings::of(open),
            jobs: StoredValue::new(None),
            route: RwSignal::new(Route::Home),
            left_at: StoredValue::new(None),
            incoming: RwSignal::new(Vec::new()),
            reading: RwSignal::new(false),
            drops: StoredValue::new_local(None),
            dropped: StoredValue::new_local(None),
        });
        state.device.glance_at_settings();
        state.visit(still_handed_round(address::first()));
        address::listen(move |visit| state.visit(visit));
        state.listen_for_leaving();
        state.listen_to_other_tabs();
        state.listen_for_drops();
        state
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        address::go(route);
    }

    fn visit(self, visit: Visit) {
        self.left_at.set_value(visit.left_at);
        self.arrive(visit.route);
    }

    /// How far down the present page was scrolled when it was last left, in pixels. `None` for a page
    /// to which the person has not come back, and after the first call.
    pub fn take_left_at(self) -> Option<f64> {
        self.left_at.try_update_value(Option::take).flatten()
    }

    /// Opens what the page at `route` needs, then shows it. While the code for records is not here, the
    /// page brings that code, and its record is opened then.
    fn arrive(self, route: Route) {
        if self.holds_kiosk(&route) {
            return;
        }
        leave_field();
        let _ = self.do_now(Job::Arrive(route.clone()));
        if matches!(route, Route::Home | Route::Bin | Route::Open | Route::Settings) {
            self.library.refresh();
        }
        self.let_files_go(&route);
        self.notices.let_go();
        if route.is_kiosk() {
            share::keep_draft(HANDED_ROUND, &route.to_string());
        } else {
            share::drop_draft(HANDED_ROUND);
        }
        self.route.set(route);
    }

    /// Today in the reader's time zone.
    pub fn today(self) -> Date {
        clock::today()
    }

    /// The present moment, by this device's clock.
    pub fn now(self) -> Timestamp {
        clock::now()
    }
}

/// The built-in cards, characteristics and ways to contribute, read once.
pub fn learning() -> &'static Framework {
    static LEARNING: LazyLock<Framework> = LazyLock::new(framework::learning);
    &LEARNING
}

/// Takes the focus out of the field that is being typed into, so that the field tells its last text
/// while its page is still there.
fn leave_field() {
    let active = document().active_element();
    if let Some(field) = active.as_ref().and_then(|active| active.dyn_ref::<HtmlElement>()) {
        let _ = field.blur();
    }
}
