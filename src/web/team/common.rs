//! What the team needs to learn that other teams on this device need as well: what a seminar or an
//! internal course could be for.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{BookList, BookPage, Route};
use crate::team::Need;
use crate::team::common::{Common, Shared, common as found};
use crate::web::state::{State, use_state};
use crate::web::team::words::need_title;
use crate::web::ui::element::{El, el, link, live, p, quiet, text_el, together};
use crate::web::words;

/// The page.
pub fn common() -> AnyView {
    let state = use_state();
    let lead = "When several teams need to learn the same, they can do it together: in a seminar, or in a course of the organisation’s own. Open needs are common when they have the same theme, or come from the same action or target.";
    let content = live(move || {
        let teams = state.open.books(RecordKind::Team);
        let shared = found(&teams);
        if teams.len() < 2 {
            return alone();
        }
        if shared.is_empty() {
            return p("The teams on this device have no open need in common so far. Give needs that belong together the same theme in each team.").class("empty").into();
        }
        let parts = shared.iter().enumerate().map(|(index, common)| part(state, index, common));
        el("div").children(parts).into()
    });
    together(vec![
        text_el("h1", "In common with other teams").into(),
        p(lead).class("lead").into(),
        content,
    ])
}

/// What is said where there is one team only.
fn alone() -> AnyView {
    el("div")
        .child(p("This is the only team on this device. Open the files of other teams, and what they have in common shows here.").class("empty"))
        .child(
            el("div")
                .class("buttons")
                .child(link(Route::Open, "Open a file").class("button secondary"))
                .child(link(Route::NewBook(RecordKind::Team), "Start a team").class("button secondary")),
        )
        .into()
}

fn part(state: State, index: usize, common: &Common) -> El {
    let id = ["common-", &index.to_string()].concat();
    let (heading, what) = match common.shared {
        Shared::Theme(theme) => (theme.to_owned(), " have this theme"),
        Shared::Origin(link) => (need_title(&link.text).to_owned(), " have taken this up"),
    };
    let teams = words::count(common.teams.len(), "team", "teams");
    let suggestion =
        [&teams, what, ": a seminar or an internal course could serve them together."].concat();
    let rows = common.teams.iter().map(|(team, needs)| team_row(state, team, needs));
    el("section")
        .attr("aria-labelledby", id.clone())
        .child(text_el("h2", heading).attr("id", id))
        .child(p(suggestion))
        .child(el("ul").class("cards").children(rows))
}

fn team_row(state: State, team: &Record, needs: &[Need]) -> El {
    let name = words::record_name(team.name(), RecordKind::Team);
    let own = (team.id == state.open.id()).then(|| text_el("span", "This team").class("badge"));
    let needs = needs.iter().map(|need| {
        let page = BookPage::Item(BookList::Plan, need.id().to_owned());
        let way = link(Route::book(RecordKind::Team, &team.id, page), need_title(need.text));
        let due = need.due.map(|due| ["by ", &words::day(due)].concat()).unwrap_or_default();
        let about = words::beside(&[words::status(need.status), need.owner, &due]);
        el("li").child(way).child(quiet(about))
    });
    el("li")
        .class("card")
        .child(text_el("h3", name))
        .child(quiet(team.organisation()))
        .maybe(own)
        .child(el("ul").class("plain").children(needs))
}
