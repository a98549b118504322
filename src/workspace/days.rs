//! The days that are counted for the bin.

use crate::workspace::label::Label;

/// The key of the days that are counted. It is there only while something is in the bin.
pub(super) const DAYS: &str = "cairn:days";

/// How many days are remembered, so that a clock that goes to and fro counts none of them twice.
const REMEMBERED: usize = 64;

/// The days on which Cairn was opened while something was in the bin, as they stand in the store: how
/// many and the last of them in the first line, then for each record in the bin how many there were.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Days {
    count: i64,
    /// Days since 1970 by the clock of then, the last seen last.
    seen: Vec<i64>,
    /// Records in the bin: since which count, when it was put there by the clock of then, and its id.
    binned: Vec<(i64, i64, String)>,
}

impl Days {
    /// Whatever cannot be read has not been counted: then things stay longer.
    pub(super) fn parse(text: &str) -> Days {
        let mut lines = text.lines();
        let mut numbers = lines.next().unwrap_or_default().split(' ').map(str::parse);
        let count = numbers.next().and_then(Result::ok).unwrap_or(0);
        let binned = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let since = parts.next()?.parse().ok()?;
            let at = parts.next()?.parse().ok()?;
            Some((since, at, parts.next()?.to_owned()))
        };
        Days {
            count,
            seen: numbers.filter_map(Result::ok).collect(),
            binned: lines.filter_map(binned).collect(),
        }
    }

    pub(super) fn text(&self) -> String {
        let mut text = self.count.to_string();
        for day in &self.seen {
            text.push_str(&[" ", &day.to_string()].concat());
        }
        for (since, at, id) in &self.binned {
            text.push_str(&["\n", &since.to_string(), " ", &at.to_string(), " ", id].concat());
        }
        text
    }

    pub(super) fn see(&mut self, day: i64) {
        if !self.seen.contains(&day) {
            self.count = self.count.saturating_add(1);
            self.seen.push(day);
            let over = self.seen.len().saturating_sub(REMEMBERED);
            self.seen.drain(..over);
        }
    }

    /// Begins to count for what is newly in the bin, and forgets what is no more.
    pub(super) fn follow(&mut self, bin: &[Label]) {
        let binned = |label: &Label| {
            let at = label.binned_at?.millis();
            let known = self.binned.iter().find(|(_, then, id)| *id == label.id && *then == at);
            Some((known.map_or(self.count, |known| known.0), at, label.id.clone()))
        };
        self.binned = bin.iter().filter_map(binned).collect();
    }

    /// How many whole days have been seen since a record was put into the bin; today is none of them.
    pub(super) fn days_of(&self, id: &str) -> i64 {
        let known = self.binned.iter().find(|(_, _, binned)| binned == id);
        known.map_or(0, |(since, ..)| self.count.saturating_sub(1).saturating_sub(*since).max(0))
    }
}
