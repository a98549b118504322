//! A person's book to read: what was shared, what is about to be shared, and what is printed.

use leptos::prelude::*;

use crate::form::Field;
use crate::person::diary::latest_first;
use crate::person::interview::in_time;
use crate::person::target::{in_turn, of_last_year};
use crate::person::{
    Counts, HOW_I_LEARN, MANAGER, MEETINGS, PARTNER, PLAN_AGREED_ON, PLAN_AGREED_WITH, POST,
    REVIEW_ACHIEVED, REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH, Standard,
    TEAM, Target, WORK_AGREED_ON, WORK_AGREED_WITH, diary, is_shared, shared_on, standard,
    target as plan, task,
};
use crate::record::Link;
use crate::records::{Item, Record};
use crate::web::person::diary::{come_to, totals_table};
use crate::web::person::terms::{self, said};
use crate::web::person::{counts, entry, interviews, standards, target, work};
use crate::web::shared::carry::{carry_to_evidence, ends};
use crate::web::shared::paper::print_button;
use crate::web::state::use_state;
use crate::web::ui::element::{El, el, live, p, quiet, text_el, together};
use crate::words;
use crate::words::person as say;

/// A part of what is shown, under a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Post, team, partner and manager.
    Post,
    /// How many learning interviews and learning days there were.
    Counts,
    /// The learning plan.
    Plan,
    /// Learning standards.
    Standards,
    /// The diary.
    Diary,
    /// Learning interviews.
    Interviews,
    /// The annual review.
    Review,
    /// The work programme.
    Work,
    /// Last year's review and targets.
    LastYear,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Part; 9] = [
        Part::Post,
        Part::Counts,
        Part::Plan,
        Part::Standards,
        Part::Diary,
        Part::Interviews,
        Part::Review,
        Part::Work,
        Part::LastYear,
    ];

    /// The heading of the part.
    pub fn name(self) -> &'static str {
        match self {
            Part::Post => say::shown::POST,
            Part::Counts => say::shown::COUNTS,
            Part::Plan => say::PLAN,
            Part::Standards => say::STANDARDS,
            Part::Diary => say::shown::PROFILE,
            Part::Interviews => say::LEARNING_INTERVIEWS,
            Part::Review => say::REVIEW,
            Part::Work => say::WORK,
            Part::LastYear => say::shown::LAST_YEAR,
        }
    }

    /// The part of this book; `None` when it is empty. `headings` are the tags of its own heading and
    /// of those of its items.
    pub fn of(self, book: &Record, headings: Headings) -> Option<El> {
        let content = match self {
            Part::Post => post(book),
            Part::Counts => Counts::shown(book).map(|counts| year(&counts)),
            Part::Plan => learning_plan(book, headings),
            Part::Standards => learning_standards(book, headings),
            Part::Diary => profile(book, headings),
            Part::Interviews => talks(book, headings),
            Part::Review => review(book),
            Part::Work => programme(book, headings),
            Part::LastYear => last_year(book, headings),
        }?;
        Some(el("section").child(text_el(headings.0, self.name())).child(content))
    }
}

/// The tags of the headings: of a part, and of an item in it.
pub type Headings = (&'static str, &'static str);

/// The page of a book that somebody shared.
pub fn what_was_shared() -> AnyView {
    let state = use_state();
    let heading =
        move || state.open.book(|book| say::shown::shared_by(book.name(), shared_on(book)));
    let print = print_button(say::SAVE_AS_PDF);
    let parts = live(move || {
        state.open.book(|book| {
            let parts = Part::ALL.into_iter().filter_map(|part| part.of(book, ("h2", "h3")));
            let parts: Vec<AnyView> = parts.map(AnyView::from).collect();
            match parts.is_empty() {
                true => p(say::shown::ONLY_THE_NAME).class("empty").into(),
                false => together(parts),
            }
        })
    });
    el("div")
        .class("shown")
        .child(el("h1").attr("data-title", say::shown::PAGE).live_text(heading))
        .child(p(say::shown::LEAD).class("lead on-screen"))
        .child(el("div").class("buttons").child(print.class("secondary")))
        .child(parts)
        .into()
}

fn day(book: &Record, field: &'static Field) -> String {
    book.date(field).map(words::day).unwrap_or_default()
}

fn post(book: &Record) -> Option<El> {
    said(&[
        (say::shown::THE_POST, book.text(&POST)),
        (say::shown::TEAM, book.text(&TEAM)),
        (say::shown::PARTNER, book.text(&PARTNER)),
        (say::shown::MANAGER, book.text(&MANAGER)),
        (say::HOW_I_LEARN, book.text(&HOW_I_LEARN)),
    ])
}

fn year(counts: &Counts) -> El {
    el("div").child(p(say::shown::in_year(counts.year))).child(counts::sentences(counts))
}

/// Cards below what is said about all of them; `None` when there is neither.
fn cards(about: Option<El>, cards: Vec<El>) -> Option<El> {
    if about.is_none() && cards.is_empty() {
        return None;
    }
    Some(el("div").maybe(about).child(el("ul").class("cards").children(cards)))
}

/// The card of an item, with the id that links lead to.
fn card(item: &Item, heading: &'static str, title: String) -> El {
    el("li")
        .class("card")
        .attr("id", ["item-", &item.id].concat())
        .child(text_el(heading, title).class("written"))
}

/// Where an item came from, and what others made of it.
fn links(from: &[Link], to: &[Link]) -> AnyView {
    let (from, to) = (from.to_vec(), to.to_vec());
    ends(move || from.clone(), move || to.clone())
}

