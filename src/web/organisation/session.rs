//! A card session: who is there, the time, what is said to each question, how much is in place, and
//! what people will do.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::card;
use crate::organisation::session::{self, USUAL_MINUTES};
use crate::record::RecordKind;
use crate::records::Value;
use crate::route::BookPage;
use crate::team::{NEEDS, need};
use crate::web::organisation::held::{held, of};
use crate::web::organisation::places::{route, while_there};
use crate::web::organisation::session_paper::session_paper;
use crate::web::organisation::timer::timer;
use crate::web::organisation::vote::vote;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::carry::{carry_to_book, carry_to_evidence, ends, known_ends};
use crate::web::shared::fields::{
    item_area, item_date, item_line, item_part, item_select, number_field, whole_up_to, written,
};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{
    El, button, details, el, link, live, live_if, memo, nothing, p, section, text_el, together,
};
use crate::words;
use crate::words::organisation as say;

/// The page of the session with this id.
pub fn session(id: String) -> AnyView {
    while_there(&session::LIST, id, whole)
}

fn whole(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let heading = move || of(id, say::sessions::heading).unwrap_or_default();
    let about = move || {
        of(id, |session| {
            let standing = say::standing(session, state.today());
            let audience = session.audience().map_or("", say::audience);
            words::beside(&[standing, audience])
        })
        .unwrap_or_default()
    };
    let over = memo(move || held(id));
    let print = print_button(say::sessions::PRINT_SESSION).class("secondary");
    let form = el("div")
        .class("on-screen")
        .child(el("h1").attr("data-title", say::sessions::SESSION).live_text(heading))
        .child(el("p").class("lead").live_text(about))
        .child(el("div").class("buttons").child(print))
        .child(facts(state, id))
        .child(live_if(move || (!over.get()).then(|| untrack(|| timer(state, id)))))
        .child(what_the_card_says(state, id))
        .child(questions(state, id))
        .child(vote(state, id))
        .child(will_do(state, id))
        .child(end(state, id));
    together(vec![form.into(), session_paper(id).into()])
}

fn facts(state: State, id: StoredValue<String>) -> El {
    let minutes = move || of(id, |session| session.minutes());
    // The timer takes the new length only when the field is left: on the way to 60 minutes the field
    // holds 6, and the time could be up.
    let set_timer = move || {
        let minutes = untrack(minutes).unwrap_or(USUAL_MINUTES);
        id.with_value(|id| state.meetings.set_timer_minutes(id, minutes));
    };
    let how_long = number_field(
        say::sessions::MINUTES,
        (|text| whole_up_to(text, 1_000), written),
        minutes,
        move |number| {
            state.open.enter_item(&session::LIST, &id.get_value(), &session::MINUTES, number)
        },
        move || {
            state.open.end_typing();
            set_timer();
        },
    );
    section("facts", say::sessions::THE_MEETING)
        .child(
            el("div")
                .class("side-by-side")
                .child(item_date(say::THE_DAY, &session::LIST, id, &session::DATE))
                .child(how_long.numeric()),
        )
        .child(item_line(say::sessions::WHO_IS_THERE, &session::LIST, id, &session::PRESENT))
        .child(
            el("div")
                .class("side-by-side")
                .child(item_select(
                    say::sessions::WHO_IT_IS_FOR,
                    &session::LIST,
                    id,
                    &session::AUDIENCE,
                    say::AUDIENCES,
                ))
                .child(item_select(
                    say::sessions::PLACE_IN_PROGRAMME,
                    &session::LIST,
                    id,
                    &session::HORIZON,
                    say::HORIZONS,
                )),
        )
}

/// The card, folded away, to be looked up while people talk.
fn what_the_card_says(state: State, id: StoredValue<String>) -> AnyView {
    live(move || {
        let card = of(id, |session| session.card().to_owned()).unwrap_or_default();
        let card = state.open.book(|book| card::find(learning(), book, &card));
        let Some(card) = card else { return nothing() };
        let examples = card.examples.iter().map(|text| text_el("li", &*text.text));
        let to = route(state, BookPage::Card(card.id.clone()));
        details(say::WHAT_THE_CARD_SAYS, "")
            .child(p(&*card.statement).class("written"))
            .child(el("ul").class("written").children(examples))
            .child(el("p").child(link(to, say::sessions::SEE_WHOLE_CARD)))
            .into()
    })
}

