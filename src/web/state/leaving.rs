//! Clearing this device: what would go, the files of it, and taking it away in every tab.

use leptos::prelude::*;

use crate::answers::Answers;
use crate::exchange::Settings;
use crate::route::Route;
use crate::web::io::share;
use crate::web::state::{SaveState, State};
use crate::workspace::LeftOut;

impl State {
    /// What a file of everything would leave out.
    pub fn left_out(self) -> LeftOut {
        let left = self.workspace.with_value(|workspace| workspace.left_out());
        left.unwrap_or_default()
    }

    /// How many answers to surveys go with this device, whatever is saved of it, since too few wait to be
    /// put into a file without giving somebody away; and of how many statements single answers, since too
    /// few have answered these. Once what can be sealed is (`sealed`), so do the answers of which that
    /// could not be kept.
    pub fn answers_in_no_file(self, sealed: bool) -> (usize, usize) {
        let ids = self.all_ids();
        ids.iter().filter_map(|id| self.read(id)).fold((0, 0), |(answers, statements), record| {
            let own = if sealed { record.lacking() } else { record.in_no_copy() };
            (answers + own, statements + record.statements_in_no_copy())
        })
    }

    /// Makes a step of what waits in each survey, where enough waits, so that a file can have it. The
    /// survey's results will show it as one.
    pub fn seal_what_waits(self) {
        self.save_now();
        for id in self.all_ids() {
            self.seal(&id);
        }
    }

    /// The ids of all records on this device that can be read, those in the bin as well.
    fn all_ids(self) -> Vec<String> {
        let (records, bin) =
            self.workspace.with_value(|workspace| (workspace.records(), workspace.bin()));
        let all = records.into_iter().chain(bin);
        all.filter(|label| !label.from_newer()).map(|label| label.id).collect()
    }

    /// How many votes and answers to surveys are half done in this tab.
    pub fn half_done(self) -> usize {
        share::drafts()
    }

    /// What is on this device, as a number that is another one as soon as anything is; `None` while it
    /// cannot be read.
    pub fn mark_of_all(self) -> Option<u64> {
        self.workspace.with_value(|workspace| workspace.mark()).ok()
    }

    /// Takes away everything of Cairn's on this device, in this tab and in every other.
    pub fn clear_device(self) {
        let mut cleared = Ok(());
        self.workspace.update_value(|workspace| cleared = workspace.clear());
        share::tell_cleared();
        self.edited.update_value(|edited| edited.clear());
        self.close();
        self.let_drafts_go();
        self.settings.set(Settings::default());
        self.show_settings();
        self.wording.set(None);
        self.use_wording();
        self.refresh_lists();
        match cleared {
            Ok(()) => {
                self.save_state.set(SaveState::Untouched);
                self.go(&Route::Home);
                self.tell("This device is clear: Cairn keeps nothing of yours in this browser any more. Two things are out of its reach: files in your downloads, and the browser’s history, which lists pages of Cairn without what you wrote.");
            }
            Err(error) => {
                self.tell_problem(format!("Not everything could be cleared: {error}."));
            }
        }
    }

    /// Somebody has cleared this device in another tab: what is half typed here goes as well. A record
    /// with words that could not be saved stays.
    pub(super) fn clear_too(self) {
        self.let_drafts_go();
        let saved = self.workspace.with_value(|workspace| workspace.all_saved());
        if saved && self.edited.with_value(Vec::is_empty) {
            self.close();
        }
    }

    /// Lets go of what is half typed or half done, in this tab and in its storage.
    fn let_drafts_go(self) {
        self.end_meetings();
        share::drop_drafts();
        self.papers.set(Answers::new());
    }
}
