//! Answers in four steps as SVG: a bar of how many people chose each step, and stepping stones for the
//! step that one person chose. The geometry is in `crate::chart::steps`. Nothing depends on colour
//! alone: each piece of the bar has a pattern of its own, and a stone that is reached is filled. Screen
//! readers skip both, because the words beside them say the same.

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;

use super::OUTLINES;
use crate::chart::BOX;
use crate::chart::steps::{WIDTH, pieces, stone};
use crate::web::ui::element::{El, el, nothing, text_el};

/// The height of the bar's box, in units. The bar is stretched to its place in the page.
const HEIGHT: u32 = 80;

/// The patterns of the two steps in the middle.
const PATTERNS: &str = r#"<defs class="diverging"><pattern id="step-mostly" width="24" height="16" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)"><rect class="pale" width="24" height="16"/><rect class="stripe" width="7" height="16"/></pattern><pattern id="step-little" width="26" height="16" patternUnits="userSpaceOnUse"><rect class="paper" width="26" height="16"/><rect class="dot" x="4" y="4" width="9" height="5"/></pattern></defs>"#;

/// The patterns that fill the bars. A page with bars needs them once, outside anything that is hidden at
/// times: a hidden pattern fills nothing.
pub fn steps_patterns() -> AnyView {
    svg().class("shapes").attr("aria-hidden", "true").inner_html(PATTERNS).into_any()
}

/// The bar of how many people chose each step, from the lowest; an empty view when nobody did.
pub fn steps_bar(counts: [u32; 4]) -> AnyView {
    let Some(pieces) = pieces(counts) else { return nothing() };
    let mut shapes = String::new();
    for (step, (x, width)) in pieces.into_iter().enumerate().filter(|(_, piece)| piece.1 > 0) {
        shapes.push_str(&shape(step, x, width));
    }
    drawing(WIDTH, shapes)
}

fn drawing(width: u32, shapes: String) -> AnyView {
    svg()
        .class("diverging steps-bar")
        .attr("viewBox", format!("0 0 {width} {HEIGHT}"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .inner_html(shapes)
        .into_any()
}

fn shape(step: usize, x: u32, width: u32) -> String {
    let (class, pattern) = match step {
        0 => ("neither", ""),
        1 => ("little", r#" fill="url(#step-little)""#),
        2 => ("mostly", r#" fill="url(#step-mostly)""#),
        _ => ("strongly-agree", ""),
    };
    format!(r#"<rect class="{class}"{pattern} x="{x}" y="2" width="{width}" height="76"/>"#)
}

/// What the pieces of a bar stand for, from the left.
pub fn steps_legend(names: [&'static str; 4]) -> El {
    let entries = names.into_iter().enumerate().map(|(step, name)| {
        el("li").child(drawing(110, shape(step, 0, 110))).child(text_el("span", name))
    });
    el("ul").class("legend").children(entries)
}

/// The outline of a stepping stone, around its middle.
const STONE: &str =
    "M-13 1C-14 -6 -7 -10 1 -10C9 -10 14 -6 13 1C12 7 7 10 -1 10C-8 10 -12 7 -13 1Z";

/// Four stepping stones, filled as far as the step that was `chosen`, with a mark below the one that was
/// chosen `before`. Steps are counted from 0.
pub fn stepping_stones(chosen: Option<usize>, before: Option<usize>) -> AnyView {
    let mut shapes = String::new();
    for step in 0..4 {
        let class = if chosen.is_some_and(|chosen| step <= chosen) { "finished" } else { "empty" };
        let x = stone(step);
        let _ = write!(
            shapes,
            r#"<g class="{class}" transform="translate({x} 13)"><path class="body" d="{STONE}"/><path class="fill" d="{STONE}"/><path class="edge" d="{STONE}"/></g>"#,
        );
    }
    if let Some(before) = before {
        let x = stone(before);
        let _ = write!(shapes, r#"<path class="before" d="M{x} 28l6 9h-12z"/>"#);
    }
    svg()
        .class("cairn stepping")
        .attr("viewBox", "0 0 138 40")
        .attr("aria-hidden", "true")
        .inner_html(shapes)
        .into_any()
}

/// A cairn with every stone finished, as an ornament.
pub fn whole_cairn() -> AnyView {
    let mut shapes = String::from(r#"<path class="ground" d="M4 113.5H116"/>"#);
    for outline in OUTLINES {
        let _ = write!(
            shapes,
            r#"<g class="finished"><path class="fill" d="{outline}"/><path class="edge" d="{outline}"/></g>"#,
        );
    }
    svg()
        .class("cairn")
        .attr("viewBox", format!("0 0 {} {}", BOX.0, BOX.1))
        .attr("aria-hidden", "true")
        .inner_html(shapes)
        .into_any()
}
