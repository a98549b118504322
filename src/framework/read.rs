//! Reads a framework out of its JSON, field by field.

use crate::framework::{Area, Capability, Framework, Indicator, Question, Subject, Text};
use crate::json::{Json, Read};
use crate::progression::Stage;

/// A framework.
pub fn framework(json: Json) -> Read<Framework> {
    let mut fields = json.fields()?;
    let framework = Framework {
        id: fields.text("id"),
        title: fields.text("title"),
        language: fields.text("language"),
        capabilities: fields.get("capabilities", |list| list.list(capability)),
        statements: fields.get("statements", |list| list.list(text)),
    };
    fields.done(framework)
}

fn capability(json: Json) -> Read<Capability> {
    let mut fields = json.fields()?;
    let capability = Capability {
        id: fields.text("id"),
        title: fields.text("title"),
        introduction: fields.text("introduction"),
        areas: fields.get("areas", |list| list.list(area)),
    };
    fields.done(capability)
}

fn area(json: Json) -> Read<Area> {
    let mut fields = json.fields()?;
    let area = Area {
        id: fields.text("id"),
        title: fields.text("title"),
        introduction: fields.text("introduction"),
        evidence_sources: fields.get("evidence_sources", |list| list.list(text)),
        questions: fields.get("questions", |list| list.list(question)),
        indicators: fields.get("indicators", |list| list.list(indicator)),
    };
    fields.done(area)
}

fn text(json: Json) -> Read<Text> {
    let mut fields = json.fields()?;
    let text = Text { id: fields.text("id"), text: fields.text("text") };
    fields.done(text)
}

fn question(json: Json) -> Read<Question> {
    let mut fields = json.fields()?;
    let question = Question {
        id: fields.text("id"),
        text: fields.text("text"),
        parts: fields.list("parts", text),
    };
    fields.done(question)
}

fn indicator(json: Json) -> Read<Indicator> {
    const SUBJECTS: &[(&str, Subject)] =
        &[("organisation", Subject::Organisation), ("staff", Subject::Staff)];
    const STAGES: &[(&str, Stage)] = &[
        ("engaged", Stage::Engaged),
        ("established", Stage::Established),
        ("accomplished", Stage::Accomplished),
        ("exemplary", Stage::Exemplary),
    ];
    let mut fields = json.fields()?;
    let subject = fields.needed("subject", |word| word.word(SUBJECTS));
    let stage = fields.needed("stage", |word| word.word(STAGES));
    let indicator = Indicator {
        id: fields.text("id"),
        subject: subject.unwrap_or(Subject::Organisation),
        stage: stage.unwrap_or(Stage::Engaged),
        text: fields.text("text"),
        statement: fields.maybe("statement", Json::text),
    };
    fields.done(indicator)
}
