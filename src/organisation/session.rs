//! A session at which some people discuss a card: planned for a day, then held, with what was said, how
//! much they find in place, and what they will do.

use crate::form::{Field, List, TO};
use crate::framework::{Card, Text};
use crate::moment::{Date, Timestamp};
use crate::order::in_order;
use crate::organisation::votes::{InPlace, Votes};
use crate::record::Link;
use crate::records::{Item, Record, Value};

/// The id of the card.
pub static CARD: Field = Field::text("card", "the card’s id");
/// The card's title, so that the session can be read without it.
pub static CARD_TITLE: Field = Field::text("card_title", "the card’s title");
/// The card's questions as they were asked, by their ids.
pub static QUESTIONS: Field = Field::texts("questions", "the card’s questions as they were asked");
/// The day.
pub static DATE: Field = Field::date("date", "the day");
/// Whether it has been held.
pub static STATE: Field = Field::word("state", "whether it has been held", &State::NAMES);
/// For whom it is.
pub static AUDIENCE: Field = Field::word("audience", "for whom", &Audience::NAMES);
/// When in the programme it comes.
pub static HORIZON: Field = Field::word("horizon", "when in the programme", &Horizon::NAMES);
/// Who is there.
pub static PRESENT: Field = Field::text("present", "who is there");
/// How long it is to take, in minutes.
pub static MINUTES: Field = Field::whole("minutes", "how long it is to take, in minutes", 1_000);
/// What was said, by the ids of the questions.
pub static NOTES: Field = Field::texts("notes", "notes by question");
/// How many chose each step of how much is in place.
pub static VOTES: Field =
    Field::wholes("votes", "how many say that it is not, a little, mostly or fully in place", 4);
/// The results of votes one by one that were shown, by the moment of each. None is taken back, and beside
/// any of them another one of one or two people more or fewer would say what those have chosen
/// ([`crate::organisation::ballot`]).
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

/// How long a session takes when nothing else is said, in minutes.
pub const USUAL_MINUTES: u32 = 45;

/// For whom a session is, as the source of the programme names them.
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
    /// What files call each, in the same order.
    pub const NAMES: [&'static str; 2] = ["planned", "held"];

    /// The word in code and file.
    pub const fn name(self) -> &'static str {
        State::NAMES[self as usize]
    }
}

/// A session as it stands in the book.
#[derive(Debug, Clone, Copy)]
pub struct Session<'a> {
    item: &'a Item,
}

/// How the day of a session stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// It has been held.
    Held,
    /// It is planned for that day.
    Today,
    /// It is planned for a later day.
    Ahead,
    /// The day for which it was planned is over, and nothing says that it was held.
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

    /// What files call each, in the same order.
    pub const NAMES: [&'static str; 5] =
        ["senior_team", "care_teams", "training", "human_resources", "practice_learning"];

    /// The word in code and file.
    pub const fn name(self) -> &'static str {
        Audience::NAMES[self as usize]
    }

    /// The audience with this word.
    pub fn of(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name)
    }
}

impl Horizon {
    /// Every horizon, in order.
    pub const ALL: [Horizon; 3] = [Horizon::FirstStep, Horizon::Medium, Horizon::Longer];

    /// What files call each, in the same order.
    pub const NAMES: [&'static str; 3] = ["first_step", "medium", "longer"];

    /// The word in code and file.
    pub const fn name(self) -> &'static str {
        Horizon::NAMES[self as usize]
    }

    /// The horizon with this word.
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

/// The sessions about a card that have been held, the last one first.
pub fn held<'a>(book: &'a Record, card: &str) -> Vec<Session<'a>> {
    let mut sessions = all(book);
    sessions.retain(|session| session.card() == card && session.is_held());
    sessions.reverse();
    sessions
}

/// The next planned session that is not over, by its day.
pub fn next<'a>(book: &'a Record, today: Date) -> Option<Session<'a>> {
    let coming = |session: &Session| matches!(session.timing(today), Timing::Today | Timing::Ahead);
    all(book).into_iter().find(coming)
}

/// A new session about a card. It takes the card's title and questions along, so that it can be read
/// even when the card is changed or gone.
pub fn about(card: &Card, id: String) -> Item {
    let mut item = Item::new(id);
    item.set(&CARD, card.id.as_str());
    item.set(&STATE, Value::Word(State::Planned.name()));
    take_along(&mut item, card);
    item
}

/// Takes a card's title and questions along anew, as they are now. Done when a session is held; after
/// that, what was asked stays as it was asked. A question that is gone from the card since stays where
/// something was said about it.
pub fn take_along(item: &mut Item, card: &Card) {
    let questions = Session::of(item).with_what_was_said(card.questions.clone());
    let questions = questions.into_iter().map(|question| (question.id, question.text));
    let questions = questions.filter(|(_, text)| !text.is_empty()).collect();
    item.set(&CARD_TITLE, card.title.as_str());
    item.set(&QUESTIONS, Value::Texts(questions));
}

impl<'a> Session<'a> {
    /// The session that an item of the list is.
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

    /// The card's title, as the session took it along.
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

    /// For whom it is.
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

    /// How long it is to take, in minutes.
    pub fn minutes(&self) -> u32 {
        self.item.whole(&MINUTES).filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
    }

    /// The questions: the card's as they are now while the session is planned, and as they were asked
    /// once it has been held or the card is gone. Questions that only a note stands for come last; one
    /// that came and went since the session was planned has no words any more.
    pub fn questions(&self, card: Option<&Card>) -> Vec<Text> {
        self.with_what_was_said(match card {
            Some(card) if !self.is_held() => card.questions.clone(),
            _ => self.asked().collect(),
        })
    }

    /// The questions as the session took them along.
    fn asked(&self) -> impl Iterator<Item = Text> {
        let asked = self.item.parts(&QUESTIONS);
        asked.map(|(id, text)| Text { id: id.clone(), text: text.clone() })
    }

    /// These questions, and those that only a note stands for.
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

    /// What was said about a question.
    pub fn note(&self, question: &str) -> &'a str {
        self.item.part(&NOTES, question)
    }

    /// How many say how much is in place; none when nobody has voted. Where two copies met, and the one
    /// that stands knew of no votes, that is the last result that was shown.
    pub fn votes(&self) -> Option<Votes> {
        let last = self.item.all_counts(&RESULTS).last().map(|(_, votes)| Votes::of(votes));
        let votes = Some(Votes::of(self.item.wholes(&VOTES))).filter(|votes| votes.total() > 0);
        votes.or(last)
    }

    /// How many had voted in each result that was shown.
    pub fn shown(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.item.all_counts(&RESULTS).map(|(_, votes)| Votes::of(votes).total())
    }

    /// The other results of votes one by one that were shown, with the moment of each: people voted again, or
    /// on another device.
    pub fn other_results(&self) -> Vec<(Timestamp, Votes)> {
        let results = self.item.all_counts(&RESULTS);
        let all = results.filter_map(|(at, votes)| Some((at.parse().ok()?, Votes::of(votes))));
        all.filter(|(_, votes)| Some(*votes) != self.votes()).collect()
    }

    /// Its day, which anybody can change, and the days on which results of it were shown.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<'a> {
        let moments = self.item.all_counts(&RESULTS).filter_map(|(at, _)| at.parse().ok());
        self.date().into_iter().chain(moments.map(Timestamp::day))
    }

    /// What the people there will do.
    pub fn will_do(&self) -> &'a str {
        self.item.text(&WILL_DO)
    }

    /// What other records have made of it.
    pub fn to(&self) -> &'a [Link] {
        self.item.links(&TO)
    }

    /// How its day stands to another.
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
