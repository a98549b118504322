//! The paper sheet of a survey: every statement with boxes to tick, on two sides at most.

use leptos::prelude::*;

use crate::framework::Text;
use crate::route::SurveyPage;
use crate::survey::{Asked, Survey};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, use_state};
use crate::web::survey::pages::survey_pages;
use crate::web::ui::element::{El, el, link, live, p, text_el, together};
use crate::words;
use crate::words::survey::collect::{self, ways as say};

/// Statements of this many characters in all are printed smaller, and of [`LONGER`] smaller still, so
/// that they fit on two sides. Up to three times the words of the built-in statements fit.
const LONG: usize = 3_300;
const LONGER: usize = 5_000;

/// The page with the sheet to print.
pub fn sheet() -> AnyView {
    let state = use_state();
    let asked = state.survey.asked();
    let statements = state.survey.statements(asked);
    let content = live(move || match state.survey.survey() {
        Some(survey) => {
            together(vec![ready().into(), paper(state, asked, statements, &survey).into()])
        }
        None => no_survey(state).into(),
    });
    let head = el("div")
        .class("on-screen")
        .child(text_el("h1", say::SHEET))
        .child(survey_pages(state, SurveyPage::Sheet));
    together(vec![head.into(), content])
}

/// Shown instead while there is no survey: a link to where one is opened.
pub fn no_survey(state: State) -> El {
    let there = state.survey.survey_page(SurveyPage::Manage);
    el("div")
        .child(p(collect::NO_SURVEY_YET))
        .child(el("p").child(link(there, collect::OPEN_A_SURVEY).class("button")))
}

fn ready() -> El {
    let print = print_button(say::PRINT);
    el("div")
        .class("on-screen")
        .child(p(say::SHEET_LEAD).class("lead"))
        .child(el("div").class("buttons").child(print))
}

fn paper(state: State, asked: Asked, statements: &'static [Text], survey: &Survey) -> El {
    let length: usize = statements.iter().map(|statement| statement.text.chars().count()).sum();
    let until = survey.closes.map(|day| p(say::hand_in_by(&words::day(day))));
    el("article")
        .class(match length {
            LONGER.. => "sheet longer",
            LONG.. => "sheet long",
            _ => "sheet",
        })
        .child(text_el("h2", survey.title.as_str()))
        .child(p(asks(state)))
        .child(text_el("h3", say::HOW_TO_FILL_IN))
        .child(p(say::HOW_TO_FILL_IN_TEXT))
        .child(text_el("h3", say::WHO_SEES_WHAT))
        .child(p(say::sheet_promise(survey.threshold)))
        .child(boxes(asked, statements))
        .child(text_el("h3", say::ADD_COMMENT))
        .child(
            el("div").class("lines").attr("aria-hidden", "true").children((0..6).map(|_| el("p"))),
        )
        .child(text_el("h3", say::HAND_IN))
        .child(p(say::HAND_IN_TEXT))
        .maybe(until)
}

/// A sentence that says who asks.
pub fn asks(state: State) -> String {
    say::asks(&state.survey.who_asks(), state.survey.asked())
}

fn boxes(asked: Asked, statements: &'static [Text]) -> El {
    let answers = asked.answers().iter();
    let head = answers.map(|answer| text_el("th", asked.label(*answer)).attr("scope", "col"));
    let rows = statements.iter().enumerate().map(|(place, statement)| {
        let boxes = asked.answers().iter().map(|_| el("td").child(el("span").class("box")));
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(text_el("span", format!("{}.", place + 1)).class("number"))
                    .child(text_el("span", statement.text.as_str())),
            )
            .children(boxes)
    });
    let table = el("table")
        .child(text_el("caption", asked.question()))
        .child(el("thead").child(
            el("tr").child(text_el("th", say::STATEMENT).attr("scope", "col")).children(head),
        ))
        .child(el("tbody").children(rows));
    el("div")
        .class("wide-table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", say::STATEMENTS)
        .child(table)
}
