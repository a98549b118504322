//! A person's book on paper: the parts that are ticked, such as the learning plan and the profile for
//! the appraisal.

use leptos::prelude::*;

use crate::person::LearningYear;
use crate::records::Record;
use crate::web::person::shown::Part;
use crate::web::shared::paper::{paper, print_button};
use crate::web::state::use_state;
use crate::web::ui::element::{El, el, live, p, text_el, together};
use crate::web::ui::field::tick;
use crate::words;
use crate::words::person as say;

/// The page on which the parts are chosen and printed.
pub fn print() -> AnyView {
    let open = use_state().open;
    let chosen =
        Part::ALL.map(|part| (part, RwSignal::new(!matches!(part, Part::Work | Part::LastYear))));
    let ticks =
        chosen.map(|(part, on)| tick(part.name(), move || on.get(), move |now| on.set(now)));
    let print = print_button(say::SAVE_AS_PDF);
    let on_screen = el("div")
        .class("on-screen")
        .child(text_el("h1", say::PRINT))
        .child(p(say::print::LEAD).class("lead"))
        .child(
            el("fieldset")
                .class("shares print-parts")
                .child(text_el("legend", say::print::WHAT_TO_PRINT))
                .children(ticks),
        )
        .child(el("div").class("buttons").child(print));
    let paper = live(move || {
        let parts: Vec<Part> =
            chosen.iter().filter(|(_, on)| on.get()).map(|(part, _)| *part).collect();
        open.book(|book| article(book, &parts).into())
    });
    together(vec![on_screen.into(), paper])
}

fn article(book: &Record, parts: &[Part]) -> El {
    let name = words::record_name(book.name(), book.kind());
    let year = say::print::learning_year(LearningYear::of(book));
    let running = words::beside(&[book.organisation(), name, &words::day(use_state().today())]);
    let title = el("section")
        .class("report-title")
        .child(text_el("h2", name))
        .child(p(words::beside(&[book.organisation(), &year])).class("lead"));
    let parts = parts.iter().filter_map(|part| part.of(book, ("h2", "h3")));
    let article = el("article").class("shown").child(title).children(parts.collect::<Vec<_>>());
    paper(running, article)
}
