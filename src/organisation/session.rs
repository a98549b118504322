//! A session at which some people discuss a card: planned for a day, then held, with what was said, how
//! much they find in place, and what they will do.

use crate::book::{Book, Item, Value};
use crate::framework::{Card, Text};
use crate::moment::Date;
use crate::order::in_order;
use crate::organisation::votes::Votes;
use crate::record::Link;

/// The list of sessions.
pub const LIST: &str = "sessions";
/// The id of the card.
pub const CARD: &str = "card";
/// The card's title, so that the session can be read without it.
pub const CARD_TITLE: &str = "card_title";
/// The card's questions as they were asked, by their ids.
pub const QUESTIONS: &str = "questions";
/// The day.
pub const DATE: &str = "date";
/// Whether it has been held.
pub const STATE: &str = "state";
/// For whom it is.
pub const AUDIENCE: &str = "audience";
/// When in the programme it comes.
pub const HORIZON: &str = "horizon";
/// Who is there.
pub const PRESENT: &str = "present";
/// How long it is to take, in minutes.
pub const MINUTES: &str = "minutes";
/// What was said, by the ids of the questions.
pub const NOTES: &str = "notes";
/// How many chose each step of how much is in place.
pub const VOTES: &str = "votes";
/// What the people there will do.
pub const WILL_DO: &str = "will_do";
/// What other records have made of it.
pub const TO: &str = "to";

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

/// A session as it stands in the book.
#[derive(Debug, Clone, Copy)]
pub struct Session<'a> {
    item: &'a Item,
}

/// Where a session stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
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

    /// The word in code and file.
    pub fn name(self) -> &'static str {
        match self {
            Audience::SeniorTeam => "senior_team",
            Audience::CareTeams => "care_teams",
            Audience::Training => "training",
            Audience::HumanResources => "human_resources",
            Audience::PracticeLearning => "practice_learning",
        }
    }

    /// The audience with this word.
    pub fn of(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name)
    }
}

impl Horizon {
    /// Every horizon, in order.
    pub const ALL: [Horizon; 3] = [Horizon::FirstStep, Horizon::Medium, Horizon::Longer];

    /// The word in code and file.
    pub fn name(self) -> &'static str {
        match self {
            Horizon::FirstStep => "first_step",
            Horizon::Medium => "medium",
            Horizon::Longer => "longer",
        }
    }

    /// The horizon with this word.
    pub fn of(name: &str) -> Option<Horizon> {
        Horizon::ALL.into_iter().find(|horizon| horizon.name() == name)
    }
}

/// Every session: those with a day in the order of their days, then those without.
pub fn all(book: &Book) -> Vec<Session<'_>> {
    let sessions = book.items(LIST).iter().map(Session::of).collect();
    in_order(sessions, |one, other| match (one.date(), other.date()) {
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    })
}

/// The session with this id.
pub fn find<'a>(book: &'a Book, id: &str) -> Option<Session<'a>> {
    book.item(LIST, id).map(Session::of)
}

/// The sessions about a card that have been held, the last one first.
pub fn held<'a>(book: &'a Book, card: &str) -> Vec<Session<'a>> {
    let mut sessions = all(book);
    sessions.retain(|session| session.card() == card && session.is_held());
    sessions.reverse();
    sessions
}

/// The next planned session that is not over, by its day.
pub fn next<'a>(book: &'a Book, today: Date) -> Option<Session<'a>> {
    let coming =
        |session: &Session| matches!(session.standing(today), Standing::Today | Standing::Ahead);
    all(book).into_iter().find(coming)
}

/// A new session about a card. It takes the card's title and questions along, so that it can be read
/// even when the card is changed or gone.
pub fn about(card: &Card, id: String) -> Item {
    let mut item = Item::new(id);
    item.set(CARD, card.id.as_str());
    item.set(STATE, Value::Word("planned"));
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
    item.set(CARD_TITLE, card.title.as_str());
    item.set(QUESTIONS, Value::Texts(questions));
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
        self.item.text(CARD)
    }

    /// The card's title, as the session took it along.
    pub fn title(&self) -> &'a str {
        self.item.text(CARD_TITLE)
    }

    /// Its day.
    pub fn date(&self) -> Option<Date> {
        self.item.date(DATE)
    }

    /// True when it has been held.
    pub fn is_held(&self) -> bool {
        self.item.text(STATE) == "held"
    }

    /// For whom it is.
    pub fn audience(&self) -> Option<Audience> {
        Audience::of(self.item.text(AUDIENCE))
    }

    /// When in the programme it comes.
    pub fn horizon(&self) -> Option<Horizon> {
        Horizon::of(self.item.text(HORIZON))
    }

    /// Who is there.
    pub fn present(&self) -> &'a str {
        self.item.text(PRESENT)
    }

    /// How long it is to take, in minutes.
    pub fn minutes(&self) -> u32 {
        self.item.whole(MINUTES).filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
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
        let asked = self.item.parts(QUESTIONS);
        asked.map(|(id, text)| Text { id: id.clone(), text: text.clone() })
    }

    /// These questions, and those that only a note stands for.
    fn with_what_was_said(&self, mut questions: Vec<Text>) -> Vec<Text> {
        let notes = self.item.parts(NOTES).filter(|(_, note)| !note.is_empty());
        for (id, _) in notes {
            if questions.iter().all(|question| question.id != *id) {
                let text = self.item.part(QUESTIONS, id).to_owned();
                questions.push(Text { id: id.clone(), text });
            }
        }
        questions
    }

    /// What was said about a question.
    pub fn note(&self, question: &str) -> &'a str {
        self.item.part(NOTES, question)
    }

    /// How many say how much is in place; none when nobody has voted.
    pub fn votes(&self) -> Option<Votes> {
        let votes = Votes::of(self.item.wholes(VOTES));
        (votes.total() > 0).then_some(votes)
    }

    /// What the people there will do.
    pub fn will_do(&self) -> &'a str {
        self.item.text(WILL_DO)
    }

    /// What other records have made of it.
    pub fn to(&self) -> &'a [Link] {
        self.item.links(TO)
    }

    /// Where it stands on a day.
    pub fn standing(&self, today: Date) -> Standing {
        match self.date() {
            _ if self.is_held() => Standing::Held,
            None => Standing::Undated,
            Some(date) if date == today => Standing::Today,
            Some(date) if date > today => Standing::Ahead,
            Some(_) => Standing::Past,
        }
    }
}
