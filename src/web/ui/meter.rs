//! How much of something is done, as a bar with its words.

use leptos::prelude::*;

/// A bar filled to `done` of `all`, with the words beside it.
#[component]
pub fn Meter(
    /// How many are done, and how many there are.
    #[prop(into)]
    value: Signal<(usize, usize)>,
    /// The words: “questions reflected on”.
    words: &'static str,
) -> impl IntoView {
    view! {
        <p class="meter">
            <span class="words">
                {move || {
                    let (done, all) = value.get();
                    format!("{done} of {all} {words}")
                }}
            </span>
            <progress
                aria-hidden="true"
                max=move || value.get().1
                prop:value=move || value.get().0 as f64
            ></progress>
        </p>
    }
    .into_any()
}
