//! Codes of answers to a survey, in whatever text comes back.
#![no_main]

use cairn::survey::find::find_codes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for response in find_codes(text).into_iter().flatten() {
        let code = response.code().expect("what was read from a code has one");
        assert_eq!(find_codes(&code), [Ok(response)]);
    }
});
