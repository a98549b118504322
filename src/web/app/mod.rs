//! The whole app: which page is shown, and what is around every page: the header and the notices.

mod ahead;

use leptos::prelude::*;
use leptos::svg::svg;
use wasm_bindgen::JsCast;

use crate::record::RecordKind;
use crate::route::{AuditPage, BookPage, Route};
use crate::web::app::ahead::fetch_ahead;
use crate::web::chart::stone_shapes;
use crate::web::shared::arrivals::Arrivals;
use crate::web::shared::focus::{follow_route, skip_to_main};
use crate::web::shared::records::with_records;
use crate::web::state::jobs::Job;
use crate::web::state::{Notice, SaveState, State, use_state};
use crate::web::ui::element::{
    El, button, el, link, live, live_if, memo, nothing, p, text_el, together,
};

use crate::web::{answer, audit, device, home, organisation, person, team};
use crate::words::app as say;

/// Puts the app in place of the static shell.
pub fn mount() {
    #[cfg(not(panic = "immediate-abort"))]
    std::panic::set_hook(Box::new(|problem| leptos::logging::error!("{problem}")));
    let place: web_sys::HtmlElement = document()
        .get_element_by_id("app")
        .expect("index.html has a place for the app")
        .unchecked_into();
    place.set_inner_html("");
    mount_to(place, app).forget();
}

/// The whole app.
fn app() -> AnyView {
    let state = State::open();
    provide_context(state);
    let arrivals = Arrivals::default();
    provide_context(arrivals);
    follow_route(state, arrivals);
    fetch_ahead(state);
    keys(state);
    // The frame of a record stays while its pages change.
    let frame = memo(move || match state.route.get() {
        route if route.is_kiosk() => route,
        Route::Audit { id, .. } => Route::audit(&id, AuditPage::Overview),
        Route::Book { kind, id, .. } => Route::book(kind, &id, BookPage::Overview),
        route => route,
    });
    let shown = live(move || {
        state.device.follow_wording();
        let frame = frame.get();
        untrack(|| match frame {
            frame if frame.is_for_answering() => answer::part::answer_page(frame),
            Route::Home => home::home(),
            Route::New => home::new::new(),
            Route::Open | Route::Bin | Route::Settings => device::part::device_page(frame),
            Route::Audit { .. } => audit::part::audit_frame(),
            Route::Book { kind, .. } | Route::NewBook(kind) => book_frame(kind, frame),
            Route::Answer(_) | Route::Unknown => unknown(),
        })
    });
    // People who answer a survey see nothing of the organiser's pages.
    let answers = memo(move || state.route.with(Route::is_for_answering));
    let above = live(move || {
        if answers.get() {
            return nothing();
        }
        let skip = link("#main", say::SKIP).class("skip").on("click", skip_to_main);
        untrack(|| together(vec![skip.into(), header().into(), not_saved().into()]))
    });
    together(vec![
        above,
        el("main").attr("id", "main").attr("tabindex", "-1").child(shown).into(),
        live_if(move || (!answers.get()).then(|| untrack(notice_place))),
        el("p")
            .class("unseen")
            .attr("role", "status")
            .live_text(move || match answers.get() {
                true => String::new(),
                false => state.notices.announcement.get(),
            })
            .into(),
        stone_shapes(),
    ])
}

/// Everything about a book: starting one, or the one that is open.
fn book_frame(kind: RecordKind, route: Route) -> AnyView {
    match kind {
        RecordKind::Team => team::part::team_frame(route),
        RecordKind::Person => person::part::person_frame(route),
        RecordKind::Organisation | RecordKind::Audit => {
            organisation::part::organisation_frame(route)
        }
    }
}

/// What the keyboard does on any page: saves what is open as a file, where the browser would save the
/// page; and undoes and redoes, where the browser does not undo typing itself.
fn keys(state: State) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let is_typing = event.target().is_some_and(|target| {
            let element = target.unchecked_into::<web_sys::Element>();
            element
                .matches("textarea, input:not([type=radio]):not([type=checkbox])")
                .unwrap_or(false)
        });
        let route = state.route.get_untracked();
        let is_record = matches!(route, Route::Audit { .. } | Route::Book { .. });
        // Where the key has a letter of another script, its place on the keyboard counts.
        let key = event.key();
        let key = if key.is_ascii() { key } else { event.code().split_off(3) };
        let job = match key.to_ascii_lowercase().as_str() {
            "s" if !event.shift_key() => {
                event.prevent_default();
                if !event.repeat() && !route.is_for_answering() {
                    save_as_file(state, route);
                }
                return;
            }
            _ if is_typing || !is_record || route.is_kiosk() => return,
            "z" if event.shift_key() => Job::Redo,
            "z" => Job::Undo,
            "y" => Job::Redo,
            _ => return,
        };
        let _ = state.do_now(job);
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// Saves the record of a page as a file; on a page without a record, everything on this device.
fn save_as_file(state: State, route: Route) {
    let job = match route {
        Route::Audit { id, .. } | Route::Book { id, .. } => Job::Export(id),
        _ if state.library.labels.with_untracked(Vec::is_empty)
            && state.library.others.with_untracked(Vec::is_empty) =>
        {
            state.notices.tell(say::NOTHING_TO_SAVE);
            return;
        }
        _ => Job::ExportEverything,
    };
    with_records(state, job);
}

