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
use crate::web::words;

/// The longest link that anybody would type from paper, in characters.
const LONGEST_TYPED: usize = 100;

/// The section with all of them.
pub fn ways(state: State) -> El {
    section("ways", "Ways to answer")
        .class("on-screen")
        .child(p("Use any of them, or several: all answers go into the same counts. Just make sure that nobody answers twice."))
        .child(
            el("ul")
                .class("cards ways-to-answer")
                .child(by_link(state))
                .child(way(
                    "On a shared tablet",
                    "Hand one device round. Each person answers, and the answers are counted at once; the next person sees nothing of them. Your pages stay hidden meanwhile.",
                    to(state, SurveyPage::Kiosk, "Start the kiosk"),
                ))
                .child(way(
                    "On paper",
                    "A sheet of two sides with all statements and boxes to tick, for those who would rather use a pen.",
                    to(state, SurveyPage::Sheet, "Look at the sheet"),
                ))
                .child(
                    way(
                        "Type in paper sheets",
                        "When sheets have come back: type in the counts, or go through them sheet by sheet. The results say how many answers were typed in.",
                        to(state, SurveyPage::Tally, "Type in sheets"),
                    )
                    .child(live_if(move || on_paper(state))),
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

/// A word about sheets that were begun and are not counted.
fn on_paper(state: State) -> Option<El> {
    let begun = state.survey.survey().is_some_and(|survey| {
        untrack(|| state.survey.find_paper(&survey.id));
        state.survey.has_paper_of(&survey.id)
    });
    begun.then(|| quiet("There are sheets that you have typed and not added yet."))
}

/// The link, to be copied, printed or scanned.
fn by_link(state: State) -> El {
    let address = memo(move || state.survey.survey_link().unwrap_or_default());
    let field = ElementRef::new();
    // Whether it was copied, once that was tried.
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
        Some(true) => "The link is copied. Paste it into a message.",
        Some(false) => {
            "The browser would not copy it. The link is selected: copy it with Ctrl+C, or hold it with a finger."
        }
        None => "",
    };
    let only_here = move || {
        only_here(&address.get()).then(|| {
            p("This link works only on this device: put Cairn on a web site first, and open this page from there. Until then the tablet and paper work.")
                .class("note reminder")
        })
    };
    let entry = el("input")
        .attr("id", "survey-link")
        .attr("type", "text")
        .attr("readonly", "")
        .reference(field)
        .on("focus", move |_| select(field));
    let print = print_button("Print a hand-out");
    el("li")
        .class("card by-link")
        .child(text_el("h3", "By link"))
        .child(p("Send the link to everyone who is to answer. It opens on any phone or computer. Each person sends the answers back to you as a small file or a code."))
        .child(quiet("Whoever has the link can read in it the survey’s title, your organisation’s name, the closing date and how many must answer before results show. Nothing else is in it, and never an answer."))
        .child(
            el("div")
                .class("beside-qr")
                .child(
                    el("div")
                        .child(
                            el("div")
                                .class("field")
                                .child(text_el("label", "The link").attr("for", "survey-link"))
                                .child(entry),
                        )
                        .child(
                            el("div")
                                .class("buttons")
                                .child(button("Copy the link", copy))
                                .child(print.class("secondary")),
                        )
                        .child(el("p").attr("role", "status").live_text(move || told().to_owned())),
                )
                .child(code(address)),
        )
        .child(live_if(only_here))
}

fn code(address: Memo<String>) -> AnyView {
    const TOO_LONG: &str = "This link is too long for a QR code. Send it in a message, hand a tablet round, or use paper.";
    live(move || qr_code(&address.get(), "QR code of the link to the survey", TOO_LONG))
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

/// What is printed of this page: one sheet that invites to the survey.
pub fn hand_out(state: State) -> El {
    let address = memo(move || state.survey.survey_link().unwrap_or_default());
    let content = live(move || {
        let Some(survey) = state.survey.survey() else { return nothing() };
        let link = address.get();
        let short = link.chars().count() <= LONGEST_TYPED;
        let scan = if short {
            "Scan the code with the camera of your phone, or type the link into a browser."
        } else {
            "Scan the code with the camera of your phone, or ask for the link by mail."
        };
        let until = survey.closes.map(|day| {
            el("p").child(text_el("strong", ["Please answer by ", &words::day(day), "."].concat()))
        });
        el("div")
            .child(text_el("h2", survey.title.as_str()))
            .child(p(asks(state)))
            .maybe(until)
            .child(p(format!("{scan} There are {} statements, which take about 5 minutes. At the end you send your answers back as a small file or a code.", state.survey.asked().number())))
            .child(code(address))
            .maybe(short.then(|| p(link).class("printed-link")))
            .child(text_el("h3", "Who sees what"))
            .child(p(words::promise(survey.threshold)))
            .child(p("The person who collects the answers could open your file; Cairn itself keeps only the counts. If you would rather not send one, ask for the shared tablet or a paper sheet."))
            .into()
    });
    el("section").class("hand-out on-paper").child(content)
}
