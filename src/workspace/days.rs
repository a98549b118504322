//! The days that are counted for the bin.

use crate::workspace::label::Label;

/// The key of the days that are counted. It is there only while something is in the bin.
pub(super) const DAYS: &str = "cairn:days";

/// How many days are remembered, so that a clock that jumps back and forth counts no day twice.
const REMEMBERED: usize = 64;

/// The days on which Cairn was opened while something was in the bin. As a text in the store, the first
/// line has the count and the days last seen, and then each record in the bin has a line.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Days {
    count: i64,
    /// The days last seen, the latest last: days since 1970, by the clock of that time.
    seen: Vec<i64>,
    /// For each record in the bin: the count when it was first seen there; when it was put there, in
    /// milliseconds by the clock of that time; and its id.
    binned: Vec<(i64, i64, String)>,
}

impl Days {
    /// Reads the text. What cannot be read counts as not seen: then records stay longer in the bin.
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

    /// Begins to count for records that are new in the bin, and forgets those that have left it.
    pub(super) fn follow(&mut self, bin: &[Label]) {
        let binned = |label: &Label| {
            let at = label.binned_at?.millis();
            let known = self.binned.iter().find(|(_, then, id)| *id == label.id && *then == at);
            Some((known.map_or(self.count, |known| known.0), at, label.id.clone()))
        };
        self.binned = bin.iter().filter_map(binned).collect();
    }

    /// How many days were counted since a record was first seen in the bin, without that day and today.
    pub(super) fn days_of(&self, id: &str) -> i64 {
        let known = self.binned.iter().find(|(_, _, binned)| binned == id);
        known.map_or(0, |(since, ..)| self.count.saturating_sub(1).saturating_sub(*since).max(0))
    }
}
