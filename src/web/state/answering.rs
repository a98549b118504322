//! One person's answers while they are given, on a device of their own or at the kiosk. They are in
//! the memory of the page, perhaps as a draft in its tab, and leave by the person's own hand only.

use leptos::ev;
use leptos::prelude::*;

use crate::exchange::envelope::response_text;
use crate::exchange::{File, from_text};
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::route::{Route, SurveyPage};
use crate::survey::{Answer, Response};
pub use crate::web::io::share::Shared;
use crate::web::io::{clock, files, random_id, share};
use crate::web::state::{SaveState, State};

/// The answers of one person.
#[derive(Clone, Copy)]
pub struct Answering {
    response: RwSignal<Response>,
    /// Whether a reload finds them again. Never at the kiosk, where the next person would.
    keeps_draft: bool,
    /// True once they have been handed over, by whatever way.
    pub sent: RwSignal<bool>,
}

impl State {
    /// Answers to the survey with this id, begun anew or gone on with after a reload.
    pub fn answering(self, survey: &str) -> Answering {
        let draft = share::draft(&draft_key(survey)).and_then(|text| from_text(&text).ok());
        let response = match draft {
            Some(File::Response(response)) if response.survey == survey => *response,
            _ => Response::new(survey, random_id()),
        };
        Answering::of(response, true)
    }

    /// Answers of the first who comes to the kiosk; of which nothing is kept but the counts.
    pub fn answering_at_kiosk(self, survey: &str) -> Answering {
        Answering::of(Response::new(survey, random_id()), false)
    }

    /// Counts the answers that were given at the kiosk, and lets go of them. Whether that could be
    /// saved, [`State::is_saved`] tells.
    pub fn count_and_clear(self, answering: Answering) {
        self.count_answer(&answering.response.get_untracked());
        answering.clear();
    }

    /// True when what was counted is saved.
    pub fn is_saved(self) -> bool {
        !matches!(*self.save_state.read(), SaveState::NotSaved(_))
    }

    /// Shows the organiser's pages again.
    pub fn leave_kiosk(self) {
        let survey = match self.route.get_untracked() {
            Route::Audit { id, .. } => Route::survey(RecordKind::Audit, &id, SurveyPage::Manage),
            Route::Book { kind, id, .. } => Route::survey(kind, &id, SurveyPage::Manage),
            _ => return,
        };
        // The kiosk is gone first, and so does not hold the address.
        self.route.set(survey.clone());
        self.go(&survey);
    }

    /// True when the kiosk stands and the address has been moved away from it by any other means than
    /// its own button: going back, a link, typing. The address is put back then, and nobody sees
    /// anything of the record.
    pub(super) fn holds_kiosk(self, asked: &Route) -> bool {
        let here = self.route.get_untracked();
        let held = here.is_kiosk() && here != *asked;
        if held {
            self.go(&here);
        }
        held
    }
}

impl Answering {
    fn of(response: Response, keeps_draft: bool) -> Answering {
        Answering { response: RwSignal::new(response), keeps_draft, sent: RwSignal::new(false) }
    }

    /// What the person has said to a statement.
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
        self.response.with(|it| it.answers.is_empty() && it.comment.trim().is_empty())
    }

    /// Answers a statement, or takes the answer back.
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
        if self.keeps_draft {
            let key = self.response.with_untracked(|response| draft_key(&response.survey));
            share::keep_draft(&key, &self.text());
        }
    }

    /// The text of the file. The moment in it is today's beginning, since the hour could tell who was
    /// free then.
    fn text(self) -> String {
        let today = clock::today().days_since_1970() * 86_400_000;
        let today = Timestamp::from_millis(today);
        self.response.with_untracked(|response| response_text(response, today))
    }

    /// A name that tells one file from another and nothing of the person.
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

    /// The person has taken the answers along: the draft goes at once.
    pub fn handed_over(self) {
        self.sent.set(true);
        self.drop_draft();
    }

    fn drop_draft(self) {
        let key = self.response.with_untracked(|response| draft_key(&response.survey));
        share::drop_draft(&key);
    }

    /// Lets go of all that was answered. What is answered next is another person's.
    pub fn clear(self) {
        self.drop_draft();
        self.response.update(|response| *response = Response::new(&response.survey, random_id()));
        self.sent.set(false);
    }

    /// While this page stands, the browser asks before answers that have not been sent are left.
    pub fn ask_before_leaving(self) {
        let unload = window_event_listener(ev::beforeunload, move |event| {
            if !untrack(|| self.is_empty()) && !self.sent.get_untracked() {
                event.prevent_default();
            }
        });
        on_cleanup(move || unload.remove());
    }
}

/// Each survey has a draft of its own, as one tab can open two.
fn draft_key(survey: &str) -> String {
    ["cairn:answer:", survey].concat()
}
