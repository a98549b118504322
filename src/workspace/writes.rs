//! Which writes a stored text contains. Two tabs that write in the same instant can pass each other by:
//! each looks into the store before the other's write has come through. So each write names the writes
//! of other tabs that it contains, and every tab can tell whether a write was seen before it was
//! written over.
//!
//! A write is named by the tab and a number that rises with each of its writes. `a-0005+b-0003/c-0001`
//! is the fifth of tab `a`, made when the third of `b` had been brought in. After the slash stands the
//! write that last put another record in the place of this one.

use std::fmt::Write as _;

/// The most other tabs that a write names. A tab that is left out has to assume that its write was not
/// seen, and keeps its words in the history to be safe.
const MOST: usize = 4;

/// The writes that a text contains: the last one of each tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Writes(Vec<(String, u64)>);

impl Writes {
    /// No write at all.
    pub(super) const NONE: Writes = Writes(Vec::new());

    /// The writes that a text contains, read from the name of its write in the label.
    pub(super) fn of(write: &str) -> Writes {
        let (writes, _) = write.split_once('/').unwrap_or((write, ""));
        let one = |write: &str| {
            let (tab, number) = write.rsplit_once('-')?;
            Some((tab.to_owned(), number.parse().ok()?))
        };
        Writes(writes.split('+').filter_map(one).collect())
    }

    /// True when this write of this tab, or a later one, is among them.
    pub(super) fn have(&self, tab: &str, number: u64) -> bool {
        self.0.iter().any(|(other, last)| other == tab && *last >= number)
    }

    /// The write that made the text: the tab, and the number of its write.
    pub(super) fn last(&self) -> Option<&(String, u64)> {
        self.0.first()
    }

    /// Adds others in front of these; of each tab only the last write stays.
    pub(super) fn add(&mut self, others: Writes) {
        let before = std::mem::replace(self, others);
        for (tab, number) in before.0 {
            match self.0.iter_mut().find(|(other, _)| *other == tab) {
                Some((_, last)) => *last = number.max(*last),
                None => self.0.push((tab, number)),
            }
        }
    }

    /// The name of a write of `tab` that contains these.
    pub(super) fn name(&self, tab: &str, number: u64) -> String {
        // The number is padded, so that a record does not grow for having been written more often.
        let mut name = format!("{tab}-{number:04}");
        for (tab, number) in self.0.iter().filter(|(other, _)| other != tab).take(MOST) {
            let _ = write!(name, "+{tab}-{number:04}");
        }
        name
    }
}

/// The writes that are known to contain something: the first such write of each tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Bearers(Vec<(String, u64)>);

impl Bearers {
    /// Adds a write that contains it.
    pub(super) fn add(&mut self, tab: &str, number: u64) {
        if !self.0.iter().any(|(other, _)| other == tab) {
            self.0.push((tab.to_owned(), number));
        }
    }

    /// True when a text with these writes is known to contain it.
    pub(super) fn are_in(&self, writes: &Writes) -> bool {
        self.0.iter().any(|(tab, first)| writes.have(tab, *first))
    }
}
