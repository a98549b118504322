//! About one audit: its names, what is in it, files, copies, and the way to the bin.

use leptos::prelude::*;

use crate::web::io::clock;
use crate::web::state::use_state;
use crate::web::ui::dialog::{Confirm, Dialog};
use crate::web::ui::field::{TextField, Tick};
use crate::web::words;
use crate::workspace::Snapshot;

#[component]
pub fn About() -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let capabilities = framework.capabilities.iter().map(|capability| {
        let id = capability.id.as_str();
        let within = Signal::derive(move || state.with(|audit| !audit.leaves_out(id)));
        view! {
            <Tick
                label=format!("Capability {}: {}", capability.id, capability.title)
                checked=within
                on_change=move |ticked: bool| state.leave_out(id, !ticked)
            />
        }
    });
    let made = state.with(|audit| {
        let last_year = audit.last_year.as_ref().map(|last_year| {
            format!(" It was started from “{}”, last changed {}.", last_year.name, clock::day_of(last_year.changed_at))
        });
        format!("Started {}.{}", clock::day_of(audit.created_at), last_year.unwrap_or_default())
    });
    let (id, name) = state.with(|audit| (audit.id.clone(), audit.name.text.clone()));
    let for_file = id.clone();
    view! {
        <h1>"About this audit"</h1>
        <p class="lead">{made}</p>
        <section aria-labelledby="names">
            <h2 id="names">"Names"</h2>
            <TextField
                label="The audit’s name"
                value=state.text(|audit| audit.name.text.clone())
                on_input=move |text: String| state.rename(text)
                on_leave=move |_: String| state.end_typing()
            />
            <TextField
                label="The organisation"
                autocomplete="organization"
                value=state.text(|audit| audit.organisation.text.clone())
                on_input=move |text: String| state.name_organisation(text)
                on_leave=move |_: String| state.end_typing()
            />
        </section>
        <section aria-labelledby="scope">
            <h2 id="scope">"What is in the audit"</h2>
            <fieldset class="plain">
                <legend>"Capabilities in this audit"</legend>
                {capabilities.collect_view()}
            </fieldset>
            <p class="quiet">"What you have written in a capability that is left out is kept, and comes back with it."</p>
        </section>
        <section aria-labelledby="files">
            <h2 id="files">"Send it or keep it"</h2>
            <p>"The file holds the whole audit. A colleague opens it in Cairn on their own device; it is also your safety copy."</p>
            <div class="buttons">
                <button type="button" on:click=move |_| state.export(&for_file)>"Save as a file"</button>
                <NextYear id=id.clone() name=name.clone() />
            </div>
        </section>
        <Snapshots />
        <Aside />
        <section aria-labelledby="delete">
            <h2 id="delete">"Delete"</h2>
            <p>"A deleted audit stays in the bin for 30 days."</p>
            <DeleteAudit id name />
        </section>
    }
    .into_any()
}

