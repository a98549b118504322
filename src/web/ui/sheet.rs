//! Style sheets that are fetched when a page first needs them.
//!
//! The build leaves their tags in the page, in the order in which they override each other, but without
//! a `rel`. Once a tag has its `rel`, the browser fetches the sheet.

use std::future::Future;

use js_sys::{Promise, Reflect};
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// True if all sheets with these names are here.
pub fn are_here(names: &[&str]) -> bool {
    names.iter().filter_map(|name| tag(name)).all(|tag| is_here(&tag))
}

/// Fetches the sheets with these names that are not here yet. Gives true when all have come, and false
/// when one has not. That one can be asked for again.
pub fn ask_for(names: &[&str]) -> impl Future<Output = bool> + use<> {
    let coming: Vec<_> = names.iter().filter_map(|name| tag(name)).filter_map(ask).collect();
    async move {
        let mut all = true;
        for told in coming {
            all &= came(told).await;
        }
        all
    }
}

fn tag(name: &str) -> Option<Element> {
    document().get_element_by_id(&["sheet-", name].concat())
}

/// True once the sheet of a tag has come. The browser then sets the tag's `sheet`, and fires no further
/// event.
fn is_here(tag: &Element) -> bool {
    Reflect::get(tag, &"sheet".into()).is_ok_and(|sheet| !sheet.is_null())
}

/// Fetches a sheet, and gives a promise of its load or error event; `None` when the sheet is here.
/// Several callers can ask for the same sheet: each gets the event.
fn ask(tag: Element) -> Option<Promise> {
    if is_here(&tag) {
        return None;
    }
    let told = Promise::new(&mut |tell, _| {
        for event in ["load", "error"] {
            let _ = tag.add_event_listener_with_callback(event, &tell);
        }
    });
    if !tag.has_attribute("rel") {
        let _ = tag.set_attribute("rel", "stylesheet");
        let again = told.clone();
        spawn_local(async move {
            if !came(again).await {
                let _ = tag.remove_attribute("rel");
            }
        });
    }
    Some(told)
}

async fn came(told: Promise) -> bool {
    let is_load = |event: JsValue| event.unchecked_into::<Event>().type_() == "load";
    JsFuture::from(told).await.is_ok_and(is_load)
}
