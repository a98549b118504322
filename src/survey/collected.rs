//! A survey with what has been counted of it: what may be seen, and what may be released to be seen.

use crate::by_id::ById;
use crate::survey::shown::Shown;
use crate::survey::symbols::id_bytes;
use crate::survey::tally::Tally;
use crate::survey::{Counts, LEAST_THRESHOLD, LastSurvey, Survey, answered};

/// A survey and its counts.
#[derive(Debug, Clone, Copy)]
pub struct Collected<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What has been counted of it; `None` while nothing has.
    pub tally: Option<&'a Tally>,
    /// What the record keeps of its results outside the tally.
    pub kept: KeptResults,
}

/// What a record keeps of a survey's results outside the tally, as an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptResults {
    /// Nothing.
    Nothing,
    /// Results that its tally has shown as well.
    Shown,
    /// Results that its tally has not shown.
    Elsewhere,
    /// Nothing any more: the item was removed.
    Removed,
}

/// The id of the survey whose results an item with this id keeps; `None` when it keeps none. It is the
/// item's own id. When results from another device have that one, it stands at the start.
pub fn survey_of(item: &str) -> Option<&str> {
    let survey = item.split_once('-').map_or(item, |(survey, _)| survey);
    id_bytes(survey).map(|_| survey)
}

/// What a record that goes on from this survey keeps of its results, of which `sum` is the sum.
pub fn results_of(survey: &Survey, sum: &Shown) -> LastSurvey {
    LastSurvey {
        survey: survey.id.clone(),
        title: survey.title.clone(),
        responses: sum.responses,
        counts: sum.counts.clone(),
    }
}

impl<'a> Collected<'a> {
    /// The survey and the tally that a record holds; `None` without a survey. A tally of another survey
    /// is left out.
    pub fn of(survey: Option<&'a Survey>, tally: Option<&'a Tally>) -> Option<Collected<'a>> {
        let survey = survey?;
        Some(Collected {
            survey,
            tally: tally.filter(|tally| tally.survey == survey.id),
            kept: KeptResults::Nothing,
        })
    }

    /// How many have answered, whether that shows or not.
    pub fn responses(self) -> u32 {
        self.tally.map_or(0, Tally::responses)
    }

    /// What may be seen now: the sum of the steps that were shown, each of at least as many people as
    /// they were promised. It stays, also when the survey is opened again or its threshold is raised.
    /// `None` when nothing shows.
    pub fn shown(self) -> Option<&'a Shown> {
        self.tally?.shown.as_ref().filter(|shown| shown.responses >= LEAST_THRESHOLD)
    }

    /// The counts of one statement, as they may be seen; `None` while too few have answered it.
    pub fn said(self, statement: &str) -> Option<&'a Counts> {
        let counts = self.shown()?.counts.get(statement)?;
        (answered(counts) >= LEAST_THRESHOLD).then_some(counts)
    }

    /// True when results of this survey are known that its tally does not have: another device has
    /// shown them, or this one did before it asked again. Nobody knows whose answers are in them, so
    /// nothing more may show.
    pub fn is_shown_elsewhere(self) -> bool {
        let was_removed = self.kept == KeptResults::Removed && self.shown().is_none();
        self.survey.shown_elsewhere || was_removed || self.is_kept_elsewhere()
    }

    /// True when the record keeps results of the survey that the steps of its tally do not add up to, or
    /// of which nobody knows how many people are in them.
    pub fn is_kept_elsewhere(self) -> bool {
        self.kept == KeptResults::Elsewhere
    }

    /// True when the steps that the tally has shown, or some of them, add up to this many people and,
    /// where they are known, to these counts.
    pub fn has_shown(self, people: u32, counts: Option<&ById<Counts>>) -> bool {
        people > 0 && self.tally.is_some_and(|tally| tally.has_shown(people, counts))
    }

    /// The tally after all that may show now was released; `None` when there is nothing to release.
    pub fn released(self) -> Option<Tally> {
        let may_show = self.survey.results_visible() && !self.is_shown_elsewhere();
        let mut tally = self.tally.filter(|_| may_show)?.clone();
        tally.release(self.survey.threshold).then_some(tally)
    }
}
