//! A target of the learning plan: what it says, and the fields to change it.

use leptos::prelude::*;

use crate::form::{FROM, TO};
use crate::person::target::{DUE, LIST, REVIEW, STATUS, STRATEGIES, SUCCESS, TEXT, last_year};
use crate::person::{Target, diary};
use crate::record::Link;
use crate::route::{BookPage, Route};
use crate::web::person::contributions::contribution;
use crate::web::person::terms::{how_far, overdue, said};
use crate::web::shared::beside::{beside_field, earlier_words};
use crate::web::shared::carry::{ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_select, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::state::use_state;
use crate::web::ui::element::{El, button, el, link, live_if, together};
use crate::words;
use crate::words::person as say;

/// The other texts of a target, each under its name; `None` if it has none.
pub fn texts(target: Target) -> Option<El> {
    let way = contribution(target.contribution());
    let way = if way == target.text().trim() { say::plan::WAY_TO_CONTRIBUTE } else { way };
    said(&[
        (say::plan::STRATEGIES, target.strategies()),
        (say::plan::SUCCESS, target.success()),
        (say::plan::REVIEW_SAYS, target.review()),
        (say::plan::IN_PRACTICE, way),
    ])
}

/// The card of a target, with its fields. `taken` has what other records on this device took from the
/// book, by the id of its item.
pub fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let state = use_state();
    let kept_id = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept_id, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called =
        move || of_item(&LIST, kept_id, |item| say::plan::title(Target(item))).unwrap_or_default();
    let today = state.today();
    let to = move || {
        let own = of_item(&LIST, kept_id, |item| item.links(&TO).to_vec()).unwrap_or_default();
        taken.with(|taken| kept_id.with_value(|id| known_ends(&own, taken, id)))
    };
    let from =
        move || of_item(&LIST, kept_id, |item| item.links(&FROM).to_vec()).unwrap_or_default();
    let card = el("li")
        .class("card")
        .child(el("h3").class("written").live_text(called))
        .child(live_if(move || of_item(&LIST, kept_id, |i| overdue(i, today)).flatten()))
        .child(
            el("p")
                .class("quiet")
                .live_text(move || of_item(&LIST, kept_id, how_far).unwrap_or_default()),
        )
        .child(live_if(move || of_item(&LIST, kept_id, |item| texts(Target(item))).flatten()))
        .child(live_if(move || kept_id.with_value(|id| entries(id))))
        .child(ends(from, to));
    let named = move || say::plan::the_target(&called());
    changeable(card, &id, is_empty, named, move || fields(kept_id))
}

/// How many entries of the diary are about a target, as a link to the diary; `None` if there are none.
fn entries(id: &str) -> Option<El> {
    let open = use_state().open;
    let number = open.book(|book| diary::all(book).filter(|entry| entry.target() == id).count());
    let here = open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Diary));
    (number > 0).then(|| el("p").child(link(here, say::plan::entries(number))))
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let last = id.with_value(|id| {
        open.book_untracked(|book| {
            let target = last_year(book, id)?;
            Some(
                [&say::plan::title_last_year(target), "\n\n", target.review()]
                    .concat()
                    .trim()
                    .to_owned(),
            )
        })
    });
    let remove = button(say::plan::REMOVE, move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    let mut parts = vec![
        item_area(say::plan::TEXT, &LIST, id, &TEXT),
        item_area(say::plan::STRATEGIES, &LIST, id, &STRATEGIES),
        item_area(say::plan::SUCCESS, &LIST, id, &SUCCESS),
        el("div")
            .class("side-by-side")
            .child(item_date(say::BY_WHEN, &LIST, id, &DUE))
            .child(item_select(say::STATUS, &LIST, id, &STATUS, words::STATUSES))
            .into(),
        item_area(say::plan::REVIEW, &LIST, id, &REVIEW),
    ];
    parts.extend(last.map(|text| beside_field(say::plan::LAST_YEARS_TARGET, text).into()));
    parts.push(earlier_words(id.get_value()));
    parts.push(remove.class("secondary").into());
    together(parts)
}
