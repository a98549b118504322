//! Settings: who writes, how it looks, what is stored, backup and wording.

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
use crate::web::words;

/// What most browsers let one site keep in localStorage, in characters.
const ROOM: usize = 5_000_000;

/// The page with everything that is for this device rather than for one record.
pub fn settings() -> AnyView {
    let state = use_state();
    el("div")
        .class("column")
        .child(text_el("h1", "Settings"))
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
    section("writer", "Your name").child(
        text_field("Your name or initials (optional)", name, rename)
            .hint("Kept with what you write, and goes along in files, so that colleagues can tell who last changed something.")
            .autocomplete("name"),
    )
}

fn look(state: State) -> El {
    section("look", "Look").child(theme(state)).child(text_size(state))
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
    let options = &[("system", "As this device"), ("light", "Light"), ("dark", "Dark")];
    choice("Light or dark", options, theme, choose).class("choice")
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
    let options =
        &[("small", "Small"), ("normal", "Normal"), ("large", "Large"), ("largest", "Largest")];
    choice("Text size", options, size, choose).class("choice")
}

fn storage(state: State) -> El {
    let to = |route: Route, text: &'static str| link(route, text).class("button secondary");
    let buttons = el("div")
        .class("buttons")
        .child(button("Save everything as a file", move || {
            state.export_everything();
        }))
        .child(to(Route::Open, "Open a file"))
        .child(to(Route::Bin, "The bin"));
    section("storage", "What is kept on this device")
        .child(room(state))
        .children(promise(state))
        .child(text_el("h3", "Backup"))
        .child(
            el("p")
                .live_text(move || last_backup(state))
                .text(" A backup file holds your audits, teams, people and organisations, your settings and your wording pack.")
                .live_text(move || binned(state, ".")),
        )
        .child(buttons)
}

/// How much of the room in the browser is used.
fn room(state: State) -> AnyView {
    live(move || {
        state.open.save_state.track();
        state.library.labels.track();
        let Some(used) = state.library.characters_used() else {
            return p("This browser does not let the page keep anything.").class("problem").into();
        };
        let words = match used * 100 / ROOM {
            0 => "Less than 1% of the room is used.".to_owned(),
            percent => format!("{percent}% of the room is used."),
        };
        together(vec![
            bar(Signal::stored((used, ROOM)), Signal::stored(words)).into(),
            quiet("The room is what most browsers allow one web site: about five million characters, and Cairn folds long audits to about a third of their size.").into(),
        ])
    })
}

/// Whether the browser has promised to keep it, and a button to ask for that. The button stays in
/// its place while the answer comes, so that the focus stays on it.
fn promise(state: State) -> [El; 2] {
    let persisted = state.device.persisted();
    let words = move || {
        let words = match persisted.get() {
            Some(true) => "The browser has promised not to clear it by itself.",
            Some(false) => "The browser may clear it when the device runs short of room.",
            None => "The browser does not tell whether it may clear it by itself.",
        };
        words.to_owned()
    };
    let ask = button("Ask the browser to keep it", move || state.device.ask_to_keep(persisted))
        .class("secondary")
        .live_flag("hidden", move || persisted.get() != Some(false));
    [el("p").live_text(words), ask]
}

/// What a file with everything leaves out, if anything.
fn binned(state: State, end: &str) -> String {
    state.library.bin.with(|bin| match bin.is_empty() {
        true => String::new(),
        false => {
            [" What is in the bin (", &words::count_of(bin), ") is not in the file", end].concat()
        }
    })
}

fn last_backup(state: State) -> String {
    if state.device.backup_has_wrong_time() {
        return "The clock of this device was wrong when the last backup file was made, so it is not known how old that is.".to_owned();
    }
    match state.device.settings.with(|settings| settings.last_backup) {
        Some(last) => {
            let (day, time) = (words::day_of(last), words::time_of(last));
            ["The last backup file was made on ", &day, ", ", &time, "."].concat()
        }
        None => "No backup file has been made on this device yet.".to_owned(),
    }
}

fn wording_pack(state: State) -> El {
    section("wording", "Wording").child(live(move || match state.device.wording.get() {
        Some(wording) => wording_here(state, &wording),
        None => together(vec![
            p("The questions and indicators are in Cairn’s own plain words. If you have a wording pack, such as the publisher’s official wording, open it like any other file.").into(),
            link(Route::Open, "Open a wording pack").class("button secondary").into(),
        ]),
    }))
}

/// The wording pack on this device. When it is switched the whole page is made anew in the other
/// words, so the focus is put back afterwards.
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
    parts.push(tick("Use its words", in_use, switch));
    parts.push(button("Take the wording pack away", take_away).class("secondary").into());
    together(parts)
}

/// What a wording pack has: the same words before it is taken in and afterwards.
pub fn described(wording: &Wording, fit: &Fit) -> Vec<AnyView> {
    let title = match wording.title.trim() {
        "" => String::new(),
        title => format!(", “{title}”"),
    };
    let Fit { known, empty, all, unknown } = fit;
    let has = format!(
        "A wording pack{title}: other words for {known} of {all} texts of the framework. The others keep Cairn’s words."
    );
    let unknown = (!unknown.is_empty()).then(|| {
        let unused = "It has words for ids that the framework does not have; they are not used: ";
        p([unused, &words::some(unknown), "."].concat()).into()
    });
    let empty = (*empty > 0).then(|| {
        let texts = words::count(*empty, "text", "texts");
        p(["For ", &texts, " the pack has no words. Cairn’s own stay there."].concat()).into()
    });
    [p(has).into()].into_iter().chain(empty).chain(unknown).collect()
}
