use cairn::audit::standing::Standing;
use cairn::progression::{
    Assessed, Judgement, Stage, already_in_place, areas_for_development, blockers, held_back,
    reached, stages, strengths, tallies, working_at,
};
use cairn::records::Record;
use proptest::prelude::*;

use crate::samples::{audit_with, framework, judgement, view};

type Set = Vec<Assessed<usize>>;

/// `set`: an area, a capability, or `all`.
fn assess<'a>(audit: &Record, set: &str) -> Vec<Assessed<&'a str>> {
    let framework = framework();
    match (framework.capability(set), framework.area(set)) {
        (Some(capability), _) => view(audit).assess_capability(capability),
        (None, Some((_, area))) => view(audit).assess_area(area),
        (None, None) => view(audit).assess(framework),
    }
}

fn check(audit: &Record, set: &str, expected: (Option<Stage>, Option<Stage>)) {
    let assessed = assess(audit, set);
    assert_eq!((reached(&assessed), working_at(&assessed)), expected, "{set}");
}

fn ids(assessed: &[Assessed<&str>]) -> Vec<String> {
    assessed.iter().map(|indicator| indicator.id.to_owned()).collect()
}

#[test]
fn nothing_answered() {
    let audit = audit_with([]);
    for set in ["1A", "1C", "2A", "2B", "2C", "1", "2", "all"] {
        check(&audit, set, (None, Some(Stage::Engaged)));
    }
    check(&audit, "1B", (None, Some(Stage::Established)));
}

#[test]
fn one_stage_of_one_area_achieved() {
    let audit = audit_with(["1A.o1", "1A.o2", "1A.s1"]);
    check(&audit, "1A", (Some(Stage::Engaged), Some(Stage::Established)));
    check(&audit, "1", (None, Some(Stage::Engaged)));
    check(&audit, "all", (None, Some(Stage::Engaged)));
}

#[test]
fn an_area_without_first_and_last_stage_achieved() {
    let indicators = &framework().area("1B").unwrap().1.indicators;
    let audit = audit_with(indicators.iter().map(|indicator| indicator.id.as_str()));
    check(&audit, "1B", (Some(Stage::Accomplished), None));
    assert_eq!(stages(&assess(&audit, "1B")), [Stage::Established, Stage::Accomplished]);
    assert_eq!(strengths(&assess(&audit, "1B")).len(), 8);
}

#[test]
fn everything_achieved_but_one_staff_indicator_of_the_first_stage() {
    let all: Vec<&str> = framework()
        .areas()
        .flat_map(|(_, area)| &area.indicators)
        .map(|indicator| indicator.id.as_str())
        .collect();
    let missing = "1C.s1";
    let audit = audit_with(all.iter().copied().filter(|id| *id != missing));
    check(&audit, "1", (None, Some(Stage::Engaged)));
    check(&audit, "2", (Some(Stage::Exemplary), None));
    check(&audit, "all", (None, Some(Stage::Engaged)));

    let capability = assess(&audit, "1");
    assert_eq!(ids(&areas_for_development(&capability)), [missing]);
    assert_eq!(ids(&held_back(&capability)), [""; 0]);
    assert_eq!(ids(&blockers(&capability, Stage::Exemplary)), [missing]);
    // All others of the first stage are strengths, and the rest is in place.
    let engaged = capability.iter().filter(|indicator| indicator.stage == Stage::Engaged).count();
    assert_eq!(strengths(&capability).len(), engaged - 1);
    assert_eq!(already_in_place(&capability).len(), capability.len() - engaged);
}

#[test]
fn no_and_dont_know_and_unanswered_hold_back_alike_and_stay_apart() {
    let judgements =
        [Judgement::NotAchieved, Judgement::DontKnow, Judgement::NotAnswered, Judgement::Achieved];
    let set: Vec<_> = judgements
        .into_iter()
        .enumerate()
        .map(|(id, judgement)| Assessed { id, stage: Stage::Engaged, judgement })
        .collect();
    let to_do: Vec<_> =
        areas_for_development(&set).into_iter().map(|each| each.judgement).collect();
    assert_eq!(to_do, judgements[..3]);
    let tally = tallies(&set)[0];
    assert_eq!(
        (tally.achieved, tally.not_achieved, tally.dont_know, tally.not_answered),
        (1, 1, 1, 1)
    );
    assert_eq!((tally.total(), tally.answered(), tally.complete()), (4, 3, false));
}

#[test]
fn of_nothing_nothing_is_said() {
    let set: Set = Vec::new();
    assert_eq!(Standing::of(&set), Standing::default());
    assert!(Stage::ALL.into_iter().all(|stage| blockers(&set, stage).is_empty()));
}

