//! The evidence register: every item, what it supports, and which indicators have none.

use leptos::prelude::*;

use crate::audit::Evidence;
use crate::progression::Judgement;
use crate::route::{AuditPage, Route};
use crate::web::io::clock;
use crate::web::page::area::EarlierWords;
use crate::web::page::review::lead_in;
use crate::web::state::use_state;
use crate::web::ui::dialog::Dialog;
use crate::web::ui::field::{DateField, SelectField, TextField, Tick};
use crate::web::words;

#[component]
pub fn EvidenceRegister() -> impl IntoView {
    let state = use_state();
    let fresh = RwSignal::new(None::<String>);
    let shown = RwSignal::new("all".to_owned());
    // Only what is in the list depends on it, so that typing into an item never moves it.
    let ids = Memo::new(move |_| {
        let today = clock::today();
        let chosen = shown.get();
        state.with(|audit| {
            let kept = audit.evidence.iter().filter(|evidence| match chosen.as_str() {
                "all" => true,
                "due" => evidence.review_due(today),
                "loose" => evidence.supports.is_empty(),
                area => evidence.supports.iter().any(|supported| supported.starts_with(area)),
            });
            kept.map(|evidence| evidence.id.clone()).collect::<Vec<_>>()
        })
    });
    let options = {
        let framework = state.framework();
        let mut options = vec![
            ("all".to_owned(), "All evidence".to_owned()),
            ("due".to_owned(), "Due for review".to_owned()),
            ("loose".to_owned(), "Not linked to anything".to_owned()),
        ];
        options.extend(
            framework.areas().map(|(_, area)| (area.id.clone(), format!("{} {}", area.id, area.title))),
        );
        options
    };
    let add = move |_| {
        shown.set("all".to_owned());
        fresh.set(Some(state.add_evidence("", &[])));
    };
    view! {
        <h1>"Evidence"</h1>
        <p class="lead">
            "Everything that shows how your organisation learns, kept in one list: add it once, link it wherever it counts."
        </p>
        <div class="tools">
            <button type="button" on:click=add>"Add evidence"</button>
            <SelectField
                label="Show"
                options
                value=shown
                on_change=move |value: String| shown.set(value)
            />
        </div>
        {move || ids.with(Vec::is_empty).then(|| view! {
            <p class="empty">
                {if shown.get() == "all" {
                    "Nothing here yet. Add what you have, or tap the suggestions on the page of an area."
                } else {
                    "Nothing in the register is like that."
                }}
            </p>
        })}
        <ul class="cards">
            <For each=move || ids.get() key=String::clone let:id>
                <Item id fresh />
            </For>
        </ul>
        <WithoutEvidence />
    }
    .into_any()
}

