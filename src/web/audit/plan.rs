//! The action plan: the potential areas for development, which come from the reviews, and the actions,
//! which say what will be done, by whom, by when, and how far it is.

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
use crate::words::audit as say;

/// The page.
pub fn plan() -> AnyView {
    let open = use_state().open;
    let filters = Filters::new();
    let own = move || {
        filters.clear();
        open.fresh.set(Some(open.add_action(None)));
    };
    let own = adding(say::plan::ADD_OWN, own);
    together(vec![
        text_el("h1", say::ACTION_PLAN).into(),
        p(say::plan::LEAD).class("lead").into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", say::ON_THIS_PAGE)
            .child(jump_to("potential", say::plan::POTENTIAL))
            .child(jump_to("actions", say::plan::ACTIONS))
            .into(),
        potential(filters).into(),
        el("section")
            .attr("aria-labelledby", "actions")
            .child(text_el("h2", say::plan::ACTIONS).attr("id", "actions"))
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
            return p(say::plan::NONE_POTENTIAL).class("empty").into();
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
    let summary = move || say::plan::potential_areas(number(), without());
    el("section")
        .attr("aria-labelledby", "potential")
        .child(text_el("h2", say::plan::POTENTIAL_AREAS).attr("id", "potential"))
        .child(p(say::plan::ABOUT_POTENTIAL))
        .child(
            el("details")
                .class("more")
                .live_flag("open", move || {
                    number() <= 8 || state.open.with(|audit| audit.actions().len() == 0)
                })
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
        true => say::plan::NO_ACTIONS,
        false => say::plan::NONE_MATCHES,
    };
    // A keyed list, with one key while there are actions and none otherwise. So adding an action does
    // not make the filters anew.
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
