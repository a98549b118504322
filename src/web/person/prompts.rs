//! What is asked after a course or a conference, until it was done or put away.

use leptos::prelude::*;

use crate::learner::diary::LIST;
use crate::learner::prompt::{Answer, waiting};
use crate::learner::{DiaryEntry, Prompt};
use crate::records::Item;
use crate::route::{BookList, BookPage, Route};
use crate::web::person::terms::{self, title};
use crate::web::shared::fields::of_item;
use crate::web::shared::focus::focus_heading;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, live_if, p, section, unseen};

/// What is asked of an entry, on its card; what was put away can be asked again.
pub fn asked(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let today = state.today();
    live_if(move || {
        of_item(&LIST, id, |item| {
            let entry = DiaryEntry(item);
            let prompts: Vec<El> = Prompt::ALL
                .into_iter()
                .filter(|_| entry.is_prompted(today))
                .filter_map(|prompt| match entry.answer(prompt) {
                    Answer::Done => None,
                    Answer::Open => Some(open(state, item, prompt)),
                    Answer::PutAway => Some(put_away(state, item, prompt)),
                })
                .collect();
            (!prompts.is_empty()).then(|| list("After the course", prompts))
        })
        .flatten()
    })
}

fn list(heading: &'static str, prompts: Vec<El>) -> El {
    el("div")
        .class("note reminder prompts")
        .child(p(heading).class("asked"))
        .child(el("ul").class("plain").children(prompts))
}

/// Something that is asked, and a button that puts it away.
fn open(state: State, item: &Item, prompt: Prompt) -> El {
    let change = set_put_away(state, item.id.clone(), prompt, true);
    let about = [": ", terms::prompt(prompt), " ", &title(DiaryEntry(item))].concat();
    let away = button("Put away", change).class("quiet-button").child(unseen(about));
    el("li").text(terms::prompt(prompt)).child(away)
}

fn put_away(state: State, item: &Item, prompt: Prompt) -> El {
    let change = set_put_away(state, item.id.clone(), prompt, false);
    let about = [": ", terms::prompt(prompt)].concat();
    let again = button("Ask again", change).class("quiet-button").child(unseen(about));
    el("li").class("quiet").text(["Put away: ", terms::prompt(prompt)].concat()).child(again)
}

fn set_put_away(state: State, id: String, prompt: Prompt, away: bool) -> impl Fn() + 'static {
    move || {
        state.open.change_item(&LIST, &id, |item| item.set(prompt.put_away(), away));
        focus_heading();
    }
}

/// Everything that is still asked after courses, for the overview.
pub fn all_waiting(state: State) -> AnyView {
    let today = state.today();
    live_if(move || {
        state.open.book(|book| {
            let waiting = waiting(book, today);
            let cards: Vec<El> = waiting
                .into_iter()
                .map(|(entry, prompts)| {
                    let page = BookPage::Item(BookList::Diary, entry.0.id.clone());
                    let way = link(Route::book(book.kind(), &book.id, page), title(entry));
                    let prompts = prompts.into_iter().map(|prompt| open(state, entry.0, prompt));
                    el("li")
                        .class("note reminder prompts")
                        .child(el("p").class("asked").child(way))
                        .child(el("ul").class("plain").children(prompts))
                })
                .collect();
            (!cards.is_empty()).then(|| {
                section("after", "After a course").child(el("ul").class("plain").children(cards))
            })
        })
    })
}
