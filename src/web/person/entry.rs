//! An entry of the diary: what it says, and the fields to change it.

use leptos::prelude::*;

use crate::form::{Field, List, TO};
use crate::person::diary::{
    ACCOUNT, ACCOUNT_TO, ACCREDITED, CHANGED_PRACTICE, DATE, LIST, OFF_THE_JOB, PASSED_ON,
    QUARTERS, REFLECTION, STANDARD, TARGET, TITLE, UNIT, WAY,
};
use crate::person::time::{number, quarters};
use crate::person::{DiaryEntry, standard, target};
use crate::record::Link;
use crate::records::Item;
use crate::route::{BookList, BookPage, Route};
use crate::web::person::prompts::asked;
use crate::web::person::terms::said;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::carry::{carry_to_evidence, ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    item_area, item_date, item_line, item_select, item_tick, number_field, of_item,
};
use crate::web::shared::focus::focus_heading;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, derived, el, link, live_if, live_text, p, together};
use crate::web::ui::field::select_field;
use crate::words;
use crate::words::person as say;

/// The texts of an entry, each under its name; `None` if it has none.
pub fn texts(entry: DiaryEntry) -> Option<El> {
    let to = entry.account_to().map_or("", say::diary::told);
    let account = words::beside(&[to, entry.account()]);
    said(&[
        (say::diary::LEARNED, entry.reflection()),
        (say::diary::CHANGED, entry.changed_practice()),
        (say::diary::TOLD, &account),
        (say::diary::SHARED_WITH, entry.passed_on()),
        (say::diary::COUNTS_TOWARDS, entry.accredited()),
    ])
}

/// The card of an entry, with its fields. `taken` has what other records on this device took from the
/// book, by the id of its item.
pub fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let called = move || {
        of_item(&LIST, kept, |item| say::diary::title(DiaryEntry(item))).unwrap_or_default()
    };
    let to = move || {
        let own = of_item(&LIST, kept, |item| item.links(&TO).to_vec()).unwrap_or_default();
        taken.with(|taken| kept.with_value(|id| known_ends(&own, taken, id)))
    };
    let about = move || {
        of_item(&LIST, kept, |item| say::diary::about(DiaryEntry(item))).unwrap_or_default()
    };
    let card = el("li")
        .class("card")
        .child(el("h3").live_text(called))
        .child(el("p").class("quiet").child(live_text(about)))
        .child(live_if(move || serves(state, kept)))
        .child(live_if(move || of_item(&LIST, kept, |item| texts(DiaryEntry(item))).flatten()))
        .child(asked(kept))
        .child(ends(Vec::new, to));
    let named = move || say::diary::the_entry(&called());
    changeable(card, &id, false, named, move || fields(kept))
}

/// The target and the standard that an entry is about; `None` if it is about neither.
fn serves(state: State, id: StoredValue<String>) -> Option<El> {
    state.open.book(|book| {
        let entry = DiaryEntry(id.with_value(|id| book.item(&LIST, id))?);
        let target = book.item(&target::LIST, entry.target()).map(|target| {
            let page = BookPage::Item(BookList::Plan, target.id.clone());
            el("p")
                .text(say::diary::HELPS_WITH_TARGET)
                .child(link(Route::book(book.kind(), &book.id, page), target.text(&target::TEXT)))
        });
        let standard = book
            .item(&standard::LIST, entry.standard())
            .map(|standard| p(say::diary::shows_standard(standard.text(&standard::TEXT))));
        (target.is_some() || standard.is_some())
            .then(|| el("div").class("serves quiet").maybe(target).maybe(standard))
    })
}

fn fields(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let remove = button(say::diary::REMOVE, move || {
        state.open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    let how_long = number_field(
        say::diary::HOW_LONG,
        (quarters, number),
        move || of_item(&LIST, id, |item| item.whole(&QUARTERS)).flatten(),
        move |number| state.open.enter_item(&LIST, &id.get_value(), &QUARTERS, number),
        move || state.open.end_typing(),
    )
    .hint(say::diary::HOW_LONG_HINT);
    let named = derived(move || {
        of_item(&LIST, id, |item| say::diary::title(DiaryEntry(item))).unwrap_or_default()
    });
    together(vec![
        item_line(say::diary::TITLE, &LIST, id, &TITLE).into(),
        el("div")
            .class("side-by-side")
            .child(item_date(say::DATE, &LIST, id, &DATE))
            .child(item_select(say::diary::HOW_LEARNED, &LIST, id, &WAY, say::diary::WAYS))
            .child(how_long)
            .child(item_select(say::diary::HOURS_OR_DAYS, &LIST, id, &UNIT, say::diary::UNITS))
            .into(),
        item_tick(say::diary::AWAY, &LIST, id, &OFF_THE_JOB),
        item_area(say::diary::LEARNED, &LIST, id, &REFLECTION),
        item_area(say::diary::CHANGED, &LIST, id, &CHANGED_PRACTICE),
        item_select(say::diary::WHO_DID_YOU_TELL, &LIST, id, &ACCOUNT_TO, say::diary::ACCOUNT_TO),
        item_area(say::diary::HOW_DID_YOU_TELL, &LIST, id, &ACCOUNT),
        item_area(say::diary::HOW_SHARED, &LIST, id, &PASSED_ON),
        one_of(state, id, say::diary::WHICH_TARGET, &TARGET, &target::LIST),
        one_of(state, id, say::diary::WHICH_STANDARD, &STANDARD, &standard::LIST),
        item_line(say::diary::ACCREDITED, &LIST, id, &ACCREDITED).into(),
        earlier_words(id.get_value()),
        el("div")
            .class("buttons")
            .child(carry_to_evidence(named, &LIST, id))
            .child(remove.class("secondary small"))
            .into(),
    ])
}

/// A field that chooses one item of another list, or none.
fn one_of(
    state: State,
    id: StoredValue<String>,
    label: &'static str,
    field: &'static Field,
    list: &'static List,
) -> AnyView {
    let options = derived(move || {
        let mut options = vec![(String::new(), say::diary::NONE.to_owned())];
        state.open.book(|book| {
            let items = book.items(list).iter();
            let called = |item: &Item| list.title.map_or("", |title| item.text(title)).to_owned();
            options.extend(items.map(|item| (item.id.clone(), called(item))));
        });
        options
    });
    let chosen =
        derived(move || of_item(&LIST, id, |item| item.text(field).to_owned()).unwrap_or_default());
    select_field(label, options, chosen, move |chosen| {
        state.open.change_item(&LIST, &id.get_value(), |item| item.set(field, chosen));
    })
}
