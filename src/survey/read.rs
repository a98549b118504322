//! Reads counts from their JSON, strictly: six whole numbers for each statement, and only statements
//! that surveys have.

use crate::by_id::{ById, Ids};
use crate::json::{Fields, Json, Read, Wrong};
use crate::survey::response::{LONGEST_COMMENT, clipped};
use crate::survey::shown::Shown;
use crate::survey::step::Step;
use crate::survey::symbols::id_bytes;
use crate::survey::{Counts, statement_place};

/// The sum of some responses.
pub fn shown(json: &mut Json) -> Read<Shown> {
    let mut fields = json.fields()?;
    let sum = sum(&mut fields);
    typed_in(fields.done(sum)?)
}

/// The sum; a mistake when more answers were typed in than there are.
pub fn typed_in(sum: Shown) -> Read<Shown> {
    if sum.typed > sum.responses {
        return Err(Wrong::MoreTyped.into());
    }
    Ok(sum)
}

/// The sum that these fields make up, for [`typed_in`] to check.
pub fn sum(fields: &mut Fields) -> Shown {
    let mut sum = Shown {
        responses: fields.get("responses", number),
        typed: fields.usual("typed", number),
        counts: fields.get("counts", counts),
        ..Shown::default()
    };
    sum.add_comments(fields.list("comments", comment));
    sum
}

/// A step of the results.
pub fn step(json: &mut Json) -> Read<Step> {
    let mut fields = json.fields()?;
    let step = Step {
        ids: fields.get("ids", ids),
        late: fields.usual("late", ids),
        sum: fields.get("sum", shown),
    };
    fields.done(step)
}

/// The id of a survey, a response or a batch of sheets.
pub fn id(json: &mut Json) -> Read<String> {
    let id = json.text()?;
    match id_bytes(&id) {
        Some(_) => Ok(id),
        None => Err(Wrong::SurveyId.into()),
    }
}

/// Some ids. Fails when one stands there twice: one person would be counted twice.
pub fn ids(json: &mut Json) -> Read<Ids> {
    let list = json.list(id)?;
    let number = list.len();
    let ids: Ids = list.into_iter().collect();
    if ids.len() < number {
        return Err(Wrong::IdTwice.into());
    }
    Ok(ids)
}

/// A value for each of some statements, read by `read`. Fails when an id is no statement's.
pub fn by_statement<T>(json: &mut Json, read: fn(&mut Json) -> Read<T>) -> Read<ById<T>> {
    let answers = json.answers(read)?;
    let unknown = answers.keys().find(|id| statement_place(id).is_none()).cloned();
    unknown.map_or(Ok(answers), |id| Err(Wrong::Unknown(id).into()))
}

/// A whole number that fits into 32 bits.
pub fn number(json: &mut Json) -> Read<u32> {
    small(json.whole()?)
}

fn small(number: usize) -> Read<u32> {
    u32::try_from(number).map_err(|_| Wrong::TooLarge.into())
}

/// How many gave each answer, by statement.
pub fn counts(json: &mut Json) -> Read<ById<Counts>> {
    by_statement(json, counts_of_one)
}

fn counts_of_one(json: &mut Json) -> Read<Counts> {
    let numbers = json.list(Json::whole)?;
    let mut counts = Counts::default();
    if numbers.len() != counts.len() {
        return Err(Wrong::Counts.into());
    }
    for (count, number) in counts.iter_mut().zip(numbers) {
        *count = small(number)?;
    }
    Ok(counts)
}

/// A comment of at most [`LONGEST_COMMENT`] characters.
pub fn comment(json: &mut Json) -> Read<String> {
    let comment = json.text()?;
    if clipped(&comment, LONGEST_COMMENT).len() < comment.len() {
        return Err(Wrong::LongComment(LONGEST_COMMENT).into());
    }
    Ok(comment)
}