/// Starting next year's audit from this one, with a word on what that keeps.
#[component]
pub fn NextYear(id: String, name: String) -> impl IntoView {
    let state = use_state();
    let open = RwSignal::new(false);
    let proposed = next_name(&name);
    let next_name = RwSignal::new(proposed);
    let id = StoredValue::new(id);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        let name = next_name.get_untracked();
        let name = if name.trim().is_empty() { "Learning audit" } else { name.trim() };
        state.start_next_year(&id.get_value(), name);
    };
    view! {
        <button type="button" class="secondary" on:click=move |_| open.set(true)>
            "Start next year’s from this"
        </button>
        <Dialog open heading="Start next year’s audit from this one">
            <p>
                "Evidence and unfinished actions come along. Reflections and judgements start empty, with this year’s shown beside each. This audit stays as it is."
            </p>
            <form on:submit=start>
                <TextField
                    label="A name for the new audit"
                    value=next_name
                    on_input=move |text: String| next_name.set(text)
                />
                <div class="buttons">
                    <button type="button" class="secondary" on:click=move |_| open.set(false)>"Not now"</button>
                    <button type="submit">"Start it"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// “Audit 2026” becomes “Audit 2027”; other names get a year behind.
fn next_name(name: &str) -> String {
    let year: u16 = clock::today().to_string()[..4].parse().unwrap_or(2026);
    let found = (year.saturating_sub(5)..=year + 5).rev().find(|year| name.contains(&year.to_string()));
    match found {
        Some(found) => name.replace(&found.to_string(), &(found + 1).to_string()),
        None => format!("{name} {}", year + 1),
    }
}

/// Deleting an audit, which puts it into the bin.
#[component]
pub fn DeleteAudit(id: String, name: String) -> impl IntoView {
    let state = use_state();
    let asked = RwSignal::new(false);
    view! {
        <button type="button" class="secondary" on:click=move |_| asked.set(true)>"Delete"</button>
        <Confirm
            open=asked
            heading=format!("Delete “{name}”?")
            text="It goes into the bin, where you can have it back for 30 days."
            button="Delete"
            on_yes=move |()| state.put_in_bin(&id)
        />
    }
    .into_any()
}

/// Copies that were kept from before something changed a lot at once.
#[component]
fn Snapshots() -> impl IntoView {
    let state = use_state();
    let snapshots = Memo::new(move |_| {
        state.save_state.track();
        state.snapshots()
    });
    let list = move || {
        let snapshots = snapshots.get();
        (!snapshots.is_empty()).then(|| {
            let rows = snapshots.into_iter().map(|snapshot| view! { <Copy snapshot /> });
            view! {
                <section aria-labelledby="copies">
                    <h2 id="copies">"Earlier copies"</h2>
                    <p>"Kept from just before something changed a lot at once. Only the newest few are kept."</p>
                    <ul class="plain">{rows.collect_view()}</ul>
                </section>
            }
        })
    };
    view! { {list} }
}

#[component]
fn Copy(snapshot: Snapshot) -> impl IntoView {
    let state = use_state();
    let asked = RwSignal::new(false);
    let taken =
        format!("{}, {}", clock::day_of(snapshot.taken_at), clock::time_of(snapshot.taken_at));
    let again = taken.clone();
    view! {
        <li>
            <p>{format!("{taken}, before {}", snapshot.before)}</p>
            <button type="button" class="secondary small" on:click=move |_| asked.set(true)>
                "Go back to it" <span class="unseen">{format!(": {again}")}</span>
            </button>
            <Confirm
                open=asked
                heading="Go back to this copy?"
                text="The audit becomes as it was then. A copy of how it is now is kept first, and you can undo this."
                button="Go back to it"
                on_yes=move |()| state.go_back_to(&snapshot)
            />
        </li>
    }
    .into_any()
}

/// What came with ids that the framework does not have.
#[component]
fn Aside() -> impl IntoView {
    let state = use_state();
    let aside = state.with(|audit| {
        let rows = audit.set_aside.iter().map(|(id, aside)| {
            let words = [&aside.reflection, &aside.note].into_iter().flatten();
            let words = words.map(|written| written.text.clone()).collect::<Vec<_>>().join("\n");
            let judgement = aside.judgement.as_ref().map(|judged| words::judgement(judged.judgement));
            (id.clone(), judgement, words)
        });
        rows.collect::<Vec<_>>()
    });
    (!aside.is_empty()).then(|| {
        let rows = aside.into_iter().map(|(id, judgement, words)| {
            view! {
                <li>
                    <p><strong>{id}</strong> {judgement.map(|judgement| format!(": {judgement}"))}</p>
                    <p class="written">{words}</p>
                </li>
            }
        });
        view! {
            <section aria-labelledby="aside">
                <h2 id="aside">"Kept aside"</h2>
                <p>
                    "These answers came in a file, for questions or indicators that this framework does not have. They are kept, and go along when you save the audit as a file."
                </p>
                <ul class="plain">{rows.collect_view()}</ul>
            </section>
        }
    })
}
