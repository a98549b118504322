//! The two kinds of surveys: what they ask, and what they count.

use cairn::by_id::ById;
use cairn::framework::{built_in, learning};
use cairn::survey::asked::{NotCounted, characteristics, counted_in_round, in_order_of_asking};
use cairn::survey::tally::Tally;
use cairn::survey::{Answer, Asked, Counts, MOST_INVITED, statement_id};
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
fn a_round_counts_what_the_tally_counts() {
    let learning = learning();
    let mut round: ById<Vec<u32>> = ById::new();
    let mut tally: ById<Counts> = ById::new();
    for (place, statement) in in_order_of_asking(&learning).enumerate() {
        let numbers: Vec<u32> = (0..5).map(|step| (place * 10 + step) as u32).collect();
        let counts = tally.get_or_default(&statement_id(place));
        for (answer, number) in Asked::Characteristics.answers().iter().zip(&numbers) {
            counts[answer.index()] = *number;
        }
        round.insert(statement.id.clone(), numbers);
    }
    assert_eq!(counted_in_round(round.iter()), Some(tally));
    assert_eq!(counted_in_round([].into_iter()), None);
    for unknown in ["", "c", "c00", "x01", "s01", "cé", "f-1"] {
        let round = [(unknown.to_owned(), vec![1; 5])];
        assert_eq!(counted_in_round(round.iter().map(|(id, counts)| (id, counts))), None);
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
    // Answers were once offered in another order. What is kept for each has stayed the same.
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
        let counted = Asked::Characteristics.count(&mut tally, MOST_INVITED, &given);
        assert_eq!(counted, about_characteristics, "{answers}");
        assert_eq!(tally.responses(), u32::from(counted.is_ok()));
        assert_eq!(
            Asked::Indicators.count(&mut Tally::new(SURVEY), MOST_INVITED, &given),
            Ok(true)
        );
    };
    check("", Ok(true));
    check("ABDEFABDEFABDEFABDE", Ok(true));
    check("C", Err(NotCounted::NotOffered));
    check("AAAAAAAAAAAAAAAAAAC", Err(NotCounted::NotOffered));
    check("AAAAAAAAAAAAAAAAAAAA", Err(NotCounted::NotOffered));
    check("-----------------------F", Err(NotCounted::NotOffered));
    // A response that was counted before, or that answers another survey, is not counted.
    let mut tally = Tally::new(SURVEY);
    assert_eq!(
        Asked::Characteristics.count(&mut tally, MOST_INVITED, &response(1, "A", "")),
        Ok(true)
    );
    assert_eq!(
        Asked::Characteristics.count(&mut tally, MOST_INVITED, &response(1, "A", "")),
        Ok(false)
    );
    let mut other = Tally::new("abcd2345");
    assert_eq!(
        Asked::Characteristics.count(&mut other, MOST_INVITED, &response(1, "A", "")),
        Ok(false)
    );
    let sentence = "It has an answer that this survey does not offer. Please ask for it again.";
    assert_eq!(NotCounted::NotOffered.to_string(), sentence);
}

#[test]
fn an_answer_counts_only_as_the_person_was_promised() {
    let mut tally = Tally::new(SURVEY);
    let mut count = |threshold, response| Asked::Indicators.count(&mut tally, threshold, &response);
    let promised = response(1, "A", "").promised(10);
    assert_eq!(count(5, promised.clone()), Err(NotCounted::PromisedMore(10)));
    assert_eq!(count(10, promised.clone()), Ok(true));
    assert_eq!(count(5, promised), Ok(false), "it is counted already");
    assert_eq!(count(12, response(2, "A", "").promised(10)), Ok(true));
    assert_eq!(count(3, response(3, "A", "")), Ok(true), "an earlier Cairn did not say");
    assert_eq!(count(3, response(4, "", "").promised(10)), Err(NotCounted::Empty));
    assert_eq!(tally.responses(), 3);
}

#[test]
fn an_empty_answer_counts_for_nothing() {
    let blank = [
        "",
        " ",
        "\n\t\r\u{b}",
        "\u{a0}\u{2003}\u{3000}",
        "\u{200b}\u{200d}\u{feff}",
        "\u{ad}\u{2060}",
        "\u{200e}\u{202e}\u{2066}",
        "\u{3164}\u{ffa0}\u{115f}",
        "\u{2800}",
        "\u{fe0f}\u{e0041}",
        "\0\u{7f}",
    ];
    for comment in blank {
        let mut tally = Tally::new(SURVEY);
        let empty = response(1, "", comment);
        assert!(empty.is_empty(), "{comment:?}");
        for asked in Asked::ALL {
            assert_eq!(
                asked.count(&mut tally, MOST_INVITED, &empty),
                Err(NotCounted::Empty),
                "{comment:?}"
            );
        }
        assert_eq!((tally.responses(), tally.counted.len()), (0, 0), "{comment:?}");
        // Its id is free: what the person sends once something is answered counts.
        assert_eq!(
            Asked::Indicators.count(&mut tally, MOST_INVITED, &response(1, "F", comment)),
            Ok(true)
        );
    }
    // Nor does a comment of invisible characters show.
    let mut tally = Tally::new(SURVEY);
    for person in 0..3 {
        let _ = Asked::Indicators.count(
            &mut tally,
            MOST_INVITED,
            &response(person, "A", "\u{200b}\u{3164}"),
        );
    }
    assert!(tally.release(3));
    assert_eq!(tally.shown.unwrap().comments, [""; 0]);
    for comment in ["x", ".", "\u{200b}?", "\u{1f600}", "\u{2019}", "\u{5d0}", "0"] {
        assert!(!response(1, "", comment).is_empty(), "{comment:?}");
    }
}

proptest! {
    #[test]
    fn what_is_counted_is_what_was_offered(responses in proptest::collection::vec(any_response(), 3..9)) {
        let mut tally = Tally::new(SURVEY);
        for response in &responses {
            let _ = Asked::Characteristics.count(&mut tally, MOST_INVITED, response);
        }
        if tally.release(3) {
            prop_assert!(Asked::Characteristics.could_give(&tally.shown.unwrap()));
        }
        let mut tally = Tally::new(SURVEY);
        for response in &responses {
            let counted = Asked::Indicators.count(&mut tally, MOST_INVITED, response);
            prop_assert_eq!(counted.is_err(), response.is_empty());
        }
    }
}
