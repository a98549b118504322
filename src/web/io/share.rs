//! The ways to pass on one person's answers, and texts that a tab keeps for as long as it lasts, such
//! as a draft of them. A browser may lack or refuse any of this, so nothing depends on it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DomException, File, FilePropertyBag, Storage};

use crate::web::io::window;

/// What became of a file that was to be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Handed to the program that the person chose.
    Yes,
    /// The person chose none.
    Cancelled,
    /// The browser refused, or cannot share files.
    Refused,
}

/// True when the browser says that it can hand such a file to another program.
pub fn can_share(name: &str) -> bool {
    let navigator = window().navigator();
    let (Some(can), Some(_)) = (method(&navigator, "canShare"), method(&navigator, "share")) else {
        return false;
    };
    let asked = file(name, "{}").and_then(|data| can.call1(&navigator, &data));
    asked.is_ok_and(|can| can.is_truthy())
}

/// Hands a file to another program that the person chooses.
pub async fn share(name: &str, text: &str) -> Shared {
    let shared = async {
        let navigator = window().navigator();
        let share = method(&navigator, "share").ok_or(JsValue::NULL)?;
        let data = file(name, text)?;
        waited(share.call1(&navigator, &data)?).await
    };
    match shared.await {
        Ok(_) => Shared::Yes,
        Err(error) => match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
            Some("AbortError") => Shared::Cancelled,
            _ => Shared::Refused,
        },
    }
}

/// What the browser is asked to share. The file is called plain text, since browsers do not share JSON
/// files.
fn file(name: &str, text: &str) -> Result<Object, JsValue> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind)?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file))?;
    Ok(data)
}

/// Puts a text into the clipboard. False when the browser would not.
pub async fn copy(text: &str) -> bool {
    let copied = async {
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
        let write = method(&clipboard, "writeText").ok_or(JsValue::NULL)?;
        waited(write.call1(&clipboard, &text.into())?).await
    };
    copied.await.is_ok()
}

/// Puts a table into the clipboard, as HTML and as text; as text alone where the browser takes nothing
/// else. False when the browser would not.
pub async fn copy_table(html: &str, text: &str) -> bool {
    let copied = async {
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
        let write = method(&clipboard, "write").ok_or(JsValue::NULL)?;
        let item = method(&window(), "ClipboardItem").ok_or(JsValue::NULL)?;
        let forms = Object::new();
        for (kind, form) in [("text/html", html), ("text/plain", text)] {
            let bag = BlobPropertyBag::new();
            bag.set_type(kind);
            let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&form.into()), &bag)?;
            Reflect::set(&forms, &kind.into(), &blob)?;
        }
        let item = Reflect::construct(&item, &Array::of1(&forms))?;
        waited(write.call1(&clipboard, &Array::of1(&item))?).await
    };
    copied.await.is_ok() || copy(text).await
}

/// Looks up a function by its name: a page outside a secure context (HTTPS or localhost) has none of
/// these.
fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

async fn waited(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

/// What is kept under `key` in this tab; `None` when nothing is, or the browser keeps nothing for tabs.
pub fn draft(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Keeps a text for as long as the tab lasts, where the browser lets it.
pub fn keep_draft(key: &str, text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(key, text);
    }
}

/// True where the browser keeps anything for a tab.
pub fn keeps_drafts() -> bool {
    session().is_some()
}

/// Removes what is kept under `key` in this tab.
pub fn drop_draft(key: &str) {
    if let Some(session) = session() {
        let _ = session.remove_item(key);
    }
}

/// Removes everything that Cairn keeps in this tab.
pub fn drop_drafts() {
    for key in keys() {
        if let Some(session) = session() {
            let _ = session.remove_item(&key);
        }
    }
}

/// The key under which a tab that is handed round keeps the address of its page.
pub const HANDED_ROUND: &str = "cairn:handed-round";

/// What the key of a draft of survey answers begins with.
pub const DRAFT: &str = "cairn:answer:";

/// How many drafts of survey answers this tab keeps.
pub fn drafts() -> usize {
    keys().iter().filter(|key| key.starts_with(DRAFT)).count()
}

fn keys() -> Vec<String> {
    let Some(session) = session() else { return Vec::new() };
    let keys = (0..session.length().unwrap_or(0)).filter_map(|place| session.key(place).ok()?);
    keys.filter(|key| key.starts_with("cairn:")).collect()
}

/// What the key of a draft's mark begins with. The mark is a random id that tells one draft from
/// another, and nothing of what is in it.
pub const MARK: &str = "cairn:mark:";

/// The key by which other tabs hear that the device is cleared.
pub const CLEARED: &str = "cairn:cleared";

/// Tells every other tab that the device is cleared, since what they keep cannot be reached from here.
/// The message itself is removed at once.
pub fn tell_cleared() {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(CLEARED, "");
        let _ = storage.remove_item(CLEARED);
    }
}

fn session() -> Option<Storage> {
    window().session_storage().ok()?
}
