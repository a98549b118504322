//! The form that opens a survey, and the form that changes its details later.

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
use crate::words::survey::collect::open as say;

/// What is typed into the form.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    closes: RwSignal<Option<Date>>,
    invited: RwSignal<String>,
    threshold: RwSignal<String>,
    cut_off: RwSignal<String>,
    shows: RwSignal<bool>,
    /// True once the person has tried to send the form. Before that, number fields show no problem.
    tried: RwSignal<bool>,
    /// The lowest threshold that the survey can have now.
    least: u32,
}

/// The form that opens a new survey.
pub fn open_form() -> El {
    let state = use_state();
    let year = state.today().to_string();
    let title = [state.survey.asked().title(), " ", &year[..4]].concat();
    let mut new = Survey::new(String::new(), &title, Default::default());
    if let Some(before) = untrack(|| state.survey.survey()) {
        // Asking again means asking the same people, so the threshold and the number invited carry
        // over.
        new = Survey { threshold: before.threshold, invited: before.invited, ..new };
    }
    let typed = Typed::of(&new, LEAST_THRESHOLD);
    let shows = el("div")
        .child(tick(
            say::SHOW_WHILE_OPEN,
            move || typed.shows.get(),
            move |ticked| typed.shows.set(ticked),
        ))
        .child(quiet(say::SHOW_LATER))
        .child(quiet(say::SHOW_EARLY));
    let open = move || {
        state.survey.open_survey(|survey| {
            typed.fill_in(survey, state.survey.asked());
            survey.shows_while_open = typed.shows.get_untracked();
        });
        focus_soon("main h1".to_owned());
    };
    form(state, typed, open).child(shows).child(send(say::OPEN_SURVEY))
}

/// The form that changes the details of a survey. `least` is the lowest threshold that it can have;
/// `done` is called after the change.
pub fn change_form(survey: &Survey, least: u32, done: impl Fn() + 'static) -> El {
    let state = use_state();
    let typed = Typed::of(survey, least);
    let change = move || {
        state.survey.change_details(|survey| typed.fill_in(survey, state.survey.asked()));
        done();
    };
    let shows = match survey.shows_while_open {
        true => say::SHOWS_WHILE_OPEN,
        false => say::SHOWS_ONCE_CLOSED,
    };
    let cut_off = || {
        let field = number_field(say::CUT_OFF, typed.cut_off, typed.tried, cut_off_problem)
            .hint(say::CUT_OFF_HINT);
        el("div").child(field)
    };
    // The cut-off is for indicators only: nothing is proposed from how true a characteristic is.
    let cut_off = (state.survey.asked() == Asked::Indicators).then(cut_off);
    form(state, typed, change).maybe(cut_off).child(quiet(shows)).child(send(say::SAVE_DETAILS))
}

fn send(label: &'static str) -> El {
    el("div").class("buttons").child(text_el("button", label).attr("type", "submit"))
}

/// The form with the fields that it always has. `sent` is called when no field has a problem; otherwise
/// the focus moves to the first that has.
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
    let title = text_field(say::TITLE, typed.title, move |text| typed.title.set(text))
        .hint(say::TITLE_HINT)
        .problem(derived(move || title_problem(&typed.title.get())));
    let closes = date_field(
        say::CLOSING_DATE,
        move || typed.closes.get(),
        move |day| typed.closes.set(day),
        || (),
    );
    let past = move || {
        let past = typed.closes.get().is_some_and(|day| day < state.today());
        past.then(|| quiet(say::DAY_HAS_PASSED))
    };
    let invited =
        number_field(say::INVITED, typed.invited, tried, invited_problem).hint(say::INVITED_HINT);
    let least = typed.least;
    let threshold = number_field(say::THRESHOLD, typed.threshold, tried, move |text| {
        threshold_problem(text, least)
    })
    .hint(say::THRESHOLD_HINT);
    let few = move || {
        let invited = number(&typed.invited.get())?;
        let threshold = number(&typed.threshold.get())?;
        (invited < threshold).then(|| quiet(say::TOO_FEW_INVITED))
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

/// A field for a number. It shows the problem with the number once `tried` is true.
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

/// The number that was typed; `None` if the text is empty or no number up to [`MOST_INVITED`].
fn number(text: &str) -> Option<u32> {
    typed_number(text, MOST_INVITED).ok().filter(|_| !text.trim().is_empty())
}

fn title_problem(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST_NAME {
        return Some(say::title_too_long());
    }
    let long = text.len() > LONGEST_NAME_BYTES;
    long.then(|| say::TITLE_TOO_LARGE.to_owned())
}

fn invited_problem(text: &str) -> Option<String> {
    match typed_number(text, MOST_INVITED) {
        Err(problem) => Some(problem.to_string()),
        Ok(0) if !text.trim().is_empty() => Some(say::NOBODY_INVITED.to_owned()),
        Ok(_) => None,
    }
}

fn threshold_problem(text: &str, least: u32) -> Option<String> {
    match typed_number(text, MOST_INVITED) {
        Err(problem) => Some(problem.to_string()),
        Ok(number) if number < LEAST_THRESHOLD => Some(say::threshold_too_low()),
        Ok(number) if number < least => Some(say::threshold_lowered(least)),
        Ok(_) => None,
    }
}

fn cut_off_problem(text: &str) -> Option<String> {
    match typed_number(text, 100) {
        Err(problem) => Some(problem.to_string()),
        Ok(0) => Some(say::NO_CUT_OFF.to_owned()),
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
