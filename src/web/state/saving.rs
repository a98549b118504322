//! Saving the open record: soon after an edit, at once when the page is hidden or left, again after
//! a failure, and together with what another tab has written.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::record::RecordKind;
use crate::records::Slot;
use crate::web::io::clock;
use crate::web::state::jobs::Job;
use crate::web::state::{Notice, SaveState, State};
use crate::workspace::{OpenError, SETTINGS, StoreError, WORDING, record_of};

/// From the first unsaved keystroke to its saving.
const SAVE_AFTER: Duration = Duration::from_millis(350);
/// From a failed save to the next try.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(10);

impl State {
    /// Marks a slot of the open record to be saved.
    pub(super) fn mark(self, slot: Slot) {
        self.forget_undo_notice();
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
        let framework = self.framework_now();
        let mut saved = Ok(Vec::new());
        self.open.update_untracked(|record| {
            self.workspace.update_value(|workspace| {
                saved = workspace.save(record, &edited, framework, clock::now());
            });
        });
        self.after_saving(saved);
    }

    fn after_saving(self, saved: Result<Vec<Slot>, StoreError>) {
        self.tell_of_room();
        match saved {
            Ok(changed) => {
                self.edited.update_value(|edited| edited.clear());
                self.show_saved();
                self.show_changed(&changed);
            }
            Err(error) => {
                self.save_state.set(SaveState::NotSaved(error));
                self.save_after(TRY_AGAIN_AFTER);
            }
        }
    }

    fn show_saved(self) {
        let all_saved = self.workspace.with_value(|workspace| workspace.all_saved());
        if all_saved {
            let saved = SaveState::Saved(clock::time_of(clock::now()));
            if *self.save_state.read_untracked() != saved {
                self.save_state.set(saved);
            }
        }
    }

    /// Shows what came from another tab.
    fn show_changed(self, changed: &[Slot]) {
        if !changed.is_empty() {
            self.forget_steps(changed);
            self.open.notify();
            self.rewritten.update(|times| *times += 1);
        }
    }

    /// Says when earlier copies were let go: soon, beside what is told of what made it necessary.
    pub(super) fn tell_of_room(self) {
        const TOLD: &str = "To make room, earlier copies kept on this device were let go.";
        if self.workspace.try_update_value(|workspace| workspace.take_gave_up()) != Some(true) {
            return;
        }
        let tell = move || match self.notice.get_untracked() {
            None => self.tell(TOLD),
            Some(notice) if notice.text.ends_with(TOLD) => {}
            Some(Notice { text, problem, undo }) => {
                let text = [&text, " ", TOLD].concat();
                self.notice.set(Some(Notice { text, problem, undo }));
            }
        };
        set_timeout(tell, Duration::ZERO);
    }

    /// Tries at once to save what could not be saved.
    pub fn try_again(self) {
        self.save_now();
        let framework = self.framework_now();
        let mut tried = Ok(());
        self.workspace.update_value(|workspace| tried = workspace.retry(framework, clock::now()));
        match tried {
            Ok(()) => self.show_saved(),
            Err(error) => self.save_state.set(SaveState::NotSaved(error)),
        }
    }

    /// A tablet may close a hidden page without another word, so leaving saves.
    pub(super) fn listen_for_leaving(self) {
        let save = move || drop(self.do_now(Job::Save));
        let hidden = window_event_listener_untyped("pagehide", move |_| save());
        let document = document();
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            if document.visibility_state() == web_sys::VisibilityState::Hidden {
                save();
            }
        });
        // Words that are in memory only are worth a question before the page goes.
        let unload = window_event_listener(ev::beforeunload, move |event| {
            save();
            if matches!(*self.save_state.read_untracked(), SaveState::NotSaved(_))
                && !self.workspace.with_value(|workspace| workspace.all_saved())
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
            let key = event.key().unwrap_or_default();
            match key.as_str() {
                SETTINGS => self.read_settings(),
                // Where it has not been read yet, it will be.
                WORDING => drop(self.do_now(Job::ReadWording)),
                _ => {}
            }
            if let Some((kind, id)) = record_of(&key)
                && self.do_now(Job::TakeIn(kind, id.to_owned())).is_err()
            {
                self.read_label(kind, id);
                self.refresh_lists();
            }
        });
        on_cleanup(move || listener.remove());
    }

    fn read_label(self, kind: RecordKind, id: &str) {
        let now = clock::now();
        self.workspace.update_value(|workspace| workspace.refresh_label(kind, id, now));
    }

    /// Another tab has written a record, or taken it away.
    pub(super) fn take_in_record(self, kind: RecordKind, id: &str) {
        let is_open = self.is_open(id) && self.kind() == kind;
        if is_open {
            self.take_in();
        } else {
            self.read_label(kind, id);
        }
        self.refresh_lists();
        let nothing_new = self.edited.with_value(Vec::is_empty);
        if is_open && nothing_new && self.same_here(id).is_none() {
            // Whoever took it away for good, perhaps from a shared computer, means it to be gone.
            self.not_open.set(Some(OpenError::Missing));
            self.close();
        }
    }

    pub(super) fn take_in(self) {
        let edited = self.edited.get_value();
        let mut taken = Ok(Vec::new());
        self.open.update_untracked(|record| {
            self.workspace.update_value(|workspace| {
                taken = workspace.take_in(record, &edited, clock::now());
            });
        });
        match taken {
            Ok(changed) => {
                self.show_changed(&changed);
                // Two tabs that write in the same instant can pass each other by.
                if !self.workspace.with_value(|workspace| workspace.all_saved()) {
                    self.try_again();
                }
            }
            Err(error) => self.save_state.set(SaveState::NotSaved(error)),
        }
    }
}
