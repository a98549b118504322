//! Counts the answers that come in for the survey of the open record: from files, pasted texts, paper
//! sheets, and the kiosk.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::FileList;

use crate::exchange::File;
use crate::exchange::arrived::{Arrived, Refusal, arrived};
use crate::record::RecordKind;
use crate::records::{Entry, Slot};
use crate::route::{Route, SurveyPage};
use crate::survey::Response;
use crate::survey::asked::NotCounted;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::tally::Tally;
use crate::web::io::{address, files, random_id};
use crate::web::state::brought_in::BroughtIn;
use crate::web::state::incoming::{Incoming, check, named};
use crate::web::state::notices::Reversal;
use crate::web::state::open::SaveState;
use crate::web::state::survey::SurveyDesk;
use crate::words::state::files::PASTED;
use crate::words::state::survey as say;

impl SurveyDesk {
    /// Counts the answers in files that were picked or dropped. [`SurveyDesk::counting`] tells how far
    /// that is, [`SurveyDesk::brought_in`] what came of it.
    pub fn count_files(self, list: FileList) {
        let all = list.length() as usize;
        if all == 0 {
            return;
        }
        self.brought_in.set(None);
        self.counting.set(Some((0, all)));
        spawn_local(async move {
            let mut found = Vec::new();
            for index in 0..list.length() {
                if let Some(picked) = files::read_one(&list, index).await {
                    found.extend(check(picked));
                }
                // Reading a file lets the browser paint in between.
                if index % 20 == 19 {
                    self.counting.set(Some((index as usize + 1, all)));
                }
            }
            self.counting.set(None);
            self.count_found(found, BroughtIn::default());
        });
    }

    /// Counts the answers in a pasted text.
    pub fn count_pasted(self, text: &str) {
        let mut found = arrived(PASTED, text.as_bytes());
        if let [(None, Arrived::Refused(problem))] = &mut found[..]
            && !text.trim_start().starts_with('{')
        {
            *problem = Refusal::NoCode;
        }
        self.count_found(named(PASTED, found), BroughtIn::default());
    }

    /// Raises the threshold for good, and counts those of the answers brought in last whose people were
    /// promised a higher threshold.
    pub fn raise_and_count(self, threshold: u32) {
        let Some(mut survey) = untrack(|| self.survey()) else { return };
        let Some(mut brought_in) = self.brought_in.get_untracked() else { return };
        let promised = std::mem::take(&mut brought_in.promised_more);
        if promised.is_empty() {
            return;
        }
        survey.threshold = survey.threshold.max(threshold);
        self.edit_without_undo(vec![(Slot::Survey, Entry::Survey(survey))]);
        (brought_in.new, brought_in.known) = (0, 0);
        self.count_found(promised.into_iter().map(|(_, it)| it).collect(), brought_in);
    }

    /// Takes answers that were opened on another page to the page of their survey, which counts them at
    /// once.
    pub fn count_at(self, kind: RecordKind, id: &str, answers: Vec<Incoming>) {
        self.carried.set_value(answers);
        address::go(&Route::survey(kind, id, SurveyPage::Manage));
    }

    /// Counts the answers that `count_at` has brought to this page, if there are any.
    pub fn count_carried(self) {
        let carried = self.carried.try_update_value(std::mem::take).unwrap_or_default();
        if !carried.is_empty() {
            self.count_found(carried, BroughtIn::default());
        }
    }

    /// Counts the answers among what was found, adds the outcome to `brought_in`, and shows that.
    fn count_found(self, found: Vec<Incoming>, mut brought_in: BroughtIn) {
        self.open.take_in();
        let Some(mut tally) = self.tally() else { return };
        let threshold = untrack(|| self.survey()).map_or(0, |survey| survey.threshold);
        let asked = self.asked();
        for Incoming { name, found } in found {
            let counted = match found {
                Arrived::File(File::Response(response)) if response.survey != tally.survey => {
                    let found = Arrived::File(File::Response(response));
                    brought_in.others.push(Incoming { name, found });
                    continue;
                }
                Arrived::File(File::Response(response)) => {
                    match asked.count(&mut tally, threshold, &response) {
                        Err(NotCounted::PromisedMore(promised)) => {
                            let found = Arrived::File(File::Response(response));
                            brought_in.promised_more.push((promised, Incoming { name, found }));
                            continue;
                        }
                        counted => counted.map_err(|problem| problem.to_string()),
                    }
                }
                Arrived::Refused(reason) => Err(reason.to_string()),
                found => {
                    brought_in.elsewhere.push(Incoming { name, found });
                    continue;
                }
            };
            match counted {
                Ok(true) => brought_in.new += 1,
                Ok(false) => brought_in.known += 1,
                Err(reason) => brought_in.unread.push((name, reason)),
            }
        }
        if brought_in.new > 0 {
            self.put_counted(tally);
            self.notices.tell_with_undo(say::counted(brought_in.new), Reversal::Edit);
        }
        self.brought_in.set(Some(brought_in));
    }

    /// Counts a batch of paper sheets, with undo offered. Fails, and counts nothing, when they do not
    /// add up.
    pub fn count_sheets(self, sheets: &Sheets) -> Result<(), Vec<SheetProblem>> {
        self.open.take_in();
        let filled = sheets.clone().without_blank();
        let statements = untrack(|| self.statements(self.asked()));
        let Some(mut tally) = self.tally() else { return Ok(()) };
        let blank = sheets.number - filled.number;
        if tally.count_sheets(&random_id(), &filled, statements)? {
            self.put_counted(tally);
            self.notices.tell_with_undo(say::sheets_counted(blank), Reversal::Edit);
        } else {
            self.notices.tell(say::NOTHING_ON_SHEETS);
        }
        Ok(())
    }

    /// Puts the tally into the open record, and saves it at once.
    fn put_counted(self, tally: Tally) {
        self.open.edit(vec![(Slot::Tally, Entry::Tally(tally))]);
        self.open.save_now();
    }

    /// Counts one answer from the kiosk at once. There is no undo: it would take away the answer of
    /// someone who has left. False when the answer could not be saved: then it is counted in memory
    /// only.
    pub fn count_answer(self, response: &Response) -> bool {
        self.open.take_in();
        let Some(mut tally) = self.tally() else { return false };
        let threshold = untrack(|| self.survey()).map_or(0, |survey| survey.threshold);
        if self.asked().count(&mut tally, threshold, response) == Ok(true) {
            self.edit_without_undo(vec![(Slot::Tally, Entry::Tally(tally))]);
            self.open.save_now();
        }
        !matches!(*self.open.save_state.read_untracked(), SaveState::NotSaved(_))
    }
}
