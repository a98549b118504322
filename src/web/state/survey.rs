//! The staff survey of the open audit: its details, answers that come in, and what they propose.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::FileList;

use crate::audit::Audit;
use crate::audit::slot::{Entry, Slot};
use crate::exchange::csv::results_csv;
use crate::exchange::{File, ImportError, MAX_BYTES, from_bytes};
use crate::records::Record;
use crate::route::Route;
use crate::survey::code::find_codes;
use crate::survey::invitation::Invitation;
use crate::survey::results::Results;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::tally::Tally;
use crate::survey::{Response, Survey, SurveyState};
use crate::web::io::files::{self, Picked};
use crate::web::io::store::BrowserStore;
use crate::web::io::{address, clock, random_id, share};
use crate::web::state::{Reversal, SaveState, State};
use crate::web::words;
use crate::workspace::Workspace;

/// What became of answers that were brought in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BroughtIn {
    /// How many were counted.
    pub new: usize,
    /// How many had been counted before.
    pub known: usize,
    /// What held the answers to another survey: the names of files, or `code 3`.
    pub others: Vec<String>,
    /// What could not be read, each with the reason.
    pub unread: Vec<(String, String)>,
}

/// An answer as it was found: where, and what it is or why it cannot be read.
type Found = (String, Result<Response, String>);

impl State {
    /// The survey of the open audit.
    pub fn survey(self) -> Option<Survey> {
        self.with(|audit| audit.survey.clone())
    }

    /// Opens a survey.
    pub fn open_survey(self, fill_in: impl FnOnce(&mut Survey)) {
        let mut survey = Survey::new(random_id(), "", self.stamp());
        fill_in(&mut survey);
        self.edit(vec![(Slot::Survey, Entry::Survey(survey))]);
        self.tell_with_undo("The survey is open.", Reversal::Edit);
    }

    /// Changes the details of the survey.
    pub fn change_survey(self, change: impl FnOnce(&mut Survey)) {
        if let Some(mut survey) = self.with_untracked(|audit| audit.survey.clone()) {
            change(&mut survey);
            self.edit(vec![(Slot::Survey, Entry::Survey(survey))]);
        }
    }

    /// Changes the details of the survey that the lead has typed anew, with undo offered.
    pub fn change_details(self, change: impl FnOnce(&mut Survey)) {
        self.change_survey(change);
        self.tell_with_undo("The details are changed.", Reversal::Edit);
    }

    /// Closes the survey, with undo offered.
    pub fn close_survey(self) {
        self.change_survey(|survey| survey.state = SurveyState::Closed);
        self.tell_with_undo("The survey is closed.", Reversal::Edit);
    }

    /// Opens the survey again.
    pub fn reopen_survey(self) {
        self.change_survey(|survey| survey.state = SurveyState::Open);
        self.tell_with_undo("The survey is open again.", Reversal::Edit);
    }

    /// The whole address of the page on which a colleague answers.
    pub fn survey_link(self) -> Option<String> {
        let invitation = self.with(|audit| {
            let survey = audit.survey.as_ref()?;
            Some(Invitation {
                survey: survey.id.clone(),
                framework: audit.framework.clone(),
                title: survey.title.clone(),
                organisation: audit.organisation.text.clone(),
                closes: survey.closes,
                threshold: survey.threshold,
            })
        });
        Some(address::whole(&Route::Answer(invitation?.written()?)))
    }

