//! What is due in a person's learning year, and the one next step.

use crate::moment::Date;
use crate::order::in_order;
use crate::person::{
    Counts, LearningYear, Prompt, diary, interview, is_reviewed, prompt, standard, target,
};
use crate::records::Record;

/// Something that is due by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What is due.
    pub what: What,
    /// The day by which it is due.
    pub by: Date,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A target of the learning plan, by its id.
    Target(String),
    /// A learning interview that has been planned, by its id.
    Interview(String),
    /// A learning interview that has not been planned yet.
    InterviewToPlan,
    /// A learning day.
    Day,
    /// The annual review.
    Review,
}

/// The next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// Do what is asked after a course or a conference.
    AfterCourse {
        /// The id of the diary entry.
        entry: String,
        /// What is asked.
        prompt: Prompt,
    },
    /// The learning plan has no target yet.
    FirstTarget,
    /// Say whether the interview with this id was held: its day has passed.
    Confirm(String),
    /// The learning year is over and there was no review.
    ReviewYear,
    /// The learning year is over: begin next year's book.
    BeginNextYear,
    /// Something that is overdue.
    Late(Due),
    /// There is no learning standard yet.
    FirstStandard,
    /// The diary has no entry yet.
    FirstEntry,
    /// What is due next.
    Coming(Due),
    /// Nothing is due, and the year is going on.
    Nothing,
}

/// What is due this learning year, the earliest first. Of interviews that are not planned yet, and of
/// learning days, only the next is listed. The work programme is not part of it.
pub fn dues(book: &Record) -> Vec<Due> {
    let counts = Counts::of(book);
    let open = target::all(book).filter(|target| target.status().open());
    let mut dues: Vec<Due> = open
        .filter_map(|target| {
            Some(Due { what: What::Target(target.0.id.clone()), by: target.due()? })
        })
        .collect();
    let planned = interview::planned(book);
    let interviews = planned.iter().filter_map(|interview| {
        Some(Due { what: What::Interview(interview.0.id.clone()), by: interview.date()? })
    });
    dues.extend(interviews);
    let to_plan = counts.interviews.to_plan().first();
    dues.extend(to_plan.map(|by| Due { what: What::InterviewToPlan, by: *by }));
    dues.extend(counts.days.due.first().map(|by| Due { what: What::Day, by: *by }));
    if !is_reviewed(book) {
        dues.push(Due { what: What::Review, by: counts.year.last });
    }
    in_order(dues, |one, other| one.by < other.by)
}

/// The next step in a person's own book.
pub fn next_step(book: &Record, today: Date) -> NextStep {
    let year = LearningYear::of(book);
    if let Some((entry, prompts)) = prompt::waiting(book, today).first() {
        return NextStep::AfterCourse { entry: entry.0.id.clone(), prompt: prompts[0] };
    }
    if target::all(book).next().is_none() {
        return NextStep::FirstTarget;
    }
    let confirm = interview::planned(book).into_iter().find(|each| each.to_confirm(today));
    if let Some(interview) = confirm {
        return NextStep::Confirm(interview.0.id.clone());
    }
    if today > year.last {
        return if is_reviewed(book) { NextStep::BeginNextYear } else { NextStep::ReviewYear };
    }
    let next = dues(book).into_iter().next();
    match next {
        Some(due) if due.by < today => NextStep::Late(due),
        _ if standard::all(book).next().is_none() => NextStep::FirstStandard,
        _ if diary::all(book).next().is_none() => NextStep::FirstEntry,
        Some(due) => NextStep::Coming(due),
        None => NextStep::Nothing,
    }
}
