//! A card in a list: it shows an item, and the fields that change the item unfold below.

use leptos::prelude::*;

use crate::web::shared::focus::focus_soon;
use crate::web::state::use_state;
use crate::web::ui::element::{El, el, live, nothing, text_el};
use crate::words::shared::fields as say;

/// Gives `card` the fields of the item with this id, which are made when they are first unfolded. Those
/// of an item that was just added are unfolded at once, and the focus goes into the first of them;
/// `unfolded` unfolds others as well. `called` gives the item's name, which screen readers hear after
/// “Change”.
pub fn changeable(
    card: El,
    id: &str,
    unfolded: bool,
    called: impl Fn() -> String + Send + 'static,
    fields: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    with_fields(card, id, unfolded, Box::new(called), Box::new(fields))
}

fn with_fields(
    card: El,
    id: &str,
    unfolded: bool,
    called: Box<dyn Fn() -> String + Send>,
    fields: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let fresh = use_state().open.fresh;
    let html_id = ["item-", id].concat();
    let is_fresh = fresh.with_untracked(|fresh| fresh.as_deref() == Some(id));
    let open = RwSignal::new(is_fresh || unfolded);
    if is_fresh {
        fresh.set(None);
        focus_soon(["#", &html_id, " :is(input, textarea)"].concat());
    }
    let summary = text_el("summary", say::CHANGE)
        .child(el("span").class("unseen").live_text(move || [" ", &called()].concat()));
    let change = el("details")
        .class("more")
        .live_flag("open", move || open.get_untracked())
        .on("toggle", move |_| {
            if !open.get_untracked() {
                open.set(true);
            }
        })
        .child(summary)
        .child(live(move || if open.get() { untrack(&fields) } else { nothing() }));
    card.attr("id", html_id).child(change).into()
}
