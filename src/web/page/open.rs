//! Opening files: pick, drop or paste; see what it would do; choose; then it is done, with undo.

use leptos::html;
use leptos::prelude::*;

use crate::audit::Audit;
use crate::exchange::{Backup, File, Wording};
use crate::framework::built_in;
use crate::route::{AuditPage, Route};
use crate::web::io::clock;
use crate::web::state::device::Choice as Wanted;
use crate::web::state::use_state;
use crate::web::ui::field::{Choice, TextArea, Tick};
use crate::web::words;

/// An audit that was found, with what the person wants done with it.
#[derive(Clone)]
struct Found {
    audit: StoredValue<Audit>,
    wanted: RwSignal<Wanted>,
}

#[component]
pub fn Open() -> impl IntoView {
    let state = use_state();
    state.incoming.set(Vec::new());
    let picker: NodeRef<html::Input> = NodeRef::new();
    let picked = move |_| {
        if let Some(picker) = picker.get_untracked() {
            if let Some(files) = picker.files() {
                state.read_files(files);
            }
        }
    };
    let pasted = RwSignal::new(String::new());
    view! {
        <div class="column">
            <h1>"Open a file"</h1>
            <p class="lead">
                "A Cairn file ends in .json. You will see what is in it before anything changes."
            </p>
            <div class="field drop">
                <label for="pick">"Choose one or several files, or drop them anywhere on this page"</label>
                <input
                    id="pick"
                    type="file"
                    multiple
                    accept=".json,.txt,application/json"
                    node_ref=picker
                    on:change=picked
                />
            </div>
            <details class="more">
                <summary>"Or paste the text of a file"</summary>
                <TextArea
                    label=ViewFnOnce::from(|| "The text of the file")
                    value=pasted
                    on_input=move |text: String| pasted.set(text)
                    on_leave=|()| ()
                />
                <button
                    type="button"
                    on:click=move |_| state.read_pasted(&pasted.get_untracked())
                >
                    "Look at the pasted text"
                </button>
            </details>
            <div role="status">
                {move || state.reading.get().then(|| view! { <p>"Reading…"</p> })}
                {move || {
                    let number = state.incoming.with(Vec::len);
                    (number > 0).then(|| view! {
                        <p class="unseen">{words::count(number, "file was read", "files were read")}</p>
                    })
                }}
            </div>
            <Preview />
        </div>
    }
}

#[component]
fn Preview() -> impl IntoView {
    let state = use_state();
    move || {
        let incoming = state.incoming.get();
        (!incoming.is_empty()).then(|| {
            let mut all_found = Vec::new();
            let mut parts = Vec::new();
            for incoming in incoming {
                let content = match incoming.found {
                    Ok(File::Audit(audit)) => {
                        let found = find(*audit);
                        all_found.push(found.clone());
                        view! { <AuditFound found /> }.into_any()
                    }
                    Ok(File::Backup(backup)) => {
                        let found: Vec<Found> = backup.audits.iter().cloned().map(find).collect();
                        all_found.extend(found.clone());
                        view! { <BackupFound backup=*backup found /> }.into_any()
                    }
                    Ok(File::Wording(wording)) => view! { <WordingFound wording /> }.into_any(),
                    Ok(File::Framework(framework)) => view! {
                        <p class="problem">
                            {format!("This is a framework, “{}”. Cairn cannot use a framework of your own yet. Nothing was changed.", framework.title)}
                        </p>
                    }
                    .into_any(),
                    Err(problem) => view! {
                        <p class="problem">{problem}</p>
                        <p>"Nothing was changed, and nothing is lost."</p>
                    }
                    .into_any(),
                };
                parts.push(view! {
                    <li class="card">
                        <h3>{incoming.name}</h3>
                        {content}
                    </li>
                });
            }
            view! {
                <section aria-labelledby="found">
                    <h2 id="found">"What is there"</h2>
                    <ul class="cards">{parts}</ul>
                    {(!all_found.is_empty()).then(|| view! { <BringIn found=all_found /> })}
                </section>
            }
        })
    }
}

fn find(audit: Audit) -> Found {
    let here = use_state().same_here(&audit.id);
    let wanted = if here.is_some() { Wanted::AddCopy } else { Wanted::Add };
    Found { audit: StoredValue::new(audit), wanted: RwSignal::new(wanted) }
}

#[component]
fn BringIn(found: Vec<Found>) -> impl IntoView {
    let state = use_state();
    let all = found.clone();
    let wanted = move || {
        all.iter().filter(|found| found.wanted.get() != Wanted::Skip).count()
    };
    let again = wanted.clone();
    let bring_in = move |_| {
        let audits: Vec<_> = found
            .iter()
            .map(|found| (found.audit.get_value(), found.wanted.get_untracked()))
            .collect();
        let only = match &audits[..] {
            [(audit, Wanted::Add | Wanted::Replace)] => Some(audit.id.clone()),
            _ => None,
        };
        if state.bring_in(audits) > 0 {
            state.incoming.set(Vec::new());
            state.go(&only.map_or(Route::Home, |id| Route::audit(&id, AuditPage::Overview)));
        }
    };
    view! {
        <div class="buttons">
            <button type="button" disabled=move || wanted() == 0 on:click=bring_in>
                {move || match again() {
                    0 => "Nothing chosen".to_owned(),
                    1 => "Open the audit".to_owned(),
                    number => format!("Open {number} audits"),
                }}
            </button>
            <button
                type="button"
                class="secondary"
                on:click=move |_| state.incoming.set(Vec::new())
            >
                "Leave it"
            </button>
        </div>
    }
    .into_any()
}

