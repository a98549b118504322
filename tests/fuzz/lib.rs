//! What has to hold of every file and record that Cairn opens, whichever way it came in.

use cairn::exchange::writing::{backup_text, framework_text, record_text, response_text, wording_text};
use cairn::exchange::{File, from_stored_text};
use cairn::framework::built_in;
use cairn::merge::{has_all_of, merge};
use cairn::moment::Timestamp;
use cairn::records::Record;

/// Checks that a file is read the same after it was written. If it is a record, checks [`record_holds`]
/// too.
pub fn holds(file: &File) {
    let mut file = file.clone();
    if let File::Backup(backup) = &mut file {
        backup.spoilt.clear();
    }
    let text = written(&file);
    assert_eq!(from_stored_text(&text).as_ref(), Ok(&file), "what is written is read the same");
    if let Some(record) = file.record() {
        record_holds(record);
    }
}

/// Settles a record. Checks that it is read the same after it was written, that merging it with itself
/// changes nothing, and that it has all of itself.
pub fn record_holds(mut record: Record) {
    record.settle(&built_in());
    let text = record_text(&record, Timestamp::START);
    let again = from_stored_text(&text).ok().and_then(File::record);
    assert_eq!(again.as_ref(), Some(&record), "a settled record is read the same");
    let mut merged = record.clone();
    assert_eq!(merge(&mut merged, &record, &[]), []);
    assert_eq!(merged, record, "a record that meets itself stays as it is");
    assert!(has_all_of(&record, &record));
}

fn written(file: &File) -> String {
    let now = Timestamp::START;
    match file {
        File::Record(record) => record_text(record, now),
        File::Backup(backup) => backup_text(backup, now),
        File::Framework(framework) => framework_text(framework, now),
        File::Wording(wording) => wording_text(wording, now),
        File::Response(response) => response_text(response, now),
    }
}
