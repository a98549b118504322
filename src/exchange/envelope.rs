//! The one envelope of every file, and what can be in it.
//!
//! The text of a stored record is the text of its file: what is on the device is always something
//! that Cairn can open.

use std::mem::take;

use serde::Serialize;

use crate::answers::Answers;
use crate::audit::Audit;
use crate::book::Book;
use crate::exchange::problem::ImportError;
use crate::framework::Framework;
use crate::json::Json;
use crate::json::later::{Beyond, Later};
use crate::moment::Timestamp;
use crate::record::{BookKind, RecordKind};
use crate::records::Record;
use crate::survey::Response;

/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 1;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// What stands in a file of its own around a record stands in a backup in the record.
pub(super) const ENVELOPE: &str = "envelope";

/// The name and version of this program, as files carry it.
pub const APP: &str = concat!("Cairn ", env!("CARGO_PKG_VERSION"));

/// A whole file.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Backup {
    /// The audits, those in the bin left out.
    pub audits: Vec<Audit>,
    /// The teams, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<crate::records::schema::Team>"))]
    pub teams: Vec<Book>,
    /// The people, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Vec<crate::records::schema::Learner>")
    )]
    pub learners: Vec<Book>,
    /// What organisations keep beside their audits, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Vec<crate::records::schema::Organisation>")
    )]
    pub organisations: Vec<Book>,
    /// The settings of the device.
    #[serde(default)]
    pub settings: Settings,
    /// The wording pack, when one is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// What could not be read of the file, and is set apart as it came.
    #[serde(skip)]
    pub spoilt: Vec<Spoilt>,
    /// What a later Cairn has written in the file and that belongs to none of its parts.
    #[serde(skip)]
    pub later: Later,
}

/// A part of a backup that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoilt {
    /// What it is.
    pub part: Part,
    /// What it is called; empty when that could not be made out.
    pub name: String,
    /// What is wrong with it, and where in the file.
    pub problem: ImportError,
    /// The part as it came.
    pub json: Json,
}

/// A part of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A record of this kind.
    Record(RecordKind),
    /// The settings.
    Settings,
    /// The wording pack.
    Wording,
}

/// Other words for a framework.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Wording {
    /// What the pack is called.
    #[serde(default)]
    pub title: String,
    /// The framework that it is for.
    pub framework: String,
    /// The words, by the id of the text that they stand for.
    pub texts: Answers<String>,
    /// What a later Cairn has written in its file, kept as it came.
    #[serde(skip)]
    pub beyond: Beyond,
}

/// What a person chose for this device.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
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
    /// What a later Cairn has written among them, kept as it came.
    #[serde(skip)]
    pub later: Later,
}

impl Settings {
    /// When a file with everything was last made; `None` where that is said to be in the future: a clock
    /// was wrong, and nothing would ever remind of the next one.
    pub fn backed_up_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.last_backup.filter(|at| at.days_since(now) < 1)
    }
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

impl Kind {
    /// The kind of a file with one record.
    pub(super) fn of(kind: RecordKind) -> Kind {
        match kind {
            RecordKind::Audit => Kind::Audit,
            RecordKind::Team => Kind::Team,
            RecordKind::Learner => Kind::Learner,
            RecordKind::Organisation => Kind::Organisation,
        }
    }
}

impl Backup {
    /// What a later Cairn has written in any of its parts, each in its place in the backup.
    pub(super) fn all_later(&self) -> Later {
        let mut all = self.later.clone();
        let mut put = |path: &[&str], beyond: &Beyond| {
            let mut around = beyond.kept().clone();
            let mut within = around.take(&["data"]);
            if !around.is_empty() {
                within.keep(ENVELOPE.to_owned(), around.into_json());
            }
            all.put(&[&["data"], path].concat(), within);
        };
        for audit in &self.audits {
            put(&["audits", &audit.id], &audit.beyond);
        }
        let lists = [
            ("teams", &self.teams),
            ("learners", &self.learners),
            ("organisations", &self.organisations),
        ];
        for (list, books) in lists {
            books.iter().for_each(|book| put(&[list, &book.id], &book.beyond));
        }
        if let Some(wording) = &self.wording {
            put(&["wording"], &wording.beyond);
        }
        all.put(&["data", "settings"], self.settings.later.clone());
        all
    }

    /// Adds a record as a copy of it may be kept. Gives how many answers to its survey it lacks there.
    pub fn add(&mut self, record: Record) -> u32 {
        let (record, lacks) = record.for_copy();
        match record {
            Record::Audit(audit) => self.audits.push(*audit),
            Record::Book(book) => match book.kind() {
                BookKind::Team => self.teams.push(*book),
                BookKind::Learner => self.learners.push(*book),
                BookKind::Organisation => self.organisations.push(*book),
            },
        }
        lacks
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
