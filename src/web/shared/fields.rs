//! Fields bound to the open record: to a field of the record itself, or to a field of one of its items.

use leptos::prelude::*;

use crate::form::{Field, List};
use crate::records::{Item, Value};
use crate::web::shared::beside::{beside_field, earlier_words};
use crate::web::state::use_state;
use crate::web::ui::day::date_field;
use crate::web::ui::element::{derived, effect, memo, together};
use crate::web::ui::field::{TextField, choice, select_field, text_area, text_field, tick};
use crate::words::shared::fields as say;

/// The words that a field can hold, each with the text that people read.
pub type Words = &'static [(&'static str, &'static str)];

/// The text that people read for a word; empty for none.
pub fn read_word(words: Words, word: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == word).map_or("", |(_, text)| text)
}

/// A line of text in a field of the book.
pub fn book_line(label: impl Into<String>, field: &'static Field) -> TextField {
    let open = use_state().open;
    text_field(label, open.record_text(move |book| book.text(field).to_owned()), move |text| {
        open.type_in(field, text);
    })
    .on_leave(move |_| open.end_typing())
}

/// A long text in a field of the book, with last year's text and earlier words beside it.
pub fn book_area(label: impl Into<String>, field: &'static Field) -> AnyView {
    let open = use_state().open;
    let last_year = open.book_untracked(|book| {
        let text = book.last_year(field).map(Value::text).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    });
    let mut parts = vec![text_area(
        label,
        open.record_text(move |book| book.text(field).to_owned()),
        move |text| open.type_in(field, text),
        move || open.end_typing(),
    )];
    parts.extend(last_year.map(|text| beside_field(say::LAST_YEAR, text).into()));
    parts.push(earlier_words(field.name.to_owned()));
    together(parts)
}

/// A day in a field of the book.
pub fn book_date(label: &'static str, field: &'static Field) -> AnyView {
    let open = use_state().open;
    date_field(
        label,
        move || open.book(|book| book.date(field)),
        move |date| open.enter(field, date),
        move || open.end_typing(),
    )
}

/// One word out of a few in a field of the book, as radio buttons.
pub fn book_choice(legend: impl Into<String>, field: &'static Field, words: Words) -> AnyView {
    let open = use_state().open;
    let chosen = derived(move || open.book(|book| known(words, book.text(field))));
    choice(legend, words, chosen, move |word| open.fill(field, Value::Word(word))).into()
}

/// A line of text in a field of an item.
pub fn item_line(
    label: impl Into<String>,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
) -> TextField {
    let open = use_state().open;
    text_field(label, item_text(list, id, field), move |text| {
        open.type_item(list, &id.get_value(), |item| item.set(field, text));
    })
    .on_leave(move |_| open.end_typing())
}

/// A long text in a field of an item.
pub fn item_area(
    label: impl Into<String>,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
) -> AnyView {
    let open = use_state().open;
    text_area(
        label,
        item_text(list, id, field),
        move |text| open.type_item(list, &id.get_value(), |item| item.set(field, text)),
        move || open.end_typing(),
    )
}

/// One of the long texts in a field that holds several: the one with the id `part`.
pub fn item_part(
    label: impl Into<String>,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
    part: String,
) -> AnyView {
    let open = use_state().open;
    let again = part.clone();
    let text = open.record_text(move |book| {
        let item = id.with_value(|id| book.item(list, id));
        item.map(|item| item.part(field, &part).to_owned()).unwrap_or_default()
    });
    text_area(
        label,
        text,
        move |text| {
            open.type_item(list, &id.get_value(), |item| item.set_part(field, &again, text));
        },
        move || open.end_typing(),
    )
}

/// A day in a field of an item.
pub fn item_date(
    label: &'static str,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
) -> AnyView {
    let open = use_state().open;
    date_field(
        label,
        move || of_item(list, id, |item| item.date(field)).flatten(),
        move |date| open.enter_item(list, &id.get_value(), field, date),
        move || open.end_typing(),
    )
}

