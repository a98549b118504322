//! The sentences of the page on which files are opened. Those about what is in a file are in `found`.

use crate::record::RecordKind;
use crate::words;

pub const HEADING: &str = "Open a file";

pub const LEAD: &str =
    "A Cairn file ends in .json. You will see what is in it before anything changes.";

pub const CHOOSE_FILES: &str = "Choose one or more files, or drop them anywhere on this page";

pub const PASTE: &str = "Or paste the text of a file";

pub const PASTED: &str = "The text of the file";

pub const LOOK_AT_PASTED: &str = "Look at the pasted text";

pub const READING: &str = "Reading…";

pub const FOUND: &str = "What Cairn found";

/// For screen readers: how many files were read.
pub fn read(files: usize) -> String {
    words::count(files, "file was read", "files were read")
}

// --- The button that brings in what was chosen

pub const NOTHING_CHOSEN: &str = "Nothing chosen";

pub const USE_SETTINGS: &str = "Use the settings";

pub const OPEN_COPY: &str = "Open as a separate copy";

pub const REPLACE: &str = "Replace the one on this device";

pub const CLOSE: &str = "Close without opening";

pub const SETTINGS_IN_USE: &str = "The backup’s settings are now in use.";

/// The button that opens one record.
pub fn open_one(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "Open the audit",
        RecordKind::Team => "Open the team",
        RecordKind::Person => "Open the person’s pages",
        RecordKind::Organisation => "Open the organisation",
    }
}

/// The button that opens a `number` of records. `kind` is the kind of all of them, `None` when they
/// differ. `replaced` is how many of them replace a record on this device.
pub fn open_several(number: usize, kind: Option<RecordKind>, replaced: usize) -> String {
    let what = match kind {
        Some(RecordKind::Person) => "people’s pages",
        Some(kind) => words::records(kind),
        None => "records",
    };
    match replaced {
        0 => format!("Open {number} {what}"),
        replaced => format!("Open {number} {what} ({replaced} replaced)"),
    }
}

// --- Discussion cards in a file

pub const CARD_WITHOUT_A_TITLE: &str = "Card without a title";

pub const NO_ORGANISATION: &str = "Discussion cards belong to an organisation, and there is none on this device yet. Start one, then open this file again.";

pub const START_ORGANISATION: &str = "Start an organisation";

pub const WHICH_ORGANISATION: &str = "Which organisation are they for?";

pub const OTHER_CARDS_ARE_THERE: &str = "You already have the others, word for word.";

/// How many discussion cards are in the file.
pub fn cards(number: usize) -> String {
    [&words::count(number, "discussion card", "discussion cards"), "."].concat()
}

/// The cards will be added to this organisation, the only one on this device.
pub fn cards_for(organisation: &str) -> String {
    ["They are for “", organisation, "”."].concat()
}

/// The organisation has every one of the file's cards already.
pub fn all_cards_are_there(number: usize) -> &'static str {
    match number {
        1 => "You already have this card, word for word. There is nothing to add.",
        _ => "You already have all these cards, word for word. There is nothing to add.",
    }
}

/// The button that adds the cards that are new to the organisation.
pub fn add_cards(number: usize) -> String {
    ["Add ", &words::count(number, "card", "cards")].concat()
}
