//! The results of the survey: what may show of them, and from there to judgements.

mod areas;
mod comments;
mod proposals;
mod seen;
mod statements;

use leptos::prelude::*;

use crate::audit::Audit;
use crate::route::SurveyPage;
use crate::web::shared::jump::jump_to;
use crate::web::shared::paper::print_button;
use crate::web::state::{State, use_state};
use crate::web::survey::pages::survey_pages;
use crate::web::survey::results::seen::Seen;
use crate::web::survey::{figures, gap, hidden};
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, memo, p, quiet, text_el, together,
};
use crate::web::ui::field::text_field;

/// The page.
pub fn results() -> AnyView {
    let state = use_state();
    state.survey.let_results_move_on();
    let seen: Seen = memo(move || state.survey.results());
    let visible = memo(move || seen.with(Option::is_some));
    let title = move || {
        let title = state.open.with(|audit| audit.survey().map(|survey| survey.title.clone()));
        title.unwrap_or_default()
    };
    let content = live(move || {
        let visible = visible.get();
        untrack(|| if visible { together(everything(state, seen)) } else { nothing_shows(state) })
    });
    el("div")
        .class("survey-results")
        .child(text_el("h1", "Staff survey: results"))
        .child(el("p").class("lead").live_text(title))
        .child(survey_pages(state, SurveyPage::Results))
        .child(content)
        .into()
}

/// Why there is nothing to see, instead of results.
pub fn nothing_shows(state: State) -> AnyView {
    let why = move || {
        let none = "There is no staff survey in this audit yet.";
        let why = state.survey.collected(|collected| hidden::why_hidden(collected?));
        why.unwrap_or_else(|| none.to_owned())
    };
    let to = state.survey.survey_page(SurveyPage::Manage);
    el("section")
        .class("note")
        .attr("aria-label", "Why there is nothing to see yet")
        .child(el("p").live_text(why))
        .child(el("p").child(link(to, "Go to the staff survey").class("button")))
        .into()
}

fn everything(state: State, seen: Seen) -> Vec<AnyView> {
    vec![
        head(state, seen).into(),
        tools(state).into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", "On this page")
            .child(jump_to("areas", "By area"))
            .child(jump_to("statements", "Statements"))
            .child(jump_to("gap", "Two views"))
            .child(jump_to("proposals", "Proposals"))
            .into(),
        areas::by_area(state, seen).into(),
        statements::by_statement(state, seen).into(),
        statements::since_last_year(state, seen),
        comments::comments(state),
        gap::gap(state).into(),
        proposals::proposals(state, seen).into(),
    ]
}

/// How many answered, what has come in since, and the cut-off.
fn head(state: State, seen: Seen) -> El {
    let rate = move || who_answered(state, seen);
    let waiting =
        move || state.survey.collected(|collected| hidden::still_waiting(collected?)).map(quiet);
    el("section")
        .attr("aria-label", "Who answered")
        .child(el("p").class("stands").live_text(rate))
        .child(live_if(waiting))
        .child(cut_off(state))
}

/// How many answered, while the results show.
pub fn who_answered(state: State, seen: Seen) -> String {
    let shows = seen.with(Option::is_some);
    let who = || state.survey.collected(|collected| collected.map(figures::who_answered));
    if shows { who().unwrap_or_default() } else { String::new() }
}

/// The organisation's own cut-off. It takes effect when the field is left: half a number would set
/// everything else on the page in motion.
fn cut_off(state: State) -> El {
    let now = move |audit: Audit<'_>| audit.survey().map(|it| it.cut_off).unwrap_or_default();
    let problem = RwSignal::new(None);
    let left = move |text: String| match text.trim().trim_end_matches('%').trim_end().parse() {
        Ok(percent @ 1..=100) => {
            problem.set(None);
            if state.open.with_untracked(now) != percent {
                state.survey.change_survey(|survey| survey.cut_off = percent);
            }
        }
        _ => problem.set(Some("The cut-off is a whole number from 1 to 100.".to_owned())),
    };
    let value = derived(move || state.open.with(now).to_string());
    let field = text_field("Cut-off, in percent", value, |_| ())
        .hint("It is your organisation’s own. Where at least so many of those with a view agree, the survey proposes Yes for what the statement stands for.")
        .problem(problem.into())
        .on_leave(left);
    el("div").class("cut-off").child(field)
}

fn tools(state: State) -> El {
    let print = print_button("Print");
    el("div")
        .class("buttons")
        .child(button("Copy as a table", move || state.survey.copy_results()).class("secondary"))
        .child(
            button("Save as a .csv file", move || state.survey.save_results()).class("secondary"),
        )
        .child(print.class("secondary"))
        .child(p("The table has the comments in it too.").class("quiet on-screen"))
}
