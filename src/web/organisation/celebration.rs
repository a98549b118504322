//! The celebration page: everything that was achieved, year by year, to be printed and hung up.

use leptos::prelude::*;

use crate::organisation::achievement::{Achievement, Year, by_year};
use crate::records::Record;
use crate::web::chart::steps::whole_cairn;
use crate::web::shared::paper::print_button;
use crate::web::state::use_state;
use crate::web::ui::element::{El, el, live, p, text_el, together};
use crate::words;
use crate::words::organisation as say;

/// The page that celebrates, with a button to print it.
pub fn celebration() -> AnyView {
    let open = use_state().open;
    let print = print_button(say::achievements::PRINT);
    let on_screen = el("div")
        .class("on-screen")
        .child(text_el("h1", say::CELEBRATION))
        .child(p(say::achievements::CELEBRATION_LEAD).class("lead"))
        .child(el("div").class("buttons").child(print));
    let page = live(move || open.book(|book| sheet(book).into()));
    together(vec![on_screen.into(), page])
}

fn sheet(book: &Record) -> El {
    let years = by_year(book);
    let name = words::record_name(book.name(), book.kind()).to_owned();
    let none =
        years.is_empty().then(|| p(say::achievements::NOTHING_TO_CELEBRATE_YET).class("empty"));
    el("article")
        .class("celebration")
        .child(
            el("header")
                .child(whole_cairn())
                .child(p(name))
                .child(text_el("h2", say::achievements::WHAT_WE_ACHIEVED)),
        )
        .maybe(none)
        .children(years.iter().map(year))
}

fn year(Year { year, achievements }: &Year) -> El {
    let heading = say::achievements::year(*year);
    let achievements = achievements.iter().map(achievement);
    el("section")
        .child(text_el("h3", heading))
        .child(el("ul").class("plain").children(achievements))
}

fn achievement(achievement: &Achievement) -> El {
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let text = filled(achievement.text()).map(|text| text_el("h4", text));
    let note = filled(achievement.note()).map(|note| p(note).class("written"));
    let day = achievement.date().map(|day| p(say::day(Some(day))).class("quiet"));
    el("li").maybe(text).maybe(note).maybe(day)
}