fn questions(state: State, id: StoredValue<String>) -> El {
    let asked = memo(move || {
        state
            .open
            .book(|book| {
                let session = id.with_value(|id| session::find(book, id))?;
                let card = card::find(learning(), book, session.card());
                Some(session.questions(card.as_ref()))
            })
            .unwrap_or_default()
    });
    let list = live(move || {
        let asked = asked.get();
        if asked.is_empty() {
            return p(say::sessions::NO_QUESTIONS).class("empty").into();
        }
        untrack(|| {
            el("ol")
                .class("questions")
                .children(
                    asked.into_iter().enumerate().map(|(place, asked)| question(id, place, asked)),
                )
                .into()
        })
    });
    section("questions", say::QUESTIONS).child(list)
}

fn question(id: StoredValue<String>, place: usize, asked: Text) -> El {
    let number = (place + 1).to_string();
    let label = say::sessions::notes_on(&number);
    el("li")
        .class("question")
        .child(text_el("span", number).class("number").attr("aria-hidden", "true"))
        .child(p(say::sessions::question(&asked.text)))
        .child(item_part(label, &session::LIST, id, &session::NOTES, asked.id))
}

fn will_do(state: State, id: StoredValue<String>) -> El {
    let taken = state.open.taken_from_here();
    let to = move || {
        let own = of(id, |session| session.to().to_vec()).unwrap_or_default();
        taken.with(|taken| id.with_value(|id| known_ends(&own, taken, id)))
    };
    let about = state.open.book_untracked(|book| {
        id.with_value(|id| session::find(book, id).map(|session| say::title(session.title())))
    });
    let about = about.unwrap_or_default();
    let into_plan = carry_to_book(
        say::sessions::ADD_TO_TEAM_PLAN,
        &*about,
        RecordKind::Team,
        say::sessions::WHAT_TEAM_PLAN_SAYS,
        move || id.with_value(|id| state.open.link_to(session::LIST.name, id)),
        move |team| {
            let text = untrack(|| of(id, |session| session.will_do().to_owned()));
            state.open.carry_to_book(
                (session::LIST.name, &id.get_value()),
                team,
                &NEEDS,
                |item, link| {
                    let text = text.unwrap_or_default();
                    item.set(
                        &need::TEXT,
                        if text.trim().is_empty() { link.text.clone() } else { text },
                    );
                },
            );
        },
    );
    section("will-do", say::sessions::WHAT_WE_WILL_DO)
        .child(item_area(say::sessions::WHAT_YOU_AGREED, &session::LIST, id, &session::WILL_DO))
        .child(earlier_words(id.get_value()))
        .child(ends(Vec::new, to))
        .child(el("div").class("buttons").child(into_plan).child(carry_to_evidence(
            about,
            &session::LIST,
            id,
        )))
}

/// The buttons that mark the session as held or not, and remove it.
fn end(state: State, id: StoredValue<String>) -> El {
    let held = memo(move || held(id));
    let set = move |now: session::State| {
        let card = untrack(|| {
            state.open.book(|book| {
                let session = id.with_value(|id| session::find(book, id))?;
                card::find(learning(), book, session.card())
            })
        });
        state.open.change_item(&session::LIST, &id.get_value(), |item| {
            item.set(&session::STATE, Value::Word(now.name()));
            if let Some(card) = card.filter(|_| now == session::State::Held) {
                session::copy_card(item, &card);
            }
            if now == session::State::Held && item.date(&session::DATE).is_none() {
                item.set(&session::DATE, Some(state.today()));
            }
        });
        id.with_value(|id| state.meetings.reset_timer(id));
    };
    let remove = move || {
        id.with_value(|id| state.meetings.remove_session(id));
        state.go(&route(state, BookPage::Cards));
    };
    let mark = live_if(move || {
        Some(if held.get() {
            button(say::sessions::MARK_AS_NOT_HELD, move || set(session::State::Planned))
                .class("secondary")
        } else {
            button(say::sessions::MARK_AS_HELD, move || set(session::State::Held))
        })
    });
    let asks = RwSignal::new(false);
    let question = confirm(
        asks,
        say::sessions::ASK_TO_REMOVE.to_owned(),
        say::sessions::WHAT_REMOVING_TAKES,
        say::sessions::REMOVE,
        remove,
    );
    let ask_or_remove = move || {
        let has_shown = untrack(|| of(id, |session| session.shown().next().is_some()));
        if has_shown.unwrap_or_default() { asks.set(true) } else { remove() }
    };
    let remove = button(say::sessions::REMOVE_SESSION, ask_or_remove).class("secondary");
    let buttons = el("div").class("buttons").child(mark).child(remove).child(question);
    section("after", say::sessions::AFTER_THE_MEETING)
        .child(p(say::sessions::WHAT_HELD_MEANS))
        .child(buttons)
}
