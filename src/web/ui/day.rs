//! A field for a day. Browsers differ in it more than in any other field: most show three parts, some a
//! plain text field. While a day is half typed or half deleted, most report an empty field or fire no
//! event. So the program reads the field after every key as well, and once more when the person leaves
//! it.

use std::rc::Rc;
use std::sync::OnceLock;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::moment::Date;
use crate::web::ui::element::{ElementRef, effect, el, live_if, memo, p, text_el};
use crate::web::ui::element_id;
use crate::web::ui::field::note_told;
use crate::words::ui as say;

/// The years that the field accepts. A person who types 2026 passes through the years 2, 20 and 202,
/// which must not be kept.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

/// A field for a day. `on_change` gets each whole day as it is typed or chosen, or `None` when the field
/// is emptied. `on_leave` is called when the person leaves the field.
pub fn date_field(
    label: &'static str,
    value: impl Fn() -> Option<Date> + Send + Sync + 'static,
    on_change: impl Fn(Option<Date>) + 'static,
    on_leave: impl Fn() + 'static,
) -> AnyView {
    day_field(label, Box::new(value), Rc::new(on_change), Box::new(on_leave))
}

fn day_field(
    label: &'static str,
    value: Box<dyn Fn() -> Option<Date> + Send + Sync>,
    on_change: Rc<dyn Fn(Option<Date>)>,
    on_leave: Box<dyn Fn()>,
) -> AnyView {
    let id = element_id("day");
    let about = [&id, "-about"].concat();
    let reference = ElementRef::new();
    let kept = memo(value);
    effect(move || {
        let day = kept.get();
        let Some(field) = reference.get() else { return };
        let field: &HtmlElement = field.as_ref();
        let input: &HtmlInputElement = field.unchecked_ref();
        if read(input) != Ok(day) {
            input.set_value(&written(day));
        }
        note_told(field, &input.value());
    });
    let not_kept = RwSignal::new(false);
    let take = move |input: &HtmlInputElement| {
        if let Ok(day) = read(input) {
            not_kept.set(false);
            if day != kept.get_untracked() {
                on_change(day);
            }
        }
    };
    let left = {
        let take = take.clone();
        move |event: web_sys::Event| {
            let input: HtmlInputElement = event_target(&event);
            take(&input);
            let (shown, whole) = (input.value(), written(kept.get_untracked()));
            match read(&input) {
                Ok(_) if shown != whole => input.set_value(&whole),
                Ok(_) => {}
                Err(NoDay) => not_kept.set(shown.is_empty() || shown != whole),
            }
            on_leave();
        }
    };
    let mut entry = el("input")
        .attr("id", id.clone())
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2200-12-31")
        .attr("autocomplete", "off")
        .attr("aria-describedby", about.clone())
        .live_attr("aria-invalid", move || not_kept.get().then(|| "true".to_owned()))
        .reference(reference)
        .on("blur", left);
    for event in ["input", "change", "keyup"] {
        let take = take.clone();
        entry = entry.on(event, move |event| take(&event_target(&event)));
    }
    let hint = is_text().then(|| p(say::DATE_AS_TEXT).class("hint"));
    let problem = el("div")
        .attr("role", "status")
        .child(live_if(move || not_kept.get().then(|| p(say::DATE_NOT_KEPT).class("problem"))));
    el("div")
        .class("field")
        .child(text_el("label", label).attr("for", id))
        .child(entry)
        .child(el("div").attr("id", about).maybe(hint).child(problem))
        .into()
}

/// The field holds something other than a whole day that it accepts.
#[derive(PartialEq)]
struct NoDay;

/// The day in a field; `None` when the field is empty.
fn read(input: &HtmlInputElement) -> Result<Option<Date>, NoDay> {
    let text = input.value();
    if text.trim().is_empty() {
        // A field in three parts has no value while the day is incomplete, but fails its validity check.
        return if input.check_validity() { Ok(None) } else { Err(NoDay) };
    }
    let day = Date::typed(&text).filter(|day| YEARS.contains(&day.year()));
    day.map(Some).ok_or(NoDay)
}

/// The value that makes the field show a day; empty for `None`.
fn written(day: Option<Date>) -> String {
    match day {
        Some(day) if is_text() => day.day_first(),
        Some(day) => day.to_string(),
        None => String::new(),
    }
}

/// True in a browser that shows a field for a day as a plain text field.
fn is_text() -> bool {
    static IS_TEXT: OnceLock<bool> = OnceLock::new();
    *IS_TEXT.get_or_init(|| {
        let field = document().create_element("input").map(JsCast::unchecked_into);
        field.is_ok_and(|field: HtmlInputElement| {
            field.set_type("date");
            field.type_() != "date"
        })
    })
}
