//! One indicator: its judgement, last year's beside it, a note, and links to evidence.

use leptos::prelude::*;

use crate::framework::{Area, Indicator};
use crate::order::in_order;
use crate::progression::Judgement;
use crate::route::{AuditPage, Route};
use crate::web::shared::beside::earlier_words;
use crate::web::shared::focus::stay_with;
use crate::web::state::State;
use crate::web::survey::beside::{beside, judged_otherwise};
use crate::web::ui::begun::Begun;
use crate::web::ui::element::{El, el, link, live, memo, p, quiet, text_el, together, unseen};
use crate::web::ui::field::{choice, text_area, text_field, tick};
use crate::words;
use crate::words::audit as say;

const ANSWERS: &[(&str, &str)] = &[
    ("achieved", words::judgement(Judgement::Achieved)),
    ("not_achieved", words::judgement(Judgement::NotAchieved)),
    ("dont_know", words::judgement(Judgement::DontKnow)),
];

fn value(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Achieved => "achieved",
        Judgement::NotAchieved => "not_achieved",
        Judgement::DontKnow => "dont_know",
        Judgement::NotAnswered => "",
    }
}

fn judgement(value: &str) -> Judgement {
    match value {
        "achieved" => Judgement::Achieved,
        "not_achieved" => Judgement::NotAchieved,
        "dont_know" => Judgement::DontKnow,
        _ => Judgement::NotAnswered,
    }
}

/// An indicator with everything that is said of it.
pub fn indicator_row(state: State, area: &'static Area, indicator: &'static Indicator) -> El {
    let id = indicator.id.as_str();
    let judged = memo(move || value(state.open.with(|audit| audit.judgement(id))));
    let last_year = state.open.with_untracked(|audit| audit.last_years_judgement(id));
    let last_year =
        last_year.map(|judgement| p(say::last_year(judgement)).class("last-year-judgement"));
    // The button is hidden once the judgement is cleared, so the focus moves to the indicator's choices.
    let taken_back = move |event: web_sys::Event| {
        state.open.judge(id, Judgement::NotAnswered);
        stay_with(&event, ".indicator", "input");
    };
    let take_back = text_el("button", say::area::CLEAR_ANSWER)
        .attr("type", "button")
        .on("click", taken_back)
        .class("quiet-button")
        .live_flag("hidden", move || judged.get().is_empty())
        .child(unseen(format!(": {}", indicator.text)));
    let answers = choice(&indicator.text, ANSWERS, judged.into(), move |chosen| {
        state.open.judge(id, judgement(chosen));
    });
    el("div")
        .class("indicator")
        .child(answers.class("judgement").attr("id", ["item-", id].concat()))
        .child(el("div").class("beside").maybe(last_year).child(take_back))
        .maybe(beside(state, indicator))
        .child(more(state, area, indicator))
}

/// The note and the evidence. They are made when they are first unfolded, because a page has many
/// indicators.
fn more(state: State, area: &'static Area, indicator: &'static Indicator) -> El {
    let id = indicator.id.as_str();
    let opened = RwSignal::new(false);
    let otherwise = judged_otherwise(state, indicator);
    let summary = move || {
        state.open.with(|audit| {
            let (has_note, number) =
                (!audit.note(id).trim().is_empty(), audit.evidence_for(id).count());
            say::area::note_and_evidence(otherwise.get(), has_note, number)
        })
    };
    let content = live(move || {
        if !opened.get() {
            return together(Vec::new());
        }
        let note = live(move || {
            text_area(
                say::area::note_label(otherwise.get()),
                state.open.text(move |audit| audit.note(id).to_owned()),
                move |text| state.open.note(id, text),
                move || state.open.end_typing(),
            )
        });
        together(vec![note, earlier_words(id.to_owned()), links(state, area, id)])
    });
    el("details")
        .class("more")
        .on("toggle", move |_| opened.set(true))
        .child(
            el("summary")
                .live_text(summary)
                .child(unseen(say::area::for_indicator(&indicator.text))),
        )
        .child(content)
}

/// The evidence register as a list to tick, and a way to add to it.
fn links(state: State, area: &'static Area, id: &'static str) -> AnyView {
    // The area’s own evidence stands first.
    let items = memo(move || {
        state.open.with(|audit| {
            let own = |id: &str| {
                audit.evidence_item(id).is_some_and(|evidence| {
                    evidence.supports.iter().any(|supported| supported.starts_with(&area.id))
                })
            };
            let ids = audit.evidence().map(|evidence| evidence.id.to_owned()).collect();
            in_order(ids, |one: &String, other| own(one) && !own(other))
        })
    });
    let begun = Begun::default();
    let ticks = live(move || {
        let mut items = items.get();
        items.retain(|item| !begun.is(item));
        if items.is_empty() {
            return quiet(say::NO_EVIDENCE).into();
        }
        together(items.into_iter().map(|evidence| link_tick(state, evidence, id)).collect())
    });
    let words = state.open.text(move |audit| {
        let item = begun.id().and_then(|begun| audit.evidence_item(&begun));
        item.map(|item| item.title.to_owned()).unwrap_or_default()
    });
    let write = move |title: String| {
        let item = begun.id_or(|| state.device.made_now().0);
        state.open.begin_evidence(&item, &title, id);
    };
    let add = move |event: web_sys::Event| {
        event.prevent_default();
        if !words.get_untracked().trim().is_empty() {
            begun.add();
            state.open.end_typing();
        }
    };
    let title = text_field(say::area::OTHER_EVIDENCE, words, write)
        .on_leave(move |_| state.open.end_typing());
    let register = Route::audit(&state.open.id(), AuditPage::Evidence);
    together(vec![
        el("fieldset")
            .class("links")
            .child(text_el("legend", say::area::EVIDENCE_FOR_THIS))
            .child(ticks)
            .into(),
        el("form")
            .class("add-line")
            .on("submit", add)
            .child(title)
            .child(text_el("button", say::area::ADD).attr("type", "submit").class("secondary"))
            .into(),
        el("p").child(link(register, say::SEE_ALL_EVIDENCE)).into(),
    ])
}

fn link_tick(state: State, evidence: String, id: &'static str) -> AnyView {
    let title = state.open.with_untracked(|audit| {
        say::evidence_title(audit.evidence_item(&evidence).map_or("", |item| item.title)).to_owned()
    });
    let again = evidence.clone();
    tick(
        title,
        move || state.open.with(|audit| audit.evidence_for(id).any(|item| item.id == evidence)),
        move |ticked| state.open.link_evidence(&again, id, ticked),
    )
}
