//! Discussion cards: the built-in ones and the organisation's own, all read as a [`Card`]; and own cards
//! made into a file to pass on.

use crate::form::{Field, List};
use crate::framework::{Card, Framework, Reference, Text};
use crate::json::later::Later;
use crate::organisation::session;
use crate::records::{Item, Record};

/// The series that a card belongs to.
pub static SERIES: Field = Field::text("series", "the series of cards that it belongs to");
/// A card's title.
pub static TITLE: Field = Field::text("title", "the card’s title");
/// What a card says of its topic.
pub static STATEMENT: Field = Field::text("statement", "the statement");
/// What the questions are about.
pub static LEAD_IN: Field = Field::text("lead_in", "what the questions are about");
/// The questions, each under a key such as `q001`.
pub static QUESTIONS: Field = Field::texts("questions", "the questions");
/// What others have done, each under a key such as `e001`.
pub static EXAMPLES: Field = Field::texts("examples", "the examples");
/// What to read on the topic, each under a key such as `r001`.
pub static REFERENCES: Field = Field::texts("references", "the references");
/// The addresses of the references, under the same keys as the references.
pub static ADDRESSES: Field = Field::texts("addresses", "the addresses of the references");
/// What the card is for.
pub static PURPOSE: Field = Field::text("purpose", "what the card is for");

/// The list of own cards.
pub static LIST: List = List {
    name: "cards",
    one: "a discussion card",
    several: "discussion cards",
    title: Some(&TITLE),
    fields: &[
        &SERIES,
        &TITLE,
        &STATEMENT,
        &LEAD_IN,
        &QUESTIONS,
        &EXAMPLES,
        &REFERENCES,
        &ADDRESSES,
        &PURPOSE,
    ],
    ..List::USUAL
};

/// Every card that there is: the built-in ones, then the organisation's own in the order in which they
/// were made.
pub fn all(learning: &Framework, book: &Record) -> Vec<Card> {
    let own = book.items(&LIST).iter().map(own);
    learning.cards.iter().cloned().chain(own).collect()
}

/// The card with this id, built in or own.
pub fn find(learning: &Framework, book: &Record, id: &str) -> Option<Card> {
    let built_in = learning.cards.iter().find(|card| card.id == id).cloned();
    built_in.or_else(|| book.item(&LIST, id).map(own))
}

/// Reads an own card from its item. The ids of its questions, examples and references begin with the
/// card's id, as on the built-in ones.
pub fn own(item: &Item) -> Card {
    let texts = |field: &Field| {
        let texts = item.parts(field);
        texts.map(|(key, text)| Text { id: part_id(&item.id, key), text: text.clone() }).collect()
    };
    let reference = |(key, text): (&String, &String)| Reference {
        id: part_id(&item.id, key),
        text: text.clone(),
        link: Some(item.part(&ADDRESSES, key).to_owned()).filter(|link| !link.is_empty()),
    };
    Card {
        id: item.id.clone(),
        series: item.text(&SERIES).to_owned(),
        title: item.text(&TITLE).to_owned(),
        statement: item.text(&STATEMENT).to_owned(),
        lead_in: item.text(&LEAD_IN).to_owned(),
        questions: texts(&QUESTIONS),
        examples: texts(&EXAMPLES),
        references: item.parts(&REFERENCES).map(reference).collect(),
        purpose: item.text(&PURPOSE).to_owned(),
    }
}

/// The id under which a part of a card is known outside it, such as `leadership-a.q1`.
fn part_id(card: &str, key: &str) -> String {
    [card, ".", key].concat()
}

/// A key for one more text in a field of a card that no session is about. It comes after all keys that
/// are there, so the text stands last.
pub fn next_key(item: &Item, field: &Field) -> String {
    after(field, item.parts(field).map(|(key, _)| key.as_str()))
}

