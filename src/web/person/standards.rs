//! Learning standards: what the post asks for, how far along the person is, and what shows it.

use leptos::prelude::*;

use crate::learner::standard::{
    ABOUT, About, LEVEL, LIST, Level, NOTE, Standard, TEXT, about as about_which, at_level,
};
use crate::learner::{POST, diary};
use crate::records::Value;
use crate::web::person::terms::{ABOUT as ABOUT_WORDS, LEVELS, or_without, said};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    book_line, item_area, item_choice, item_select, of_item, read_word,
};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::earlier_words;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, button, el, live_if, memo, p, section, text_el, together,
};
use crate::web::words;

/// The page.
pub fn standards() -> AnyView {
    let state = use_state();
    let lead = "What your post asks for: what a person in it can do and knows. Against these, what you learn can be seen.";
    let levels = move || {
        state.open.book(|book| {
            let mut parts = Vec::new();
            for level in Level::ALL.map(Some).into_iter().chain([None]) {
                let number = at_level(book, level);
                let name = level.map_or("not said yet", |level| read_word(LEVELS, level.name()));
                if number > 0 {
                    parts.push([&number.to_string(), " ", &name.to_lowercase()].concat());
                }
            }
            parts.join(" · ")
        })
    };
    together(vec![
        text_el("h1", "Learning standards").into(),
        p(lead).class("lead").into(),
        book_line("The post", &POST).into(),
        el("p").class("quiet").live_text(levels).into(),
        group(state, About::Competency, "competencies", "Competencies", "Add a competency").into(),
        group(state, About::Knowledge, "knowledge", "Knowledge", "Add something to know").into(),
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
        || "Nothing here yet.",
        card,
    ))
}

/// What a standard is called.
pub fn title(standard: Standard) -> String {
    or_without(standard.text(), "Standard without words yet")
}

/// How far along, as a badge with four steps, of which so many are reached.
pub fn level(standard: Standard) -> El {
    let Some(level) = standard.level() else { return p("Not said yet").class("quiet") };
    let reached = Level::ALL.iter().filter(|each| **each <= level).count();
    let steps = Level::ALL.iter().enumerate().map(|(place, _)| {
        let step = el("span");
        if place < reached { step.class("reached") } else { step }
    });
    el("p")
        .class("level")
        .child(el("span").class("steps-of-four").attr("aria-hidden", "true").children(steps))
        .text(read_word(LEVELS, level.name()))
}

/// What is said of it.
pub fn texts(standard: Standard) -> Option<El> {
    said(&[("What shows it", standard.note())])
}

fn card(id: String) -> AnyView {
    let open = use_state().open;
    let kept = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called = move || of_item(&LIST, kept, |item| title(Standard(item))).unwrap_or_default();
    let about = move || {
        let shown = open.book(|book| {
            kept.with_value(|id| diary::all(book).filter(|entry| entry.standard() == id).count())
        });
        match shown {
            0 => String::new(),
            number => words::count(number, "diary entry shows it", "diary entries show it"),
        }
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
        move || ["the standard: ", &called()].concat(),
        move || fields(kept),
    )
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button("Remove this standard", move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area("What the post asks for", &LIST, id, &TEXT),
        item_choice("How far along", &LIST, id, &LEVEL, LEVELS),
        item_area("What shows it (optional)", &LIST, id, &NOTE),
        item_select("It is about", &LIST, id, &ABOUT, ABOUT_WORDS),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}
