//! The kiosk: one tablet that is handed round. Each person's answers are counted as they finish, and
//! the next one finds nothing of them, however the browser is asked.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::Route;
use crate::survey::{Survey, SurveyState};
use crate::web::answer::form::{self, Form, Step, heading, ways};
use crate::web::answer::handed::{OnPurpose, left_behind, on_purpose};
use crate::web::answer::{begin, head, length, unfinished};
use crate::web::state::records::could_not_open;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{El, button, el, live, live_if, memo, p, text_el};
use crate::web::words;
use crate::workspace::OpenError;

/// The kiosk of the open record's survey.
pub fn kiosk() -> AnyView {
    let state = use_state();
    // Of a count nothing is made anew, nor of an address that was put back: someone may be answering.
    let what =
        memo(move || (state.open.not_open.get(), state.survey.survey().map(|survey| survey.id)));
    let page = live(move || {
        let (why, _) = what.get();
        untrack(|| match (why, state.survey.survey()) {
            (Some(error), _) => not_open(state, &error),
            (None, Some(survey)) => of_survey(state, &survey),
            (None, None) => cannot(state, "There is no survey here", NO_SURVEY),
        })
        .into()
    });
    el("div").class("answer kiosk").child(page).into()
}

const NO_SURVEY: &str =
    "Open one first, on the page for the survey. Then the tablet can be handed round.";

/// What the record is about that the address names, whether it is here or not.
fn kind(state: State) -> RecordKind {
    match state.route.get_untracked() {
        Route::Book { kind, .. } => kind,
        _ => RecordKind::Audit,
    }
}

/// The record that the address names is not open.
pub fn not_open(state: State, error: &OpenError) -> El {
    let kind = kind(state);
    let heading = ["This ", words::record(kind), " is not open"].concat();
    cannot(state, heading, could_not_open(error, kind))
}

fn cannot(state: State, heading: impl Into<String>, why: impl Into<String>) -> El {
    let go = ["Go to the ", words::record(kind(state))].concat();
    el("div")
        .child(text_el("h1", heading))
        .child(p(why))
        .child(el("div").class("buttons").child(button(go, move || state.leave_kiosk())))
}

fn of_survey(state: State, survey: &Survey) -> El {
    let form = Form::new(
        state,
        state.answering_at_kiosk(&survey.id, survey.threshold),
        state.survey.asked(),
    );
    form.answering.ask_before_leaving();
    let organisation = state.survey.who_asks();
    let threshold = survey.threshold;
    let steps = live(move || {
        let step = form.step.get();
        untrack(|| match step {
            Step::Start => start(state, form, threshold),
            Step::End => counted(state, form),
            _ => el("div").child(form::step(form, finish)).child(start_again(form)),
        })
        .into()
    });
    let leaves = RwSignal::new(false);
    let begun = move || {
        let answers = !matches!(form.step.get(), Step::Start | Step::End);
        answers || !form.answering.is_empty() || leaves.get()
    };
    let next = move || {
        leaves.set(false);
        form.restart();
    };
    el("div")
        .child(head(form, &survey.title, organisation))
        .child(steps)
        .child(left_behind(begun, next))
        .child(leave(state, leaves))
}

/// Counts at once; whether that was saved is seen on the page that follows.
fn finish(form: Form) {
    form.state.count_and_clear(form.answering);
    form.go(Step::End);
}

fn start(state: State, form: Form, threshold: u32) -> El {
    let closed =
        memo(move || state.survey.survey().is_some_and(|it| it.state == SurveyState::Closed));
    let page = live(move || {
        if closed.get() {
            p("The survey is closed, so no more answers are counted.").class("note reminder").into()
        } else {
            el("div")
                .child(length(form, ""))
                .child(p(words::promise(threshold)))
                .child(p(
                    "Your answers are counted when you finish. The next person can’t see them.",
                ))
                .child(ways(form))
                .child(begin(form))
                .into()
        }
    });
    el("div")
        .child(live_if(move || unfinished(form)))
        .child(p("Hand the tablet to the next person. If that is you: welcome."))
        .child(page)
}

/// After the last step: thanks, or the truth about what could not be saved.
fn counted(state: State, form: Form) -> El {
    let page = live(move || {
        if state.is_saved() {
            el("div")
                .child(heading("Thank you"))
                .child(p("Your answers are counted. Please hand the tablet on.").class("lead"))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button("Next person", move || form.go(Step::Start))),
                )
                .into()
        } else {
            el("div")
                .child(heading("Please call the person who gave you this tablet"))
                .child(p("Your answers are counted, but this tablet could not save them yet. Nothing is lost while this page stays open.").class("note problem"))
                .child(
                    el("div").class("buttons").child(button("Try again", move || state.open.try_again())),
                )
                .into()
        }
    });
    el("div").attr("role", "status").child(page)
}

/// A way out for who does not want to go on.
fn start_again(form: Form) -> El {
    let asks = RwSignal::new(false);
    let pressed = move || {
        if untrack(|| form.answering.is_empty()) { form.restart() } else { asks.set(true) }
    };
    let question = "Start again without keeping these answers?".to_owned();
    let text = "They are not counted, and nobody sees them.";
    el("div")
        .class("again")
        .child(button("Start again without keeping", pressed).class("quiet-button"))
        .child(confirm(asks, question, text, "Start again", move || form.restart()))
}

/// The way back to the organiser's pages, which nobody takes by accident.
fn leave(state: State, asks: RwSignal<bool>) -> El {
    let what = || {
        OnPurpose {
        heading: "Leave the kiosk?",
        text: "The organiser’s pages open, with all that is in them. Answers that are not finished are cleared.".to_owned(),
        label: "To leave, type the word “leave”",
        word: "leave",
        yes: "Leave",
        no: "Stay here",
    }
    };
    el("div")
        .class("foot")
        .child(button("Leave the kiosk", move || asks.set(true)).class("quiet-button"))
        .child(on_purpose(asks, what, move || state.leave_kiosk()))
}
