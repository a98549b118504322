//! Fetches a part of the program with its style sheets, and shows its page once they are here, so that
//! the first page comes sooner.
//!
//! The build cuts the program at the functions that are marked in the `part` of each room: what only
//! they need goes into files of its own, together for all that name the same part. Once a part and its
//! style sheets are here, its pages open at once.
//!
//! The code that reads and saves records comes with the first part, and no other page has it. So each
//! part tells the state, before its page is shown, that this code is here.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use crate::web::shared::arrivals::Arrivals;
use crate::web::shared::focus::focus_heading_soon;
use crate::web::state::use_state;
use crate::web::ui::element::{button, el, live, p, text_el};
use crate::web::ui::sheet;
use crate::words::shared::fetching as say;

/// What came of fetching something.
pub type Fetched<T> = Result<T, SplitLoaderError>;

/// Something that is being fetched.
pub type Coming<T> = Pin<Box<dyn Future<Output = Fetched<T>>>>;

/// A page, once the part with its code and its style sheets are here; until then, a line that says that
/// it is coming.
///
/// `part` fetches the code of a split function, and `page` must call that same function: each split
/// function knows by itself whether its code is here.
pub fn fetched(
    sheets: &'static [&'static str],
    part: fn() -> Coming<()>,
    page: impl Fn() -> Coming<AnyView> + Send + 'static,
) -> AnyView {
    page_of_part(sheets, part, Box::new(page))
}

/// Compiled once for all parts.
#[inline(never)]
fn page_of_part(
    sheets: &'static [&'static str],
    part: fn() -> Coming<()>,
    page: Box<dyn Fn() -> Coming<AnyView> + Send>,
) -> AnyView {
    let arrivals: Arrivals = expect_context();
    let failed = RwSignal::new(false);
    let asked_again = StoredValue::new(false);
    // The button “Try again” is gone, so the focus goes to the heading that stands there now.
    let tell_of_heading = move || {
        arrivals.tell();
        focus_heading_soon();
    };
    live(move || {
        if failed.get() {
            asked_again.set_value(true);
            return not_here(failed);
        }
        untrack(|| {
            let mut coming = part();
            let here = poll(&mut coming).is_ready();
            if here
                && sheet::are_here(sheets)
                && let Poll::Ready(Ok(page)) = poll(&mut page())
            {
                // The part may have come by itself while the page said that it had not.
                if asked_again.get_value() {
                    tell_of_heading();
                }
                return page;
            }
            // A future that is ready cannot be polled again.
            let coming = if here { part() } else { coming };
            spawn_local(async move {
                failed.try_set(!all_of(sheets, coming).await);
                match asked_again.try_get_value() {
                    Some(true) => tell_of_heading(),
                    _ => arrivals.tell(),
                }
            });
            waiting()
        })
    })
}

/// Fetches a part and its style sheets, side by side; true when all are here.
pub async fn all_of(sheets: &[&str], part: impl Future<Output = Fetched<()>>) -> bool {
    let sheets = sheet::ask_for(sheets);
    let part = part.await;
    sheets.await && part.is_ok()
}

/// Polls once: what has been fetched before is ready at once.
pub fn poll<T>(coming: &mut Coming<T>) -> Poll<Fetched<T>> {
    coming.as_mut().poll(&mut Context::from_waker(Waker::noop()))
}

fn waiting() -> AnyView {
    el("p").class("column waiting").attr("role", "status").text(say::OPENING).into()
}

fn not_here(failed: RwSignal<bool>) -> AnyView {
    let state = use_state();
    let why = RwSignal::new("");
    spawn_local(async move {
        let found = state.why_not_fetched().await;
        why.try_set(found);
    });
    el("div")
        .class("column")
        .child(text_el("h1", say::NOT_HERE))
        .child(p(say::NOTHING_LOST))
        .child(el("p").attr("role", "status").live_text(move || why.get().to_owned()))
        .child(
            el("div")
                .class("buttons")
                .child(button(say::TRY_AGAIN, move || failed.set(false)))
                .child(
                    button(say::RELOAD, || drop(window().location().reload())).class("secondary"),
                ),
        )
        .into()
}
