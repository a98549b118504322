//! The sentences about what is in a file, shown before it is opened.

use std::cmp::Ordering;

use crate::audit::Audit;
use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::person;
use crate::record::RecordKind;
use crate::records::Record;
use crate::words::{self, count};
use crate::workspace::label::Label;

pub const NOTHING_CHANGED: &str = "Nothing was changed, and nothing is lost.";

/// A file with a framework that has no discussion cards, so there is nothing to bring in.
pub fn framework(title: &str) -> String {
    let cannot = "” is a framework without discussion cards. Cairn cannot ask your own questions yet. Nothing was changed.";
    ["“", title, cannot].concat()
}

// --- A record, and what to do with it

pub const OPEN: &str = "Open it";

pub const KEEP_BOTH: &str = "Keep both: open it as a separate copy";

pub const REPLACE: &str =
    "Replace the one on this device (Cairn keeps a copy of it, and you can undo this)";

pub const LEAVE_OUT: &str = "Leave it out";

/// Asks what to do with a record. In a file of many, the organisation tells records of one name apart.
pub fn what_to_do_with(record: &Record) -> String {
    let name = words::record_name(record.name(), record.kind());
    match organisation_of(record) {
        "" => ["What do you want to do with “", name, "”?"].concat(),
        of => ["What do you want to do with “", name, "” (", of, ")?"].concat(),
    }
}

/// The organisation that stands beside a record's name; empty when there is none.
fn organisation_of(record: &Record) -> &str {
    match record.kind() {
        RecordKind::Organisation => "",
        _ => record.organisation(),
    }
}

/// What is in a record of a file: its name and organisation, when it was last changed, and how many
/// items it has. `with_time` adds the time of day to the day.
pub fn about(record: &Record, framework: &Framework, with_time: bool) -> String {
    let content = match Audit::of(record) {
        Some(audit) => in_audit(audit, framework),
        None => in_book(record),
    };
    let organisation = organisation_of(record);
    let name = words::record_name(record.name(), record.kind());
    words::beside(&[name, organisation, &last_changed(record.changed_at(), with_time), &content])
}

fn in_audit(audit: Audit<'_>, framework: &Framework) -> String {
    let progress = audit.progress(framework);
    format!(
        "{} of {} questions, {} of {} indicators, {}, {}",
        progress.reflected,
        progress.questions,
        progress.judged,
        progress.indicators,
        count(audit.evidence().len(), "item of evidence", "items of evidence"),
        count(audit.actions().len(), "action", "actions"),
    )
}

fn in_book(book: &Record) -> String {
    let lists = book.form.lists.iter().filter_map(|list| match book.items(list).len() {
        0 => None,
        number => Some(count(number, list.singular(), list.several)),
    });
    let what = if person::is_shared(book) {
        "what this person shares"
    } else {
        words::record(book.kind())
    };
    [vec![what.to_owned()], lists.collect()].concat().join(", ")
}

fn last_changed(at: Timestamp, with_time: bool) -> String {
    let day = words::day_of(at);
    let time = if with_time { [", ", &words::time_of(at)].concat() } else { String::new() };
    ["last changed ", &day, &time].concat()
}

// --- What is on this device already

pub const GO_TO_OWN: &str = "Go to the one on this device";

pub const SAME: &str = "They say the same.";

pub const FILE_GOES_ON: &str = "The one in the file is newer, and has every word that is here.";

pub const OWN_GOES_ON: &str =
    "The one on this device is newer, and has every word that is in the file.";

/// The same record is on this device already: its name, and when it was last changed. `with_time` adds
/// the time of day to the day.
pub fn already_here(label: &Label, with_time: bool) -> String {
    let bin = if label.binned_at.is_some() { " (in the bin)" } else { "" };
    let what = match label.kind {
        RecordKind::Person => "This person’s pages are",
        RecordKind::Audit => "This audit is",
        RecordKind::Team => "This team is",
        RecordKind::Organisation => "This organisation is",
    };
    let name = words::record_name(&label.name, label.kind);
    let changed = last_changed(label.changed_at, with_time);
    [what, " already on this device", bin, ", as “", name, "”, ", &changed, "."].concat()
}

/// Which record was changed later: the one in the file (`Greater`) or the one on this device (`Less`).
pub fn newer(order: Ordering) -> &'static str {
    match order {
        Ordering::Greater => "The one in the file is newer.",
        Ordering::Less => "The one on this device is newer.",
        Ordering::Equal => "Both were last changed at the same time.",
    }
}

// --- What becomes of the answers to a survey when one record replaces another

pub const ANOTHER_SURVEY: &str = "The file has another survey. Answers have been counted for the one here, so this one stays even if you replace the rest. To have the other survey as well, keep both.";

pub const ANSWERS_TOGETHER: &str = "If you replace it, the survey answers counted here and in the file are added together, each answer once.";

pub const ANSWERS_GIVE_WAY: &str = "Some of the people whose results are in the file have answers that wait here, together with those of others. Nobody can tell them apart any more. If you open the file, its results stand, and the answers that wait here are removed; Undo does not bring them back. Afterwards, count them again from their own files or codes. Answers from paper, or given on this device, have no file: if there are any, leave the file out.";

