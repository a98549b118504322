//! Asking again: a new survey in place of one that is closed. What the old one has counted goes with it,
//! so that has to be kept as a round first, or be let go on purpose.

use leptos::prelude::*;

use crate::organisation::many;
use crate::records::Record;
use crate::survey::{Asked, Collected};
use crate::web::shared::focus::focus_soon;
use crate::web::state::{State, learning};
use crate::web::survey::open_form::open_form;
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{El, button, el, live, memo, section};
use crate::words::survey::collect as say;

/// The section; none in an audit, whose next survey is next year's.
pub fn anew(state: State) -> Option<El> {
    if state.survey.asked() == Asked::Indicators {
        return None;
    }
    let asks = RwSignal::new(false);
    let opening = RwSignal::new(false);
    let let_go = RwSignal::new(false);
    let kept = memo(move || state.open.book(|book| many::is_all_kept(learning(), book)));
    let said = move || {
        if kept.get() {
            return say::ALL_KEPT;
        }
        if state.open.book(stays_hidden) { say::SOME_WAITS } else { say::KEEP_FIRST }
    };
    let open = move |signal: RwSignal<bool>| {
        signal.set(true);
        focus_soon("#anew ~ form input".to_owned());
    };
    let pressed = move || if kept.get_untracked() { open(opening) } else { asks.set(true) };
    // Answers can still be brought in while the form is open: then it is asked about these first.
    let shows = memo(move || let_go.get() || (opening.get() && kept.get()));
    let form = live(move || {
        if shows.get() {
            untrack(|| open_form().into())
        } else {
            let ask = button(say::START_AGAIN, pressed).class("secondary");
            el("div").class("buttons").child(ask).into()
        }
    });
    Some(
        section("anew", say::ASK_AGAIN)
            .class("on-screen")
            .child(el("p").live_text(move || said().to_owned()))
            .child(form)
            .child(confirm(
                asks,
                say::LOSE_ANSWERS.to_owned(),
                say::LOSE_ANSWERS_TEXT,
                say::LOSE_THEM,
                move || open(let_go),
            )),
    )
}

/// True when all that may be seen is kept, and what waits is too little to be seen as well.
fn stays_hidden(book: &Record) -> bool {
    let released = book.collected().and_then(Collected::released);
    released.is_none() && many::is_kept(learning(), book)
}
