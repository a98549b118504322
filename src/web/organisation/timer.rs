//! The timer of a session, large enough for everyone in the room.

use leptos::prelude::*;

use crate::organisation::session::USUAL_MINUTES;
use crate::web::organisation::held::of;
use crate::web::state::State;
use crate::web::ui::element::{El, button, el, live_if, memo, quiet, section};
use crate::words::organisation as say;

/// The time that is left, and buttons to start and stop it.
pub fn timer(state: State, id: StoredValue<String>) -> El {
    let minutes = memo(move || of(id, |session| session.minutes()).unwrap_or(USUAL_MINUTES));
    let timer = move || id.with_value(|id| state.meetings.timer(id, minutes.get()));
    let left = memo(move || id.with_value(|id| state.meetings.time_left(id, minutes.get())));
    let running = memo(move || timer().is_running());
    let new = memo(move || timer().is_new());
    let start = move || {
        let about = untrack(|| of(id, |session| say::title(session.title())));
        id.with_value(|id| {
            state.meetings.start_timer(id, minutes.get_untracked(), &about.unwrap_or_default());
        });
    };
    let pause = move || id.with_value(|id| state.meetings.pause_timer(id, minutes.get_untracked()));
    let go = live_if(move || {
        Some(match (running.get(), new.get()) {
            (true, _) => button(say::sessions::PAUSE, pause),
            (false, true) => button(say::sessions::START_TIMER, start),
            (false, false) => button(say::sessions::GO_ON, start),
        })
    });
    let reset =
        button(say::sessions::RESET, move || id.with_value(|id| state.meetings.reset_timer(id)))
            .class("secondary")
            .live_flag("disabled", move || new.get());
    // Screen readers do not read every second: notices tell when five minutes are left and when the
    // time is up.
    let words = move || say::sessions::left_or_over(left.get()).to_owned();
    section("timer", say::sessions::TIME)
        .class("timer")
        .child(
            el("p")
                .attr("role", "timer")
                .attr("aria-live", "off")
                .live_attr("class", move || Some(state_of(left.get()).to_owned()))
                .child(el("span").class("digits").live_text(move || digits(left.get())))
                .child(el("span").live_text(words)),
        )
        .child(el("div").class("buttons").child(go).child(reset))
        .child(quiet(say::sessions::HOW_THE_TIMER_RUNS))
}

fn state_of(left: i64) -> &'static str {
    if left <= 0 { "time up" } else { "time" }
}

/// Minutes and seconds, without a sign; `left` is in seconds.
fn digits(left: i64) -> String {
    let left = left.abs();
    format!("{}:{:02}", left / 60, left % 60)
}
