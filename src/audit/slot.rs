//! The changeable parts of an audit, each addressable, so that every edit is "put this entry into
//! that slot": undo puts back the entry that stood there, and merging compares slot by slot.

use crate::audit::{Action, Audit, Evidence, Judged, LeftOut, Stamp, Written};
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// The id under which the removal of a survey is remembered.
const SURVEY: &str = "survey";

/// A part of an audit that a person can change, by the id of what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The audit's name.
    Name,
    /// The organisation's name.
    Organisation,
    /// Whether a capability is left out.
    LeftOut(String),
    /// The reflection on a question or a part of one.
    Reflection(String),
    /// The judgement of an indicator.
    Judgement(String),
    /// The note beside a judgement.
    Note(String),
    /// An item of evidence.
    Evidence(String),
    /// An action of the plan.
    Action(String),
    /// The staff survey.
    Survey,
    /// What has been counted of the survey.
    Tally,
    /// A text of "You said, we did".
    Said(String),
}

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A name, a reflection, a note, or what was done about what was said.
    Written(Written),
    /// A judgement.
    Judged(Judged),
    /// Whether a capability is left out.
    LeftOut(LeftOut),
    /// An item of evidence.
    Evidence(Evidence),
    /// An action.
    Action(Action),
    /// A survey.
    Survey(Survey),
    /// What has been counted of it.
    Tally(Tally),
    /// Evidence, an action or a survey that was removed, when and by whom.
    Removed(Stamp),
}

impl Entry {
    /// When the entry was last changed and by whom.
    pub fn stamp(&self) -> &Stamp {
        match self {
            Entry::Written(written) => &written.changed,
            Entry::Judged(judged) => &judged.changed,
            Entry::LeftOut(left_out) => &left_out.changed,
            Entry::Evidence(evidence) => &evidence.changed,
            Entry::Action(action) => &action.changed,
            Entry::Survey(survey) => &survey.changed,
            Entry::Tally(tally) => &tally.changed,
            Entry::Removed(stamp) => stamp,
        }
    }

    /// The same entry, changed at another moment.
    pub fn stamped(mut self, stamp: Stamp) -> Entry {
        match &mut self {
            Entry::Written(written) => written.changed = stamp,
            Entry::Judged(judged) => judged.changed = stamp,
            Entry::LeftOut(left_out) => left_out.changed = stamp,
            Entry::Evidence(evidence) => evidence.changed = stamp,
            Entry::Action(action) => action.changed = stamp,
            Entry::Survey(survey) => survey.changed = stamp,
            Entry::Tally(tally) => tally.changed = stamp,
            Entry::Removed(at) => *at = stamp,
        }
        self
    }

    /// Everything that a person typed into the entry, joined; empty when nothing was typed. What staff
    /// said in a survey is none of it: it must not turn up where words that lost are kept.
    pub fn words(&self) -> String {
        let parts: Vec<&str> = match self {
            Entry::Written(written) => vec![&written.text],
            Entry::Judged(_) | Entry::LeftOut(_) | Entry::Tally(_) | Entry::Removed(_) => vec![],
            Entry::Survey(survey) => vec![&survey.title],
            Entry::Evidence(evidence) => vec![&evidence.title, &evidence.place, &evidence.owner],
            Entry::Action(action) => vec![&action.text, &action.owner, &action.progress],
        };
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        parts.join("\n")
    }
}

impl Slot {
    /// The id of what the slot belongs to; for what is there once in an audit, what it is.
    pub fn id(&self) -> &str {
        match self {
            Slot::Name => "name",
            Slot::Organisation => "organisation",
            Slot::Survey => SURVEY,
            Slot::Tally => "tally",
            Slot::LeftOut(id)
            | Slot::Reflection(id)
            | Slot::Judgement(id)
            | Slot::Note(id)
            | Slot::Evidence(id)
            | Slot::Action(id)
            | Slot::Said(id) => id,
        }
    }

    /// The entry of a slot that nobody has filled.
    pub fn empty(&self) -> Entry {
        match self {
            Slot::Name
            | Slot::Organisation
            | Slot::Reflection(_)
            | Slot::Note(_)
            | Slot::Said(_) => Entry::Written(Written::default()),
            Slot::LeftOut(_) => Entry::LeftOut(LeftOut::default()),
            Slot::Judgement(_) => Entry::Judged(Judged::default()),
            Slot::Tally => Entry::Tally(Tally::default()),
            Slot::Evidence(_) | Slot::Action(_) | Slot::Survey => Entry::Removed(Stamp::default()),
        }
    }
}

