//! A vote by a show of hands: somebody counts the hands for each step.

use leptos::prelude::*;

use crate::organisation::session;
use crate::organisation::votes::{InPlace, Votes};
use crate::survey::sheets::typed_number;
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, derived, el, live_if, p, text_el};
use crate::web::ui::field::text_field;
use crate::words::organisation as say;

/// The most hands that can be counted for one step.
const MOST_HANDS: u32 = 9_999;

/// What stands in a field before anything is typed.
const NONE: &str = "0";

/// The dialog in which hands are counted for each step. What was typed stays when it is closed, and
/// goes once it has become the result.
pub fn show_of_hands(state: State, id: StoredValue<String>, open: RwSignal<bool>) -> El {
    let counts = InPlace::ALL.map(|_| RwSignal::new(NONE.to_owned()));
    let content = move || {
        // `None` while a field holds anything but a number of hands.
        let votes = move || {
            let mut votes = Votes::default();
            for (step, count) in InPlace::ALL.into_iter().zip(counts) {
                votes = votes.with(step, count.with(|count| typed_number(count, MOST_HANDS)).ok()?);
            }
            Some(votes)
        };
        let near = move || {
            let hands = votes()?.total();
            id.with_value(|id| state.meetings.hands_too_near_to(id, hands))
                .map(|shown| (hands, shown))
        };
        let any = move || votes().filter(|votes| votes.total() > 0 && untrack(near).is_none());
        let too_near = move || {
            near()
                .map(|(hands, shown)| p(say::votes::hands_too_near(hands, shown)).class("problem"))
        };
        let done = move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(votes) = untrack(any) {
                open.set(false);
                for count in counts {
                    count.set(NONE.to_owned());
                }
                keep(state, id, votes);
            }
        };
        let rows = InPlace::ALL.into_iter().zip(counts).map(|(step, count)| hands(step, count));
        let all = move || match votes() {
            Some(votes) => say::votes::hands_in_all(votes),
            None => say::votes::NUMBER_NOT_RIGHT.to_owned(),
        };
        el("form")
            .attr("autocomplete", "off")
            .on("submit", done)
            .child(p(say::votes::COUNT_THE_HANDS))
            .children(rows)
            .child(el("p").attr("role", "status").live_text(all))
            .child(el("div").attr("role", "alert").child(live_if(too_near)))
            .child(
                el("div")
                    .class("buttons")
                    .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
                    .child(
                        text_el("button", say::votes::SHOW_RESULT)
                            .attr("type", "submit")
                            .live_flag("disabled", move || any().is_none()),
                    ),
            )
            .into()
    };
    dialog(open, || say::votes::SHOW_OF_HANDS.to_owned(), content)
}

fn hands(step: InPlace, count: RwSignal<String>) -> El {
    let change = move |by: i64| {
        let now = count.get_untracked().trim().parse::<i64>().unwrap_or(0);
        count.set((now + by).clamp(0, i64::from(MOST_HANDS)).to_string());
    };
    let press = |sign: &'static str, name: String, by: i64| {
        button(sign, move || change(by)).class("secondary").attr("aria-label", name)
    };
    let problem = derived(move || {
        let typed = count.with(|count| typed_number(count, MOST_HANDS));
        typed.err().map(|problem| problem.to_string())
    });
    let name = say::votes::in_place(step);
    let field = text_field(name, count, move |text| count.set(text)).numeric().problem(problem);
    el("div")
        .class("hands")
        .child(field)
        .child(press("−", say::votes::one_fewer(step), -1))
        .child(press("+", say::votes::one_more(step), 1))
}

/// Keeps the counts as the session's votes, and moves the focus to the result.
fn keep(state: State, id: StoredValue<String>, votes: Votes) {
    state
        .open
        .change_item(&session::LIST, &id.get_value(), |item| item.set(&session::VOTES, votes));
    focus_soon("#result".to_owned());
}
