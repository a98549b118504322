//! Fetches the code that reads and saves records, for pages that do not have it themselves.

use std::task::Poll;

use leptos::task::spawn_local;
use wasm_split_helpers::wasm_split;

use crate::web::shared::fetching::{Coming, Fetched, poll};
use crate::web::state::State;
use crate::web::state::jobs::Job;
use crate::words::shared::fetching as say;

#[wasm_split(records, preload(fetch_records), fallible)]
fn records_part(state: State, job: Job) -> Fetched<()> {
    state.records_are_here();
    let _ = state.do_now(job);
    Ok(())
}

/// Does a job: at once if the code for records is here, otherwise when it has come. Tells the person if
/// it does not come.
pub fn with_records(state: State, job: Job) {
    with_records_or(state, job, || ());
}

/// Does a job as [`with_records`] does, and calls `or` if the code does not come.
pub fn with_records_or(state: State, job: Job, or: impl FnOnce() + 'static) {
    let Err(job) = state.do_now(job) else { return };
    let mut coming: Coming<()> = Box::pin(records_part(state, job));
    let at_once = poll(&mut coming);
    spawn_local(async move {
        let done = match at_once {
            Poll::Ready(done) => done,
            Poll::Pending => coming.await,
        };
        if done.is_err() {
            let why = state.why_not_fetched().await;
            state.notices.tell_problem(say::not_done(why));
            or();
        }
    });
}

/// Fetches the code for records before it is asked for.
pub async fn fetch_ahead() {
    drop(fetch_records().await);
}
