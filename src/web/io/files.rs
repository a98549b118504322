//! Files and storage: saving files, reading what was picked, dropped or fetched, and asking the browser
//! to keep what is stored.

use js_sys::{Array, JSON, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, FileList, HtmlAnchorElement, Response, StorageEstimate, Url};

use crate::exchange::MAX_BYTES;
use crate::web::io::{reason, window};

/// A file as it was picked or dropped: its name, and its bytes or why they could not be read.
pub struct Picked {
    /// The file's name.
    pub name: String,
    /// The size in bytes, as the browser tells it.
    pub size: usize,
    /// The bytes, or the browser's reason why they could not be read. Empty when the file is larger
    /// than Cairn opens.
    pub bytes: Result<Vec<u8>, String>,
}

/// Hands `text` to the browser to be saved as a file called `name`. Gives the browser's reason when it
/// refuses. No page is told whether the file was saved: the browser may ask the person first, who may
/// say no.
pub fn download(name: &str, text: &str) -> Result<(), String> {
    try_download(name, &text.into()).map_err(|error| reason(&error))
}

/// Hands UTF-16 units that are not valid text to the browser, to be saved unchanged as a file called
/// `name`. The byte order mark in front tells programs the encoding. Gives the browser's reason when it
/// refuses.
pub fn download_units(name: &str, units: &[u16]) -> Result<(), String> {
    let bytes: Vec<u8> = [0xfeff].iter().chain(units).flat_map(|unit| unit.to_le_bytes()).collect();
    let part = Array::of1(&Uint8Array::from(&bytes[..]));
    let blob = Blob::new_with_u8_array_sequence(&part);
    blob.and_then(|blob| save_blob(name, &blob)).map_err(|error| reason(&error))
}

/// Hands texts to the browser to be saved as one JSON object, each under its key. Where there is no
/// text, the object has exactly what the store holds under that key. Gives the browser's reason when it
/// refuses.
pub fn download_kept(name: &str, texts: &[(String, Option<String>)]) -> Result<(), String> {
    let text = || {
        let all = Object::new();
        let storage = window().local_storage()?.ok_or(JsValue::NULL)?;
        for (key, text) in texts {
            let text = match text {
                Some(text) => text.into(),
                None => Reflect::get(&storage, &key.into())?,
            };
            Reflect::set(&all, &key.into(), &text)?;
        }
        JSON::stringify_with_replacer_and_space(&all, &JsValue::NULL, &1.into())
    };
    text().and_then(|text| try_download(name, &text)).map_err(|error| reason(&error))
}

fn try_download(name: &str, text: &JsString) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(if name.ends_with(".csv") { "text/csv" } else { "application/json" });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(text), &kind)?;
    save_blob(name, &blob)
}

fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = window().document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser may read the file after this task, so the address is given up a minute later.
    let later = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(later.unchecked_ref(), 60_000)?;
    Ok(())
}

/// Reads every file of a list.
pub async fn read_all(list: FileList) -> Vec<Picked> {
    let mut picked = Vec::new();
    for index in 0..list.length() {
        picked.extend(read_one(&list, index).await);
    }
    picked
}

/// Reads one file of a list; `None` when there is none at this place. A file larger than Cairn opens is
/// not read.
pub async fn read_one(list: &FileList, index: u32) -> Option<Picked> {
    let file = list.get(index)?;
    let size = file.size() as usize;
    let bytes = if size > MAX_BYTES { Ok(Vec::new()) } else { bytes(&file).await };
    Some(Picked { name: file.name(), size, bytes })
}

async fn bytes(blob: &Blob) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|error| reason(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Fetches a text file from the app's own folder. Gives the browser's reason, or the HTTP status, when
/// that fails.
pub async fn fetch(name: &str) -> Result<String, String> {
    let fetched = async {
        let response = JsFuture::from(window().fetch_with_str(name)).await?;
        let response: Response = response.dyn_into()?;
        if !response.ok() {
            return Err(js_sys::Error::new(&response.status().to_string()).into());
        }
        JsFuture::from(response.text()?).await
    };
    let text = fetched.await.map_err(|error| reason(&error))?;
    Ok(text.as_string().unwrap_or_default())
}

/// Asks the browser to keep what is stored even when it runs short of room. True when it will;
/// `None` when it cannot be asked.
pub async fn persist() -> Option<bool> {
    let storage = storage_manager()?;
    JsFuture::from(storage.persist().ok()?).await.ok()?.as_bool()
}

/// Whether the browser will keep what is stored; `None` when it cannot be asked.
pub async fn persisted() -> Option<bool> {
    let storage = storage_manager()?;
    JsFuture::from(storage.persisted().ok()?).await.ok()?.as_bool()
}

/// How much the whole origin uses and may use, in bytes; `None` when the browser does not tell.
pub async fn estimate() -> Option<(f64, f64)> {
    let storage = storage_manager()?;
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    Some((estimate.get_usage()?, estimate.get_quota()?))
}

/// The browser's storage manager. Only pages in a secure context (HTTPS or localhost) have one.
fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = window().navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    storage.dyn_into().ok()
}
