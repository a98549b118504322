//! What is done to whole records and to the device: new, next year's, bin, import, export,
//! snapshots, settings, wording.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::answers::Answers;
use crate::audit::Audit;
use crate::exchange::envelope::{audit_text, backup_text};
use crate::exchange::{Backup, File, Settings, Wording, from_text};
use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::route::{AuditPage, Route};
use crate::web::io::{clock, files, new_id};
use crate::web::state::{Notice, Reversal, SaveState, State, framework_in};
use crate::web::words;
use crate::workspace::label::Label;
use crate::workspace::{OpenError, Snapshot, StoreError};

/// What to do with an audit that came in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Put it on this device.
    Add,
    /// Put it on this device beside the one with the same id.
    AddCopy,
    /// Put it in place of the one with the same id, of which a snapshot is kept.
    Replace,
    /// Leave it.
    Skip,
}

/// The id of the built-in example.
pub const EXAMPLE: &str = "example";

impl State {
    /// Starts a new audit and opens it.
    pub fn start_audit(self, name: &str, organisation: &str) {
        let id = new_id(clock::now());
        let framework = &self.framework.get_untracked().id;
        let audit = Audit::new(id.clone(), framework, name, organisation, self.stamp());
        self.keep(audit);
        self.ask_to_persist();
        self.go(&Route::audit(&id, AuditPage::Overview));
    }

    /// Starts next year's audit from the one with this id and opens it.
    pub fn start_next_year(self, id: &str, name: &str) {
        if let Some(mut audit) = self.read(id) {
            // What may be seen of the survey comes along, though nobody may have looked yet.
            audit.tally = audit.released().or(audit.tally);
            let next = audit.next_year(new_id(clock::now()), name, self.stamp());
            let id = next.id.clone();
            self.keep(next);
            self.go(&Route::audit(&id, AuditPage::Overview));
        }
    }

    /// Puts the filled-in example on this device and opens it.
    pub fn open_example(self) {
        spawn_local(async move {
            if !self.is_listed(EXAMPLE) {
                match files::fetch("example.json").await.map(|text| from_text(&text)) {
                    Ok(Ok(File::Audit(audit))) => {
                        self.keep(*audit);
                    }
                    Ok(Ok(_)) => self.tell_problem("The example is not an audit."),
                    Ok(Err(error)) => self.tell_problem(error.to_string()),
                    Err(reason) => {
                        self.tell_problem(format!(
                            "The example could not be fetched ({reason}). Are you online?"
                        ));
                    }
                }
            }
            if self.is_listed(EXAMPLE) {
                let _ = self.change_bin(EXAMPLE, false);
                self.go(&Route::audit(EXAMPLE, AuditPage::Overview));
            }
        });
    }

    /// Saves an audit that is not open; it is kept in memory when that fails. True when it is in
    /// the store.
    fn keep(self, mut audit: Audit) -> bool {
        let framework = self.framework.get_untracked();
        let mut saved = Ok(Vec::new());
        self.workspace.update_value(|workspace| {
            saved = workspace.save(&mut audit, &[], framework, clock::now());
        });
        self.refresh_lists();
        match saved {
            Ok(_) => true,
            Err(error) => {
                self.save_state.set(SaveState::NotSaved(error));
                false
            }
        }
    }

    /// Reads any audit on this device, the open one as it is now.
    fn read(self, id: &str) -> Option<Audit> {
        if self.with_untracked(|audit| audit.id == id) {
            return Some(self.with_untracked(Audit::clone));
        }
        let read = self.workspace.try_update_value(|workspace| workspace.audit(id, clock::now()));
        match read {
            Some(Ok(audit)) => Some(audit),
            Some(Err(error)) => {
                self.refresh_lists();
                self.tell_problem(could_not_open(&error));
                None
            }
            None => None,
        }
    }

    /// Puts an audit into the bin, with undo offered.
    pub fn put_in_bin(self, id: &str) {
        self.save_now();
        match self.change_bin(id, true) {
            Ok(()) => {
                self.go(&Route::Home);
                let text = "The audit is in the bin, and stays there for 30 days.";
                self.tell_with_undo(text, Reversal::Unbin(id.to_owned()));
            }
            Err(error) => self.tell_problem(could_not_open(&error)),
        }
    }

    /// The open audit was put into the bin in another window. What is written still goes with it.
    pub(super) fn tell_of_bin(self, id: &str) {
        let text = "This audit was put into the bin in another window. What you write is kept with it there; “Undo” has it back.";
        self.tell_with_undo(text, Reversal::Unbin(id.to_owned()));
    }

    /// Takes an audit out of the bin.
    pub fn take_from_bin(self, id: &str) {
        match self.change_bin(id, false) {
            Ok(()) => {
                self.tell("The audit is back among your audits.");
                self.arrive(self.route.get_untracked());
            }
            Err(error) => self.tell_problem(could_not_open(&error)),
        }
    }

    fn change_bin(self, id: &str, binned: bool) -> Result<(), OpenError> {
        let now = clock::now();
        let mut changed = Ok(());
        self.workspace.update_value(|workspace| {
            changed =
                if binned { workspace.put_in_bin(id, now) } else { workspace.restore(id, now) };
        });
        self.refresh_lists();
        changed
    }

