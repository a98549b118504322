//! Making one need out of two that are the same.

use leptos::prelude::*;

use crate::team::need::{Need, join, needs};
use crate::team::{NEEDS, key};
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::team::words::need_title;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{button, el, p, quiet, together, unseen};
use crate::web::words;

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
            // Those of the same theme first: they are the likeliest.
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
        let none = others.is_empty().then(|| p("There is no other learning need yet."));
        let choices = others.into_iter().map(|(other, text, about)| {
            let chosen = move || {
                open.set(false);
                let kept = id.get_value();
                let changes =
                    state.open.book_untracked(|book| join(book, &kept, &other, words::day));
                if let Some(changes) = changes {
                    state.open.edit_with_undo(changes, "The two needs are one now.");
                    focus_soon(["#item-", &kept, " summary"].concat());
                }
            };
            el("li").child(button(text, chosen).class("chip")).child(quiet(about))
        });
        el("div")
            .child(p(["Which need is the same as “", &title(), "”?"].concat()))
            .child(quiet("The two become one, and it comes from where both came from. This one keeps its words and its theme, and how the other was put is shown with it. What both say about what will be done, who, the cost and how it is going is put together. The earlier date counts. A date, a theme or a status that gives way is noted under “How it is going”. You can undo it."))
            .child(el("ul").class("plain").children(choices))
            .maybe(none)
            .child(
                el("div")
                    .class("buttons")
                    .child(button("Not now", move || open.set(false)).class("secondary")),
            )
            .into()
    };
    let about = [": ", &title()].concat();
    together(vec![
        button("Join with one that is the same…", move || open.set(true))
            .class("secondary")
            .child(unseen(about))
            .into(),
        dialog(open, || "Join two learning needs".to_owned(), content).into(),
    ])
}
