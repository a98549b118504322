//! The action plan: potential areas for development flow in from the reviews; actions say what,
//! who, by when, and how far.

use leptos::prelude::*;

use crate::audit::{Action, Audit, Status};
use crate::framework::Framework;
use crate::moment::Date;
use crate::progression::{self, Judgement};
use crate::web::io::clock;
use crate::web::page::area::EarlierWords;
use crate::web::page::review::lead_in;
use crate::web::state::use_state;
use crate::web::ui::field::{DateField, SelectField, TextArea, TextField};
use crate::web::words;

#[component]
pub fn Plan() -> impl IntoView {
    let state = use_state();
    let fresh = RwSignal::new(None::<String>);
    let filters = Filters::new();
    let own = move |_| {
        filters.clear();
        fresh.set(Some(state.add_action(None)));
    };
    view! {
        <h1>"Action plan"</h1>
        <p class="lead">
            "What you will do about the areas for development, and anything else you have decided on."
        </p>
        <Potential fresh filters />
        <section aria-labelledby="actions">
            <h2 id="actions">"Actions"</h2>
            <div class="tools">
                <button type="button" on:click=own>"Add an action of your own"</button>
            </div>
            <Actions fresh filters />
        </section>
    }
    .into_any()
}

/// The areas for development of each capability, at the stage that it is working at and no other.
#[component]
fn Potential(fresh: RwSignal<Option<String>>, filters: Filters) -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    // Indicator, judgement and number of actions.
    let found = Memo::new(move |_| {
        state.with(|audit| {
            let capabilities = audit.capabilities(framework);
            let found = capabilities.flat_map(|capability| {
                progression::areas_for_development(&audit.assess_capability(capability))
            });
            found
                .map(|found| (found.id, found.judgement, audit.actions_for(found.id).count()))
                .collect::<Vec<(&'static str, Judgement, usize)>>()
        })
    });
    let rows = move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <p class="empty">"No areas for development: every stage is complete."</p> }
                .into_any();
        }
        let rows = found.into_iter().filter_map(|(id, judgement, actions)| {
            let (area, indicator) = framework.indicator(id)?;
            let add = move |_| {
                filters.clear();
                fresh.set(Some(state.add_action(Some(id))));
            };
            Some(view! {
                <li>
                    <p><span class="quiet">{lead_in(indicator.subject)}</span> " " {indicator.text.as_str()}</p>
                    <p class="quiet">
                        {format!("{} · {} · {}", area.id, words::stage(indicator.stage), match judgement {
                            Judgement::NotAnswered => "still to answer",
                            other => words::judgement(other),
                        })}
                    </p>
                    <p class="planned">
                        {match actions {
                            0 => "No action yet".to_owned(),
                            number => words::count(number, "action", "actions"),
                        }}
                        " "
                        <button type="button" class="secondary small" on:click=add>
                            "Add an action" <span class="unseen">{format!(" for: {}", indicator.text)}</span>
                        </button>
                    </p>
                </li>
            })
        });
        view! { <ul class="findings">{rows.collect_view()}</ul> }.into_any()
    };
    let number = move || found.with(Vec::len);
    let without = move || found.with(|found| found.iter().filter(|(_, _, actions)| *actions == 0).count());
    view! {
        <section aria-labelledby="potential">
            <h2 id="potential">"Potential areas for development"</h2>
            <p>"From the reviews: what is not achieved at the stage that each capability is working at. Later stages come when it is their turn."</p>
            <details class="more" open=move || number() <= 8>
                <summary>
                    {move || format!(
                        "{}, {} without an action",
                        words::count(number(), "potential area", "potential areas"),
                        without(),
                    )}
                </summary>
                {rows}
            </details>
        </section>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Filters {
    status: RwSignal<String>,
    owner: RwSignal<String>,
    area: RwSignal<String>,
    sort: RwSignal<String>,
}

impl Filters {
    fn new() -> Filters {
        let all = || RwSignal::new("all".to_owned());
        Filters { status: all(), owner: all(), area: all(), sort: RwSignal::new("due".to_owned()) }
    }

    fn clear(self) {
        for filter in [self.status, self.owner, self.area] {
            filter.set("all".to_owned());
        }
    }

    /// The ids of the actions to show, in order.
    fn apply(self, audit: &Audit, framework: &Framework, today: Date) -> Vec<String> {
        let (status, owner, area) = (self.status.get(), self.owner.get(), self.area.get());
        let area_of = |action: &Action| {
            let id = action.indicator.as_deref()?;
            framework.area_of(id).map(|area| area.id.clone())
        };
        let kept = audit.actions.iter().filter(|action| {
            let status = match status.as_str() {
                "all" => true,
                "open" => action.status.open(),
                "overdue" => action.overdue(today),
                name => status_name(action.status) == name,
            };
            let owner = owner == "all" || action.owner.trim() == owner;
            let area = area == "all" || area_of(action).unwrap_or_default() == area;
            status && owner && area
        });
        let mut actions: Vec<&Action> = kept.collect();
        // Without a day, an owner or an area an action stands last.
        let due = |action: &Action| (action.due.is_none(), action.due);
        match self.sort.get().as_str() {
            "owner" => actions.sort_by_key(|action| {
                let owner = action.owner.trim().to_lowercase();
                (owner.is_empty(), owner, due(action))
            }),
            "status" => actions.sort_by_key(|action| (action.status, due(action))),
            "area" => actions.sort_by_key(|action| {
                let area = area_of(action);
                (area.is_none(), area, due(action))
            }),
            _ => actions.sort_by_key(|action| (!action.status.open(), due(action))),
        }
        actions.into_iter().map(|action| action.id.clone()).collect()
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not_started",
        Status::UnderWay => "under_way",
        Status::Done => "done",
        Status::Dropped => "dropped",
    }
}

fn statuses() -> Vec<(String, String)> {
    let options = Status::ALL.into_iter();
    options.map(|status| (status_name(status).to_owned(), words::status(status).to_owned())).collect()
}

#[component]
fn Actions(fresh: RwSignal<Option<String>>, filters: Filters) -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let all = Memo::new(move |_| {
        state.with(|audit| audit.actions.iter().map(|action| action.id.clone()).collect::<Vec<_>>())
    });
    // What an action says changes neither the order nor what is shown while the page is open, so
    // that nothing jumps away under a person's hands.
    let shown = Memo::new(move |_| {
        all.track();
        state.with_untracked(|audit| filters.apply(audit, framework, clock::today()))
    });
    let option = |value: &str, text: &str| (value.to_owned(), text.to_owned());
    let status_options = {
        let mut options = vec![
            option("all", "Any status"),
            option("open", "Still to do"),
            option("overdue", "Overdue"),
        ];
        options.extend(statuses());
        options
    };
    let owner_options = Signal::derive(move || {
        let mut owners = state.with(|audit| {
            let owners = audit.actions.iter().map(|action| action.owner.trim().to_owned());
            owners.filter(|owner| !owner.is_empty()).collect::<Vec<_>>()
        });
        owners.sort();
        owners.dedup();
        let mut options = vec![("all".to_owned(), "Anyone".to_owned())];
        options.extend(owners.into_iter().map(|owner| (owner.clone(), owner)));
        options
    });
    let area_options = {
        let mut options = vec![option("all", "Any area")];
        let areas = framework.areas();
        options.extend(areas.map(|(_, area)| option(&area.id, &format!("{} {}", area.id, area.title))));
        options.push(option("", "None (your own)"));
        options
    };
    let sort_options = vec![
        option("due", "Due date"),
        option("owner", "Owner"),
        option("status", "Status"),
        option("area", "Area"),
    ];
    let choose = |signal: RwSignal<String>| move |value: String| signal.set(value);
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <fieldset class="filters">
                <legend>"Show and sort"</legend>
                <SelectField label="Status" options=status_options.clone() value=filters.status on_change=choose(filters.status) />
                <SelectField label="Owner" options=owner_options value=filters.owner on_change=choose(filters.owner) />
                <SelectField label="Area" options=area_options.clone() value=filters.area on_change=choose(filters.area) />
                <SelectField label="Sorted by" options=sort_options.clone() value=filters.sort on_change=choose(filters.sort) />
            </fieldset>
        </Show>
        {move || shown.with(Vec::is_empty).then(|| view! {
            <p class="empty">
                {if all.with(Vec::is_empty) {
                    "No actions yet. Add one beside an area for development, or one of your own."
                } else {
                    "No action is like that."
                }}
            </p>
        })}
        <ul class="cards">
            <For each=move || shown.get() key=String::clone let:id>
                <ActionCard id fresh />
            </For>
        </ul>
    }
    .into_any()
}

