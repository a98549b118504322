//! Style sheets that are fetched when a page first needs them.
//!
//! The build leaves their tags in the page, in the order in which they are laid over each other, and
//! without a word on what they are. Once a tag has it, the browser fetches the sheet.

use std::future::Future;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// What a tag has once its sheet is here.
const HERE: &str = "data-here";

/// True if all the sheets of these names are here.
pub fn are_here(names: &[&str]) -> bool {
    names.iter().filter_map(|name| tag(name)).all(|tag| tag.has_attribute(HERE))
}

/// Asks for the sheets of these names, and tells when all of them have come (`true`) or one has not.
/// Those that have not come can be asked for again.
pub fn ask_for(names: &[&str]) -> impl Future<Output = bool> + use<> {
    let coming: Vec<_> = names.iter().filter_map(|name| tag(name)).filter_map(ask).collect();
    async move {
        let mut all = true;
        for (tag, told) in coming {
            let came =
                told.await.is_ok_and(|event| event.unchecked_into::<Event>().type_() == "load");
            let _ = if came { tag.set_attribute(HERE, "") } else { tag.remove_attribute("rel") };
            all &= came;
        }
        all
    }
}

fn tag(name: &str) -> Option<Element> {
    document().get_element_by_id(&["sheet-", name].concat())
}

/// Asks for a sheet that is not here; its tag and what the browser will tell of it.
fn ask(tag: Element) -> Option<(Element, JsFuture)> {
    if tag.has_attribute(HERE) {
        return None;
    }
    let told = js_sys::Promise::new(&mut |tell, _| {
        for event in ["load", "error"] {
            let _ = tag.add_event_listener_with_callback(event, &tell);
        }
    });
    if !tag.has_attribute("rel") {
        let _ = tag.set_attribute("rel", "stylesheet");
    }
    Some((tag, told.into()))
}
