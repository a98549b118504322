use std::collections::{BTreeMap, BTreeSet};

use cairn::by_id::ById;
use cairn::exchange::{File, from_text};
use cairn::framework::{Framework, Reference, Subject, Text, built_in, learning, read};
use cairn::json::Json;
use cairn::link;
use cairn::progression::Stage;

use crate::samples::framework;

/// An area's questions and its indicators by stage: of the organisation, then of the staff.
fn check(area: &str, questions: usize, organisation: [usize; 4], staff: [usize; 4]) {
    let (_, area) = framework().area(area).unwrap();
    let count = |subject| Stage::ALL.map(|stage| area.indicators_at(subject, stage).count());
    assert_eq!(area.questions.len(), questions, "questions of {}", area.id);
    assert_eq!(
        count(Subject::Organisation),
        organisation,
        "organisation indicators of {}",
        area.id
    );
    assert_eq!(count(Subject::Staff), staff, "staff indicators of {}", area.id);
}

#[test]
fn nothing_is_merged_or_dropped_or_added() {
    check("1A", 9, [2, 2, 2, 1], [1, 1, 0, 1]);
    check("1B", 9, [0, 2, 1, 0], [0, 2, 3, 0]);
    check("1C", 7, [3, 1, 0, 1], [2, 1, 1, 2]);
    check("2A", 5, [2, 1, 1, 1], [3, 2, 2, 0]);
    check("2B", 7, [1, 2, 2, 2], [1, 1, 2, 1]);
    check("2C", 3, [1, 1, 1, 1], [0, 1, 1, 1]);

    let areas: Vec<_> = framework().areas().map(|(_, area)| area).collect();
    let of = |subject| {
        let indicators = areas.iter().flat_map(|area| &area.indicators);
        indicators.filter(|indicator| indicator.subject == subject).count()
    };
    assert_eq!(areas.len(), 6);
    assert_eq!(areas.iter().map(|area| area.questions.len()).sum::<usize>(), 40);
    assert_eq!(of(Subject::Organisation), 31);
    assert_eq!(of(Subject::Staff), 29);
    assert_eq!(framework().statements.len(), 24);
}

#[test]
fn capabilities_and_areas_have_their_own_titles() {
    let titles: Vec<_> =
        framework().areas().map(|(_, area)| (area.id.as_str(), area.title.as_str())).collect();
    let expected = [
        ("1A", "Supporting reflective learning"),
        ("1B", "Encouraging professional autonomy, leadership and innovation"),
        (
            "1C",
            "Involving the workforce, people who use services and their carers in continuous improvement",
        ),
        ("2A", "Supporting individuals to plan for learning and development"),
        ("2B", "Strategic planning of learning and development"),
        ("2C", "Monitoring effectiveness of learning and development"),
    ];
    assert_eq!(titles, expected);
}

#[test]
fn each_area_has_an_introduction_and_sources_of_evidence() {
    for capability in &framework().capabilities {
        assert!(!capability.introduction.is_empty(), "{}", capability.id);
    }
    for (_, area) in framework().areas() {
        assert!(!area.introduction.is_empty(), "{}", area.id);
        assert!(!area.evidence_sources.is_empty(), "{}", area.id);
    }
}

#[test]
fn the_question_about_decisions_has_three_parts() {
    let with_parts: Vec<_> = framework()
        .areas()
        .flat_map(|(_, area)| &area.questions)
        .filter(|question| !question.parts.is_empty())
        .collect();
    let [question] = with_parts[..] else { panic!("{with_parts:?}") };
    assert_eq!(question.id, "1B.q5");
    let ids: Vec<_> = question.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["1B.q5.a", "1B.q5.b", "1B.q5.c"]);
}

