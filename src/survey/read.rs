//! Reads counts out of their JSON, strictly: six whole numbers a statement, of statements that there
//! are.

use crate::answers::Answers;
use crate::json::{Json, Mistake, Read, Wrong};
use crate::survey::response::{LONGEST_COMMENT, clipped};
use crate::survey::tally::Shown;
use crate::survey::{Counts, statement_place};

/// A mistake with `clause` as its words.
pub fn mistake(clause: &str) -> Box<Mistake> {
    Wrong::Other(clause.to_owned()).into()
}

/// The sum of some responses.
pub fn shown(json: Json) -> Read<Shown> {
    let mut fields = json.fields()?;
    let mut sum = Shown {
        responses: fields.get("responses", number),
        counts: fields.get("counts", counts),
        ..Shown::default()
    };
    for comment in fields.list("comments", comment) {
        sum.add_comment(&comment);
    }
    fields.done(sum)
}

/// Something for each of some statements, of which each is read by `read`.
pub fn by_statement<T>(json: Json, read: fn(Json) -> Read<T>) -> Read<Answers<T>> {
    let answers = json.answers(read)?;
    let unknown = answers.keys().find(|id| statement_place(id).is_none()).cloned();
    unknown.map_or(Ok(answers), |id| Err(Wrong::Unknown(id).into()))
}

/// A whole number that is not too large.
pub fn number(json: Json) -> Read<u32> {
    small(json.whole()?)
}

fn small(number: usize) -> Read<u32> {
    u32::try_from(number).map_err(|_| mistake("this number is too large"))
}

/// How many gave each answer, by statement.
pub fn counts(json: Json) -> Read<Answers<Counts>> {
    by_statement(json, counts_of_one)
}

fn counts_of_one(json: Json) -> Read<Counts> {
    let numbers = json.list(Json::whole)?;
    let mut counts = Counts::default();
    if numbers.len() != counts.len() {
        return Err(mistake("six numbers stand here, one for each answer"));
    }
    for (count, number) in counts.iter_mut().zip(numbers) {
        *count = small(number)?;
    }
    Ok(counts)
}

/// A comment of no more than its longest.
pub fn comment(json: Json) -> Read<String> {
    let comment = json.text()?;
    if clipped(&comment, LONGEST_COMMENT).len() < comment.len() {
        return Err(mistake("a comment has 2,000 characters at most"));
    }
    Ok(comment)
}
