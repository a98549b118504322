//! What is asked: capabilities, areas, questions, indicators and survey statements; discussion
//! cards, characteristics, ways to contribute and quality questions.
//!
//! A framework is content and never holds an answer. The built-in ones are JSON compiled in: the
//! audit's ([`built_in`]), and what teams, people and whole organisations learn by ([`learning`]).
//! Every text in them has a published id, so that a wording pack can lay other words over it
//! ([`Framework::reworded`]).

use serde::Serialize;

mod built_in;
pub mod read;

pub use crate::framework::built_in::{built_in, learning};

use crate::by_id::{ById, Ids};
use crate::json::later::Later;
use crate::link;
use crate::progression::Stage;

/// A published set of content: capabilities with the staff survey that goes with them, discussion
/// cards, or any other of these lists.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Framework {
    /// The published id, such as `clf`; an audit names it.
    pub id: String,
    /// What the framework is called.
    pub title: String,
    /// The language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The chapters of the audit, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<Capability>,
    /// The statements of the staff survey, each asked once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Text>,
    /// Cards to discuss in a group, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Card>,
    /// What a learning organisation can be recognised by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characteristics: Vec<Text>,
    /// What it feels like to be part of a learning organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feels_like: Vec<Text>,
    /// How each member of staff can contribute to a learning organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Text>,
    /// The questions by which a team reviews its year, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quality_questions: Vec<QualityQuestion>,
    /// What a later Cairn has written in its file, as it came.
    #[serde(skip)]
    pub later: Later,
}

/// A numbered chapter of the audit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Capability {
    /// The published id: `1`, `2`.
    pub id: String,
    /// The capability's name.
    pub title: String,
    /// What the capability is about.
    pub introduction: String,
    /// Its areas for reflection, in order.
    pub areas: Vec<Area>,
}

/// An area for reflection.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Area {
    /// The published id: `1A` to `2C`.
    pub id: String,
    /// The area's name.
    pub title: String,
    /// What the questions help to consider.
    pub introduction: String,
    /// Possible sources of evidence, offered when evidence is added.
    pub evidence_sources: Vec<Text>,
    /// The questions to consider, in order.
    pub questions: Vec<Question>,
    /// Organisation indicators, then staff indicators, each in order.
    pub indicators: Vec<Indicator>,
}

/// A text with its published id.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Text {
    /// The published id, such as `s07`.
    pub id: String,
    /// The words.
    pub text: String,
}

/// A question to consider; a reflection answers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Question {
    /// The published id, such as `1A.q3`.
    pub id: String,
    /// The question.
    pub text: String,
    /// Parts that are answered one by one; most questions have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Text>,
}

/// A statement that an organisation can or cannot evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Indicator {
    /// The published id: `1A.o2` for the organisation, `1A.s1` for the staff.
    pub id: String,
    /// Whom the indicator is about.
    pub subject: Subject,
    /// The stage that it belongs to.
    #[serde(with = "StageName")]
    pub stage: Stage,
    /// The words, which complete a sentence that begins with "The organisation…" or "Social service
    /// workers…".
    pub text: String,
    /// For a staff indicator, the survey statement that feeds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

/// A card to discuss in a group: what it says, what it asks, and what others have done.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Card {
    /// The published id, such as `leadership-a`.
    pub id: String,
    /// The series of cards that it belongs to; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub series: String,
    /// The card's name.
    pub title: String,
    /// What the card says of its topic.
    pub statement: String,
    /// What the questions are about; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead_in: String,
    /// The questions to discuss, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Text>,
    /// What others have done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Text>,
    /// What to read on the topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// What the card is for, said at its end; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

/// Something to read on a topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reference {
    /// The published id, such as `leadership-a.r1`.
    pub id: String,
    /// The words that describe it, such as author and title.
    pub text: String,
    /// Its address; shown as a link only where that is safe to follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A question by which a team reviews its year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QualityQuestion {
    /// The published id: `q1` to `q6`.
    pub id: String,
    /// The question.
    pub text: String,
    /// What an answer should give, such as “a clear purpose”.
    pub clarity: String,
}

/// Whom an indicator is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Subject {
    /// What the organisation does.
    Organisation,
    /// A staff perception.
    Staff,
}

/// How a [`Stage`] stands in a file; the rules themselves know nothing of files.
#[derive(Serialize)]
#[serde(remote = "Stage", rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
enum StageName {
    Engaged,
    Established,
    Accomplished,
    Exemplary,
}

impl Framework {
    /// Every area with its capability, in order.
    pub fn areas(&self) -> impl Iterator<Item = (&Capability, &Area)> {
        self.capabilities
            .iter()
            .flat_map(|capability| capability.areas.iter().map(move |area| (capability, area)))
    }

    /// The capability with this id.
    pub fn capability(&self, id: &str) -> Option<&Capability> {
        self.capabilities.iter().find(|capability| capability.id == id)
    }

    /// The area with this id, with its capability.
    pub fn area(&self, id: &str) -> Option<(&Capability, &Area)> {
        self.areas().find(|(_, area)| area.id == id)
    }

