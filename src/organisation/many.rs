//! The characteristics, asked of many people in a survey: makes a round of the answers that may be
//! shown, so that it can be kept, and compared with what one person says.

use crate::by_id::ById;
use crate::framework::Framework;
use crate::moment::Date;
use crate::organisation::round::{self, Round};
use crate::records::{Entry, Item, Record, Slot, Value};
use crate::survey::asked::in_order_of_asking;
use crate::survey::symbols::crc32;
use crate::survey::tally::Tally;
use crate::survey::{Answer, Asked, Collected, Counts, MOST_INVITED, Survey, statement_id};

/// The survey's answers in the order in which a round counts them: not true, a little, mostly and fully
/// true, and don't know.
const IN_ROUND: [Answer; 5] = [
    Answer::StronglyDisagree,
    Answer::Disagree,
    Answer::Agree,
    Answer::StronglyAgree,
    Answer::DontKnow,
];

/// The survey's answers that may be shown now, as a round without a day; `None` while none may.
///
/// The round has the survey's id, so it stays the same round when it is kept again with more answers, or
/// on another device. If the book already has a round under that id, kept by another device, with
/// answers that do not show here, this round gets an id of its own and stands beside that one. If the
/// round is kept already, it takes over the note of the kept one.
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
    let is_beside = |kept: &&Item| kept.id.starts_with(&beside) && !kept.flag(&round::REMOVED);
    let mut kept = book.items(&round::LIST).iter().filter(is_beside);
    if book.item(&round::LIST, &survey.id).is_some_and(|kept| !has_all_of(&item, kept)) {
        let again = kept.find(|kept| has_all_of(&item, kept)).map(|kept| kept.id.clone());
        item.id = again.unwrap_or_else(|| beside.clone() + &who(collected));
    }
    let note = book.item(&round::LIST, &item.id).map_or("", |kept| kept.text(&round::NOTE));
    item.set(&round::NOTE, note);
    Some(item)
}

/// True when all counts and comments of the round `kept` are also in the round `item`.
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

/// A short word that stands for the responses that show; other responses give another word.
fn who(collected: Collected) -> String {
    let shown = collected.tally.into_iter().flat_map(Tally::shown_ids).cloned();
    format!("{:08x}", crc32(shown.collect::<Vec<_>>().concat().as_bytes()))
}

/// The round, with today as its day, that keeps what may be shown now; `None` while nothing may.
pub fn to_keep(learning: &Framework, book: &Record, today: Date) -> Option<Item> {
    let mut item = seen(learning, book)?;
    item.set(&round::DATE, Some(today));
    Some(item)
}

/// The changes by which `survey` takes the place of the book's own, all of them for good: after an undo
/// the old survey would stand there without what was counted of it. `today` is the day of the round that
/// keeps what may be seen of the old one. When results are known that cannot be laid beside it, a round
/// is left that says so: the old survey could come back in a file that knows of none. The same goes for
/// the surveys that the old one was a copy of.
pub fn ask_again(
    learning: &Framework,
    book: &Record,
    survey: Survey,
    today: Date,
) -> Vec<(Slot, Entry)> {
    let collected = book.collected().filter(|_| book.asked() == Asked::Characteristics);
    let kept = collected.filter(|_| !is_kept(learning, book));
    let kept = kept.and_then(|_| to_keep(learning, book, today));
    let unknown = collected.filter(|it| it.is_shown_elsewhere()).map(|it| {
        let id = [&it.survey.id, "-elsewhere"].concat();
        Item::new(id).with(&round::PEOPLE, Some(0)).with(&round::REMOVED, true)
    });
    let rounds = kept.into_iter().chain(unknown);
    let copy_of = book.survey.iter().flat_map(|survey| &survey.copy_of);
    let copied = copy_of.map(|of| (of.survey.clone(), of.responses)).collect();
    let without = Record { survey: None, ..book.clone() };
    rounds
        .map(|item| (Slot::item(&round::LIST, &item.id), Entry::Item(item)))
        .chain(without.remembering(&copied))
        .chain([
            (Slot::Tally, Entry::Tally(Tally::default())),
            (Slot::Survey, Entry::Survey(survey)),
        ])
        .collect()
}

fn in_round(said: &Counts) -> Vec<u32> {
    IN_ROUND.iter().map(|answer| said[answer.index()].min(MOST_INVITED)).collect()
}

/// The round in the book that keeps exactly what may be shown of the survey now; `None` when there is
/// none.
pub fn kept<'a>(learning: &Framework, book: &'a Record) -> Option<Round<'a>> {
    let same = |seen: &Item, kept: &Item| {
        let fields = [&round::PEOPLE, &round::TYPED, &round::COUNTS, &round::COMMENTS];
        fields.into_iter().all(|field| seen.value(field) == kept.value(field))
    };
    let seen = seen(learning, book)?;
    book.item(&round::LIST, &seen.id).filter(|kept| same(&seen, kept)).map(Round::of)
}

/// True when this round must not be removed: another device has kept in it what it showed of this book's
/// survey. Without the round, nobody would know what must not be shown beside it.
pub fn must_stay(book: &Record, round: &str) -> bool {
    let of_survey = |it: Collected| it.survey.id == round && it.is_kept_elsewhere();
    book.collected().is_some_and(of_survey)
}

/// True when all that may be shown of the survey now is kept in a round.
pub fn is_kept(learning: &Framework, book: &Record) -> bool {
    kept(learning, book).is_some()
}

/// True when another survey can take the place of this one and no answer is lost: nobody has answered,
/// or all answers that were counted are in the kept round. Answers that wait are in no round, even if
/// they could show by now. A statement that too few have answered is in none either, but that is no
/// loss: it would never have shown.
pub fn is_all_kept(learning: &Framework, book: &Record) -> bool {
    let Some(collected) = book.collected() else { return true };
    let waiting = collected.tally.map_or(0, Tally::waiting);
    collected.responses() == 0 || (waiting == 0 && is_kept(learning, book))
}

/// The round to compare the survey's answers with: the latest by one person or a group, or else the
/// latest of many. The survey's own round is left out.
pub fn beside(book: &Record) -> Option<Round<'_>> {
    let asked = book.survey.as_ref().map_or("", |survey| survey.id.as_str());
    let rounds: Vec<_> = round::all(book).into_iter().filter(|round| round.id() != asked).collect();
    let one = rounds.iter().find(|round| !round.is_counted());
    one.or_else(|| rounds.first()).copied()
}