#[test]
fn ids_are_published_and_counted_through() {
    let counted = |area: &str, letter: char, ids: Vec<&str>| {
        for (place, id) in ids.into_iter().enumerate() {
            assert_eq!(id, format!("{area}.{letter}{}", place + 1));
        }
    };
    let texts = |texts: &'static [Text]| texts.iter().map(|text| text.id.as_str()).collect();
    for (capability, area) in framework().areas() {
        assert!(area.id.starts_with(&capability.id), "{}", area.id);
        let indicators = |subject| {
            let indicators = area.indicators.iter();
            let own = indicators.filter(|indicator| indicator.subject == subject);
            own.map(|indicator| indicator.id.as_str()).collect()
        };
        counted(&area.id, 'e', texts(&area.evidence_sources));
        counted(&area.id, 'q', area.questions.iter().map(|each| each.id.as_str()).collect());
        counted(&area.id, 'o', indicators(Subject::Organisation));
        counted(&area.id, 's', indicators(Subject::Staff));

        // Organisation first, then staff; each from the first stage to the last.
        let order = |subject: Subject| u8::from(subject == Subject::Staff);
        assert!(area.indicators.is_sorted_by_key(|each| (order(each.subject), each.stage)));
    }
    for (place, statement) in framework().statements.iter().enumerate() {
        assert_eq!(statement.id, format!("s{:02}", place + 1));
    }
}

#[test]
fn no_two_texts_have_one_id_and_none_is_empty() {
    let ids = built_in().text_ids();
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());

    let empty: ById<String> = ById::new();
    let (same, _) = built_in().reworded(&empty);
    let json = serde_json::to_string(&same).unwrap();
    assert!(!json.contains("\"text\":\"\"") && !json.contains("\"title\":\"\""));
}

#[test]
fn staff_indicators_and_no_others_have_a_statement() {
    let statements: BTreeSet<_> =
        framework().statements.iter().map(|each| each.id.as_str()).collect();
    let mut asked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, area) in framework().areas() {
        for indicator in &area.indicators {
            let statement = indicator.statement.as_deref();
            assert_eq!(
                statement.is_some(),
                indicator.subject == Subject::Staff,
                "{}",
                indicator.id
            );
            if let Some(statement) = statement {
                assert!(statements.contains(statement), "{} asks {statement}", indicator.id);
                asked.entry(statement).or_default().push(&area.id);
            }
        }
    }
    assert_eq!(asked.len(), 24, "every statement feeds an indicator");
    asked.retain(|_, areas| areas.len() > 1);
    let repeated = BTreeMap::from([
        ("s15", vec!["2A", "2B"]),
        ("s18", vec!["2A", "2B"]),
        ("s20", vec!["2A", "2B"]),
        ("s21", vec!["2A", "2B", "2C"]),
    ]);
    assert_eq!(asked, repeated);
}

#[test]
fn indicators_that_repeat_a_statement_repeat_its_words_and_stage() {
    let mut first = BTreeMap::new();
    for (_, area) in framework().areas() {
        for indicator in &area.indicators {
            if let Some(statement) = &indicator.statement {
                let found = (indicator.text.as_str(), indicator.stage);
                assert_eq!(*first.entry(statement).or_insert(found), found, "{}", indicator.id);
            }
        }
    }
}

#[test]
fn the_built_in_framework_is_a_file_like_any_other() {
    let opened = from_text(include_str!("../../src/framework/clf.json"));
    assert_eq!(opened, Ok(File::Framework(Box::new(built_in()))));
    let mut json: Json =
        serde_json::from_str(&serde_json::to_string(framework()).unwrap()).unwrap();
    assert_eq!(read::framework(&mut json), Ok(built_in()));
}

