//! A learning need: what it is about, where it comes from, what will be done, who does it, by when and
//! how far they are; and the fields to change that.

use leptos::prelude::*;

use crate::form;
use crate::person::target;
use crate::record::{Link, RecordKind};
use crate::records::Item;
use crate::team::need::{self, Need, Place, set_place, set_question};
use crate::team::plan::themes;
use crate::team::{NEEDS, key};
use crate::web::shared::beside::{changed_by, earlier_words_of};
use crate::web::shared::carry::{carry_to_book, ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_line, item_select, of_item};
use crate::web::shared::focus::focus_heading;
use crate::web::state::{State, use_state};
use crate::web::team::plan::filters::Filters;
use crate::web::team::plan::join::join_with;
use crate::web::team::questions::{asked, questions};
use crate::web::ui::element::{El, button, el, live_if, p, quiet, text_el, together};
use crate::web::ui::field::tick;
use crate::words;
use crate::words::team::{OVERDUE, also, comes_from, need_title, plan as say};

/// The card of a need. Each part of it reads the book by itself, and changes on the page only when its
/// own text does. `taken` has what other books on this device took from the team, by the id of the
/// need.
pub fn card(filters: Filters, taken: Memo<Vec<(String, Link)>>, id: String) -> AnyView {
    let state = use_state();
    let is_empty = state.open.book_untracked(|book| {
        book.item(&NEEDS, &id).is_some_and(|item| item.text(&need::TEXT).is_empty())
    });
    let kept = StoredValue::new(id.clone());
    let title = move || read(kept, |need| need_title(need.text).to_owned());
    let overdue = move || read(kept, |need| need.overdue(use_state().today()));
    let from = move || read(kept, |need| need.from().to_vec());
    // What was made of a need that was joined to this one counts as made of this one.
    let to = move || {
        read(kept, |need| {
            need.ids().fold(need.to().to_vec(), |ends, id| {
                taken.with(|taken| known_ends(&ends, taken, id))
            })
        })
    };
    let card = el("li")
        .class("card action")
        .child(el("h4").class("written").live_text(title))
        .child(live_if(move || overdue().then(|| p(OVERDUE).class("badge due"))))
        .child(el("p").live_text(move || read(kept, about)))
        .child(el("p").class("quiet").live_text(move || read(kept, |need| comes_from(need, asked))))
        .child(live_if(move || read(kept, also).map(quiet)))
        .child(live_if(move || planned(kept)))
        .child(ends(from, to))
        .child(el("div").class("buttons").child(carry(state, kept)));
    let called = move || say::called(&title());
    changeable(card, &id, is_empty, called, move || fields(state, filters, kept))
}

/// Reads the need; gives the default if it is gone. What reads it runs again when the book changes.
fn read<R: Default>(id: StoredValue<String>, read: impl FnOnce(&Need) -> R) -> R {
    of_item(&NEEDS, id, |item| read(&Need::of(item))).unwrap_or_default()
}

/// The need's status, who sees to it, by when, what it costs, and who changed it last unless it was the
/// person here.
fn about(need: &Need) -> String {
    words::beside(&[
        words::status(need.status),
        need.owner,
        &say::by_or_no_date(need.due),
        &say::cost(need.cost),
        &changed_by(say::LAST_CHANGED_BY, &need.item.changed),
    ])
}

/// What will be done, and what has happened so far; `None` if neither is said.
fn planned(id: StoredValue<String>) -> Option<El> {
    let (action, progress) =
        read(id, |need| (need.action.trim().to_owned(), need.progress.trim().to_owned()));
    let part = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| p("").class("written").child(text_el("strong", name)).text(text))
    };
    let parts = [part(say::WE_WILL_DO, action), part(say::PROGRESS, progress)];
    parts
        .iter()
        .any(Option::is_some)
        .then(|| el("div").class("planned").children(parts.into_iter().flatten()))
}

/// The button that adds the need to a person's own learning plan.
fn carry(state: State, id: StoredValue<String>) -> AnyView {
    let title = state
        .open
        .book_untracked(|book| {
            id.with_value(|id| book.item(&NEEDS, id).map(|i| i.text(&need::TEXT).to_owned()))
        })
        .unwrap_or_default();
    carry_to_book(
        say::ADD_TO_PERSON,
        need_title(&title),
        RecordKind::Person,
        say::ABOUT_ADD_TO_PERSON,
        move || id.with_value(|id| state.open.link_to(NEEDS.name, id)),
        move |record| {
            let due = read(id, |need| need.due);
            let fill = |item: &mut Item, link: &Link| {
                item.set(&target::TEXT, link.text.as_str());
                item.set(&target::DUE, due);
            };
            state.open.carry_to_book((NEEDS.name, &id.get_value()), record, &target::LIST, fill);
        },
    )
}