impl Audit {
    /// What stands in `slot`; `None` when it was never filled.
    pub fn entry(&self, slot: &Slot) -> Option<Entry> {
        match slot {
            Slot::Name => Some(Entry::Written(self.name.clone())),
            Slot::Organisation => Some(Entry::Written(self.organisation.clone())),
            Slot::LeftOut(id) => self.left_out.get(id).cloned().map(Entry::LeftOut),
            Slot::Reflection(id) => self.reflections.get(id).cloned().map(Entry::Written),
            Slot::Judgement(id) => self.judgements.get(id).cloned().map(Entry::Judged),
            Slot::Note(id) => self.notes.get(id).cloned().map(Entry::Written),
            Slot::Evidence(id) => {
                let found = self.evidence.iter().find(|evidence| evidence.id == *id);
                found.cloned().map(Entry::Evidence).or_else(|| self.removal(id))
            }
            Slot::Action(id) => {
                let found = self.actions.iter().find(|action| action.id == *id);
                found.cloned().map(Entry::Action).or_else(|| self.removal(id))
            }
            Slot::Survey => self.survey.clone().map(Entry::Survey).or_else(|| self.removal(SURVEY)),
            Slot::Tally => self.tally.clone().map(Entry::Tally),
            Slot::Said(id) => self.said.get(id).cloned().map(Entry::Written),
        }
    }

    fn removal(&self, id: &str) -> Option<Entry> {
        self.removed.get(id).cloned().map(Entry::Removed)
    }

    /// Puts `entry` into `slot` exactly as it is, stamp and all. An entry of another kind than the
    /// slot's is ignored: only this crate pairs them.
    pub fn put(&mut self, slot: &Slot, entry: Entry) {
        match (slot, entry) {
            (Slot::Name, Entry::Written(written)) => self.name = written,
            (Slot::Organisation, Entry::Written(written)) => self.organisation = written,
            (Slot::LeftOut(id), Entry::LeftOut(left_out)) => {
                self.left_out.insert(id.clone(), left_out);
            }
            (Slot::Reflection(id), Entry::Written(written)) => {
                self.reflections.insert(id.clone(), written);
            }
            (Slot::Judgement(id), Entry::Judged(judged)) => {
                self.judgements.insert(id.clone(), judged);
            }
            (Slot::Note(id), Entry::Written(written)) => {
                self.notes.insert(id.clone(), written);
            }
            (Slot::Evidence(id), Entry::Evidence(evidence)) => {
                self.removed.remove(id);
                put_in_order(&mut self.evidence, evidence, |evidence| &evidence.id);
            }
            (Slot::Action(id), Entry::Action(action)) => {
                self.removed.remove(id);
                put_in_order(&mut self.actions, action, |action| &action.id);
            }
            (Slot::Evidence(id), Entry::Removed(stamp)) => {
                self.evidence.retain(|evidence| evidence.id != *id);
                self.removed.insert(id.clone(), stamp);
            }
            (Slot::Action(id), Entry::Removed(stamp)) => {
                self.actions.retain(|action| action.id != *id);
                self.removed.insert(id.clone(), stamp);
            }
            (Slot::Survey, Entry::Survey(survey)) => {
                self.removed.remove(SURVEY);
                self.survey = Some(survey);
            }
            (Slot::Survey, Entry::Removed(stamp)) => {
                self.survey = None;
                self.removed.insert(SURVEY.to_owned(), stamp);
            }
            // One of no survey stands for none, as when the first import is undone.
            (Slot::Tally, Entry::Tally(tally)) => {
                self.tally = Some(tally).filter(|tally| !tally.survey.is_empty());
            }
            (Slot::Said(id), Entry::Written(written)) => {
                self.said.insert(id.clone(), written);
            }
            (slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Every slot that was ever filled, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = vec![Slot::Name, Slot::Organisation];
        slots.extend(self.left_out.keys().cloned().map(Slot::LeftOut));
        slots.extend(self.reflections.keys().cloned().map(Slot::Reflection));
        slots.extend(self.judgements.keys().cloned().map(Slot::Judgement));
        slots.extend(self.notes.keys().cloned().map(Slot::Note));
        slots.extend(self.evidence.iter().map(|evidence| Slot::Evidence(evidence.id.clone())));
        slots.extend(self.actions.iter().map(|action| Slot::Action(action.id.clone())));
        slots.extend(self.survey.iter().map(|_| Slot::Survey));
        slots.extend(self.tally.iter().map(|_| Slot::Tally));
        slots.extend(self.said.keys().cloned().map(Slot::Said));
        slots
    }

    /// The slots of what was removed: a removal is remembered by its id alone, so all that can have
    /// had it.
    pub(crate) fn removal_slots(&self) -> Vec<Slot> {
        let slots = |id: &String| match id.as_str() {
            SURVEY => vec![Slot::Survey],
            _ => vec![Slot::Evidence(id.clone()), Slot::Action(id.clone())],
        };
        self.removed.keys().flat_map(slots).collect()
    }

    /// True when what `id` names is there, so that nobody has removed it last.
    pub(crate) fn is_there(&self, id: &str) -> bool {
        self.evidence_item(id).is_some()
            || self.action(id).is_some()
            || (id == SURVEY && self.survey.is_some())
    }
}

/// Evidence and actions stand in the order of their ids, which is the order of their making; so an
/// undone removal comes back to its old place. A file may hold them in another order, so the place
/// is looked for one by one.
fn put_in_order<T>(items: &mut Vec<T>, item: T, id: impl Fn(&T) -> &str) {
    if let Some(place) = items.iter().position(|other| id(other) == id(&item)) {
        items[place] = item;
    } else {
        let place = items.iter().position(|other| id(other) > id(&item));
        items.insert(place.unwrap_or(items.len()), item);
    }
}
