//! A survey with what has come in: what may be seen of it, and what may be let out to be seen.

use crate::survey::shown::Shown;
use crate::survey::tally::Tally;
use crate::survey::{Counts, LEAST_THRESHOLD, Survey, answered};

/// A survey and its counts.
#[derive(Debug, Clone, Copy)]
pub struct Collected<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What has been counted of it; `None` while nothing has.
    pub tally: Option<&'a Tally>,
}

impl<'a> Collected<'a> {
    /// The survey and the tally that a record holds. Counts of another survey are none of it.
    pub fn of(survey: Option<&'a Survey>, tally: Option<&'a Tally>) -> Option<Collected<'a>> {
        let survey = survey?;
        Some(Collected { survey, tally: tally.filter(|tally| tally.survey == survey.id) })
    }

    /// How many have answered, whether that shows or not.
    pub fn responses(self) -> u32 {
        self.tally.map_or(0, Tally::responses)
    }

    /// What may be seen now: the steps that have come to show, each of enough people by what they were
    /// promised. It stays, also when the survey is opened again or promises more from now on.
    pub fn shown(self) -> Option<&'a Shown> {
        self.tally?.shown.as_ref().filter(|shown| shown.responses >= LEAST_THRESHOLD)
    }

    /// What may be seen of one statement: nothing while too few have answered it.
    pub fn said(self, statement: &str) -> Option<&'a Counts> {
        let counts = self.shown()?.counts.get(statement)?;
        (answered(counts) >= LEAST_THRESHOLD).then_some(counts)
    }

    /// The tally after all that may show by now was let out; `None` when nothing is to be let out.
    pub fn released(self) -> Option<Tally> {
        let mut tally = self.tally.filter(|_| self.survey.results_visible())?.clone();
        tally.release(self.survey.threshold).then_some(tally)
    }
}
