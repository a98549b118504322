//! Style sheets that are fetched when a page first needs them.
//!
//! The build leaves their tags in the page, in the order in which they are laid over each other, and
//! without a word on what they are. Once a tag has it, the browser fetches the sheet.

use std::future::Future;

use js_sys::{Promise, Reflect};
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// True if all the sheets of these names are here.
pub fn are_here(names: &[&str]) -> bool {
    names.iter().filter_map(|name| tag(name)).all(|tag| is_here(&tag))
}

/// Asks for the sheets of these names, and tells when all of them have come (`true`) or one has not.
/// Those that have not come can be asked for again.
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

/// The browser gives a tag its sheet once that has come: whoever asks late is told no more.
fn is_here(tag: &Element) -> bool {
    Reflect::get(tag, &"sheet".into()).is_ok_and(|sheet| !sheet.is_null())
}

/// Asks for a sheet that is not here; what the browser will tell of it. Of several who ask for one, each
/// is told.
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
