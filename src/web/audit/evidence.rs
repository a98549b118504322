//! The evidence register: every item, what it supports, and which indicators have none.

use leptos::prelude::*;

use crate::audit::{EVIDENCE, Evidence, evidence};
use crate::form::FROM;
use crate::progression::Judgement;
use crate::records::Item;
use crate::web::shared::away::link_away;
use crate::web::shared::beside::{changed_by, earlier_words};
use crate::web::shared::carry::ends;
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_date, item_line};
use crate::web::shared::finding::way_to;
use crate::web::shared::focus::focus_heading;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{
    El, adding, button, el, live, live_if, live_text, memo, p, text_el, together,
};
use crate::web::ui::field::{select_field, tick};
use crate::words;
use crate::words::audit as say;

/// The page.
pub fn evidence_register() -> AnyView {
    let state = use_state();
    let shown = RwSignal::new("all".to_owned());
    // A memo of ids: the list changes only when they do, so that typing into an item never moves it.
    let ids = memo(move || ids_shown(state, &shown.get()));
    let add = move || {
        shown.set("all".to_owned());
        state.open.fresh.set(Some(state.open.add_evidence("", &[])));
    };
    let choose =
        select_field(say::evidence::SHOW, options(state), shown, move |value| shown.set(value));
    let none = move || match shown.with(|shown| shown == "all") {
        true => say::evidence::NOTHING_YET,
        false => say::evidence::NONE_MATCHES,
    };
    together(vec![
        text_el("h1", say::EVIDENCE).into(),
        p(say::evidence::LEAD).class("lead").into(),
        el("div")
            .class("tools")
            .child(adding(say::evidence::ADD_EVIDENCE, add))
            .child(choose)
            .into(),
        list::cards(ids, none, card),
        without_evidence(state).into(),
    ])
}

fn ids_shown(state: State, chosen: &str) -> Vec<String> {
    let today = use_state().today();
    state.open.with(|audit| {
        let kept = audit.evidence().filter(|evidence| match chosen {
            "all" => true,
            "due" => evidence.review_due(today),
            "loose" => evidence.supports.is_empty(),
            area => evidence.supports.iter().any(|supported| supported.starts_with(area)),
        });
        kept.map(|evidence| evidence.id.to_owned()).collect()
    })
}

fn options(state: State) -> Vec<(String, String)> {
    let mut options = vec![
        ("all".to_owned(), say::evidence::ALL_EVIDENCE.to_owned()),
        ("due".to_owned(), say::evidence::DUE_FOR_REVIEW.to_owned()),
        ("loose".to_owned(), say::evidence::NOT_LINKED.to_owned()),
    ];
    for (_, area) in state.device.framework().areas() {
        options.push((area.id.clone(), [area.id.as_str(), " ", &area.title].concat()));
    }
    options
}

/// The card of an item. Each of its texts reads the audit by itself, and changes the page only when it
/// has become another.
fn card(id: String) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let item = move || item(state, kept);
    let due = move || Evidence::of(&item()).review_due(use_state().today());
    let card = el("li")
        .class("card")
        .child(el("h2").live_text(move || title(&item())))
        .child(el("p").class("quiet").live_text(move || about(&item())))
        .child(live_if(move || place(&item())))
        .child(ends(move || item().links(&FROM).to_vec(), Vec::new))
        .child(live_if(move || due().then(|| p(say::evidence::DUE_FOR_REVIEW).class("badge due"))));
    changeable(card, &id, false, move || title(&item()), move || fields(kept))
}

fn item(state: State, id: StoredValue<String>) -> Item {
    state.open.record(|record| {
        id.with_value(|id| record.item(&EVIDENCE, id).cloned().unwrap_or_default())
    })
}

fn title(item: &Item) -> String {
    say::evidence_title(item.text(&evidence::TITLE)).to_owned()
}

/// The date, who looks after it, what it supports, and who else changed it last.
fn about(item: &Item) -> String {
    let item = Evidence::of(item);
    let date = item.date.map(words::day).unwrap_or_default();
    let supports = say::evidence::supports(item);
    let by = say::last_changed_by(&changed_by("", item.changed));
    words::beside(&[&date, item.owner, &supports, &by])
}

