//! Answers to ids that the framework does not have: kept aside as they came, and back in their
//! place as soon as a framework has the id.

use std::mem::take;

use serde::Serialize;

use crate::answers::Answers;
use crate::audit::{Audit, EarlierWords, Judged, LeftOut, Stamp, Written};
use crate::framework::Framework;
use crate::order::in_order;

/// What came with an id that the framework does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SetAside {
    /// A reflection with that id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reflection: Option<Written>,
    /// A judgement with that id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judged>,
    /// A note with that id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Written>,
    /// A capability left out with that id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
}

impl Audit {
    /// Moves answers to ids that `framework` does not have into [`Audit::set_aside`] and takes back
    /// from there those that it has; puts evidence, actions and earlier words in their order. Gives
    /// the ids that are set aside afterwards.
    pub fn settle(&mut self, framework: &Framework) -> Vec<String> {
        let is_indicator = |id: &str| framework.indicator(id).is_some();
        let is_question = |id: &str| {
            framework.areas().any(|(_, area)| area.reflection_ids().any(|known| known == id))
        };
        let is_capability = |id: &str| framework.capability(id).is_some();

        for (id, aside) in take(&mut self.set_aside) {
            let SetAside { reflection, judgement, note, left_out } = aside;
            let lost = [
                restore(&mut self.reflections, &id, reflection, |written| &written.changed),
                restore(&mut self.notes, &id, note, |written| &written.changed),
            ];
            restore(&mut self.judgements, &id, judgement, |judged| &judged.changed);
            restore(&mut self.left_out, &id, left_out, |left_out| &left_out.changed);
            self.remember_lost(&id, lost);
        }
        for (id, reflection) in self.reflections.split_off(is_question) {
            self.set_aside.get_or_default(&id).reflection = Some(reflection);
        }
        for (id, judgement) in self.judgements.split_off(is_indicator) {
            self.set_aside.get_or_default(&id).judgement = Some(judgement);
        }
        for (id, note) in self.notes.split_off(is_indicator) {
            self.set_aside.get_or_default(&id).note = Some(note);
        }
        for (id, left_out) in self.left_out.split_off(is_capability) {
            self.set_aside.get_or_default(&id).left_out = Some(left_out);
        }
        self.evidence = in_order(take(&mut self.evidence), |one, other| one.id < other.id);
        self.actions = in_order(take(&mut self.actions), |one, other| one.id < other.id);
        for words in in_order(take(&mut self.earlier_words), |one, other| one < other) {
            if self.earlier_words.last() != Some(&words) {
                self.earlier_words.push(words);
            }
        }
        self.set_aside.keys().cloned().collect()
    }

    /// Sets an answer aside beside what already is; the later of two stays, and words that lose
    /// are remembered.
    pub(crate) fn put_aside(&mut self, id: &str, theirs: SetAside) {
        let mine = self.set_aside.get_or_default(id);
        let lost = [
            keep_later(&mut mine.reflection, theirs.reflection, |written| &written.changed),
            keep_later(&mut mine.note, theirs.note, |written| &written.changed),
        ];
        keep_later(&mut mine.judgement, theirs.judgement, |judged| &judged.changed);
        keep_later(&mut mine.left_out, theirs.left_out, |left_out| &left_out.changed);
        self.remember_lost(id, lost);
    }

    fn remember_lost(&mut self, id: &str, lost: [Option<Written>; 2]) {
        for Written { text, changed } in lost.into_iter().flatten() {
            if !text.trim().is_empty() {
                let Stamp { at, by } = changed;
                self.remember(EarlierWords { id: id.to_owned(), text, at, by });
            }
        }
    }
}

/// Puts an answer back among `answers`. Gives the one that lost when one stood there already.
fn restore<T: Ord>(
    answers: &mut Answers<T>,
    id: &str,
    aside: Option<T>,
    changed: impl Fn(&T) -> &Stamp,
) -> Option<T> {
    let mut place = answers.remove(id);
    let lost = keep_later(&mut place, aside, changed);
    if let Some(answer) = place {
        answers.insert(id.to_owned(), answer);
    }
    lost
}

/// Leaves the later of two answers in `place`. Gives the one that lost when they differ.
fn keep_later<T: Ord>(
    place: &mut Option<T>,
    other: Option<T>,
    changed: impl Fn(&T) -> &Stamp,
) -> Option<T> {
    match (place.as_mut(), other) {
        (_, None) => None,
        (None, other) => {
            *place = other;
            None
        }
        (Some(kept), Some(other)) if *kept == other => None,
        (Some(kept), Some(other)) => {
            let later = (changed(&other), &other) > (changed(kept), &*kept);
            Some(if later { std::mem::replace(kept, other) } else { other })
        }
    }
}
