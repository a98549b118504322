//! A name that one tab of this browser holds at a time, for as long as its page stands. It tells a page
//! that is loaded anew from one in a tab that was duplicated, with everything that the tab keeps.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use crate::web::io::window;

/// How long a page that is loaded anew waits for the one before it to let go. In milliseconds.
const PATIENCE: i32 = 2_000;

/// Who holds a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// This page, from now on.
    Here,
    /// Another tab.
    Elsewhere,
    /// The browser does not tell.
    Unknown,
}

thread_local! {
    /// The names that this page holds, each with what lets it go. The browser would have the page wait for
    /// itself.
    static HERE: RefCell<BTreeMap<String, Function>> = const { RefCell::new(BTreeMap::new()) };
}

/// Lets go of a name, if this page holds it.
pub fn let_go(name: &str) {
    if let Some(let_go) = HERE.with_borrow_mut(|here| here.remove(name)) {
        let _ = let_go.call0(&JsValue::NULL);
    }
}

/// Holds a name until this page is gone, unless another tab holds it.
pub async fn hold(name: &str) -> Held {
    if HERE.with_borrow(|here| here.contains_key(name)) {
        return Held::Here;
    }
    let told = try_hold(name).map(JsFuture::from);
    match told {
        Ok(told) => match told.await.ok().and_then(|here| here.as_bool()) {
            Some(true) => Held::Here,
            Some(false) => Held::Elsewhere,
            None => Held::Unknown,
        },
        Err(_) => Held::Unknown,
    }
}

/// Tells whether the name is held here; nothing when that cannot be known.
fn try_hold(name: &str) -> Result<Promise, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    // Whoever stopped waiting is not in the queue: the tab that is loaded anew would wait behind it.
    let patience = AbortController::new()?;
    let options = Object::new();
    Reflect::set(&options, &"signal".into(), &patience.signal())?;
    let mut asked = Err(JsValue::NULL);
    let told = Promise::new(&mut |tell, _| {
        let (granted, of) = (tell.clone(), name.to_owned());
        let held = Closure::once_into_js(move |_: JsValue| {
            let _ = granted.call1(&JsValue::NULL, &JsValue::TRUE);
            // Until this is settled, it is held for as long as the page stands.
            Promise::new(&mut |let_go, _| {
                HERE.with_borrow_mut(|here| here.insert(of.clone(), let_go));
            })
        });
        asked = request.call3(&locks, &name.into(), &options, &held).map(|asked| (asked, tell));
    });
    let (asked, tell) = asked?;
    let refused = tell.clone();
    spawn_local(async move {
        if JsFuture::from(Promise::from(asked)).await.is_err() {
            let _ = refused.call0(&JsValue::NULL);
        }
    });
    let over = Closure::once_into_js(move || {
        let _ = tell.call1(&JsValue::NULL, &JsValue::FALSE);
        patience.abort();
    });
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(over.unchecked_ref(), PATIENCE)?;
    Ok(told)
}
