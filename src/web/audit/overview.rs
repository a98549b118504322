//! The overview of an audit: where every area stands, and one clear next step.

use leptos::prelude::*;

use crate::audit::next_step::NextStep;
use crate::audit::standing::Standing;
use crate::framework::{Area, Capability};
use crate::route::{AuditPage, Route};
use crate::web::chart::{cairn, standing_table};
use crate::web::shared::focus::focus;
use crate::web::shared::next_step::next_step;
use crate::web::state::standing::{area_standing, capability_standing};
use crate::web::state::{State, use_state};
use crate::web::survey::overview_part::survey_card;
use crate::web::ui::element::{
    El, button, derived, details, el, link, live, memo, p, section, text_el, together,
};
use crate::web::ui::meter::bar;
use crate::words;
use crate::words::audit as say;

/// The page that an audit opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let framework = state.device.framework();
    let progress = memo(move || state.open.with(|audit| audit.progress(framework)));
    let reflected = derived(move || (progress.get().reflected, progress.get().questions));
    let judged = derived(move || (progress.get().judged, progress.get().indicators));
    let meters = el("section")
        .class("meters")
        .attr("aria-label", say::overview::YOUR_PROGRESS)
        .child(bar(reflected, derived(move || say::reflected_on(reflected.get()))))
        .child(bar(judged, derived(move || say::judged(judged.get()))));
    let mut parts = vec![
        text_el("h1", say::OVERVIEW).into(),
        next_step(move || {
            let step = state.open.with(|audit| audit.next_step(framework));
            let to = Route::audit(&state.open.id(), page_of(&step));
            (say::overview::next_step(&step), to, say::overview::next_step_link(&step))
        })
        .into(),
        meters.into(),
    ];
    for capability in &framework.capabilities {
        parts.push(capability_card(state, capability).into());
    }
    parts.push(survey_card(state).into());
    together(parts)
}

/// The page that a step leads to.
fn page_of(step: &NextStep<'_>) -> AuditPage {
    match *step {
        NextStep::TakeIn => AuditPage::About,
        NextStep::Begin(area) | NextStep::Reflect(area, _) | NextStep::Judge { area, .. } => {
            AuditPage::Area(area.id.clone())
        }
        NextStep::Accept(_) => AuditPage::SurveyResults,
        NextStep::Plan(capability, _) => AuditPage::Review(capability.id.clone()),
        NextStep::Read => AuditPage::Report,
    }
}

fn capability_card(state: State, capability: &'static Capability) -> El {
    let left_out = memo(move || state.open.with(|audit| audit.leaves_out(&capability.id)));
    let id = ["capability-", &capability.id].concat();
    let heading = say::capability_called(capability);
    let content = live(move || {
        if left_out.get() {
            left_out_note(state, capability)
        } else {
            standing_of_capability(state, capability)
        }
    });
    section(&id, heading).class("capability").child(content)
}

/// Leaves a capability out or takes it in. The button that was pressed goes away, so the focus goes
/// to the heading above it.
fn leave_out(state: State, capability: &'static Capability, left_out: bool) {
    state.open.leave_out(&capability.id, left_out);
    focus(&["#capability-", &capability.id].concat());
}

fn left_out_note(state: State, capability: &'static Capability) -> AnyView {
    let take_in = move || leave_out(state, capability, false);
    together(vec![
        p(say::overview::LEFT_OUT).into(),
        button(say::overview::INCLUDE, take_in).class("secondary").into(),
    ])
}

fn standing_of_capability(state: State, capability: &'static Capability) -> AnyView {
    let id = &capability.id;
    let standing = capability_standing(state, capability);
    let review = Route::audit(&state.open.id(), AuditPage::Review(id.clone()));
    let stands = el("p")
        .class("stands")
        .child(el("strong").live_text(move || words::reached(&standing.get())))
        .text(", ")
        .live_text(move || words::working_at(&standing.get()));
    let head = el("div")
        .class("capability-standing")
        .child(cairn(move || standing.get(), say::capability(id)))
        .child(el("div").child(stands).child(el("p").child(link(review, say::review_of(id)))));
    let areas = capability.areas.iter().map(|area| area_row(state, area));
    let leave_out =
        button(say::overview::leave_out(id), move || leave_out(state, capability, true));
    together(vec![
        head.into(),
        el("ul").class("area-rows").children(areas).into(),
        tables(state, capability, standing).into(),
        el("p").class("after").child(leave_out.class("quiet-button")).into(),
    ])
}

/// The pictures of a capability as tables.
fn tables(state: State, capability: &'static Capability, standing: Memo<Standing>) -> El {
    let id = &capability.id;
    let caption = say::indicators_of_capability(id);
    let areas = capability.areas.iter().map(|area| {
        let standing = area_standing(state, area);
        let caption = say::overview::indicators_of_area(&area.id);
        standing_table(move || standing.get(), caption)
    });
    details(say::overview::AS_A_TABLE, say::overview::tables_of(id))
        .child(standing_table(move || standing.get(), caption))
        .children(areas)
}

fn area_row(state: State, area: &'static Area) -> El {
    let standing = area_standing(state, area);
    let progress = memo(move || state.open.with(|audit| audit.area_progress(area)));
    let done = move || {
        let progress = progress.get();
        say::overview::area_progress(
            (progress.reflected, progress.questions),
            (progress.judged, progress.indicators),
        )
    };
    let stands = move || say::standing(&standing.get());
    let title = el("a")
        .attr("href", Route::audit(&state.open.id(), AuditPage::Area(area.id.clone())).to_string())
        .child(text_el("span", area.id.as_str()).class("code"))
        .text(" ")
        .text(area.title.as_str());
    let words = el("div")
        .child(el("h3").child(title))
        .child(el("p").live_text(done))
        .child(el("p").class("quiet").live_text(stands));
    el("li").class("area-row").child(cairn(move || standing.get(), area.id.as_str())).child(words)
}
