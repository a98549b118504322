//! The published schema of records, made from their forms.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::by_id::{ById, Ids};
use crate::exchange::envelope::{Settings, Wording, list_of};
use crate::form::{Form, Holds, Layout, List, Surveys};
use crate::kinds::form_of;
use crate::moment::{Date, Timestamp};
use crate::record::{EarlierWords, Link, RecordKind, Stamp};
use crate::survey::results::Proposal;
use crate::survey::tally::Tally;
use crate::survey::{LastSurvey, Survey};

/// An audit, as the schema knows it.
pub struct Audit;
/// A team's record, as the schema knows it.
pub struct Team;
/// A person's record, as the schema knows it.
pub struct Person;
/// An organisation's record, as the schema knows it.
pub struct Organisation;
/// Everything on a device, as the schema knows it.
pub struct Backup;

impl JsonSchema for Audit {
    fn schema_name() -> Cow<'static, str> {
        "Audit".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        record(RecordKind::Audit, "An audit of an organisation.", generator)
    }
}

impl JsonSchema for Team {
    fn schema_name() -> Cow<'static, str> {
        "Team".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        record(RecordKind::Team, "A team: its yearly review and its development plan.", generator)
    }
}

impl JsonSchema for Person {
    fn schema_name() -> Cow<'static, str> {
        "Learner".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        record(RecordKind::Person, "A person’s learning, or what they share of it.", generator)
    }
}

impl JsonSchema for Organisation {
    fn schema_name() -> Cow<'static, str> {
        "Organisation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = "What an organisation keeps beside its audits.";
        record(RecordKind::Organisation, about, generator)
    }
}

impl JsonSchema for Backup {
    fn schema_name() -> Cow<'static, str> {
        "Backup".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut fields = Map::new();
        for kind in RecordKind::ALL {
            let one = match kind {
                RecordKind::Audit => of::<Audit>(generator),
                RecordKind::Team => of::<Team>(generator),
                RecordKind::Person => of::<Person>(generator),
                RecordKind::Organisation => of::<Organisation>(generator),
            };
            let about = "All of the kind but those in the bin.";
            let all = described(json!({ "type": "array", "items": one }), about);
            fields.insert(list_of(kind).to_owned(), all);
        }
        let settings = described(of::<Settings>(generator), "The settings of the device.");
        fields.insert("settings".to_owned(), settings);
        let about = "The wording pack, when one is there.";
        fields.insert("wording".to_owned(), described(of::<Wording>(generator), about));
        let about = "How many answers were shown of surveys whose records were deleted, by the survey’s id; 0 where that is not known.";
        fields.insert("shown".to_owned(), described(of::<ById<u32>>(generator), about));
        let about = "How many had voted in each result that was shown of late, by card and day, and by session.";
        fields.insert("voted".to_owned(), described(of::<ById<Vec<u32>>>(generator), about));
        schema(json!({
            "description": "Everything on a device.",
            "type": "object",
            "properties": fields,
            "required": [list_of(RecordKind::Audit)],
        }))
    }
}

