//! The frame around the pages of one audit: where I am, undo and redo, and the way to every page.

use leptos::prelude::*;

use crate::audit::standing::Standing;
use crate::progression::Stage;
use crate::route::{AuditPage, Route};
use crate::web::chart::Cairn;
use crate::web::page::{about, area, evidence, overview, plan, report, review};
use crate::web::state::device::{EXAMPLE, could_not_open};
use crate::web::state::{State, use_state};

#[component]
pub fn AuditFrame() -> impl IntoView {
    let state = use_state();
    move || match state.not_open.get() {
        Some(error) => view! {
            <div class="column">
                <h1>"This audit is not open"</h1>
                <p>{could_not_open(&error)}</p>
                <p><a class="button" href="#/">"Go to the home page"</a></p>
            </div>
        }
        .into_any(),
        None => view! { <Open /> }.into_any(),
    }
}

#[component]
fn Open() -> impl IntoView {
    let state = use_state();
    let page = Memo::new(move |earlier: Option<&AuditPage>| match state.route.get() {
        Route::Audit { page, .. } => page,
        _ => earlier.cloned().unwrap_or(AuditPage::Overview),
    });
    let shown = move || {
        let framework = state.framework();
        match page.get() {
            AuditPage::Overview => view! { <overview::Overview /> }.into_any(),
            AuditPage::Area(id) => match framework.area(&id) {
                Some((_, area)) => view! { <area::AreaPage area /> }.into_any(),
                None => view! { <Nothing /> }.into_any(),
            },
            AuditPage::Evidence => view! { <evidence::EvidenceRegister /> }.into_any(),
            AuditPage::Review(id) => match framework.capability(&id) {
                Some(capability) => view! { <review::Review capability /> }.into_any(),
                None => view! { <Nothing /> }.into_any(),
            },
            AuditPage::Plan => view! { <plan::Plan /> }.into_any(),
            AuditPage::Report => view! { <report::Report /> }.into_any(),
            AuditPage::About => view! { <about::About /> }.into_any(),
        }
    };
    view! {
        <div class="audit-frame">
            <Bar />
            <Pages page />
            <div class="audit-page">{shown}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Nothing() -> impl IntoView {
    let state = use_state();
    view! {
        <h1>"There is no such page in this audit"</h1>
        <p>
            <a href=Route::audit(&state.id(), AuditPage::Overview).to_string()>
                "Go to the audit’s overview"
            </a>
        </p>
    }
}

/// The audit's name, and undo and redo.
#[component]
fn Bar() -> impl IntoView {
    let state = use_state();
    let name = move || state.with(|audit| audit.name.text.clone());
    let organisation = move || state.with(|audit| audit.organisation.text.clone());
    let example = move || state.with(|audit| audit.id == EXAMPLE);
    view! {
        <div class="audit-bar">
            <p class="name">
                <strong>{name}</strong>
                <span class="quiet">{organisation}</span>
                {move || example().then(|| view! { <span class="badge">"Example"</span> })}
            </p>
            <div class="buttons" role="group" aria-label="Undo and redo">
                <button
                    type="button"
                    class="secondary small"
                    disabled=move || !state.undoable.get().0
                    on:click=move |_| state.undo()
                >
                    "Undo"
                </button>
                <button
                    type="button"
                    class="secondary small"
                    disabled=move || !state.undoable.get().1
                    on:click=move |_| state.redo()
                >
                    "Redo"
                </button>
            </div>
        </div>
    }
}

/// The way to every page of the audit. On a narrow screen it folds away.
#[component]
fn Pages(page: Memo<AuditPage>) -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let id = state.id();
    let link = move |to: AuditPage, text: &'static str| {
        let target = to.clone();
        view! {
            <li>
                <a
                    href=Route::audit(&id, to).to_string()
                    aria-current=move || (page.get() == target).then_some("page")
                >
                    {text}
                </a>
            </li>
        }
        .into_any()
    };
    let links = link.clone();
    let capabilities = move || {
        let capabilities =
            state.with(|audit| audit.capabilities(framework).collect::<Vec<_>>()).into_iter();
        let capabilities = capabilities.map(|capability| {
            let areas = capability.areas.iter().map(|area| {
                let (standing, href) = (area_standing(state, area), AuditPage::Area(area.id.clone()));
                let target = href.clone();
                view! {
                    <li>
                        <a
                            class="with-cairn"
                            href=Route::audit(&state.id(), href).to_string()
                            aria-current=move || (page.get() == target).then_some("page")
                        >
                            <span class="code">{area.id.as_str()}</span>
                            <span class="title">{area.title.as_str()}</span>
                            <MiniStones standing />
                        </a>
                    </li>
                }
            });
            view! {
                <li>
                    <p class="group">{format!("Capability {}", capability.id)}</p>
                    <ul>
                        {areas.collect_view()}
                        {links(AuditPage::Review(capability.id.clone()), review_title(&capability.id))}
                    </ul>
                </li>
            }
        });
        capabilities.collect_view()
    };
    let folded = RwSignal::new(true);
    Effect::new(move || {
        page.track();
        folded.set(true);
    });
    view! {
        <nav class="pages" aria-label="Pages of this audit">
            <button
                type="button"
                class="secondary fold"
                aria-expanded=move || if folded.get() { "false" } else { "true" }
                on:click=move |_| folded.update(|folded| *folded = !*folded)
            >
                "All pages of this audit"
            </button>
            <ul class:folded=folded>
                {link(AuditPage::Overview, "Overview")}
                {capabilities}
                <li>
                    <p class="group">"Together"</p>
                    <ul>
                        {link(AuditPage::Evidence, "Evidence")}
                        {link(AuditPage::Plan, "Action plan")}
                        {link(AuditPage::Report, "Report")}
                        {link(AuditPage::About, "About this audit")}
                    </ul>
                </li>
            </ul>
        </nav>
    }
    .into_any()
}

fn review_title(capability: &str) -> &'static str {
    match capability {
        "1" => "Review of capability 1",
        "2" => "Review of capability 2",
        _ => "Review",
    }
}

/// Where an area stands in the open audit.
pub fn area_standing(state: State, area: &'static crate::framework::Area) -> Memo<Standing> {
    Memo::new(move |_| state.with(|audit| Standing::of(&audit.assess_area(area))))
}

/// Where a capability stands in the open audit.
pub fn capability_standing(
    state: State,
    capability: &'static crate::framework::Capability,
) -> Memo<Standing> {
    Memo::new(move |_| state.with(|audit| Standing::of(&audit.assess_capability(capability))))
}

/// The cairn of an area in the list of pages, where its words stand in the overview.
#[component]
fn MiniStones(standing: Memo<Standing>) -> impl IntoView {
    let words = move || match standing.get().reached {
        Some(Stage::Engaged) => ", Engaged reached",
        Some(Stage::Established) => ", Established reached",
        Some(Stage::Accomplished) => ", Accomplished reached",
        Some(Stage::Exemplary) => ", Exemplary reached",
        None => "",
    };
    view! {
        <span class="mini" aria-hidden="true"><Cairn standing label="" /></span>
        <span class="unseen">{words}</span>
    }
}