fn place(item: &Item) -> Option<El> {
    let item = Evidence::of(item);
    let place = item.place.trim();
    if place.is_empty() {
        return None;
    }
    Some(match item.link() {
        Some(address) => el("p").children(link_away(address, place)),
        None => p(place),
    })
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let linking = RwSignal::new(false);
    let remove = button(say::evidence::REMOVE, move || {
        open.remove_item(&EVIDENCE, &id.get_value());
        focus_heading();
    });
    let place = item_line(say::evidence::WHERE_IT_IS_KEPT, &EVIDENCE, id, &evidence::PLACE)
        .hint(say::evidence::WHERE_FOR_EXAMPLE);
    together(vec![
        item_line(say::evidence::WHAT_IT_IS, &EVIDENCE, id, &evidence::TITLE).into(),
        place.into(),
        item_line(say::evidence::WHO_LOOKS_AFTER_IT, &EVIDENCE, id, &evidence::OWNER).into(),
        el("div")
            .class("side-by-side")
            .child(item_date(say::evidence::ITS_DATE, &EVIDENCE, id, &evidence::DATE))
            .child(item_date(say::REVIEW_BY, &EVIDENCE, id, &evidence::REVIEW_BY))
            .into(),
        earlier_words(id.get_value()),
        el("div")
            .class("buttons")
            .child(button(say::evidence::CHOOSE_SUPPORTS, move || linking.set(true)))
            .child(remove.class("secondary"))
            .into(),
        linking_dialog(linking, id).into(),
    ])
}

fn linking_dialog(linking: RwSignal<bool>, id: StoredValue<String>) -> El {
    let state = use_state();
    let heading =
        move || say::evidence::what_does_it_support(item(state, id).text(&evidence::TITLE));
    dialog(linking, heading, move || {
        let done = button(say::evidence::DONE, move || linking.set(false));
        let mut content = supports(state, id);
        content.push(el("div").class("buttons").child(done).into());
        together(content)
    })
}

/// Everything that an item can support, to tick.
fn supports(state: State, id: StoredValue<String>) -> Vec<AnyView> {
    let tick = move |supported: &'static str, label: String| {
        let checked = move || item(state, id).ids(&evidence::SUPPORTS).contains(supported);
        let changed = move |ticked| state.open.link_evidence(&id.get_value(), supported, ticked);
        tick(label, checked, changed)
    };
    let areas = state.device.framework().areas().map(|(_, area)| {
        let indicators = area.indicators.iter();
        let indicators =
            indicators.map(|indicator| tick(&indicator.id, say::indicator_at_stage(indicator)));
        el("details")
            .class("more")
            .child(text_el("summary", [area.id.as_str(), " ", &area.title].concat()))
            .child(tick(&area.id, say::evidence::area_as_a_whole(area)))
            .children(indicators)
            .into()
    });
    areas.collect()
}

/// The indicators judged achieved that nothing supports yet, and how many others have none.
fn without_evidence(state: State) -> El {
    let achieved = without(state, true);
    let others = without(state, false);
    let first = move || {
        let achieved = achieved.get();
        if achieved.is_empty() {
            let none = state.open.with(|audit| {
                audit
                    .assess(state.device.framework())
                    .iter()
                    .all(|each| each.judgement != Judgement::Achieved)
            });
            return p(if none {
                say::NOTHING_JUDGED_YES
            } else {
                say::evidence::ALL_HAVE_EVIDENCE
            })
            .into();
        }
        let asked = say::evidence::YES_WITHOUT_EVIDENCE;
        together(vec![p(asked).into(), list(state, &achieved).into()])
    };
    let number = move || say::evidence::others_without(others.with(Vec::len));
    let rest = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let summary = el("summary").child(live_text(number));
            el("details").class("more").child(summary).child(list(state, &others))
        })
    };
    el("section")
        .attr("aria-labelledby", "without")
        .child(text_el("h2", say::evidence::WITHOUT_EVIDENCE).attr("id", "without"))
        .child(live(first))
        .child(live_if(rest))
}

/// The ids of the indicators that nothing supports: those judged achieved, or the others.
fn without(state: State, achieved: bool) -> Memo<Vec<String>> {
    let framework = state.device.framework();
    memo(move || {
        state.open.with(|audit| {
            let mut without = Vec::new();
            for indicator in audit.assess(framework) {
                if (indicator.judgement == Judgement::Achieved) == achieved
                    && audit.evidence_for(indicator.id).next().is_none()
                {
                    without.push(indicator.id.to_owned());
                }
            }
            without
        })
    })
}

fn list(state: State, ids: &[String]) -> El {
    let framework = state.device.framework();
    let rows = ids.iter().filter_map(|id| {
        let (area, indicator) = framework.indicator(id)?;
        let row = el("li").child(way_to(state, area, indicator));
        Some(row.text([" ", &say::indicator_at_stage(indicator)].concat()))
    });
    el("ul").class("findings").children(rows)
}
