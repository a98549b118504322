//! The results of the survey that may be seen, and the judgements that they propose.

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
use crate::words::survey::results as say;

/// The page of the results.
pub fn results() -> AnyView {
    let state = use_state();
    state.survey.release_results();
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
        .child(text_el("h1", say::RESULTS))
        .child(el("p").class("lead").live_text(title))
        .child(survey_pages(state, SurveyPage::Results))
        .child(content)
        .into()
}

/// The note instead of results: why none show, and a link to the survey.
pub fn nothing_shows(state: State) -> AnyView {
    let why = move || {
        let why = state.survey.collected(|collected| hidden::why_hidden(collected?));
        why.unwrap_or_else(|| say::NO_SURVEY_YET.to_owned())
    };
    let to = state.survey.survey_page(SurveyPage::Manage);
    el("section")
        .class("note")
        .attr("aria-label", say::WHY_NO_RESULTS)
        .child(el("p").live_text(why))
        .child(el("p").child(link(to, say::GO_TO_SURVEY).class("button")))
        .into()
}

fn everything(state: State, seen: Seen) -> Vec<AnyView> {
    vec![
        head(state, seen).into(),
        tools(state).into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", say::ON_THIS_PAGE)
            .child(jump_to("areas", say::BY_AREA))
            .child(jump_to("statements", say::STATEMENTS))
            .child(jump_to("gap", say::TWO_VIEWS))
            .child(jump_to("proposals", say::PROPOSALS))
            .into(),
        areas::by_area(state, seen).into(),
        statements::by_statement(state, seen).into(),
        statements::since_last_year(state, seen),
        comments::comments(state),
        gap::gap(state).into(),
        proposals::proposals(state, seen).into(),
    ]
}

/// How many answered, what has come in since, and the field for the cut-off.
fn head(state: State, seen: Seen) -> El {
    let rate = move || who_answered(state, seen);
    let waiting =
        move || state.survey.collected(|collected| hidden::still_waiting(collected?)).map(quiet);
    el("section")
        .attr("aria-label", say::WHO_ANSWERED)
        .child(el("p").class("stands").live_text(rate))
        .child(live_if(waiting))
        .child(cut_off(state))
}

/// How many answered; empty while no results show.
pub fn who_answered(state: State, seen: Seen) -> String {
    let shows = seen.with(Option::is_some);
    let who = || state.survey.collected(|collected| collected.map(figures::who_answered));
    if shows { who().unwrap_or_default() } else { String::new() }
}

/// The field for the organisation's own cut-off. It takes effect when the field is left, as half a
/// number would change everything else on the page.
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
        _ => problem.set(Some(say::NO_CUT_OFF.to_owned())),
    };
    let value = derived(move || state.open.with(now).to_string());
    let field = text_field(say::CUT_OFF, value, |_| ())
        .hint(say::CUT_OFF_HINT)
        .problem(problem.into())
        .on_leave(left);
    el("div").class("cut-off").child(field)
}

fn tools(state: State) -> El {
    let print = print_button(say::PRINT);
    el("div")
        .class("buttons")
        .child(button(say::COPY_AS_TABLE, move || state.survey.copy_results()).class("secondary"))
        .child(
            button(say::SAVE_FOR_SPREADSHEET, move || state.survey.save_results())
                .class("secondary"),
        )
        .child(print.class("secondary"))
        .child(p(say::COMMENTS_IN_TABLE).class("quiet on-screen"))
}
