//! The staff survey: answers come in, counts come out, and nobody's answers can be read from the
//! counts. This file holds what the tests of the survey share.

mod asked;
mod audit;
mod codes;
mod copies;
mod csv;
mod invitation;
mod many;
mod noise;
mod results;
mod sheets;
mod tabs;
mod tally;
mod turn;

use cairn::by_id::ById;
use cairn::survey::{Answer, Response, Survey, SurveyState, statement_id, symbols};
use proptest::prelude::*;

use crate::samples::{by, framework, text};

/// The survey that the samples answer.
pub const SURVEY: &str = "5y1vaq7k";

/// An id that differs for each number.
pub fn id(number: u32) -> String {
    let [a, b, c, d] = number.to_be_bytes();
    symbols::id([7, a, b, c, d])
}

/// The response of the person with this number, who answers the statements with `answers`: letters
/// from A for strongly agree to F for don't know, anything else for none.
pub fn response(person: u32, answers: &str, comment: &str) -> Response {
    let mut response = Response::new(SURVEY, id(person));
    for (place, letter) in answers.bytes().enumerate() {
        if let Some(answer) = Answer::ALL.get(usize::from(letter.wrapping_sub(b'A'))) {
            response.answers.insert(statement_id(place), *answer);
        }
    }
    response.comment = comment.to_owned();
    response
}

/// A survey that is closed, with the usual threshold and cut-off.
pub fn closed_survey() -> Survey {
    Survey {
        state: SurveyState::Closed,
        invited: Some(34),
        ..Survey::new(SURVEY.to_owned(), "Staff survey 2026", by(0, ""))
    }
}

/// Any answers of one person.
pub fn answers() -> impl Strategy<Value = ById<Answer>> {
    let answer = proptest::option::weighted(0.9, proptest::sample::select(&Answer::ALL[..]));
    proptest::collection::vec(answer, 24).prop_map(|answers| {
        let given = answers.into_iter().enumerate();
        given.filter_map(|(place, answer)| Some((statement_id(place), answer?))).collect()
    })
}

/// Any response to the survey that the samples answer.
pub fn any_response() -> impl Strategy<Value = Response> {
    let comment = prop_oneof![3 => Just(String::new()), 1 => text()];
    let threshold = proptest::option::of(3..=100_000_u32);
    (any::<u32>(), threshold, answers(), comment).prop_map(
        |(person, threshold, answers, comment)| Response {
            threshold,
            answers,
            comment,
            ..Response::new(SURVEY, id(person))
        },
    )
}

#[test]
fn the_statements_are_those_of_the_framework() {
    let ids: Vec<String> = (0..cairn::survey::STATEMENTS).map(statement_id).collect();
    let statements = framework().statements.iter().map(|statement| statement.id.clone());
    assert_eq!(ids, statements.collect::<Vec<_>>());
    for (place, id) in ids.iter().enumerate() {
        assert_eq!(cairn::survey::statement_place(id), Some(place));
    }
    for no_statement in ["", "s", "s0", "s00", "s25", "s99", "S01", "s011", "s1", "1A.s1", "s１"] {
        assert_eq!(cairn::survey::statement_place(no_statement), None, "{no_statement}");
    }
}

#[test]
fn results_show_when_the_survey_is_closed_or_was_meant_to_show_them() {
    let check = |state, shows_while_open, expected| {
        let survey = Survey { state, shows_while_open, ..closed_survey() };
        assert_eq!(survey.results_visible(), expected, "{state:?} {shows_while_open}");
    };
    check(SurveyState::Open, false, false);
    check(SurveyState::Open, true, true);
    check(SurveyState::Closed, false, true);
    check(SurveyState::Closed, true, true);
}
