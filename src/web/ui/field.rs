//! Fields with their labels. A field shows its value when that changes from outside, and otherwise
//! leaves the browser's own text alone while a person types.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::web::ui::element::{
    El, ElementRef, derived, effect, el, live, live_if, memo, p, quiet, text_el, together, unseen,
};
use crate::web::ui::element_id;
use crate::words::ui as say;

/// A field for a line of text.
pub struct TextField {
    label: String,
    hint: Option<&'static str>,
    autocomplete: &'static str,
    keyboard: &'static str,
    value: Signal<String>,
    problem: Option<Signal<Option<String>>>,
    on_input: Box<dyn Fn(String)>,
    on_leave: Option<Box<dyn Fn(String)>>,
}

/// A field called `label` that shows `value`; `on_input` is told every change as it is typed.
pub fn text_field(
    label: impl Into<String>,
    value: impl Into<Signal<String>>,
    on_input: impl Fn(String) + 'static,
) -> TextField {
    plain_field(label.into(), value.into(), Box::new(on_input))
}

#[inline(never)]
fn plain_field(label: String, value: Signal<String>, on_input: Box<dyn Fn(String)>) -> TextField {
    TextField {
        label,
        hint: None,
        autocomplete: "off",
        keyboard: "text",
        value,
        problem: None,
        on_input,
        on_leave: None,
    }
}

impl TextField {
    /// Adds a sentence of help below the label.
    pub fn hint(mut self, hint: &'static str) -> TextField {
        self.hint = Some(hint);
        self
    }

    /// Says what the browser may fill in by itself, as the `autocomplete` attribute names it. Without
    /// this, it fills in nothing.
    pub fn autocomplete(mut self, what: &'static str) -> TextField {
        self.autocomplete = what;
        self
    }

    /// Asks a touch screen to show keys with digits.
    pub fn numeric(mut self) -> TextField {
        self.keyboard = "numeric";
        self
    }

    /// Shows what is wrong with the text, while `problem` has a sentence about it.
    pub fn problem(mut self, problem: Signal<Option<String>>) -> TextField {
        self.problem = Some(problem);
        self
    }

    /// `left` is told the text when the field is left after a change.
    pub fn on_leave(mut self, left: impl Fn(String) + 'static) -> TextField {
        self.on_leave = Some(Box::new(left));
        self
    }
}

impl From<TextField> for AnyView {
    fn from(field: TextField) -> AnyView {
        let id = element_id("field");
        let about = format!("{id}-about");
        let input = ElementRef::new();
        let TextField { label, hint, autocomplete, keyboard, value, problem, on_input, on_leave } =
            field;
        show_value(input, value);
        let wrong = move || problem.and_then(|problem| problem.get());
        let entry = el("input")
            .attr("id", id.clone())
            .attr("type", "text")
            .attr("dir", "auto")
            .attr("autocomplete", autocomplete)
            .attr("inputmode", keyboard)
            .attr("aria-describedby", about.clone())
            .live_attr("aria-invalid", move || wrong().map(|_| "true".to_owned()))
            .reference(input)
            .on("input", move |event| on_input(input_value(&event)))
            .on("change", move |event| {
                if let Some(on_leave) = &on_leave {
                    on_leave(input_value(&event));
                }
            });
        el("div")
            .class("field")
            .child(text_el("label", label).attr("for", id))
            .child(
                el("div")
                    .attr("id", about)
                    .maybe(hint.map(|hint| p(hint).class("hint")))
                    .child(live_if(move || wrong().map(|wrong| p(wrong).class("problem")))),
            )
            .child(entry)
            .into()
    }
}

/// Puts `value` into a field whenever it changes, unless the field shows it already.
pub fn show_value(field: ElementRef, value: Signal<String>) {
    effect(move || {
        let value = value.get();
        let Some(field) = field.get() else { return };
        let field: &HtmlElement = field.as_ref();
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            if input.value() != value {
                input.set_value(&value);
            }
            note_told(field, &input.value());
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            if area.value() != value {
                area.set_value(&value);
            }
            note_told(field, &area.value());
            grow(area);
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(&value);
        }
    });
}

