//! A vote by a show of hands: somebody counts them, step by step.

use leptos::prelude::*;

use super::vote::keep;
use super::words as said;
use crate::organisation::votes::{InPlace, Votes};
use crate::web::state::State;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, el, p, text_el};
use crate::web::ui::field::text_field;
use crate::web::words;

/// The most hands of one kind.
const MOST_HANDS: u32 = 9_999;

/// Counting hands, step by step.
pub fn show_of_hands(state: State, id: StoredValue<String>, open: RwSignal<bool>) -> El {
    let content = move || {
        let counts = InPlace::ALL.map(|_| RwSignal::new("0".to_owned()));
        let votes = move || {
            let mut votes = Votes::default();
            for (step, count) in InPlace::ALL.into_iter().zip(counts) {
                let count = count.get().trim().parse::<u32>().unwrap_or(0);
                votes = votes.with(step, count.min(MOST_HANDS));
            }
            votes
        };
        let done = move |event: web_sys::Event| {
            event.prevent_default();
            let votes = untrack(votes);
            if votes.total() > 0 {
                open.set(false);
                keep(state, id, votes);
            }
        };
        let rows = InPlace::ALL.into_iter().zip(counts).map(|(step, count)| hands(step, count));
        let all =
            move || [&words::count(votes().total() as usize, "hand", "hands"), " in all"].concat();
        el("form")
            .attr("autocomplete", "off")
            .on("submit", done)
            .child(p("Read out each answer, and count the hands."))
            .children(rows)
            .child(el("p").attr("role", "status").live_text(all))
            .child(
                el("div")
                    .class("buttons")
                    .child(button("Not now", move || open.set(false)).class("secondary"))
                    .child(
                        text_el("button", "Show the result")
                            .attr("type", "submit")
                            .live_flag("disabled", move || votes().total() == 0),
                    ),
            )
            .into()
    };
    dialog(open, || "A show of hands".to_owned(), content)
}

fn hands(step: InPlace, count: RwSignal<String>) -> El {
    let name = said::in_place(step);
    let change = move |by: i64| {
        let now = count.get_untracked().trim().parse::<i64>().unwrap_or(0);
        count.set((now + by).clamp(0, i64::from(MOST_HANDS)).to_string());
    };
    let press = |sign: &'static str, what: &str, by: i64| {
        button(sign, move || change(by))
            .class("secondary")
            .attr("aria-label", [what, ": ", name].concat())
    };
    el("div")
        .class("hands")
        .child(text_field(name, count, move |text| count.set(text)).numeric())
        .child(press("−", "One fewer", -1))
        .child(press("+", "One more", 1))
}