fn fields(state: State, filters: Filters, id: StoredValue<String>) -> AnyView {
    let side_by_side = el("div")
        .class("side-by-side")
        .child(item_line(say::WHO, &NEEDS, id, &need::OWNER))
        .child(item_date(say::BY_WHEN, &NEEDS, id, &need::DUE))
        .child(item_select(say::STATUS, &NEEDS, id, &need::STATUS, words::STATUSES));
    let remove = button(say::REMOVE, move || {
        state.open.remove_item(&NEEDS, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area(say::WHAT_TO_LEARN, &NEEDS, id, &need::TEXT),
        theme(state, filters, id).into(),
        item_area(say::WHAT_WE_WILL_DO, &NEEDS, id, &need::ACTION),
        side_by_side.into(),
        item_line(say::COST, &NEEDS, id, &need::COST).into(),
        item_area(say::HOW_IT_GOES, &NEEDS, id, &need::PROGRESS),
        origin(state, id).into(),
        came_up_at(state, id).into(),
        earlier_words_of(move || read(id, |need| need.ids().map(str::to_owned).collect())),
        el("div")
            .class("buttons")
            .child(join_with(state, id))
            .child(remove.class("secondary"))
            .into(),
    ])
}

/// The theme: a new one, or one of those in use.
fn theme(state: State, filters: Filters, id: StoredValue<String>) -> El {
    let field = item_line(say::THEME, &NEEDS, id, &need::THEME).hint(say::ABOUT_THEME).on_leave(
        move |_| {
            state.open.end_typing();
            filters.regroup();
        },
    );
    let used = move || {
        let own = read(id, |need| key(need.theme));
        let themes: Vec<String> = state.open.book(|book| {
            let others = themes(book).into_iter().filter(|theme| key(theme) != own);
            others.map(str::to_owned).collect()
        });
        (!themes.is_empty()).then(|| {
            let chips = themes.into_iter().map(|theme| {
                let chosen = theme.clone();
                let choose = move || {
                    state.open.rewrite_item(&NEEDS, &id.get_value(), |item| {
                        item.set(&need::THEME, chosen.as_str());
                    });
                    filters.regroup();
                };
                el("li").child(button(theme, choose).class("chip"))
            });
            el("div")
                .child(quiet(say::THEMES_IN_USE))
                .child(el("ul").class("chips").children(chips))
        })
    };
    el("div").class("theme-field").child(field).child(live_if(used))
}

/// Where the need comes from, to tick. A place that a link already says is left out.
fn origin(state: State, id: StoredValue<String>) -> El {
    let says = move |place: Place| {
        let comes = move || read(id, |need| need.places().contains(&place));
        let change = move |comes| {
            state.open.change_item(&NEEDS, &id.get_value(), |item| set_place(item, place, comes));
        };
        tick(say::place(place), comes, change)
    };
    let kinds: Vec<RecordKind> = state.open.book_untracked(|book| {
        let item = id.with_value(|id| book.item(&NEEDS, id));
        let links = item.map(|item| item.links(&form::FROM)).unwrap_or_default();
        links.iter().map(|link| link.kind).collect()
    });
    let mut origin =
        el("fieldset").class("choice").child(text_el("legend", say::WHERE_IT_COMES_FROM));
    if !kinds.contains(&RecordKind::Audit) && !kinds.contains(&RecordKind::Organisation) {
        origin = origin.child(says(Place::Organisation));
    }
    if !kinds.contains(&RecordKind::Person) {
        origin = origin.child(says(Place::Members));
    }
    origin
}

/// The questions of the review at which the need came up, each to be ticked by itself.
fn came_up_at(state: State, id: StoredValue<String>) -> El {
    let ticks = questions().iter().enumerate().map(|(index, question)| {
        let words = [&(index + 1).to_string(), ". ", &question.text].concat();
        let comes = move || read(id, |need| need.came_up_at(&question.id));
        let change = move |comes: bool| {
            let words = comes.then_some(question.text.as_str());
            state.open.change_item(&NEEDS, &id.get_value(), |item| {
                set_question(item, &question.id, words);
            });
        };
        tick(words, comes, change)
    });
    el("fieldset").class("choice").child(text_el("legend", say::CAME_UP_AT)).children(ticks)
}
