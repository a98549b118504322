//! The cairn as SVG. The geometry is in `crate::chart`; here it becomes shapes.

pub mod diverging;
pub mod qr;
pub mod share;
pub mod stepping;
pub mod steps;

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;
use web_sys::Element;

use crate::audit::standing::Standing;
use crate::chart::{BOX, SPANS, Stone, StoneState, stones};
use crate::progression::Stage;
use crate::web::ui::element::{El, derived, effect, el, live, text_el, together};
use crate::words;
use crate::words::chart as say;

/// The outline of each stone, from the ground up, in the box of `crate::chart`.
const OUTLINES: [&str; 4] = [
    "M14 111C6 109 6 97 13 90C21 83 43 84 61 84C82 84 101 83 108 91C114 98 113 109 105 111C88 113 33 113 14 111Z",
    "M27 83C19 81 19 69 26 63C35 56 52 57 64 57C78 57 91 57 97 64C102 71 101 81 94 83C80 85 40 85 27 83Z",
    "M37 56C30 54 31 43 37 38C45 31 55 32 63 32C73 32 81 32 86 38C90 44 90 54 84 56C73 58 47 58 37 56Z",
    "M47 31C41 29 42 20 47 15C52 9 58 9 63 9C69 9 73 10 77 16C80 21 80 29 75 31C68 33 54 33 47 31Z",
];

