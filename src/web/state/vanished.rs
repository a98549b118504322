//! Records that another page of the same host, or the browser itself, has removed from the storage.
//! Those that are still in memory are put back, and the person is told which were put back and which
//! are lost.

use std::time::Duration;

use leptos::prelude::*;

use crate::exchange::Settings;
use crate::records::Record;
use crate::web::io::clock;
use crate::web::state::open::{OpenRecord, SaveState};
use crate::words::state as say;
use crate::workspace::label::Label;

/// The time from the first sign that something is missing to the look for it. When Cairn has removed a
/// record itself, it tells every tab within that time.
const LOOK_AFTER: Duration = Duration::from_millis(250);
/// The time from putting back to telling the person, in which other tabs put back what they have.
const TELL_AFTER: Duration = Duration::from_millis(600);

impl OpenRecord {
    /// Looks soon whether records are missing, and puts back those that are in memory.
    pub(super) fn look_for_vanished(self) {
        if self.looking.get_value() {
            return;
        }
        self.looking.set_value(true);
        let look = move || {
            self.looking.set_value(false);
            if !self.put_back_now() {
                // The code for records is not here, so no record is in memory that could be put back.
                let lost =
                    self.library.workspace.try_update_value(|workspace| workspace.take_vanished());
                if lost.is_some_and(|lost| lost.is_ok_and(|(lost, _)| !lost.is_empty())) {
                    self.library.refresh();
                    self.notices.tell_problem(say::emptied_of_work());
                }
            }
        };
        set_timeout(look, LOOK_AFTER);
    }

    /// Puts back what has vanished if the code for that is here. False where it is not.
    pub(super) fn put_back_now(self) -> bool {
        let put_back = self.put_back.get_value();
        put_back.inspect(|put_back| put_back(self)).is_some()
    }

    /// Looks whether any record is missing from the storage. Only if so, puts back soon what is in
    /// memory.
    pub(super) fn look_around(self) {
        let missing = self.library.workspace.with_value(|workspace| workspace.vanished());
        if missing.is_ok_and(|missing| !missing.is_empty()) {
            self.look_for_vanished();
        }
    }

    /// Puts back what has vanished from the storage and is in memory here.
    pub(super) fn put_back_vanished(self) {
        let vanished = self.library.workspace.with_value(|workspace| workspace.vanished());
        let Ok(vanished) = vanished else { return };
        let settings = self.device.settings.get_untracked();
        let wording = self.device.wording.get_untracked();
        let no_settings = settings != Settings::default()
            && self.library.workspace.with_value(|workspace| !workspace.has_settings());
        if vanished.is_empty() && !no_settings {
            return;
        }
        let (framework, now) = (self.device.framework_now(), clock::now());
        for label in &vanished {
            let Some(record) = self.in_memory(label) else { continue };
            let mut put = Ok(());
            self.library.workspace.update_value(|workspace| {
                put = workspace.put_back(label, &record, framework, now);
            });
            if let Err(error) = put {
                self.save_state.set(SaveState::NotSaved(error));
            }
        }
        if no_settings {
            self.device.change_settings(|_| {});
        }
        self.library.workspace.update_value(|workspace| {
            if wording.is_some() && workspace.wording(now).is_none() {
                let _ = workspace.save_wording(wording.as_ref(), now);
            }
        });
        set_timeout(move || self.tell_of_vanished(), TELL_AFTER);
    }

    /// A record as this tab has it: the open one, or one that was open before.
    fn in_memory(self, label: &Label) -> Option<Record> {
        if self.is_open(&label.id) {
            return Some(self.record.get_untracked());
        }
        let left = |left: &Vec<(Record, _)>| {
            let found = left.iter().find(|(record, _)| record.id == label.id);
            found.map(|(record, _)| record.clone())
        };
        self.left.with_value(left)
    }

    fn tell_of_vanished(self) {
        let told = self.library.workspace.try_update_value(|workspace| workspace.take_vanished());
        let Some(Ok((lost, back))) = told else { return };
        self.library.refresh();
        self.notices.tell_problem(say::emptied(&lost, &back));
    }
}
