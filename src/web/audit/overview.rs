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
use crate::web::ui::meter::meter;
use crate::web::words;

/// The page that an audit opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let framework = state.device.framework();
    let progress = memo(move || state.open.with(|audit| audit.progress(framework)));
    let reflected = move || (progress.get().reflected, progress.get().questions);
    let judged = move || (progress.get().judged, progress.get().indicators);
    let meters = el("section")
        .class("meters")
        .attr("aria-label", "How far you are")
        .child(meter(derived(reflected), "questions reflected on"))
        .child(meter(derived(judged), "indicators judged"));
    let mut parts = vec![
        text_el("h1", "Overview").into(),
        next_step(move || {
            let (text, page, link) = told(&state.open.with(|audit| audit.next_step(framework)));
            (text, Route::audit(&state.open.id(), page), link)
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

/// What is said of a step, the page that it leads to, and the words of the link there.
fn told(step: &NextStep) -> (String, AuditPage, String) {
    let to_area = |area: &Area| (AuditPage::Area(area.id.clone()), ["Go to ", &area.id].concat());
    let in_area = |area: &Area, left: String, to_do: &str| {
        [&left, to_do, &area.id, ", ", &area.title, "."].concat()
    };
    let (text, (page, link)) = match *step {
        NextStep::TakeIn => (
            "Both capabilities are left out of this audit. Take one in to begin.".to_owned(),
            (AuditPage::About, "Choose capabilities".to_owned()),
        ),
        NextStep::Begin(area) => {
            let to_do = ": reflect on its questions, then judge its indicators.";
            (["Begin with ", &area.id, ", ", &area.title, to_do].concat(), to_area(area))
        }
        NextStep::Reflect(area, left) => {
            let left = words::count(left, "question is", "questions are");
            (in_area(area, left, " still to reflect on in "), to_area(area))
        }
        NextStep::Judge { area, left, survey_helps } => {
            let left = words::count(left, "indicator is", "indicators are");
            let mut text = in_area(area, left, " still to judge in ");
            if survey_helps {
                text.push_str(" They are about staff: if you like, a staff survey proposes judgements for them.");
            }
            (text, to_area(area))
        }
        NextStep::Accept(number) => {
            let number = words::count(
                number,
                "staff indicator that is not judged yet: accept it, or judge otherwise.",
                "staff indicators that are not judged yet: accept what it proposes, or judge otherwise.",
            );
            (
                ["The staff survey proposes judgements for ", &number].concat(),
                (AuditPage::SurveyResults, "Go to the survey’s results".to_owned()),
            )
        }
        NextStep::Plan(capability, without) => {
            let areas = words::count(without, "area", "areas");
            let look = "Everything is answered. Look at the review of capability ";
            (
                [look, &capability.id, ": ", &areas, " for development without an action yet."]
                    .concat(),
                (
                    AuditPage::Review(capability.id.clone()),
                    ["Review capability ", &capability.id].concat(),
                ),
            )
        }
        NextStep::Read => (
            "Everything is answered and planned. Read the report, print it, or send it to a colleague."
                .to_owned(),
            (AuditPage::Report, "Go to the report".to_owned()),
        ),
    };
    (text, page, link)
}

fn capability_card(state: State, capability: &'static Capability) -> El {
    let left_out = memo(move || state.open.with(|audit| audit.leaves_out(&capability.id)));
    let id = ["capability-", &capability.id].concat();
    let heading = ["Capability ", &capability.id, ": ", &capability.title].concat();
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
        p("This capability is left out of this audit. Anything written in it is kept.").into(),
        button("Take it into the audit", take_in).class("secondary").into(),
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
        .child(cairn(move || standing.get(), ["Capability ", id].concat()))
        .child(
            el("div")
                .child(stands)
                .child(el("p").child(link(review, ["Review of capability ", id].concat()))),
        );
    let areas = capability.areas.iter().map(|area| area_row(state, area));
    let leave_out = button(["Leave capability ", id, " out of this audit"].concat(), move || {
        leave_out(state, capability, true)
    });
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
    let caption = ["Indicators of capability ", id, ", by stage"].concat();
    let areas = capability.areas.iter().map(|area| {
        let standing = area_standing(state, area);
        let caption = ["Indicators of ", &area.id, ", by stage"].concat();
        standing_table(move || standing.get(), caption)
    });
    details("The picture as a table", [", capability ", id].concat())
        .child(standing_table(move || standing.get(), caption))
        .children(areas)
}

fn area_row(state: State, area: &'static Area) -> El {
    let standing = area_standing(state, area);
    let progress = memo(move || state.open.with(|audit| audit.area_progress(area)));
    let done = move || {
        let progress = progress.get();
        format!(
            "{} of {} questions · {} of {} indicators",
            progress.reflected, progress.questions, progress.judged, progress.indicators,
        )
    };
    let stands = move || {
        let standing = standing.get();
        [words::reached(&standing), words::working_at(&standing)].join(", ")
    };
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