pub const ANSWERS_APART: &str = "If you open it, the survey results that show here stay as they are. Those in the file cannot be added: some people’s answers are in both, and nobody can tell them apart any more. Afterwards, no more results of this survey can be shown here.";

pub const ANSWERS_SHOWN_ELSEWHERE: &str = "Results of this survey were shown elsewhere too. Those in the file cannot be added to the ones that show here, because the sum could tell what single people said. The ones that show here stay as they are.";

/// Answers wait in a record on this device, and the file has results of the same survey.
pub fn holds_back(name: &str, waiting: u32) -> String {
    let (wait, they) = match waiting {
        1 => ("1 answer to the same survey waits".to_owned(), "it"),
        number => (format!("{number} answers to the same survey wait"), "they"),
    };
    format!(
        "{wait} in “{name}” on this device. Once you open this file, {they} cannot be shown any more: the difference could tell what single people said."
    )
}

// --- What this Cairn has no place for

/// The record has answers with these ids, which the framework does not have. They are kept aside.
pub fn kept_aside(ids: &[String]) -> String {
    let answers = count(ids.len(), "answer", "answers");
    let kept = match ids.len() {
        1 => " that this framework has no place for. It is kept aside, not lost: ",
        _ => " that this framework has no place for. They are kept aside, not lost: ",
    };
    ["It has ", &answers, kept, &words::some(ids), "."].concat()
}

/// The file has fields with these names, which only a newer Cairn knows. They are kept.
pub fn kept_for_later(names: &[String]) -> String {
    let holds =
        "This file was written by a newer Cairn. It holds something that this one cannot show: ";
    let kept = ". It is kept as it is, and saved along with the rest.";
    [holds, &words::some(names), kept].concat()
}

/// The file has fields with these names, which only a newer Cairn knows. They stay in the file, because
/// only a part of it is brought in.
pub fn left_behind(names: &[String]) -> String {
    let holds = "This file was written by a newer Cairn. It holds something that this one cannot bring in: ";
    [holds, &words::some(names), ". Keep the file: it stays in there."].concat()
}

// --- Backups

pub const ALSO_SETTINGS: &str = "Also use the settings and wording in the backup";

pub const REST_CAN_BE_OPENED: &str = "Everything else in the backup can be opened. Nothing is lost: this part stays in the backup, and you can save it as a file of its own for someone who can repair it.";

/// How many records are in a backup; `audits` is true when all of them are audits.
pub fn backup(number: usize, audits: bool) -> String {
    let number = match audits {
        true => count(number, "audit", "audits"),
        false => count(number, "record", "records"),
    };
    ["A backup with ", &number, "."].concat()
}

/// A record in a backup that cannot be opened. `problem` is the sentence that says why.
pub fn spoilt_record(name: &str, kind: RecordKind, problem: &str) -> String {
    ["“", name, "” (", words::record(kind), ") cannot be opened. ", problem].concat()
}

/// The settings in a backup, which cannot be opened. `problem` is the sentence that says why.
pub fn spoilt_settings(problem: &str) -> String {
    ["The settings cannot be opened. ", problem].concat()
}

/// The wording pack in a backup, which cannot be opened. `problem` is the sentence that says why.
pub fn spoilt_wording(problem: &str) -> String {
    ["The wording pack cannot be opened. ", problem].concat()
}

pub const SAVE_SETTINGS: &str = "Save the settings as they are";

pub const SAVE_WORDING: &str = "Save the wording pack as it is";

/// The button that saves the record of this name, which cannot be opened, as it came.
pub fn save_as_it_is(name: &str) -> String {
    ["Save “", name, "” as it is"].concat()
}

// --- Wording packs

pub const USE_WORDING: &str = "Use this wording";

pub const WORDING_IN_USE: &str =
    "The wording pack is in use. You can switch it off under Settings.";

// --- Answers to a survey

pub const ANOTHER_ANSWER: &str = "Another answer to the same survey. It is counted with the first.";

pub const SURVEY_NOT_HERE: &str = "This is one person’s answer to a survey. The survey is not on this device. Please pass the file on to whoever collects the answers.";

/// A file with one person's answer to a survey of the record with this name.
pub fn answer_to(name: &str) -> String {
    let what = "This is one person’s answer to a survey. The survey belongs to “";
    [what, name, "”. Answers are counted on its survey page."].concat()
}

/// The button that takes all answers to that survey to the page where they are counted.
pub fn count_there(number: usize) -> String {
    match number {
        1 => "Count it there".to_owned(),
        number => format!("Count all {number} there"),
    }
}

pub const ANSWER_SURVEY: &str = "Answer this survey";

/// A file or text with the link to a survey. `title` has the survey's title and organisation, and is
/// empty when the link cannot be read.
pub fn survey_link(title: &str) -> String {
    match title {
        "" => "This is the link to a survey. There are no answers in it.".to_owned(),
        title => {
            ["This is the link to a survey, “", title, "”. There are no answers in it."].concat()
        }
    }
}
