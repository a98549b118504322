//! Tells when a page that had to be fetched is here.

use leptos::prelude::*;

/// The signal for what waits for a page's heading: a page that had to be fetched is here.
#[derive(Clone, Copy, Default)]
pub struct Arrivals(RwSignal<()>);

impl Arrivals {
    /// What calls this runs again when a fetched page is here.
    pub fn track(self) {
        self.0.track();
    }

    /// Tells that a fetched page is here.
    pub fn tell(self) {
        self.0.notify();
    }
}
