//! Does the jobs that are asked of the code for records, once that is here.

use leptos::prelude::*;

use crate::web::io;
use crate::web::state::State;
use crate::web::state::jobs::Job;
use crate::web::state::open::OpenRecord;
use crate::words;

impl State {
    /// Does a job if the code for records is here; otherwise gives the job back.
    pub fn do_now(self, job: Job) -> Result<(), Job> {
        match self.jobs.get_value() {
            Some(perform) => {
                perform(self, job);
                Ok(())
            }
            None => Err(job),
        }
    }

    /// Why one of Cairn's own files did not come, and what to do about it, in words for the person.
    pub async fn why_not_fetched(self) -> &'static str {
        words::not_fetched(&io::why_not_fetched().await.unwrap_or_default())
    }

    /// Called by every fetched page before it is shown: the code for records has come with it. The
    /// first call reads the settings and opens the record that the address names; after that, arriving
    /// at an address opens records.
    pub fn records_are_here(self) {
        if self.jobs.get_value().is_none() {
            self.device.read_settings();
            self.device.read_first_wording();
            self.jobs.set_value(Some(perform));
            self.open.put_back.set_value(Some(OpenRecord::put_back_vanished));
            self.library.empty_bin();
            self.open.open_named(&self.route.get_untracked());
        }
    }
}

fn perform(state: State, job: Job) {
    match job {
        Job::StartAudit { name, organisation } => state.start_audit(&name, &organisation),
        Job::StartNextYear { id, name } => state.start_next_year(&id, &name),
        Job::OpenExample(kind) => state.open_example(kind),
        Job::Export(id) => state.export(&id),
        Job::ExportEverything => state.export_everything(),
        Job::ExportUnreadable(key) => state.export_unreadable(&key),
        Job::PutInBin(id) => state.put_in_bin(&id),
        Job::TryAgain => state.open.try_again(),
        Job::Undo => state.open.undo(),
        Job::Redo => state.open.redo(),
        Job::Reverse(reversal) => state.reverse(reversal),
        Job::Save => state.open.save_now(),
        Job::Arrive(route) => {
            state.open.save_now();
            state.open.open_named(&route);
            state.open.end_typing();
        }
        Job::TakeIn(kind, id, text) => state.open.take_in_record(kind, &id, &text),
        Job::TakeInPaper(key) => state.survey.take_in_paper(&key),
        Job::ClearToo => state.clear_too(),
        Job::ReadSettings => state.device.read_settings(),
        Job::ReadWording => state.device.read_wording(),
    }
}
