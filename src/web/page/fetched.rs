//! Pages whose code and style are fetched when one of them is first opened, so that the first page
//! comes sooner.
//!
//! The build cuts the program at the functions marked here: what only they need goes into files of
//! its own, together for all that name the same part. Once a part and its style sheets are here, its
//! pages open at once.
//!
//! With the first of them comes the code that reads and saves records, which no other page has. So
//! each says that it is here before its page stands.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::record::RecordKind;
use crate::route::{Route, SurveyPage};
use crate::web::page::book::new::new_book;
use crate::web::page::{
    answer, audit, bin, focus_heading, learner, open, organisation, settings, survey, team,
};
use crate::web::state::jobs::Job;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{button, el, live, p, text_el};
use crate::web::ui::sheet;

type Fetched<T> = Result<T, SplitLoaderError>;
type Coming<T> = Pin<Box<dyn Future<Output = Fetched<T>>>>;

#[wasm_split(audit, preload(fetch_audit), fallible)]
fn audit_part() -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(audit::audit_frame())
}

#[wasm_split(device, preload(fetch_device), fallible)]
fn device_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::Open => open::open(),
        Route::Settings => settings::settings(),
        _ => bin::bin(),
    })
}

#[wasm_split(answer, preload(fetch_answer), fallible)]
fn answer_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::Answer(token) => answer::answer(&token),
        _ => answer::kiosk(),
    })
}

#[wasm_split(survey, preload(fetch_survey), fallible)]
fn survey_part(page: SurveyPage) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match page {
        SurveyPage::Results => survey::results::results(),
        SurveyPage::Sheet => survey::sheet::sheet(),
        SurveyPage::Tally => survey::tally::tally(),
        SurveyPage::Summary => survey::summary::summary(),
        SurveyPage::Manage | SurveyPage::Kiosk => survey::manage::manage(),
    })
}

#[wasm_split(team, preload(fetch_team), fallible)]
fn team_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(kind) => new_book(kind),
        _ => team::team(),
    })
}

#[wasm_split(learner, preload(fetch_learner), fallible)]
fn learner_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(kind) => new_book(kind),
        _ => learner::learner(),
    })
}

#[wasm_split(organisation, preload(fetch_organisation), fallible)]
fn organisation_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(kind) => new_book(kind),
        _ => organisation::organisation(),
    })
}

/// The style sheets of what has the frame of an audit or a book, by their names in the page.
const PAGES: &[&str] = &["pages"];

#[wasm_split(records, preload(fetch_records), fallible)]
fn records_part(state: State, job: Job) -> Fetched<()> {
    state.records_are_here();
    let _ = state.do_now(job);
    Ok(())
}

/// Does something with records: at once where their code is here, otherwise when it has come. Says so
/// if it does not come.
pub fn with_records(state: State, job: Job) {
    with_records_or(state, job, || ());
}

/// The same, with something to be done if the code does not come.
pub fn with_records_or(state: State, job: Job, or: impl FnOnce() + 'static) {
    let Err(job) = state.do_now(job) else { return };
    let mut coming: Coming<()> = Box::pin(records_part(state, job));
    let say = move |done: Fetched<()>| {
        if done.is_err() {
            state.tell_problem(NOT_DONE);
            or();
        }
    };
    match poll(&mut coming) {
        Poll::Ready(done) => say(done),
        Poll::Pending => spawn_local(async move { say(coming.await) }),
    }
}

const NOT_DONE: &str = "That could not be done yet: Cairn fetches some of itself when it is first needed, and this did not come. Please check your connection and try again; if that does not help, reload the page. Nothing was changed, and nothing is lost.";

/// Everything about a book: starting one, or the one that is open.
pub fn book_frame(kind: RecordKind, route: Route) -> AnyView {
    match kind {
        RecordKind::Team => fetched(
            &["pages", "team"],
            || Box::pin(fetch_team()),
            move || Box::pin(team_part(route.clone())),
        ),
        RecordKind::Learner => fetched(
            &["pages", "learner"],
            || Box::pin(fetch_learner()),
            move || Box::pin(learner_part(route.clone())),
        ),
        // Its meetings vote, and what they said is drawn, as in the survey.
        RecordKind::Organisation | RecordKind::Audit => fetched(
            &["pages", "answer", "survey", "organisation"],
            || Box::pin(fetch_organisation()),
            move || Box::pin(organisation_part(route.clone())),
        ),
    }
}

