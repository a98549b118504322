use cairn::audit::standing::Standing;
use cairn::chart::diverging::{CENTRE, Piece, WIDTH, diverging};
use cairn::chart::qr::qr;
use cairn::chart::stepping::{self, stepping_stones};
use cairn::chart::steps;
use cairn::chart::{BOX, SPANS, StoneState, stones, year};
use cairn::moment::Date;
use cairn::progression::{Assessed, Judgement, Stage};
use cairn::survey::{Answer, Counts};
use proptest::prelude::*;

use crate::samples::judgement;

/// `given`: how many indicators are achieved and how many there are, for each stage from the ground up.
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
    // Area 1B has no indicators at the first and last stages. An empty place carries what rests above
    // it.
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

#[test]
fn stepping_stones_lead_up_to_where_one_stands() {
    use stepping::StoneState::{Ahead, Here, Passed};
    let check = |now: Option<usize>, expected: [stepping::StoneState; 4]| {
        assert_eq!(stepping_stones(now, None).map(|stone| stone.state), expected, "{now:?}");
    };
    check(None, [Ahead, Ahead, Ahead, Ahead]);
    check(Some(1), [Here, Ahead, Ahead, Ahead]);
    check(Some(3), [Passed, Passed, Here, Ahead]);
    check(Some(4), [Passed, Passed, Passed, Here]);
    let stones = stepping_stones(Some(4), Some(2));
    assert_eq!(stones.map(|stone| stone.last_year), [false, true, false, false]);
    assert_eq!(stones.map(|stone| stone.x), [27, 81, 135, 189]);
    assert!(stones.iter().all(|stone| stone.x < stepping::BOX.0));
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
        // The highest finished stone is the stage that is reached by the rules.
        prop_assert_eq!(last.map(|place| stones[place].stage), standing.reached);
        for (stone, (top, foot)) in stones.iter().zip(SPANS) {
            prop_assert!(top <= stone.fill_top && stone.fill_top <= foot);
        }
    }
}

// Bars of the answers to a statement.

/// `expected`: where each piece begins and how wide it is, from the left, don't know last.
fn check_bar(counts: Counts, expected: [(u32, u32); 6]) {
    let pieces = diverging(&counts).unwrap();
    assert_eq!(pieces.map(|piece| (piece.x, piece.width)), expected, "{counts:?}");
    for Piece { answer, count, .. } in pieces {
        assert_eq!(count, counts[answer.index()]);
    }
    let order = pieces.map(|piece| piece.answer);
    assert_eq!(order.map(Answer::index), [4, 3, 2, 1, 0, 5]);
}

#[test]
fn a_bar_leans_to_where_people_do() {
    assert_eq!(diverging(&[0; 6]), None);
    check_bar(
        [1, 0, 0, 0, 0, 0],
        [(1000, 0), (1000, 0), (1000, 0), (1000, 0), (1000, 1000), (2040, 0)],
    );
    check_bar(
        [0, 0, 0, 0, 7, 0],
        [(0, 1000), (1000, 0), (1000, 0), (1000, 0), (1000, 0), (2040, 0)],
    );
    check_bar(
        [0, 0, 3, 0, 0, 0],
        [(500, 0), (500, 0), (500, 1000), (1500, 0), (1500, 0), (2040, 0)],
    );
    check_bar(
        [2, 3, 2, 2, 1, 10],
        [(600, 100), (700, 200), (900, 200), (1100, 300), (1400, 200), (2040, 200)],
    );
    check_bar(
        [0, 0, 0, 0, 0, 4],
        [(1000, 0), (1000, 0), (1000, 0), (1000, 0), (1000, 0), (2040, 400)],
    );
    check_bar(
        [1, 1, 1, 0, 0, 0],
        [(833, 0), (833, 0), (833, 334), (1167, 333), (1500, 333), (2040, 0)],
    );
}

