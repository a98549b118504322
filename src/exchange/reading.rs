//! Reads a file: bytes → text → JSON → what it is → content → checks. Everything that comes in is
//! hostile until it has passed; texts are only ever texts, and nothing here changes the device.

use crate::audit::Audit;
use crate::book::Book;
use crate::exchange::content;
use crate::exchange::envelope::{File, VERSION, Wording};
use crate::exchange::problem::ImportError;
use crate::exchange::reason::{oddity, said, shown};
use crate::framework;
use crate::json::{Fields, Json, Mistake, Read, Wrong, excerpt};
use crate::order::in_order;
use crate::record::RecordKind;

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Reads the bytes of a file. Fails with the first thing that is wrong with it.
pub fn from_bytes(bytes: &[u8]) -> Result<File, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { found: bytes.len() });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| ImportError::NotText { at: error.valid_up_to() + 1 })?;
    from_text(text)
}

/// Reads the text of a file. Fails with the first thing that is wrong with it.
pub fn from_text(text: &str) -> Result<File, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { found: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let json: Json = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    if is_plain_wording(&json) {
        let texts = json.answers(Json::text)?;
        let (title, framework) = (String::new(), "clf".to_owned());
        return Ok(File::Wording(Wording { title, framework, texts }));
    }
    let Ok(mut fields) = json.fields() else { return Err(ImportError::NotCairn) };
    let kind = kind(&mut fields)?;
    match kind.as_str() {
        "audit" => {
            let audit = data(fields, content::audit)?;
            check_audit(&audit)?;
            Ok(File::Audit(Box::new(audit)))
        }
        "team" => one_book(fields, |json| content::book(RecordKind::Team, json)),
        "learner" => one_book(fields, |json| content::book(RecordKind::Learner, json)),
        "organisation" => one_book(fields, |json| content::book(RecordKind::Organisation, json)),
        "backup" => {
            let backup = data(fields, content::backup)?;
            let books = || backup.teams.iter().chain(&backup.learners).chain(&backup.organisations);
            let audits = || backup.audits.iter().map(|audit| &audit.id);
            unique("audits", audits())?;
            unique("records", audits().chain(books().map(|book| &book.id)))?;
            backup.audits.iter().try_for_each(check_audit)?;
            books().try_for_each(check_book)?;
            backup.wording.iter().try_for_each(check_wording)?;
            Ok(File::Backup(Box::new(backup)))
        }
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

fn one_book(fields: Fields, read: fn(Json) -> Read<Book>) -> Result<File, ImportError> {
    let book = data(fields, read)?;
    check_book(&book)?;
    Ok(File::Book(Box::new(book)))
}

/// Takes what says what a file is. Gives the kind of one of ours, of a version that can be opened
/// here.
fn kind(fields: &mut Fields) -> Result<String, ImportError> {
    let format = fields.maybe("format", Ok);
    fields.so_far()?;
    if format != Some(Json::Text("cairn".to_owned())) {
        return Err(ImportError::NotCairn);
    }
    let version = fields.maybe("version", Ok);
    fields.so_far()?;
    match version {
        Some(Json::Whole(found)) if found > u64::from(VERSION) => {
            return Err(ImportError::NewerVersion { found, supported: VERSION });
        }
        Some(Json::Whole(1..)) => {}
        _ => return Err(ImportError::BadVersion),
    }
    let kind = fields.get("kind", Ok);
    fields.so_far()?;
    match kind {
        Json::Text(kind) => Ok(kind),
        found => Err(ImportError::OtherKind { found: found.found().to_owned() }),
    }
}

/// A bare `{id: text}` object is taken for a wording pack when any of its ids is the framework's.
fn is_plain_wording(json: &Json) -> bool {
    let Json::Object(fields) = json else { return false };
    let ids = framework::built_in().text_ids();
    fields.iter().any(|(id, _)| ids.contains(id))
}

/// Reads the content of a file, and what is around it.
fn data<T>(mut fields: Fields, read: fn(Json) -> Read<T>) -> Result<T, ImportError> {
    let data = fields.needed("data", read);
    let _ = fields.text("app");
    fields.get("saved_at", content::timestamp);
    let data = fields.done(data)?;
    data.ok_or_else(|| Box::<Mistake>::from(Wrong::Missing("data")).into())
}

impl From<Box<Mistake>> for ImportError {
    fn from(mistake: Box<Mistake>) -> ImportError {
        ImportError::Field { path: shown(mistake.place()), reason: mistake.wrong.to_string() }
    }
}

fn not_json(error: &serde_json::Error) -> ImportError {
    // A line end where none can stand is found only when the next line has begun.
    let line = error.line() - usize::from(error.column() == 0);
    let said = said(error);
    if said.starts_with("recursion limit") {
        ImportError::TooDeep { line }
    } else if error.is_eof() {
        ImportError::Truncated { line }
    } else {
        ImportError::NotJson { line, reason: oddity(&said).to_owned() }
    }
}

fn check_audit(audit: &Audit) -> Result<(), ImportError> {
    if audit.framework != "clf" {
        return Err(ImportError::OtherFramework { found: excerpt(&audit.framework) });
    }
    check_id("audits", &audit.id)?;
    let evidence = || audit.evidence.iter().map(|evidence| &evidence.id);
    let actions = || audit.actions.iter().map(|action| &action.id);
    unique("items of evidence", evidence())?;
    unique("actions", actions())?;
    // A removal is remembered by id alone, so the two lists share their ids.
    unique("items of evidence and actions", evidence().chain(actions()))
}

fn check_book(book: &Book) -> Result<(), ImportError> {
    check_id("records", &book.id)?;
    unique("items", book.lists.values().flatten().map(|item| &item.id))
}

fn check_wording(wording: &Wording) -> Result<(), ImportError> {
    if wording.framework == "clf" {
        Ok(())
    } else {
        Err(ImportError::OtherFramework { found: excerpt(&wording.framework) })
    }
}

fn unique<'a>(
    what: &'static str,
    ids: impl Iterator<Item = &'a String>,
) -> Result<(), ImportError> {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    ids.iter().try_for_each(|id| check_id(what, id))?;
    let ids = in_order(ids, |one, other| one < other);
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(twice) => Err(ImportError::Duplicate { what, id: twice[0].to_owned() }),
        None => Ok(()),
    }
}

/// Ids stand in addresses and storage keys, so they keep to a plain alphabet.
fn check_id(what: &'static str, id: &str) -> Result<(), ImportError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if (1..=64).contains(&id.len()) && id.chars().all(plain) {
        Ok(())
    } else {
        Err(ImportError::BadId { what, id: excerpt(id) })
    }
}
