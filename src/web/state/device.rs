//! What is for this device rather than for one record: settings, wording and room.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::answers::Ids;
use crate::exchange::{Settings, TextSize, Theme, Wording};
use crate::framework::{Framework, built_in};
use crate::web::io::{clock, files};
use crate::web::state::State;

/// How the texts of a wording pack fit the framework.
pub struct Fit {
    /// How many of them have a text to stand for, and words for it.
    pub known: usize,
    /// How many have a text to stand for, and no words.
    pub empty: usize,
    /// How many texts the framework has.
    pub all: usize,
    /// The ids that the framework does not have.
    pub unknown: Vec<String>,
}

impl Fit {
    /// How a wording pack fits.
    pub fn of(wording: &Wording) -> Fit {
        let (_, unknown) = built_in().reworded(&wording.texts);
        let all = built_in().text_ids().len();
        let ids: Ids = unknown.iter().cloned().collect();
        let is_empty =
            |(id, words): &(&String, &String)| words.trim().is_empty() && !ids.contains(id);
        let empty = wording.texts.iter().filter(is_empty).count();
        Fit { known: wording.texts.len() - unknown.len() - empty, empty, all, unknown }
    }
}

impl State {
    /// Changes the settings of this device.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.show_settings();
        let settings = self.settings.get_untracked();
        let mut saved = Ok(());
        self.workspace.update_value(|workspace| saved = workspace.save_settings(&settings));
        if let Err(error) = saved {
            self.tell_problem(format!("Your settings are not kept: {error}."));
        }
    }

    pub(super) fn read_settings(self) {
        let read = self.workspace.try_update_value(|workspace| workspace.settings(clock::now()));
        if let Some(settings) = read {
            self.settings.set(settings);
            self.show_settings();
        }
    }

    /// Shows the theme and the text size that the person chose. Before settings are read or changed
    /// here, early.js does.
    pub(super) fn show_settings(self) {
        let (theme, size) =
            self.settings.with_untracked(|settings| (settings.theme, settings.text_size));
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
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", theme);
            let _ = root.set_attribute("data-text-size", size);
        }
    }

    pub(super) fn read_wording(self) {
        let read = self.workspace.try_update_value(|workspace| workspace.wording(clock::now()));
        self.wording.set(read.flatten());
        self.use_wording();
    }

    /// Puts a wording pack on this device, or takes it away, and uses it.
    pub fn set_wording(self, wording: Option<Wording>) {
        let mut saved = Ok(());
        self.workspace.update_value(|workspace| {
            saved = workspace.save_wording(wording.as_ref(), clock::now());
        });
        if let Err(error) = saved {
            self.tell_problem(format!("The wording pack is not kept: {error}."));
        }
        self.wording.set(wording);
        self.change_settings(|settings| settings.wording_off = false);
        self.use_wording();
    }

    /// Switches the wording pack on or off.
    pub fn switch_wording(self, on: bool) {
        self.change_settings(|settings| settings.wording_off = !on);
        self.use_wording();
    }

    pub(super) fn use_wording(self) {
        self.framework.set(Some(self.make_framework()));
    }

    /// Reads the wording pack for the first time. Nothing has been shown in other words, so nothing
    /// has to be made anew.
    pub(super) fn read_first_wording(self) -> &'static Framework {
        let read = self.workspace.try_update_value(|workspace| workspace.wording(clock::now()));
        self.wording.set(read.flatten());
        let framework = self.make_framework();
        self.framework.update_untracked(|now| *now = Some(framework));
        framework
    }

    /// The framework in its present words, read once.
    pub(super) fn framework_now(self) -> &'static Framework {
        self.framework.get_untracked().unwrap_or_else(|| self.read_first_wording())
    }

    fn make_framework(self) -> &'static Framework {
        let off = self.settings.with_untracked(|settings| settings.wording_off);
        self.wording.with_untracked(|wording| framework_in(wording.as_ref().filter(|_| !off)))
    }

    /// The number of characters that Cairn keeps on this device.
    pub fn characters_used(self) -> Option<usize> {
        self.workspace.with_value(|workspace| workspace.characters_used()).ok()
    }

    /// Whether the browser will keep what is stored even when it runs short of room; `None` while
    /// that is not known, and where it cannot be asked.
    pub fn persisted(self) -> RwSignal<Option<bool>> {
        let persisted = RwSignal::new(None);
        spawn_local(async move { persisted.set(files::persisted().await) });
        persisted
    }

    /// Asks the browser to keep what is stored, and puts its answer into `persisted`.
    pub fn ask_to_keep(self, persisted: RwSignal<Option<bool>>) {
        spawn_local(async move {
            let granted = files::persist().await;
            persisted.set(granted);
            if granted == Some(false) {
                self.tell("The browser did not promise it. Many do so only after a few visits, or once the page is on the home screen.");
            }
        });
    }

    /// How many days ago a file with everything was last made, where it is time to make another.
    pub fn backup_is_due(self) -> Option<Option<i64>> {
        self.settings.with(|settings| settings.backup_is_due(clock::now()))
    }

    /// True when the last file with everything is said to be from the future.
    pub fn backup_has_wrong_time(self) -> bool {
        let now = clock::now();
        self.settings
            .with(|settings| settings.last_backup.is_some() && settings.backed_up_at(now).is_none())
    }

    /// Uses the settings of a backup. When this device made its own stays known.
    pub fn take_over_settings(self, backup: Settings) {
        let now = clock::now();
        self.change_settings(|current| {
            let last_backup = current.backed_up_at(now).max(backup.backed_up_at(now));
            *current = Settings { last_backup, ..backup };
        });
    }
}

/// The built-in framework, in the words of a pack where there is one.
fn framework_in(wording: Option<&Wording>) -> &'static Framework {
    let framework = match wording {
        Some(wording) => built_in().reworded(&wording.texts).0,
        None => built_in(),
    };
    Box::leak(Box::new(framework))
}