/// The outline of the small cairn in the header.
const MARK: &str = r#"<path d="M4 29c-2-1-2-6 1-7h22c3 1 3 6 1 7zM7 21c-2-1-2-5 1-6h16c3 1 3 5 1 6zM10 14c-2-1-2-5 1-6h10c3 1 3 5 1 6zM13 7c-2-1-1-4 1-5h4c3 1 3 4 1 5z"/>"#;

fn header() -> El {
    let state = use_state();
    let mark = svg().attr("viewBox", "0 0 32 32").attr("aria-hidden", "true").inner_html(MARK);
    let brand = el("a")
        .class("brand")
        .attr("href", "#/")
        .attr("aria-label", say::CAIRN_HOME)
        .child(mark.into_any())
        .child(text_el("span", say::CAIRN));
    let entry = move |route: Route, name: &'static str| {
        let target = route.clone();
        link(route, name)
            .live_attr("aria-current", move || (state.route.get() == target).then(|| "page".into()))
    };
    el("header").class("top").child(brand).children(save_state(state)).child(
        el("nav")
            .attr("aria-label", say::CAIRN)
            .child(entry(Route::Home, say::HOME))
            .child(entry(Route::Settings, say::SETTINGS)),
    )
}

/// Whether the person's changes are saved: shown at once, and read out only when it matters. “Saving…”
/// read out at every pause in typing would be a nuisance.
fn save_state(state: State) -> [El; 2] {
    let seen = move || match state.open.save_state.get() {
        SaveState::Untouched => "",
        SaveState::Saving => say::SAVING_NOW,
        SaveState::Saved(_) => say::SAVED,
        SaveState::NotSaved(_) => say::NOT_SAVED,
    };
    let time = move || match state.open.save_state.get() {
        SaveState::Saved(time) => format!(" {time}"),
        _ => String::new(),
    };
    let said = Memo::new(move |earlier: Option<&String>| match state.open.save_state.get() {
        SaveState::Saved(time) => say::saved_at(&time),
        SaveState::Saving => earlier.cloned().unwrap_or_default(),
        SaveState::Untouched | SaveState::NotSaved(_) => String::new(),
    });
    [
        el("p")
            .class("save-state")
            .attr("aria-hidden", "true")
            .live_text(move || seen().to_owned())
            .child(el("span").class("time").live_text(time)),
        el("p").class("unseen").attr("role", "status").live_text(move || said.get()),
    ]
}

/// Says that changes are not saved, why, and what to do.
fn not_saved() -> El {
    let state = use_state();
    let problem = memo(move || match state.open.save_state.get() {
        SaveState::NotSaved(problem) => problem.to_string(),
        _ => String::new(),
    });
    let banner = move || {
        let problem = problem.get();
        if problem.is_empty() {
            return None;
        }
        let text = el("p")
            .child(text_el("strong", say::NOT_SAVED_BECAUSE))
            .text(say::save_before_closing(&problem));
        let save_file = move || with_records(state, Job::ExportEverything);
        let try_again = move || with_records(state, Job::TryAgain);
        let buttons = el("div")
            .class("buttons")
            .child(button(say::SAVE_EVERYTHING, save_file))
            .child(button(say::TRY_AGAIN, try_again).class("secondary"));
        Some(
            el("section")
                .class("not-saved")
                .attr("aria-label", say::SAVING)
                .child(text)
                .child(buttons),
        )
    };
    el("div").class("alert-place").attr("role", "alert").child(live_if(banner))
}

fn notice_place() -> El {
    let state = use_state();
    let shown = move || {
        let notice = state.notices.notice.get()?;
        let (for_undo, for_closing) = (notice.clone(), notice.clone());
        let Notice { text, problem, undo } = notice;
        let undo = undo.map(|undo| {
            let words = undo.words();
            let undone = move || {
                state.notices.dismiss(&for_undo);
                with_records(state, Job::Reverse(undo.clone()));
            };
            button(words, undone).class("secondary")
        });
        let close =
            button(say::CLOSE, move || state.notices.dismiss(&for_closing)).class("secondary");
        Some(
            el("div")
                .class(if problem { "notice problem" } else { "notice" })
                .child(p(text))
                .child(el("div").class("buttons").maybe(undo).child(close)),
        )
    };
    el("div").class("notice-place").attr("role", "status").child(live_if(shown))
}

fn unknown() -> AnyView {
    el("div")
        .class("column")
        .child(text_el("h1", say::NO_SUCH_PAGE))
        .child(p(say::NO_SUCH_PAGE_TEXT))
        .child(el("p").child(link(Route::Home, say::GO_HOME).class("button")))
        .into()
}
