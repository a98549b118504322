//! What every record is made of: its kind, who changed what and when, words that a person wrote, and
//! how a judgement stands in a file.

use serde::Serialize;

use crate::moment::Timestamp;
use crate::progression::Judgement;

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum RecordKind {
    /// An audit.
    #[default]
    Audit,
    /// A team.
    Team,
    /// A learner.
    Learner,
    /// An organisation.
    Organisation,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [RecordKind; 4] =
        [RecordKind::Audit, RecordKind::Team, RecordKind::Learner, RecordKind::Organisation];

    /// The kind as it is named in files and keys.
    pub fn name(self) -> &'static str {
        match self {
            RecordKind::Audit => "audit",
            RecordKind::Team => "team",
            RecordKind::Learner => "learner",
            RecordKind::Organisation => "organisation",
        }
    }

    /// The kind that is named so.
    pub fn of(name: &str) -> Option<RecordKind> {
        RecordKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// When something was last changed and, if the person gave a name or initials, by whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Stamp {
    /// The moment of the change, UTC.
    pub at: Timestamp,
    /// Name or initials; empty when none were given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// A text that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Written {
    /// The words, as they were typed.
    pub text: String,
    /// When and by whom.
    pub changed: Stamp,
}

impl Written {
    /// What nobody has written.
    pub const NOTHING: Written =
        Written { text: String::new(), changed: Stamp { at: Timestamp::START, by: String::new() } };
}

/// How a [`Judgement`] stands in a file; the rules themselves know nothing of files.
#[derive(Serialize)]
#[serde(remote = "Judgement", rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub(crate) enum JudgementName {
    Achieved,
    NotAchieved,
    DontKnow,
    NotAnswered,
}