/// A key for one more text in a field of a card in the book. It comes after all keys that are there, all
/// of `others`, which are about to be written, and for a question all that a session has asked or has
/// notes about. So notes about a question that is gone never come to stand at another one.
pub fn new_key(book: &Record, item: &Item, field: &Field, others: &[String]) -> String {
    let start = part_id(&item.id, "");
    let sessions = book.items(&session::LIST).iter();
    let said = sessions.flat_map(|session| {
        session.parts(&session::QUESTIONS).chain(session.parts(&session::NOTES))
    });
    let said = said.filter_map(|(id, _)| id.strip_prefix(&start));
    let said = said.filter(|_| *field == QUESTIONS);
    let there = item.parts(field).map(|(key, _)| key).chain(others).map(String::as_str);
    after(field, there.chain(said))
}

fn after<'a>(field: &Field, keys: impl Iterator<Item = &'a str>) -> String {
    let last = keys.filter_map(|key| key.get(1..)?.parse::<u32>().ok()).max();
    key(field, last.unwrap_or(0).saturating_add(1))
}

/// A key is a letter for the field and a number of three digits. Keys are sorted as texts, and three
/// digits are as many as anyone will need.
fn key(field: &Field, number: u32) -> String {
    let letter = if *field == QUESTIONS {
        'q'
    } else if *field == EXAMPLES {
        'e'
    } else {
        'r'
    };
    format!("{letter}{number:03}")
}

/// The cards of a framework as items of own cards, each with an id from `new_id`. A card with the same
/// words as one of those `there`, or as one before it, is left out, so that opening a file twice adds
/// nothing.
pub fn cards_from(
    framework: &Framework,
    there: &[Card],
    mut new_id: impl FnMut() -> String,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for card in &framework.cards {
        let known = there.iter().any(|other| says_same(card, other))
            || items.iter().any(|item| says_same(card, &own(item)));
        if !known {
            items.push(item(card, new_id()));
        }
    }
    items
}

/// Makes the item for an own card with the words of `card`.
pub fn item(card: &Card, id: String) -> Item {
    let mut item = Item::new(id);
    let texts = [
        (&SERIES, &card.series),
        (&TITLE, &card.title),
        (&STATEMENT, &card.statement),
        (&LEAD_IN, &card.lead_in),
        (&PURPOSE, &card.purpose),
    ];
    for (field, text) in texts {
        item.set(field, text.as_str());
    }
    for (field, texts) in [(&QUESTIONS, &card.questions), (&EXAMPLES, &card.examples)] {
        for text in texts {
            let key = next_key(&item, field);
            item.set_part(field, &key, text.text.clone());
        }
    }
    for reference in &card.references {
        let key = next_key(&item, &REFERENCES);
        item.set_part(&REFERENCES, &key, reference.text.clone());
        if !item.part(&REFERENCES, &key).is_empty() {
            let link = reference.link.clone().unwrap_or_default();
            item.set_part(&ADDRESSES, &key, link);
        }
    }
    item
}

/// True when two cards have the same words, whatever their ids.
fn says_same(one: &Card, other: &Card) -> bool {
    words(one) == words(other)
}

fn words(card: &Card) -> Vec<&str> {
    let whole = [&card.series, &card.title, &card.statement, &card.lead_in, &card.purpose];
    let parts = card.questions.iter().chain(&card.examples).map(|text| &text.text);
    let references = card.references.iter().map(|reference| &reference.text);
    let words = whole.into_iter().chain(parts).chain(references);
    words.map(String::as_str).filter(|words| !words.is_empty()).collect()
}

/// Own cards as a framework, to be passed on in a file: all of them under `title`, or the one with the
/// id `only`, under its own title.
pub fn as_framework(book: &Record, only: Option<&str>, title: &str) -> Framework {
    let chosen = |item: &&Item| only.is_none_or(|id| item.id == id);
    let cards: Vec<Card> = book.items(&LIST).iter().filter(chosen).map(own).collect();
    let title = match cards.as_slice() {
        [card] if only.is_some() => card.title.clone(),
        _ => title.to_owned(),
    };
    Framework {
        id: "cards".to_owned(),
        title,
        language: "en-GB".to_owned(),
        capabilities: Vec::new(),
        statements: Vec::new(),
        cards,
        characteristics: Vec::new(),
        feels_like: Vec::new(),
        contributions: Vec::new(),
        quality_questions: Vec::new(),
        later: Later::NOTHING,
    }
}
