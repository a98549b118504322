//! What the organisation has achieved so far: a list, to which people add.

use leptos::prelude::*;

use crate::organisation::achievement::{self, Achievement};
use crate::record::Link;
use crate::route::BookPage;
use crate::web::organisation::places::route;
use crate::web::shared::beside::{changed_by, earlier_words};
use crate::web::shared::carry::{carry_to_evidence, ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_line, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::list;
use crate::web::state::use_state;
use crate::web::ui::element::{adding, button, el, link, live_if, p, text_el, together};
use crate::words;
use crate::words::organisation as say;

/// The page of the achievements.
pub fn achievements() -> AnyView {
    let state = use_state();
    let add = move || {
        let today = state.today();
        state.open.add_item(&achievement::LIST, |item| item.set(&achievement::DATE, Some(today)));
    };
    let ids = list::in_turn(&achievement::LIST, |book| {
        let achievements = achievement::all(book);
        achievements.iter().map(|achievement| achievement.id().to_owned()).collect()
    });
    let taken = state.open.taken_from_here();
    together(vec![
        text_el("h1", say::ACHIEVEMENTS).into(),
        p(say::achievements::LEAD).class("lead").into(),
        el("div")
            .class("tools")
            .child(adding(say::achievements::ADD_AN_ACHIEVEMENT, add))
            .child(
                link(route(state, BookPage::Print), say::achievements::TO_CELEBRATION)
                    .class("button secondary"),
            )
            .into(),
        list::cards(ids, || say::achievements::NONE_YET, move |id| card(id, taken)),
    ])
}

fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let open = use_state().open;
    let kept = StoredValue::new(id.clone());
    let title = move || of(kept, title).unwrap_or_default();
    let about = move || {
        let by = of_item(&achievement::LIST, kept, |item| item.changed.clone());
        let by =
            by.map(|by| changed_by(say::achievements::LAST_CHANGED_BY, &by)).unwrap_or_default();
        let day = of(kept, |achievement| say::day(achievement.date())).unwrap_or_default();
        words::beside(&[&day, &by])
    };
    let note = move || {
        let note = of(kept, |achievement| achievement.note().to_owned()).unwrap_or_default();
        (!note.trim().is_empty()).then(|| p(note).class("written"))
    };
    let from = move || of(kept, |achievement| achievement.from().to_vec()).unwrap_or_default();
    let to = move || {
        let own = of(kept, |achievement| achievement.to().to_vec()).unwrap_or_default();
        taken.with(|taken| kept.with_value(|id| known_ends(&own, taken, id)))
    };
    let carry = carry_to_evidence(
        open.book_untracked(|book| {
            let achievement = kept.with_value(|id| book.item(&achievement::LIST, id).cloned());
            achievement
                .map(|item| say::achievements::title(item.text(&achievement::TEXT)))
                .unwrap_or_default()
        }),
        &achievement::LIST,
        kept,
    );
    let card = el("li")
        .class("card")
        .child(el("h2").live_text(title))
        .child(el("p").class("quiet").live_text(about))
        .child(live_if(note))
        .child(ends(from, to))
        .child(el("div").class("buttons").child(carry));
    changeable(card, &id, false, move || title_now(kept), move || fields(kept))
}

fn of<R>(id: StoredValue<String>, read: impl FnOnce(&Achievement) -> R) -> Option<R> {
    of_item(&achievement::LIST, id, |item| read(&Achievement::of(item)))
}

fn title(achievement: &Achievement) -> String {
    say::achievements::title(achievement.text())
}

fn title_now(id: StoredValue<String>) -> String {
    of(id, title).unwrap_or_default()
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = move || {
        open.remove_item(&achievement::LIST, &id.get_value());
        focus_heading();
    };
    together(vec![
        item_line(say::achievements::WHAT_YOU_ACHIEVED, &achievement::LIST, id, &achievement::TEXT)
            .into(),
        item_date(say::THE_DAY, &achievement::LIST, id, &achievement::DATE),
        item_area(say::achievements::MORE_ABOUT_IT, &achievement::LIST, id, &achievement::NOTE),
        earlier_words(id.get_value()),
        button(say::achievements::REMOVE_ACHIEVEMENT, remove).class("secondary").into(),
    ])
}