fn record(kind: RecordKind, description: &str, generator: &mut SchemaGenerator) -> Schema {
    let form = form_of(kind);
    let mut fields = Map::new();
    let mut required = vec!["id", "created_at"];
    let mut field = |name: &str, about: &str, schema: Value| {
        fields.insert(name.to_owned(), described(schema, about));
    };
    field("id", "Unique among all records anywhere.", json!({ "type": "string" }));
    field("created_at", "When it was begun, UTC.", of::<Timestamp>(generator));
    match form.layout {
        Layout::Gathered => {
            required.push("answers");
            let about = "What is said of it as a whole, by field.";
            field("answers", about, answers(form, generator));
        }
        Layout::SideBySide { .. } => {
            required.push("framework");
            field(
                "framework",
                "The id of the framework that is answered.",
                json!({ "type": "string" }),
            );
            for own in form.fields {
                required.push(own.name);
                field(own.name, &sentence(own.about), worded(generator));
            }
            let about = "Answers to what the framework does not ask, kept as they came, by id.";
            field("set_aside", about, set_aside(form, generator));
        }
    }
    for list in form.lists {
        field(list.name, &about_each(list), items(list, generator));
    }
    if !matches!(form.surveys, Surveys::No) {
        field("survey", "The survey that was opened last.", of::<Survey>(generator));
        field("tally", "What has been counted of it.", of::<Tally>(generator));
    }
    let about = match form.layout {
        Layout::Gathered => "What was removed, as list/id, so that it does not come back.",
        Layout::SideBySide { .. } => {
            "The ids of what was removed, so that it does not come back; `survey` for the survey."
        }
    };
    let stamp = of::<Stamp>(generator);
    field("removed", about, json!({ "type": "object", "additionalProperties": stamp }));
    let about = "What it keeps of the one that it was begun from.";
    field("last_year", about, last_year(form, generator));
    let words = json!({ "type": "array", "items": of::<EarlierWords>(generator) });
    field("earlier_words", "Words that lost when two copies met.", words);
    schema(json!({
        "description": description,
        "type": "object",
        "properties": fields,
        "required": required,
    }))
}

fn last_year(form: &Form, generator: &mut SchemaGenerator) -> Value {
    let mut fields = Map::new();
    fields.insert("name".to_owned(), json!({ "type": "string" }));
    fields.insert("changed_at".to_owned(), of::<Timestamp>(generator));
    let mut lists = Map::new();
    match form.layout {
        Layout::Gathered => {
            fields.insert("answers".to_owned(), answers(form, generator));
            for list in form.lists {
                let schema = described(items(list, generator), &about_each(list));
                lists.insert(list.name.to_owned(), schema);
            }
            fields.insert("lists".to_owned(), json!({ "type": "object", "properties": lists }));
        }
        Layout::SideBySide { kept, .. } => {
            for list in kept {
                let schema = described(items(list, generator), &about_each(list));
                fields.insert(list.name.to_owned(), schema);
            }
            let about = "What people said in its survey.";
            fields.insert("survey".to_owned(), described(of::<LastSurvey>(generator), about));
        }
    }
    json!({ "type": "object", "properties": fields, "required": ["name", "changed_at"] })
}

fn set_aside(form: &Form, generator: &mut SchemaGenerator) -> Value {
    let mut parts = Map::new();
    for (part, list) in form.asked() {
        parts.insert((*part).to_owned(), described(item(list, generator), &about_each(list)));
    }
    let aside = json!({ "type": "object", "properties": parts });
    json!({ "type": "object", "additionalProperties": aside })
}

/// The schema of a field of an audit itself: a text and its stamp.
fn worded(generator: &mut SchemaGenerator) -> Value {
    json!({
        "type": "object",
        "properties": { "text": { "type": "string" }, "changed": of::<Stamp>(generator) },
        "required": ["text", "changed"],
    })
}

fn items(list: &List, generator: &mut SchemaGenerator) -> Value {
    let item = item(list, generator);
    match list.by_id {
        true => json!({ "type": "object", "additionalProperties": item }),
        false => json!({ "type": "array", "items": item }),
    }
}

fn about_each(list: &List) -> String {
    format!("Each is {}.", list.one)
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

fn item(list: &List, generator: &mut SchemaGenerator) -> Value {
    let (mut fields, mut required) = (Map::new(), vec!["changed"]);
    if !list.by_id {
        fields.insert("id".to_owned(), json!({ "type": "string" }));
        required.push("id");
    }
    for field in list.fields {
        let schema = holds(field.holds, generator);
        fields.insert(field.name.to_owned(), described(schema, &sentence(field.about)));
        if field.usual.is_some() {
            required.push(field.name);
        }
    }
    fields.insert("changed".to_owned(), of::<Stamp>(generator));
    json!({ "type": "object", "properties": fields, "required": required })
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
        Holds::Ids => of::<Ids>(generator),
        Holds::Proposal => of::<Proposal>(generator),
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
