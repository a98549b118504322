//! What is for this device rather than for one record: settings, wording, room, and clearing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::answers::Answers;
use crate::exchange::{Settings, Wording};
use crate::framework::{Framework, built_in};
use crate::route::Route;
use crate::web::io::{clock, files, share};
use crate::web::state::{SaveState, State};

/// How the texts of a wording pack fit the framework.
pub struct Fit {
    /// How many of them have a text to stand for.
    pub known: usize,
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
        Fit { known: wording.texts.len() - unknown.len(), all, unknown }
    }
}

impl State {
    /// Changes the settings of this device.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
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

    fn use_wording(self) {
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

    /// How many days ago the last file with everything was made; `None` when there was none.
    pub fn days_since_backup(self) -> Option<i64> {
        let last = self.settings.with(|settings| settings.last_backup);
        last.map(|last| clock::now().days_since(last))
    }

    /// Takes away everything of Cairn's on this device.
    pub fn clear_device(self) {
        let mut cleared = Ok(());
        self.workspace.update_value(|workspace| cleared = workspace.clear());
        self.edited.update_value(|edited| edited.clear());
        self.close();
        self.end_meetings();
        share::drop_drafts();
        self.papers.set(Answers::new());
        self.settings.set(Settings::default());
        self.wording.set(None);
        self.use_wording();
        self.refresh_lists();
        match cleared {
            Ok(()) => {
                self.save_state.set(SaveState::Untouched);
                self.go(&Route::Home);
                self.tell("This device is clear: nothing of yours is left in this browser.");
            }
            Err(error) => {
                self.tell_problem(format!("Not everything could be cleared: {error}."));
            }
        }
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
