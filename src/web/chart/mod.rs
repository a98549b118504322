//! The cairn as SVG. The geometry is `crate::chart`; here it becomes shapes.

use std::fmt::Write;

use leptos::prelude::*;

use crate::audit::standing::Standing;
use crate::chart::{BOX, SPANS, StoneState, stones};
use crate::progression::Stage;
use crate::web::words;

/// The outline of each stone, from the ground up, in the box of `crate::chart`.
const OUTLINES: [&str; 4] = [
    "M14 111C6 109 6 97 13 90C21 83 43 84 61 84C82 84 101 83 108 91C114 98 113 109 105 111C88 113 33 113 14 111Z",
    "M27 83C19 81 19 69 26 63C35 56 52 57 64 57C78 57 91 57 97 64C102 71 101 81 94 83C80 85 40 85 27 83Z",
    "M37 56C30 54 31 43 37 38C45 31 55 32 63 32C73 32 81 32 86 38C90 44 90 54 84 56C73 58 47 58 37 56Z",
    "M47 31C41 29 42 20 47 15C52 9 58 9 63 9C69 9 73 10 77 16C80 21 80 29 75 31C68 33 54 33 47 31Z",
];

/// The shapes that every cairn on the page clips its filling to; once a page.
#[component]
pub fn StoneShapes() -> impl IntoView {
    let shapes = OUTLINES.iter().enumerate().fold(String::new(), |mut shapes, (index, outline)| {
        let _ = write!(shapes, r#"<clipPath id="stone-{index}"><path d="{outline}"/></clipPath>"#);
        shapes
    });
    view! { <svg class="stone-shapes" width="0" height="0" aria-hidden="true" inner_html=shapes></svg> }
}

/// A cairn: one picture of a standing. `label` names what stands; the picture says the rest.
#[component]
pub fn Cairn(
    /// What is shown.
    #[prop(into)]
    standing: Signal<Standing>,
    /// The name of what stands: “Area 1A”.
    #[prop(into)]
    label: String,
    /// True for the large picture with the names of the stages beside it.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    // The names of the stages take a second box to the right of the stones.
    let width = if large { BOX.0 + 104.0 } else { BOX.0 };
    view! {
        <svg
            class=if large { "cairn large" } else { "cairn" }
            role="img"
            viewBox=format!("0 0 {width} {}", BOX.1)
            aria-label=move || format!("{label}: {}", words::picture(&standing.get()))
            inner_html=move || shapes(&standing.get(), large)
        ></svg>
    }
}

/// The shapes of a cairn. Numbers and fixed words only: nothing that anyone typed.
fn shapes(standing: &Standing, large: bool) -> String {
    let mut shapes = String::from(r#"<path class="ground" d="M4 113.5H116"/>"#);
    for (index, stone) in stones(standing).into_iter().enumerate() {
        let (outline, (top, foot)) = (OUTLINES[index], SPANS[index]);
        let state = match stone.state {
            StoneState::NoIndicators => "none",
            StoneState::Empty => "empty",
            StoneState::Partly => "partly",
            StoneState::Waiting => "waiting",
            StoneState::Finished => "finished",
        };
        let _ = write!(
            shapes,
            r#"<g class="stone {state}"><path class="body" d="{outline}"/><rect class="fill" clip-path="url(#stone-{index})" x="0" width="120" y="{:.1}" height="{:.1}"/><path class="edge" d="{outline}"/>"#,
            stone.fill_top,
            foot + 1.0 - stone.fill_top,
        );
        if stone.state == StoneState::Finished {
            let middle = (top + foot) / 2.0 + 0.5;
            let _ = write!(shapes, r#"<path class="tick" d="M55.5 {middle}l4.5 4.5l8.5 -9"/>"#);
        }
        if large {
            let tally = standing.tallies[index];
            let middle = (top + foot) / 2.0;
            let count = match tally.total() {
                0 => "no indicators".to_owned(),
                total => format!("{} of {total}", tally.achieved),
            };
            let _ = write!(
                shapes,
                r#"<text x="124" y="{}" class="stage">{}</text><text x="124" y="{}" class="count">{count}</text>"#,
                middle - 1.0,
                words::stage(stone.stage),
                middle + 9.5,
            );
        }
        shapes.push_str("</g>");
    }
    shapes
}

/// The table that says the same as a large cairn.
#[component]
pub fn StandingTable(
    /// What is shown.
    #[prop(into)]
    standing: Signal<Standing>,
    /// What the table is of.
    #[prop(into)]
    caption: String,
) -> impl IntoView {
    let rows = move || {
        let standing = standing.get();
        let rows = Stage::ALL.into_iter().rev().map(|stage| {
            let tally = standing.tallies[stage.index()];
            let cells = if tally.total() == 0 {
                view! { <td colspan="4" class="quiet">"No indicators at this stage"</td> }.into_any()
            } else {
                let counts =
                    [tally.achieved, tally.not_achieved, tally.dont_know, tally.not_answered];
                counts.map(|count| view! { <td>{count}</td> }).collect_view().into_any()
            };
            view! { <tr><th scope="row">{words::stage(stage)}</th>{cells}</tr> }
        });
        rows.collect_view()
    };
    view! {
        <table class="standing-table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Stage"</th>
                    <th scope="col">"Yes"</th>
                    <th scope="col">"No"</th>
                    <th scope="col">"Don’t know"</th>
                    <th scope="col">"Not yet answered"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
