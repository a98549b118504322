//! One person's answers while they are given, on a device of their own or at the kiosk. They stay in
//! the page's memory, and on the person's own device as a draft in its tab; only the person sends them.
//!
//! The draft stays until the person says that the answers were sent: a browser does not tell whether it
//! has saved a file or copied a text. A page that is loaded anew goes on with the draft under the same
//! id, so that the answers count once. A duplicated tab has a copy of the draft, but is another
//! person's: the copy is removed there. A draft that is cleared is cleared in every copy. [`tab`] tells
//! a tab from its duplicate.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::writing::response_text;
use crate::exchange::{File, from_text};
use crate::moment::Timestamp;
use crate::route::{BookPage, Route};
use crate::survey::{Answer, Response};
pub use crate::web::io::share::Shared;
use crate::web::io::tab::Arrived;
use crate::web::io::{address, clock, files, random_id, share, tab};
use crate::web::state::{SaveState, State};

/// The answers of one person.
#[derive(Clone, Copy)]
pub struct Answering {
    state: State,
    response: RwSignal<Response>,
    /// True when a draft is kept, so that a reload finds the answers again. False at the kiosk, where
    /// the next person would find them.
    keeps_draft: bool,
    /// True once it is known whether a draft was here before.
    pub ready: RwSignal<bool>,
    /// True once the answers have been handed over in any way. Whether they were sent, only the person
    /// knows.
    pub sent: RwSignal<bool>,
    /// True when this tab had a copy of answers that are another tab's, and has removed it.
    pub elsewhere: RwSignal<bool>,
    /// True when this device could not remember that the answers were cleared: a copy of this tab may
    /// still have them.
    pub copies_stay: RwSignal<bool>,
}

impl State {
    /// The answers of one person to the survey with this id: new, or the draft from before a reload.
    /// The person is promised this threshold.
    pub fn answering(self, survey: &str, threshold: u32) -> Answering {
        let response = Response::new(survey, random_id()).promised(threshold);
        let answering = Answering::of(self, response, true);
        answering.ready.set(false);
        spawn_local(answering.find());
        answering
    }

    /// The answers of the first person at the kiosk, of which only the counts are kept. Each person
    /// there is promised this threshold.
    pub fn answering_at_kiosk(self, survey: &str, threshold: u32) -> Answering {
        Answering::of(self, Response::new(survey, random_id()).promised(threshold), false)
    }

    /// Counts the answers that were given at the kiosk, and clears them. [`State::is_saved`] tells
    /// whether the count could be saved.
    pub fn count_and_clear(self, answering: Answering) {
        self.survey.count_answer(&answering.response.get_untracked());
        answering.clear();
    }

    /// False while the open record, and with it what was counted, could not be saved.
    pub fn is_saved(self) -> bool {
        !matches!(*self.open.save_state.read(), SaveState::NotSaved(_))
    }

    /// Shows the organiser's pages again.
    pub fn leave_kiosk(self) {
        let here = self.route.get_untracked();
        let Some(back) = here.before_handing_round() else { return };
        // The route changes before the address does: a kiosk that is still shown would hold the
        // address.
        self.route.set(back.clone());
        self.go(&back);
    }

    /// True when the kiosk, or a vote that is under way, is shown and the address was changed by
    /// anything but its own button: going back, a link, typing. The address is then put back, and
    /// nobody sees anything of the record.
    pub(super) fn holds_kiosk(self, asked: &Route) -> bool {
        let here = self.route.get_untracked();
        let over = match &here {
            // Before the code for records is here, nobody knows whether the vote is over.
            Route::Book { page: BookPage::Vote(session), .. } => {
                self.jobs.with_value(Option::is_some) && !self.meetings.is_voting(session)
            }
            _ => false,
        };
        let held = here.is_kiosk() && here != *asked && !over;
        if held {
            self.go(&here);
        }
        held
    }
}

