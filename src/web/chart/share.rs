//! A percentage as a bar, as SVG. Screen readers skip it, because its figure stands beside it.

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;

/// A bar filled to `percent`, with a line at `mark` percent. Without a percentage, it is an empty bar
/// with a dashed outline.
pub fn share_bar(percent: Option<u32>, mark: Option<u32>) -> AnyView {
    let class = if percent.is_some() { "track" } else { "track none" };
    let mut shapes = format!(r#"<rect class="{class}" width="100" height="10"/>"#);
    if let Some(percent) = percent {
        let width = percent.min(100);
        let _ = write!(shapes, r#"<rect class="share" width="{width}" height="10"/>"#);
    }
    if let Some(mark) = mark {
        let _ = write!(shapes, r#"<path class="mark" d="M{mark} -3V13"/>"#);
    }
    svg()
        .class("share-bar")
        .attr("viewBox", "0 0 100 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .inner_html(shapes)
        .into_any()
}
