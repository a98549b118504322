//! The survey of the open record, be it an audit's or an organisation's: its details, its results,
//! and what they propose.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::audit::answer::JUDGEMENTS;
use crate::by_id::ById;
use crate::exchange::csv::Table;
use crate::exchange::file_name;
use crate::framework::{self, Text};
use crate::organisation::many;
use crate::records::{Entry, Record, Slot};
use crate::route::{Route, SurveyPage};
use crate::survey::asked::{self};
use crate::survey::invitation::Invitation;
use crate::survey::paper::Paper;
use crate::survey::results::Results;
use crate::survey::tally::Tally;
use crate::survey::{Asked, Collected, Survey, SurveyState};
use crate::web::io::{address, clock, random_id, share};
use crate::web::state::brought_in::BroughtIn;
use crate::web::state::device::Device;
use crate::web::state::edit::Change;
use crate::web::state::handle::Handle;
use crate::web::state::incoming::Incoming;
use crate::web::state::library::Library;
use crate::web::state::notices::{Notices, Reversal};
use crate::web::state::open::{OpenRecord, Opened, SaveState};
use crate::words::state::survey as say;
use crate::words::survey::results::TABLE;

/// The survey of the open record, and the answers that are about to be counted in it.
pub type SurveyDesk = Handle<OnDesk>;

/// The data that [`SurveyDesk`] points to.
pub struct OnDesk {
    pub(super) notices: Notices,
    pub(super) library: Library,
    pub(super) device: Device,
    pub(super) open: OpenRecord,
    /// What became of the answers to the survey that were brought in last.
    pub brought_in: RwSignal<Option<BroughtIn>>,
    /// While files with answers are read: how many have been read, and how many there are.
    pub counting: RwSignal<Option<(usize, usize)>>,
    /// Answers that were opened on another page, until the page of their survey counts them.
    pub(super) carried: StoredValue<Vec<Incoming>>,
    /// Paper sheets that are being typed in, by the survey's id.
    pub(super) papers: RwSignal<ById<Paper>>,
    /// True once the browser asks before it leaves sheets that are in memory only.
    pub(super) guards_paper: StoredValue<bool>,
}

impl SurveyDesk {
    /// Made with no answers to be counted.
    pub(super) fn of(open: OpenRecord) -> SurveyDesk {
        let Opened { notices, library, device, .. } = *open;
        Handle::on(OnDesk {
            notices,
            library,
            device,
            open,
            brought_in: RwSignal::new(None),
            counting: RwSignal::new(None),
            carried: StoredValue::new(Vec::new()),
            papers: RwSignal::new(ById::new()),
            guards_paper: StoredValue::new(false),
        })
    }

    /// The survey of the open record.
    pub fn survey(self) -> Option<Survey> {
        self.collected(|collected| Some(collected?.survey.clone()))
    }

    /// Reads the survey of the open record with what has come in.
    pub fn collected<R>(self, read: impl FnOnce(Option<Collected>) -> R) -> R {
        self.open.record.with(|record| read(record.collected()))
    }

    /// What a survey of the open record asks.
    pub fn asked(self) -> Asked {
        self.open.record.with_untracked(Record::asked)
    }

