//! Reads a JSON value as the type that it should have.

use std::mem::take;

use crate::by_id::ById;
use crate::json::fields::by_id;
use crate::json::later::Signs;
use crate::json::mistake::{Read, Shape, Wrong, step};
use crate::json::value::{Json, Later};

impl Json {
    pub(super) fn other<T>(&self, expected: Shape) -> Read<T> {
        Err(Wrong::Type { expected, found: self.shape() }.into())
    }

    /// The text; an empty one for `null`.
    pub fn text(&mut self) -> Read<String> {
        match take(self) {
            Json::Text(text) => Ok(text),
            Json::Null => Ok(String::new()),
            other => other.other(Shape::Text),
        }
    }

    /// True or false, also where it is written as text.
    pub fn flag(&mut self) -> Read<bool> {
        match take(self) {
            Json::Flag(flag) => Ok(flag),
            Json::Text(text) if text == "true" || text == "false" => Ok(text == "true"),
            other => other.other(Shape::Flag),
        }
    }

    /// The whole number, also where it is written as `5.0` or as text.
    pub fn whole(&mut self) -> Read<usize> {
        match take(self) {
            Json::Whole(number) => usize::try_from(number).map_err(|_| Wrong::TooLarge.into()),
            other => match other.as_whole() {
                Some(number) => Json::Whole(number).whole(),
                None => other.other(Shape::Whole),
            },
        }
    }

    /// The whole number that is written here in another way, such as `5.0` or `"5"`.
    fn as_whole(&self) -> Option<u64> {
        let (Json::Number(text) | Json::Text(text)) = self else { return None };
        let text = text.trim();
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        (digits(whole) && digits(fraction) && fraction.bytes().all(|digit| digit == b'0'))
            .then(|| whole.parse().ok())?
    }

    /// The meaning that `known` gives to the word, in capitals or not. Any other word is a mistake.
    pub fn word<T: Copy>(&mut self, known: &[(&'static str, T)]) -> Read<T> {
        let found = match take(self) {
            Json::Text(found) => found,
            other => return other.other(Shape::Word),
        };
        match known.iter().find(|(word, _)| word.eq_ignore_ascii_case(found.trim())) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let known = known.iter().map(|(word, _)| *word).collect();
                Err(Wrong::Word { found, known }.into())
            }
        }
    }

    /// The text, parsed by `read`.
    pub fn parsed<T, E: Into<Wrong>>(&mut self, read: fn(&str) -> Result<T, E>) -> Read<T> {
        let text = match take(self) {
            Json::Text(text) => text,
            other => return other.other(Shape::Text),
        };
        read(&text).map_err(|error| error.into().into())
    }

    /// The list, each entry read by `read`; an empty one for `null`.
    pub fn list<T>(&mut self, read: fn(&mut Json) -> Read<T>) -> Read<Vec<T>> {
        let mut list = Vec::new();
        self.each_entry(&mut |entry| {
            list.push(read(entry)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// The map by id, each value read by `read`; an empty one for `null`. An id that stands twice is a
    /// mistake.
    pub fn answers<T>(&mut self, read: fn(&mut Json) -> Read<T>) -> Read<ById<T>> {
        let mut answers = Vec::new();
        self.each_answer(&mut |id, value| {
            answers.push((id, read(value)?));
            Ok(true)
        })?;
        Ok(ById::from_ordered(answers))
    }

    /// Reads each entry of a list by `read`. All readers of lists use it, so that it is compiled once.
    pub(crate) fn each_entry(&mut self, read: &mut dyn FnMut(&mut Json) -> Read<()>) -> Read<()> {
        let entries = match take(self) {
            Json::List(entries) => entries,
            Json::Null => return Ok(()),
            other => return other.other(Shape::List),
        };
        let mut later = Later::default();
        for (index, mut entry) in entries.into_iter().enumerate() {
            let signs = Signs::of(&entry);
            read(&mut entry).map_err(|mistake| mistake.within(&format!("[{index}]")))?;
            if let (Some(signs), Json::Left(left)) = (signs, entry) {
                later.keep_within(signs.identity(&left), *left);
            }
        }
        self.leave(later);
        Ok(())
    }

    /// Reads each value of a map by id by `read`, in the order of the ids. `read` gives false, and
    /// leaves the value as it is, for an id that it does not know: the value is then kept for a later
    /// Cairn. All readers of such maps use this, so that it is compiled once.
    pub(crate) fn each_answer(
        &mut self,
        read: &mut dyn FnMut(String, &mut Json) -> Read<bool>,
    ) -> Read<()> {
        if *self == Json::Null {
            return Ok(());
        }
        let mut later = Later::default();
        for (id, mut value) in by_id(self.fields()?.into_left())? {
            let known = read(id.clone(), &mut value);
            if !known.map_err(|mistake| mistake.within(&step(&id)))? {
                later.keep_of_map(id, value);
            } else if let Json::Left(left) = value {
                later.keep_within(id, *left);
            }
        }
        self.leave(later);
        Ok(())
    }
}
