//! What time it is, and how the reader's locale writes it.

use std::thread::LocalKey;

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date as JsDate, Function, Object, Reflect};
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
    thread_local!(static DAY: Writer = writer(&[DATE, &[("timeZone", "UTC")]].concat()));
    written(&DAY, date.days_since_1970() as f64 * 86_400_000.0)
}

/// The month of a day as the reader's locale writes it: “November 2026”.
pub fn month(date: Date) -> String {
    const MONTH: &[(&str, &str)] = &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
    thread_local!(static MONTH_OF: Writer = writer(MONTH));
    written(&MONTH_OF, date.days_since_1970() as f64 * 86_400_000.0)
}

/// The day of a moment as the reader's locale writes it.
pub fn day_of(moment: Timestamp) -> String {
    thread_local!(static DAY_OF: Writer = writer(DATE));
    written(&DAY_OF, moment.millis() as f64)
}

/// The time of a moment as the reader's locale writes it: “10:42”.
pub fn time_of(moment: Timestamp) -> String {
    thread_local!(static TIME: Writer = writer(&[("hour", "2-digit"), ("minute", "2-digit")]));
    written(&TIME, moment.millis() as f64)
}

const DATE: &[(&str, &str)] = &[("day", "numeric"), ("month", "long"), ("year", "numeric")];

/// Writes moments one way: a browser takes long to learn a locale's, so each is kept.
type Writer = Function;

fn writer(options: &[(&str, &str)]) -> Writer {
    let chosen = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&chosen, &(*name).into(), &(*value).into());
    }
    let locale = window().navigator().language().unwrap_or_else(|| "en-GB".to_owned());
    DateTimeFormat::new(&Array::of1(&locale.into()), &chosen).format()
}

fn written(writer: &'static LocalKey<Writer>, millis: f64) -> String {
    let written = writer.with(|writer| writer.call1(&JsValue::UNDEFINED, &millis.into()));
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}
