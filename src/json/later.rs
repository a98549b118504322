//! Keeps what a later Cairn has written and this one does not know, and writes it back where it stood.
//!
//! A [`Later`] is what is left of a value when all known fields have been read. It remembers places by
//! the names of fields, and in lists by what identifies an entry, so that it finds its place again when
//! the entries around it have changed. A record keeps what is left of its file in a [`Beyond`].

use crate::by_id::ById;
use crate::json::value::Json;
pub use crate::json::value::Later;

impl Later {
    /// Nothing.
    pub const NOTHING: Later = Later { own: ById::new(), within: ById::new(), of_map: false };

    /// True when nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.within.is_empty()
    }

    /// Keeps an unknown field.
    pub(crate) fn keep(&mut self, name: String, value: Json) {
        self.own.insert(name, value);
    }

    /// Keeps an entry of a map by id, where this Cairn does not know the id.
    pub(crate) fn keep_of_map(&mut self, id: String, value: Json) {
        self.keep(id, value);
        self.of_map = true;
    }

    /// Keeps the unknown parts of the known field or entry `name`, beside those that are kept for it
    /// already.
    pub(crate) fn keep_within(&mut self, name: String, later: Later) {
        if !later.is_empty() {
            let known = self.within.get_or_default(&name);
            *known = std::mem::take(known).and(later);
        }
    }

    /// Joins the two. Where both keep a field with different values, the greater value stands, so that
    /// the order of the two makes no difference.
    pub fn and(self, other: Later) -> Later {
        Later {
            own: self.own.joined(other.own, |_, one, other| one.max(other)),
            within: self.within.joined(other.within, |_, one, other| one.and(other)),
            of_map: self.of_map || other.of_map,
        }
    }

    /// True when all that `part` keeps is kept here as well.
    pub fn has_all_of(&self, part: &Later) -> bool {
        part.own.iter().all(|(name, value)| self.own.get(name) == Some(value))
            && part.within.iter().all(|(name, part)| {
                self.within.get(name).is_some_and(|whole| whole.has_all_of(part))
            })
    }

    /// Takes out what is kept along a path of names.
    pub fn take(&mut self, path: &[&str]) -> Later {
        let Some((name, rest)) = path.split_first() else { return std::mem::take(self) };
        let Some(mut within) = self.within.remove(name) else { return Later::NOTHING };
        let taken = within.take(rest);
        if !within.is_empty() {
            self.within.insert((*name).to_owned(), within);
        }
        taken
    }

    /// Takes out an unknown field.
    pub fn take_own(&mut self, name: &str) -> Option<Json> {
        self.own.remove(name)
    }

    /// True when something is kept along a path of names.
    fn has(&self, path: &[&str]) -> bool {
        match path.split_first() {
            None => !self.is_empty(),
            Some((name, rest)) => self.within.get(name).is_some_and(|within| within.has(rest)),
        }
    }

    /// Keeps `later` along a path of names, beside what is kept there.
    pub fn put(&mut self, path: &[&str], later: Later) {
        match path.split_first() {
            _ if later.is_empty() => {}
            None => *self = std::mem::take(self).and(later),
            Some((name, rest)) => self.within.get_or_default(name).put(rest, later),
        }
    }

    /// Writes all that is kept into its place in `json`. What has no place there any more is left out.
    pub fn write_into(&self, json: &mut Json) {
        match json {
            Json::Object(fields) => {
                for (name, value) in fields.iter_mut() {
                    if let Some(later) = self.within.get(name) {
                        later.write_into(value);
                    }
                }
                let known = fields.len();
                for (name, later) in &self.within {
                    if later.of_map && !fields[..known].iter().any(|(other, _)| other == name) {
                        let mut map = Json::Object(Vec::new());
                        later.write_into(&mut map);
                        fields.push((name.clone(), map));
                    }
                }
                for (name, value) in &self.own {
                    if !fields[..known].iter().any(|(other, _)| other == name) {
                        fields.push((name.clone(), value.clone()));
                    }
                }
            }
            Json::List(entries) => {
                for entry in entries {
                    let name = Signs::of(entry).map(|signs| signs.identity(&Later::NOTHING));
                    if let Some(later) = name.and_then(|name| self.within.get(&name)) {
                        later.write_into(entry);
                    }
                }
            }
            _ => {}
        }
    }

    /// The names, at the end of a path, of the fields or entries that keep something inside.
    fn names_at(&self, path: &[&str]) -> Vec<String> {
        match path.split_first() {
            None => self.within.keys().cloned().collect(),
            Some((name, rest)) => {
                self.within.get(name).map(|within| within.names_at(rest)).unwrap_or_default()
            }
        }
    }

    /// The names of all unknown fields, in no particular order.
    pub fn names(&self) -> Vec<&str> {
        let within = self.within.values().flat_map(Later::names);
        self.own.keys().map(String::as_str).chain(within).collect()
    }

    /// All that is kept, as an object with each field in its place.
    pub(crate) fn into_json(self) -> Json {
        let within = self.within.into_iter().map(|(name, later)| (name, later.into_json()));
        Json::Object(self.own.into_iter().chain(within).collect())
    }
}

