//! The changeable parts of an audit, each addressable, so that every edit is "put this entry into
//! that slot": undo puts back the entry that stood there, and merging compares slot by slot.

use std::mem::take;

use crate::answers::{Answers, Ids};
use crate::audit::{ACTIONS, Action, Audit, EVIDENCE, Evidence, Judged, LeftOut, Stamp, Written};
use crate::order::with_all;
use crate::survey::Survey;
use crate::survey::tally::Tally;

/// The id under which the removal of a survey is remembered.
const SURVEY: &str = "survey";
/// What is counted of it, in a file.
const TALLY: &str = "tally";

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
            Slot::Tally => TALLY,
            Slot::LeftOut(id)
            | Slot::Reflection(id)
            | Slot::Judgement(id)
            | Slot::Note(id)
            | Slot::Evidence(id)
            | Slot::Action(id)
            | Slot::Said(id) => id,
        }
    }

    /// The list that an item of evidence or an action stands in, as files name it; empty for anything
    /// else.
    pub(crate) fn list(&self) -> &'static str {
        match self {
            Slot::Evidence(_) => EVIDENCE,
            Slot::Action(_) => ACTIONS,
            _ => "",
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
                let found = self.evidence_item(id);
                found.cloned().map(Entry::Evidence).or_else(|| self.removal(id))
            }
            Slot::Action(id) => {
                let found = self.action(id);
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
                self.beyond.bring_back(&["data", EVIDENCE, id]);
                put_in_order(&mut self.evidence, evidence, |evidence| &evidence.id);
            }
            (Slot::Action(id), Entry::Action(action)) => {
                self.removed.remove(id);
                self.beyond.bring_back(&["data", ACTIONS, id]);
                put_in_order(&mut self.actions, action, |action| &action.id);
            }
            (slot @ (Slot::Evidence(_) | Slot::Action(_)), Entry::Removed(stamp)) => {
                self.remove_all(vec![(slot.clone(), stamp)]);
            }
            (Slot::Survey, Entry::Survey(survey)) => {
                self.removed.remove(SURVEY);
                let before = self.survey.as_ref().map_or("", |before| &before.id);
                self.beyond.replace(&["data", SURVEY], before, &survey.id);
                self.survey = Some(survey);
            }
            (Slot::Survey, Entry::Removed(stamp)) => {
                let before = self.survey.as_ref().map_or("", |before| &before.id);
                self.beyond.replace(&["data", SURVEY], before, "");
                self.survey = None;
                self.removed.insert(SURVEY.to_owned(), stamp);
            }
            // One of no survey stands for none, as when the first import is undone.
            (Slot::Tally, Entry::Tally(tally)) => {
                let before = self.tally.as_ref().map_or("", |before| &before.survey);
                self.beyond.replace(&["data", TALLY], before, &tally.survey);
                self.tally = Some(tally).filter(|tally| !tally.survey.is_empty());
            }
            (Slot::Said(id), Entry::Written(written)) => {
                self.said.insert(id.clone(), written);
            }
            (slot, _) => debug_assert!(false, "the entry does not belong to {}", slot.id()),
        }
    }

    /// Puts many entries into their slots, as [`Audit::put`] does one; no slot may stand there twice.
    pub fn put_all(&mut self, puts: Vec<(Slot, Entry)>) {
        let (mut evidence, mut actions, mut gone) = (Vec::new(), Vec::new(), Vec::new());
        let mut maps = Audit::NOTHING;
        for (slot, entry) in puts {
            match (slot, entry) {
                (Slot::Evidence(_), Entry::Evidence(item)) => evidence.push(item),
                (Slot::Action(_), Entry::Action(item)) => actions.push(item),
                (slot @ (Slot::Evidence(_) | Slot::Action(_)), Entry::Removed(stamp)) => {
                    gone.push((slot, stamp));
                }
                (
                    slot @ (Slot::LeftOut(_)
                    | Slot::Reflection(_)
                    | Slot::Judgement(_)
                    | Slot::Note(_)
                    | Slot::Said(_)),
                    entry,
                ) => maps.put(&slot, entry),
                (slot, entry) => self.put(&slot, entry),
            }
        }
        let there = evidence.iter().map(|item| &item.id).chain(actions.iter().map(|item| &item.id));
        let there: Ids = there.cloned().collect();
        self.removed.split_off(|id| !there.contains(id));
        for item in &evidence {
            self.beyond.bring_back(&["data", EVIDENCE, &item.id]);
        }
        for item in &actions {
            self.beyond.bring_back(&["data", ACTIONS, &item.id]);
        }
        self.evidence = with_all(take(&mut self.evidence), evidence, |item| &item.id);
        self.actions = with_all(take(&mut self.actions), actions, |item| &item.id);
        self.remove_all(gone);
        fn join<T>(mine: &mut Answers<T>, new: Answers<T>) {
            *mine = take(mine).joined(new, |_, _, new| new);
        }
        join(&mut self.left_out, maps.left_out);
        join(&mut self.reflections, maps.reflections);
        join(&mut self.judgements, maps.judgements);
        join(&mut self.notes, maps.notes);
        join(&mut self.said, maps.said);
    }

    fn remove_all(&mut self, gone: Vec<(Slot, Stamp)>) {
        if gone.is_empty() {
            return;
        }
        let ids = |list: &str| -> Ids {
            let of_list = gone.iter().filter(|(slot, _)| slot.list() == list);
            of_list.map(|(slot, _)| slot.id().to_owned()).collect()
        };
        let (evidence, actions) = (ids(EVIDENCE), ids(ACTIONS));
        self.evidence.retain(|item| !evidence.contains(&item.id));
        self.actions.retain(|item| !actions.contains(&item.id));
        for (slot, _) in &gone {
            self.beyond.remove(&["data", slot.list(), slot.id()]);
        }
        let gone = gone.into_iter().map(|(slot, stamp)| (slot.id().to_owned(), stamp)).collect();
        self.removed = take(&mut self.removed).joined(gone, |_, _, new| new);
    }

    /// Every slot that was ever filled, in order, with what stands in it; then those of what was removed.
    pub fn entries(&self) -> Vec<(Slot, Entry)> {
        fn of<T: Clone>(
            answers: &Answers<T>,
            slot: fn(String) -> Slot,
            entry: fn(T) -> Entry,
        ) -> impl Iterator<Item = (Slot, Entry)> {
            answers.iter().map(move |(id, it)| (slot(id.clone()), entry(it.clone())))
        }
        let mut entries = vec![
            (Slot::Name, Entry::Written(self.name.clone())),
            (Slot::Organisation, Entry::Written(self.organisation.clone())),
        ];
        entries.extend(of(&self.left_out, Slot::LeftOut, Entry::LeftOut));
        entries.extend(of(&self.reflections, Slot::Reflection, Entry::Written));
        entries.extend(of(&self.judgements, Slot::Judgement, Entry::Judged));
        entries.extend(of(&self.notes, Slot::Note, Entry::Written));
        let evidence = self.evidence.iter().cloned();
        entries.extend(evidence.map(|it| (Slot::Evidence(it.id.clone()), Entry::Evidence(it))));
        let actions = self.actions.iter().cloned();
        entries.extend(actions.map(|it| (Slot::Action(it.id.clone()), Entry::Action(it))));
        entries.extend(self.survey.clone().map(|it| (Slot::Survey, Entry::Survey(it))));
        entries.extend(self.tally.clone().map(|it| (Slot::Tally, Entry::Tally(it))));
        entries.extend(of(&self.said, Slot::Said, Entry::Written));
        entries.extend(self.removals());
        entries
    }

    /// Every slot that something stands in, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let entries = self.entries().into_iter();
        let filled = entries.filter(|(_, entry)| !matches!(entry, Entry::Removed(_)));
        filled.map(|(slot, _)| slot).collect()
    }

    /// What was removed: a removal is remembered by its id alone, so it stands in every slot that can
    /// have had it and that nothing stands in.
    fn removals(&self) -> Vec<(Slot, Entry)> {
        if self.removed.is_empty() {
            return Vec::new();
        }
        let evidence: Ids = self.evidence.iter().map(|item| item.id.clone()).collect();
        let actions: Ids = self.actions.iter().map(|item| item.id.clone()).collect();
        let mut removals = Vec::new();
        for (id, stamp) in &self.removed {
            let mut removed = |slot| removals.push((slot, Entry::Removed(stamp.clone())));
            if id == SURVEY {
                self.survey.is_none().then(|| removed(Slot::Survey));
                continue;
            }
            (!evidence.contains(id)).then(|| removed(Slot::Evidence(id.clone())));
            (!actions.contains(id)).then(|| removed(Slot::Action(id.clone())));
        }
        removals
    }

    /// What is there under an id by which a removal would be remembered.
    pub(crate) fn things(&self) -> Ids {
        let evidence = self.evidence.iter().map(|item| item.id.clone());
        let actions = self.actions.iter().map(|item| item.id.clone());
        let survey = self.survey.iter().map(|_| SURVEY.to_owned());
        evidence.chain(actions).chain(survey).collect()
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
