//! Reads a framework out of its JSON, field by field.

use crate::framework::{
    Area, Capability, Card, Framework, Indicator, QualityQuestion, Question, Reference, Subject,
    Text,
};
use crate::json::later::Later;
use crate::json::{Json, Read};
use crate::progression::Stage;

/// A framework.
pub fn framework(json: &mut Json) -> Read<Framework> {
    let mut fields = json.fields()?;
    let framework = Framework {
        id: fields.text("id"),
        title: fields.text("title"),
        language: fields.text("language"),
        capabilities: fields.list("capabilities", capability),
        statements: fields.list("statements", text),
        cards: fields.list("cards", card),
        characteristics: fields.list("characteristics", text),
        feels_like: fields.list("feels_like", text),
        contributions: fields.list("contributions", text),
        quality_questions: fields.list("quality_questions", quality_question),
        later: Later::NOTHING,
    };
    fields.done(framework)
}

fn capability(json: &mut Json) -> Read<Capability> {
    let mut fields = json.fields()?;
    let capability = Capability {
        id: fields.text("id"),
        title: fields.text("title"),
        introduction: fields.text("introduction"),
        areas: fields.get("areas", |list| list.list(area)),
    };
    fields.done(capability)
}

fn area(json: &mut Json) -> Read<Area> {
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

fn text(json: &mut Json) -> Read<Text> {
    let mut fields = json.fields()?;
    let text = Text { id: fields.text("id"), text: fields.text("text") };
    fields.done(text)
}

fn question(json: &mut Json) -> Read<Question> {
    let mut fields = json.fields()?;
    let question = Question {
        id: fields.text("id"),
        text: fields.text("text"),
        parts: fields.list("parts", text),
    };
    fields.done(question)
}

fn indicator(json: &mut Json) -> Read<Indicator> {
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

fn card(json: &mut Json) -> Read<Card> {
    let mut fields = json.fields()?;
    let card = Card {
        id: fields.text("id"),
        series: fields.usual_text("series"),
        title: fields.text("title"),
        statement: fields.text("statement"),
        lead_in: fields.usual_text("lead_in"),
        questions: fields.list("questions", text),
        examples: fields.list("examples", text),
        references: fields.list("references", reference),
        purpose: fields.usual_text("purpose"),
    };
    fields.done(card)
}

fn reference(json: &mut Json) -> Read<Reference> {
    let mut fields = json.fields()?;
    let reference = Reference {
        id: fields.text("id"),
        text: fields.text("text"),
        link: fields.maybe("link", Json::text),
    };
    fields.done(reference)
}

fn quality_question(json: &mut Json) -> Read<QualityQuestion> {
    let mut fields = json.fields()?;
    let question = QualityQuestion {
        id: fields.text("id"),
        text: fields.text("text"),
        clarity: fields.text("clarity"),
    };
    fields.done(question)
}
