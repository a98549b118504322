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
    /// What is kept of its results besides.
    pub kept: Kept,
}

/// What is kept of a survey's results besides its tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// The answers of so many people.
    Of(u32),
    /// It was removed since.
    Removed,
}

impl<'a> Collected<'a> {
    /// The survey and the tally that a record holds. Counts of another survey are none of it.
    pub fn of(survey: Option<&'a Survey>, tally: Option<&'a Tally>) -> Option<Collected<'a>> {
        let survey = survey?;
        Some(Collected {
            survey,
            tally: tally.filter(|tally| tally.survey == survey.id),
            kept: Kept::Nothing,
        })
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

    /// True where results of it are known that the tally has not come to: another device has shown them,
    /// or this one before it asked again. Who is in them is not known, so nothing more can be shown.
    pub fn is_shown_elsewhere(self) -> bool {
        let was_removed = self.kept == Kept::Removed && self.shown().is_none();
        self.survey.shown_elsewhere || was_removed || self.is_kept_elsewhere()
    }

    /// True where results are kept of it that the tally has not come to.
    pub fn is_kept_elsewhere(self) -> bool {
        let has_shown = |people| self.tally.is_some_and(|tally| tally.has_shown(people, None));
        matches!(self.kept, Kept::Of(people) if !has_shown(people))
    }

    /// The tally after all that may show by now was let out; `None` when nothing is to be let out.
    pub fn released(self) -> Option<Tally> {
        let may_show = self.survey.results_visible() && !self.is_shown_elsewhere();
        let mut tally = self.tally.filter(|_| may_show)?.clone();
        tally.release(self.survey.threshold).then_some(tally)
    }
}
