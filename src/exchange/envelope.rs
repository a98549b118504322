//! The envelope that all files share, and what can be in it.
//!
//! The text of a stored record is the text of its file, so what is on the device is always something
//! that Cairn can open.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::by_id::ById;
use crate::exchange::problem::ImportError;
use crate::framework::Framework;
use crate::json::Json;
use crate::json::later::{Beyond, Later};
use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::records::Record;
use crate::survey::Response;

/// The newest version of the format, and the one that is written.
pub const VERSION: u32 = 1;

/// After this many days without a file of everything, Cairn reminds the person to make one.
const REMIND_AFTER_DAYS: i64 = 14;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The field under which a record in a backup keeps what a later Cairn wrote in the envelope of the
/// record's own file.
pub(super) const ENVELOPE: &str = "envelope";

/// The name and version of this program, as files carry it.
pub const APP: &str = concat!("Cairn ", env!("CARGO_PKG_VERSION"));

/// A whole file.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Kind {
    /// One audit.
    Audit,
    /// One team.
    Team,
    /// One person's learning, or what they share of it.
    #[serde(rename = "learner")]
    Person,
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
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Backup {
    /// The records of every kind; those in the bin are left out of a file of everything. In a file,
    /// each kind has a list of its own, in this order.
    pub records: Vec<Record>,
    /// The settings of the device.
    pub settings: Settings,
    /// The wording pack, when one is there.
    pub wording: Option<Wording>,
    /// How many answers were shown of each survey whose record is deleted or in the bin, by the
    /// survey's id; 0 when that is not known.
    pub shown: ById<u32>,
    /// How many people had voted in each result that was shown recently on the device: by card and day,
    /// and by session. Their records need not be in the file.
    pub voted: ById<Vec<u32>>,
    /// The parts of the file that could not be read, as they came.
    pub spoilt: Vec<Spoilt>,
    /// What a later Cairn has written in the file outside its records, settings and wording pack.
    pub later: Later,
}

/// The name of the list in a backup that has the records of a kind.
pub(super) const fn list_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "audits",
        RecordKind::Team => "teams",
        RecordKind::Person => "learners",
        RecordKind::Organisation => "organisations",
    }
}

impl Serialize for Backup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for kind in RecordKind::ALL {
            let of_kind = self.records.iter().filter(|record| record.kind() == kind);
            let of_kind: Vec<&Record> = of_kind.collect();
            if kind == RecordKind::Audit || !of_kind.is_empty() {
                map.serialize_entry(list_of(kind), &of_kind)?;
            }
        }
        map.serialize_entry("settings", &self.settings)?;
        if let Some(wording) = &self.wording {
            map.serialize_entry("wording", wording)?;
        }
        if !self.shown.is_empty() {
            map.serialize_entry("shown", &self.shown)?;
        }
        if !self.voted.is_empty() {
            map.serialize_entry("voted", &self.voted)?;
        }
        map.end()
    }
}

/// A part of a backup that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoilt {
    /// Which part it is.
    pub part: Part,
    /// Its name; empty when that cannot be read either.
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

/// Other words for the texts of a framework.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Wording {
    /// The name of the pack.
    #[serde(default)]
    pub title: String,
    /// The framework that it is for.
    pub framework: String,
    /// The other words, by the id of the text that they replace.
    pub texts: ById<String>,
    /// What a later Cairn has written in its file, kept as it came.
    #[serde(skip)]
    pub beyond: Beyond,
}

/// What a person chose for this device.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Settings {
    /// The person's name or initials, kept with each change; empty when none were given.
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
    /// Settings that only a later Cairn knows, kept as they came.
    #[serde(skip)]
    pub later: Later,
}

impl Settings {
    /// When a file of everything was last made. `None` when that is not known, or lies a day or more in
    /// the future: then a clock was wrong, and the next reminder would never come.
    pub fn backed_up_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.last_backup.filter(|at| at.days_since(now) < 1)
    }

    /// How many days ago a file of everything was last made, when it is time to make another; `None`
    /// while it is not time yet. The inner `None` says that none was ever made, or that nobody can say
    /// when.
    pub fn backup_is_due(&self, now: Timestamp) -> Option<Option<i64>> {
        let days = self.backed_up_at(now).map(|last| now.days_since(last).max(0));
        days.is_none_or(|days| days >= REMIND_AFTER_DAYS).then_some(days)
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
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
            RecordKind::Person => Kind::Person,
            RecordKind::Organisation => Kind::Organisation,
        }
    }
}

impl Backup {
    /// What a later Cairn has written in any of its parts, each in its place in the backup.
    pub(super) fn all_later(&self) -> Later {
        let mut all = self.later.clone();
        let mut put = |path: &[&str], beyond: &Beyond| {
            let mut around = beyond.later().clone();
            let mut within = around.take(&["data"]);
            if !around.is_empty() {
                within.keep(ENVELOPE.to_owned(), around.into_json());
            }
            all.put(&[&["data"], path].concat(), within);
        };
        for record in &self.records {
            put(&[list_of(record.kind()), &record.id], &record.beyond);
        }
        if let Some(wording) = &self.wording {
            put(&["wording"], &wording.beyond);
        }
        all.put(&["data", "settings"], self.settings.later.clone());
        all
    }

    /// Adds a copy of a record, without the survey answers that no copy may have. Gives how many
    /// answers the copy lacks.
    pub fn add(&mut self, record: Record) -> u32 {
        let (record, lacks) = record.for_copy();
        self.records.push(record);
        lacks
    }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// One record.
    Record(Box<Record>),
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
            File::Record(record) => Some(*record),
            _ => None,
        }
    }
}
