//! The review of a capability: strengths first, then what stands between here and the next stage.

use leptos::prelude::*;

use crate::framework::Capability;
use crate::progression::{self, Assessed, Judgement, Stage};
use crate::route::{AuditPage, Route};
use crate::web::chart::{Cairn, StandingTable};
use crate::web::page::audit::{area_standing, capability_standing};
use crate::web::state::{State, use_state};
use crate::web::words;

#[component]
pub fn Review(capability: &'static Capability) -> impl IntoView {
    let state = use_state();
    let standing = capability_standing(state, capability);
    let areas = capability.areas.iter().map(|area| {
        let standing = area_standing(state, area);
        view! {
            <li>
                <Cairn standing label=area.id.clone() />
                <p>
                    <a href=Route::audit(&state.id(), AuditPage::Area(area.id.clone())).to_string()>
                        {format!("{} {}", area.id, area.title)}
                    </a>
                </p>
                <p class="quiet">{move || words::reached(&standing.get())}</p>
            </li>
        }
    });
    view! {
        <h1>{format!("Review of capability {}", capability.id)}</h1>
        <p class="lead">{capability.title.as_str()}</p>
        <div class="review-head">
            <Cairn standing label=format!("Capability {}", capability.id) large=true />
            <div>
                <p class="stands">
                    <strong>{move || words::reached(&standing.get())}</strong>
                    <br />
                    {move || words::working_at(&standing.get())}
                </p>
                <p class="quiet">
                    "The stages build on one another: a stage is reached when every indicator of it, and of the stages below it, is achieved in all three areas."
                </p>
                <ul class="small-cairns">{areas.collect_view()}</ul>
            </div>
        </div>
        <StandingTable
            standing
            caption=format!("Indicators of capability {}, by stage", capability.id)
        />
        <Findings capability />
    }
    .into_any()
}

#[component]
fn Findings(capability: &'static Capability) -> impl IntoView {
    let state = use_state();
    let sections = move || {
        let assessed = state.with(|audit| audit.assess_capability(capability));
        let working_at = progression::working_at(&assessed);
        let next = working_at.map_or("", words::stage);
        let strengths = progression::strengths(&assessed);
        let in_place = progression::already_in_place(&assessed);
        let development = progression::areas_for_development(&assessed);
        let (to_answer, not_achieved): (Vec<_>, Vec<_>) =
            development.into_iter().partition(|found| found.judgement == Judgement::NotAnswered);
        let held_back = progression::held_back(&assessed);
        let nothing_yet = strengths.is_empty() && in_place.is_empty();
        let between = not_achieved.len() + to_answer.len();
        view! {
            <section aria-labelledby="strengths">
                <h2 id="strengths">"Strengths"</h2>
                {if nothing_yet {
                    view! { <p>"Nothing is judged achieved yet. What you achieve shows up here first."</p> }.into_any()
                } else {
                    view! { <List state found=strengths actions=false /> }.into_any()
                }}
                {(!in_place.is_empty()).then(|| view! {
                    <h3>"Already in place for later stages"</h3>
                    <p>"These stand beyond the stage you are working at, and count as soon as you get there."</p>
                    <List state found=in_place actions=false />
                })}
            </section>
            <section aria-labelledby="between">
                <h2 id="between">
                    {match working_at {
                        Some(_) => format!("Between here and {next}"),
                        None => "Every stage is complete".to_owned(),
                    }}
                </h2>
                {match working_at {
                    Some(_) => view! {
                        <p>
                            {words::count(between, "indicator stands", "indicators stand")}
                            {format!(" between here and {next}. Each is a potential area for development: decide what you could do about it.")}
                        </p>
                    }.into_any(),
                    None => view! {
                        <p>"All indicators of this capability are achieved. Keep the evidence fresh, and share what you have learned."</p>
                    }.into_any(),
                }}
                {(!not_achieved.is_empty()).then(|| view! {
                    <h3>"Areas for development"</h3>
                    <List state found=not_achieved actions=true />
                })}
                {(!to_answer.is_empty()).then(|| view! {
                    <h3>"Still to answer"</h3>
                    <List state found=to_answer actions=true />
                })}
                <p>
                    <a class="button" href=Route::audit(&state.id(), AuditPage::Plan).to_string()>
                        "Go to the action plan"
                    </a>
                </p>
            </section>
            {(!held_back.is_empty()).then(|| view! { <HeldBack state found=held_back /> })}
        }
    };
    view! { {sections} }.into_any()
}

#[component]
fn HeldBack(state: State, found: Vec<Assessed<&'static str>>) -> impl IntoView {
    let stages = Stage::ALL.into_iter().filter_map(|stage| {
        let at: Vec<_> = found.iter().filter(|found| found.stage == stage).copied().collect();
        (!at.is_empty()).then(|| {
            view! {
                <h3>{format!("You will come to these at {}", words::stage(stage))}</h3>
                <List state found=at actions=false />
            }
        })
    });
    view! {
        <section aria-labelledby="held-back">
            <h2 id="held-back">"For later"</h2>
            <p>"Not yet achieved, and not yet due: first complete the stage you are working at."</p>
            {stages.collect_view()}
        </section>
    }
}

/// Indicators with their stage, area and judgement, and where wanted the actions about them.
#[component]
fn List(state: State, found: Vec<Assessed<&'static str>>, actions: bool) -> impl IntoView {
    let framework = state.framework();
    let items = found.into_iter().filter_map(|found| {
        let (area, indicator) = framework.indicator(found.id)?;
        let lead_in = lead_in(indicator.subject);
        let planned = actions.then(|| {
            let number = state.with(|audit| audit.actions_for(found.id).count());
            let add = move |_| {
                state.add_action(Some(found.id));
                state.go(&Route::audit(&state.id(), AuditPage::Plan));
            };
            view! {
                <p class="planned">
                    {match number {
                        0 => "No action yet".to_owned(),
                        number => words::count(number, "action", "actions"),
                    }}
                    " "
                    <button type="button" class="secondary small" on:click=add>
                        "Add an action" <span class="unseen">{format!(" for: {}", indicator.text)}</span>
                    </button>
                </p>
            }
        });
        Some(view! {
            <li>
                <p><span class="quiet">{lead_in}</span> " " {indicator.text.as_str()}</p>
                <p class="quiet">
                    <a href=Route::audit(&state.id(), AuditPage::Area(area.id.clone())).to_string()>
                        {area.id.as_str()}
                    </a>
                    {format!(" · {} · {}", words::stage(found.stage), words::judgement(found.judgement))}
                </p>
                {planned}
            </li>
        })
    });
    view! { <ul class="findings">{items.collect_view()}</ul> }.into_any()
}

/// What the words of an indicator read on from.
pub fn lead_in(subject: crate::framework::Subject) -> &'static str {
    match subject {
        crate::framework::Subject::Organisation => "The organisation",
        crate::framework::Subject::Staff => "Social service workers",
    }
}
