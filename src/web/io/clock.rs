//! What time it is, and how the reader's locale writes it.

use js_sys::{Date as JsDate, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::moment::{Date, Timestamp};
use crate::web::io::window;

/// Now, in UTC.
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now() as i64)
}

/// Today, where the reader is.
pub fn today() -> Date {
    let date = JsDate::new_0();
    Date::new(date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8)
        .or_else(|| Date::new(1970, 1, 1))
        .expect("the first of January 1970 is a day")
}

/// A day as the reader's locale writes it: “22 November 2026”.
pub fn day(date: Date) -> String {
    let utc = JsDate::new(&JsValue::from_f64(date.days_since_1970() as f64 * 86_400_000.0));
    localised(
        &utc,
        &[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// The day of a moment as the reader's locale writes it.
pub fn day_of(moment: Timestamp) -> String {
    localised(&js_date(moment), &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// The time of a moment as the reader's locale writes it: “10:42”.
pub fn time_of(moment: Timestamp) -> String {
    localised(&js_date(moment), &[("hour", "2-digit"), ("minute", "2-digit")])
}

fn js_date(moment: Timestamp) -> JsDate {
    JsDate::new(&JsValue::from_f64(moment.millis() as f64))
}

fn localised(date: &JsDate, options: &[(&str, &str)]) -> String {
    let chosen = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&chosen, &(*name).into(), &(*value).into());
    }
    let locale = window().navigator().language().unwrap_or_else(|| "en-GB".to_owned());
    date.to_locale_string(&locale, &chosen).into()
}
