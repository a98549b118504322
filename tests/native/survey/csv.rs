use cairn::answers::Answers;
use cairn::exchange::csv::results_csv;
use cairn::survey::Counts;
use cairn::survey::results::Results;
use cairn::survey::tally::Shown;
use proptest::prelude::*;

use super::closed_survey;
use crate::samples::{TROUBLESOME, framework, text};

/// CSV of results in which only some statements were answered.
fn csv(counts: &[(&str, Counts)], last_year: &[(&str, Counts)], comments: &[&str]) -> String {
    let by_id = |list: &[(&str, Counts)]| -> Answers<Counts> {
        list.iter().map(|(id, counts)| ((*id).to_owned(), *counts)).collect()
    };
    let comments: Vec<String> = comments.iter().map(|text| (*text).to_owned()).collect();
    let shown = Shown { responses: 20, counts: by_id(counts), comments };
    let results = Results::of(&shown, &closed_survey(), framework(), &by_id(last_year)).unwrap();
    results_csv(&results, &shown.comments, framework())
}

/// The cells of a text in RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, csv.chars().peekable());
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(chars.next(), Some('\n'), "a row ends in CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last row ends as well");
    rows
}

#[test]
fn each_statement_is_a_row() {
    let csv = csv(
        &[("s01", [10, 5, 4, 0, 0, 1]), ("s03", [10, 5, 5, 0, 0, 0]), ("s24", [0, 0, 0, 0, 0, 20])],
        &[("s01", [20, 0, 0, 0, 0, 0])],
        &["First, of all", "Second"],
    );
    let rows = rows(&csv);
    let heading = "Statement|Words|Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree|Don’t know|Answered|Agreement %|Last year %|Change";
    assert_eq!(rows[0].join("|"), heading);
    let words = |place: usize| &framework().statements[place].text;
    assert_eq!(rows[1].join("|"), format!("s01|{}|10|5|4|0|0|1|20|79|100|-21", words(0)));
    assert_eq!(rows[2].join("|"), format!("s02|{}|||||||too few|||", words(1)));
    assert_eq!(rows[3].join("|"), format!("s03|{}|10|5|5|0|0|0|20|75||", words(2)));
    assert_eq!(rows[24].join("|"), format!("s24|{}|0|0|0|0|0|20|20|||", words(23)));
    assert!(csv.contains(",-21\r\n"), "a number below zero stays a number");
    assert_eq!(rows[25..], [vec![""], vec!["Comments"], vec!["First, of all"], vec!["Second"]]);
    assert!(rows[..25].iter().all(|row| row.len() == 12));
}

#[test]
fn without_comments_there_is_no_word_of_them() {
    assert_eq!(rows(&csv(&[], &[], &[])).len(), 25);
}

#[test]
fn nothing_is_a_formula() {
    let check = |comment: &str, expected: &str| {
        let csv = csv(&[], &[], &[comment]);
        let rows = rows(&csv);
        assert_eq!(rows[27], [expected], "{comment:?}");
    };
    check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    check("+44 20", "'+44 20");
    check("-", "'-");
    check("@SUM(A1)", "'@SUM(A1)");
    check("\t=1", "'\t=1");
    check("\r=1", "'\r=1");
    check("1=1", "1=1");
    check("a \"b\", c\r\nd\ne", "a \"b\", c\r\nd\ne");
    check("=\"x\"", "'=\"x\"");
}

#[test]
fn a_wording_pack_cannot_bring_a_formula_either() {
    let words = [("s01".to_owned(), "=1+1".to_owned())].into_iter().collect();
    let (framework, _) = framework().clone().reworded(&words);
    let shown = Shown { responses: 20, ..Shown::default() };
    let results = Results::of(&shown, &closed_survey(), &framework, &Answers::new()).unwrap();
    assert_eq!(rows(&results_csv(&results, &[], &framework))[1][1], "'=1+1");
}

proptest! {
    #[test]
    fn every_comment_is_one_cell(comments in proptest::collection::vec(text(), 1..5)) {
        let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
        let rows = rows(&csv(&[], &[], &comments));
        prop_assert_eq!(rows.len(), 27 + comments.len());
        for (row, comment) in rows[27..].iter().zip(comments) {
            let cell = row[0].strip_prefix('\'').unwrap_or(&row[0]);
            prop_assert_eq!(cell, comment.strip_prefix('\'').unwrap_or(comment));
            prop_assert!(!row[0].starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}

#[test]
fn troublesome_comments_are_cells() {
    assert_eq!(rows(&csv(&[], &[], &TROUBLESOME)).len(), 27 + TROUBLESOME.len());
}
