//! What the first page asks of the code that reads, writes, merges and saves records. That code is
//! fetched with the first page that needs it; the home page only lists labels, and does without.
//!
//! Until that code is here, no record is open, so there is nothing to save and nothing to undo. Once it
//! is here, jobs are done at once and not by way of a future, which would never run on a page that is
//! being left.

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::state::notices::Reversal;

/// Something to be done with records.
pub enum Job {
    /// Start a new audit, and open it.
    StartAudit {
        /// The name of the audit.
        name: String,
        /// The organisation.
        organisation: String,
    },
    /// Start next year's audit, and open it.
    StartNextYear {
        /// The id of this year's audit.
        id: String,
        /// The name of next year's audit.
        name: String,
    },
    /// Put the filled-in example of a kind on this device, and open it.
    OpenExample(RecordKind),
    /// Save the record with this id as a file.
    Export(String),
    /// Save everything as a file.
    ExportEverything,
    /// Save what could not be read, under this key, as a file.
    ExportUnreadable(String),
    /// Put the record with this id into the bin.
    PutInBin(String),
    /// Save what could not be saved.
    TryAgain,
    /// Undo the last edit.
    Undo,
    /// Make the last undone edit again.
    Redo,
    /// Do what the button beside a notice offers.
    Reverse(Reversal),
    /// Save the open record, as the page may be gone in a moment.
    Save,
    /// The address names another page: save the open record, and open the record of that page.
    Arrive(Route),
    /// Take in what another tab has written of the record of this kind and id: its stored text, or the
    /// mark that it was deleted for good.
    TakeIn(RecordKind, String, String),
    /// Take in that another tab has changed or discarded the paper sheets under this key.
    TakeInPaper(String),
    /// Discard what is half typed or half done, since another tab has cleared this device.
    ClearToo,
    /// Take in that another tab has changed the settings.
    ReadSettings,
    /// Take in that another tab has put a wording pack on this device, or removed it.
    ReadWording,
}
