//! What belongs to this device rather than to one record: settings, wording and storage.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::by_id::Ids;
use crate::exchange::{Backup, Settings, TextSize, Theme, Wording};
use crate::framework::{Framework, built_in};
use crate::record::Stamp;
use crate::web::io::{self, clock, files, new_id};
use crate::web::state::handle::Handle;
use crate::web::state::library::Library;
use crate::web::state::notices::Notices;
use crate::words::state::{self as say, device};

/// How the texts of a wording pack fit the framework.
pub struct Fit {
    /// How many of its texts have words, and replace a text of the framework.
    pub known: usize,
    /// How many of its texts name a text of the framework, and have no words.
    pub empty: usize,
    /// How many texts the framework has.
    pub all: usize,
    /// The ids in the pack that the framework does not have.
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

/// What the person chose for this device.
pub type Device = Handle<Choices>;

/// The data that [`Device`] points to.
pub struct Choices {
    library: Library,
    notices: Notices,
    /// What the person chose for this device.
    pub settings: RwSignal<Settings>,
    /// The wording pack on this device.
    pub wording: RwSignal<Option<Wording>>,
    /// The framework in its present words, once it has been asked for. A new one is made only when the
    /// wording changes, so each is kept for as long as the page lives.
    framework: RwSignal<Option<&'static Framework>>,
}

impl Device {
    /// Made with settings and wording that are still to be read.
    pub(super) fn unread(library: Library, notices: Notices) -> Device {
        Handle::on(Choices {
            library,
            notices,
            settings: RwSignal::new(Settings::default()),
            wording: RwSignal::new(None),
            framework: RwSignal::new(None),
        })
    }

    /// Reads only those settings that the first page shows; the rest is read with the code for records.
    pub(super) fn glance_at_settings(self) {
        let last_backup = io::last_backup();
        self.settings.update(|settings| settings.last_backup = last_backup);
    }

    /// The framework in its present words.
    pub fn framework(self) -> &'static Framework {
        self.follow_wording();
        self.framework_now()
    }

    /// What calls this runs again when the framework gets other words.
    pub fn follow_wording(self) {
        self.framework.track();
    }

    /// The stamp of a change that is made now: the time, and the person's name.
    pub(super) fn stamp(self) -> Stamp {
        let by = self.settings.with_untracked(|settings| settings.name.trim().to_owned());
        Stamp { at: clock::now(), by }
    }

    /// A new id, and the stamp of something that is made now.
    pub fn made_now(self) -> (String, Stamp) {
        (new_id(clock::now()), self.stamp())
    }

    /// Changes the settings of this device.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.show_settings();
        let settings = self.settings.get_untracked();
        let mut saved = Ok(());
        self.library.workspace.update_value(|workspace| saved = workspace.save_settings(&settings));
        if let Err(error) = saved {
            self.notices.tell_problem(say::settings_not_saved(&error));
        }
    }

    pub(super) fn read_settings(self) {
        let read =
            self.library.workspace.try_update_value(|workspace| workspace.settings(clock::now()));
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
        let read =
            self.library.workspace.try_update_value(|workspace| workspace.wording(clock::now()));
        self.wording.set(read.flatten());
        self.use_wording();
    }

    /// Puts a wording pack on this device, or takes it away, and uses it.
    pub fn set_wording(self, wording: Option<Wording>) {
        let mut saved = Ok(());
        self.library.workspace.update_value(|workspace| {
            saved = workspace.save_wording(wording.as_ref(), clock::now());
        });
        if let Err(error) = saved {
            self.notices.tell_problem(device::wording_not_saved(&error));
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

    /// Reads the wording pack for the first time. Nothing has been shown before in other words, so
    /// nothing that reads the framework has to run again.
    pub(super) fn read_first_wording(self) -> &'static Framework {
        let read =
            self.library.workspace.try_update_value(|workspace| workspace.wording(clock::now()));
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
                self.notices.tell(device::NOT_PROMISED);
            }
        });
    }

    /// Whether it is time to save another file of everything; `None` while it is not. Otherwise how
    /// many days ago the last one was made, or `Some(None)` when there is none, or none with a date
    /// that can be right.
    pub fn backup_is_due(self) -> Option<Option<i64>> {
        self.settings.with(|settings| settings.backup_is_due(clock::now()))
    }

    /// True when the date of the last file of everything is in the future.
    pub fn backup_has_wrong_time(self) -> bool {
        let now = clock::now();
        self.settings
            .with(|settings| settings.last_backup.is_some() && settings.backed_up_at(now).is_none())
    }

    /// Uses the settings of a backup. The date of this device's own last backup stays, unless the
    /// backup's is later.
    pub fn take_over_settings(self, backup: Settings) {
        let now = clock::now();
        self.change_settings(|current| {
            let last_backup = current.backed_up_at(now).max(backup.backed_up_at(now));
            *current = Settings { last_backup, ..backup };
        });
    }

    /// The settings and the wording for a file of everything, with now as the date of the last backup.
    pub(super) fn choices(self) -> Backup {
        let mut settings = self.settings.get_untracked();
        settings.last_backup = Some(clock::now());
        Backup { settings, wording: self.wording.get_untracked(), ..Backup::default() }
    }

    /// The settings for any other file, without the wording: it repeats the present settings, so that
    /// opening it changes none.
    pub(super) fn without_choices(self) -> Backup {
        Backup { settings: self.settings.get_untracked(), ..Backup::default() }
    }

    pub(super) fn ask_to_persist(self) {
        spawn_local(async {
            files::persist().await;
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
