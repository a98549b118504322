//! Records: audits, and the books of teams, persons and organisations.
//!
//! What can stand in a record is data: its [`Form`] names the fields of the record itself and lists of
//! items with fields of their own. So keeping, undoing, merging, reading and checking are written once
//! for all kinds. What the entries of each kind mean is left to the room of that kind.
//!
//! Every part that a person can change is a slot ([`Slot`]), and its entry carries when it was last
//! changed and by whom. So undo, two tabs and a colleague's copy are all the same operation: putting an
//! entry into a slot.

mod entries;
mod item;
mod layout;
mod naming;
mod slot;
mod value;

use std::mem::replace;

use crate::by_id::ById;
use crate::form::{Field, Form, List, SHARED, SHARED_FROM, Surveys};
use crate::json::later::Beyond;
use crate::moment::{Date, Timestamp};
use crate::order::found;
use crate::record::{EarlierWords, Link, RecordKind, Stamp};
pub use crate::records::entries::AllEntries;
pub use crate::records::item::Item;
pub use crate::records::naming::next_name;
pub use crate::records::slot::{Entry, Slot};
pub use crate::records::value::Value;
use crate::survey::LastSurvey;
use crate::survey::asked::counted_in_round;
use crate::survey::collected::survey_of;
use crate::survey::tally::Tally;
use crate::survey::{Asked, Collected, KeptResults, Survey};

/// A record: what is stored, exported and imported as a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What can stand in it; the form also says its kind.
    pub form: &'static Form,
    /// Unique among all records anywhere.
    pub id: String,
    /// The id of the framework that an audit answers; empty for any other record.
    pub framework: String,
    /// When it was begun, UTC.
    pub created_at: Timestamp,
    /// What stands in the fields of the record itself, by the name of the field.
    pub answers: ById<Filled>,
    /// Items, by the name of their list; within a list in the order of their ids, which is the order in
    /// which they were made.
    pub lists: ById<Vec<Item>>,
    /// The survey that was opened last, in a record that can have one.
    pub survey: Option<Survey>,
    /// What has been counted of the survey.
    pub tally: Option<Tally>,
    /// What was removed, so that it does not come back: items by the key that the form gives
    /// (`Form::removal_key`), and the survey by the key `survey`.
    pub removed: ById<Stamp>,
    /// What is kept of the record that this one was begun from.
    pub last_year: Option<LastYear>,
    /// Words that lost when two copies met.
    pub earlier_words: Vec<EarlierWords>,
    /// Answers to what the framework does not ask, kept as they came: by id, and then by the name that
    /// the form gives to the list ([`Form::asked`]).
    pub set_aside: ById<ById<Item>>,
    /// What a later Cairn has written in the file of this record, kept as it came.
    pub beyond: Beyond,
}

/// What stands in a field of the record itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Filled {
    /// The value that a person put there. An empty field has an empty text, whatever it can hold.
    #[serde(skip_serializing_if = "Value::is_empty")]
    pub value: Value,
    /// When the field was last changed, and by whom.
    pub changed: Stamp,
}

/// What a record keeps of the one that it was begun from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LastYear {
    /// The name of that record.
    pub name: String,
    /// When that record was last changed.
    pub changed_at: Timestamp,
    /// What stood in its fields, by the name of the field.
    pub answers: ById<Filled>,
    /// Items that are shown beside this year's, by the list that they stood in.
    pub lists: ById<Vec<Item>>,
    /// The results of its survey.
    pub survey: Option<LastSurvey>,
}

/// The parts of a record that are in no slot, and are replaced as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    last_year: Option<LastYear>,
    earlier_words: Vec<EarlierWords>,
    set_aside: ById<ById<Item>>,
    beyond: Beyond,
}

impl Record {
    /// The record that stands for none, when no record is open.
    pub const NOTHING: Record = Record {
        form: Form::NOTHING,
        id: String::new(),
        framework: String::new(),
        created_at: Timestamp::START,
        answers: ById::new(),
        lists: ById::new(),
        survey: None,
        tally: None,
        removed: ById::new(),
        last_year: None,
        earlier_words: Vec::new(),
        set_aside: ById::new(),
        beyond: Beyond::NOTHING,
    };