    /// Counts the answers in files that were picked or dropped. [`State::counting`] tells how far it
    /// is, [`State::brought_in`] what came of it.
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
                    found.extend(answers_in(picked));
                }
                // Reading a file lets the browser paint in between.
                if index % 20 == 19 {
                    self.counting.set(Some((index as usize + 1, all)));
                }
            }
            self.counting.set(None);
            self.count_found(found);
        });
    }

    /// Counts the answers in a pasted text.
    pub fn count_pasted(self, text: &str) {
        let mut found = answers_in_text("The pasted text", text);
        if found.is_empty() {
            let problem = if text.contains("#/survey/") {
                "This is the link by which people answer, not an answer. What they send back is a file, or a code that begins with CAIRN-."
            } else {
                "There is no code in it. A code begins with CAIRN-."
            };
            found.push(("The pasted text".to_owned(), Err(problem.to_owned())));
        }
        self.count_found(found);
    }

    fn count_found(self, found: Vec<Found>) {
        self.take_in();
        let Some(mut tally) = self.tally() else { return };
        let mut brought_in = BroughtIn::default();
        for (name, answer) in found {
            match answer {
                Ok(response) if response.survey != tally.survey => brought_in.others.push(name),
                Ok(response) if tally.count(&response) => brought_in.new += 1,
                Ok(_) => brought_in.known += 1,
                Err(reason) => brought_in.unread.push((name, reason)),
            }
        }
        if brought_in.new > 0 {
            self.edit(vec![(Slot::Tally, Entry::Tally(tally))]);
            self.save_now();
            let counted = words::count(brought_in.new, "answer is", "answers are");
            self.tell_with_undo([&counted, " counted."].concat(), Reversal::Edit);
        }
        self.brought_in.set(Some(brought_in));
    }

    /// Counts a batch of paper sheets, with undo offered. Fails, and counts nothing, when they do not
    /// add up.
    pub fn count_sheets(self, sheets: &Sheets) -> Result<(), Vec<SheetProblem>> {
        self.take_in();
        let statements = &self.framework_now().statements;
        let Some(mut tally) = self.tally() else { return Ok(()) };
        if tally.count_sheets(&random_id(), sheets, statements)? {
            self.edit(vec![(Slot::Tally, Entry::Tally(tally))]);
            self.save_now();
            self.tell_with_undo("The sheets are counted.", Reversal::Edit);
        }
        Ok(())
    }

    /// Counts one answer at once, as the kiosk does; there is no undo, which would take the answer of
    /// someone who has left. False when it could not be saved: then it is counted in memory only.
    pub fn count_answer(self, response: &Response) -> bool {
        self.take_in();
        let Some(mut tally) = self.tally() else { return false };
        if tally.count(response) {
            self.change_quietly(Slot::Tally, Entry::Tally(tally));
            self.forget_steps(&[Slot::Tally.into()]);
            self.save_now();
        }
        !matches!(*self.save_state.read_untracked(), SaveState::NotSaved(_))
    }

    /// The audit on this device to which a survey belongs: its id and its name.
    pub fn audit_with_survey(self, survey: &str) -> Option<(String, String)> {
        let mut labels = self.labels.get_untracked().into_iter();
        let label = labels.find(|label| {
            let read = |workspace: &mut Workspace<BrowserStore>| {
                let record = workspace.record(&label.id, clock::now()).ok();
                record.and_then(Record::into_audit).is_some_and(|audit| is_of(&audit, survey))
            };
            self.workspace.try_update_value(read).unwrap_or(false)
        })?;
        Some((label.id, label.name))
    }

    /// Puts a text into the clipboard. False when the browser would not.
    pub async fn copy(self, text: &str) -> bool {
        share::copy(text).await
    }

    /// The tally of the present survey, new if nothing has been counted for it yet.
    fn tally(self) -> Option<Tally> {
        self.with_untracked(|audit| {
            let survey = audit.survey.as_ref()?;
            let tally = audit.tally.as_ref().filter(|tally| tally.survey == survey.id);
            Some(tally.cloned().unwrap_or_else(|| Tally::new(&survey.id)))
        })
    }

    /// Lets the results move on to what has come in since, if results may show and enough has come.
    /// Pages that show results call it as they open, not as they run again.
    pub fn let_results_move_on(self) {
        if let Some(tally) = self.with_untracked(Audit::released) {
            self.change_quietly(Slot::Tally, Entry::Tally(tally));
            // To take back what has been seen, and count other answers in its place, would tell the
            // difference between the two.
            self.forget_steps(&[Slot::Tally.into()]);
        }
    }

    /// The results, while they may show.
    pub fn results(self) -> Option<Results> {
        let framework = self.framework();
        self.with(|audit| audit.results(framework))
    }

    /// The results as a table for a spreadsheet, while they may show.
    fn results_csv(self) -> Option<String> {
        let framework = self.framework_now();
        self.with_untracked(|audit| {
            let results = audit.results(framework)?;
            Some(results_csv(&results, &audit.shown()?.comments, framework))
        })
    }

    /// Puts the results into the clipboard as a table for a spreadsheet, and tells.
    pub fn copy_results(self) {
        let Some(csv) = self.results_csv() else { return };
        spawn_local(async move {
            if share::copy(&csv).await {
                self.tell("The results are copied. You can paste them into a spreadsheet.");
            } else {
                self.tell_problem(
                    "The browser would not copy the results. Save them as a file instead.",
                );
            }
        });
    }

    /// Saves the results as a table for a spreadsheet.
    pub fn save_results(self) {
        let Some(csv) = self.results_csv() else { return };
        let title = self.with_untracked(|audit| audit.survey.as_ref().map(|it| it.title.clone()));
        let name = words::file_name(&title.unwrap_or_default(), &self.today().to_string(), "csv");
        // The mark in front tells spreadsheets how the letters are written.
        self.download(&name, &["\u{feff}", &csv].concat());
    }

    /// Takes over what the survey proposes for these indicators, as one step, with undo offered.
    pub fn accept(self, indicators: &[String]) {
        let framework = self.framework_now();
        let changes = self.with_untracked(|audit| {
            let Some(results) = audit.results(framework) else { return Vec::new() };
            let accepted = indicators.iter().filter_map(|id| {
                let (_, indicator) = framework.indicator(id)?;
                let judgement = results.proposal(indicator)?.proposed;
                let judged = audit.judged_with(framework, id, judgement, self.stamp());
                Some((Slot::Judgement(id.clone()), Entry::Judged(judged)))
            });
            accepted.collect()
        });
        let number = changes.len();
        if number > 0 {
            self.edit(changes);
            let text = match number {
                1 => "The survey’s proposal is accepted.".to_owned(),
                number => format!("{number} of the survey’s proposals are accepted."),
            };
            self.tell_with_undo(text, Reversal::Edit);
        }
    }

    /// Writes a text of “You said, we did”: `intro`, `closing`, or by a statement's id.
    pub fn say(self, id: &str, text: String) {
        self.write(Slot::Said(id.to_owned()), text);
    }

    /// Puts an entry into its slot as an edit that is no step of undo.
    fn change_quietly(self, slot: Slot, entry: Entry) {
        let stamp = self.stamp();
        let slot = slot.into();
        self.open.update(|record| drop(record.change(&slot, entry.into(), stamp)));
        self.mark(slot);
    }
}

