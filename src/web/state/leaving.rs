//! Clearing this device: what would go, the files of it, and taking it away in every tab.

use leptos::prelude::*;

use crate::by_id::ById;
use crate::exchange::Settings;
use crate::route::Route;
use crate::web::io::share;
use crate::web::state::{SaveState, State};
use crate::words::state::device as say;

impl State {
    /// How many answers to surveys go with this device, whatever is saved of it, since too few wait to be
    /// put into a file without giving somebody away; and of how many statements single answers, since too
    /// few have answered these. Once what can be sealed is (`sealed`), so do the answers of which that
    /// could not be kept.
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

    /// Makes a step of what waits in each survey, where enough waits, so that a file can have it. The
    /// survey's results will show it as one.
    pub fn seal_what_waits(self) {
        self.open.save_now();
        for id in self.library.all_ids() {
            self.survey.seal(&id);
        }
    }

    /// How many votes and answers to surveys are half done in this tab.
    pub fn half_done(self) -> usize {
        share::drafts()
    }

    /// Takes away everything of Cairn's on this device, in this tab and in every other.
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

    /// Somebody has cleared this device in another tab: what is half typed here goes as well. A record
    /// with words that could not be saved stays.
    pub(super) fn clear_too(self) {
        self.let_drafts_go();
        let saved = self.library.workspace.with_value(|workspace| workspace.all_saved());
        if saved && self.open.edited.with_value(Vec::is_empty) {
            self.open.close();
        }
    }

    /// Lets go of what is half typed or half done, in this tab and in its storage.
    fn let_drafts_go(self) {
        self.meetings.end_meetings();
        share::drop_drafts();
        self.survey.papers.set(ById::new());
    }
}
