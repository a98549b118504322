//! Why no results show yet, or not all of them, in plain words.

use crate::survey::{Collected, SurveyState};

/// Why nothing of the survey shows; `None` when something does.
pub fn why_hidden(collected: Collected) -> Option<String> {
    let Collected { survey, tally } = collected;
    if collected.shown().is_some() {
        return None;
    }
    let counted = collected.responses();
    let so_far = match counted {
        0 => "Nobody has answered yet.".to_owned(),
        1 => "1 person has answered so far.".to_owned(),
        number => format!("{number} people have answered so far."),
    };
    let from = survey.threshold;
    let when = if counted < from {
        let closed = if survey.results_visible() { "" } else { ", and the survey is closed" };
        format!("Results show when at least {from} have answered{closed}.")
    } else if !survey.results_visible() {
        "Results show when the survey is closed.".to_owned()
    } else {
        match tally.map_or(from, |tally| tally.needed(from)) {
            0 => "Enough have answered: results show when you open this page again.".to_owned(),
            needed => format!(
                "Results move on in steps of at least {from} answers: they show after {needed} more."
            ),
        }
    };
    Some([&when, " ", &so_far].concat())
}

/// What has come in since the results that show, and when it will, or that it cannot any more; `None`
/// when nothing has.
pub fn still_waiting(collected: Collected) -> Option<String> {
    let survey = collected.survey;
    let tally = collected.tally.filter(|tally| tally.waiting() > 0)?;
    collected.shown()?;
    let (waiting, needed) = (tally.waiting(), tally.needed(survey.threshold));
    if survey.state == SurveyState::Closed && needed > 0 {
        let (came, they, people, it) = match waiting {
            1 => ("1 answer came".to_owned(), "It counts", "this person", "it"),
            number => (format!("{number} answers came"), "They count", "these people", "they"),
        };
        return Some(format!(
            "{came} after the results were first shown. {they} in the response rate, but cannot be shown: the difference would tell what {people} said. Only together with {needed} more could {it} show."
        ));
    }
    let have = if waiting == 1 { "has" } else { "have" };
    if needed == 0 {
        let when = match survey.results_visible() {
            true => "when you open this page again",
            false => "when the survey is closed",
        };
        return Some(format!("{waiting} more {have} answered since: the next step shows {when}."));
    }
    let closed = if survey.results_visible() { "" } else { ", and when the survey is closed" };
    Some(format!(
        "{waiting} more {have} answered since. Results move on in steps of at least {}, so that nobody’s answers can be worked out by subtraction: the next step shows after {needed} more{closed}.",
        survey.threshold,
    ))
}
