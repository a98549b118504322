//! What is answered: one audit, with its reflections, judgements, evidence, actions and survey.
//!
//! Plain data. Every part that a person can change is a slot ([`slot::Slot`]) and carries when it
//! was last changed and by whom, so that undo, two tabs and a colleague's copy are all the same
//! operation: putting an entry into a slot.

pub mod aside;
pub mod slot;
pub mod standing;
pub mod surveyed;

use std::mem::{replace, take};

use serde::Serialize;

use crate::answers::{Answers, Ids};
pub use crate::audit::aside::SetAside;
pub use crate::audit::surveyed::LastSurvey;
use crate::json::later::{Beyond, Later};
use crate::link;
use crate::moment::{Date, Timestamp};
use crate::order::{found, in_order};
use crate::progression::Judgement;
pub use crate::record::{EarlierWords, Link, Stamp, Written};
use crate::record::{JudgementName, RecordKind};
use crate::survey::Survey;
use crate::survey::results::Proposal;
use crate::survey::tally::Tally;

/// Actions, as the list in a link that leads to one.
pub const ACTIONS: &str = "actions";
/// Items of evidence, as the list in a link that leads to one.
pub const EVIDENCE: &str = "evidence";
/// Indicators, as the list in a link that leads to one; they are content and no list of an audit.
pub const INDICATORS: &str = "indicators";

/// A judgement that a person made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Judged {
    /// The answer; `not_answered` when one was taken back.
    #[serde(with = "JudgementName")]
    pub judgement: Judgement,
    /// When and by whom.
    pub changed: Stamp,
    /// What the staff survey proposed at that moment, whether it was followed or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Proposal>,
}

/// Whether a capability is left out of an audit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// True while the capability is not part of the audit; its answers are kept.
    pub left_out: bool,
    /// When and by whom.
    pub changed: Stamp,
}

/// A thing that supports judgements.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Unique within the audit.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Where it is kept: a place in words, or a link.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who looks after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The day of the evidence itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The day by which it should be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// The ids of the areas and indicators that it supports.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub supports: Ids,
    /// What it came from in other records, such as an entry in a person's diary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Link>,
    /// When and by whom.
    pub changed: Stamp,
}

/// What will be done, about an area for development or of the organisation's own accord.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Action {
    /// Unique within the audit.
    pub id: String,
    /// The indicator that it answers; none for an action of one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// What will be done.
    pub text: String,
    /// Who will see to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How far it is.
    pub status: Status,
    /// What has happened so far.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub progress: String,
    /// What other records have made of it, such as a learning need of a team.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Link>,
    /// When and by whom.
    pub changed: Stamp,
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Status {
    /// Agreed, and not begun.
    #[default]
    NotStarted,
    /// Begun.
    UnderWay,
    /// Finished.
    Done,
    /// No longer needed.
    Dropped,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Status; 4] =
        [Status::NotStarted, Status::UnderWay, Status::Done, Status::Dropped];

    /// What files call each, in the same order.
    pub const NAMES: [&'static str; 4] = ["not_started", "under_way", "done", "dropped"];

    /// The status that files name so; nothing is said of what has not been begun.
    pub fn of(name: &str) -> Status {
        Status::ALL.into_iter().find(|status| status.name() == name).unwrap_or_default()
    }

    /// The status as files name it.
    pub const fn name(self) -> &'static str {
        Status::NAMES[self as usize]
    }

    /// True while there is something left to do.
    pub fn open(self) -> bool {
        matches!(self, Status::NotStarted | Status::UnderWay)
    }
}

impl Evidence {
    /// The place, where it is an address that is safe to follow.
    pub fn link(&self) -> Option<&str> {
        link::safe(&self.place)
    }

    /// True when the day by which it should be looked at again has passed.
    pub fn review_due(&self, today: Date) -> bool {
        self.review_by.is_some_and(|day| day < today)
    }
}

impl Action {
    /// True when the action is open and its day has passed.
    pub fn overdue(&self, today: Date) -> bool {
        self.status.open() && self.due.is_some_and(|due| due < today)
    }
}

/// The audit that this one was started from, to show its judgements beside this year's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LastYear {
    /// What that audit was called.
    pub name: String,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// What was judged then, by indicator id.
    #[serde(default)]
    pub judgements: Answers<Judged>,
    /// What was reflected then, by the id of a question or of its part.
    #[serde(default)]
    pub reflections: Answers<Written>,
    /// What the staff said then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<LastSurvey>,
}

