//! What is in a file that is about to be opened.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::audit::Audit;
use crate::book::Book;
use crate::exchange::{Backup, File, Settings, Wording};
use crate::learner;
use crate::merge::has_all_of;
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{Route, SurveyPage};
use crate::web::page::open::Gathered;
use crate::web::page::open::cards::cards_found;
use crate::web::page::settings::described;
use crate::web::state::State;
use crate::web::state::device::Fit;
use crate::web::state::incoming::Incoming;
use crate::web::state::records::is_example;
use crate::web::ui::element::{El, button, el, link, p, text_el, together};
use crate::web::ui::field::{choice, tick};
use crate::web::words;
use crate::workspace::label::Label;

/// What is in one file.
pub fn card(state: State, incoming: Incoming, gathered: &mut Gathered) -> El {
    let card = el("li").class("card").child(text_el("h3", incoming.name));
    match incoming.found {
        Ok(File::Audit(audit)) => card.child(record_found(state, Record::Audit(audit), gathered)),
        Ok(File::Book(book)) => card.child(record_found(state, Record::Book(book), gathered)),
        Ok(File::Backup(backup)) => card.child(backup_found(state, *backup, gathered)),
        Ok(File::Wording(wording)) => card.child(wording_found(state, wording)),
        Ok(File::Framework(framework)) if framework.cards.is_empty() => {
            let cannot = "”, without discussion cards. Cairn cannot ask questions of your own yet. Nothing was changed.";
            card.child(problem(["This is a framework, “", &framework.title, cannot].concat()))
        }
        Ok(File::Framework(framework)) => card.child(cards_found(state, *framework)),
        Ok(File::Response(response)) => card.child(response_found(state, &response.survey)),
        Err(reason) => {
            card.child(problem(reason)).child(p("Nothing was changed, and nothing is lost."))
        }
    }
}

fn problem(text: String) -> El {
    p(text).class("problem")
}

/// A record, what it would meet on this device, and what to do with it.
fn record_found(state: State, record: Record, gathered: &mut Gathered) -> AnyView {
    const MEETS: &[(&str, &str)] = &[
        ("copy", "Keep both: open it as a separate copy"),
        ("replace", "Replace the one on this device (a safety copy is kept, and you can undo it)"),
        ("skip", "Leave it out"),
    ];
    const NEW: &[(&str, &str)] = &[("add", "Open it"), ("skip", "Leave it out")];
    // Nothing is lost by it, or what a person shares anew stands for what they shared before.
    const NEWER: &[(&str, &str)] = &[MEETS[1], MEETS[0], MEETS[2]];
    let mut settled = record.clone();
    let aside = settled.settle(state.framework());
    let kind = settled.kind();
    let same = state.same_here(settled.id()).filter(|same| same.kind == kind);
    let shared = settled.book().is_some_and(learner::is_shared);
    let here = same.as_ref().and_then(|same| state.read(&same.id));
    let goes_on = here.as_ref().is_some_and(|here| has_all_of(&settled, here));
    let says_no_more = here.as_ref().is_some_and(|here| has_all_of(here, &settled));
    let options = match same {
        None => NEW,
        Some(_) if shared || goes_on => NEWER,
        Some(_) => MEETS,
    };
    // What was shared before must not take the place of what was shared since by a single press.
    let shared_on = |record: &Record| record.book().and_then(learner::shared_on);
    let older = match (here.as_ref().and_then(shared_on), shared_on(&settled)) {
        (Some(here), Some(there)) if here != there => here > there,
        _ => same.as_ref().is_some_and(|same| same.changed_at > settled.changed_at()),
    };
    let binned = same.as_ref().is_some_and(|same| same.binned_at.is_some());
    let skip = !binned && (says_no_more || (shared && older));
    let wanted = RwSignal::new(if skip { "skip" } else { options[0].0 });
    let name = words::record_name(record.name(), kind);
    let question = ["What should be done with “", name, "”?"].concat();
    // Where the day does not tell two copies apart, the time does.
    let day = words::day_of(settled.changed_at());
    let with_time = same.as_ref().is_some_and(|same| words::day_of(same.changed_at) == day);
    let mut parts = vec![p(about(state, &settled, with_time)).into()];
    if !aside.is_empty() {
        parts.push(p(kept_aside(&aside)).into());
    }
    let compared = match (goes_on, says_no_more) {
        (true, true) => ". They say the same.",
        (true, false) => ". The one in the file is newer, and has every word that is here.",
        (false, true) => {
            ". The one on this device is newer, and has every word that is in the file."
        }
        (false, false) => "",
    };
    if let Some(same) = same {
        let about = same_here(&settled, &same, with_time, compared);
        let there = link(Route::record(kind, &same.id), "Go to the one on this device");
        parts.push(p(about).into());
        parts.extend(skip.then(|| el("p").child(there).into()));
    }
    let choice = choice(question, options, wanted.into(), move |chosen| wanted.set(chosen));
    parts.push(choice.class("choice").into());
    gathered.records.push((record, wanted));
    together(parts)
}