proptest! {
    #[test]
    fn pieces_touch_and_lie_within_the_box(counts: [u32; 6]) {
        let Some(pieces) = diverging(&counts) else { return Ok(()) };
        for pair in pieces[..5].windows(2) {
            prop_assert_eq!(pair[0].x + pair[0].width, pair[1].x);
        }
        let [first, .., last, apart] = pieces;
        let length = if counts[..5].iter().any(|count| *count > 0) { 1_000 } else { 0 };
        prop_assert!((last.x + last.width - first.x).abs_diff(length) <= 1);
        prop_assert!(last.x + last.width < apart.x && apart.x + apart.width <= WIDTH);
        // Mirrored counts give the mirror image of the bar.
        let [a, b, c, d, e, unknown] = counts;
        let mirrored = diverging(&[e, d, c, b, a, unknown]).unwrap();
        for (piece, image) in pieces[..5].iter().zip(mirrored[..5].iter().rev()) {
            prop_assert_eq!(piece.x + image.x + image.width, 2 * CENTRE);
        }
    }
}

// QR codes.

/// The dark modules that a path draws.
fn modules(path: &str, size: u32) -> Vec<Vec<bool>> {
    let mut modules = vec![vec![false; size as usize]; size as usize];
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (width, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(format!("{width}z"), back);
        let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().unwrap());
        assert!(width > 0 && modules[y].get(x + width).is_none_or(|dark| !dark));
        modules[y][x..x + width].fill(true);
    }
    modules
}

#[test]
fn a_qr_code_is_square_and_has_its_three_marks() {
    for text in ["x", "https://example.org/cairn/#/survey/04qr7dawyc000005001p6v3600dn6x31csk20"] {
        let code = qr(text).unwrap();
        assert_eq!((code.size - 17) % 4, 0);
        let modules = modules(&code.path, code.size);
        let end = code.size as usize - 7;
        for (left, top) in [(0, 0), (end, 0), (0, end)] {
            for (y, row) in modules[top..top + 7].iter().enumerate() {
                for (x, dark) in row[left..left + 7].iter().enumerate() {
                    let ring = x.abs_diff(3).max(y.abs_diff(3));
                    assert_eq!(*dark, ring != 2, "{left} {top}: {x} {y}");
                }
            }
        }
        assert!(modules[end + 6][end + 6..].len() == 1, "the quiet zone is not part of it");
    }
    let long = "x".repeat(2_331);
    assert_eq!(qr(&long).unwrap().size, 177);
    assert_eq!(qr(&(long + "x")), None);
}

#[test]
fn four_steps_share_one_bar() {
    assert_eq!(steps::pieces([0; 4]), None);
    assert_eq!(steps::pieces([1, 0, 1, 2]), Some([(0, 250), (250, 0), (250, 250), (500, 500)]));
    assert_eq!(steps::pieces([0, 0, 7, 0]), Some([(0, 0), (0, 0), (0, 1_000), (1_000, 0)]));
    assert_eq!([0, 1, 3].map(steps::stone), [18, 52, 120]);
}

proptest! {
    #[test]
    fn the_pieces_of_four_steps_touch_and_fill_the_bar(counts in proptest::array::uniform4(0u32..)) {
        let Some(pieces) = steps::pieces(counts) else { return Ok(()) };
        for pair in pieces.windows(2) {
            prop_assert_eq!(pair[0].0 + pair[0].1, pair[1].0);
        }
        prop_assert_eq!(pieces[3].0 + pieces[3].1, steps::WIDTH);
        prop_assert!((0..4).all(|step| counts[step] > 0 || pieces[step].1 == 0));
    }
}

#[test]
fn a_year_lies_from_left_to_right() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let (first, last) = (day("2026-04-01"), day("2027-03-31"));
    let check = |text: &str, expected: u32| {
        assert_eq!(year::across(day(text), first, last), expected, "{text}");
    };
    check("2026-04-01", 4);
    check("2026-09-30", 1800);
    check("2027-03-31", 3595);
    check("2020-01-01", 0);
    check("2030-01-01", year::WIDTH);
}

#[test]
fn pebbles_of_a_month_lie_within_it() {
    assert_eq!(year::pebbles(0, 0, 300), []);
    assert_eq!(year::pebbles(1, 0, 300), [(150, 42)]);
    assert_eq!(year::pebbles(2, 0, 300), [(150, 42), (150, 126)]);
    assert_eq!(year::pebbles(5, 0, 300)[3..], [(90, 294), (210, 42)]);
    let all = year::pebbles(100, 0, 300);
    assert_eq!(all.len(), year::MOST_PEBBLES);
    assert!(all.iter().all(|(x, _)| (60..=240).contains(x)));
}
