//! Bringing in the answers that were sent back: as files, or as codes in the text of messages.

use leptos::prelude::*;

use crate::survey::Collected;
use crate::web::shared::focus::focus;
use crate::web::state::State;
use crate::web::state::brought_in::BroughtIn;
use crate::web::state::incoming::Incoming;
use crate::web::ui::element::{El, button, effect, el, live_if, p, section, text_el};
use crate::web::ui::field::text_area;
use crate::web::ui::files::files_field;
use crate::words::survey::collect::bring_in as say;

/// How many names a list of what was not counted has at most; the rest are given as a number.
const NAMED: usize = 20;

/// The section for bringing answers in.
pub fn bring_in(state: State) -> El {
    let pasted = RwSignal::new(String::new());
    on_cleanup(move || state.survey.brought_in.set(None));
    state.take_drops(move |files| state.survey.count_files(files));
    forget_what_was_undone(state);
    state.survey.count_carried();
    let count = move || {
        if pasted.with_untracked(|text| text.trim().is_empty()) {
            return focus("#bring-in textarea");
        }
        state.survey.count_pasted(&pasted.get_untracked());
        let all_read = state.survey.brought_in.with_untracked(|it| {
            it.as_ref().is_some_and(|it| {
                it.unread.is_empty()
                    && it.others.is_empty()
                    && it.promised_more.is_empty()
                    && it.elsewhere.is_empty()
            })
        });
        if all_read {
            pasted.set(String::new());
        }
    };
    section("bring-in", say::HEADING)
        .class("on-screen")
        .child(p(say::LEAD))
        .child(picker(state))
        .child(text_area(say::PASTE, pasted.into(), move |text| pasted.set(text), || ()))
        .child(el("div").class("buttons").child(button(say::COUNT_THESE, count)))
        .child(
            el("div")
                .attr("role", "status")
                .child(live_if(move || state.survey.counting.get().map(progress)))
                .child(live_if(move || state.survey.brought_in.get().map(|it| summary(state, it)))),
        )
}

/// Removes the summary of the last answers once undo has taken these answers out again.
fn forget_what_was_undone(state: State) {
    let before = StoredValue::new(0);
    effect(move || {
        let now = state.survey.collected(|collected| collected.map_or(0, Collected::responses));
        if now < before.get_value() {
            state.survey.brought_in.set(None);
        }
        before.set_value(now);
    });
}

fn picker(state: State) -> El {
    let survey = state.survey;
    let being_read = move || survey.counting.get().is_some();
    files_field("answers", say::CHOOSE_FILES, being_read, move |files| survey.count_files(files))
}

fn progress((read, all): (usize, usize)) -> El {
    p(say::reading(read, all))
}

/// What became of the answers that were brought in.
fn summary(state: State, brought_in: BroughtIn) -> El {
    let promised_more = promised_more(state, &brought_in);
    let BroughtIn { new, known, others, unread, elsewhere, .. } = brought_in;
    let known = (known > 0).then(|| p(say::known(known)));
    let trouble = promised_more.is_some()
        || !others.is_empty()
        || !unread.is_empty()
        || !elsewhere.is_empty();
    let elsewhere = (!elsewhere.is_empty()).then(|| belongs_elsewhere(state, elsewhere));
    let others = (!others.is_empty()).then(|| of_another_survey(state, others));
    let unread = list(
        say::not_counted(unread.len()),
        unread.iter().map(|(name, reason)| say::because(name, reason)).collect(),
    );
    el("div")
        .class(if trouble { "note reminder" } else { "note" })
        .child(text_el("h3", say::WHAT_CAME_IN))
        .child(p(say::counted(new)))
        .maybe(known)
        .maybe(promised_more)
        .maybe(others)
        .maybe(unread)
        .maybe(elsewhere)
}

/// Answers of people who were promised a higher threshold, and the button that raises the threshold and
/// counts them. If several thresholds were promised, the lowest comes first. `None` if there are none.
fn promised_more(state: State, brought_in: &BroughtIn) -> Option<El> {
    let promised = &brought_in.promised_more;
    let threshold = promised.iter().map(|(threshold, _)| *threshold).min()?;
    let these = promised.iter().filter(|(promised, _)| *promised == threshold);
    let named: Vec<String> = these.map(|(_, it)| it.name.clone()).collect();
    let more = promised.len() - named.len();
    let here = untrack(|| state.survey.survey()).map_or(0, |survey| survey.threshold);
    let number = named.len();
    let why = say::promised_more(number, threshold, here);
    let label = say::raise(threshold, number);
    let raise = button(label, move || state.survey.raise_and_count(threshold));
    let still = (more > 0).then(|| p(say::need_more(more)));
    let raise = el("div").class("buttons").child(raise.class("secondary"));
    Some(el("div").maybe(list(why, named)).child(raise).maybe(still))
}

/// Answers to another survey, and the button that shows where that survey is.
fn of_another_survey(state: State, found: Vec<Incoming>) -> El {
    let why = say::for_another(found.len());
    let named = found.iter().map(|it| it.name.clone()).collect();
    let see = button(say::see_where(found.len()), move || state.open_instead(found.clone()));
    el("div")
        .maybe(list(why, named))
        .child(el("div").class("buttons").child(see.class("secondary")))
}

/// What is no answer, and the button that opens it where it belongs.
fn belongs_elsewhere(state: State, found: Vec<Incoming>) -> El {
    let why = say::no_answers(found.len());
    let named = found.iter().map(|it| say::because(&it.name, &say::found(&it.found))).collect();
    let open = button(say::open(found.len()), move || state.open_instead(found.clone()));
    el("div").maybe(list(why, named)).child(el("div").class("buttons").child(open))
}

/// A sentence and the names that it is about; `None` without names.
fn list(why: String, names: Vec<String>) -> Option<El> {
    let more = names.len().saturating_sub(NAMED);
    let and_more = (more > 0).then(|| text_el("li", say::and_more(more)));
    (!names.is_empty()).then(|| {
        let named = names.into_iter().take(NAMED).map(|name| text_el("li", name));
        el("div").child(p(why)).child(el("ul").children(named).maybe(and_more))
    })
}
