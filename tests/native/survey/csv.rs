use cairn::by_id::ById;
use cairn::exchange::csv::Table;
use cairn::exchange::text::is_unseen;
use cairn::survey::Counts;
use cairn::survey::results::Results;
use cairn::survey::shown::Shown;
use cairn::words::survey::results::TABLE;
use proptest::prelude::*;

use super::closed_survey;
use crate::samples::{TROUBLESOME, framework, text};

/// A table of results in which only some statements were answered.
fn table(counts: &[(&str, Counts)], last_year: &[(&str, Counts)], comments: &[&str]) -> Table {
    let by_id = |list: &[(&str, Counts)]| -> ById<Counts> {
        list.iter().map(|(id, counts)| ((*id).to_owned(), *counts)).collect()
    };
    let comments: Vec<String> = comments.iter().map(|text| (*text).to_owned()).collect();
    let shown = Shown { responses: 20, counts: by_id(counts), comments, ..Shown::default() };
    let results = Results::of(&shown, &closed_survey(), framework(), &by_id(last_year)).unwrap();
    Table::of_results(&results, &shown, framework(), &TABLE)
}

fn csv(counts: &[(&str, Counts)], last_year: &[(&str, Counts)], comments: &[&str]) -> String {
    table(counts, last_year, comments).csv()
}

/// The cells of a CSV text (RFC 4180), row by row.
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
fn every_text_is_quoted_and_nothing_is_a_formula() {
    let check = |comment: &str, expected: &str| {
        let csv = csv(&[], &[], &[comment]);
        assert_eq!(rows(&csv)[27], [expected], "{comment:?}");
        assert!(
            csv.contains("\r\n\"Comments\"\r\n\"") && csv.starts_with("\"Statement\",\"Words\",")
        );
    };
    check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    check("+44 20", "'+44 20");
    check("-", "'-");
    check("@SUM(A1)", "'@SUM(A1)");
    check("\t=1", "\t'=1");
    check("\r=1", "\r'=1");
    check("  =1", "  '=1");
    check("\u{a0}\u{3000}=1", "\u{a0}\u{3000}'=1");
    check("\u{feff}\u{200b}\u{202e}=1", "\u{feff}\u{200b}\u{202e}'=1");
    check("＝1", "'＝1");
    check("＋1", "'＋1");
    check("－1", "'－1");
    check("＠A1", "'＠A1");
    check("\"=1\"", "\"'=1\"");
    check("a;=1", "a;'=1");
    check("a, -b", "a, '-b");
    check("a\t+b", "a\t'+b");
    check("a\n@b\r\n-c", "a\n'@b\r\n'-c");
    check("a; \"=1", "a; \"'=1");
    check("1=1, a-b; well-known", "1=1, a-b; well-known");
    check("a \"b\", c\r\nd\ne", "a \"b\", c\r\nd\ne");
    check("=\"x\"", "'=\"x\"");
}

#[test]
fn what_is_pasted_is_cells() {
    let table =
        table(&[("s01", [10, 5, 4, 0, 0, 1])], &[], &["First,\nof <all>\t& \"more\"", "\"=1\""]);
    let tabbed = table.tabbed();
    let lines: Vec<Vec<&str>> = tabbed.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 25 + 4);
    assert!(lines[..25].iter().all(|cells| cells.len() == 12));
    assert_eq!(lines[1][2..9], ["10", "5", "4", "0", "0", "1", "20"]);
    assert_eq!(lines[27], ["First, of <all> & \"more\""]);
    assert_eq!(lines[28], ["'\"'=1\""]);
    let html = table.html();
    assert!(html.contains("<td>s01</td>") && html.contains("<td>10</td><td>5</td>"));
    let broken = "First,<br style=\"mso-data-placement:same-cell\">of &lt;all&gt; &amp; \"more\"";
    assert!(html.contains(broken), "{html}");
    assert_eq!(html.matches("<tr>").count(), 29);
}

#[test]
fn the_comments_from_the_field_are_words_in_any_program() {
    let comments = [
        "=1+1",
        "Good; =HYPERLINK(\"http://example.org\")",
        "Fine,\t-2",
        "   +44 131",
        "\u{ff1d}1+1",
        "\u{200b}@SUM(A1)",
        "line one\n=2",
    ];
    for text in [table(&[], &[], &comments).csv(), table(&[], &[], &comments).tabbed()] {
        no_cell_is_run(&text);
    }
}

/// Checks that no cell begins as a formula does, however a program cuts the text into cells. Quotes and
/// invisible characters in front do not count.
fn no_cell_is_run(text: &str) {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    for separators in [&[','][..], &[';'], &['\t'], &[',', ';', '\t']] {
        for line in text.split(['\r', '\n']) {
            for cell in line.split(separators) {
                let number = cell.parse::<i64>().is_ok();
                let begins = cell.trim_start_matches(|c: char| c == '"' || is_unseen(c));
                assert!(number || !begins.starts_with(signs), "{cell:?} in {line:?}");
            }
        }
    }
}

#[test]
fn a_wording_pack_cannot_bring_a_formula_either() {
    let words = [("s01".to_owned(), "=1+1".to_owned())].into_iter().collect();
    let (framework, _) = framework().clone().reworded(&words);
    let shown = Shown { responses: 20, ..Shown::default() };
    let results = Results::of(&shown, &closed_survey(), &framework, &ById::new()).unwrap();
    assert_eq!(
        rows(&Table::of_results(&results, &Shown::default(), &framework, &TABLE).csv())[1][1],
        "'=1+1"
    );
}

proptest! {
    #[test]
    fn every_comment_is_one_cell_of_words(
        comments in proptest::collection::vec(prop_oneof![text(), "[=+@\\-, ;\t\"\n\r\u{feff}＝a]{0,8}"], 1..5),
    ) {
        let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
        let table = table(&[], &[], &comments);
        let rows = rows(&table.csv());
        prop_assert_eq!(rows.len(), 27 + comments.len());
        for (row, comment) in rows[27..].iter().zip(&comments) {
            let bare = |text: &str| text.replace('\'', "");
            prop_assert_eq!(bare(&row[0]), bare(comment), "nothing is added but apostrophes");
        }
        no_cell_is_run(&table.csv());
        no_cell_is_run(&table.tabbed());
        prop_assert_eq!(table.tabbed().lines().count(), 27 + comments.len());
        prop_assert_eq!(table.html().matches("<tr>").count(), 27 + comments.len());
    }
}

#[test]
fn troublesome_comments_are_cells() {
    assert_eq!(rows(&csv(&[], &[], &TROUBLESOME)).len(), 27 + TROUBLESOME.len());
}