/// One word out of some in a field of an item, as a list to choose from. The first of `words` shows
/// while nothing is chosen.
pub fn item_select(
    label: &'static str,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
    words: Words,
) -> AnyView {
    let open = use_state().open;
    let options = words.iter().map(|(word, text)| ((*word).to_owned(), (*text).to_owned()));
    let options: Vec<_> = options.collect();
    let chosen = derived(move || {
        let word = of_item(list, id, |item| known(words, item.text(field))).unwrap_or_default();
        let first = words.first().map_or("", |(word, _)| word);
        if word.is_empty() { first } else { word }.to_owned()
    });
    select_field(label, options, chosen, move |word| {
        let word = known(words, &word);
        open.change_item(list, &id.get_value(), |item| item.set(field, Value::Word(word)));
    })
}

/// One word out of a few in a field of an item, as radio buttons.
pub fn item_choice(
    legend: impl Into<String>,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
    words: Words,
) -> AnyView {
    let open = use_state().open;
    let chosen = derived(move || {
        of_item(list, id, |item| known(words, item.text(field))).unwrap_or_default()
    });
    choice(legend, words, chosen, move |word| {
        open.change_item(list, &id.get_value(), |item| item.set(field, Value::Word(word)));
    })
    .into()
}

/// A box to tick in a field of an item.
pub fn item_tick(
    label: impl Into<String>,
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
) -> AnyView {
    let open = use_state().open;
    tick(
        label,
        move || of_item(list, id, |item| item.flag(field)).unwrap_or_default(),
        move |ticked| open.change_item(list, &id.get_value(), |item| item.set(field, ticked)),
    )
}

/// How a number is read from what was typed, and how it is written.
pub type Manner = (fn(&str) -> Option<u32>, fn(u32) -> String);

/// Reads a whole number up to `most`; `None` for anything else.
pub fn whole_up_to(text: &str, most: u32) -> Option<u32> {
    let text = text.trim();
    if !text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|number| *number <= most)
}

/// A whole number as it is written.
pub fn written(number: u32) -> String {
    number.to_string()
}

/// A field for a number. `kept` gives the number that stands in the record. `change` is told every
/// number as it is typed, and `None` when the field is emptied; anything else is not kept, and the
/// field says so. `left` is called when the field is left after a change.
pub fn number_field(
    label: &'static str,
    manner: Manner,
    kept: impl Fn() -> Option<u32> + Send + Sync + 'static,
    change: impl Fn(Option<u32>) + 'static,
    left: impl Fn() + 'static,
) -> TextField {
    let (read, write) = manner;
    let kept = memo(kept);
    let now = move || kept.get_untracked().map(write).unwrap_or_default();
    let typed = RwSignal::new(now());
    let shown = RwSignal::new(now());
    let show = move || {
        typed.set(now());
        shown.set(now());
    };
    // What a person has typed is replaced only by a number from elsewhere, and not by the usual number,
    // which `kept` gives when the field is emptied.
    let own = StoredValue::new(kept.get_untracked());
    effect(move || {
        let kept = kept.get();
        if kept != own.get_value() {
            own.set_value(kept);
            show();
        }
    });
    let is_taken = move |text: &str| text.trim().is_empty() || read(text).is_some();
    let problem = derived(move || {
        let wrong = typed.with(|typed| !is_taken(typed));
        wrong.then(|| say::NOT_A_NUMBER.to_owned())
    });
    text_field(label, shown, move |text| {
        if is_taken(&text) {
            change(read(&text));
            own.set_value(kept.get_untracked());
        }
        typed.set(text);
    })
    .problem(problem)
    .on_leave(move |text| {
        // The number is shown as it is kept, such as “1.5” for “1,4”.
        if is_taken(&text) {
            show();
        }
        left();
    })
}

/// Reads an item of the open book; `None` when it is not there. What reads it runs again when the book
/// changes.
pub fn of_item<R>(
    list: &List,
    id: StoredValue<String>,
    read: impl FnOnce(&Item) -> R,
) -> Option<R> {
    use_state().open.record(|record| id.with_value(|id| record.item(list, id)).map(read))
}

/// A text of an item, for a field that a page makes itself. It changes when the words are changed from
/// outside the field.
pub fn item_text(
    list: &'static List,
    id: StoredValue<String>,
    field: &'static Field,
) -> Signal<String> {
    use_state().open.record_text(move |book| {
        let item = id.with_value(|id| book.item(list, id));
        item.map(|item| item.text(field).to_owned()).unwrap_or_default()
    })
}

fn known(words: Words, word: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == word).map_or("", |(known, _)| known)
}
