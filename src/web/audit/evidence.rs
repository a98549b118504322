//! The evidence register: every item, what it supports, and which indicators have none.

use leptos::prelude::*;

use crate::audit::{EVIDENCE, Evidence, evidence};
use crate::form::FROM;
use crate::framework::Indicator;
use crate::progression::Judgement;
use crate::records::Item;
use crate::web::shared::away::link_away;
use crate::web::shared::carry::ends;
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_date, item_line};
use crate::web::shared::finding::way_to;
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::{changed_by, earlier_words};
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{
    El, adding, button, el, live, live_if, live_text, memo, p, text_el, together,
};
use crate::web::ui::field::{select_field, tick};
use crate::web::words::{self, lead_in, supported};

/// The page.
pub fn evidence_register() -> AnyView {
    let state = use_state();
    let shown = RwSignal::new("all".to_owned());
    // Only what is in the list depends on it, so that typing into an item never moves it.
    let ids = memo(move || ids_shown(state, &shown.get()));
    let add = move || {
        shown.set("all".to_owned());
        state.open.fresh.set(Some(state.open.add_evidence("", &[])));
    };
    let choose = select_field("Show", options(state), shown, move |value| shown.set(value));
    let none = move || match shown.with(|shown| shown == "all") {
        true => {
            "Nothing here yet. Add what you have, or tap the suggestions on the page of an area."
        }
        false => "Nothing in the register is like that.",
    };
    together(vec![
        text_el("h1", "Evidence").into(),
        p("Everything that shows how your organisation learns, kept in one list: add it once, link it wherever it counts.")
            .class("lead")
            .into(),
        el("div").class("tools").child(adding("Add evidence", add)).child(choose).into(),
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
        ("all".to_owned(), "All evidence".to_owned()),
        ("due".to_owned(), "Due for review".to_owned()),
        ("loose".to_owned(), "Not linked to anything".to_owned()),
    ];
    for (_, area) in state.device.framework().areas() {
        options.push((area.id.clone(), [area.id.as_str(), " ", &area.title].concat()));
    }
    options
}

/// An item of the register. It reads the audit at each use: its texts change nothing on the page
/// while they stay the same.
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
        .child(live_if(move || due().then(|| p("Due for review").class("badge due"))));
    changeable(card, &id, false, move || title(&item()), move || fields(kept))
}

fn item(state: State, id: StoredValue<String>) -> Item {
    state.open.record(|record| {
        id.with_value(|id| record.item(&EVIDENCE, id).cloned().unwrap_or_default())
    })
}

fn title(item: &Item) -> String {
    match item.text(&evidence::TITLE).trim() {
        "" => "Evidence without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// The date, who looks after it, what it supports, and who else changed it last.
fn about(item: &Item) -> String {
    let item = Evidence::of(item);
    let date = item.date.map(words::day).unwrap_or_default();
    let supports = match item.supports.is_empty() {
        true => "not linked yet".to_owned(),
        false => ["supports ", &supported(item)].concat(),
    };
    words::beside(&[&date, item.owner, &supports, &changed_by("last changed by ", item.changed)])
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
    let remove = button("Remove", move || {
        open.remove_item(&EVIDENCE, &id.get_value());
        focus_heading();
    });
    let place = item_line("Where it is kept", &EVIDENCE, id, &evidence::PLACE)
        .hint("A place, such as “blue folder in the office”, or a web address.");
    together(vec![
        item_line("What it is", &EVIDENCE, id, &evidence::TITLE).into(),
        place.into(),
        item_line("Who looks after it", &EVIDENCE, id, &evidence::OWNER).into(),
        el("div")
            .class("side-by-side")
            .child(item_date("Its date", &EVIDENCE, id, &evidence::DATE))
            .child(item_date("Review by", &EVIDENCE, id, &evidence::REVIEW_BY))
            .into(),
        earlier_words(id.get_value()),
        el("div")
            .class("buttons")
            .child(button("Choose what it supports", move || linking.set(true)))
            .child(remove.class("secondary"))
            .into(),
        linking_dialog(linking, id).into(),
    ])
}

fn linking_dialog(linking: RwSignal<bool>, id: StoredValue<String>) -> El {
    let state = use_state();
    let heading =
        move || ["What does “", item(state, id).text(&evidence::TITLE), "” support?"].concat();
    dialog(linking, heading, move || {
        let done = button("Done", move || linking.set(false));
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
        let indicators = indicators.map(|indicator| tick(&indicator.id, described(indicator)));
        el("details")
            .class("more")
            .child(text_el("summary", [area.id.as_str(), " ", &area.title].concat()))
            .child(tick(&area.id, [area.id.as_str(), " as a whole"].concat()))
            .children(indicators)
            .into()
    });
    areas.collect()
}

/// The stage of an indicator and its whole sentence.
fn described(indicator: &Indicator) -> String {
    let (stage, lead_in) = (words::stage(indicator.stage), lead_in(indicator.subject));
    [stage, ": ", lead_in, " ", &indicator.text].concat()
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
                "Nothing is judged Yes yet."
            } else {
                "Every indicator that is judged Yes has evidence linked to it."
            })
            .into();
        }
        let asked = "Judged Yes, with nothing linked to show it yet. What could you point to?";
        together(vec![p(asked).into(), list(state, &achieved).into()])
    };
    let number = move || {
        let number = others.with(Vec::len);
        words::count(number, "other indicator has none", "other indicators have none")
    };
    let rest = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let summary = el("summary").child(live_text(number));
            el("details").class("more").child(summary).child(list(state, &others))
        })
    };
    el("section")
        .attr("aria-labelledby", "without")
        .child(text_el("h2", "Indicators without evidence").attr("id", "without"))
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
        Some(row.text([" ", &described(indicator)].concat()))
    });
    el("ul").class("findings").children(rows)
}
