//! Puts lists in order. The compiler writes the standard library's sort anew for each type of item, at
//! four kilobytes each, and all of them would be fetched before a record can be opened. Here one sort
//! serves every type.

/// The items in order. `before(one, other)` says whether `one` has to stand before `other`. Two items
/// of which neither has to stand first keep their order.
pub fn in_order<T>(items: Vec<T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let order = places(items.len(), &|one, other| before(&items[one], &items[other]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items[place].take()).collect()
}

/// The item with this id. The search is fast in a list that is in the order of ids; in any other list
/// it looks at each item.
pub fn found<'a, T>(items: &'a [T], id: &str, id_of: impl Fn(&T) -> &str) -> Option<&'a T> {
    match items.binary_search_by(|item| id_of(item).cmp(id)) {
        Ok(place) => Some(&items[place]),
        Err(_) => items.iter().find(|item| id_of(item) == id),
    }
}

/// The items and those in `new` together, in the order of their ids. When both have an item with one
/// id, the one in `new` stays. All are sorted at once, because putting many in their places one by one
/// would take too long.
pub fn with_all<T>(mut items: Vec<T>, new: Vec<T>, id_of: impl Fn(&T) -> &str) -> Vec<T> {
    items.extend(new);
    let mut each_once: Vec<T> = Vec::with_capacity(items.len());
    for item in in_order(items, |one, other| id_of(one) < id_of(other)) {
        match each_once.last_mut() {
            Some(last) if id_of(last) == id_of(&item) => *last = item,
            _ => each_once.push(item),
        }
    }
    each_once
}

/// The numbers below `length`, in the order that `before` asks for. This is a merge sort: it merges
/// runs of one, then of two, of four and so on.
fn places(length: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut run = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in places.chunks(run * 2) {
            let (mut first, mut second) = pair.split_at(run.min(pair.len()));
            loop {
                let (from, place) = match (first.first(), second.first()) {
                    (Some(one), Some(other)) if before(*other, *one) => (&mut second, *other),
                    (Some(one), _) => (&mut first, *one),
                    (None, Some(other)) => (&mut second, *other),
                    (None, None) => break,
                };
                *from = &from[1..];
                merged.push(place);
            }
        }
        places = merged;
        run *= 2;
    }
    places
}
