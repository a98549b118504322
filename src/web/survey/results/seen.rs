//! The results, while they may be seen.

use leptos::prelude::*;

use crate::survey::results::Results;
use crate::web::ui::element::{live, nothing};

/// The results; `None` while none may be seen.
pub type Seen = Memo<Option<Results>>;

/// A view of the results, rebuilt when they change; empty while none may be seen.
pub fn shown(seen: Seen, view: impl Fn(&Results) -> AnyView + Send + 'static) -> AnyView {
    live(move || seen.with(|results| results.as_ref().map_or_else(nothing, &view)))
}