    /// Takes an audit away for good.
    pub fn delete_for_good(self, id: &str) {
        let mut deleted = Ok(());
        self.workspace.update_value(|workspace| deleted = workspace.delete(id));
        self.refresh_lists();
        match deleted {
            Ok(()) => self.tell("The audit was deleted for good."),
            Err(error) => self.tell_problem(format!("It could not be deleted: {error}.")),
        }
    }

    /// Does what a notice offers to undo.
    pub fn reverse(self, reversal: Reversal) {
        match reversal {
            Reversal::Unbin(id) => self.take_from_bin(&id),
            Reversal::Edit => self.undo(),
            Reversal::Import { added, replaced } => {
                for id in &added {
                    let _ = self.change_bin(id, true);
                }
                for audit in replaced {
                    self.put_in_place(&audit, "undoing an import");
                }
                self.tell(match added.len() {
                    0 => "The import was undone: the audit is as it was before.",
                    _ => "The import was undone. What had come in is in the bin.",
                });
                self.arrive(self.route.get_untracked());
            }
        }
    }

    /// What is on this device under the id of an audit that came in.
    pub fn same_here(self, id: &str) -> Option<Label> {
        self.workspace.with_value(|workspace| workspace.label(id).cloned())
    }

    /// Brings audits from files in, each as chosen, with undo offered. Gives how many came in.
    pub fn bring_in(self, audits: Vec<(Audit, Choice)>) -> usize {
        self.save_now();
        let (mut added, mut replaced, mut unsaved) = (Vec::new(), Vec::new(), 0);
        for (mut audit, choice) in audits {
            audit.settle(self.framework.get_untracked());
            match choice {
                Choice::Skip => continue,
                Choice::Replace => {
                    let Some(before) = self.read(&audit.id) else { continue };
                    if self.put_in_place(&audit, "opening a file") {
                        let _ = self.change_bin(&audit.id, false);
                        replaced.push(before);
                    }
                    continue;
                }
                Choice::AddCopy => audit.id = new_id(clock::now()),
                // Two files opened together can hold the same audit.
                Choice::Add if self.same_here(&audit.id).is_some() => {
                    audit.id = new_id(clock::now());
                }
                Choice::Add => {}
            }
            added.push(audit.id.clone());
            unsaved += usize::from(!self.keep(audit));
        }
        let count = added.len() + replaced.len();
        if count > 0 {
            let came_in = words::count(count, "audit was", "audits were");
            let trouble = match unsaved {
                0 => "",
                _ => " They are in memory only: see the message about saving above.",
            };
            self.tell_with_undo(
                format!("{came_in} opened from the file.{trouble}"),
                Reversal::Import { added, replaced },
            );
        }
        count
    }

    /// Puts `audit` in place of the one with its id, part by part, so that other tabs follow; a
    /// snapshot of what stood there comes first. False, and nothing changed, when that fails.
    fn put_in_place(self, audit: &Audit, before: &str) -> bool {
        if !self.with_untracked(|open| open.id == audit.id) {
            let Some(current) = self.read(&audit.id) else { return false };
            self.audit.set(current);
            self.forget_history();
        }
        if let Err(error) = self.snapshot_open(before) {
            self.tell_problem(format!(
                "Nothing was changed, because there was no room for a safety copy first: {error}."
            ));
            return false;
        }
        self.put_back(audit);
        self.audit.update(|open| {
            open.last_year = audit.last_year.clone();
            open.set_aside = audit.set_aside.clone();
            for words in &audit.earlier_words {
                open.remember(words.clone());
            }
        });
        self.save_now();
        true
    }

    fn snapshot_open(self, before: &str) -> Result<(), StoreError> {
        self.save_now();
        let framework = self.framework.get_untracked();
        let mut kept = Ok(());
        self.with_untracked(|audit| {
            self.workspace.update_value(|workspace| {
                kept = workspace.snapshot(audit, framework, before, clock::now());
            });
        });
        kept
    }

    /// The safety copies of the open audit, newest first.
    pub fn snapshots(self) -> Vec<Snapshot> {
        let id = self.id();
        self.workspace.with_value(|workspace| workspace.snapshots(&id)).unwrap_or_default()
    }

    /// Puts the open audit back to how it stood in a safety copy; a copy of now comes first.
    pub fn go_back_to(self, snapshot: &Snapshot) {
        let read = self.workspace.with_value(|workspace| workspace.read_snapshot(&snapshot.key));
        match read {
            Ok(Some(audit)) => {
                if self.put_in_place(&audit, "going back to an earlier copy") {
                    self.tell_with_undo("The audit is as it was in that copy.", Reversal::Edit);
                }
            }
            Ok(None) => self.tell_problem("That copy could not be read. Nothing was changed."),
            Err(error) => {
                self.tell_problem(format!("That copy could not be read: {error}."));
            }
        }
    }

