//! A target of the learning plan: what it says, and the fields to say it.

use leptos::prelude::*;

use crate::form::{FROM, TO};
use crate::learner::target::{DUE, LIST, REVIEW, STATUS, STRATEGIES, SUCCESS, TEXT, last_year};
use crate::learner::{Target, diary};
use crate::record::Link;
use crate::route::{BookPage, Route};
use crate::web::person::contributions::contribution;
use crate::web::person::terms::{how_far, or_without, overdue, said};
use crate::web::shared::carry::{ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_select, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::{earlier_words, kept};
use crate::web::state::use_state;
use crate::web::ui::element::{El, button, el, link, live_if, together};
use crate::web::words;

/// What a target is called.
pub fn title(target: Target) -> String {
    or_without(target.text(), "Target without words yet")
}

/// What else is said of it.
pub fn texts(target: Target) -> Option<El> {
    let way = contribution(target.contribution());
    let way = if way == target.text().trim() { "A way to contribute" } else { way };
    said(&[
        ("How it will be learned", target.strategies()),
        ("How success will show", target.success()),
        ("What the review says", target.review()),
        ("It puts into practice", way),
    ])
}

/// A target with its fields. `taken` says what other records here took from it.
pub fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let state = use_state();
    let kept_id = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept_id, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called = move || of_item(&LIST, kept_id, |item| title(Target(item))).unwrap_or_default();
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
    let named = move || ["the target: ", &called()].concat();
    changeable(card, &id, is_empty, named, move || fields(kept_id))
}

/// How many entries of the diary serve a target, with the way there.
fn entries(id: &str) -> Option<El> {
    let open = use_state().open;
    let number = open.book(|book| diary::all(book).filter(|entry| entry.target() == id).count());
    let here = open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Diary));
    let serve = words::count(number, "diary entry serves it", "diary entries serve it");
    (number > 0).then(|| el("p").child(link(here, serve)))
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let last = id.with_value(|id| {
        open.book_untracked(|book| {
            let target = last_year(book, id)?;
            Some([&title(target), "\n\n", target.review()].concat().trim().to_owned())
        })
    });
    let remove = button("Remove this target", move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    let mut parts = vec![
        item_area("What is to be learned", &LIST, id, &TEXT),
        item_area("How it will be learned", &LIST, id, &STRATEGIES),
        item_area("How success will show", &LIST, id, &SUCCESS),
        el("div")
            .class("side-by-side")
            .child(item_date("By when", &LIST, id, &DUE))
            .child(item_select("Status", &LIST, id, &STATUS, words::STATUSES))
            .into(),
        item_area("What the annual review says (optional)", &LIST, id, &REVIEW),
    ];
    parts.extend(last.map(|text| kept("How it stood last year", text).into()));
    parts.push(earlier_words(id.get_value()));
    parts.push(remove.class("secondary").into());
    together(parts)
}
