//! Clearing this device: the answers that no file holds, and removing everything in every tab.

use leptos::prelude::*;

use crate::by_id::ById;
use crate::exchange::Settings;
use crate::route::Route;
use crate::web::io::share;
use crate::web::state::{SaveState, State};
use crate::words::state::device as say;

impl State {
    /// How many answers to surveys are lost with this device, whatever files are saved first; and for
    /// how many statements answers are lost of people whose other answers are in a file. Too few of
    /// these answers wait: a file with them could give somebody away. `sealed` says that what can be
    /// sealed has been; then answers whose step could not be saved count as well.
    pub fn answers_in_no_file(self, sealed: bool) -> (usize, usize) {
        let ids = self.library.all_ids();
        ids.iter().filter_map(|id| self.open.read(id)).fold(
            (0, 0),
            |(answers, statements), record| {
                let own = if sealed { record.lacking() } else { record.in_no_copy() };
                (answers + own, statements + record.statements_in_no_copy())
            },
        )
    }

    /// Makes a step of the answers that wait in each survey, if enough wait, so that a file can hold
    /// them. The results will show them as one step.
    pub fn seal_what_waits(self) {
        self.open.save_now();
        for id in self.library.all_ids() {
            self.survey.seal(&id);
        }
    }

    /// How many drafts of answers to surveys this tab keeps.
    pub fn half_done(self) -> usize {
        share::drafts()
    }

    /// Removes everything of Cairn's from this device, and tells every other tab to let go of it. Goes
    /// to the home page, or tells what could not be removed.
    pub fn clear_device(self) {
        let mut cleared = Ok(());
        self.library.workspace.update_value(|workspace| cleared = workspace.clear());
        share::tell_cleared();
        self.open.edited.update_value(|edited| edited.clear());
        self.open.close();
        self.let_drafts_go();
        self.device.settings.set(Settings::default());
        self.device.show_settings();
        self.device.wording.set(None);
        self.device.use_wording();
        self.library.refresh();
        match cleared {
            Ok(()) => {
                self.open.save_state.set(SaveState::Untouched);
                self.go(&Route::Home);
                self.notices.tell(say::DEVICE_CLEAR);
            }
            Err(error) => self.notices.tell_problem(say::not_all_cleared(&error)),
        }
    }

    /// Called when another tab has cleared this device. Discards what is half typed here, and closes
    /// the open record unless it has unsaved changes.
    pub(super) fn clear_too(self) {
        self.let_drafts_go();
        let saved = self.library.workspace.with_value(|workspace| workspace.all_saved());
        if saved && self.open.edited.with_value(Vec::is_empty) {
            self.open.close();
        }
    }

    /// Discards timers, votes, drafts of answers and paper sheets, in the memory and the storage of
    /// this tab.
    fn let_drafts_go(self) {
        self.meetings.end_meetings();
        share::drop_drafts();
        self.survey.papers.set(ById::new());
    }
}
