//! Every sentence that people read in the pages, with a module for each room. Only the framework's texts
//! and the names of lists and fields, which stand in the forms, are kept elsewhere. This file has the
//! names that several rooms use, and writes numbers and lists; [`dates`] writes days and times.
//!
//! A sentence that is always the same is a constant. A sentence with something in it that varies is a
//! function, which gives the whole sentence.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub mod answer;
pub mod app;
pub mod audit;
pub mod chart;
pub mod dates;
pub mod device;
pub mod home;
pub mod organisation;
pub mod person;
mod problems;
pub mod shared;
pub mod state;
pub mod survey;
pub mod team;
pub mod ui;

use crate::audit::answer::{JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS};
use crate::audit::standing::Standing;
use crate::audit::{Evidence, Status};
use crate::direction::apart;
use crate::form::List;
use crate::framework::{Framework, Subject};
use crate::kinds::form_of;
use crate::progression::{Judgement, Stage};
use crate::record::RecordKind;
use crate::records::Slot;
use crate::survey::{Asked, LEAST_THRESHOLD};
pub use crate::words::dates::{day, day_of, month, time_of};
use crate::workspace::label::Label;

/// The name of a kind of record, within a sentence: “audit”.
pub fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "audit",
        RecordKind::Team => "team",
        RecordKind::Person => "person",
        RecordKind::Organisation => "organisation",
    }
}

/// A record of a kind as the subject of a sentence: “The audit”. [`verb_for`] gives the verb for it.
pub fn the(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "The audit",
        RecordKind::Team => "The team",
        RecordKind::Person => "The person’s pages",
        RecordKind::Organisation => "The organisation",
    }
}

/// The verb that goes with [`the`]: `many` for a person, because “The person’s pages” is a plural, and
/// `one` for every other kind.
pub fn verb_for(kind: RecordKind, one: &'static str, many: &'static str) -> &'static str {
    if kind == RecordKind::Person { many } else { one }
}

/// The name of several records of a kind: “audits”.
pub fn records(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "audits",
        RecordKind::Team => "teams",
        RecordKind::Person => "people",
        RecordKind::Organisation => "organisations",
    }
}

/// The name of a survey within a sentence, by what it asks.
pub fn survey(asked: Asked) -> &'static str {
    match asked {
        Asked::Indicators => "the staff survey",
        Asked::Characteristics => "the survey “Ask everyone”",
    }
}

/// A number of answers to a survey: “1 answer to the staff survey”.
pub fn answers_to(number: u32, asked: Asked) -> String {
    [&count(number as usize, "answer", "answers"), " to ", survey(asked)].concat()
}

/// What everyone who answers a survey is promised, by link, on a tablet or on paper. It promises only
/// what Cairn keeps. A `threshold` below [`LEAST_THRESHOLD`] counts as that.
pub fn promise(threshold: u32) -> String {
    format!(
        "Your answers are counted together with other people’s. Results and comments show only when at least {} people have answered. Whoever runs the survey can also type in answers from paper, and the results say how many were typed in.",
        threshold.max(LEAST_THRESHOLD)
    )
}

/// The name of a stage.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Engaged => "Engaged",
        Stage::Established => "Established",
        Stage::Accomplished => "Accomplished",
        Stage::Exemplary => "Exemplary",
    }
}

/// The name of a judgement.
pub const fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Achieved => "Yes",
        Judgement::NotAchieved => "No",
        Judgement::DontKnow => "Don’t know",
        Judgement::NotAnswered => "Not answered yet",
    }
}

/// Every status: its name in files, and its name on the screen.
pub const STATUSES: &[(&str, &str)] = &[
    named(Status::NotStarted),
    named(Status::UnderWay),
    named(Status::Done),
    named(Status::Dropped),
];

const fn named(each: Status) -> (&'static str, &'static str) {
    (each.name(), status(each))
}

/// The name of a status.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "Not started",
        Status::UnderWay => "Under way",
        Status::Done => "Done",
        Status::Dropped => "No longer needed",
    }
}

/// The stage reached, as a phrase.
pub fn reached(standing: &Standing) -> String {
    match standing.reached {
        Some(reached) => format!("{} reached", stage(reached)),
        None => "No stage reached yet".to_owned(),
    }
}

/// The stage worked at, as a phrase.
pub fn working_at(standing: &Standing) -> String {
    match standing.working_at {
        Some(working_at) => format!("working at {}", stage(working_at)),
        None => "every stage complete".to_owned(),
    }
}

/// What the picture of a standing shows, in words.
pub fn picture(standing: &Standing) -> String {
    let stones = Stage::ALL.map(|each| {
        let tally = standing.tallies[each.index()];
        match tally.total() {
            0 => format!("{}: no indicators", stage(each)),
            total => format!("{}: {} of {total} achieved", stage(each), tally.achieved),
        }
    });
    format!("{}, {}. {}.", reached(standing), working_at(standing), stones.join("; "))
}

