//! A QR code as a picture. The geometry is in `crate::chart::qr`.

use leptos::prelude::*;

use crate::chart::qr::{QrPath, qr};
use crate::web::ui::element::{el, quiet};

/// How many modules are left free on each side of a code, so that a camera finds it.
const QUIET: u32 = 4;

/// A code that is this many modules wide or more is shown larger, so that a camera can tell them apart.
const FINE: u32 = 70;

/// The QR code of `text`, with `title` as its text alternative; or the sentence `too_long` when the text
/// does not fit into a code.
///
/// It is black on white in any theme, as cameras expect. It is an image and not shapes in the page,
/// because what darkens pages changes the colours of shapes, but not of images.
pub fn qr_code(text: &str, title: &str, too_long: &str) -> AnyView {
    let Some(QrPath { size, path }) = qr(text) else { return quiet(too_long).into() };
    let whole = size + 2 * QUIET;
    let shapes = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {whole} {whole}' shape-rendering='crispEdges'>\
         <path fill='white' d='M0 0h{whole}v{whole}H0z'/>\
         <path fill='black' transform='translate({QUIET} {QUIET})' d='{path}'/></svg>"
    );
    let picture = js_sys::encode_uri_component(&shapes);
    el("img")
        .class(if size < FINE { "qr" } else { "qr fine" })
        .attr("alt", title)
        .attr("src", String::from(&js_sys::JsString::from("data:image/svg+xml,").concat(&picture)))
        .into()
}
