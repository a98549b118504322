//! A QR code as SVG. The geometry is `crate::chart::qr`.

use leptos::prelude::*;
use leptos::svg::svg;

use crate::chart::qr::{QrPath, qr};
use crate::web::ui::element::nothing;

/// The modules that are left free around a code, so that a camera finds it.
const QUIET: u32 = 4;

/// The QR code of `text`, called `title`; nothing where the text is too long for one. It is black on
/// white in any theme, as cameras expect.
pub fn qr_code(text: &str, title: &str) -> AnyView {
    let Some(QrPath { size, path }) = qr(text) else { return nothing() };
    let whole = size + 2 * QUIET;
    let shapes = format!(
        r##"<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path transform="translate({QUIET} {QUIET})" d="{path}"/>"##
    );
    svg()
        .class("qr")
        .attr("role", "img")
        .attr("aria-label", title.to_owned())
        .attr("viewBox", format!("0 0 {whole} {whole}"))
        .attr("shape-rendering", "crispEdges")
        .inner_html(shapes)
        .into_any()
}
