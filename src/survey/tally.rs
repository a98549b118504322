//! The counts of a survey: responses go in one by one, and come out in steps that are large enough
//! that nobody's answers can be read from them.
//!
//! What is counted first waits. [`Tally::release`] moves it to what is shown, once at least as many
//! responses wait as the threshold says; and of each statement only when as many have answered it. So
//! between any two states of the results stand at least that many answers, or none, and no answer can
//! be found by subtracting one from the other. Counting alone releases nothing: in whatever order, and
//! in however many imports, the same responses give the same tally.

use serde::Serialize;

use crate::answers::{Answers, Ids};
use crate::framework::Text;
use crate::record::Stamp;
use crate::survey::response::Response;
use crate::survey::sheets::{SheetProblem, Sheets};
use crate::survey::symbols::crc32;
use crate::survey::waiting::Waiting;
use crate::survey::{Counts, LEAST_THRESHOLD, answered};

/// The sum of some responses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Shown {
    /// How many responses.
    pub responses: u32,
    /// How many gave each answer, by statement id: strongly agree, agree, neither, disagree, strongly
    /// disagree, don't know.
    pub counts: Answers<Counts>,
    /// The comments, in an order that depends on nothing but their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<String>,
}

/// What has been counted so far of a survey.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Tally {
    /// The id of the survey.
    pub survey: String,
    /// The ids of the responses and of the batches of paper sheets that were counted.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub counted: Ids,
    /// Of these, the ones that are not shown yet.
    #[serde(default, skip_serializing_if = "Ids::is_empty")]
    pub(crate) pending: Ids,
    /// What may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
    /// What has been counted since; packed, so that nobody reads it who looks into a file.
    #[serde(default, skip_serializing_if = "Waiting::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub(crate) waiting: Waiting,
    /// When and by whom.
    pub changed: Stamp,
}

impl Shown {
    fn add_response(&mut self, response: &Response) {
        self.responses = self.responses.saturating_add(1);
        for (id, answer) in &response.answers {
            let count = &mut self.counts.get_or_default(id)[answer.index()];
            *count = count.saturating_add(1);
        }
        self.add_comment(&response.comment);
    }

    /// Puts a comment in its place: by its checksum, then by its words. That is an order in which
    /// nothing tells who came first, and it is the same on every device.
    pub(crate) fn add_comment(&mut self, comment: &str) {
        if comment.trim().is_empty() {
            return;
        }
        let key = (crc32(comment.as_bytes()), comment);
        let place =
            self.comments.partition_point(|other| (crc32(other.as_bytes()), other.as_str()) < key);
        self.comments.insert(place, comment.to_owned());
    }

    pub(crate) fn add_counts(&mut self, id: &str, counts: &Counts) {
        let sum = self.counts.get_or_default(id);
        for (sum, count) in sum.iter_mut().zip(counts) {
            *sum = sum.saturating_add(*count);
        }
    }

    pub(crate) fn add(&mut self, other: &Shown) {
        self.responses = self.responses.saturating_add(other.responses);
        for (id, counts) in &other.counts {
            self.add_counts(id, counts);
        }
        for comment in &other.comments {
            self.add_comment(comment);
        }
    }

    /// What is left when `part` is taken away; `None` when it is no part of this.
    fn without(&self, part: &Shown) -> Option<Shown> {
        let mut left =
            Shown { responses: self.responses.checked_sub(part.responses)?, ..Shown::default() };
        for (id, counts) in &self.counts {
            let taken = part.counts.get(id).copied().unwrap_or_default();
            let mut rest = *counts;
            for (rest, taken) in rest.iter_mut().zip(taken) {
                *rest = rest.checked_sub(taken)?;
            }
            if rest != Counts::default() {
                left.counts.insert(id.clone(), rest);
            }
        }
        left.comments.clone_from(&self.comments);
        for comment in &part.comments {
            let place = left.comments.iter().position(|other| other == comment)?;
            left.comments.remove(place);
        }
        part.counts.keys().all(|id| self.counts.contains_key(id)).then_some(left)
    }
}

impl Tally {
    /// A tally of `survey` in which nothing is counted yet.
    pub fn new(survey: &str) -> Tally {
        Tally { survey: survey.to_owned(), ..Tally::default() }
    }

    /// Counts a response to this survey. Gives false when it was counted before, or is a response to
    /// another survey. Whether all in it was asked is for [`Asked::count`](crate::survey::Asked::count).
    pub fn count(&mut self, response: &Response) -> bool {
        if response.survey != self.survey || self.counted.contains(&response.id) {
            return false;
        }
        self.take_note_of(&response.id);
        self.waiting.0.add_response(response);
        true
    }

