//! Files made of any bytes.
#![no_main]

use cairn::exchange::from_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match from_bytes(bytes) {
    Ok(file) => cairn_fuzz::holds(&file),
    Err(problem) => {
        let sentence = problem.to_string();
        assert!(sentence.ends_with('.') && sentence.chars().count() < 800, "{sentence:?}");
        assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
    }
});
