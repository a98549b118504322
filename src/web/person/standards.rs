//! Learning standards: what the person's post asks for, how far along they are, and what shows it.

use leptos::prelude::*;

use crate::person::standard::{
    ABOUT, About, LEVEL, LIST, Level, NOTE, Standard, TEXT, about as about_which, at_level,
};
use crate::person::{POST, diary};
use crate::records::Value;
use crate::web::person::terms::said;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{book_line, item_area, item_choice, item_select, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, button, el, live_if, memo, p, quiet, section, text_el, together,
};
use crate::words::person as say;

/// The page of the standards.
pub fn standards() -> AnyView {
    let state = use_state();
    let levels = move || {
        state.open.book(|book| {
            let mut parts = Vec::new();
            for level in Level::ALL.map(Some).into_iter().chain([None]) {
                let number = at_level(book, level);
                if number > 0 {
                    parts.push(say::standards::at_level(number, level));
                }
            }
            parts.join(" · ")
        })
    };
    together(vec![
        text_el("h1", say::STANDARDS).into(),
        p(say::standards::LEAD).class("lead").into(),
        book_line(say::standards::YOUR_POST, &POST).into(),
        el("p").class("quiet").live_text(levels).into(),
        group(
            state,
            About::Competency,
            "competencies",
            say::standards::COMPETENCIES,
            say::standards::ADD_COMPETENCY,
        )
        .into(),
        group(
            state,
            About::Knowledge,
            "knowledge",
            say::standards::KNOWLEDGE,
            say::standards::ADD_KNOWLEDGE,
        )
        .into(),
    ])
}

fn group(
    state: State,
    about: About,
    id: &'static str,
    heading: &'static str,
    add: &'static str,
) -> El {
    let ids = memo(move || {
        state.open.book(|book| {
            about_which(book, about).map(|standard| standard.0.id.clone()).collect::<Vec<_>>()
        })
    });
    let add = adding(add, move || {
        state.open.add_item(&LIST, |item| item.set(&ABOUT, Value::Word(about.name())));
    });
    section(id, heading).child(el("div").class("buttons").child(add)).child(list::cards(
        ids,
        || say::standards::NONE_YET,
        card,
    ))
}

/// How far along the person is, as a badge with four steps that are filled up to the one reached.
pub fn level(standard: Standard) -> El {
    let Some(level) = standard.level() else { return quiet(say::standards::NO_LEVEL) };
    let reached = Level::ALL.iter().filter(|each| **each <= level).count();
    let steps = Level::ALL.iter().enumerate().map(|(place, _)| {
        let step = el("span");
        if place < reached { step.class("reached") } else { step }
    });
    el("p")
        .class("level")
        .child(el("span").class("steps-of-four").attr("aria-hidden", "true").children(steps))
        .text(say::level(level))
}

/// What shows the standard, under its name; `None` if nothing is said.
pub fn texts(standard: Standard) -> Option<El> {
    said(&[(say::standards::WHAT_SHOWS_IT, standard.note())])
}

fn card(id: String) -> AnyView {
    let open = use_state().open;
    let kept = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called = move || {
        of_item(&LIST, kept, |item| say::standards::title(Standard(item))).unwrap_or_default()
    };
    let about = move || {
        let shown = open.book(|book| {
            kept.with_value(|id| diary::all(book).filter(|entry| entry.standard() == id).count())
        });
        say::standards::entries(shown)
    };
    let card = el("li")
        .class("card")
        .child(el("h3").class("written").live_text(called))
        .child(live_if(move || of_item(&LIST, kept, |item| level(Standard(item)))))
        .child(live_if(move || of_item(&LIST, kept, |item| texts(Standard(item))).flatten()))
        .child(el("p").class("quiet").live_text(about));
    changeable(
        card,
        &id,
        is_empty,
        move || say::standards::the_standard(&called()),
        move || fields(kept),
    )
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button(say::standards::REMOVE, move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area(say::standards::TEXT, &LIST, id, &TEXT),
        item_choice(say::standards::HOW_FAR, &LIST, id, &LEVEL, say::LEVELS),
        item_area(say::standards::NOTE, &LIST, id, &NOTE),
        item_select(say::standards::IS_ABOUT, &LIST, id, &ABOUT, say::standards::ABOUT),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}
