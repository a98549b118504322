//! A session at which some people discuss a card. It is planned for a day, then held, and keeps what was
//! said, how much is in place, and what the people there will do.

use crate::form::{Field, List, TO};
use crate::framework::{Card, Text};
use crate::moment::{Date, Timestamp};
use crate::order::in_order;
use crate::organisation::votes::{InPlace, Votes};
use crate::record::Link;
use crate::records::{Item, Record, Value};

/// The id of the card.
pub static CARD: Field = Field::text("card", "the card’s id");
/// The card's title, so that the session can be read without the card.
pub static CARD_TITLE: Field = Field::text("card_title", "the card’s title");
/// The card's questions as they were asked, by their ids.
pub static QUESTIONS: Field = Field::texts("questions", "the card’s questions as they were asked");
/// The day of the session.
pub static DATE: Field = Field::date("date", "the day");
/// Whether it has been held.
pub static STATE: Field = Field::word("state", "whether it has been held", &State::NAMES);
/// Who the session is for.
pub static AUDIENCE: Field = Field::word("audience", "for whom", &Audience::NAMES);
/// When in the programme it comes.
pub static HORIZON: Field = Field::word("horizon", "when in the programme", &Horizon::NAMES);
/// Who is there.
pub static PRESENT: Field = Field::text("present", "who is there");
/// How long it is to take, in minutes.
pub static MINUTES: Field = Field::whole("minutes", "how long it is to take, in minutes", 1_000);
/// What was said, by the ids of the questions.
pub static NOTES: Field = Field::texts("notes", "notes by question");
/// How many chose each step of [`InPlace`].
pub static VOTES: Field =
    Field::wholes("votes", "how many say that it is not, a little, mostly or fully in place", 4);
/// The results that were shown of votes one by one ([`crate::organisation::ballot`]), by the moment at
/// which each was shown. None is ever taken back: beside it, another result with one or two people more
/// or fewer would tell what those people chose.
pub static RESULTS: Field = Field::counts(
    "results",
    "the results of votes one by one that were shown, by the moment of each",
    InPlace::ALL.len(),
);
/// What the people there will do.
pub static WILL_DO: Field = Field::text("will_do", "what we will do");

/// The list of sessions.
pub static LIST: List = List {
    name: "sessions",
    one: "a card session",
    several: "card sessions",
    title: Some(&CARD_TITLE),
    fields: &[
        &CARD,
        &CARD_TITLE,
        &QUESTIONS,
        &DATE,
        &STATE,
        &AUDIENCE,
        &HORIZON,
        &PRESENT,
        &MINUTES,
        &NOTES,
        &VOTES,
        &RESULTS,
        &WILL_DO,
        &TO,
    ],
    ..List::USUAL
};

/// How long a session takes unless it says otherwise, in minutes.
pub const USUAL_MINUTES: u32 = 45;

/// Who a session is for, by the names in the programme's source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The senior team.
    SeniorTeam,
    /// Those who give care and support.
    CareTeams,
    /// Those who train others.
    Training,
    /// Human resources.
    HumanResources,
    /// Those who teach students at work.
    PracticeLearning,
}

/// When in a programme a session comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// To begin with.
    FirstStep,
    /// After that.
    Medium,
    /// Later on.
    Longer,
}

/// Whether a session has been held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is planned.
    Planned,
    /// It has been held.
    Held,
}

impl State {
    /// The names in files: planned, then held.
    pub const NAMES: [&'static str; 2] = ["planned", "held"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        State::NAMES[self as usize]
    }
}

/// A read-only view of a session.
#[derive(Debug, Clone, Copy)]
pub struct Session<'a> {
    item: &'a Item,
}

/// Whether a session has been held, and if not, how its day relates to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// It has been held.
    Held,
    /// It is planned for today.
    Today,
    /// It is planned for a later day.
    Ahead,
    /// Its planned day is over, and nobody has said that it was held.
    Past,
    /// It has no day yet.
    Undated,
}

