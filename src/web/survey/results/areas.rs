//! How many agree in each area, over the statements that feed its staff indicators.

use crate::survey::results::AreaResult;
use crate::web::chart::share::share_bar;
use crate::web::state::State;
use crate::web::survey::results::seen::{Seen, shown};
use crate::web::ui::element::{El, el, p, section, text_el};
use crate::words::survey::results::{self as say, figures};

/// The section with a bar for each area.
pub fn by_area(state: State, seen: Seen) -> El {
    let rows = shown(seen, move |results| {
        let rows = results.areas.iter().map(|area| row(state, area, results.cut_off));
        el("ul").class("plain area-agreement").children(rows).into()
    });
    section("areas", say::BY_AREA).child(p(say::ABOUT_AREAS)).child(rows)
}

fn row(state: State, result: &AreaResult, cut_off: u32) -> El {
    let title = state.device.framework().area(&result.id).map_or("", |(_, area)| &area.title);
    let figures = match result.agreement {
        Some(share) => {
            let compared = [" · ", &figures::against_cut_off(share)].concat();
            el("p").child(text_el("strong", figures::agree(share))).text(compared)
        }
        None => p(say::TOO_FEW_FOR_FIGURE).class("quiet"),
    };
    el("li")
        .child(el("p").child(text_el("span", &result.id).class("code")).text(" ").text(title))
        .child(share_bar(result.agreement.map(|share| share.percent()), Some(cut_off)))
        .child(figures)
}
