//! Asking again: a new survey in place of one that is closed. What the old one has counted goes with it,
//! so that has to be kept as a round first, or be let go on purpose.

use leptos::prelude::*;

use crate::organisation::many;
use crate::survey::Asked;
use crate::web::page::focus_soon;
use crate::web::page::survey::open_form::open_form;
use crate::web::state::{State, learning};
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{El, button, el, live, memo, section};

/// The section; none in an audit, whose next survey is next year's.
pub fn anew(state: State) -> Option<El> {
    if state.asked() == Asked::Indicators {
        return None;
    }
    let asks = RwSignal::new(false);
    let opening = RwSignal::new(false);
    let kept = memo(move || is_over(state));
    let said = move || {
        if kept.get() {
            "What people have said is kept as a round, so you can ask again whenever you like."
        } else {
            "To ask again, first keep what people have said as a round, on the page with the characteristics. A new survey takes the place of this one."
        }
    };
    let open = move || {
        opening.set(true);
        focus_soon("#anew ~ form input".to_owned());
    };
    let pressed = move || if kept.get_untracked() { open() } else { asks.set(true) };
    let form = live(move || {
        if opening.get() {
            untrack(|| open_form().into())
        } else {
            let ask = button("Ask again: a new survey", pressed).class("secondary");
            el("div").class("buttons").child(ask).into()
        }
    });
    Some(
        section("anew", "Ask again")
            .class("on-screen")
            .child(el("p").live_text(move || said().to_owned()))
            .child(form)
            .child(confirm(
                asks,
                "Let go of what this survey has counted?".to_owned(),
                "It is not all kept as a round. When the new survey is opened, the answers to this one go for good, and answers that still arrive cannot be counted.",
                "Let them go",
                open,
            )),
    )
}

/// True when nothing is lost with the survey: all that was counted is kept, or nothing was counted.
fn is_over(state: State) -> bool {
    state.book(|book| {
        let counted = book.collected().map_or(0, |collected| collected.responses());
        counted == 0 || many::is_kept(learning(), book)
    })
}
