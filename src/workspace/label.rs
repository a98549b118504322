//! How a record stands in the store: one line with its label, then the text of its file.
//!
//! The list of records needs nothing but these lines, so starting Cairn reads no record. The line is
//! written together with the text, so the two cannot disagree.

use std::str::FromStr;

use serde::Serialize;

use crate::audit::Audit;
use crate::audit::standing::{Progress, Standing};
use crate::exchange::envelope::VERSION;
use crate::exchange::writing::record_text;
use crate::exchange::{ImportError, MAX_BYTES, from_stored_text};
use crate::form::FOLLOWS;
use crate::framework::Framework;
use crate::json::Json;
use crate::moment::{Date, Timestamp};
use crate::person::LearningYear;
use crate::progression::{Stage, Tally};
use crate::record::RecordKind;
use crate::records::Record;
use crate::workspace::store::Store;
use crate::workspace::{StoreError, pack};

/// Texts up to this many bytes are kept as they are: packing would save little.
const PLAIN_BYTES: usize = 2_000;

/// The bytes that a file of everything needs besides one record.
const AROUND: usize = 2_000;

/// The first line of a stored record: all that can be said of it without reading it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Label {
    /// The version of the format.
    pub version: u32,
    /// The kind of the record; an audit when the line names none.
    pub kind: RecordKind,
    /// The record's id.
    pub id: String,
    /// The name of the record.
    pub name: String,
    /// The name of the organisation that it belongs to.
    pub organisation: String,
    /// For a record that a person has shared, the id of the person's own record; else empty.
    pub shared_from: String,
    /// The id of last year's record, from which this one was begun; empty when there is none.
    pub follows: String,
    /// For a person's record, the first day of the learning year.
    pub year: Option<Date>,
    /// When the record was last changed.
    pub changed_at: Timestamp,
    /// The name of the write that made the text: no two writes have the same.
    pub write: String,
    /// The number of compressed bytes when the text is packed; `None` when it is not.
    pub packed: Option<usize>,
    /// When the record was put into the bin; `None` when it is not there.
    pub binned_at: Option<Timestamp>,
    /// For a snapshot, the words for what was about to change the record.
    pub before: Option<String>,
    /// For an audit, the number of indicators achieved and of all, at each stage, Engaged first.
    pub stones: [(usize, usize); 4],
    /// For an audit, how much is answered: questions with a reflection, questions, indicators judged,
    /// indicators.
    pub progress: (usize, usize, usize, usize),
    /// For an audit, the stage reached: 0 for none, 1 to 4 for Engaged to Exemplary.
    pub reached: usize,
}

impl Label {
    /// The label of `record` as it stands now.
    pub fn of(record: &Record, framework: &Framework, write: String) -> Label {
        let mut label = Label {
            version: VERSION,
            kind: record.kind(),
            id: record.id.clone(),
            name: record.name().to_owned(),
            organisation: record.organisation().to_owned(),
            changed_at: record.changed_at(),
            write,
            ..Label::default()
        };
        if let Some(audit) = Audit::of(record) {
            let standing = Standing::of(&audit.assess(framework));
            let Progress { reflected, questions, judged, indicators } = audit.progress(framework);
            label.stones = standing.tallies.map(|tally| (tally.achieved, tally.total()));
            label.progress = (reflected, questions, judged, indicators);
            label.reached = standing.reached.map_or(0, |stage| stage.index() + 1);
        }
        label.shared_from = record.shared_from().to_owned();
        label.follows = record.text(&FOLLOWS).to_owned();
        label.year = (record.kind() == RecordKind::Person).then(|| LearningYear::of(record).first);
        label
    }

    /// True for a record that a person has shared with others, who cannot change it.
    pub fn is_shared(&self) -> bool {
        !self.shared_from.is_empty()
    }

    /// How much of the audit is answered.
    pub fn progress(&self) -> Progress {
        let (reflected, questions, judged, indicators) = self.progress;
        Progress { reflected, questions, judged, indicators }
    }

    /// Where the audit stands, as far as its picture needs it: judgements other than achieved are
    /// not told apart.
    pub fn standing(&self) -> Standing {
        let tallies = self.stones.map(|(achieved, total)| Tally {
            achieved,
            not_answered: total.saturating_sub(achieved),
            ..Tally::default()
        });
        let working_at = Stage::ALL.into_iter().find(|stage| {
            let tally = tallies[stage.index()];
            tally.total() > 0 && !tally.complete()
        });
        let reached = self.reached.checked_sub(1).and_then(|index| Stage::ALL.get(index)).copied();
        Standing { tallies, reached, working_at }
    }

    /// Reads the first line of a stored text; `None` when it is not a label.
    pub fn parse(head: &str) -> Option<Label> {
        Label::of_json(&serde_json::from_str(head).ok()?)
    }

    /// As [`Label::parse`], by the store's own reader of JSON ([`Store::json`]).
    pub(super) fn kept_in<S: Store>(head: &str) -> Option<Label> {
        Label::of_json(&S::json(head)?)
    }

    fn of_json(line: &Json) -> Option<Label> {
        read(line).or_else(|| Label::of_newer(line))
    }

