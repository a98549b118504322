//! The page on which a colleague answers a survey, on a device of their own; and the kiosk and the
//! ballot, at which one after another does. All show nothing of the organiser's.

mod ballot;
mod done;
mod form;
mod handed;
mod kiosk;
pub mod part;

use leptos::prelude::*;

use crate::route::Route;
use crate::survey::Asked;
use crate::survey::invitation::{Invitation, InvitationProblem};
pub use crate::web::answer::ballot::ballot;
use crate::web::answer::form::{Form, Step, ways};
pub use crate::web::answer::kiosk::kiosk;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, live, live_if, p, section, text_el};
use crate::web::words;

const ELSEWHERE: &str =
    "Answers were begun in another tab of this browser. If they are yours, go on in that tab.";

/// The page behind a survey's link, of which `token` is what it carries.
pub fn answer(token: &str) -> AnyView {
    let state = use_state();
    let page = match Invitation::read(token) {
        Ok(invitation) => match Asked::of(&invitation.framework) {
            Some(asked) => invited(state, asked, invitation),
            // A newer Cairn may know others.
            None => refused(InvitationProblem::Newer),
        },
        Err(problem) => refused(problem),
    };
    let about = el("p").class("foot").child(link(Route::Home, "What is Cairn?"));
    el("div").class("answer").child(page).child(about).into()
}

fn refused(problem: InvitationProblem) -> El {
    let reload = (problem == InvitationProblem::Newer)
        .then(|| button("Reload", || drop(window().location().reload())));
    el("div")
        .child(text_el("h1", "This survey cannot be opened"))
        .child(p(problem.to_string()))
        .child(p("A link is safest when it is copied from the message rather than typed. Nothing of yours is lost."))
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

/// What the survey is called and who asks, over all of its steps.
fn head(form: Form, title: &str, organisation: String) -> El {
    let title = if title.trim().is_empty() { form.usual_title() } else { title };
    let starts = move || form.step.get() == Step::Start;
    el("div")
        .live_attr("class", move || Some(if starts() { "head" } else { "head small" }.to_owned()))
        .child(
            text_el("h1", title)
                .attr("data-title", "Survey")
                .attr("tabindex", "-1")
                .live_flag("data-begins", starts),
        )
        .child(p(organisation))
}

fn start(state: State, form: Form, invitation: &Invitation) -> El {
    let day = |date| words::day(date);
    let (by, late) = match invitation.closes {
        Some(closes) if closes < state.today() => {
            let late = format!(
                "The last day for answers was {}. You can still answer: please ask the person who sent you the link whether it will be counted.",
                day(closes)
            );
            (String::new(), Some(p(late).class("note reminder")))
        }
        Some(closes) => (format!(" Please answer by {}.", day(closes)), None),
        None => (String::new(), None),
    };
    el("div")
        .child(length(form, &by))
        .maybe(late)
        .child(live_if(move || unfinished(form)))
        .child(live_if(move || form.answering.elsewhere.get().then(|| p(ELSEWHERE).class("note"))))
        .child(who_sees_what(invitation.threshold))
        .child(ways(form))
        .child(begin(form))
}

/// The way in, unless there is something to go on with.
fn begin(form: Form) -> El {
    let begin = move || {
        let free = form.answering.ready.get() && form.answering.is_empty();
        free.then(|| button("Begin", move || form.begin()))
    };
    el("div").class("buttons").child(live_if(begin))
}

/// How long it takes.
fn length(form: Form, by: &str) -> El {
    let number = form.statements();
    p(format!("{number} statements, about 5 minutes. You can leave out any of them.{by}"))
        .class("lead")
}

/// What is still here, as after a reload: this person's, or another's who has gone.
fn unfinished(form: Form) -> Option<El> {
    if form.answering.is_empty() {
        return None;
    }
    let restart = button("Start again without them", move || form.restart()).class("secondary");
    let (name, text, on) = if form.answering.sent.get() {
        let text = "Answers were saved, copied or handed on here. Nobody has said yet that they were sent, so they are still here. If they are not yours, start again without them.";
        let on = button("Go on to sending", move || form.go(Step::End));
        ("Answers to be sent", text.to_owned(), on)
    } else {
        let text = format!(
            "There are unfinished answers here: {}. If they are not yours, start again without them.",
            form.progress()
        );
        ("Unfinished answers", text, button("Go on", move || form.begin()))
    };
    let buttons = el("div").class("buttons").child(on).child(restart);
    Some(el("section").class("note").attr("aria-label", name).child(p(text)).child(buttons))
}

fn who_sees_what(threshold: u32) -> El {
    section("who", "Who sees what")
        .child(el("ul").children([
            words::promise(threshold),
            "Cairn does not ask who you are. What you answer stays in this tab of your browser until you say that you have sent it, or clear it."
                .to_owned(),
            "What you send back is a small file or a code with your answers in it. Whoever gets it by mail sees that it came from you, and could open it. Cairn itself keeps only the counts."
                .to_owned(),
            "If that worries you, answer on the shared tablet or on paper: ask the person who sent you the link."
                .to_owned(),
        ].map(|text| text_el("li", text))))
}
