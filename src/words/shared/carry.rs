//! The sentences for adding something from one record to another, and for the links at both ends.

use crate::record::{Link, RecordKind};
use crate::words::record_name;

// --- Both ends of what was added

pub const CAME_FROM: &str = "Came from";

pub const ADDED_TO: &str = "Added to";

pub const NOT_SHARED: &str = "(not shared)";

pub const GONE: &str = "(no longer there)";

pub const IN_BIN: &str = "(in the bin)";

pub const ELSEWHERE: &str = "(not on this device)";

// --- Where to

pub const NOT_NOW: &str = "Not now";

pub const ALREADY_IN_PLAN: &str = "It is in this plan already.";

pub const OPEN_FILE: &str = "Open a file";

/// In the dialog that adds something: there is no record of this kind to add it to.
pub fn none_here(kind: RecordKind) -> String {
    let what = match kind {
        RecordKind::Audit => "There is no audit",
        RecordKind::Team => "There is no team",
        RecordKind::Person => "Nobody’s learning plan is",
        RecordKind::Organisation => "There is no organisation",
    };
    [what, " on this device yet. You can start one, or open one from a file."].concat()
}

/// Below that: the link that starts a record of this kind.
pub fn start(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "Start an audit",
        RecordKind::Team => "Start a team",
        RecordKind::Person => "Start a person’s learning",
        RecordKind::Organisation => "Start an organisation",
    }
}

// --- Into an audit’s evidence

pub const TO_EVIDENCE: &str = "Add to an audit’s evidence";

pub const TO_EVIDENCE_BUTTON: &str = "Add to an audit’s evidence…";

pub const BECOMES_EVIDENCE: &str = "It becomes an item of evidence in the audit, for the area that you choose. You can link it to indicators there.";

pub const AUDIT: &str = "The audit";

pub const AREA: &str = "The area that it fits";

pub const ALREADY_EVIDENCE: &str =
    "It is already in this audit’s evidence. If you add it again, it will be there twice.";

pub const ADD: &str = "Add to the evidence";

/// In the dialog that adds to an audit's evidence: the words by which the audit will name the item that
/// `from` leads to, and who will see them.
pub fn audit_will_say(from: &Link) -> String {
    [
        "The audit will say: “",
        from.text.trim(),
        "”, from “",
        record_name(&from.name, from.kind),
        "”. Anyone who reads the audit or its report sees both.",
    ]
    .concat()
}
