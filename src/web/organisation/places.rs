//! The addresses of an organisation's pages, and pages that last as long as their item.

use leptos::prelude::*;

use crate::form::List;
use crate::record::RecordKind;
use crate::route::{BookPage, Route};
use crate::web::shared::book::nothing_there;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{live, memo};

/// The address of a page of the open organisation.
pub fn route(state: State, page: BookPage) -> Route {
    Route::book(RecordKind::Organisation, &state.open.id(), page)
}

/// The view that `show` makes of an item. Once the item is gone, a note says that nothing is there.
pub fn while_there(
    list: &'static List,
    id: String,
    show: fn(StoredValue<String>) -> AnyView,
) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id);
    let there =
        memo(move || state.open.book(|book| kept.with_value(|id| book.item(list, id).is_some())));
    live(
        move || {
            if there.get() { untrack(|| show(kept)) } else { untrack(|| nothing_there(state)) }
        },
    )
}
