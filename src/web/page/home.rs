//! Home: the audits on this device, and the three ways to begin.

use leptos::prelude::*;

use crate::route::{AuditPage, Route};
use crate::web::chart::Cairn;
use crate::web::io::clock;
use crate::web::page::about::{DeleteAudit, NextYear};
use crate::web::state::device::EXAMPLE;
use crate::web::state::{State, use_state};
use crate::web::words;
use crate::workspace::label::Label;

/// From this many days without a file of everything, and with something to lose, Cairn reminds.
const REMIND_AFTER_DAYS: i64 = 14;

#[component]
pub fn Home() -> impl IntoView {
    let state = use_state();
    let none = move || state.labels.with(Vec::is_empty);
    let cards = move || {
        let labels = state.labels.get().into_iter();
        labels.map(|label| view! { <Card label /> }).collect_view()
    };
    view! {
        <div class="column home">
            // The static shell in index.html has the same words in the same place.
            <section class="hero">
                <h1>"Cairn"</h1>
                <p class="lead">
                    "How well does your organisation learn? Work through the audit at your own pace, see where you stand, and plan what to do next. What you write stays on this device until you choose to share it."
                </p>
            </section>
            <Reminder />
            <Asides />
            <Show when=move || !none()>
                <section aria-labelledby="audits">
                    <h2 id="audits">"Your audits"</h2>
                    <ul class="cards">{cards}</ul>
                </section>
            </Show>
            <section aria-labelledby="begin">
                <h2 id="begin">
                    {move || if none() { "How would you like to begin?" } else { "Start or open another" }}
                </h2>
                <ul class="ways">
                    <li>
                        <a class="button" href=Route::New.to_string()>"Start an audit"</a>
                        <p>"40 questions and 60 indicators in six areas. Do a little at a time: everything is saved as you go."</p>
                    </li>
                    <li>
                        <a class="button secondary" href=Route::Open.to_string()>"Open a file"</a>
                        <p>"A file that a colleague has sent you, or one that you saved yourself."</p>
                    </li>
                    <li>
                        <button type="button" class="secondary" on:click=move |_| state.open_example()>
                            "Look at an example"
                        </button>
                        <p>"A made-up organisation’s audit, filled in. You can change it freely and remove it in one step."</p>
                    </li>
                </ul>
            </section>
            <Kept />
        </div>
    }
}

#[component]
fn Card(label: Label) -> impl IntoView {
    let state = use_state();
    let overview = Route::audit(&label.id, AuditPage::Overview).to_string();
    let name = label.name.clone();
    let name = if name.trim().is_empty() { "Audit without a name".to_owned() } else { name };
    let progress = label.progress();
    let standing = label.standing();
    let id = label.id.clone();
    let export = {
        let id = id.clone();
        move |_| state.export(&id)
    };
    view! {
        <li class="card audit-card">
            <Cairn standing=standing label=name.clone() />
            <div class="what">
                <h3><a href=overview>{name.clone()}</a></h3>
                {(id == EXAMPLE).then(|| view! { <p class="badge">"Example"</p> })}
                <p>{label.organisation.clone()}</p>
                <p class="quiet">
                    {format!(
                        "{} % answered · {} · changed {}",
                        progress.percent(),
                        words::reached(&standing),
                        clock::day_of(label.changed_at),
                    )}
                </p>
                <details class="more">
                    <summary>
                        "More" <span class="unseen">{format!(" about {name}")}</span>
                    </summary>
                    <div class="buttons">
                        <a class="button secondary" href=Route::audit(&id, AuditPage::About).to_string()>
                            "Rename"
                        </a>
                        <button type="button" class="secondary" on:click=export>"Save as a file"</button>
                        <NextYear id=id.clone() name=name.clone() />
                        <DeleteAudit id=id.clone() name=name.clone() />
                    </div>
                </details>
            </div>
        </li>
    }
    .into_any()
}

/// A gentle word when there is something to lose and no file of it.
#[component]
fn Reminder() -> impl IntoView {
    let state = use_state();
    let text = move || {
        let own = state.labels.with(|labels| {
            labels.iter().any(|label| label.id != EXAMPLE && label.progress().percent() > 0)
        });
        if !own {
            return None;
        }
        match state.days_since_backup() {
            None => Some("You have not saved a backup file yet.".to_owned()),
            Some(days) if days >= REMIND_AFTER_DAYS => {
                Some(format!("Your last backup file is {days} days old."))
            }
            Some(_) => None,
        }
    };
    let back_up = move |_| {
        state.export_everything();
    };
    move || {
        text().map(|text| {
            view! {
                <section class="note reminder" aria-label="Backup">
                    <p>{text} " A browser can lose what it keeps; a file in a safe place cannot be lost that way."</p>
                    <button type="button" class="secondary" on:click=back_up>"Save a backup file"</button>
                </section>
            }
        })
    }
}

/// What could not be read, offered back.
#[component]
fn Asides() -> impl IntoView {
    let state = use_state();
    let list = move || {
        let asides = state.asides.get();
        (!asides.is_empty()).then(|| {
            let items = asides.into_iter().map(|aside| {
                let (key, again) = (aside.key.clone(), aside.key.clone());
                let name = aside.name.unwrap_or_else(|| "A record whose name cannot be read".to_owned());
                view! {
                    <li>
                        <p>{name.clone()}</p>
                        <div class="buttons">
                            <button type="button" on:click=move |_| state.export_aside(&key)>
                                "Save what is there as a file"
                                <span class="unseen">{format!(": {name}")}</span>
                            </button>
                            <button type="button" class="secondary" on:click=move |_| state.drop_aside(&again)>
                                "I have it: take it away"
                            </button>
                        </div>
                    </li>
                }
            });
            view! {
                <section class="note problem" aria-labelledby="asides">
                    <h2 id="asides">"Something on this device could not be read"</h2>
                    <p>
                        "It has been put aside exactly as it was, and everything else works. Save it as a file: someone may be able to mend it, or you may have a backup file to open instead."
                    </p>
                    <ul class="plain">{items.collect_view()}</ul>
                </section>
            }
        })
    };
    list
}

/// What is kept where.
#[component]
fn Kept() -> impl IntoView {
    let state: State = use_state();
    let binned = move || state.bin.with(Vec::len);
    view! {
        <section class="kept" aria-labelledby="kept">
            <h2 id="kept">"Where your words are"</h2>
            <ul>
                <li>
                    "In this browser, on this device. There is no account and no server: nobody else can see them, and no other browser has them."
                </li>
                <li>
                    "In the files that you save. A file opens in Cairn on any device, today and in years to come."
                </li>
                <li>
                    "Clearing the browser’s data removes them from this device. So save a backup file now and then, under "
                    <a href=Route::Settings.to_string()>"Settings"</a> "."
                </li>
            </ul>
            {move || (binned() > 0).then(|| view! {
                <p>
                    <a href=Route::Bin.to_string()>
                        {words::count(binned(), "audit in the bin", "audits in the bin")}
                    </a>
                </p>
            })}
        </section>
    }
}
