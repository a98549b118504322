//! What is in a file that is about to be opened.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::answers::Ids;
use crate::audit::Audit;
use crate::exchange::arrived::Arrived;
use crate::exchange::{Backup, File, Part, Settings, Spoilt, Wording};
use crate::json::excerpt;
use crate::json::later::Later;
use crate::learner;
use crate::merge::has_all_of;
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::Route;
use crate::survey::invitation::Invitation;
use crate::web::device::open::cards::cards_found;
use crate::web::device::open::gathered::Gathered;
use crate::web::device::settings::described;
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
    let card = el("li").class("card").child(text_el("h3", incoming.name.as_str()));
    if let Some(response) = incoming.response() {
        return card.child(response_found(state, &incoming, &response.survey));
    }
    let file = match incoming.found {
        Arrived::File(file) => file,
        Arrived::Link(token) => return card.child(link_found(state, token)),
        Arrived::Refused(reason) => {
            return card
                .child(problem(reason))
                .child(p("Nothing was changed, and nothing is lost."));
        }
    };
    match file {
        File::Record(record) => card.child(record_found(state, *record, gathered)),
        File::Backup(backup) => card.child(backup_found(state, *backup, gathered)),
        File::Wording(wording) => card.child(wording_found(state, wording)),
        File::Framework(framework) if framework.cards.is_empty() => {
            let cannot = "”, without discussion cards. Cairn cannot ask questions of your own yet. Nothing was changed.";
            card.child(problem(["This is a framework, “", &framework.title, cannot].concat()))
        }
        File::Framework(framework) => {
            let left = left_behind(&framework.later);
            card.child(cards_found(state, *framework)).children(left)
        }
        File::Response(_) => card,
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
    let aside = settled.settle(state.device.framework());
    let kind = settled.kind();
    let same = state.library.same_here(&settled.id).filter(|same| same.kind == kind);
    let shared = learner::is_shared(&settled);
    let here = same.as_ref().and_then(|same| state.open.read(&same.id));
    let goes_on = here.as_ref().is_some_and(|here| has_all_of(&settled, here));
    let says_no_more = here
        .as_ref()
        .is_some_and(|here| has_all_of(here, &settled) && has_counts_of(here, &settled));
    let options = match same {
        None => NEW,
        Some(_) if shared || goes_on => NEWER,
        Some(_) => MEETS,
    };
    // What was shared before must not take the place of what was shared since by a single press.
    let older = match (here.as_ref().and_then(learner::shared_on), learner::shared_on(&settled)) {
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
    parts.extend(kept_for_later(record.beyond.kept()));
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
        let counted = here.as_ref().and_then(|here| counts_of_both(here, &settled));
        let about = [about, counted.unwrap_or_default()].concat();
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
    let audit = Audit::of(record);
    let content = audit.map_or_else(|| in_book(record), |audit| in_audit(state, audit));
    let name = words::record_name(record.name(), record.kind());
    let organisation = match record.kind() {
        RecordKind::Organisation => "",
        _ => record.organisation(),
    };
    words::beside(&[name, organisation, &changed, &content])
}

fn in_audit(state: State, audit: Audit<'_>) -> String {
    let progress = audit.progress(state.device.framework());
    format!(
        "{} of {} questions, {} of {} indicators, {}, {}",
        progress.reflected,
        progress.questions,
        progress.judged,
        progress.indicators,
        words::count(audit.evidence().len(), "item of evidence", "items of evidence"),
        words::count(audit.actions().len(), "action", "actions"),
    )
}

fn in_book(book: &Record) -> String {
    let lists = book.form.lists.iter().filter_map(|list| match book.items(list).len() {
        0 => None,
        number => Some(words::count(number, list.singular(), list.several)),
    });
    let what = if learner::is_shared(book) {
        "what this person shares"
    } else {
        words::record(book.kind())
    };
    [vec![what.to_owned()], lists.collect()].concat().join(", ")
}

fn kept_aside(ids: &[String]) -> String {
    let answers = words::count(ids.len(), "answer", "answers");
    let kept = " for ids that this framework does not have. They are kept aside, not lost: ";
    ["It has ", &answers, kept, &words::some(ids), "."].concat()
}

/// What is said of fields that only a later Cairn knows; nothing where there are none.
fn kept_for_later(later: &Later) -> Option<AnyView> {
    let names = quoted(later)?;
    let kept =
        "This file was written by a newer Cairn. It holds something that this one cannot show: ";
    let whole = ". It is kept as it is, and saved along with the rest.";
    Some(p([kept, &names, whole].concat()).into())
}

/// The same, of a file of which only a part is taken over.
fn left_behind(later: &Later) -> Option<AnyView> {
    let names = quoted(later)?;
    let holds =
        "This file was written by a newer Cairn. It holds something that cannot come along: ";
    Some(p([holds, &names, ". Keep the file: it stays in there."].concat()).into())
}

/// The names of the fields that only a later Cairn knows.
fn quoted(later: &Later) -> Option<String> {
    let names: Ids = later.names().into_iter().map(excerpt).collect();
    let names: Vec<String> = names.iter().map(|name| ["“", name, "”"].concat()).collect();
    (!names.is_empty()).then(|| words::some(&names))
}

/// True when every answer that was counted in one record is counted in the other.
fn has_counts_of(whole: &Record, part: &Record) -> bool {
    let counted = |id: &String| whole.counts().is_some_and(|whole| whole.counted.contains(id));
    part.counts().is_none_or(|part| part.counted.iter().all(counted))
}

/// What becomes of two sums of answers when the one in the file is opened in place of the one that is
/// here.
fn counts_of_both(here: &Record, there: &Record) -> Option<String> {
    let (here, there) = (here.collected()?, there.collected()?);
    let counted = here.tally.filter(|tally| !tally.counted.is_empty())?;
    if here.survey.id != there.survey.id {
        return Some(" It has another survey. Answers have been counted for the one that is here, so that one stays if you replace the rest; to have the other as well, keep both.".to_owned());
    }
    let other = there.tally.filter(|tally| !tally.counted.is_empty() && *tally != counted)?;
    let together = other.put_back(counted);
    let left_out = other.counted.iter().filter(|id| !together.counted.contains(id)).count();
    let kept = " If you replace it, what was counted of its survey here and in the file is brought together, each answer once.";
    Some(match left_out {
        0 => kept.to_owned(),
        number => [
            " If you replace it, what was counted of its survey here stays. Of the file’s, ",
            &words::count(
                number,
                "answer cannot be added: there, it shows together with answers that show here with others, and nobody can tell them apart any more. Count it again from its own file.",
                "answers cannot be added: there, they show together with answers that show here with others, and nobody can tell them apart any more. Count them again from their own files.",
            ),
        ]
        .concat(),
    })
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
    let records = std::mem::take(&mut backup.records);
    let audits = records.iter().all(|record| record.kind() == RecordKind::Audit);
    let number = match audits {
        true => words::count(records.len(), "audit", "audits"),
        false => words::count(records.len(), "record", "records"),
    };
    let spoilt = std::mem::take(&mut backup.spoilt);
    let has_settings = !spoilt.iter().any(|spoilt| spoilt.part == Part::Settings);
    let nothing_else = records.is_empty() && spoilt.is_empty();
    let wanted = RwSignal::new(has_settings && (nothing_else || is_new(state)));
    let mut list = el("ul").class("plain");
    for record in records {
        list = list.child(el("li").child(record_found(state, record, gathered)));
    }
    let mut later = vec![&backup.later, &backup.settings.later];
    later.extend(backup.wording.iter().map(|wording| wording.beyond.kept()));
    let later = later.into_iter().find_map(kept_for_later);
    gathered.backups.push((backup, wanted));
    let label = "Also use the settings and wording in the backup";
    let settings =
        has_settings.then(|| tick(label, move || wanted.get(), move |it| wanted.set(it)));
    let mut parts = vec![p(["A backup with ", &number, "."].concat()).into(), list.into()];
    parts.extend(later);
    parts.extend(settings);
    parts.extend(spoilt.into_iter().map(|spoilt| spoilt_found(state, spoilt)));
    together(parts)
}

/// A part of a backup that cannot be opened: what is wrong with it, and the way to keep it as it came.
fn spoilt_found(state: State, spoilt: Spoilt) -> AnyView {
    let (what, name) = match spoilt.part {
        Part::Record(kind) => (words::record(kind), words::record_name(&spoilt.name, kind)),
        Part::Settings => ("settings", "The settings"),
        Part::Wording => ("wording pack", "The wording pack"),
    };
    let cannot = ["“", name, "” (", what, ") cannot be opened. ", &spoilt.problem.to_string()];
    let rest = "Everything else in the backup can. Nothing is lost: it stays in the backup, and you can save it in a file of its own for somebody who can mend it.";
    let label = ["Save “", name, "” as it is"].concat();
    let cannot = cannot.concat();
    el("div")
        .child(problem(cannot))
        .child(p(rest))
        .child(
            el("p").child(button(label, move || state.export_spoilt(&spoilt)).class("secondary")),
        )
        .into()
}

/// True on a device without records of its own, and with the settings that every device begins with.
fn is_new(state: State) -> bool {
    let settings = state.device.settings.get_untracked();
    let usual = Settings { last_backup: settings.last_backup, ..Settings::default() };
    let own = |labels: &Vec<Label>| labels.iter().any(|label| !is_example(&label.id));
    settings == usual
        && state.device.wording.with_untracked(Option::is_none)
        && !state.library.labels.with_untracked(own)
        && !state.library.others.with_untracked(own)
}

fn wording_found(state: State, wording: Wording) -> AnyView {
    let fit = Fit::of(&wording);
    let mut parts = described(&wording, &fit);
    parts.extend(kept_for_later(wording.beyond.kept()));
    let take = move || {
        state.device.set_wording(Some(wording.clone()));
        state.incoming.set(Vec::new());
        state.notices.tell("The wording pack is in use. You can switch it off under Settings.");
        state.go(&Route::Settings);
    };
    let take = button("Use this wording", take).live_flag("disabled", move || fit.known == 0);
    parts.push(take.into());
    together(parts)
}

/// One person's answers to a survey, which are counted on the page of that survey: all that are here
/// are taken along to it at once, from the first of them.
fn response_found(state: State, incoming: &Incoming, survey: &str) -> AnyView {
    let what = "This is one person’s answer to a survey.";
    let of_this = |it: &Incoming| it.response().is_some_and(|response| response.survey == survey);
    let mut answers = state.incoming.get_untracked();
    answers.retain(of_this);
    if answers.first().is_some_and(|first| first != incoming) {
        return p("Another answer to the same survey. It is counted with the first.").into();
    }
    match state.library.record_with_survey(survey) {
        Some((kind, id, name)) => {
            let label = match answers.len() {
                1 => "Count it there".to_owned(),
                number => format!("Count all {number} there"),
            };
            let count = button(label, move || state.survey.count_at(kind, &id, answers.clone()));
            let where_to = [what, " The survey belongs to “", &name, "”. Answers are counted on its survey page."].concat();
            together(vec![p(where_to).into(), el("div").class("buttons").child(count).into()])
        }
        None => together(vec![
            p([what, " The survey is not on this device. Please pass the file on to whoever collects the answers."].concat()).into(),
            p("Nothing was changed, and nothing is lost.").into(),
        ]),
    }
}

/// A survey's link, which opens a page of its own.
fn link_found(state: State, token: String) -> AnyView {
    let invitation = Invitation::read(&token).ok();
    let title =
        invitation.map(|invitation| words::beside(&[&invitation.title, &invitation.organisation]));
    let what = [
        "This is the link by which people answer a survey, “",
        &title.unwrap_or_default(),
        "”. There are no answers in it.",
    ]
    .concat();
    let answer = button("Answer this survey", move || state.go(&Route::Answer(token.clone())));
    together(vec![p(what).into(), el("div").class("buttons").child(answer).into()])
}
