//! The named fields of an object, taken one by one until none is left.

use crate::answers::Answers;
use crate::json::{Json, Mistake, Read, Wrong, step};

/// The named fields of an object, of which each is taken once. What cannot be read gives the usual
/// value and is remembered: the first mistake comes out at the end, in [`Fields::done`].
pub struct Fields {
    pub(super) left: Vec<(String, Json)>,
    pub(super) mistake: Option<Box<Mistake>>,
}

impl Fields {
    /// Takes the field `name` and reads it by `read`.
    pub fn get<T: Default>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> T {
        self.needed(name, read).unwrap_or_default()
    }

    /// Takes the field `name` and reads it by `read`. `None` is a mistake, which [`Fields::done`] tells.
    pub fn needed<T>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> Option<T> {
        match self.take(name) {
            Some(value) => self.read(name, read(value)),
            None => {
                self.note(Wrong::Missing(name).into());
                None
            }
        }
    }

    /// Takes the field `name`, if it is there, and reads it by `read`; without it, the usual value.
    pub fn usual<T: Default>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> T {
        let value = self.take(name);
        value.and_then(|value| self.read(name, read(value))).unwrap_or_default()
    }

    /// Takes the field `name`, if it is there and not `null`, and reads it by `read`.
    pub fn maybe<T>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> Option<T> {
        self.maybe_by(name, &mut { read })
    }

    /// As [`Fields::maybe`], where how to read it is known only as the program runs.
    pub fn maybe_by<T>(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(Json) -> Read<T>,
    ) -> Option<T> {
        match self.take(name) {
            None | Some(Json::Null) => None,
            Some(value) => self.read(name, read(value)),
        }
    }

    /// Takes the answers `name`, if they are there, of which each is read by `read`.
    pub fn answers<T>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> Answers<T> {
        let answers = self.take(name).map(|value| value.answers(read));
        answers.and_then(|answers| self.read(name, answers)).unwrap_or_default()
    }

    /// Takes the list `name`, if it is there, of which each entry is read by `read`.
    pub fn list<T>(&mut self, name: &'static str, read: fn(Json) -> Read<T>) -> Vec<T> {
        let list = self.take(name).map(|value| value.list(read));
        list.and_then(|list| self.read(name, list)).unwrap_or_default()
    }

    /// Takes the text `name`.
    pub fn text(&mut self, name: &'static str) -> String {
        self.get(name, Json::text)
    }

    /// Takes the text `name`; without it, an empty one.
    pub fn usual_text(&mut self, name: &'static str) -> String {
        self.usual(name, Json::text)
    }

    fn read<T>(&mut self, name: &str, read: Read<T>) -> Option<T> {
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

    /// What was made of the fields, unless one could not be read, or is left that nobody has taken.
    pub fn done<T>(self, made: T) -> Read<T> {
        match (self.mistake, self.left.into_iter().next()) {
            (Some(mistake), _) => Err(mistake),
            (None, Some((name, _))) => {
                Err(Box::new(Mistake { path: step(&name), wrong: Wrong::Unknown(name) }))
            }
            (None, None) => Ok(made),
        }
    }

    /// The first mistake so far, before all fields are taken.
    pub fn so_far(&mut self) -> Read<()> {
        self.mistake.take().map_or(Ok(()), Err)
    }
}
