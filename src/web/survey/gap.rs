//! How the organisation judges itself beside what its staff say, area by area. A difference between the
//! two is worth a second look; it is no verdict on either.

use leptos::prelude::*;

use crate::audit::surveyed::Gap;
use crate::web::chart::share::share_bar;
use crate::web::state::State;
use crate::web::survey::pages::{row, table};
use crate::web::ui::element::{El, details, el, live, p, section, text_el, together};
use crate::words::survey::results::{self as say, figures};

/// The section of the results that compares the two views.
pub fn gap(state: State) -> El {
    let framework = state.device.framework();
    let gaps = Memo::new(move |_| {
        state.open.with(|audit| {
            let results = audit.results(framework)?;
            let mut gaps = audit.perception_gaps(framework, &results);
            gaps.retain(|gap| {
                let capability = framework.area(&gap.area).map(|(capability, _)| capability);
                capability.is_some_and(|capability| !audit.leaves_out(&capability.id))
            });
            Some(gaps)
        })
    });
    let content =
        live(move || gaps.with(|gaps| compared(state, gaps.as_deref().unwrap_or_default())));
    section("gap", say::SAME_AREA).child(p(say::ABOUT_VIEWS)).child(content)
}

fn compared(state: State, gaps: &[Gap]) -> AnyView {
    let title = |gap: &Gap| {
        let area = state.device.framework().area(&gap.area).map(|(_, area)| area.title.as_str());
        [&gap.area, " ", area.unwrap_or_default()].concat()
    };
    let pairs = gaps.iter().map(|gap| pair(gap, title(gap)));
    let rows = gaps.iter().map(|gap| row(title(gap), vec![own(gap), said(gap)]));
    let head = [say::AREA, say::OWN_JUDGEMENT, say::STAFF_WHO_AGREE];
    let table = table(say::BOTH_VIEWS, &head, rows.collect());
    together(vec![
        p(widest(gaps)).class("widest").into(),
        el("ul").class("plain pairs").children(pairs).into(),
        details(say::SHOW_AS_TABLE, say::TABLE_OF_VIEWS).child(table).into(),
    ])
}

fn pair(gap: &Gap, title: String) -> El {
    let side = |name: &'static str, share: Option<u32>, figures: String| {
        el("div")
            .class("side")
            .child(text_el("span", name))
            .child(share_bar(share, None))
            .child(text_el("span", figures))
    };
    el("li")
        .child(text_el("h3", title))
        .child(side(say::ORGANISATION, own_percent(gap), own(gap)))
        .child(side(say::STAFF, staff_percent(gap), said(gap)))
}

/// How many of the organisation indicators that were judged are achieved, in percent, rounded; `None`
/// if none was judged.
fn own_percent(gap: &Gap) -> Option<u32> {
    let (achieved, judged) = (gap.achieved as u32, gap.judged as u32);
    (achieved * 200 + judged).checked_div(judged * 2)
}

fn staff_percent(gap: &Gap) -> Option<u32> {
    gap.agreement.map(|share| share.percent())
}

fn own(gap: &Gap) -> String {
    match own_percent(gap) {
        Some(share) => say::own_view(share, gap.achieved, gap.judged, gap.all),
        None => say::NONE_JUDGED.to_owned(),
    }
}

fn said(gap: &Gap) -> String {
    gap.agreement.map_or_else(|| say::TOO_FEW_ANSWERED.to_owned(), figures::agree)
}

/// A sentence about the area in which the two views are furthest apart.
fn widest(gaps: &[Gap]) -> String {
    let apart = |gap: &Gap| Some((own_percent(gap)?, staff_percent(gap)?));
    let mut widest: Option<(&Gap, u32, u32)> = None;
    for gap in gaps {
        if let Some((own, staff)) = apart(gap)
            && widest.is_none_or(|(_, a, b)| own.abs_diff(staff) > a.abs_diff(b))
        {
            widest = Some((gap, own, staff));
        }
    }
    match widest {
        None => say::NOTHING_TO_COMPARE.to_owned(),
        Some((_, own, staff)) if own.abs_diff(staff) < CLOSE => say::views_are_close(CLOSE),
        Some((gap, own, staff)) => say::widest_gap(&gap.area, own, staff),
    }
}

/// From this difference on, in percentage points, the two views are called apart.
const CLOSE: u32 = 10;
