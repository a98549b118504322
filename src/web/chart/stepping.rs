//! Stepping stones as SVG. The geometry is in `crate::chart::stepping`; here it becomes shapes.

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;

use crate::chart::stepping::{BOX, StoneState, stepping_stones};

/// The outlines of two flat stones, around their middles. The stones of a row have them in turn.
const OUTLINES: [&str; 2] = [
    "M-23 6C-26 -1 -18 -9 -7 -11C4 -13 17 -11 22 -4C25 2 22 9 14 11C3 13 -18 13 -23 6Z",
    "M-22 6C-25 0 -21 -8 -9 -10C3 -12 15 -12 21 -5C25 1 22 9 12 11C1 12 -17 13 -22 6Z",
];

/// Four stones, passed as far as the step `now`, with a mark below the step of last year. Steps are
/// counted from 1. `label` says the same for screen readers.
pub fn stepping(now: Option<usize>, last_year: Option<usize>, label: String) -> AnyView {
    let mut shapes =
        String::from(r#"<path class="way" d="M2 17C36 13 66 21 108 17S180 13 214 17"/>"#);
    for (index, stone) in stepping_stones(now, last_year).into_iter().enumerate() {
        let class = match stone.state {
            StoneState::Passed => "passed",
            StoneState::Here => "here",
            StoneState::Ahead => "ahead",
        };
        let (x, outline) = (stone.x, OUTLINES[index % 2]);
        let _ = write!(
            shapes,
            r#"<path class="{class}" transform="translate({x} 17)" d="{outline}"/>"#
        );
        if stone.last_year {
            let _ = write!(shapes, r#"<path class="then" d="M{x} 34l6 9h-12z"/>"#);
        }
    }
    svg()
        .class("stepping")
        .attr("role", "img")
        .attr("viewBox", format!("0 0 {} {}", BOX.0, BOX.1))
        .attr("aria-label", label)
        .inner_html(shapes)
        .into_any()
}
