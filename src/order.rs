//! Puts lists in order. The standard library's sorts are written anew for each type of item, at four
//! kilobytes each, and all of them are fetched before a record can be opened; here one sort serves all.

/// The items in order: `before(one, other)` says that one has to stand before the other. Items of
/// which neither has to stand before the other keep their order.
pub fn in_order<T>(items: Vec<T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let order = places(items.len(), &|one, other| before(&items[one], &items[other]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items[place].take()).collect()
}

/// The item with this id. In a list that stands in the order of ids it is soon found, in another each
/// item is looked at.
pub fn found<'a, T>(items: &'a [T], id: &str, id_of: impl Fn(&T) -> &str) -> Option<&'a T> {
    match items.binary_search_by(|item| id_of(item).cmp(id)) {
        Ok(place) => Some(&items[place]),
        Err(_) => items.iter().find(|item| id_of(item) == id),
    }
}

/// The items with `new` among them in the order of their ids; of two with one id the one in `new`. One
/// sort for all: putting many in their places one by one would take for ever.
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

/// The numbers below `length` in order, by merging: runs of one, then of two, of four and so on.
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
