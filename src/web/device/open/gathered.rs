//! What was found in all files together.

use leptos::prelude::*;

use crate::exchange::Backup;
use crate::records::Record;

/// What is there to bring in, each with what the person wants done with it.
#[derive(Default)]
pub struct Gathered {
    pub records: Vec<(Record, RwSignal<&'static str>)>,
    /// Backups without their records, and whether their settings are wanted.
    pub backups: Vec<(Backup, RwSignal<bool>)>,
}