    /// The statements of a survey, in their present words.
    pub fn statements(self, asked: Asked) -> &'static [Text] {
        match asked {
            Asked::Indicators => &self.device.framework().statements,
            Asked::Characteristics => asked::characteristics(),
        }
    }

    /// Who asks: the organisation that the open record belongs to.
    pub fn who_asks(self) -> String {
        self.open.record.with(|record| record.organisation().to_owned())
    }

    /// The address of a page of the open record's survey.
    pub fn survey_page(self, page: SurveyPage) -> Route {
        Route::survey(self.open.kind(), &self.open.id(), page)
    }

    /// Opens a survey. If it replaces another, the old one goes for good: after an undo it would stand
    /// there without its counts.
    pub fn open_survey(self, fill_in: impl FnOnce(&mut Survey)) {
        let mut survey = Survey::new(random_id(), "", self.device.stamp());
        fill_in(&mut survey);
        if untrack(|| self.survey()).is_some() {
            // Results of the old survey that may show are let out first, even if nobody has looked at
            // them yet. If that cannot be saved, the person has been told, and the old survey stays.
            self.release_results();
            if self.open.record.with_untracked(|book| book.released().is_some()) {
                return;
            }
            let changes = self.open.record.with_untracked(|book| {
                many::ask_again(&framework::learning(), book, survey, clock::today())
            });
            self.edit_without_undo(changes);
            self.notices.tell(say::IS_OPEN);
        } else {
            self.open.edit(vec![(Slot::Survey, Entry::Survey(survey))]);
            self.notices.tell_with_undo(say::IS_OPEN, Reversal::Edit);
        }
    }

    /// Changes the details of the survey.
    pub fn change_survey(self, change: impl FnOnce(&mut Survey)) {
        if let Some(mut survey) = untrack(|| self.survey()) {
            change(&mut survey);
            self.open.edit(vec![(Slot::Survey, Entry::Survey(survey))]);
        }
    }

    /// Changes the details of the survey, with undo offered. The threshold is never lowered, and
    /// raising it cannot be undone: those who answer from now on are promised the higher one.
    pub fn change_details(self, change: impl FnOnce(&mut Survey)) {
        let Some(before) = untrack(|| self.survey()) else { return };
        let mut survey = before.clone();
        change(&mut survey);
        let survey = survey.promising(&before);
        if survey.threshold > before.threshold {
            self.edit_without_undo(vec![(Slot::Survey, Entry::Survey(survey))]);
            self.notices.tell(say::DETAILS_CHANGED);
        } else {
            self.change_survey(|now| *now = survey);
            self.notices.tell_with_undo(say::DETAILS_CHANGED, Reversal::Edit);
        }
    }

    /// Closes the survey, with undo offered.
    pub fn close_survey(self) {
        self.change_survey(|survey| survey.state = SurveyState::Closed);
        self.notices.tell_with_undo(say::IS_CLOSED, Reversal::Edit);
    }

    /// Opens the survey again.
    pub fn reopen_survey(self) {
        self.change_survey(|survey| survey.state = SurveyState::Open);
        self.notices.tell_with_undo(say::IS_OPEN_AGAIN, Reversal::Edit);
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

    /// Puts a text into the clipboard. False when the browser would not.
    pub async fn copy(self, text: &str) -> bool {
        share::copy(text).await
    }

    /// The tally of the present survey, new if nothing has been counted for it yet.
    pub(super) fn tally(self) -> Option<Tally> {
        self.open.record.with_untracked(|record| {
            let Collected { survey, tally, .. } = record.collected()?;
            Some(tally.cloned().unwrap_or_else(|| Tally::new(&survey.id)))
        })
    }

    /// Brings the results up to the answers that have come in since, if results may show and enough
    /// have come. Pages that show results call this when they open, not each time they run again.
    pub fn release_results(self) {
        self.release_results_of(&untrack(|| self.open.id()));
    }

    /// Brings the results of any record on this device up to date. New results are saved before they
    /// show: unsaved ones would wait again after a reload, and then show together with one more
    /// person's answers.
    pub(super) fn release_results_of(self, id: &str) {
        let is_open = self.open.is_open(id);
        if is_open {
            self.open.take_in();
        }
        let before = self.open.read(id);
        if let Some((before, released)) =
            before.and_then(|it| it.released().map(|after| (it, after)))
            && !self.keep_counts(before, released)
            && is_open
        {
            self.notices.tell_problem(say::RESULTS_NOT_SHOWN);
        }
    }

    /// Makes a step of the answers that wait in a record, if enough wait, so that a file can hold them.
    /// If the step cannot be saved, all of them go on waiting.
    pub(super) fn seal(self, id: &str) {
        if let Some(before) = self.open.read(id)
            && let Some(sealed) = before.sealed()
        {
            self.keep_counts(before, sealed);
        }
    }

    /// Saves a record with its counts as in `after`, for good: if results that were seen could be
    /// undone, and other answers counted in their place, the difference would tell those answers. Gives
    /// false when they cannot be saved; then the counts are as in `before`.
    fn keep_counts(self, before: Record, after: Record) -> bool {
        if !self.open.is_open(&before.id) {
            return self.open.keep(after) || {
                self.open.keep(before);
                false
            };
        }
        self.put_counts_of(&after);
        let kept = !matches!(*self.open.save_state.read_untracked(), SaveState::NotSaved(_));
        if !kept {
            self.put_counts_of(&before);
        }
        kept
    }

    /// Replaces the counts of the open record with those of `other`, another state of it, for good.
    fn put_counts_of(self, other: &Record) {
        if let Some(tally) = other.collected().and_then(|collected| collected.tally).cloned() {
            self.edit_without_undo(vec![(Slot::Tally, Entry::Tally(tally))]);
            self.open.save_now();
        }
    }

    /// The results, while they may show.
    pub fn results(self) -> Option<Results> {
        let framework = self.device.framework();
        self.open.with(|audit| audit.results(framework))
    }

    /// The results as a table for a spreadsheet, while they may show.
    fn results_table(self) -> Option<Table> {
        let framework = self.device.framework_now();
        self.open.with_untracked(|audit| {
            let results = audit.results(framework)?;
            Some(Table::of_results(&results, audit.shown()?, framework, &TABLE))
        })
    }

    /// Puts the results into the clipboard as a table for a spreadsheet, and tells whether that worked.
    pub fn copy_results(self) {
        let Some(table) = self.results_table() else { return };
        spawn_local(async move {
            if share::copy_table(&table.html(), &table.tabbed()).await {
                self.notices.tell(say::RESULTS_COPIED);
            } else {
                self.notices.tell_problem(say::RESULTS_NOT_COPIED);
            }
        });
    }

    /// Saves the results as a table for a spreadsheet.
    pub fn save_results(self) {
        let Some(table) = self.results_table() else { return };
        let title = self.open.with_untracked(|audit| audit.survey().map(|it| it.title.clone()));
        let name = file_name(&title.unwrap_or_default(), &clock::today().to_string(), "csv");
        // The byte order mark tells spreadsheets that the text is UTF-8.
        self.notices.download(&name, &["\u{feff}", &table.csv()].concat());
    }

    /// Takes over what the survey proposes for these indicators, as one step, with undo offered.
    pub fn accept(self, indicators: &[String]) {
        let framework = self.device.framework_now();
        let changes = self.open.with_untracked(|audit| {
            let Some(results) = audit.results(framework) else { return Vec::new() };
            let accepted = indicators.iter().filter_map(|id| {
                let (_, indicator) = framework.indicator(id)?;
                let judgement = results.proposal(indicator)?.proposed;
                let judged = audit.judged_with(framework, id, judgement);
                Some((Slot::item(&JUDGEMENTS, id), Entry::Item(judged)))
            });
            accepted.collect()
        });
        let number = changes.len();
        if number > 0 {
            self.open.edit(changes);
            self.notices.tell_with_undo(say::accepted(number), Reversal::Edit);
        }
    }

    /// Makes an edit that cannot be undone. Earlier edits of the same slots cannot be undone after it
    /// either.
    pub(super) fn edit_without_undo(self, entries: Vec<Change>) {
        let stamp = self.device.stamp();
        let slots: Vec<_> = entries.iter().map(|(slot, _)| slot.clone()).collect();
        self.open.record.update(|record| {
            for (slot, entry) in entries {
                record.change(&slot, entry, stamp.clone());
            }
        });
        slots.iter().for_each(|slot| self.open.mark(slot.clone()));
        self.open.forget_steps(&slots);
    }
}
