//! What the pages of a survey share: the way between them, tables, and where the focus goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use leptos::prelude::{document, event_target};

use crate::framework::{Area, Indicator};
use crate::route::{AuditPage, Route};
use crate::web::page::focus;
use crate::web::state::State;
use crate::web::ui::element::{El, el, link, text_el};

/// The way between the pages of the survey; `here` is the one that is shown.
pub fn survey_pages(state: State, here: &AuditPage) -> El {
    let pages = [
        (AuditPage::Survey, "Survey"),
        (AuditPage::SurveyResults, "Results"),
        (AuditPage::SurveySummary, "You said, we did"),
    ];
    let id = state.id();
    let links = pages.map(|(page, name)| {
        let there = link(Route::audit(&id, page.clone()), name);
        if page == *here { there.attr("aria-current", "page") } else { there }
    });
    el("nav").class("survey-pages on-screen").attr("aria-label", "Staff survey").children(links)
}

/// Where an indicator stands.
pub fn place_of(state: State, area: &Area, indicator: &Indicator) -> Route {
    Route::audit(&state.id(), AuditPage::indicator(&area.id, &indicator.id))
}

/// A table that is wider than a small screen: it scrolls by itself. `label` is its caption.
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

/// The button that was pressed goes away: the focus stays with the `row` that it stands in, at the
/// first `inside` of it.
pub fn stay_with(event: &web_sys::Event, row: &str, inside: &str) {
    let button: Element = event_target(event);
    let row = button.closest(row).ok().flatten();
    if let Some(element) = row.and_then(|row| row.query_selector(inside).ok().flatten()) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// The button that was pressed goes away: the focus goes to the heading with this id.
pub fn focus_section(id: &str) {
    if let Some(heading) = document().get_element_by_id(id) {
        let _ = heading.set_attribute("tabindex", "-1");
    }
    focus(&["#", id].concat());
}
