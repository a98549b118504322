//! The kiosk: one tablet that is handed round. Each person's answers are counted as they finish, and
//! the next one finds nothing of them, however the browser is asked.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::Route;
use crate::survey::{Survey, SurveyState};
use crate::web::page::answer::form::{self, Form, Step, heading, ways};
use crate::web::page::answer::{begin, counted_together, head, length, unfinished};
use crate::web::state::records::could_not_open;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::{confirm, dialog};
use crate::web::ui::element::{El, button, effect, el, live, live_if, memo, p, text_el};
use crate::web::ui::field::text_field;
use crate::web::words;

/// After this long without a touch, someone has probably walked away.
const QUIET: Duration = Duration::from_secs(180);
/// The time to say that one has not.
const WARNING: Duration = Duration::from_secs(30);
/// What is typed to leave, so that nobody does by accident.
const WORD: &str = "leave";

/// The kiosk of the open record's survey.
pub fn kiosk() -> AnyView {
    let state = use_state();
    // Of a count nothing is made anew, nor of an address that was put back: someone may be answering.
    let what = memo(move || (state.not_open.get(), state.survey().map(|survey| survey.id)));
    let page = live(move || {
        let (not_open, _) = what.get();
        untrack(|| match (not_open, state.survey()) {
            (Some(error), _) => {
                let kind = kind(state);
                let heading = ["This ", words::record(kind), " is not open"].concat();
                cannot(state, heading, could_not_open(&error, kind))
            }
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

fn cannot(state: State, heading: impl Into<String>, why: impl Into<String>) -> El {
    let go = ["Go to the ", words::record(kind(state))].concat();
    el("div")
        .child(text_el("h1", heading))
        .child(p(why))
        .child(el("div").class("buttons").child(button(go, move || state.leave_kiosk())))
}

fn of_survey(state: State, survey: &Survey) -> El {
    let form = Form::new(state, state.answering_at_kiosk(&survey.id), state.asked());
    form.answering.ask_before_leaving();
    let organisation = state.who_asks();
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
    el("div")
        .child(head(form, &survey.title, organisation))
        .child(steps)
        .child(left_behind(form))
        .child(leave(state))
}

/// Counts at once; whether that was saved is seen on the page that follows.
fn finish(form: Form) {
    form.state.count_and_clear(form.answering);
    form.go(Step::End);
}

fn start(state: State, form: Form, threshold: u32) -> El {
    let closed = memo(move || state.survey().is_some_and(|it| it.state == SurveyState::Closed));
    let page = live(move || {
        if closed.get() {
            p("The survey is closed, so no more answers are counted.").class("note reminder").into()
        } else {
            el("div")
                .child(length(form, ""))
                .child(p(counted_together(threshold)))
                .child(p("Your answers are counted when you finish. Nothing of them stays to be seen on this tablet."))
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
                    el("div").class("buttons").child(button("Try again", move || state.try_again())),
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

/// Clears what someone has left behind who walked away in the middle: after a while without a touch,
/// and a warning. A touch elsewhere while the warning stands might press what is under it; so only
/// the warning itself takes it back.
fn left_behind(form: Form) -> El {
    let warns = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let wait = move |duration, then: fn(Form, RwSignal<bool>)| {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        timer.set_value(set_timeout_with_handle(move || then(form, warns), duration).ok());
    };
    let touched = move || {
        if !warns.get_untracked() {
            wait(QUIET, |form, warns| {
                let begun = !matches!(form.step.get_untracked(), Step::Start | Step::End);
                warns.set(begun || untrack(|| !form.answering.is_empty()));
            });
        }
    };
    effect(move || {
        if warns.get() {
            wait(WARNING, |form, warns| {
                warns.set(false);
                form.restart();
            });
        } else {
            touched();
        }
    });
    let touches = window_event_listener(ev::pointerdown, move |_| touched());
    let keys = window_event_listener(ev::keydown, move |_| touched());
    on_cleanup(move || {
        touches.remove();
        keys.remove();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
    });
    dialog(
        warns,
        || "Are you still there?".to_owned(),
        move || {
            el("div")
                .child(p("Nobody has touched the tablet for a while. In 30 seconds the answers on it are cleared without being counted."))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button("I am still here", move || warns.set(false))),
                )
                .into()
        },
    )
}

/// The way back to the organiser's pages, which nobody takes by accident.
fn leave(state: State) -> El {
    let asks = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let open = move || {
        typed.set(String::new());
        asks.set(true);
    };
    let content = move || {
        let leave = move |event: web_sys::Event| {
            event.prevent_default();
            if typed.get_untracked().trim().eq_ignore_ascii_case(WORD) {
                state.leave_kiosk();
            }
        };
        let right = move || typed.get().trim().eq_ignore_ascii_case(WORD);
        el("form")
            .attr("autocomplete", "off")
            .on("submit", leave)
            .child(p("The organiser’s pages open, with all that is in them. Answers that are not finished are cleared."))
            .child(text_field("To leave, type the word “leave”", typed, move |text| typed.set(text)))
            .child(
                el("div")
                    .class("buttons")
                    .child(button("Stay here", move || asks.set(false)).class("secondary"))
                    .child(
                        text_el("button", "Leave")
                            .attr("type", "submit")
                            .live_flag("disabled", move || !right()),
                    ),
            )
            .into()
    };
    el("div")
        .class("foot")
        .child(button("Leave the kiosk", open).class("quiet-button"))
        .child(dialog(asks, || "Leave the kiosk?".to_owned(), content))
}
