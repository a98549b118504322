//! Fields bound to the open book: to a field of the book itself, or to a field of one of its items.

use leptos::prelude::*;

use crate::book::{Item, Value};
use crate::web::page::kept::{earlier_words, kept};
use crate::web::state::use_state;
use crate::web::ui::element::{derived, together};
use crate::web::ui::field::{
    TextField, choice, date_field, select_field, text_area, text_field, tick,
};

/// A word of a field with the text that people read.
pub type Words = &'static [(&'static str, &'static str)];

/// The text that people read for a word; empty for none.
pub fn read_word(words: Words, word: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == word).map_or("", |(_, text)| text)
}

/// A line of text in a field of the book.
pub fn book_line(label: impl Into<String>, field: &'static str) -> TextField {
    let state = use_state();
    text_field(label, state.book_text(move |book| book.text(field).to_owned()), move |text| {
        state.type_in(field, text);
    })
    .on_leave(move |_| state.end_typing())
}

/// A long text in a field of the book, with words that lost against it, and last year's.
pub fn book_area(label: impl Into<String>, field: &'static str) -> AnyView {
    let state = use_state();
    let last_year = state.book_untracked(|book| {
        let text = book.last_year(field).map(Value::text).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    });
    let mut parts = vec![text_area(
        label,
        state.book_text(move |book| book.text(field).to_owned()),
        move |text| state.type_in(field, text),
        move || state.end_typing(),
    )];
    parts.extend(last_year.map(|text| kept("What you wrote last year", text).into()));
    parts.push(earlier_words(field.to_owned()));
    together(parts)
}

/// A day in a field of the book.
pub fn book_date(label: &'static str, field: &'static str) -> AnyView {
    let state = use_state();
    date_field(
        label,
        move || state.book(|book| book.date(field)),
        move |date| state.date_in(field, date),
        move || state.end_typing(),
    )
}

/// One word out of a few in a field of the book, as radio buttons.
pub fn book_choice(legend: impl Into<String>, field: &'static str, words: Words) -> AnyView {
    let state = use_state();
    let chosen = derived(move || state.book(|book| known(words, book.text(field))));
    choice(legend, words, chosen, move |word| state.fill(field, Value::Word(word))).into()
}

/// A line of text in a field of an item.
pub fn item_line(
    label: impl Into<String>,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
) -> TextField {
    let state = use_state();
    text_field(label, item_text(list, id, field), move |text| {
        state.type_item(list, &id.get_value(), |item| item.set(field, text));
    })
    .on_leave(move |_| state.end_typing())
}

/// A long text in a field of an item.
pub fn item_area(
    label: impl Into<String>,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
) -> AnyView {
    let state = use_state();
    text_area(
        label,
        item_text(list, id, field),
        move |text| state.type_item(list, &id.get_value(), |item| item.set(field, text)),
        move || state.end_typing(),
    )
}

/// One of the long texts in a field of an item.
pub fn item_part(
    label: impl Into<String>,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
    part: String,
) -> AnyView {
    let state = use_state();
    let again = part.clone();
    let text = state.book_text(move |book| {
        let item = id.with_value(|id| book.item(list, id));
        item.map(|item| item.part(field, &part).to_owned()).unwrap_or_default()
    });
    text_area(
        label,
        text,
        move |text| {
            state.type_item(list, &id.get_value(), |item| item.set_part(field, &again, text));
        },
        move || state.end_typing(),
    )
}

/// A day in a field of an item.
pub fn item_date(
    label: &'static str,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
) -> AnyView {
    let state = use_state();
    date_field(
        label,
        move || of_item(list, id, |item| item.date(field)).flatten(),
        move |date| state.date_item(list, &id.get_value(), field, date),
        move || state.end_typing(),
    )
}

/// One word out of some in a field of an item, as a list to choose from; the first of `words` is the
/// one that stands there while nothing was chosen.
pub fn item_select(
    label: &'static str,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
    words: Words,
) -> AnyView {
    let state = use_state();
    let options = words.iter().map(|(word, text)| ((*word).to_owned(), (*text).to_owned()));
    let options: Vec<_> = options.collect();
    let chosen = derived(move || {
        let word = of_item(list, id, |item| known(words, item.text(field))).unwrap_or_default();
        let first = words.first().map_or("", |(word, _)| word);
        if word.is_empty() { first } else { word }.to_owned()
    });
    select_field(label, options, chosen, move |word| {
        let word = known(words, &word);
        state.change_item(list, &id.get_value(), |item| item.set(field, Value::Word(word)));
    })
}

/// One word out of a few in a field of an item, as radio buttons.
pub fn item_choice(
    legend: impl Into<String>,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
    words: Words,
) -> AnyView {
    let state = use_state();
    let chosen = derived(move || {
        of_item(list, id, |item| known(words, item.text(field))).unwrap_or_default()
    });
    choice(legend, words, chosen, move |word| {
        state.change_item(list, &id.get_value(), |item| item.set(field, Value::Word(word)));
    })
    .into()
}

/// A box to tick in a field of an item.
pub fn item_tick(
    label: impl Into<String>,
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
) -> AnyView {
    let state = use_state();
    tick(
        label,
        move || of_item(list, id, |item| item.flag(field)).unwrap_or_default(),
        move |ticked| state.change_item(list, &id.get_value(), |item| item.set(field, ticked)),
    )
}

/// A whole number, such as how many minutes something takes, as a line of text. What is no such number
/// is not kept, and the field says so.
pub fn whole_field(
    label: &'static str,
    hint: &'static str,
    most: u32,
    value: impl Fn() -> Option<u32> + Send + Sync + 'static,
    keep: impl Fn(Option<u32>) + 'static,
) -> AnyView {
    let wrong = RwSignal::new(None);
    let text = derived(move || value().map(|number| number.to_string()).unwrap_or_default());
    let left = move |text: String| match text.trim() {
        "" => {
            wrong.set(None);
            keep(None);
        }
        text => match text.parse() {
            Ok(number) if number <= most => {
                wrong.set(None);
                keep(Some(number));
            }
            _ => wrong
                .set(Some(format!("This was not kept: a whole number up to {most} goes here."))),
        },
    };
    text_field(label, text, |_| ()).hint(hint).numeric().problem(wrong.into()).on_leave(left).into()
}

/// Reads an item of the open book; what reads it runs again when the book changes.
pub fn of_item<R>(list: &str, id: StoredValue<String>, read: impl FnOnce(&Item) -> R) -> Option<R> {
    use_state().book(|book| id.with_value(|id| book.item(list, id)).map(read))
}

/// A text of an item, for a field of one's own making.
pub fn item_text(
    list: &'static str,
    id: StoredValue<String>,
    field: &'static str,
) -> Signal<String> {
    use_state().book_text(move |book| {
        let item = id.with_value(|id| book.item(list, id));
        item.map(|item| item.text(field).to_owned()).unwrap_or_default()
    })
}

fn known(words: Words, word: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == word).map_or("", |(known, _)| known)
}
