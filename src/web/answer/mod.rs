//! The pages for those who answer: the survey on a colleague's own device, and the kiosk and the
//! ballot, which one person uses after another. None of them shows anything of the organiser's.

mod ballot;
mod done;
mod form;
mod handed;
mod kiosk;
pub mod part;

use leptos::prelude::*;

use crate::moment::Date;
use crate::route::Route;
use crate::survey::Asked;
use crate::survey::invitation::{Invitation, InvitationProblem};
pub use crate::web::answer::ballot::ballot;
use crate::web::answer::form::{Form, Step, ways};
pub use crate::web::answer::kiosk::kiosk;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, live, live_if, p, section, text_el};
use crate::words;
use crate::words::answer as say;

/// The page behind a survey's link; `token` is the invitation that the link carries.
pub fn answer(token: &str) -> AnyView {
    let state = use_state();
    let page = match Invitation::read(token) {
        Ok(invitation) => match Asked::of(&invitation.framework) {
            Some(asked) => invited(state, asked, invitation),
            // A newer Cairn may know other frameworks.
            None => refused(InvitationProblem::Newer),
        },
        Err(problem) => refused(problem),
    };
    let about = el("p").class("foot").child(link(Route::Home, say::WHAT_IS_CAIRN));
    el("div").class("answer").child(page).child(about).into()
}

fn refused(problem: InvitationProblem) -> El {
    let reload = (problem == InvitationProblem::Newer)
        .then(|| button(say::RELOAD, || drop(window().location().reload())));
    el("div")
        .child(text_el("h1", say::NOT_OPENED))
        .child(p(problem.to_string()))
        .child(p(say::COPY_THE_LINK))
        .child(el("div").class("buttons").maybe(reload))
}

fn invited(state: State, asked: Asked, invitation: Invitation) -> El {
    let form = Form::new(state, state.answering(&invitation.survey, invitation.threshold), asked);
    form.answering.ask_before_leaving();
    let head = head(form, &invitation.title, invitation.organisation.clone());
    let steps = live(move || {
        let step = form.step.get();
        untrack(|| match step {
            Step::Start => start(state, form, &invitation),
            Step::End => done::send(form),
            Step::Gone => done::thanks(form.answering),
            _ => form::step(form, |form| form.go(Step::End)),
        })
        .into()
    });
    el("div").child(head).child(steps)
}

/// The survey's title and who asks, above every step; smaller after the first.
fn head(form: Form, title: &str, organisation: String) -> El {
    let title = if title.trim().is_empty() { form.usual_title() } else { title };
    let starts = move || form.step.get() == Step::Start;
    el("div")
        .live_attr("class", move || Some(if starts() { "head" } else { "head small" }.to_owned()))
        .child(
            text_el("h1", title)
                .attr("data-title", say::SURVEY)
                .attr("tabindex", "-1")
                .live_flag("data-begins", starts),
        )
        .child(p(organisation))
}

fn start(state: State, form: Form, invitation: &Invitation) -> El {
    let over = invitation.closes.filter(|closes| *closes < state.today());
    let late = over.map(|last| p(say::late(last)).class("note reminder"));
    let by = if over.is_some() { None } else { invitation.closes };
    el("div")
        .child(length(form, by))
        .maybe(late)
        .child(live_if(move || unfinished(form)))
        .child(live_if(move || {
            form.answering.elsewhere.get().then(|| p(say::ELSEWHERE).class("note"))
        }))
        .child(who_sees_what(invitation.threshold))
        .child(ways(form))
        .child(begin(form))
}

/// The button that begins. It is absent while earlier answers are looked for, and when some were found.
fn begin(form: Form) -> El {
    let begin = move || {
        let free = form.answering.ready.get() && form.answering.is_empty();
        free.then(|| button(say::BEGIN, move || form.begin()))
    };
    el("div").class("buttons").child(live_if(begin))
}

/// How many statements there are and how long they take; `by` is the last day to answer.
fn length(form: Form, by: Option<Date>) -> El {
    p(say::length(form.statements(), by)).class("lead")
}

/// A note about answers that are still here, for example after a reload, with buttons to go on with
/// them or to start without them. They may be those of someone else who has left. `None` if there are
/// none.
fn unfinished(form: Form) -> Option<El> {
    if form.answering.is_empty() {
        return None;
    }
    let restart = button(say::START_WITHOUT_THEM, move || form.restart()).class("secondary");
    let (name, text, on) = if form.answering.sent.get() {
        let on = button(say::GO_ON_TO_SENDING, move || form.go(Step::End));
        (say::UNSENT, say::ABOUT_UNSENT.to_owned(), on)
    } else {
        let text = say::unfinished(form.answering.answered(), form.statements());
        (say::UNFINISHED, text, button(say::GO_ON, move || form.begin()))
    };
    let buttons = el("div").class("buttons").child(on).child(restart);
    Some(el("section").class("note").attr("aria-label", name).child(p(text)).child(buttons))
}

fn who_sees_what(threshold: u32) -> El {
    let sentences = say::WHO_SEES.map(|text| text_el("li", text));
    section("who", say::WHO_SEES_WHAT)
        .child(el("ul").child(text_el("li", words::promise(threshold))).children(sentences))
}
