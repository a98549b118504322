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
        // Whether or not it could be saved: a field that went on showing older words would be typed on
        // from these.
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

    /// Says that all is saved, if that is so: also what is not open, and what was saved before.
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

    /// Counts only grow where two tabs bring theirs together, so that what was said of an undoing is not
    /// true any more when another tab's come in.
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

    /// Tries to save what is in memory only, open or not.
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

    /// Another tab has written this of a record, or says that it takes it away.
    pub(super) fn take_in_record(self, kind: RecordKind, id: &str, text: &str) {
        let is_open = self.is_open(id) && self.kind() == kind;
        let nothing_new = self.edited.with_value(Vec::is_empty);
        if text == GONE {
            if is_open && nothing_new && self.library.same_here(id).is_none() {
                // Whoever took it away for good, perhaps from a shared computer, means it to be gone.
                self.not_open.set(Some(OpenError::Missing));
                self.close();
            }
        } else if is_open {
            self.take_in();
            if self.library.same_here(id).is_some() {
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

    /// Another tab has written this of the open record, which may be no more in the storage: two that
    /// write in the same instant pass each other by.
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
                // Two tabs that write in the same instant can pass each other by.
                if !self.library.workspace.with_value(|workspace| workspace.all_saved()) {
                    self.try_again();
                }
            }
            Err(error) => self.not_saved(error),
        }
    }
}

impl State {
    /// A tablet may close a hidden page without another word, so leaving saves.
    pub(super) fn listen_for_leaving(self) {
        let save = move || drop(self.do_now(Job::Save));
        let hidden = window_event_listener_untyped("pagehide", move |event| {
            save();
            if address::was_asleep(&event) {
                address::show_page(false);
            }
            // What something else has taken away is put back now or never.
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
            // Whatever was kept meanwhile, cleared, or handed round: the page that was left knows nothing
            // of it.
            if address::was_asleep(&event) && !address::load_anew() {
                address::show_page(true);
            }
        });
        // Words that are in memory only are worth a question before the page goes.
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

    /// Another tab has written: takes in what it wrote.
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
                // The storage was emptied, or this was taken away. Cairn would have said so before.
                (None, "") => self.open.look_for_vanished(),
                (None, _) if is_own => self.open.look_around(),
                (Some(_), SETTINGS) => {
                    if self.do_now(Job::ReadSettings).is_err() {
                        self.device.glance_at_settings();
                    }
                }
                // Where it has not been read yet, it will be.
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

    /// Another tab has written this of a record.
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
