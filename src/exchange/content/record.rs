//! Reads a record from its JSON by its form. Fields that the form does not name are left in the JSON.

use crate::by_id::ById;
use crate::exchange::content::common::{date, earlier_words, link, stamp, timestamp};
use crate::exchange::content::survey;
use crate::form::{Field, Form, Holds, Layout, List, Surveys};
use crate::json::{Fields, Json, Read, Wrong};
use crate::kinds::form_of;
use crate::order::in_order;
use crate::record::RecordKind;
use crate::records::{Filled, Item, LastYear, Record, Value};
use crate::survey::Asked;

/// The highest number that is accepted as a count of people.
const MOST_COUNTED: usize = 100_000;

/// A record of this kind.
pub fn record(kind: RecordKind, json: &mut Json) -> Read<Record> {
    let form = form_of(kind);
    let mut fields = json.fields()?;
    let mut record = Record { form, id: fields.text("id"), ..Record::NOTHING };
    match form.layout {
        Layout::Gathered => {
            record.created_at = fields.get("created_at", timestamp);
            let answers = fields.maybe_by("answers", &mut |json| answers(form, json));
            record.answers = answers.unwrap_or_default();
        }
        Layout::SideBySide { .. } => {
            record.framework = fields.text("framework");
            record.created_at = fields.get("created_at", timestamp);
            record.answers = worded(form, &mut fields);
        }
    }
    record.removed = fields.answers("removed", stamp);
    record.last_year = fields.maybe_by("last_year", &mut |json| last_year(form, json));
    record.earlier_words = fields.list("earlier_words", earlier_words);
    for list in form.lists {
        let items = fields.maybe_by(list.name, &mut |json| items(list, json)).unwrap_or_default();
        if !items.is_empty() {
            // In the order of their ids, items are in the order in which they were made, and quick to
            // find.
            let items = in_order(items, |one, other| one.id < other.id);
            record.lists.insert(list.name.to_owned(), items);
        }
    }
    if !matches!(form.surveys, Surveys::No) {
        record.survey = fields.maybe("survey", survey::survey);
        record.tally = match record.asked() {
            Asked::Indicators => fields.maybe("tally", survey::tally),
            Asked::Characteristics => fields.maybe("tally", survey::tally_of_characteristics),
        };
    }
    if let Layout::SideBySide { .. } = form.layout {
        let aside = fields.maybe_by("set_aside", &mut |json| set_aside(form, json));
        record.set_aside = aside.unwrap_or_default();
    }
    fields.refuse(|name| is_of_another_kind(kind, name));
    fields.done(record)
}

/// True for a field that only records of other kinds have: a file with it is of such a kind, whatever
/// it says. Never true for an audit: a later Cairn may have added the field to audits.
fn is_of_another_kind(kind: RecordKind, name: &str) -> bool {
    const AUDITS: [&str; 6] =
        ["framework", "reflections", "judgements", "evidence", "actions", "set_aside"];
    let own = |other: &RecordKind| form_of(*other).list(name).is_some();
    kind != RecordKind::Audit
        && (AUDITS.contains(&name) || (!own(&kind) && RecordKind::ALL.iter().any(own)))
}

/// The fields of an audit itself, each under its own name.
fn worded(form: &'static Form, fields: &mut Fields<'_>) -> ById<Filled> {
    let mut answers = Vec::new();
    for field in form.fields {
        let filled = fields.needed_by(field.name, &mut |json| {
            let mut fields = json.fields()?;
            let text = fields.text("text");
            let filled = Filled::new(text.into(), fields.get("changed", stamp));
            fields.done(filled)
        });
        answers.extend(filled.map(|filled| (field.name.to_owned(), filled)));
    }
    answers.into_iter().collect()
}

fn answers(form: &'static Form, json: &mut Json) -> Read<ById<Filled>> {
    let mut answers = Vec::new();
    json.each_answer(&mut |id, json| {
        let Some(field) = form.field(&id) else { return Ok(false) };
        let mut fields = json.fields()?;
        let value = fields.maybe_by("value", &mut |json| value(field.holds, json));
        let changed = fields.get("changed", stamp);
        let filled = Filled::new(value.unwrap_or_else(|| "".into()), changed);
        answers.push((id, fields.done(filled)?));
        Ok(true)
    })?;
    Ok(ById::from_ordered(answers))
}

fn last_year(form: &'static Form, json: &mut Json) -> Read<LastYear> {
    let mut fields = json.fields()?;
    let (name, changed_at) = (fields.text("name"), fields.get("changed_at", timestamp));
    let mut last_year =
        LastYear { name, changed_at, answers: ById::new(), lists: ById::new(), survey: None };
    match form.layout {
        Layout::Gathered => {
            let answers = fields.maybe_by("answers", &mut |json| answers(form, json));
            last_year.answers = answers.unwrap_or_default();
            let lists = fields.maybe_by("lists", &mut |json| lists(form, json));
            last_year.lists = lists.unwrap_or_default();
        }
        Layout::SideBySide { kept, .. } => {
            for list in kept {
                let items = fields.maybe_by(list.name, &mut |json| items(list, json));
                last_year.lists.insert(list.name.to_owned(), items.unwrap_or_default());
            }
            last_year.survey = fields.maybe("survey", survey::last_survey);
        }
    }
    fields.done(last_year)
}

