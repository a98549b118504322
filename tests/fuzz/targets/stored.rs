//! Records as they stand in a browser's store.
#![no_main]

use cairn::workspace::label::{Label, read_stored};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|stored: &str| {
    if let Some(label) = Label::parse(stored.split('\n').next().unwrap_or_default()) {
        assert_eq!(Label::parse(&label.line()).as_ref(), Some(&label));
    }
    if let Ok((_, record)) = read_stored(stored) {
        cairn_fuzz::record_holds(record);
    }
});
