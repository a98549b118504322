//! The one next step of a team.

use crate::moment::Date;
use crate::records::Record;
use crate::team::need::needs;
use crate::team::review::{NextReview, Review};
use crate::team::{Clarity, Need};

/// What a team does next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NextStep<'a> {
    /// Begin the review, with its first question.
    BeginReview,
    /// Answer a question of the review: its id, and how many are still to answer.
    Answer(&'static str, usize),
    /// Say when the review was held.
    SayWhenHeld,
    /// Begin next year's review: its day, given here, has passed.
    BeginNextYear(Date),
    /// See to a need whose day has passed: the first, and how many there are.
    SeeToOverdue(Need<'a>, usize),
    /// Add a learning need about a question on which the team is not clear enough.
    AddNeed(&'static str, Clarity),
    /// Say what will be done about a need, who sees to it and by when: the first such need, and how
    /// many there are.
    PlanNeed(Need<'a>, usize),
    /// Add a first learning need.
    AddFirstNeed,
    /// Set the day of the next review; the day given here is a year after this one.
    SetNextReview(Date),
    /// Nothing until the next review, on this day.
    Wait(Date),
}

/// The first thing that is not done: the review, then what is late, then a need for what is not
/// clear, then what is not planned, then the next review.
pub fn next_step(book: &Record, today: Date) -> NextStep<'_> {
    let review = Review::of(book);
    let Some(held) = review.held.filter(|_| review.complete()) else {
        return step_in_review(&review);
    };
    if let NextReview::Overdue(day) = review.next(today) {
        return NextStep::BeginNextYear(day);
    }
    let needs = needs(book);
    let mut late = needs.iter().filter(|need| need.overdue(today));
    if let Some(need) = late.next() {
        return NextStep::SeeToOverdue(*need, 1 + late.count());
    }
    for answer in &review.answers {
        let about_it = || needs.iter().any(|need| need.came_up_at(answer.question));
        if let Some(clarity) = answer.clarity.filter(|clarity| clarity.wants_work() && !about_it())
        {
            return NextStep::AddNeed(answer.question, clarity);
        }
    }
    let mut unplanned = needs.iter().filter(|need| need.status.open() && !need.planned());
    if let Some(need) = unplanned.next() {
        return NextStep::PlanNeed(*need, 1 + unplanned.count());
    }
    if needs.is_empty() {
        return NextStep::AddFirstNeed;
    }
    match review.next_set() {
        Some(day) => NextStep::Wait(day),
        None => NextStep::SetNextReview(held.months_later(12)),
    }
}

fn step_in_review(review: &Review) -> NextStep<'static> {
    if !review.answers.iter().any(|answer| answer.begun()) {
        return NextStep::BeginReview;
    }
    let mut left = review.answers.iter().filter(|answer| !answer.answered());
    match left.next() {
        Some(answer) => NextStep::Answer(answer.question, 1 + left.count()),
        None => NextStep::SayWhenHeld,
    }
}
