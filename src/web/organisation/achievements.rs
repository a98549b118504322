//! What the organisation has achieved so far: the list, to be added to.

use leptos::prelude::*;

use crate::organisation::achievement::{self, Achievement};
use crate::record::Link;
use crate::route::BookPage;
use crate::web::organisation::places::route;
use crate::web::organisation::words as said;
use crate::web::shared::carry::{carry_to_evidence, ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_line, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::{changed_by, earlier_words};
use crate::web::shared::list;
use crate::web::state::use_state;
use crate::web::ui::element::{adding, button, el, link, live_if, p, text_el, together};
use crate::web::words;

/// The page.
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
    let none = || "Nothing here yet. Begin with something small: what went well this month, and whose doing it was.";
    together(vec![
        text_el("h1", "Achievements").into(),
        p("What you have achieved so far as a learning organisation. Written down, it can be celebrated, and it is evidence.")
            .class("lead")
            .into(),
        el("div")
            .class("tools")
            .child(adding("Add an achievement", add))
            .child(
                link(route(state, BookPage::Print), "Celebration page to print")
                    .class("button secondary"),
            )
            .into(),
        list::cards(ids, none, move |id| card(id, taken)),
    ])
}

fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let open = use_state().open;
    let kept = StoredValue::new(id.clone());
    let title = move || of(kept, title).unwrap_or_default();
    let about = move || {
        let by = of_item(&achievement::LIST, kept, |item| item.changed.clone());
        let by = by.map(|by| changed_by("last changed by ", &by)).unwrap_or_default();
        let day = of(kept, |achievement| said::day(achievement.date())).unwrap_or_default();
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
            achievement.map(|item| title_of(item.text(&achievement::TEXT))).unwrap_or_default()
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
    title_of(achievement.text())
}

fn title_of(text: &str) -> String {
    match text.trim() {
        "" => "Achievement without words yet".to_owned(),
        text => text.to_owned(),
    }
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
        item_line("What you have achieved", &achievement::LIST, id, &achievement::TEXT).into(),
        item_date("The day", &achievement::LIST, id, &achievement::DATE),
        item_area("More about it (optional)", &achievement::LIST, id, &achievement::NOTE),
        earlier_words(id.get_value()),
        button("Remove this achievement", remove).class("secondary").into(),
    ])
}
