//! Takes the named fields out of a JSON object, one by one. Fields that nobody takes are kept for a
//! later Cairn.

use std::mem::take;

use crate::by_id::ById;
use crate::json::mistake::{Mistake, Read, Shape, Wrong, step};
use crate::json::value::{Json, Later};
use crate::order::in_order;

/// The named fields of an object. Each is taken once. A field that cannot be read gives its default
/// value, and [`Fields::done`] fails with the first such mistake.
pub struct Fields<'a> {
    /// The place of the object in the tree. Its unknown fields are left here.
    home: &'a mut Json,
    left: Vec<(String, Json)>,
    /// The unknown fields inside the fields that have been read.
    later: Later,
    mistake: Option<Box<Mistake>>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(home: &'a mut Json, left: Vec<(String, Json)>) -> Fields<'a> {
        Fields { home, left, later: Later::default(), mistake: None }
    }

    pub(super) fn into_left(self) -> Vec<(String, Json)> {
        self.left
    }

    /// Takes the field `name` and reads it by `read`. When it is missing or cannot be read, that is a
    /// mistake, and gives the default value.
    pub fn get<T: Default>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> T {
        self.needed(name, read).unwrap_or_default()
    }

    /// Takes the field `name` and reads it by `read`. `None` when it is missing or cannot be read: that
    /// is a mistake, with which [`Fields::done`] fails.
    pub fn needed<T>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> Option<T> {
        self.needed_by(name, &mut { read })
    }

    /// As [`Fields::needed`], for a `read` that captures variables.
    pub fn needed_by<T>(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut Json) -> Read<T>,
    ) -> Option<T> {
        match self.take(name) {
            Some(mut value) => {
                let read = read(&mut value);
                self.read(name, read, value)
            }
            None => {
                self.note(Wrong::Missing(name).into());
                None
            }
        }
    }

    /// Takes the field `name` and reads it by `read`; the default value when it is missing or `null`.
    pub fn usual<T: Default>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> T {
        self.maybe(name, read).unwrap_or_default()
    }

    /// Takes the field `name`, if it is there and not `null`, and reads it by `read`.
    pub fn maybe<T>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> Option<T> {
        self.maybe_by(name, &mut { read })
    }

    /// As [`Fields::maybe`], for a `read` that captures variables.
    pub fn maybe_by<T>(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut Json) -> Read<T>,
    ) -> Option<T> {
        let mut value = self.take(name).filter(|value| *value != Json::Null)?;
        let read = read(&mut value);
        self.read(name, read, value)
    }

    /// Takes the map by id `name`, each value read by `read`; an empty one when it is missing or
    /// `null`.
    pub fn answers<T>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> ById<T> {
        self.maybe_by(name, &mut |value| value.answers(read)).unwrap_or_default()
    }

    /// Takes the list `name`, each entry read by `read`; an empty one when it is missing or `null`.
    pub fn list<T>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> Vec<T> {
        self.maybe_by(name, &mut |value| value.list(read)).unwrap_or_default()
    }

    /// A field that nobody has taken is a mistake when `wrong` is true for its name.
    pub fn refuse(&mut self, wrong: impl Fn(&str) -> bool) {
        if let Some((name, _)) = self.left.iter().find(|(name, _)| wrong(name)) {
            let name = name.clone();
            self.note(Box::new(Mistake { path: step(&name), wrong: Wrong::Unknown(name) }));
        }
    }

    /// Takes the text `name`.
    pub fn text(&mut self, name: &'static str) -> String {
        self.get(name, Json::text)
    }

    /// Takes the text `name`; an empty one when it is missing.
    pub fn usual_text(&mut self, name: &'static str) -> String {
        self.usual(name, Json::text)
    }

    fn read<T>(&mut self, name: &str, read: Read<T>, mut value: Json) -> Option<T> {
        self.later.keep_within(name.to_owned(), value.left());
        read.map_err(|mistake| self.note(mistake.within(&step(name)))).ok()
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let place = self.left.iter().position(|(other, _)| other == name)?;
        let (name, value) = self.left.remove(place);
        if self.left.iter().any(|(other, _)| *other == name) {
            self.note(Wrong::Twice(name).into());
        }
        Some(value)
    }

    fn note(&mut self, mistake: Box<Mistake>) {
        self.mistake.get_or_insert(mistake);
    }

    /// Gives `made`, or fails with the first mistake. The fields that nobody has taken are left in the
    /// place of the object: a later Cairn may have written them.
    pub fn done<T>(self, made: T) -> Read<T> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let mut later = self.later;
        for (name, value) in by_id(self.left)? {
            later.keep(name, value);
        }
        self.home.leave(later);
        Ok(made)
    }

    /// As [`Fields::done`], but a field that nobody has taken is a mistake. For objects that cannot
    /// keep unknown fields.
    pub fn all_known<T>(self, made: T) -> Read<T> {
        match self.left.first() {
            Some((name, _)) if self.mistake.is_none() => {
                Err(Box::new(Mistake { path: step(name), wrong: Wrong::Unknown(name.clone()) }))
            }
            _ => self.done(made),
        }
    }

    /// Fails with the first mistake so far and forgets it. For stopping before all fields are taken.
    pub fn so_far(&mut self) -> Read<()> {
        self.mistake.take().map_or(Ok(()), Err)
    }
}

impl Json {
    /// The named fields of an object. Any other value is a mistake.
    pub fn fields(&mut self) -> Read<Fields<'_>> {
        match take(self) {
            Json::Object(left) => Ok(Fields::new(self, left)),
            other => other.other(Shape::Object),
        }
    }
}

/// The fields in the order of their names; a name that stands twice is a mistake. They are sorted all
/// at once: inserting each in its place would take too long in a large file.
pub(super) fn by_id(fields: Vec<(String, Json)>) -> Read<Vec<(String, Json)>> {
    let fields = in_order(fields, |(one, _), (other, _)| one < other);
    match fields.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(twice) => Err(Wrong::Twice(twice[0].0.clone()).into()),
        None => Ok(fields),
    }
}
