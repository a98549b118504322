//! How many learning interviews and learning days there were, of how many there are to be.

use leptos::prelude::*;

use crate::person::Counts;
use crate::web::state::State;
use crate::web::ui::element::{El, derived, el, p};
use crate::web::ui::meter::bar;
use crate::words::person as say;

/// Both counts as bars.
pub fn meters(state: State) -> El {
    let counts = derived(move || state.open.book(Counts::of));
    let held = derived(move || {
        let interviews = counts.get().interviews;
        (interviews.held as usize, interviews.a_year as usize)
    });
    let off = derived(move || {
        let days = counts.get().days;
        (days.hundredths as usize, days.a_year as usize * 100)
    });
    el("div")
        .class("meters")
        .child(bar(held, derived(move || say::interviews_held(&counts.get()))))
        .child(bar(off, derived(move || say::days_taken(&counts.get()))))
}

/// Both counts in sentences, for those who read the book without its entries.
pub fn sentences(counts: &Counts) -> El {
    el("div").children(say::counted(counts).map(p))
}