/// Notes on a field what the program knows it shows. When something else has put another text there,
/// fields.js fires the event that tells the program.
pub(super) fn note_told(field: &HtmlElement, shown: &str) {
    let _ = js_sys::Reflect::set(field, &"told".into(), &shown.into());
}

fn input_value(event: &web_sys::Event) -> String {
    event_target::<HtmlInputElement>(event).value()
}

/// A field for long text. It grows with its text; nothing is ever cut. `on_leave` is called when the
/// person leaves it.
pub fn text_area(
    label: impl Into<String>,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
    on_leave: impl Fn() + 'static,
) -> AnyView {
    long_field(label.into(), None, value, Box::new(on_input), Box::new(on_leave))
}

/// A field as [`text_area`] makes it, with help below its label that may change while the field stays.
pub fn text_area_with_help(
    label: impl Into<String>,
    help: impl Fn() -> String + Send + 'static,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
    on_leave: impl Fn() + 'static,
) -> AnyView {
    let help = p("").class("hint").live_text(help);
    long_field(label.into(), Some(help), value, Box::new(on_input), Box::new(on_leave))
}

fn long_field(
    label: String,
    help: Option<El>,
    value: Signal<String>,
    on_input: Box<dyn Fn(String)>,
    on_leave: Box<dyn Fn()>,
) -> AnyView {
    let id = element_id("text");
    let about = [&id, "-about"].concat();
    let mut entry = area(&id, value, on_input).on("blur", move |_| on_leave());
    if help.is_some() {
        entry = entry.attr("aria-describedby", about.clone());
    }
    el("div")
        .class("field")
        .child(text_el("label", label).attr("for", id))
        .maybe(help.map(|help| help.attr("id", about)))
        .child(entry)
        .into()
}

fn area(id: &str, value: Signal<String>, on_input: Box<dyn Fn(String)>) -> El {
    let reference = ElementRef::new();
    show_value(reference, value);
    let entry = el("textarea").attr("id", id).attr("rows", "2").attr("dir", "auto");
    entry.reference(reference).on("input", move |event| {
        let area: HtmlTextAreaElement = event_target(&event);
        on_input(area.value());
        grow(&area);
    })
}

/// The number of characters left at which a field begins to say how many there are.
const NEAR: usize = 200;

