//! Sharing: the person ticks what others may see, sees exactly what that is, and saves it as a file.

use leptos::prelude::*;

use crate::form::{List, SHARED};
use crate::person::extract::{Part, is_anything_ticked, ticked, ticking};
use crate::person::{
    DiaryEntry, Interview, Standard, Target, Task, diary, interview, standard, target as plan, task,
};
use crate::records::Item;
use crate::web::person::shown::Part as Shown;
use crate::web::shared::fields::item_tick;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, el, keyed, live, live_if, memo, p, section, text_el, together,
};
use crate::web::ui::field::tick;
use crate::words;
use crate::words::person as say;

/// The page on which the person shares.
pub fn share() -> AnyView {
    let state = use_state();
    together(vec![
        text_el("h1", say::SHARE).into(),
        p(say::share::LEAD).class("lead").into(),
        choices(state).into(),
        preview(state).into(),
    ])
}

fn choices(state: State) -> El {
    let parts = state.open.book_untracked(|book| {
        let there = Part::ALL.into_iter().filter(|part| part.is_there(book));
        there.collect::<Vec<_>>()
    });
    let parts = parts.into_iter().map(|part| {
        let field = part.tick();
        let ticked = move || state.open.book(|book| book.flag(field));
        tick(say::share::part(part), ticked, move |on| state.open.fill(field, on))
    });
    let parts: Vec<AnyView> = parts.collect();
    let whole = el("fieldset")
        .class("shares")
        .child(text_el("legend", say::share::ABOUT_ME))
        .children(parts);
    let lists = CALLED.each_ref().map(|called| items(state, called));
    section("choose", say::share::CHOOSE).child(whole).children(lists)
}

/// The heading of a list, and how to name one of its items.
struct Called {
    list: &'static List,
    all: &'static str,
    one: fn(&Item) -> String,
}

static CALLED: [Called; 5] = [
    Called {
        list: &standard::LIST,
        all: say::STANDARDS,
        one: |item| say::standards::title(Standard(item)),
    },
    Called {
        list: &plan::LIST,
        all: say::share::TARGETS,
        one: |item| say::plan::title(Target(item)),
    },
    Called {
        list: &diary::LIST,
        all: say::share::ENTRIES,
        one: |item| entry_name(DiaryEntry(item)),
    },
    Called {
        list: &interview::LIST,
        all: say::LEARNING_INTERVIEWS,
        one: |item| say::interviews::title(Interview(item)),
    },
    Called { list: &task::LIST, all: say::share::TASKS, one: |item| say::work::title(Task(item)) },
];

fn entry_name(entry: DiaryEntry) -> String {
    let day = entry.date().map(words::day).unwrap_or_default();
    words::beside(&[&say::diary::title(entry), &day])
}

/// The items of a list, to tick all together or one by one; empty if there are none.
fn items(state: State, called: &'static Called) -> AnyView {
    let list = called.list;
    let ids = memo(move || {
        state
            .open
            .book(|book| book.items(list).iter().map(|item| item.id.clone()).collect::<Vec<_>>())
    });
    let numbers =
        memo(move || state.open.book(|book| (ticked(book, list), book.items(list).len())));
    let summary = move || {
        let (ticked, all) = numbers.get();
        say::share::one_by_one(ticked, all)
    };
    let row = move |id: String| {
        let name = state
            .open
            .book_untracked(|book| book.item(list, &id).map(called.one).unwrap_or_default());
        item_tick(name, list, StoredValue::new(id), &SHARED)
    };
    let there = move || match ids.with(Vec::is_empty) {
        true => Vec::new(),
        false => vec![list.name.to_owned()],
    };
    keyed(there, move |_| {
        let all = tick(
            say::share::ALL_OF_THEM,
            move || {
                let (ticked, all) = numbers.get();
                ticked == all
            },
            move |on| state.open.edit(state.open.book_untracked(|book| ticking(book, list, on))),
        );
        let rows = el("details")
            .class("more")
            .child(el("summary").live_text(summary))
            .child(keyed(move || ids.get(), row));
        el("fieldset")
            .class("shares")
            .child(text_el("legend", called.all))
            .child(all)
            .child(rows)
            .into()
    })
}

/// Exactly what the file will hold, and the button that saves it.
fn preview(state: State) -> El {
    let nothing = memo(move || !state.open.book(is_anything_ticked));
    let save = button(say::share::SAVE, move || state.export_shared())
        .live_flag("disabled", move || nothing.get());
    let none = move || nothing.get().then(|| p(say::share::NOTHING_TICKED).class("empty"));
    let parts = live(move || {
        if nothing.get() {
            return together(Vec::new());
        }
        let shared = state.shared();
        let name = words::record_name(shared.name(), shared.kind());
        let organisation = shared.organisation();
        let parts = Shown::ALL.into_iter().filter_map(|part| part.of(&shared, ("h3", "h4")));
        el("div")
            .class("card shown")
            .child(p(words::beside(&[name, organisation])).class("asked"))
            .children(parts.collect::<Vec<_>>())
            .into()
    });
    section("preview", say::share::IN_THE_FILE)
        .child(p(say::share::ONLY_TICKED))
        .child(live_if(none))
        .child(parts)
        .child(el("div").class("buttons").child(save))
        .child(p(say::share::TO_KEEP_EVERYTHING).class("quiet"))
}