impl Answering {
    fn of(state: State, response: Response, keeps_draft: bool) -> Answering {
        Answering {
            state,
            response: RwSignal::new(response),
            keeps_draft,
            ready: RwSignal::new(true),
            sent: RwSignal::new(false),
            elsewhere: RwSignal::new(false),
            copies_stay: RwSignal::new(false),
        }
    }

    /// Goes on with the draft that this tab keeps for this survey, unless it is another tab's or was
    /// cleared.
    async fn find(self) {
        let arrived = tab::arrive().await;
        // The page may have been left meanwhile.
        if self.ready.try_get_untracked() != Some(false) {
            return;
        }
        let survey = self.survey();
        match draft_of(&survey) {
            Some(draft) if !self.was_cleared() => self.go_on_with(draft, arrived),
            Some(_) => {
                drop_draft(&survey);
                tab::rename();
            }
            None => drop_draft(&survey),
        }
        self.elsewhere.set(tab::has_lost(&draft_key(&survey)));
        self.ready.set(true);
    }

    fn go_on_with(self, mut draft: Response, arrived: Arrived) {
        // The highest threshold holds that was promised while the answers were given.
        draft.threshold = draft.threshold.max(self.response.with_untracked(|it| it.threshold));
        let handed = share::draft(&handed_key(&draft.survey)).as_deref() == Some(&*draft.id);
        if arrived == Arrived::Unknown {
            // Another tab may have this draft too. Without the mark that they share, clearing it here
            // leaves the other tab's draft alone.
            share::drop_draft(&mark_key(&draft.survey));
            if !handed {
                // It was not handed over, so it can get an id of its own.
                draft.id = random_id();
            }
        }
        self.response.set(draft);
        self.keep_draft();
        self.sent.set(handed);
    }

    /// True when these answers were cleared in another copy of this tab.
    fn was_cleared(self) -> bool {
        let workspace = self.state.library.workspace;
        share::draft(&mark_key(&self.survey()))
            .is_some_and(|mark| workspace.with_value(|workspace| workspace.was_cleared(&mark)))
    }

    /// The person's answer to a statement; `None` while there is none.
    pub fn answer_to(self, statement: &str) -> Option<Answer> {
        self.response.with(|response| response.answers.get(statement).copied())
    }

    /// How many statements are answered.
    pub fn answered(self) -> usize {
        self.response.with(|response| response.answers.len())
    }

    /// What the person has added in their own words.
    pub fn comment(self) -> String {
        self.response.with(|response| response.comment.clone())
    }

    /// True when there is nothing that could be sent.
    pub fn is_empty(self) -> bool {
        self.response.with(Response::is_empty)
    }

    /// Answers a statement; `None` takes the answer away.
    pub fn answer(self, statement: &str, answer: Option<Answer>) {
        self.change(|response| match answer {
            Some(answer) => response.answers.insert(statement.to_owned(), answer),
            None => drop(response.answers.remove(statement)),
        });
    }

    /// Puts `comment` in place of what the person has added so far.
    pub fn write_comment(self, comment: String) {
        self.change(|response| response.comment = comment);
    }

    fn change(self, change: impl FnOnce(&mut Response)) {
        self.response.update(change);
        self.keep_draft();
    }

    fn keep_draft(self) {
        if self.keeps_draft {
            tab::name();
            let mark = mark_key(&self.survey());
            if share::draft(&mark).is_none() {
                share::keep_draft(&mark, &random_id());
            }
            share::keep_draft(&draft_key(&self.survey()), &self.text());
        }
    }

    fn survey(self) -> String {
        self.response.with_untracked(|response| response.survey.clone())
    }

    /// The text of the file with the answers. Its time is the beginning of today: the hour could tell
    /// who was free then.
    fn text(self) -> String {
        let today = clock::today().days_since_1970() * 86_400_000;
        let today = Timestamp::from_millis(today);
        self.response.with_untracked(|response| response_text(response, today))
    }

