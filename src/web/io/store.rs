//! localStorage as a [`Store`]. Every failure is told apart: blocked, full, anything else.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use crate::json::Json;
use crate::web::io::{reason, window};
use crate::workspace::{Store, StoreError, Stored};

/// The localStorage of this page's origin.
#[derive(Debug, Clone, Copy)]
pub struct BrowserStore;

impl BrowserStore {
    /// Checked at every call: a person can block storage while the page is open, and then
    /// gloo-storage's own access panics.
    fn storage() -> Result<Storage, StoreError> {
        match window().local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            Ok(None) | Err(_) => Err(StoreError::Blocked),
        }
    }

    fn get(key: &str) -> Result<Option<JsString>, StoreError> {
        let value = Reflect::get(Self::storage()?.as_ref(), &key.into())
            .map_err(|error| failure(&error))?;
        Ok(value.dyn_into().ok())
    }
}

/// The text; `None` when it has half of a surrogate pair, which would become U+FFFD on the way out of
/// the browser.
fn text(kept: &JsString) -> Option<String> {
    let text = String::from(kept);
    let whole = !text.contains('\u{fffd}') || JsValue::from_str(&text) == JsValue::from(kept);
    whole.then_some(text)
}

/// Turns what the browser's own JSON reader has made of a text into Cairn's tree; `None` for a value
/// that is no JSON.
fn json(value: &JsValue) -> Option<Json> {
    if value.is_null() {
        return Some(Json::Null);
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Flag(flag));
    }
    if let Some(number) = value.as_f64() {
        let whole = number as u64;
        return Some(match whole as f64 == number {
            true => Json::Whole(whole),
            false => {
                Json::Number(js_sys::Number::from(number).to_string_with_radix(10).ok()?.into())
            }
        });
    }
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if Array::is_array(value) {
        let entries = Array::from(value);
        return entries.iter().map(|entry| json(&entry)).collect::<Option<_>>().map(Json::List);
    }
    let fields = Object::entries(value.dyn_ref()?);
    let field = |field: JsValue| {
        let field = Array::from(&field);
        Some((field.get(0).as_string()?, json(&field.get(1))?))
    };
    fields.iter().map(field).collect::<Option<_>>().map(Json::Object)
}

impl Store for BrowserStore {
    fn json(line: &str) -> Option<Json> {
        json(&js_sys::JSON::parse(line).ok()?)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage: Object = Self::storage()?.unchecked_into();
        let keys = Object::keys(&storage);
        Ok(keys.iter().filter_map(|key| text(key.unchecked_ref())).collect())
    }

    // Cut off in the browser, so that long records are not copied into the program only for their first
    // line.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        let head = |text: JsString| match text.index_of("\n", 0) {
            -1 => text,
            end => text.slice(0, end as u32),
        };
        Ok(Self::get(key)?.map(head).map(String::from))
    }

    fn read(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        let stored = |kept: JsString| match text(&kept) {
            Some(text) => Stored::Text(text),
            None => Stored::Units(kept.iter().collect()),
        };
        Ok(Self::get(key)?.map(stored))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::storage()?.set_item(key, text).map_err(|error| failure(&error))
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let kept = Self::get(key)?;
        Ok(kept.is_some_and(|kept| JsValue::from(kept) == JsValue::from_str(text)))
    }

    // The text does not leave the browser, since half a surrogate pair would change on the way out.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let Some(kept) = Self::get(from)? else { return Ok(()) };
        let set = Reflect::set(Self::storage()?.as_ref(), &to.into(), &kept);
        set.map(drop).map_err(|error| failure(&error))
    }

    fn same(&self, one: &str, other: &str) -> Result<bool, StoreError> {
        let one = Self::get(one)?.map(JsValue::from);
        Ok(one.is_some() && one == Self::get(other)?.map(JsValue::from))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::storage()?.remove_item(key).map_err(|error| failure(&error))
    }

    fn remove_all(&self, prefix: &str) -> Result<(), StoreError> {
        let storage: Object = Self::storage()?.unchecked_into();
        for key in Object::keys(&storage).iter() {
            if key.unchecked_ref::<JsString>().starts_with(prefix, 0) {
                Reflect::delete_property(&storage, &key).map_err(|error| failure(&error))?;
            }
        }
        Ok(())
    }
}

fn failure(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Failed(reason(error)),
    }
}
