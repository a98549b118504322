//! One audit as read from its record: reflections, judgements, notes, evidence, actions and survey. The
//! files below declare its fields and lists and say what they mean; keeping and merging them is left to
//! `records`.

pub mod action;
pub mod answer;
pub mod evidence;
mod form;
pub mod next_step;
pub mod plan;
mod set_aside;
pub mod standing;
pub mod surveyed;

pub use crate::audit::action::{ACTIONS, Action, Status};
use crate::audit::answer::{IS_LEFT_OUT, JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS, SAID, TEXT};
pub use crate::audit::evidence::{EVIDENCE, Evidence};
pub use crate::audit::form::{FORM, NAME, ORGANISATION};
use crate::by_id::ById;
use crate::form::List;
use crate::json::later::Later;
use crate::order::found;
use crate::progression::Judgement;
use crate::record::{Link, RecordKind, Stamp};
use crate::records::{Item, LastYear, Record};
use crate::survey::Survey;

/// The list name in a link to an indicator. Indicators are content of the framework, so no audit has
/// such a list.
pub const INDICATORS: &str = "indicators";

/// A read-only view of one audit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Audit<'a> {
    /// The record.
    pub record: &'a Record,
}

/// An empty audit of `framework`.
pub fn new(id: String, framework: &str, name: &str, organisation: &str, stamp: Stamp) -> Record {
    let framework = framework.to_owned();
    Record { framework, ..Record::new(&FORM, id, name, organisation, stamp) }
}

impl<'a> Audit<'a> {
    /// Reads a record as an audit; `None` if the record is of another kind.
    pub fn of(record: &'a Record) -> Option<Audit<'a>> {
        (record.kind() == RecordKind::Audit).then_some(Audit { record })
    }

    /// The id, unique among all records anywhere.
    pub fn id(self) -> &'a str {
        &self.record.id
    }