#[component]
fn Item(id: String, fresh: RwSignal<Option<String>>) -> impl IntoView {
    let state = use_state();
    let id = StoredValue::new(id);
    let item = Memo::new(move |_| {
        state.with(|audit| audit.evidence_item(&id.get_value()).cloned().unwrap_or_default())
    });
    let open = RwSignal::new(fresh.get_untracked() == Some(id.get_value()));
    if open.get_untracked() {
        fresh.set(None);
        let card = format!("#evidence-{} input", id.get_value());
        request_animation_frame(move || crate::web::page::focus(&card));
    }
    let title = move || match item.get().title.trim() {
        "" => "Evidence without a title".to_owned(),
        title => title.to_owned(),
    };
    let about = move || {
        let item = item.get();
        let mut parts = Vec::new();
        if let Some(date) = item.date {
            parts.push(clock::day(date));
        }
        if !item.owner.trim().is_empty() {
            parts.push(item.owner);
        }
        let linked = item.supports.len();
        parts.push(match linked {
            0 => "not linked yet".to_owned(),
            _ => format!("supports {}", item.supports.into_iter().collect::<Vec<_>>().join(", ")),
        });
        parts.join(" · ")
    };
    let due = move || item.get().review_due(clock::today());
    let place = move || {
        let item = item.get();
        let place = item.place.trim().to_owned();
        (!place.is_empty()).then(|| match item.link() {
            Some(link) => view! {
                <p><a href=link.to_owned() target="_blank" rel="noopener noreferrer">{place}</a></p>
            }
            .into_any(),
            None => view! { <p>{place}</p> }.into_any(),
        })
    };
    view! {
        <li class="card" id=format!("evidence-{}", id.get_value())>
            <h2>{title}</h2>
            <p class="quiet">{about}</p>
            {place}
            {move || due().then(|| view! { <p class="badge due">"Due for review"</p> })}
            <details class="more" open=open.get_untracked() on:toggle=move |_| open.set(true)>
                <summary>"Change" <span class="unseen">{move || format!(" {}", title())}</span></summary>
                {move || open.get().then(|| view! { <Fields id=id.get_value() item /> })}
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn Fields(id: String, item: Memo<Evidence>) -> impl IntoView {
    let state = use_state();
    let id = StoredValue::new(id);
    let linking = RwSignal::new(false);
    let text = move |read: fn(&Evidence) -> &String| {
        state.text(move |audit| {
            audit.evidence_item(&id.get_value()).map(|item| read(item).clone()).unwrap_or_default()
        })
    };
    let leave = move |_: String| state.end_typing();
    view! {
        <TextField
            label="What it is"
            value=text(|item| &item.title)
            on_input=move |text: String| state.type_evidence(&id.get_value(), |item| item.title = text)
            on_leave=leave
        />
        <TextField
            label="Where it is kept"
            hint="A place, such as “blue folder in the office”, or a web address."
            value=text(|item| &item.place)
            on_input=move |text: String| state.type_evidence(&id.get_value(), |item| item.place = text)
            on_leave=leave
        />
        <TextField
            label="Who looks after it"
            value=text(|item| &item.owner)
            on_input=move |text: String| state.type_evidence(&id.get_value(), |item| item.owner = text)
            on_leave=leave
        />
        <div class="side-by-side">
            <DateField
                label="Its date"
                value=Signal::derive(move || item.get().date)
                on_change=move |date| state.change_evidence(&id.get_value(), |item| item.date = date)
            />
            <DateField
                label="Review by"
                value=Signal::derive(move || item.get().review_by)
                on_change=move |date| state.change_evidence(&id.get_value(), |item| item.review_by = date)
            />
        </div>
        <EarlierWords id=id.get_value() />
        <div class="buttons">
            <button type="button" on:click=move |_| linking.set(true)>"Choose what it supports"</button>
            <button
                type="button"
                class="secondary"
                on:click=move |_| state.remove_evidence(&id.get_value())
            >
                "Remove"
            </button>
        </div>
        <Dialog
            open=linking
            heading=Signal::derive(move || format!("What does “{}” support?", item.get().title))
        >
            <Supports id=id.get_value() />
            <div class="buttons">
                <button type="button" on:click=move |_| linking.set(false)>"Done"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Everything that an item can support, to tick.
#[component]
fn Supports(id: String) -> impl IntoView {
    let state = use_state();
    let id = StoredValue::new(id);
    let tick = move |supported: &'static str, label: String| {
        let checked = Signal::derive(move || {
            state.with(|audit| audit.evidence_for(supported).any(|item| item.id == id.get_value()))
        });
        view! {
            <Tick
                label
                checked
                on_change=move |ticked: bool| state.link_evidence(&id.get_value(), supported, ticked)
            />
        }
    };
    let areas = state.framework().areas().map(|(_, area)| {
        let indicators = area.indicators.iter().map(|indicator| {
            tick(
                &indicator.id,
                format!(
                    "{}: {} {}",
                    words::stage(indicator.stage),
                    lead_in(indicator.subject),
                    indicator.text
                ),
            )
        });
        view! {
            <details class="more">
                <summary>{format!("{} {}", area.id, area.title)}</summary>
                {tick(&area.id, format!("{} as a whole", area.id))}
                {indicators.collect_view()}
            </details>
        }
    });
    areas.collect_view()
}

/// The indicators judged achieved that nothing supports yet, and how many others have none.
#[component]
fn WithoutEvidence() -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let found = Memo::new(move |_| {
        state.with(|audit| {
            let assessed = audit.assess(framework);
            let without: Vec<_> = assessed
                .into_iter()
                .filter(|indicator| audit.evidence_for(indicator.id).next().is_none())
                .collect();
            let (achieved, others): (Vec<_>, Vec<_>) = without
                .into_iter()
                .partition(|indicator| indicator.judgement == Judgement::Achieved);
            (
                achieved.into_iter().map(|indicator| indicator.id).collect::<Vec<&'static str>>(),
                others.into_iter().map(|indicator| indicator.id).collect::<Vec<&'static str>>(),
            )
        })
    });
    let list = move |ids: Vec<&'static str>| {
        let rows = ids.into_iter().filter_map(|id| {
            let (area, indicator) = framework.indicator(id)?;
            let page = AuditPage::Area(area.id.clone());
            Some(view! {
                <li>
                    <a href=Route::audit(&state.id(), page).to_string()>{area.id.as_str()}</a>
                    {format!(" {}: {} {}", words::stage(indicator.stage), lead_in(indicator.subject), indicator.text)}
                </li>
            })
        });
        view! { <ul class="findings">{rows.collect_view()}</ul> }
    };
    view! {
        <section aria-labelledby="without">
            <h2 id="without">"Indicators without evidence"</h2>
            {move || {
                let (achieved, others) = found.get();
                let number = others.len();
                view! {
                    {if achieved.is_empty() {
                        view! { <p>"Every indicator that is judged Yes has evidence linked to it."</p> }.into_any()
                    } else {
                        view! {
                            <p>"Judged Yes, with nothing linked to show it yet. What could you point to?"</p>
                            {list(achieved)}
                        }.into_any()
                    }}
                    {(number > 0).then(|| view! {
                        <details class="more">
                            <summary>
                                {words::count(number, "other indicator has none", "other indicators have none")}
                            </summary>
                            {list(others)}
                        </details>
                    })}
                }
            }}
        </section>
    }
    .into_any()
}
