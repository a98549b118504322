//! Files of a later Cairn in the same version of the format: fields that this Cairn does not know are
//! kept, wherever they stand.

use cairn::audit::EVIDENCE;
use cairn::audit::answer::REFLECTIONS;
use cairn::exchange::writing::{backup_text, record_text, settings_text, wording_text};
use cairn::exchange::{Backup, File, Settings, from_text};
use cairn::merge::{has_all_of, merge};
use cairn::records::{Entry, Record, Slot};
use cairn::workspace::label::{Label, read_stored};
use cairn::workspace::{SETTINGS, Workspace};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::samples::{TROUBLESOME, at, by, framework, view};
use crate::store::MemoryStore;

const RECORDS: [&str; 10] = [
    include_str!("../fixtures/v1/audit.json"),
    include_str!("../fixtures/v1/survey.json"),
    include_str!("../fixtures/v1/team.json"),
    include_str!("../fixtures/v1/learner.json"),
    include_str!("../fixtures/v1/learner-shared.json"),
    include_str!("../fixtures/v1/organisation.json"),
    include_str!("../../src/audit/example.json"),
    include_str!("../../src/team/example-team.json"),
    include_str!("../../src/person/example-person.json"),
    include_str!("../../src/organisation/example-organisation.json"),
];
const BACKUP: &str = include_str!("../fixtures/v1/backup.json");
const WORDING: &str = include_str!("../fixtures/v1/wording.json");

/// Fields that hold a map by id. Their keys are ids, not fields, so a later Cairn adds none there.
const BY_ID: [&str; 16] = [
    "left_out",
    "reflections",
    "judgements",
    "notes",
    "said",
    "removed",
    "set_aside",
    "texts",
    "counts",
    "questions",
    "examples",
    "references",
    "addresses",
    "steps",
    "comments",
    "also",
];

/// Adds each of `more` as a field to the object of a file that has its number, unless a field of that
/// name is there. `place` counts the objects to which a later Cairn can add a field.
fn add(json: &mut Value, name: &str, place: &mut usize, more: &[(usize, String, Value)]) {
    match json {
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(name, value)| add(value, name, place, more));
            if !BY_ID.contains(&name) {
                for (_, name, value) in more.iter().filter(|(at, ..)| at == place) {
                    fields.entry(name).or_insert(value.clone());
                }
                *place += 1;
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|value| add(value, "", place, more)),
        _ => {}
    }
}

/// A file as this Cairn writes it, with more fields than it knows.
fn with(file: &str, more: &[(prop::sample::Index, String, Value)]) -> Value {
    let mut json: Value = serde_json::from_str(file).unwrap();
    if let Some(record) = from_text(file).unwrap().record() {
        json = written(&record, &json);
    }
    let mut number = 0;
    add(&mut json, "", &mut number, &[]);
    let more: Vec<_> = more
        .iter()
        .map(|(place, name, value)| (place.index(number), name.clone(), value.clone()))
        .collect();
    add(&mut json, "", &mut 0, &more);
    json
}

fn value() -> impl Strategy<Value = Value> {
    let number = proptest::sample::select(
        &["0", "-7", "1.50", "0.1", "1e400", "-0.0", "12345678901234567890123"][..],
    );
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|number| serde_json::from_str(number).unwrap()),
        proptest::sample::select(&TROUBLESOME[..]).prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec(("[a-c]{0,2}", inner), 0..4)
                .prop_map(|fields| Value::Object(Map::from_iter(fields))),
        ]
    })
}

fn more() -> impl Strategy<Value = Vec<(prop::sample::Index, String, Value)>> {
    vec((any::<prop::sample::Index>(), "new [a-c]", value()), 1..12)
}

fn open(json: &Value) -> Record {
    match from_text(&json.to_string()) {
        Ok(file) => file.record().unwrap(),
        Err(problem) => panic!("{problem}: {json}"),
    }
}

/// The file that is written of a record, with the `app` and `saved_at` of `like`.
fn written(record: &Record, like: &Value) -> Value {
    of_time(&record_text(record, at(0)), like)
}

fn of_time(text: &str, like: &Value) -> Value {
    let mut json: Value = serde_json::from_str(text).unwrap();
    for field in ["app", "saved_at"] {
        json[field] = like[field].clone();
    }
    json
}

/// An empty map is left out of a file, but a map that has only lists of a later Cairn is not empty.
#[test]
fn a_map_of_which_nothing_is_known_is_written_back() {
    let mut json: Value =
        serde_json::from_str(include_str!("../fixtures/v1/learner.json")).unwrap();
    let lists = json["data"]["last_year"]["lists"].as_object_mut().unwrap();
    let known: Vec<String> = lists.keys().cloned().collect();
    assert!(!known.is_empty());
    for name in known {
        let list = lists.remove(&name).unwrap();
        lists.insert(format!("{name}_of_later"), list);
    }
    let record = open(&json);
    assert_eq!(written(&record, &json), json);
}

