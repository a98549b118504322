//! What time it is, and how the reader's locale writes it.
//!
//! Some browsers name languages that they themselves do not take (“C”, “en-US@posix”, none), some
//! clocks are thousands of years off, and some browsers cannot write dates at all. In each of these
//! cases only the look of a date may suffer.

use std::thread::LocalKey;

use js_sys::{Array, Date as JsDate, Function, Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

use crate::moment::{Date, Timestamp};
use crate::web::io::window;
use crate::words::dates::{self, Calendar};

/// Makes every sentence write days and times as the reader's locale does.
pub fn write_dates() {
    dates::write_by(Calendar { day, month, day_of, time_of });
}

/// Now, in UTC.
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now() as i64)
}

/// Today in the reader's time zone. Today in UTC when the browser's date is out of range.
pub fn today() -> Date {
    day_shown(&JsDate::new_0()).unwrap_or_else(|| now().day())
}

/// The day of a browser's date in the reader's time zone; `None` when it is out of range.
fn day_shown(date: &JsDate) -> Option<Date> {
    let year = u16::try_from(date.get_full_year()).ok()?;
    Date::new(year, date.get_month() as u8 + 1, date.get_date() as u8)
}

fn day(date: Date) -> String {
    thread_local!(static DAY: Writer = writer(&[DATE, &[("timeZone", "UTC")]].concat()));
    written(&DAY, date.days_since_1970() as f64 * A_DAY, || date.day_first())
}

fn month(date: Date) -> String {
    const MONTH: &[(&str, &str)] = &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
    thread_local!(static MONTH_OF: Writer = writer(MONTH));
    written(&MONTH_OF, date.days_since_1970() as f64 * A_DAY, || date.day_first().split_off(3))
}

fn day_of(moment: Timestamp) -> String {
    thread_local!(static DAY_OF: Writer = writer(DATE));
    let millis = moment.millis() as f64;
    written(&DAY_OF, millis, || {
        day_shown(&JsDate::new(&millis.into())).unwrap_or_else(|| moment.day()).day_first()
    })
}

fn time_of(moment: Timestamp) -> String {
    thread_local!(static TIME: Writer = writer(&[("hour", "2-digit"), ("minute", "2-digit")]));
    let millis = moment.millis() as f64;
    written(&TIME, millis, || {
        let time = JsDate::new(&millis.into());
        format!("{:02}:{:02}", time.get_hours(), time.get_minutes())
    })
}

const A_DAY: f64 = 86_400_000.0;
const DATE: &[(&str, &str)] = &[("day", "numeric"), ("month", "long"), ("year", "numeric")];

/// A function of the browser's that writes moments in one format; `None` where the browser cannot write
/// dates. Making one takes long, so each is kept.
type Writer = Option<Function>;

/// Makes a writer for the first of the reader's languages that the browser takes; the last one tried is
/// British English.
fn writer(options: &[(&str, &str)]) -> Writer {
    let chosen = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&chosen, &(*name).into(), &(*value).into());
    }
    let intl = found(&global(), "Intl")?;
    let format: Function = found(&intl, "DateTimeFormat")?.dyn_into().ok()?;
    languages().into_iter().find_map(|language| {
        let made = Reflect::construct(&format, &Array::of2(&language.into(), &chosen)).ok()?;
        found(&made, "format")?.dyn_into().ok()
    })
}

/// The languages that the browser names, whether or not it takes them, then British English.
fn languages() -> Vec<String> {
    let navigator = window().navigator();
    let first = found(&navigator, "language").unwrap_or_default();
    let others: Option<Array> = found(&navigator, "languages").and_then(|all| all.dyn_into().ok());
    let all = Array::of1(&first).concat(&others.unwrap_or_default());
    let named = all.iter().filter_map(|language| language.as_string());
    named.map(tag).filter(|tag| !tag.is_empty()).chain(["en-GB".to_owned()]).collect()
}

/// Turns a system's name of a language into one that browsers take: “en_US.UTF-8” into “en-US”.
fn tag(mut language: String) -> String {
    language.truncate(language.find(['.', '@']).unwrap_or(language.len()));
    language.replace('_', "-")
}

fn found(place: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(place, &name.into()).ok()
}

fn written(
    writer: &'static LocalKey<Writer>,
    millis: f64,
    plain: impl FnOnce() -> String,
) -> String {
    let written = writer.with(|writer| writer.as_ref()?.call1(&JsValue::NULL, &millis.into()).ok());
    written.and_then(|written| written.as_string()).unwrap_or_else(plain)
}
