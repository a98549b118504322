//! Packed texts of stored records, and of answers that wait. A damaged one unpacks to nothing, or to a
//! text that can be packed and unpacked again.
#![no_main]

use cairn::exchange::from_text;
use cairn::survey::symbols::encode_checked;
use cairn::workspace::pack::{pack, unpack};
use libfuzzer_sys::fuzz_target;

const SURVEY: &str = include_str!("../../fixtures/v1/survey.json");

fuzz_target!(|bytes: &[u8]| {
    let packed = String::from_utf8_lossy(bytes);
    for length in [0, bytes.len() / 2, bytes.len()] {
        if let Some(text) = unpack(&packed, length) {
            let (packed, length) = pack(&text);
            assert_eq!(unpack(&packed, length), Some(text));
        }
    }
    // The bytes stand in the place of the answers that wait in a file, which is whole otherwise.
    let (before, rest) = SURVEY.split_once("\"waiting\": \"").expect("some answers wait");
    let (_, after) = rest.split_once('"').expect("a text ends");
    for waiting in [encode_checked(bytes.to_vec()), encode_checked(compressed(bytes))] {
        let text = [before, "\"waiting\": \"", &waiting.to_ascii_lowercase(), "\"", after].concat();
        if let Ok(file) = from_text(&text) {
            cairn_fuzz::holds(&file);
        }
    }
});

/// The bytes as LZ4 writes what it cannot make smaller: the size, then all of them as one run of
/// literals.
fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut block = (bytes.len() as u32).to_le_bytes().to_vec();
    match bytes.len() {
        short @ 0..15 => block.push((short as u8) << 4),
        long => {
            block.push(0xf0);
            block.extend(std::iter::repeat_n(255, (long - 15) / 255));
            block.push(((long - 15) % 255) as u8);
        }
    }
    block.extend(bytes);
    block
}
