//! A field for a day. Browsers differ in it more than in any other: most have a field in three parts, some
//! a plain text. Of a day that is half typed or half taken away most say what they say of none, or nothing;
//! so the field looks for itself, after every key as well, and once more when it is left.

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

/// The years that a field takes: whoever types one passes through the years 2, 20 and 202.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

/// A field for a day; `on_change` is told a whole day, or none, as it is typed or chosen, and
/// `on_leave` when the person leaves the field.
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

/// What stands in the field is not a whole day that it takes.
#[derive(PartialEq)]
struct NoDay;

/// The day in a field, or none in an empty one.
fn read(input: &HtmlInputElement) -> Result<Option<Date>, NoDay> {
    let text = input.value();
    if text.trim().is_empty() {
        // A browser with a field in parts shows nothing of a day that is not whole, but says so.
        return if input.check_validity() { Ok(None) } else { Err(NoDay) };
    }
    let day = Date::typed(&text).filter(|day| YEARS.contains(&day.year()));
    day.map(Some).ok_or(NoDay)
}

/// A day as the field shows it.
fn written(day: Option<Date>) -> String {
    match day {
        Some(day) if is_text() => day.day_first(),
        Some(day) => day.to_string(),
        None => String::new(),
    }
}

/// True in a browser that has nothing but a plain text for a day.
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
