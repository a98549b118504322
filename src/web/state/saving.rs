//! Saving the open record: soon after an edit, at once when the page is hidden or left, again after
//! a failure, and together with what another tab has written.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::record::RecordKind;
use crate::records::Slot;
use crate::web::io::share::{self, CLEARED};
use crate::web::io::{address, clock};
use crate::web::state::jobs::Job;
use crate::web::state::open::OpenRecord;
use crate::web::state::{Notice, SaveState, State};
use crate::words::{self, state as say};
use crate::workspace::{GONE, OpenError, SETTINGS, SHEETS, StoreError, WORDING, record_of};

/// From the first unsaved keystroke to its saving.
const SAVE_AFTER: Duration = Duration::from_millis(350);
/// From a failed save to the next try.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(10);

impl OpenRecord {
    /// Marks a slot of the open record to be saved.
    pub(super) fn mark(self, slot: Slot) {
        self.notices.forget_undo();
        self.edited.update_value(|edited| {
            if !edited.contains(&slot) {
                edited.push(slot);
            }
        });
        if !matches!(*self.save_state.read_untracked(), SaveState::Saving | SaveState::NotSaved(_))
        {
            self.save_state.set(SaveState::Saving);
        }
        self.save_after(SAVE_AFTER);
    }

    fn save_after(self, delay: Duration) {
        if !self.save_due.get_value() {
            self.save_due.set_value(true);
            set_timeout(
                move || {
                    self.save_due.set_value(false);
                    self.save_now();
                    if !self.library.workspace.with_value(|workspace| workspace.all_saved()) {
                        self.save_the_rest();
                    }
                },
                delay,
            );
        }
    }

    /// Saves the open record if anything in it was changed.
    pub fn save_now(self) {
        if self.edited.with_value(|edited| edited.is_empty()) {
            return;
        }
        let edited = self.edited.get_value();
        let framework = self.device.framework_now();
        let mut saved = Ok(Vec::new());
        let mut brought_in = Vec::new();
        self.record.update_untracked(|record| {
            self.library.workspace.update_value(|workspace| {
                saved = workspace.save(record, &edited, framework, clock::now());
                brought_in = workspace.take_brought_in();
            });
        });
        // Even when saving failed: in a field that still showed older words, the person would type on
        // from those.
        self.show_changed(&brought_in);
        self.after_saving(saved);
    }

    fn after_saving(self, saved: Result<Vec<Slot>, StoreError>) {
        self.library.tell_of_room();
        match saved {
            Ok(changed) => {
                self.edited.update_value(|edited| edited.clear());
                self.show_saved();
                self.show_changed(&changed);
            }
            Err(error) => self.not_saved(error),
        }
    }

    /// Says that something is not saved, and tries again later.
    pub(super) fn not_saved(self, error: StoreError) {
        self.save_state.set(SaveState::NotSaved(error));
        self.save_after(TRY_AGAIN_AFTER);
    }

    /// Says that everything is saved, if no record has unsaved changes, open or not. Otherwise says
    /// what is wrong.
    fn show_saved(self) {
        let (all_saved, trouble) = self
            .library
            .workspace
            .with_value(|workspace| (workspace.all_saved(), workspace.trouble().cloned()));
        if all_saved {
            let saved = SaveState::Saved(words::time_of(clock::now()));
            if *self.save_state.read_untracked() != saved {
                self.save_state.set(saved);
            }
            self.look_around();
        } else if let Some(error) = trouble {
            self.not_saved(error);
        }
    }

    /// Shows what came from another tab.
    fn show_changed(self, changed: &[Slot]) {
        if !changed.is_empty() {
            self.correct_undone(changed);
            self.forget_steps(changed);
            self.record.notify();
            self.rewritten.update(|times| *times += 1);
        }
    }

    /// When another tab's counts come in, replaces a notice that says that counting was undone: the
    /// counts of two tabs are added together, so it is no longer true.
    fn correct_undone(self, changed: &[Slot]) {
        let undone = say::records::undone(&words::slot(
            &Slot::Tally,
            self.kind(),
            self.device.framework_now(),
        ));
        let says_so = |notice: &Option<Notice>| notice.as_ref().is_some_and(|it| it.text == undone);
        if changed.contains(&Slot::Tally) && self.notices.notice.with_untracked(says_so) {
            self.notices.tell(say::OPEN_ELSEWHERE);
        }
    }

    /// Tries at once to save what could not be saved.
    pub fn try_again(self) {
        self.save_now();
        self.save_the_rest();
    }

    /// Tries to save every record that is in memory only, open or not.
    fn save_the_rest(self) {
        let framework = self.device.framework_now();
        let mut tried = Ok(());
        self.library
            .workspace
            .update_value(|workspace| tried = workspace.retry(framework, clock::now()));
        match tried {
            Ok(()) => self.show_saved(),
            Err(error) => self.not_saved(error),
        }
    }

