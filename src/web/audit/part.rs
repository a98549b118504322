//! The pages of an audit.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::web::audit;
use crate::web::shared::fetching::{Fetched, all_of, fetched};
use crate::web::state::use_state;

/// The style sheets of what has the frame of an audit, by their names in the page.
const PAGES: &[&str] = &["pages"];

#[wasm_split(audit, preload(fetch_audit), fallible)]
fn audit_part() -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(audit::audit_frame())
}

/// Everything about the open audit.
pub fn audit_frame() -> AnyView {
    fetched(PAGES, || Box::pin(fetch_audit()), || Box::pin(audit_part()))
}

/// Fetches the pages of an audit before they are asked for. If this fails, the page says so when it is
/// opened.
pub async fn fetch_ahead() {
    _ = all_of(PAGES, fetch_audit()).await;
}
