//! The form in which a survey is opened, and later its details are changed.

use leptos::prelude::*;

use crate::moment::Date;
use crate::survey::invitation::{LONGEST_NAME, LONGEST_NAME_BYTES};
use crate::survey::sheets::typed_number;
use crate::survey::{Asked, LEAST_THRESHOLD, MOST_INVITED, Survey};
use crate::web::shared::focus::focus_soon;
use crate::web::state::{State, use_state};
use crate::web::ui::day::date_field;
use crate::web::ui::element::{El, derived, el, live_if, quiet, text_el};
use crate::web::ui::field::{TextField, text_field, tick};

/// What is typed into the form.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    closes: RwSignal<Option<Date>>,
    invited: RwSignal<String>,
    threshold: RwSignal<String>,
    cut_off: RwSignal<String>,
    shows: RwSignal<bool>,
    /// True once the person has tried to send the form: before that, nothing is found fault with.
    tried: RwSignal<bool>,
    /// The lowest threshold that there may be now.
    least: u32,
}

/// The form for a new survey.
pub fn open_form() -> El {
    let state = use_state();
    let year = state.today().to_string();
    let title = [state.survey.asked().title(), " ", &year[..4]].concat();
    let typed = Typed::of(&Survey::new(String::new(), &title, Default::default()), LEAST_THRESHOLD);
    let label = "Show results while the survey is open";
    let shows = el("div")
        .child(tick(label, move || typed.shows.get(), move |ticked| typed.shows.set(ticked)))
        .child(quiet("Otherwise they show once you close it. This is settled when the survey opens, so that everyone who answers can rely on it."))
        .child(quiet("It has a price: results that show early move on in steps of several answers, and the last few answers may then never be shown."));
    let open = move || {
        state.survey.open_survey(|survey| {
            typed.fill_in(survey, state.survey.asked());
            survey.shows_while_open = typed.shows.get_untracked();
        });
        focus_soon("main h1".to_owned());
    };
    form(state, typed, open).child(shows).child(send("Open the survey"))
}

/// The form with the details of a survey that is there; `least` is the lowest threshold that there may
/// be, and `done` is called when they are changed.
pub fn change_form(survey: &Survey, least: u32, done: impl Fn() + 'static) -> El {
    let state = use_state();
    let typed = Typed::of(survey, least);
    let change = move || {
        state.survey.change_details(|survey| typed.fill_in(survey, state.survey.asked()));
        done();
    };
    let shows = match survey.shows_while_open {
        true => "Results show while the survey is open. That was settled when it was opened.",
        false => "Results show once the survey is closed. That was settled when it was opened.",
    };
    let cut_off = || {
        let field = number_field("Cut-off in percent", typed.cut_off, typed.tried, cut_off_problem)
            .hint("The survey proposes Yes for an indicator when at least so many agree.");
        el("div").child(field)
    };
    // From how true something is nothing else follows.
    let cut_off = (state.survey.asked() == Asked::Indicators).then(cut_off);
    form(state, typed, change).maybe(cut_off).child(quiet(shows)).child(send("Save the details"))
}

fn send(label: &'static str) -> El {
    el("div").class("buttons").child(text_el("button", label).attr("type", "submit"))
}

/// The form with the fields that are always there. `sent` is called when there is no problem left;
/// else the focus goes to the first.
fn form(state: State, typed: Typed, sent: impl Fn() + 'static) -> El {
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        typed.tried.set(true);
        if typed.is_sound() {
            sent();
        } else {
            focus_soon("form [aria-invalid=true]".to_owned());
        }
    };
    let tried = typed.tried;
    let title = text_field("Title", typed.title, move |text| typed.title.set(text))
        .hint("Those who answer see it.")
        .problem(derived(move || title_problem(&typed.title.get())));
    let closes = date_field(
        "Closing date (optional)",
        move || typed.closes.get(),
        move |day| typed.closes.set(day),
        || (),
    );
    let past = move || {
        let past = typed.closes.get().is_some_and(|day| day < state.today());
        past.then(|| quiet("That day has passed. You can open the survey all the same."))
    };
    let invited =
        number_field("How many people are invited (optional)", typed.invited, tried, |text| {
            invited_problem(text)
        })
        .hint("So that you can see how many of them have answered.");
    let least = typed.least;
    let threshold = number_field("Threshold", typed.threshold, tried, move |text| {
        threshold_problem(text, least)
    })
    .hint("Nothing shows before this many have answered: 5 is usual, and 3 the least.");
    let few = move || {
        let invited = number(&typed.invited.get())?;
        let threshold = number(&typed.threshold.get())?;
        (invited < threshold)
            .then(|| quiet("Fewer people are invited than that, so results would never show."))
    };
    el("form")
        .class("survey-form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(title)
        .child(closes)
        .child(el("div").attr("role", "status").child(live_if(past)))
        .child(invited)
        .child(threshold)
        .child(el("div").attr("role", "status").child(live_if(few)))
}

