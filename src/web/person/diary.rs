//! The learning profile, kept as a diary: entries, a search through them, and their totals.

use leptos::prelude::*;

use crate::person::diary::{
    DATE, Filter, LIST, OFF_THE_JOB, Serves, UNIT, Unit, WAY, latest_first, time_of_all, totals,
};
use crate::person::{DiaryEntry, HOW_I_LEARN, Way, target};
use crate::records::{Record, Value};
use crate::web::person::entry::card;
use crate::web::shared::fields::book_area;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, derived, el, keyed, live_if, p, section, text_el, together,
};
use crate::web::ui::field::{select_field, text_field};
use crate::words::person as say;

/// What the person has chosen to see: a way of learning, a target, and words to search for.
#[derive(Clone, Copy)]
struct Filters {
    way: RwSignal<String>,
    serves: RwSignal<String>,
    words: RwSignal<String>,
}

/// The values that stand for any way or target, and for no target. No id begins with a space.
const ANY: &str = " any";
const NONE: &str = " none";

impl Filters {
    fn new() -> Filters {
        let any = || RwSignal::new(ANY.to_owned());
        Filters { way: any(), serves: any(), words: RwSignal::new(String::new()) }
    }

    fn clear(self) {
        self.way.set(ANY.to_owned());
        self.serves.set(ANY.to_owned());
        self.words.set(String::new());
    }

    fn filter(self) -> Filter {
        let serves = match self.serves.get().as_str() {
            ANY => Serves::Anything,
            NONE => Serves::NoTarget,
            id => Serves::Target(id.to_owned()),
        };
        Filter { way: Way::of(&self.way.get()), serves, words: self.words.get() }
    }

    fn fields(self, state: State) -> AnyView {
        let mut ways = vec![(ANY.to_owned(), say::diary::ANY_WAY.to_owned())];
        ways.extend(
            say::diary::WAYS.iter().map(|(way, text)| ((*way).to_owned(), (*text).to_owned())),
        );
        let targets = derived(move || {
            let mut options = vec![
                (ANY.to_owned(), say::diary::ANY_TARGET.to_owned()),
                (NONE.to_owned(), say::diary::NO_TARGET.to_owned()),
            ];
            state.open.book(|book| {
                let targets = target::all(book);
                options.extend(targets.map(|each| (each.0.id.clone(), each.text().to_owned())));
            });
            options
        });
        el("fieldset")
            .class("filters")
            .child(text_el("legend", say::diary::SHOW))
            .child(select_field(say::diary::WAY_OF_LEARNING, ways, self.way, move |way| {
                self.way.set(way)
            }))
            .child(select_field(say::diary::TARGET, targets, self.serves, move |id| {
                self.serves.set(id)
            }))
            .child(text_field(say::diary::SEARCH_FOR, self.words, move |words| {
                self.words.set(words)
            }))
            .into()
    }
}

fn wanted<'a>(book: &'a Record, filter: &Filter) -> Vec<DiaryEntry<'a>> {
    let mut entries = latest_first(book);
    entries.retain(|entry| filter.wants(*entry));
    entries
}

/// The page of the diary.
pub fn diary() -> AnyView {
    let state = use_state();
    let filters = Filters::new();
    let all = list::all(&LIST);
    // Typing into an entry changes neither the order nor which entries are shown while the page is
    // open.
    let shown = list::in_turn(&LIST, move |book| {
        wanted(book, &filters.filter()).iter().map(|entry| entry.0.id.clone()).collect()
    });
    let add = move |way: Way, unit: Unit, off: bool| {
        filters.clear();
        let today = state.today();
        state.open.add_item(&LIST, |item| {
            item.set(&DATE, Some(today));
            item.set(&WAY, Value::Word(way.name()));
            item.set(&UNIT, Value::Word(unit.name()));
            item.set(&OFF_THE_JOB, off);
        });
    };
    let none = move || match all.with(Vec::is_empty) {
        true => say::diary::NO_ENTRIES,
        false => say::diary::NO_ENTRIES_MATCH,
    };
    let filters_shown = move || match all.with(Vec::len) {
        0 | 1 => Vec::new(),
        _ => vec!["filters".to_owned()],
    };
    let course = adding(say::diary::ADD_COURSE, move || add(Way::Formal, Unit::Days, true));
    let come_to = live_if(move || {
        let filter = filters.filter();
        state.open.book(|book| {
            let entries = wanted(book, &filter);
            let summary = say::diary::total(entries.len(), time_of_all(&entries));
            (!entries.is_empty()).then(|| {
                el("details")
                    .class("more")
                    .child(text_el("summary", summary))
                    .child(totals_table(&entries, say::diary::ENTRIES_SHOWN))
            })
        })
    });
    let taken = state.open.taken_from_here();
    let entries = section("entries", say::diary::ENTRIES)
        .child(
            el("div")
                .class("buttons")
                .child(adding(say::diary::WRITE, move || add(Way::OnTheJob, Unit::Hours, false)))
                .child(course.class("secondary")),
        )
        .child(keyed(filters_shown, move |_| filters.fields(state)))
        .child(come_to)
        .child(list::cards(shown, none, move |id| card(id, taken)));
    together(vec![
        text_el("h1", say::DIARY).into(),
        p(say::diary::LEAD).class("lead").into(),
        entries.into(),
        section("how", say::HOW_I_LEARN)
            .child(p(say::diary::HOW_I_LEARN_LEAD))
            .child(book_area(say::diary::HOW_I_LEARN_BEST, &HOW_I_LEARN))
            .into(),
    ])
}

/// How many entries there are, and how long all of them took.
pub fn come_to(entries: &[DiaryEntry]) -> String {
    say::diary::come_to(entries.len(), time_of_all(entries))
}

/// A table of how many entries each way of learning has, and how long they took.
pub fn totals_table(entries: &[DiaryEntry], caption: &'static str) -> El {
    let head = [say::diary::WAY_OF_LEARNING, say::diary::ENTRIES, say::diary::TIME];
    let head = head.map(|name| text_el("th", name).attr("scope", "col"));
    let rows = totals(entries).into_iter().map(|total| {
        el("tr")
            .child(text_el("th", say::diary::way(total.way)).attr("scope", "row"))
            .child(text_el("td", total.entries.to_string()))
            .child(text_el("td", say::time(total.time)))
    });
    el("table")
        .class("standing-table")
        .child(text_el("caption", caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}
