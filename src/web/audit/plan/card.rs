//! The card of an action: what will be done, by whom, by when and how far it is, and the fields for
//! that.

use leptos::prelude::*;

use crate::audit::{ACTIONS, Action, Status, action};
use crate::form::TO;
use crate::framework::Framework;
use crate::record::{Link, RecordKind};
use crate::records::Item;
use crate::team::{NEEDS, need};
use crate::web::shared::beside::{changed_by, earlier_words};
use crate::web::shared::carry::{carry_to_book, ends, known_ends};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{item_area, item_date, item_line};
use crate::web::shared::filters::statuses;
use crate::web::shared::finding::way_to;
use crate::web::shared::focus::focus_heading;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, derived, el, live_if, p, quiet, together};
use crate::web::ui::field::select_field;
use crate::words::audit as say;
use crate::words::{self, lead_in};

/// The card of an action. Each of its texts reads the audit by itself, and changes the page only when it
/// has become another.
///
/// `taken` has the id of each action that books on this device took up, with a link to what they made of
/// it.
pub fn card(id: String, taken: Memo<Vec<(String, Link)>>) -> AnyView {
    let state = use_state();
    let framework = state.device.framework();
    let is_empty = state
        .open
        .with_untracked(|audit| audit.action(&id).is_some_and(|action| action.text.is_empty()));
    let kept = StoredValue::new(id.clone());
    let item = move || item(state, kept);
    let overdue = move || Action::of(&item()).overdue(use_state().today());
    let card = el("li")
        .class("card action")
        .child(el("h3").class("written").live_text(move || title(&item())))
        .child(live_if(move || overdue().then(|| p(say::OVERDUE).class("badge due"))))
        .child(el("p").live_text(move || about(&item())))
        .child(live_if(move || indicator(state, &item(), framework)))
        .child(ends(Vec::new, move || {
            let item = item();
            taken.with(|taken| known_ends(item.links(&TO), taken, &item.id))
        }));
    let called = move || say::plan::the_action(&title(&item()));
    changeable(card, &id, is_empty, called, move || fields(kept))
}

fn item(state: State, id: StoredValue<String>) -> Item {
    state
        .open
        .record(|record| id.with_value(|id| record.item(&ACTIONS, id).cloned().unwrap_or_default()))
}

fn title(action: &Item) -> String {
    say::plan::title(action.text(&action::TEXT)).to_owned()
}

/// The status of an action, who sees to it, by when, and who else changed it last.
fn about(item: &Item) -> String {
    let action = Action::of(item);
    words::beside(&[
        words::status(action.status),
        action.owner,
        &say::plan::by_when(action.due),
        &say::last_changed_by(&changed_by("", action.changed)),
    ])
}

/// The indicator that an action is about, with a link to it; an id that the framework does not have
/// stands as it is. `None` when the action is about none.
fn indicator(state: State, item: &Item, framework: &'static Framework) -> Option<El> {
    let id = Action::of(item).indicator?;
    let Some((area, indicator)) = framework.indicator(id) else { return Some(quiet(id)) };
    let (stage, lead_in) = (words::stage(indicator.stage), lead_in(indicator.subject));
    let words = [" · ", stage, " · ", lead_in, " ", &indicator.text].concat();
    Some(el("p").class("quiet").child(way_to(state, area, indicator)).text(words))
}

fn fields(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let side_by_side = el("div")
        .class("side-by-side")
        .child(item_line(say::WHO, &ACTIONS, id, &action::OWNER))
        .child(item_date(say::BY_WHEN, &ACTIONS, id, &action::DUE))
        .child(status_field(state, id));
    let carry = carry_to_book(
        say::plan::ADD_TO_TEAM,
        derived(move || title(&item(state, id))),
        RecordKind::Team,
        say::plan::WHAT_TEAM_GETS,
        move || id.with_value(|id| state.open.link_to(ACTIONS.name, id)),
        move |team| {
            let due = untrack(|| item(state, id)).date(&action::DUE);
            state.open.carry_to_book(
                (ACTIONS.name, &id.get_value()),
                team,
                &NEEDS,
                |item, link| {
                    item.set(&need::TEXT, link.text.clone());
                    item.set(&need::DUE, due);
                },
            );
        },
    );
    let remove = button(say::plan::REMOVE, move || {
        state.open.remove_item(&ACTIONS, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area(say::WHAT_WE_WILL_DO, &ACTIONS, id, &action::TEXT),
        side_by_side.into(),
        item_area(say::plan::HOW_IT_IS_GOING, &ACTIONS, id, &action::PROGRESS),
        earlier_words(id.get_value()),
        el("div").class("buttons").child(carry).child(remove.class("secondary")).into(),
    ])
}

fn status_field(state: State, id: StoredValue<String>) -> AnyView {
    let chosen = derived(move || item(state, id).text(&action::STATUS).to_owned());
    select_field(say::STATUS, statuses(), chosen, move |name| {
        let chosen = Status::ALL.into_iter().find(|status| status.name() == name);
        state.open.change_item(&ACTIONS, &id.get_value(), |item| {
            item.set(&action::STATUS, chosen.unwrap_or_default());
        });
    })
}
