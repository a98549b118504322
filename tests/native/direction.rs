//! Which texts run from right to left, and how they are set apart.

use cairn::direction::{apart, from_right, quotes_apart};
use proptest::prelude::*;

#[test]
fn the_first_letter_says_where_a_text_begins() {
    let check = |text: &str, expected: bool| assert_eq!(from_right(text), expected, "{text:?}");
    for text in [
        "مرحبا بكم",
        "שלום",
        "  «مرحبا»",
        "2026 مؤسسة",
        "(النسخة 3.1)",
        "- שלום, team",
        "پروژه",
        "ܫܠܡܐ",
        "ހެލޯ",
        "\u{200f}2026",
        "😀 שלום",
    ] {
        check(text, true);
    }
    for text in [
        "",
        "2026",
        "…",
        "Harbour House",
        "Harbour مؤسسة",
        "Ελλάδα",
        "Привет",
        "日本",
        "हिन्दी",
        "١٢٣",
        "é مؤسسة",
        "\u{2068}مؤسسة\u{2069} · changed",
    ] {
        check(text, false);
    }
}

#[test]
fn what_people_wrote_is_set_apart_in_a_sentence() {
    let check = |text: &str, expected: &str| assert_eq!(quotes_apart(text.to_owned()), expected);
    check("Delete “Record 2026”?", "Delete “Record 2026”?");
    check("Delete “مؤسسة 2026”?", "Delete “\u{2068}مؤسسة 2026\u{2069}”?");
    check(
        "From “שלום” to “team”, “مؤسسة”",
        "From “\u{2068}שלום\u{2069}” to “team”, “\u{2068}مؤسسة\u{2069}”",
    );
    check("An open “ שלום", "An open “ שלום");
    check("שלום “team”", "שלום “team”");
}

proptest! {
    #[test]
    fn setting_apart_adds_marks_and_nothing_else(text in "[a-z “”\u{5d0}-\u{5d6}0-9]{0,30}") {
        let bare = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
        prop_assert_eq!(bare(&quotes_apart(text.clone())), text.clone());
        prop_assert_eq!(bare(&apart(&text)), text.clone());
        if from_right(&text) {
            prop_assert_eq!(quotes_apart(text.clone()), text);
        }
    }
}