/// Everything about the open audit.
pub fn audit_frame() -> AnyView {
    fetched(PAGES, || Box::pin(fetch_audit()), || Box::pin(audit_part()))
}

/// What is about this device: opening files, the settings, the bin.
pub fn device_page(route: Route) -> AnyView {
    fetched(&[], || Box::pin(fetch_device()), move || Box::pin(device_part(route.clone())))
}

/// What the lead sees of a survey.
pub fn survey_page(page: SurveyPage) -> AnyView {
    fetched(&["survey"], || Box::pin(fetch_survey()), move || Box::pin(survey_part(page)))
}

/// What who answers a survey sees: a colleague on a device of their own, or the next at the kiosk.
pub fn answer_page(route: Route) -> AnyView {
    fetched(&["answer"], || Box::pin(fetch_answer()), move || Box::pin(answer_part(route.clone())))
}

/// Tells those who wait for a page's heading that a page has come late.
#[derive(Clone, Copy)]
pub struct Arrivals(RwSignal<()>);

impl Arrivals {
    /// Nothing has come late yet.
    pub fn new() -> Arrivals {
        Arrivals(RwSignal::new(()))
    }

    /// What calls this runs again when a page has come late.
    pub fn track(self) {
        self.0.track();
    }
}

/// Long enough for the page to be painted and read first.
const PAUSE: Duration = Duration::from_millis(400);

/// Fetches what will be wanted next while there is nothing else to do: the pages of an audit, and what
/// the home page offers for one, for those who have an audit or are about to begin.
pub fn fetch_ahead(state: State) {
    let wanted = Memo::new(move |_| match state.route.get() {
        Route::Home => !state.labels.with(Vec::is_empty),
        Route::New => true,
        _ => false,
    });
    Effect::new(move || {
        if wanted.get() {
            // If this fails, the page says so when it is opened.
            let ahead = || async { _ = all_of(PAGES, fetch_audit()).await };
            set_timeout(
                move || {
                    spawn_local(async { drop(fetch_records().await) });
                    spawn_local(ahead());
                },
                PAUSE,
            );
        }
    });
}

/// A page, once the part with its code and its style sheets are here; until then a word about that.
///
/// `part` fetches, and `page` must come from the function that it fetches for: each of those knows
/// by itself whether its part is here.
fn fetched(
    sheets: &'static [&'static str],
    part: impl Fn() -> Coming<()> + Send + 'static,
    page: impl Fn() -> Coming<AnyView> + Send + 'static,
) -> AnyView {
    let arrivals: Arrivals = expect_context();
    let failed = RwSignal::new(false);
    let asked_again = StoredValue::new(false);
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
                return page;
            }
            // What has answered cannot be asked again.
            let coming = if here { part() } else { coming };
            spawn_local(async move {
                failed.try_set(!all_of(sheets, coming).await);
                arrivals.0.notify();
                // The button that was pressed is gone.
                if asked_again.try_get_value() == Some(true) {
                    request_animation_frame(focus_heading);
                }
            });
            waiting()
        })
    })
}

/// Fetches a part and its style sheets, side by side; true when all are here.
async fn all_of(sheets: &[&str], part: impl Future<Output = Fetched<()>>) -> bool {
    let sheets = sheet::ask_for(sheets);
    let part = part.await;
    sheets.await && part.is_ok()
}

/// Asks once: what has been fetched before is there at once.
fn poll<T>(coming: &mut Coming<T>) -> Poll<Fetched<T>> {
    coming.as_mut().poll(&mut Context::from_waker(Waker::noop()))
}

fn waiting() -> AnyView {
    el("p").class("column waiting").attr("role", "status").text("Opening…").into()
}

fn not_here(failed: RwSignal<bool>) -> AnyView {
    el("div")
        .class("column")
        .child(text_el("h1", "This page could not be fetched"))
        .child(p("Cairn fetches some of its pages when they are first opened, and this one did not come. Please check your connection and try again; if that does not help, reload the page. Nothing that you have saved is lost."))
        .child(
            el("div")
                .class("buttons")
                .child(button("Try again", move || failed.set(false)))
                .child(button("Reload", || drop(window().location().reload())).class("secondary")),
        )
        .into()
}
