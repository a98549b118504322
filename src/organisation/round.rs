//! Rounds: how true statements about a learning organisation are here. The statements are its
//! characteristics and what it feels like to be part of one. A round is made by one person, by a group
//! together, or counted from the answers of many.

use crate::form::{Field, List};
use crate::framework::{Framework, Text};
use crate::moment::Date;
use crate::order::in_order;
use crate::record::Stamp;
use crate::records::{Entry, Item, Record, Slot};
use crate::survey::MOST_INVITED;
use crate::survey::asked::in_order_of_asking;
use crate::survey::collected::survey_of;

/// The day of the round.
pub static DATE: Field = Field::date("date", "the day");
/// Who filled it in: a name or a group; for the answers of many, the title of the survey.
pub static BY: Field = Field::text("by", "by whom");
/// How true each statement is, by its id.
pub static STEPS: Field = Field::choices("steps", "how true each is here", &Truth::NAMES);
/// An example of each statement, by its id.
pub static EXAMPLES: Field = Field::texts("examples", "an example of each");
/// How many have answered, where many were asked.
pub static PEOPLE: Field =
    Field::whole("people", "how many have answered, where many were asked", MOST_INVITED);
/// How many of those answers were typed in from paper.
pub static TYPED: Field =
    Field::whole("typed", "how many of those answers were typed in from paper", MOST_INVITED);
/// How many were asked.
pub static INVITED: Field = Field::whole("invited", "how many people were asked", MOST_INVITED);
/// For each statement, by its id: how many chose each step, and how many do not know.
pub static COUNTS: Field = Field::counts(
    "counts",
    "how many say of each that it is not, a little, mostly or fully true, and how many do not know",
    5,
);
/// The comments that people wrote.
pub static COMMENTS: Field = Field::texts("comments", "what people wrote besides");
/// A note on the round.
pub static NOTE: Field = Field::text("note", "a note");
/// Ticked in what is left of a removed round that held a survey's results: how many had answered.
pub static REMOVED: Field =
    Field::flag("removed", "whether it was removed; then only how many had answered is left");

/// The list of rounds.
pub static LIST: List = List {
    name: "rounds",
    one: "a round of the characteristics",
    several: "rounds of the characteristics",
    title: None,
    fields: &[
        &DATE, &BY, &STEPS, &EXAMPLES, &PEOPLE, &TYPED, &INVITED, &COUNTS, &COMMENTS, &NOTE,
        &REMOVED,
    ],
    ..List::USUAL
};

/// How true a statement is here, from the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Not true.
    Not,
    /// A little true.
    Little,
    /// Mostly true.
    Mostly,
    /// Fully true.
    Fully,
}

/// How many chose each step for a statement, and how many do not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted([u32; 5]);

/// What a round says of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// One person or a group chose a step.
    Step(Truth),
    /// The counts of the answers of many.
    Counted(Counted),
}

/// How a statement compares with an earlier round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Truer than before.
    Up,
    /// As true as before.
    Same,
    /// Less true than before.
    Down,
}

/// A read-only view of a round.
#[derive(Debug, Clone, Copy)]
pub struct Round<'a> {
    item: &'a Item,
}

/// A line of a profile: one statement, with what two rounds say of it.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The statement.
    pub statement: &'a Text,
    /// What the round says of it; `None` when it says nothing.
    pub now: Option<Said>,
    /// What the round that it is compared with says of it; `None` when there is no such round, or it
    /// says nothing.
    pub before: Option<Said>,
    /// An example of it here; empty when there is none.
    pub example: &'a str,
}

impl Truth {
    /// Every step, from the lowest.
    pub const ALL: [Truth; 4] = [Truth::Not, Truth::Little, Truth::Mostly, Truth::Fully];

    /// The names in files, in the order of [`Truth::ALL`].
    pub const NAMES: [&'static str; 4] = ["not_true", "a_little_true", "mostly_true", "fully_true"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Truth::NAMES[self as usize]
    }

    /// The step with this name in files.
    pub fn of(name: &str) -> Option<Truth> {
        Truth::ALL.into_iter().find(|step| step.name() == name)
    }
}

impl Counted {
    /// The counts from the lowest step, don't know last; `None` unless there are five.
    pub fn of(counts: &[u32]) -> Option<Counted> {
        counts.try_into().ok().map(Counted)
    }

