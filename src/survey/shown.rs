//! The sum of some responses: how many there are, how many gave each answer, and what they wrote.

use serde::Serialize;

use crate::by_id::ById;
use crate::order::in_order;
use crate::survey::Counts;
#[cfg(not(target_arch = "wasm32"))]
use crate::survey::response::LONGEST_COMMENT;
use crate::survey::response::{Response, is_blank};
use crate::survey::symbols::crc32;

/// The sum of some responses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Shown {
    /// How many responses.
    pub responses: u32,
    /// How many of them the organiser typed in from paper.
    #[serde(default, skip_serializing_if = "is_none_typed")]
    pub typed: u32,
    /// How many gave each answer, by statement id: strongly agree, agree, neither, disagree, strongly
    /// disagree, don't know.
    pub counts: ById<Counts>,
    /// The comments, in an order that depends on nothing but their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(length(max = LONGEST_COMMENT))))]
    pub comments: Vec<String>,
}

pub(crate) fn is_none_typed(typed: &u32) -> bool {
    *typed == 0
}

impl Shown {
    /// Adds what one person said.
    pub(crate) fn add_response(&mut self, response: &Response) {
        self.responses = self.responses.saturating_add(1);
        for (id, answer) in &response.answers {
            let count = &mut self.counts.get_or_default(id)[answer.index()];
            *count = count.saturating_add(1);
        }
        self.add_comment(&response.comment);
    }

    /// Puts a comment in its place. One in which nothing can be read is left out.
    pub(crate) fn add_comment(&mut self, comment: &str) {
        if !is_blank(comment) {
            let key = place_of(comment);
            let place = self.comments.partition_point(|other| place_of(other) < key);
            self.comments.insert(place, comment.to_owned());
        }
    }

    /// Adds many comments and puts all in order with one sort. Those in which nothing can be read are
    /// left out.
    pub(crate) fn add_comments(&mut self, comments: Vec<String>) {
        let said = comments.into_iter().filter(|comment| !is_blank(comment));
        let all = std::mem::take(&mut self.comments).into_iter().chain(said);
        self.comments = ordered(all.collect());
    }

    /// Adds how many gave each answer to a statement.
    pub(crate) fn add_counts(&mut self, id: &str, counts: &Counts) {
        let sum = self.counts.get_or_default(id);
        for (sum, count) in sum.iter_mut().zip(counts) {
            *sum = sum.saturating_add(*count);
        }
    }

    /// Adds another sum.
    pub(crate) fn add(&mut self, other: &Shown) {
        self.responses = self.responses.saturating_add(other.responses);
        self.typed = self.typed.saturating_add(other.typed);
        for (id, counts) in &other.counts {
            self.add_counts(id, counts);
        }
        if !other.comments.is_empty() {
            self.add_comments(other.comments.clone());
        }
    }

    /// What is left when `part` is taken away; `None` when it is no part of this.
    pub(crate) fn without(&self, part: &Shown) -> Option<Shown> {
        let mut left = Shown {
            responses: self.responses.checked_sub(part.responses)?,
            typed: self.typed.checked_sub(part.typed)?,
            ..Shown::default()
        };
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
        // Both lists stand in the same order, so one walk meets each comment that is taken away.
        let mut gone = part.comments.iter().peekable();
        for comment in &self.comments {
            if gone.next_if_eq(&comment).is_none() {
                left.comments.push(comment.clone());
            }
        }
        let all_were_here = gone.next().is_none();
        let known = part.counts.keys().all(|id| self.counts.contains_key(id));
        (all_were_here && known).then_some(left)
    }
}

/// What comments are ordered by: their checksums, then their words. The order does not tell who came
/// first, and it is the same on every device.
fn place_of(comment: &str) -> (u32, &str) {
    (crc32(comment.as_bytes()), comment)
}

/// Comments in their order; the checksum of each is worked out once.
fn ordered(comments: Vec<String>) -> Vec<String> {
    let keyed = comments.into_iter().map(|comment| (crc32(comment.as_bytes()), comment)).collect();
    let keyed = in_order(keyed, |one: &(u32, String), other| one < other);
    keyed.into_iter().map(|(_, comment)| comment).collect()
}
