//! Card sessions that are being held: their timers, and their votes. Both outlive the page that they
//! were begun on, and a reload. A timer belongs to its tab. A vote belongs to the device: two tabs with
//! a copy each could come to two results. Until it is revealed, a vote is in no record and shown
//! nowhere.

use leptos::prelude::*;

use crate::by_id::{ById, Ids};
use crate::moment::Timestamp;
use crate::organisation::ballot::Ballot;
use crate::organisation::timer::Timer;
use crate::web::state::handle::Handle;
use crate::web::state::library::Library;
use crate::web::state::notices::Notices;
use crate::web::state::open::{OpenRecord, Opened};

/// The timers and ballots of the sessions that are being held. Timers are kept by the session's id,
/// ballots by the record's and the session's.
pub type Meetings = Handle<Sessions>;

/// The data that [`Meetings`] points to.
pub struct Sessions {
    pub(super) notices: Notices,
    pub(super) library: Library,
    pub(super) open: OpenRecord,
    pub(super) timers: RwSignal<ById<Running>>,
    pub(super) ballots: RwSignal<ById<Ballot>>,
    pub(super) now: RwSignal<Timestamp>,
    pub(super) ticks: StoredValue<bool>,
    /// The names of the ballots that are in memory only, because the browser did not keep them.
    pub(super) unkept: RwSignal<Ids>,
    /// The id of the session whose votes have just been shown.
    pub(super) shown: StoredValue<Option<String>>,
    pub(super) follows_ballots: StoredValue<bool>,
    pub(super) guards_ballots: StoredValue<bool>,
}

/// A timer, and the name of its session.
#[derive(Clone, Default)]
pub(super) struct Running {
    pub(super) timer: Timer,
    pub(super) about: String,
}

impl Meetings {
    /// Made with no session being held.
    pub(super) fn of(open: OpenRecord) -> Meetings {
        let Opened { notices, library, .. } = *open;
        Handle::on(Sessions {
            notices,
            library,
            open,
            timers: RwSignal::new(ById::new()),
            ballots: RwSignal::new(ById::new()),
            now: RwSignal::new(Timestamp::default()),
            ticks: StoredValue::new(false),
            unkept: RwSignal::new(Ids::default()),
            shown: StoredValue::new(None),
            follows_ballots: StoredValue::new(false),
            guards_ballots: StoredValue::new(false),
        })
    }
}
