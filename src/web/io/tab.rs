//! Whether this tab is the one in which answers were begun, or was duplicated from it with everything
//! that it keeps. `tab.js` finds it out, as soon as any page of Cairn stands.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::web::io::window;

/// Whose the answers are that this tab keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrived {
    /// Of the person before it, or there are none.
    Own,
    /// They were another tab's, and are gone from here.
    Copy,
    /// The browser does not tell.
    Unknown,
}

/// Tells whose the answers are, once that is known.
pub async fn arrive() -> Arrived {
    let Some(told) = call("arrive") else { return Arrived::Unknown };
    let told = JsFuture::from(Promise::from(told)).await.ok().and_then(|told| told.as_string());
    match told.as_deref() {
        Some("own") => Arrived::Own,
        Some("copy") => Arrived::Copy,
        _ => Arrived::Unknown,
    }
}

/// Gives the tab a name, unless it has one: it keeps answers from now on.
pub fn name() {
    call("name");
}

/// Lets go of the name of the tab, which another may want back.
pub fn rename() {
    call("rename");
}

/// True when this tab had a copy of what another keeps under `key`, and has let go of it.
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
