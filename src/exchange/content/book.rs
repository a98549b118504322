//! Reads a book out of its JSON by its form: what the form does not name is left where it was found.

use crate::answers::Answers;
use crate::book::{Book, Filled, Item, LastYear, Value};
use crate::exchange::content::common::{date, earlier_words, link, stamp, timestamp};
use crate::exchange::content::survey;
use crate::form::{Field, Form, Holds, List};
use crate::json::later::Beyond;
use crate::json::{Fields, Json, Read, Wrong};
use crate::order::in_order;
use crate::record::BookKind;
use crate::records::form_of;

/// The highest count of people that is taken for one.
const MOST_COUNTED: usize = 100_000;

/// A book of a kind.
pub fn book(kind: BookKind, json: &mut Json) -> Read<Book> {
    let form = form_of(kind);
    let mut fields = json.fields()?;
    let mut book = Book {
        form,
        id: fields.text("id"),
        created_at: fields.get("created_at", timestamp),
        answers: fields.maybe_by("answers", &mut |json| answers(form, json)).unwrap_or_default(),
        lists: Answers::new(),
        survey: None,
        tally: None,
        removed: fields.answers("removed", stamp),
        last_year: fields.maybe_by("last_year", &mut |json| last_year(form, json)),
        earlier_words: fields.list("earlier_words", earlier_words),
        beyond: Beyond::NOTHING,
    };
    for list in form.lists {
        let items = fields.maybe_by(list.name, &mut |json| items(list, json)).unwrap_or_default();
        // The order of their ids is that of their making, and in which each is soon found.
        let items = in_order(items, |one, other| one.id < other.id);
        if !items.is_empty() {
            book.lists.insert(list.name.to_owned(), items);
        }
    }
    if form.surveys {
        book.survey = fields.maybe("survey", survey::survey);
        book.tally = fields.maybe("tally", survey::tally_of_characteristics);
    }
    fields.refuse(|name| is_of_another_kind(kind, name));
    fields.done(book)
}

/// True for what stands in records of other kinds only: a file with that is one of those, whatever it
/// says that it is.
fn is_of_another_kind(kind: BookKind, name: &str) -> bool {
    const AUDITS: [&str; 6] =
        ["framework", "reflections", "judgements", "evidence", "actions", "set_aside"];
    let own = |other: &BookKind| form_of(*other).list(name).is_some();
    AUDITS.contains(&name) || (!own(&kind) && BookKind::ALL.iter().any(own))
}

fn answers(form: &'static Form, json: &mut Json) -> Read<Answers<Filled>> {
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
    Ok(Answers::from_ordered(answers))
}

fn last_year(form: &'static Form, json: &mut Json) -> Read<LastYear> {
    let mut fields = json.fields()?;
    let last_year = LastYear {
        name: fields.text("name"),
        changed_at: fields.get("changed_at", timestamp),
        answers: fields.maybe_by("answers", &mut |json| answers(form, json)).unwrap_or_default(),
        lists: fields.maybe_by("lists", &mut |json| lists(form, json)).unwrap_or_default(),
    };
    fields.done(last_year)
}

fn lists(form: &'static Form, json: &mut Json) -> Read<Answers<Vec<Item>>> {
    let mut lists = Vec::new();
    json.each_answer(&mut |name, json| {
        let Some(list) = form.list(&name) else { return Ok(false) };
        lists.push((name, items(list, json)?));
        Ok(true)
    })?;
    Ok(Answers::from_ordered(lists))
}

fn items(list: &'static List, json: &mut Json) -> Read<Vec<Item>> {
    let mut items = Vec::new();
    json.each_entry(&mut |json| {
        let mut fields = json.fields()?;
        let mut item = Item::new(fields.text("id"));
        item.changed = fields.get("changed", stamp);
        for field in list.fields {
            put(field, &mut fields, &mut item);
        }
        items.push(fields.done(item)?);
        Ok(())
    })?;
    Ok(items)
}

fn put(field: &'static Field, fields: &mut Fields<'_>, item: &mut Item) {
    if let Some(value) = fields.maybe_by(field.name, &mut |json| value(field.holds, json)) {
        item.set(field, value);
    }
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
            Value::Choices(Answers::from_ordered(choices))
        }
        Holds::Wholes(count) => Value::Wholes(wholes(count, json)?),
        Holds::Counts(count) => {
            let mut counts = Vec::new();
            json.each_answer(&mut |id, json| {
                counts.push((id, wholes(count, json)?));
                Ok(true)
            })?;
            Value::Counts(Answers::from_ordered(counts))
        }
        Holds::Links => Value::Links(json.list(link)?),
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
    if numbers.len() == count {
        Ok(numbers)
    } else {
        Err(Wrong::Other(format!("{count} numbers stand here")).into())
    }
}

fn whole(json: &mut Json, most: usize) -> Read<u32> {
    let number = json.whole()?;
    match u32::try_from(number) {
        Ok(fits) if number <= most => Ok(fits),
        _ => Err(Wrong::Other(format!("this number is at most {most}")).into()),
    }
}
