//! What has to hold in a record beyond what each of its fields says: ids that are ids, and each once.

use crate::audit::Audit;
use crate::book::Book;
use crate::exchange::envelope::Wording;
use crate::exchange::problem::ImportError;
use crate::json::excerpt;
use crate::order::in_order;

/// Checks an audit.
pub fn check_audit(audit: &Audit) -> Result<(), ImportError> {
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

/// Checks a book.
pub fn check_book(book: &Book) -> Result<(), ImportError> {
    check_id("records", &book.id)?;
    unique("items", book.lists.values().flatten().map(|item| &item.id))
}

/// Checks a wording pack.
pub fn check_wording(wording: &Wording) -> Result<(), ImportError> {
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
