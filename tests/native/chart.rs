use cairn::audit::standing::Standing;
use cairn::chart::{BOX, SPANS, StoneState, stones};
use cairn::progression::{Assessed, Judgement, Stage};
use proptest::prelude::*;

use crate::samples::judgement;

/// `given`: achieved of all, for each stage from the ground up.
fn check(given: [(usize, usize); 4], expected: [(StoneState, usize); 4]) {
    let found = stones(&standing(given)).map(|stone| (stone.state, stone.fill_top));
    assert_eq!(found, expected, "{given:?}");
}

fn standing(given: [(usize, usize); 4]) -> Standing {
    let mut set = Vec::new();
    for (stage, (achieved, total)) in Stage::ALL.into_iter().zip(given) {
        for place in 0..total {
            let judgement =
                if place < achieved { Judgement::Achieved } else { Judgement::NotAnswered };
            set.push(Assessed { id: (), stage, judgement });
        }
    }
    Standing::of(&set)
}

#[test]
fn stones_show_how_much_is_achieved() {
    use StoneState::{Empty, Finished, NoIndicators, Partly, Waiting};
    check(
        [(0, 2), (0, 2), (0, 2), (0, 1)],
        [(Empty, 1120), (Empty, 840), (Empty, 570), (Empty, 320)],
    );
    check(
        [(1, 2), (1, 3), (0, 2), (1, 1)],
        [(Partly, 980), (Partly, 750), (Empty, 570), (Waiting, 90)],
    );
    check(
        [(2, 2), (3, 3), (1, 5), (0, 1)],
        [(Finished, 840), (Finished, 570), (Partly, 520), (Empty, 320)],
    );
    check(
        [(1, 3), (2, 3), (1, 6), (5, 7)],
        [(Partly, 1027), (Partly, 660), (Partly, 528), (Partly, 156)],
    );
    check(
        [(2, 2), (3, 3), (5, 5), (1, 1)],
        [(Finished, 840), (Finished, 570), (Finished, 320), (Finished, 90)],
    );
    // 1B has neither a first nor a last stone: an empty place carries what rests above it.
    check(
        [(0, 0), (4, 4), (4, 4), (0, 0)],
        [(NoIndicators, 1120), (Finished, 570), (Finished, 320), (NoIndicators, 320)],
    );
    check(
        [(0, 0), (0, 0), (0, 0), (0, 0)],
        [(NoIndicators, 1120), (NoIndicators, 840), (NoIndicators, 570), (NoIndicators, 320)],
    );
}

#[test]
fn the_stones_stand_on_one_another_within_the_box() {
    for pair in SPANS.windows(2) {
        assert_eq!(pair[0].0, pair[1].1, "a stone stands on the top of the one below");
    }
    for (top, foot) in SPANS {
        assert!(top < foot && foot <= BOX.1 * 10);
    }
}

proptest! {
    #[test]
    fn a_stone_cannot_look_finished_over_an_unfinished_one(
        judgements in proptest::collection::vec((0..4_usize, judgement()), 0..16)
    ) {
        let set: Vec<_> = judgements
            .into_iter()
            .map(|(stage, judgement)| Assessed { id: (), stage: Stage::ALL[stage], judgement })
            .collect();
        let standing = Standing::of(&set);
        let stones = stones(&standing);
        let last = stones.iter().rposition(|stone| stone.state == StoneState::Finished);
        for below in &stones[..last.unwrap_or(0)] {
            prop_assert!(matches!(below.state, StoneState::Finished | StoneState::NoIndicators));
        }
        // The picture says what the rules say.
        prop_assert_eq!(last.map(|place| stones[place].stage), standing.reached);
        for (stone, (top, foot)) in stones.iter().zip(SPANS) {
            prop_assert!(top <= stone.fill_top && stone.fill_top <= foot);
        }
    }
}