fn learning_plan(book: &Record, (_, heading): Headings) -> Option<El> {
    let today = use_state().today();
    let about = said(&[
        (say::AGREED_ON, &day(book, &PLAN_AGREED_ON)),
        (say::AGREED_WITH, book.text(&PLAN_AGREED_WITH)),
    ]);
    let rows = in_turn(book).into_iter().map(|each| {
        card(each.0, heading, say::plan::title(each))
            .child(quiet(terms::how_far(each.0)))
            .maybe(terms::overdue(each.0, today))
            .maybe(target::texts(each))
            .child(links(each.from(), each.to()))
    });
    cards(about, rows.collect())
}

fn learning_standards(book: &Record, (_, heading): Headings) -> Option<El> {
    let rows = standard::About::ALL.into_iter().flat_map(|about| standard::about(book, about));
    let rows = rows.map(|each: Standard| {
        card(each.0, heading, say::standards::title(each))
            .child(quiet(say::standards::about(each.about())))
            .child(standards::level(each))
            .maybe(standards::texts(each))
    });
    cards(None, rows.collect())
}

fn profile(book: &Record, (_, heading): Headings) -> Option<El> {
    let entries = latest_first(book);
    if entries.is_empty() {
        return None;
    }
    let rows = entries.iter().map(|each| {
        let target = book.item(&plan::LIST, each.target());
        let serves = target.map_or("", |target| target.text(&plan::TEXT));
        let shown = book.item(&standard::LIST, each.standard());
        let shows = shown.map_or("", |standard| standard.text(&standard::TEXT));
        card(each.0, heading, say::diary::title(*each))
            .child(quiet(say::diary::about(*each)))
            .maybe(entry::texts(*each))
            .maybe(said(&[(say::diary::HELPS_WITH, serves), (say::diary::SHOWS, shows)]))
            .child(links(&[], each.to()))
            .maybe(into_evidence(book, each.0))
    });
    let rows: Vec<El> = rows.collect();
    let about = el("div")
        .child(p([&come_to(&entries), "."].concat()))
        .child(totals_table(&entries, say::shown::BY_WAY));
    cards(Some(about), rows)
}

/// A button that carries what a person learned into an audit's evidence, for those with whom the book
/// was shared; `None` on any other page.
fn into_evidence(book: &Record, item: &Item) -> Option<El> {
    let shown_to_others = is_shared(book) && use_state().open.id() == book.id;
    let id = || StoredValue::new(item.id.clone());
    shown_to_others.then(|| {
        el("div").class("buttons on-screen").child(carry_to_evidence(
            item.text(&diary::TITLE),
            &diary::LIST,
            id(),
        ))
    })
}

fn talks(book: &Record, (_, heading): Headings) -> Option<El> {
    let rows = in_time(book).into_iter().map(|each| {
        card(each.0, heading, say::interviews::title(each))
            .child(quiet(say::interviews::held(each)))
            .maybe(interviews::texts(each))
    });
    cards(None, rows.collect())
}

fn review(book: &Record) -> Option<El> {
    said(&[
        (say::review::HELD_ON, &day(book, &REVIEW_ON)),
        (say::WHO_WITH, book.text(&REVIEW_WITH)),
        (say::review::ACHIEVED, book.text(&REVIEW_ACHIEVED)),
        (say::review::LEARNED, book.text(&REVIEW_LEARNED)),
        (say::review::CHANGED, book.text(&REVIEW_CHANGED)),
        (say::review::NEXT, book.text(&REVIEW_NEXT)),
    ])
}

fn programme(book: &Record, (_, heading): Headings) -> Option<El> {
    let today = use_state().today();
    let about = said(&[
        (say::AGREED_ON, &day(book, &WORK_AGREED_ON)),
        (say::AGREED_WITH, book.text(&WORK_AGREED_WITH)),
        (say::work::HOW_WE_MEET, book.text(&MEETINGS)),
    ]);
    let rows = task::in_turn(book).into_iter().map(|each| {
        card(each.0, heading, say::work::title(each))
            .child(quiet(terms::how_far(each.0)))
            .maybe(terms::overdue(each.0, today))
            .maybe(work::texts(each))
    });
    cards(about, rows.collect())
}

fn last_year(book: &Record, (_, heading): Headings) -> Option<El> {
    let last_year = book.last_year.as_ref()?;
    let text =
        |field: &'static Field| book.last_year(field).map(|value| value.text()).unwrap_or_default();
    let day = |field: &'static Field| {
        let day = book.last_year(field).and_then(|value| value.date());
        day.map(words::day).unwrap_or_default()
    };
    let about = said(&[
        (say::shown::PLAN_AGREED_ON, &day(&PLAN_AGREED_ON)),
        (say::shown::PLAN_AGREED_WITH, text(&PLAN_AGREED_WITH)),
        (say::shown::REVIEW_HELD_ON, &day(&REVIEW_ON)),
        (say::shown::REVIEW_WITH, text(&REVIEW_WITH)),
        (say::review::ACHIEVED, text(&REVIEW_ACHIEVED)),
        (say::review::LEARNED, text(&REVIEW_LEARNED)),
        (say::review::CHANGED, text(&REVIEW_CHANGED)),
        (say::shown::NEXT_PLAN, text(&REVIEW_NEXT)),
    ]);
    let counts = Counts::of_last_year(last_year).map(|counts| year(&counts));
    let rows = of_last_year(book).map(|each: Target| {
        el("li")
            .class("card")
            .child(text_el(heading, say::plan::title_last_year(each)).class("written"))
            .child(quiet(terms::how_far(each.0)))
            .maybe(target::texts(each))
    });
    let rows: Vec<El> = rows.collect();
    if about.is_none() && counts.is_none() && rows.is_empty() {
        return None;
    }
    Some(el("div").maybe(counts).maybe(about).child(el("ul").class("cards").children(rows)))
}