    /// How many chose a step.
    pub fn count(self, step: Truth) -> u32 {
        self.0[step as usize]
    }

    /// How many do not know.
    pub fn dont_know(self) -> u32 {
        self.0[4]
    }

    /// How many chose a step, “don't know” not included.
    pub fn chose(self) -> u32 {
        self.0[..4].iter().fold(0, |sum, count| sum.saturating_add(*count))
    }
}

impl Said {
    /// How true the statement is, in hundredths of a step, from 0 to 300. For counts it is the mean of
    /// those who chose a step; `None` when nobody did.
    fn height(self) -> Option<u64> {
        match self {
            Said::Step(step) => Some(step as u64 * 100),
            Said::Counted(counted) => {
                let weighed =
                    Truth::ALL.into_iter().map(|step| u64::from(counted.count(step)) * step as u64);
                (weighed.sum::<u64>() * 100).checked_div(u64::from(counted.chose()))
            }
        }
    }

    /// The step that was chosen, or for counts the median of those who chose one, the lower step where
    /// two are in the middle. `None` when nobody chose a step.
    pub fn middle(self) -> Option<Truth> {
        match self {
            Said::Step(step) => Some(step),
            Said::Counted(counted) => {
                let half = u64::from(counted.chose()).div_ceil(2);
                let mut so_far = 0;
                let reaches = |step: &Truth| {
                    so_far += u64::from(counted.count(*step));
                    so_far >= half
                };
                Truth::ALL.into_iter().find(reaches).filter(|_| half > 0)
            }
        }
    }

    /// How it compares with what was said before; `None` when nobody chose a step in one of the two.
    /// Less than a quarter of a step is no change: if one person in four moves by a step, the mean of
    /// all moves by as much.
    pub fn since(self, before: Said) -> Option<Change> {
        let (now, before) = (self.height()?, before.height()?);
        Some(if now.abs_diff(before) < 25 {
            Change::Same
        } else if now > before {
            Change::Up
        } else {
            Change::Down
        })
    }
}

/// Every round, the latest first. Rounds without a day come before all others, because they were begun
/// just now.
pub fn all(book: &Record) -> Vec<Round<'_>> {
    let items = book.items(&LIST).iter().rev().filter(|item| !item.flag(&REMOVED));
    let rounds = items.map(|item| Round { item }).collect();
    in_order(rounds, |one: &Round, other: &Round| match (one.date(), other.date()) {
        (Some(one), Some(other)) => one > other,
        (one, other) => one.is_none() && other.is_some(),
    })
}

/// The round with this id; `None` when there is none, or it was removed.
pub fn find<'a>(book: &'a Record, id: &str) -> Option<Round<'a>> {
    book.item(&LIST, id).filter(|item| !item.flag(&REMOVED)).map(|item| Round { item })
}

/// The change that removes a round from `book`. Of one that holds a survey's results, how many had
/// answered stays known: if the survey came back in an old file, it could show these answers again
/// together with somebody more.
pub fn removal(book: &Record, id: &str, stamp: Stamp) -> (Slot, Entry) {
    let people = find(book, id).filter(|_| survey_of(id).is_some()).and_then(|it| it.people());
    let entry = match people {
        Some(people) => {
            let left = Item::new(id.to_owned()).with(&PEOPLE, Some(people)).with(&REMOVED, true);
            Entry::Item(left)
        }
        None => Entry::Removed(stamp),
    };
    (Slot::item(&LIST, id), entry)
}

/// The round to compare this one with: the latest before it of the same sort, counted or not, or else
/// the latest before it. Answers of many are best compared with answers of many. `None` when there is no
/// earlier round.
pub fn before<'a>(book: &'a Record, id: &str) -> Option<Round<'a>> {
    let rounds = all(book);
    let place = rounds.iter().position(|round| round.id() == id)?;
    let (round, earlier) = (rounds[place], &rounds[place + 1..]);
    let alike = earlier.iter().find(|other| other.is_counted() == round.is_counted());
    alike.or_else(|| earlier.first()).copied()
}