/// A field for long text of at most `most` characters, with a sentence of help. Near the limit it says
/// how many more characters it takes.
pub fn limited_area(
    label: &'static str,
    hint: &'static str,
    most: usize,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
) -> El {
    // Counted in UTF-16 units, as browsers count for `maxlength`.
    let left = memo(move || value.with(|text| most.saturating_sub(text.encode_utf16().count())));
    let seen = move || (left.get() <= NEAR).then(|| quiet(say::left(left.get())));
    // Screen readers are told at three points only, since a word at every key would be in the way.
    let said = memo(move || match left.get() {
        0 => say::NONE_LEFT,
        1..=50 => say::LEFT_50,
        51..=NEAR => say::LEFT_200,
        _ => "",
    });
    let id = element_id("text");
    let about = format!("{id}-about");
    let entry = area(&id, value, Box::new(on_input))
        .attr("maxlength", most.to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", about.clone());
    el("div")
        .class("field")
        .child(text_el("label", label).attr("for", id))
        .child(p(hint).class("hint").attr("id", about))
        .child(entry)
        .child(el("div").attr("aria-hidden", "true").child(live_if(seen)))
        .child(unseen("").attr("role", "status").live_text(move || said.get().to_owned()))
}

/// Makes a field as high as its text. Most browsers do that by themselves (`field-sizing`); in the
/// others, the height is set here.
fn grow(area: &HtmlTextAreaElement) {
    use std::sync::OnceLock;
    static BY_ITSELF: OnceLock<bool> = OnceLock::new();
    let by_itself = *BY_ITSELF.get_or_init(|| {
        let style = window().get_computed_style(area).ok().flatten();
        style
            .and_then(|style| style.get_property_value("field-sizing").ok())
            .is_some_and(|value| !value.is_empty())
    });
    if !by_itself {
        let style = area.unchecked_ref::<HtmlElement>().style();
        let _ = style.set_property("height", "auto");
        let _ = style.set_property("height", &format!("{}px", area.scroll_height() + 4));
    }
}

/// A drop-down list of options, each a value and its text. `on_change` gets the value that is chosen.
pub fn select_field(
    label: &'static str,
    options: impl Into<Signal<Vec<(String, String)>>>,
    value: impl Into<Signal<String>>,
    on_change: impl Fn(String) + 'static,
) -> AnyView {
    list_field(label, options.into(), value.into(), Box::new(on_change))
}

fn list_field(
    label: &'static str,
    options: Signal<Vec<(String, String)>>,
    value: Signal<String>,
    on_change: Box<dyn Fn(String)>,
) -> AnyView {
    let id = element_id("select");
    let select = ElementRef::new();
    // The value is set again when the options change, because it may only now be one of them.
    let shown = derived(move || {
        options.track();
        value.get()
    });
    show_value(select, shown);
    let choices = live(move || {
        let options = options.get().into_iter();
        let options =
            options.map(|(value, text)| text_el("option", text).attr("value", value).into());
        together(options.collect())
    });
    let entry = el("select")
        .attr("id", id.clone())
        .reference(select)
        .on("change", move |event| on_change(event_target::<HtmlSelectElement>(&event).value()))
        .child(choices);
    el("div").class("field").child(text_el("label", label).attr("for", id)).child(entry).into()
}

/// One choice out of a few, as radio buttons under a legend. `value` is the one chosen, empty for
/// none.
pub fn choice(
    legend: impl Into<String>,
    options: &'static [(&'static str, &'static str)],
    value: Signal<&'static str>,
    on_change: impl Fn(&'static str) + 'static,
) -> El {
    choice_under(text_el("legend", legend), options, value, on_change)
}

/// A choice as in [`choice`], under a legend that the caller has made.
pub fn choice_under(
    legend: El,
    options: &'static [(&'static str, &'static str)],
    value: Signal<&'static str>,
    on_change: impl Fn(&'static str) + 'static,
) -> El {
    radio_buttons(legend, options, value, Rc::new(on_change))
}

fn radio_buttons(
    legend: El,
    options: &'static [(&'static str, &'static str)],
    value: Signal<&'static str>,
    on_change: Rc<dyn Fn(&'static str)>,
) -> El {
    let name = element_id("choice");
    let radios = options.iter().map(|(option, text)| {
        let (option, on_change) = (*option, on_change.clone());
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .attr("value", option)
            .live_prop("checked", move || value.get() == option)
            .on("change", move |_| on_change(option));
        el("label").child(radio).child(text_el("span", *text))
    });
    el("fieldset").child(legend).child(el("div").class("options").children(radios))
}

/// A box to tick.
pub fn tick(
    label: impl Into<String>,
    checked: impl Fn() -> bool + Send + 'static,
    on_change: impl Fn(bool) + 'static,
) -> AnyView {
    tick_box(label.into(), Box::new(checked), Box::new(on_change))
}

fn tick_box(
    label: String,
    checked: Box<dyn Fn() -> bool + Send>,
    on_change: Box<dyn Fn(bool)>,
) -> AnyView {
    let ticked = el("input")
        .attr("type", "checkbox")
        .live_prop("checked", checked)
        .on("change", move |event| on_change(event_target::<HtmlInputElement>(&event).checked()));
    el("label").class("tick").child(ticked).child(text_el("span", label)).into()
}
