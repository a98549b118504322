//! Writes files: plain, readable JSON in the one envelope.

use serde::Serialize;

use crate::exchange::envelope::{
    APP, Backup, Envelope, Kind, MAX_BYTES, Part, Settings, Spoilt, VERSION, Wording,
};
use crate::framework::Framework;
use crate::json::Json;
use crate::json::later::Later;
use crate::moment::Timestamp;
use crate::records::Record;
use crate::survey::Response;

/// The text of a file with one record.
pub fn record_text(record: &Record, saved_at: Timestamp) -> String {
    text(Kind::of(record.kind()), record, saved_at, record.beyond.later())
}

/// The text of a file with a framework, such as discussion cards to hand on.
pub fn framework_text(framework: &Framework, saved_at: Timestamp) -> String {
    text(Kind::Framework, framework, saved_at, &framework.later)
}

/// The text of a file with everything on a device.
pub fn backup_text(backup: &Backup, saved_at: Timestamp) -> String {
    text(Kind::Backup, backup, saved_at, &backup.all_later())
}

/// The text of a file with a wording pack.
pub fn wording_text(wording: &Wording, saved_at: Timestamp) -> String {
    text(Kind::Wording, wording, saved_at, wording.beyond.later())
}

/// The settings as they are kept on a device.
pub fn settings_text(settings: &Settings) -> String {
    with_later(pretty(settings), &settings.later)
}

/// The text of a file with one person's response to a staff survey. Of `saved_at` it has the day only:
/// the hour could tell who was at a desk then.
pub fn response_text(response: &Response, saved_at: Timestamp) -> String {
    let days = saved_at.days_since(Timestamp::default());
    let day = Timestamp::default().plus_days(days);
    text(Kind::SurveyResponse, response, day, &Later::NOTHING)
}

impl Spoilt {
    /// The text of a file with the part as it came. A record has the envelope of its own kind, so that
    /// the file opens once the mistake in it is mended. Settings have no envelope.
    pub fn text(&self, saved_at: Timestamp) -> String {
        match self.part {
            Part::Record(kind) => text(Kind::of(kind), &self.json, saved_at, &Later::NOTHING),
            Part::Wording => text(Kind::Wording, &self.json, saved_at, &Later::NOTHING),
            Part::Settings => pretty(&self.json),
        }
    }
}

fn text<T: Serialize>(kind: Kind, data: T, saved_at: Timestamp, later: &Later) -> String {
    let envelope = Envelope {
        format: "cairn".to_owned(),
        version: VERSION,
        kind,
        app: APP.to_owned(),
        saved_at,
        data,
    };
    let text = with_later(pretty(&envelope), later);
    if text.len() <= MAX_BYTES {
        return text;
    }
    // Cairn must be able to open what it writes: without line ends, the file may be small enough.
    let json: Result<Json, _> = serde_json::from_str(&text);
    json.and_then(|json| serde_json::to_string(&json)).unwrap_or(text)
}

fn pretty<T: Serialize>(content: &T) -> String {
    serde_json::to_string_pretty(content)
        .unwrap_or_else(|_| unreachable!("records have string keys and no serialisers that fail"))
}

/// A text that was written here, with all that a later Cairn has written put back in its place.
fn with_later(text: String, later: &Later) -> String {
    if later.is_empty() {
        return text;
    }
    match serde_json::from_str::<Json>(&text) {
        Ok(mut json) => {
            later.write_into(&mut json);
            pretty(&json)
        }
        Err(_) => unreachable!("what is written here is JSON"),
    }
}
