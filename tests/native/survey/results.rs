use cairn::by_id::ById;
use cairn::progression::Judgement;
use cairn::survey::results::{Proposal, Results, Share, response_rate};
use cairn::survey::shown::Shown;
use cairn::survey::{Counts, Survey};
use proptest::prelude::*;

use super::closed_survey;
use crate::samples::framework;

/// Results in which each statement has the counts `usual`, except those in `others`.
fn results(usual: Counts, others: &[(&str, Counts)]) -> Results {
    Results::of(&shown(usual, others), &closed_survey(), framework(), &ById::new()).unwrap()
}

fn shown(usual: Counts, others: &[(&str, Counts)]) -> Shown {
    let ids = framework().statements.iter().map(|statement| statement.id.clone());
    let mut counts: ById<Counts> = ids.map(|id| (id, usual)).collect();
    for (id, given) in others {
        counts.insert((*id).to_owned(), *given);
    }
    Shown { responses: 20, counts, ..Shown::default() }
}

#[test]
fn agreement_leaves_out_who_does_not_know() {
    let check = |counts: Counts, expected: Option<(u32, u32, u32)>| {
        let results = results([0; 6], &[("s01", counts)]);
        let share = results.statement("s01").unwrap().agreement;
        assert_eq!(share.map(|share| (share.agree, share.of, share.percent())), expected);
    };
    check([5, 10, 0, 0, 0, 5], Some((15, 15, 100)));
    check([3, 4, 2, 1, 0, 10], Some((7, 10, 70)));
    check([0, 0, 5, 0, 0, 0], Some((0, 5, 0)));
    check([0, 0, 0, 0, 0, 20], None);
    check([1, 1, 0, 0, 0, 0], None);
    check([1, 1, 1, 1, 1, 0], Some((2, 5, 40)));
}

#[test]
fn the_survey_proposes_what_its_counts_say_exactly() {
    let check = |counts: Counts, cut_off, achieved: bool, percent| {
        let survey = Survey { cut_off, ..closed_survey() };
        let shown = shown([0; 6], &[("s01", counts)]);
        let results = Results::of(&shown, &survey, framework(), &ById::new()).unwrap();
        let (_, indicator) = framework().indicator("1A.s1").unwrap();
        let proposed = if achieved { Judgement::Achieved } else { Judgement::NotAchieved };
        let answered = counts.iter().sum();
        let expected = Proposal { proposed, agreement: percent, answered };
        assert_eq!(results.proposal(indicator), Some(expected), "{counts:?} {cut_off}");
    };
    check([10, 5, 5, 0, 0, 0], 75, true, 75);
    check([10, 5, 4, 0, 0, 1], 75, true, 79);
    check([10, 4, 6, 0, 0, 0], 75, false, 70);
    // 74.6 would be rounded up to the cut-off.
    check([47, 0, 16, 0, 0, 0], 75, false, 74);
    check([44, 0, 15, 0, 0, 9], 75, false, 74);
    check([2, 0, 1, 0, 0, 7], 67, false, 66);
    check([2, 0, 1, 0, 0, 7], 66, true, 67);
    check([199, 0, 1, 0, 0, 0], 100, false, 99);
    check([200, 0, 0, 0, 0, 0], 100, true, 100);
    check([0, 0, 0, 0, 9, 0], 1, false, 0);

    let (_, organisation) = framework().indicator("1A.o1").unwrap();
    let results = results([10, 5, 5, 0, 0, 0], &[("s01", [0, 0, 0, 0, 0, 20])]);
    assert_eq!(results.proposal(organisation), None);
    assert_eq!(results.proposal(framework().indicator("1A.s1").unwrap().1), None, "no view");
}

#[test]
fn too_few_answers_give_no_figures() {
    let results = results([10, 5, 5, 0, 0, 0], &[("s02", [1, 1, 0, 0, 0, 0])]);
    let statement = results.statement("s02").unwrap();
    assert!(statement.too_few);
    assert_eq!((statement.counts, statement.answered, statement.agreement), ([0; 6], 0, None));
    assert!(!results.statement("s01").unwrap().too_few);
    assert_eq!(results.proposal(framework().indicator("1A.s2").unwrap().1), None);

    let few = Shown { responses: 2, ..shown([2, 0, 0, 0, 0, 0], &[]) };
    assert_eq!(Results::of(&few, &closed_survey(), framework(), &ById::new()), None);
}

