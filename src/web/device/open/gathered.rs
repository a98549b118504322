//! What can be brought in from all files together.

use leptos::prelude::*;

use crate::exchange::Backup;
use crate::records::Record;

/// The records and backups in all files, each with what the person has chosen for it.
#[derive(Default)]
pub struct Gathered {
    pub records: Vec<(Record, RwSignal<&'static str>)>,
    /// Backups without their records, and whether their settings are wanted.
    pub backups: Vec<(Backup, RwSignal<bool>)>,
    /// The records on this device in which answers to a survey wait, read once for all files; `None`
    /// before they were asked for.
    pub waiting: Option<Vec<Record>>,
}