impl Audience {
    /// Every audience, in order.
    pub const ALL: [Audience; 5] = [
        Audience::SeniorTeam,
        Audience::CareTeams,
        Audience::Training,
        Audience::HumanResources,
        Audience::PracticeLearning,
    ];

    /// The names in files, in the order of [`Audience::ALL`].
    pub const NAMES: [&'static str; 5] =
        ["senior_team", "care_teams", "training", "human_resources", "practice_learning"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Audience::NAMES[self as usize]
    }

    /// The audience with this name in files.
    pub fn of(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name)
    }
}

impl Horizon {
    /// Every horizon, in order.
    pub const ALL: [Horizon; 3] = [Horizon::FirstStep, Horizon::Medium, Horizon::Longer];

    /// The names in files, in the order of [`Horizon::ALL`].
    pub const NAMES: [&'static str; 3] = ["first_step", "medium", "longer"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Horizon::NAMES[self as usize]
    }

    /// The horizon with this name in files.
    pub fn of(name: &str) -> Option<Horizon> {
        Horizon::ALL.into_iter().find(|horizon| horizon.name() == name)
    }
}

/// Every session: those with a day in the order of their days, then those without.
pub fn all(book: &Record) -> Vec<Session<'_>> {
    let sessions = book.items(&LIST).iter().map(Session::of).collect();
    in_order(sessions, |one, other| match (one.date(), other.date()) {
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    })
}

/// The session with this id.
pub fn find<'a>(book: &'a Record, id: &str) -> Option<Session<'a>> {
    book.item(&LIST, id).map(Session::of)
}

/// The sessions about a card that have been held, the latest first.
pub fn held<'a>(book: &'a Record, card: &str) -> Vec<Session<'a>> {
    let mut sessions = all(book);
    sessions.retain(|session| session.card() == card && session.is_held());
    sessions.reverse();
    sessions
}

/// The next session that is planned for today or later; `None` when there is none.
pub fn next<'a>(book: &'a Record, today: Date) -> Option<Session<'a>> {
    let coming = |session: &Session| matches!(session.timing(today), Timing::Today | Timing::Ahead);
    all(book).into_iter().find(coming)
}

/// Makes a planned session about a card. It copies the card's title and questions, so that it can be
/// read even when the card is changed or gone.
pub fn about(card: &Card, id: String) -> Item {
    let mut item = Item::new(id);
    item.set(&CARD, card.id.as_str());
    item.set(&STATE, Value::Word(State::Planned.name()));
    copy_card(&mut item, card);
    item
}

/// Copies the card's title and questions into the session again, as they are now. This is done when a
/// session is held; after that, the questions stay as they were asked. A question that the card no
/// longer has stays if the session has a note about it.
pub fn copy_card(item: &mut Item, card: &Card) {
    let questions = Session::of(item).with_what_was_said(card.questions.clone());
    let questions = questions.into_iter().map(|question| (question.id, question.text));
    let questions = questions.filter(|(_, text)| !text.is_empty()).collect();
    item.set(&CARD_TITLE, card.title.as_str());
    item.set(&QUESTIONS, Value::Texts(questions));
}

impl<'a> Session<'a> {
    /// Reads a session from its item, or from what is left of a removed one.
    pub fn of(item: &'a Item) -> Session<'a> {
        Session { item }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        &self.item.id
    }

    /// The id of its card.
    pub fn card(&self) -> &'a str {
        self.item.text(&CARD)
    }

