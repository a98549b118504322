//! What records of all kinds share: their kinds, stamps that say who changed what and when, words that
//! lost when two copies met, links between records, and how a judgement stands in a file.

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

    /// The kind with this name in files and keys; `None` for any other name.
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
    /// The stamp of something that nobody has changed.
    pub const NOBODY: Stamp = Stamp { at: Timestamp::START, by: String::new() };
}

/// Words that lost against others when two copies of a record met. They are kept, so that nothing that
/// anyone wrote disappears.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EarlierWords {
    /// The id of the item, or the name of the field, that they stood in.
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
    /// Adds words to those that are kept. Each is kept once, and all are put in order.
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

/// A link from an item to an item of another record, made when one was carried to the other; each of
/// the two keeps a link to the other. It says what stood there when it was made, so that it can be read
/// on a device that lacks that record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    /// The kind of the other record.
    pub kind: RecordKind,
    /// The id of the other record.
    pub record: String,
    /// The name of the other record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The list of the other record that the item stands in, such as `actions`.
    pub list: String,
    /// The id of the item in that list.
    pub item: String,
    /// The words of the item.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Link {
    /// True when both lead to the same item, whatever record name and words they keep.
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
