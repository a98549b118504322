//! Taking up what others ask for as a target: a need of a team, or a way to contribute.

use leptos::prelude::*;

use crate::audit::Status;
use crate::book::{Book, Item};
use crate::learner::target::{CONTRIBUTION, DUE, FROM, LIST, TEXT};
use crate::moment::Date;
use crate::record::{Link, RecordKind};
use crate::web::page::learner::contributions::contributions;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, el, p, quiet, text_el, together};
use crate::web::words;

/// The list of a team's learning needs.
const NEEDS: &str = "needs";

/// A button that opens the list of what the teams on this device need to learn.
pub fn take_up_need() -> AnyView {
    let state = use_state();
    asked("Take up a team’s need…", "Take up a team’s need", move |open| {
        let teams = state.books(RecordKind::Team);
        let lists: Vec<El> = teams.iter().filter_map(|team| needs(state, team, open)).collect();
        let none = lists.is_empty().then(|| {
            p("No team on this device has a need that is open. If your team keeps its plan elsewhere, ask for it as a file and open that here.")
                .class("empty")
        });
        el("div")
            .child(p("What you choose becomes a target of yours, with a link to the team’s plan. You can then say it in your own words."))
            .maybe(none)
            .children(lists)
            .into()
    })
}

/// The open needs of a team under its name.
fn needs(state: State, team: &Book, open: RwSignal<bool>) -> Option<El> {
    let needs = team.items(NEEDS).iter().filter(|need| Status::of(need.text("status")).open());
    let rows: Vec<El> = needs
        .map(|need| {
            let link = team.link_to(NEEDS, need);
            choice(need.text(TEXT), is_taken(state, &link), {
                let due = need.date("due");
                move || {
                    open.set(false);
                    take(state, link.clone(), due);
                }
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("div")
            .child(text_el("h3", words::record_name(team.name(), team.kind)))
            .child(el("ul").class("plain choices").children(rows))
    })
}

fn is_taken(state: State, link: &Link) -> bool {
    let leads = |item: &Item| item.links(FROM).iter().any(|from| from.leads_to_same(link));
    state.book(|book| book.items(LIST).iter().any(leads))
}

fn take(state: State, link: Link, due: Option<Date>) {
    let id = state.take_up(link, LIST, |item, link| {
        item.set(TEXT, link.text.as_str());
        item.set(DUE, due);
    });
    state.fresh.set(Some(id));
}

/// A button that opens the list of ways to contribute to a learning organisation.
pub fn take_up_contribution() -> AnyView {
    let state = use_state();
    asked("Take up a way to contribute…", "Take up a way to contribute", move |open| {
        let rows = contributions().iter().map(|way| {
            let taken = state
                .book(|book| book.items(LIST).iter().any(|item| item.text(CONTRIBUTION) == way.id));
            choice(&way.text, taken, move || {
                open.set(false);
                contribute(state, &way.id, &way.text);
            })
        });
        el("div")
            .child(p("Twelve ways in which each of us can help the organisation to learn. What you choose becomes a target of yours."))
            .child(el("ul").class("plain choices").children(rows))
            .into()
    })
}

/// With the organisation's book on this device, the target has a link to it.
fn contribute(state: State, way: &'static str, words: &'static str) {
    let organisation = state.book(|book| book.organisation().trim().to_owned());
    let books = state.books(RecordKind::Organisation);
    let book = books.iter().find(|book| book.name().trim() == organisation).or(books.first());
    let fill = |item: &mut Item| {
        item.set(TEXT, words);
        item.set(CONTRIBUTION, way);
    };
    match book {
        Some(book) => {
            let link = Link {
                kind: book.kind,
                record: book.id.clone(),
                name: book.name().to_owned(),
                list: "contributions".to_owned(),
                item: way.to_owned(),
                text: words.to_owned(),
            };
            let id = state.take_up(link, LIST, |item, _| fill(item));
            state.fresh.set(Some(id));
        }
        None => {
            state.add_item(LIST, fill);
        }
    }
}

/// Something to take up; what was taken up already says so.
fn choice(text: &str, taken: bool, take: impl Fn() + 'static) -> El {
    let row = el("li").child(button(text, take).class("chip"));
    row.maybe(taken.then(|| quiet("It is in your plan already.")))
}

/// A button that opens a dialog with choices in it.
fn asked(
    label: &'static str,
    heading: &'static str,
    content: impl Fn(RwSignal<bool>) -> AnyView + Send + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let whole = move || {
        let not_now = button("Not now", move || open.set(false)).class("secondary");
        el("div").child(content(open)).child(el("div").class("buttons").child(not_now)).into()
    };
    together(vec![
        button(label, move || open.set(true)).class("secondary").into(),
        dialog(open, move || heading.to_owned(), whole).into(),
    ])
}
