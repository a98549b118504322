//! Joining two needs that are the same.

use leptos::prelude::*;

use crate::team::need::{Need, join, needs};
use crate::team::{NEEDS, key};
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{button, el, p, quiet, together, unseen};
use crate::words;
use crate::words::team::{need_title, plan as say};

/// A button that asks which other need is the same, and joins the two.
pub fn join_with(state: State, id: StoredValue<String>) -> AnyView {
    let open = RwSignal::new(false);
    let title = move || {
        state.open.book_untracked(|book| {
            let item = id.with_value(|id| book.item(&NEEDS, id));
            need_title(item.map_or("", |item| Need::of(item).text)).to_owned()
        })
    };
    let content = move || {
        let others: Vec<(String, String, String)> = state.open.book_untracked(|book| {
            let all = needs(book);
            let own = all.iter().find(|need| id.with_value(|id| need.id() == id));
            let theme = own.map(|need| key(need.theme)).unwrap_or_default();
            // Needs with the same theme come first, as they are the likeliest.
            let (near, far): (Vec<&Need>, Vec<&Need>) = all
                .iter()
                .filter(|need| id.with_value(|id| need.id() != id))
                .partition(|need| key(need.theme) == theme);
            let said = |need: &Need| {
                let about = words::beside(&[need.theme, words::status(need.status), need.owner]);
                (need.id().to_owned(), need_title(need.text).to_owned(), about)
            };
            near.into_iter().chain(far).map(said).collect()
        });
        let none = others.is_empty().then(|| p(say::NONE_TO_JOIN));
        let choices = others.into_iter().map(|(other, text, about)| {
            let chosen = move || {
                open.set(false);
                let kept = id.get_value();
                let changes =
                    state.open.book_untracked(|book| join(book, &kept, &other, say::gave_way));
                if let Some(changes) = changes {
                    state.open.edit_with_undo(changes, say::JOINED);
                    focus_soon(["#item-", &kept, " summary"].concat());
                }
            };
            el("li").child(button(text, chosen).class("chip")).child(quiet(about))
        });
        el("div")
            .child(p(say::which_is_same(&title())))
            .child(quiet(say::ABOUT_JOIN))
            .child(el("ul").class("plain").children(choices))
            .maybe(none)
            .child(
                el("div")
                    .class("buttons")
                    .child(button(say::NOT_NOW, move || open.set(false)).class("secondary")),
            )
            .into()
    };
    let about = [": ", &title()].concat();
    together(vec![
        button(say::JOIN_WITH, move || open.set(true))
            .class("secondary")
            .child(unseen(about))
            .into(),
        dialog(open, || say::JOIN.to_owned(), content).into(),
    ])
}