fn is_of(audit: &Audit, survey: &str) -> bool {
    audit.survey.as_ref().is_some_and(|own| own.id == survey)
}

fn answers_in(picked: Picked) -> Vec<Found> {
    let Picked { name, bytes, size } = picked;
    let bytes = match bytes {
        Ok(_) if size > MAX_BYTES => {
            return vec![(name, Err(ImportError::TooLarge { found: size }.to_string()))];
        }
        Ok(bytes) => bytes,
        Err(reason) => {
            let problem = format!("The browser could not read it ({reason}).");
            return vec![(name, Err(problem))];
        }
    };
    let problem = match from_bytes(&bytes) {
        Ok(File::Response(response)) => return vec![(name, Ok(*response))],
        Ok(_) => "It is a Cairn file, but not an answer to a survey. You can look at it under “Open a file”.".to_owned(),
        Err(problem) => problem.to_string(),
    };
    let codes = std::str::from_utf8(&bytes).map(|text| answers_in_text(&name, text));
    match codes {
        Ok(codes) if !codes.is_empty() => codes,
        _ => vec![(name, Err(problem))],
    }
}

/// The codes in a text, named by their place in it.
fn answers_in_text(name: &str, text: &str) -> Vec<Found> {
    let codes = find_codes(text).into_iter().enumerate();
    codes
        .map(|(place, code)| {
            (format!("{name}, code {}", place + 1), code.map_err(|problem| problem.to_string()))
        })
        .collect()
}
