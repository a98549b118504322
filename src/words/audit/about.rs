//! The sentences of the page about an audit.

pub const NAMES: &str = "Names";
pub const AUDIT_NAME: &str = "The audit’s name";
pub const ORGANISATION: &str = "The organisation";

pub const CAPABILITIES: &str = "Capabilities";
pub const CAPABILITIES_IN_AUDIT: &str = "Capabilities in this audit";
pub const LEFT_OUT_IS_KEPT: &str = "If you leave a capability out, what you wrote in it is kept. It comes back when you tick the capability again.";

pub const FILES: &str = "Send it or keep it";
pub const WHAT_FILE_HOLDS: &str = "The file holds the whole audit. A colleague can open it in Cairn on their own device. It is also your backup.";
pub const SAVE_FILE: &str = "Save as a file";

pub const KEPT_ASIDE: &str = "Answers kept aside";
pub const WHY_KEPT_ASIDE: &str = "These answers came in a file, for questions or indicators that this framework does not have. They are kept. When you save the audit as a file, they go into it too.";

pub const DELETE: &str = "Delete";
pub const DELETED_STAYS: &str = "A deleted audit stays in the bin for at least 30 days.";

/// Below the heading: the day on which the audit was started. `from` is the audit that it was started
/// from, if any: its name, and the day on which it was last changed.
pub fn started(day: &str, from: Option<(&str, &str)>) -> String {
    match from {
        Some((name, changed)) => {
            format!("Started {day}. It was started from “{name}”, last changed {changed}.")
        }
        None => ["Started ", day, "."].concat(),
    }
}
