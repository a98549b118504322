//! What every record is made of: its kind, who changed what and when, words that a person wrote, links
//! between records, and how a judgement stands in a file.

use std::mem::take;

use serde::Serialize;

use crate::moment::Timestamp;
use crate::order::in_order;
use crate::progression::Judgement;

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum RecordKind {
    /// An audit of an organisation.
    #[default]
    Audit,
    /// A team: its yearly review and its development plan.
    Team,
    /// A person's learning.
    #[serde(rename = "learner")]
    Person,
    /// What an organisation keeps beside its audits.
    Organisation,
}

impl RecordKind {
    /// Every kind, in the order of the enum.
    pub const ALL: [RecordKind; 4] =
        [RecordKind::Audit, RecordKind::Team, RecordKind::Person, RecordKind::Organisation];

    /// The kind as files and keys name it.
    pub fn name(self) -> &'static str {
        match self {
            RecordKind::Audit => "audit",
            RecordKind::Team => "team",
            RecordKind::Person => "learner",
            RecordKind::Organisation => "organisation",
        }
    }

    /// The kind that files and keys name so.
    pub fn of(name: &str) -> Option<RecordKind> {
        RecordKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// When something was last changed and, if the person gave a name or initials, by whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Stamp {
    /// The moment of the change, UTC.
    pub at: Timestamp,
    /// Name or initials; empty when none were given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl Stamp {
    /// Of what nobody has ever changed.
    pub const NOBODY: Stamp = Stamp { at: Timestamp::START, by: String::new() };
}

/// Words that lost against other words when two copies met; nothing that anyone wrote disappears.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EarlierWords {
    /// The id of what they stood in.
    pub id: String,
    /// The words.
    pub text: String,
    /// When they were written, UTC.
    pub at: Timestamp,
    /// By whom; empty when unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl EarlierWords {
    /// Keeps words beside those that are kept: each once, and all in order.
    pub fn remember(kept: &mut Vec<EarlierWords>, words: Vec<EarlierWords>) {
        if words.is_empty() {
            return;
        }
        kept.extend(words);
        for words in in_order(take(kept), |one, other| one < other) {
            if kept.last() != Some(&words) {
                kept.push(words);
            }
        }
    }
}

/// One end of what was carried from one record to another, kept at the other end. It says what stood
/// there when it was made, so that it can be read where the record is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    /// What the record there is about.
    pub kind: RecordKind,
    /// The id of the record there.
    pub record: String,
    /// What the record was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The list of the record that the item stands in, such as `actions`.
    pub list: String,
    /// The id of the item there.
    pub item: String,
    /// The words of the item.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Link {
    /// True when both lead to the same item, whatever it was called.
    pub fn leads_to_same(&self, other: &Link) -> bool {
        self.record == other.record && self.item == other.item
    }
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