    /// An empty record with a name and an organisation, begun at the moment of `stamp`.
    pub fn new(
        form: &'static Form,
        id: String,
        name: &str,
        organisation: &str,
        stamp: Stamp,
    ) -> Record {
        let mut record = Record { form, id, created_at: stamp.at, ..Record::NOTHING };
        for (field, text) in [(form.name, name), (form.organisation, organisation)] {
            record.answers.insert(field.name.to_owned(), Filled::new(text.into(), stamp.clone()));
        }
        record
    }

    /// The kind of the record.
    pub fn kind(&self) -> RecordKind {
        self.form.kind
    }

    /// True when the form has the list, and the list has all fields of the item. A file with any other
    /// could not be opened.
    fn has_fields_of(&self, list: &List, item: &Item) -> bool {
        let has = |field: &String| list.fields.iter().any(|it| it.name == field);
        self.form.lists.contains(&list) && item.fields.keys().all(has)
    }

    /// The id of the person's own record that this one was shared from; empty when it was not shared.
    pub fn shared_from(&self) -> &str {
        self.text(&SHARED_FROM)
    }

    /// True for an item that others may see: in a person's own record, only what the person shares.
    pub fn shows_others(&self, item: &Item) -> bool {
        self.kind() != RecordKind::Person || !self.shared_from().is_empty() || item.flag(&SHARED)
    }

    /// The record's name.
    pub fn name(&self) -> &str {
        self.text(self.form.name)
    }

    /// Changes the record's name. The stamp of the name stays as it was.
    pub fn rename(&mut self, name: String) {
        let field = self.form.name.name;
        if let Some(filled) = self.answers.remove(field) {
            self.answers.insert(field.to_owned(), Filled { value: name.into(), ..filled });
        }
    }

    /// The name of the organisation that the record belongs to; for an organisation's own record, the
    /// record's name.
    pub fn organisation(&self) -> &str {
        match self.kind() {
            RecordKind::Organisation => self.name(),
            _ => self.text(self.form.organisation),
        }
    }

    /// What stands in a field of the record itself; `None` when it was never filled.
    pub fn value(&self, field: &Field) -> Option<&Value> {
        self.answers.get(field.name).map(|filled| &filled.value)
    }

