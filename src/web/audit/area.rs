//! The page of an area: its introduction, questions with a reflection each, and indicators with a
//! judgement each.

mod indicator;

use leptos::prelude::*;

use crate::audit::answer::{REFLECTIONS, TEXT};
use crate::framework::{Area, Question, Subject, Text};
use crate::progression::Stage;
use crate::route::{AuditPage, Route};
use crate::web::audit::area::indicator::indicator_row;
use crate::web::chart::cairn;
use crate::web::shared::beside::{beside_field, changed_by, earlier_words};
use crate::web::shared::jump::jump_to;
use crate::web::state::standing::{area_standing, kept_capabilities};
use crate::web::state::{State, use_state};
use crate::web::survey::beside::about_survey;
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, memo, nothing, p, quiet, section, text_el,
    together,
};
use crate::web::ui::field::text_area;
use crate::web::ui::meter::bar;
use crate::words;
use crate::words::audit as say;

/// The page of an area.
pub fn area_page(area: &'static Area) -> AnyView {
    let state = use_state();
    state.survey.release_results();
    let questions = area.questions.iter().enumerate();
    let questions = questions.map(|(index, question)| question_row(state, index + 1, question));
    el("div")
        .child(head(state, area))
        .child(p(&area.introduction).class("lead"))
        .child(meters(state, area))
        .child(
            el("nav")
                .class("on-page")
                .attr("aria-label", say::ON_THIS_PAGE)
                .child(jump_to("questions", say::area::QUESTIONS))
                .child(jump_to("evidence", say::EVIDENCE))
                .child(jump_to("organisation", say::area::ORGANISATION))
                .child(jump_to("staff", say::area::STAFF)),
        )
        .child(
            section("questions", say::area::QUESTIONS_TO_CONSIDER)
                .child(p(say::area::NOTES_ARE_FINE))
                .child(el("ol").class("questions").children(questions)),
        )
        .child(sources(state, area))
        .child(indicators(state, area, Subject::Organisation))
        .child(indicators(state, area, Subject::Staff))
        .child(neighbours(state, area))
        .into()
}

fn head(state: State, area: &'static Area) -> El {
    let standing = area_standing(state, area);
    let stands = move || say::standing(&standing.get());
    let heading =
        el("h1").child(text_el("span", &area.id).class("code")).text(" ").text(&area.title);
    el("header")
        .class("area-head")
        .child(cairn(move || standing.get(), &area.id))
        .child(el("div").child(heading).child(el("p").class("quiet").live_text(stands)))
}

fn meters(state: State, area: &'static Area) -> El {
    let progress = memo(move || state.open.with(|audit| audit.area_progress(area)));
    let reflected = derived(move || (progress.get().reflected, progress.get().questions));
    let judged = derived(move || (progress.get().judged, progress.get().indicators));
    el("div")
        .class("meters")
        .child(bar(reflected, derived(move || say::reflected_on(reflected.get()))))
        .child(bar(judged, derived(move || say::judged(judged.get()))))
}

fn question_row(state: State, number: usize, question: &'static Question) -> El {
    let row = el("li")
        .class("question")
        .child(text_el("span", number.to_string()).class("number").attr("aria-hidden", "true"));
    if question.parts.is_empty() {
        return row.child(reflection(state, &question.id, &question.text));
    }
    let parts = question.parts.iter().map(|Text { id, text }| reflection(state, id, text));
    row.child(
        el("fieldset").class("parts").child(text_el("legend", &question.text)).children(parts),
    )
}

fn reflection(state: State, id: &'static str, question: &'static str) -> AnyView {
    let last_year = state.open.with_untracked(|audit| audit.last_years_reflection(id).to_owned());
    let last_year =
        (!last_year.is_empty()).then(|| beside_field(say::area::LAST_YEARS_WORDS, last_year));
    // Read as the words of a field are, because the name changes only with them. So a judgement does not
    // make this line anew.
    let by = state.open.text(move |audit| {
        let item = audit.record.item(&REFLECTIONS, id).filter(|item| !item.text(&TEXT).is_empty());
        let by = item.map(|item| changed_by("", &item.changed)).unwrap_or_default();
        say::area::reflection_changed_by(&by)
    });
    let by = move || {
        let by = by.get();
        (!by.is_empty()).then(|| quiet(by))
    };
    together(vec![
        text_area(
            question,
            state.open.text(move |audit| audit.reflection(id).to_owned()),
            move |text| state.open.reflect(id, text),
            move || state.open.end_typing(),
        ),
        live_if(by),
        last_year.map_or_else(nothing, AnyView::from),
        earlier_words(id.to_owned()),
    ])
}