    /// Reads the label of a newer Cairn, which may write it in another way. What can be read is enough
    /// to list the record, and its version is enough to leave it alone.
    fn of_newer(line: &Json) -> Option<Label> {
        let text = |name| needed(line, name).unwrap_or_default();
        let label = Label {
            version: number(line, "version").map_or(0, version),
            kind: kind(&text("kind")),
            id: text("id"),
            name: text("name"),
            organisation: text("organisation"),
            changed_at: text("changed_at").parse().unwrap_or_default(),
            write: text("write"),
            ..Label::default()
        };
        Some(label).filter(Label::from_newer)
    }

    /// True for a record of a newer Cairn. It stays untouched: this one cannot tell what it would
    /// lose.
    pub fn from_newer(&self) -> bool {
        self.version > VERSION
    }

    /// The text to store, this label and then `record`; and the first line of it. The same record
    /// always makes a text of the same length, so one that fitted once fits again. Fails when the
    /// record is longer than a file of everything could hold.
    pub fn stored(mut self, record: &Record) -> Result<(String, String), StoreError> {
        let text = record_text(record, record.changed_at());
        if text.len() > MAX_BYTES - AROUND {
            return Err(StoreError::TooLong);
        }
        let body = if text.len() <= PLAIN_BYTES {
            text
        } else {
            let (packed, length) = pack::pack(&text);
            self.packed = Some(length);
            packed
        };
        let head = self.line();
        Ok((format!("{head}\n{body}"), head))
    }

    /// The label as a first line.
    pub fn line(&self) -> String {
        serde_json::to_string(self)
            .unwrap_or_else(|_| unreachable!("a label has only plain fields"))
    }
}

/// Reads a line as this Cairn writes it. It takes less code than the reader of files, and has to be
/// fetched before the list of records can be shown.
fn read(line: &Json) -> Option<Label> {
    Some(Label {
        version: version(number(line, "version")?),
        kind: kind(&usual(line, "kind")?),
        id: needed(line, "id")?,
        name: needed(line, "name")?,
        organisation: needed(line, "organisation")?,
        shared_from: usual(line, "shared_from")?,
        follows: usual(line, "follows")?,
        year: maybe(line, "year", parsed)?,
        changed_at: parsed(line.named("changed_at")?)?,
        write: needed(line, "write")?,
        packed: maybe(line, "packed", Json::as_size)?,
        binned_at: maybe(line, "binned_at", parsed)?,
        before: maybe(line, "before", |text| text.as_text().map(str::to_owned))?,
        stones: stones(line.named("stones")?)?,
        progress: match sizes(line.named("progress")?)?[..] {
            [reflected, questions, judged, indicators] => {
                (reflected, questions, judged, indicators)
            }
            _ => return None,
        },
        reached: number(line, "reached")?,
    })
}

/// What stands under a name, read by `read`: `Some(None)` when nothing does, `None` when it cannot be
/// read.
fn maybe<T>(line: &Json, name: &str, read: fn(&Json) -> Option<T>) -> Option<Option<T>> {
    match line.named(name) {
        None | Some(Json::Null) => Some(None),
        Some(value) => read(value).map(Some),
    }
}

fn needed(line: &Json, name: &str) -> Option<String> {
    line.named(name)?.as_text().map(str::to_owned)
}

fn usual(line: &Json, name: &str) -> Option<String> {
    maybe(line, name, |text| text.as_text().map(str::to_owned)).map(Option::unwrap_or_default)
}

fn number(line: &Json, name: &str) -> Option<usize> {
    line.named(name)?.as_size()
}

fn parsed<T: FromStr>(value: &Json) -> Option<T> {
    value.as_text()?.parse().ok()
}

fn sizes(list: &Json) -> Option<Vec<usize>> {
    let Json::List(entries) = list else { return None };
    entries.iter().map(Json::as_size).collect()
}

fn stones(list: &Json) -> Option<[(usize, usize); 4]> {
    let Json::List(entries) = list else { return None };
    let pair = |entry: &Json| match sizes(entry)?[..] {
        [achieved, total] => Some((achieved, total)),
        _ => None,
    };
    entries.iter().map(pair).collect::<Option<Vec<_>>>()?.try_into().ok()
}

fn version(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The kind with this name; an audit when the line names none. It has to agree with the key and the
/// text in any case.
fn kind(name: &str) -> RecordKind {
    RecordKind::of(name).unwrap_or_default()
}

/// Why a stored text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Its first line is not a label.
    Label,
    /// The text could not be unpacked.
    Packing,
    /// The text is not that of a record.
    Content(ImportError),
}

/// Takes a stored text apart into its label and its record.
pub fn read_stored(stored: &str) -> Result<(Label, Record), Unreadable> {
    let (label, text) = stored_text(stored)?;
    let record = from_stored_text(&text).map_err(Unreadable::Content)?.record();
    let own = |record: &Record| record.id == label.id && record.kind() == label.kind;
    match record.filter(own) {
        Some(record) => Ok((label, record)),
        None => Err(Unreadable::Label),
    }
}

/// Takes a stored text apart into its label and the text of its file, which may be damaged.
pub fn stored_text(stored: &str) -> Result<(Label, String), Unreadable> {
    let (head, body) = stored.split_once('\n').ok_or(Unreadable::Label)?;
    let label = Label::parse(head).ok_or(Unreadable::Label)?;
    let text = match label.packed {
        None => body.to_owned(),
        Some(length) => pack::unpack(body, length).ok_or(Unreadable::Packing)?,
    };
    Ok((label, text))
}
