//! An indicator in a list: its words, the link to it, and the actions about it.

use leptos::prelude::*;

use crate::framework::{Area, Indicator};
use crate::record::Link;
use crate::route::{AuditPage, Route};
use crate::web::shared::carry::{ends, known_ends};
use crate::web::state::State;
use crate::web::ui::element::{El, adding, el, link, text_el, unseen};
use crate::words::shared::fields as say;
use crate::words::{self, lead_in};

/// An indicator, and below it its area, its stage and its judgement.
pub fn finding(state: State, area: &'static Area, indicator: &'static Indicator) -> El {
    let words = el("p")
        .child(text_el("span", lead_in(indicator.subject)).class("quiet"))
        .text([" ", &indicator.text].concat());
    let about = el("p")
        .class("quiet")
        .child(way_to(state, area, indicator))
        .text([" · ", words::stage(indicator.stage), " · "].concat())
        .live_text(move || {
            words::judgement(state.open.with(|audit| audit.judgement(&indicator.id))).to_owned()
        });
    el("li").child(words).child(about)
}

/// A link to an indicator on the page of its area. It shows the area's id, which everyone knows.
pub fn way_to(state: State, area: &Area, indicator: &Indicator) -> El {
    let page = AuditPage::indicator(&area.id, &indicator.id);
    link(Route::audit(&state.open.id(), page), area.id.as_str())
        .attr("aria-label", [&area.id, ": ", &indicator.text].concat())
}

/// How many actions there are about an indicator, a button that adds one, and what other records took
/// up of it, which `taken` gives.
pub fn planned(
    state: State,
    indicator: &'static Indicator,
    taken: Memo<Vec<(String, Link)>>,
    add: impl Fn() + 'static,
) -> El {
    let number =
        move || say::actions(state.open.with(|audit| audit.actions_for(&indicator.id).count()));
    let add = adding(say::ADD_ACTION, add)
        .class("secondary small")
        .child(unseen(say::for_indicator(&indicator.text)));
    let to = move || taken.with(|taken| known_ends(&[], taken, &indicator.id));
    el("div")
        .child(el("p").class("planned").live_text(number).text(" ").child(add))
        .child(ends(Vec::new, to))
}