/// Joins texts with “ · ” and leaves out those that are blank. A text that runs from right to left is
/// kept apart from its neighbours.
pub fn beside(texts: &[&str]) -> String {
    let texts = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    let texts: Vec<String> = texts.map(apart).collect();
    texts.join(" · ")
}

/// The name of an audit, or “Audit without a name” when it is blank.
pub fn audit_name(name: &str) -> &str {
    record_name(name, RecordKind::Audit)
}

/// The name of a record of any kind, or words in its place when it is blank.
pub fn record_name(name: &str, kind: RecordKind) -> &str {
    match (name.trim(), kind) {
        ("", RecordKind::Audit) => "Audit without a name",
        ("", RecordKind::Team) => "Team without a name",
        ("", RecordKind::Person) => "Person without a name",
        ("", RecordKind::Organisation) => "Organisation without a name",
        (name, _) => name,
    }
}

/// A phrase with a capital letter at its start.
pub fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    [&first, letters.as_str()].concat()
}

/// A number of things: “1 question”, “3 questions”.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// How many there are in a list: “2 audits”, or “2 records” when some are of another kind.
pub fn count_of(labels: &[Label]) -> String {
    match labels.iter().all(|label| label.kind == RecordKind::Audit) {
        true => count(labels.len(), "audit", "audits"),
        false => count(labels.len(), "record", "records"),
    }
}

/// Why a file of Cairn's own did not load, and what to do. `why` is the word by which `early.js` names
/// the reason; for any other word, the web site did not send the file or a filter blocked it.
pub fn not_fetched(why: &str) -> &'static str {
    match why {
        "offline" => "You are offline. Please connect, then try again.",
        "unreachable" => "Cairn’s web site is not answering. Please try again in a few minutes.",
        "newer" => "Cairn was updated after you opened this page. Please reload the page.",
        _ => {
            "Cairn’s web site did not send it, or a filter on the way blocked it. Please try again. If that does not help, reload the page."
        }
    }
}

/// The first 12 of some names, and how many more there are: “a, b and 3 more”.
pub fn some(names: &[String]) -> String {
    const FEW: usize = 12;
    let few = names[..names.len().min(FEW)].join(", ");
    match names.len().saturating_sub(FEW) {
        0 => few,
        more => format!("{few} and {more} more"),
    }
}

/// The name of a slot of a record, for the notice that it was undone or done again.
pub fn slot(slot: &Slot, kind: RecordKind, framework: &Framework) -> String {
    let is_audit = kind == RecordKind::Audit;
    let called = match slot {
        Slot::Field(field) => form_of(kind).field(field).map_or("a field", |field| field.about),
        Slot::Item { list, id } if list.by_id => return about(list, id, framework),
        Slot::Item { list, .. } => list.one,
        Slot::Survey if is_audit => "the staff survey",
        Slot::Survey => "the survey",
        Slot::Tally if is_audit => "the answers to the staff survey",
        Slot::Tally => "the answers to the survey",
    };
    called.to_owned()
}

/// The name of an item in a list by id: “the note on 1A, indicator 2”. `id` is the framework's id of
/// what the item is about.
fn about(list: &List, id: &str, framework: &Framework) -> String {
    let place = || place(id, framework);
    if *list == REFLECTIONS {
        format!("the reflection on {}", place())
    } else if *list == JUDGEMENTS {
        format!("the judgement of {}", place())
    } else if *list == NOTES {
        format!("the note on {}", place())
    } else if *list == LEFT_OUT {
        format!("whether capability {id} is in the audit")
    } else {
        list.one.to_owned()
    }
}

/// Where a question or an indicator stands: “1A, question 3”. An id that the framework does not have is
/// given back as it is.
pub fn place(id: &str, framework: &Framework) -> String {
    let Some(area) = framework.area_of(id) else { return id.to_owned() };
    let question = area
        .questions
        .iter()
        .position(|question| question.id == id || question.parts.iter().any(|part| part.id == id));
    if let Some(index) = question {
        return format!("{}, question {}", area.id, index + 1);
    }
    match area.indicators.iter().position(|indicator| indicator.id == id) {
        Some(index) => format!("{}, indicator {}", area.id, index + 1),
        None => format!("{}, {}", area.id, area.title),
    }
}

/// The words before the text of an indicator, which begin its sentence and say whom it is about.
pub fn lead_in(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => "The organisation",
        Subject::Staff => "Social service workers",
    }
}

/// What an item of evidence supports: “1A, 2B, 3 indicators”. Areas go by their ids, which everyone
/// knows; indicators are only counted.
pub fn supported(item: Evidence<'_>) -> String {
    let is_indicator = |id: &str| id.contains('.');
    let mut list = String::new();
    for id in item.supports.iter().filter(|id| !is_indicator(id)) {
        list.push_str(id);
        list.push_str(", ");
    }
    match item.supports.iter().filter(|id| is_indicator(id)).count() {
        0 => list.truncate(list.len().saturating_sub(2)),
        number => list.push_str(&count(number, "indicator", "indicators")),
    }
    list
}