    /// Saves one audit as a file.
    pub fn export(self, id: &str) {
        self.save_now();
        if let Some(audit) = self.read(id) {
            let organisation = audit.organisation.text.trim().to_owned();
            let words = format!("{organisation} {}", audit.name.text);
            let name = words::file_name(&words, &self.today().to_string(), "json");
            self.download(&name, &audit_text(&audit, clock::now()));
        }
    }

    /// Saves everything on this device as one file. True when the browser took it.
    pub fn export_everything(self) -> bool {
        self.save_now();
        let labels = self.workspace.with_value(|workspace| workspace.audits());
        let audits = labels.iter().filter_map(|label| self.read(&label.id)).collect();
        let now = clock::now();
        let mut settings = self.settings.get_untracked();
        settings.last_backup = Some(now);
        let backup =
            Backup { audits, settings: settings.clone(), wording: self.wording.get_untracked() };
        let name = words::file_name("everything", &self.today().to_string(), "json");
        let taken = self.download(&name, &backup_text(&backup, now));
        if taken {
            // That the file is there is the news, even where its date cannot be kept.
            let news = self.notice.get_untracked();
            self.change_settings(|current| current.last_backup = settings.last_backup);
            self.notice.set(news);
        }
        taken
    }

    /// Saves the text of something that could not be read as a file.
    pub fn export_aside(self, key: &str) {
        let text = self.workspace.with_value(|workspace| workspace.aside_text(key));
        match text {
            Ok(text) => {
                let name = words::file_name("could not be read", &self.today().to_string(), "txt");
                self.download(&name, &text);
            }
            Err(error) => self.tell_problem(format!("It could not be read: {error}.")),
        }
    }

    /// Takes away something that could not be read.
    pub fn drop_aside(self, key: &str) {
        let mut dropped = Ok(());
        self.workspace.update_value(|workspace| dropped = workspace.drop_aside(key));
        if let Err(error) = dropped {
            self.tell_problem(format!("It could not be taken away: {error}."));
        }
        self.refresh_lists();
    }

    pub(super) fn download(self, name: &str, text: &str) -> bool {
        match files::download(name, text) {
            Ok(()) => {
                self.tell(format!("The file {name} is in your downloads."));
                true
            }
            Err(reason) => {
                self.tell_problem(format!(
                    "The browser did not save the file ({reason}). Nothing was lost."
                ));
                false
            }
        }
    }

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

    /// Puts a wording pack on this device, or takes it away, and uses it. Gives the ids in it that
    /// the framework does not have.
    pub fn set_wording(self, wording: Option<Wording>) -> Vec<String> {
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
        self.unknown_in_wording()
    }

    /// Switches the wording pack on or off.
    pub fn switch_wording(self, on: bool) {
        self.change_settings(|settings| settings.wording_off = !on);
        self.use_wording();
    }

    fn use_wording(self) {
        let off = self.settings.with_untracked(|settings| settings.wording_off);
        let framework =
            self.wording.with_untracked(|wording| framework_in(wording.as_ref().filter(|_| !off)));
        self.framework.set(framework);
    }

    /// The ids in the wording pack that the framework does not have.
    pub fn unknown_in_wording(self) -> Vec<String> {
        self.wording.with(|wording| match wording {
            Some(wording) => crate::framework::built_in().reworded(&wording.texts).1,
            None => Vec::new(),
        })
    }

    /// The number of characters that Cairn keeps on this device.
    pub fn characters_used(self) -> Option<usize> {
        self.workspace.with_value(|workspace| workspace.characters_used()).ok()
    }

    /// Takes away everything of Cairn's on this device.
    pub fn clear_device(self) {
        let mut cleared = Ok(());
        self.workspace.update_value(|workspace| cleared = workspace.clear());
        self.edited.update_value(|edited| edited.clear());
        let nobody = Default::default();
        let framework: &Framework = self.framework.get_untracked();
        self.audit.set(Audit::new(String::new(), &framework.id, "", "", nobody));
        self.forget_history();
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

    fn ask_to_persist(self) {
        spawn_local(async {
            files::persist().await;
        });
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
        let last: Option<Timestamp> = self.settings.with(|settings| settings.last_backup);
        last.map(|last| clock::now().days_since(last))
    }

    /// Closes the notice.
    pub fn dismiss(self, notice: &Notice) {
        if self.notice.with_untracked(|shown| shown.as_ref() == Some(notice)) {
            self.notice.set(None);
        }
    }
}

/// A sentence for an audit that could not be opened.
pub fn could_not_open(error: &OpenError) -> String {
    match error {
        OpenError::Missing => "That audit is not on this device.".to_owned(),
        OpenError::Newer => {
            "That audit was saved by a newer Cairn. It is untouched. Reload this page to get the newest Cairn.".to_owned()
        }
        OpenError::InBin => {
            "That audit is in the bin. Have it back to read it or to work on it.".to_owned()
        }
        OpenError::SetAside => {
            "That audit could not be read. It was set aside untouched; you can save it as a file from the home page.".to_owned()
        }
        OpenError::Store(error) => format!("That did not work: {error}. Nothing was lost."),
    }
}
