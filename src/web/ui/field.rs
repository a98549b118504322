//! Fields with their labels. A field shows its value when that changes from outside, and otherwise
//! leaves the browser's own text alone while a person types.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::moment::Date;
use crate::web::ui::element_id;

/// What a field says back.
pub type OnText = Callback<String>;

/// A field for a line of text, a day, and the like.
#[component]
pub fn TextField(
    /// The field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The text in it.
    #[prop(into)]
    value: Signal<String>,
    /// Told every change as it is typed.
    #[prop(into)]
    on_input: OnText,
    /// Told when the field is left after a change.
    #[prop(optional, into)]
    on_leave: Option<OnText>,
    /// A sentence of help under the name.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the text, if anything.
    #[prop(optional, into)]
    problem: Option<Signal<Option<String>>>,
    /// The kind of input; `text` unless said otherwise.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in by itself.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let id = element_id("field");
    let input: NodeRef<html::Input> = NodeRef::new();
    Effect::new(move || {
        let value = value.get();
        if let Some(input) = input.get().filter(|input| input.value() != value) {
            input.set_value(&value);
        }
    });
    let problem = problem.unwrap_or_else(|| Signal::stored(None));
    let described_by = format!("{id}-about");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div id=described_by.clone() class="about">
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
                {move || problem.get().map(|problem| view! { <p class="problem">{problem}</p> })}
            </div>
            <input
                id=id
                node_ref=input
                type=kind
                autocomplete=autocomplete
                aria-describedby=described_by
                aria-invalid=move || problem.get().is_some().then_some("true")
                on:input=move |event| on_input.run(event_target_value(&event))
                on:change=move |event| {
                    if let Some(on_leave) = on_leave {
                        on_leave.run(event_target_value(&event));
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// A field for a day; gives `None` when it is emptied.
#[component]
pub fn DateField(
    /// The field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The day in it.
    #[prop(into)]
    value: Signal<Option<Date>>,
    /// Told a whole day, or none, when the person has chosen it.
    #[prop(into)]
    on_change: Callback<Option<Date>>,
) -> impl IntoView {
    let text = Signal::derive(move || value.get().map(|date| date.to_string()).unwrap_or_default());
    let left = move |text: String| on_change.run(text.parse().ok());
    view! { <TextField label value=text kind="date" on_input=|_: String| () on_leave=left /> }
}

/// A field for long text. It grows with its text; nothing is ever cut.
#[component]
pub fn TextArea(
    /// The field's name: text, or a whole element's worth of it.
    label: ViewFnOnce,
    /// The text in it.
    #[prop(into)]
    value: Signal<String>,
    /// Told every change as it is typed.
    #[prop(into)]
    on_input: OnText,
    /// Told when the person leaves the field.
    #[prop(into)]
    on_leave: Callback<()>,
    /// The rows it has when empty.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let id = element_id("text");
    let area: NodeRef<html::Textarea> = NodeRef::new();
    Effect::new(move || {
        let value = value.get();
        if let Some(area) = area.get() {
            if area.value() != value {
                area.set_value(&value);
            }
            grow(&area);
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label.run()}</label>
            <textarea
                id=id
                node_ref=area
                rows=rows
                on:input=move |event| {
                    let area: web_sys::HtmlTextAreaElement = event_target(&event);
                    on_input.run(area.value());
                    grow(&area);
                }
                on:blur=move |_| on_leave.run(())
            ></textarea>
        </div>
    }
    .into_any()
}

/// Most browsers grow a field by themselves (`field-sizing`); the others get its height set.
fn grow(area: &web_sys::HtmlTextAreaElement) {
    use std::sync::OnceLock;
    static GROWS: OnceLock<bool> = OnceLock::new();
    let by_itself = *GROWS.get_or_init(|| {
        let style = web_sys::HtmlElement::style(area);
        style.get_property_value("field-sizing").is_ok_and(|value| !value.is_empty())
            || window()
                .get_computed_style(area)
                .ok()
                .flatten()
                .and_then(|style| style.get_property_value("field-sizing").ok())
                .is_some_and(|value| !value.is_empty())
    });
    if !by_itself {
        let style = area.unchecked_ref::<web_sys::HtmlElement>().style();
        let _ = style.set_property("height", "auto");
        let _ = style.set_property("height", &format!("{}px", area.scroll_height() + 4));
    }
}

/// A choice from a list.
#[component]
pub fn SelectField(
    /// The field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The choices: value and text.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The value chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Told the value when another is chosen.
    #[prop(into)]
    on_change: OnText,
) -> impl IntoView {
    let id = element_id("select");
    let choices = move || {
        let chosen = value.get();
        let options = options.get().into_iter();
        let options = options.map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value prop:selected=selected>{text}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=move |event| on_change.run(event_target_value(&event))>
                {choices}
            </select>
        </div>
    }
    .into_any()
}

/// One choice out of a few, as radio buttons under a legend.
#[component]
pub fn Choice(
    /// What is chosen: text, or a whole element's worth of it.
    legend: ViewFnOnce,
    /// The choices: value and text.
    options: &'static [(&'static str, &'static str)],
    /// The value chosen; empty for none.
    #[prop(into)]
    value: Signal<&'static str>,
    /// Told the value when another is chosen.
    #[prop(into)]
    on_change: Callback<&'static str>,
    /// A class for the whole.
    #[prop(default = "choice")]
    class: &'static str,
) -> impl IntoView {
    let name = element_id("choice");
    let radios = options.iter().map(|(option, text)| {
        let option = *option;
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    value=option
                    prop:checked=move || value.get() == option
                    on:change=move |_| on_change.run(option)
                />
                <span>{*text}</span>
            </label>
        }
    });
    view! {
        <fieldset class=class>
            <legend>{legend.run()}</legend>
            <div class="options">{radios.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A box to tick.
#[component]
pub fn Tick(
    /// What the tick says.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told when that changes.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
