//! The characteristics asked of many people: what may be seen of their answers, as a round. So it can be
//! laid beside what one person says, and kept.

use crate::by_id::ById;
use crate::framework::Framework;
use crate::moment::Date;
use crate::organisation::round::{self, Round};
use crate::records::{Item, Record, Value};
use crate::survey::asked::in_order_of_asking;
use crate::survey::symbols::crc32;
use crate::survey::tally::Tally;
use crate::survey::{Answer, Collected, Counts, MOST_INVITED, statement_id};

/// The answers as a round counts them: not true, a little, mostly and fully true, and don't know.
const IN_ROUND: [Answer; 5] = [
    Answer::StronglyDisagree,
    Answer::Disagree,
    Answer::Agree,
    Answer::StronglyAgree,
    Answer::DontKnow,
];

/// What may be seen now of the survey's answers, as a round without a day; `None` while nothing may be
/// seen. It has the survey's id: kept again when more shows, and kept on another device, it is the same
/// round. Where another device has kept there what does not show here, it has an id of its own, and stands
/// beside that one. A note that was written beside the one that is kept stays.
pub fn seen(learning: &Framework, book: &Record) -> Option<Item> {
    let collected = book.collected()?;
    let shown = collected.shown()?;
    let survey = collected.survey;
    let mut item = Item::new(survey.id.clone());
    let statements = in_order_of_asking(learning).enumerate();
    let counts = statements.filter_map(|(place, statement)| {
        let said = collected.said(&statement_id(place))?;
        Some((statement.id.clone(), in_round(said)))
    });
    let comments = shown.comments.iter().enumerate();
    let comments = comments.map(|(place, comment)| (format!("{:06}", place + 1), comment.clone()));
    item.set(&round::BY, survey.title.trim());
    item.set(&round::PEOPLE, Some(shown.responses.min(MOST_INVITED)));
    item.set(&round::TYPED, Some(shown.typed.min(MOST_INVITED)).filter(|typed| *typed > 0));
    item.set(&round::INVITED, survey.invited);
    item.set(&round::COUNTS, Value::Counts(counts.collect::<ById<_>>()));
    item.set(&round::COMMENTS, Value::Texts(comments.collect::<ById<_>>()));
    let beside = [&survey.id, "-"].concat();
    let mut kept = book.items(&round::LIST).iter().filter(|kept| kept.id.starts_with(&beside));
    if book.item(&round::LIST, &survey.id).is_some_and(|kept| !has_all_of(&item, kept)) {
        let again = kept.find(|kept| has_all_of(&item, kept)).map(|kept| kept.id.clone());
        item.id = again.unwrap_or_else(|| beside.clone() + &who(collected));
    }
    let note = book.item(&round::LIST, &item.id).map_or("", |kept| kept.text(&round::NOTE));
    item.set(&round::NOTE, note);
    Some(item)
}

/// True where all that was counted in a round that is kept is in this one as well.
fn has_all_of(item: &Item, kept: &Item) -> bool {
    let (all, part) = (Round::of(item), Round::of(kept));
    let counted = |(id, counts): (&String, &Vec<u32>)| {
        let here = item.counts(&round::COUNTS, id);
        counts.len() == here.len() && counts.iter().zip(here).all(|(part, all)| part <= all)
    };
    part.people() <= all.people()
        && kept.all_counts(&round::COUNTS).all(counted)
        && part.comments().all(|comment| all.comments().any(|other| other == comment))
}

/// A word for whose answers show: another one for others.
fn who(collected: Collected) -> String {
    let shown = collected.tally.into_iter().flat_map(Tally::shown_ids).cloned();
    format!("{:08x}", crc32(shown.collect::<Vec<_>>().concat().as_bytes()))
}

/// The round of this day that keeps what may be seen now.
pub fn to_keep(learning: &Framework, book: &Record, today: Date) -> Option<Item> {
    let mut item = seen(learning, book)?;
    item.set(&round::DATE, Some(today));
    Some(item)
}

fn in_round(said: &Counts) -> Vec<u32> {
    IN_ROUND.iter().map(|answer| said[answer.index()].min(MOST_INVITED)).collect()
}

/// The round as which all that may be seen of the survey now is kept.
pub fn kept<'a>(learning: &Framework, book: &'a Record) -> Option<Round<'a>> {
    let same = |seen: &Item, kept: &Item| {
        let fields = [&round::PEOPLE, &round::TYPED, &round::COUNTS, &round::COMMENTS];
        fields.into_iter().all(|field| seen.value(field) == kept.value(field))
    };
    let seen = seen(learning, book)?;
    book.item(&round::LIST, &seen.id).filter(|kept| same(&seen, kept)).map(Round::of)
}

/// True for the round in which another device has kept what it has shown of the survey that stands here:
/// without it, nobody would know what must not be shown beside it.
pub fn must_stay(book: &Record, round: &str) -> bool {
    let of_survey = |it: Collected| it.survey.id == round && it.is_kept_elsewhere();
    book.collected().is_some_and(of_survey)
}

/// True when all that may be seen of the survey now is kept.
pub fn is_kept(learning: &Framework, book: &Record) -> bool {
    kept(learning, book).is_some()
}

/// True when another survey may take the place of this one and no answer is lost: all whose answers were
/// counted are in the round that is kept, or nobody has answered. Answers that wait are in no round,
/// whether they could show by now or not. What too few have said of one statement is in none either, and
/// that is no loss: it would never have shown.
pub fn is_all_kept(learning: &Framework, book: &Record) -> bool {
    let Some(collected) = book.collected() else { return true };
    let waiting = collected.tally.map_or(0, Tally::waiting);
    collected.responses() == 0 || (waiting == 0 && is_kept(learning, book))
}

/// The round to lay beside what may be seen now: the last one by one person or a group, or else the last
/// one of many.
pub fn beside(book: &Record) -> Option<Round<'_>> {
    let asked = book.survey.as_ref().map_or("", |survey| survey.id.as_str());
    let rounds: Vec<_> = round::all(book).into_iter().filter(|round| round.id() != asked).collect();
    let one = rounds.iter().find(|round| !round.is_counted());
    one.or_else(|| rounds.first()).copied()
}