/// One audit: a record that is stored, exported and imported as a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Audit {
    /// Unique among all audits anywhere.
    pub id: String,
    /// The id of the framework that is answered.
    pub framework: String,
    /// When the audit was started, UTC.
    pub created_at: Timestamp,
    /// What the audit is called.
    pub name: Written,
    /// The organisation that is audited.
    pub organisation: Written,
    /// Which capabilities are left out, by capability id.
    #[serde(default)]
    pub left_out: Answers<LeftOut>,
    /// Reflections, by the id of a question or of its part.
    #[serde(default)]
    pub reflections: Answers<Written>,
    /// Judgements, by indicator id.
    #[serde(default)]
    pub judgements: Answers<Judged>,
    /// Notes beside judgements, by indicator id.
    #[serde(default)]
    pub notes: Answers<Written>,
    /// The evidence register, in the order in which items were added.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The action plan, in the order in which actions were added.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// The staff survey, when one was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Survey>,
    /// What has been counted of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// The texts of "You said, we did": `intro`, `closing`, and what was done by statement id.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub said: Answers<Written>,
    /// Ids of evidence and actions that were removed, so that they do not come back; `survey` for the
    /// survey.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub removed: Answers<Stamp>,
    /// The audit that this one was started from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<LastYear>,
    /// Words that lost when two copies met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_words: Vec<EarlierWords>,
    /// Answers to ids that the framework does not have, kept as they came.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub set_aside: Answers<SetAside>,
    /// What a later Cairn has written in the file of this audit, kept as it came.
    #[serde(skip)]
    pub beyond: Beyond,
}

/// What goes along with an audit as a whole and is no slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    last_year: Option<LastYear>,
    earlier_words: Vec<EarlierWords>,
    set_aside: Answers<SetAside>,
    beyond: Beyond,
}

impl Audit {
    /// What stands for an audit where there is none.
    pub const NOTHING: Audit = Audit {
        id: String::new(),
        framework: String::new(),
        created_at: Timestamp::START,
        name: Written::NOTHING,
        organisation: Written::NOTHING,
        left_out: Answers::new(),
        reflections: Answers::new(),
        judgements: Answers::new(),
        notes: Answers::new(),
        evidence: Vec::new(),
        actions: Vec::new(),
        survey: None,
        tally: None,
        said: Answers::new(),
        removed: Answers::new(),
        last_year: None,
        earlier_words: Vec::new(),
        set_aside: Answers::new(),
        beyond: Beyond::NOTHING,
    };

    /// An empty audit of `framework`.
    pub fn new(id: String, framework: &str, name: &str, organisation: &str, stamp: Stamp) -> Audit {
        let written = |text: &str| Written { text: text.to_owned(), changed: stamp.clone() };
        Audit {
            id,
            framework: framework.to_owned(),
            created_at: stamp.at,
            name: written(name),
            organisation: written(organisation),
            ..Audit::NOTHING
        }
    }

    /// Next year's audit from this one: evidence and unfinished actions stay, judgements, notes,
    /// reflections and the survey start empty, and this year's judgements, reflections and survey
    /// results are kept to be shown beside the new.
    pub fn next_year(&self, id: String, name: &str, stamp: Stamp) -> Audit {
        let mut next = Audit::new(id, &self.framework, name, &self.organisation.text, stamp);
        next.left_out = self.left_out.clone();
        next.evidence = self.evidence.clone();
        next.actions = self.actions.iter().filter(|action| action.status.open()).cloned().collect();
        next.last_year = Some(LastYear {
            name: self.name.text.clone(),
            changed_at: self.changed_at(),
            judgements: self.judgements.clone(),
            reflections: self.reflections.clone(),
            survey: self.last_survey(),
        });
        // What a later Cairn has written of what is carried over comes along.
        let mut later = self.beyond.kept().clone().take(&["data"]);
        for closed in self.actions.iter().filter(|action| !action.status.open()) {
            later.take(&[ACTIONS, &closed.id]);
        }
        let mut kept = Later::NOTHING;
        for carried in ["left_out", EVIDENCE, ACTIONS] {
            kept.put(&["data", carried], later.take(&[carried]));
        }
        next.beyond = kept.into();
        next
    }

