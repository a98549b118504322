//! What the pages of a survey share: the links between them, tables, the comments, and where the focus
//! goes.

use leptos::prelude::{AnyView, document};

use crate::framework::{Area, Indicator};
use crate::route::{AuditPage, Route, SurveyPage};
use crate::survey::Asked;
use crate::web::shared::focus::focus;
use crate::web::state::State;
use crate::web::ui::element::{El, el, link, nothing, p, section, text_el};
use crate::words::survey::collect as say;

/// The links between the pages of the survey; `here` is the page that is shown.
pub fn survey_pages(state: State, here: SurveyPage) -> El {
    const OF_AUDIT: &[(SurveyPage, &str)] = &[
        (SurveyPage::Manage, say::SURVEY),
        (SurveyPage::Results, say::RESULTS),
        (SurveyPage::Summary, say::YOU_SAID),
    ];
    const OF_BOOK: &[(SurveyPage, &str)] =
        &[(SurveyPage::Manage, say::SURVEY), (SurveyPage::Results, say::CHARACTERISTICS)];
    let asked = state.survey.asked();
    let pages = match asked {
        Asked::Indicators => OF_AUDIT,
        Asked::Characteristics => OF_BOOK,
    };
    let links = pages.iter().map(|(page, name)| {
        let there = link(state.survey.survey_page(*page), *name);
        if *page == here { there.attr("aria-current", "page") } else { there }
    });
    el("nav")
        .class("survey-pages on-screen")
        .attr("aria-label", say::heading(asked))
        .children(links.collect::<Vec<_>>())
}

/// The address of an indicator, on the page of its area.
pub fn place_of(state: State, area: &Area, indicator: &Indicator) -> Route {
    Route::audit(&state.open.id(), AuditPage::indicator(&area.id, &indicator.id))
}

/// A table that scrolls by itself when it is wider than the screen. `label` is its caption.
pub fn table(label: impl Into<String>, head: &[&'static str], rows: Vec<El>) -> El {
    let label = label.into();
    let head = head.iter().map(|name| text_el("th", *name).attr("scope", "col"));
    let table = el("table")
        .child(text_el("caption", label.as_str()))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    el("div")
        .class("wide-table figures")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(table)
}

/// A row of a table: its head, then its cells.
pub fn row(head: impl Into<String>, cells: Vec<String>) -> El {
    el("tr")
        .child(text_el("th", head).attr("scope", "row"))
        .children(cells.into_iter().map(|cell| text_el("td", cell)))
}

/// The section with the comments that people wrote; empty without any.
pub fn written(comments: Vec<String>) -> AnyView {
    if comments.is_empty() {
        return nothing();
    }
    let about = say::comments(comments.len());
    let comments = comments
        .into_iter()
        .map(|comment| el("li").child(text_el("blockquote", comment).class("written")));
    section("comments", say::COMMENTS)
        .child(p(about))
        .child(el("ul").class("plain comments").children(comments))
        .into()
}

/// Moves the focus to the heading with this id, because the button that was pressed goes away.
pub fn focus_section(id: &str) {
    if let Some(heading) = document().get_element_by_id(id) {
        let _ = heading.set_attribute("tabindex", "-1");
    }
    focus(&["#", id].concat());
}
