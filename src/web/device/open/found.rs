//! What is in a file that is about to be opened.

use leptos::prelude::*;

use crate::by_id::Ids;
use crate::exchange::arrived::Arrived;
use crate::exchange::{Backup, File, Part, Settings, Spoilt, Wording};
use crate::json::excerpt;
use crate::json::later::Later;
use crate::kinds::Results;
use crate::merge::has_all_of;
use crate::person;
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
use crate::words;
use crate::words::device::found as say;
use crate::workspace::label::Label;

/// The card of a file, with what is in it. Records and backups that can be brought in go into
/// `gathered`.
pub fn card(state: State, incoming: Incoming, gathered: &mut Gathered) -> El {
    let card = el("li").class("card").child(text_el("h3", incoming.name.as_str()));
    if let Some(response) = incoming.response() {
        return card.child(response_found(state, &incoming, &response.survey));
    }
    let file = match incoming.found {
        Arrived::File(file) => file,
        Arrived::Link(token) => return card.child(link_found(state, token)),
        Arrived::Refused(reason) => {
            return card.child(problem(reason.to_string())).child(p(say::NOTHING_CHANGED));
        }
    };
    match file {
        File::Record(record) => card.child(record_found(state, *record, gathered)),
        File::Backup(backup) => card.child(backup_found(state, *backup, gathered)),
        File::Wording(wording) => card.child(wording_found(state, wording)),
        File::Framework(framework) if framework.cards.is_empty() => {
            card.child(problem(say::framework(&framework.title)))
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

/// A record in a file, the same record on this device if there is one, and the choice of what to do.
fn record_found(state: State, record: Record, gathered: &mut Gathered) -> AnyView {
    const MEETS: &[(&str, &str)] =
        &[("copy", say::KEEP_BOTH), ("replace", say::REPLACE), ("skip", say::LEAVE_OUT)];
    const NEW: &[(&str, &str)] = &[("add", say::OPEN), ("skip", say::LEAVE_OUT)];
    // Replacing comes first when it loses nothing, or when a person has shared anew what they shared
    // before.
    const NEWER: &[(&str, &str)] = &[MEETS[1], MEETS[0], MEETS[2]];
    let mut settled = record.clone();
    let aside = settled.settle(state.device.framework());
    let kind = settled.kind();
    let same = state.library.label_of(&settled.id).filter(|same| same.kind == kind);
    let shared = person::is_shared(&settled);
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
    // An older share must not replace a newer one by a single press.
    let older = match (here.as_ref().and_then(person::shared_on), person::shared_on(&settled)) {
        (Some(here), Some(there)) if here != there => here > there,
        _ => same.as_ref().is_some_and(|same| same.changed_at > settled.changed_at()),
    };
    let binned = same.as_ref().is_some_and(|same| same.binned_at.is_some());
    let gives_up = here.as_ref().is_some_and(|here| here.gives_up_answers_for(&settled));
    let skip = gives_up || !binned && (says_no_more || (shared && older));
    let wanted = RwSignal::new(if skip { "skip" } else { options[0].0 });
    let question = say::what_to_do_with(&record);
    // When both copies were changed on the same day, the time tells them apart.
    let day = words::day_of(settled.changed_at());
    let with_time = same.as_ref().is_some_and(|same| words::day_of(same.changed_at) == day);
    let mut parts = vec![p(say::about(&settled, state.device.framework(), with_time)).into()];
    if !aside.is_empty() {
        parts.push(p(say::kept_aside(&aside)).into());
    }
    parts.extend(kept_for_later(record.beyond.later()));
    if let Some(same) = same {
        let compared = match (goes_on, says_no_more) {
            (true, true) => say::SAME,
            (true, false) => say::FILE_GOES_ON,
            (false, true) => say::OWN_GOES_ON,
            (false, false) => say::newer(settled.changed_at().cmp(&same.changed_at)),
        };
        let about = [&say::already_here(&same, with_time), " ", compared].concat();
        let about = match here.as_ref().and_then(|here| counts_of_both(here, &settled, gives_up)) {
            Some(counted) => [about, counted].join(" "),
            None => about,
        };
        let there = link(Route::record(kind, &same.id), say::GO_TO_OWN);
        parts.push(p(about).into());
        parts.extend(skip.then(|| el("p").child(there).into()));
    }
    let waiting = gathered.waiting.get_or_insert_with(|| state.records_that_wait());
    parts.extend(held_back(waiting, &settled).map(|sentence| p(sentence).into()));
    let choice = choice(question, options, wanted.into(), move |chosen| wanted.set(chosen));
    parts.push(choice.class("choice").into());
    gathered.records.push((record, wanted));
    together(parts)
}

/// A sentence for each record of `waiting` whose answers could not be shown any more once `new` has come
/// in, because it shows results of the same survey.
fn held_back(waiting: &[Record], new: &Record) -> impl Iterator<Item = String> {
    let results = Results::of(new);
    let others = waiting.iter().filter(|record| record.id != new.id);
    others.filter_map(move |record| {
        record.knowing_results(&results)?;
        Some(say::holds_back(words::record_name(record.name(), record.kind()), record.waiting()))
    })
}

/// A sentence about fields that only a later Cairn knows, and that are kept; `None` when there are none.
fn kept_for_later(later: &Later) -> Option<AnyView> {
    Some(p(say::kept_for_later(&quoted(later)?)).into())
}

/// A sentence about fields that only a later Cairn knows, in a file of which only a part is brought in;
/// `None` when there are none.
fn left_behind(later: &Later) -> Option<AnyView> {
    Some(p(say::left_behind(&quoted(later)?)).into())
}

/// The names of the fields that only a later Cairn knows, in quotation marks; `None` when there are
/// none.
fn quoted(later: &Later) -> Option<Vec<String>> {
    let names: Ids = later.names().into_iter().map(excerpt).collect();
    let names: Vec<String> = names.iter().map(|name| ["“", name, "”"].concat()).collect();
    (!names.is_empty()).then_some(names)
}

/// True when every answer that is counted in `part` is counted in `whole`.
fn has_counts_of(whole: &Record, part: &Record) -> bool {
    let counted = |id: &String| whole.counts().is_some_and(|whole| whole.counted.contains(id));
    part.counts().is_none_or(|part| part.counted.iter().all(counted))
}

/// A sentence about what becomes of the survey answers in both records when the one in the file
/// (`there`) replaces the one on this device (`here`). `gives_up` is true when answers that wait here
/// would be removed. `None` when there is nothing to say.
fn counts_of_both(here: &Record, there: &Record, gives_up: bool) -> Option<String> {
    let apart = here.apart_from(there);
    let (here, there) = (here.collected()?, there.collected()?);
    let counted = here.tally.filter(|tally| !tally.counted.is_empty())?;
    if here.survey.id != there.survey.id {
        return Some(say::ANOTHER_SURVEY.to_owned());
    }
    let other = there.tally.filter(|tally| !tally.counted.is_empty() && *tally != counted)?;
    let says = if gives_up {
        say::ANSWERS_GIVE_WAY
    } else if other.put_back(counted, apart).shows_all_of(other) {
        say::ANSWERS_TOGETHER
    } else if apart.is_none() {
        say::ANSWERS_SHOWN_ELSEWHERE
    } else {
        say::ANSWERS_APART
    };
    Some(says.to_owned())
}

/// A backup: its records, and a box that says whether to use its settings. The box is ticked at first
/// when the backup has no records, because its settings are then all there is to choose, and on a device
/// that has nothing of its own yet.
fn backup_found(state: State, mut backup: Backup, gathered: &mut Gathered) -> AnyView {
    let records = std::mem::take(&mut backup.records);
    let audits = records.iter().all(|record| record.kind() == RecordKind::Audit);
    let number = say::backup(records.len(), audits);
    let spoilt = std::mem::take(&mut backup.spoilt);
    let has_settings = !spoilt.iter().any(|spoilt| spoilt.part == Part::Settings);
    let nothing_else = records.is_empty() && spoilt.is_empty();
    let wanted = RwSignal::new(has_settings && (nothing_else || is_new(state)));
    let mut list = el("ul").class("plain");
    for record in records {
        list = list.child(el("li").child(record_found(state, record, gathered)));
    }
    let mut later = vec![&backup.later, &backup.settings.later];
    later.extend(backup.wording.iter().map(|wording| wording.beyond.later()));
    let later = later.into_iter().find_map(kept_for_later);
    gathered.backups.push((backup, wanted));
    let settings = has_settings
        .then(|| tick(say::ALSO_SETTINGS, move || wanted.get(), move |it| wanted.set(it)));
    let mut parts = vec![p(number).into(), list.into()];
    parts.extend(later);
    parts.extend(settings);
    parts.extend(spoilt.into_iter().map(|spoilt| spoilt_found(state, spoilt)));
    together(parts)
}

/// A part of a backup that cannot be opened: what is wrong with it, and a button to save it as it came.
fn spoilt_found(state: State, spoilt: Spoilt) -> AnyView {
    let wrong = spoilt.problem.to_string();
    let (cannot, label) = match spoilt.part {
        Part::Record(kind) => {
            let name = words::record_name(&spoilt.name, kind);
            (say::spoilt_record(name, kind, &wrong), say::save_as_it_is(name))
        }
        Part::Settings => (say::spoilt_settings(&wrong), say::SAVE_SETTINGS.to_owned()),
        Part::Wording => (say::spoilt_wording(&wrong), say::SAVE_WORDING.to_owned()),
    };
    el("div")
        .child(problem(cannot))
        .child(p(say::REST_CAN_BE_OPENED))
        .child(
            el("p").child(button(label, move || state.export_spoilt(&spoilt)).class("secondary")),
        )
        .into()
}

/// True on a device that has no records but examples, no wording pack, and the settings that every
/// device begins with. When a backup was last made does not matter.
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
    parts.extend(kept_for_later(wording.beyond.later()));
    let take = move || {
        state.device.set_wording(Some(wording.clone()));
        state.incoming.set(Vec::new());
        state.notices.tell(say::WORDING_IN_USE);
        state.go(&Route::Settings);
    };
    let take = button(say::USE_WORDING, take).live_flag("disabled", move || fit.known == 0);
    parts.push(take.into());
    together(parts)
}

/// One person's answer to a survey, which is counted on the page of that survey. The first of all
/// answers to the survey that are here has a button that takes all of them there.
fn response_found(state: State, incoming: &Incoming, survey: &str) -> AnyView {
    let of_this = |it: &Incoming| it.response().is_some_and(|response| response.survey == survey);
    let mut answers = state.incoming.get_untracked();
    answers.retain(of_this);
    if answers.first().is_some_and(|first| first != incoming) {
        return p(say::ANOTHER_ANSWER).into();
    }
    match state.library.record_with_survey(survey) {
        Some((kind, id, name)) => {
            let label = say::count_there(answers.len());
            let count = button(label, move || state.survey.count_at(kind, &id, answers.clone()));
            together(vec![
                p(say::answer_to(&name)).into(),
                el("div").class("buttons").child(count).into(),
            ])
        }
        None => together(vec![p(say::SURVEY_NOT_HERE).into(), p(say::NOTHING_CHANGED).into()]),
    }
}

/// The link to a survey, with a button that opens the page behind it.
fn link_found(state: State, token: String) -> AnyView {
    let invitation = Invitation::read(&token).ok();
    let title =
        invitation.map(|invitation| words::beside(&[&invitation.title, &invitation.organisation]));
    let what = say::survey_link(&title.unwrap_or_default());
    let answer = button(say::ANSWER_SURVEY, move || state.go(&Route::Answer(token.clone())));
    together(vec![p(what).into(), el("div").class("buttons").child(answer).into()])
}
