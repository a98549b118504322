//! The bin: what was deleted in the last 30 days.

use leptos::prelude::*;

use crate::web::io::clock;
use crate::web::state::use_state;
use crate::web::ui::dialog::Confirm;
use crate::web::words;
use crate::workspace::BIN_DAYS;
use crate::workspace::label::Label;

#[component]
pub fn Bin() -> impl IntoView {
    let state = use_state();
    let list = move || {
        let labels = state.bin.get();
        if labels.is_empty() {
            view! { <p>"The bin is empty."</p> }.into_any()
        } else {
            let rows = labels.into_iter().map(|label| view! { <Binned label /> });
            view! { <ul class="cards">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <div class="column">
            <h1>"The bin"</h1>
            <p class="lead">
                "Deleted audits stay here for 30 days. Until then you can have them back as they were."
            </p>
            {list}
            <p><a href="#/">"Back to the home page"</a></p>
        </div>
    }
}

#[component]
fn Binned(label: Label) -> impl IntoView {
    let state = use_state();
    let asked = RwSignal::new(false);
    let left = label.binned_at.map_or(BIN_DAYS, |at| BIN_DAYS - clock::now().days_since(at)).max(0);
    let (id, again) = (label.id.clone(), label.id.clone());
    let name = label.name.clone();
    view! {
        <li class="card">
            <h2>{name.clone()}</h2>
            <p>{label.organisation}</p>
            <p class="quiet">{format!("Kept for {} more", words::count(left as usize, "day", "days"))}</p>
            <div class="buttons">
                <button type="button" on:click=move |_| state.take_from_bin(&id)>
                    "Have it back" <span class="unseen">{format!(": {name}")}</span>
                </button>
                <button type="button" class="secondary" on:click=move |_| asked.set(true)>
                    "Delete for good" <span class="unseen">{format!(": {name}")}</span>
                </button>
            </div>
            <Confirm
                open=asked
                heading=format!("Delete “{}” for good?", label.name)
                text="It cannot be had back afterwards, unless you have it in a file."
                button="Delete for good"
                on_yes=move |()| state.delete_for_good(&again)
            />
        </li>
    }
    .into_any()
}
