//! How a record is written into its file. Records of all kinds have the same parts, but audits place
//! them in another way, because their files are older than forms ([`Layout`]).

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::by_id::ById;
use crate::form::{Field, Form, Holds, Layout, List};
use crate::record::Stamp;
use crate::records::{Filled, Item, LastYear, Record};

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = self.form;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        match form.layout {
            Layout::Gathered => {
                map.serialize_entry("created_at", &self.created_at)?;
                map.serialize_entry("answers", &self.answers)?;
            }
            Layout::SideBySide { .. } => {
                map.serialize_entry("framework", &self.framework)?;
                map.serialize_entry("created_at", &self.created_at)?;
                for field in form.fields {
                    map.serialize_entry(field.name, &Worded(self.answers.get(field.name)))?;
                }
            }
        }
        let is_before_the_survey = |list: &List| match form.layout {
            Layout::Gathered => true,
            Layout::SideBySide { .. } => list.always,
        };
        let (before, after): (Vec<&List>, Vec<&List>) =
            form.lists.iter().copied().partition(|list| is_before_the_survey(list));
        for list in before {
            self.write_list(list, &mut map)?;
        }
        if let Some(survey) = &self.survey {
            map.serialize_entry("survey", survey)?;
        }
        if let Some(tally) = &self.tally {
            map.serialize_entry("tally", tally)?;
        }
        for list in after {
            self.write_list(list, &mut map)?;
        }
        if !self.removed.is_empty() {
            map.serialize_entry("removed", &self.removed)?;
        }
        if let Some(last_year) = &self.last_year {
            map.serialize_entry("last_year", &LastYearsRecord { form, last_year })?;
        }
        if !self.earlier_words.is_empty() {
            map.serialize_entry("earlier_words", &self.earlier_words)?;
        }
        if !self.set_aside.is_empty() {
            map.serialize_entry("set_aside", &AllSetAside { form, aside: &self.set_aside })?;
        }
        map.end()
    }
}

impl Record {
    fn write_list<M: SerializeMap>(&self, list: &List, map: &mut M) -> Result<(), M::Error> {
        let items = self.items(list);
        if items.is_empty() && !list.always {
            return Ok(());
        }
        map.serialize_entry(list.name, &Listed { form: self.form, list, items })
    }
}

/// A field of an audit itself.
struct Worded<'a>(Option<&'a Filled>);

impl Serialize for Worded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", self.0.map_or("", |filled| filled.value.text()))?;
        map.serialize_entry("changed", self.0.map_or(&Stamp::NOBODY, |filled| &filled.changed))?;
        map.end()
    }
}

/// The items of a list.
struct Listed<'a> {
    form: &'static Form,
    list: &'a List,
    items: &'a [Item],
}

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Listed { form, list, items } = *self;
        if list.by_id {
            let mut map = serializer.serialize_map(None)?;
            for item in items {
                map.serialize_entry(&item.id, &One { form, list, item })?;
            }
            map.end()
        } else {
            let mut seq = serializer.serialize_seq(None)?;
            for item in items {
                seq.serialize_element(&One { form, list, item })?;
            }
            seq.end()
        }
    }
}

/// An item. In a book its fields stand in the order of their names, and then its stamp. In an audit
/// they stand in the order of the form, and what a survey proposed comes after the stamp.
struct One<'a> {
    form: &'static Form,
    list: &'a List,
    item: &'a Item,
}

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let One { form, list, item } = self;
        let mut map = serializer.serialize_map(None)?;
        if !list.by_id {
            map.serialize_entry("id", &item.id)?;
        }
        let is_proposal = |field: &Field| matches!(field.holds, Holds::Proposal);
        match form.layout {
            Layout::Gathered => {
                for (field, value) in &item.fields {
                    map.serialize_entry(field, value)?;
                }
            }
            Layout::SideBySide { .. } => {
                for field in list.fields.iter().filter(|field| !is_proposal(field)) {
                    write_field(item, field, &mut map)?;
                }
            }
        }
        map.serialize_entry("changed", &item.changed)?;
        if let Layout::SideBySide { .. } = form.layout {
            for field in list.fields.iter().filter(|field| is_proposal(field)) {
                write_field(item, field, &mut map)?;
            }
        }
        map.end()
    }
}

fn write_field<M: SerializeMap>(item: &Item, field: &Field, map: &mut M) -> Result<(), M::Error> {
    match (item.value(field), field.holds) {
        (Some(value), _) => map.serialize_entry(field.name, value),
        (None, _) if field.usual.is_none() => Ok(()),
        (None, Holds::Flag) => map.serialize_entry(field.name, &false),
        (None, _) => map.serialize_entry(field.name, item.text(field)),
    }
}

/// What is kept of last year's record.
struct LastYearsRecord<'a> {
    form: &'static Form,
    last_year: &'a LastYear,
}

impl Serialize for LastYearsRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let LastYearsRecord { form, last_year } = *self;
        let items = |list: &List| last_year.lists.get(list.name).map_or(&[][..], Vec::as_slice);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &last_year.name)?;
        map.serialize_entry("changed_at", &last_year.changed_at)?;
        match form.layout {
            Layout::Gathered => {
                map.serialize_entry("answers", &last_year.answers)?;
                if !last_year.lists.is_empty() {
                    map.serialize_entry(
                        "lists",
                        &LastYearsLists { form, lists: &last_year.lists },
                    )?;
                }
            }
            Layout::SideBySide { kept, .. } => {
                for list in kept {
                    map.serialize_entry(list.name, &Listed { form, list, items: items(list) })?;
                }
            }
        }
        if let Some(survey) = &last_year.survey {
            map.serialize_entry("survey", survey)?;
        }
        map.end()
    }
}

/// The lists that are kept of last year's book.
struct LastYearsLists<'a> {
    form: &'static Form,
    lists: &'a ById<Vec<Item>>,
}

impl Serialize for LastYearsLists<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let LastYearsLists { form, lists } = *self;
        let mut map = serializer.serialize_map(None)?;
        for (name, items) in lists {
            if let Some(list) = form.list(name) {
                map.serialize_entry(name, &Listed { form, list, items })?;
            }
        }
        map.end()
    }
}

/// All that is set aside, by id.
struct AllSetAside<'a> {
    form: &'static Form,
    aside: &'a ById<ById<Item>>,
}

impl Serialize for AllSetAside<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let AllSetAside { form, aside } = *self;
        let mut map = serializer.serialize_map(None)?;
        for (id, parts) in aside {
            map.serialize_entry(id, &SetAside { form, parts })?;
        }
        map.end()
    }
}

/// What is set aside with one id, in the order of the form.
struct SetAside<'a> {
    form: &'static Form,
    parts: &'a ById<Item>,
}

impl Serialize for SetAside<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let SetAside { form, parts } = *self;
        let mut map = serializer.serialize_map(None)?;
        for (name, list) in form.asked() {
            if let Some(item) = parts.get(name) {
                map.serialize_entry(name, &One { form, list, item })?;
            }
        }
        map.end()
    }
}
