//! Wording packs: bare objects of ids and texts, laid over the framework.
#![no_main]

use cairn::exchange::{File, from_text};
use cairn::framework::built_in;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("{{\"1A.q1\": \"Why?\", {text}}}")] {
        let Ok(file) = from_text(&text) else { continue };
        cairn_fuzz::holds(&file);
        if let File::Wording(wording) = file {
            let (framework, unknown) = built_in().reworded(&wording.texts);
            assert!(unknown.len() <= wording.texts.len());
            assert_eq!(framework.text_ids(), built_in().text_ids());
        }
    }
});