    /// The text of a field, or the word chosen in it; empty when there is none.
    pub fn text(&self, field: &Field) -> &str {
        self.value(field).map_or("", Value::text)
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

    /// What stood in a field of the record that this one was begun from.
    pub fn last_year(&self, field: &Field) -> Option<&Value> {
        Some(&self.last_year.as_ref()?.answers.get(field.name)?.value)
    }

    /// The items of a list of the record that this one was begun from, as far as they were kept.
    pub fn last_years_items(&self, list: &List) -> &[Item] {
        let items = self.last_year.as_ref().and_then(|last_year| last_year.lists.get(list.name));
        items.map_or(&[], Vec::as_slice)
    }

    /// The items of a list.
    pub fn items(&self, list: &List) -> &[Item] {
        self.lists.get(list.name).map_or(&[], Vec::as_slice)
    }

    /// An item of a list.
    pub fn item(&self, list: &List, id: &str) -> Option<&Item> {
        found(self.items(list), id, |item| &item.id)
    }

    /// An item of the list that has this name.
    pub fn item_named(&self, list: &str, id: &str) -> Option<&Item> {
        self.item(self.form.list(list)?, id)
    }

    /// An item wherever it stands, with its list.
    pub fn find(&self, id: &str) -> Option<(&'static List, &Item)> {
        let mut lists = self.form.lists.iter();
        lists.find_map(|list| self.item(list, id).map(|item| (*list, item)))
    }

    /// Every item with its list, in the order of the names of the lists.
    pub fn all_items(&self) -> impl Iterator<Item = (&'static List, &Item)> {
        let lists =
            self.lists.iter().filter_map(|(name, items)| Some((self.form.list(name)?, items)));
        lists.flat_map(|(list, items)| items.iter().map(move |item| (list, item)))
    }

    /// A link to one of the record's items. In a record that a person has shared, it leads to the
    /// person's own record.
    pub fn link_to(&self, list: &List, item: &Item) -> Link {
        let owner = self.shared_from();
        let text = list.title.map_or("", |title| item.text(title).trim());
        Link {
            kind: self.kind(),
            record: if owner.is_empty() { &self.id } else { owner }.to_owned(),
            name: self.name().to_owned(),
            list: list.name.to_owned(),
            item: item.id.clone(),
            text: text.to_owned(),
        }
    }

    /// When any part of the record was last changed.
    pub fn changed_at(&self) -> Timestamp {
        let stamps = self.answers.values().map(|filled| &filled.changed);
        let stamps = stamps
            .chain(self.lists.values().flatten().map(|item| &item.changed))
            .chain(self.removed.values())
            .chain(self.survey.iter().map(|survey| &survey.changed))
            .chain(self.tally.iter().map(|tally| &tally.changed));
        stamps.map(|stamp| stamp.at).max().unwrap_or(self.created_at)
    }

    /// The survey with what has been counted of it; `None` without a survey.
    pub fn collected(&self) -> Option<Collected<'_>> {
        let collected = Collected::of(self.survey.as_ref(), self.tally.as_ref())?;
        let kept = match self.form.surveys {
            Surveys::InList { list, people, counts } => {
                let id = &collected.survey.id;
                let was_there = self.removed.contains_key(&self.form.removal_key(list, id));
                let of_survey = |item: &&Item| survey_of(&item.id) == Some(id.as_str());
                let kept = self.items(list).iter().filter(of_survey);
                let has_shown = |item: &Item| {
                    let responses = item.whole(people)?;
                    let counted = counted_in_round(item.all_counts(counts));
                    Some(collected.has_shown(responses, counted.as_ref()))
                };
                let kept: Vec<bool> = kept.filter_map(has_shown).collect();
                match kept.as_slice() {
                    [] if was_there => KeptResults::Removed,
                    [] => KeptResults::Nothing,
                    kept if kept.contains(&false) => KeptResults::Elsewhere,
                    _ => KeptResults::Shown,
                }
            }
            Surveys::No | Surveys::InTally => KeptResults::Nothing,
        };
        Some(Collected { kept, ..collected })
    }

    /// What next year's record keeps of this one: its name, the time of its last change and its fields.
    /// The caller adds lists and the survey.
    pub fn as_last_year(&self) -> LastYear {
        LastYear {
            name: self.name().to_owned(),
            changed_at: self.changed_at(),
            answers: self.answers.clone(),
            lists: ById::new(),
            survey: None,
        }
    }

    /// A copy of the parts that are in no slot.
    pub fn along(&self) -> Along {
        Along {
            last_year: self.last_year.clone(),
            earlier_words: self.earlier_words.clone(),
            set_aside: self.set_aside.clone(),
            beyond: self.beyond.clone(),
        }
    }

    /// Replaces the parts that are in no slot. Gives those that were there before.
    pub fn swap_along(&mut self, along: Along) -> Along {
        Along {
            last_year: replace(&mut self.last_year, along.last_year),
            earlier_words: replace(&mut self.earlier_words, along.earlier_words),
            set_aside: replace(&mut self.set_aside, along.set_aside),
            beyond: replace(&mut self.beyond, along.beyond),
        }
    }

    /// Keeps words that lost against others. Each is kept once, and all are put in order.
    pub(crate) fn remember(&mut self, words: Vec<EarlierWords>) {
        EarlierWords::remember(&mut self.earlier_words, words);
    }

    /// Keeps the earlier words of another copy beside its own.
    pub fn keep_earlier_words_of(&mut self, other: &Record) {
        self.remember(other.earlier_words.clone());
    }

    /// What a survey of this record asks.
    pub fn asked(&self) -> Asked {
        match self.kind() {
            RecordKind::Audit => Asked::Indicators,
            _ => Asked::Characteristics,
        }
    }
}

impl Filled {
    /// The value of a field, with its stamp. An empty value of any kind becomes an empty text, so that
    /// empty fields are equal.
    pub fn new(value: Value, changed: Stamp) -> Filled {
        let nothing = value.is_empty();
        Filled { value: if nothing { Value::Text(String::new()) } else { value }, changed }
    }
}