#[component]
fn ActionCard(id: String, fresh: RwSignal<Option<String>>) -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let id = StoredValue::new(id);
    let action = Memo::new(move |_| {
        state.with(|audit| audit.action(&id.get_value()).cloned().unwrap_or_default())
    });
    let is_fresh = fresh.get_untracked() == Some(id.get_value())
        || state.with_untracked(|audit| {
            audit.action(&id.get_value()).is_some_and(|action| action.text.is_empty())
        });
    let open = RwSignal::new(is_fresh);
    if fresh.get_untracked() == Some(id.get_value()) {
        fresh.set(None);
        let field = format!("#action-{} textarea", id.get_value());
        request_animation_frame(move || crate::web::page::focus(&field));
    }
    let title = move || match action.get().text.trim() {
        "" => "Action without words yet".to_owned(),
        text => text.to_owned(),
    };
    let about = move || {
        let action = action.get();
        let mut parts = vec![words::status(action.status).to_owned()];
        if !action.owner.trim().is_empty() {
            parts.push(action.owner.trim().to_owned());
        }
        parts.push(match action.due {
            Some(due) => format!("by {}", clock::day(due)),
            None => "no date".to_owned(),
        });
        parts.join(" · ")
    };
    let indicator = move || {
        let id = action.get().indicator?;
        let text = match framework.indicator(&id) {
            Some((area, indicator)) => format!(
                "{} · {} · {} {}",
                area.id,
                words::stage(indicator.stage),
                lead_in(indicator.subject),
                indicator.text
            ),
            None => id,
        };
        Some(view! { <p class="quiet">{text}</p> })
    };
    let overdue = move || action.get().overdue(clock::today());
    view! {
        <li class="card action" id=format!("action-{}", id.get_value())>
            <h3 class="written">{title}</h3>
            {move || overdue().then(|| view! { <p class="badge due">"Overdue"</p> })}
            <p>{about}</p>
            {indicator}
            <details class="more" open=open.get_untracked() on:toggle=move |_| open.set(true)>
                <summary>"Change" <span class="unseen">{move || format!(" the action: {}", title())}</span></summary>
                {move || open.get().then(|| view! { <Fields id=id.get_value() action /> })}
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn Fields(id: String, action: Memo<Action>) -> impl IntoView {
    let state = use_state();
    let id = StoredValue::new(id);
    let text = move |read: fn(&Action) -> &String| {
        state.text(move |audit| {
            audit.action(&id.get_value()).map(|action| read(action).clone()).unwrap_or_default()
        })
    };
    let set_status = move |name: String| {
        let chosen = Status::ALL.into_iter().find(|status| status_name(*status) == name);
        state.change_action(&id.get_value(), |action| action.status = chosen.unwrap_or_default());
    };
    view! {
        <TextArea
            label=ViewFnOnce::from(|| "What we will do")
            rows=2
            value=text(|action| &action.text)
            on_input=move |text: String| state.type_action(&id.get_value(), |action| action.text = text)
            on_leave=move |()| state.end_typing()
        />
        <div class="side-by-side">
            <TextField
                label="Who"
                value=text(|action| &action.owner)
                on_input=move |text: String| state.type_action(&id.get_value(), |action| action.owner = text)
                on_leave=move |_: String| state.end_typing()
            />
            <DateField
                label="By when"
                value=Signal::derive(move || action.get().due)
                on_change=move |due| state.change_action(&id.get_value(), |action| action.due = due)
            />
            <SelectField
                label="Status"
                options=statuses()
                value=Signal::derive(move || status_name(action.get().status).to_owned())
                on_change=set_status
            />
        </div>
        <TextArea
            label=ViewFnOnce::from(|| "How it is going (optional)")
            rows=2
            value=text(|action| &action.progress)
            on_input=move |text: String| state.type_action(&id.get_value(), |action| action.progress = text)
            on_leave=move |()| state.end_typing()
        />
        <EarlierWords id=id.get_value() />
        <button
            type="button"
            class="secondary"
            on:click=move |_| state.remove_action(&id.get_value())
        >
            "Remove this action"
        </button>
    }
    .into_any()
}