/// Suggested sources of evidence. A tap adds one to the area's evidence, and another takes it away.
fn sources(state: State, area: &'static Area) -> El {
    let chips = area.evidence_sources.iter().map(|source| {
        let there = memo(move || {
            state.open.with(|audit| {
                audit.evidence_for(&area.id).any(|evidence| evidence.title == source.text)
            })
        });
        let chip = button("", move || state.open.tap_source(&source.text, &area.id))
            .class("chip")
            .live_attr("aria-pressed", move || Some(there.get().to_string()))
            .live_text(move || if there.get() { "✓ " } else { "+ " }.to_owned())
            .text(&source.text);
        el("li").child(chip)
    });
    let number = move || {
        let number = state.open.with(|audit| audit.evidence_for(&area.id).count());
        say::area::evidence_for_area(number)
    };
    let register = Route::audit(&state.open.id(), AuditPage::Evidence);
    section("evidence", say::area::POSSIBLE_EVIDENCE)
        .child(p(say::area::TAP_WHAT_YOU_HAVE))
        .child(el("ul").class("chips").children(chips))
        .child(el("p").live_text(number).text(" · ").child(link(register, say::SEE_ALL_EVIDENCE)))
}

fn indicators(state: State, area: &'static Area, subject: Subject) -> El {
    let id = match subject {
        Subject::Organisation => "organisation",
        Subject::Staff => "staff",
    };
    let stages = Stage::ALL.into_iter().filter_map(|stage| {
        let rows: Vec<AnyView> = area
            .indicators_at(subject, stage)
            .map(|indicator| indicator_row(state, area, indicator).into())
            .collect();
        let heading = el("h3")
            .child(text_el("span", words::stage(stage)).class("stage-name"))
            .text(" ")
            .child(text_el("span", say::area::reads_on_from(subject)).class("quiet"));
        (!rows.is_empty()).then(|| el("section").class("stage-group").child(heading).children(rows))
    });
    let survey = (subject == Subject::Staff).then(|| about_survey(state));
    section(id, say::area::heading(subject))
        .child(p(say::area::how_to_judge(subject)))
        .maybe(survey)
        .children(stages)
}

/// The links to the areas before and after. On the last area of a capability, its review stands between
/// them.
fn neighbours(state: State, area: &'static Area) -> El {
    let framework = state.device.framework();
    let kept = kept_capabilities(state);
    let shown = live(move || {
        let kept = kept.get();
        let capabilities = framework.capabilities.iter().filter(|each| kept.contains(&each.id));
        let areas: Vec<&Area> = capabilities.flat_map(|capability| &capability.areas).collect();
        let here = areas.iter().position(|other| other.id == area.id);
        let before = here.and_then(|here| here.checked_sub(1)).and_then(|before| areas.get(before));
        let after = here.and_then(|here| areas.get(here + 1));
        let neighbour = |other: &Area, rel: &'static str, which: &'static str| -> AnyView {
            link(Route::audit(&state.open.id(), AuditPage::Area(other.id.clone())), "")
                .class("button secondary")
                .attr("rel", rel)
                .child(text_el("span", which))
                .text(format!("{} {}", other.id, other.title))
                .into()
        };
        let capability = framework.area(&area.id).map(|(capability, _)| capability);
        let last = capability
            .filter(|capability| capability.areas.last().is_some_and(|last| last.id == area.id));
        let mut links = Vec::new();
        links.extend(before.map(|area| neighbour(area, "prev", say::area::PREVIOUS)));
        links.extend(last.map(|capability| {
            let page = AuditPage::Review(capability.id.clone());
            let name = say::review_capability(&capability.id);
            AnyView::from(link(Route::audit(&state.open.id(), page), name).class("button"))
        }));
        links.extend(after.map(|area| neighbour(area, "next", say::area::NEXT)));
        together(links)
    });
    el("nav").class("neighbours").attr("aria-label", say::area::NEIGHBOURS).child(shown)
}
