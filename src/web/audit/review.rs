//! The review of a capability: its strengths first, then what it needs to reach the next stage.

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
use crate::words;
use crate::words::audit as say;

type Found = Assessed<&'static str>;

/// The page that reviews `capability`.
pub fn review(capability: &'static Capability) -> AnyView {
    let state = use_state();
    let id = &capability.id;
    let standing = capability_standing(state, capability);
    let caption = say::indicators_of_capability(id);
    together(vec![
        text_el("h1", say::review_of(id)).into(),
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
        .child(quiet(say::review::HOW_STAGES_BUILD))
        .child(el("ul").class("small-cairns").children(areas));
    el("div")
        .class("review-head")
        .child(
            el("div")
                .child(large_cairn(move || standing.get(), say::capability(&capability.id)))
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
    let section = section("strengths", say::STRENGTHS);
    let section = if strengths.is_empty() && in_place.is_empty() {
        section.child(p(say::review::NO_STRENGTHS))
    } else {
        section.child(list(state, strengths, false))
    };
    if in_place.is_empty() {
        return section;
    }
    section
        .child(text_el("h3", say::IN_PLACE))
        .child(p(say::review::ABOUT_IN_PLACE))
        .child(list(state, in_place, false))
}

/// What the capability needs to reach the next stage, or what to do when every stage is complete.
fn between(state: State, assessed: &[Found]) -> El {
    let development = progression::areas_for_development(assessed);
    let number = development.len();
    let (to_answer, not_achieved): (Vec<_>, Vec<_>) =
        development.into_iter().partition(|found| found.judgement == Judgement::NotAnswered);
    let section = match progression::working_at(assessed) {
        Some(stage) => section("between", say::review::next_stage(stage))
            .child(p(say::review::needed(number, stage))),
        None => section("between", say::review::ALL_COMPLETE).child(p(say::review::WHAT_NOW)),
    };
    let section = under_heading(section, state, say::review::AREAS_FOR_DEVELOPMENT, not_achieved);
    let section = under_heading(section, state, say::review::STILL_TO_ANSWER, to_answer);
    let plan = link(Route::audit(&state.open.id(), AuditPage::Plan), say::review::GO_TO_PLAN);
    section.child(el("p").child(plan.class("button")))
}

fn under_heading(section: El, state: State, heading: &'static str, found: Vec<Found>) -> El {
    if found.is_empty() {
        return section;
    }
    section.child(text_el("h3", heading)).child(list(state, found, true))
}

fn for_later(state: State, found: &[Found]) -> El {
    let mut section =
        section("held-back", say::review::FOR_LATER).child(p(say::review::ABOUT_LATER));
    for stage in Stage::ALL {
        let at: Vec<Found> = found.iter().filter(|found| found.stage == stage).copied().collect();
        if !at.is_empty() {
            let heading = say::review::you_will_come_to(stage);
            section = section.child(text_el("h3", heading)).child(list(state, at, false));
        }
    }
    section
}

/// A list of indicators. With `actions`, each has the number of actions about it and a button to add
/// one.
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
