//! Answers to ids that the framework does not have: kept aside as they came, and back in their
//! place as soon as a framework has the id.

use std::mem::take;

use serde::Serialize;

use crate::answers::Answers;
use crate::audit::{Audit, EarlierWords, Judged, LeftOut, Stamp, Written};
use crate::framework::Framework;

/// What came with an id that the framework does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
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

impl SetAside {
    fn of(reflection: Written) -> SetAside {
        SetAside { reflection: Some(reflection), ..SetAside::default() }
    }

    fn of_judgement(judged: Judged) -> SetAside {
        SetAside { judgement: Some(judged), ..SetAside::default() }
    }

    fn of_note(note: Written) -> SetAside {
        SetAside { note: Some(note), ..SetAside::default() }
    }

    fn of_left_out(left_out: LeftOut) -> SetAside {
        SetAside { left_out: Some(left_out), ..SetAside::default() }
    }

    /// What came with one id in two places: of each answer the later, and words that lose go to `lost`.
    fn beside(mut self, id: &str, other: SetAside, lost: &mut Vec<EarlierWords>) -> SetAside {
        let words = [
            keep_later(&mut self.reflection, other.reflection, |written| &written.changed),
            keep_later(&mut self.note, other.note, |written| &written.changed),
        ];
        keep_later(&mut self.judgement, other.judgement, |judged| &judged.changed);
        keep_later(&mut self.left_out, other.left_out, |left_out| &left_out.changed);
        for Written { text, changed: Stamp { at, by } } in words.into_iter().flatten() {
            if !text.trim().is_empty() {
                lost.push(EarlierWords { id: id.to_owned(), text, at, by });
            }
        }
        self
    }
}

/// In a file, what holds the answers that are set aside.
const SET_ASIDE: &str = "set_aside";

/// In a file, what holds the answers, and which part of what is set aside they become.
const PARTS: [(&str, &str); 4] = [
    ("reflections", "reflection"),
    ("judgements", "judgement"),
    ("notes", "note"),
    ("left_out", "left_out"),
];

/// The answers, each as what came with its id.
fn aside<T>(answers: &mut Answers<T>, part: fn(T) -> SetAside) -> Answers<SetAside> {
    Answers::from_ordered(take(answers).into_iter().map(|(id, it)| (id, part(it))).collect())
}

impl Audit {
    /// Moves answers to ids that `framework` does not have into [`Audit::set_aside`] and takes back
    /// from there those that it has; puts evidence, actions and earlier words in their order. Gives
    /// the ids that are set aside afterwards.
    pub fn settle(&mut self, framework: &Framework) -> Vec<String> {
        let all = [
            aside(&mut self.reflections, SetAside::of),
            aside(&mut self.judgements, SetAside::of_judgement),
            aside(&mut self.notes, SetAside::of_note),
            aside(&mut self.left_out, SetAside::of_left_out),
        ];
        for answers in all {
            self.put_aside(answers);
        }
        for (answers, part) in PARTS {
            for id in self.beyond.names_at(&["data", answers]) {
                let to = ["data", SET_ASIDE, &id, part];
                self.beyond.relocate(&["data", answers, &id], &to);
            }
        }
        let (mut reflections, mut judgements) = (Vec::new(), Vec::new());
        let (mut notes, mut left_out, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
        for (id, mut aside) in take(&mut self.set_aside) {
            fn back<T>(answers: &mut Vec<(String, T)>, id: &str, part: &mut Option<T>) {
                answers.extend(part.take().map(|answer| (id.to_owned(), answer)));
            }
            let mut known: &[usize] = &[];
            if framework.indicator(&id).is_some() {
                back(&mut judgements, &id, &mut aside.judgement);
                back(&mut notes, &id, &mut aside.note);
                known = &[1, 2];
            } else if framework.capability(&id).is_some() {
                back(&mut left_out, &id, &mut aside.left_out);
                known = &[3];
            } else if framework.asks(&id) {
                back(&mut reflections, &id, &mut aside.reflection);
                known = &[0];
            }
            for (answers, part) in known.iter().map(|place| PARTS[*place]) {
                let from = ["data", SET_ASIDE, &id, part];
                self.beyond.relocate(&from, &["data", answers, &id]);
            }
            // Of what is not known here at all, a later Cairn may have written something.
            if aside != SetAside::default() || self.beyond.has(&["data", SET_ASIDE, &id]) {
                unknown.push((id, aside));
            }
        }
        self.reflections = Answers::from_ordered(reflections);
        self.judgements = Answers::from_ordered(judgements);
        self.notes = Answers::from_ordered(notes);
        self.left_out = Answers::from_ordered(left_out);
        self.set_aside = Answers::from_ordered(unknown);
        self.put_in_order();
        let words = take(&mut self.earlier_words);
        self.remember(words);
        self.set_aside.keys().cloned().collect()
    }

    /// Sets answers aside beside what already is; the later of two stays, and words that lose
    /// are remembered.
    pub(crate) fn put_aside(&mut self, theirs: Answers<SetAside>) {
        let mut lost = Vec::new();
        let mine = take(&mut self.set_aside);
        self.set_aside = mine.joined(theirs, |id, one, other| one.beside(id, other, &mut lost));
        self.remember(lost);
    }
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