fn lists(form: &'static Form, json: &mut Json) -> Read<ById<Vec<Item>>> {
    let mut lists = Vec::new();
    json.each_answer(&mut |name, json| {
        let Some(list) = form.list(&name) else { return Ok(false) };
        lists.push((name, items(list, json)?));
        Ok(true)
    })?;
    Ok(ById::from_ordered(lists))
}

/// The items of a list.
fn items(list: &'static List, json: &mut Json) -> Read<Vec<Item>> {
    let mut items = Vec::new();
    if list.by_id {
        json.each_answer(&mut |id, json| {
            items.push(item(list, Some(id), json)?);
            Ok(true)
        })?;
        return Ok(items);
    }
    json.each_entry(&mut |json| {
        items.push(item(list, None, json)?);
        Ok(())
    })?;
    Ok(items)
}

/// An item. Its id is the one under which it stands, or else its field `id`.
fn item(list: &'static List, id: Option<String>, json: &mut Json) -> Read<Item> {
    let mut fields = json.fields()?;
    let mut item = Item::new(id.unwrap_or_else(|| fields.text("id")));
    for field in list.fields {
        put(field, &mut fields, &mut item);
    }
    item.changed = fields.get("changed", stamp);
    fields.done(item)
}

fn put(field: &'static Field, fields: &mut Fields<'_>, item: &mut Item) {
    let read = &mut |json: &mut Json| value(field.holds, json);
    let found = match field.usual {
        Some(_) => fields.needed_by(field.name, read),
        None => fields.maybe_by(field.name, read),
    };
    if let Some(value) = found {
        item.set(field, value);
    }
}

/// What is set aside: for each id, items by the names that the form gives to them.
fn set_aside(form: &'static Form, json: &mut Json) -> Read<ById<ById<Item>>> {
    let mut aside = Vec::new();
    json.each_answer(&mut |id, json| {
        let mut fields = json.fields()?;
        let mut parts = ById::new();
        for (part, list) in form.asked() {
            let found = fields.maybe_by(part, &mut |json| item(list, Some(id.clone()), json));
            if let Some(item) = found {
                parts.insert((*part).to_owned(), item);
            }
        }
        aside.push((id, fields.done(parts)?));
        Ok(true)
    })?;
    Ok(ById::from_ordered(aside))
}

fn value(holds: Holds, json: &mut Json) -> Read<Value> {
    Ok(match holds {
        Holds::Text => Value::Text(json.text()?),
        Holds::Date => Value::Date(date(json)?),
        Holds::Word(words) => Value::Word(word(words, json)?),
        Holds::Whole(most) => Value::Whole(whole(json, most as usize)?),
        Holds::Flag => Value::Flag(json.flag()?),
        Holds::Texts => Value::Texts(json.answers(Json::text)?),
        Holds::Choices(words) => {
            let mut choices = Vec::new();
            json.each_answer(&mut |id, json| {
                choices.push((id, word(words, json)?));
                Ok(true)
            })?;
            Value::Choices(ById::from_ordered(choices))
        }
        Holds::Wholes(count) => Value::Wholes(wholes(count, json)?),
        Holds::Counts(count) => {
            let mut counts = Vec::new();
            json.each_answer(&mut |id, json| {
                counts.push((id, wholes(count, json)?));
                Ok(true)
            })?;
            Value::Counts(ById::from_ordered(counts))
        }
        Holds::Links => Value::Links(json.list(link)?),
        Holds::Ids => Value::Ids(json.list(Json::text)?.into_iter().collect()),
        Holds::Proposal => Value::Proposal(survey::proposal(json)?),
    })
}

fn word(words: &'static [&'static str], json: &mut Json) -> Read<&'static str> {
    let words: Vec<_> = words.iter().map(|word| (*word, *word)).collect();
    json.word(&words)
}

fn wholes(count: usize, json: &mut Json) -> Read<Vec<u32>> {
    let mut numbers = Vec::new();
    json.each_entry(&mut |json| {
        numbers.push(whole(json, MOST_COUNTED)?);
        Ok(())
    })?;
    if numbers.len() == count { Ok(numbers) } else { Err(Wrong::Numbers(count).into()) }
}

fn whole(json: &mut Json, most: usize) -> Read<u32> {
    let number = json.whole()?;
    match u32::try_from(number) {
        Ok(fits) if number <= most => Ok(fits),
        _ => Err(Wrong::Above(most).into()),
    }
}
