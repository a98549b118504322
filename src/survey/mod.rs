//! Surveys of a framework's statements, from the answers that come in to the results that are shown.
//! [`Asked`] says which statements are asked, and in what words they are answered.
//!
//! Surveys are anonymous by construction. A response is counted and then gone. What is kept is how many
//! gave each answer to each statement, which responses were counted, and the comments, in an order that
//! their words alone decide; never who answered, when, or one person's answers together. Below a
//! threshold nothing shows.

pub mod asked;
pub mod code;
pub mod collected;
mod copies;
pub(crate) mod escape;
pub mod find;
pub mod invitation;
mod join;
pub mod link;
pub(crate) mod lot;
pub mod paper;
mod part;
mod passing;
pub mod read;
pub mod response;
pub mod results;
pub mod sheets;
pub mod shown;
mod signs;
pub mod step;
pub mod symbols;
pub mod tally;
pub mod turn;
pub(crate) mod waiting;

pub use asked::Asked;
pub use collected::{Collected, KeptResults};
pub use response::Response;

use serde::Serialize;

use crate::by_id::ById;
use crate::moment::Date;
use crate::record::Stamp;

/// The threshold that a new survey has.
pub const DEFAULT_THRESHOLD: u32 = 5;

/// The lowest threshold. With two, either person would know what the other has said.
pub const LEAST_THRESHOLD: u32 = 3;

/// The threshold, if a survey can have it.
pub(crate) fn possible_threshold(threshold: u32) -> Option<u32> {
    (LEAST_THRESHOLD..=MOST_INVITED).contains(&threshold).then_some(threshold)
}

/// The share of agreement, in percent, from which a new survey takes an indicator as achieved.
pub const DEFAULT_CUT_OFF: u32 = 75;

/// The most people that a survey can be for, and the most sheets of paper in one batch.
pub const MOST_INVITED: u32 = 100_000;

/// How many statements a survey can have: `s01` to `s24`.
pub const STATEMENTS: usize = 24;

/// The id of the statement at `place`, counted from 0.
pub fn statement_id(place: usize) -> String {
    format!("s{:02}", place + 1)
}

/// The place of a statement, counted from 0; `None` for what is no statement's id.
pub fn statement_place(id: &str) -> Option<usize> {
    let [b's', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = id.as_bytes() else { return None };
    let number = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
    (1..=STATEMENTS).contains(&number).then(|| number - 1)
}

/// What a person can answer to a statement. Not every survey offers every answer. A survey that asks
/// how true something is has other words for them (see [`Asked`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Answer {
    /// Strongly agree.
    StronglyAgree,
    /// Agree.
    Agree,
    /// Neither agree nor disagree.
    Neither,
    /// Disagree.
    Disagree,
    /// Strongly disagree.
    StronglyDisagree,
    /// Don't know; it counts neither for nor against.
    DontKnow,
}

impl Answer {
    /// Every answer, in the order in which they are counted and offered.
    pub const ALL: [Answer; 6] = [
        Answer::StronglyAgree,
        Answer::Agree,
        Answer::Neither,
        Answer::Disagree,
        Answer::StronglyDisagree,
        Answer::DontKnow,
    ];

    /// Its place in [`Answer::ALL`] and in [`Counts`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// How many gave each answer to a statement, in the order of [`Answer::ALL`].
pub type Counts = [u32; 6];

/// How many answered, "don't know" included.
pub fn answered(counts: &Counts) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// A survey that the lead has opened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Survey {
    /// Unique among all surveys anywhere: eight symbols (see [`symbols`]).
    pub id: String,
    /// What the survey is called.
    pub title: String,
    /// The last day for answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Date>,
    /// How many people were asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited: Option<u32>,
    /// How many responses there must be before anything shows, from [`LEAST_THRESHOLD`] up.
    pub threshold: u32,
    /// Whether results show before the survey is closed.
    pub shows_while_open: bool,
    /// The share of agreement, in percent from 1 to 100, from which an indicator is taken as achieved;
    /// of no effect in a survey of the characteristics.
    pub cut_off: u32,
    /// Whether answers are still awaited.
    pub state: SurveyState,
    /// True when results of this survey have shown elsewhere, and its tally cannot take them in: next
    /// year's audit has them, another copy shows the same answers in other groups, or they showed in a
    /// record that was deleted. From then on no more results may show.
    #[serde(default, skip_serializing_if = "is_not")]
    pub shown_elsewhere: bool,
    /// The results that this survey began with, if its record is a copy that stands beside another: of
    /// the other's survey, and of those that that one began with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copy_of: Vec<LastSurvey>,
    /// When the survey was last changed, and by whom.
    pub changed: Stamp,
}

/// What people said in another survey, kept in a record that goes on from that one's: counts and no
/// comments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LastSurvey {
    /// That survey's id; empty in a record that an earlier Cairn has written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub survey: String,
    /// What that survey was called.
    pub title: String,
    /// How many responses were shown.
    pub responses: u32,
    /// How many gave each answer, by statement id.
    pub counts: ById<Counts>,
}

/// Whether a survey still awaits answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum SurveyState {
    /// Answers are awaited.
    #[default]
    Open,
    /// The lead has closed it.
    Closed,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

impl Survey {
    /// A survey that has just been opened, with the usual threshold and cut-off. `id` is eight
    /// symbols.
    pub fn new(id: String, title: &str, stamp: Stamp) -> Survey {
        Survey {
            id,
            title: title.to_owned(),
            closes: None,
            invited: None,
            threshold: DEFAULT_THRESHOLD,
            shows_while_open: false,
            cut_off: DEFAULT_CUT_OFF,
            state: SurveyState::Open,
            shown_elsewhere: false,
            copy_of: Vec::new(),
            changed: stamp,
        }
    }

    /// This survey with the higher of its own and the other state's threshold, and marked as shown
    /// elsewhere if either is. So what people were promised when they answered holds.
    pub fn promising(self, other: &Survey) -> Survey {
        let threshold = self.threshold.max(other.threshold);
        let shown_elsewhere = self.shown_elsewhere || other.shown_elsewhere;
        Survey { threshold, shown_elsewhere, ..self }
    }

    /// True when results may show, once there are enough responses.
    pub fn results_visible(&self) -> bool {
        self.state == SurveyState::Closed || self.shows_while_open
    }
}
