//! The fields in which people write a card of their own.

use leptos::prelude::*;

use crate::form::Field;
use crate::link;
use crate::organisation::card;
use crate::records::Item;
use crate::route::BookPage;
use crate::web::organisation::places::route;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::fields::{item_area, item_line, item_part, item_text, of_item};
use crate::web::shared::focus::{focus_heading, focus_soon};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    adding, button, derived, el, keyed, live, memo, nothing, text_el, together, unseen,
};
use crate::web::ui::field::text_field;
use crate::words::organisation as say;

/// Makes the label of one of a card's texts from its number.
type Called = fn(u32) -> String;

/// The fields, folded away unless the card is empty.
pub fn card_fields(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let empty = state.open.book_untracked(|book| {
        let item = id.with_value(|id| book.item(&card::LIST, id).cloned());
        item.is_some_and(|item| item.fields.is_empty())
    });
    let open = RwSignal::new(empty);
    if empty {
        focus_soon(".card-fields input".to_owned());
    }
    el("details")
        .class("more card-fields on-screen")
        .live_flag("open", move || open.get_untracked())
        .on("toggle", move |_| {
            if !open.get_untracked() {
                open.set(true);
            }
        })
        .child(text_el("summary", say::card_fields::CHANGE_CARD))
        .child(live(move || if open.get() { untrack(|| fields(state, id)) } else { nothing() }))
        .into()
}

fn fields(state: State, id: StoredValue<String>) -> AnyView {
    let remove = move || {
        id.with_value(|id| state.open.remove_item(&card::LIST, id));
        state.go(&route(state, BookPage::Cards));
    };
    together(vec![
        title(state, id),
        item_line(say::card_fields::SERIES, &card::LIST, id, &card::SERIES).into(),
        item_area(say::WHAT_THE_CARD_SAYS, &card::LIST, id, &card::STATEMENT),
        item_line(say::card_fields::LEAD_IN, &card::LIST, id, &card::LEAD_IN).into(),
        parts(
            state,
            id,
            &card::QUESTIONS,
            say::QUESTIONS,
            say::card_fields::question,
            say::card_fields::ADD_A_QUESTION,
        ),
        parts(
            state,
            id,
            &card::EXAMPLES,
            say::WHAT_OTHERS_HAVE_DONE,
            say::card_fields::example,
            say::card_fields::ADD_AN_EXAMPLE,
        ),
        parts(
            state,
            id,
            &card::REFERENCES,
            say::cards::FURTHER_READING,
            say::card_fields::reference,
            say::card_fields::ADD_A_REFERENCE,
        ),
        item_area(say::card_fields::PURPOSE, &card::LIST, id, &card::PURPOSE),
        earlier_words(id.get_value()),
        el("div")
            .class("buttons")
            .child(button(say::card_fields::REMOVE_CARD, remove).class("secondary"))
            .into(),
    ])
}

/// The field for the title. The heading above follows every letter, so nothing moves once the field is
/// left.
fn title(state: State, id: StoredValue<String>) -> AnyView {
    let text = item_text(&card::LIST, id, &card::TITLE);
    let typed = move |text| state.open.enter_item(&card::LIST, &id.get_value(), &card::TITLE, text);
    text_field(say::card_fields::TITLE, text, typed)
        .on_leave(move |_| state.open.end_typing())
        .into()
}

/// The texts of one field of the card, each in a box of its own, and a button that adds a box. A text
/// that is emptied keeps its box until the page is left.
fn parts(
    state: State,
    id: StoredValue<String>,
    field: &'static Field,
    legend: &'static str,
    one: Called,
    add: &'static str,
) -> AnyView {
    let shown = RwSignal::new(keys(state, id, field));
    // Undo and other tabs can bring texts that have no box yet.
    let all = memo(move || {
        let there = state.open.book(|book| {
            let item = id.with_value(|id| book.item(&card::LIST, id).cloned());
            item.map(|item| item.parts(field).map(|(key, _)| key.clone()).collect::<Vec<_>>())
        });
        let mut all = shown.get();
        for key in there.unwrap_or_default() {
            if !all.contains(&key) {
                all.push(key);
            }
        }
        all.sort_unstable();
        all
    });
    let add_one = move || {
        let key = state.open.book_untracked(|book| {
            let item = id.with_value(|id| book.item(&card::LIST, id));
            item.map(|item| card::new_key(book, item, field, &all.get_untracked()))
        });
        let Some(key) = key else { return };
        focus_soon([".part-", &key, " textarea"].concat());
        shown.update(|shown| shown.push(key));
    };
    let rows = keyed(move || all.get(), move |key| part(state, id, field, one, key, shown));
    el("fieldset")
        .class("card-parts")
        .child(text_el("legend", legend))
        .child(el("ul").class("plain").child(rows))
        .child(adding(add, add_one).class("secondary small"))
        .into()
}

fn keys(state: State, id: StoredValue<String>, field: &'static Field) -> Vec<String> {
    state.open.book_untracked(|book| {
        let item = id.with_value(|id| book.item(&card::LIST, id));
        let keys = item.map(|item| item.parts(field).map(|(key, _)| key.clone()).collect());
        keys.unwrap_or_default()
    })
}

fn part(
    state: State,
    id: StoredValue<String>,
    field: &'static Field,
    one: Called,
    key: String,
    shown: RwSignal<Vec<String>>,
) -> AnyView {
    let gone = key.clone();
    let remove = move || {
        state.open.change_item(&card::LIST, &id.get_value(), |item| {
            item.set_part(field, &gone, String::new());
            if *field == card::REFERENCES {
                item.set_part(&card::ADDRESSES, &gone, String::new());
            }
        });
        shown.update(|shown| shown.retain(|key| *key != gone));
        focus_heading();
    };
    let number = key.get(1..).and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
    let label = one(number);
    let remove = button(say::card_fields::REMOVE, remove)
        .class("quiet-button")
        .child(unseen([" ", &label].concat()));
    let address = (*field == card::REFERENCES).then(|| address(state, id, key.clone()));
    let row = el("li").attr("class", ["part-", &key].concat());
    row.child(item_part(label, &card::LIST, id, field, key)).maybe(address).child(remove).into()
}

fn address(state: State, id: StoredValue<String>, key: String) -> AnyView {
    let key = StoredValue::new(key);
    let of = move |item: &Item| key.with_value(|key| item.part(&card::ADDRESSES, key).to_owned());
    let text = state.open.record_text(move |book| {
        let item = id.with_value(|id| book.item(&card::LIST, id));
        item.map(of).unwrap_or_default()
    });
    // The problem shows once the field is left: a half-typed address is no mistake.
    let problem = derived(move || {
        let kept = of_item(&card::LIST, id, of).unwrap_or_default();
        let wrong = !kept.trim().is_empty() && link::address(&kept).is_none();
        wrong.then(|| say::card_fields::NO_WEB_ADDRESS.to_owned())
    });
    text_field(say::card_fields::WEB_ADDRESS, text, move |text| {
        state.open.type_item(&card::LIST, &id.get_value(), |item| {
            item.set_part(&card::ADDRESSES, &key.get_value(), text);
        });
    })
    .problem(problem)
    .on_leave(move |_| state.open.end_typing())
    .into()
}
