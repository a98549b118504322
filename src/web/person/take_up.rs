//! Making targets of what others ask for: a team's learning need, or a way to contribute.

use leptos::prelude::*;

use crate::framework::Text;
use crate::moment::Date;
use crate::organisation::contribution::link_to;
use crate::person::target;
use crate::record::{Link, RecordKind};
use crate::records::Record;
use crate::team::{NEEDS, need};
use crate::web::person::contributions::contributions;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, el, p, quiet, text_el, together};
use crate::words;
use crate::words::person as say;

/// A button that opens the list of what the teams on this device need to learn. The chosen need becomes
/// a target.
pub fn take_up_need() -> AnyView {
    let state = use_state();
    asked(say::plan::ADD_NEED, say::plan::ADD_NEED_HEADING, move |open| {
        let teams = state.open.books_of_now(RecordKind::Team);
        let lists: Vec<El> = teams.iter().filter_map(|team| needs(state, team, open)).collect();
        let none = lists.is_empty().then(|| p(say::plan::NO_OPEN_NEED).class("empty"));
        el("div").child(p(say::plan::NEED_BECOMES_TARGET)).maybe(none).children(lists).into()
    })
}

/// The open needs of a team, under its name; `None` if it has none.
fn needs(state: State, team: &Record, open: RwSignal<bool>) -> Option<El> {
    let needs = need::needs(team).into_iter().filter(|need| need.status.open());
    let rows: Vec<El> = needs
        .map(|need| {
            let (link, due) = (team.link_to(&NEEDS, need.item), need.due);
            choice(need.text, is_taken(state, &link), move || {
                open.set(false);
                take(state, link.clone(), due);
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", words::record_name(team.name(), team.kind())))
            .child(el("ul").class("plain choices").children(rows))
    })
}

fn is_taken(state: State, link: &Link) -> bool {
    let leads = |from: &Link| from.leads_to_same(link);
    state.open.book(|book| target::all(book).any(|target| target.from().iter().any(leads)))
}

fn take(state: State, link: Link, due: Option<Date>) {
    let id = state.open.take_up(link, &target::LIST, |item, link| {
        item.set(&target::TEXT, link.text.as_str());
        item.set(&target::DUE, due);
    });
    state.open.fresh.set(Some(id));
}

/// A button that opens the list of ways to contribute to a learning organisation. The chosen way
/// becomes a target.
pub fn take_up_contribution() -> AnyView {
    let state = use_state();
    asked(say::plan::ADD_WAY, say::plan::ADD_WAY_HEADING, move |open| {
        let rows = contributions().iter().map(|way| {
            let taken = state.open.book(|book| target::contributes(book, way));
            choice(&way.text, taken, move || {
                open.set(false);
                contribute(state, way);
            })
        });
        el("div")
            .child(p(say::plan::WAY_BECOMES_TARGET))
            .child(el("ul").class("plain choices").children(rows))
            .into()
    })
}

/// Adds the target. If the organisation's book is on this device, the target has a link to it.
fn contribute(state: State, way: &'static Text) {
    let organisation = state.open.book_untracked(|book| book.organisation().to_owned());
    match state.open.organisation_of(&organisation) {
        Some(book) => {
            let from = link_to(&book, way);
            let id =
                state.open.take_up(from, &target::LIST, |item, _| target::contribute(item, way));
            state.open.fresh.set(Some(id));
        }
        None => {
            state.open.add_item(&target::LIST, |item| target::contribute(item, way));
        }
    }
}

/// One choice of the list. If it was taken up already, it says so.
fn choice(text: &str, taken: bool, take: impl Fn() + 'static) -> El {
    let row = el("li").child(button(text, take).class("chip"));
    row.maybe(taken.then(|| quiet(say::plan::IN_PLAN_ALREADY)))
}

/// A button that opens a dialog with choices.
fn asked(
    label: &'static str,
    heading: &'static str,
    content: impl Fn(RwSignal<bool>) -> AnyView + Send + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let whole = move || {
        let not_now = button(say::NOT_NOW, move || open.set(false)).class("secondary");
        el("div").child(content(open)).child(el("div").class("buttons").child(not_now)).into()
    };
    together(vec![
        button(label, move || open.set(true)).class("secondary").into(),
        dialog(open, move || heading.to_owned(), whole).into(),
    ])
}
