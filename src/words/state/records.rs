//! The notices about records: they were opened, changed, undone, or put into the bin.

use crate::form::List;
use crate::record::RecordKind;
use crate::records::Record;
use crate::words::{record, record_name, records, the, verb_for};
use crate::workspace::{OpenError, StoreError};

// --- the examples and the bin

pub const EXAMPLES_HERE: &str =
    "The examples of an audit, a team, a person and an organisation are on this device now.";
pub const EXAMPLE_IS_NO_RECORD: &str = "The example could not be opened.";

/// An example could not be fetched from the web site.
pub fn example_not_fetched(reason: &str) -> String {
    format!("The example could not be fetched ({reason}). Are you online?")
}

/// A record went into the bin.
pub fn in_bin(kind: RecordKind) -> String {
    let stays = verb_for(
        kind,
        " is in the bin, and stays there for at least 30 days.",
        " are in the bin, and stay there for at least 30 days.",
    );
    [the(kind), stays].concat()
}

/// A record came out of the bin.
pub fn is_back(kind: RecordKind) -> String {
    [the(kind), verb_for(kind, " is back.", " are back.")].concat()
}

/// Why a record could not be opened; also below the heading of its page.
pub fn could_not_open(error: &OpenError, kind: RecordKind) -> String {
    let why = match error {
        OpenError::Missing => verb_for(kind, " is not on this device.", " are not on this device."),
        OpenError::Newer => verb_for(
            kind,
            " was saved by a newer Cairn, and is untouched. Reload this page to get the newest Cairn.",
            " were saved by a newer Cairn, and are untouched. Reload this page to get the newest Cairn.",
        ),
        OpenError::InBin => verb_for(
            kind,
            " is in the bin. Have it back to read it or to work on it.",
            " are in the bin. Have them back to read them or to work on them.",
        ),
        OpenError::SetAside => {
            " could not be read. Cairn has put this aside exactly as it was. You can save it as a file from the home page."
        }
        OpenError::Store(error) => {
            return format!("That did not work: {error}. Nothing was lost.");
        }
    };
    [the(kind), why].concat()
}

// --- opening files, and going back to an earlier copy

/// In the list of earlier copies, after “before”: what each was kept before. [`UNDOING_IMPORT`] and
/// [`GOING_BACK`] are others.
pub const OPENING_FILE: &str = "opening a file";
pub const UNDOING_IMPORT: &str = "undoing “Open a file”";
pub const GOING_BACK: &str = "going back to an earlier copy";

pub const IMPORT_NOT_UNDONE: &str =
    "Not all of what came from the file could be undone. Nothing was lost.";
pub const IMPORT_UNDONE: &str = "Undone: what you opened from the file is in the bin.";
pub const COPY_NOT_READ: &str = "That copy could not be read. Nothing was changed.";

/// The name of a record from a file that is opened beside a record of the same name.
pub fn copy_of(name: &str) -> String {
    [name, " (copy)"].concat()
}

/// Records of these kinds were opened from a file. `all_saved` is false when some are not saved yet.
pub fn opened(kinds: &[RecordKind], all_saved: bool) -> String {
    let trouble = if all_saved {
        ""
    } else {
        " Not everything is saved yet: see “Not saved” at the top."
    };
    let came_in = match kinds {
        [kind] => match kind {
            RecordKind::Person => "1 person’s pages were".to_owned(),
            kind => ["1 ", record(*kind), " was"].concat(),
        },
        [kind, others @ ..] if others.iter().all(|other| other == kind) => {
            format!("{} {} were", kinds.len(), records(*kind))
        }
        _ => format!("{} records were", kinds.len()),
    };
    [&came_in, " opened from the file.", trouble].concat()
}

/// A record from a file had replaced one on this device, and that was undone.
pub fn replacement_undone(kind: RecordKind) -> String {
    ["Undone. ", the(kind), verb_for(kind, " is as it was", " are as they were"), " before."]
        .concat()
}

/// A record was not replaced, because there was no space for a copy of it.
pub fn no_room_for_copy(error: &StoreError) -> String {
    format!("Nothing was changed, because there was no space to keep a copy first: {error}.")
}

/// A record was not opened from a file: its votes have results, and there was no space to remember how
/// many had voted.
pub fn no_room_for_results(record: &Record) -> String {
    let name = record_name(record.name(), record.kind());
    format!(
        "“{name}” was not opened, because there is no space left on this device. Make some space, then open it again."
    )
}

/// A record was put back to an earlier copy.
pub fn gone_back(kind: RecordKind) -> String {
    [the(kind), verb_for(kind, " is as it was", " are as they were"), " in that copy."].concat()
}

/// An earlier copy could not be read from the storage.
pub fn copy_not_read(error: &StoreError) -> String {
    format!("That copy could not be read: {error}.")
}

// --- edits

pub const TOO_LONG: &str = "This text is longer than 500,000 characters, the most that Cairn can keep. What you typed or pasted last is not saved. Please move part of the text to another field or a file.";
pub const CARDS_ADDED: &str = "Added to the discussion cards.";
pub const IN_THE_PLAN: &str = "It is in the plan.";

/// An item was removed.
pub fn removed(list: &List) -> String {
    ["The ", list.singular(), " was removed."].concat()
}

/// An item was added to another record.
pub fn added_to(name: &str) -> String {
    ["Added to “", name, "”."].concat()
}

/// For screen readers: a suggested source of evidence was tapped, and added as a new item.
pub fn evidence_added(title: &str) -> String {
    ["Added to the evidence: ", title].concat()
}

/// For screen readers: a suggested source was tapped, and the item of that title was linked to the area.
pub fn linked(title: &str) -> String {
    ["Linked: ", title].concat()
}

/// For screen readers: a suggested source was tapped, and the item of that title was unlinked from the
/// area.
pub fn unlinked(title: &str) -> String {
    ["No longer linked: ", title].concat()
}

// --- steps back and forward

pub const STAYS: &str = "That stays as it is. You cannot undo results of a survey or a vote that have shown or are in a file, or what people were promised.";
pub const CHANGED_ELSEWHERE: &str =
    "It has changed in the other record since then, so it stays in both.";
pub const UNDONE_IN_BOTH: &str = "Undone in both records.";
pub const DONE_AGAIN_IN_BOTH: &str = "Done again in both records.";
pub const VERSION_BACK: &str = "Undone: your earlier version is back.";
pub const VERSION_AGAIN: &str = "Done again: the other version is back.";

/// Something was undone; `what` is its name.
pub fn undone(what: &str) -> String {
    ["Undone: ", what, "."].concat()
}

/// Something that was undone was done again; `what` is its name.
pub fn done_again(what: &str) -> String {
    ["Done again: ", what, "."].concat()
}
