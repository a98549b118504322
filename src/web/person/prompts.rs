//! The prompts after a course or a conference, until they are done or put away.

use leptos::prelude::*;

use crate::person::diary::LIST;
use crate::person::prompt::{Answer, waiting};
use crate::person::{DiaryEntry, Prompt};
use crate::records::Item;
use crate::route::{BookList, BookPage, Route};
use crate::web::shared::fields::of_item;
use crate::web::shared::focus::focus_heading;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, live_if, p, section, unseen};
use crate::words::person as say;

/// The prompts on the card of an entry. One that was put away can be asked again.
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
                    Answer::Skipped => Some(skipped(state, item, prompt)),
                })
                .collect();
            (!prompts.is_empty()).then(|| list(say::diary::AFTER_THE_COURSE, prompts))
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

/// A prompt, and a button that puts it away.
fn open(state: State, item: &Item, prompt: Prompt) -> El {
    let change = set_skipped(state, item.id.clone(), prompt, true);
    let about = say::diary::skip_about(prompt, &say::diary::title(DiaryEntry(item)));
    let away = button(say::diary::SKIP, change).class("quiet-button").child(unseen(about));
    el("li").text(say::prompt(prompt)).child(away)
}

fn skipped(state: State, item: &Item, prompt: Prompt) -> El {
    let change = set_skipped(state, item.id.clone(), prompt, false);
    let about = say::diary::ask_again_about(prompt);
    let again = button(say::diary::ASK_AGAIN, change).class("quiet-button").child(unseen(about));
    el("li").class("quiet").text(say::diary::skipped(prompt)).child(again)
}

fn set_skipped(state: State, id: String, prompt: Prompt, away: bool) -> impl Fn() + 'static {
    move || {
        state.open.change_item(&LIST, &id, |item| item.set(prompt.skipped_field(), away));
        focus_heading();
    }
}

/// All prompts that wait, for the overview; empty if there are none.
pub fn all_waiting(state: State) -> AnyView {
    let today = state.today();
    live_if(move || {
        state.open.book(|book| {
            let waiting = waiting(book, today);
            let cards: Vec<El> = waiting
                .into_iter()
                .map(|(entry, prompts)| {
                    let page = BookPage::Item(BookList::Diary, entry.0.id.clone());
                    let way =
                        link(Route::book(book.kind(), &book.id, page), say::diary::title(entry));
                    let prompts = prompts.into_iter().map(|prompt| open(state, entry.0, prompt));
                    el("li")
                        .class("note reminder prompts")
                        .child(el("p").class("asked").child(way))
                        .child(el("ul").class("plain").children(prompts))
                })
                .collect();
            (!cards.is_empty()).then(|| {
                section("after", say::diary::AFTER_A_COURSE)
                    .child(el("ul").class("plain").children(cards))
            })
        })
    })
}