#[test]
fn an_area_takes_each_of_its_statements_once() {
    let given: Vec<(String, Counts)> = (1..=24)
        .map(|number| (format!("s{number:02}"), [number, 0, 100 - number, 0, 0, 7]))
        .collect();
    let given: Vec<(&str, Counts)> = given.iter().map(|(id, counts)| (&**id, *counts)).collect();
    let results = results([0; 6], &given);
    for (_, area) in framework().areas() {
        let statements: std::collections::BTreeSet<&str> =
            area.indicators.iter().filter_map(|each| each.statement.as_deref()).collect();
        let agree = statements.iter().map(|id| id[1..].parse::<u32>().unwrap()).sum();
        let of = 100 * statements.len() as u32;
        let expected = Some(Share { agree, of, cut_off: 75 });
        assert_eq!(results.area(&area.id).unwrap().agreement, expected, "{}", area.id);
    }
    let silent = Shown { responses: 20, ..Shown::default() };
    let results = Results::of(&silent, &closed_survey(), framework(), &ById::new()).unwrap();
    assert!(results.areas.iter().all(|area| area.agreement.is_none()));
}

#[test]
fn last_year_stands_beside_this_year() {
    let last_year: ById<Counts> = [
        ("s01", [5, 5, 10, 0, 0, 0]),
        ("s02", [1, 1, 0, 0, 0, 0]),
        ("s03", [0, 0, 0, 0, 0, 20]),
        ("s04", [20, 0, 0, 0, 0, 0]),
    ]
    .map(|(id, counts)| (id.to_owned(), counts))
    .into_iter()
    .collect();
    let shown = shown([10, 5, 5, 0, 0, 0], &[]);
    let results = Results::of(&shown, &closed_survey(), framework(), &last_year).unwrap();
    let change = |id| results.statement(id).unwrap().change();
    assert_eq!(change("s01"), Some(25));
    assert_eq!(change("s02"), None, "too few answered then");
    assert_eq!(change("s03"), None);
    assert_eq!(change("s04"), Some(-25));
    assert_eq!(change("s05"), None);
}

#[test]
fn the_response_rate_is_not_cut_off_at_all() {
    let check = |invited, expected| assert_eq!(response_rate(20, invited), expected);
    check(None, None);
    check(Some(0), None);
    check(Some(40), Some(50));
    check(Some(30), Some(67));
    check(Some(10), Some(200));
}

#[test]
fn strengths_and_weaknesses_are_in_order() {
    let results = results(
        [0; 6],
        &[
            ("s01", [8, 2, 0, 0, 0, 0]),
            ("s02", [9, 0, 1, 0, 0, 0]),
            ("s03", [5, 0, 5, 0, 0, 0]),
            ("s04", [0, 0, 0, 0, 10, 0]),
            ("s05", [0, 20, 0, 0, 0, 0]),
            ("s06", [1, 1, 0, 0, 0, 0]),
            ("s07", [15, 0, 5, 0, 0, 0]),
            ("s08", [14, 0, 6, 0, 0, 0]),
        ],
    );
    let ids = |list: Vec<&cairn::survey::results::StatementResult>| -> Vec<String> {
        list.into_iter().map(|result| result.id.clone()).collect()
    };
    assert_eq!(ids(results.strong()), ["s01", "s05", "s02", "s07"]);
    assert_eq!(ids(results.weak()), ["s04", "s03", "s08"]);
}

proptest! {
    #[test]
    fn what_is_shown_never_says_more_than_the_counts(agree in 0..2_000_u32, others in 0..2_000_u32, cut_off in 1..=100_u32) {
        prop_assume!(agree + others > 0);
        let share = Share { agree, of: agree + others, cut_off };
        let exact = f64::from(agree) * 100.0 / f64::from(agree + others);
        prop_assert_eq!(share.percent() >= cut_off, share.reaches_cut_off());
        prop_assert!((f64::from(share.percent()) - exact).abs() < 1.0);
        prop_assert!(share.percent() <= 100);
    }
}
