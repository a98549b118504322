use cairn::order::in_order;
use proptest::prelude::*;

fn check(items: &[&str], expected: &[&str]) {
    let by_length = |one: &&str, other: &&str| one.len() < other.len();
    assert_eq!(in_order(items.to_vec(), by_length), expected);
}

#[test]
fn items_come_into_order() {
    check(&[], &[]);
    check(&["a"], &["a"]);
    check(&["ccc", "a", "bb"], &["a", "bb", "ccc"]);
    check(&["bb", "aa", "x", "cc", "w"], &["x", "w", "bb", "aa", "cc"]);
}

proptest! {
    #[test]
    fn the_order_is_that_of_the_standard_library(
        items in proptest::collection::vec((0..5_u8, any::<u8>()), 0..70)
    ) {
        let mut sorted = items.clone();
        sorted.sort_by_key(|(first, _)| *first);
        prop_assert_eq!(in_order(items, |(one, _), (other, _)| one < other), sorted);
    }
}
