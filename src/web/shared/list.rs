//! Lists of items of the open record, shown as cards.

use leptos::prelude::*;

use crate::form::List;
use crate::records::Record;
use crate::web::state::use_state;
use crate::web::ui::element::{el, keyed, live_if, memo, p, together};

/// The ids of all items of a list of the open record, in the order in which they were made.
pub fn all(list: &'static List) -> Memo<Vec<String>> {
    let open = use_state().open;
    memo(move || {
        open.record(|record| record.items(list).iter().map(|item| item.id.clone()).collect())
    })
}

/// The ids of the items of a list of the open record, as `in_turn` gives them. The order is made anew
/// when items come or go, and not while somebody types, so that nothing moves under their hands.
pub fn in_turn(
    list: &'static List,
    in_turn: impl Fn(&Record) -> Vec<String> + Send + Sync + 'static,
) -> Memo<Vec<String>> {
    let open = use_state().open;
    let all = all(list);
    memo(move || {
        // Read so that this memo runs again when the ids change: a memo that nobody reads follows
        // nothing.
        all.with(|_| ());
        open.record_untracked(&in_turn)
    })
}

/// A card for each of these items; where there are none, `none` in their place.
pub fn cards(
    ids: Memo<Vec<String>>,
    none: impl Fn() -> &'static str + Send + 'static,
    card: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    together(vec![
        live_if(move || ids.with(Vec::is_empty).then(|| p(none()).class("empty"))),
        el("ul").class("cards").child(keyed(move || ids.get(), card)).into(),
    ])
}