    /// A file name that tells one person's answers from another's, and nothing about the person.
    fn file_name(self, ending: &str) -> String {
        let id = self.response.with_untracked(|response| response.id.clone());
        ["survey-answer-", id.get(..4).unwrap_or_default(), ending].concat()
    }

    /// True when the browser can hand the file to another program.
    pub fn can_share(self) -> bool {
        share::can_share(&self.file_name(".txt"))
    }

    /// Hands the file to a program that the person chooses.
    pub async fn share(self) -> Shared {
        let shared = share::share(&self.file_name(".txt"), &self.text()).await;
        if shared == Shared::Yes {
            self.handed_over();
        }
        shared
    }

    /// Saves the file. Gives the browser's reason when it refuses.
    pub fn save_file(self) -> Result<(), String> {
        files::download(&self.file_name(".json"), &self.text())?;
        self.handed_over();
        Ok(())
    }

    /// The answers as a code for any message.
    pub fn code(self) -> String {
        self.response.with_untracked(Response::code).unwrap_or_default()
    }

    /// Copies the code. False when the browser would not.
    pub async fn copy_code(self) -> bool {
        let copied = share::copy(&self.code()).await;
        if copied {
            self.handed_over();
        }
        copied
    }

    /// Called when the answers were shared, saved or copied. From now on they stay as they are, and the
    /// draft stays, until the person says that they were sent.
    pub fn handed_over(self) {
        self.sent.set(true);
        let id = self.response.with_untracked(|response| response.id.clone());
        share::keep_draft(&handed_key(&self.survey()), &id);
    }

    /// Clears the answers in every copy of the draft, because the person has said so. What is answered
    /// next is another person's.
    pub fn clear(self) {
        if let Some(mark) = share::draft(&mark_key(&self.survey())) {
            let workspace = self.state.library.workspace;
            let told = workspace.try_update_value(|workspace| workspace.remember_cleared(&mark));
            self.copies_stay.set(!matches!(told, Some(Ok(()))));
        }
        self.begin_anew();
    }

    /// Clears the answers in this tab alone: they may be a copy of answers that their person still
    /// wants in another tab.
    pub fn begin_anew(self) {
        drop_draft(&self.survey());
        if self.keeps_draft {
            tab::rename();
        }
        self.response.update(|response| {
            let threshold = response.threshold;
            *response = Response { threshold, ..Response::new(&response.survey, random_id()) };
        });
        self.sent.set(false);
    }

    /// While this page is shown, the browser asks before it leaves answers of which nobody has said
    /// that they were sent.
    pub fn ask_before_leaving(self) {
        let unload = window_event_listener(ev::beforeunload, move |event| {
            // When Cairn itself loads the page anew, it finds the answers again, if the browser keeps
            // drafts.
            let found_again = address::is_own_reload() && share::keeps_drafts();
            if !found_again && !untrack(|| self.is_empty()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || unload.remove());
    }
}

/// The key of the draft for a survey. Each survey has its own, as one tab can open two.
fn draft_key(survey: &str) -> String {
    [share::DRAFT, survey].concat()
}

/// The key under which a tab keeps the id of answers that were handed over.
fn handed_key(survey: &str) -> String {
    ["cairn:handed:", survey].concat()
}

/// The key under which a tab keeps the mark of a draft.
fn mark_key(survey: &str) -> String {
    [share::MARK, survey].concat()
}

/// The draft of answers to this survey that this tab keeps.
fn draft_of(survey: &str) -> Option<Response> {
    match from_text(&share::draft(&draft_key(survey))?) {
        Ok(File::Response(draft)) if draft.survey == survey => Some(*draft),
        _ => None,
    }
}

fn drop_draft(survey: &str) {
    share::drop_draft(&draft_key(survey));
    share::drop_draft(&handed_key(survey));
    share::drop_draft(&mark_key(survey));
}
