//! Checks that every sentence that people read stands in `src/words`.

use std::collections::BTreeSet;
use std::path::Path;

use cairn::kinds::form_of;
use cairn::record::RecordKind;

use crate::tokens::{find_rust, texts};

/// True when two words of at least two letters stand side by side. A placeholder in braces counts as a
/// word, but a text of nothing but placeholders is no sentence.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic() && c != '{' && c != '}');
        word.starts_with('{') || word.chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let has_letters =
        text.split(['{', '}']).step_by(2).any(|part| part.chars().any(char::is_alphabetic));
    has_letters && words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

/// Every class that a style sheet names.
fn classes(root: &Path) -> BTreeSet<String> {
    let sheets = std::fs::read_dir(root.join("style")).unwrap();
    let text: String =
        sheets.map(|sheet| std::fs::read_to_string(sheet.unwrap().path()).unwrap()).collect();
    let name = |part: &str| -> String {
        part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    };
    text.split('.').skip(1).map(name).collect()
}

/// The names by which forms speak of their fields and lists. They show in the published schema and in
/// the sentence about a mistake in a file.
fn called_by_forms() -> BTreeSet<&'static str> {
    let forms = RecordKind::ALL.map(form_of);
    let lists = forms.iter().flat_map(|form| form.lists);
    let fields = forms.iter().flat_map(|form| form.fields);
    let all = fields.chain(lists.clone().flat_map(|list| list.fields)).map(|field| field.about);
    all.chain(lists.flat_map(|list| [list.one, list.several])).collect()
}

/// All that people read stands in `src/words`, so that it can be read, mended and translated as a
/// whole.
#[test]
fn every_sentence_stands_in_one_place() {
    /// Functions, macros and attributes whose texts nobody reads.
    const UNREAD: &[&str] =
        &["class", "expect", "panic", "unreachable", "debug_assert", "cfg", "cfg_attr", "println"];
    /// An attribute's value, a path in a drawing, and the name for the items of two lists that may not
    /// share an id.
    const KNOWN: &[&str] =
        &["noopener noreferrer", "M{x} {y}h{run}v1h-{run}z", "items of evidence and actions"];
    /// Files whose texts show on no page: the published schema, texts by which messages and files of
    /// other programs are recognised, and the message for those who start the program outside a
    /// browser.
    const OTHERS: &[&str] = &[
        "src/exchange/schema.rs",
        "src/exchange/envelope.rs",
        "src/main.rs",
        "src/exchange/reason.rs",
        "src/exchange/recognise.rs",
        "src/exchange/reading.rs",
        "src/json/tree.rs",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let classes = classes(root);
    let called = called_by_forms();
    let mut wrong = Vec::new();
    for path in find_rust(&root.join("src")) {
        let file = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if file.starts_with("src/words") || OTHERS.contains(&&*file) {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for text in texts(&source) {
            let unread = text.given_to.last().is_some_and(|to| UNREAD.contains(&to.as_str()));
            let styles = text.text.split(' ').all(|word| classes.contains(word));
            let finds = text.text.starts_with(['.', '#'])
                || [":is(", ":not("].iter().any(|part| text.text.contains(part))
                || text.text.contains(['[', '=']);
            let draws = text.text.starts_with('<');
            let known = KNOWN.contains(&&*text.text) || called.contains(&*text.text);
            if is_sentence(&text.text) && !(unread || styles || finds || draws || known) {
                wrong.push(format!("  {file}:{}: {}", text.line, text.text));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "These stand outside src/words:\n{}\n{} in all",
        wrong.join("\n"),
        wrong.len()
    );
}