    /// Counts a batch of paper sheets, of which `batch` is the id: eight symbols, drawn at random when
    /// the batch was begun. Gives false when it was counted before, or is empty. Fails, and counts
    /// nothing, when the sheets do not add up.
    pub fn count_sheets(
        &mut self,
        batch: &str,
        sheets: &Sheets,
        statements: &[Text],
    ) -> Result<bool, Vec<SheetProblem>> {
        let problems = sheets.problems(statements);
        if !problems.is_empty() {
            return Err(problems);
        }
        if sheets.number == 0 || self.counted.contains(batch) {
            return Ok(false);
        }
        self.take_note_of(batch);
        let mut sum = Shown { responses: sheets.number, ..Shown::default() };
        for statement in statements {
            match sheets.counts.get(&statement.id) {
                Some(counts) if answered(counts) > 0 => sum.add_counts(&statement.id, counts),
                _ => {}
            }
        }
        for comment in &sheets.comments {
            sum.add_comment(comment);
        }
        self.waiting.0.add(&sum);
        Ok(true)
    }

    /// The sum of all that has been counted, shown or not.
    pub(crate) fn all(&self) -> Shown {
        let mut all = self.shown.clone().unwrap_or_default();
        all.add(&self.waiting.0);
        all
    }

    fn take_note_of(&mut self, id: &str) {
        self.counted.insert(id.to_owned());
        self.pending.insert(id.to_owned());
    }

    /// The tally as it may leave the device for other people's eyes: with what is shown, and as if
    /// the rest had not been counted yet. Brought in again, the rest counts again.
    pub fn without_waiting(&self) -> Tally {
        let mut tally = self.clone();
        tally.counted =
            self.counted.iter().filter(|id| !self.pending.contains(id)).cloned().collect();
        tally.pending = Ids::default();
        tally.waiting = Waiting::default();
        tally
    }

    /// How many responses have been counted, shown or not.
    pub fn responses(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.responses).saturating_add(self.waiting())
    }

    /// How many of them are not shown yet.
    pub fn waiting(&self) -> u32 {
        self.waiting.0.responses
    }

    /// How many more responses there must be before the next step shows.
    pub fn needed(&self, threshold: u32) -> u32 {
        threshold.max(LEAST_THRESHOLD).saturating_sub(self.waiting())
    }

    /// Moves what waits to what is shown, if enough waits. Gives whether anything moved.
    pub fn release(&mut self, threshold: u32) -> bool {
        let threshold = threshold.max(LEAST_THRESHOLD);
        if self.needed(threshold) > 0 {
            return false;
        }
        let mut step = std::mem::take(&mut self.waiting.0);
        self.pending = Ids::default();
        // A statement that too few of these people have answered waits on for others.
        let enough =
            |id: &String| step.counts.get(id).is_some_and(|sum| answered(sum) >= threshold);
        let too_few: Vec<String> = step.counts.keys().filter(|id| !enough(id)).cloned().collect();
        for id in too_few {
            if let Some(counts) = step.counts.remove(&id) {
                self.waiting.0.counts.insert(id, counts);
            }
        }
        self.shown.get_or_insert_default().add(&step);
        true
    }

    /// The tally that stands in place of `now` once this earlier one is put back: answers that have been
    /// counted for the same survey stay counted, or what was shown could be taken back and shown anew
    /// with others.
    pub fn put_back(self, now: Option<&Tally>) -> Tally {
        match now {
            Some(now) if now.survey == self.survey => Tally::combined(now, &self),
            _ => self,
        }
    }

    /// What two copies of the tally of one survey come to, whichever is named first. Of copies with
    /// nothing in common it is the sum. Where one has counted all that the other has, it is that one,
    /// showing what either shows. Where each has counted something that the other has not, and both
    /// something that is the same, the counts cannot be told apart again: the one with more responses
    /// stands, and what only the other had counts when it is brought in anew.
    pub fn combined(mine: &Tally, theirs: &Tally) -> Tally {
        let (first, second) =
            if mine.rank() >= theirs.rank() { (mine, theirs) } else { (theirs, mine) };
        let mut tally = first.clone();
        if mine.survey != theirs.survey {
            return tally;
        }
        tally.changed = mine.changed.clone().max(theirs.changed.clone());
        if second.counted.iter().all(|id| first.counted.contains(id)) {
            tally.show_also(second);
        } else if !second.counted.iter().any(|id| first.counted.contains(id)) {
            for id in &second.counted {
                tally.counted.insert(id.clone());
            }
            for id in &second.pending {
                tally.pending.insert(id.clone());
            }
            if let Some(shown) = &second.shown {
                tally.shown.get_or_insert_default().add(shown);
            }
            tally.waiting.0.add(&second.waiting.0);
        }
        tally
    }

    /// Which of two copies stands where only one can: the one that has counted more, then the one that
    /// shows more, then the later.
    fn rank(&self) -> (u32, usize, &Option<Shown>, &Stamp, &Tally) {
        (self.responses(), self.counted.len(), &self.shown, &self.changed, self)
    }

    /// Shows what `part`, a copy that has counted nothing else, shows already.
    fn show_also(&mut self, part: &Tally) {
        let Some(shown) = part.shown.as_ref().filter(|shown| Some(*shown) > self.shown.as_ref())
        else {
            return;
        };
        if let Some(left) = self.all().without(shown) {
            self.shown = Some(shown.clone());
            self.waiting = Waiting(left);
            let is_shown = |id: &&String| part.counted.contains(id) && !part.pending.contains(id);
            self.pending = self.counted.iter().filter(|id| !is_shown(id)).cloned().collect();
        }
    }
}