/// Collects JSON pointers to the objects of a file; in a list or a map by id, only within the first
/// entry.
fn kinds_of_objects(json: &Value, pointer: String, pointers: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            let by_id = BY_ID.contains(&pointer.rsplit('/').next().unwrap());
            for (name, value) in fields.iter().take(if by_id { 1 } else { usize::MAX }) {
                let name = name.replace('~', "~0").replace('/', "~1");
                kinds_of_objects(value, format!("{pointer}/{name}"), pointers);
            }
            if !by_id {
                pointers.push(pointer);
            }
        }
        Value::Array(entries) => {
            if let Some(first) = entries.first() {
                kinds_of_objects(first, format!("{pointer}/0"), pointers);
            }
        }
        _ => {}
    }
}

/// A later Cairn may use a name for a field, such as `id`, that tells entries apart in other lists.
#[test]
fn a_field_of_a_later_cairn_may_have_any_name() {
    let mut tried = 0;
    for file in &RECORDS[..6] {
        let plain = with(file, &[]);
        let mut pointers = Vec::new();
        kinds_of_objects(&plain, String::new(), &mut pointers);
        for pointer in pointers {
            for name in ["id", "ids", "at", "text", "record", "item"] {
                let mut json = plain.clone();
                let fields = json.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
                let value = if name == "ids" { json!(["m4x2k9-9"]) } else { json!("m4x2k9-9") };
                fields.entry(name).or_insert(value);
                let opened = from_text(&json.to_string()).ok().and_then(File::record);
                let Some(record) = opened else { continue };
                if record.beyond.later().names() == [name] {
                    assert_eq!(written(&record, &json), json, "{pointer}/{name}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_a_later_cairn_wrote_is_written_back_where_it_stood(
        which in 0..RECORDS.len(), more in more(),
    ) {
        let json = with(RECORDS[which], &more);
        let record = open(&json);
        prop_assert!(!record.beyond.later().is_empty());
        prop_assert_eq!(&written(&record, &json), &json);

        // Stored on the device and read from there.
        let label = Label::of(&record, framework(), String::new());
        let (stored, _) = label.stored(&record).unwrap();
        let (_, again) = read_stored(&stored).unwrap();
        prop_assert_eq!(&again, &record);
        // Written into a backup and read from it.
        let (record, _) = record.for_copy();
        let json = written(&record, &json);
        let mut backup = Backup::default();
        backup.add(record.clone());
        let Ok(File::Backup(mut backup)) = from_text(&backup_text(&backup, at(0))) else { panic!() };
        let again = backup.records.remove(0);
        // Answers that wait, and unknown fields of the counts, are in no copy.
        let (copy, _) = record.for_copy();
        prop_assert_eq!(&again, &copy);
        prop_assert_eq!(written(&again, &json), written(&copy, &json));
    }

    #[test]
    fn it_outlasts_every_edit_and_its_undoing(which in 0..RECORDS.len(), more in more()) {
        let json = with(RECORDS[which], &more);
        let record = open(&json);
        let mut edited = record.clone();
        for slot in record.slots() {
            let stood = edited.change(&slot, slot.empty(), by(1, "AB"));
            let _ = written(&edited, &json);
            edited.put(&slot, stood);
        }
        prop_assert_eq!(&written(&edited, &json), &json);
        // All slots emptied at once, and put back.
        let entries: Vec<_> = record.slots().into_iter().map(|slot| {
            let entry = record.entry(&slot).unwrap();
            (slot, entry)
        }).collect();
        edited.put_all(entries.iter().map(|(slot, _)| (slot.clone(), slot.empty())).collect());
        edited.put_all(entries);
        prop_assert_eq!(&written(&edited, &json), &json);
        // Another record in its place, and back.
        let along = edited.swap_along(open(&serde_json::from_str(RECORDS[which]).unwrap()).along());
        edited.swap_along(along);
        prop_assert_eq!(&written(&edited, &json), &json);
    }

    #[test]
    fn it_comes_along_when_two_copies_meet(
        which in 0..RECORDS.len(), more in more(), others in self::more(),
    ) {
        let plain = open(&serde_json::from_str(RECORDS[which]).unwrap());
        let (one, other) = (with(RECORDS[which], &more), with(RECORDS[which], &others));
        let (one, other) = (open(&one), open(&other));
        let together = |mine: &Record, theirs: &Record| {
            let mut mine = mine.clone();
            merge(&mut mine, theirs, &[]);
            mine
        };
        prop_assert_eq!(&together(&plain, &one), &one);
        prop_assert_eq!(&together(&one, &plain), &one);
        prop_assert_eq!(&together(&one, &one), &one);
        prop_assert_eq!(&together(&one, &other), &together(&other, &one));
        let all = together(&together(&one, &other), &plain);
        prop_assert_eq!(&all, &together(&one, &together(&other, &plain)));
        prop_assert!(has_all_of(&one, &plain) && !has_all_of(&plain, &one));
    }

    #[test]
    fn a_backup_and_a_wording_pack_keep_it_as_well(more in more()) {
        let json = with(BACKUP, &more);
        let Ok(File::Backup(backup)) = from_text(&json.to_string()) else { panic!() };
        prop_assert_eq!(&of_time(&backup_text(&backup, at(0)), &json), &json);
        let json = with(WORDING, &more);
        let Ok(File::Wording(wording)) = from_text(&json.to_string()) else { panic!() };
        prop_assert_eq!(&of_time(&wording_text(&wording, at(0)), &json), &json);
    }
}

#[test]
fn what_belongs_to_an_answer_goes_aside_with_it_and_comes_back() {
    let mut json: Value = serde_json::from_str(RECORDS[0]).unwrap();
    json["data"]["reflections"]["9Z.q1"] = json["data"]["reflections"]["1A.q1"].clone();
    for id in ["9Z.q1", "1A.q1"] {
        json["data"]["reflections"][id]["mood"] = json!("green");
        json["data"]["reflections"][id]["changed"]["device"] = json!("tablet");
    }
    json["data"]["set_aside"]["1A.o1"] =
        json!({ "judgement": json["data"]["judgements"]["1A.o1"] });
    json["data"]["set_aside"]["1A.o1"]["judgement"]["sure"] = json!(0.5);
    json["data"]["set_aside"]["9Z.o1"] = json!({ "confidence": 3 });
    let mut record = open(&json);
    record.settle(framework());
    let text: Value = serde_json::from_str(&record_text(&record, at(0))).unwrap();
    let data = &text["data"];
    assert_eq!(data["reflections"]["1A.q1"]["mood"], json!("green"));
    assert_eq!(data["set_aside"]["9Z.q1"]["reflection"]["mood"], json!("green"));
    assert_eq!(data["set_aside"]["9Z.q1"]["reflection"]["changed"]["device"], json!("tablet"));
    assert_eq!(data["set_aside"]["9Z.o1"], json!({ "confidence": 3 }));
    assert_eq!(data["judgements"]["1A.o1"]["sure"], json!(0.5));
    let again = open(&text);
    assert_eq!(again, record);
}

#[test]
fn what_belongs_to_a_carried_item_comes_along_to_next_year() {
    let mut json: Value = serde_json::from_str(RECORDS[0]).unwrap();
    for place in 0..4 {
        json["data"]["actions"][place]["priority"] = json!(place);
    }
    json["data"]["evidence"][1]["colour"] = json!("green");
    json["data"]["colour"] = json!("of this year");
    let record = open(&json);
    let next = view(&record).next_year("next".to_owned(), "Next", by(0, ""));
    let text: Value = serde_json::from_str(&record_text(&next, at(0))).unwrap();
    assert_eq!(text["data"]["evidence"][1]["colour"], json!("green"));
    assert_eq!(text["data"]["actions"][0]["priority"], json!(0));
    assert_eq!(text["data"]["colour"], Value::Null);
    assert_eq!(open(&text), next);
}

#[test]
fn what_belongs_to_a_removed_item_goes_with_it() {
    let mut json: Value = serde_json::from_str(RECORDS[0]).unwrap();
    json["data"]["evidence"][0]["colour"] = json!("green");
    let id = json["data"]["evidence"][0]["id"].as_str().unwrap().to_owned();
    let record = open(&json);
    let mut without = record.clone();
    let slot = Slot::item(&EVIDENCE, &id);
    let stood = without.change(&slot, Entry::Removed(by(9, "")), by(9, ""));
    assert!(!record_text(&without, at(0)).contains("green"));
    let stored = from_text(&record_text(&without, at(0))).unwrap().record().unwrap();
    assert_eq!(stored, without, "what waits to come back makes no difference");
    let mut copy = record.clone();
    merge(&mut copy, &stored, &[]);
    assert_eq!(copy, stored, "a removal elsewhere takes it away as well");
    without.change(&slot, stood, by(10, ""));
    assert!(record_text(&without, at(0)).contains("green"));
}

#[test]
fn what_belongs_to_one_survey_does_not_pass_to_the_next() {
    let mut json: Value = serde_json::from_str(RECORDS[1]).unwrap();
    json["data"]["survey"]["colour"] = json!("green");
    let mut record = open(&json);
    let mut survey = record.survey.clone().unwrap();
    let slot = Slot::Survey;
    survey.id = "00000000".to_owned();
    let stood = record.change(&slot, Entry::Survey(survey), by(9, ""));
    assert!(!record_text(&record, at(0)).contains("green"));
    record.change(&slot, stood, by(10, ""));
    assert!(record_text(&record, at(0)).contains("green"));
}

#[test]
fn what_nobody_here_knows_of_the_counts_is_not_given_to_others() {
    let mut json: Value = serde_json::from_str(RECORDS[1]).unwrap();
    json["data"]["tally"]["by_team"] = json!({ "night": [1, 0] });
    json["data"]["colour"] = json!("green");
    let (record, _) = open(&json).for_others();
    let text = record_text(&record, at(0));
    assert!(!text.contains("by_team") && text.contains("green"));
}

#[test]
fn a_stored_record_of_a_later_cairn_opens_and_is_saved_with_all_of_it() {
    let json = with(RECORDS[0], &[]);
    let mut json = json;
    json["data"]["actions"][0]["colour"] = json!("green");
    let record = open(&json);
    let (stored, head) = Label::of(&record, framework(), "w".to_owned()).stored(&record).unwrap();
    let mut label: Value = serde_json::from_str(&head).unwrap();
    label["shade"] = json!("dark");
    let stored = stored.replacen(&head, &label.to_string(), 1);
    let key = format!("cairn:audit:{}", &record.id);
    let store = MemoryStore::default();
    store.put(&key, &stored);
    let mut workspace = Workspace::open(store.clone(), "tab".to_owned(), at(0));
    let mut opened = workspace.record(&record.id, at(0)).unwrap();
    let slot = Slot::item(&REFLECTIONS, "1A.q1");
    opened.change(&slot, crate::samples::written("1A.q1", "new words", 0), by(5, ""));
    workspace.save(&mut opened, &[slot], framework(), at(0)).unwrap();
    let (_, again) = read_stored(&store.get(&key).unwrap()).unwrap();
    assert_eq!(again, opened);
    assert!(record_text(&again, at(0)).contains("green"));
    assert_eq!(workspace.unreadable().unwrap(), []);
}

#[test]
fn settings_of_a_later_cairn_are_kept() {
    let store = MemoryStore::default();
    store.put(SETTINGS, r#"{"name": "AB", "contrast": {"more": true}}"#);
    let mut workspace = Workspace::open(store.clone(), "tab".to_owned(), at(0));
    let settings = workspace.settings(at(0));
    workspace.save_settings(&Settings { name: "CD".to_owned(), ..settings.clone() }).unwrap();
    let json: Value = serde_json::from_str(&store.get(SETTINGS).unwrap()).unwrap();
    assert_eq!((&json["name"], &json["contrast"]), (&json!("CD"), &json!({ "more": true })));
    assert_eq!(
        json,
        serde_json::from_str::<Value>(&settings_text(&workspace.settings(at(0)))).unwrap()
    );
}

#[test]
fn a_field_that_stands_twice_is_refused_also_when_nobody_knows_it() {
    let text = RECORDS[0].replacen("\"data\": {", "\"data\": { \"new\": 1, \"new\": 2,", 1);
    let problem = from_text(&text).unwrap_err().to_string();
    assert_eq!(problem, "There is a mistake in this file, in “data”: “new” is here twice.");
}

#[test]
fn a_word_that_nobody_here_knows_is_refused_with_its_place() {
    let text = RECORDS[0].replacen("\"under_way\"", "\"waiting\"", 1);
    let problem = from_text(&text).unwrap_err().to_string();
    assert!(problem.contains("“data.actions[0].status”: “waiting” is not one of"), "{problem}");
}

#[test]
fn an_item_of_a_book_keeps_what_is_its_own_among_others() {
    let mut json: Value = serde_json::from_str(RECORDS[2]).unwrap();
    json["data"]["needs"][1]["colour"] = json!("green");
    let mut record = open(&json);
    let first = json["data"]["needs"][0]["id"].as_str().unwrap();
    record.change(&Slot::item(&cairn::team::NEEDS, first), Entry::Removed(by(9, "")), by(9, ""));
    let text: Value = serde_json::from_str(&record_text(&record, at(0))).unwrap();
    assert_eq!(text["data"]["needs"][0]["colour"], json!("green"));
}
