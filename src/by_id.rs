//! Lists with an id for each entry, as records and their files hold them: [`ById`] has a value for each
//! id, [`Ids`] has ids alone.
//!
//! Both do what the standard library's `BTreeMap` and `BTreeSet` do, as far as the records need it.
//! Those are written for millions of entries and weigh as much in the browser as all of Cairn's own
//! rules; an audit has a few hundred.

use std::cmp::Ordering;

use serde::ser::{Serialize, Serializer};

use crate::order::in_order;

/// A value for each of some ids, in the order of the ids. In a file it is an object. A file that names
/// an id twice is refused, because keeping only the last value would silently lose the first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ById<T>(Vec<(String, T)>);

impl<T> ById<T> {
    /// A map without ids.
    pub const fn new() -> ById<T> {
        ById(Vec::new())
    }

    /// A map of `pairs`, which have to be in the order of their ids, each id once.
    pub(crate) fn from_ordered(pairs: Vec<(String, T)>) -> ById<T> {
        debug_assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0), "not in order");
        ById(pairs)
    }

    /// How many ids it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when it has no ids.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of `id`: `Ok` when it is there, `Err` with the place where it would have to be put.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }

    /// True when there is a value for `id`.
    pub fn contains_key(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// The value for `id`.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.place(id).ok().map(|place| &self.0[place].1)
    }

    /// The value for `id`. When there is none, the default value is put there first.
    pub fn get_or_default(&mut self, id: &str) -> &mut T
    where
        T: Default,
    {
        let place = self.place(id).unwrap_or_else(|place| {
            self.0.insert(place, (id.to_owned(), T::default()));
            place
        });
        &mut self.0[place].1
    }

    /// Puts `answer` there as the value for `id`, in place of any other.
    pub fn insert(&mut self, id: String, answer: T) {
        match self.place(&id) {
            Ok(place) => self.0[place].1 = answer,
            Err(place) => self.0.insert(place, (id, answer)),
        }
    }

    /// Removes the value for `id`, and gives it.
    pub fn remove(&mut self, id: &str) -> Option<T> {
        self.place(id).ok().map(|place| self.0.remove(place).1)
    }

    /// Removes all ids and values.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Removes the values whose ids are not `known`, and gives them.
    pub fn split_off(&mut self, known: impl Fn(&str) -> bool) -> ById<T> {
        let mut unknown = Vec::new();
        for (id, answer) in std::mem::take(&mut self.0) {
            let list = if known(&id) { &mut self.0 } else { &mut unknown };
            list.push((id, answer));
        }
        ById(unknown)
    }

    /// The values of both maps. When both have an id, `both` makes one value of the two. This takes one
    /// walk along both, because putting many in their places one by one would take too long.
    pub fn joined(self, others: ById<T>, mut both: impl FnMut(&str, T, T) -> T) -> ById<T> {
        if self.is_empty() || others.is_empty() {
            return if self.is_empty() { others } else { self };
        }
        let mut joined = Vec::with_capacity(self.len().max(others.len()));
        let (mut mine, mut theirs) = (self.into_iter().peekable(), others.into_iter().peekable());
        loop {
            let which = match (mine.peek(), theirs.peek()) {
                (Some(one), Some(other)) => one.0.cmp(&other.0),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let one = if which.is_le() { mine.next() } else { None };
            let other = if which.is_ge() { theirs.next() } else { None };
            joined.extend(match (one, other) {
                (Some((id, one)), Some((_, other))) => {
                    let answer = both(&id, one, other);
                    Some((id, answer))
                }
                (one, other) => one.or(other),
            });
        }
        ById(joined)
    }

    /// The ids, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(id, _)| id)
    }

    /// The values, in the order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, answer)| answer)
    }

    /// The ids in order, each with its value.
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter().map(pair)
    }
}

fn pair<T>((id, answer): &(String, T)) -> (&String, &T) {
    (id, answer)
}

/// An iterator over a [`ById`]: the ids in order, each with its value.
pub type Iter<'a, T> =
    std::iter::Map<std::slice::Iter<'a, (String, T)>, fn(&'a (String, T)) -> (&'a String, &'a T)>;

impl<T> Default for ById<T> {
    fn default() -> ById<T> {
        ById::new()
    }
}

impl<T> IntoIterator for ById<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a ById<T> {
    type Item = (&'a String, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// When an id comes twice, its later value stays.
impl<T> FromIterator<(String, T)> for ById<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> ById<T> {
        let mut answers: Vec<(String, T)> = Vec::new();
        for pair in in_order(pairs.into_iter().collect(), |one, other| one.0 < other.0) {
            match answers.last_mut() {
                Some(last) if last.0 == pair.0 => *last = pair,
                _ => answers.push(pair),
            }
        }
        ById(answers)
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ById<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}

/// Some ids, each once and in order. In a file they are a list, in which an id may stand twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Ids(Vec<String>);

impl Ids {
    /// No ids.
    pub const fn new() -> Ids {
        Ids(Vec::new())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|other| other.as_str().cmp(id))
    }

    /// True when `id` is one of them.
    pub fn contains(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// Adds `id`, unless it is there.
    pub fn insert(&mut self, id: String) {
        if let Err(place) = self.place(&id) {
            self.0.insert(place, id);
        }
    }

    /// Removes `id`, if it is there.
    pub fn remove(&mut self, id: &str) {
        if let Ok(place) = self.place(id) {
            self.0.remove(place);
        }
    }

    /// The ids, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, String> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Ids {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<String> for Ids {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Ids {
        let mut each_once = Vec::new();
        for id in in_order(ids.into_iter().collect(), |one, other| one < other) {
            if each_once.last() != Some(&id) {
                each_once.push(id);
            }
        }
        Ids(each_once)
    }
}

impl Serialize for Ids {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Ids {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeSet::<String>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeSet::<String>::json_schema(generator)
    }
}
