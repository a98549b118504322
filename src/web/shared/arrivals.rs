//! Pages that come late.

use leptos::prelude::*;

/// Tells those who wait for a page's heading that a page has come late.
#[derive(Clone, Copy, Default)]
pub struct Arrivals(RwSignal<()>);

impl Arrivals {
    /// What calls this runs again when a page has come late.
    pub fn track(self) {
        self.0.track();
    }

    /// A page has come late.
    pub fn tell(self) {
        self.0.notify();
    }
}