/// The fields that can identify an entry of a list.
const SIGNS: [&str; 6] = ["ids", "id", "at", "text", "record", "item"];

/// What can identify an entry of a list when other things in it change: the texts of the fields
/// `SIGNS`, in their order.
pub(crate) struct Signs([Option<String>; 6]);

impl Signs {
    /// Those of an entry; `None` when it is not an object.
    pub(crate) fn of(entry: &Json) -> Option<Signs> {
        let Json::Object(fields) = entry else { return None };
        let mut signs = Signs(Default::default());
        for (name, value) in fields {
            let text = match value {
                Json::List(ids) if name == "ids" => ids.first(),
                _ => Some(value),
            };
            let place = SIGNS.iter().position(|sign| sign == name);
            if let (Some(place), Some(text)) = (place, text.and_then(Json::as_text)) {
                signs.0[place].get_or_insert_with(|| text.to_owned());
            }
        }
        Some(signs)
    }

    /// What identifies the entry: its id; for a link, where it leads; for earlier words, their id and
    /// text; for a step, the first of its ids. Only known fields count: a field of such a name in
    /// `unknown` was added by a later Cairn, and is missing from the entry while it is written.
    pub(crate) fn identity(self, unknown: &Later) -> String {
        let [ids, id, at, text, record, item] = {
            let mut signs = self.0;
            for (sign, name) in signs.iter_mut().zip(SIGNS) {
                sign.take_if(|_| unknown.own.get(name).is_some());
            }
            signs
        };
        match (ids, id) {
            (Some(first), _) => first,
            (None, Some(id)) if at.is_some() => [&id, "\n", &text.unwrap_or_default()].concat(),
            (None, Some(id)) => id,
            (None, None) => [&record.unwrap_or_default(), "/", &item.unwrap_or_default()].concat(),
        }
    }
}

/// What a record keeps of its file without knowing what it means. When an item is removed, what is kept
/// of it is put away, and comes back with the item, for example when the removal is undone. Two records
/// that differ only in what is put away are equal.
#[derive(Debug, Clone, Default)]
pub struct Beyond {
    kept: Later,
    gone: Later,
}

impl PartialEq for Beyond {
    fn eq(&self, other: &Beyond) -> bool {
        self.kept == other.kept
    }
}

impl From<Later> for Beyond {
    fn from(kept: Later) -> Beyond {
        Beyond { kept, gone: Later::NOTHING }
    }
}

impl Beyond {
    /// Nothing.
    pub const NOTHING: Beyond = Beyond { kept: Later::NOTHING, gone: Later::NOTHING };

    /// What is kept, without what is put away.
    pub fn later(&self) -> &Later {
        &self.kept
    }

    /// Keeps what another copy keeps, beside its own.
    pub fn join(&mut self, other: &Beyond) {
        if self.kept != other.kept {
            self.kept = std::mem::take(&mut self.kept).and(other.kept.clone());
        }
    }

    /// Puts away what is kept at `path`, because what stood there was removed.
    pub fn remove(&mut self, path: &[&str]) {
        self.gone.put(path, self.kept.take(path));
    }

    /// Brings back what was kept at `path`, because what stood there is there again.
    pub fn bring_back(&mut self, path: &[&str]) {
        self.kept.put(path, self.gone.take(path));
    }

    /// True when something is kept along a path of names.
    pub(crate) fn has(&self, path: &[&str]) -> bool {
        self.kept.has(path)
    }

    /// Moves what is kept at `from` to `to`, because what stood there has moved.
    pub(crate) fn relocate(&mut self, from: &[&str], to: &[&str]) {
        if self.kept.has(from) {
            let later = self.kept.take(from);
            self.kept.put(to, later);
        }
    }

    /// The names, at the end of a path, of the fields or entries that keep something inside.
    pub(crate) fn names_at(&self, path: &[&str]) -> Vec<String> {
        self.kept.names_at(path)
    }

    /// The one thing at `path`, identified by `before`, has been replaced by one identified by `after`.
    /// Puts away what is kept of the old one, and brings back what was kept of the new one.
    pub fn replace(&mut self, path: &[&str], before: &str, after: &str) {
        if before != after {
            let key = |id| [path, &[id]].concat();
            self.gone.put(&key(before), self.kept.take(path));
            self.kept.put(path, self.gone.take(&key(after)));
        }
    }
}