    /// Takes in what another tab has written of a record: its stored text, or [`GONE`].
    pub(super) fn take_in_record(self, kind: RecordKind, id: &str, text: &str) {
        let is_open = self.is_open(id) && self.kind() == kind;
        let nothing_new = self.edited.with_value(Vec::is_empty);
        if text == GONE {
            if is_open && nothing_new && self.library.label_of(id).is_none() {
                // Whoever deleted it for good, perhaps on a shared computer, wants it gone from every
                // tab.
                self.not_open.set(Some(OpenError::Missing));
                self.close();
            }
        } else if is_open {
            self.take_in();
            if self.library.label_of(id).is_some() {
                self.hear_open(text);
            }
        } else {
            let now = clock::now();
            self.library.read_label(kind, id);
            self.library.workspace.update_value(|workspace| {
                workspace.look_again(id, now);
                workspace.hear_of(kind, id, text, now);
            });
        }
        if !self.library.workspace.with_value(|workspace| workspace.all_saved()) {
            self.try_again();
        }
        self.library.refresh();
    }

    /// Takes in what another tab has written of the open record. The storage may no longer hold it: two
    /// tabs that write in the same instant can overwrite each other unseen.
    fn hear_open(self, text: &str) {
        let edited = self.edited.get_value();
        let mut changed = Vec::new();
        self.record.update_untracked(|record| {
            self.library.workspace.update_value(|workspace| {
                changed = workspace.hear(record, &edited, text);
            });
        });
        self.show_changed(&changed);
    }

    pub(super) fn take_in(self) {
        let edited = self.edited.get_value();
        let mut taken = Ok(Vec::new());
        self.record.update_untracked(|record| {
            self.library.workspace.update_value(|workspace| {
                taken = workspace.take_in(record, &edited, clock::now());
            });
        });
        match taken {
            Ok(changed) => {
                self.show_changed(&changed);
                // The other tab may have overwritten changes of this one: two that write in the same
                // instant do not see each other. Then this tab saves its changes again.
                if !self.library.workspace.with_value(|workspace| workspace.all_saved()) {
                    self.try_again();
                }
            }
            Err(error) => self.not_saved(error),
        }
    }
}

impl State {
    /// Saves when the page is hidden or left: a tablet may close a hidden page without a further event.
    pub(super) fn listen_for_leaving(self) {
        let save = move || drop(self.do_now(Job::Save));
        let hidden = window_event_listener_untyped("pagehide", move |event| {
            save();
            if address::is_from_page_cache(&event) {
                address::show_page(false);
            }
            // If a look for vanished records is due, it would come too late: they are put back now.
            if self.open.looking.get_value() {
                self.open.put_back_now();
            }
        });
        let document = document();
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            if document.visibility_state() == web_sys::VisibilityState::Hidden {
                save();
            } else {
                self.open.look_around();
            }
        });
        let _ = window_event_listener_untyped("focus", move |_| self.open.look_around());
        let _ = window_event_listener_untyped("pageshow", move |event| {
            // A page from the browser's memory knows nothing of what was saved, cleared or handed round
            // meanwhile, so it is loaded anew.
            if address::is_from_page_cache(&event) && !address::load_anew() {
                address::show_page(true);
            }
        });
        // The browser asks before it leaves changes that are in memory only.
        let unload = window_event_listener(ev::beforeunload, move |event| {
            save();
            if matches!(*self.open.save_state.read_untracked(), SaveState::NotSaved(_))
                && !self.library.workspace.with_value(|workspace| workspace.all_saved())
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            unload.remove();
        });
    }

    /// Takes in what other tabs write into the storage.
    pub(super) fn listen_to_other_tabs(self) {
        let listener = window_event_listener(ev::storage, move |event| {
            let (key, text) = (event.key().unwrap_or_default(), event.new_value());
            let is_own = matches!(key.as_str(), SETTINGS | WORDING) || record_of(&key).is_some();
            match (text, key.as_str()) {
                (Some(_), CLEARED) => {
                    share::drop_drafts();
                    let _ = self.do_now(Job::ClearToo);
                }
                (_, key) if key.starts_with(SHEETS) => {
                    let _ = self.do_now(Job::TakeInPaper(key.to_owned()));
                }
                // The storage was emptied, or this key removed, by something other than Cairn: Cairn
                // writes a mark first.
                (None, "") => self.open.look_for_vanished(),
                (None, _) if is_own => self.open.look_around(),
                (Some(_), SETTINGS) => {
                    if self.do_now(Job::ReadSettings).is_err() {
                        self.device.glance_at_settings();
                    }
                }
                // If the code for records is not here yet, it reads the wording when it comes.
                (Some(_), WORDING) => drop(self.do_now(Job::ReadWording)),
                (Some(text), key) => {
                    if let Some((kind, id)) = record_of(key) {
                        self.hear(kind, id, text);
                    }
                }
                (None, _) => {}
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Takes in what another tab has written of a record; only its label while the code for records is
    /// not here.
    fn hear(self, kind: RecordKind, id: &str, text: String) {
        let gone = text == GONE;
        if gone {
            self.library.workspace.update_value(|workspace| workspace.hear_gone(kind, id));
        }
        if self.do_now(Job::TakeIn(kind, id.to_owned(), text)).is_err() {
            if !gone {
                self.library.read_label(kind, id);
            }
            self.library.refresh();
        }
    }
}
