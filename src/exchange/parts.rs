//! A file of everything that is larger than Cairn opens is several files: each a whole one, that opens
//! by itself and together with the others.

use std::io::{self, Write};

use serde::Serialize;

use crate::exchange::MAX_BYTES;
use crate::exchange::envelope::Backup;
use crate::exchange::writing::backup_text;
use crate::moment::Timestamp;
use crate::records::Record;

/// How many of these records, one after the other, each file takes, so that none becomes larger than
/// Cairn opens. The first file and each later one hold so many bytes besides. There is always one file;
/// a record that is too large for any is alone in its own.
pub fn files(around: [usize; 2], records: impl IntoIterator<Item = usize>) -> Vec<usize> {
    divided(MAX_BYTES, around, records)
}

/// The same, for another largest file.
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

/// The bytes of a file with this in it, written as short as can be.
pub fn size(backup: &Backup) -> usize {
    // Three lists that are written only when something is in them, and what is around the whole.
    const AROUND: usize = 512;
    written(backup) + AROUND
}

/// The bytes that a record takes in a file, written as short as can be.
pub fn size_of(record: &Record) -> usize {
    let comma = 1;
    comma + written(record)
}

/// The text of one of the files.
pub fn file_text(first: Backup, records: Vec<Record>, saved_at: Timestamp) -> String {
    let mut backup = first;
    for record in records {
        backup.add(record);
    }
    backup_text(&backup, saved_at)
}

fn written(what: &impl Serialize) -> usize {
    let mut counted = Counted(0);
    // Counting cannot fail, and no record does.
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
