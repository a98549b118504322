//! The overview of an audit: where every area stands, and one clear next step.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::framework::{Area, Capability, Framework};
use crate::progression;
use crate::route::{AuditPage, Route};
use crate::web::chart::{Cairn, StandingTable};
use crate::web::page::audit::{area_standing, capability_standing};
use crate::web::state::use_state;
use crate::web::ui::meter::Meter;
use crate::web::words;

#[component]
pub fn Overview() -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let capabilities = framework.capabilities.iter();
    let capabilities = capabilities.map(|capability| view! { <CapabilityCard capability /> });
    let progress = Memo::new(move |_| state.with(|audit| audit.progress(framework)));
    view! {
        <h1>"Overview"</h1>
        <NextStep />
        <section class="meters" aria-label="How far you are">
            <Meter
                value=Signal::derive(move || (progress.get().reflected, progress.get().questions))
                words="questions reflected on"
            />
            <Meter
                value=Signal::derive(move || (progress.get().judged, progress.get().indicators))
                words="indicators judged"
            />
        </section>
        {capabilities.collect_view()}
    }
    .into_any()
}

#[component]
fn NextStep() -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let step = Memo::new(move |_| state.with(|audit| next_step(audit, framework)));
    view! {
        <section class="note next-step" aria-labelledby="next-step">
            <h2 id="next-step">"Your next step"</h2>
            {move || {
                let (page, text) = step.get();
                view! {
                    <p>{text.clone()}</p>
                    <p>
                        <a class="button" href=Route::audit(&state.id(), page.clone()).to_string()>
                            {link_text(&page)}
                        </a>
                    </p>
                }
            }}
        </section>
    }
}

fn link_text(page: &AuditPage) -> String {
    match page {
        AuditPage::Area(area) => format!("Go to {area}"),
        AuditPage::Review(capability) => format!("Review capability {capability}"),
        AuditPage::Plan => "Go to the action plan".to_owned(),
        AuditPage::Report => "Go to the report".to_owned(),
        AuditPage::About => "Choose capabilities".to_owned(),
        AuditPage::Overview | AuditPage::Evidence => "Continue".to_owned(),
    }
}

/// The first thing that is not done: questions and indicators area by area, then an action for each
/// area for development, then the report.
fn next_step(audit: &Audit, framework: &Framework) -> (AuditPage, String) {
    let capabilities: Vec<&Capability> = audit.capabilities(framework).collect();
    if capabilities.is_empty() {
        let text = "Both capabilities are left out of this audit. Take one in to begin.";
        return (AuditPage::About, text.to_owned());
    }
    for area in capabilities.iter().flat_map(|capability| &capability.areas) {
        let progress = audit.area_progress(area);
        let page = AuditPage::Area(area.id.clone());
        let title = format!("{}, {}", area.id, area.title);
        if progress.reflected == 0 && progress.judged == 0 {
            return (page, format!("Begin with {title}: reflect on its questions, then judge its indicators."));
        }
        if progress.reflected < progress.questions {
            let left = progress.questions - progress.reflected;
            let left = words::count(left, "question is", "questions are");
            return (page, format!("{left} still to reflect on in {title}."));
        }
        if progress.judged < progress.indicators {
            let left = progress.indicators - progress.judged;
            let left = words::count(left, "indicator is", "indicators are");
            return (page, format!("{left} still to judge in {title}."));
        }
    }
    for capability in capabilities {
        let assessed = audit.assess_capability(capability);
        let without = progression::areas_for_development(&assessed)
            .iter()
            .filter(|indicator| audit.actions_for(indicator.id).next().is_none())
            .count();
        if without > 0 {
            let areas = words::count(without, "area", "areas");
            let text = format!(
                "Everything is answered. Look at the review of capability {}: {areas} for development without an action yet.",
                capability.id
            );
            return (AuditPage::Review(capability.id.clone()), text);
        }
    }
    (AuditPage::Report, "Everything is answered and planned. Read the report, print it, or send it to a colleague.".to_owned())
}

#[component]
fn CapabilityCard(capability: &'static Capability) -> impl IntoView {
    let state = use_state();
    let left_out = Memo::new(move |_| state.with(|audit| audit.leaves_out(&capability.id)));
    let heading = format!("Capability {}: {}", capability.id, capability.title);
    let content = move || {
        if left_out.get() {
            view! {
                <p>"This capability is left out of this audit. Anything written in it is kept."</p>
                <button
                    type="button"
                    class="secondary"
                    on:click=move |_| state.leave_out(&capability.id, false)
                >
                    "Take it into the audit"
                </button>
            }
            .into_any()
        } else {
            view! { <CapabilityStanding capability /> }.into_any()
        }
    };
    view! {
        <section class="capability" aria-labelledby=format!("capability-{}", capability.id)>
            <h2 id=format!("capability-{}", capability.id)>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}

#[component]
fn CapabilityStanding(capability: &'static Capability) -> impl IntoView {
    let state = use_state();
    let standing = capability_standing(state, capability);
    let areas = capability.areas.iter().map(|area| view! { <AreaRow area /> });
    view! {
        <div class="capability-standing">
            <Cairn standing label=format!("Capability {}", capability.id) />
            <div>
                <p class="stands">
                    <strong>{move || words::reached(&standing.get())}</strong>
                    ", "
                    {move || words::working_at(&standing.get())}
                </p>
                <p>
                    <a href=Route::audit(&state.id(), AuditPage::Review(capability.id.clone())).to_string()>
                        {format!("Review of capability {}", capability.id)}
                    </a>
                </p>
            </div>
        </div>
        <ul class="area-rows">{areas.collect_view()}</ul>
        <details class="more">
            <summary>
                "The picture as a table"
                <span class="unseen">{format!(", capability {}", capability.id)}</span>
            </summary>
            <StandingTable standing caption=format!("Indicators of capability {}, by stage", capability.id) />
            {capability.areas.iter().map(|area| view! {
                <StandingTable
                    standing=area_standing(state, area)
                    caption=format!("Indicators of {}, by stage", area.id)
                />
            }).collect_view()}
        </details>
        <p class="after">
            <button
                type="button"
                class="quiet-button"
                on:click=move |_| state.leave_out(&capability.id, true)
            >
                {format!("Leave capability {} out of this audit", capability.id)}
            </button>
        </p>
    }
}

#[component]
fn AreaRow(area: &'static Area) -> impl IntoView {
    let state = use_state();
    let standing = area_standing(state, area);
    let progress = Memo::new(move |_| state.with(|audit| audit.area_progress(area)));
    view! {
        <li class="area-row">
            <Cairn standing label=area.id.clone() />
            <div>
                <h3>
                    <a href=Route::audit(&state.id(), AuditPage::Area(area.id.clone())).to_string()>
                        <span class="code">{area.id.as_str()}</span> " " {area.title.as_str()}
                    </a>
                </h3>
                <p>
                    {move || {
                        let progress = progress.get();
                        format!(
                            "{} of {} questions · {} of {} indicators",
                            progress.reflected,
                            progress.questions,
                            progress.judged,
                            progress.indicators,
                        )
                    }}
                </p>
                <p class="quiet">
                    {move || format!("{}, {}", words::reached(&standing.get()), words::working_at(&standing.get()))}
                </p>
            </div>
        </li>
    }
    .into_any()
}
