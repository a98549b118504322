//! Starting a new audit.

use leptos::prelude::*;

use crate::web::io::clock;
use crate::web::state::use_state;
use crate::web::ui::field::TextField;

#[component]
pub fn New() -> impl IntoView {
    let state = use_state();
    let year = clock::today().to_string();
    let name = RwSignal::new(format!("Learning audit {}", &year[..4]));
    let organisation = RwSignal::new(String::new());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        let name = if name.trim().is_empty() { "Learning audit" } else { name.trim() };
        state.start_audit(name, organisation.get_untracked().trim());
    };
    view! {
        <div class="column">
            <h1>"Start an audit"</h1>
            <p class="lead">
                "Two names, and you can begin. Both can be changed at any time."
            </p>
            <form on:submit=start>
                <TextField
                    label="Your organisation"
                    value=organisation
                    autocomplete="organization"
                    on_input=move |text: String| organisation.set(text)
                />
                <TextField
                    label="A name for this audit"
                    hint="You will see it in the list, on the report and in the names of files."
                    value=name
                    on_input=move |text: String| name.set(text)
                />
                <div class="buttons">
                    <button type="submit">"Start the audit"</button>
                    <a class="button secondary" href="#/">"Back"</a>
                </div>
            </form>
        </div>
    }
}
