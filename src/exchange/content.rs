//! Reads what can be in a file out of its JSON: one function a type, field by field. What each field
//! means stands with the types; the schema is made from those, and a test holds this to it.

mod book;
mod survey;

use crate::answers::Ids;
use crate::audit::aside::SetAside;
use crate::audit::{
    Action, Audit, EarlierWords, Evidence, Judged, LastYear, LeftOut, Stamp, Status, Written,
};
pub use crate::exchange::content::book::book;
pub use crate::exchange::content::survey::response;
use crate::exchange::envelope::{Backup, Settings, TextSize, Theme, Wording};
use crate::json::{Json, Read};
use crate::moment::{Date, Timestamp};
use crate::progression::Judgement;
use crate::record::{Link, RecordKind};

/// An audit.
pub fn audit(json: Json) -> Read<Audit> {
    let mut fields = json.fields()?;
    let audit = Audit {
        id: fields.text("id"),
        framework: fields.text("framework"),
        created_at: fields.get("created_at", timestamp),
        name: fields.get("name", written),
        organisation: fields.get("organisation", written),
        left_out: fields.answers("left_out", left_out),
        reflections: fields.answers("reflections", written),
        judgements: fields.answers("judgements", judged),
        notes: fields.answers("notes", written),
        evidence: fields.list("evidence", evidence),
        actions: fields.list("actions", action),
        survey: fields.maybe("survey", survey::survey),
        tally: fields.maybe("tally", survey::tally),
        said: fields.answers("said", written),
        removed: fields.answers("removed", stamp),
        last_year: fields.maybe("last_year", last_year),
        earlier_words: fields.list("earlier_words", earlier_words),
        set_aside: fields.answers("set_aside", set_aside),
    };
    fields.done(audit)
}

/// A moment in time.
pub fn timestamp(json: Json) -> Read<Timestamp> {
    json.parsed(str::parse)
}

/// A day.
pub fn date(json: Json) -> Read<Date> {
    json.parsed(str::parse)
}

fn stamp(json: Json) -> Read<Stamp> {
    let mut fields = json.fields()?;
    let stamp = Stamp { at: fields.get("at", timestamp), by: fields.usual_text("by") };
    fields.done(stamp)
}

fn written(json: Json) -> Read<Written> {
    let mut fields = json.fields()?;
    let written = Written { text: fields.text("text"), changed: fields.get("changed", stamp) };
    fields.done(written)
}

fn judged(json: Json) -> Read<Judged> {
    const JUDGEMENTS: &[(&str, Judgement)] = &[
        ("achieved", Judgement::Achieved),
        ("not_achieved", Judgement::NotAchieved),
        ("dont_know", Judgement::DontKnow),
        ("not_answered", Judgement::NotAnswered),
    ];
    let mut fields = json.fields()?;
    let judged = Judged {
        judgement: fields.get("judgement", |word| word.word(JUDGEMENTS)),
        changed: fields.get("changed", stamp),
        survey: fields.maybe("survey", survey::proposal),
    };
    fields.done(judged)
}

fn left_out(json: Json) -> Read<LeftOut> {
    let mut fields = json.fields()?;
    let left_out = LeftOut {
        left_out: fields.get("left_out", Json::flag),
        changed: fields.get("changed", stamp),
    };
    fields.done(left_out)
}

fn evidence(json: Json) -> Read<Evidence> {
    let mut fields = json.fields()?;
    let evidence = Evidence {
        id: fields.text("id"),
        title: fields.text("title"),
        place: fields.usual_text("place"),
        owner: fields.usual_text("owner"),
        date: fields.maybe("date", date),
        review_by: fields.maybe("review_by", date),
        supports: fields
            .usual("supports", |list| Ok(list.list(Json::text)?.into_iter().collect::<Ids>())),
        from: fields.list("from", link),
        changed: fields.get("changed", stamp),
    };
    fields.done(evidence)
}

fn action(json: Json) -> Read<Action> {
    const STATUSES: &[(&str, Status)] = &[
        ("not_started", Status::NotStarted),
        ("under_way", Status::UnderWay),
        ("done", Status::Done),
        ("dropped", Status::Dropped),
    ];
    let mut fields = json.fields()?;
    let action = Action {
        id: fields.text("id"),
        indicator: fields.maybe("indicator", Json::text),
        text: fields.text("text"),
        owner: fields.usual_text("owner"),
        due: fields.maybe("due", date),
        status: fields.get("status", |word| word.word(STATUSES)),
        progress: fields.usual_text("progress"),
        to: fields.list("to", link),
        changed: fields.get("changed", stamp),
    };
    fields.done(action)
}

fn last_year(json: Json) -> Read<LastYear> {
    let mut fields = json.fields()?;
    let last_year = LastYear {
        name: fields.text("name"),
        changed_at: fields.get("changed_at", timestamp),
        judgements: fields.answers("judgements", judged),
        reflections: fields.answers("reflections", written),
        survey: fields.maybe("survey", survey::last_survey),
    };
    fields.done(last_year)
}

fn link(json: Json) -> Read<Link> {
    const KINDS: &[(&str, RecordKind)] = &[
        ("audit", RecordKind::Audit),
        ("team", RecordKind::Team),
        ("learner", RecordKind::Learner),
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

fn earlier_words(json: Json) -> Read<EarlierWords> {
    let mut fields = json.fields()?;
    let words = EarlierWords {
        id: fields.text("id"),
        text: fields.text("text"),
        at: fields.get("at", timestamp),
        by: fields.usual_text("by"),
    };
    fields.done(words)
}

fn set_aside(json: Json) -> Read<SetAside> {
    let mut fields = json.fields()?;
    let aside = SetAside {
        reflection: fields.maybe("reflection", written),
        judgement: fields.maybe("judgement", judged),
        note: fields.maybe("note", written),
        left_out: fields.maybe("left_out", left_out),
    };
    fields.done(aside)
}

/// Everything on a device.
pub fn backup(json: Json) -> Read<Backup> {
    let mut fields = json.fields()?;
    let backup = Backup {
        audits: fields.get("audits", |list| list.list(audit)),
        teams: fields.list("teams", |json| book(RecordKind::Team, json)),
        learners: fields.list("learners", |json| book(RecordKind::Learner, json)),
        organisations: fields.list("organisations", |json| book(RecordKind::Organisation, json)),
        settings: fields.usual("settings", settings),
        wording: fields.maybe("wording", wording),
    };
    fields.done(backup)
}

/// A wording pack.
pub fn wording(json: Json) -> Read<Wording> {
    let mut fields = json.fields()?;
    let wording = Wording {
        title: fields.usual_text("title"),
        framework: fields.text("framework"),
        texts: fields.get("texts", |texts| texts.answers(Json::text)),
    };
    fields.done(wording)
}

/// The settings of a device.
pub fn settings(json: Json) -> Read<Settings> {
    const THEMES: &[(&str, Theme)] =
        &[("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
    const SIZES: &[(&str, TextSize)] = &[
        ("small", TextSize::Small),
        ("normal", TextSize::Normal),
        ("large", TextSize::Large),
        ("largest", TextSize::Largest),
    ];
    let mut fields = json.fields()?;
    let settings = Settings {
        name: fields.usual_text("name"),
        theme: fields.usual("theme", |word| word.word(THEMES)),
        text_size: fields.usual("text_size", |word| word.word(SIZES)),
        wording_off: fields.usual("wording_off", Json::flag),
        last_backup: fields.maybe("last_backup", timestamp),
    };
    fields.done(settings)
}
