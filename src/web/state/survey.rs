//! The survey of the open record, be it an audit's or an organisation's: its details, answers that come
//! in, and what they propose.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::FileList;

use crate::audit::slot::{Entry, Slot};
use crate::exchange::csv::results_csv;
use crate::exchange::{File, ImportError, MAX_BYTES, from_bytes};
use crate::framework::Text;
use crate::record::RecordKind;
use crate::records;
use crate::route::{Route, SurveyPage};
use crate::survey::asked;
use crate::survey::code::find_codes;
use crate::survey::invitation::Invitation;
use crate::survey::results::Results;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::tally::Tally;
use crate::survey::{Asked, Collected, Response, Survey, SurveyState};
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
    /// The survey of the open record.
    pub fn survey(self) -> Option<Survey> {
        self.collected(|collected| Some(collected?.survey.clone()))
    }

    /// Reads the survey of the open record with what has come in.
    pub fn collected<R>(self, read: impl FnOnce(Option<Collected>) -> R) -> R {
        self.open.with(|record| read(record.collected()))
    }

    /// What a survey of the open record asks.
    pub fn asked(self) -> Asked {
        self.open.with_untracked(records::Record::asked)
    }

    /// The statements of a survey, in their present words.
    pub fn statements(self, asked: Asked) -> &'static [Text] {
        match asked {
            Asked::Indicators => &self.framework().statements,
            Asked::Characteristics => asked::characteristics(),
        }
    }

    /// Who asks: the organisation that the open record belongs to.
    pub fn who_asks(self) -> String {
        self.open.with(|record| record.organisation().to_owned())
    }

    /// The address of a page of the open record's survey.
    pub fn survey_page(self, page: SurveyPage) -> Route {
        Route::survey(self.kind(), &self.id(), page)
    }

    /// Opens a survey. Where it takes the place of another, that one goes for good: after an undo it
    /// would stand there without what was counted of it.
    pub fn open_survey(self, fill_in: impl FnOnce(&mut Survey)) {
        let mut survey = Survey::new(random_id(), "", self.stamp());
        fill_in(&mut survey);
        let anew = untrack(|| self.survey()).is_some();
        let (opened, emptied) = self.open.with_untracked(|record| {
            (record.survey_entry(survey), record.tally_entry(Tally::default()))
        });
        if anew {
            let slots = [opened.0.clone(), emptied.0.clone()];
            self.edit_entries(vec![opened, emptied]);
            self.forget_steps(&slots);
            self.tell("The survey is open.");
        } else {
            self.edit_entries(vec![opened]);
            self.tell_with_undo("The survey is open.", Reversal::Edit);
        }
    }

    /// Changes the details of the survey.
    pub fn change_survey(self, change: impl FnOnce(&mut Survey)) {
        if let Some(mut survey) = untrack(|| self.survey()) {
            change(&mut survey);
            let entry = self.open.with_untracked(|record| record.survey_entry(survey));
            self.edit_entries(vec![entry]);
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
        let survey = self.survey()?;
        let invitation = Invitation {
            framework: self.asked().framework().to_owned(),
            organisation: self.who_asks(),
            survey: survey.id,
            title: survey.title,
            closes: survey.closes,
            threshold: survey.threshold,
        };
        Some(address::whole(&Route::Answer(invitation.written()?)))
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
        let asked = self.asked();
        let mut brought_in = BroughtIn::default();
        for (name, answer) in found {
            let counted = match answer {
                Ok(response) if response.survey != tally.survey => {
                    brought_in.others.push(name);
                    continue;
                }
                Ok(response) => {
                    asked.count(&mut tally, &response).map_err(|problem| problem.to_string())
                }
                Err(reason) => Err(reason),
            };
            match counted {
                Ok(true) => brought_in.new += 1,
                Ok(false) => brought_in.known += 1,
                Err(reason) => brought_in.unread.push((name, reason)),
            }
        }
        if brought_in.new > 0 {
            self.put_counted(tally);
            let counted = words::count(brought_in.new, "answer is", "answers are");
            self.tell_with_undo([&counted, " counted."].concat(), Reversal::Edit);
        }
        self.brought_in.set(Some(brought_in));
    }

    /// Counts a batch of paper sheets, with undo offered. Fails, and counts nothing, when they do not
    /// add up.
    pub fn count_sheets(self, sheets: &Sheets) -> Result<(), Vec<SheetProblem>> {
        self.take_in();
        let statements = untrack(|| self.statements(self.asked()));
        let Some(mut tally) = self.tally() else { return Ok(()) };
        if tally.count_sheets(&random_id(), sheets, statements)? {
            self.put_counted(tally);
            self.tell_with_undo("The sheets are counted.", Reversal::Edit);
        }
        Ok(())
    }

    /// Puts what was counted in its place, and saves it at once.
    fn put_counted(self, tally: Tally) {
        let entry = self.open.with_untracked(|record| record.tally_entry(tally));
        self.edit_entries(vec![entry]);
        self.save_now();
    }

    /// Counts one answer at once, as the kiosk does; there is no undo, which would take the answer of
    /// someone who has left. False when it could not be saved: then it is counted in memory only.
    pub fn count_answer(self, response: &Response) -> bool {
        self.take_in();
        let Some(mut tally) = self.tally() else { return false };
        if self.asked().count(&mut tally, response) == Ok(true) {
            self.put_quietly(tally);
            self.save_now();
        }
        !matches!(*self.save_state.read_untracked(), SaveState::NotSaved(_))
    }

    /// The record on this device to which a survey belongs: its kind, its id and its name.
    pub fn record_with_survey(self, survey: &str) -> Option<(RecordKind, String, String)> {
        let labels = self.labels.get_untracked().into_iter().chain(self.others.get_untracked());
        let mut with_surveys =
            labels.filter(|label| !matches!(label.kind, RecordKind::Team | RecordKind::Learner));
        let label = with_surveys.find(|label| {
            let read = |workspace: &mut Workspace<BrowserStore>| {
                let record = workspace.record(&label.id, clock::now()).ok();
                record.is_some_and(|record| {
                    record.collected().is_some_and(|own| own.survey.id == survey)
                })
            };
            self.workspace.try_update_value(read).unwrap_or(false)
        })?;
        Some((label.kind, label.id, label.name))
    }

    /// Puts a text into the clipboard. False when the browser would not.
    pub async fn copy(self, text: &str) -> bool {
        share::copy(text).await
    }

    /// The tally of the present survey, new if nothing has been counted for it yet.
    fn tally(self) -> Option<Tally> {
        self.open.with_untracked(|record| {
            let Collected { survey, tally } = record.collected()?;
            Some(tally.cloned().unwrap_or_else(|| Tally::new(&survey.id)))
        })
    }

    /// Lets the results move on to what has come in since, if results may show and enough has come.
    /// Pages that show results call it as they open, not as they run again.
    pub fn let_results_move_on(self) {
        let released = self.open.with_untracked(|record| record.collected()?.released());
        if let Some(tally) = released {
            // To take back what has been seen, and count other answers in its place, would tell the
            // difference between the two.
            self.put_quietly(tally);
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

    /// Puts a tally in its place as an edit that cannot be undone, nor can those of it before.
    fn put_quietly(self, tally: Tally) {
        let stamp = self.stamp();
        let (slot, entry) = self.open.with_untracked(|record| record.tally_entry(tally));
        self.open.update(|record| drop(record.change(&slot, entry, stamp)));
        self.mark(slot.clone());
        self.forget_steps(&[slot]);
    }
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