    /// The audit's name.
    pub fn name(self) -> &'a str {
        self.record.name()
    }

    /// The organisation that is audited.
    pub fn organisation(self) -> &'a str {
        self.record.organisation()
    }

    /// The staff survey; `None` if none was opened.
    pub fn survey(self) -> Option<&'a Survey> {
        self.record.survey.as_ref()
    }

    /// The reflection on a question or a part of one; empty when there is none.
    pub fn reflection(self, id: &str) -> &'a str {
        self.words(&REFLECTIONS, id)
    }

    /// The item that holds the judgement of an indicator; `None` if nobody has judged it.
    pub fn judged(self, id: &str) -> Option<&'a Item> {
        self.record.item(&JUDGEMENTS, id)
    }

    /// The judgement of an indicator; [`Judgement::NotAnswered`] when there is none.
    pub fn judgement(self, id: &str) -> Judgement {
        self.judged(id).map_or(Judgement::NotAnswered, answer::judgement)
    }

    /// The note beside a judgement; empty when there is none.
    pub fn note(self, id: &str) -> &'a str {
        self.words(&NOTES, id)
    }

    /// A text of "You said, we did": `id` is `intro`, `closing`, or the id of the statement that
    /// something was done about. Empty when there is none.
    pub fn said(self, id: &str) -> &'a str {
        self.words(&SAID, id)
    }

    fn words(self, list: &List, id: &str) -> &'a str {
        self.record.item(list, id).map_or("", |item| item.text(&TEXT))
    }

    /// True when the capability is left out of this audit.
    pub fn leaves_out(self, capability: &str) -> bool {
        self.record.item(&LEFT_OUT, capability).is_some_and(|item| item.flag(&IS_LEFT_OUT))
    }

    /// What the audit keeps of last year's; `None` when it was not started from another.
    pub fn last_year(self) -> Option<&'a LastYear> {
        self.record.last_year.as_ref()
    }

    /// Last year's judgement of an indicator; `None` when the audit was not started from another.
    pub fn last_years_judgement(self, id: &str) -> Option<Judgement> {
        let judged = self.last_years(&JUDGEMENTS, id).map(answer::judgement);
        self.last_year().map(|_| judged.unwrap_or(Judgement::NotAnswered))
    }

    /// Last year's reflection on a question or a part of one; empty when there is none.
    pub fn last_years_reflection(self, id: &str) -> &'a str {
        self.last_years(&REFLECTIONS, id).map_or("", |item| item.text(&TEXT))
    }

    fn last_years(self, list: &List, id: &str) -> Option<&'a Item> {
        found(self.record.last_years_items(list), id, |item| &item.id)
    }

    /// A link to an indicator in this audit, for another record to keep; `text` is the indicator's text.
    pub fn link_to_indicator(self, indicator: &str, text: &str) -> Link {
        Link {
            kind: RecordKind::Audit,
            record: self.id().to_owned(),
            name: self.name().to_owned(),
            list: INDICATORS.to_owned(),
            item: indicator.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The evidence register.
    pub fn evidence(self) -> impl DoubleEndedIterator<Item = Evidence<'a>> + ExactSizeIterator {
        self.record.items(&EVIDENCE).iter().map(Evidence::of)
    }

    /// The action plan.
    pub fn actions(self) -> impl DoubleEndedIterator<Item = Action<'a>> + ExactSizeIterator {
        self.record.items(&ACTIONS).iter().map(Action::of)
    }

    /// The item of evidence with this id.
    pub fn evidence_item(self, id: &str) -> Option<Evidence<'a>> {
        self.record.item(&EVIDENCE, id).map(Evidence::of)
    }

    /// The action with this id.
    pub fn action(self, id: &str) -> Option<Action<'a>> {
        self.record.item(&ACTIONS, id).map(Action::of)
    }

    /// The evidence that supports an area or an indicator, in the register's order.
    pub fn evidence_for(self, id: &str) -> impl Iterator<Item = Evidence<'a>> {
        self.evidence().filter(move |evidence| evidence.supports.contains(id))
    }

    /// The actions about an indicator, in the plan's order.
    pub fn actions_for(self, indicator: &str) -> impl Iterator<Item = Action<'a>> {
        self.actions().filter(move |action| action.indicator == Some(indicator))
    }

    /// Starts next year's audit from this one. It takes over which capabilities are left out, the
    /// evidence and the open actions; all else starts empty. This year's judgements, reflections and
    /// shown survey results are kept for comparison.
    pub fn next_year(self, id: String, name: &str, stamp: Stamp) -> Record {
        let mut next = new(id, &self.record.framework, name, self.organisation(), stamp);
        let is_open = |item: &&Item| Action::of(item).status.open();
        let carried = [
            (&LEFT_OUT, self.record.items(&LEFT_OUT).to_vec()),
            (&EVIDENCE, self.record.items(&EVIDENCE).to_vec()),
            (&ACTIONS, self.record.items(&ACTIONS).iter().filter(is_open).cloned().collect()),
        ];
        // What a later Cairn wrote into the lists that are taken over is taken over too.
        let mut later = self.record.beyond.later().clone().take(&["data"]);
        for closed in self.actions().filter(|action| !action.status.open()) {
            later.take(&[ACTIONS.name, closed.id]);
        }
        let mut kept = Later::NOTHING;
        for (list, items) in carried {
            kept.put(&["data", list.name], later.take(&[list.name]));
            if !items.is_empty() {
                next.lists.insert(list.name.to_owned(), items);
            }
        }
        next.beyond = kept.into();
        let of_list = |list: &List| (list.name.to_owned(), self.record.items(list).to_vec());
        next.last_year = Some(LastYear {
            name: self.name().to_owned(),
            changed_at: self.record.changed_at(),
            answers: ById::new(),
            lists: [&JUDGEMENTS, &REFLECTIONS].into_iter().map(of_list).collect(),
            survey: self.last_survey(),
        });
        next
    }
}
