//! Bringing in the answers that were sent back: as files, or as codes in the text of messages.

use leptos::prelude::*;

use crate::exchange::File;
use crate::exchange::arrived::Arrived;
use crate::survey::Collected;
use crate::web::state::State;
use crate::web::state::brought_in::BroughtIn;
use crate::web::state::incoming::Incoming;
use crate::web::ui::element::{El, button, effect, el, live_if, p, section, text_el};
use crate::web::ui::field::text_area;
use crate::web::ui::files::files_field;
use crate::web::words;

/// The most names that are listed of what could not be counted; the rest is a number.
const NAMED: usize = 20;

/// The section.
pub fn bring_in(state: State) -> El {
    let pasted = RwSignal::new(String::new());
    on_cleanup(move || state.survey.brought_in.set(None));
    state.take_drops(move |files| state.survey.count_files(files));
    forget_what_was_undone(state);
    state.survey.count_carried();
    let count = move || {
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
    section("bring-in", "Bring answers in")
        .class("on-screen")
        .child(p("Save the files that people send you, then choose all of them here. Each answer counts once, however often it arrives."))
        .child(picker(state))
        .child(text_area(
            "Or paste codes; the words of the messages around them do no harm",
            pasted.into(),
            move |text| pasted.set(text),
            || (),
        ))
        .child(el("div").class("buttons").child(button("Count these answers", count)))
        .child(
            el("div")
                .attr("role", "status")
                .child(live_if(move || state.survey.counting.get().map(progress)))
                .child(live_if(move || state.survey.brought_in.get().map(|it| summary(state, it)))),
        )
}

/// What was said of the last answers is over once they are taken out again.
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
    let label = "Choose files with answers, or drop them anywhere on this page";
    let being_read = move || survey.counting.get().is_some();
    files_field("answers", label, being_read, move |files| survey.count_files(files))
}

fn progress((read, all): (usize, usize)) -> El {
    p(format!("Reading {read} of {all}…"))
}

/// What became of the answers.
fn summary(state: State, brought_in: BroughtIn) -> El {
    let promised_more = promised_more(state, &brought_in);
    let BroughtIn { new, known, others, unread, elsewhere, .. } = brought_in;
    let counted = match new {
        0 => "No new answer was counted.".to_owned(),
        new => [&words::count(new, "new answer", "new answers"), " counted."].concat(),
    };
    let known = (known > 0).then(|| {
        p(words::count(
            known,
            "answer was counted before, and still counts once.",
            "answers were counted before, and still count once each.",
        ))
    });
    let trouble = promised_more.is_some()
        || !others.is_empty()
        || !unread.is_empty()
        || !elsewhere.is_empty();
    let elsewhere = (!elsewhere.is_empty()).then(|| belongs_elsewhere(state, elsewhere));
    let others = (!others.is_empty()).then(|| of_another_survey(state, others));
    let unread_number = words::count(unread.len(), "thing", "things");
    let unread = list(
        unread_number,
        " could not be counted:",
        unread.into_iter().map(|(name, reason)| [&name, ": ", &reason].concat()).collect(),
    );
    el("div")
        .class(if trouble { "note reminder" } else { "note" })
        .child(text_el("h3", "What came of it"))
        .child(p(counted))
        .maybe(known)
        .maybe(promised_more)
        .maybe(others)
        .maybe(unread)
        .maybe(elsewhere)
}

/// Answers of people who were promised a higher threshold, and the button that keeps that promise. Of
/// several such promises the lowest comes first.
fn promised_more(state: State, brought_in: &BroughtIn) -> Option<El> {
    let promised = &brought_in.promised_more;
    let threshold = promised.iter().map(|(threshold, _)| *threshold).min()?;
    let these = promised.iter().filter(|(promised, _)| *promised == threshold);
    let named: Vec<String> = these.map(|(_, it)| it.name.clone()).collect();
    let more = promised.len() - named.len();
    let here = untrack(|| state.survey.survey()).map_or(0, |survey| survey.threshold);
    let (who, these) = match named.len() {
        1 => ("1 answer was given by someone who was promised".to_owned(), "it"),
        number => (format!("{number} answers were given by people who were promised"), "them"),
    };
    let why = format!(
        " that results show only when at least {threshold} people have answered. Here it is {here}: perhaps the threshold was raised in another copy of this file. To count {these}, the threshold has to be {threshold}, and it cannot be lowered again:"
    );
    let label = format!("Raise the threshold to {threshold} and count {these}");
    let raise = button(label, move || state.survey.raise_and_count(threshold));
    let still = words::count(more, "answer needs", "answers need");
    let still = (more > 0).then(|| p([&still, " a threshold that is higher still."].concat()));
    let raise = el("div").class("buttons").child(raise.class("secondary"));
    Some(el("div").maybe(list(who, &why, named)).child(raise).maybe(still))
}

/// Answers to another survey, and the button that shows whose it is.
fn of_another_survey(state: State, found: Vec<Incoming>) -> El {
    let number = words::count(found.len(), "answer is for", "answers are for");
    let named = found.iter().map(|it| it.name.clone()).collect();
    let label = if found.len() == 1 { "See where it belongs" } else { "See where they belong" };
    let see = button(label, move || state.open_instead(found.clone()));
    el("div")
        .maybe(list(number, " another survey, and left out:", named))
        .child(el("div").class("buttons").child(see.class("secondary")))
}

/// What is no answer but belongs elsewhere, and the button that takes it there.
fn belongs_elsewhere(state: State, found: Vec<Incoming>) -> El {
    let named = found.iter().map(|it| [&it.name, ": ", &what(&it.found)].concat()).collect();
    let number = words::count(found.len(), "thing is no answer", "things are no answers");
    let label = if found.len() == 1 { "Open it" } else { "Open them" };
    let open = button(label, move || state.open_instead(found.clone()));
    el("div")
        .maybe(list(number, ". “Open a file” is the place for that:", named))
        .child(el("div").class("buttons").child(open))
}

fn what(found: &Arrived) -> String {
    match found {
        Arrived::File(File::Record(record)) => words::record(record.kind()).to_owned(),
        Arrived::File(File::Backup(_)) => "a backup".to_owned(),
        Arrived::File(File::Wording(_)) => "a wording pack".to_owned(),
        Arrived::File(File::Framework(_)) => "discussion cards".to_owned(),
        Arrived::File(File::Response(_)) => "an answer".to_owned(),
        Arrived::Link(_) => "This is the link by which people answer, not an answer. What they send back is a file, or a code that begins with CAIRN-.".to_owned(),
        Arrived::Refused(reason) => reason.clone(),
    }
}

/// A sentence and the names that it is about.
fn list(number: String, rest: &str, names: Vec<String>) -> Option<El> {
    let more = names.len().saturating_sub(NAMED);
    let and_more = (more > 0).then(|| text_el("li", format!("and {more} more")));
    (!names.is_empty()).then(|| {
        let named = names.into_iter().take(NAMED).map(|name| text_el("li", name));
        el("div").child(p([&number, rest].concat())).child(el("ul").children(named).maybe(and_more))
    })
}
