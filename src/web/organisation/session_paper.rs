//! A session on paper: what was said and what will be done, with lines to write on where nothing is said
//! yet.

use leptos::prelude::*;

use crate::organisation::card;
use crate::organisation::session::{self, Session};
use crate::records::Record;
use crate::web::organisation::vote::voted;
use crate::web::shared::paper::paper;
use crate::web::state::{learning, use_state};
use crate::web::ui::element::{El, el, live, nothing, p, text_el};
use crate::words;
use crate::words::organisation as say;

/// How many lines there are to write on below each question, and below what will be done.
const LINES: usize = 3;

/// The session as it is printed; the screen shows nothing of it.
pub fn session_paper(id: StoredValue<String>) -> El {
    let open = use_state().open;
    let sheet = live(move || {
        open.book(|book| {
            let session = id.with_value(|id| session::find(book, id));
            session.map_or_else(nothing, |session| sheet(book, &session).into())
        })
    });
    el("div").class("on-paper session-paper").child(sheet)
}

fn sheet(book: &Record, session: &Session) -> El {
    let organisation = words::record_name(book.name(), book.kind());
    let title = say::title(session.title());
    let day = session.date().map(words::day).unwrap_or_default();
    let running = words::beside(&[organisation, &title, &day]);
    let audience = session.audience().map(say::audience);
    let present = match session.is_held() {
        true => say::sessions::WHO_WAS_THERE_ON_PAPER,
        false => say::sessions::WHO_IS_THERE_ON_PAPER,
    };
    let head = el("section")
        .class("report-title")
        .child(p(organisation).class("lead"))
        .child(text_el("h2", title))
        .child(fact(say::sessions::DAY_ON_PAPER, &day))
        .maybe(audience.map(|audience| fact(say::sessions::FOR_WHOM_ON_PAPER, audience)))
        .child(fact(present, session.present()));
    let vote = session.votes().map(|votes| {
        let heading = text_el("h2", say::sessions::VOTE_ON_PAPER);
        el("section").class("whole").child(heading).child(voted(votes))
    });
    let will_do = el("section")
        .class("whole")
        .child(text_el("h2", say::sessions::WHAT_WE_WILL_DO))
        .child(written(session.will_do()));
    let article =
        el("article").child(head).maybe(questions(book, session)).maybe(vote).child(will_do);
    paper(running, article)
}

/// A fact about the meeting, or a line to write it on.
fn fact(name: &'static str, text: &str) -> El {
    let fact = el("p").class("fact").child(text_el("strong", name));
    match text.trim() {
        "" => fact.child(el("span").class("line")),
        text => fact.child(text_el("span", text)),
    }
}

/// Each question with what was said to it; `None` if the session has no questions.
fn questions(book: &Record, session: &Session) -> Option<El> {
    let card = card::find(learning(), book, session.card());
    let asked = session.questions(card.as_ref());
    let rows = asked.iter().map(|question| {
        let asked = p(say::sessions::question(&question.text)).class("asked");
        el("li").child(asked).child(written(session.note(&question.id)))
    });
    (!asked.is_empty()).then(|| {
        el("section")
            .child(text_el("h2", say::sessions::QUESTIONS_ON_PAPER))
            .child(el("ol").class("reflections").children(rows))
    })
}

/// What was written, or lines to write on.
fn written(text: &str) -> El {
    match text.trim() {
        "" => el("div").class("lines").children((0..LINES).map(|_| el("p"))),
        text => p(text).class("written"),
    }
}
