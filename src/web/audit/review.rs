//! The review of a capability: strengths first, then what stands between here and the next stage.

use leptos::prelude::*;

use crate::audit::standing::Standing;
use crate::framework::{Area, Capability};
use crate::progression::{self, Assessed, Judgement, Stage};
use crate::route::{AuditPage, Route};
use crate::web::chart::{cairn, large_cairn, legend, standing_table};
use crate::web::shared::finding::{finding, planned};
use crate::web::state::standing::{area_standing, capability_standing};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live, p, quiet, section, text_el, together};
use crate::web::words;

type Found = Assessed<&'static str>;

/// The page that reviews `capability`.
pub fn review(capability: &'static Capability) -> AnyView {
    let state = use_state();
    let id = &capability.id;
    let standing = capability_standing(state, capability);
    let caption = ["Indicators of capability ", id, ", by stage"].concat();
    together(vec![
        text_el("h1", ["Review of capability ", id].concat()).into(),
        p(capability.title.as_str()).class("lead").into(),
        head(state, capability, standing).into(),
        standing_table(move || standing.get(), caption).into(),
        findings(state, capability),
    ])
}

/// Where the capability and its areas stand.
fn head(state: State, capability: &'static Capability, standing: Memo<Standing>) -> El {
    let stands = el("p")
        .class("stands")
        .child(el("strong").live_text(move || words::reached(&standing.get())))
        .child(el("br"))
        .live_text(move || words::working_at(&standing.get()));
    let areas = capability.areas.iter().map(|area| small_cairn(state, area));
    let words = el("div")
        .child(stands)
        .child(quiet("The stages build on one another: a stage is reached when every indicator of it, and of the stages below it, is achieved in all three areas."))
        .child(el("ul").class("small-cairns").children(areas));
    el("div")
        .class("review-head")
        .child(
            el("div")
                .child(large_cairn(
                    move || standing.get(),
                    ["Capability ", &capability.id].concat(),
                ))
                .child(legend()),
        )
        .child(words)
}

fn small_cairn(state: State, area: &'static Area) -> El {
    let standing = area_standing(state, area);
    let to = Route::audit(&state.open.id(), AuditPage::Area(area.id.clone()));
    el("li")
        .child(cairn(move || standing.get(), area.id.as_str()))
        .child(el("p").child(link(to, [area.id.as_str(), &area.title].join(" "))))
        .child(el("p").class("quiet").live_text(move || words::reached(&standing.get())))
}

fn findings(state: State, capability: &'static Capability) -> AnyView {
    live(move || {
        let assessed = state.open.with(|audit| audit.assess_capability(capability));
        let held_back = progression::held_back(&assessed);
        let mut sections =
            vec![strengths(state, &assessed).into(), between(state, &assessed).into()];
        if !held_back.is_empty() {
            sections.push(for_later(state, &held_back).into());
        }
        together(sections)
    })
}

fn strengths(state: State, assessed: &[Found]) -> El {
    let strengths = progression::strengths(assessed);
    let in_place = progression::already_in_place(assessed);
    let section = section("strengths", "Strengths");
    let section = if strengths.is_empty() && in_place.is_empty() {
        section.child(p("Nothing is judged achieved yet. What you achieve shows up here first."))
    } else {
        section.child(list(state, strengths, false))
    };
    if in_place.is_empty() {
        return section;
    }
    section
        .child(text_el("h3", "Already in place for later stages"))
        .child(p(
            "These stand beyond the stage you are working at, and count as soon as you get there.",
        ))
        .child(list(state, in_place, false))
}

/// What stands between here and the next stage.
fn between(state: State, assessed: &[Found]) -> El {
    let development = progression::areas_for_development(assessed);
    let number = words::count(development.len(), "indicator stands", "indicators stand");
    let each = if development.len() == 1 { "It" } else { "Each" };
    let (to_answer, not_achieved): (Vec<_>, Vec<_>) =
        development.into_iter().partition(|found| found.judgement == Judgement::NotAnswered);
    let section = match progression::working_at(assessed) {
        Some(stage) => {
            let next = words::stage(stage);
            let what = " is a potential area for development: decide what you could do about it.";
            section("between", ["Between here and ", next].concat())
                .child(p([&number, " between here and ", next, ". ", each, what].concat()))
        }
        None => section("between", "Every stage is complete").child(p(
            "All indicators of this capability are achieved. Keep the evidence fresh, and share what you have learned.",
        )),
    };
    let section = under_heading(section, state, "Areas for development", not_achieved);
    let section = under_heading(section, state, "Still to answer", to_answer);
    let plan = link(Route::audit(&state.open.id(), AuditPage::Plan), "Go to the action plan");
    section.child(el("p").child(plan.class("button")))
}

fn under_heading(section: El, state: State, heading: &'static str, found: Vec<Found>) -> El {
    if found.is_empty() {
        return section;
    }
    section.child(text_el("h3", heading)).child(list(state, found, true))
}

fn for_later(state: State, found: &[Found]) -> El {
    let mut section = section("held-back", "For later").child(p(
        "Not yet achieved, and not yet due: first complete the stage you are working at.",
    ));
    for stage in Stage::ALL {
        let at: Vec<Found> = found.iter().filter(|found| found.stage == stage).copied().collect();
        if !at.is_empty() {
            let heading = ["You will come to these at ", words::stage(stage)].concat();
            section = section.child(text_el("h3", heading)).child(list(state, at, false));
        }
    }
    section
}

/// Indicators in a list, and where wanted the actions about them.
fn list(state: State, found: Vec<Found>, actions: bool) -> El {
    let framework = state.device.framework();
    let taken = state.open.taken_from_here();
    let items = found.into_iter().filter_map(|found| {
        let (area, indicator) = framework.indicator(found.id)?;
        let add = move || {
            state.open.fresh.set(Some(state.open.add_action(Some(&indicator.id))));
            state.go(&Route::audit(&state.open.id(), AuditPage::Plan));
        };
        let planned = actions.then(|| planned(state, indicator, taken, add));
        Some(finding(state, area, indicator).maybe(planned))
    });
    el("ul").class("findings").children(items)
}
