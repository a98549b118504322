//! The browser's own services, each behind a small function. No view code here.

pub mod address;
pub mod clock;
pub mod files;
pub mod print;
pub mod share;
pub mod store;
pub mod tab;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::moment::Timestamp;
use crate::survey::symbols;

/// The window. There is always one: Cairn runs in a page.
fn window() -> web_sys::Window {
    web_sys::window().expect("Cairn runs in a page")
}

/// Why one of Cairn's own files did not come, as one of the words in early.js, which finds it out;
/// `None` when early.js cannot tell.
pub async fn why_not_fetched() -> Option<String> {
    let cairn = Reflect::get(&window(), &"cairn".into()).ok()?;
    let why: Function = Reflect::get(&cairn, &"why".into()).ok()?.dyn_into().ok()?;
    let found: Promise = why.call0(&cairn).ok()?.dyn_into().ok()?;
    JsFuture::from(found).await.ok()?.as_string()
}

/// When a file of everything was last made, from the settings as early.js has read them; `None` when
/// they do not say. All other settings are read with the code for records.
pub fn last_backup() -> Option<Timestamp> {
    let cairn = Reflect::get(&window(), &"cairn".into()).ok()?;
    let settings = Reflect::get(&cairn, &"settings".into()).ok()?;
    Reflect::get(&settings, &"last_backup".into()).ok()?.as_string()?.parse().ok()
}

/// The browser's words for what went wrong.
fn reason(error: &JsValue) -> String {
    js_sys::Error::from(error.clone()).message().into()
}

/// A new id that nobody else makes: nine symbols of the time, so that ids sort by when they were made,
/// then nine random ones.
pub fn new_id(now: Timestamp) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut millis = now.millis().max(0) as u64;
    let mut id = [b'0'; 9];
    for place in id.iter_mut().rev() {
        *place = DIGITS[(millis % 32) as usize];
        millis /= 32;
    }
    let chance = random::<9>().into_iter().map(|byte| DIGITS[usize::from(byte % 32)]);
    id.into_iter().chain(chance).map(char::from).collect()
}

/// A random id of eight symbols, which tells nothing of when it was made.
pub fn random_id() -> String {
    symbols::id(random())
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
