//! Sharing: ticking what others may see, seeing exactly what that is, and saving it as a file.

use leptos::prelude::*;

use crate::form::{List, SHARED};
use crate::learner::extract::{Part, is_anything_ticked, ticked, ticking};
use crate::learner::{
    DiaryEntry, Interview, Standard, Target, Task, diary, interview, standard, target as plan, task,
};
use crate::records::Item;
use crate::web::person::shown::Part as Shown;
use crate::web::person::terms::title;
use crate::web::person::{interviews, standards, target, work};
use crate::web::shared::fields::item_tick;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, el, keyed, live, live_if, memo, p, section, text_el, together,
};
use crate::web::ui::field::tick;
use crate::web::words;

/// The page.
pub fn share() -> AnyView {
    let state = use_state();
    together(vec![
        text_el("h1", "Share").into(),
        p("All of this is yours, and private. Here you choose what somebody else may see, such as your manager before your appraisal. Nothing is ticked unless you tick it, and what you write later is not ticked either.")
            .class("lead")
            .into(),
        choices(state).into(),
        preview(state).into(),
    ])
}

/// What a part of the book itself is called.
fn part_name(part: Part) -> &'static str {
    match part {
        Part::Post => "My post, team, learning partner and manager",
        Part::HowILearn => "How I learn",
        Part::Agreed => {
            "When and with whom the plan and the work programme were agreed, and how we meet"
        }
        Part::Counts => "How many interviews and days off the job there were, and are to be",
        Part::Review => "The annual review",
        Part::LastYear => "Last year’s review, counts and targets",
    }
}

fn choices(state: State) -> El {
    let parts = state.open.book_untracked(|book| {
        let there = Part::ALL.into_iter().filter(|part| part.is_there(book));
        there.collect::<Vec<_>>()
    });
    let parts = parts.into_iter().map(|part| {
        let field = part.tick();
        let ticked = move || state.open.book(|book| book.flag(field));
        tick(part_name(part), ticked, move |on| state.open.fill(field, on))
    });
    let parts: Vec<AnyView> = parts.collect();
    let whole = el("fieldset")
        .class("shares")
        .child(text_el("legend", "About me and my year"))
        .children(parts);
    let lists = CALLED.each_ref().map(|called| items(state, called));
    section("choose", "Choose what to share").child(whole).children(lists)
}

/// What the items of a list are called, and how one of them is.
struct Called {
    list: &'static List,
    all: &'static str,
    one: fn(&Item) -> String,
}

static CALLED: [Called; 5] = [
    Called {
        list: &standard::LIST,
        all: "Learning standards",
        one: |item| standards::title(Standard(item)),
    },
    Called {
        list: &plan::LIST,
        all: "Targets of the learning plan",
        one: |item| target::title(Target(item)),
    },
    Called { list: &diary::LIST, all: "Diary entries", one: |item| entry_name(DiaryEntry(item)) },
    Called {
        list: &interview::LIST,
        all: "Learning interviews",
        one: |item| interviews::called(Interview(item)),
    },
    Called {
        list: &task::LIST,
        all: "Tasks of the work programme",
        one: |item| work::title(Task(item)),
    },
];

fn entry_name(entry: DiaryEntry) -> String {
    let day = entry.date().map(words::day).unwrap_or_default();
    words::beside(&[&title(entry), &day])
}

/// The items of a list, to tick all together or one by one; nothing where there are none.
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
        ["One by one: ", &ticked.to_string(), " of ", &all.to_string(), " ticked"].concat()
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
            "All of them",
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
    let save = button("Save what is ticked as a file", move || state.export_shared())
        .live_flag("disabled", move || nothing.get());
    let none = move || {
        nothing.get().then(|| {
            p("Nothing is ticked yet. The file would hold your name, your organisation and the day, and nothing else.")
                .class("empty")
        })
    };
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
    section("preview", "What the file will hold")
        .child(p("This, when each of it was last changed, and nothing else of yours. Whoever opens the file in Cairn can read it and not change it. When you share again, the new file takes the place of the one before."))
        .child(live_if(none))
        .child(parts)
        .child(el("div").class("buttons").child(save))
        .child(p("To keep everything for yourself, or to move to another device, use “Save everything here as a file” on the page about this person instead.").class("quiet"))
}
