//! One round: how true each statement is here, as said by one person, a group, or the many who answered
//! a survey.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::many;
use crate::organisation::round::{self, Round, Truth};
use crate::route::BookPage;
use crate::web::organisation::places::{route, while_there};
use crate::web::organisation::profile::profiles;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::fields::{item_area, item_date, item_line, item_part, of_item};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::survey::figures;
use crate::web::survey::pages::written;
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{
    El, button, derived, details, el, live, live_if, memo, nothing, p, quiet, section, text_el,
    together,
};
use crate::web::ui::field::choice_under;
use crate::web::ui::meter::meter;
use crate::words::organisation as say;

/// The page of the round with this id.
pub fn round(id: String) -> AnyView {
    while_there(&round::LIST, id, whole)
}

fn of<R>(id: StoredValue<String>, read: impl FnOnce(&Round) -> R) -> Option<R> {
    of_item(&round::LIST, id, |item| read(&Round::of(item)))
}

fn whole(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let heading = move || of(id, |round| say::round_of(round.date())).unwrap_or_default();
    let counted = memo(move || of(id, |round| round.is_counted()).unwrap_or_default());
    let content =
        live(
            move || {
                if counted.get() { untrack(|| by_many(id)) } else { untrack(|| by_one(state, id)) }
            },
        );
    let picture = live(move || {
        state.open.book(|book| {
            let id = id.get_value();
            let Some(round) = round::find(book, &id) else { return nothing() };
            let picture = profiles(round, round::before(book, &id));
            together(vec![picture, written(round.comments().cloned().collect())])
        })
    });
    let remove = move || {
        id.with_value(|id| state.open.remove_round(id));
        state.go(&route(state, BookPage::Characteristics));
    };
    let asks = RwSignal::new(false);
    let ask_or_remove = move || if counted.get_untracked() { asks.set(true) } else { remove() };
    let question = confirm(
        asks,
        say::rounds::ASK_TO_REMOVE.to_owned(),
        say::rounds::WHAT_REMOVING_TAKES,
        say::rounds::REMOVE,
        remove,
    );
    let print = print_button(say::rounds::PRINT_ROUND).class("secondary");
    together(vec![
        el("h1").live_text(heading).into(),
        el("div").class("buttons").child(print).into(),
        content,
        section("picture", say::rounds::WHOLE_PICTURE).child(picture).into(),
        live_if(move || note_on_paper(id)),
        section("note", say::rounds::A_NOTE)
            .class("on-screen")
            .child(item_area(say::rounds::WORTH_REMEMBERING, &round::LIST, id, &round::NOTE))
            .child(earlier_words(id.get_value()))
            .into(),
        live_if(move || {
            let stays = state.open.book(|book| id.with_value(|id| many::must_stay(book, id)));
            Some(match stays {
                true => quiet(say::rounds::ROUND_STAYS).class("on-screen"),
                false => el("div")
                    .class("buttons")
                    .child(button(say::rounds::REMOVE_ROUND, ask_or_remove).class("secondary")),
            })
        }),
        question.into(),
    ])
}

/// The note as it is printed; `None` if it is empty.
fn note_on_paper(id: StoredValue<String>) -> Option<El> {
    let note = of(id, |round| round.note().trim().to_owned()).filter(|note| !note.is_empty())?;
    Some(
        section("note-on-paper", say::rounds::A_NOTE)
            .class("on-paper")
            .child(p(note).class("written")),
    )
}

/// Who answered a round that was counted. Such a round can be looked at and not changed.
fn by_many(id: StoredValue<String>) -> AnyView {
    let people = move || {
        let rate = of(id, |round| {
            let rate = figures::response_rate(round.people().unwrap_or_default(), round.invited());
            [rate, figures::typed_in(round.typed())].concat()
        });
        rate.unwrap_or_default()
    };
    el("p").class("lead").live_text(people).into()
}

fn by_one(state: State, id: StoredValue<String>) -> AnyView {
    let learning = learning();
    let answered = derived(move || of(id, |round| round.answered(learning)).unwrap_or((0, 1)));
    // The numbers run on from one list to the other, as the meter counts both.
    let list =
        |anchor: &'static str, heading: &'static str, texts: &'static [Text], first: usize| {
            let rows = texts.iter().enumerate();
            let rows = rows.map(|(place, text)| statement(state, id, first + place, text));
            section(anchor, heading).child(el("ol").class("questions").children(rows))
        };
    let form = el("div")
        .class("on-screen")
        .child(
            el("div")
                .class("side-by-side")
                .child(item_date(say::THE_DAY, &round::LIST, id, &round::DATE))
                .child(item_line(say::rounds::WHO_FILLED_THIS_IN, &round::LIST, id, &round::BY)),
        )
        .child(meter(answered, say::rounds::STATEMENTS_ANSWERED))
        .child(list(
            "say-characteristics",
            say::rounds::CHARACTERISTICS_ASKED,
            &learning.characteristics,
            1,
        ))
        .child(list(
            "say-feels-like",
            say::rounds::FEELS_LIKE_ASKED,
            &learning.feels_like,
            1 + learning.characteristics.len(),
        ));
    // The form is not printed: the picture has the choices and examples as well.
    let by = move || of(id, say::by_line).unwrap_or_default();
    together(vec![el("p").class("lead on-paper").live_text(by).into(), form.into()])
}

fn statement(state: State, id: StoredValue<String>, number: usize, text: &'static Text) -> El {
    let chosen = derived(move || {
        of(id, |round| round.step(&text.id).map_or("", Truth::name)).unwrap_or_default()
    });
    let choose = move |word: &'static str| {
        state.open.change_item(&round::LIST, &id.get_value(), |item| {
            item.choose(&round::STEPS, &text.id, Some(word));
        });
    };
    let number = number.to_string();
    let example = state.open.book_untracked(|book| {
        let round = id.with_value(|id| round::find(book, id));
        round.is_some_and(|round| !round.example(&text.id).is_empty())
    });
    let label = say::rounds::example_for(&number);
    let example = details(say::rounds::GIVE_AN_EXAMPLE, say::rounds::for_statement(&number))
        .live_flag("open", move || example)
        .child(item_part(label, &round::LIST, id, &round::EXAMPLES, text.id.clone()));
    el("li")
        .class("question")
        .child(text_el("span", number).class("number").attr("aria-hidden", "true"))
        .child(
            choice_under(text_el("legend", &*text.text), say::rounds::TRUTH, chosen, choose)
                .class("judgement"),
        )
        .child(example)
}
