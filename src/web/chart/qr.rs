//! A QR code as a picture. The geometry is `crate::chart::qr`.

use leptos::prelude::*;

use crate::chart::qr::{QrPath, qr};
use crate::web::ui::element::{el, quiet};

/// The modules that are left free around a code, so that a camera finds it.
const QUIET: u32 = 4;

/// From this many modules on a code is shown larger, so that a camera can tell them apart.
const FINE: u32 = 70;

/// The QR code of `text`, called `title`; where the text is too long for one, a word that says so.
///
/// It is black on white in any theme, as cameras expect, and a picture of its own: what makes pages dark
/// changes the colours of everything else, also of shapes that stand in the page.
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
