//! The action plan: potential areas for development flow in from the reviews; actions say what,
//! who, by when, and how far.

mod card;
mod filters;

use leptos::prelude::*;

use crate::audit::{ACTIONS, Audit};
use crate::framework::Framework;
use crate::progression;
use crate::web::audit::plan::card::card;
use crate::web::audit::plan::filters::Filters;
use crate::web::shared::finding::{finding, planned};
use crate::web::shared::jump::jump_to;
use crate::web::shared::list;
use crate::web::state::use_state;
use crate::web::ui::element::{El, adding, el, keyed, live, memo, p, text_el, together};
use crate::web::words;

/// The page.
pub fn plan() -> AnyView {
    let open = use_state().open;
    let filters = Filters::new();
    let own = move || {
        filters.clear();
        open.fresh.set(Some(open.add_action(None)));
    };
    let own = adding("Add an action of your own", own);
    let lead =
        "What you will do about the areas for development, and anything else you have decided on.";
    together(vec![
        text_el("h1", "Action plan").into(),
        p(lead).class("lead").into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", "On this page")
            .child(jump_to("potential", "Potential areas"))
            .child(jump_to("actions", "Actions"))
            .into(),
        potential(filters).into(),
        el("section")
            .attr("aria-labelledby", "actions")
            .child(text_el("h2", "Actions").attr("id", "actions"))
            .child(el("div").class("tools").child(own))
            .children(actions(filters))
            .into(),
    ])
}

/// The areas for development of each capability, at the stage that it is working at and no other.
fn potential(filters: Filters) -> El {
    let state = use_state();
    let framework = state.device.framework();
    let found = memo(move || state.open.with(|audit| found(audit, framework)));
    let taken = state.open.taken_from_here();
    let rows = move || {
        let found = found.get();
        if found.is_empty() {
            let none = "No areas for development: every stage is complete.";
            return p(none).class("empty").into();
        }
        let rows = found.iter().filter_map(|id| {
            let (area, indicator) = framework.indicator(id)?;
            let add = move || {
                filters.clear();
                state.open.fresh.set(Some(state.open.add_action(Some(&indicator.id))));
            };
            Some(finding(state, area, indicator).child(planned(state, indicator, taken, add)))
        });
        el("ul").class("findings").children(rows).into()
    };
    let number = move || found.with(Vec::len);
    let without = move || state.open.with(|audit| found.with(|found| without_action(audit, found)));
    let summary = move || {
        let number = words::count(number(), "potential area", "potential areas");
        [&number, ", ", &without().to_string(), " without an action"].concat()
    };
    el("section")
        .attr("aria-labelledby", "potential")
        .child(text_el("h2", "Potential areas for development").attr("id", "potential"))
        .child(p("From the reviews: what is not achieved at the stage that each capability is working at. Later stages come when it is their turn."))
        .child(
            el("details")
                .class("more")
                .live_flag("open", move || number() <= 8 || state.open.with(|audit| audit.actions().len() == 0))
                .child(el("summary").live_text(summary))
                .child(live(rows)),
        )
}

/// The ids of the areas for development.
fn found(audit: Audit<'_>, framework: &Framework) -> Vec<String> {
    let mut found = Vec::new();
    for capability in audit.capabilities(framework) {
        for area in progression::areas_for_development(&audit.assess_capability(capability)) {
            found.push(area.id.to_owned());
        }
    }
    found
}

fn without_action(audit: Audit<'_>, ids: &[String]) -> usize {
    ids.iter().filter(|id| audit.actions_for(id).next().is_none()).count()
}

fn actions(filters: Filters) -> Vec<AnyView> {
    let state = use_state();
    let framework = state.device.framework();
    let all = list::all(&ACTIONS);
    let shown = list::in_turn(&ACTIONS, move |record| {
        filters.apply(Audit { record }, framework, state.today())
    });
    let none = move || match all.with(Vec::is_empty) {
        true => "No actions yet. Add one beside an area for development, or one of your own.",
        false => "No action is like that.",
    };
    // A list of one that comes and goes, so that adding an action leaves the filters as they are.
    let filters_shown = move || match all.with(Vec::is_empty) {
        true => Vec::new(),
        false => vec!["filters".to_owned()],
    };
    let taken = state.open.taken_from_here();
    vec![
        keyed(filters_shown, move |_| filters.fields(state)),
        list::cards(shown, none, move |id| card(id, taken)),
    ]
}
