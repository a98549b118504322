//! The part of the program with the pages of an audit.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::web::audit;
use crate::web::shared::fetching::{Fetched, all_of, fetched};
use crate::web::state::use_state;

/// The style sheets that the pages of an audit need, by their names in index.html.
const PAGES: &[&str] = &["pages"];

#[wasm_split(audit, preload(fetch_audit), fallible)]
fn audit_part() -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(audit::audit_frame())
}

/// The frame and the pages of the open audit, once the part is fetched.
pub fn audit_frame() -> AnyView {
    fetched(PAGES, || Box::pin(fetch_audit()), || Box::pin(audit_part()))
}

/// Fetches the part before a page of it is opened. If this fails, the page says so when it is opened.
pub async fn fetch_ahead() {
    _ = all_of(PAGES, fetch_audit()).await;
}