    /// The card's title, as copied into the session.
    pub fn title(&self) -> &'a str {
        self.item.text(&CARD_TITLE)
    }

    /// Its day.
    pub fn date(&self) -> Option<Date> {
        self.item.date(&DATE)
    }

    /// True when it has been held.
    pub fn is_held(&self) -> bool {
        self.item.text(&STATE) == State::Held.name()
    }

    /// Who the session is for.
    pub fn audience(&self) -> Option<Audience> {
        Audience::of(self.item.text(&AUDIENCE))
    }

    /// When in the programme it comes.
    pub fn horizon(&self) -> Option<Horizon> {
        Horizon::of(self.item.text(&HORIZON))
    }

    /// Who is there.
    pub fn present(&self) -> &'a str {
        self.item.text(&PRESENT)
    }

    /// How long it is to take, in minutes; [`USUAL_MINUTES`] unless it says otherwise.
    pub fn minutes(&self) -> u32 {
        self.item.whole(&MINUTES).filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
    }

    /// The questions: while the session is planned, the card's as they are now; once it has been held,
    /// or the card is gone, those that were copied into the session. Questions that only a note is left
    /// of come last. Such a question has no words if the card got it and lost it again since the session
    /// was planned.
    pub fn questions(&self, card: Option<&Card>) -> Vec<Text> {
        self.with_what_was_said(match card {
            Some(card) if !self.is_held() => card.questions.clone(),
            _ => self.asked().collect(),
        })
    }

    /// The questions that were copied into the session.
    fn asked(&self) -> impl Iterator<Item = Text> {
        let asked = self.item.parts(&QUESTIONS);
        asked.map(|(id, text)| Text { id: id.clone(), text: text.clone() })
    }

    /// These questions, then those that only a note is left of.
    fn with_what_was_said(&self, mut questions: Vec<Text>) -> Vec<Text> {
        let notes = self.item.parts(&NOTES).filter(|(_, note)| !note.is_empty());
        for (id, _) in notes {
            if questions.iter().all(|question| question.id != *id) {
                let text = self.item.part(&QUESTIONS, id).to_owned();
                questions.push(Text { id: id.clone(), text });
            }
        }
        questions
    }

    /// What was said about a question; empty when there is no note.
    pub fn note(&self, question: &str) -> &'a str {
        self.item.part(&NOTES, question)
    }

    /// The votes on how much is in place; `None` when nobody has voted. If two copies met and the one
    /// that stands had no votes, these are the votes of the last result that was shown.
    pub fn votes(&self) -> Option<Votes> {
        let last = self.item.all_counts(&RESULTS).last().map(|(_, votes)| Votes::of(votes));
        let votes = Some(Votes::of(self.item.wholes(&VOTES))).filter(|votes| votes.total() > 0);
        votes.or(last)
    }

    /// How many had voted in each result that was shown.
    pub fn shown(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.item.all_counts(&RESULTS).map(|(_, votes)| Votes::of(votes).total())
    }

    /// The results of votes one by one that were shown besides [`Session::votes`], each with the moment
    /// at which it was shown. There are some when people voted again, or on another device.
    pub fn other_results(&self) -> Vec<(Timestamp, Votes)> {
        let results = self.item.all_counts(&RESULTS);
        let all = results.filter_map(|(at, votes)| Some((at.parse().ok()?, Votes::of(votes))));
        all.filter(|(_, votes)| Some(*votes) != self.votes()).collect()
    }

    /// Its day, which anybody can change, and the days, UTC, on which its results were shown, which
    /// nobody can.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<'a> {
        let moments = self.item.all_counts(&RESULTS).filter_map(|(at, _)| at.parse().ok());
        self.date().into_iter().chain(moments.map(Timestamp::day))
    }

    /// What the people there will do.
    pub fn will_do(&self) -> &'a str {
        self.item.text(&WILL_DO)
    }

    /// Links to what other records have made of it.
    pub fn to(&self) -> &'a [Link] {
        self.item.links(&TO)
    }

    /// Whether it has been held, and if not, how its day relates to `today`.
    pub fn timing(&self, today: Date) -> Timing {
        match self.date() {
            _ if self.is_held() => Timing::Held,
            None => Timing::Undated,
            Some(date) if date == today => Timing::Today,
            Some(date) if date > today => Timing::Ahead,
            Some(_) => Timing::Past,
        }
    }
}