/// The outlines to which each cairn on the page clips its filling. They stand once on a page.
pub fn stone_shapes() -> AnyView {
    let shapes = OUTLINES.iter().enumerate().fold(String::new(), |mut shapes, (index, outline)| {
        let _ = write!(shapes, r#"<clipPath id="stone-{index}"><path d="{outline}"/></clipPath>"#);
        shapes
    });
    svg().class("shapes").attr("aria-hidden", "true").inner_html(shapes).into_any()
}

/// A standing as the picture of a cairn. `label` names what stands there, such as an area. The
/// description for screen readers begins with it.
pub fn cairn(
    standing: impl Fn() -> Standing + Send + Sync + 'static,
    label: impl Into<String>,
) -> AnyView {
    picture(derived(standing), label.into(), false)
}

/// The large cairn, with the names of the stages beside the stones.
pub fn large_cairn(
    standing: impl Fn() -> Standing + Send + Sync + 'static,
    label: impl Into<String>,
) -> AnyView {
    picture(derived(standing), label.into(), true)
}

fn picture(standing: Signal<Standing>, label: String, large: bool) -> AnyView {
    // The names of the stages stand in a second box, to the right of the stones.
    let width = if large { BOX.0 + 104 } else { BOX.0 };
    let reference = NodeRef::new();
    let first = standing.get_untracked();
    let described = say::cairn(&label, &first);
    let view = svg()
        .class(if large { "cairn large" } else { "cairn" })
        .attr("role", "img")
        .attr("viewBox", format!("0 0 {width} {}", BOX.1))
        .attr("aria-label", described.clone())
        .inner_html(shapes(&first, large))
        .node_ref(reference);
    let mut drawn = (first, described);
    effect(move || {
        let standing = standing.get();
        let Some(picture) = reference.get() else { return };
        redraw(&picture, &standing, &mut drawn, &label, large);
    });
    view.into_any()
}

/// Changes only those parts of the picture and of its description that differ from what was `drawn`
/// last.
fn redraw(
    picture: &Element,
    standing: &Standing,
    drawn: &mut (Standing, String),
    label: &str,
    large: bool,
) {
    if *standing == drawn.0 {
        return;
    }
    let before = std::mem::replace(&mut drawn.0, *standing);
    let described = say::cairn(label, standing);
    if described != drawn.1 {
        let _ = picture.set_attribute("aria-label", &described);
        drawn.1 = described;
    }
    // The first element is the ground; a group for each stone follows.
    let mut group = picture.first_element_child();
    for (index, (old, new)) in stones(&before).into_iter().zip(stones(standing)).enumerate() {
        group = group.and_then(|group| group.next_element_sibling());
        let Some(group) = &group else { return };
        if old.state != new.state {
            let _ = group.set_attribute("class", class(new));
        }
        if old.fill_top != new.fill_top
            && let Some(fill) =
                group.first_element_child().and_then(|body| body.next_element_sibling())
        {
            let (y, height) = fill_of(new);
            let _ = fill.set_attribute("y", &y);
            let _ = fill.set_attribute("height", &height);
        }
        if large && before.tallies[index] != standing.tallies[index] {
            let count = group.last_element_child();
            count.inspect(|count| {
                count.set_text_content(Some(&say::achieved(standing.tallies[index])))
            });
        }
    }
}

/// The shapes of a cairn as markup. It holds numbers and fixed words only, and nothing that anyone
/// typed. Every stone has every shape; the style sheet shows those that belong to its state.
fn shapes(standing: &Standing, large: bool) -> String {
    let mut shapes = String::from(r#"<path class="ground" d="M4 113.5H116"/>"#);
    for (index, stone) in stones(standing).into_iter().enumerate() {
        let (outline, (top, foot)) = (OUTLINES[index], SPANS[index]);
        let (class, (y, height)) = (class(stone), fill_of(stone));
        let middle = (top + foot) / 2;
        let tick = units(middle + 5);
        let _ = write!(
            shapes,
            r#"<g class="{class}"><path class="body" d="{outline}"/><rect class="fill" clip-path="url(#stone-{index})" x="0" width="120" y="{y}" height="{height}"/><path class="edge" d="{outline}"/><path class="tick" d="M55.5 {tick}l4.5 4.5l8.5 -9"/>"#,
        );
        if large {
            let _ = write!(
                shapes,
                r#"<text x="124" y="{}" class="stage">{}</text><text x="124" y="{}" class="count">{}</text>"#,
                units(middle - 10),
                words::stage(stone.stage),
                units(middle + 95),
                say::achieved(standing.tallies[index]),
            );
        }
        shapes.push_str("</g>");
    }
    shapes
}

fn class(stone: Stone) -> &'static str {
    match stone.state {
        StoneState::NoIndicators => "none",
        StoneState::Empty => "empty",
        StoneState::Partly => "partly",
        StoneState::Waiting => "waiting",
        StoneState::Finished => "finished",
    }
}

/// The top and the height of a stone's filling.
fn fill_of(stone: Stone) -> (String, String) {
    let (_, foot) = SPANS[stone.stage.index()];
    (units(stone.fill_top), units(foot + 10 - stone.fill_top))
}

/// A number of tenths of a unit as SVG writes it: “10.5” for 105.
fn units(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What the stones of a large cairn mean. Screen readers skip it, because the cairn's description and
/// table say it in words.
pub fn legend() -> El {
    const STONES: [(&str, &str); 4] = [
        ("finished", say::ALL_ACHIEVED),
        ("partly", say::PARTLY_ACHIEVED),
        ("waiting", say::WAITING),
        ("none", say::NO_INDICATORS),
    ];
    let stones = STONES.map(|(state, meaning)| {
        let outline = OUTLINES[1];
        let shapes = format!(
            r#"<g class="{state}"><path class="body" d="{outline}"/><rect class="fill" clip-path="url(#stone-1)" x="0" width="120" y="{}" height="40"/><path class="edge" d="{outline}"/><path class="tick" d="M55.5 75.5l4.5 4.5l8.5 -9"/></g>"#,
            if state == "partly" { 71 } else { 50 },
        );
        let stone = svg().class("cairn").attr("viewBox", "16 54 90 34").inner_html(shapes);
        el("li").child(stone.into_any()).child(text_el("span", meaning))
    });
    el("ul").class("legend").attr("aria-hidden", "true").children(stones)
}

/// The table that says the same as a large cairn.
pub fn standing_table(
    standing: impl Fn() -> Standing + Send + 'static,
    caption: impl Into<String>,
) -> El {
    let row = |standing: &Standing, stage: Stage| {
        let tally = standing.tallies[stage.index()];
        let row = el("tr").child(text_el("th", words::stage(stage)).attr("scope", "row"));
        if tally.total() == 0 {
            let none = text_el("td", say::NONE_AT_STAGE);
            return row.child(none.attr("colspan", "4").class("quiet"));
        }
        let counts = [tally.achieved, tally.not_achieved, tally.dont_know, tally.not_answered];
        row.children(counts.map(|count| text_el("td", count.to_string())))
    };
    let rows = live(move || {
        let standing = standing();
        together(Stage::ALL.into_iter().rev().map(|stage| row(&standing, stage).into()).collect())
    });
    let head = say::STANDING_HEAD.map(|name| text_el("th", name).attr("scope", "col"));
    el("table")
        .class("standing-table")
        .child(text_el("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").child(rows))
}
