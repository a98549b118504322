//! Settings: who writes, how it looks, what is stored, backup, wording, and clearing the device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{TextSize, Theme};
use crate::route::Route;
use crate::web::io::{clock, files};
use crate::web::state::use_state;
use crate::web::ui::dialog::Dialog;
use crate::web::ui::field::{Choice, TextField, Tick};
use crate::web::ui::meter::Meter;
use crate::web::words;

/// What most browsers let one site keep in localStorage, in characters.
const ROOM: usize = 5_000_000;

#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="column">
            <h1>"Settings"</h1>
            <Writer />
            <Look />
            <Storage />
            <WordingPack />
            <Clear />
        </div>
    }
}

#[component]
fn Writer() -> impl IntoView {
    let state = use_state();
    view! {
        <section aria-labelledby="writer">
            <h2 id="writer">"Your name"</h2>
            <TextField
                label="Your name or initials (optional)"
                hint="Put beside what you write, so that colleagues can tell who wrote what. It stays in the audit and goes along in its files."
                autocomplete="name"
                value=Signal::derive(move || state.settings.with(|settings| settings.name.clone()))
                on_input=move |text: String| state.change_settings(|settings| settings.name = text)
            />
        </section>
    }
}

#[component]
fn Look() -> impl IntoView {
    let state = use_state();
    let theme = Signal::derive(move || match state.settings.with(|settings| settings.theme) {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let size = Signal::derive(move || match state.settings.with(|settings| settings.text_size) {
        TextSize::Small => "small",
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Largest => "largest",
    });
    view! {
        <section aria-labelledby="look">
            <h2 id="look">"Look"</h2>
            <Choice
                legend=ViewFnOnce::from(|| "Light or dark")
                options=&[("system", "As this device"), ("light", "Light"), ("dark", "Dark")]
                value=theme
                on_change=move |chosen: &'static str| {
                    state.change_settings(|settings| settings.theme = match chosen {
                        "light" => Theme::Light,
                        "dark" => Theme::Dark,
                        _ => Theme::System,
                    });
                }
            />
            <Choice
                legend=ViewFnOnce::from(|| "Text size")
                options=&[("small", "Small"), ("normal", "Normal"), ("large", "Large"), ("largest", "Largest")]
                value=size
                on_change=move |chosen: &'static str| {
                    state.change_settings(|settings| settings.text_size = match chosen {
                        "small" => TextSize::Small,
                        "large" => TextSize::Large,
                        "largest" => TextSize::Largest,
                        _ => TextSize::Normal,
                    });
                }
            />
        </section>
    }
}

#[component]
fn Storage() -> impl IntoView {
    let state = use_state();
    let persisted = RwSignal::new(None::<bool>);
    spawn_local(async move { persisted.set(files::persisted().await) });
    let used = Signal::derive(move || {
        state.save_state.track();
        state.labels.track();
        state.characters_used()
    });
    let ask = move |_| {
        spawn_local(async move {
            let granted = files::persist().await;
            persisted.set(granted);
            if granted == Some(false) {
                state.tell("The browser did not promise it. Many do so only after a few visits, or once the page is on the home screen.");
            }
        });
    };
    let back_up = move |_| {
        state.export_everything();
    };
    view! {
        <section aria-labelledby="storage">
            <h2 id="storage">"What is kept on this device"</h2>
            {move || match used.get() {
                Some(used) => view! {
                    <Meter value=Signal::stored((used.div_ceil(1_000), ROOM / 1_000)) words="thousand characters used" />
                    <p class="quiet">"The room is what most browsers allow one web site."</p>
                }.into_any(),
                None => view! { <p class="problem">"This browser does not let the page keep anything."</p> }.into_any(),
            }}
            {move || match persisted.get() {
                Some(true) => view! { <p>"The browser has promised not to clear it by itself."</p> }.into_any(),
                Some(false) => view! {
                    <p>"The browser may clear it when the device runs short of room."</p>
                    <button type="button" class="secondary" on:click=ask>"Ask the browser to keep it"</button>
                }.into_any(),
                None => view! { <p>"The browser does not tell whether it may clear it by itself."</p> }.into_any(),
            }}
            <h3>"Backup"</h3>
            <p>
                {move || state.settings.with(|settings| match settings.last_backup {
                    Some(last) => format!("The last backup file was made on {}, {}.", clock::day_of(last), clock::time_of(last)),
                    None => "No backup file has been made on this device yet.".to_owned(),
                })}
                " It holds every audit and your settings."
            </p>
            <div class="buttons">
                <button type="button" on:click=back_up>"Save everything as a file"</button>
                <a class="button secondary" href=Route::Open.to_string()>"Open a file"</a>
                <a class="button secondary" href=Route::Bin.to_string()>"The bin"</a>
            </div>
        </section>
    }
}

#[component]
fn WordingPack() -> impl IntoView {
    let state = use_state();
    let on = Signal::derive(move || state.settings.with(|settings| !settings.wording_off));
    let content = move || match state.wording.get() {
        None => view! {
            <p>
                "The questions and indicators are in Cairn’s own plain words. If you have a wording pack, such as the publisher’s official wording, open it like any other file."
            </p>
            <a class="button secondary" href=Route::Open.to_string()>"Open a wording pack"</a>
        }
        .into_any(),
        Some(wording) => {
            let unknown = state.unknown_in_wording();
            let title = if wording.title.is_empty() { "a wording pack without a title".to_owned() } else { wording.title };
            view! {
                <p>{format!("On this device: {title}, with {}.", words::count(wording.texts.len(), "text", "texts"))}</p>
                {(!unknown.is_empty()).then(|| view! {
                    <p>{format!("Not used, because the framework does not have these ids: {}.", unknown.join(", "))}</p>
                })}
                <Tick label="Use its words" checked=on on_change=move |ticked: bool| state.switch_wording(ticked) />
                <button type="button" class="secondary" on:click=move |_| { state.set_wording(None); }>
                    "Take the wording pack away"
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section aria-labelledby="wording">
            <h2 id="wording">"Wording"</h2>
            {content}
        </section>
    }
}

#[component]
fn Clear() -> impl IntoView {
    let state = use_state();
    let asked = RwSignal::new(false);
    let save_and_clear = move |_| {
        if state.export_everything() {
            asked.set(false);
            state.clear_device();
        }
    };
    let clear = move |_| {
        asked.set(false);
        state.clear_device();
    };
    view! {
        <section aria-labelledby="clear">
            <h2 id="clear">"Clear this device"</h2>
            <p>"On a shared computer, take everything of yours away when you are done: audits, bin, copies and settings."</p>
            <button type="button" class="secondary" on:click=move |_| asked.set(true)>"Clear this device"</button>
            <Dialog open=asked heading="Clear this device?">
                <p>"Everything that Cairn keeps in this browser goes away, and cannot be had back from here. A file can be opened again on any device."</p>
                <div class="buttons">
                    <button type="button" class="secondary" on:click=move |_| asked.set(false)>"Not now"</button>
                    <button type="button" on:click=save_and_clear>"Save everything as a file, then clear"</button>
                    <button type="button" class="danger" on:click=clear>"Clear without a file"</button>
                </div>
            </Dialog>
        </section>
    }
}
