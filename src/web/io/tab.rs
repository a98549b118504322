//! Whether this tab is the one in which answers were begun, or a duplicate of it, which has a copy of
//! everything that the tab keeps. `tab.js` finds that out when any page of Cairn opens.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::web::io::window;

/// Whose answers this tab keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrived {
    /// Those of the person at this tab, or there are none.
    Own,
    /// They were another tab's, and have been removed from this one.
    Copy,
    /// The browser does not tell.
    Unknown,
}

/// Tells whose answers this tab keeps, once that is known.
pub async fn arrive() -> Arrived {
    let Some(told) = call("arrive") else { return Arrived::Unknown };
    let told = JsFuture::from(Promise::from(told)).await.ok().and_then(|told| told.as_string());
    match told.as_deref() {
        Some("own") => Arrived::Own,
        Some("copy") => Arrived::Copy,
        _ => Arrived::Unknown,
    }
}

/// Gives the tab a name, unless it has one. Called when the tab begins to keep answers.
pub fn name() {
    call("name");
}

/// Gives up the name of the tab, which another tab may want back. If answers are still kept here, the
/// tab gets another name.
pub fn rename() {
    call("rename");
}

/// True when this tab had a copy of what another tab keeps under `key`, and has removed it.
pub fn has_lost(key: &str) -> bool {
    let lost = tab().and_then(|tab| Reflect::get(&tab, &"lost".into()).ok());
    lost.is_some_and(|lost| Array::from(&lost).includes(&key.into(), 0))
}

fn call(name: &str) -> Option<JsValue> {
    let tab = tab()?;
    let function: Function = Reflect::get(&tab, &name.into()).ok()?.dyn_into().ok()?;
    function.call0(&tab).ok()
}

fn tab() -> Option<JsValue> {
    let cairn = Reflect::get(&window(), &"cairn".into()).ok()?;
    Reflect::get(&cairn, &"tab".into()).ok().filter(JsValue::is_object)
}
