//! Reads what stands in records of all kinds: moments, days, stamps, links and earlier words.

use crate::json::{Json, Read};
use crate::moment::{Date, Timestamp};
use crate::record::{EarlierWords, Link, RecordKind, Stamp};

/// A moment in time.
pub fn timestamp(json: &mut Json) -> Read<Timestamp> {
    json.parsed(str::parse)
}

/// A day.
pub fn date(json: &mut Json) -> Read<Date> {
    json.parsed(str::parse)
}

pub(super) fn stamp(json: &mut Json) -> Read<Stamp> {
    let mut fields = json.fields()?;
    // A clock may have been far ahead. The moment is cut back, so that there is room for a later
    // change.
    let change = |json: &mut Json| timestamp(json).map(|at| at.min(Timestamp::LAST_CHANGE));
    let stamp = Stamp { at: fields.get("at", change), by: fields.usual_text("by") };
    fields.done(stamp)
}

pub(super) fn link(json: &mut Json) -> Read<Link> {
    const KINDS: &[(&str, RecordKind)] = &[
        ("audit", RecordKind::Audit),
        ("team", RecordKind::Team),
        ("learner", RecordKind::Person),
        ("organisation", RecordKind::Organisation),
    ];
    let mut fields = json.fields()?;
    let link = Link {
        kind: fields.get("kind", |word| word.word(KINDS)),
        record: fields.text("record"),
        name: fields.usual_text("name"),
        list: fields.text("list"),
        item: fields.text("item"),
        text: fields.usual_text("text"),
    };
    fields.done(link)
}

pub(super) fn earlier_words(json: &mut Json) -> Read<EarlierWords> {
    let mut fields = json.fields()?;
    let words = EarlierWords {
        id: fields.text("id"),
        text: fields.text("text"),
        at: fields.get("at", timestamp),
        by: fields.usual_text("by"),
    };
    fields.done(words)
}
