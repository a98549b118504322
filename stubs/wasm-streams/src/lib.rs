//! Stands in for the crate of this name: what Leptos's server functions call of it, and nothing
//! behind that.
//!
//! Leptos brings server functions along. Cairn has no server and calls none, so the compiler leaves
//! them out; but the real crate also exports classes to JavaScript, which no compiler may leave out.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser's, which here never has anything in it.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream for the browser to read from. Panics: only a call to a server would want one.
    pub fn from_stream<S>(_: S) -> Self {
        unreachable!("Cairn sends nothing to a server")
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// What is in it.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
