//! A question that has to be answered before anything else.

use leptos::html;
use leptos::prelude::*;

use crate::web::ui::element_id;

/// A dialog with a heading, open while `open` says so. Escape closes it; the focus goes in and back
/// by itself.
#[component]
pub fn Dialog(
    /// Whether it is open; set to false when the person closes it.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    heading: Signal<String>,
    /// What is asked.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    let heading_id = element_id("dialog");
    let labelled_by = heading_id.clone();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=dialog aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <h2 id=heading_id>{heading}</h2>
            {move || open.get().then(|| children())}
        </dialog>
    }
    .into_any()
}

/// A question with "do it" and "not now".
#[component]
pub fn Confirm(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    heading: Signal<String>,
    /// What doing it means.
    #[prop(into)]
    text: Signal<String>,
    /// The words on the button that does it.
    button: &'static str,
    /// Told when the person says yes.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open heading>
            <p>{text}</p>
            <div class="buttons">
                <button type="button" class="secondary" on:click=move |_| open.set(false)>
                    "Not now"
                </button>
                <button
                    type="button"
                    class="danger"
                    on:click=move |_| {
                        open.set(false);
                        on_yes.run(());
                    }
                >
                    {button}
                </button>
            </div>
        </Dialog>
    }
}
