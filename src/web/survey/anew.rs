//! Asking again: a new survey replaces one that is closed, and the old counts go. The results that show
//! are kept as a round; answers that wait are lost, so the page asks first.

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

/// The section for asking again; `None` in an audit, whose next survey belongs to next year's audit.
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
    // Answers can still be brought in while the form is open. Then the form closes, and the button asks
    // about them first.
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

/// True when everything that may be seen is kept as a round, and what waits is too little to show.
fn stays_hidden(book: &Record) -> bool {
    let released = book.collected().and_then(Collected::released);
    released.is_none() && many::is_kept(learning(), book)
}
