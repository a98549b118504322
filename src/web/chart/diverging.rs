//! The bar of the answers to one statement, as SVG. The geometry is in `crate::chart::diverging`. Each
//! answer has a pattern of its own, so that nothing depends on colour. The words beside the bar say the
//! same in numbers.

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;

use crate::chart::diverging::{CENTRE, WIDTH, diverging as pieces};
use crate::survey::{Answer, Counts};
use crate::web::ui::element::{El, el, nothing, text_el};

/// The height of the box, in units. The bar is stretched to its place in the page, whose height is the
/// same on any screen.
const HEIGHT: u32 = 80;

/// Where the track of the answers with a view ends, and where the track of “Don’t know” begins, in
/// units.
const TRACKS: (u32, u32) = (2_000, 2_040);

/// The patterns of the answers without a plain filling. They stand once on a page, in the legend. Their
/// lines are spaced for a bar some 800 pixels wide, its width where there is room. Its 2,440 units are
/// then squeezed to a third.
const PATTERNS: &str = r#"<defs><pattern id="said-agree" width="24" height="16" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)"><rect class="pale" width="24" height="16"/><rect class="stripe" width="7" height="16"/></pattern><pattern id="said-disagree" width="24" height="16" patternUnits="userSpaceOnUse" patternTransform="skewX(30)"><rect class="sparse" width="24" height="16"/><rect class="line" width="6" height="16"/></pattern><pattern id="said-strongly-disagree" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="skewX(30)"><rect class="dense" width="14" height="14"/><rect class="gap" width="4" height="14"/></pattern><pattern id="said-dont-know" width="26" height="16" patternUnits="userSpaceOnUse"><rect class="paper" width="26" height="16"/><rect class="dot" x="4" y="4" width="9" height="5"/></pattern></defs>"#;

/// The bar of these counts; an empty view when nobody answered. Screen readers skip it, because its
/// numbers stand beside it.
pub fn diverging(counts: &Counts) -> AnyView {
    let Some(pieces) = pieces(counts) else { return nothing() };
    let (end, apart) = TRACKS;
    let mut shapes =
        format!(r#"<path class="track" d="M0 {HEIGHT}H{end}M{apart} {HEIGHT}H{WIDTH}"/>"#,);
    for piece in pieces.iter().filter(|piece| piece.width > 0) {
        shapes.push_str(&shape(piece.answer, piece.x, piece.width));
    }
    let _ = write!(shapes, r#"<path class="centre" d="M{CENTRE} 0V{HEIGHT}"/>"#);
    drawing(WIDTH, shapes)
}

fn drawing(width: u32, shapes: String) -> AnyView {
    svg()
        .class("diverging")
        .attr("viewBox", format!("0 0 {width} {HEIGHT}"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .inner_html(shapes)
        .into_any()
}

fn shape(answer: Answer, x: u32, width: u32) -> String {
    let (class, pattern) = match answer {
        Answer::StronglyAgree => ("strongly-agree", ""),
        Answer::Agree => ("agree", r#" fill="url(#said-agree)""#),
        Answer::Neither => ("neither", ""),
        Answer::Disagree => ("disagree", r#" fill="url(#said-disagree)""#),
        Answer::StronglyDisagree => {
            ("strongly-disagree", r#" fill="url(#said-strongly-disagree)""#)
        }
        Answer::DontKnow => ("dont-know", r#" fill="url(#said-dont-know)""#),
    };
    let height = HEIGHT - 12;
    format!(r#"<rect class="{class}"{pattern} x="{x}" y="6" width="{width}" height="{height}"/>"#)
}

/// What the pieces of a bar stand for, from the left. Every page with bars needs it, because it has the
/// patterns.
pub fn legend() -> El {
    const FROM_LEFT: [Answer; 6] = [
        Answer::StronglyDisagree,
        Answer::Disagree,
        Answer::Neither,
        Answer::Agree,
        Answer::StronglyAgree,
        Answer::DontKnow,
    ];
    let entries = FROM_LEFT.into_iter().enumerate().map(|(place, answer)| {
        let patterns = if place == 0 { PATTERNS } else { "" };
        let shapes = [patterns, &shape(answer, 0, 110)].concat();
        el("li").child(drawing(110, shapes)).child(text_el("span", answer.label()))
    });
    el("ul").class("legend").children(entries)
}
