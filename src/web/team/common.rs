//! What the team needs to learn that other teams on this device need as well. One seminar or internal
//! course could serve them all.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{BookList, BookPage, Route};
use crate::team::Need;
use crate::team::common::{Common, Shared, common as found};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live, p, quiet, text_el, together};
use crate::words::team as say;
use crate::words::{self, team::need_title};

/// The page of what teams have in common.
pub fn common() -> AnyView {
    let state = use_state();
    let content = live(move || {
        let teams = state.open.books(RecordKind::Team);
        let shared = found(&teams);
        if teams.len() < 2 {
            return alone();
        }
        if shared.is_empty() {
            return p(say::NOTHING_COMMON).class("empty").into();
        }
        let parts = shared.iter().enumerate().map(|(index, common)| part(state, index, common));
        el("div").children(parts).into()
    });
    together(vec![
        text_el("h1", say::COMMON).into(),
        p(say::ABOUT_COMMON).class("lead").into(),
        content,
    ])
}

/// Shown while there is only one team on this device.
fn alone() -> AnyView {
    el("div")
        .child(p(say::ONLY_TEAM).class("empty"))
        .child(
            el("div")
                .class("buttons")
                .child(link(Route::Open, say::OPEN_FILE).class("button secondary"))
                .child(
                    link(Route::NewBook(RecordKind::Team), say::START_TEAM)
                        .class("button secondary"),
                ),
        )
        .into()
}

fn part(state: State, index: usize, common: &Common) -> El {
    let id = ["common-", &index.to_string()].concat();
    let teams = common.teams.len();
    let (heading, suggestion) = match common.shared {
        Shared::Theme(theme) => (theme, say::same_theme(teams)),
        Shared::Origin(link) => (need_title(&link.text), say::same_origin(teams)),
    };
    let rows = common.teams.iter().map(|(team, needs)| team_row(state, team, needs));
    el("section")
        .attr("aria-labelledby", id.clone())
        .child(text_el("h2", heading).attr("id", id))
        .child(p(suggestion))
        .child(el("ul").class("cards").children(rows))
}

fn team_row(state: State, team: &Record, needs: &[Need]) -> El {
    let name = words::record_name(team.name(), RecordKind::Team);
    let own = (team.id == state.open.id()).then(|| text_el("span", say::THIS_TEAM).class("badge"));
    let needs = needs.iter().map(|need| {
        let page = BookPage::Item(BookList::Plan, need.id().to_owned());
        let way = link(Route::book(RecordKind::Team, &team.id, page), need_title(need.text));
        let about = words::beside(&[words::status(need.status), need.owner, &say::by(need.due)]);
        el("li").child(way).child(quiet(about))
    });
    el("li")
        .class("card")
        .child(text_el("h3", name))
        .child(quiet(team.organisation()))
        .maybe(own)
        .child(el("ul").class("plain").children(needs))
}