#[test]
fn the_stages_are_all_there_and_in_order() {
    assert!(Stage::ALL.is_sorted());
    for (place, stage) in Stage::ALL.into_iter().enumerate() {
        assert_eq!(stage.index(), place);
        // With a fifth stage, this test would not compile until the stage is added here.
        let next = match stage {
            Stage::Engaged => Some(Stage::Established),
            Stage::Established => Some(Stage::Accomplished),
            Stage::Accomplished => Some(Stage::Exemplary),
            Stage::Exemplary => None,
        };
        assert_eq!(next, Stage::ALL.get(place + 1).copied());
    }
}

fn stage() -> impl Strategy<Value = Stage> {
    proptest::sample::select(&Stage::ALL[..])
}

/// More than half of the judgements are achieved; otherwise stages would hardly ever be complete.
fn likely_judgement() -> impl Strategy<Value = Judgement> {
    prop_oneof![Just(Judgement::Achieved), judgement()]
}

fn set() -> impl Strategy<Value = Set> {
    proptest::collection::vec((stage(), likely_judgement()), 0..14).prop_map(|given| {
        let assessed = |(id, (stage, judgement))| Assessed { id, stage, judgement };
        given.into_iter().enumerate().map(assessed).collect()
    })
}

/// A capability: three areas.
fn areas() -> impl Strategy<Value = [Set; 3]> {
    [set(), set(), set()]
}

fn sorted(mut set: Set) -> Set {
    set.sort_by_key(|indicator| indicator.id);
    set
}

proptest! {
    #[test]
    fn one_more_achieved_never_lowers_a_stage(set in set(), which in any::<prop::sample::Index>()) {
        prop_assume!(!set.is_empty());
        let mut better = set.clone();
        better[which.index(set.len())].judgement = Judgement::Achieved;
        prop_assert!(reached(&better) >= reached(&set));
        // Having reached all stages ranks above working at the last.
        let rank = |set: &Set| working_at(set).map_or(4, Stage::index);
        prop_assert!(rank(&better) >= rank(&set));
    }

    /// An area without indicators at a stage is not held back there, but reaches no further than the
    /// last stage that it has. So this holds for every area: the stage that it works at lies beyond
    /// what its capability has reached, and it has reached the highest stage of its own up to there.
    #[test]
    fn a_capability_is_never_ahead_of_its_areas(areas in areas()) {
        let capability: Set = areas.iter().flatten().copied().collect();
        if let Some(together) = reached(&capability) {
            for area in &areas {
                prop_assert!(working_at(area).is_none_or(|stage| stage > together));
                let up_to = stages(area).into_iter().rfind(|stage| *stage <= together);
                prop_assert!(reached(area) >= up_to);
            }
        }
        // A capability is held back by nothing but its areas.
        let lowest = areas.iter().filter_map(|area| working_at(area)).min();
        prop_assert_eq!(working_at(&capability), lowest);
    }

    #[test]
    fn the_order_of_answering_never_matters(set in set(), seed in any::<[u8; 14]>()) {
        let mut shuffled = set.clone();
        shuffled.sort_by_key(|indicator| seed[indicator.id]);
        prop_assert_eq!(Standing::of(&shuffled), Standing::of(&set));
        for part in [areas_for_development, held_back, already_in_place, strengths] {
            prop_assert_eq!(sorted(part(&shuffled)), sorted(part(&set)));
        }
        for stage in Stage::ALL {
            prop_assert_eq!(sorted(blockers(&shuffled, stage)), sorted(blockers(&set, stage)));
        }
    }

    #[test]
    fn every_indicator_is_in_exactly_one_place(set in set()) {
        let parts = [areas_for_development, held_back, already_in_place, strengths];
        let all: Set = parts.into_iter().flat_map(|part| part(&set)).collect();
        prop_assert_eq!(sorted(all), set);
    }

    #[test]
    fn blockers_are_what_stands_between_here_and_a_stage(set in set()) {
        for stage in stages(&set) {
            let blockers = blockers(&set, stage);
            prop_assert_eq!(blockers.is_empty(), reached(&set) >= Some(stage));
            prop_assert!(blockers.is_sorted_by_key(|indicator| (indicator.stage, indicator.id)));
            // With all of them achieved, the stage is reached.
            let mut then = set.clone();
            for blocker in blockers {
                then[blocker.id].judgement = Judgement::Achieved;
            }
            prop_assert!(reached(&then) >= Some(stage));
        }
    }

    #[test]
    fn a_set_is_done_when_its_last_stage_is_reached(set in set()) {
        let last = stages(&set).last().copied();
        prop_assert_eq!(working_at(&set).is_none(), reached(&set) == last);
        prop_assert_eq!(tallies(&set).iter().map(|tally| tally.total()).sum::<usize>(), set.len());
    }
}
