//! The published schema of the file format is made from the types. After a change of the format,
//! write it anew with `UPDATE_SCHEMA=1 cargo test schema`.

use cairn::exchange::Wording;
use cairn::exchange::envelope::{Envelope, VERSION};
use cairn::exchange::schema;
use cairn::framework::Framework;
use cairn::json::limits::{KEPT_LISTS, LONGEST_TEXT, MOST_ENTRIES, MOST_ITEMS};
use cairn::survey::Response;
use proptest::prelude::*;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::samples::book::any_book;
use crate::samples::{at, audit};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/cairn.schema.json");

fn generated() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        of_kind::<schema::Audit>("audit", &mut generator),
        of_kind::<schema::Team>("team", &mut generator),
        of_kind::<schema::Person>("learner", &mut generator),
        of_kind::<schema::Organisation>("organisation", &mut generator),
        of_kind::<schema::Backup>("backup", &mut generator),
        of_kind::<Framework>("framework", &mut generator),
        of_kind::<Wording>("wording", &mut generator),
        of_kind::<Response>("survey-response", &mut generator),
    ];
    let mut types = generator.take_definitions(true);
    types.remove("Kind");
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Cairn file",
        "description": "One envelope for every file; “kind” says what is in it. A later Cairn may write more fields anywhere: whoever opens a file keeps them as they are.",
        "oneOf": kinds,
        "$defs": types,
    });
    state_limits("", &mut schema);
    schema
}

/// Adds the size limits of every text, list and group to a schema. `name` is the field that it
/// describes.
fn state_limits(name: &str, schema: &mut Value) {
    let Some(rules) = schema.as_object_mut() else { return };
    let is = |rules: &serde_json::Map<String, Value>, kind: &str| {
        rules.get("type").is_some_and(|found| {
            found == kind || found.as_array().is_some_and(|kinds| kinds.contains(&json!(kind)))
        })
    };
    if is(rules, "string") && !["format", "const", "enum"].iter().any(|it| rules.contains_key(*it))
    {
        rules.entry("maxLength").or_insert(json!(LONGEST_TEXT));
    } else if is(rules, "array") {
        let groups = rules["items"].get("$ref").is_some() || rules["items"]["type"] == "object";
        let by_hand = groups && !KEPT_LISTS.contains(&name);
        let most = if by_hand { MOST_ITEMS } else { MOST_ENTRIES };
        rules.entry("maxItems").or_insert(json!(most));
    } else if is(rules, "object") {
        rules.entry("maxProperties").or_insert(json!(MOST_ENTRIES));
    }
    for (rule, inside) in rules.iter_mut() {
        match (rule.as_str(), inside) {
            ("properties" | "$defs", Value::Object(fields)) => {
                fields.iter_mut().for_each(|(name, field)| state_limits(name, field));
            }
            ("items" | "additionalProperties", inside) => state_limits(name, inside),
            ("oneOf" | "anyOf", Value::Array(kinds)) => {
                kinds.iter_mut().for_each(|kind| state_limits(name, kind));
            }
            _ => {}
        }
    }
}

fn of_kind<T>(kind: &str, generator: &mut SchemaGenerator) -> Value
where
    Envelope<T>: JsonSchema,
{
    let mut schema = Envelope::<T>::json_schema(generator).to_value();
    let with_description = |field: &Value, rule: Value| {
        let mut field = json!({ "description": field["description"] });
        field.as_object_mut().unwrap().extend(rule.as_object().unwrap().clone());
        field
    };
    let fields = &mut schema["properties"];
    fields["format"] = with_description(&fields["format"], json!({ "const": "cairn" }));
    fields["version"] = with_description(&fields["version"], json!({ "const": VERSION }));
    fields["kind"] = with_description(&fields["kind"], json!({ "const": kind }));
    schema["title"] = json!(format!("A file with one {kind}"));
    match kind {
        "backup" => schema["title"] = json!("A file with everything on a device"),
        "survey-response" => {
            schema["title"] = json!("A file with one person’s response to a staff survey");
        }
        _ => {}
    }
    schema.as_object_mut().unwrap().remove("description");
    schema
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let text = serde_json::to_string_pretty(&generated()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(FILE, &text).unwrap();
    }
    let published = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        published == text,
        "schema/cairn.schema.json is not that of the types. If the format was meant to change, run `UPDATE_SCHEMA=1 cargo test schema`."
    );
}

/// A Cairn keeps fields that it does not know, so a field may be added. Any other change would be
/// refused or misunderstood by a Cairn that already knows the version.
#[test]
fn what_an_older_cairn_would_misunderstand_has_a_new_version() {
    let first = serde_json::from_str(include_str!("../fixtures/v1/schema.json")).unwrap();
    let mut changes = Vec::new();
    find_changes("", &first, &generated(), &mut changes);
    assert!(
        changes.is_empty(),
        "A Cairn that knows version {VERSION} would misunderstand this. Put it into a new field, or into a new version (CONTRIBUTING.md, The file format):\n{}",
        changes.join("\n")
    );
}

