//! What a record knows of results that its surveys have shown elsewhere: in other records, on other
//! devices, or before the record was deleted. Nobody knows whose answers are in such results. So a
//! survey that shows others must show nothing more, or what it shows could differ from them by a few
//! people only.

use crate::by_id::ById;
use crate::form::Surveys;
use crate::organisation::round;
use crate::records::{Entry, Item, Record, Slot};
use crate::survey::LastSurvey;
use crate::survey::asked::counted_in_round;
use crate::survey::collected::{results_of, survey_of};

/// What a record shows of surveys, for other records to know.
#[derive(Debug, Clone)]
pub struct Results {
    /// How many answers it shows of each survey, by the survey's id ([`Record::all_shown`]).
    pub shown: ById<u32>,
    /// The counts of each survey, as far as they are known.
    pub counts: Vec<LastSurvey>,
}

impl Results {
    /// What `record` shows.
    pub fn of(record: &Record) -> Results {
        let taken_over = record.taken_over().cloned();
        let counts = taken_over.chain(record.in_list()).chain(record.in_tally()).collect();
        Results { shown: record.all_shown(), counts }
    }

    /// True when there are results of this survey among them.
    pub fn names(&self, survey: &str) -> bool {
        self.shown.contains_key(survey)
    }
}

impl Record {
    /// The results that it took over from other records: those of last year's survey, and those of the
    /// surveys that its own survey is a copy of.
    fn taken_over(&self) -> impl Iterator<Item = &LastSurvey> {
        let last_year = self.last_year.iter().filter_map(|last_year| last_year.survey.as_ref());
        let copy_of = self.survey.iter().flat_map(|survey| &survey.copy_of);
        last_year.chain(copy_of).filter(|it| !it.survey.is_empty())
    }

    /// The results that it keeps in a list, each without a title.
    fn in_list(&self) -> Vec<LastSurvey> {
        let Surveys::InList { list, people, counts } = self.form.surveys else { return Vec::new() };
        let results = |item: &Item| {
            Some(LastSurvey {
                survey: survey_of(&item.id)?.to_owned(),
                title: String::new(),
                responses: item.whole(people)?,
                counts: counted_in_round(item.all_counts(counts))?,
            })
        };
        self.items(list).iter().filter_map(results).collect()
    }

    /// The results of its survey that show.
    fn in_tally(&self) -> Option<LastSurvey> {
        let collected = self.collected()?;
        Some(results_of(collected.survey, collected.shown()?))
    }

    /// How many answers it shows of each survey, by the survey's id: of its present one, of earlier ones
    /// whose results are kept in a list, or were kept there and then removed, and of those whose results
    /// it took over from other records. 0 when that is not known.
    pub fn all_shown(&self) -> ById<u32> {
        let mut all: ById<u32> = ById::new();
        let mut add = |survey: &str, people: u32| {
            let differs = all.get(survey).is_some_and(|before| *before != people);
            all.insert(survey.to_owned(), if differs { 0 } else { people });
        };
        if let Surveys::InList { list, people, .. } = self.form.surveys {
            let mut kept: ById<u32> = ById::new();
            for item in self.items(list) {
                if let (Some(survey), Some(people)) = (survey_of(&item.id), item.whole(people)) {
                    add(survey, people);
                    kept.insert(survey.to_owned(), people);
                }
            }
            let removed = self.removed.keys().filter_map(|key| self.form.removed_from(list, key));
            let removed = removed.filter_map(survey_of).filter(|survey| !kept.contains_key(survey));
            removed.for_each(|survey| add(survey, 0));
        }
        self.taken_over().for_each(|it| add(&it.survey, it.responses));
        if let Some(own) = self.collected() {
            let shown = own.shown().map(|shown| shown.responses);
            match shown.filter(|_| !own.is_shown_elsewhere()) {
                Some(responses) => all.insert(own.survey.id.clone(), responses),
                None if own.is_shown_elsewhere() => all.insert(own.survey.id.clone(), 0),
                None => drop(all.remove(&own.survey.id)),
            }
        }
        all
    }

    /// The record with its survey marked as shown elsewhere, if another record shows results of it;
    /// `None` when that shows none, or this one shows or knows of them already.
    pub fn knowing_results(&self, results: &Results) -> Option<Record> {
        let other = results.counts.iter().find_map(|last| self.knowing_last_survey(last));
        other.or_else(|| self.knowing_shown(&results.shown))
    }

    /// [`Record::knowing_results`] from results whose counts are known.
    fn knowing_last_survey(&self, last: &LastSurvey) -> Option<Record> {
        let collected = self.collected().filter(|it| it.survey.id == last.survey)?;
        let has_shown = || collected.has_shown(last.responses, Some(&last.counts));
        let is_known = collected.survey.shown_elsewhere || has_shown();
        (!is_known).then(|| self.shown_elsewhere())
    }

    /// The record with its survey marked as shown elsewhere, if `shown` says how many of its answers
    /// another record or device has shown; `None` when `shown` does not name the survey, or the record
    /// shows or knows of them already.
    pub fn knowing_shown(&self, shown: &ById<u32>) -> Option<Record> {
        let collected = self.collected()?;
        let responses = *shown.get(&collected.survey.id)?;
        let is_known = collected.survey.shown_elsewhere || collected.has_shown(responses, None);
        (!is_known).then(|| self.shown_elsewhere())
    }

    /// The changes that make a record with several surveys remember how many answers were shown of
    /// others than its present one.
    pub fn remembering(&self, shown: &ById<u32>) -> Vec<(Slot, Entry)> {
        let Surveys::InList { list, people, .. } = self.form.surveys else { return Vec::new() };
        let known = self.all_shown();
        let present = self.survey.as_ref().map(|survey| &survey.id);
        let change = |(survey, responses): (&String, &u32)| {
            let number = match known.get(survey) {
                Some(0) => return None,
                Some(known) if known == responses => return None,
                Some(_) => 0,
                None => *responses,
            };
            let item = Item::new([survey, "-elsewhere"].concat());
            let item = item.with(people, Some(number)).with(&round::REMOVED, true);
            Some((Slot::item(list, &item.id), Entry::Item(item)))
        };
        shown.iter().filter(|(survey, _)| Some(*survey) != present).filter_map(change).collect()
    }

    /// The record with its survey marked: results of it have been shown elsewhere.
    pub(super) fn shown_elsewhere(&self) -> Record {
        let mut record = self.clone();
        if let Some(survey) = &mut record.survey {
            survey.shown_elsewhere = true;
        }
        record
    }
}
