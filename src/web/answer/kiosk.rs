//! The kiosk: one tablet that is handed round. Each person's answers are counted when they finish, and
//! the next person finds nothing of them, whatever they do with the browser.

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
use crate::words;
use crate::words::answer as say;
use crate::workspace::OpenError;

/// The kiosk of the open record's survey.
pub fn kiosk() -> AnyView {
    let state = use_state();
    // The page is rebuilt only for another survey or another error. It stays when an answer is counted
    // or an address was put back: someone may be answering.
    let what =
        memo(move || (state.open.not_open.get(), state.survey.survey().map(|survey| survey.id)));
    let interrupted = RwSignal::new(false);
    let page = live(move || {
        let (why, _) = what.get();
        untrack(|| match (why, state.survey.survey()) {
            (Some(error), _) => not_open(state, &error),
            (None, Some(survey)) => of_survey(state, &survey, interrupted),
            (None, None) => cannot(state, say::NO_SURVEY, say::ABOUT_NO_SURVEY),
        })
        .into()
    });
    el("div").class("answer kiosk").child(page).into()
}

/// The kind of the record that the address names, whether or not it is on this device.
fn kind(state: State) -> RecordKind {
    match state.route.get_untracked() {
        Route::Book { kind, .. } => kind,
        _ => RecordKind::Audit,
    }
}

/// Shown when the record that the address names could not be opened: why not, and a button that leaves.
pub fn not_open(state: State, error: &OpenError) -> El {
    let kind = kind(state);
    cannot(state, say::not_open(kind), could_not_open(error, kind))
}

fn cannot(state: State, heading: impl Into<String>, why: impl Into<String>) -> El {
    let go = say::go_to(kind(state));
    el("div")
        .child(text_el("h1", heading))
        .child(p(why))
        .child(el("div").class("buttons").child(button(go, move || state.leave_kiosk())))
}

/// The kiosk of one survey. `interrupted` becomes true when this survey is replaced while someone is
/// answering, and false once someone begins the next one.
fn of_survey(state: State, survey: &Survey, interrupted: RwSignal<bool>) -> El {
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
            Step::Start => start(state, form, threshold, interrupted),
            Step::End => counted(state, form),
            _ => {
                interrupted.set(false);
                el("div").child(form::step(form, finish)).child(start_again(form))
            }
        })
        .into()
    });
    on_cleanup(move || {
        if untrack(|| form.is_begun()) {
            let _ = interrupted.try_set(true);
        }
    });
    let leaves = RwSignal::new(false);
    let begun = move || form.is_begun() || leaves.get();
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

/// Counts the answers at once. The page that follows says whether that could be saved.
fn finish(form: Form) {
    form.state.count_and_clear(form.answering);
    form.go(Step::End);
}

fn start(state: State, form: Form, threshold: u32, interrupted: RwSignal<bool>) -> El {
    let closed =
        memo(move || state.survey.survey().is_some_and(|it| it.state == SurveyState::Closed));
    let page = live(move || {
        if closed.get() {
            p(say::CLOSED).class("note reminder").into()
        } else {
            el("div")
                .child(length(form, None))
                .child(p(words::promise(threshold)))
                .child(p(say::COUNTED_AT_ONCE))
                .child(ways(form))
                .child(begin(form))
                .into()
        }
    });
    el("div")
        .child(live_if(move || unfinished(form)))
        .child(live_if(move || {
            interrupted.get().then(|| p(say::ASKED_AGAIN).class("note reminder"))
        }))
        .child(live_if(move || {
            let free = !closed.get() && form.answering.is_empty();
            free.then(|| p(say::YOUR_TURN))
        }))
        .child(page)
}

/// The page after the last step: thanks, or a call for help if the counts could not be saved.
fn counted(state: State, form: Form) -> El {
    // Cairn retries by itself. As a memo, a retry that fails again keeps the button and its focus.
    let saved = memo(move || state.is_saved());
    let page = live(move || {
        if saved.get() {
            el("div")
                .child(heading(say::THANK_YOU))
                .child(p(say::COUNTED).class("lead"))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button(say::NEXT_PERSON, move || form.go(Step::Start))),
                )
                .into()
        } else {
            el("div")
                .child(heading(say::CALL_SOMEONE))
                .child(p(say::COUNTED_UNSAVED).class("note problem"))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button(say::TRY_AGAIN, move || state.open.try_again())),
                )
                .into()
        }
    });
    el("div").attr("role", "status").child(page)
}

/// The button that clears the person's answers and begins again. It asks first if there are any.
fn start_again(form: Form) -> El {
    let asks = RwSignal::new(false);
    let pressed = move || {
        if untrack(|| form.answering.is_empty()) { form.restart() } else { asks.set(true) }
    };
    let question = say::ASK_TO_RESTART.to_owned();
    el("div")
        .class("again")
        .child(button(say::CLEAR_AND_RESTART, pressed).class("quiet-button"))
        .child(confirm(asks, question, say::ABOUT_RESTART, say::RESTART, move || form.restart()))
}

/// The button that leads back to the organiser's pages. It asks for a typed word, so that nobody gets
/// there by accident.
fn leave(state: State, asks: RwSignal<bool>) -> El {
    let what = || OnPurpose {
        heading: say::ASK_TO_LEAVE_KIOSK,
        text: say::ABOUT_LEAVING_KIOSK.to_owned(),
        label: say::TYPE_LEAVE,
        word: "leave",
        yes: say::LEAVE,
        no: say::STAY,
    };
    el("div")
        .class("foot")
        .child(button(say::LEAVE_KIOSK, move || asks.set(true)).class("quiet-button"))
        .child(on_purpose(asks, what, move || state.leave_kiosk()))
}
