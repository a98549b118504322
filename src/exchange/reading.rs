//! Reads a file: bytes → text → envelope → content → checks. Everything that comes in is hostile
//! until it has passed; texts are only ever texts, and nothing here changes the device.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;

use crate::audit::Audit;
use crate::exchange::envelope::{Backup, Envelope, File, VERSION, Wording};
use crate::exchange::problem::ImportError;
use crate::exchange::reason::{excerpt, mistake, oddity};

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
    match head(text)?.as_str() {
        "audit" => {
            let audit: Audit = data(text)?;
            check_audit(&audit)?;
            Ok(File::Audit(Box::new(audit)))
        }
        "backup" => {
            let backup: Backup = data(text)?;
            unique("audits", backup.audits.iter().map(|audit| &audit.id))?;
            backup.audits.iter().try_for_each(check_audit)?;
            backup.wording.iter().try_for_each(check_wording)?;
            Ok(File::Backup(Box::new(backup)))
        }
        "wording" => {
            let wording: Wording = data(text)?;
            check_wording(&wording)?;
            Ok(File::Wording(wording))
        }
        "framework" => Ok(File::Framework(Box::new(data(text)?))),
        PLAIN_WORDING => {
            let texts = parse::<Texts>(text)?.0;
            Ok(File::Wording(Wording { title: String::new(), framework: "clf".to_owned(), texts }))
        }
        other => Err(ImportError::OtherKind { found: excerpt(other) }),
    }
}

const PLAIN_WORDING: &str = "{id: text}";

/// A wording pack without an envelope.
#[derive(Deserialize)]
struct Texts(#[serde(deserialize_with = "crate::unique::map")] BTreeMap<String, String>);

/// Reads no more than what says what the file is: its kind.
fn head(text: &str) -> Result<String, ImportError> {
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        format: serde_json::Value,
        #[serde(default)]
        version: serde_json::Value,
        #[serde(default)]
        kind: serde_json::Value,
    }
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| not_json(&error))?;
    // A list can pass for an object with its fields in order, but no file of ours is one.
    if !text.trim_start().starts_with('{') {
        return Err(ImportError::NotCairn);
    }
    let head: Head = parse(text)?;
    if head.format.is_null()
        && serde_json::from_str::<Texts>(text).is_ok_and(|texts| looks_like_wording(&texts.0))
    {
        return Ok(PLAIN_WORDING.to_owned());
    }
    if head.format != "cairn" {
        return Err(ImportError::NotCairn);
    }
    match head.version.as_u64() {
        Some(version) if version > u64::from(VERSION) => {
            return Err(ImportError::NewerVersion { found: version, supported: VERSION });
        }
        Some(1..) => {}
        _ => {
            let missing = head.version.is_null();
            let found = if missing { "missing".to_owned() } else { excerpt(head.version) };
            return Err(ImportError::BadVersion { found });
        }
    }
    match head.kind.as_str() {
        Some(kind) => Ok(kind.to_owned()),
        None => Err(ImportError::OtherKind { found: excerpt(head.kind) }),
    }
}

/// A bare `{id: text}` object is taken for a wording pack when any of its ids is the framework's.
fn looks_like_wording(texts: &BTreeMap<String, String>) -> bool {
    let ids = crate::framework::built_in().text_ids();
    texts.keys().any(|id| ids.contains(id))
}

fn data<T: DeserializeOwned>(text: &str) -> Result<T, ImportError> {
    parse::<Envelope<T>>(text).map(|envelope| envelope.data)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ImportError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        // All of the text is known to be JSON: where a value is “expected”, only this one is wrong.
        let wrong_value = error.to_string().starts_with("expected value");
        if error.classify() == Category::Data || wrong_value {
            ImportError::Field { path, line: error.line(), reason: mistake(&error) }
        } else {
            not_json(&error)
        }
    })?;
    deserializer.end().map_err(|error| not_json(&error))?;
    Ok(parsed)
}

fn not_json(error: &serde_json::Error) -> ImportError {
    let (line, column) = (error.line(), error.column());
    if error.to_string().starts_with("recursion limit") {
        ImportError::TooDeep { line }
    } else if error.is_eof() {
        ImportError::Truncated { line }
    } else {
        ImportError::NotJson { line, column, reason: oddity(error).to_owned() }
    }
}

fn check_audit(audit: &Audit) -> Result<(), ImportError> {
    if audit.framework != "clf" {
        return Err(ImportError::OtherFramework { found: excerpt(&audit.framework) });
    }
    check_id("audits", &audit.id)?;
    unique("items of evidence", audit.evidence.iter().map(|evidence| &evidence.id))?;
    unique("actions", audit.actions.iter().map(|action| &action.id))
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
    let mut seen = BTreeSet::new();
    for id in ids {
        check_id(what, id)?;
        if !seen.insert(id) {
            return Err(ImportError::Duplicate { what, id: id.clone() });
        }
    }
    Ok(())
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
