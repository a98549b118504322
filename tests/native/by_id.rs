use std::collections::{BTreeMap, BTreeSet};

use cairn::by_id::{ById, Ids};
use cairn::json::{Json, Read};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::one_of;

fn id() -> impl Strategy<Value = String> {
    one_of(&["", "1A", "1A.o1", "1B", "__proto__", "é"])
}

fn check_read(json: &str, expected: Result<Vec<(&str, u8)>, &str>) {
    let mut json_read: Json = serde_json::from_str(json).unwrap();
    let read = json_read.answers(small).map_err(|mistake| mistake.wrong.to_string());
    let expected = match expected {
        Ok(pairs) => Ok(pairs.into_iter().map(|(id, each)| (id.to_owned(), each)).collect()),
        Err(start) => {
            assert!(read.as_ref().is_err_and(|error| error.starts_with(start)), "{json}: {read:?}");
            return;
        }
    };
    assert_eq!(read, expected, "{json}");
}

fn small(json: &mut Json) -> Read<u8> {
    json.whole().map(|number| u8::try_from(number).unwrap())
}

#[test]
fn an_object_that_names_an_id_twice_is_refused() {
    check_read("{}", Ok(vec![]));
    check_read(r#"{"b": 1, "a": 2}"#, Ok(vec![("a", 2), ("b", 1)]));
    check_read(r#"{"a": 1, "a": 1}"#, Err("“a” is here twice"));
    check_read(r#"{"b": 1, "a": 2, "c": 3, "b": 4}"#, Err("“b” is here twice"));
    check_read(r#"["a"]"#, Err("this should be a group of named fields, but it is a list"));
}

#[test]
fn a_list_of_ids_may_name_one_twice() {
    let ids: Ids = ["b", "a", "b"].map(str::to_owned).into_iter().collect();
    assert_eq!(serde_json::to_string(&ids).unwrap(), r#"["a","b"]"#);
}

proptest! {
    #[test]
    fn answers_do_what_the_map_of_the_standard_library_does(
        start in vec((id(), any::<u8>()), 0..6),
        steps in vec((0..5_u8, id(), any::<u8>()), 0..12),
    ) {
        let mut map: BTreeMap<String, u8> = start.clone().into_iter().collect();
        let mut answers: ById<u8> = start.into_iter().collect();
        for (how, id, answer) in steps {
            match how {
                0 | 1 => {
                    map.insert(id.clone(), answer);
                    answers.insert(id, answer);
                }
                2 => prop_assert_eq!(answers.remove(&id), map.remove(&id)),
                3 => {
                    *map.entry(id.clone()).or_default() = answer;
                    *answers.get_or_default(&id) = answer;
                }
                _ => {
                    let known = |other: &str| other < id.as_str();
                    let (kept, unknown) = map.into_iter().partition(|(other, _)| known(other));
                    map = kept;
                    let unknown: BTreeMap<String, u8> = unknown;
                    prop_assert!(answers.split_off(known).into_iter().eq(unknown));
                }
            }
            prop_assert!(answers.iter().eq(&map));
            prop_assert!(answers.keys().eq(map.keys()) && answers.values().eq(map.values()));
            prop_assert_eq!((answers.len(), answers.is_empty()), (map.len(), map.is_empty()));
            for id in ["", "1A", "1B", "z"] {
                prop_assert_eq!(answers.get(id), map.get(id));
                prop_assert_eq!(answers.contains_key(id), map.contains_key(id));
            }
        }
        let json = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(&json, &serde_json::to_string(&map).unwrap());
        let mut read: Json = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.answers(small).unwrap(), answers);
    }

    #[test]
    fn ids_do_what_the_set_of_the_standard_library_does(
        start in vec(id(), 0..6),
        steps in vec((any::<bool>(), id()), 0..12),
    ) {
        let mut set: BTreeSet<String> = start.iter().cloned().collect();
        let mut ids: Ids = start.into_iter().collect();
        for (insert, id) in steps {
            if insert {
                set.insert(id.clone());
                ids.insert(id.clone());
            } else {
                set.remove(&id);
                ids.remove(&id);
            }
            prop_assert!(ids.iter().eq(&set) && ids.contains(&id) == insert);
            prop_assert_eq!((ids.len(), ids.is_empty()), (set.len(), set.is_empty()));
        }
    }
}