/// A field for a number, with what is wrong with it once that is asked for.
fn number_field(
    label: &'static str,
    text: RwSignal<String>,
    tried: RwSignal<bool>,
    problem: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
) -> TextField {
    text_field(label, text, move |typed| text.set(typed))
        .numeric()
        .problem(derived(move || tried.get().then(|| problem(&text.get())).flatten()))
}

/// What was typed as a number, if it is one.
fn number(text: &str) -> Option<u32> {
    typed_number(text, MOST_INVITED).ok().filter(|_| !text.trim().is_empty())
}

fn title_problem(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST_NAME {
        let most = format!("Please keep the title to {LONGEST_NAME} characters");
        return Some([&most, ": it travels in the link."].concat());
    }
    let long = text.len() > LONGEST_NAME_BYTES;
    long.then(|| "Please shorten the title: it travels in the link.".to_owned())
}

fn invited_problem(text: &str) -> Option<String> {
    match typed_number(text, MOST_INVITED) {
        Err(problem) => Some(problem.to_string()),
        Ok(0) if !text.trim().is_empty() => {
            Some("At least 1, or leave it empty if you do not know.".to_owned())
        }
        Ok(_) => None,
    }
}

fn threshold_problem(text: &str, least: u32) -> Option<String> {
    match typed_number(text, MOST_INVITED) {
        Err(problem) => Some(problem.to_string()),
        Ok(number) if number < LEAST_THRESHOLD => Some(format!(
            "At least {LEAST_THRESHOLD}: with two, either would know what the other has said."
        )),
        Ok(number) if number < least => Some(format!(
            "At least {least}, as it was: people may have answered who were promised that."
        )),
        Ok(_) => None,
    }
}

fn cut_off_problem(text: &str) -> Option<String> {
    match typed_number(text, 100) {
        Err(problem) => Some(problem.to_string()),
        Ok(0) => Some("From 1 to 100.".to_owned()),
        Ok(_) => None,
    }
}

impl Typed {
    fn of(survey: &Survey, least: u32) -> Typed {
        let invited = survey.invited.map(|number| number.to_string());
        Typed {
            title: RwSignal::new(survey.title.clone()),
            closes: RwSignal::new(survey.closes),
            invited: RwSignal::new(invited.unwrap_or_default()),
            threshold: RwSignal::new(survey.threshold.to_string()),
            cut_off: RwSignal::new(survey.cut_off.to_string()),
            shows: RwSignal::new(survey.shows_while_open),
            tried: RwSignal::new(false),
            least,
        }
    }

    fn is_sound(self) -> bool {
        let found = [
            title_problem(&self.title.get_untracked()),
            invited_problem(&self.invited.get_untracked()),
            threshold_problem(&self.threshold.get_untracked(), self.least),
            cut_off_problem(&self.cut_off.get_untracked()),
        ];
        found.iter().all(Option::is_none)
    }

    fn fill_in(self, survey: &mut Survey, asked: Asked) {
        let title = self.title.get_untracked();
        survey.title = match title.trim() {
            "" => asked.title().to_owned(),
            title => title.to_owned(),
        };
        survey.closes = self.closes.get_untracked();
        survey.invited = number(&self.invited.get_untracked());
        survey.threshold = number(&self.threshold.get_untracked()).unwrap_or(survey.threshold);
        survey.cut_off = number(&self.cut_off.get_untracked()).unwrap_or(survey.cut_off);
    }
}
