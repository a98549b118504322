//! An action: what, who, by when and how far, and the fields to say so.

use leptos::prelude::*;

use crate::audit::{ACTIONS, Action, Status};
use crate::framework::Framework;
use crate::record::{Link, RecordKind};
use crate::team::{NEEDS, need};
use crate::web::page::carry::{carry_to_book, ends, known_ends};
use crate::web::page::change::changeable;
use crate::web::page::finding::way_to;
use crate::web::page::focus::focus_heading;
use crate::web::page::kept::{changed_by, earlier_words};
use crate::web::page::plan::statuses::statuses;
use crate::web::state::{State, use_state};
use crate::web::ui::day::date_field;
use crate::web::ui::element::{El, button, derived, el, live_if, p, quiet, together};
use crate::web::ui::field::{select_field, text_area, text_field};
use crate::web::words::{self, lead_in};

/// An action. It reads the audit at each use: its texts change nothing on the page while they stay
/// the same.
///
/// `taken` is what books here took from the audit, by the id of the action.
pub fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let state = use_state();
    let framework = state.framework();
    let is_empty = state
        .with_untracked(|audit| audit.action(&id).is_some_and(|action| action.text.is_empty()));
    let kept = StoredValue::new(id.clone());
    let action = move || action(state, kept);
    let overdue = move || action().overdue(use_state().today());
    let card = el("li")
        .class("card action")
        .child(el("h3").class("written").live_text(move || title(&action())))
        .child(live_if(move || overdue().then(|| p("Overdue").class("badge due"))))
        .child(el("p").live_text(move || about(&action())))
        .child(live_if(move || indicator(state, &action(), framework)))
        .child(ends(Vec::new, move || {
            let action = action();
            taken.with(|taken| known_ends(&action.to, taken, &action.id))
        }));
    let called = move || ["the action: ", &title(&action())].concat();
    changeable(card, &id, is_empty, called, move || fields(kept))
}

fn action(state: State, id: StoredValue<String>) -> Action {
    state.with(|audit| id.with_value(|id| audit.action(id).cloned().unwrap_or_default()))
}

fn title(action: &Action) -> String {
    match action.text.trim() {
        "" => "Action without words yet".to_owned(),
        text => text.to_owned(),
    }
}

/// How far it is, who sees to it, by when, and who else changed it last.
fn about(action: &Action) -> String {
    let by = match action.due {
        Some(due) => ["by ", &words::day(due)].concat(),
        None => "no date".to_owned(),
    };
    words::beside(&[
        words::status(action.status),
        &action.owner,
        &by,
        &changed_by("last changed by ", &action.changed),
    ])
}

/// The indicator that an action is about, in its own words, and the way to it.
fn indicator(state: State, action: &Action, framework: &'static Framework) -> Option<El> {
    let id = action.indicator.as_deref()?;
    let Some((area, indicator)) = framework.indicator(id) else { return Some(quiet(id)) };
    let (stage, lead_in) = (words::stage(indicator.stage), lead_in(indicator.subject));
    let words = [" · ", stage, " · ", lead_in, " ", &indicator.text].concat();
    Some(el("p").class("quiet").child(way_to(state, area, indicator)).text(words))
}

fn fields(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let text = move |read: fn(&Action) -> &str| {
        state.text(move |audit| {
            let action = id.with_value(|id| audit.action(id));
            action.map(|action| read(action).to_owned()).unwrap_or_default()
        })
    };
    let typed = move |write: fn(&mut Action, String)| {
        move |text| state.type_action(&id.get_value(), |action| write(action, text))
    };
    let area = move |label: &str, read: fn(&Action) -> &str, write: fn(&mut Action, String)| {
        text_area(label, text(read), typed(write), move || state.end_typing())
    };
    let who =
        text_field("Who", text(|action| &action.owner), typed(|action, text| action.owner = text));
    let by_when = date_field(
        "By when",
        move || action(state, id).due,
        move |due| state.date_action(&id.get_value(), |action| action.due = due),
        move || state.end_typing(),
    );
    let side_by_side = el("div")
        .class("side-by-side")
        .child(who.on_leave(move |_| state.end_typing()))
        .child(by_when)
        .child(status_field(state, id));
    let carry = carry_to_book(
        "Carry to a team’s plan…",
        derived(move || title(&action(state, id))),
        RecordKind::Team,
        "It becomes a learning need in the team’s development plan, with a link at each end.",
        move || id.with_value(|id| state.link_to(ACTIONS, id)),
        move |team| {
            let action = untrack(|| action(state, id));
            state.carry_to_book((ACTIONS, &action.id), team, &NEEDS, |item, link| {
                item.set(&need::TEXT, link.text.clone());
                item.set(&need::DUE, action.due);
            });
        },
    );
    let remove = button("Remove this action", move || {
        state.remove_action(&id.get_value());
        focus_heading();
    });
    together(vec![
        area("What we will do", |action| &action.text, |action, text| action.text = text),
        side_by_side.into(),
        area(
            "How it is going (optional)",
            |action| &action.progress,
            |action, text| action.progress = text,
        ),
        earlier_words(id.get_value()),
        el("div").class("buttons").child(carry).child(remove.class("secondary")).into(),
    ])
}

fn status_field(state: State, id: StoredValue<String>) -> AnyView {
    let chosen = derived(move || action(state, id).status.name().to_owned());
    select_field("Status", statuses(), chosen, move |name| {
        let chosen = Status::ALL.into_iter().find(|status| status.name() == name);
        state.change_action(&id.get_value(), |action| action.status = chosen.unwrap_or_default());
    })
}
