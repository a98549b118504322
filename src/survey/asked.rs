//! What a survey asks. There are two kinds: staff are asked about an audit's indicators, and everyone
//! about the characteristics of a learning organisation. They differ in their statements and in the
//! words of the scale; they are sent, answered, counted, kept and shown in the same way.
//!
//! The statements of either are counted by their place: `s01`, `s02` and so on. There are 24 about an
//! audit. Those about the characteristics are `c01` to `c12` and then `f01` to `f07` of the built-in
//! [`learning`], counted as `s01` to `s19`; the places from 20 to 24 stay empty. People say in four
//! steps how true a statement is here. The steps are kept as answers on a scale of five without its
//! middle: see [`Asked::label`].

use std::sync::LazyLock;

use crate::by_id::ById;
use crate::framework::{Framework, Text, learning};
use crate::survey::response::is_blank;
use crate::survey::shown::Shown;
use crate::survey::tally::Tally;
use crate::survey::{Answer, Counts, Response, STATEMENTS, statement_id, statement_place};

/// The kind of a survey, by what it asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The statements that feed an audit's staff indicators: how far do you agree?
    Indicators,
    /// The characteristics of a learning organisation, and what being part of one feels like: how true
    /// is this here?
    Characteristics,
}

/// Why a response is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounted {
    /// It holds an answer, or a statement, that the survey does not have.
    NotOffered,
    /// It holds no answer and no comment: the sender has said nothing, and would be counted among those
    /// who have.
    Empty,
    /// The sender was told this threshold, which is higher than the one that the survey has here: this
    /// copy of the record is from before the threshold was raised.
    PromisedMore(u32),
}

impl Asked {
    /// Both kinds.
    pub const ALL: [Asked; 2] = [Asked::Indicators, Asked::Characteristics];

    /// The kind of survey whose invitation carries this framework; `None` for a framework that is not
    /// known here.
    pub fn of(framework: &str) -> Option<Asked> {
        Asked::ALL.into_iter().find(|asked| asked.framework() == framework)
    }

    /// The id of the framework with the statements, as an invitation carries it.
    pub fn framework(self) -> &'static str {
        match self {
            Asked::Indicators => "clf",
            Asked::Characteristics => "learning",
        }
    }

    /// How many statements a survey of this kind has.
    pub fn number(self) -> usize {
        match self {
            Asked::Indicators => STATEMENTS,
            Asked::Characteristics => 19,
        }
    }

    /// The answers that can be given, in the order in which they are offered: on the page, on the sheet
    /// of paper, and where a sheet is typed in. The steps of how true something is go from the lowest
    /// to the highest, as they do where one person judges it.
    pub const fn answers(self) -> &'static [Answer] {
        match self {
            Asked::Indicators => &Answer::ALL,
            Asked::Characteristics => &[
                Answer::StronglyDisagree,
                Answer::Disagree,
                Answer::Agree,
                Answer::StronglyAgree,
                Answer::DontKnow,
            ],
        }
    }

    /// Counts a response in the tally of a survey of this kind with this threshold. Gives false when it
    /// was counted before, or is a response to another survey. Fails, and counts nothing, when it holds
    /// an answer that was not offered, or is empty, or was given on the promise of a higher threshold.
    pub fn count(
        self,
        tally: &mut Tally,
        threshold: u32,
        response: &Response,
    ) -> Result<bool, NotCounted> {
        if response.is_empty() {
            return Err(NotCounted::Empty);
        }
        let offered = |(id, answer): (&String, &Answer)| {
            self.has_statement(id) && self.answers().contains(answer)
        };
        if !response.answers.iter().all(offered) {
            return Err(NotCounted::NotOffered);
        }
        let told = response.threshold.filter(|told| *told > threshold);
        if let Some(told) = told.filter(|_| !tally.counted.contains(&response.id)) {
            return Err(NotCounted::PromisedMore(told));
        }
        // A comment of blanks would stand among the others with nothing in it to read.
        let mut response = response.clone();
        if is_blank(&response.comment) {
            response.comment.clear();
        }
        Ok(tally.count(&response))
    }

    /// True when a sum counts only answers and statements that were offered.
    pub fn could_give(self, sum: &Shown) -> bool {
        let offered = |answer: &Answer| self.answers().contains(answer);
        sum.counts.iter().all(|(id, counts)| {
            let stray = Answer::ALL.iter().filter(|answer| !offered(answer));
            self.has_statement(id) && stray.map(|answer| counts[answer.index()]).all(|it| it == 0)
        })
    }

    fn has_statement(self, id: &str) -> bool {
        statement_place(id).is_some_and(|place| place < self.number())
    }
}

/// The statements about the characteristics in a framework, in the order in which they are asked.
pub fn in_order_of_asking(learning: &Framework) -> impl Iterator<Item = &Text> {
    learning.characteristics.iter().chain(&learning.feels_like)
}

/// The counts of a round of the characteristics, as a tally has them: by the ids that the statements are
/// counted by. In `counts` they stand by the statements' own ids, from the lowest step, don't know last.
/// `None` without any, or when one is of another statement.
pub fn counted_in_round<'a>(
    counts: impl Iterator<Item = (&'a String, &'a Vec<u32>)>,
) -> Option<ById<Counts>> {
    let counted = |(id, numbers): (&String, &Vec<u32>)| {
        let mut counts = Counts::default();
        for (answer, number) in Asked::Characteristics.answers().iter().zip(numbers) {
            counts[answer.index()] = *number;
        }
        let before = if let Some(place) = id.strip_prefix('c') {
            (place, 0)
        } else {
            (id.strip_prefix('f')?, 12)
        };
        let place: usize = before.0.parse().ok()?;
        Some((statement_id(before.1 + place.checked_sub(1)?), counts))
    };
    let counts: ById<Counts> = counts.map(counted).collect::<Option<_>>()?;
    (!counts.is_empty()).then_some(counts)
}

/// The built-in statements about the characteristics, with the ids that they are counted by; made once.
pub fn characteristics() -> &'static [Text] {
    static STATEMENTS: LazyLock<Vec<Text>> = LazyLock::new(|| {
        let learning = learning();
        let texts = in_order_of_asking(&learning).enumerate();
        texts.map(|(at, it)| Text { id: statement_id(at), text: it.text.clone() }).collect()
    });
    &STATEMENTS
}
