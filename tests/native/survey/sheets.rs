use cairn::survey::sheets::{NumberProblem, SheetProblem, Sheets, typed_number};
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, MOST_INVITED};

use crate::samples::framework;

fn problems(sheets: &Sheets) -> Vec<String> {
    sheets.problems(&framework().statements).iter().map(SheetProblem::to_string).collect()
}

/// Twelve sheets on which everyone agrees with everything.
fn twelve() -> Sheets {
    let mut sheets = Sheets { number: 12, ..Sheets::default() };
    for statement in &framework().statements {
        sheets.counts.insert(statement.id.clone(), [0, 12, 0, 0, 0, 0]);
    }
    sheets
}

#[test]
fn every_statement_adds_up_to_the_number_of_sheets() {
    assert_eq!(problems(&twelve()), [""; 0]);
    assert_eq!(problems(&Sheets::default()), [""; 0]);

    let mut sheets = twelve();
    sheets.counts.insert("s07".to_owned(), [5, 2, 1, 1, 1, 1]);
    sheets.counts.insert("s24".to_owned(), [13, 0, 0, 0, 0, 0]);
    let expected = [
        "Statement 7 adds up to 11, but there are 12 sheets.",
        "Statement 24 adds up to 13, but there are 12 sheets.",
    ];
    assert_eq!(problems(&sheets), expected);
    sheets.blank.insert("s07".to_owned(), 1);
    assert_eq!(problems(&sheets), expected[1..]);

    let one = Sheets { number: 1, ..Sheets::default() };
    assert_eq!(problems(&one)[0], "Statement 1 adds up to 0, but there is 1 sheet.");
    let mut too_many = twelve();
    too_many.counts.insert("s01".to_owned(), [u32::MAX; 6]);
    assert_eq!(problems(&too_many).len(), 1);
}

#[test]
fn sheets_go_in_one_by_one() {
    let mut sheets = Sheets::default();
    let mut answers = [Some(Answer::Agree); 24];
    sheets.add_sheet(&answers);
    answers[6] = None;
    answers[7] = Some(Answer::DontKnow);
    sheets.add_sheet(&answers);
    sheets.add_sheet(&answers);
    assert_eq!(sheets.number, 3);
    assert_eq!(sheets.counts.get("s01"), Some(&[0, 3, 0, 0, 0, 0]));
    assert_eq!(sheets.counts.get("s07"), Some(&[0, 1, 0, 0, 0, 0]));
    assert_eq!(sheets.blank.get("s07"), Some(&2));
    assert_eq!(sheets.counts.get("s08"), Some(&[0, 1, 0, 0, 0, 2]));
    assert_eq!(problems(&sheets), [""; 0]);
}

#[test]
fn a_blank_sheet_counts_for_nothing() {
    let mut sheets = Sheets::default();
    sheets.add_sheet(&[None; 24]);
    for comment in ["", "  ", "\u{200b}\n"] {
        sheets.add_commented_sheet(&[None; 24], comment);
    }
    assert_eq!(sheets, Sheets::default());
    sheets.add_commented_sheet(&[None; 24], " Only a word ");
    assert_eq!((sheets.number, &sheets.comments[..]), (1, &["Only a word".to_owned()][..]));
    assert_eq!(problems(&sheets), [""; 0]);

    // Sheets that are typed in as counts: of five sheets with two answers and one comment in all, two
    // are blank.
    let mut counted = Sheets {
        number: 5,
        comments: vec!["A word".to_owned(), " ".to_owned()],
        ..Sheets::default()
    };
    for statement in &framework().statements {
        counted.blank.insert(statement.id.clone(), 5);
    }
    counted.counts.insert("s01".to_owned(), [0, 2, 0, 0, 0, 0]);
    counted.blank.insert("s01".to_owned(), 3);
    assert_eq!(problems(&counted), [""; 0]);
    let filled = counted.without_blank();
    assert_eq!((filled.number, filled.comments.len()), (3, 1));
    assert_eq!(problems(&filled), [""; 0]);
    let mut tally = Tally::new("abcd2345");
    let blank = Sheets { number: 9, ..Sheets::default() }.without_blank();
    assert_eq!(tally.count_sheets("batch001", &blank, &framework().statements), Ok(false));
    assert_eq!(twelve().without_blank(), twelve());
}

#[test]
fn a_typed_count_is_a_number_or_a_sentence() {
    let check = |text: &str, expected: Result<u32, NumberProblem>| {
        assert_eq!(typed_number(text, 12), expected, "{text:?}");
    };
    for (text, number) in [("", 0), ("  ", 0), ("0", 0), (" 4 ", 4), ("012", 12), ("12", 12)] {
        check(text, Ok(number));
    }
    for text in ["-1", "-0", "− 3", "–2", "-1.5"] {
        check(text, Err(NumberProblem::Negative));
    }
    for text in ["1.5", "1,5", "4.0"] {
        check(text, Err(NumberProblem::Fraction));
    }
    for text in ["four", "4 sheets", "1.", ".5", "-", "1e3", "+4", "٤", "1.2.3", "0x4", "∞"] {
        check(text, Err(NumberProblem::NotANumber));
    }
    for text in ["13", "100", "99999999999999999999999999"] {
        check(text, Err(NumberProblem::TooLarge { most: 12 }));
    }
    assert_eq!(typed_number("100000", MOST_INVITED), Ok(100_000));
    let sentences = [
        (NumberProblem::Negative, "A count cannot be below 0."),
        (NumberProblem::Fraction, "A count is a whole number, such as 4."),
        (NumberProblem::NotANumber, "This is not a number. Please type digits, such as 4."),
        (NumberProblem::TooLarge { most: 12 }, "This is too large: the most there can be is 12."),
    ];
    for (problem, sentence) in sentences {
        assert_eq!(problem.to_string(), sentence);
    }
}