/// Every one of `statements`, with what `round` says of it and what `beside`, the round to compare it
/// with, says of it. The statements are the framework's `characteristics`, or what it feels like.
pub fn profile<'a>(
    statements: &'a [Text],
    round: Round<'a>,
    beside: Option<Round<'a>>,
) -> Vec<Line<'a>> {
    let line = |statement: &'a Text| Line {
        statement,
        now: round.said(&statement.id),
        before: beside.and_then(|beside| beside.said(&statement.id)),
        example: round.example(&statement.id),
    };
    statements.iter().map(line).collect()
}

impl Line<'_> {
    /// How the statement compares with the earlier round; `None` when one of the two says nothing.
    pub fn change(&self) -> Option<Change> {
        self.now?.since(self.before?)
    }
}

/// What stands in place of the round `now` once `then` is put back there, by undo, from an earlier copy
/// or from a file. `then` is `None` when no round is to stand there. The answer is `then` with the
/// survey results that `now` shows, or `now` itself when there is no `then`. `None` when `now` holds no
/// survey results, so `then` can stand as it is. Results that were shown are never taken back, and the
/// survey itself may be gone.
pub fn keeping_counted(then: Option<&Item>, now: &Item) -> Option<Item> {
    const SHOWN: [&Field; 7] = [&DATE, &BY, &PEOPLE, &TYPED, &INVITED, &COUNTS, &COMMENTS];
    survey_of(&now.id).filter(|_| Round::of(now).is_counted())?;
    let then = then.filter(|then| !then.flag(&REMOVED));
    if now.flag(&REMOVED) {
        // A round that comes back holds the same results again.
        let comes_back =
            then.is_some_and(|then| Round::of(then).people() == Round::of(now).people());
        return (!comes_back).then(|| now.clone());
    }
    let mut round = then.unwrap_or(now).clone();
    for field in SHOWN {
        match now.value(field) {
            Some(value) => round.set(field, value.clone()),
            None => round.clear(field),
        }
    }
    Some(round)
}

impl<'a> Round<'a> {
    /// Reads a round from its item.
    pub fn of(item: &'a Item) -> Round<'a> {
        Round { item }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        &self.item.id
    }

    /// Its day.
    pub fn date(&self) -> Option<Date> {
        self.item.date(&DATE)
    }

    /// Who filled it in: a name or a group; for the answers of many, the title of the survey.
    pub fn by(&self) -> &'a str {
        self.item.text(&BY)
    }

    /// A note on it.
    pub fn note(&self) -> &'a str {
        self.item.text(&NOTE)
    }

    /// How many have answered; `None` when the round is by one person or a group.
    pub fn people(&self) -> Option<u32> {
        self.item.whole(&PEOPLE)
    }

    /// How many of those answers were typed in from paper.
    pub fn typed(&self) -> u32 {
        self.item.whole(&TYPED).unwrap_or(0)
    }

    /// How many were asked; `None` when that is not known.
    pub fn invited(&self) -> Option<u32> {
        self.item.whole(&INVITED)
    }

    /// The comments that people wrote. Their order does not tell who wrote first.
    pub fn comments(&self) -> impl Iterator<Item = &'a String> {
        self.item.parts(&COMMENTS).map(|(_, comment)| comment)
    }

    /// True when it holds the counts of many.
    pub fn is_counted(&self) -> bool {
        [&PEOPLE, &COUNTS].into_iter().any(|field| self.item.value(field).is_some())
    }

    /// What it says of a statement; `None` when it says nothing.
    pub fn said(&self, id: &str) -> Option<Said> {
        let counted = Counted::of(self.item.counts(&COUNTS, id)).map(Said::Counted);
        counted.or_else(|| self.step(id).map(Said::Step))
    }

    /// The step that one person or a group chose for a statement.
    pub fn step(&self, id: &str) -> Option<Truth> {
        Truth::of(self.item.choice(&STEPS, id))
    }

    /// An example of a statement; empty when there is none.
    pub fn example(&self, id: &str) -> &'a str {
        self.item.part(&EXAMPLES, id)
    }

    /// How many of the framework's statements it says something of, and how many statements there are.
    pub fn answered(&self, learning: &Framework) -> (usize, usize) {
        let statements = || in_order_of_asking(learning);
        let answered = statements().filter(|statement| self.said(&statement.id).is_some()).count();
        (answered, statements().count())
    }
}