    /// The indicator with this id, with its area.
    pub fn indicator(&self, id: &str) -> Option<(&Area, &Indicator)> {
        self.areas().find_map(|(_, area)| {
            area.indicators.iter().find(|indicator| indicator.id == id).map(|found| (area, found))
        })
    }

    /// The area that an id of an area, a question, a part or an indicator belongs to.
    pub fn area_of(&self, id: &str) -> Option<&Area> {
        self.areas().map(|(_, area)| area).find(|area| {
            area.id == id
                || area.indicators.iter().any(|indicator| indicator.id == id)
                || area.reflection_ids().any(|reflection| reflection == id)
        })
    }

    /// True for the id of a question, or of a part of one, that is to be reflected on.
    pub fn asks(&self, id: &str) -> bool {
        self.areas().any(|(_, area)| area.reflection_ids().any(|known| known == id))
    }

    /// This framework with `words` (id to text) in place of its own texts, and the ids in `words` that
    /// match nothing here. Words that are nothing but blanks replace nothing.
    pub fn reworded(mut self, words: &ById<String>) -> (Framework, Vec<String>) {
        let mut known = Vec::new();
        self.each_text(&mut |id, text| {
            if let Some(word) = words.get(id) {
                if !word.trim().is_empty() {
                    word.clone_into(text);
                }
                known.push(id.to_owned());
            }
        });
        let known: Ids = known.into_iter().collect();
        (self, words.keys().filter(|id| !known.contains(id)).cloned().collect())
    }

    /// The id of every text that a wording pack can replace, in order.
    pub fn text_ids(mut self) -> Vec<String> {
        let mut ids = Vec::new();
        self.each_text(&mut |id, _| ids.push(id.to_owned()));
        ids
    }

    fn each_text(&mut self, visit: &mut dyn FnMut(&str, &mut String)) {
        for capability in &mut self.capabilities {
            visit(&dotted(&capability.id, "title"), &mut capability.title);
            visit(&dotted(&capability.id, "introduction"), &mut capability.introduction);
            for area in &mut capability.areas {
                visit(&dotted(&area.id, "title"), &mut area.title);
                visit(&dotted(&area.id, "introduction"), &mut area.introduction);
                for source in &mut area.evidence_sources {
                    visit(&source.id, &mut source.text);
                }
                for question in &mut area.questions {
                    visit(&question.id, &mut question.text);
                    for part in &mut question.parts {
                        visit(&part.id, &mut part.text);
                    }
                }
                for indicator in &mut area.indicators {
                    visit(&indicator.id, &mut indicator.text);
                }
            }
        }
        for statement in &mut self.statements {
            visit(&statement.id, &mut statement.text);
        }
        for card in &mut self.cards {
            card.each_text(visit);
        }
        let lists = [&mut self.characteristics, &mut self.feels_like, &mut self.contributions];
        for text in lists.into_iter().flatten() {
            visit(&text.id, &mut text.text);
        }
        for question in &mut self.quality_questions {
            visit(&question.id, &mut question.text);
            visit(&dotted(&question.id, "clarity"), &mut question.clarity);
        }
    }
}

/// The published id of a text without an id field: the id of what it belongs to, a dot, and the field's
/// name.
fn dotted(id: &str, name: &str) -> String {
    [id, ".", name].concat()
}

impl Card {
    fn each_text(&mut self, visit: &mut dyn FnMut(&str, &mut String)) {
        visit(&dotted(&self.id, "title"), &mut self.title);
        visit(&dotted(&self.id, "statement"), &mut self.statement);
        let may_be_empty = [
            ("series", &mut self.series),
            ("lead_in", &mut self.lead_in),
            ("purpose", &mut self.purpose),
        ];
        for (name, text) in may_be_empty.into_iter().filter(|(_, text)| !text.is_empty()) {
            visit(&dotted(&self.id, name), text);
        }
        for text in self.questions.iter_mut().chain(&mut self.examples) {
            visit(&text.id, &mut text.text);
        }
        for reference in &mut self.references {
            visit(&reference.id, &mut reference.text);
        }
    }
}

impl Reference {
    /// The link, if it is an address that is safe to follow, with `https://` added where it was left
    /// out.
    pub fn address(&self) -> Option<String> {
        self.link.as_deref().and_then(link::address)
    }

    /// The link, if it is not an address that is safe to follow. It can be read, not followed.
    pub fn no_address(&self) -> Option<&str> {
        let link = self.link.as_deref().map(str::trim)?;
        (!link.is_empty() && link::address(link).is_none()).then_some(link)
    }
}

impl Area {
    /// The ids that a reflection can answer: a question's own, or those of its parts.
    pub fn reflection_ids(&self) -> impl Iterator<Item = &str> {
        self.questions.iter().flat_map(|question| {
            let whole = question.parts.is_empty().then_some(question.id.as_str());
            whole.into_iter().chain(question.parts.iter().map(|part| part.id.as_str()))
        })
    }

    /// The indicators about `subject` at `stage`, in order.
    pub fn indicators_at(
        &self,
        subject: Subject,
        stage: Stage,
    ) -> impl Iterator<Item = &Indicator> {
        self.indicators
            .iter()
            .filter(move |indicator| indicator.subject == subject && indicator.stage == stage)
    }
}
