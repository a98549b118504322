//! Files that must open for ever, and files that must be refused with a sentence.

use cairn::record::RecordKind;
use cairn::records::Record;
use std::path::Path;

use cairn::audit::Status;
use cairn::audit::answer::{self, PROPOSED, SAID, TEXT};
use cairn::exchange::envelope::APP;
use cairn::exchange::writing::{backup_text, record_text, response_text, wording_text};
use cairn::exchange::{
    Backup, File, ImportError, MAX_BYTES, Part, Settings, Spoilt, TextSize, Theme, Wording,
    from_bytes, from_text,
};
use cairn::framework::Subject;
use cairn::moment::Timestamp;
use cairn::progression::Judgement;
use cairn::record::Stamp;
use cairn::records::{Entry, Filled, Slot};
use cairn::survey::{Answer, Response};
use cairn::team::need::needs;
use cairn::team::{Clarity, Place, Review};
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{TROUBLESOME, answers, at, audit, by, empty_audit, framework, text, view};

fn fixture(path: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn open_audit(path: &str) -> Record {
    match from_bytes(&fixture(path)) {
        Ok(File::Record(audit)) => *audit,
        other => panic!("{path}: {other:?}"),
    }
}

// Files of released versions.

#[test]
fn an_audit_of_version_1_opens() {
    let audit = open_audit("v1/audit.json");
    assert_eq!(audit.name(), "Annual audit 2026");
    assert_eq!(audit.answers.get("name").unwrap().changed.by, "MK");
    assert!(view(&audit).leaves_out("2"));
    let reflection = |id| view(&audit).reflection(id);
    assert!(reflection("1A.q1").starts_with("We reflect together every month.\n\nNotes"));
    assert_eq!(reflection("1A.q2"), "شكرا لكم e\u{301} 👩‍👩‍👧‍👦");
    let judgements = ["1A.o1", "1A.o2", "1A.s1", "1B.o1"].map(|id| view(&audit).judgement(id));
    let expected =
        [Judgement::Achieved, Judgement::NotAchieved, Judgement::DontKnow, Judgement::NotAnswered];
    assert_eq!(judgements, expected);
    assert_eq!(view(&audit).note("1A.o1"), "See the minutes of May.");
    assert_eq!(
        (view(&audit).evidence().len(), view(&audit).actions().len(), audit.removed.len()),
        (2, 4, 1)
    );
    assert_eq!(view(&audit).last_years_judgement("1A.o1"), Some(Judgement::NotAchieved));
    assert_eq!(audit.earlier_words[0].text, "We reflect together each quarter.");
    assert_eq!(audit.clone().settle(framework()), ["3", "3A.o1", "3A.q1"]);
    check_kept(&audit);
}

#[test]
fn a_backup_of_version_1_opens() {
    let Ok(File::Backup(backup)) = from_bytes(&fixture("v1/backup.json")) else { panic!() };
    assert_eq!(backup.records.len(), 2);
    assert_eq!(backup.records[0], open_audit("v1/audit.json"));
    let Settings { name, theme, text_size, last_backup, wording_off, .. } = &backup.settings;
    assert_eq!((name.as_str(), *theme, *text_size), ("MK", Theme::Dark, TextSize::Large));
    assert!(last_backup.is_some() && *wording_off);
    assert_eq!(backup.wording.as_ref().unwrap().texts.len(), 3);
    let again = from_text(&backup_text(&backup, at(0)));
    assert_eq!(again, Ok(File::Backup(backup)));
}

#[test]
fn a_wording_pack_of_version_1_opens() {
    let Ok(File::Wording(wording)) = from_bytes(&fixture("v1/wording.json")) else { panic!() };
    assert_eq!((wording.title.as_str(), wording.texts.len()), ("Official wording", 3));
    assert_eq!(framework().clone().reworded(&wording.texts).1, [""; 0]);
    assert_eq!(from_text(&wording_text(&wording, at(0))), Ok(File::Wording(wording)));
}

#[test]
fn an_audit_with_a_survey_of_version_1_opens() {
    let mut audit = open_audit("v1/survey.json");
    let survey = audit.survey.clone().unwrap();
    assert_eq!((survey.invited, survey.threshold, survey.cut_off), (Some(14), 5, 75));
    assert!(survey.results_visible());
    let mut tally = audit.tally.clone().unwrap();
    assert_eq!((tally.counted.len(), tally.responses(), tally.waiting()), (8, 8, 2));
    let shown = view(&audit).shown().unwrap();
    assert_eq!((shown.responses, shown.comments.len()), (6, 3));
    assert_eq!(shown.counts.get("s01"), Some(&[1, 2, 0, 1, 0, 1]));
    let overruled = view(&audit).judged("1A.s2").unwrap().proposal(&PROPOSED).unwrap();
    assert_eq!((overruled.proposed, overruled.agreement), (Judgement::NotAchieved, 60));
    assert_eq!(audit.item(&SAID, "intro").unwrap().changed.by, "MK");
    let results = view(&audit).results(framework()).unwrap();
    assert_eq!(results.statement("s01").unwrap().change(), Some(75 - 78));
    check_kept(&audit);
    // Counting goes on with the answers that wait in the file.
    tally.count(&open_response("v1/survey-response.json"));
    assert!(tally.release(3));
    assert!(tally.shown.unwrap().comments.contains(&"I would rather talk about this.".to_owned()));
    assert_eq!(audit.settle(framework()), [""; 0]);
}

fn open_response(path: &str) -> Response {
    match from_bytes(&fixture(path)) {
        Ok(File::Response(response)) => *response,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn a_response_of_version_1_opens() {
    let response = open_response("v1/survey-response.json");
    assert_eq!((response.survey.as_str(), response.id.as_str()), ("5y1vaq7k", "0w000004"));
    assert_eq!(response.answers.len(), 23);
    assert_eq!(response.answers.get("s06"), Some(&Answer::DontKnow));
    assert_eq!(response.comment, "More time for handover, please.");
}

#[test]
fn a_team_of_version_1_opens() {
    let Ok(File::Record(book)) = from_bytes(&fixture("v1/team.json")) else { panic!() };
    assert_eq!((book.kind(), book.id.as_str()), (RecordKind::Team, "team-1"));
    assert_eq!((book.name(), book.organisation()), ("Night team", "Harbour Support"));
    let review = Review::of(&book);
    assert_eq!(review.held.map(String::from).as_deref(), Some("2026-11-04"));
    assert_eq!(review.next_set().map(String::from).as_deref(), Some("2027-11-03"));
    assert_eq!(review.present, "MK and six others");
    let steps = review.answers.map(|answer| answer.clarity.map(Clarity::step));
    assert_eq!(steps, [Some(4), Some(1), Some(2), Some(3), None, None]);
    assert!(review.answers[0].reflection.ends_with("شكرا لكم e\u{301} 👩‍👩‍👧‍👦"));
    assert_eq!((review.change("q1"), review.change("q2")), (Some(2), None));
    let needs = needs(&book);
    assert_eq!((needs.len(), needs[0].text, needs[0].theme), (2, "Handing over well", "Handover"));
    assert_eq!((needs[0].status, needs[1].status), (Status::UnderWay, Status::Dropped));
    assert_eq!((needs[0].places(), needs[1].places()), (Place::ALL.to_vec(), vec![Place::Own]));
    assert_eq!((needs[0].also(), needs[0].cost), (vec!["A better handover"], "£40"));
    assert_eq!((needs[0].from().len(), needs[0].to()[0].name.as_str()), (2, "Sam"));
    assert_eq!(book.removed.len(), 1);
    assert_eq!(book.earlier_words[0].text, "We wait with people.");
    let again = from_text(&record_text(&book, at(0)));
    assert_eq!(again, Ok(File::Record(book)));
}

#[test]
fn a_response_names_no_hour() {
    let response = open_response("v1/survey-response.json");
    let text = response_text(&response, at(0));
    assert!(text.contains("\"saved_at\": \"2026-11-22T00:00:00.000Z\""), "{text}");
    assert_eq!(from_text(&text), Ok(File::Response(Box::new(response))));
}

#[test]
fn the_example_opens_and_answers_only_what_is_asked() {
    let Ok(File::Record(audit)) = from_text(include_str!("../../src/audit/example.json")) else {
        panic!("the example is not an audit");
    };
    let mut settled = audit.clone();
    assert_eq!(settled.settle(framework()), [""; 0]);
    assert_eq!(settled, audit, "its lists are in their order");
    let known = |id: &str| framework().area_of(id).is_some();
    let mut supports = view(&audit).evidence().flat_map(|evidence| evidence.supports);
    assert!(supports.all(|id| known(id)));
    assert!(view(&audit).actions().filter_map(|action| action.indicator).all(known));

    // Each staff indicator was judged with the proposal of the survey beside it, and differs from that
    // only with a note.
    let results = view(&audit).results(framework()).expect("its survey is closed");
    let shown = view(&audit).shown().unwrap();
    assert_eq!((results.responses, results.invited, shown.comments.len()), (26, Some(34), 6));
    assert!(results.statements.iter().all(|statement| statement.answered >= 25));
    for (_, area) in framework().areas() {
        for indicator in area.indicators.iter().filter(|each| each.subject == Subject::Staff) {
            let judged = view(&audit).judged(&indicator.id).unwrap();
            let proposal = results.proposal(indicator).unwrap();
            assert_eq!(judged.proposal(&PROPOSED), Some(proposal), "{}", indicator.id);
            let noted = !view(&audit).note(&indicator.id).is_empty();
            let judged = answer::judgement(judged);
            assert!(judged == proposal.proposed || noted, "{}", indicator.id);
        }
    }
    let is_text = |id: &String| id == "intro" || id == "closing" || results.statement(id).is_some();
    assert!(audit.items(&SAID).iter().map(|item| &item.id).all(is_text));
}

/// Each file of `written` holds what Cairn made of the file of the same name in `v1`. Where this fails,
/// the bytes on every device would change.
#[test]
fn files_of_version_1_are_written_back_to_the_byte() {
    for name in ["audit", "survey", "team", "learner", "learner-shared", "organisation", "backup"] {
        let written = match from_bytes(&fixture(&format!("v1/{name}.json"))) {
            Ok(File::Record(record)) => record_text(&record, Timestamp::default()),
            Ok(File::Backup(backup)) => backup_text(&backup, Timestamp::default()),
            other => panic!("{name}: {other:?}"),
        };
        let expected = String::from_utf8(fixture(&format!("written/{name}.json"))).unwrap();
        assert_eq!(written, expected.replace("Cairn 0.1.0", APP), "{name}");
    }
}

// Files that are odd, and open.

fn check_kept(audit: &Record) {
    let opened = from_text(&record_text(audit, at(0)));
    assert_eq!(opened, Ok(File::Record(Box::new(audit.clone()))));
}

#[test]
fn texts_are_kept_as_they_came() {
    let check = |path: &str, expected: &str| {
        let audit = open_audit(path);
        assert_eq!(view(&audit).reflection("1A.q1"), expected, "{path}");
        check_kept(&audit);
    };
    check("odd/escaped-nul.json", "We \0meet.");
    check("odd/surrogate-pair.json", "We meet 👩.");
    check("odd/right-to-left.json", "\u{202e}شكرا لكم\u{202c} e\u{301}\u{323} \u{200d}");
    check("odd/script-in-every-text.json", "<script>alert('x')</script>");
    let link = open_audit("odd/javascript-link.json");
    assert_eq!(view(&link).evidence().next().unwrap().place, "javascript:alert(1)");

    let Ok(File::Wording(wording)) = from_bytes(&fixture("odd/plain-wording.json")) else {
        panic!()
    };
    assert_eq!((wording.framework.as_str(), wording.texts.len()), ("clf", 2));
}

#[test]
fn ids_that_a_browser_finds_special_are_set_aside_like_any_unknown() {
    let mut audit = open_audit("odd/proto-as-reflection-id.json");
    assert_eq!(audit.settle(framework()), ["__proto__", "constructor"]);
    assert_eq!(
        audit.set_aside.get("__proto__").unwrap().get("reflection").unwrap().text(&TEXT),
        "clever"
    );
    check_kept(&audit);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(fixture("v1/audit.json"));
    assert!(matches!(from_bytes(&bytes), Ok(File::Record(_))));
}

/// The bytes of a text in UTF-16, as saved by programs that call this “Unicode”.
fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_file_that_went_through_other_programs_opens_where_nothing_is_in_doubt() {
    let text = String::from_utf8(fixture("v1/audit.json")).unwrap();
    let whole = Ok(File::Record(Box::new(open_audit("v1/audit.json"))));
    let check = |how: &str, bytes: &[u8]| assert_eq!(from_bytes(bytes), whole, "{how}");
    check("little end first, with a mark", &utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes));
    check("big end first, with a mark", &utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes));
    check("little end first", &utf_16(&text, u16::to_le_bytes));
    check("big end first", &utf_16(&text, u16::to_be_bytes));
    check("little end first, on lines", &utf_16(&format!("\r\n{text}\r\n"), u16::to_le_bytes));
    for around in
        ["\u{200b}", "\u{feff}\u{feff}", "\u{2060}\u{200e}", "\u{a0}\r\n", "\0\0", "\u{1a}"]
    {
        check(around, format!("{around}{text}{around}").as_bytes());
    }
    check("Windows lines", text.replace('\n', "\r\n").as_bytes());
    check("one line", text.replace('\n', " ").as_bytes());
    let escaped = |c: char| match c.is_ascii() {
        true => c.to_string(),
        false => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    };
    check("letters in ASCII", text.chars().map(escaped).collect::<String>().as_bytes());
    check("in a mail", format!("Dear Jo,\nhere it is:\n{text}\n-- \nMK “Harbour”").as_bytes());
    check("marked as code", format!("```json\n{text}\n```").as_bytes());
    check("times", text.replace(".000Z\"", ".000000+00:00\"").as_bytes());
    check("times and blanks", text.replace("T14:0", " 14:0").as_bytes());
    check("days", text.replace("\"2026-12-01\"", "\"2026-12-01T00:00:00Z\"").as_bytes());
    check("numbers", text.replace("\"version\": 1,", "\"version\": 1.0,").as_bytes());
    check("words", text.replace("\"under_way\"", "\"Under_Way \"").as_bytes());
    check("flags", text.replace("\"left_out\": true", "\"left_out\": \"true\"").as_bytes());
    let nulls = text.replace(
        "\"at\": \"2026-01-12T14:05:00.000Z\"",
        "\"at\": \"2026-01-12T14:05:00.000Z\", \"by\": null",
    );
    check("nulls", nulls.as_bytes());
    let nulls =
        text.replacen("\"left_out\": {", "\"said\": null, \"survey\": null, \"left_out\": {", 1);
    check("more nulls", nulls.as_bytes());
}

#[test]
fn what_is_in_doubt_is_refused() {
    let text = String::from_utf8(fixture("v1/audit.json")).unwrap();
    let refused = |how: &str, bytes: &[u8]| assert!(from_bytes(bytes).is_err(), "{how}");
    refused("two files", format!("{text}\n{text}").as_bytes());
    refused("something of another file", format!("{{}}{text}").as_bytes());
    refused("half a letter", &utf_16(&text, u16::to_le_bytes)[1..]);
    refused("another alphabet", &text.chars().map(|c| c as u8).collect::<Vec<u8>>());
    refused("a number for a name", text.replace("\"Annual audit 2026\"", "2026").as_bytes());
    refused("half", text.replace("\"version\": 1,", "\"version\": 1.5,").as_bytes());
    refused("only words", b"Dear Jo, here it is: {}");
}

#[test]
fn odd_values_are_what_they_are_meant_to_be() {
    assert_eq!(open_audit("odd/type-text-is-null.json").name(), "");
    assert_eq!(open_audit("odd/version-text.json").id, "audit-1");
    assert_eq!(open_audit("odd/survey-threshold-text.json").survey.unwrap().threshold, 5);
}

fn open_backup(path: &str) -> Backup {
    match from_bytes(&fixture(path)) {
        Ok(File::Backup(backup)) => *backup,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn one_bad_record_keeps_no_other_from_being_opened() {
    let good: serde_json::Value = serde_json::from_slice(&fixture("v1/backup.json")).unwrap();
    let mut spoilt = good.clone();
    let mut bad = good["data"]["audits"][0].clone();
    bad["id"] = "bad-1".into();
    bad["actions"][0]["status"] = "in_progress".into();
    bad["colour"] = "green".into();
    spoilt["data"]["audits"].as_array_mut().unwrap().insert(1, bad.clone());
    let Ok(File::Backup(opened)) = from_text(&spoilt.to_string()) else { panic!() };
    let whole = open_backup("v1/backup.json");
    assert_eq!(Backup { spoilt: Vec::new(), ..*opened.clone() }, whole);
    let [Spoilt { part, name, problem, .. }] = &opened.spoilt[..] else { panic!() };
    assert_eq!((*part, name.as_str()), (Part::Record(RecordKind::Audit), "Annual audit 2026"));
    assert_eq!(
        problem.to_string(),
        "There is a mistake in this file, in “data.audits[1].actions[0].status”: “in_progress” is not one of the words allowed here (“not_started”, “under_way”, “done”, “dropped”)."
    );
    // Saved as it came, it opens once the mistake is mended.
    let saved = opened.spoilt[0].text(at(0));
    let json: serde_json::Value = serde_json::from_str(&saved).unwrap();
    assert_eq!(json["data"], bad);
    let mended = from_text(&saved.replace("in_progress", "under_way")).unwrap().record().unwrap();
    assert_eq!(&mended.id, "bad-1");
    assert_eq!(mended.beyond.later().names(), ["colour"]);
}

#[test]
fn whatever_part_of_a_backup_is_bad_the_others_open() {
    let check = |path: &[&str], value: serde_json::Value, expected: Part, place: &str| {
        let mut json: serde_json::Value =
            serde_json::from_slice(&fixture("v1/backup.json")).unwrap();
        let mut field = &mut json["data"];
        for step in path {
            field = match step.parse::<usize>() {
                Ok(index) => &mut field[index],
                Err(_) => &mut field[*step],
            };
        }
        *field = value;
        let Ok(File::Backup(backup)) = from_text(&json.to_string()) else { panic!("{path:?}") };
        let [spoilt] = &backup.spoilt[..] else { panic!("{path:?}: {:?}", backup.spoilt) };
        assert_eq!(spoilt.part, expected);
        assert!(spoilt.problem.to_string().contains(place), "{}", spoilt.problem);
    };
    let audit = Part::Record(RecordKind::Audit);
    check(&["audits", "0"], "no record".into(), audit, "“data.audits[0]”");
    check(&["audits", "1", "id"], "a/1".into(), audit, "“a/1”");
    check(&["audits", "1", "framework"], "other".into(), audit, "“other”");
    check(&["settings", "theme"], "pink".into(), Part::Settings, "“data.settings.theme”");
    check(&["wording", "texts"], 5.into(), Part::Wording, "“data.wording.texts”");
    check(
        &["teams"],
        serde_json::json!([{ "id": "t" }]),
        Part::Record(RecordKind::Team),
        "“data.teams[0]”",
    );
    let twice = open_backup("odd/same-id-audits.json");
    assert_eq!((twice.records.len(), twice.spoilt.len()), (1, 1));
    assert_eq!(
        twice.spoilt[0].problem.to_string(),
        "Two of the records in this file have the same id, “audit-1”."
    );
    let other = open_backup("odd/backup-with-bad-audit.json");
    assert_eq!((other.records.len(), other.spoilt.len()), (1, 1));
}

#[test]
fn what_a_later_cairn_wrote_is_named() {
    let check = |path: &str, name: &str| {
        let file = from_bytes(&fixture(&format!("later/{path}.json")));
        let record = file.unwrap().record().unwrap();
        assert_eq!(record.beyond.later().names(), [name], "{path}");
    };
    check("extra-field-action", "priority");
    check("extra-field-envelope", "colour");
    check("extra-field-proto", "__proto__");
    check("learner-last-year-list", "wishes");
    check("team-question-seven", "q7.reflection");
    check("survey-extra-field", "invitees");
    check("tally-answers-of-one", "responses");
    check("last-survey-comments", "comments");
}

// Files that are refused.

fn check_refused(name: &str, bytes: &[u8], expected: &str) {
    match from_bytes(bytes) {
        Ok(file) => panic!("{name} opened: {file:?}"),
        Err(problem) => assert_eq!(problem.to_string(), expected, "{name}"),
    }
}

#[test]
fn a_bad_file_is_refused_with_a_sentence() {
    let mut untested: Vec<String> =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
    let mut wrong = Vec::new();
    for (name, expected) in BAD {
        let name = format!("{name}.json");
        match from_bytes(&fixture(&format!("bad/{name}"))) {
            Ok(_) => wrong.push(format!("{name} opened")),
            Err(problem) if problem.to_string() != *expected => {
                wrong.push(format!("{name}: {problem}"));
            }
            Err(_) => {}
        }
        untested.retain(|left| *left != name);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(untested, [""; 0], "each has its sentence in the table");
}

const BAD_VERSION: &str = "This file does not say which Cairn can open it: its “version” is missing or wrong. Perhaps it was changed by hand or by another program. Ask for it to be saved from Cairn again.";

const BAD: &[(&str, &str)] = &[
    (
        "array-like-an-envelope",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "array",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "bad-escape",
        "This is not a Cairn file, or it was damaged: in line 26 there is a wrongly written character.",
    ),
    (
        "date-is-number",
        "There is a mistake in this file, in “data.evidence[0].date”: this should be text, but it is a number.",
    ),
    (
        "date-no-such-day",
        "There is a mistake in this file, in “data.evidence[0].date”: there is no such day as 2026-02-31.",
    ),
    (
        "date-other-form",
        "There is a mistake in this file, in “data.evidence[0].date”: “1/12/2025” is not a date such as 2026-11-22.",
    ),
    (
        "framework-other",
        "This file is for the framework “my-own”. This Cairn has only the Continuous Learning Framework (“clf”).",
    ),
    (
        "id-action",
        "Among the actions in this file, one has the id “a/1”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-colon",
        "Among the audits in this file, one has the id “a:b”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-dots",
        "Among the audits in this file, one has the id “../../etc”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-empty",
        "Among the audits in this file, one has the id “”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-evidence",
        "Among the items of evidence in this file, one has the id “e 1”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-letter-beyond-a-z",
        "Among the audits in this file, one has the id “aüdit”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-long",
        "Among the audits in this file, one has the id “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-script",
        "Among the audits in this file, one has the id “<script>”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-slash",
        "Among the audits in this file, one has the id “a/b”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "id-space",
        "Among the audits in this file, one has the id “audit 1”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    ("kind-missing", "There is a mistake in this file: “kind” is missing."),
    (
        "kind-nonsense",
        "This is a Cairn file of the kind “nonsense”, which this Cairn cannot open. It opens audits, teams, people, organisations, backups, discussion cards, wording packs and answers to surveys.",
    ),
    (
        "kind-number",
        "There is a mistake in this file, in “kind”: this should be text, but it is a number.",
    ),
    ("kind-other-content", "There is a mistake in this file, in “data”: “audits” is missing."),
    (
        "kind-right-to-left",
        "This is a Cairn file of the kind “audit�tidua”, which this Cairn cannot open. It opens audits, teams, people, organisations, backups, discussion cards, wording packs and answers to surveys.",
    ),
    ("kind-survey-response", "There is a mistake in this file, in “data”: “survey” is missing."),
    (
        "kind-team",
        "There is a mistake in this file, in “data.framework”: Cairn does not know “framework” in this place.",
    ),
    (
        "learner-last-year-level",
        "There is a mistake in this file, in “data.last_year.lists.standards[0].level”: “perfect” is not one of the words allowed here (“beginning”, “growing”, “secure”, “leading”).",
    ),
    (
        "learner-needs",
        "There is a mistake in this file, in “data.needs”: Cairn does not know “needs” in this place.",
    ),
    (
        "learner-quarters-half",
        "There is a mistake in this file, in “data.diary[0].quarters”: this should be a whole number, but it is a number.",
    ),
    (
        "learner-quarters-over",
        "There is a mistake in this file, in “data.diary[0].quarters”: this number is at most 10000.",
    ),
    ("learner-same-id", "Two of the items in this file have the same id, “t1”."),
    (
        "learner-shared-text",
        "There is a mistake in this file, in “data.targets[0].shared”: this should be true or false, but it is text.",
    ),
    (
        "learner-way-unknown",
        "There is a mistake in this file, in “data.diary[0].way”: “holiday” is not one of the words allowed here (“on_the_job”, “formal”, “reading”, “shadowing”, “mentoring”, “research”, “meeting”, “other”).",
    ),
    (
        "learner-year-starts",
        "There is a mistake in this file, in “data.answers.year_starts.value”: there is no such day as 2026-02-30.",
    ),
    (
        "lone-low-surrogate",
        "This is not a Cairn file, or it was damaged: in line 26 there is half of a character.",
    ),
    (
        "lone-surrogate",
        "This is not a Cairn file, or it was damaged: in line 26 there is half of a character.",
    ),
    ("missing-data", "There is a mistake in this file: “data” is missing."),
    (
        "missing-evidence-title",
        "There is a mistake in this file, in “data.evidence[0]”: “title” is missing.",
    ),
    ("missing-name", "There is a mistake in this file, in “data”: “name” is missing."),
    ("missing-saved-at", "There is a mistake in this file: “saved_at” is missing."),
    (
        "not-json",
        "This is not a Cairn file, or it was damaged: in line 1 there is something that does not belong there.",
    ),
    (
        "null",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "number",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "other-format",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "other-object",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "other-texts",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "organisation-counts-four",
        "There is a mistake in this file, in “data.rounds[1].counts.c01”: there should be 5 numbers here.",
    ),
    (
        "organisation-counts-huge",
        "There is a mistake in this file, in “data.rounds[1].counts.c01[4]”: this number is at most 100000.",
    ),
    ("organisation-last-item-twice", "Two of the items in this file have the same id, “k1”."),
    (
        "organisation-question-is-list",
        "There is a mistake in this file, in “data.cards[0].questions”: this should be a group of named fields, but it is a list.",
    ),
    (
        "organisation-state-unknown",
        "There is a mistake in this file, in “data.sessions[1].state”: “cancelled” is not one of the words allowed here (“planned”, “held”).",
    ),
    (
        "organisation-step-number",
        "There is a mistake in this file, in “data.rounds[0].steps.c02”: this should be one of the words that Cairn knows here, but it is a number.",
    ),
    (
        "organisation-step-unknown",
        "There is a mistake in this file, in “data.rounds[0].steps.c02”: “very_true” is not one of the words allowed here (“not_true”, “a_little_true”, “mostly_true”, “fully_true”).",
    ),
    (
        "organisation-votes-half",
        "There is a mistake in this file, in “data.sessions[0].votes[2]”: this should be a whole number, but it is a number.",
    ),
    (
        "organisation-votes-of-whom",
        "There is a mistake in this file, in “data.sessions[0].votes”: this should be a list, but it is a group of named fields.",
    ),
    (
        "organisation-votes-three",
        "There is a mistake in this file, in “data.sessions[0].votes”: there should be 4 numbers here.",
    ),
    (
        "plain-wording-list",
        "There is a mistake in this file, in “1A.o2”: this should be text, but it is a list.",
    ),
    ("plain-wording-twice", "There is a mistake in this file: “1A.q1” is here twice."),
    (
        "raw-line-end",
        "This is not a Cairn file, or it was damaged: in line 26 there is a control character, which a text cannot hold.",
    ),
    (
        "raw-nul",
        "This is not a Cairn file, or it was damaged: in line 26 there is a control character, which a text cannot hold.",
    ),
    ("same-id-actions", "Two of the actions in this file have the same id, “a1”."),
    (
        "same-id-evidence-and-action",
        "Two of the items of evidence and actions in this file have the same id, “e1”.",
    ),
    ("same-id-evidence", "Two of the items of evidence in this file have the same id, “e1”."),
    ("same-key-data", "There is a mistake in this file, in “data”: “notes” is here twice."),
    (
        "same-key-reflections",
        "There is a mistake in this file, in “data.reflections”: “1A.q1” is here twice.",
    ),
    (
        "single-quotes",
        "This is not a Cairn file, or it was damaged: in line 1 there is something that does not belong there.",
    ),
    (
        "string",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "team-clarity-number",
        "There is a mistake in this file, in “data.answers.q1.clarity.value”: this should be one of the words that Cairn knows here, but it is a number.",
    ),
    (
        "team-clarity-unknown",
        "There is a mistake in this file, in “data.answers.q1.clarity.value”: “very_clear” is not one of the words allowed here (“not_clear”, “partly_clear”, “mostly_clear”, “clear”).",
    ),
    (
        "team-last-year-name-missing",
        "There is a mistake in this file, in “data.last_year”: “name” is missing.",
    ),
    (
        "team-need-due-no-such-day",
        "There is a mistake in this file, in “data.needs[0].due”: there is no such day as 2027-02-29.",
    ),
    (
        "team-need-flag-text",
        "There is a mistake in this file, in “data.needs[0].from_members”: this should be true or false, but it is text.",
    ),
    (
        "team-need-from-unknown",
        "There is a mistake in this file, in “data.needs[0].from[0].kind”: “course” is not one of the words allowed here (“audit”, “team”, “learner”, “organisation”).",
    ),
    (
        "team-need-id",
        "Among the items in this file, one has the id “need 1”. That is not an id that Cairn makes: ids are 1 to 64 letters (a to z), digits, dots and hyphens.",
    ),
    (
        "team-need-questions-list",
        "There is a mistake in this file, in “data.needs[0].questions”: this should be a group of named fields, but it is a list.",
    ),
    ("team-needs-same-id", "Two of the items in this file have the same id, “need-1”."),
    (
        "time-no-such-day",
        "There is a mistake in this file, in “data.created_at”: there is no such day as 2026-02-31.",
    ),
    (
        "time-other-form",
        "There is a mistake in this file, in “data.created_at”: “yesterday” is not a time such as 2026-11-22T10:42:03Z.",
    ),
    (
        "trailing-comma",
        "This is not a Cairn file, or it was damaged: in line 5 there is something that does not belong there.",
    ),
    (
        "true",
        "This is not a Cairn file, although it looks a little like one. Choose the file that was saved from Cairn.",
    ),
    (
        "truncated",
        "This file is not complete: it stops in the middle, in line 28. Ask for it to be sent again.",
    ),
    (
        "two-files",
        "This is not a Cairn file, or it was damaged: in line 63 there is something after the end.",
    ),
    (
        "type-data-is-text",
        "There is a mistake in this file, in “data”: this should be a group of named fields, but it is text.",
    ),
    (
        "type-flag-is-text",
        "There is a mistake in this file, in “data.left_out.2.left_out”: this should be true or false, but it is text.",
    ),
    (
        "type-group-is-text",
        "There is a mistake in this file, in “data.reflections”: this should be a group of named fields, but it is text.",
    ),
    (
        "type-judgement-is-flag",
        "There is a mistake in this file, in “data.judgements.1A.o1.judgement”: this should be one of the words that Cairn knows here, but it is true or false.",
    ),
    (
        "type-list-is-group",
        "There is a mistake in this file, in “data.evidence”: this should be a list, but it is a group of named fields.",
    ),
    (
        "type-status-is-number",
        "There is a mistake in this file, in “data.actions[0].status”: this should be one of the words that Cairn knows here, but it is a number.",
    ),
    (
        "type-text-is-group",
        "There is a mistake in this file, in “data.actions[0].owner”: this should be text, but it is a group of named fields.",
    ),
    (
        "type-text-is-list",
        "There is a mistake in this file, in “data.evidence[0].title”: this should be text, but it is a list.",
    ),
    (
        "type-text-is-number",
        "There is a mistake in this file, in “data.reflections.1A.q1.text”: this should be text, but it is a number.",
    ),
    (
        "unknown-judgement",
        "There is a mistake in this file, in “data.judgements.1A.o1.judgement”: “yes`, expected” is not one of the words allowed here (“achieved”, “not_achieved”, “dont_know”, “not_answered”).",
    ),
    (
        "unknown-status",
        "There is a mistake in this file, in “data.actions[0].status”: “finished” is not one of the words allowed here (“not_started”, “under_way”, “done”, “dropped”).",
    ),
    ("version-beyond-numbers", BAD_VERSION),
    (
        "version-far-newer",
        "This file was made by a newer Cairn (file version 18446744073709551615; this one opens files up to version 1). Reload this page to get the newest Cairn, then open the file again.",
    ),
    ("version-half", BAD_VERSION),
    ("version-huge", BAD_VERSION),
    ("version-missing", BAD_VERSION),
    ("version-negative", BAD_VERSION),
    (
        "version-newer",
        "This file was made by a newer Cairn (file version 2; this one opens files up to version 1). Reload this page to get the newest Cairn, then open the file again.",
    ),
    ("version-twice", "There is a mistake in this file: “version” is here twice."),
    ("version-zero", BAD_VERSION),
    (
        "wording-number",
        "There is a mistake in this file, in “data.texts.1A.q1”: this should be text, but it is a number.",
    ),
    (
        "wording-other-framework",
        "This file is for the framework “my-own”. This Cairn has only the Continuous Learning Framework (“clf”).",
    ),
    (
        "survey-threshold-two",
        "There is a mistake in this file, in “data.survey.threshold”: this number should be from 3 to 100000.",
    ),
    (
        "survey-threshold-missing",
        "There is a mistake in this file, in “data.survey”: “threshold” is missing.",
    ),
    (
        "survey-cut-off-zero",
        "There is a mistake in this file, in “data.survey.cut_off”: this number should be from 1 to 100.",
    ),
    (
        "survey-cut-off-over",
        "There is a mistake in this file, in “data.survey.cut_off”: this number should be from 1 to 100.",
    ),
    (
        "survey-invited-over",
        "There is a mistake in this file, in “data.survey.invited”: this number should be from 0 to 100000.",
    ),
    (
        "survey-state-unknown",
        "There is a mistake in this file, in “data.survey.state”: “paused” is not one of the words allowed here (“open”, “closed”).",
    ),
    (
        "survey-closes-no-such-day",
        "There is a mistake in this file, in “data.survey.closes”: there is no such day as 2026-02-30.",
    ),
    (
        "survey-id-capitals",
        "There is a mistake in this file, in “data.survey.id”: this id should be eight small letters and digits, as Cairn makes them.",
    ),
    (
        "tally-survey-missing",
        "There is a mistake in this file, in “data.tally”: “survey” is missing.",
    ),
    (
        "tally-counted-twice",
        "There is a mistake in this file, in “data.tally.counted”: one of these ids is here twice.",
    ),
    (
        "tally-counted-name",
        "There is a mistake in this file, in “data.tally.counted[0]”: this id should be eight small letters and digits, as Cairn makes them.",
    ),
    (
        "tally-counts-five",
        "There is a mistake in this file, in “data.tally.shown.counts.s01”: there should be six numbers here, one for each answer.",
    ),
    (
        "tally-counts-negative",
        "There is a mistake in this file, in “data.tally.shown.counts.s01[5]”: this should be a whole number, but it is a number.",
    ),
    (
        "tally-counts-half",
        "There is a mistake in this file, in “data.tally.shown.counts.s01[0]”: this should be a whole number, but it is a number.",
    ),
    (
        "tally-counts-huge",
        "There is a mistake in this file, in “data.tally.shown.counts.s01”: this number is too large.",
    ),
    (
        "tally-counts-more-than-responses",
        "There is a mistake in this file, in “data.tally.shown”: a statement has 7 answers, but only 6 people answered.",
    ),
    (
        "tally-counts-sum-huge",
        "There is a mistake in this file, in “data.tally.shown”: a statement has 4294967295 answers, but only 6 people answered.",
    ),
    (
        "tally-statement-unknown",
        "There is a mistake in this file, in “data.tally.shown.counts”: Cairn does not know “s25” in this place.",
    ),
    (
        "tally-comment-long",
        "There is a mistake in this file, in “data.tally.shown.comments[0]”: a comment can have 2,000 characters at most.",
    ),
    (
        "tally-waiting-damaged",
        "There is a mistake in this file, in “data.tally.waiting”: the answers that wait to be shown are damaged.",
    ),
    (
        "tally-waiting-cut-short",
        "There is a mistake in this file, in “data.tally.waiting”: the answers that wait to be shown are damaged.",
    ),
    (
        "tally-waiting-plain",
        "There is a mistake in this file, in “data.tally.waiting”: this should be text, but it is a group of named fields.",
    ),
    (
        "proposal-dont-know",
        "There is a mistake in this file, in “data.judgements.1A.s1.survey.proposed”: “dont_know” is not one of the words allowed here (“achieved”, “not_achieved”).",
    ),
    (
        "proposal-over",
        "There is a mistake in this file, in “data.judgements.1A.s1.survey.agreement”: this number should be from 0 to 100.",
    ),
    (
        "last-survey-more-than-responses",
        "There is a mistake in this file, in “data.last_year.survey”: a statement has 10 answers, but only 9 people answered.",
    ),
    (
        "response-statement-unknown",
        "There is a mistake in this file, in “data.answers”: Cairn does not know “s99” in this place.",
    ),
    (
        "response-answer-unknown",
        "There is a mistake in this file, in “data.answers.s01”: “yes” is not one of the words allowed here (“strongly_agree”, “agree”, “neither”, “disagree”, “strongly_disagree”, “dont_know”).",
    ),
    (
        "response-answer-number",
        "There is a mistake in this file, in “data.answers.s01”: this should be one of the words that Cairn knows here, but it is a number.",
    ),
    (
        "response-id-long",
        "There is a mistake in this file, in “data.id”: this id should be eight small letters and digits, as Cairn makes them.",
    ),
    ("response-survey-missing", "There is a mistake in this file, in “data”: “survey” is missing."),
    (
        "response-comment-long",
        "There is a mistake in this file, in “data.comment”: a comment can have 2,000 characters at most.",
    ),
    (
        "response-name",
        "There is a mistake in this file, in “data.name”: Cairn does not know “name” in this place.",
    ),
];

/// Checks that the file `around`, with `json` in the place of its `@`, is refused with this sentence.
fn check_made(around: &str, json: &str, expected: &str) {
    check_refused(around, around.replacen('@', json, 1).as_bytes(), expected);
}

#[test]
fn a_file_that_would_be_too_much_to_store_here_is_refused() {
    check_refused("empty", b"", "This file is empty.");
    check_refused("white space", b" \n\t\r\n", "This file is empty.");
    check_refused("only a mark", b"\xef\xbb\xbf", "This file is empty.");
    let not_text = "This file is not text, so it is not a Cairn file. A Cairn file ends in .json.";
    check_refused("not UTF-8", b"{\"\xff\xfe\"}", not_text);
    check_refused("UTF-16", b"{}\xff\xfe{\0}\0", not_text);

    let large = vec![b' '; 21 * 1024 * 1024];
    check_refused("large", &large, "This file is 21 MB. The largest that Cairn opens is 20 MB.");
    let largest = vec![b' '; MAX_BYTES];
    check_refused("largest", &largest, "This file is empty.");
    let text = String::from_utf8(large).unwrap();
    assert_eq!(from_text(&text), Err(ImportError::TooLarge { found: text.len() }));
}

#[test]
fn json_within_json_within_json_is_refused_wherever_it_stands() {
    let lists = "[".repeat(10_000) + &"]".repeat(10_000);
    let groups = "{\"a\":".repeat(10_000) + "1" + &"}".repeat(10_000);
    let unclosed = "[".repeat(10_000);
    let envelope = "{\"format\":\"cairn\",\"version\":1,\"kind\":\"audit\",\"app\":\"\",\"saved_at\":\"2026-01-01T00:00:00Z\",\"data\":@}";
    let within = |data: &str| envelope.replacen('@', data, 1);
    for deep in [lists, groups, unclosed] {
        for around in [
            "@".to_owned(),
            "{\"1A.q1\": @}".to_owned(),
            "{\"format\": @}".to_owned(),
            "{\"format\": \"cairn\", \"more\": @}".to_owned(),
            within("@"),
            within("{\"reflections\": {\"1A.q1\": @}}"),
            within("{\"evidence\": [@]}"),
        ] {
            check_made(
                &around,
                &deep,
                "This is not a Cairn file: it has too many layers (in line 1).",
            );
        }
    }
}

#[test]
fn what_a_sentence_quotes_is_short_and_steers_nothing() {
    let huge = "x".repeat(1_000_000);
    let strange = "\u{7f}\\u0000\u{202e}".repeat(30);
    let file = String::from_utf8(fixture("v1/audit.json")).unwrap();
    for text in [huge.as_str(), &strange] {
        let damaged = [
            file.replacen("\"cairn\",", &format!("\"cairn\", \"{text}\": 1, \"{text}\": 2,"), 1),
            file.replacen("\"kind\": \"audit\"", &format!("\"kind\": \"{text}\""), 1),
            file.replacen("\"version\": 1", &format!("\"version\": \"{text}\""), 1),
            file.replacen("\"framework\": \"clf\"", &format!("\"framework\": \"{text}\""), 1),
            file.replacen("\"1A.q1\": {", &format!("\"{text}\": {{\"text\": 1,"), 1),
            file.replacen(
                "\"1A.q1\": {",
                &format!("\"1A.q1\": {{\"{text}\": 1, \"{text}\": 2,"),
                1,
            ),
            file.replacen("\"1A.q1\": {", &format!("\"{text}\": {{}}, \"1A.q1\": {{"), 1),
            file.replacen("\"m4x2k9-e1\"", &format!("\"{text}\""), 1),
            file.replacen("\"under_way\"", &format!("\"{text}\""), 1),
            file.replacen("\"2026-06-30\"", &format!("\"{text}\""), 1),
            file.replacen("\"2026-01-31T17:00:00.000Z\"", &format!("\"{text}\""), 1),
            file.replacen("\"evidence\": [", &format!("\"evidence\": [\"{text}\","), 1),
            {
                let answer = "{\"text\": \"\", \"changed\": {\"at\": \"2026-01-01T00:00:00Z\"}}";
                let twice = format!("\"{text}\": {answer}, \"{text}\": {answer}, \"1A.q1\"");
                file.replacen("\"1A.q1\"", &twice, 1)
            },
        ];
        for (place, damaged) in damaged.iter().enumerate() {
            let sentence = from_text(damaged).unwrap_err().to_string();
            assert!(sentence.chars().count() < 400, "{place}: {sentence}");
            let steers = |c: char| c.is_control() || c == '\u{202e}';
            assert!(!sentence.chars().any(steers), "{place}: {sentence:?}");
        }
    }
}

#[test]
fn no_sentence_speaks_as_a_programmer() {
    let jargon =
        ["invalid", "expected", "struct", "variant", "sequence", "EOF", "`", "::", "integer"];
    for (name, sentence) in BAD {
        // Words that are quoted from the file may be anything.
        let ours: String = sentence
            .split('“')
            .map(|part| part.split_once('”').map_or(part, |(_, after)| after))
            .collect();
        for word in jargon {
            assert!(!ours.contains(word), "{name}: {sentence}");
        }
        assert!(sentence.ends_with('.') && !sentence.chars().any(char::is_control), "{name}");
    }
}

// What holds of any file.

proptest! {
    #[test]
    fn what_is_written_is_read_back(audit in audit()) {
        let opened = from_text(&record_text(&audit, at(0)));
        prop_assert_eq!(opened, Ok(File::Record(Box::new(audit))));
    }

    #[test]
    fn settling_and_writing_lose_nothing(audit in audit()) {
        let mut settled = audit.clone();
        settled.settle(framework());
        let Ok(File::Record(mut opened)) = from_text(&record_text(&settled, at(0))) else { panic!() };
        prop_assert_eq!(&*opened, &settled);
        opened.settle(framework());
        prop_assert_eq!(&*opened, &settled);
    }

    #[test]
    fn a_backup_is_read_back(
        audits in proptest::collection::vec(audit(), 0..4),
        team in book(RecordKind::Team),
        learner in book(RecordKind::Person),
        organisation in book(RecordKind::Organisation),
        name in text(),
        texts in answers(text(), text(), 0..4),
        shown in proptest::collection::vec((0..9_u32, any::<u32>()), 0..3),
        voted in proptest::collection::vec((0..9_u32, proptest::collection::vec(any::<u32>(), 0..3)), 0..3),
    ) {
        let mut audits = audits;
        for (place, audit) in audits.iter_mut().enumerate() {
            audit.id = format!("audit-{place}");
        }
        let settings = Settings { name: name.clone(), ..Settings::default() };
        let wording = Some(Wording {
            title: name,
            framework: "clf".to_owned(),
            texts,
            ..Wording::default()
        });
        let [mut team, mut learner, mut organisation] = [team, learner, organisation];
        team.id = "team-1".to_owned();
        learner.id = "learner-1".to_owned();
        organisation.id = "organisation-1".to_owned();
        let records = [audits, vec![team, learner, organisation]].concat();
        let shown = shown.into_iter().map(|(id, number)| (format!("S{id}"), number)).collect();
        let voted = voted.into_iter().map(|(id, numbers)| (format!("@{id}"), numbers)).collect();
        let backup = Backup { records, settings, wording, shown, voted, ..Backup::default() };
        let opened = from_text(&backup_text(&backup, at(0)));
        prop_assert_eq!(opened, Ok(File::Backup(Box::new(backup))));
    }

    #[test]
    fn a_damaged_file_opens_or_is_refused(
        damage in proptest::collection::vec((0..4_u8, any::<prop::sample::Index>(), any::<u8>()), 1..4),
        which in 0..5_usize,
    ) {
        let files = ["audit", "backup", "wording", "survey", "survey-response"];
        let mut bytes = fixture(&format!("v1/{}.json", files[which]));
        for (how, place, byte) in damage {
            if bytes.is_empty() {
                break;
            }
            let place = place.index(bytes.len());
            match how {
                0 => bytes[place] = byte,
                1 => drop(bytes.remove(place)),
                2 => bytes.insert(place, byte),
                _ => bytes.truncate(place),
            }
        }
        if let Err(problem) = from_bytes(&bytes) {
            let sentence = problem.to_string();
            prop_assert!(sentence.ends_with('.') && !sentence.chars().any(char::is_control));
            prop_assert!(sentence.chars().count() < 600, "{}", sentence);
        }
    }

    #[test]
    fn any_bytes_open_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = from_bytes(&bytes);
    }

    #[test]
    fn any_text_in_any_place_of_the_envelope_opens_or_is_refused(
        field in 0..6_usize, troublesome in text(),
    ) {
        let mut file: serde_json::Value =
            serde_json::from_slice(&fixture("v1/audit.json")).unwrap();
        let field = ["format", "version", "kind", "app", "saved_at", "data"][field];
        file[field] = serde_json::Value::String(troublesome);
        let opened = from_text(&file.to_string());
        prop_assert_eq!(opened.is_ok(), field == "app");
    }
}

#[test]
fn troublesome_texts_are_kept_in_every_place() {
    for text in TROUBLESOME {
        let mut audit = empty_audit("audit-1");
        let stamp = Stamp { by: text.to_owned(), ..by(0, "") };
        audit.put(&audit.name_slot(), Entry::Filled(Filled::new(text.into(), stamp.clone())));
        let organisation = Entry::Filled(Filled::new(text.into(), stamp));
        audit.put(&Slot::field(&cairn::audit::ORGANISATION), organisation);
        check_kept(&audit);
    }
}
