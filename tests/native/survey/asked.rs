//! The two kinds of surveys: what they ask, and what they count.

use cairn::framework::{built_in, learning};
use cairn::survey::asked::{NotOffered, characteristics, in_order_of_asking};
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, Asked, statement_id};
use proptest::prelude::*;

use super::{SURVEY, any_response, response};

#[test]
fn each_kind_is_known_by_its_framework() {
    assert_eq!(Asked::Indicators.framework(), built_in().id);
    assert_eq!(Asked::Characteristics.framework(), learning().id);
    for asked in Asked::ALL {
        assert_eq!(Asked::of(asked.framework()), Some(asked));
    }
    for unknown in ["", "CLF", "learning2", "our-own"] {
        assert_eq!(Asked::of(unknown), None);
    }
}

#[test]
fn the_statements_of_each_are_counted_by_their_place() {
    assert_eq!(Asked::Indicators.number(), built_in().statements.len());
    let asked = characteristics();
    assert_eq!(asked.len(), Asked::Characteristics.number());
    let learning = learning();
    let source: Vec<_> = in_order_of_asking(&learning).collect();
    assert_eq!((source[0].id.as_str(), source[11].id.as_str()), ("c01", "c12"));
    assert_eq!((source[12].id.as_str(), source[18].id.as_str()), ("f01", "f07"));
    for (place, (asked, source)) in asked.iter().zip(source).enumerate() {
        assert_eq!((&asked.id, &asked.text), (&statement_id(place), &source.text));
    }
}

#[test]
fn how_true_something_is_has_four_steps() {
    let words = |asked: Asked| -> Vec<&str> {
        asked.answers().iter().map(|answer| asked.label(*answer)).collect()
    };
    assert_eq!(words(Asked::Indicators), Answer::ALL.map(Answer::label));
    assert_eq!(
        words(Asked::Characteristics),
        ["Not true", "A little true", "Mostly true", "Fully true", "Don’t know"]
    );
    assert!(!Asked::Characteristics.answers().contains(&Answer::Neither));
    // What is kept is as it was when the order was another one.
    let kept = |label| {
        let answers = Asked::Characteristics.answers().iter();
        answers.copied().find(|answer| Asked::Characteristics.label(*answer) == label)
    };
    assert_eq!(kept("Not true"), Some(Answer::StronglyDisagree));
    assert_eq!(kept("Fully true"), Some(Answer::StronglyAgree));
}

#[test]
fn what_was_not_offered_is_refused_and_not_counted() {
    let check = |answers: &str, about_characteristics| {
        let mut tally = Tally::new(SURVEY);
        let given = response(1, answers, "a word");
        let counted = Asked::Characteristics.count(&mut tally, &given);
        assert_eq!(counted, about_characteristics, "{answers}");
        assert_eq!(tally.responses(), u32::from(counted.is_ok()));
        assert_eq!(Asked::Indicators.count(&mut Tally::new(SURVEY), &given), Ok(true));
    };
    check("", Ok(true));
    check("ABDEFABDEFABDEFABDE", Ok(true));
    check("C", Err(NotOffered));
    check("AAAAAAAAAAAAAAAAAAC", Err(NotOffered));
    check("AAAAAAAAAAAAAAAAAAAA", Err(NotOffered));
    check("-----------------------F", Err(NotOffered));
    // Counted before, or an answer to another survey.
    let mut tally = Tally::new(SURVEY);
    assert_eq!(Asked::Characteristics.count(&mut tally, &response(1, "A", "")), Ok(true));
    assert_eq!(Asked::Characteristics.count(&mut tally, &response(1, "A", "")), Ok(false));
    let mut other = Tally::new("abcd2345");
    assert_eq!(Asked::Characteristics.count(&mut other, &response(1, "A", "")), Ok(false));
    let sentence = "It has an answer that this survey does not offer. Please ask for it again.";
    assert_eq!(NotOffered.to_string(), sentence);
}

proptest! {
    #[test]
    fn what_is_counted_is_what_was_offered(responses in proptest::collection::vec(any_response(), 3..9)) {
        let mut tally = Tally::new(SURVEY);
        for response in &responses {
            let _ = Asked::Characteristics.count(&mut tally, response);
        }
        if tally.release(3) {
            prop_assert!(Asked::Characteristics.could_give(&tally.shown.unwrap()));
        }
        let mut tally = Tally::new(SURVEY);
        for response in &responses {
            prop_assert!(Asked::Indicators.count(&mut tally, response).is_ok());
        }
    }
}
