//! An item of a list in a record, and its fields.

use crate::by_id::{ById, Ids};
use crate::form::Field;
use crate::moment::Date;
use crate::record::{Link, Stamp};
use crate::records::value::Value;
use crate::survey::results::Proposal;

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Item {
    /// Unique within the record; in a list by id, the id of what the item is about.
    pub id: String,
    /// What stands in its fields, by the name of the field; an empty field is not there.
    pub fields: ById<Value>,
    /// When the item was last changed, and by whom.
    pub changed: Stamp,
}

impl Item {
    /// An empty item.
    pub fn new(id: String) -> Item {
        Item { id, ..Item::default() }
    }

    /// The item with another stamp.
    pub fn stamped(self, changed: Stamp) -> Item {
        Item { changed, ..self }
    }

    /// The item with a value in one of its fields.
    pub fn with(mut self, field: &Field, value: impl Into<Value>) -> Item {
        self.set(field, value);
        self
    }

    /// What stands in a field; `None` when it is empty.
    pub fn value(&self, field: &Field) -> Option<&Value> {
        self.fields.get(field.name)
    }

    /// The text of a field, or the word chosen in it. For an empty field, what files then say
    /// ([`Field::usual`]), or an empty text.
    pub fn text(&self, field: &Field) -> &str {
        self.value(field).map_or(field.usual.unwrap_or_default(), Value::text)
    }

    /// The day in a field; `None` when there is none.
    pub fn date(&self, field: &Field) -> Option<Date> {
        self.value(field).and_then(Value::date)
    }

    /// The number in a field; `None` when there is none.
    pub fn whole(&self, field: &Field) -> Option<u32> {
        self.value(field).and_then(Value::whole)
    }

    /// True when a field was ticked.
    pub fn flag(&self, field: &Field) -> bool {
        self.value(field).is_some_and(Value::flag)
    }

    /// The text with the id `part` in a field; empty when there is none.
    pub fn part(&self, field: &Field, part: &str) -> &str {
        match self.value(field) {
            Some(Value::Texts(texts)) => texts.get(part).map_or("", String::as_str),
            _ => "",
        }
    }

    /// All texts in a field, by their ids.
    pub fn parts(&self, field: &Field) -> impl Iterator<Item = (&String, &String)> {
        let texts = match self.value(field) {
            Some(Value::Texts(texts)) => Some(texts),
            _ => None,
        };
        texts.into_iter().flatten()
    }

    /// The word chosen for `id` in a field; empty when there is none.
    pub fn choice(&self, field: &Field, id: &str) -> &str {
        match self.value(field) {
            Some(Value::Choices(words)) => words.get(id).copied().unwrap_or_default(),
            _ => "",
        }
    }

    /// The numbers for `id` in a field; empty when nothing was counted.
    pub fn counts(&self, field: &Field, id: &str) -> &[u32] {
        match self.value(field) {
            Some(Value::Counts(counts)) => counts.get(id).map_or(&[], Vec::as_slice),
            _ => &[],
        }
    }

    /// All numbers in a field, by their ids.
    pub fn all_counts(&self, field: &Field) -> impl Iterator<Item = (&String, &Vec<u32>)> {
        let counts = match self.value(field) {
            Some(Value::Counts(counts)) => Some(counts),
            _ => None,
        };
        counts.into_iter().flatten()
    }

    /// The numbers in a field; empty when nothing was counted.
    pub fn wholes(&self, field: &Field) -> &[u32] {
        match self.value(field) {
            Some(Value::Wholes(numbers)) => numbers,
            _ => &[],
        }
    }

    /// The links in a field.
    pub fn links(&self, field: &Field) -> &[Link] {
        match self.value(field) {
            Some(Value::Links(links)) => links,
            _ => &[],
        }
    }

    /// The ids in a field.
    pub fn ids(&self, field: &Field) -> &Ids {
        static NONE: Ids = Ids::new();
        match self.value(field) {
            Some(Value::Ids(ids)) => ids,
            _ => &NONE,
        }
    }

    /// What a survey proposed, in a field; `None` when it proposed nothing.
    pub fn proposal(&self, field: &Field) -> Option<Proposal> {
        match self.value(field) {
            Some(Value::Proposal(proposal)) => Some(*proposal),
            _ => None,
        }
    }

    /// Puts a value into a field. An empty value, or the word that files say for an empty field,
    /// empties it.
    pub fn set(&mut self, field: &Field, value: impl Into<Value>) {
        let value = value.into();
        let usual = || matches!(value, Value::Word(word) if field.usual == Some(word));
        if value.is_empty() || usual() {
            self.fields.remove(field.name);
        } else {
            self.fields.insert(field.name.to_owned(), value);
        }
    }

    /// Empties a field.
    pub fn clear(&mut self, field: &Field) {
        self.fields.remove(field.name);
    }

    /// Puts the text with the id `part` into a field; an empty text removes it.
    pub fn set_part(&mut self, field: &Field, part: &str, text: String) {
        let mut texts = match self.fields.remove(field.name) {
            Some(Value::Texts(texts)) => texts,
            _ => ById::new(),
        };
        texts.remove(part);
        if !text.is_empty() {
            texts.insert(part.to_owned(), text);
        }
        self.set(field, Value::Texts(texts));
    }

    /// Chooses a word for `id` in a field; `None` takes the choice back.
    pub fn choose(&mut self, field: &Field, id: &str, word: Option<&'static str>) {
        let mut words = match self.fields.remove(field.name) {
            Some(Value::Choices(words)) => words,
            _ => ById::new(),
        };
        words.remove(id);
        if let Some(word) = word {
            words.insert(id.to_owned(), word);
        }
        self.set(field, Value::Choices(words));
    }

    /// Adds a link to a field, in place of one that leads to the same item.
    pub fn add_link(&mut self, field: &Field, link: Link) {
        let mut links = self.links(field).to_vec();
        links.retain(|other| !other.leads_to_same(&link));
        links.push(link);
        self.set(field, Value::Links(links));
    }
}