/// An audit, what it would meet on this device, and what to do with it.
#[component]
fn AuditFound(found: Found) -> impl IntoView {
    const MEETS: &[(&str, &str)] = &[
        ("copy", "Keep both: open it as a separate copy"),
        ("replace", "Replace the one on this device (a safety copy is kept, and you can undo it)"),
        ("skip", "Leave it out"),
    ];
    const NEW: &[(&str, &str)] = &[("add", "Open it"), ("skip", "Leave it out")];
    let state = use_state();
    let framework = state.framework();
    let (about, aside, same) = found.audit.with_value(|audit| {
        let mut settled = audit.clone();
        let aside = settled.settle(framework);
        let progress = settled.progress(framework);
        let about = format!(
            "{} · {} · last changed {} · {} of {} questions, {} of {} indicators, {}, {}",
            settled.name.text,
            settled.organisation.text,
            clock::day_of(settled.changed_at()),
            progress.reflected,
            progress.questions,
            progress.judged,
            progress.indicators,
            words::count(settled.evidence.len(), "item of evidence", "items of evidence"),
            words::count(settled.actions.len(), "action", "actions"),
        );
        let same = state.same_here(&audit.id).map(|label| {
            let which = match settled.changed_at().cmp(&label.changed_at) {
                std::cmp::Ordering::Greater => "The one in the file is newer.",
                std::cmp::Ordering::Less => "The one on this device is newer.",
                std::cmp::Ordering::Equal => "Both were last changed at the same time.",
            };
            let bin = if label.binned_at.is_some() { " (in the bin)" } else { "" };
            format!(
                "This audit is already on this device{bin}, as “{}”, last changed {}. {which}",
                label.name,
                clock::day_of(label.changed_at),
            )
        });
        (about, aside, same)
    });
    let wanted = found.wanted;
    let value = Signal::derive(move || match wanted.get() {
        Wanted::Add => "add",
        Wanted::AddCopy => "copy",
        Wanted::Replace => "replace",
        Wanted::Skip => "skip",
    });
    let choose = move |chosen: &'static str| {
        wanted.set(match chosen {
            "add" => Wanted::Add,
            "copy" => Wanted::AddCopy,
            "replace" => Wanted::Replace,
            _ => Wanted::Skip,
        });
    };
    let name = found.audit.with_value(|audit| audit.name.text.clone());
    let options = if same.is_some() { MEETS } else { NEW };
    view! {
        <p>{about}</p>
        {(!aside.is_empty()).then(|| view! {
            <p>
                {format!(
                    "It has {} for ids that this framework does not have. They are kept aside, not lost: {}.",
                    words::count(aside.len(), "answer", "answers"),
                    aside.join(", "),
                )}
            </p>
        })}
        {same.map(|same| view! { <p>{same}</p> })}
        <Choice
            legend=ViewFnOnce::from(move || format!("What should be done with “{name}”?"))
            options
            value
            on_change=choose
        />
    }
    .into_any()
}

#[component]
fn BackupFound(backup: Backup, found: Vec<Found>) -> impl IntoView {
    let state = use_state();
    let number = words::count(found.len(), "audit", "audits");
    let with_settings = RwSignal::new(false);
    let wording = StoredValue::new(backup.wording);
    let settings = StoredValue::new(backup.settings);
    let take_over = move |ticked: bool| {
        with_settings.set(ticked);
        if ticked {
            let (settings, wording) = (settings.get_value(), wording.get_value());
            if wording.is_some() {
                state.set_wording(wording);
            }
            state.change_settings(|current| {
                let last_backup = current.last_backup;
                *current = settings;
                current.last_backup = last_backup.max(current.last_backup);
            });
            state.tell("The settings of the backup are in use.");
        }
    };
    let audits = found.into_iter().map(|found| view! { <li><AuditFound found /></li> });
    view! {
        <p>{format!("A backup with {number}.")}</p>
        <ul class="plain">{audits.collect_view()}</ul>
        <Tick
            label="Also use the settings and wording in the backup"
            checked=with_settings
            on_change=take_over
        />
    }
    .into_any()
}

#[component]
fn WordingFound(wording: Wording) -> impl IntoView {
    let state = use_state();
    let (_, unknown) = built_in().reworded(&wording.texts);
    let all = built_in().text_ids().len();
    let known = wording.texts.len() - unknown.len();
    let title = wording.title.clone();
    let wording = StoredValue::new(wording);
    let take = move |_| {
        state.set_wording(Some(wording.get_value()));
        state.incoming.set(Vec::new());
        state.tell("The wording pack is in use. You can switch it off under Settings.");
        state.go(&Route::Settings);
    };
    view! {
        <p>
            {format!(
                "A wording pack{}: other words for {known} of {all} texts of the framework. The others keep Cairn’s words.",
                if title.is_empty() { String::new() } else { format!(", “{title}”") },
            )}
        </p>
        {(!unknown.is_empty()).then(|| view! {
            <p>{format!("It has words for ids that the framework does not have; they are not used: {}.", unknown.join(", "))}</p>
        })}
        <button type="button" disabled=known == 0 on:click=take>"Use this wording"</button>
    }
    .into_any()
}