#[test]
fn what_is_learned_by_is_all_there_with_published_ids() {
    let counted = |ids: &[&str], before: &str, digits: usize, number: usize| {
        let expected = (1..=number).map(|place| format!("{before}{place:0digits$}"));
        assert_eq!(ids, expected.collect::<Vec<_>>());
    };
    let texts = |texts: &[Text], before: &str, digits: usize, number: usize| {
        let ids: Vec<_> = texts.iter().map(|text| text.id.as_str()).collect();
        counted(&ids, before, digits, number);
    };
    let learning = learning();
    assert_eq!(learning.id, "learning");
    let [card] = &learning.cards[..] else { panic!("one card") };
    assert_eq!((card.id.as_str(), card.title.as_str()), ("leadership-a", "Leadership (a)"));
    texts(&card.questions, "leadership-a.q", 1, 4);
    texts(&card.examples, "leadership-a.e", 1, 3);
    let references: Vec<_> = card.references.iter().map(|each| each.id.as_str()).collect();
    counted(&references, "leadership-a.r", 1, 2);
    texts(&learning.characteristics, "c", 2, 12);
    texts(&learning.feels_like, "f", 2, 7);
    texts(&learning.contributions, "w", 2, 12);
    let questions: Vec<_> =
        learning.quality_questions.iter().map(|each| each.id.as_str()).collect();
    counted(&questions, "q", 1, 6);
}

#[test]
fn what_is_learned_by_has_no_id_twice_and_no_empty_text() {
    let ids = learning().text_ids();
    // The card has five texts besides its lists, and each of the six questions two.
    assert_eq!(ids.len(), 5 + 4 + 3 + 2 + 12 + 7 + 12 + 2 * 6);
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());

    no_text_is_empty(&serde_json::to_value(learning()).unwrap());
}

fn no_text_is_empty(json: &serde_json::Value) {
    match json {
        serde_json::Value::String(text) => assert!(!text.trim().is_empty()),
        serde_json::Value::Array(entries) => entries.iter().for_each(no_text_is_empty),
        serde_json::Value::Object(fields) => fields.values().for_each(no_text_is_empty),
        _ => {}
    }
}

#[test]
fn words_that_are_nothing_but_blanks_leave_ours_in_place() {
    let words = [("q1", ""), ("q2", " \n"), ("q3", "How well?"), ("q99", "")];
    let words = words.map(|(id, text)| (id.to_owned(), text.to_owned())).into_iter().collect();
    let (reworded, unknown) = learning().reworded(&words);
    assert_eq!(unknown, ["q99"]);
    let texts = |framework: &Framework| -> Vec<String> {
        framework.quality_questions.iter().map(|question| question.text.clone()).collect()
    };
    let (now, before) = (texts(&reworded), texts(&learning()));
    assert_eq!((&now[..2], now[2].as_str(), &now[3..]), (&before[..2], "How well?", &before[3..]));
}

#[test]
fn what_is_learned_by_is_a_file_like_any_other() {
    let opened = from_text(include_str!("../../src/framework/learning.json"));
    assert_eq!(opened, Ok(File::Framework(Box::new(learning()))));
    let written = serde_json::to_string(&learning()).unwrap();
    assert!(!written.contains("capabilities") && !written.contains("statements"));
    assert_eq!(read::framework(&mut serde_json::from_str(&written).unwrap()), Ok(learning()));
}

#[test]
fn a_framework_can_hold_cards_alone() {
    let text = r#"{ "id": "own", "title": "Ours", "language": "en-GB", "cards": [{
        "id": "x", "title": "Time", "statement": "It is short.",
        "references": [{ "id": "x.r1", "text": "More", "link": "https://example.org" }]
    }] }"#;
    let own: Framework = read::framework(&mut serde_json::from_str(text).unwrap()).unwrap();
    assert_eq!(own.clone().text_ids(), ["x.title", "x.statement", "x.r1"]);
    assert_eq!(own.cards[0].references[0].address().as_deref(), Some("https://example.org"));
    assert!(own.capabilities.is_empty() && own.quality_questions.is_empty());
    let written = serde_json::to_string(&own).unwrap();
    assert_eq!(read::framework(&mut serde_json::from_str(&written).unwrap()), Ok(own));
}

