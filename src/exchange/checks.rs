//! Checks what no single field can show: that ids are well formed and unique, and that content is for
//! the built-in framework.

use crate::exchange::envelope::Wording;
use crate::exchange::problem::ImportError;
use crate::form::List;
use crate::json::excerpt;
use crate::order::in_order;
use crate::record::RecordKind;
use crate::records::Record;

/// Checks the ids of a record and of its items, and the framework of an audit.
pub fn check_record(record: &Record) -> Result<(), ImportError> {
    let ids = |list: &List| record.items(list).iter().map(|item| &item.id).collect::<Vec<_>>();
    let lists = || record.form.lists.iter().filter(|list| !list.by_id);
    let all = lists().flat_map(|list| ids(list));
    if record.kind() != RecordKind::Audit {
        check_id("records", &record.id)?;
        return unique("items", all);
    }
    if record.framework != "clf" {
        return Err(ImportError::OtherFramework { found: excerpt(&record.framework) });
    }
    check_id("audits", &record.id)?;
    lists().try_for_each(|list| unique(list.several, ids(list).into_iter()))?;
    // An audit remembers a removal by its id alone, so no id may stand in two of its lists.
    unique("items of evidence and actions", all)
}

/// Checks that a wording pack is for the built-in framework.
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
