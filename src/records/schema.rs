//! The published schema of books, made from their forms.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::form::{Field, Form, Holds};
use crate::moment::{Date, Timestamp};
use crate::record::{BookKind, EarlierWords, Link, Stamp};
use crate::records::form_of;
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// A team's book, as the schema knows it.
pub struct Team;
/// A person's book, as the schema knows it.
pub struct Learner;
/// An organisation's book, as the schema knows it.
pub struct Organisation;

impl JsonSchema for Team {
    fn schema_name() -> Cow<'static, str> {
        "Team".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        book(BookKind::Team, "A team: its yearly review and its development plan.", generator)
    }
}

impl JsonSchema for Learner {
    fn schema_name() -> Cow<'static, str> {
        "Learner".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        book(BookKind::Learner, "A person’s learning, or what they share of it.", generator)
    }
}

impl JsonSchema for Organisation {
    fn schema_name() -> Cow<'static, str> {
        "Organisation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = "What an organisation keeps beside its audits.";
        book(BookKind::Organisation, about, generator)
    }
}

fn book(kind: BookKind, about: &str, generator: &mut SchemaGenerator) -> Schema {
    let form = form_of(kind);
    let answers = answers(form, generator);
    let mut fields = Map::new();
    let mut field = |name: &str, about: &str, schema: Value| {
        fields.insert(name.to_owned(), described(schema, about));
    };
    field("id", "Unique among all records anywhere.", json!({ "type": "string" }));
    field("created_at", "When it was begun, UTC.", of::<Timestamp>(generator));
    field("answers", "What is said of it as a whole, by field.", answers.clone());
    let mut lists = Map::new();
    for list in form.lists {
        let item = item(list.fields, generator);
        let about = format!("Each is {}.", list.one);
        let items = json!({ "type": "array", "items": item });
        field(list.name, &about, items.clone());
        lists.insert(list.name.to_owned(), described(items, &about));
    }
    if form.surveys {
        field("survey", "The survey that was opened last.", of::<Survey>(generator));
        field("tally", "What has been counted of it.", of::<Tally>(generator));
    }
    let stamp = of::<Stamp>(generator);
    let removed = json!({ "type": "object", "additionalProperties": stamp });
    field("removed", "What was removed, as list/id, so that it does not come back.", removed);
    let last_year = json!({
        "type": "object",
        "properties": {
            "name": { "type": "string" },
            "changed_at": of::<Timestamp>(generator),
            "answers": answers,
            "lists": { "type": "object", "properties": lists },
        },
        "required": ["name", "changed_at"],
    });
    field("last_year", "What it keeps of the one that it was begun from.", last_year);
    let words = json!({ "type": "array", "items": of::<EarlierWords>(generator) });
    field("earlier_words", "Words that lost when two copies met.", words);
    schema(json!({
        "description": about,
        "type": "object",
        "properties": fields,
        "required": ["id", "created_at", "answers"],
    }))
}

fn answers(form: &Form, generator: &mut SchemaGenerator) -> Value {
    let mut fields = Map::new();
    for field in form.fields {
        let filled = json!({
            "type": "object",
            "properties": { "value": holds(field.holds, generator), "changed": of::<Stamp>(generator) },
            "required": ["changed"],
        });
        fields.insert(field.name.to_owned(), described(filled, &sentence(field.about)));
    }
    json!({ "type": "object", "properties": fields })
}

fn item(list: &[&Field], generator: &mut SchemaGenerator) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!({ "type": "string" }));
    for field in list {
        let schema = holds(field.holds, generator);
        fields.insert(field.name.to_owned(), described(schema, &sentence(field.about)));
    }
    fields.insert("changed".to_owned(), of::<Stamp>(generator));
    json!({
        "type": "object",
        "properties": fields,
        "required": ["id", "changed"],
    })
}

fn holds(holds: Holds, generator: &mut SchemaGenerator) -> Value {
    match holds {
        Holds::Text => json!({ "type": "string" }),
        Holds::Date => of::<Date>(generator),
        Holds::Word(words) => json!({ "enum": words }),
        Holds::Whole(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Texts => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Holds::Choices(words) => {
            json!({ "type": "object", "additionalProperties": { "enum": words } })
        }
        Holds::Wholes(count) => wholes(count),
        Holds::Counts(count) => {
            json!({ "type": "object", "additionalProperties": wholes(count) })
        }
        Holds::Links => json!({ "type": "array", "items": of::<Link>(generator) }),
    }
}

fn wholes(count: usize) -> Value {
    json!({
        "type": "array",
        "items": { "type": "integer", "minimum": 0 },
        "minItems": count,
        "maxItems": count,
    })
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

fn described(mut schema: Value, about: &str) -> Value {
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("description".to_owned(), json!(about));
    }
    schema
}

fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn schema(json: Value) -> Schema {
    Schema::try_from(json).unwrap_or_default()
}
