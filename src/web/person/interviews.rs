//! Learning interviews and days off the job: what there is to be in a year, what was, and what is due.

use leptos::prelude::*;

use crate::form::Field;
use crate::learner::diary::{self, DiaryEntry};
use crate::learner::interview::{AGREED, DATE, HELD, LIST, NOTES, PARTNER, in_time};
use crate::learner::time::{hours, minutes};
use crate::learner::{
    Counts, DAYS_A_YEAR, INTERVIEWS_A_YEAR, Interview, LearningYear, MANAGER, MINUTES_A_DAY,
    PARTNER as MY_PARTNER, YEAR_STARTS,
};
use crate::moment::Date;
use crate::route::{BookList, BookPage, Route};
use crate::web::person::counts::meters;
use crate::web::person::terms::{said, time, title, year};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    book_date, book_line, item_area, item_date, item_line, item_tick, number_field, of_item,
    whole_up_to, written,
};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::earlier_words;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, button, el, link, live_if, p, quiet, section, text_el, together,
};
use crate::web::words;

/// The page.
pub fn interviews() -> AnyView {
    let state = use_state();
    let lead = "Talks with your learning partner, in which what you learn is seen and thought about; and days for learning away from the job.";
    let of = move || {
        ["Your learning year: ", &state.open.book(|book| year(LearningYear::of(book))), "."]
            .concat()
    };
    together(vec![
        text_el("h1", "Interviews and days").into(),
        p(lead).class("lead").into(),
        meters(state).into(),
        el("p").class("quiet").live_text(of).into(),
        talks(state).into(),
        days(state).into(),
        settings(state).into(),
    ])
}

/// By when the next of several is due.
fn next_due(due: &[Date], today: Date, what: &str) -> String {
    match due.first() {
        None => String::new(),
        Some(by) if *by < today => [what, " was due by ", &words::day(*by), "."].concat(),
        Some(by) => [what, " is due by ", &words::day(*by), "."].concat(),
    }
}

fn talks(state: State) -> El {
    let shown =
        list::in_turn(&LIST, |book| in_time(book).iter().map(|each| each.0.id.clone()).collect());
    let add = move |held: bool| {
        let partner = state.open.book_untracked(|book| book.text(&MY_PARTNER).to_owned());
        let today = state.today();
        state.open.add_item(&LIST, |item| {
            item.set(&DATE, held.then_some(today));
            item.set(&PARTNER, partner);
            item.set(&HELD, held);
        });
    };
    let today = state.today();
    let due = move || {
        let interviews = state.open.book(Counts::of).interviews;
        match interviews.to_plan() {
            _ if interviews.left() == 0 => {
                "All of this year’s interviews have been held.".to_owned()
            }
            [] => "What is left of this year’s interviews is planned.".to_owned(),
            due => next_due(due, today, "The next one"),
        }
    };
    let none = || "None yet. Agree on a day with somebody whom you trust to ask good questions.";
    section("talks", "Learning interviews")
        .child(el("p").live_text(due))
        .child(
            el("div")
                .class("buttons")
                .child(adding("Plan an interview", move || add(false)))
                .child(adding("Write up an interview", move || add(true)).class("secondary")),
        )
        .child(list::cards(shown, none, card))
}

/// What an interview is called.
pub fn called(interview: Interview) -> String {
    let day = interview.date().map_or("Interview without a day".to_owned(), words::day);
    match interview.partner().trim() {
        "" => day,
        partner => [&day, ", with ", partner].concat(),
    }
}

/// What is said of an interview.
pub fn texts(interview: Interview) -> Option<El> {
    said(&[("What was talked about", interview.notes()), ("What was agreed", interview.agreed())])
}

