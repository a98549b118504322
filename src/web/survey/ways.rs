//! The ways to answer: a link with its QR code, the kiosk, the printed sheet, and typing in what came
//! on paper; and the hand-out, which is what this page prints.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::route::SurveyPage;
use crate::web::chart::qr::qr_code;
use crate::web::shared::paper::print_button;
use crate::web::state::State;
use crate::web::survey::sheet::asks;
use crate::web::ui::element::{
    El, ElementRef, button, effect, el, link, live, live_if, memo, nothing, p, quiet, section,
    text_el,
};
use crate::words;
use crate::words::survey::collect::ways as say;

/// In characters. A longer link is not printed, as nobody would type it from paper.
const LONGEST_TYPED: usize = 100;

/// The section with all ways to answer.
pub fn ways(state: State) -> El {
    section("ways", say::HEADING).class("on-screen").child(p(say::LEAD)).child(
        el("ul")
            .class("cards ways-to-answer")
            .child(by_link(state))
            .child(way(
                say::ON_TABLET,
                say::ON_TABLET_TEXT,
                to(state, SurveyPage::Kiosk, say::START_KIOSK),
            ))
            .child(way(
                say::ON_PAPER,
                say::ON_PAPER_TEXT,
                to(state, SurveyPage::Sheet, say::SEE_SHEET),
            ))
            .child(
                way(say::TYPE_IN, say::TYPE_IN_TEXT, type_in(state))
                    .child(live_if(move || sheets_wait(state))),
            ),
    )
}

fn way(heading: &'static str, text: &'static str, on: El) -> El {
    el("li")
        .class("card")
        .child(text_el("h3", heading))
        .child(p(text))
        .child(el("div").class("buttons").child(on))
}

fn to(state: State, page: SurveyPage, text: &'static str) -> El {
    link(state.survey.survey_page(page), text).class("button secondary")
}

/// The link to the page on which paper sheets are typed in.
pub fn type_in(state: State) -> El {
    to(state, SurveyPage::Tally, say::TYPE_IN_SHEETS)
}

/// A note about sheets that were begun and not added; `None` if there are none.
pub fn sheets_wait(state: State) -> Option<El> {
    let begun = state.survey.survey().is_some_and(|survey| {
        untrack(|| state.survey.find_paper(&survey.id));
        state.survey.has_paper_of(&survey.id)
    });
    begun.then(|| el("div").child(quiet(say::SHEETS_WAIT)))
}

/// The card with the link, to be copied, printed or scanned.
fn by_link(state: State) -> El {
    let address = memo(move || state.survey.survey_link().unwrap_or_default());
    let field = ElementRef::new();
    // Whether the link could be copied; `None` until that was tried.
    let copied = RwSignal::new(None);
    let copy = move || {
        copied.set(None);
        spawn_local(async move {
            let done = state.survey.copy(&address.get_untracked()).await;
            if !done {
                select(field);
            }
            copied.set(Some(done));
        });
    };
    effect(move || {
        let address = address.get();
        if let Some(field) = field.get() {
            input(&field).set_value(&address);
        }
    });
    let told = move || match copied.get() {
        Some(true) => say::LINK_COPIED,
        Some(false) => say::LINK_NOT_COPIED,
        None => "",
    };
    let only_here =
        move || only_here(&address.get()).then(|| p(say::ONLY_HERE).class("note reminder"));
    let entry = el("input")
        .attr("id", "survey-link")
        .attr("type", "text")
        .attr("readonly", "")
        .reference(field)
        .on("focus", move |_| select(field));
    let print = print_button(say::PRINT_HAND_OUT);
    el("li")
        .class("card by-link")
        .child(text_el("h3", say::BY_LINK))
        .child(p(say::BY_LINK_TEXT))
        .child(quiet(say::IN_THE_LINK))
        .child(
            el("div")
                .class("beside-qr")
                .child(
                    el("div")
                        .child(
                            el("div")
                                .class("field")
                                .child(text_el("label", say::THE_LINK).attr("for", "survey-link"))
                                .child(entry),
                        )
                        .child(
                            el("div")
                                .class("buttons")
                                .child(button(say::COPY_LINK, copy))
                                .child(print.class("secondary")),
                        )
                        .child(el("p").attr("role", "status").live_text(move || told().to_owned())),
                )
                .child(code(address)),
        )
        .child(live_if(only_here))
}

fn code(address: Memo<String>) -> AnyView {
    live(move || qr_code(&address.get(), say::QR_CODE, say::TOO_LONG_FOR_QR))
}

fn input(field: &web_sys::HtmlElement) -> &HtmlInputElement {
    field.unchecked_ref()
}

fn select(field: ElementRef) {
    if let Some(field) = field.get_untracked() {
        let field: &HtmlElement = field.as_ref();
        let _ = field.focus();
        input(field).select();
    }
}

/// True for an address that no other device can reach.
fn only_here(address: &str) -> bool {
    let host = address.split("://").nth(1).unwrap_or_default();
    let host = host.split('/').next().unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    address.starts_with("file:") || matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// What this page prints: one sheet that invites people to the survey.
pub fn hand_out(state: State) -> El {
    let address = memo(move || state.survey.survey_link().unwrap_or_default());
    let content = live(move || {
        let Some(survey) = state.survey.survey() else { return nothing() };
        let link = address.get();
        let short = link.chars().count() <= LONGEST_TYPED;
        let until = survey
            .closes
            .map(|day| el("p").child(text_el("strong", say::answer_by(&words::day(day)))));
        el("div")
            .child(text_el("h2", survey.title.as_str()))
            .child(p(asks(state)))
            .maybe(until)
            .child(p(say::scan(short, state.survey.asked().number())))
            .child(code(address))
            .maybe(short.then(|| p(link).class("printed-link")))
            .child(text_el("h3", say::WHO_SEES_WHAT))
            .child(p(words::promise(survey.threshold)))
            .child(p(say::YOUR_FILE))
            .into()
    });
    el("section").class("hand-out on-paper").child(content)
}
