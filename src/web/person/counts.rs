//! How many learning interviews and days off the job there were, against how many there are to be.

use leptos::prelude::*;

use crate::learner::Counts;
use crate::learner::time::hundredths;
use crate::web::person::terms::days;
use crate::web::state::State;
use crate::web::ui::element::{El, derived, el, p};
use crate::web::ui::meter::bar;
use crate::web::words;

/// “2 of 3 learning interviews held”.
pub fn interviews(counts: &Counts) -> String {
    let (held, a_year) = (counts.interviews.held, counts.interviews.a_year);
    let held = held.to_string();
    match a_year {
        0 => [
            &words::count(
                counts.interviews.held as usize,
                "learning interview",
                "learning interviews",
            ),
            " held",
        ]
        .concat(),
        a_year => [&held, " of ", &a_year.to_string(), " learning interviews held"].concat(),
    }
}

/// “2.7 of 3 days off the job”.
pub fn off_the_job(counts: &Counts) -> String {
    match counts.days.a_year {
        0 => [&days(counts.days.hundredths), " off the job"].concat(),
        a_year => {
            [&hundredths(counts.days.hundredths), " of ", &days(a_year * 100), " off the job"]
                .concat()
        }
    }
}

/// Both as bars.
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
        .child(bar(held, derived(move || interviews(&counts.get()))))
        .child(bar(off, derived(move || off_the_job(&counts.get()))))
}

/// Both in sentences, for those who cannot count themselves.
pub fn sentences(counts: &Counts) -> El {
    el("div")
        .child(p([&interviews(counts), "."].concat()))
        .child(p([&off_the_job(counts), "."].concat()))
}
