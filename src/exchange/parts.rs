//! Divides a file of everything that is larger than Cairn can open into several files. Each of them is
//! a whole file, which can be opened by itself or together with the others.

use std::io::{self, Write};

use serde::Serialize;

use crate::exchange::MAX_BYTES;
use crate::exchange::envelope::Backup;
use crate::exchange::writing::backup_text;
use crate::moment::Timestamp;
use crate::records::Record;

/// Divides records among files, in their order, so that no file is larger than [`MAX_BYTES`]. `records`
/// are the sizes of the records, `around` what the first file and each later one hold besides, all in
/// bytes. Gives how many records each file takes. There is always one file, and a record that is too
/// large for any has one to itself.
pub fn files(around: [usize; 2], records: impl IntoIterator<Item = usize>) -> Vec<usize> {
    divided(MAX_BYTES, around, records)
}

/// As [`files`], for files of at most `most` bytes.
pub fn divided(
    most: usize,
    [first, later]: [usize; 2],
    records: impl IntoIterator<Item = usize>,
) -> Vec<usize> {
    let (mut files, mut last, mut taken) = (Vec::new(), 0, first);
    for record in records {
        let begun = last > 0 || (files.is_empty() && first > later);
        if begun && taken + record > most {
            files.push(last);
            (last, taken) = (0, later);
        }
        last += 1;
        taken += record;
    }
    files.push(last);
    files
}

/// The size of a file with this backup in bytes, written without blanks and line ends.
pub fn size(backup: &Backup) -> usize {
    // For the envelope, and for three lists that are written only when they have records.
    const AROUND: usize = 512;
    written(backup) + AROUND
}

/// The bytes that a record takes in a file, written without blanks and line ends.
pub fn size_of(record: &Record) -> usize {
    let comma = 1;
    comma + written(record)
}

/// The text of one of the files: `first` with the records added.
pub fn file_text(first: Backup, records: Vec<Record>, saved_at: Timestamp) -> String {
    let mut backup = first;
    for record in records {
        backup.add(record);
    }
    backup_text(&backup, saved_at)
}

fn written(what: &impl Serialize) -> usize {
    let mut counted = Counted(0);
    // Counting cannot fail, and neither can writing a record as JSON.
    let _ = serde_json::to_writer(&mut counted, what);
    counted.0
}

/// Counts the bytes that are written to it, and keeps none.
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
