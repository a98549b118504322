//! What the survey proposes for each staff indicator, beside its judgement. A person accepts it here,
//! or judges otherwise on the page of its area.

use leptos::prelude::*;

use crate::framework::{Area, Indicator};
use crate::survey::results::Proposal;
use crate::web::shared::focus::stay_with;
use crate::web::state::State;
use crate::web::survey::pages::{focus_section, place_of};
use crate::web::survey::proposed::{self, Stand};
use crate::web::survey::results::seen::Seen;
use crate::web::ui::element::{
    El, button, el, link, live, live_if, memo, p, quiet, section, text_el, together, unseen,
};
use crate::words;
use crate::words::survey::results::{self as say, figures};

type Found = (&'static Area, &'static Indicator, Proposal);

/// All proposals, by area.
pub fn proposals(state: State, seen: Seen) -> El {
    let framework = state.device.framework();
    let found = move || {
        seen.with(|results| match results {
            Some(results) => {
                state.open.with(|audit| proposed::proposals(audit, framework, results))
            }
            None => Vec::new(),
        })
    };
    // Changes only when the proposals do. Accepting one changes none, so the rows stay as they are.
    let found: Memo<Vec<Found>> = Memo::new_with_compare(
        move |_| found(),
        |one, other| one.map(|one| known(one)) != other.map(|other| known(other)),
    );
    let rows = live(move || {
        let cut_off = seen.with(|results| results.as_ref().map_or(0, |results| results.cut_off));
        found.with(|found| by_area(state, found, cut_off))
    });
    section("proposals", say::WHAT_SURVEY_PROPOSES)
        .child(p(say::ABOUT_PROPOSALS))
        .child(accept_all(state))
        .child(rows)
}

/// What tells whether proposals have changed: each indicator's id and its proposal.
fn known(found: &[Found]) -> Vec<(&'static str, Proposal)> {
    found.iter().map(|(_, indicator, proposal)| (indicator.id.as_str(), *proposal)).collect()
}

fn accept_all(state: State) -> AnyView {
    let framework = state.device.framework();
    let open = memo(move || {
        state.open.with(|audit| {
            let open = audit.proposed_and_not_judged(framework).into_iter();
            open.map(str::to_owned).collect::<Vec<_>>()
        })
    });
    live(move || {
        let open = open.get();
        if open.is_empty() {
            return p(say::ALL_JUDGED).into();
        }
        let to_judge = say::to_judge(open.len());
        let accept = button(say::ACCEPT_ALL, move || {
            state.survey.accept(&open);
            focus_section("proposals");
        });
        together(vec![p(to_judge).into(), el("div").class("buttons").child(accept).into()])
    })
}

fn by_area(state: State, found: &[Found], cut_off: u32) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    for (_, area) in state.device.framework().areas() {
        let own = found.iter().filter(|(other, _, _)| other.id == area.id);
        let rows: Vec<El> = own.map(|found| row(state, *found, cut_off)).collect();
        if !rows.is_empty() {
            let heading =
                el("h3").child(text_el("span", &area.id).class("code")).text(" ").text(&area.title);
            parts.push(heading.into());
            parts.push(el("ul").class("findings proposals").children(rows).into());
        }
    }
    together(parts)
}

fn row(state: State, (area, indicator, proposal): Found, cut_off: u32) -> El {
    let words = el("p")
        .child(text_el("span", words::lead_in(indicator.subject)).class("quiet"))
        .text(" ")
        .text(&indicator.text);
    let about =
        words::beside(&[words::stage(indicator.stage), &figures::behind(&proposal, cut_off)]);
    let stands = move || state.open.with(|audit| proposed::stands(audit, indicator, &proposal));
    let then =
        move || state.open.with(|audit| proposed::proposed_then(audit, indicator, &proposal));
    let to_accept = move || {
        state.open.with(|audit| Stand::of(audit.judgement(&indicator.id), &proposal))
            != Stand::AsProposed
    };
    let accept = move || {
        let accept = text_el("button", say::ACCEPT)
            .attr("type", "button")
            .class("secondary small")
            .on("click", move |event| {
                state.survey.accept(std::slice::from_ref(&indicator.id));
                stay_with(&event, "li", "a");
            })
            .child(unseen(say::accept_about(proposal.proposed, &indicator.text)));
        to_accept().then_some(accept)
    };
    let look = link(place_of(state, area, indicator), say::GO_TO_INDICATOR);
    el("li")
        .child(words)
        .child(quiet(about))
        .child(
            el("p")
                .child(text_el("strong", say::proposes(proposal.proposed)))
                .text(" · ")
                .child(el("span").class("written").live_text(stands)),
        )
        .child(live_if(move || then().map(quiet)))
        .child(
            el("div")
                .class("proposal-ways")
                .child(live_if(accept))
                .child(look.child(unseen([": ", &indicator.text].concat()))),
        )
}
