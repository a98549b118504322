//! The characteristics asked of many people: where their survey stands, what may be seen of it beside
//! what one person says, and keeping that as a round.

use leptos::prelude::*;

use crate::organisation::many;
use crate::organisation::round::{self, Round};
use crate::records::{Entry, Slot};
use crate::records::{Item, Record};
use crate::route::{BookPage, SurveyPage};
use crate::web::organisation::places::route;
use crate::web::organisation::profile::profiles;
use crate::web::organisation::words as said;
use crate::web::state::{State, learning};
use crate::web::survey::pages::written;
use crate::web::survey::{figures, hidden};
use crate::web::ui::element::{El, adding, el, link, p, quiet, section, text_el};

/// The section about the survey: where it stands, and the way to it.
pub fn asking(state: State, book: &Record) -> El {
    let section = section("many", "Asked of many").class("on-screen");
    let to = |text: &'static str| {
        let there =
            link(state.survey.survey_page(SurveyPage::Manage), text).class("button secondary");
        el("p").child(there)
    };
    let Some(collected) = book.collected() else {
        return section
            .child(p("Ask everyone how true each of these is here: by a link, on a tablet that is handed round, or on paper. Nobody is asked for a name."))
            .child(to("Ask many people"));
    };
    let title = el("p").child(text_el("strong", collected.survey.title.trim()));
    let kept = many::kept(book).filter(|_| many::is_kept(learning(), book));
    let section = match (hidden::why_hidden(collected), kept) {
        (Some(why), _) => section.child(title).child(p(why)),
        (None, Some(kept)) => {
            let there = route(state, BookPage::Round(kept.id().to_owned()));
            let round = ["the round of ", &said::day(kept.date())].concat();
            section
                .child(title)
                .child(p("What people have said is kept as ").child(link(there, round)).text("."))
        }
        (None, None) => section.child(title).child(p(figures::who_answered(collected))),
    };
    section.maybe(hidden::still_waiting(collected).map(quiet)).child(to("Go to the survey"))
}

/// What may be seen of the survey and is not kept yet, beside what one person says; and the button that
/// keeps it.
pub fn not_kept(state: State, book: &Record) -> Option<Vec<AnyView>> {
    let seen = many::seen(learning(), book).filter(|_| !many::is_kept(learning(), book))?;
    let round = Round::of(&seen);
    let keep = move || {
        let today = state.today();
        let item = state.open.book_untracked(|book| many::to_keep(learning(), book, today));
        if let Some(item) = item {
            keep(state, item);
        }
    };
    let head = section("last", "What many say")
        .child(p("This is what may be seen of the survey now. Keep it as a round: then a later one can be laid beside it.").class("on-screen"))
        .child(el("div").class("buttons").child(adding("Keep as a round", keep)));
    Some(vec![
        head.into(),
        profiles(round, many::beside(book)),
        written(round.comments().cloned().collect()),
    ])
}

fn keep(state: State, item: Item) {
    let id = item.id.clone();
    let slot = Slot::item(&round::LIST, &id);
    state.open.edit_with_undo(vec![(slot, Entry::Item(item))], "What many say is kept as a round.");
    state.go(&route(state, BookPage::Round(id)));
}
