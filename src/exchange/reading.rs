//! Reads a file step by step: bytes → text → JSON → kind → content → checks. Nothing that comes in is
//! trusted until it has passed them all. Texts stay texts, and nothing here changes the device.

use std::mem::take;

use crate::exchange::checks::{check_record, check_wording};
use crate::exchange::content;
use crate::exchange::envelope::{File, MAX_BYTES, VERSION, Wording};
use crate::exchange::problem::ImportError;
use crate::exchange::reason::{oddity, said, shown};
use crate::exchange::text::{bare, object_among_words, text_of};
use crate::framework;
use crate::json::limits::within_limits;
use crate::json::tree::TOO_MANY;
use crate::json::{Fields, Json, Mistake, Read, Shape, Wrong, excerpt};
use crate::record::RecordKind;
use crate::records::Record;

/// Reads the bytes of a file. Fails with the first thing that is wrong with it.
pub fn from_bytes(bytes: &[u8]) -> Result<File, ImportError> {
    // A text in UTF-16 can take twice as many bytes as in UTF-8.
    if bytes.len() > 2 * MAX_BYTES {
        return Err(ImportError::TooLarge { found: bytes.len() });
    }
    from_text(&text_of(bytes)?)
}

/// Reads the text of a file. Fails with the first thing that is wrong with it.
pub fn from_text(text: &str) -> Result<File, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { found: text.len() });
    }
    let json = parsed(bare(text))?;
    within_limits(&json)?;
    read(json)
}

/// Reads the text of a file that was stored on this device. Limits are not checked: the text may be
/// older than they are.
pub fn from_stored_text(text: &str) -> Result<File, ImportError> {
    read(parsed(bare(text))?)
}

fn parsed(text: &str) -> Result<Json, ImportError> {
    if text.is_empty() {
        return Err(ImportError::Empty);
    }
    match serde_json::from_str(text) {
        Ok(json) => Ok(json),
        Err(error) => among_words(text).ok_or_else(|| not_json(&error)),
    }
}

/// The one Cairn file inside other text; `None` when there is none, or there may be another.
fn among_words(text: &str) -> Option<Json> {
    let json: Json = serde_json::from_str(object_among_words(text)?).ok()?;
    let Json::Object(fields) = &json else { return None };
    let ours = |(name, value): &(String, Json)| {
        name == "format" && matches!(value, Json::Text(text) if text == "cairn")
    };
    fields.iter().any(ours).then_some(json)
}

fn read(mut json: Json) -> Result<File, ImportError> {
    if is_plain_wording(&json) {
        let (texts, framework) = (json.answers(Json::text)?, "clf".to_owned());
        return Ok(File::Wording(Wording { framework, texts, ..Wording::default() }));
    }
    let mut file = content(&mut json)?;
    match &mut file {
        File::Record(record) => record.beyond = json.left().into(),
        File::Wording(wording) => wording.beyond = json.left().into(),
        File::Backup(backup) => backup.later = json.left(),
        File::Framework(framework) => framework.later = json.left(),
        File::Response(_) => {}
    }
    Ok(file)
}

/// Reads what a file holds. Unknown fields are left in `json`.
fn content(json: &mut Json) -> Result<File, ImportError> {
    let Ok(mut fields) = json.fields() else { return Err(ImportError::NotCairn) };
    let kind = kind(&mut fields)?;
    match kind.as_str() {
        "audit" => one_record(fields, |json| content::record(RecordKind::Audit, json)),
        "team" => one_record(fields, |json| content::record(RecordKind::Team, json)),
        "learner" => one_record(fields, |json| content::record(RecordKind::Person, json)),
        "organisation" => {
            one_record(fields, |json| content::record(RecordKind::Organisation, json))
        }
        "backup" => Ok(File::Backup(Box::new(data(fields, content::backup)?))),
        "wording" => {
            let wording = data(fields, content::wording)?;
            check_wording(&wording)?;
            Ok(File::Wording(wording))
        }
        "survey-response" => Ok(File::Response(Box::new(data(fields, content::response)?))),
        "framework" => Ok(File::Framework(Box::new(data(fields, framework::read::framework)?))),
        other => Err(ImportError::OtherKind { found: excerpt(other) }),
    }
}

fn one_record(
    fields: Fields<'_>,
    read: fn(&mut Json) -> Read<Record>,
) -> Result<File, ImportError> {
    let record = data(fields, read)?;
    check_record(&record)?;
    Ok(File::Record(Box::new(record)))
}

/// Takes the fields that say what a file is, and gives its kind. Fails unless the file is from Cairn,
/// in a version that can be opened here.
fn kind(fields: &mut Fields<'_>) -> Result<String, ImportError> {
    let format = fields.maybe("format", Json::text);
    if fields.so_far().is_err() || format.as_deref() != Some("cairn") {
        return Err(ImportError::NotCairn);
    }
    let version = fields.maybe("version", Json::whole);
    match (fields.so_far(), version) {
        (Ok(()), Some(found)) if found > VERSION as usize => {
            return Err(ImportError::NewerVersion { found: found as u64, supported: VERSION });
        }
        (Ok(()), Some(1..)) => {}
        (Err(mistake), _) if matches!(mistake.wrong, Wrong::Twice(_)) => return Err(mistake.into()),
        _ => return Err(ImportError::BadVersion),
    }
    let kind = fields.get("kind", |json| Ok(take(json)));
    fields.so_far()?;
    match kind {
        Json::Text(kind) => Ok(kind),
        found => {
            let wrong = Wrong::Type { expected: Shape::Text, found: found.shape() };
            Err(ImportError::Field { path: "kind".to_owned(), wrong })
        }
    }
}

/// A bare `{id: text}` object is taken for a wording pack when any of its ids is the framework's.
fn is_plain_wording(json: &Json) -> bool {
    let Json::Object(fields) = json else { return false };
    let ids = framework::built_in().text_ids();
    fields.iter().any(|(id, _)| ids.contains(id))
}

/// Reads the content of a file by `read`, and checks the rest of the envelope.
fn data<T>(mut fields: Fields<'_>, read: fn(&mut Json) -> Read<T>) -> Result<T, ImportError> {
    let data = fields.needed("data", read);
    let _ = fields.text("app");
    fields.get("saved_at", content::timestamp);
    let data = fields.done(data)?;
    data.ok_or_else(|| Box::<Mistake>::from(Wrong::Missing("data")).into())
}

impl From<Box<Mistake>> for ImportError {
    fn from(mistake: Box<Mistake>) -> ImportError {
        ImportError::Field { path: shown(mistake.place()), wrong: mistake.wrong }
    }
}

fn not_json(error: &serde_json::Error) -> ImportError {
    // When a line end is what is wrong, serde_json names the next line and its column 0.
    let line = error.line() - usize::from(error.column() == 0);
    let said = said(error);
    if said.starts_with(TOO_MANY) {
        ImportError::TooMuch { line }
    } else if said.starts_with("recursion limit") {
        ImportError::TooDeep { line }
    } else if error.is_eof() {
        ImportError::Truncated { line }
    } else {
        ImportError::NotJson { line, oddity: oddity(&said) }
    }
}