fn about(state: State, record: &Record, with_time: bool) -> String {
    let changed = last_changed(record.changed_at(), with_time);
    let content = match record {
        Record::Audit(audit) => in_audit(state, audit),
        Record::Book(book) => in_book(book),
    };
    let name = words::record_name(record.name(), record.kind());
    let organisation = match record.kind() {
        RecordKind::Organisation => "",
        _ => record.organisation(),
    };
    words::beside(&[name, organisation, &changed, &content])
}

fn in_audit(state: State, audit: &Audit) -> String {
    let progress = audit.progress(state.framework());
    format!(
        "{} of {} questions, {} of {} indicators, {}, {}",
        progress.reflected,
        progress.questions,
        progress.judged,
        progress.indicators,
        words::count(audit.evidence.len(), "item of evidence", "items of evidence"),
        words::count(audit.actions.len(), "action", "actions"),
    )
}

fn in_book(book: &Book) -> String {
    let lists = book.form().lists.iter().filter_map(|list| match book.items(list.name).len() {
        0 => None,
        number => Some(words::count(number, list.singular(), list.several)),
    });
    let what =
        if learner::is_shared(book) { "what this person shares" } else { words::record(book.kind) };
    [vec![what.to_owned()], lists.collect()].concat().join(", ")
}

fn kept_aside(ids: &[String]) -> String {
    let answers = words::count(ids.len(), "answer", "answers");
    let kept = " for ids that this framework does not have. They are kept aside, not lost: ";
    ["It has ", &answers, kept, &ids.join(", "), "."].concat()
}

fn last_changed(at: Timestamp, with_time: bool) -> String {
    let day = words::day_of(at);
    let time = if with_time { [", ", &words::time_of(at)].concat() } else { String::new() };
    ["last changed ", &day, &time].concat()
}

/// What is on this device under the same id, and how it differs: as `compared` says, if it does, or by
/// which is newer.
fn same_here(record: &Record, label: &Label, with_time: bool, compared: &str) -> String {
    let which = match record.changed_at().cmp(&label.changed_at) {
        _ if !compared.is_empty() => compared,
        Ordering::Greater => ". The one in the file is newer.",
        Ordering::Less => ". The one on this device is newer.",
        Ordering::Equal => ". Both were last changed at the same time.",
    };
    let bin = if label.binned_at.is_some() { " (in the bin)" } else { "" };
    let changed = last_changed(label.changed_at, with_time);
    let name = words::record_name(&label.name, label.kind);
    let what = words::record(label.kind);
    ["This ", what, " is already on this device", bin, ", as “", name, "”, ", &changed, which]
        .concat()
}

/// A backup: its records, and whether to use its settings. Where it has no records, its settings are
/// all there is to choose, so they are chosen; and so they are on a device that has nothing of its
/// own yet.
fn backup_found(state: State, mut backup: Backup, gathered: &mut Gathered) -> AnyView {
    let records = backup.take_records();
    let audits = records.iter().all(|record| record.kind() == RecordKind::Audit);
    let number = match audits {
        true => words::count(records.len(), "audit", "audits"),
        false => words::count(records.len(), "record", "records"),
    };
    let wanted = RwSignal::new(records.is_empty() || is_new(state));
    let mut list = el("ul").class("plain");
    for record in records {
        list = list.child(el("li").child(record_found(state, record, gathered)));
    }
    gathered.backups.push((backup, wanted));
    let label = "Also use the settings and wording in the backup";
    together(vec![
        p(["A backup with ", &number, "."].concat()).into(),
        list.into(),
        tick(label, move || wanted.get(), move |ticked| wanted.set(ticked)),
    ])
}

/// True on a device without records of its own, and with the settings that every device begins with.
fn is_new(state: State) -> bool {
    let settings = state.settings.get_untracked();
    let usual = Settings { last_backup: settings.last_backup, ..Settings::default() };
    let own = |labels: &Vec<Label>| labels.iter().any(|label| !is_example(&label.id));
    settings == usual
        && state.wording.with_untracked(Option::is_none)
        && !state.labels.with_untracked(own)
        && !state.others.with_untracked(own)
}

fn wording_found(state: State, wording: Wording) -> AnyView {
    let fit = Fit::of(&wording);
    let mut parts = described(&wording, &fit);
    let take = move || {
        state.set_wording(Some(wording.clone()));
        state.incoming.set(Vec::new());
        state.tell("The wording pack is in use. You can switch it off under Settings.");
        state.go(&Route::Settings);
    };
    let take = button("Use this wording", take).live_flag("disabled", move || fit.known == 0);
    parts.push(take.into());
    together(parts)
}

/// One person's answers to a survey, which are counted on the page of that survey.
fn response_found(state: State, survey: &str) -> AnyView {
    let what = "This is one person’s answer to a survey.";
    match state.record_with_survey(survey) {
        Some((kind, id, name)) => {
            let there = Route::survey(kind, &id, SurveyPage::Manage);
            let way = el("p").child(link(there, "Count it there").class("button"));
            let where_to = [what, " The survey belongs to “", &name, "”. Answers are counted on its survey page: choose the file again there, with all others that you have."].concat();
            together(vec![p(where_to).into(), way.into()])
        }
        None => together(vec![
            p([what, " The survey is not on this device. Please pass the file on to whoever collects the answers."].concat()).into(),
            p("Nothing was changed, and nothing is lost.").into(),
        ]),
    }
}
