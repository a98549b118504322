//! The results while they may be seen.

use leptos::prelude::*;

use crate::survey::results::Results;
use crate::web::ui::element::{live, nothing};

/// The results, while they may show.
pub type Seen = Memo<Option<Results>>;

/// Something of the results, made anew when they change.
pub fn shown(seen: Seen, view: impl Fn(&Results) -> AnyView + Send + 'static) -> AnyView {
    live(move || seen.with(|results| results.as_ref().map_or_else(nothing, &view)))
}
