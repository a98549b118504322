//! The one envelope of every file, and what can be in it.
//!
//! The text of a stored record is the text of its file: what is on the device is always something
//! that Cairn can open.

use std::mem::take;

use serde::Serialize;

use crate::answers::Answers;
use crate::audit::Audit;
use crate::book::Book;
use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::survey::Response;

/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 1;

/// The name and version of this program, as files carry it.
pub const APP: &str = concat!("Cairn ", env!("CARGO_PKG_VERSION"));

/// A whole file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(title = "A Cairn file"))]
pub struct Envelope<T> {
    /// Always `cairn`.
    pub format: String,
    /// The version of the format, from 1.
    pub version: u32,
    /// What is in the file.
    pub kind: Kind,
    /// The program that wrote it.
    pub app: String,
    /// When it was written, UTC.
    pub saved_at: Timestamp,
    /// The content, by kind.
    pub data: T,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Kind {
    /// One audit.
    Audit,
    /// One team.
    Team,
    /// One person's learning, or what they share of it.
    Learner,
    /// What an organisation keeps beside its audits.
    Organisation,
    /// Everything on a device.
    Backup,
    /// A framework.
    Framework,
    /// A wording pack.
    Wording,
    /// One person's response to a staff survey.
    SurveyResponse,
}

/// Everything on a device.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Backup {
    /// The audits, those in the bin left out.
    pub audits: Vec<Audit>,
    /// The teams, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<crate::book::schema::Team>"))]
    pub teams: Vec<Book>,
    /// The people, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<crate::book::schema::Learner>"))]
    pub learners: Vec<Book>,
    /// What organisations keep beside their audits, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Vec<crate::book::schema::Organisation>")
    )]
    pub organisations: Vec<Book>,
    /// The settings of the device.
    #[serde(default)]
    pub settings: Settings,
    /// The wording pack, when one is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// Other words for a framework.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Wording {
    /// What the pack is called.
    #[serde(default)]
    pub title: String,
    /// The framework that it is for.
    pub framework: String,
    /// The words, by the id of the text that they stand for.
    pub texts: Answers<String>,
}

/// What a person chose for this device.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Settings {
    /// Name or initials, put beside what is written; empty when none were given.
    #[serde(default)]
    pub name: String,
    /// Light, dark, or what the system says.
    #[serde(default)]
    pub theme: Theme,
    /// The size of all text.
    #[serde(default)]
    pub text_size: TextSize,
    /// True when a wording pack is there but not to be used.
    #[serde(default)]
    pub wording_off: bool,
    /// When a file with everything was last made, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_backup: Option<Timestamp>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The size of all text, on top of the browser's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum TextSize {
    /// A little smaller.
    Small,
    /// As designed.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

impl Backup {
    /// Adds a record.
    pub fn add(&mut self, record: Record) {
        match record {
            Record::Audit(audit) => self.audits.push(*audit),
            Record::Book(book) => match book.kind {
                RecordKind::Team => self.teams.push(*book),
                RecordKind::Learner => self.learners.push(*book),
                RecordKind::Organisation | RecordKind::Audit => self.organisations.push(*book),
            },
        }
    }

    /// Takes every record out.
    pub fn take_records(&mut self) -> Vec<Record> {
        let audits = take(&mut self.audits).into_iter().map(Record::from);
        let books = [&mut self.teams, &mut self.learners, &mut self.organisations];
        let books = books.into_iter().flat_map(take).map(Record::from);
        audits.chain(books).collect()
    }
}

/// What a file turned out to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// One audit.
    Audit(Box<Audit>),
    /// One team, person or organisation.
    Book(Box<Book>),
    /// Everything on a device.
    Backup(Box<Backup>),
    /// A framework.
    Framework(Box<Framework>),
    /// A wording pack.
    Wording(Wording),
    /// One person's response to a staff survey.
    Response(Box<Response>),
}

impl File {
    /// The record, if it holds one.
    pub fn record(self) -> Option<Record> {
        match self {
            File::Audit(audit) => Some(Record::Audit(audit)),
            File::Book(book) => Some(Record::Book(book)),
            _ => None,
        }
    }
}

/// The text of a file with one record.
pub fn record_text(record: &Record, saved_at: Timestamp) -> String {
    match record {
        Record::Audit(audit) => audit_text(audit, saved_at),
        Record::Book(book) => book_text(book, saved_at),
    }
}

/// The text of a file with one audit.
pub fn audit_text(audit: &Audit, saved_at: Timestamp) -> String {
    text(Kind::Audit, audit, saved_at)
}

/// The text of a file with one team, person or organisation.
pub fn book_text(book: &Book, saved_at: Timestamp) -> String {
    let kind = match book.kind {
        RecordKind::Team => Kind::Team,
        RecordKind::Learner => Kind::Learner,
        RecordKind::Organisation | RecordKind::Audit => Kind::Organisation,
    };
    text(kind, book, saved_at)
}

/// The text of a file with a framework, such as discussion cards to hand on.
pub fn framework_text(framework: &Framework, saved_at: Timestamp) -> String {
    text(Kind::Framework, framework, saved_at)
}

/// The text of a file with everything on a device.
pub fn backup_text(backup: &Backup, saved_at: Timestamp) -> String {
    text(Kind::Backup, backup, saved_at)
}

/// The text of a file with a wording pack.
pub fn wording_text(wording: &Wording, saved_at: Timestamp) -> String {
    text(Kind::Wording, wording, saved_at)
}

/// The text of a file with one person's response to a staff survey. Of `saved_at` it names the day
/// only: the hour could tell who was at a desk then.
pub fn response_text(response: &Response, saved_at: Timestamp) -> String {
    let days = saved_at.days_since(Timestamp::default());
    text(Kind::SurveyResponse, response, Timestamp::default().plus_days(days))
}

fn text<T: Serialize>(kind: Kind, data: T, saved_at: Timestamp) -> String {
    let envelope = Envelope {
        format: "cairn".to_owned(),
        version: VERSION,
        kind,
        app: APP.to_owned(),
        saved_at,
        data,
    };
    serde_json::to_string_pretty(&envelope)
        .unwrap_or_else(|_| unreachable!("records have string keys and no serialisers that fail"))
}
