//! The sentences around the pages of every record.

use crate::record::RecordKind;
use crate::words::record;

pub const HAVE_BACK: &str = "Have it back";

pub const GO_HOME: &str = "Go to the home page";

pub const EXAMPLE: &str = "Example";

pub const UNDO: &str = "Undo";

pub const REDO: &str = "Redo";

pub const UNDO_AND_REDO: &str = "Undo and redo";

pub const ALL_PAGES: &str = "All pages";

pub const NEXT_STEP: &str = "Your next step";

/// The heading in place of a record that is not open; the reason stands below it.
pub fn not_open(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Audit => "This audit is not open",
        RecordKind::Team => "This team is not open",
        RecordKind::Person => "This person’s pages are not open",
        RecordKind::Organisation => "This organisation is not open",
    }
}

/// Above the pages of the open record, when another window has put it into the bin.
pub fn binned_elsewhere(kind: RecordKind) -> String {
    let put = match kind {
        RecordKind::Audit => "This audit was put",
        RecordKind::Team => "This team was put",
        RecordKind::Person => "This person’s pages were put",
        RecordKind::Organisation => "This organisation was put",
    };
    [put, " into the bin in another window. What you write here is kept with it there, for at least 30 days."].concat()
}

/// The name of the list of a record's pages, for screen readers.
pub fn pages_of(kind: RecordKind) -> String {
    ["Pages of this ", record(kind)].concat()
}

/// After “All pages”, for screen readers: of which kind of record.
pub fn of_this(kind: RecordKind) -> String {
    [" of this ", record(kind)].concat()
}

// --- Links out of Cairn

/// After a link whose words do not show where it leads: the web site.
pub fn leads_to(place: &str) -> String {
    [" (leads to ", place, ")"].concat()
}

/// After a link that writes an email and whose words do not show to whom: the address.
pub fn writes_to(whom: &str) -> String {
    [" (an email to ", whom, ")"].concat()
}
