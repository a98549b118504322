//! localStorage as a [`Store`]. Every failure is told apart: blocked, full, anything else.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use crate::web::io::{reason, window};
use crate::workspace::{Store, StoreError};

/// The localStorage of this page's origin.
#[derive(Debug, Clone, Copy)]
pub struct BrowserStore;

impl BrowserStore {
    /// Probed at every call: a person can block storage while the page is open, and the library's
    /// own way in panics then.
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

impl Store for BrowserStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage: Object = Self::storage()?.unchecked_into();
        let keys = Object::keys(&storage);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    // Cut on the browser's side, so that a long list of long records stays there.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        let head = |text: JsString| match text.index_of("\n", 0) {
            -1 => text,
            end => text.slice(0, end as u32),
        };
        Ok(Self::get(key)?.map(head).map(String::from))
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(Self::get(key)?.map(String::from))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        Self::storage()?.set_item(key, text).map_err(|error| failure(&error))
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let kept = Self::get(key)?;
        Ok(kept.is_some_and(|kept| JsValue::from(kept) == JsValue::from_str(text)))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::storage()?.remove_item(key).map_err(|error| failure(&error))
    }
}

fn failure(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Failed(reason(error)),
    }
}
