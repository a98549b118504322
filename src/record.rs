//! What every record is made of: who changed what and when, words that a person wrote, and how a
//! judgement stands in a file.

use serde::Serialize;

use crate::moment::Timestamp;
use crate::progression::Judgement;

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
