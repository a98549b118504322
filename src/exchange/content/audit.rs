//! Reads an audit.

use crate::answers::Ids;
use crate::audit::aside::SetAside;
use crate::audit::{Action, Audit, Evidence, Judged, LastYear, LeftOut, Status};
use crate::exchange::content::common::{date, earlier_words, link, stamp, timestamp, written};
use crate::exchange::content::survey;
use crate::json::later::Beyond;
use crate::json::{Json, Read};
use crate::progression::Judgement;

/// An audit.
pub fn audit(json: &mut Json) -> Read<Audit> {
    let mut fields = json.fields()?;
    let mut audit = Audit {
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
        beyond: Beyond::NOTHING,
    };
    audit.put_in_order();
    fields.done(audit)
}

fn judged(json: &mut Json) -> Read<Judged> {
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

fn left_out(json: &mut Json) -> Read<LeftOut> {
    let mut fields = json.fields()?;
    let left_out = LeftOut {
        left_out: fields.get("left_out", Json::flag),
        changed: fields.get("changed", stamp),
    };
    fields.done(left_out)
}

fn evidence(json: &mut Json) -> Read<Evidence> {
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

fn action(json: &mut Json) -> Read<Action> {
    const STATUSES: &[(&str, Status)] = &[
        (Status::NotStarted.name(), Status::NotStarted),
        (Status::UnderWay.name(), Status::UnderWay),
        (Status::Done.name(), Status::Done),
        (Status::Dropped.name(), Status::Dropped),
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

fn last_year(json: &mut Json) -> Read<LastYear> {
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

fn set_aside(json: &mut Json) -> Read<SetAside> {
    let mut fields = json.fields()?;
    let aside = SetAside {
        reflection: fields.maybe("reflection", written),
        judgement: fields.maybe("judgement", judged),
        note: fields.maybe("note", written),
        left_out: fields.maybe("left_out", left_out),
    };
    fields.done(aside)
}
