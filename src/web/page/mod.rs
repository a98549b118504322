//! The pages, one file each, and the frame around them: header, what is said, and where the focus
//! goes. Pages ask the state for everything.

mod about;
mod area;
mod audit;
mod bin;
mod evidence;
mod home;
mod new;
mod open;
mod overview;
mod plan;
mod report;
mod review;
mod settings;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::route::Route;
use crate::web::chart::StoneShapes;
use crate::web::state::{Notice, SaveState, State, use_state};

/// Puts the app in place of the static shell.
pub fn mount() {
    std::panic::set_hook(Box::new(|problem| {
        leptos::logging::error!("{problem}");
        tell_of_panic();
    }));
    let place: web_sys::HtmlElement = document()
        .get_element_by_id("app")
        .expect("index.html has a place for the app")
        .unchecked_into();
    place.set_inner_html("");
    mount_to(place, App).forget();
}

/// After a panic nothing on the page can be trusted to work; what was saved is safe.
fn tell_of_panic() {
    if let Some(place) = document().get_element_by_id("start-problem") {
        place.set_text_content(Some(
            "Cairn has stopped because of a mistake of ours. What you see as saved is saved: please reload this page.",
        ));
        let _ = place.remove_attribute("hidden");
    }
}

#[component]
fn App() -> impl IntoView {
    let state = State::open();
    provide_context(state);
    follow_settings(state);
    follow_route(state);
    keys(state);
    // The frame of an audit stays while its pages change.
    let frame = Memo::new(move |_| match state.route.get() {
        Route::Audit { id, .. } => Err(id),
        route => Ok(route),
    });
    let shown = move || {
        state.framework();
        match frame.get() {
            Ok(Route::Home) => view! { <home::Home /> }.into_any(),
            Ok(Route::New) => view! { <new::New /> }.into_any(),
            Ok(Route::Open) => view! { <open::Open /> }.into_any(),
            Ok(Route::Bin) => view! { <bin::Bin /> }.into_any(),
            Ok(Route::Settings) => view! { <settings::Settings /> }.into_any(),
            Ok(Route::Unknown | Route::Audit { .. }) => view! { <Unknown /> }.into_any(),
            Err(_) => view! { <audit::AuditFrame /> }.into_any(),
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>"Skip to the page"</a>
        <Header />
        <NotSaved />
        <main id="main" tabindex="-1">{shown}</main>
        <NoticePlace />
        <p class="unseen" role="status">{move || state.announcement.get()}</p>
        <StoneShapes />
    }
}

/// The fragment belongs to the routes, so the skip link moves the focus itself.
fn skip_to_main(event: web_sys::MouseEvent) {
    event.prevent_default();
    focus("#main");
}

/// Moves the focus to the first element that matches.
fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Shows the theme and the text size that the person chose.
fn follow_settings(state: State) {
    use crate::exchange::{TextSize, Theme};
    Effect::new(move || {
        let Some(root) = document().document_element() else { return };
        let (theme, size) =
            state.settings.with(|settings| (settings.theme, settings.text_size));
        let theme = match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let size = match size {
            TextSize::Small => "small",
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        };
        let _ = root.set_attribute("data-theme", theme);
        let _ = root.set_attribute("data-text-size", size);
    });
}

/// After a change of page: the title, the top of the page, and the focus on its heading. The first
/// page leaves the focus where the browser put it.
fn follow_route(state: State) {
    Effect::new(move |earlier: Option<Route>| {
        let route = state.route.get();
        let moved = earlier.is_some_and(|earlier| earlier != route);
        request_animation_frame(move || {
            let heading = document().query_selector("main h1").ok().flatten();
            if let Some(heading) = heading {
                let words = heading.text_content().unwrap_or_default();
                let title = if words == "Cairn" { words } else { format!("{words} – Cairn") };
                document().set_title(&title);
                if moved {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    let _ = heading.set_attribute("tabindex", "-1");
                    let _ = heading.unchecked_into::<web_sys::HtmlElement>().focus();
                }
            }
        });
        route
    });
}

/// Undo and redo from the keyboard, where the browser does not undo typing itself.
fn keys(state: State) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event.target().is_some_and(|target| {
            let element = target.unchecked_into::<web_sys::Element>();
            element.matches("textarea, input:not([type=radio]):not([type=checkbox])").unwrap_or(false)
        });
        let in_audit = matches!(*state.route.read_untracked(), Route::Audit { .. });
        if typing || !in_audit || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match event.key().as_str() {
            "z" | "Z" if event.shift_key() => state.redo(),
            "z" => state.undo(),
            "y" => state.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

#[component]
fn Header() -> impl IntoView {
    let state = use_state();
    let here = move |route: Route| (state.route.get() == route).then_some("page");
    let saved = move || match state.save_state.get() {
        SaveState::Untouched => "",
        SaveState::Saving => "Saving…",
        SaveState::Saved(_) => "Saved",
        SaveState::NotSaved(_) => "Not saved",
    };
    let time = move || match state.save_state.get() {
        SaveState::Saved(time) => format!(" {time}"),
        _ => String::new(),
    };
    // “Saving…” is for the eye only: read out at every pause in typing it would be a nuisance.
    let said = move || match state.save_state.get() {
        SaveState::Saved(time) => Some(format!("Saved {time}")),
        SaveState::Saving => None,
        SaveState::Untouched | SaveState::NotSaved(_) => Some(String::new()),
    };
    let said = Memo::new(move |earlier: Option<&String>| {
        said().unwrap_or_else(|| earlier.cloned().unwrap_or_default())
    });
    view! {
        <header class="top">
            <a class="brand" href="#/" aria-label="Cairn, home">
                <svg viewBox="0 0 32 32" aria-hidden="true">
                    <path d="M4 29c-2-1-2-6 1-7h22c3 1 3 6 1 7zM7 21c-2-1-2-5 1-6h16c3 1 3 5 1 6zM10 14c-2-1-2-5 1-6h10c3 1 3 5 1 6zM13 7c-2-1-1-4 1-5h4c3 1 3 4 1 5z" />
                </svg>
                <span>"Cairn"</span>
            </a>
            <p class="save-state" aria-hidden="true">{saved}<span class="time">{time}</span></p>
            <p class="unseen" role="status">{move || said.get()}</p>
            <nav aria-label="Cairn">
                <a href="#/" aria-current=move || here(Route::Home)>"Home"</a>
                <a href="#/settings" aria-current=move || here(Route::Settings)>"Settings"</a>
            </nav>
        </header>
    }
}

/// The truth about what is not saved, and what to do.
#[component]
fn NotSaved() -> impl IntoView {
    let state = use_state();
    let problem = Memo::new(move |_| match state.save_state.get() {
        SaveState::NotSaved(problem) => Some(problem.to_string()),
        _ => None,
    });
    let save_file = move |_| {
        state.export_everything();
    };
    view! {
        <div role="alert">
            {move || problem.get().map(|problem| view! {
                <section class="not-saved">
                    <p>
                        <strong>"Not saved: "</strong>
                        {problem}
                        ". What you write is kept in this page for now, and nothing is lost while it stays open. Save it as a file before you close it."
                    </p>
                    <div class="buttons">
                        <button type="button" on:click=save_file>"Save everything as a file"</button>
                        <button type="button" class="secondary" on:click=move |_| state.try_again()>
                            "Try again"
                        </button>
                    </div>
                </section>
            })}
        </div>
    }
}

#[component]
fn NoticePlace() -> impl IntoView {
    let state = use_state();
    let shown = move || {
        let notice = state.notice.get()?;
        let Notice { text, problem, undo } = notice.clone();
        let undo = undo.map(|undo| {
            let notice = notice.clone();
            let undone = move |_| {
                state.dismiss(&notice);
                state.reverse(undo.clone());
            };
            view! { <button type="button" class="secondary" on:click=undone>"Undo"</button> }
        });
        Some(view! {
            <div class="notice" class:problem=problem>
                <p>{text}</p>
                <div class="buttons">
                    {undo}
                    <button
                        type="button"
                        class="secondary"
                        on:click=move |_| state.dismiss(&notice)
                    >
                        "Close"
                    </button>
                </div>
            </div>
        })
    };
    view! { <div class="notice-place" role="status">{shown}</div> }
}

#[component]
fn Unknown() -> impl IntoView {
    view! {
        <div class="column">
            <h1>"There is no such page"</h1>
            <p>
                "The address does not lead to any page of Cairn. Perhaps it was cut short when it was copied. Nothing is lost."
            </p>
            <p><a class="button" href="#/">"Go to the home page"</a></p>
        </div>
    }
}