    /// The latest change to any part of the audit.
    pub fn changed_at(&self) -> Timestamp {
        let written =
            self.reflections.values().chain(self.notes.values()).chain(self.said.values());
        let stamps = written
            .chain([&self.name, &self.organisation])
            .map(|written| &written.changed)
            .chain(self.left_out.values().map(|left_out| &left_out.changed))
            .chain(self.judgements.values().map(|judged| &judged.changed))
            .chain(self.evidence.iter().map(|evidence| &evidence.changed))
            .chain(self.actions.iter().map(|action| &action.changed))
            .chain(self.removed.values())
            .chain(self.survey.iter().map(|survey| &survey.changed))
            .chain(self.tally.iter().map(|tally| &tally.changed));
        stamps.map(|stamp| stamp.at).max().unwrap_or(self.created_at)
    }

    /// The reflection on a question or a part of one; empty when there is none.
    pub fn reflection(&self, id: &str) -> &str {
        self.reflections.get(id).map_or("", |written| &written.text)
    }

    /// The judgement of an indicator.
    pub fn judgement(&self, id: &str) -> Judgement {
        self.judgements.get(id).map_or(Judgement::NotAnswered, |judged| judged.judgement)
    }

    /// Last year's judgement of an indicator; `None` when the audit was not started from another.
    pub fn last_years_judgement(&self, id: &str) -> Option<Judgement> {
        let last_year = self.last_year.as_ref()?;
        Some(last_year.judgements.get(id).map_or(Judgement::NotAnswered, |judged| judged.judgement))
    }

    /// What was reflected last year; empty when there was nothing.
    pub fn last_years_reflection(&self, id: &str) -> &str {
        let reflections = self.last_year.as_ref().map(|last_year| &last_year.reflections);
        reflections.and_then(|written| written.get(id)).map_or("", |written| &written.text)
    }

    /// The note beside a judgement; empty when there is none.
    pub fn note(&self, id: &str) -> &str {
        self.notes.get(id).map_or("", |written| &written.text)
    }

    /// True when the capability is left out of this audit.
    pub fn leaves_out(&self, capability: &str) -> bool {
        self.left_out.get(capability).is_some_and(|left_out| left_out.left_out)
    }

    /// The end of a link at an item of one of its lists (`actions`, `evidence`), or at an indicator of
    /// the framework (`indicators`); `text` is what stands there.
    pub fn link_to(&self, list: &str, item: &str, text: &str) -> Link {
        Link {
            kind: RecordKind::Audit,
            record: self.id.clone(),
            name: self.name.text.clone(),
            list: list.to_owned(),
            item: item.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Puts evidence and actions in the order of their ids, which is the order of their making, and in
    /// which each is soon found. Every audit that was read from a file is in it.
    pub(crate) fn put_in_order(&mut self) {
        self.evidence = in_order(take(&mut self.evidence), |one, other| one.id < other.id);
        self.actions = in_order(take(&mut self.actions), |one, other| one.id < other.id);
    }

    /// The item of evidence with this id.
    pub fn evidence_item(&self, id: &str) -> Option<&Evidence> {
        found(&self.evidence, id, |evidence| &evidence.id)
    }

    /// The action with this id.
    pub fn action(&self, id: &str) -> Option<&Action> {
        found(&self.actions, id, |action| &action.id)
    }

    /// The evidence that supports an area or an indicator, in the register's order.
    pub fn evidence_for(&self, id: &str) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |evidence| evidence.supports.contains(id))
    }

    /// The actions about an indicator, in the plan's order.
    pub fn actions_for(&self, indicator: &str) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.indicator.as_deref() == Some(indicator))
    }

    /// What goes along with the audit and is no slot.
    pub fn along(&self) -> Along {
        Along {
            last_year: self.last_year.clone(),
            earlier_words: self.earlier_words.clone(),
            set_aside: self.set_aside.clone(),
            beyond: self.beyond.clone(),
        }
    }

    /// Puts what goes along in place of what does now. Gives the latter.
    pub fn swap_along(&mut self, along: Along) -> Along {
        Along {
            last_year: replace(&mut self.last_year, along.last_year),
            earlier_words: replace(&mut self.earlier_words, along.earlier_words),
            set_aside: replace(&mut self.set_aside, along.set_aside),
            beyond: replace(&mut self.beyond, along.beyond),
        }
    }

    /// Keeps words that lost against others, once, and all of them in order.
    pub(crate) fn remember(&mut self, words: Vec<EarlierWords>) {
        EarlierWords::remember(&mut self.earlier_words, words);
    }
}
