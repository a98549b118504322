//! The settings page: the person's name, the look, what is stored, backup, wording, and clearing the
//! device.

mod clear;

use leptos::prelude::*;

use crate::exchange::{TextSize, Theme, Wording};
use crate::route::Route;
use crate::web::shared::focus::focus_soon;
use crate::web::state::device::Fit;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, derived, el, link, live, p, quiet, section, text_el, together,
};
use crate::web::ui::field::{choice, text_field, tick};
use crate::web::ui::meter::bar;
use crate::words::device::settings as say;

/// What most browsers let one site keep in localStorage, in characters.
const ROOM: usize = 5_000_000;

/// The page with everything that is for this device rather than for one record.
pub fn settings() -> AnyView {
    let state = use_state();
    el("div")
        .class("column")
        .child(text_el("h1", say::HEADING))
        .child(writer(state))
        .child(look(state))
        .child(storage(state))
        .child(wording_pack(state))
        .child(clear::clear(state))
        .into()
}

fn writer(state: State) -> El {
    let name = derived(move || state.device.settings.with(|settings| settings.name.clone()));
    let rename = move |text| state.device.change_settings(|settings| settings.name = text);
    section("writer", say::YOUR_NAME).child(
        text_field(say::NAME_OR_INITIALS, name, rename)
            .hint(say::WHERE_YOUR_NAME_GOES)
            .autocomplete("name"),
    )
}

fn look(state: State) -> El {
    section("look", say::LOOK).child(theme(state)).child(text_size(state))
}

fn theme(state: State) -> El {
    let theme = derived(move || match state.device.settings.with(|settings| settings.theme) {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let choose = move |chosen| {
        let theme = match chosen {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        };
        state.device.change_settings(|settings| settings.theme = theme);
    };
    let options = &[("system", say::AS_DEVICE), ("light", say::LIGHT), ("dark", say::DARK)];
    choice(say::LIGHT_OR_DARK, options, theme, choose).class("choice")
}

fn text_size(state: State) -> El {
    let size = derived(move || match state.device.settings.with(|settings| settings.text_size) {
        TextSize::Small => "small",
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Largest => "largest",
    });
    let choose = move |chosen| {
        let size = match chosen {
            "small" => TextSize::Small,
            "large" => TextSize::Large,
            "largest" => TextSize::Largest,
            _ => TextSize::Normal,
        };
        state.device.change_settings(|settings| settings.text_size = size);
    };
    let options = &[
        ("small", say::SMALL),
        ("normal", say::NORMAL),
        ("large", say::LARGE),
        ("largest", say::LARGEST),
    ];
    choice(say::TEXT_SIZE, options, size, choose).class("choice")
}

fn storage(state: State) -> El {
    let to = |route: Route, text: &'static str| link(route, text).class("button secondary");
    let buttons = el("div")
        .class("buttons")
        .child(button(say::SAVE_EVERYTHING, move || {
            state.export_everything();
        }))
        .child(to(Route::Open, say::OPEN_FILE))
        .child(to(Route::Bin, say::BIN));
    section("storage", say::KEPT_HERE)
        .child(room(state))
        .children(promise(state))
        .child(text_el("h3", say::BACKUP))
        .child(
            el("p")
                .live_text(move || last_backup(state))
                .text([" ", say::WHAT_A_BACKUP_HOLDS, " "].concat())
                .live_text(move || binned(state)),
        )
        .child(buttons)
}

/// How much of the space in the browser is used, or that the browser lets Cairn keep nothing.
fn room(state: State) -> AnyView {
    live(move || {
        state.open.save_state.track();
        state.library.labels.track();
        let Some(used) = state.library.characters_used() else {
            return p(say::NOTHING_CAN_BE_KEPT).class("problem").into();
        };
        let words = say::space_used(used * 100 / ROOM);
        together(vec![
            bar(Signal::stored((used, ROOM)), Signal::stored(words)).into(),
            quiet(say::HOW_MUCH_SPACE).into(),
        ])
    })
}

/// Whether the browser has promised to keep what is stored, and a button to ask for that. The button
/// stays in its place while the answer comes, so that the focus stays on it.
fn promise(state: State) -> [El; 2] {
    let persisted = state.device.persisted();
    let words = move || {
        let words = match persisted.get() {
            Some(true) => say::PROMISED,
            Some(false) => say::NOT_PROMISED,
            None => say::PROMISE_NOT_KNOWN,
        };
        words.to_owned()
    };
    let ask = button(say::ASK_TO_KEEP, move || state.device.ask_to_keep(persisted))
        .class("secondary")
        .live_flag("hidden", move || persisted.get() != Some(false));
    [el("p").live_text(words), ask]
}

/// A sentence about what is in the bin, which a backup file leaves out; empty when nothing is.
fn binned(state: State) -> String {
    state.library.bin.with(|bin| match bin.is_empty() {
        true => String::new(),
        false => say::not_in_backup(bin),
    })
}

fn last_backup(state: State) -> String {
    if state.device.backup_has_wrong_time() {
        return say::BACKUP_AGE_NOT_KNOWN.to_owned();
    }
    match state.device.settings.with(|settings| settings.last_backup) {
        Some(last) => say::last_backup(last),
        None => say::NO_BACKUP.to_owned(),
    }
}

fn wording_pack(state: State) -> El {
    section("wording", say::WORDING).child(live(move || match state.device.wording.get() {
        Some(wording) => wording_here(state, &wording),
        None => together(vec![
            p(say::NO_WORDING_PACK).into(),
            link(Route::Open, say::OPEN_WORDING_PACK).class("button secondary").into(),
        ]),
    }))
}

/// The wording pack on this device. When it is switched on or off, the whole page is made anew in the
/// other words, so the focus is put back afterwards.
fn wording_here(state: State, wording: &Wording) -> AnyView {
    let mut parts = described(wording, &Fit::of(wording));
    let in_use = move || state.device.settings.with(|settings| !settings.wording_off);
    let switch = move |on| {
        state.device.switch_wording(on);
        focus_soon("[aria-labelledby=wording] input".to_owned());
    };
    let take_away = move || {
        state.device.set_wording(None);
        focus_soon("#wording".to_owned());
    };
    parts.push(tick(say::USE_ITS_WORDS, in_use, switch));
    parts.push(button(say::REMOVE_WORDING_PACK, take_away).class("secondary").into());
    together(parts)
}

/// What a wording pack has. The page that opens files and the settings say it in the same sentences.
pub fn described(wording: &Wording, fit: &Fit) -> Vec<AnyView> {
    let Fit { known, empty, all, unknown } = fit;
    let has = say::wording_pack(&wording.title, *known, *all);
    let unknown = (!unknown.is_empty()).then(|| p(say::words_not_used(unknown)).into());
    let empty = (*empty > 0).then(|| p(say::without_words(*empty)).into());
    [p(has).into()].into_iter().chain(empty).chain(unknown).collect()
}
