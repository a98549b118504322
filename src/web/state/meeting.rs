//! Card sessions that are being held: their timers, and votes that are being cast. Both outlive the page
//! that they were begun on, and a reload. A timer belongs to its tab. A vote belongs to the device, since
//! two tabs with a copy each could be carried on to two results. What is voted is in no record, and
//! shown nowhere, before it is revealed.

use leptos::prelude::*;

use crate::by_id::{ById, Ids};
use crate::moment::Timestamp;
use crate::organisation::ballot::Ballot;
use crate::organisation::timer::Timer;
use crate::web::state::handle::Handle;
use crate::web::state::library::Library;
use crate::web::state::notices::Notices;
use crate::web::state::open::{OpenRecord, Opened};

/// What belongs to the sessions that are being held: timers by their ids, ballots by their records as well.
pub type Meetings = Handle<Sessions>;

/// What is behind [`Meetings`].
pub struct Sessions {
    pub(super) notices: Notices,
    pub(super) library: Library,
    pub(super) open: OpenRecord,
    pub(super) timers: RwSignal<ById<Running>>,
    pub(super) ballots: RwSignal<ById<Ballot>>,
    pub(super) now: RwSignal<Timestamp>,
    pub(super) ticks: StoredValue<bool>,
    /// The votes of which the ballot is in memory alone, as the browser would not keep it.
    pub(super) unkept: RwSignal<Ids>,
    /// The session of which the votes have just been shown.
    pub(super) shown: StoredValue<Option<String>>,
    pub(super) follows_ballots: StoredValue<bool>,
    pub(super) guards_ballots: StoredValue<bool>,
}

/// A timer, and what its session is called.
#[derive(Clone, Default)]
pub(super) struct Running {
    pub(super) timer: Timer,
    pub(super) about: String,
}

impl Meetings {
    /// No session is being held.
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