#[test]
fn a_field_that_is_added_is_no_change_and_any_other_is() {
    let first: Value = serde_json::from_str(include_str!("../fixtures/v1/schema.json")).unwrap();
    let changed = |change: fn(&mut Value)| {
        let (mut now, mut changes) = (first.clone(), Vec::new());
        change(&mut now["$defs"]["Stamp"]);
        find_changes("", &first, &now, &mut changes);
        changes.len()
    };
    assert_eq!(changed(|stamp| stamp["properties"]["place"] = json!({ "type": "string" })), 0);
    assert_eq!(changed(|stamp| stamp["properties"]["by"]["type"] = json!("array")), 1);
    assert_eq!(changed(|stamp| stamp["properties"]["by"]["maxLength"] = json!(7)), 1);
    assert_eq!(changed(|stamp| stamp["required"] = json!(["by", "place"])), 1);
    assert_eq!(changed(|stamp| drop(stamp["properties"].as_object_mut().unwrap().remove("by"))), 1);
}

/// Collects what is gone or different in a schema, and rules that are new. A new field is no change.
fn find_changes(at: &str, first: &Value, now: &Value, changes: &mut Vec<String>) {
    const SAID: [&str; 3] = ["description", "title", "default"];
    let by_name = ["/properties", "/$defs"].iter().any(|end| at.ends_with(end));
    match (first, now) {
        (Value::Object(first), Value::Object(now)) => {
            for (name, first) in first {
                find_changes(
                    &format!("{at}/{name}"),
                    first,
                    now.get(name).unwrap_or(&Value::Null),
                    changes,
                );
            }
            let is_rule = |name: &&String| !by_name && !SAID.contains(&name.as_str());
            let added = now.keys().filter(|name| !first.contains_key(*name)).filter(is_rule);
            changes.extend(added.map(|name| format!("{at}/{name} is new")));
        }
        // A new kind of file is no change: an older Cairn says that it does not know it.
        (Value::Array(first), Value::Array(now))
            if first.len() == now.len() || at == "/oneOf" && first.len() < now.len() =>
        {
            for (place, (first, now)) in first.iter().zip(now).enumerate() {
                find_changes(&format!("{at}/{place}"), first, now, changes);
            }
        }
        _ if first == now => {}
        _ => changes.push(format!("{at} was {first} and is {now}")),
    }
}

fn validator() -> jsonschema::Validator {
    jsonschema::options().should_validate_formats(true).build(&generated()).unwrap()
}

fn check(validator: &jsonschema::Validator, text: &str, expected: bool) {
    let text: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<_> = validator.iter_errors(&text).map(|error| error.to_string()).collect();
    assert_eq!(errors.is_empty(), expected, "{errors:?}");
}

#[test]
fn files_of_every_released_version_keep_to_the_schema() {
    let validator = validator();
    for text in [
        include_str!("../fixtures/v1/audit.json"),
        include_str!("../fixtures/v1/backup.json"),
        include_str!("../fixtures/v1/wording.json"),
        include_str!("../fixtures/v1/survey.json"),
        include_str!("../fixtures/v1/survey-response.json"),
        include_str!("../fixtures/v1/team.json"),
        include_str!("../../src/team/example-team.json"),
        include_str!("../fixtures/v1/organisation.json"),
        include_str!("../../src/organisation/example-organisation.json"),
        include_str!("../fixtures/v1/learner.json"),
        include_str!("../fixtures/v1/learner-shared.json"),
        include_str!("../../src/person/example-person.json"),
        include_str!("../../src/framework/clf.json"),
        include_str!("../../src/framework/learning.json"),
    ] {
        check(&validator, text, true);
    }
}

#[test]
fn the_schema_refuses_what_cairn_refuses() {
    let validator = validator();
    for text in [
        include_str!("../fixtures/bad/missing-name.json"),
        include_str!("../fixtures/bad/type-text-is-number.json"),
        include_str!("../fixtures/bad/unknown-status.json"),
        include_str!("../fixtures/bad/date-no-such-day.json"),
        include_str!("../fixtures/bad/kind-team.json"),
        include_str!("../fixtures/bad/survey-threshold-missing.json"),
        include_str!("../fixtures/bad/tally-counts-five.json"),
        include_str!("../fixtures/bad/response-answer-unknown.json"),
        include_str!("../fixtures/bad/response-name.json"),
        include_str!("../fixtures/bad/team-clarity-unknown.json"),
        include_str!("../fixtures/bad/team-need-flag-text.json"),
        include_str!("../fixtures/bad/team-need-from-unknown.json"),
        include_str!("../fixtures/bad/organisation-counts-four.json"),
        include_str!("../fixtures/bad/organisation-step-unknown.json"),
        include_str!("../fixtures/bad/learner-way-unknown.json"),
        include_str!("../fixtures/bad/learner-quarters-over.json"),
        include_str!("../fixtures/bad/version-newer.json"),
    ] {
        check(&validator, text, false);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_written_keeps_to_the_schema(audits in proptest::collection::vec(audit(), 16)) {
        let validator = validator();
        for audit in audits {
            check(&validator, &cairn::exchange::writing::record_text(&audit, at(0)), true);
        }
    }

    #[test]
    fn whatever_is_written_of_a_book_keeps_to_the_schema(
        books in proptest::collection::vec(any_book(), 16),
    ) {
        let validator = validator();
        for book in books {
            check(&validator, &cairn::exchange::writing::record_text(&book, at(0)), true);
        }
    }
}
