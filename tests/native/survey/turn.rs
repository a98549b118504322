//! When one person's turn at a device that is handed round is over.

use cairn::survey::turn::{QUIET, Turn, WARNING, turn};

use crate::samples::at;

#[test]
fn a_turn_is_over_after_a_while_by_the_clock_on_the_wall() {
    let (quiet, over) = (i64::from(QUIET), i64::from(QUIET + WARNING));
    let table = [
        (0, Turn::GoesOn),
        (quiet - 1, Turn::GoesOn),
        (quiet, Turn::Asked),
        (over - 1, Turn::Asked),
        (over, Turn::Over),
        (i64::from(u32::MAX), Turn::Over),
        // The clock was put back: by a little, to correct it, or by a long time.
        (-1_000, Turn::GoesOn),
        (-over, Turn::Over),
    ];
    for (gap, expected) in table {
        assert_eq!(turn(at(1_000_000_000), at(1_000_000_000 + gap)), expected, "{gap}");
    }
}