fn card(id: String) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let today = state.today();
    let name = move || of_item(&LIST, kept, |item| called(Interview(item))).unwrap_or_default();
    let about = move || {
        let year = state.open.book(LearningYear::of);
        let about = |item: &_| {
            let interview = Interview(item);
            let outside = interview.date().is_some_and(|day| !year.contains(day));
            let undated = interview.held() && interview.date().is_none();
            words::beside(&[
                if interview.held() { "Held" } else { "Planned" },
                if outside { "not in this learning year, so it does not count" } else { "" },
                if undated { "it counts when it has a day" } else { "" },
            ])
        };
        of_item(&LIST, kept, about).unwrap_or_default()
    };
    let ask = move || {
        let to_confirm = of_item(&LIST, kept, |item| Interview(item).to_confirm(today));
        to_confirm.unwrap_or_default().then(|| {
            let held = button("Yes, it was held", move || {
                state.open.change_item(&LIST, &kept.get_value(), |item| item.set(&HELD, true));
                focus_heading();
            });
            el("div")
                .class("note reminder")
                .child(p("Its day has passed. Was it held? If not, give it another day."))
                .child(el("div").class("buttons").child(held.class("small")))
        })
    };
    let card = el("li")
        .class("card")
        .child(el("h3").live_text(name))
        .child(el("p").class("quiet").live_text(about))
        .child(live_if(move || of_item(&LIST, kept, |item| texts(Interview(item))).flatten()))
        .child(live_if(ask));
    changeable(
        card,
        &id,
        false,
        move || ["the interview: ", &name()].concat(),
        move || fields(kept),
    )
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button("Remove this interview", move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        el("div")
            .class("side-by-side")
            .child(item_date("The day", &LIST, id, &DATE))
            .child(item_line("With whom", &LIST, id, &PARTNER))
            .into(),
        item_tick("It has been held", &LIST, id, &HELD),
        item_area("What was talked about", &LIST, id, &NOTES),
        item_area("What was agreed", &LIST, id, &AGREED),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}

/// The days off the job, which are entries of the diary.
fn days(state: State) -> El {
    let today = state.today();
    let due = move || {
        let days = state.open.book(Counts::of).days;
        match days.left() {
            0 => "All of this year’s days have been taken.".to_owned(),
            _ => next_due(&days.due, today, "The next one"),
        }
    };
    let list = move || {
        state.open.book(|book| {
            let mut entries = diary::latest_first(book);
            entries.retain(|entry| entry.off_the_job());
            let rows = entries.iter().map(|entry| day_row(state, *entry));
            (!entries.is_empty()).then(|| el("ul").class("findings").children(rows))
        })
    };
    let to_diary =
        state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Diary));
    section("days", "Days off the job")
        .child(el("p").live_text(due))
        .child(live_if(list))
        .child(
            el("p")
                .text("They are entries in the diary that say “It was time off the job”. Half days count as half, and hours by how many a working day has. ")
                .child(link(to_diary, "Go to the diary")),
        )
}

fn day_row(state: State, entry: DiaryEntry) -> El {
    let (year, route) = state.open.book_untracked(|book| {
        let page = BookPage::Item(BookList::Diary, entry.0.id.clone());
        (LearningYear::of(book), Route::book(book.kind(), &book.id, page))
    });
    let counts = entry.date().is_some_and(|day| year.contains(day));
    let day = entry.date().map_or("no date".to_owned(), words::day);
    let not_counted = if counts { "" } else { "not in this learning year" };
    el("li").child(el("p").child(link(route, title(entry)))).child(quiet(words::beside(&[
        &day,
        &time(entry.time()),
        not_counted,
    ])))
}

fn settings(state: State) -> El {
    let whole = move |label, field: &'static Field, read: fn(&str) -> Option<u32>| {
        number_field(
            label,
            (read, written),
            move || state.open.book(|book| book.whole(field)),
            move |number| state.open.enter(field, number),
            move || state.open.end_typing(),
        )
        .numeric()
    };
    let day = number_field(
        "Hours of a working day",
        (minutes, hours),
        move || state.open.book(|book| book.whole(&MINUTES_A_DAY)),
        move |minutes| state.open.enter(&MINUTES_A_DAY, minutes),
        move || state.open.end_typing(),
    );
    let interviews = whole("Interviews a year", &INTERVIEWS_A_YEAR, |text| whole_up_to(text, 100));
    let days = whole("Days off the job a year", &DAYS_A_YEAR, |text| whole_up_to(text, 366));
    section("year", "Your learning year")
        .child(p("What is left is spread evenly over the rest of the year: with two interviews left and six months to go, the next is due within three months. Beginning a book in the middle of a year makes nothing late."))
        .child(
            el("div")
                .class("side-by-side")
                .child(book_line("My learning partner", &MY_PARTNER))
                .child(book_line("My manager", &MANAGER))
                .child(book_date("The year begins on", &YEAR_STARTS))
                .child(interviews)
                .child(days)
                .child(day),
        )
        .child(
            text_el(
                "p",
                "Your organisation may have numbers of its own; three of each is what we suggest.",
            )
            .class("quiet"),
        )
}