#[test]
fn a_reference_is_a_link_only_where_that_is_safe() {
    let check = |link: Option<&str>, address: Option<&str>, beside: Option<&str>| {
        let link = link.map(str::to_owned);
        let reference = Reference { id: String::new(), text: String::new(), link };
        assert_eq!(reference.address().as_deref(), address, "{reference:?}");
        assert_eq!(reference.no_address(), beside, "{reference:?}");
    };
    check(None, None, None);
    check(Some(" "), None, None);
    check(Some(" https://example.org/a "), Some("https://example.org/a"), None);
    check(Some("mailto:a@example.org"), Some("mailto:a@example.org"), None);
    check(Some("www.example.org"), Some("https://www.example.org"), None);
    check(Some("javascript:alert(1)"), None, Some("javascript:alert(1)"));
    check(Some(" on the shelf "), None, Some("on the shelf"));
}

#[test]
fn an_address_may_lack_its_scheme_and_nothing_else() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(link::address(text).as_deref(), expected, "{text}");
    };
    for whole in ["https://example.org", "HTTP://example.org/a?b#c", "mailto:a@example.org"] {
        check(whole, Some(whole));
    }
    check(" www.example.org/read ", Some("https://www.example.org/read"));
    check("example.org", Some("https://example.org"));
    check("example.org/handbook.pdf", Some("https://example.org/handbook.pdf"));
    check("intranet.example.org:8080/a", Some("https://intranet.example.org:8080/a"));
    check("münchen-süd.example?a=b", Some("https://münchen-süd.example?a=b"));
    let none = [
        "",
        "https",
        "https:",
        "https://",
        "www",
        "www.",
        "www..example",
        ".org",
        "e.g.",
        "3.2",
        "handbook.pdf",
        "Handbook.DOCX",
        "our handbook, example.org",
        "www.example.org/a b",
        "a@example.org",
        "www.example.org@example.net",
        "//example.org",
        "/a/example.org",
        "example.org\\a",
        "example.org:",
        "example.org:a",
        "ftp://example.org",
        "file:///a.example",
        "javascript:alert(1)",
        "javascript.org:alert(1)",
        "java\nscript.org",
        "data:text/html,a.example",
    ];
    for text in none {
        check(text, None);
    }
}

#[test]
fn an_area_is_found_by_anything_in_it() {
    let check = |id: &str, expected: Option<&str>| {
        assert_eq!(framework().area_of(id).map(|area| area.id.as_str()), expected, "{id}");
    };
    check("1A", Some("1A"));
    check("2C.q3", Some("2C"));
    check("1B.q5.b", Some("1B"));
    check("2B.s5", Some("2B"));
    check("1", None);
    check("3A.o1", None);
}

#[test]
fn a_wording_pack_lies_over_the_framework() {
    let words: ById<String> = [
        ("1A.q1", "official question"),
        ("1A.o1", "official indicator"),
        ("1B.q5.a", "official part"),
        ("1B.title", "official title"),
        ("1.introduction", "official introduction"),
        ("2A.e1", "official source"),
        ("s07", "official statement"),
        ("9Z.q1", "for another framework"),
        ("1B.q5.d", "a part that is not there"),
    ]
    .map(|(id, text)| (id.to_owned(), text.to_owned()))
    .into_iter()
    .collect();
    let (reworded, unknown) = built_in().reworded(&words);
    assert_eq!(unknown, ["1B.q5.d", "9Z.q1"]);

    let (_, area) = reworded.area("1A").unwrap();
    assert_eq!(area.questions[0].text, "official question");
    assert_eq!(area.questions[1].text, framework().area("1A").unwrap().1.questions[1].text);
    assert_eq!(area.indicators[0].text, "official indicator");
    assert_eq!(reworded.area("1B").unwrap().1.title, "official title");
    assert_eq!(reworded.area("1B").unwrap().1.questions[4].parts[0].text, "official part");
    assert_eq!(reworded.capability("1").unwrap().introduction, "official introduction");
    assert_eq!(reworded.area("2A").unwrap().1.evidence_sources[0].text, "official source");
    assert_eq!(reworded.statements[6].text, "official statement");
    // Other words change no rule: ids, stages and statements are as they were.
    assert_eq!(reworded.text_ids(), built_in().text_ids());
    assert_eq!(built_in().reworded(&ById::new()), (built_in(), vec![]));
}
